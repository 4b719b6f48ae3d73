"""Addresses: whose page it is, and the one address among many that lead to it. Pure functions of strings."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

MAX_URL_CHARS = 4096
"""Longer addresses are data, or an attack; browsers and servers refuse them too."""


@cache
def mirrors() -> re.Pattern[str]:
    """Addresses of caches and archives, with the page's own address behind them."""
    return re.compile(
        r"https?://(?:webcache\.googleusercontent\.com/search\?q=cache:[^:]*:|web\.archive\.org/web/\d+[a-z_]*/"
        r"|(?:www\.)?google\.[a-z.]+/amp/s?/?|[^/]+\.cdn\.ampproject\.org/[acv]/(?:s/)?)",
        re.I,
    )


@cache
def tracking() -> re.Pattern[str]:
    """Parameters that say how a reader came, and never which page it is."""
    return re.compile(
        r"utm_\w+|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|_ga|ocid|cmpid|ito|ns_\w+|xtor"
        r"|wt_\w+|at_medium|at_campaign\w*|spm|__twitter_impression|amp_js_v|amp_gsa|usqp",
        re.I,
    )


@cache
def _mirror_marks() -> re.Pattern[str]:
    """One of these is in every address that `mirrors` knows."""
    return re.compile(r"[Gg]oogle|archive\.org|ampproject|ARCHIVE\.ORG")


def unwrap(url: str) -> str:
    """Return the address behind a cache, an archive or an AMP viewer; other addresses as they are."""
    if _mirror_marks().search(url) is None:
        return url
    bare = mirrors().sub("https://", url, count=1)
    return bare.replace("https://http://", "http://", 1).replace("https://https://", "https://", 1)


def split_address(url: str) -> tuple[str, str]:
    """Return host (without ``www.``) and path (without slashes at its ends) of an address, mirrors unwrapped."""
    url = unwrap(url)
    try:
        parts = urlsplit(url if "//" in url else "//" + url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return "", ""
    return host.removeprefix("www."), parts.path.strip("/").lower()


def host_of(url: str | None) -> str | None:
    """Return the host of an address without ``www.``."""
    return (split_address(url)[0] or None) if url else None


def absolute(address: str | None, base: str | None) -> str | None:
    """Return an address as http(s) with a host, completed from the page's own; None for anything else."""
    address = (address or "").strip()
    if not address or len(address) > MAX_URL_CHARS:
        return None
    if _WHOLE.fullmatch(address):
        return address
    try:
        joined = urljoin(base, address) if base else address
        parts = urlsplit(joined)
        return joined if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


_WHOLE = re.compile(r"https?://[A-Za-z0-9.-]+(?:/[!-~]*)?")
"""An address that needs no completion; nearly all that pages declare are such."""
_PLAIN = re.compile(r"https?://[a-z0-9.-]+(?:/[^?#]*)?")


def canonical(address: str | None, base: str | None) -> str | None:
    """Return an address absolute, without mirror, fragment and tracking parameters."""
    whole = absolute(address, base)
    if whole is None:
        return None
    whole = unwrap(whole)
    if _PLAIN.fullmatch(whole):
        return whole
    try:
        parts = urlsplit(whole)
        query, tells_nothing = parts.query, tracking().fullmatch
        pairs = parse_qsl(query, keep_blank_values=True)
        if any(tells_nothing(name) for name, _ in pairs):
            query = urlencode([(name, value) for name, value in pairs if not tells_nothing(name)])
        return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, query, ""))
    except ValueError:
        return None

"""Fetch one page, politely and within bounds."""

from __future__ import annotations

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from newsclean._version import __version__
from newsclean.errors import FetchError

MAX_BYTES = 10_000_000
"""Decoded bytes read of one page."""
MAX_REDIRECTS = 5
CONNECT_SECONDS, READ_SECONDS = 5.0, 10.0
USER_AGENT = f"newsclean/{__version__}"


class Fetched(NamedTuple):
    """A page as it came over the wire, content encodings undone."""

    body: bytes
    url: str
    """Final address."""
    status: int
    headers: dict[str, str]


def fetch(url: str, *, allow_private: bool = False) -> Fetched:
    """Fetch a page over http or https.

    Redirects are followed by hand, so that every hop's address is judged.

    Args:
        allow_private: also reach hosts that are not on the public internet.

    Raises:
        FetchError: a refused address, a network failure, too many redirects or too many bytes.
    """
    import httpx

    timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    try:
        with httpx.Client(timeout=timeout, headers={"User-Agent": USER_AGENT}, trust_env=False) as client:
            for _ in range(MAX_REDIRECTS + 1):
                check_address(url, allow_private)
                with client.stream("GET", url) as response:
                    if response.is_redirect:
                        url = urljoin(url, response.headers.get("location", ""))
                        continue
                    body = read(response, url)
                    if response.is_error:
                        raise FetchError(f"{url} answered {response.status_code} {response.reason_phrase}")
                    return Fetched(body, str(response.url), response.status_code, dict(response.headers))
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(f"{url} could not be fetched: {error}") from None
    raise FetchError(f"{url}: more than {MAX_REDIRECTS} redirects")


def read(response: object, url: str) -> bytes:
    """Read a body up to the cap."""
    chunks, size = [], 0
    for chunk in response.iter_bytes():  # type: ignore[attr-defined]
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            raise FetchError(f"{url} is larger than {MAX_BYTES:,} bytes")
    return b"".join(chunks)


def check_address(url: str, allow_private: bool) -> None:
    """Refuse what is not http or https, and hosts with an address that is not public."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise FetchError(f"{url!r} is no address") from None
    if parts.scheme not in ("http", "https") or not host or len(host) > 253:
        raise FetchError(f"{url!r} is no http or https address")
    if allow_private:
        return
    try:
        found = socket.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host} cannot be resolved: {error}") from None
    for entry in found:
        if not is_public(str(entry[4][0])):
            raise FetchError(f"{host} is not on the public internet; pass allow_private=True if that is meant")


def is_public(address: str) -> bool:
    """Tell whether an address is public, IPv4 inside IPv6 unwrapped first."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and ip in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    return ip.is_global and not ip.is_multicast

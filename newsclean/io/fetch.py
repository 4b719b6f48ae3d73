"""Fetch one page, politely and within bounds."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from newsclean._version import __version__
from newsclean.errors import FetchError

if TYPE_CHECKING:
    import httpx

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


def fetch(url: str, *, allow_private: bool = False, client: httpx.Client | None = None) -> Fetched:
    """Fetch a page over http or https.

    Redirects are followed by hand, so that every hop's address is judged; none may leave https.

    Args:
        allow_private: also reach hosts that are not on the public internet.
        client: your own, with its timeouts and headers; it is not closed.

    Raises:
        FetchError: a refused address, a network failure, too many redirects or too many bytes.
    """
    import httpx

    def follow(client: httpx.Client, url: str) -> Fetched:
        for _ in range(MAX_REDIRECTS + 1):
            check_address(url, allow_private)
            with client.stream("GET", url, follow_redirects=False) as response:
                if not response.has_redirect_location:
                    return receive(response, url)
                there = urljoin(url, response.headers["location"])
            if url.startswith("https:") and there.startswith("http:"):
                raise FetchError(f"{url} redirects from https to http")
            url = there
        raise FetchError(f"{url}: more than {MAX_REDIRECTS} redirects")

    try:
        if client is not None:
            return follow(client, url)
        timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
        with httpx.Client(timeout=timeout, headers={"User-Agent": USER_AGENT}, trust_env=False) as own:
            return follow(own, url)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(f"{url} could not be fetched: {error or type(error).__name__}") from None


def receive(response: httpx.Response, url: str) -> Fetched:
    """Read a response up to the cap."""
    if response.is_error:
        raise FetchError(f"{url} answered {response.status_code} {response.reason_phrase}")
    chunks, size = [], 0
    for chunk in response.iter_bytes():
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            raise FetchError(f"{url} is larger than {MAX_BYTES:,} bytes")
    return Fetched(b"".join(chunks), str(response.url), response.status_code, dict(response.headers))


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
        if inner is None and any(ip in network for network in EMBEDDING):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    return ip.is_global and not ip.is_multicast


EMBEDDING = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))
"""IPv6 networks with an IPv4 address in their last 32 bits: NAT64, and the old compatible form."""

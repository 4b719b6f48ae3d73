"""Fetch one page, politely and within bounds."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from newsclean._version import __version__
from newsclean.errors import FetchError

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 10_000_000
"""Decoded bytes read of one page."""
MAX_REDIRECTS = 5
CONNECT_SECONDS, READ_SECONDS = 5.0, 10.0
SECONDS = 30.0
"""Time for a page in all: the two above begin anew with every byte, so a server that sends one now and then would be
read for ever. Thirty seconds bring `MAX_BYTES` over a line of 3 Mbit/s."""
USER_AGENT = f"newsclean/{__version__}"


class Fetched(NamedTuple):
    """A page as it came over the wire, content encodings undone."""

    body: bytes
    url: str
    """Final address."""
    status: int
    headers: dict[str, str]


class Deadline:
    """Ends a fetch when its time is over, whatever it waits for then.

    Between two chunks the clock could be asked; inside the head of a response, or the head of its gzip data, httpx does
    not come back to us. So a timer shuts the connections down, and what waits for them sees their end.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._over = False
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        for each in self._sockets:
            each.close()

    def trace(self, event: str, info: Mapping[str, Any]) -> None:
        """Note a connection that is made; httpx calls this at each of its steps."""
        if event.endswith("connect_tcp.complete"):
            found = info["return_value"].get_extra_info("socket")
            self._sockets.append(found.dup())  # TLS takes the file descriptor out of the first one
            if self._over:
                self._end()

    def check(self, url: str) -> None:
        """Raise if the time is over; a connection shut down may look like the end of a page."""
        if self._over:
            raise FetchError(f"{url} took longer than {self._seconds:g} seconds")

    def _end(self) -> None:
        self._over = True
        for each in self._sockets:
            with suppress(OSError):  # the other side was faster
                each.shutdown(socket.SHUT_RDWR)


def fetch(
    url: str, *, allow_private: bool = False, client: httpx.Client | None = None, seconds: float = SECONDS
) -> Fetched:
    """Fetch a page over http or https.

    Redirects are followed by hand, so that every hop's address is judged; none may leave https.

    Args:
        allow_private: also reach hosts that are not on the public internet.
        client: your own, with its timeouts and headers; it is not closed.
        seconds: time for all of it, redirects and body.

    Raises:
        FetchError: a refused address, a network failure, too many redirects or bytes, or too much time.
        TypeError: the address is no str.
    """
    import httpx

    if not isinstance(url, str):
        raise TypeError(f"url must be str, not {type(url).__name__}")
    with Deadline(seconds) as deadline:
        try:
            if client is not None:
                return follow(client, url, allow_private, deadline)
            timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
            with httpx.Client(timeout=timeout, headers={"User-Agent": USER_AGENT}, trust_env=False) as own:
                return follow(own, url, allow_private, deadline)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError, RuntimeError) as error:
            # The last two: addresses that no standard allows fail in ways of their own, and so does a closed client.
            deadline.check(url)
            raise FetchError(f"{url} could not be fetched: {error or type(error).__name__}") from None


def follow(client: httpx.Client, url: str, allow_private: bool, deadline: Deadline) -> Fetched:
    """Fetch a page through its redirects."""
    for _ in range(MAX_REDIRECTS + 1):
        check_address(url, allow_private)
        deadline.check(url)
        with client.stream("GET", url, follow_redirects=False, extensions={"trace": deadline.trace}) as response:
            if not response.has_redirect_location:
                return receive(response, url, deadline)
            there = urljoin(url, response.headers["location"])
        if url.startswith("https:") and there.startswith("http:"):
            raise FetchError(f"{url} redirects from https to http")
        url = there
    raise FetchError(f"{url}: more than {MAX_REDIRECTS} redirects")


def receive(response: httpx.Response, url: str, deadline: Deadline) -> Fetched:
    """Read a response up to the cap."""
    if response.is_error:
        raise FetchError(f"{url} answered {response.status_code} {response.reason_phrase}")
    chunks, size = [], 0
    for chunk in response.iter_bytes():
        deadline.check(url)
        chunks.append(chunk)
        size += len(chunk)
        if size > MAX_BYTES:
            raise FetchError(f"{url} is larger than {MAX_BYTES:,} bytes")
    deadline.check(url)
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
            refusal = FetchError(f"{host} is not on the public internet")
            refusal.add_note("pass allow_private=True if that is meant")  # for programs; the command line has no such
            raise refusal


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

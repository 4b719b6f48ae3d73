"""Fetch one page, politely and within bounds."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from newsclean.errors import FetchError
from newsclean.io.guard import resolved, transport
from newsclean.io.http import (
    CONNECT_SECONDS,
    MAX_REDIRECTS,
    READ_SECONDS,
    SECONDS,
    USER_AGENT,
    Fetched,
    Receiver,
    check_url,
    failures_of,
    hop,
    same_origin,
    without_credentials,
)

if TYPE_CHECKING:
    import httpx


class Deadline:
    """Ends a fetch when its time is over, whatever it waits for then.

    Between two chunks the clock could be asked; inside the head of a response, or the head of its gzip data, httpx does
    not come back to us. So a timer shuts the connections down, and what waits for them sees their end. A connection
    that is not made yet has nothing to shut down: the request's own time limits end that.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._until = time.monotonic() + seconds
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

    @property
    def left(self) -> float:
        """Seconds until then, never quite none: 0 would mean "do not wait" to a socket."""
        return max(self._until - time.monotonic(), 0.001)

    def shorten(self, request: Any) -> None:
        """Let no step of a request wait longer than there is time."""
        limits = request.extensions.get("timeout") or {}
        steps = ("connect", "read", "write", "pool")
        left = self.left
        request.extensions["timeout"] = {
            step: left if limits.get(step) is None else min(limits[step], left) for step in steps
        }

    def check(self, url: str) -> None:
        """Raise if the time is over; a connection shut down may look like the end of a page."""
        if self._over or time.monotonic() >= self._until:
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

    Redirects are followed by hand, so that every hop's address is judged; none may leave https. What is judged is the
    address that is dialled; with a client of your own, which resolves names itself, the one that the name has just
    before.

    Args:
        allow_private: also reach hosts that are not on the public internet.
        client: your own, with its timeouts and headers, of httpx or a library with its interface; it is not closed.
        seconds: time for all of it, redirects and body.

    Raises:
        FetchError: a refused address, a network failure, too many redirects or bytes, or too much time.
        TypeError: the address is no str.
    """
    check_url(url)
    if client is not None:
        return within(client, url, seconds, None if allow_private else check_name)
    import httpx

    timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    with httpx.Client(
        timeout=timeout, headers={"User-Agent": USER_AGENT}, trust_env=False, transport=transport(allow_private)
    ) as own:
        return within(own, url, seconds, None)


def within(client: Any, url: str, seconds: float, check: Callable[[str, float], None] | None) -> Fetched:
    """Fetch a page within a time; whatever fails is ours."""
    with Deadline(seconds) as deadline:
        try:
            return follow(client, url, check, deadline)
        except FetchError:
            deadline.check(url)  # such as a name that was not resolved in what time was left
            raise
        except failures_of(client) as error:
            deadline.check(url)
            raise FetchError(f"{url} could not be fetched: {error or type(error).__name__}") from None


def follow(client: Any, url: str, check: Callable[[str, float], None] | None, deadline: Deadline) -> Fetched:
    """Fetch a page through its redirects."""
    first = url
    for _ in range(MAX_REDIRECTS + 1):
        check_url(url)
        if check is not None:
            check(url, deadline.left)
        deadline.check(url)
        request = client.build_request("GET", url, extensions={"trace": deadline.trace})
        deadline.shorten(request)
        own = same_origin(first, url)
        more = {} if own else {"auth": None}
        response = client.send(
            request if own else without_credentials(request), stream=True, follow_redirects=False, **more
        )
        try:
            if not response.has_redirect_location:
                return receive(response, first, url, deadline)
            url = hop(url, response.headers["location"])
        finally:
            response.close()
    raise FetchError(f"{first}: more than {MAX_REDIRECTS} redirects")


def receive(response: Any, first: str, url: str, deadline: Deadline) -> Fetched:
    """Read a response up to the cap."""
    receiver = Receiver(response, url)
    for raw in (response.content,) if receiver.read else response.iter_raw():
        deadline.check(url)
        receiver.take(raw)
    deadline.check(url)
    return receiver.result(first)


def check_name(url: str, seconds: float) -> None:
    """Refuse an address whose host is not public, for clients that resolve it themselves."""
    parts = urlsplit(url)
    resolved(str(parts.hostname), parts.port or 443, allow_private=False, seconds=seconds)

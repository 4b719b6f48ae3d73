"""Which addresses may be dialled: judged at the socket, so that no name, redirect or resolver gets around it.

A name is resolved once, every answer is judged, and the one that is dialled is one of those. Host name and certificate
are checked as always: only the socket's address is ours.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from newsclean.errors import FetchError

if TYPE_CHECKING:
    import httpx

MAX_ANSWERS = 4
"""Addresses of a name that are tried."""
EMBEDDING = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))
"""IPv6 networks with an IPv4 address in their last 32 bits: NAT64, and the old compatible form."""


def is_public(address: str) -> bool:
    """Tell whether an address is public, IPv4 inside IPv6 unwrapped first."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour
        if inner is None and any(ip in network for network in EMBEDDING):
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        ip = inner or ip
    return ip.is_global and not ip.is_multicast


def judged(host: str, answers: Iterable[Any], allow_private: bool) -> list[str]:
    """Return the addresses of a name that may be dialled.

    Raises:
        FetchError: one of them is not public; then none is.
    """
    found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    if not allow_private and not all(map(is_public, found)):
        refusal = FetchError(f"{host} is not on the public internet")
        refusal.add_note("pass allow_private=True if that is meant")  # for programs; the command line has no such
        raise refusal
    if not found:
        raise FetchError(f"{host} cannot be resolved")
    return found[:MAX_ANSWERS]


def resolved(host: str, port: int, allow_private: bool, seconds: float | None = None) -> list[str]:
    """Resolve a name within a time and judge it.

    Raises:
        FetchError: it has no address, one that is not public, or no answer in time.
    """
    answers: list[Any] = []
    failed: list[Exception] = []

    def ask() -> None:
        try:
            answers.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    if seconds is None:
        ask()
    else:
        thread = threading.Thread(target=ask, name="newsclean-resolver", daemon=True)
        thread.start()
        thread.join(seconds)
        if thread.is_alive():
            raise FetchError(f"{host} was not resolved within {seconds:g} seconds")
    if failed:
        raise FetchError(f"{host} cannot be resolved: {failed[0]}") from None
    return judged(host, answers, allow_private)


async def aresolved(host: str, port: int, allow_private: bool) -> list[str]:
    """Resolve a name and judge it.

    In a thread that nobody waits for: the loop's own resolver would keep `asyncio.run` from ending until it answers.
    """
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[Any]] = loop.create_future()

    def settle(found: list[Any], failure: Exception | None) -> None:
        if answer.done():  # given up meanwhile
            return
        if failure is None:
            answer.set_result(found)
        else:
            answer.set_exception(failure)

    def ask() -> None:
        found: list[Any] = []
        failure: Exception | None = None
        try:
            found = list(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, UnicodeError) as error:
            failure = error
        with suppress(RuntimeError):  # the loop has ended
            loop.call_soon_threadsafe(settle, found, failure)

    threading.Thread(target=ask, name="newsclean-resolver", daemon=True).start()
    try:
        answers = await answer
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host} cannot be resolved: {error}") from None
    return judged(host, answers, allow_private)


@cache
def trust() -> ssl.SSLContext:
    """Return what certificates are checked by; to read the list of authorities takes 25 ms, so once."""
    import httpx

    return httpx.create_ssl_context(trust_env=False)


def transport(allow_private: bool) -> httpx.HTTPTransport:
    """Return a transport for `httpx.Client` that dials judged addresses only."""
    import httpcore
    import httpx

    class Backend(httpcore.SyncBackend):
        def connect_tcp(self, host: str, port: int, timeout: float | None = None, **more: Any) -> Any:  # type: ignore[override]
            error: Exception | None = None
            until = None if timeout is None else time.monotonic() + timeout
            for address in resolved(host, port, allow_private, timeout):
                left = None if until is None else max(until - time.monotonic(), 0.001)
                try:
                    return super().connect_tcp(address, port, timeout=left, **more)
                except (httpcore.ConnectError, httpcore.ConnectTimeout) as failure:
                    error = failure
            raise error or httpcore.ConnectError(f"{host} has no address")

        def connect_unix_socket(self, path: str, *_: Any, **__: Any) -> Any:
            raise FetchError(f"{path} is no address on the internet")

    made = httpx.HTTPTransport(verify=trust(), trust_env=False)
    made._pool = httpcore.ConnectionPool(
        ssl_context=trust(), network_backend=Backend()
    )  # httpx has no public way to it
    return made


def async_transport(allow_private: bool, connections: int) -> httpx.AsyncHTTPTransport:
    """Return a transport for `httpx.AsyncClient` that dials judged addresses only."""
    import httpcore
    import httpx

    class Stream(httpcore.AsyncNetworkStream):
        """A connection that is also closed when a handshake is broken off by our deadline."""

        def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
            self._inner = inner
            self.read, self.write, self.aclose = inner.read, inner.write, inner.aclose  # type: ignore[method-assign]
            self.get_extra_info = inner.get_extra_info  # type: ignore[method-assign]

        async def start_tls(self, *given: Any, **more: Any) -> Any:
            try:
                return await self._inner.start_tls(*given, **more)
            except asyncio.CancelledError:
                await self._inner.aclose()
                raise

    class Backend(httpcore.AnyIOBackend):
        async def connect_tcp(self, host: str, port: int, timeout: float | None = None, **more: Any) -> Any:  # type: ignore[override]
            error: Exception | None = None
            for address in await aresolved(host, port, allow_private):
                try:
                    return Stream(await super().connect_tcp(address, port, timeout=timeout, **more))
                except (httpcore.ConnectError, httpcore.ConnectTimeout) as failure:
                    error = failure
            raise error or httpcore.ConnectError(f"{host} has no address")

        async def connect_unix_socket(self, path: str, *_: Any, **__: Any) -> Any:
            raise FetchError(f"{path} is no address on the internet")

    made = httpx.AsyncHTTPTransport(verify=trust(), trust_env=False)
    made._pool = httpcore.AsyncConnectionPool(
        ssl_context=trust(), network_backend=Backend(), max_connections=connections
    )
    return made

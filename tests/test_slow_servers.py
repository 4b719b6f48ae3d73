"""Servers that take their time, at every place of an exchange, for every kind of client: one deadline bounds them all.

All exchanges run side by side, once; each test looks at one of them.
"""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import httpx
import pytest

import newsclean
from newsclean.errors import FetchError, RobotsDenied
from newsclean.io.fetcher import Fetcher, afetch
from tests.servers import OK, Server, page

SECONDS = 0.3
GRACE = 1.0
"""Beyond the deadline, on a busy machine."""
AT_ONCE = 16

UNCHECKED = ssl.create_default_context()
"""Made once; no handshake comes as far as a certificate."""
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
LENGTH = OK + b"Content-Length: 100000\r\n\r\n"
PACKED = OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10]
DRIPS = {
    "silence": (b"", b""),
    "status": (b"HTTP/1.1 2", b""),
    "status drips": (b"HTTP/1.1 200 ", b"O"),
    "continue": (b"", b"HTTP/1.1 100 Go on\r\n\r\n"),
    "header name drips": (OK, b"x"),
    "header value drips": (OK + b"X-Long: ", b"x"),
    "header lines": (OK, b"A: b\r\n"),
    "headers without an end": (OK, b""),
    "no body": (LENGTH, b""),
    "body drips to the close": (OK + b"\r\n", b"x"),
    "body drips to its length": (LENGTH, b"x"),
    "body stops half-way": (LENGTH + b"x" * 50_000, b""),
    "no chunk": (CHUNKED, b""),
    "chunk size drips": (CHUNKED, b"0"),
    "chunk extension drips": (CHUNKED + b"1;", b"x"),
    "chunk drips": (CHUNKED + b"fffff\r\n", b"x"),
    "chunks": (CHUNKED, b"1\r\nx\r\n"),
    "chunk without an end": (CHUNKED + b"5\r\nabcde", b""),
    "last chunk is missing": (CHUNKED + b"5\r\nabcde\r\n", b""),
    "trailers": (CHUNKED + b"5\r\nabcde\r\n0\r\n", b"A: b\r\n"),
    "gzip head": (PACKED, b""),
    "gzip drips empty blocks": (PACKED, b"\x00\x00\x00\xff\xff"),
}
"""What comes at once, and what comes every 0.05 seconds from then on."""
HANDSHAKES = {"handshake": (b"", b""), "handshake drips": (b"\x16\x03\x03\x40\x00", b"\x02")}
REDIRECT = b"HTTP/1.1 302 Found\r\nLocation: /%d\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def dripping(begin, drop, deaf=False):
    def script(path, headers, connection):
        connection.sendall(begin)
        server.drip(connection, drop)

    script.deaf = deaf
    server = Server(script)
    return server


def chain():
    """Five redirects, each in time; then a page. All together are not."""

    def script(path, headers, connection):
        time.sleep(SECONDS / 4)
        hop = int(path[1:] or 0)
        return REDIRECT % (hop + 1) if hop < 5 else page(b"at last")

    return Server(script)


def slow_end():
    """A redirect at once, to a page that drips."""

    def script(path, headers, connection):
        if path == "/":
            return REDIRECT % 1
        connection.sendall(LENGTH)
        server.drip(connection)
        return None

    server = Server(script)
    return server


def full_queue():
    """Return a listener that answers no further connection, and what fills its queue."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=0)
    fill = []
    for _ in range(4):
        one = socket.socket()
        one.setblocking(False)
        one.connect_ex(listener.getsockname())
        fill.append(one)
    time.sleep(0.05)
    return listener, fill


def by_afetch(url):
    return asyncio.run(afetch(url, allow_private=True, seconds=SECONDS))


def with_client(library):
    """A client of the caller's that would wait for ever."""

    def fetch(url):
        with library.Client(timeout=None, verify=UNCHECKED) as mine:
            return newsclean.fetch(url, allow_private=True, seconds=SECONDS, client=mine)

    return fetch


def with_async_client(library):
    async def fetch(url):
        async with library.AsyncClient(timeout=None, verify=UNCHECKED) as mine:
            return await afetch(url, allow_private=True, seconds=SECONDS, client=mine)

    return lambda url: asyncio.run(fetch(url))


def by_fetcher(url, robots=False):
    async def fetch():
        async with Fetcher(allow_private=True, robots=robots, retries=0, delay=0.0, seconds=SECONDS) as fetcher:
            return await fetcher.fetch(url)

    return asyncio.run(fetch())


CLIENTS = {
    "fetch": lambda url: newsclean.fetch(url, allow_private=True, seconds=SECONDS),
    "afetch": by_afetch,
    "Fetcher": by_fetcher,
    "fetch with a client": with_client(httpx),
    "afetch with a client": with_async_client(httpx),
}
OTHERS = ("connect", "name", "redirects", "redirect to a slow page")
PLACES = (*DRIPS, *HANDSHAKES, *OTHERS)
THEIRS = {
    ("name", "fetch with a client"),
    ("name", "afetch with a client"),
    *((place, "afetch with a client") for place in HANDSHAKES),
}
"""A client of the caller's resolves names in its own way, and httpx's leaves a broken handshake to the collector."""
CELLS = [(place, client) for place in PLACES for client in CLIENTS if (place, client) not in THEIRS]


def timed(call, url):
    """Return what came of an exchange, and the seconds it took."""
    began = time.monotonic()
    try:
        found = call(url)
    except Exception as error:
        found = error
    return found, time.monotonic() - began


def places(stack):
    """Begin all servers; return their addresses."""
    found = {name: stack.enter_context(dripping(*row)).url for name, row in DRIPS.items()}
    for name, row in HANDSHAKES.items():
        found[name] = stack.enter_context(dripping(*row, deaf=True)).url.replace("http:", "https:")
    listener, fill = full_queue()
    for one in (listener, *fill):
        stack.callback(one.close)
    found["connect"] = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    found["name"] = "http://slow.example/"
    found["redirects"] = stack.enter_context(chain()).url
    found["redirect to a slow page"] = stack.enter_context(slow_end()).url
    return found


@pytest.fixture(scope="module")
def exchanges():
    """What came of every place with every client, and how long it took."""
    real = socket.getaddrinfo

    def resolve(host, *rest, **more):
        if host == "slow.example":
            time.sleep(4 * GRACE)
        return real(host, *rest, **more)

    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", resolve)
        urls = places(stack)
        pool = stack.enter_context(ThreadPoolExecutor(AT_ONCE))
        begun = {cell: pool.submit(timed, CLIENTS[cell[1]], urls[cell[0]]) for cell in CELLS}
        return {cell: future.result(30) for cell, future in begun.items()}


@pytest.mark.parametrize("place,client", CELLS)
def test_a_slow_server_is_left_in_time(place, client, exchanges):
    found, seconds = exchanges[place, client]
    assert isinstance(found, FetchError), found
    assert f"took longer than {SECONDS} seconds" in str(found)
    assert seconds < SECONDS + GRACE


@pytest.mark.slow
@pytest.mark.parametrize("place", [place for place in PLACES if place != "name"])
def test_a_client_of_the_library_that_goes_on_from_httpx(place):
    httpx2 = pytest.importorskip("httpx2", reason="httpx2 is not installed")
    with ExitStack() as stack:
        url = places(stack)[place]
        ways = [with_client(httpx2)]
        if (place, "afetch with a client") not in THEIRS:
            ways.append(with_async_client(httpx2))
        for call in ways:
            found, seconds = timed(call, url)
            assert isinstance(found, FetchError), found
            assert seconds < SECONDS + GRACE


@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 404 No\r\n\r\n", b"HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n"], ids=["404", "500"]
)
@pytest.mark.parametrize("client", CLIENTS)
def test_the_body_of_an_error_is_not_waited_for(client, answer):
    with dripping(answer, b"x") as server:
        found, seconds = timed(CLIENTS[client], server.url)
    assert "answered" in str(found)
    assert seconds < GRACE


# ------------------------------------------------------------------ robots.txt


def robots_by(answer):
    """Serve a page at once, and robots.txt as told."""

    def script(path, headers, connection):
        if not path.startswith("/robots.txt"):
            return page(b"reached")
        return answer(server, connection)

    server = Server(script)
    return server


def drips(begin, drop):
    def answer(server, connection):
        connection.sendall(begin)
        server.drip(connection, drop)

    return answer


def loops(server, connection):
    time.sleep(SECONDS / 4)
    return b"HTTP/1.1 302 Found\r\nLocation: /robots.txt\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def endless(server, connection):
    connection.sendall(OK + b"\r\n")
    for _ in range(12):
        connection.sendall(b"Disallow: /x\n" * 80_000)


ROBOTS = {
    "silence": drips(b"", b""),
    "headers drip": drips(OK, b"A: b\r\n"),
    "body drips": drips(LENGTH, b"#"),
    "chunks": drips(CHUNKED, b"2\r\n#\n\r\n"),
    "redirects": loops,
    "endless": endless,
}


@pytest.mark.parametrize("place", ROBOTS)
def test_a_slow_robots_file_allows_nothing(place):
    pytest.importorskip("protego", reason="needs the extra [fetch]")
    with robots_by(ROBOTS[place]) as server:
        found, seconds = timed(lambda url: by_fetcher(url, robots=True), server.url + "/story")
        assert isinstance(found, RobotsDenied), found
        assert "/story" not in server.paths
    assert seconds < SECONDS + GRACE


@pytest.mark.parametrize("ask", ["feed", "sitemap"])
def test_a_slow_feed_is_left_in_time(ask):
    async def read(url):
        async with Fetcher(allow_private=True, robots=False, retries=0, delay=0.0, seconds=SECONDS) as fetcher:
            return await getattr(fetcher, ask)(url)

    with dripping(LENGTH + b"<?xml version='1.0'?><rss><channel>", b" ") as server:
        found, seconds = timed(lambda url: asyncio.run(read(url)), server.url)
    assert "took longer" in str(found)
    assert seconds < SECONDS + GRACE

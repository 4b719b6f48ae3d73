"""Fetching: the guard at the socket, bombs, slow servers; manners, cache, feeds. All servers are on this machine."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import json
import shutil
import socket
import ssl
import subprocess
import time
import tracemalloc
import zlib
from datetime import UTC, datetime

import httpx
import pytest

import newsclean
from newsclean.errors import FetchError, RobotsDenied
from newsclean.io.feeds import Link, read_feed, read_sitemap
from newsclean.io.fetcher import Fetcher, afetch
from newsclean.io.manners import wait_of
from tests.servers import OK, Server, page, serving


def both(url, **options):
    """Fetch in both ways; return what each gave, a page or an error."""
    got = []
    for way in (newsclean.fetch, lambda *a, **k: asyncio.run(afetch(*a, **k))):
        try:
            got.append(way(url, **options))
        except FetchError as error:
            got.append(error)
    return got


def refused(url, **options):
    found = both(url, **options)
    assert all(isinstance(one, FetchError) for one in found), found
    return [str(one) for one in found]


# ------------------------------------------------------------------ the guard

SPELLINGS = (
    "127.0.0.1", "localhost", "127.1", "127.0.1", "2130706433", "0x7f.1", "0x7f000001", "0177.0.0.1", "[::1]",
    "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[::127.0.0.1]", "0.0.0.0", "0",
    "[::]", "127.0.0.1.", "LOCALHOST", "user:pw@127.0.0.1", "user@localhost", "１２７.0.0.1", "127。0。0。1", "127.0.0.1%00",
    "ⓛocalhost", "localhost.localdomain", "ip6-localhost",
)  # fmt: skip
PRIVATE = (
    "10.0.0.1", "100.64.0.1", "169.254.169.254", "172.16.0.1", "192.168.0.1", "192.0.0.1", "198.18.0.1", "224.0.0.1",
    "240.0.0.1", "255.255.255.255", "100.100.100.200", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[ff02::1]",
    "[2002:7f00:1::]", "[64:ff9b::a9fe:a9fe]", "[2001:db8::1]", "[::ffff:100.64.0.1]", "[100::1]",
)  # fmt: skip


def test_no_spelling_reaches_this_machine():
    with serving({"/": page(b"reached")}) as canary:
        for host in SPELLINGS:
            refused(f"http://{host}:{canary.port}/", seconds=3)
        assert canary.requests == []
        assert [one.body for one in both(canary.url, allow_private=True)] == [b"reached"] * 2


@pytest.mark.parametrize("host", PRIVATE)
def test_private_addresses_are_not_dialled(host, monkeypatch):
    dialled = []
    monkeypatch.setattr(socket, "create_connection", lambda *a, **k: dialled.append(a))
    for said in refused(f"http://{host}/", seconds=3):
        assert "not on the public internet" in said
    assert dialled == []


def resolver(monkeypatch, *answers):
    """Answer questions one after the other; the last answer stands."""
    asked = []

    def resolve(host, port, *rest, **more):
        asked.append(host)
        addresses = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_a_name_is_asked_once_and_what_was_judged_is_dialled(monkeypatch):
    asked = resolver(monkeypatch, ["93.184.216.34"], ["127.0.0.1"])
    dialled = []

    def dial(address, *rest, **more):
        dialled.append(address)
        raise OSError("no way out of here")

    monkeypatch.setattr(socket, "create_connection", dial)
    with pytest.raises(FetchError, match="no way out of here"):
        newsclean.fetch("http://rebind.example/")
    assert (asked, dialled) == (["rebind.example"], [("93.184.216.34", 80)])


@pytest.mark.parametrize("answers", [["93.184.216.34", "10.0.0.1"], ["::1"], []])
def test_one_private_answer_is_enough(monkeypatch, answers):
    resolver(monkeypatch, answers)
    refused("http://mixed.example/", seconds=3)


def test_a_name_that_is_not_resolved_in_time(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: time.sleep(1.2) or [])
    monkeypatch.setattr("newsclean.io.fetch.CONNECT_SECONDS", 0.2)
    with pytest.raises(FetchError, match=r"not resolved within 0.2 seconds"):
        newsclean.fetch("http://slow.example/")
    with pytest.raises(FetchError, match=r"longer than 0.2 seconds"):
        asyncio.run(afetch("http://slow.example/", seconds=0.2))


@pytest.mark.parametrize(
    "there",
    ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "data:text/html,x", "javascript:1", "s3://x/y", "//",
     "http://" + "a" * 10_000, "http://" + "a" * 300 + ".example/", "http://[::1]:{port}/canary", "http://127.1:{port}/canary"],
)  # fmt: skip
def test_redirects_are_judged_at_every_hop(there, monkeypatch):
    pages = {}
    with serving(pages) as server:
        place = there.replace("{port}", str(server.port))
        pages["/"] = (
            f"HTTP/1.1 302 Found\r\nLocation: {place}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
        )
        pages["/canary"] = page(b"reached")
        real = socket.getaddrinfo
        # The first hop is let through as if its name were public; what it leads to is judged as ever.
        monkeypatch.setattr(
            "newsclean.io.guard.is_public", lambda address: address == "127.0.0.1" and not server.requests
        )
        monkeypatch.setattr(
            socket, "getaddrinfo", lambda host, *a, **k: real(host if host[:1] != "p" else "127.0.0.1", *a, **k)
        )
        with pytest.raises(FetchError):
            newsclean.fetch(f"http://public.example:{server.port}/", seconds=3)
        assert server.paths == ["/"]


def test_a_chain_of_redirects_has_an_end():
    def answer(headers):
        return b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

    with serving({"/": answer}) as server:
        assert all("more than 5 redirects" in said for said in refused(server.url + "/", allow_private=True))
        assert len(server.requests) == 12


def test_credentials_do_not_follow_to_another_host():
    seen = []

    def answer(request):
        seen.append((request.url.host, "authorization" in request.headers, "cookie" in request.headers))
        if request.url.path == "/":
            return httpx.Response(302, headers={"Location": "/two"})
        if request.url.path == "/two":
            return httpx.Response(302, headers={"Location": "https://other.example/three"})
        return httpx.Response(200, content=b"<p>here</p>")

    headers = {"Authorization": "Bearer quay", "Cookie": "a=b"}
    transport = httpx.MockTransport(answer)
    with httpx.Client(transport=transport, headers=headers, auth=("a", "b")) as client:
        newsclean.fetch("https://quay.example/", client=client, allow_private=True)

    async def many():
        async with httpx.AsyncClient(transport=transport, headers=headers, auth=("a", "b")) as client:
            await afetch("https://quay.example/", client=client, allow_private=True)

    asyncio.run(many())
    assert seen == [("quay.example", True, True), ("quay.example", True, True), ("other.example", False, False)] * 2


@pytest.mark.parametrize(
    "url", ["", "quay.example", "http://", "http://a:99999/", "http://" + "a" * 10**6, "http://a/\ud800"]
)
def test_what_is_no_address(url):
    refused(url, allow_private=True)


@pytest.fixture
def certificate(tmp_path):
    """A certificate for localhost that signs itself."""
    program = shutil.which("openssl") or pytest.skip("needs the program openssl")
    key, file = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = [
        program,
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    command += [
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=DNS:localhost",
        "-keyout",
        str(key),
        "-out",
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return file, key


def test_certificates_and_host_names_are_checked_as_ever(certificate, monkeypatch):
    file, key = certificate
    server_side = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server_side.load_cert_chain(file, key)

    def script(path, headers, connection):
        with server_side.wrap_socket(connection, server_side=True) as secure:
            secure.recv(65536)
            secure.sendall(page(b"<p>safe</p>"))

    script.deaf = True
    with Server(script) as server:
        place = f"https://localhost:{server.port}/"
        assert all("CERTIFICATE_VERIFY_FAILED" in said for said in refused(place, allow_private=True))
        trusting = ssl.create_default_context(cafile=str(file))
        monkeypatch.setattr("newsclean.io.guard.trust", lambda: trusting)
        assert [got.body for got in both(place, allow_private=True)] == [b"<p>safe</p>"] * 2
        wrong_name = refused(place.replace("localhost", "127.0.0.1"), allow_private=True)
        assert all("CERTIFICATE_VERIFY_FAILED" in said for said in wrong_name)


# ------------------------------------------------------------------ bombs

MB = 1 << 20


def deflated(data, bits=31):
    packer = zlib.compressobj(1, wbits=bits)
    return packer.compress(data) + packer.flush()


def bombs():
    zeros = bytes(64 * MB)
    yield "gzip", deflated(zeros)
    yield "deflate", deflated(zeros, 15)
    yield "gzip, gzip", gzip.compress(deflated(zeros))
    yield ", ".join(["gzip"] * 6), b"\x1f\x8b"
    yield ", ".join(["gzip"] * 200), b"\x1f\x8b"
    yield "gzip", gzip.compress(bytes(MB)) * 100
    brotli, zstandard = pytest.importorskip("brotli"), pytest.importorskip("zstandard")
    yield "br", brotli.compress(zeros, quality=2)
    yield "zstd", zstandard.compress(zeros)
    yield "br, gzip", gzip.compress(brotli.compress(zeros, quality=2))
    yield "unheard-of", b"x"
    yield "gzip", b"no gzip"
    yield "gzip", gzip.compress(b"<p>a story</p>" * 100)[:-20]


def test_bombs_are_refused_within_little_memory():
    for name, data in bombs():
        with serving({"/": page(data, f"Content-Encoding: {name}\r\n")}) as server:
            tracemalloc.start()
            said = refused(server.url, allow_private=True)
            _, peak = tracemalloc.get_traced_memory()
            tracemalloc.stop()
        assert peak < 42 * MB, (name, peak)  # the cap of 10 MB, its pieces, and the server's own copy
        assert any(word in said[0] for word in ("larger than", "content encoding", "damaged", "cut off")), said


@pytest.mark.parametrize("name", ["gzip", "br", "zstd", "deflate"])
def test_what_is_honestly_packed_is_read(name):
    from tests.test_warc import PACKERS

    body = b"<p>The night ferry left at nine.</p>" * 50
    with serving({"/": page(PACKERS[name](body), f"Content-Encoding: {name}\r\n")}) as server:
        for got in both(server.url, allow_private=True):
            assert got.body == body
            assert "content-encoding" not in got.headers


# ------------------------------------------------------------------ broken servers; slow ones in test_slow_servers.py


CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


def endless(path, headers, connection):
    connection.sendall(OK + b"\r\n")
    for _ in range(40):
        connection.sendall(bytes(MB))


BROKEN = {
    "endless body": endless,
    "5 MB header": lambda *_: OK + b"X: " + b"x" * 5 * MB + b"\r\n\r\n",
    "many headers": lambda *_: OK + b"A: b\r\n" * 100_000 + b"\r\n",
    "lying length": lambda *_: OK + b"Content-Length: 5000\r\nConnection: close\r\n\r\nshort",
    "no end of chunks": lambda *_: CHUNKED + b"5\r\nabcde\r\n",
    "wrong chunk": lambda *_: CHUNKED + b"zz\r\nabcde\r\n",
    "no http": lambda *_: b"SSH-2.0-OpenSSH_9.6\r\n",
    "nothing": lambda *_: b"",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_server_is_an_error(name):
    with Server(BROKEN[name]) as server:
        began = time.monotonic()
        refused(server.url, allow_private=True, seconds=3)
        assert time.monotonic() - began < 8


def cut_at(place, whole):
    def script(path, headers, connection):
        connection.sendall(whole[:place])
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")

    return script


def reset(places):
    whole = OK + b"Content-Length: 60\r\n\r\n" + b"<p>The night ferry left at nine.</p>" + b" " * 24
    for place in places(len(whole)):
        with Server(cut_at(place, whole)) as server:
            refused(server.url, allow_private=True, seconds=3)


def test_a_connection_that_is_reset():
    reset(lambda size: range(0, size - 1, size // 10))


@pytest.mark.slow
def test_a_connection_that_is_reset_anywhere():
    reset(lambda size: range(0, size - 1, max(size // 50, 1)))


# ------------------------------------------------------------------ manners


def run(call, **options):
    async def inside():
        options.setdefault("delay", 0.0)
        async with Fetcher(allow_private=True, **options) as fetcher:
            return await call(fetcher)

    return asyncio.run(inside())


def robots(text):
    return page(text.encode())


def test_robots_are_kept_to():
    pytest.importorskip("protego", reason="needs the extra [fetch]")
    rules = "User-agent: *\nDisallow: /private\n\nUser-agent: newsclean\nDisallow: /club\n"
    with serving({"/robots.txt": robots(rules), "/club": page(b"x"), "/private": page(b"y")}) as server:
        with pytest.raises(RobotsDenied, match=r"robots.txt of its host does not allow it"):
            run(lambda f: f.fetch(server.url + "/club"))
        assert run(lambda f: f.fetch(server.url + "/private")).body == b"y"
        assert run(lambda f: f.fetch(server.url + "/club"), robots=False).body == b"x"
        with pytest.raises(RobotsDenied):  # another robot is under the rules for all
            run(lambda f: f.fetch(server.url + "/private"), user_agent="quaybot/2.0 (+https://quay.example)")
        assert server.paths.count("/club") == 1


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (503, False), (500, False)])
def test_a_robots_file_that_is_not_there(status, allowed):
    pytest.importorskip("protego", reason="needs the extra [fetch]")
    answer = f"HTTP/1.1 {status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()
    with serving({"/robots.txt": answer, "/a": page(b"x")}) as server:
        if allowed:
            assert run(lambda f: f.fetch(server.url + "/a")).body == b"x"
        else:
            with pytest.raises(RobotsDenied):
                run(lambda f: f.fetch(server.url + "/a"))


@pytest.mark.parametrize(("delay", "rules", "least"), [(0.3, "", 0.3), (0.0, "User-agent: *\nCrawl-delay: 0.4\n", 0.4)])
def test_a_host_has_its_pause(delay, rules, least):
    pytest.importorskip("protego", reason="needs the extra [fetch]")
    with serving({"/robots.txt": robots(rules), "/a": page(b"x"), "/b": page(b"x"), "/c": page(b"x")}) as server:

        async def three(fetcher):
            return [one async for one in fetcher.fetch_many([server.url + path for path in ("/a", "/b", "/c")])]

        assert len(run(three, delay=delay)) == 3
        times = [when for path, _, when in server.requests if path != "/robots.txt"]
        assert all(later - earlier > least * 0.9 for earlier, later in itertools.pairwise(times))


def test_many_hosts_at_once_and_every_address_has_an_outcome():
    with serving({"/a": page(b"x")}) as one, serving({"/b": page(b"y")}) as two:
        urls = [one.url + "/a", two.url + "/b", one.url + "/missing", "gopher://x", two.url + "/b"]

        async def all_of(fetcher):
            return [found async for found in fetcher.fetch_many(urls)]

        found = run(all_of, robots=False, retries=0)
        assert sorted(url for url, _ in found) == sorted(urls)
        assert sum(isinstance(got, FetchError) for _, got in found) == 2


def test_what_may_pass_is_tried_again(monkeypatch):
    slept = []
    real = asyncio.sleep

    async def sleep(seconds, *rest):
        slept.append(seconds)
        await real(0)

    monkeypatch.setattr(asyncio, "sleep", sleep)
    answers = [
        b"HTTP/1.1 503 Later\r\nRetry-After: 7\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        b"HTTP/1.1 429 Slow\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        page(b"at last"),
    ]
    with serving({"/a": lambda headers: answers.pop(0)}) as server:
        assert run(lambda f: f.fetch(server.url + "/a"), robots=False).body == b"at last"
    assert [seconds for seconds in slept if seconds] == [7.0, 2.0]
    with serving({}) as server:
        with pytest.raises(FetchError, match="answered 404"):
            run(lambda f: f.fetch(server.url + "/a"), robots=False)
        assert len(server.requests) == 1


@pytest.mark.parametrize(("answer", "seconds"), [("5", 5.0), ("-3", 0.0), ("9999", 60.0), (None, 4.0), ("soon", 4.0)])
def test_how_long_to_wait(answer, seconds):
    assert wait_of(answer, 2) == seconds
    now = datetime(2026, 11, 1, 12, tzinfo=UTC)
    assert wait_of("Sun, 01 Nov 2026 12:00:30 GMT", 0, now) == 30.0


def test_a_stored_page_is_asked_for_by_its_tag(tmp_path):
    def answer(headers):
        if headers.get("if-none-match") == '"v1"':
            return b"HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        return page(b"<p>one</p>", 'ETag: "v1"\r\nLast-Modified: Sun, 01 Nov 2026 12:00:00 GMT\r\n')

    options = {"robots": False, "cache": tmp_path / "cache"}
    with serving({"/a": answer}) as server:
        first = run(lambda f: f.fetch(server.url + "/a"), **options)
        second = run(lambda f: f.fetch(server.url + "/a"), **options)
        assert (first.cached, second.cached) == (False, True)
        assert second._replace(cached=False) == first
        assert "if-modified-since" in server.requests[1][1]
        (file,) = (path for path in (tmp_path / "cache").rglob("*") if path.is_file())
        file.write_bytes(file.read_bytes()[:-3])  # a torn copy is none
        assert run(lambda f: f.fetch(server.url + "/a"), **options).cached is False
    assert "quay" not in file.name
    assert len(file.name) == 64


def test_a_fetcher_is_used_inside_its_block():
    with pytest.raises(RuntimeError, match="async with"):
        asyncio.run(Fetcher().fetch("https://quay.example/"))


def test_clients_of_the_library_that_goes_on_from_httpx():
    httpx2 = pytest.importorskip("httpx2", reason="httpx2 is not installed")

    def answer(request):
        if request.url.path == "/broken":
            raise httpx2.ConnectError("nobody there")
        return httpx2.Response(200, content=b"<p>here</p>")

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as client:
        assert newsclean.fetch("https://quay.example/", client=client, allow_private=True).body == b"<p>here</p>"
        with pytest.raises(FetchError, match="nobody there"):
            newsclean.fetch("https://quay.example/broken", client=client, allow_private=True)


# ------------------------------------------------------------------ feeds and sitemaps

RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Quay</title>
<item><title>Night ferry</title><link>/ferry</link><pubDate>Sun, 01 Nov 2026 12:00:00 GMT</pubDate></item>
<item><title>Lamp</title><link>https://quay.example/lamp</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title>
<entry><title>Night ferry</title><link href="https://quay.example/ferry"/><updated>2026-11-01T12:00:00Z</updated></entry></feed>"""
JSON_FEED = json.dumps(
    {"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/ferry", "title": "Night ferry"}]}
)
URLSET = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://quay.example/ferry </loc><image:image><image:loc>https://quay.example/a.jpg</image:loc></image:image>
<news:news><news:publication_date>2026-11-01</news:publication_date><news:title>Night ferry</news:title></news:news></url>
<url><loc>https://quay.example/lamp</loc><lastmod>2026-10-31</lastmod></url></urlset>"""


@pytest.mark.parametrize("body", [RSS, ATOM, JSON_FEED.encode()])
def test_feeds(body):
    pytest.importorskip("feedparser", reason="needs the extra [fetch]")
    links = read_feed(body, "https://quay.example/feed")
    assert (links[0].url, links[0].title) == ("https://quay.example/ferry", "Night ferry")


def test_sitemaps():
    want = [
        Link("https://quay.example/ferry", "Night ferry", "2026-11-01"),
        Link("https://quay.example/lamp", None, "2026-10-31"),
    ]
    for body in (URLSET, gzip.compress(URLSET)):
        assert read_sitemap(body, "https://quay.example/sitemap.xml") == (want, [])
    plain = b"https://quay.example/ferry\nnonsense\nhttps://quay.example/lamp\n"
    assert [link.url for link in read_sitemap(plain, "x")[0]] == [link.url for link in want]
    assert read_sitemap(URLSET[:-60], "x")[0][0] == want[0]  # cut, as some are


def test_an_index_of_sitemaps_is_followed_on_its_own_host():
    index = "<sitemapindex><sitemap><loc>{0}/one.xml</loc></sitemap><sitemap><loc>http://other.example/x</loc></sitemap></sitemapindex>"
    pages = {"/one.xml": page(URLSET)}
    with serving(pages) as server:
        pages["/index.xml"] = page(index.format(server.url).encode())
        links = run(lambda f: f.sitemap(server.url + "/index.xml"), robots=False)
        assert [link.url for link in links] == ["https://quay.example/ferry", "https://quay.example/lamp"]


def attacks():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    yield f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><urlset><url><loc>&l9;</loc></url></urlset>'
    yield f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]><urlset><url><loc>{"&a;" * 10_000}</loc></url></urlset>'
    yield '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>&f;</loc></url></urlset>'
    yield '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:{port}/x.dtd"> %p;]><urlset/>'
    yield '<!DOCTYPE urlset SYSTEM "http://127.0.0.1:{port}/x.dtd"><urlset/>'


@pytest.mark.parametrize("attack", [*attacks()], ids=["laughs", "quadratic", "file", "parameter", "dtd"])
def test_entities_and_document_types_are_refused(attack):
    with serving({}) as canary:
        body = attack.replace("{port}", str(canary.port)).encode()
        tracemalloc.start()
        with pytest.raises(FetchError, match="has a document type; it is not read"):
            read_sitemap(body, "x")
        if b"<!ENTITY" in body:
            with pytest.raises(FetchError, match="declares entities"):
                read_feed(body, "x")
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 2 * MB
        assert canary.requests == []


@pytest.mark.parametrize("body", [b"{}", b'{"items": 3}', b"<html><p>no feed</p></html>", b"", b"\x00\x01"])
def test_what_is_no_feed(body):
    pytest.importorskip("feedparser", reason="needs the extra [fetch]")
    with pytest.raises(FetchError):
        read_feed(body, "https://quay.example/feed")

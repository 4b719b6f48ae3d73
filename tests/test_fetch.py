"""Fetching one page; the network is a mock, or a server on this machine that must never be reached."""

import http.server
import threading
import time

import httpx
import pytest

import newsclean
from newsclean.errors import FetchError
from newsclean.io import guard as module
from newsclean.io.fetch import fetch
from newsclean.io.guard import is_public


def client(answer):
    return httpx.Client(transport=httpx.MockTransport(answer))


@pytest.fixture(autouse=True)
def _every_name_is_public(monkeypatch):
    real = module.socket.getaddrinfo

    def resolve(host, port, *rest, **more):
        if host.endswith(".example"):
            return [(2, 1, 6, "", ("93.184.216.34", port))]
        return real(host, port, *rest, **more)

    monkeypatch.setattr(module.socket, "getaddrinfo", resolve)


def test_a_page_with_its_headers_and_final_address():
    def answer(request):
        if request.url.path == "/old":
            return httpx.Response(301, headers={"Location": "/new"})
        return httpx.Response(200, html="<p>é</p>", headers={"X-Test": "1"})

    got = fetch("https://quay.example/old", client=client(answer))
    assert (got.url, got.status, got.body) == ("https://quay.example/new", 200, "<p>é</p>".encode())
    assert got.headers["x-test"] == "1"
    assert newsclean.fetch is fetch


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (lambda r: httpx.Response(404), "answered 404 Not Found"),
        (lambda r: httpx.Response(302, headers={"Location": str(r.url) + "x"}), "more than 5 redirects"),
        (lambda r: httpx.Response(302, headers={"Location": "http://quay.example/"}), "from https to http"),
        (lambda r: httpx.Response(302, headers={"Location": "file:///etc/passwd"}), "no http or https address"),
        (lambda r: httpx.Response(302, headers={"Location": "https://127.0.0.1/"}), "not on the public internet"),
        (lambda r: httpx.Response(302, headers={"Location": "http://["}), "could not be fetched"),
        (lambda r: httpx.Response(302, headers={"Location": "https://["}), "could not be fetched"),
        (lambda r: httpx.Response(302, headers={"Location": "https://xn--/"}), "could not be fetched"),
        (lambda r: httpx.Response(302, headers={"Location": "https://quay.example:99999/"}), "no address"),
        (lambda r: httpx.Response(200, content=b"x" * 10_000_001), "larger than 10,000,000 bytes"),
    ],
)
def test_what_is_refused(answer, message):
    with pytest.raises(FetchError, match=message):
        fetch("https://quay.example/a", client=client(answer))


def test_network_failures_are_ours():
    def answer(request):
        raise httpx.ConnectError("nobody there")

    with pytest.raises(FetchError, match="could not be fetched: nobody there"):
        fetch("https://quay.example/a", client=client(answer))


@pytest.mark.parametrize("url", ["http://xn--/", "http://quay.example/\ud800", "http://\ud800.example/", "http://["])
def test_addresses_that_no_standard_allows(url):
    for allow_private in (False, True):
        with pytest.raises(FetchError):
            fetch(url, allow_private=allow_private, client=client(lambda request: httpx.Response(200)))
        with pytest.raises(FetchError):
            fetch(url, allow_private=allow_private)


def test_a_closed_client_and_a_wrong_type():
    closed = client(lambda request: httpx.Response(200))
    closed.close()
    with pytest.raises(FetchError, match="closed"):
        fetch("https://quay.example/a", client=closed)
    with pytest.raises(TypeError, match="url must be str, not bytes"):
        fetch(b"https://quay.example/a")


def test_a_private_address_hints_at_the_argument_only_in_a_traceback():
    with pytest.raises(FetchError) as caught:
        fetch("http://127.0.0.1/")
    assert "allow_private" not in str(caught.value)
    assert caught.value.__notes__ == ["pass allow_private=True if that is meant"]


def test_redirects_share_one_deadline():
    def answer(request):
        time.sleep(0.1)
        return httpx.Response(302, headers={"Location": str(request.url) + "x"})

    with pytest.raises(FetchError, match="took longer"):
        fetch("https://quay.example/a", client=client(answer), seconds=0.25)


class Canary(http.server.BaseHTTPRequestHandler):
    hits = 0

    def do_GET(self):
        type(self).hits += 1
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"<p>reached</p>")

    def log_message(self, *args):
        pass


def test_this_machine_is_reached_only_if_that_is_meant():
    server = http.server.HTTPServer(("127.0.0.1", 0), Canary)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    try:
        for host in (
            "127.0.0.1",
            "localhost",
            "127.1",
            "2130706433",
            "0x7f.1",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "user:pw@127.0.0.1",
        ):
            with pytest.raises(FetchError):
                fetch(f"http://{host}:{port}/")
        assert Canary.hits == 0
        assert fetch(f"http://127.0.0.1:{port}/", allow_private=True).body == b"<p>reached</p>"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_public_addresses(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "100.64.0.1", "127.0.0.1", "169.254.169.254", "172.16.0.1", "192.168.0.1", "224.0.0.1", "0.0.0.0", "::1",
     "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:100.64.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::7f00:1"],
)  # fmt: skip
def test_addresses_that_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "quay.example",
        "ftp://quay.example/",
        "http://",
        "http://[broken",
        "http://a:99999/",
        "https://" + "a" * 300 + ".example/",
    ],
)
def test_what_is_no_address(url):
    with pytest.raises(FetchError):
        fetch(url)

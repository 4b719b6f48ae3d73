"""What every fetch keeps to, whoever moves the bytes: addresses, redirects, credentials, sizes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

from newsclean._version import __version__
from newsclean.errors import FetchError
from newsclean.io.encodings import Pipeline, pieces

MAX_BYTES = 10_000_000
"""Decoded bytes read of one page."""
MAX_REDIRECTS = 5
CONNECT_SECONDS, READ_SECONDS = 5.0, 10.0
SECONDS = 30.0
"""Time for a page in all: the two above begin anew with every byte, so a server that sends one now and then would be
read for ever. Thirty seconds bring `MAX_BYTES` over a line of 3 Mbit/s."""
USER_AGENT = f"newsclean/{__version__}"
CREDENTIALS = ("authorization", "cookie", "proxy-authorization")
MAX_URL, MAX_HOST = 8192, 253


class Fetched(NamedTuple):
    """A page as it came over the wire, content encodings undone."""

    body: bytes
    url: str
    """Final address."""
    status: int
    headers: dict[str, str]
    requested_url: str | None = None
    """The address that was asked for."""
    fetched_at: str | None = None
    """When, RFC 3339 in UTC; only from a `Fetcher`."""
    cached: bool = False
    """The server said that the stored copy is still right, or was not asked."""


def check_url(url: str) -> None:
    """Refuse what is not http or https.

    Raises:
        FetchError: it is no address, or one of another scheme.
        TypeError: it is no str.
    """
    if not isinstance(url, str):
        raise TypeError(f"url must be str, not {type(url).__name__}")
    if len(url) > MAX_URL:
        raise FetchError(f"an address of {len(url):,} characters; {MAX_URL:,} are read")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise FetchError(f"{url!r} is no address") from None
    if parts.scheme not in ("http", "https") or not host or len(host) > MAX_HOST:
        raise FetchError(f"{url!r} is no http or https address")


def hop(url: str, location: str) -> str:
    """Return where a redirect leads.

    Raises:
        FetchError: from https to http.
    """
    there = urljoin(url, location)
    if url.startswith("https:") and there.startswith("http:"):
        raise FetchError(f"{url} redirects from https to http")
    return there


def same_origin(one: str, other: str) -> bool:
    """Tell whether two addresses are of one scheme, host and port."""
    a, b = urlsplit(one), urlsplit(other)
    return (a.scheme, a.hostname, a.port) == (b.scheme, b.hostname, b.port)


def without_credentials(request: Any) -> Any:
    """Take from a request what was meant for another host."""
    for name in CREDENTIALS:
        request.headers.pop(name, None)
    return request


class Receiver:
    """Takes the body of one response, piece by piece, up to the cap.

    Raises:
        FetchError: an answer that is no page, an unknown encoding, damaged data, or too much of it.
    """

    def __init__(self, response: Any, url: str, max_bytes: int = MAX_BYTES) -> None:
        if response.is_error:
            raise FetchError(f"{url} answered {response.status_code} {response.reason_phrase}")
        self._url = url
        self._limit = max_bytes
        self._response = response
        self._chunks: list[bytes] = []
        self.read = bool(response.is_stream_consumed)
        """The client has read it already, and undone its encodings; as test clients do."""
        try:
            self._pipeline = Pipeline("" if self.read else response.headers.get("content-encoding", ""), max_bytes)
        except ValueError as error:
            raise FetchError(f"{url}: {error}") from None

    def take(self, raw: bytes) -> None:
        """Take bytes as they came."""
        try:
            self._chunks.extend(map(self._pipeline.feed, pieces(raw)))
        except ValueError as error:
            what = f"is larger than {self._limit:,} bytes" if "more than" in str(error) else f"is damaged: {error}"
            raise FetchError(f"{self._url} {what}") from None

    def result(self, requested: str, at: str | None = None) -> Fetched:
        """Return the page."""
        body = b"".join(self._chunks)
        if body and not self._pipeline.complete:
            raise FetchError(f"{self._url} is cut off: its compressed data has no end")
        headers = plain_headers(self._response.headers)
        return Fetched(body, str(self._response.url), self._response.status_code, headers, requested, at)


def plain_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return headers that are true of the decoded body."""
    gone = ("content-encoding", "content-length", "transfer-encoding")
    return {name: value for name, value in headers.items() if name.lower() not in gone}


def failures_of(client: Any) -> tuple[type[Exception], ...]:
    """Return what a client raises for a failed fetch: httpx's, or those of a library with its interface."""
    library = sys.modules.get(type(client).__module__.partition(".")[0])
    named = (getattr(library, name, None) for name in ("HTTPError", "InvalidURL", "StreamError"))
    # The last ones: addresses that no standard allows fail in ways of their own, and so does a closed client.
    return (*(error for error in named if isinstance(error, type)), OSError, ValueError, RuntimeError)

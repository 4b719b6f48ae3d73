"""Feeds and sitemaps: lists of pages. XML with a DTD is refused in sitemaps, which have none: no entity, no bomb."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urljoin
from xml.parsers import expat

from newsclean.errors import FetchError, MissingExtra
from newsclean.io.encodings import Pipeline, pieces

MAX_LINKS = 50_000
"""Pages of a sitemap, as its standard has it."""
MAX_XML = 50_000_000
"""Bytes of a sitemap when unpacked, as its standard has it."""


class Link(NamedTuple):
    """A page that a feed or a sitemap names."""

    url: str
    title: str | None = None
    published: str | None = None
    """As it is written there."""


def read_feed(body: bytes, url: str) -> list[Link]:
    """Return the entries of an RSS, Atom or JSON feed.

    Raises:
        FetchError: it is no feed.
        MissingExtra: feedparser is not installed.
    """
    found = json_links(body) if body.lstrip()[:1] == b"{" else xml_links(body, url)
    return [link._replace(url=urljoin(url, link.url)) for link in found if link.url][:MAX_LINKS]


def json_links(body: bytes) -> list[Link]:
    """Return the entries of a JSON feed."""
    try:
        items = json.loads(body)["items"]
        return [
            Link(item.get("url") or item.get("external_url") or "", item.get("title"), item.get("date_published"))
            for item in items
            if isinstance(item, dict)
        ]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise FetchError("this is no feed: JSON without a list of items") from None


def xml_links(body: bytes, url: str) -> list[Link]:
    """Return the entries of an RSS or Atom feed."""
    try:
        import feedparser
    except ImportError:
        raise MissingExtra("RSS and Atom feeds", "feedparser", "fetch") from None
    refuse_entities(body)
    parsed: Any = feedparser.parse(io.BytesIO(body), response_headers={"content-location": url})
    if not parsed.get("version") and not parsed.get("entries"):
        raise FetchError(f"{url} is no feed")
    return [Link(entry.get("link", ""), entry.get("title"), entry.get("published")) for entry in parsed.entries]


def refuse_entities(body: bytes) -> None:
    """Refuse XML that declares entities: they are what bombs and thefts are made of, and no feed needs them."""
    if b"<!ENTITY" in body or "<!ENTITY".encode("utf-16-le") in body or "<!ENTITY".encode("utf-16-be") in body:
        raise FetchError("the XML declares entities; it is not read")


def read_sitemap(body: bytes, url: str) -> tuple[list[Link], list[str]]:
    """Return the pages of a sitemap, with the titles and dates of Google's news sitemaps, and further sitemaps.

    Raises:
        FetchError: it is no sitemap, has a DTD, or is too large.
    """
    body = unpacked(body, url)
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return [Link(line) for line in text_lines(body)], []
    reader = SitemapReader(url)
    reader.read(body)
    return reader.links, reader.inner


def unpacked(body: bytes, url: str) -> bytes:
    """Unpack a sitemap that is a gzip file."""
    if body[:2] != b"\x1f\x8b":
        return body
    pipeline = Pipeline("gzip", MAX_XML)
    try:
        return b"".join(map(pipeline.feed, pieces(body)))
    except ValueError as error:
        raise FetchError(f"{url}: {error}") from None


def text_lines(body: bytes) -> Iterator[str]:
    """Yield the addresses of a sitemap in plain text."""
    for line in body.decode("utf-8", "replace").splitlines()[:MAX_LINKS]:
        if line.strip().startswith(("http://", "https://")):
            yield line.strip()


class SitemapReader:
    """Reads a sitemap as it is parsed; nothing of it is kept but links."""

    def __init__(self, url: str) -> None:
        self.links: list[Link] = []
        self.inner: list[str] = []
        self._url = url
        self._entry: dict[str, str] = {}
        self._text: list[str] = []

    def read(self, body: bytes) -> None:
        """Read a whole sitemap."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        try:
            parser.Parse(body, True)
        except expat.ExpatError as error:
            if not self.links and not self.inner:
                raise FetchError(f"{self._url} is no sitemap: {error}") from None

    def _refuse(self, *_: object) -> None:
        raise FetchError(f"{self._url} has a document type; it is not read")

    def _start(self, name: str, _attributes: object) -> None:
        self._text.clear()
        if name.rpartition(" ")[2] in ("url", "sitemap"):
            self._entry = {}

    def _end(self, name: str) -> None:
        space, _, local = name.rpartition(" ")
        text = "".join(self._text).strip()
        self._text.clear()
        if local == "loc" and "image" not in space and "video" not in space:
            self._entry["loc"] = text
        elif local in ("lastmod", "publication_date", "title"):
            self._entry[local] = text
        elif local == "sitemap" and self._entry.get("loc"):
            self.inner.append(urljoin(self._url, self._entry["loc"]))
        elif local == "url" and self._entry.get("loc") and len(self.links) < MAX_LINKS:
            entry = self._entry
            when = entry.get("publication_date") or entry.get("lastmod")
            self.links.append(Link(urljoin(self._url, entry["loc"]), entry.get("title"), when))

"""What only a page's metadata can say: kind, price, rights, keywords, main picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from newsclean.article import Access, Image, Kind, Rights
from newsclean.steps.blocks import fold
from newsclean.steps.desk import Desk
from newsclean.steps.page import Json, Metadata, is_story, strings, types_of
from newsclean.steps.urls import absolute
from newsclean.steps.values import MAX_FIELD_CHARS, text, unescape

MAX_TAGS = 50
MAX_TAG_CHARS = 80
MAX_PRICED = 200
PAGE_TYPES = frozenset(("WebPage", "ItemPage", "WebPageElement"))
FREE = frozenset(("true", "yes"))
NOT_FREE = frozenset(("false", "no"))
_NO_RIGHTS = Rights()
KINDS: tuple[tuple[str, Kind], ...] = (
    ("LiveBlogPosting", "live_blog"),
    ("OpinionNewsArticle", "opinion"),
    ("ReviewNewsArticle", "review"),
    ("Review", "review"),
    *((name, "article") for name in ("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "Article")),
    *((name, "article") for name in ("BlogPosting", "Report")),
    ("VideoObject", "video"),
)
"""Kinds by the type that the page declares, the telling ones first."""


def read_kind(desk: Desk) -> Kind:
    """Return the kind that the page declares."""
    types: set[str] = set()
    for node in desk.page.metadata.jsonld:
        types |= types_of(node)
    for name, kind in KINDS if types else ():
        if name in types:
            return kind
    return "article" if (desk.page.metadata.first("og:type") or "").lower() == "article" else "unknown"


def read_access(desk: Desk) -> Access:
    """Return what the page declares of its price."""
    return access_of(desk.page.metadata)


def access_of(metadata: Metadata) -> Access:
    """Return what a page declares of its price; wording is never guessed at.

    One object that says "not free" weighs more than others that say "free": a story is declared free by a
    template, and locked by somebody who meant it.
    """
    tier = (metadata.first("article:content_tier") or "").lower()
    said = {word for node in priced(metadata) for word in words_of_price(node.get("isAccessibleForFree"))}
    if tier == "metered":
        return "metered"
    if tier == "locked" or not said.isdisjoint(NOT_FREE):
        return "paywalled"
    return "free" if tier == "free" or not said.isdisjoint(FREE) else "unknown"


def priced(metadata: Metadata) -> Iterator[Json]:
    """Yield the objects whose price is the page's: its story, the page itself, and the parts of both."""
    stating = [node for node in metadata.jsonld[:MAX_PRICED] if "isAccessibleForFree" in node or "hasPart" in node]
    story = metadata.story() if stating else None
    for node in stating:
        if node is not story:
            types = types_of(node)
            if (types.isdisjoint(PAGE_TYPES) and not any(map(is_story, types))) or metadata.is_elsewhere(node):
                continue
        yield node
        parts = node.get("hasPart")
        yield from (part for part in (parts if isinstance(parts, list) else [parts]) if isinstance(part, dict))


def words_of_price(value: Any) -> Iterator[str]:
    """Yield what a value of ``isAccessibleForFree`` says, in lower case: ``http://schema.org/False`` is "false"."""
    for item in (value if isinstance(value, list) else [value])[:MAX_PRICED]:
        if isinstance(item, dict):
            item = item.get("@value", item.get("@id"))
        if isinstance(item, (bool, str)):
            yield str(item).strip().lower().rsplit("/", 1)[-1]


def read_rights(desk: Desk) -> Rights | None:
    """Return the rights that the page declares."""
    metadata = desk.page.metadata
    linked, stated = metadata.links.get("license"), desk.story.get("license")
    license_ = absolute(linked, desk.page.url) or text(stated if not isinstance(stated, dict) else stated.get("url"))
    reserved = metadata.first("tdm-reservation")
    rights = Rights(
        license=license_,
        license_source=("link:license" if linked else "jsonld:license") if license_ else None,
        copyright=text(desk.story.get("copyrightNotice")) or text(metadata.first("copyright", "dc.rights")),
        tdm_reserved={"1": True, "0": False}.get(reserved or ""),
        tdm_policy=metadata.first("tdm-policy"),
        robots_meta=metadata.first("robots"),
    )
    return rights if rights != _NO_RIGHTS else None


def read_tags(desk: Desk) -> tuple[str, ...]:
    """Return the keywords of all sources, each once, in the order found."""
    meta = desk.page.metadata.meta
    lists: list[str] = [found.value for found in desk.labelled.fields.get("tags", ())]
    lists += strings(desk.story.get("keywords"))
    for name in ("article:tag", "news_keywords", "keywords", "parsely-tags"):
        lists += meta.get(name, ())
    tags: dict[str, str] = {}
    pieces = dict.fromkeys(tag for line in lists for tag in line[:MAX_FIELD_CHARS].replace(";", ",").split(","))
    for tag in pieces:
        name = fold(unescape(tag))
        if 1 < len(name) <= MAX_TAG_CHARS:
            tags.setdefault(name.casefold(), name)
            if len(tags) == MAX_TAGS:
                break
    return tuple(tags.values())


def read_images(desk: Desk) -> tuple[Image, ...]:
    """Return the main picture."""
    alt = desk.page.metadata.first("og:image:alt", "twitter:image:alt")
    declared = [*desk.page.metadata.meta.get("og:image", ()), *_addresses(desk.story.get("image"))]
    declared += desk.page.metadata.meta.get("twitter:image", ())
    for address in declared:
        if url := absolute(address, desk.page.url):
            return (Image(url=url, alt=alt, is_main=True),)
    return ()


def _addresses(value: Any) -> Iterator[str]:
    for item in (value if isinstance(value, list) else [value])[:10]:
        if isinstance(item, dict):
            item = item.get("url") or item.get("contentUrl")
        if isinstance(item, str):
            yield item

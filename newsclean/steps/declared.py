"""What only a page's metadata can say: price, rights, keywords."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsclean.article import Access, Rights
from newsclean.steps.blocks import fold
from newsclean.steps.desk import Desk
from newsclean.steps.page import Json, Metadata, is_story, strings, types_of
from newsclean.steps.urls import absolute
from newsclean.steps.values import MAX_FIELD_CHARS, scalars, text, unescape

MAX_TAGS = 50
MAX_TAG_CHARS = 80
MAX_PRICED = 200
PAGE_TYPES = frozenset(("WebPage", "ItemPage", "WebPageElement"))
FREE = frozenset(("true", "yes"))
NOT_FREE = frozenset(("false", "no"))
_NO_RIGHTS = Rights()


def read_access(desk: Desk) -> Access:
    """Return what the page declares of its price; ``truncated`` where its body is shorter than it announces."""
    access = access_of(desk.page.metadata, desk.story)
    return "truncated" if access in ("free", "unknown") and is_shorter(desk) else access


ANNOUNCED_WORDS = 150
"""A count below this is of something else."""
MAX_WORDS = 100_000
LEFT = 0.5
"""Share of the announced words below which a body is called truncated: counts differ by how words are parted."""


def is_shorter(desk: Desk) -> bool:
    """Tell whether the story has less than half of the words that its JSON-LD counts.

    Some systems count letters: where the body has about as many letters as that, nothing is said.
    """
    count = next(iter(scalars(desk.story.get("wordCount"))), 0)
    if isinstance(count, str):
        count = int(count) if count.isascii() and count.isdecimal() and len(count) <= 6 else 0
    if not ANNOUNCED_WORDS <= count <= MAX_WORDS:
        return False
    body = [desk.labelled.kept(i) for i in desk.body]
    letters, words = sum(map(len, body)), sum(text.count(" ") + 1 for text in body)
    counts_letters = 0.6 * count <= letters <= 1.5 * count
    return words < LEFT * count and not counts_letters and letters <= MAX_WORD_CHARS * words


MAX_WORD_CHARS = 15
"""Letters a word: more only where words are not parted by spaces."""


def access_of(metadata: Metadata, story: Json | None = None) -> Access:
    """Return what a page declares of its price; wording is never guessed at.

    One object that says "not free" weighs more than others that say "free": a story is declared free by a
    template, and locked by somebody who meant it.

    Args:
        metadata: what the page declares.
        story: its own story's object, where that is known already.
    """
    tier = (metadata.first("article:content_tier") or "").lower()
    said = {word for node in priced(metadata, story) for word in words_of_price(node.get("isAccessibleForFree"))}
    if tier == "metered":
        return "metered"
    if tier == "locked" or not said.isdisjoint(NOT_FREE):
        return "paywalled"
    return "free" if tier == "free" or not said.isdisjoint(FREE) else "unknown"


def priced(metadata: Metadata, story: Json | None = None) -> Iterator[Json]:
    """Yield the objects whose price is the page's: its story, the page itself, and the parts of both."""
    stating = [node for node in metadata.jsonld[:MAX_PRICED] if "isAccessibleForFree" in node or "hasPart" in node]
    if stating and story is None:
        story = metadata.story()
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
    robots = metadata.first("robots")
    reserved = metadata.first("tdm-reservation")
    rights = Rights(
        license=license_,
        license_source=("link:license" if linked else "jsonld:license") if license_ else None,
        copyright=next(filter(None, map(text, copyrights(desk))), None),
        tdm_reserved={"1": True, "0": False}.get(reserved or ""),
        tdm_policy=metadata.first("tdm-policy"),
        ai_preferences=metadata.first("content-usage", "ai-preferences", "usage-preferences") or ai_words(robots),
        robots_meta=robots,
    )
    return rights if rights != _NO_RIGHTS else None


def copyrights(desk: Desk) -> Iterator[Any]:
    """Yield what the page declares of its copyright, the notice first."""
    yield desk.story.get("copyrightNotice")
    yield desk.page.metadata.first("copyright", "dc.rights", "dcterms.rights", "rights")
    yield desk.story.get("copyrightHolder")


def ai_words(robots: str | None) -> str | None:
    """Return the words of a robots tag that speak to makers of models, such as ``noai, noimageai``."""
    words = [word.strip() for word in (robots or "").split(",")]
    return ", ".join(word for word in words if word.lower() in AI_WORDS) or None


_PLAIN = re.compile(r"[!-%'-;=-~]+(?: [!-%'-;=-~]+)*")
"""ASCII words without the signs that entities and markup begin with."""
AI_WORDS = frozenset(("noai", "noimageai", "noml", "nollm"))


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
        name = tag.strip()
        if not _PLAIN.fullmatch(name):
            name = fold(unescape(tag))
        if 1 < len(name) <= MAX_TAG_CHARS:
            tags.setdefault(name.casefold(), name)
            if len(tags) == MAX_TAGS:
                break
    return tuple(tags.values())

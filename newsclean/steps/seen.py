"""What a reader sees of title, date and authors where the metadata says nothing; `SEEN` names the ways to look.

Blocks and boxes come from the one walk over the page. What stands in inline elements costs a pass over
the tree, so those readers come late in the order of sources and stop early.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from newsclean.steps.blocks import Box
from newsclean.steps.desk import Desk
from newsclean.steps.names import is_furniture

NEAR_BEFORE = 12
"""Blocks above the headline in which byline and date line are looked for."""
MAX_LINE_CHARS = 160
"""Characters of a byline or date line."""
MAX_SEEN = 6
REL_REACH = 12
"""Links and spans behind the first author among which the story's other authors stand."""
AUTHOR_REACH = 400
"""Elements below the headline among which its author is looked for; further down stand other stories and comments."""
_AUTHOR_TAGS = ("h1", "a", "span", "div", "p", "address", "li", "cite", "strong", "h3", "h4", "h5")


def short_text(element: Any) -> str:
    """Return the words of an element that holds a line, and nothing of one that holds half the page.

    Without the bound, names nested in each other would be read once for every level.
    """
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        pieces.append(piece)
        size += len(piece.strip())
        if size > MAX_LINE_CHARS or len(pieces) > MAX_LINE_CHARS:
            return ""
    return " ".join(" ".join(pieces).split())


def seen_language(desk: Desk) -> Iterator[str | None]:
    """Yield what ``<html lang>`` says."""
    yield desk.page.metadata.language


def seen_title(desk: Desk) -> Iterator[str | None]:
    """Yield the title element."""
    yield desk.page.metadata.title


def near_headline(desk: Desk) -> Iterator[int]:
    """Yield the places of the short blocks around the headline, those behind it first."""
    if desk.head is None:
        return
    blocks = desk.labelled.blocks
    top, start = desk.head
    order = [*range(top + 1, min(len(blocks), start + 4)), *range(top - 1, max(-1, top - NEAR_BEFORE), -1)]
    yield from (i for i in order if len(blocks[i].text) <= MAX_LINE_CHARS)


def is_named(boxes: Sequence[Box], at: int, pattern: re.Pattern[str]) -> bool:
    """Tell whether a box or the one around it has a class or id of this kind."""
    for _ in range(2):
        element = boxes[at].element
        if element is None:
            return False
        if pattern.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
        at = boxes[at].parent
    return False


# ------------------------------------------------------------------ authors


@cache
def _card_label() -> re.Pattern[str]:
    return re.compile(
        r"written by|verfasst von|écrit par|escrito por|scritto da|geschreven door|author|skrevet av|skriven av"
        r"|napisane przez",
        re.I,
    )


def seen_card(desk: Desk) -> Iterator[str]:
    """Yield the author of the card that WordPress declares for previews: ``Written by``."""
    meta = desk.page.metadata
    for n in "12":
        label = meta.first(f"twitter:label{n}")
        if label and _card_label().fullmatch(label):
            yield meta.first(f"twitter:data{n}") or ""


def seen_rel_authors(desk: Desk) -> Iterator[str]:
    """Yield the first names marked as the author's by relation or microdata; those far below are of other stories."""
    if desk.page.tree is None:
        return
    reach = 0
    for at, element in enumerate(desk.page.tree.iter("a", "span")):
        if reach and at > reach:
            return
        relation = element.get("rel")
        if (relation is not None and "author" in relation.split()) or element.get("itemprop") == "author":
            line = short_text(element)
            if line and not is_furniture(line):
                reach = reach or at + REL_REACH
                yield line


@cache
def _author_link() -> re.Pattern[str]:
    return re.compile(
        r"/(?:authors?|autor(?:en|in|es)?|auteurs?|people|profile|staff|journalist|reporter|contributors?|by)/[^/?]",
        re.I,
    )


def seen_authors(desk: Desk) -> Iterator[str]:
    """Yield the texts of elements that class or address call the author's.

    Those below the headline come first, those above it nearest first.
    """
    if desk.page.tree is None:
        return
    below: list[str] = []
    above: list[str] = []
    passed = 0  # elements since the headline
    address = _author_link()
    told: dict[str | None, bool] = {None: False}  # classes come again and again
    for element in desk.page.tree.iter(*_AUTHOR_TAGS):
        tag = element.tag
        if passed:
            passed += 1
            if passed > AUTHOR_REACH or len(below) >= MAX_SEEN:
                break
        elif tag == "h1":
            passed = 1
            continue
        name = element.get("class")
        if name not in told:
            told[name] = _names_author(name)
        if told[name] or (tag == "a" and address.search(element.get("href") or "")):
            line = short_text(element)
            if line and len(line) <= 100:
                (below if passed else above).append(line)
    yield from (below + above[::-1])[:MAX_SEEN]


def _names_author(name: str) -> bool:
    name = name.lower()
    return "author" in name or "byline" in name or "autor" in name or "auteur" in name or "writer" in name


@cache
def _by() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|[\s|·•])(?:by|von|par|por|di|door|av|af|text|words|autor(?:in)?|author)\b:?\s+(?P<name>[^\W\d_].{1,80})",
        re.I,
    )


@cache
def _author_class() -> re.Pattern[str]:
    return re.compile(r"byline|author|autor|auteur|writer|creator", re.I)


def seen_bylines(desk: Desk) -> Iterator[str]:
    """Yield the lines around the headline that begin as a byline does or stand in an element named for it."""
    if desk.page.kind == "text":
        return
    blocks, boxes = desk.labelled.blocks, desk.labelled.segments.boxes
    for i in near_headline(desk):
        line = blocks[i].text
        by = _by().search(line) if len(line) <= 140 else None
        if by and (by.start() == 0 or any(c.isdigit() for c in line[: by.start()])):
            yield by["name"]
        elif len(line) <= 100 and is_named(boxes, blocks[i].box, _author_class()):
            yield line

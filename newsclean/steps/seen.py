"""What a reader sees of title, date and authors where the metadata says nothing; `SEEN` names the ways to look.

Blocks and boxes come from the one walk over the page. What stands in inline elements costs a pass over
the tree, so those readers come late in the order of sources and stop early.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
_SOFT_HYPHEN = "\u00ad"
_TWO_DIGITS = re.compile(r"\d\d")


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


def seen_h1(desk: Desk) -> list[str]:
    """Return the level-one headings in reading order."""
    blocks = desk.labelled.segments.blocks
    return [
        " ".join(block.text for block in blocks[box.start : min(box.end, box.start + 6)]).replace(_SOFT_HYPHEN, "")
        for box in desk.headline_boxes[:8]
    ]


# ------------------------------------------------------------------ dates


def seen_times(desk: Desk) -> Iterator[str]:
    """Yield the dates of ``time`` elements, those marked as the publication's and those below the headline first."""
    if desk.page.tree is None:
        return
    marked: list[str] = []
    below: list[str] = []
    above: list[str] = []
    after = False
    for element in desk.page.tree.iter("h1", "time"):
        if element.tag == "h1":
            after = True
            continue
        value = element.get("datetime") or short_text(element)
        signs = f"{element.get('itemprop')} {element.get('class')} {element.get('pubdate')}".lower()
        if "datepublished" in signs or "entry-date" in signs or "published" in signs or "pubdate" in signs:
            marked.append(value)
        elif "modified" not in signs and "updated" not in signs:
            (below if after else above).append(value)
    yield from (marked + below + above)[:20]


def seen_itemprop_dates(desk: Desk) -> Iterator[str]:
    """Yield the dates of microdata."""
    if desk.page.tree is None:
        return
    for element in desk.page.tree.iter("span", "div", "p", "abbr", "li", "a"):
        name = element.get("itemprop")
        if name is not None and name.lower() in ("datepublished", "datecreated"):
            yield element.get("content") or element.get("datetime") or short_text(element)


@cache
def _date_class() -> re.Pattern[str]:
    return re.compile(r"date|publish|time|posted|datum|fecha|postmeta|post-footer|entry-meta", re.I)


@cache
def _copyright() -> re.Pattern[str]:
    return re.compile(r"©|copyright|\(c\)|all rights", re.I)


def near_headline(desk: Desk) -> Iterator[int]:
    """Yield the places of the short blocks around the headline, those behind it first."""
    blocks = desk.labelled.blocks
    start = desk.body[0] if desk.body else None
    anchor = desk.headline_boxes[0].start if desk.headline_boxes else start
    if anchor is None:
        return
    end = max(anchor + 1, start if start is not None else 0)
    order = [
        *range(anchor + 1, min(len(blocks), end + 3, anchor + 60)),
        *range(anchor - 1, max(-1, anchor - NEAR_BEFORE), -1),
    ]
    yield from (i for i in order if len(blocks[i].text) <= MAX_LINE_CHARS)


def seen_date_lines(desk: Desk) -> Iterator[str]:
    """Yield the short lines around the headline and behind the story, as one of them may be the date line."""
    if desk.page.kind == "text":
        return
    blocks, rights = desk.labelled.blocks, _copyright()
    for i in near_headline(desk):
        if not rights.search(blocks[i].text):
            yield blocks[i].text
    last = desk.body[-1] if desk.body else len(blocks)
    for block in blocks[last + 1 : last + 6]:
        if len(block.text) <= 120 and not rights.search(block.text):
            yield block.text


def seen_dated(desk: Desk) -> Iterator[str]:
    """Yield the short lines anywhere in elements named for a date: the last resort."""
    if desk.page.kind == "text":
        return
    boxes, rights, named = desk.labelled.segments.boxes, _copyright(), _date_class()
    for block in desk.labelled.blocks:
        if (
            len(block.text) <= 400
            and _TWO_DIGITS.search(block.text)
            and not rights.search(block.text)
            and is_named(boxes, block.box, named)
        ):
            yield block.text[:200]


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


SEEN: Mapping[str, Callable[[Desk], Iterable[Any]]] = {
    "lang": seen_language,
    "title": seen_title,
    "time": seen_times,
    "itemprop": seen_itemprop_dates,
    "dateline": seen_date_lines,
    "dated": seen_dated,
    "card": seen_card,
    "rel_author": seen_rel_authors,
    "author": seen_authors,
    "byline": seen_bylines,
}
"""How each ``html:`` source is read."""

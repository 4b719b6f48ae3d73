"""The headings that a page prints around the beginning of its story, and the pieces that one is put together of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from newsclean.steps.blocks import Box, fold
from newsclean.steps.desk import Desk
from newsclean.steps.names import squash
from newsclean.steps.seen import has_name

MAX_HEADINGS = 16
REACH_BEFORE = 14
"""Blocks above the story among which a lower heading can be its headline."""
REACH_AFTER = 2
MAX_PIECES = 12
MIN_BARE_CHARS = 12
MAX_HEADING_BLOCKS = 6
_SOFT = ("\u00ad", "\u200b", "\u2060")
"""Hyphens and joiners that only say where a line may break."""


class Heading(NamedTuple):
    """A heading as printed."""

    text: str
    flat: str
    """`text`, squashed."""
    box: Box
    level: int


def printed_headings(desk: Desk) -> list[Heading]:
    """Return the level-one headings, and the lower ones near the first words of the story, in reading order."""
    start = desk.body[0] if desk.body else -1
    low, high = start - REACH_BEFORE, start + REACH_AFTER
    blocks, boxes = desk.labelled.blocks, desk.labelled.segments.boxes
    found: list[Heading] = []
    last = -1
    for i in desk.headings:
        level, at = int(blocks[i].tag[1]), blocks[i].box
        if not (level == 1 or low <= i <= high) or at == last:
            continue
        last, box = at, boxes[at]
        text = heading_text(desk, box)
        if text:
            found.append(Heading(text, squash(text), box, level))
            if len(found) == MAX_HEADINGS:
                break
    return found


def heading_text(desk: Desk, box: Box) -> str:
    """Return the words of a heading."""
    blocks = desk.labelled.segments.blocks
    text = " ".join(block.text for block in blocks[box.start : min(box.end, box.start + MAX_HEADING_BLOCKS)])
    return plain(text)


def plain(text: str) -> str:
    """Take out what only says where a line may break."""
    if not text.isascii():
        for mark in _SOFT:
            text = text.replace(mark, "")
    return text


@cache
def _way() -> re.Pattern[str]:
    return re.compile(
        r"bread-?crumb|seo-?_?title|headline-seo|site-?(?:title|name|logo)|\blogo\b|masthead|navbar|\bgoog-", re.I
    )


def is_furniture(desk: Desk, heading: Heading) -> bool:
    """Tell whether a heading is part of a breadcrumb, a masthead or a menu by the names around it.

    Outlets print a title for search engines at the end of the breadcrumb, as a level-one heading, and their
    headline below it as a lower one.
    """
    boxes = desk.labelled.segments.boxes
    box = heading.box
    for _ in range(4):
        element = box.element
        if element is None or box.tag in ("main", "article", "body"):
            return False
        if box.tag in ("nav", "li") or has_name(element, _way()):
            return True
        box = boxes[box.parent]
    return False


# ------------------------------------------------------------------ pieces


class Piece(NamedTuple):
    """What one element inside a heading holds, or stands between two of them."""

    text: str
    names: str
    """Class of the element; empty for bare text."""


def pieces_of(element: Any) -> list[Piece]:
    """Return the runs of text that elements part in a heading: a kicker, the headline, a line of date."""
    for _ in range(4):  # a link or a span around all of it
        children = list(element)
        if len(children) != 1 or (element.text or "").strip() or (children[0].tail or "").strip():
            break
        element = children[0]
    pieces = [Piece(fold(element.text or ""), "")]
    for child in element:
        if len(pieces) > MAX_PIECES:
            break
        name = child.tag if isinstance(child.tag, str) else ""
        words = plain(fold(" ".join(child.itertext()))) if name not in ("style", "script", "svg") else ""
        pieces.append(Piece(words, f"{name} {child.get('class') or ''}"))
        pieces.append(Piece(plain(fold(child.tail or "")), ""))
    return [piece for piece in pieces if piece.text]


def runs_of(pieces: list[Piece]) -> Iterator[str]:
    """Yield what is left of a heading when pieces at its beginning, or at its end, are taken off; the longest first."""
    count = len(pieces)
    for size in range(count - 1, 0, -1):
        yield " ".join(piece.text for piece in pieces[count - size :])
        yield " ".join(piece.text for piece in pieces[:size])


@cache
def _kicker() -> re.Pattern[str]:
    return re.compile(
        r"kicker|(?:top|over|roof)-?_?line|dach-?_?zeile|spitzmarke|(?:pre|super|over)-?_?title|eyebrow|rubrik"
        r"|^(?:small|time) |\b(?:date|datum|label|badge|meta|byline|subtitle|subline|subhead|srOnly|sr-only)\b",
        re.I,
    )


def without_kicker(pieces: list[Piece]) -> str | None:
    """Return a heading without the pieces that their class calls something else; None if that changes nothing."""
    if len(pieces) < 2:
        return None
    kept = [piece for piece in pieces if not (piece.names and _kicker().search(piece.names))]
    text = " ".join(piece.text for piece in kept)
    return text if len(kept) < len(pieces) and len(text) >= MIN_BARE_CHARS else None


def below_kicker(pieces: list[Piece]) -> str | None:
    """Return a heading without the kicker that stands above it; None where a colon or a dash makes them one line."""
    if len(pieces) < 2 or not pieces[0].names or not _kicker().search(pieces[0].names):
        return None
    title = " ".join(piece.text for piece in pieces[1:])
    joined = not pieces[0].text[-1:].isalnum() or not (title[:1].isalnum() or title[:1] in _QUOTES)
    return None if joined or len(title) < MIN_BARE_CHARS else title


_QUOTES = frozenset("\"'„“”‚‘«»‹›¿¡")

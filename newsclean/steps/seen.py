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

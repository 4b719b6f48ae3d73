"""Authors in elements that are marked for them, by relation, microdata, class or address.

The elements in the lines around the headline and below the story come first; a pass over the element around both is
made only where neither these nor any line names anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from newsclean.steps.credit_lines import parted_by
from newsclean.steps.desk import Desk
from newsclean.steps.names import is_full_name, is_furniture
from newsclean.steps.seen import MAX_LINE_CHARS, short_text
from newsclean.steps.seen_authors import Printed, lines_below, names_author, near_lines, seen_named_lines

MAX_SEEN = 6
MAX_NAMED_CHARS = 100
REL_REACH = 12
"""Links and spans behind the first author among which the story's other authors stand."""
MAX_REACH = 400
"""Links and spans below the headline among which its author is looked for; further down stand other stories."""
ROOM = 4
"""Blocks above the headline and below the story that belong to it: its kicker, the card of its author."""
MAX_BOX = 4
"""Blocks in an element that holds a line; one that holds more is a part of the page."""
_INLINE = ("a", "span", "address", "cite", "strong", "b", "em", "div", "p")


@cache
def _author_link() -> re.Pattern[str]:
    return re.compile(
        r"/(?:authors?|autor(?:en|in|es)?|auteurs?|people|profile|staff|journalist|reporter|contributors?|by)/[^/?]",
        re.I,
    )


class Marked(NamedTuple):
    """What the elements that are marked for authors hold."""

    related: list[str]
    """By relation or microdata."""
    named: list[str]
    """By class or address; those below the headline first, those above it nearest first."""


def marked_near(desk: Desk) -> Marked:
    """Return what is in elements marked for authors in the short lines around the headline and below the story."""
    related: list[str] = []
    named: list[str] = []
    segments, seen = desk.labelled.segments, set()
    for i in (*near_lines(desk), *lines_below(desk)):
        at = segments.blocks[i].box
        box = segments.boxes[at]
        if (
            at in seen
            or len(segments.blocks[i].text) > MAX_LINE_CHARS
            or box.end - box.start > MAX_BOX
            or box.element is None
        ):
            continue
        seen.add(at)
        for element in box.element.iter(*_INLINE):
            _look_at(element, related, named)
    return Marked(related, named[:MAX_SEEN])


def _look_at(element: Any, related: list[str], named: list[str]) -> None:
    """Put the words of an element where they belong, if it is marked for an author."""
    if _is_related(element):
        line = author_text(element)
        if line and not is_furniture(line):
            related.append(line)
        return
    name = element.get("class")
    if (name is not None and names_author(name)) or (
        element.tag == "a" and _author_link().search(element.get("href") or "")
    ):
        line = author_text(element)
        if line and len(line) <= MAX_NAMED_CHARS:
            named.append(line)


def marked_around(desk: Desk) -> Marked:
    """Return what is in links and spans marked for authors in the element around headline and story.

    Those below the headline come first, those above it nearest first.
    """
    if desk.page.tree is None:
        return Marked([], [])
    related: list[str] = []
    below: list[str] = []
    above: list[str] = []
    passed = at = reach = 0
    for element in _around(desk).iter("h1", "a", "span"):
        at += 1
        if passed:
            passed += 1
            if passed > MAX_REACH or (reach and at > reach):
                break
        elif element.tag == "h1":
            passed = 1
            continue
        _look_at(element, related, below if passed else above)
        if related:
            reach = reach or at + REL_REACH
    return Marked(related, (below + above[::-1])[:MAX_SEEN])


def _around(desk: Desk) -> Any:
    """Return the innermost element that holds headline and story and some room around them; the page, if none does."""
    boxes, blocks = desk.labelled.segments.boxes, desk.labelled.blocks
    if desk.head is None or not desk.body:
        return desk.page.tree
    wanted = (max(0, desk.head[0] - ROOM), min(len(blocks), desk.body[-1] + ROOM))
    box = boxes[blocks[desk.body[0]].box]
    while box.element is not None and (box.start > wanted[0] or box.end < wanted[1]):
        if box.parent < 0:
            break
        box = boxes[box.parent]
    return box.element if box.element is not None else desk.page.tree


def _is_related(element: Any) -> bool:
    relation = element.get("rel")
    return (relation is not None and "author" in relation.split()) or element.get("itemprop") == "author"


def author_text(element: Any) -> str:
    """Return the words of an element; the names alone where it parts them from other words."""
    line = short_text(element)
    if not line or is_full_name(line):
        return line and (parted_by(line) or line)
    pieces = [" ".join(piece.split()).strip(" ,;|") for piece in element.itertext()]
    names = [piece for piece in pieces if piece and is_full_name(piece)]
    return "; ".join(dict.fromkeys(names)) if names and len(names) < len(pieces) else line


def seen_rel_authors(desk: Desk) -> Iterator[str]:
    """Yield the names near the story that are marked as the author's by relation or microdata."""
    yield from desk.once("marked_near", marked_near).related


def seen_authors(desk: Desk) -> Iterator[str | Printed]:
    """Yield what class or address call the author's: lines by the headline, elements in them, elements around both."""
    yield from seen_named_lines(desk)
    yield from desk.once("marked_near", marked_near).named
    far = marked_around(desk)
    yield from far.related
    yield from far.named

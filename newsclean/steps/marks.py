"""What is marked as the author's or as a date in the lines around the headline and below the story, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import islice
from typing import Any, NamedTuple

from newsclean.steps.credit_lines import parted_by
from newsclean.steps.desk import Desk
from newsclean.steps.hints import MAX_NAME_CHARS
from newsclean.steps.names import is_full_name, is_furniture
from newsclean.steps.seen import MAX_LINE_CHARS, short_text

BEFORE, AFTER = 12, 8
"""Blocks above the headline, and from the first of the story on, among which its byline and date stand."""
BEHIND = 10
"""Blocks behind the story among which its authors may sign."""
MAX_BOX = 4
"""Blocks in an element that holds a line; one that holds more is a part of the page."""
MAX_INLINE = 40
"""Elements looked at in a larger one, which holds lines parted by breaks."""
_INLINE = ("a", "span", "time", "small", "abbr")
MAX_NAMED_CHARS = 100


ELSEWHERE = frozenset(("navigation", "related", "advert", "subscribe", "newsletter", "cookie", "comments", "copyright"))
"""Labels of lines above the headline that say nothing of its story."""


UNMARKED = (ELSEWHERE - {"related"}) | {"share", "caption"}
"""Labels of lines in which no element marks the story's author or date; those of cards about the author vary."""


class Marks(NamedTuple):
    """The words of elements that say what they hold."""

    related: list[str]
    """Authors by relation or microdata."""
    named: list[str]
    """Authors by class or address."""
    dates: list[str]
    """Dates of publication by microdata."""
    times: list[Any]
    """The ``time`` elements."""


def near_lines(desk: Desk) -> list[int]:
    """Return the short blocks around the headline, those behind it first."""
    return desk.once("near_lines", _near_lines)


def _near_lines(desk: Desk) -> list[int]:
    if desk.head is None or desk.page.kind == "text":
        return []
    blocks = desk.labelled.blocks
    top, start = desk.head
    first = top if desk.headline_at is None and not desk.headline_boxes else top + 1  # the headline credits nobody
    order = [*range(first, min(len(blocks), start + AFTER)), *range(top - 1, max(-1, top - BEFORE - 1), -1)]
    labels = desk.labels
    return [i for i in order if 0 < len(blocks[i].text) <= MAX_LINE_CHARS and not (i < top and labels[i] in ELSEWHERE)]


def lines_below(desk: Desk) -> Iterable[int]:
    """Return the blocks right below the story."""
    if not desk.body or desk.page.kind == "text":
        return ()
    return range(desk.body[-1] + 1, min(len(desk.labelled.blocks), desk.body[-1] + BEHIND))


def marks_near(desk: Desk) -> Marks:
    """Return what is marked in the short lines around the headline and below the story."""
    return desk.once("marks_near", _marks_near)


def _marks_near(desk: Desk) -> Marks:
    marks = Marks([], [], [], [])
    blocks, boxes, seen = desk.labelled.blocks, desk.labelled.segments.boxes, set()
    labels = desk.labels
    for i in (*near_lines(desk), *lines_below(desk)):
        if labels[i] in UNMARKED:
            continue
        at = blocks[i].box
        around = boxes.elements[at]
        if at in seen or around is None or not 0 < len(blocks[i].text) <= MAX_LINE_CHARS:
            continue
        seen.add(at)
        if boxes.ends[at] - boxes.starts[at] > MAX_BOX:
            for child in islice(around.iterchildren(*_INLINE), MAX_INLINE):
                look_into(child, marks)
        else:
            look_into(around, marks)
    return marks


def look_into(around: Any, marks: Marks) -> None:
    """Look at an element and all that is in it."""
    for element in around.iter():  # to name the tags would cost more than to look at all
        get, tag = element.get, element.tag
        name = (get("class") or "")[:MAX_NAME_CHARS]
        if tag == "a" or tag == "time" or names_author(name) or get("itemprop") or get("rel"):
            look_at(element, marks)


def look_at(element: Any, marks: Marks) -> None:
    """Put the words of an element where they belong, if it is marked for an author or as a date."""
    get, tag = element.get, element.tag
    prop, name = get("itemprop"), (get("class") or "")[:MAX_NAME_CHARS]
    if prop == "author" or ((rel := get("rel")) is not None and "author" in rel.split()):
        line = author_text(element)
        if line and not is_furniture(line):
            marks.related.append(line)
        return
    if tag == "time":
        marks.times.append(element)
    if prop is not None and prop.lower() in ("datepublished", "datecreated"):
        marks.dates.append(get("content") or get("datetime") or short_text(element))
    if names_author(name) or (tag == "a" and leads_to_author(get("href"))):
        line = author_text(element)
        if line and len(line) <= MAX_NAMED_CHARS:
            marks.named.append(line)


def leads_to_author(address: str | None) -> bool:
    """Tell whether a link leads to the page of an author."""
    return address is not None and _author_link().search(address) is not None


@cache
def _author_link() -> re.Pattern[str]:
    return re.compile(
        r"/(?:authors?|autor(?:en|in|es)?|auteurs?|people|profile|staff|journalist|reporter|contributors?|by)/[^/?]",
        re.I,
    )


@lru_cache(maxsize=2048)  # the same classes come again and again
def names_author(name: str) -> bool:
    """Tell whether a class is one for authors; a pure function of its text, so the cache holds no state of pages."""
    name = name.lower()
    if "comment" in name.replace("commentary", ""):  # of those who comment on the story
        return False
    return any(word in name for word in ("author", "byline", "autor", "auteur", "writer", "creator"))


def author_text(element: Any) -> str:
    """Return the words of an element; the names alone where it parts them from other words."""
    line = short_text(element)
    if not line or is_full_name(line):
        return line and (parted_by(line) or line)
    pieces = [" ".join(piece.split()).strip(" ,;|") for piece in element.itertext()]
    names = [piece for piece in pieces if piece and is_full_name(piece)]
    return "; ".join(dict.fromkeys(names)) if names and len(names) < len(pieces) else line

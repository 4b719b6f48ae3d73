"""The dates that a reader sees: by the headline, behind the story, in elements made for dates.

Lines come from the blocks of the one walk over the page. Only ``time`` elements and microdata cost a pass over
the tree, and only where the page's source holds such an element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from newsclean.steps.date_lines import date_class, datelike, day_in, lines_near, other
from newsclean.steps.dates import ascii_digits, find_day, url_date
from newsclean.steps.desk import Desk
from newsclean.steps.marks import marks_near
from newsclean.steps.seen import is_named, short_text

MAX_TIMES = 20
MAX_DATED = 200
DATED_CHARS = 200
MAX_BESIDE = 40
"""Characters that stand beside a date which has a block of its own."""


def seen_date_lines(desk: Desk) -> Iterator[str]:
    """Yield the dates printed around the headline and behind the story, but for those of an update.

    Of an address that names a day only lines of that day count. A ``time`` element of the day says the same more
    exactly, and comes first.
    """
    lines = [(line.text, found.day) for line in lines_near(desk) if not line.updated and (found := day_in(line.text))]
    if told := url_date(desk.page.url):
        lines = [(text, day) for text, day in lines if abs((day - told).days) <= 1]
    if lines:
        for stamp in near_times(desk):
            exact = find_day(stamp) if ":" in stamp else None
            if exact and abs((exact.day - lines[0][1]).days) <= 1:
                yield stamp
                break
    yield from (text for text, _ in lines)


def seen_updates(desk: Desk) -> Iterator[str]:
    """Yield the dates that are printed as those of the last change."""
    yield from (line.text for line in lines_near(desk) if line.updated)


@cache
def _not_own() -> re.Pattern[str]:
    return re.compile(r"comment|related|teaser|sidebar|widget|card|recommend|popular|latest|footer|copyright", re.I)


@cache
def _told() -> re.Pattern[str]:
    """A sentence of the outlet's that says when the story was published."""
    return re.compile(
        r"(?:artikel|beitrag|eintrag)\b.{0,60}\bwurde am\b"
        r"|wurde am .{8,40}(?:gepostet|veröffentlicht|geschrieben|erstellt)"
        r"|th(?:is|e) (?:entry|post|article|story)\b.{0,30}\bwas (?:first )?(?:posted|published|written)\b",
        re.I,
    )


def seen_dated(desk: Desk) -> Iterator[str]:
    """Yield the dates anywhere else that stand alone or in an element named for them, nearest to the story first."""
    if desk.page.kind == "text":
        return
    start = desk.body[0] if desk.body else 0
    holds_date, boxes = datelike().search, desk.labelled.segments.boxes
    found = []
    for i, block in enumerate(desk.labelled.blocks):
        text = block.text[:DATED_CHARS]
        if not holds_date(text):
            continue
        if _told().search(text) or not (other().search(text.lower()) or is_named(boxes, block.box, _not_own())):
            found.append((abs(i - start), i, text))
    for _, i, text in sorted(found)[:MAX_DATED]:
        day = find_day(ascii_digits(text))
        if day and (
            len(text) - (day.end - day.start) <= MAX_BESIDE
            or _told().search(text)
            or is_named(boxes, desk.labelled.blocks[i].box, date_class())
        ):
            yield text


# ------------------------------------------------------------------ elements


def seen_times(desk: Desk) -> Iterator[str]:
    """Yield the dates of ``time`` elements: near the headline and below the story, then anywhere.

    Those marked as the publication's come first, then those below the headline.
    """
    yield from near_times(desk)
    if desk.page.tree is not None:
        yield from islice(_times(desk.page.tree.iter("h1", "time")), MAX_TIMES)


def near_times(desk: Desk) -> Iterator[str]:
    """Yield the dates of the ``time`` elements near the headline and below the story."""
    yield from _times(marks_near(desk).times)


def _times(elements: Iterable[Any]) -> Iterator[str]:
    marked: list[str] = []
    below: list[str] = []
    above: list[str] = []
    after = False
    for element in elements:
        if element.tag == "h1":
            after = True
            continue
        value = element.get("datetime") or short_text(element)
        signs = f"{element.get('itemprop')} {element.get('class')} {element.get('pubdate')}".lower()
        if "datepublished" in signs or "entry-date" in signs or "published" in signs or "pubdate" in signs:
            marked.append(value)
        elif "modified" not in signs and "updated" not in signs:
            (below if after else above).append(value)
    yield from marked + below + above


def seen_itemprop_dates(desk: Desk) -> Iterator[str]:
    """Yield the dates of microdata."""
    yield from marks_near(desk).dates

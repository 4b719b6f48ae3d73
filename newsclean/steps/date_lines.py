"""Lines that hold a date: how one is told from running text, what its label says, how near the headline it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsclean.steps.dates import Day, ascii_digits, find_day
from newsclean.steps.desk import Desk
from newsclean.steps.seen import MAX_LINE_CHARS, is_named

BEFORE, AFTER = 12, 7
"""Blocks above the headline, and from the first of the story on, among which its date line stands."""
BEHIND = 10
"""Blocks behind the story among which a date line can stand."""
DECAY = 4
"""How much less a line counts for each block between it and the headline below it: other stories' dates stand there."""
SCORE = 60
"""What the place of a line between headline and story counts."""
LEAD_CHARS = 60
MAX_LINES = 12
MAX_ALONE = 60
"""Characters of a line that holds a date, perhaps a time and a label, and nothing else."""
MAX_LEAD = 20
"""Place of the year in a paragraph that begins with its date."""
MIN_LABEL_CHARS = 4
LABEL_CHARS = 40
MAX_LETTERS = 20
"""Letters of a heading that is a date and nothing else."""
_TITLES = frozenset(("h1", "h2", "h3", "h4"))


class Line(NamedTuple):
    """A printed date with what stands around it."""

    score: int
    text: str
    updated: bool


# Nothing is compiled before a page without a declared date comes.


@cache
def datelike() -> re.Pattern[str]:
    """Return the pattern of what every printed date has: a year of four digits, or numbers parted by points."""
    return re.compile(
        r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d\d?[./-]\s?\d\d?[./-]\s?(?:(?:19|20)\d\d|\d\d(?:(?!\d)|(?=\d\d:)))"
    )


@cache
def _year() -> re.Pattern[str]:
    """A year, or numbers parted by points: no line without is a date's; others may have more behind the year."""
    return re.compile(r"(?:19|20)\d\d|\d[./-]\s?\d\d?[./-]")


@cache
def _twins() -> re.Pattern[str]:
    """Day of publication and of the last change, of which style sheets show one: ``19.11.202120.11.2021``."""
    return re.compile(r"(?<=[./])((?:19|20)\d\d)(?=\d\d?[./]\d)")


@cache
def _glued() -> re.Pattern[str]:
    """Where another element begins: ``Mar 27, 20255 mins``, ``202221:25``, ``2022Updated``, ``HealthMAY 22, 2022``."""
    return re.compile(
        r"(?<=\D(?:19|20)\d\d)(?=\d{1,2}\s?min|\d\d:\d\d|[A-Z][a-z])"
        r"|(?<=[a-zß-öø-ÿ])(?=[A-Z][A-Za-z]{2,8}\.?\s\d{1,2}\b)"
    )


# The words of labels are looked for in lower case, which is three times as fast as to ignore the case.


@cache
def _published() -> re.Pattern[str]:
    return re.compile(
        r"publi|post(?:ed|ato)|erstell|veröffentl|erschien|eingestellt|\bdat(?:um|e|a|o)\b|fecha|pubblicat|geplaatst"
        r"|opublik|dodano|опублик|δημοσ|yayın|प्रकाशित|掲載|公開|发布|發佈|发表|게시|입력|gepostet|\bfirst\b"
        r"|mitteilung vom|released?\b",
    )


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(
        r"updat|modif|aktualis|änder|mis(?:e)? à jour|màj|actuali[sz]|atuali[sz]|aggiorn|bijgewerkt|zaktualiz|обновл"
        r"|ενημ|güncel|更新|수정|\blast\b|letzte|revis|review|oppdater|opdater|uppdater|päivitet|अपडेट",
    )


@cache
def other() -> re.Pattern[str]:
    """Return the pattern of what dates of other things have, in lower case: rights, an event, a deadline."""
    return re.compile(
        r"©|copyright|\(c\)|all rights|\buntil\b|\bbis\b|expires?|\bborn\b|member since|registrier|aktuelle"
        r"|current|today",
    )


@cache
def _parts() -> re.Pattern[str]:
    """What parts two dates in a line, or begins the label of the second."""
    return re.compile(
        r"\s*[|•·⋅]\s*|\s+[–—]\s+|(?<=\d)[\s,;/(]+(?=[^\W\d_]*\s*(?:updat|modif|aktualis|geänd|zuletzt|last|mis à"
        r"|actuali|atuali|aggiorn|bijgew|обновл|edited|letzte|published|veröff|erschien|first))",
        re.I,
    )


def dated_pieces(text: str) -> Iterator[tuple[str, int]]:
    """Yield the parts of a line that seem to hold a date, each with the place of its year or its numbers."""
    search = datelike().search
    hit = search(text)
    if hit is None:
        return
    if text[hit.end() : hit.end() + 1].isdecimal():
        text = _twins().sub(r"\1 | ", text)
    elif search(text, hit.end()) is None:
        yield text, hit.start()
        return
    for piece in _parts().split(text):
        if hit := search(piece):
            yield piece, hit.start()


def lines_near(desk: Desk) -> list[Line]:
    """Return the dates printed around the headline and behind the story, the surest first."""
    return desk.once("date_lines", _lines_near)


def _lines_near(desk: Desk) -> list[Line]:
    if desk.page.kind == "text":
        return []
    found: list[Line] = []
    blocks, year = desk.labelled.blocks, _year()
    for at, base in _places(desk):
        text = blocks[at].text
        if desk.labels[at] == "caption":
            continue
        lead = len(text) > MAX_LINE_CHARS
        if year.search(text, 0, LEAD_CHARS if lead else MAX_LINE_CHARS):  # most lines have none
            found.extend(_lines_of(desk, at, base, lead))
            if len(found) >= MAX_LINES:
                break
    return sorted(found, key=lambda line: -line.score)  # sorting keeps the order of equals


def lines_alone(desk: Desk) -> list[Line]:
    """Return the dates that have a line of their own below the headline, in reading order."""
    return desk.once("lines_alone", lambda desk: list(_lines_alone(desk)))


def _lines_alone(desk: Desk) -> Iterator[Line]:
    if desk.head is None or desk.page.kind == "text":
        return
    top, start = desk.head
    blocks, year = desk.labelled.blocks, _year()
    for at in range(top + 1, min(len(blocks), start + AFTER + 1)):
        text = blocks[at].text
        if len(text) <= MAX_ALONE and year.search(text) and desk.labels[at] != "caption":
            yield from _lines_of(desk, at, SCORE - max(0, at - start), lead=False)


def _places(desk: Desk) -> Iterator[tuple[int, int]]:
    """Yield the blocks that may hold the date, each with how much its place counts."""
    if desk.head is None:
        return
    count = len(desk.labelled.blocks)
    top, start = desk.head
    yield from ((i, SCORE - max(0, i - start)) for i in range(top, min(count, start + AFTER)))
    yield from ((i, 52 - DECAY * (top - i)) for i in range(top - 1, max(-1, top - BEFORE - 1), -1))
    last = desk.body[-1] if desk.body else start
    yield from ((i, 40 - (i - last)) for i in range(max(last, start + AFTER), min(count, last + BEHIND)))


def _lines_of(desk: Desk, at: int, base: int, lead: bool) -> Iterator[Line]:
    block = desk.labelled.blocks[at]
    top, start = desk.head or (at, at)
    linked = 2 * block.links > len(block.text) and not top - 2 <= at <= start
    for piece, place in dated_pieces(_glued().sub(" ", block.text[:LEAD_CHARS] if lead else block.text)):
        label = piece[max(0, place - LABEL_CHARS) : place]
        if len(label) < MIN_LABEL_CHARS:
            label = _label_before(desk, at) + label
        label = label.lower()
        published = len(label) >= MIN_LABEL_CHARS and _published().search(label) is not None
        if lead and not published and not (place <= MAX_LEAD and _opens_dated().match(piece)):
            continue
        if "©" in piece[:place] or other().search(label):
            continue
        updated = len(label) >= MIN_LABEL_CHARS and _updated().search(label) is not None
        score = base + (25 if published and not updated else 0) - (5 if lead else 0)
        score += 8 if len(piece) <= MAX_ALONE else 0
        score -= 20 if linked else 0
        score -= 20 if block.tag in _TITLES and sum(map(str.isalpha, piece)) > MAX_LETTERS else 0
        score += 10 if is_named(desk.labelled.segments.boxes, block.box, date_class()) else 0
        yield Line(score, piece, updated)


@cache
def _opens_dated() -> re.Pattern[str]:
    """Return the pattern of a story that begins with its date, or with its place and its date."""
    return re.compile(r"\d|[A-ZÄÖÜ][^\W\d_]+,? \(?\d{1,2}\.")


def _label_before(desk: Desk, at: int) -> str:
    """Return the block above, where it is a label such as "Published:"."""
    text = desk.labelled.blocks[at - 1].text if at else ""
    return text if len(text) <= LABEL_CHARS and (text.endswith(":") or _published().search(text.lower())) else ""


@cache
def date_class() -> re.Pattern[str]:
    """Return the pattern of a class or an id of an element for a date."""
    return re.compile(r"date|publish|time|posted|datum|fecha|postmeta|post-footer|entry-meta", re.I)


def day_in(text: str) -> Day | None:
    """Return the day that a printed line names."""
    return find_day(ascii_digits(text))

"""The dates that a reader sees: by the headline, behind the story, in elements made for dates.

Lines come from the blocks of the one walk over the page. Only ``time`` elements and microdata cost a pass over
the tree, and only where the page's source holds such an element.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from newsclean.steps.dates import Day, ascii_digits, find_day, url_date
from newsclean.steps.desk import Desk
from newsclean.steps.marks import marks_near
from newsclean.steps.seen import MAX_LINE_CHARS, is_named, short_text

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
MAX_TIMES = 20
MAX_DATED = 200
DATED_CHARS = 200
MAX_BESIDE = 40
"""Characters that stand beside a date which has a block of its own."""
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
def _datelike() -> re.Pattern[str]:
    """What every date that `dates` reads in print has: a year of four digits, or numbers parted by points."""
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
def _other() -> re.Pattern[str]:
    """Dates of other things: rights, an event, a deadline."""
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
    datelike = _datelike()
    hit = datelike.search(text)
    if hit is None:
        return
    if text[hit.end() : hit.end() + 1].isdecimal():
        text = _twins().sub(r"\1 | ", text)
    elif datelike.search(text, hit.end()) is None:
        yield text, hit.start()
        return
    for piece in _parts().split(text):
        if hit := datelike.search(piece):
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
    text = block.text
    text = _glued().sub(" ", text)
    top, start = desk.head or (at, at)
    linked = 2 * block.links > len(text) and not top - 2 <= at <= start
    for piece, place in dated_pieces(text[:LEAD_CHARS] if lead else text):
        label = piece[max(0, place - LABEL_CHARS) : place]
        if len(label) < MIN_LABEL_CHARS:
            label = _label_before(desk, at) + label
        label = label.lower()
        published = len(label) >= MIN_LABEL_CHARS and _published().search(label) is not None
        if lead and not published and not (place <= MAX_LEAD and _opens_dated().match(piece)):
            continue
        if "©" in piece[:place] or _other().search(label):
            continue
        updated = len(label) >= MIN_LABEL_CHARS and _updated().search(label) is not None
        score = base + (25 if published and not updated else 0) - (5 if lead else 0)
        score += 8 if len(piece) <= MAX_ALONE else 0
        score -= 20 if linked else 0
        score -= 20 if block.tag in _TITLES and sum(map(str.isalpha, piece)) > MAX_LETTERS else 0
        score += 10 if is_named(desk.labelled.segments.boxes, block.box, _date_class()) else 0
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
def _date_class() -> re.Pattern[str]:
    return re.compile(r"date|publish|time|posted|datum|fecha|postmeta|post-footer|entry-meta", re.I)


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


def day_in(text: str) -> Day | None:
    """Return the day that a printed line names."""
    return find_day(ascii_digits(text))


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
    datelike, boxes = _datelike(), desk.labelled.segments.boxes
    found = []
    for i, block in enumerate(desk.labelled.blocks):
        text = block.text[:DATED_CHARS]
        if not datelike.search(text):
            continue
        if _told().search(text) or not (_other().search(text.lower()) or is_named(boxes, block.box, _not_own())):
            found.append((abs(i - start), i, text))
    for _, i, text in sorted(found)[:MAX_DATED]:
        day = find_day(ascii_digits(text))
        if day and (
            len(text) - (day.end - day.start) <= MAX_BESIDE
            or _told().search(text)
            or is_named(boxes, desk.labelled.blocks[i].box, _date_class())
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

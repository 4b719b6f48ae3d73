"""Which of a page's dates is the day of its story, in which order its numbers stand, and on whose clock.

Content systems state moments in UTC; the outlet, its readers and its addresses count days by the local clock.
Where both are on the page, they are put together; nothing is taken from a table of time zones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

from newsclean.article import When
from newsclean.steps.date_lines import Line, day_in, lines_alone, lines_near
from newsclean.steps.dates import parse_when, url_date
from newsclean.steps.desk import Desk
from newsclean.steps.values import Place, scalars

MAX_OFFSET = timedelta(hours=14)
QUARTER = timedelta(minutes=15)
"""Every zone in use is a whole number of quarters of an hour from UTC."""
SURE = 55
"""Score from which a printed line is taken as the story's date line."""
NIGHT, AFTERNOON, EVENING = 8, 14, 21
"""Hours of UTC: before the first the Americas have the day before; from the second on, the far East has the day after,
from the third on Europe too."""
DECLARED = ("jsonld:", "meta:", "webpage:")
_WEST = frozenset(
    ("en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "no", "nb", "fi", "pl", "cs", "el", "tr", "ro")
)
MAX_TWINS = 20
_ENGLISH = frozenset(("en", "en-ph", ""))
_AMERICAN = frozenset(("com", "org", "net", "edu", "gov", "us", "mil", "io", "ai", "co", "blog", "info"))


def read_date(desk: Desk, places: Iterable[Place], language: str | None) -> tuple[When, str] | None:
    """Return the first readable date of a field, with its source."""
    for value, source in places:
        for raw in scalars(value):
            if when := read_when(desk, raw, source, language):
                return when, source
    return None


def read_published(desk: Desk, places: Iterable[Place], language: str | None) -> tuple[When, str] | None:
    """Return the date of publication: the first readable one, on the outlet's clock where the page tells it."""
    found = read_date(desk, places, language)
    if found and found[1].startswith(DECLARED) and (before := printed_before(desk, found[0])):
        return before
    return on_local_clock(desk, *found) if found and is_utc(found[0], language) else found


def printed_before(desk: Desk, when: When) -> tuple[When, str] | None:
    """Return the day printed below the headline, where what is declared is that of the last change.

    Systems that build their pages anew declare the day of the building as that of publication and of the change: a
    day in a line of its own that is earlier by more than a night is then the story's.
    """
    if desk.head is None or not is_rebuilt(desk, when):
        return None
    day = date.fromisoformat(when.value[:10])
    first: tuple[When, str] | None = None
    for line in lines_alone(desk):
        if not line.updated and line.score >= SURE and (found := day_in(line.text)):
            if (day - found.day).days <= 1 or (found.day.month, found.day.day) == (day.day, day.month):
                return None  # the declared day is printed too, perhaps with its numbers the other way round
            value = found.day.isoformat()
            first = first or (When(value=value, raw=line.text, source="html:dateline"), "html:dateline")
    return first


def is_rebuilt(desk: Desk, when: When) -> bool:
    """Tell whether the last change is declared for the moment of publication, or for an earlier one."""
    changed = (desk.story.get("dateModified"), *desk.page.metadata.meta.get("article:modified_time", ())[:1])
    for raw in (raw for value in changed if value for raw in scalars(value)):
        if raw == when.raw:
            return True
        if last := parse_when(raw, ""):
            return is_no_later(last, when)
    return False


def is_no_later(one: When, other: When) -> bool:
    """Tell whether a date is no later than another: by days where either is no more than a day."""
    if "day" in (one.precision, other.precision):
        return one.value[:10] <= other.value[:10]
    moments = (datetime.fromisoformat(when.value) for when in (one, other))
    first, second = (moment if moment.tzinfo else moment.replace(tzinfo=UTC) for moment in moments)
    return first <= second


def read_when(desk: Desk, raw: str | int | float, source: str, language: str | None) -> When | None:
    """Read one date; numbers that can be read in two ways as the page's other dates say."""
    zone, captured = desk.plan.zone if desk.plan else None, desk.page.captured
    when = parse_when(raw, source, zone=zone, language=language, captured=captured)
    if not isinstance(raw, str) or raw[:4].isdigit() or not (numbers := _numbers().search(raw)):
        return when
    first = month_first(desk, numbers, language)
    return parse_when(raw, source, zone=zone, language=language, captured=captured, month_first=first) or when


# ------------------------------------------------------------------ order of numbers


@cache
def _numbers() -> re.Pattern[str]:
    """Numbers of which each may be the day."""
    return re.compile(
        r"(?<![\d.:/-])(?P<a>0?[1-9]|1[0-2])(?P<sep>[-/])(?P<b>0?[1-9]|1[0-2])(?P=sep)(?P<y>(?:19|20)?\d\d)(?![\d:/-])"
    )


@cache
def _any_numbers() -> re.Pattern[str]:
    return re.compile(r"(?<![\d.:/-])(\d\d?)([-/])(\d\d?)\2(?:19|20)\d\d(?![\d:/-])")


def month_first(desk: Desk, hit: re.Match[str], language: str | None) -> bool:
    """Tell whether the month stands first, by other dates of the page, else by language and address."""
    year = int(hit["y"]) if len(hit["y"]) == 4 else 2000 + int(hit["y"])
    by_month, by_day = date(year, int(hit["a"]), int(hit["b"])), date(year, int(hit["b"]), int(hit["a"]))
    days = [url_date(desk.page.url)]
    days += [
        found.day for line in lines_near(desk) if not _numbers().search(line.text) and (found := day_in(line.text))
    ]
    for day in days:
        if day in (by_month, by_day):
            return day == by_month
    for text in (*(v for values in desk.page.metadata.meta.values() for v in values), *_short_texts(desk)):
        for other in _any_numbers().finditer(text):
            if other[2] == hit["sep"] and (int(other[1]) > 12) != (int(other[3]) > 12):
                return int(other[3]) > 12
    host = desk.host or ""
    if (language or "").lower() == "en-us":
        return True
    return hit["sep"] == "/" and (language or "").lower() in _ENGLISH and host.rpartition(".")[2] in _AMERICAN


def _short_texts(desk: Desk) -> Iterable[str]:
    return (block.text for block in desk.labelled.blocks if len(block.text) <= 80)


# ------------------------------------------------------------------ the local clock


def is_utc(when: When, language: str | None) -> bool:
    """Tell whether a moment is stated in UTC at an hour at which it is another day where the language is at home."""
    if not when.value.endswith("+00:00"):
        return False
    hour = int(when.value[11:13])
    return hour < NIGHT or hour >= (EVENING if (language or "en")[:2] in _WEST else AFTERNOON)


def on_local_clock(desk: Desk, when: When, source: str) -> tuple[When, str]:
    """Return a moment in UTC on the outlet's clock, if the page prints the day before or after.

    The offset is what lies between the same minute in UTC and in local time, where the page states it in both ways.
    Where it states the local day only, that day is the date: the day of a story is the one that its readers see.
    """
    moment = datetime.fromisoformat(when.value)
    told = url_date(desk.page.url)
    if told == moment.date():
        return when, source
    lines = _sure(lines_alone(desk))
    days: list[tuple[date | None, str]] = [(told, "url")]
    days += [(found.day, "html:dateline") for line in lines if (found := day_in(line.text))]
    for day, place in days:
        if day is None or abs((day - moment.date()).days) != 1:
            continue
        offset = offset_in(desk.page.text, moment) or offset_printed(lines, moment)
        if offset is not None and (local := moment.astimezone(timezone(offset))).date() == day:
            return replace(when, value=local.isoformat(timespec="seconds")), source
        if is_possible(moment, day):
            return When(value=day.isoformat(), precision="day", tz="none", raw=when.raw, source=place), place
    return when, source


def _sure(lines: Iterable[Line]) -> list[Line]:
    """Return the first line that is surely the story's date line; none if none is."""
    return [line for line in lines if not line.updated and line.score >= SURE][:1]


def is_possible(moment: datetime, day: date) -> bool:
    """Tell whether there is a place on earth where a moment falls on a day."""
    return day in ((moment - timedelta(hours=12)).date(), (moment + MAX_OFFSET).date())


def offset_in(source: str, moment: datetime) -> timedelta | None:
    """Return the offset of a local time in the page's source that names the same second."""
    if moment.second == 0:
        return None
    clock = moment.strftime(":%M:%S")
    at = source.find(clock)
    for _ in range(MAX_TWINS):
        if at < 0:
            return None
        twin = source[max(0, at - 13) : at].replace(" ", "T")
        at = source.find(clock, at + 1)
        try:
            local = datetime.fromisoformat(twin + clock)
        except ValueError:
            continue
        offset = local - moment.replace(tzinfo=None)
        if offset and abs(offset) <= MAX_OFFSET and not offset % QUARTER:
            return offset
    return None


def offset_printed(lines: Iterable[Line], moment: datetime) -> timedelta | None:
    """Return the offset of a local time that is printed to the minute."""
    for line in lines:
        when = parse_when(line.text, "")
        if when and when.precision != "day":
            local = datetime.fromisoformat(when.value).replace(tzinfo=None, second=0)
            offset = local - moment.replace(tzinfo=None, second=0)
            if offset and abs(offset) <= MAX_OFFSET and not offset % QUARTER:
                return offset
    return None

"""Dates as pages write them, in markup and in print, in the scripts and tongues of the press.

One family of patterns reads them all: a day (named month, numbers, or year first), then perhaps a
time, then perhaps a zone. What is not stated is not invented: no offset, no time, no century guess.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from newsclean.article import Precision, Timezone, When
from newsclean.steps import date_words as words

FIRST_YEAR = 1990
"""No page of the web is older; ``0001-01-01`` and ``1970-01-01`` are empty fields of databases."""
LAST_YEAR = 2099
"""Where nothing says when the page was fetched. The clock is not asked: the same page gives the same record."""
MAX_CHARS = 200
"""A date with all that is printed around it has at most 120 characters."""

_DIGIT = re.compile(r"\d")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d{1,6})?|\d{12,13}")
MAX_OFFSET = 14 * 60


class Day(NamedTuple):
    """A day and where it stands in the text."""

    day: date
    start: int
    end: int


def parse_when(
    raw: object,
    source: str,
    *,
    zone: str | None = None,
    language: str | None = None,
    captured: datetime | None = None,
    month_first: bool | None = None,
) -> When | None:
    """Read a date as a page states it; None for what is none, whatever it is.

    Args:
        raw: the date as found; any type.
        source: where it was found, for the record.
        zone: offset such as ``+05:30`` for a time without one or with a local name.
        language: tag of the page; ``en-US`` puts the month first in ``1/2/2025``.
        captured: when the page was fetched; what claims to be more than a day later is refused.
        month_first: how to read ``1/2/2025`` and ``1-2-2025``; None: as the language does.
    """
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        raw = _number_text(raw)
    if not isinstance(raw, str) or len(raw) > MAX_CHARS:
        return None
    printed = " ".join(raw.split())
    text = ascii_digits(printed)
    if _EPOCH.fullmatch(text):
        return _when(_from_epoch(text), "second", "explicit", printed, source, captured)
    if exact := _iso(text, zone):
        return _when(*exact, printed, source, captured)
    found = find_day(text, language, month_first)
    if found is None:
        return None
    return _with_time(found, text, printed, source, zone, captured)


_PRECISIONS: Mapping[int, Precision] = {10: "day", 16: "minute", 19: "second"}
"""What ISO 8601 states without an offset, by its length."""


def _iso(text: str, zone: str | None) -> tuple[datetime, Precision, Timezone] | None:
    """Read the forms that nearly every page declares: ISO 8601, to the second with an offset, or without one."""
    if len(text) < 10 or (text[8:9] not in "-T" and text[10:11] not in "T "):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo:
        return (moment, "second", "explicit") if len(text) >= 16 and text.count(":") != 1 else None
    precision = _PRECISIONS.get(len(text))
    if precision is None or text[4] != "-" or text[7] != "-":
        return None
    if precision == "day":
        return moment, precision, "none"
    offset, tz = _offset("", zone)
    return moment.replace(tzinfo=offset), precision, tz


def _number_text(raw: float) -> str:
    return str(int(raw)) if 1e8 < raw < 1e13 else ""


def ascii_digits(text: str) -> str:
    """Return a text with the digits of every script as 0-9."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in unicodedata.normalize("NFC", text))


def _from_epoch(text: str) -> datetime | None:
    seconds = int(text.partition(".")[0])
    if seconds >= 10**11:
        seconds //= 1000
    return datetime.fromtimestamp(seconds, UTC)


def find_day(text: str, language: str | None = None, month_first: bool | None = None) -> Day | None:
    """Return the first day that a text names: year first, a named month, then plain numbers."""
    if not _DIGIT.search(text):
        return None
    for pattern in words.year_first():
        if (hit := pattern.search(text)) and (day := _date(hit["y"], hit["m"], hit["d"])):
            return Day(day, *hit.span())
    for pattern in words.named_month():
        for hit in pattern.finditer(text):
            month = words.MONTHS.get(hit["m"].rstrip(".-/").lower())
            if month and (day := _date(hit["y"], month, hit["d"])):
                return Day(day, *hit.span())
    if (hit := words.numbers().search(text)) and (day := _numbers(hit, language, month_first)):
        return Day(day, *hit.span())
    return None


def _numbers(hit: re.Match[str], language: str | None, month_first: bool | None) -> date | None:
    """Read ``06-02-2025``: the day first, unless that is no date or the page is American and writes slashes."""
    year = hit["y"] if len(hit["y"]) == 4 else f"20{hit['y']}"
    day, month = hit["a"], hit["b"]
    if month_first is None:
        month_first = hit["sep"] == "/" and (language or "").lower().replace("_", "-") == "en-us"
    if month_first and hit["sep"] != ".":
        return _date(year, day, month) or _date(year, month, day)
    return _date(year, month, day) or _date(year, day, month)


def _date(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _with_time(
    found: Day, text: str, printed: str, source: str, zone: str | None, captured: datetime | None
) -> When | None:
    """Add the time that stands behind the day, or else before it."""
    inside = text[found.start : found.end]  # C writes the time between day and year
    time = words.clock()
    hit = time.search(text, found.end) or time.search(text[: found.start])
    hit = hit or (time.search(inside) if ":" in inside else None)
    clock = _clock(hit) if hit else None
    if hit is None or clock is None:
        moment = datetime(found.day.year, found.day.month, found.day.day)
        return _when(moment, "day", "none", printed, source, captured)
    hour, minute, second = clock
    stated = hit.group("s") is not None
    try:
        offset, tz = _offset(hit.string[hit.end() :], zone)
    except ValueError:
        return None
    moment = datetime(found.day.year, found.day.month, found.day.day, hour, minute, second, tzinfo=offset)
    return _when(moment, "second" if stated else "minute", tz, printed, source, captured)


def _clock(hit: re.Match[str]) -> tuple[int, int, int] | None:
    hour, minute, second = int(hit["h"] or hit["h12"]), int(hit["min"] or 0), int(hit["s"] or 0)
    half = (hit["half"] or hit["half12"] or "")[:1].lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour == 24 and minute == second == 0:
        return None  # midnight of which day? the day alone is sure
    return (hour, minute, min(second, 59)) if hour < 24 and minute < 60 and second <= 60 else None


def _offset(rest: str, zone: str | None) -> tuple[timezone | None, Timezone]:
    """Return the offset that stands behind a time, or the assumed one."""
    if hit := words.stated_offset().match(rest):
        minutes = int(hit["h"]) * 60 + int(hit["m"] or 0)
        if int(hit["m"] or 0) >= 60 or minutes > MAX_OFFSET:
            raise ValueError("no clock on earth is so far from UTC")
        return timezone(timedelta(minutes=-minutes if hit["sign"] != "+" else minutes)), "explicit"
    named = words.zone_name().match(rest)
    name = named["name"].lower() if named else ""
    if name in words.ZONES and (name != "z" or rest[:1] in "Zz"):
        return timezone(timedelta(minutes=words.ZONES[name])), "explicit"
    if zone and (hit := words.assumed_zone().fullmatch(zone)):
        minutes = int(hit["h"]) * 60 + int(hit["m"])
        assumed = timezone(timedelta(minutes=minutes if hit["sign"] == "+" else -minutes))
        return assumed, "explicit" if name in words.LOCAL_NAMES else "assumed"
    return None, "none"


def _when(
    moment: datetime | None, precision: Precision, tz: Timezone, printed: str, source: str, captured: datetime | None
) -> When | None:
    if moment is None or not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    if captured is not None and moment.date() > captured.date() + timedelta(days=1):
        return None
    value = moment.date().isoformat() if precision == "day" else moment.isoformat(timespec="seconds")
    return When(value=value, precision=precision, tz=tz, raw=printed, source=source)


# ------------------------------------------------------------------ addresses


def url_date(url: str | None, pattern: re.Pattern[str] | None = None) -> date | None:
    """Return the day in an address.

    Args:
        url: the address.
        pattern: an outlet's own, with groups ``year`` (of four digits or two), ``month`` and ``day``.
    """
    if not url or len(url) > 4096:
        return None
    if pattern is None:
        hit = words.url_day().search(url)
        parts = hit and (hit.group("y", "m", "d"), hit.group("y8", "m8", "d8"), hit.group("yl", "ml", "dl"))
        return next((_checked(*part) for part in parts or () if part[0]), None)
    hit = pattern.search(url)
    groups = hit.groupdict() if hit else {}
    if not all(groups.get(name) for name in ("year", "month", "day")):
        return None
    year = groups["year"] if len(groups["year"]) == 4 else f"20{groups['year']}"
    return _checked(year, groups["month"], groups["day"])


def _checked(year: str, month: str, day: str) -> date | None:
    number = words.MONTHS.get(month.lower()) or (int(month) if month.isdecimal() else 0)
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None

"""Dates as pages write them, in markup and in print, in the scripts and tongues of the press.

One family of patterns reads them all: a day (named month, numbers, or year first), then perhaps a
time, then perhaps a zone. What is not stated is not invented: no offset, no time, no century guess.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from newsclean.article import Precision, Timezone, When

FIRST_YEAR = 1990
"""No page of the web is older; ``0001-01-01`` and ``1970-01-01`` are empty fields of databases."""
LAST_YEAR = 2099
"""Where nothing says when the page was fetched. The clock is not asked: the same page gives the same record."""
MAX_CHARS = 200
"""A date with all that is printed around it has at most 120 characters."""

_MONTHS = (
    # English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish, Russian, Ukrainian, Romanian,
    # Greek, Turkish, Indonesian, Hindi; full names and the short forms in print
    "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro stycznia styczeń sty января январь"
    " янв"
    " січня ianuarie ιανουαρίου ιανουάριος ιαν ocak oca जनवरी ledna",
    "february feb februar feber februari février fevrier févr fév febrero febbraio fevereiro fev lutego luty lut"
    " февраля"
    " февраль фев лютого februarie φεβρουαρίου φεβρουάριος φεβ şubat şub फरवरी फ़रवरी",
    "march mar märz maerz mär mrz mars marzo março marco maart mrt marts marca marzec марта март мар березня martie"
    " μαρτίου"
    " μάρτιος μαρ mart maret मार्च",
    "april apr avril avr abril abr aprile kwietnia kwiecień kwi апреля апрель апр квітня aprilie απριλίου απρίλιος απρ"
    " nisan nis"
    " अप्रैल",
    "may mai mayo maggio mag maio mei maj maja мая май травня μαΐου μαϊου μάιος μαι mayıs mayis मई",
    "june jun juni juin junio giugno giu junho czerwca czerwiec cze июня июнь июн червня iunie ιουνίου ιούνιος ιουν"
    " haziran haz"
    " जून",
    "july jul juli juillet juil julio luglio lug julho lipca lipiec lip июля июль июл липня iulie ιουλίου ιούλιος ιουλ"
    " temmuz"
    " tem जुलाई",
    "august aug août aout agosto ago augustus augusti sierpnia sierpień sie августа август авг серпня αυγούστου"
    " αύγουστος"
    " αυγ ağustos ağu agustus agu अगस्त",
    "september sep sept septembre septiembre setiembre settembre set setembro września wrzesień wrz сентября сентябрь"
    " сен"
    " сент вересня septembrie σεπτεμβρίου σεπτέμβριος σεπτ σεπ eylül eyl सितंबर सितम्बर",
    "october oct oktober okt octobre octubre ottobre ott outubro out października październik paź октября октябрь окт"
    " жовтня octombrie οκτωβρίου οκτώβριος οκτ ekim eki अक्टूबर अक्तूबर",
    "november nov novembre noviembre novembro listopada listopad lis ноября ноябрь ноя нояб листопада noiembrie"
    " νοεμβρίου νοέμβριος"
    " νοε kasım kas नवंबर नवम्बर",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desember des grudnia grudzień gru"
    " декабря декабрь дек грудня decembrie δεκεμβρίου δεκέμβριος δεκ aralık ara दिसंबर दिसम्बर",
)
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}

ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0,
    "bst": 60, "west": 60, "cet": 60, "mez": 60, "wat": 60,  # BST is London's: Dhaka prints BdST or nothing
    "cest": 120, "mesz": 120, "eet": 120, "sast": 120, "cat": 120, "eest": 180, "msk": 180, "eat": 180, "trt": 180,
    "pkt": 300, "wib": 420, "ict": 420, "sgt": 480, "hkt": 480, "awst": 480, "jst": 540, "kst": 540,
    "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    # the names that RFC 2822 gives to North America
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
"""Minutes from UTC. IST is India's, Israel's and Ireland's: only a plugin's zone can say which."""
MAX_OFFSET = 14 * 60
LOCAL_NAMES = frozenset(("ist",))

_WORD = r"[^\W\d_][^\d\s,.]{1,15}\.?"
"""A month's name; not ``\\w``, which parts Hindi letters from their vowel signs."""
_NAMED = (
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})\s?(?:st|nd|rd|th|er|º|ª|ο|\.)?[\s\-/,.]*(?:de |of "
        rf"|d')?\s*(?P<m>{_WORD})[\s\-/,.'’]*(?:de |del )?\s*(?P<y>\d{{4}})(?!\d)",
        re.I,
    ),
    re.compile(
        rf"(?<![^\W\d_])(?P<m>{_WORD})[\s\-/]*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+"
        rf"|\s*[,/\-]\s*)(?P<y>\d{{4}})(?!\d)",
        re.I,
    ),
    re.compile(rf"(?<!\d)(?P<y>\d{{4}})[\s\-/,.]+(?P<m>{_WORD})[\s\-/,.]+(?P<d>\d{{1,2}})(?!\d)", re.I),
    re.compile(
        rf"(?<![^\W\d_])(?P<m>{_WORD})[\s\-/]*(?P<d>\d{{1,2}})\s+\d\d:\d\d:\d\d\s+[A-Z]{{0,5}}\s*(?P<y>\d{{4}})(?!\d)",
        re.I,
    ),
)
"""``8th Nov 2023``, ``January 1, 2025``, ``2025 Jan 1``, and C's ``Tue Nov 19 05:44:06 GMT 2019``."""
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<y>\d{4})\s*(?:[-/.]|年|년)\s*(?P<m>\d{1,2})\s*(?:[-/.]|月|월)\s*(?P<d>\d{1,2})(?!\d)"
)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?=T\d|$)")
_NUMBERS = re.compile(
    r"(?<![\d.:/-])(?P<a>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4}|\d\d)(?![\d:/-])"
)
_TIME = re.compile(
    r"(?<![\d:.])(?P<h>\d{1,2})\s?(?:[:h]|点|時|시|(?<=\d)\.(?=\d\d(?:\D|$)))\s?(?P<min>\d\d)(?!\d)"
    r"(?::(?P<s>\d\d)(?!\d)(?:[.,]\d{1,9})?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
    r"|(?<![\d:.])(?P<h12>\d{1,2})\s*(?P<half12>[ap]\.?m\b\.?)",
    re.I,
)
_OFFSET = re.compile(r"[\s,(]*(?:(?:GMT|UTC)\s?)?(?P<sign>[+\-−])(?P<h>\d{1,2}):?(?P<m>\d\d)?(?!\d)")
_ZONE_NAME = re.compile(r"[\s,(|]*(?P<name>[A-Za-z]{1,4})(?![A-Za-z])")
_ZONE = re.compile(r"(?P<sign>[+-])(?P<h>\d\d):?(?P<m>\d\d)")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d{1,6})?|\d{12,13}")


class Day(NamedTuple):
    """A day and where it stands in the text."""

    day: date
    start: int
    end: int


def parse_when(
    raw: object, source: str, *, zone: str | None = None, language: str | None = None, captured: datetime | None = None
) -> When | None:
    """Read a date as a page states it; None for what is none, whatever it is.

    Args:
        raw: the date as found; any type.
        source: where it was found, for the record.
        zone: offset such as ``+05:30`` for a time without one or with a local name.
        language: tag of the page; ``en-US`` puts the month first in ``1/2/2025``.
        captured: when the page was fetched; what claims to be more than a day later is refused.
    """
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        raw = _number_text(raw)
    if not isinstance(raw, str) or len(raw) > MAX_CHARS:
        return None
    printed = " ".join(raw.split())
    text = ascii_digits(printed)
    if _EPOCH.fullmatch(text):
        return _when(_from_epoch(text), "second", "explicit", printed, source, captured)
    if exact := _iso(text):
        return _when(exact, "second", "explicit", printed, source, captured)
    found = find_day(text, language)
    if found is None:
        return None
    return _with_time(found, text, printed, source, zone, captured)


def _iso(text: str) -> datetime | None:
    """Read the form that nearly every page declares: ISO 8601 with seconds and an offset."""
    if len(text) < 16 or (text[8:9] not in "-T" and text[10:11] not in "T "):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo and text.count(":") != 1 else None


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


def find_day(text: str, language: str | None = None) -> Day | None:
    """Return the first day that a text names: year first, a named month, then plain numbers."""
    for pattern in (_YEAR_FIRST, _COMPACT):
        if (hit := pattern.search(text)) and (day := _date(hit["y"], hit["m"], hit["d"])):
            return Day(day, *hit.span())
    for pattern in _NAMED:
        for hit in pattern.finditer(text):
            month = MONTHS.get(hit["m"].rstrip(".").lower())
            if month and (day := _date(hit["y"], month, hit["d"])):
                return Day(day, *hit.span())
    if (hit := _NUMBERS.search(text)) and (day := _numbers(hit, language)):
        return Day(day, *hit.span())
    return None


def _numbers(hit: re.Match[str], language: str | None) -> date | None:
    """Read ``06-02-2025``: the day first, unless that is no date or the page is American and writes slashes."""
    year = hit["y"] if len(hit["y"]) == 4 else f"20{hit['y']}"
    day, month = hit["a"], hit["b"]
    if hit["sep"] == "/" and (language or "").lower().replace("_", "-") == "en-us":
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
    hit = _TIME.search(text, found.end) or _TIME.search(text[: found.start])
    hit = hit or (_TIME.search(inside) if ":" in inside else None)
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
    if hit := _OFFSET.match(rest):
        minutes = int(hit["h"]) * 60 + int(hit["m"] or 0)
        if int(hit["m"] or 0) >= 60 or minutes > MAX_OFFSET:
            raise ValueError("no clock on earth is so far from UTC")
        return timezone(timedelta(minutes=-minutes if hit["sign"] != "+" else minutes)), "explicit"
    named = _ZONE_NAME.match(rest)
    name = named["name"].lower() if named else ""
    if name in ZONES and (name != "z" or rest[:1] in "Zz"):
        return timezone(timedelta(minutes=ZONES[name])), "explicit"
    if zone and (hit := _ZONE.fullmatch(zone)):
        minutes = int(hit["h"]) * 60 + int(hit["m"])
        assumed = timezone(timedelta(minutes=minutes if hit["sign"] == "+" else -minutes))
        return assumed, "explicit" if name in LOCAL_NAMES else "assumed"
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

_URL_DAY = re.compile(
    r"[/=](?P<y>(?:19|20)\d\d)(?P<sep>[/\-_.])(?P<m>\d{1,2}|[a-z]{3})(?P=sep)(?P<d>\d{1,2})(?!\d)"
    r"|[/_\-=](?P<y8>20\d\d)(?P<m8>[01]\d)(?P<d8>[0-3]\d)(?=[/\-_.T]|$)",
    re.I,
)
"""``/2025/01/31/``, ``/2025-jan-31``, ``/20250131-``; a longer run of digits is a number of the system's."""


def url_date(url: str | None, pattern: re.Pattern[str] | None = None) -> date | None:
    """Return the day in an address.

    Args:
        url: the address.
        pattern: an outlet's own, with groups ``year`` (of four digits or two), ``month`` and ``day``.
    """
    if not url or len(url) > 4096:
        return None
    if pattern is None:
        hit = _URL_DAY.search(url)
        return _checked(hit["y"] or hit["y8"], hit["m"] or hit["m8"], hit["d"] or hit["d8"]) if hit else None
    hit = pattern.search(url)
    groups = hit.groupdict() if hit else {}
    if not all(groups.get(name) for name in ("year", "month", "day")):
        return None
    year = groups["year"] if len(groups["year"]) == 4 else f"20{groups['year']}"
    return _checked(year, groups["month"], groups["day"])


def _checked(year: str, month: str, day: str) -> date | None:
    number = MONTHS.get(month.lower()) or (int(month) if month.isdecimal() else 0)
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None

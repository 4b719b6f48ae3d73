"""What can be a person's name, and what only looks like one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from urllib.parse import unquote

MAX_NAME_CHARS = 60
MAX_NAME_WORDS = 6
_NOT_WORD = re.compile(r"[\W_]+")
_ASCII_REST = {code: None for code in range(128) if not chr(code).isalnum()}
_DEBRIS = re.compile(r"[<>{}=\\#]|\.(?:com|org|net|de|co)\b")
"""Markup and addresses."""
_NOBODY = frozenset((
    "admin", "administrator", "root", "user", "webmaster", "author", "editor", "unknown", "none", "null",
    "undefined", "n/a", "anonymous", "guest", "by", "autor", "redaktor", "wpadmin", "superuser", "test", "default",
    "written by", "more", "biography", "bio", "view profile", "see all", "photo", "photos",
))  # fmt: skip
_PARTICLES = frozenset((
    "von", "van", "der", "den", "de", "del", "della", "da", "di", "du", "la", "le", "dos", "das", "al", "el", "bin",
    "ibn", "ter", "ten", "zu", "zur", "y", "e", "af", "av", "of", "st",
))  # fmt: skip
_NO_NAMES = frozenset((
    "more", "see", "read", "view", "about", "all", "full", "latest", "related", "share", "follow", "news",
    "article", "articles", "author", "photo", "image", "images", "stories", "story", "the", "our", "your", "this",
    "weiter", "weitere", "mehr", "alle", "lesen", "sign", "log", "subscribe", "contact", "home", "search", "menu",
    "update", "updated", "login", "pdf", "vorschau", "weblog", "afficher", "voir", "table", "contents", "also", "tags",
    "release", "report", "nachricht", "browse", "private", "cc", "nr", "zitat", "creative", "commons", "license",
    "lizenz", "copyright",
    "opinion", "reviewed", "illustration", "posts", "profile", "in", "on", "at", "to", "for", "with", "is",
    "comments", "comment", "minutes", "uhr", "january", "february", "march", "july", "september", "october",
    "november", "december", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi",
    "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes",
    "sábado", "sabato", "domenica", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "sat",
    "tue", "wed", "thu", "fri", "dec", "feb",
))  # fmt: skip
"""Words of a page's furniture and calendar that capitals make look like names."""
_NO_ACCOUNTS = frozenset((
    "jan", "sun", "min", "mon", "mar", "apr", "april", "jun", "june", "jul", "aug", "august", "sep", "sept", "oct",
    "nov", "email", "mail", "e-mail", "privacy", "link", "cookies",
))  # fmt: skip
"""Words that are no name where they stand alone; some are people's first names."""


@cache
def title_letters() -> re.Pattern[str]:
    """Return the pattern of what stands behind a name as its bearer's title: "Jr.", "PhD"."""
    return re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq|mba|rn|j\.?d|m\.?a|dr)\.?", re.I)


@cache
def _unspaced() -> re.Pattern[str]:
    """Names of scripts that put no space between family and given name."""
    return re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}(?:[ 　][\u3040-\u30ff\u3400-\u9fff]{1,4})?")


def squash(text: str) -> str:
    """Return the letters and digits of a text, case folded: "The Sun" and "thesun" are one."""
    low = text.casefold()
    flat = low.translate(_ASCII_REST) if low.isascii() else _NOT_WORD.sub("", low)
    return flat.removeprefix("the")


_TELLING = re.compile(r"[^\W_]{4,}|\d{2,}")
"""Words that can tell one headline from another."""


def words_of(line: str) -> frozenset[str]:
    """Return the telling words of a line, case folded and without accents."""
    bare = line.casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return frozenset(_TELLING.findall(bare))


def slug_words(path: str) -> frozenset[str]:
    """Return the telling words at the end of an address."""
    return words_of(unquote(path[-300:]))


def is_name(name: str) -> bool:
    """Tell whether what is left of a byline can be someone's name."""
    words = name.split()
    if not 0 < len(words) <= MAX_NAME_WORDS or not 2 <= len(name) <= MAX_NAME_CHARS:
        return False
    if name.casefold() in _NOBODY or title_letters().fullmatch(name):
        return False
    if len(_DIGITS.findall(name)) > 2 or _DEBRIS.search(name):
        return False
    return len(words) == 1 or name[0].isupper() or any(c.isalpha() and not c.islower() for c in name)


def is_no_name(word: str) -> bool:
    """Tell whether a word is of the calendar, or of a page's furniture."""
    low = word.lower().strip(".")
    return low in _NO_NAMES or low in _NO_ACCOUNTS


def is_handle(name: str) -> bool:
    """Tell whether a name is rather that of an account than a person's: "m.veld", "mveld", "Mara_V"."""
    if " " in name or not name.isascii():
        return False
    return name[:1].islower() or any(c in "._@" or c.isdecimal() for c in name) or not name[1:].islower()


def is_furniture(line: str) -> bool:
    """Tell whether a link beside a name is a button: "See full bio"."""
    return line.partition(" ")[0].lower() in _NO_NAMES


_DIGITS = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_](?:[^\W_]|[\s.'’`´\u00ad-])*")
"""Letters, and what stands between those of a name."""


def is_full_name(name: str) -> bool:
    """Tell whether a piece of a line is surely a person's name: two to five words, capitals but for particles."""
    if not name.isascii() and _unspaced().fullmatch(name):
        return True
    words = name.split()
    if not 2 <= len(words) <= 5 or _DIGITS.search(name):
        return False
    if any(word.lower().strip(".") in _NO_NAMES for word in words):
        return False
    if not _LETTERS.fullmatch(name) or name.endswith(".."):
        return False
    if not name[0].isalpha() or words[-1][0].islower():
        return False
    return all(not word[0].islower() or word.lower() in _PARTICLES for word in words)

"""The grammar of credits in print: whom a line names behind "by", behind a label, or on its own.

Each pattern is compiled when a page first needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from newsclean.steps.date_words import MONTHS
from newsclean.steps.names import is_full_name, is_furniture, is_no_name

MAX_BYLINE_CHARS = 140
MIN_ACCOUNT_CHARS = 3
MAX_ACCOUNT_LINE = 60
"""Characters of a line in which a single word behind "by" is somebody's name."""
_EDGES = " ,;:：(|-–—·"


class Credit(NamedTuple):
    """A piece of a line that may name somebody."""

    text: str
    """Empty for a label whose name stands in the next line."""
    said: bool
    """True behind "by" or "author"; False for words that only stand there."""


@cache
def _by() -> re.Pattern[str]:
    """What stands before the author's name: "by", a label, perhaps with words for what was done or written."""
    return re.compile(
        r"(?:(?:(?:written|posted|published|reported|created|submitted|added|story|article|blog|post|words|text|analysis"
        r"|opinion|interview|compiled|contributed|geschrieben|verfasst|erstellt|gespeichert|eingestellt|veröffentlicht"
        r"|gepostet|ein|eine|artikel|beitrag|gastbeitrag|kommentar|essay|pressemitteilung|kolumne|publié|écrit|rédigé"
        r"|posté|propos|recueillis|publicado|escrito|publicada|texto|geschreven|opublikowane|napisane|skrevet|skriven)"
        r"\s){0,3}(?:by|von|par|por|door|przez)|di|av|af|a cura di"
        r"|(?:text|interview|bericht|protokoll)(?:\s(?:und|&)\s(?:text|interview|fotos?|bilder|recherche|protokoll))?\s?:"
        r"|(?:words|text)\s?(?:[:：]|$)"
        r"|(?:текст|авторы?|autor(?:in|en|es|a)?|auth?ors?(?:\(s\))?|auteurs?(?:\(s\))?|redaktion|redactie"
        r"|thread starter|themenstarter|作者|著者|文|記者|记者|责编|責任編集|기자)\s?(?:[:：]|$|(?=\s)))"
        r"\s?[:：]?(?P<name>(?:(?<=[:：])|\s|$).*)$",
        re.I,
    )


@cache
def _behind() -> re.Pattern[str]:
    """A credit behind a date, before the date that ends a line, or behind a label in a line of several."""
    return re.compile(
        r"(?:(?<=\d)|(?<=[Uu]hr)|(?<=[).,|])|^)\s*(?:by|von|par|por|di|av|af)\s+(?P<name>[^\W\d_].*)"
        r"|\b(?:autor(?:in|en|es)?|auth?ors?(?:\(s\))?|auteurs?|redaktion|written by|posted by)\s*[:：]\s*"
        r"(?P<told>[^\W\d_].*)"
        r"|\s(?:by|von|par|por)\s(?P<dated>[^\W\d_][^\d,]{3,40})[,\s]\s?\d{1,2}[\s.][^\d]{2,14}(?:19|20)\d\d$",
        re.I,
    )


@cache
def _any_by() -> re.Pattern[str]:
    """Other words before "by": taken for a credit only where a full name follows."""
    return re.compile(r"(?:[^\W\d_]+['’]?\s){1,5}(?:by|von|par|por|door|przez)\s(?P<name>[^\W\d_].*)$", re.I)


@cache
def _not_by() -> re.Pattern[str]:
    """Credits of others than the author, and sentences that begin like a credit."""
    return re.compile(
        r"photo|foto|image|bild|illustr|video|review|edited|editing|fact|check|translat|übersetz|sponsor|present|power"
        r"|produced|made|brought|design|cookie|click|continu|subscri|sign|used|follow|comment|approved|hosted|supported"
        r"|owned|sort|filter|gefördert|last|updated|aktualis|modifi|bearbeit|narrat|read by|voiced|gelesen|gesprochen",
        re.I,
    )


@cache
def _separators() -> re.Pattern[str]:
    return re.compile(r"\s*[|•·⋅∙●/\n\t]\s*|\s+[–—-]\s+")


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(r"(?:[,;&+]|and|und|et|y|e|og|och|en|with|mit)+", re.I)


# In all forms of capitals, which is faster than to ignore the case.
_END_WORDS = (
    "published", "updated", "posted", "aktualisiert", "veröffentlicht", "gespeichert", "quelle", "source", "symbolbild",
    "follow", "last updated", "last modified", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
)  # fmt: skip


@cache
def _end() -> re.Pattern[str]:
    """What ends a name in a line: a date, a place, the next label."""
    capitals = [form(word) for form in (str, str.upper, str.capitalize, str.title) for word in _END_WORDS]
    return re.compile(
        r"(?<=[\s,(])\d|\d{1,2}(?:[./:]\d|\.?\s[^\W\d_]{3})"
        rf"|\b(?:am|on|le|el|den|at|um|vor|in|under|unter|dans|en|for|für|{'|'.join(capitals)})\b"
        r"|(?<![^\W\d_])[^\W\d_]+\s?:"
        r"|(?<=[a-zß-öø-ÿ])(?=[A-Z][a-zà-ü]{2,8}\.?\s\d)"  # the date of an element that stands right behind it
    )


@cache
def label() -> re.Pattern[str]:
    """Return the pattern of a line that says so plainly who wrote the story that it may stand anywhere in it."""
    return re.compile(r"(?:autor(?:in)?\s*:|auth?or\s*:|written by:?|text:|verfasst von|geschrieben von)\s*(.*)", re.I)


@cache
def clock() -> re.Pattern[str]:
    """Return the pattern of a date, or of how long the reading takes: what stands beside a byline."""
    return re.compile(
        r"(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d\d|\bmin(?:ute)?s?\b|\b(?:ago|uhr|updated|published)\b|\d:\d\d",
        re.I,
    )


_BY_WORDS = frozenset(
    word + colon
    for word in "by von par por door przez di av af текст автор авторы autor autorin autoren autores autora author"
    " authors author(s) auteur auteurs auteur(s) words text redaktion redactie starter themenstarter"
    " cura interview bericht protokoll".split()
    for colon in ("", ":")
)
_BY_MARKS = ("作者", "著者", "文", "記者", "记者", "责编", "責任編集", "기자")
"""The same in scripts that put no space between words."""


@cache
def _by_marks() -> re.Pattern[str]:
    return re.compile("|".join(_BY_MARKS))


def may_credit(line: str) -> bool:
    """Tell whether a line has a word such as "by": most have none, and need no further look."""
    low = line.lower()
    if low.startswith(("by", "von", "par")) or not _BY_WORDS.isdisjoint(low.split()):
        return True
    return not low.isascii() and _by_marks().search(low) is not None


def is_label(piece: str) -> bool:
    """Tell whether a piece of a line is nothing but "by" or "author"."""
    hit = _by().fullmatch(piece)
    return hit is not None and not hit["name"].strip()


_CAPITALS = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+(?: [A-ZÀ-Þ][a-zß-ÿ]+)*")
_ENDS = frozenset(word.partition(" ")[0] for word in _END_WORDS)


def _is_bare(text: str) -> bool:
    """Tell whether a text is words with capitals of which none ends a name: `_end` finds nothing in it."""
    return _CAPITALS.fullmatch(text) is not None and _ENDS.isdisjoint(text.lower().split(" "))


def name_in(text: str) -> str:
    """Return what stands in a line before a date, a place or another label."""
    hit = None if _is_bare(text) else _end().search(text, 1)
    if hit is None:
        return text.strip(_EDGES)
    name = text[: hit.start()].strip(_EDGES)
    head, _, last = name.rpartition(" ")
    return head.rstrip(" ,") if last.strip(".,").lower() in MONTHS else name


def credits_of(pieces: Iterable[str]) -> Iterator[Credit]:
    """Yield whom the pieces of a line credit; a word such as "by" counts for the piece behind it.

    Args:
        pieces: the line, or what its elements part it into.
    """
    open_ = bare = section = False
    for piece in pieces:
        for part in _separators().split(piece):
            if not part or _joins().fullmatch(part):
                continue
            name = said_in(part)
            if name is not None:
                open_ = bare = not name
                if name:
                    yield Credit(name, True)
            elif not section:
                yield Credit(name_in(part), open_)
                bare = False
                open_ = open_ and is_full_name(part.strip(_EDGES))
            section = part.endswith((" in", " in:"))  # what follows is where it was printed
    if bare:
        yield Credit("", True)


def said_in(part: str) -> str | None:
    """Return the name behind "by" or a label in a part of a line, empty behind a bare label; None without one."""
    part = part.lstrip("-–—*~ ")
    if not (may_credit(part) or ":" in part or "：" in part):
        return None
    hit = _by().match(part) or _behind().search(part) or _any_by().match(part)
    if hit is None or hit.lastgroup is None or _not_by().search(part[: hit.start(hit.lastgroup)]):
        return None
    name = name_in(hit[hit.lastgroup].strip(_EDGES))
    if hit.re is _any_by() and (not is_full_name(name) or is_full_name(part)):  # "Walter von Aachen" is a name himself
        return None
    return name


def is_credit(name: str, line: str) -> bool:
    """Tell whether what stands behind "by" can be whom it credits.

    That is words with a capital; a single word only in a short line, or in one with a date, as those of blogs are.
    """
    words = name.split()
    if not words or len(name) > MAX_BYLINE_CHARS or is_furniture(name):
        return False
    if len(words) > 1:
        return words[0][0].isupper() or not words[0][0].isascii()
    if len(name) < MIN_ACCOUNT_CHARS or is_no_name(name):
        return False
    if name[0].isupper() or not name.isascii():
        return len(line) <= MAX_ACCOUNT_LINE
    return clock().search(line) is not None


def is_account(name: str) -> bool:
    """Tell whether a word can be the name of an account."""
    return len(name) >= MIN_ACCOUNT_CHARS and " " not in name and not is_no_name(name)


def parted_by(name: str) -> str | None:
    """Return the name alone of "Everything by Mara Veld"; None for a line without such words."""
    hit = _by().match(name) or _any_by().match(name)
    bare = hit["name"].strip(_EDGES) if hit else ""
    return bare if is_full_name(bare) else None

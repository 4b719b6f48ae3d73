"""What a text must hold before a pattern can match it, so that most patterns are never tried.

Both answers are read from the pattern's own parse tree, and both may only say less than is true: a
part that is not understood here asks for nothing, and then the pattern is simply tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]  # no other reader of patterns exists; see `_parsed`
from typing import Any

Parts = Sequence[tuple[Any, Any]]
MAX_RANGE = 64
"""A larger range of characters is not listed."""
MIN_LITERAL = 3
"""Shorter words stand in every text."""
DIGIT = "0"
"""Stands for every decimal digit among the first characters."""


def folded(text: str) -> str:
    """Return a text in which all characters that a pattern takes for one when it ignores case are one.

    ``re`` takes more for one than `str.lower` does: the long s and an s, the dotless i and an i.
    """
    told = text.casefold()
    return told if told.isascii() else told.replace("i\u0307", "i").replace("ı", "i")


def first_of(text: str) -> str:
    """Return the first character of a text, as `openings` give it; nothing for an empty text."""
    return DIGIT if text[:1].isdecimal() else folded(text[:1])[:1]


@lru_cache(maxsize=8192)
def openings(pattern: str) -> frozenset[str] | None:
    """Return the characters, as `first_of` gives them, with which a match begins; None if it may be any."""
    found, closed = _openings(_parsed(pattern))
    return frozenset(found) if closed and found is not None else None


@lru_cache(maxsize=8192)
def needed(pattern: str) -> frozenset[str] | None:
    """Return literals, `folded`, of which each match holds at least one; None if none are known."""
    words = _needed(_parsed(pattern))
    return None if words is None or min(map(len, words)) < MIN_LITERAL else frozenset(words)


@lru_cache(maxsize=8192)
def longest(pattern: str) -> int:
    """Return the most characters that a match can have; a very large number where there is no most."""
    width: tuple[int, int] = _parsed(pattern).getwidth()  # type: ignore[attr-defined]
    return width[1]


def _parsed(pattern: str) -> Parts:
    """Read a pattern that `re` can read. The reader is private to `re`: parts that it calls otherwise ask nothing."""
    parts: Parts = _parser.parse(pattern, re.I)
    return parts


# ------------------------------------------------------------------ the first character

Openings = tuple[set[str] | None, bool]
"""Characters, None for any; and whether something must stand there, so that what follows does not begin a match."""


def _openings(parts: Parts) -> Openings:
    found: set[str] = set()
    for part in parts:
        chars, closed = _opening(part)
        if chars is None:
            return None, True
        found |= chars
        if closed:
            return found, True
    return found, False


def _opening(part: tuple[Any, Any]) -> Openings:
    name, value = str(part[0]), part[1]
    if name == "LITERAL":
        return {first_of(chr(value))}, True
    if name == "IN":
        return _set(value), True
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        chars, closed = _openings(value[2])
        return chars, closed and value[0] > 0
    if name == "SUBPATTERN":
        return _openings(value[3])
    if name == "ATOMIC_GROUP":
        return _openings(value)
    if name == "BRANCH":
        return _branches(value[1])
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return set(), False
    return None, True


def _branches(branches: Iterable[Parts]) -> Openings:
    found: set[str] = set()
    each = True
    for branch in branches:
        chars, closed = _openings(branch)
        if chars is None:
            return None, True
        found |= chars
        each = each and closed
    return found, each


def _set(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    found: set[str] = set()
    for kind, value in items:
        name = str(kind)
        if name == "LITERAL":
            found.add(first_of(chr(value)))
        elif name == "RANGE" and value[1] - value[0] <= MAX_RANGE:
            found |= {first_of(chr(code)) for code in range(value[0], value[1] + 1)}
        elif name == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
            found.add(DIGIT)
        else:
            return None
    return found


# ------------------------------------------------------------------ words inside


def _needed(parts: Parts) -> set[str] | None:
    """Return the choice among the parts whose shortest word is the longest."""
    best: set[str] | None = None
    run: list[str] = []
    for part in (*parts, ("END", None)):
        name, value = str(part[0]), part[1]
        if name == "LITERAL" and chr(value) != "\u0307":
            run.append(folded(chr(value)))
            continue
        best = _better(best, {"".join(run)} if run else None)
        run = []
        if name not in ("END", "LITERAL"):
            best = _better(best, _needed_inside(name, value))
    return best


def _needed_inside(name: str, value: Any) -> set[str] | None:
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _needed(value[2]) if value[0] > 0 else None
    if name == "SUBPATTERN":
        return _needed(value[3])
    if name != "BRANCH":
        return None
    words: set[str] = set()
    for branch in value[1]:
        one = _needed(branch)
        if one is None:
            return None
        words |= one
    return words


def _better(a: set[str] | None, b: set[str] | None) -> set[str] | None:
    if a is None or b is None:
        return b if a is None else a
    return max(a, b, key=lambda words: min(map(len, words)))

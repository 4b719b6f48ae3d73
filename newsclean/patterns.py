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
DOT_ABOVE = 0x307
"""Makes a dotted capital I of the one before it, which is an i when case is ignored."""


def folded(text: str) -> str:
    """Return a text in which all characters that a pattern takes for one when it ignores case are one.

    ``re`` takes more for one than `str.lower` does: the long s and an s, the dotless i and an i.
    """
    told = text.casefold()
    return told if told.isascii() else told.replace("i\u0307", "i").replace("ı", "i")


_DIGITS = str.maketrans("123456789", DIGIT * 9)


def head_of(text: str, size: int = 1) -> str:
    """Return the first characters of a text, as `openings` give them; fewer for a shorter text."""
    return _signs(text[:size])[:size]


def heads_of(lines: Sequence[str], size: int) -> list[str]:
    """Return `head_of` each of some lines without a line break, at once: it is asked of every line of a dump."""
    return [head[:size] for head in _signs("\n".join([line[:size] for line in lines])).split("\n")] if lines else []


def _signs(text: str) -> str:
    signs = folded(text).translate(_DIGITS)
    return signs if signs.isascii() else "".join(DIGIT if char.isdecimal() else char for char in signs)


@lru_cache(maxsize=8192)
def openings(pattern: str, size: int = 1) -> frozenset[str] | None:
    """Return strings, as `head_of` gives them, with one of which each match begins; None if it may begin with any.

    Args:
        size: most characters of each; where a pattern leaves open what follows, there are fewer.
    """
    found = frozenset(head for head, _ in _heads(_parsed(pattern), size))
    return None if "" in found else found


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


# ------------------------------------------------------------------ the first characters

Heads = set[tuple[str, bool]]
"""Beginnings of a match, and whether what follows in the pattern is the rest of each; else it may be anything."""
EMPTY: Heads = {("", True)}
ANYTHING: Heads = {("", False)}
MAX_HEADS = 256
"""Where a pattern goes on in more ways, its beginnings end there."""


def _heads(parts: Parts, size: int) -> Heads:
    heads = EMPTY
    for part in parts:
        if not any(is_open for _, is_open in heads):
            break
        heads = _joined(heads, _part(part, size), size)
    return heads


def _joined(heads: Heads, tails: Heads, size: int) -> Heads:
    """Return beginnings, the open ones with each of the tails behind them; without, where that would be too many."""
    found = {head for head in heads if not head[1]}
    for head, _ in heads - found:
        found |= {((head + tail)[:size], is_open and len(head) + len(tail) < size) for tail, is_open in tails}
    return found if len(found) <= MAX_HEADS else {(head, False) for head, _ in heads}


def _part(part: tuple[Any, Any], size: int) -> Heads:
    name, value = str(part[0]), part[1]
    if name == "LITERAL":
        return {(_signs(chr(value)), True)} if value != DOT_ABOVE else ANYTHING
    if name == "IN":
        chars = _set(value)
        return ANYTHING if chars is None else {(char, True) for char in chars}
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, parts = value
        return _repeated(least, most, parts, size)
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _heads(value[3] if name == "SUBPATTERN" else value, size)
    if name == "BRANCH":
        return set().union(*(_heads(branch, size) for branch in value[1]))
    return EMPTY if name in ("AT", "ASSERT", "ASSERT_NOT") else ANYTHING


def _repeated(least: int, most: int, parts: Parts, size: int) -> Heads:
    one, heads = _heads(parts, size), EMPTY
    for _ in range(min(least, size)):
        heads = _joined(heads, one, size)
    if most > least:  # once more, and then perhaps again
        heads = heads | {(head, is_open and most == least + 1) for head, is_open in _joined(heads, one, size)}
    return heads


def _set(items: Iterable[tuple[Any, Any]]) -> set[str] | None:
    found: set[str] = set()
    for kind, value in items:
        name = str(kind)
        if name == "LITERAL":
            found.add(_signs(chr(value)))
        elif name == "RANGE" and value[1] - value[0] <= MAX_RANGE:
            found |= {_signs(chr(code)) for code in range(value[0], value[1] + 1)}
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
        if name == "LITERAL" and value != DOT_ABOVE:
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

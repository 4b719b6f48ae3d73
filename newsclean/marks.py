"""Which outlets a dump may be of: a quick look at its words, before any outlet's lines are tried.

A registry holds hundreds of expressions for lines, and a dump has a hundred lines. Most expressions need a certain
word; a dump without it cannot match them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w+")
_LOOSE = "\0"
"""Stands for a part of an expression that may be many things or nothing."""
_SIGN = "\1"
"""Stands for a sign that must be there."""
_MAYBE = "\2"
"""Stands for a sign or a blank that need not be there."""
_ESCAPED = re.compile(r"\\\W")
_CLASS = re.compile(r"\\\w|\[[^\]]*\]")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>|\?-i:)?([^()]*)\)(?![?*+{])")
_LOOSE_GROUP = re.compile(r"\([^()]*\)(?=[?*+{])")
_QUANTIFIED = re.compile(r"(.)(?:[?*+]|\{[^}]*\})+", re.S)
_NEEDED = re.compile(r"(?<![\w\x00])(?<![\w\x00]\x02)[^\W\d_]+(?!\x02?[\w\x00])")
MAX_WAYS = 32


def needed_words(pattern: str) -> list[frozenset[str]]:
    """Return words, in lower case, that a whole match of an expression holds: all of one of these sets.

    A set is empty where the expression, or one way to read it, needs no certain word.
    """
    plain = _CLASS.sub(_LOOSE, _ESCAPED.sub(_SIGN, pattern))
    while (less := _LOOSE_GROUP.sub(_LOOSE, plain)) != plain:
        plain = less
    ways = [plain]
    while group := _GROUP.search(ways[0]):
        choices = group[1].split("|")
        ways = [way.replace(group[0], choice, 1) for way in ways for choice in choices]
        if len(ways) > MAX_WAYS:
            return [frozenset()]
    if any("(" in way or ")" in way for way in ways):
        return [frozenset()]
    return [frozenset(_NEEDED.findall(sure_signs(way).lower())) for one in ways for way in one.split("|")]


def sure_signs(plain: str) -> str:
    """Return an expression without groups, with what may or may not be there marked as such."""
    plain = _QUANTIFIED.sub(lambda hit: _LOOSE if hit[1] in (_LOOSE, ".") or hit[1].isalnum() else _MAYBE, plain)
    return plain.replace(".", _LOOSE)


class Marks:
    """The lines by which outlets are known, by the words that they need."""

    def __init__(self, lines: Iterable[Sequence[str]]) -> None:
        self._by_word: defaultdict[str, list[tuple[frozenset[str], tuple[int, int]]]] = defaultdict(list)
        self._by_none: Counter[int] = Counter()
        for place, patterns in enumerate(lines):
            for number, pattern in enumerate(patterns):
                ways = needed_words(pattern)
                if not all(ways):
                    self._by_none[place] += 1
                    continue
                for words in ways:
                    self._by_word[max(sorted(words), key=len)].append((words, (place, number)))

    def candidates(self, texts: Iterable[str], least: int) -> list[int]:
        """Return the places of the outlets of which so many different lines may be among these texts, in order."""
        joined = "".join(f"{text}\n" for text in texts).lower()
        there = set(_WORD.findall(joined))
        lines = {
            line
            for word in self._by_word.keys() & there
            for words, line in self._by_word[word]
            if words <= there and on_one_line(words, word, joined)
        }
        found = self._by_none + Counter(place for place, _ in lines)
        return sorted(place for place, count in found.items() if count >= least)


def on_one_line(words: frozenset[str], rare: str, joined: str) -> bool:
    """Tell whether all of some words may stand on one line of several; `rare` is one of them."""
    end = 0
    while (at := joined.find(rare, end)) >= 0:
        end = joined.index("\n", at)
        line = joined[joined.rfind("\n", 0, at) + 1 : end]
        if all(word in line for word in words):
            return True
    return False

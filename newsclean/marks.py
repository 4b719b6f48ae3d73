"""Which outlet a dump is of, by the lines that only its pages have.

A registry holds hundreds of expressions for lines, and a dump has a hundred lines. An expression is tried only on the
lines that begin as its matches do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from newsclean.patterns import heads_of, openings

HEAD, KEY = 10, 4
"""Characters at the head of a line by which expressions are known, and how many of these are looked up at once."""

Line = tuple[int, int]
"""Place of an outlet, and of one of its lines."""


class Marks:
    """The lines by which outlets are known, by how they begin."""

    def __init__(self, lines: Iterable[Sequence[str]]) -> None:
        self._lines = list(lines)
        self._by_key: defaultdict[str, list[tuple[str, Line]]] = defaultdict(list)
        self._headless: defaultdict[int, list[Line]] = defaultdict(list)
        for place, patterns in enumerate(self._lines):
            for number, pattern in enumerate(patterns):
                heads = openings(pattern, HEAD)
                if heads is None:
                    self._headless[place].append((place, number))
                for head in heads or ():
                    self._by_key[head[:KEY]].append((head, (place, number)))
        self._sizes = sorted(set(map(len, self._by_key)))

    def outlet(self, texts: Iterable[str], least: int) -> int | None:
        """Return the place of the outlet of which most different lines are among these texts, or None.

        Args:
            least: fewest of its lines.
        """
        lines = [text for text in texts if "\n" not in text]
        found: defaultdict[int, set[int]] = defaultdict(set)
        for text, begins in zip(lines, heads_of(lines, HEAD), strict=True):
            near = [one for size in self._sizes for one in self._by_key.get(begins[:size], ())]
            if near and (likely := [line for head, line in near if begins.startswith(head)]):
                self._match(text, likely, found)
        for place, headless in self._headless.items():  # these cost a try a line, and most of them cannot decide
            if len(found[place]) + len(headless) >= least:
                for text in lines:
                    self._match(text, headless, found)
        best = max(found, key=lambda place: (len(found[place]), -place), default=None)
        return best if best is not None and len(found[best]) >= least else None

    def _match(self, text: str, tried: Iterable[Line], found: Mapping[int, set[int]]) -> None:
        """Note which of some lines a text is; of each outlet the first, as two may say the same."""
        first: dict[int, int] = {}
        for place, number in tried:
            if number < first.get(place, number + 1) and _compiled(self._lines[place][number]).fullmatch(text):
                first[place] = number
        for place, number in first.items():
            found[place].add(number)


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.I)

"""Which blocks of a page are in a story whose text is known: the labels that a model learns from.

A truth is plain text, and nothing says which element of the page each paragraph came from. Blocks and
truth come in the same order, so the labels are a chain of matches, each behind the one before, that
covers most words: the heaviest increasing subsequence of all places where a block's words stand in the truth.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Words = tuple[str, ...]
_WORD = re.compile(r"\w+")
GRAM = 4
"""Words in a row that name a place in the truth."""
MOST_PLACES = 40
"""A phrase that stands in the truth more often than this names no place."""
TRIES = 3
"""Places tried for one block."""
EDGE = 0.5
"""What a match gains, in words, for beginning or ending where a paragraph of the truth does."""
ADJACENT = 0.75
"""And for beginning where the block before it ended. Between equal texts, neighbours decide."""
INSIDE = 1.5
"""What a match of fewer than `GRAM` words loses that stands in the middle of a paragraph: chance, mostly."""


class Match(NamedTuple):
    """A place in the truth where the words of a block stand."""

    start: int
    end: int
    words: float
    worth: float


class Truth:
    """The words of a story, with the places of its phrases and of its paragraphs' ends."""

    def __init__(self, body: str) -> None:
        self.words: list[str] = []
        self.edges = {0}
        for line in body.split("\n"):
            self.words += _WORD.findall(line)
            self.edges.add(len(self.words))
        self.places: dict[Words, list[int]] = defaultdict(list)
        for size in range(1, GRAM + 1):
            for at in range(len(self.words) - size + 1):
                self.places[tuple(self.words[at : at + size])].append(at)

    def matches(self, text: str) -> list[Match]:
        """Return where the words of a block stand, best first."""
        words = _WORD.findall(text)
        if len(words) < GRAM:
            return list(self._short(tuple(words))) if words else []
        votes: Counter[int] = Counter()
        for at in range(len(words) - GRAM + 1):
            places = self.places.get(tuple(words[at : at + GRAM]), ())
            if len(places) <= MOST_PLACES:
                votes.update(place - at for place in places)
        return [self._long(words, offset) for offset, _ in votes.most_common(TRIES)]

    def _long(self, words: Sequence[str], offset: int) -> Match:
        here = [0 <= offset + i < len(self.words) and self.words[offset + i] == word for i, word in enumerate(words)]
        first, last = here.index(True), len(here) - here[::-1].index(True)
        return self._match(offset + first, offset + last, sum(here))

    def _short(self, words: Words) -> Iterator[Match]:
        places = self.places.get(words, ())
        for start in places if len(places) <= MOST_PLACES else ():
            yield self._match(start, start + len(words), len(words))

    def _match(self, start: int, end: int, words: int) -> Match:
        edges = (start in self.edges) + (end in self.edges)
        inside = INSIDE if words < GRAM and edges < 2 else 0.0
        return Match(start, end, words, words + EDGE * edges - inside)


def align(texts: Sequence[str], body: str) -> list[float]:
    """Return for each block the share of its words that are in the story at the place where the block stands.

    Args:
        texts: the blocks in reading order.
        body: the story, one paragraph a line.
    """
    truth = Truth(body)
    best = _PrefixMax(len(truth.words) + 1)
    ending: dict[int, tuple[float, int]] = {}  # the best chain that ends at a word, and its last link
    links: list[tuple[int, Match, int]] = []  # block, match, link before it
    for block, text in enumerate(texts):
        found = []
        for match in truth.matches(text):
            total, before = best.upto(match.start)
            if match.start in ending and ending[match.start][0] + ADJACENT > total:
                total, before = ending[match.start]
                total += ADJACENT
            if match.worth > 0:
                found.append((total + match.worth, match, before))
        for total, match, before in found:
            links.append((block, match, before))
            best.put(match.end, total, len(links) - 1)
            if total > ending.get(match.end, (0.0, -1))[0]:
                ending[match.end] = (total, len(links) - 1)
    shares = [0.0] * len(texts)
    _, link = best.upto(len(truth.words))
    while link >= 0:
        block, match, link = links[link]
        shares[block] = match.words / max(1, len(_WORD.findall(texts[block])))
    return shares


class _PrefixMax:
    """The best chain that ends at or before a word: a Fenwick tree of maxima."""

    def __init__(self, size: int) -> None:
        self.cells: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def put(self, at: int, total: float, link: int) -> None:
        at += 1
        while at < len(self.cells):
            if total > self.cells[at][0]:
                self.cells[at] = (total, link)
            at += at & -at

    def upto(self, at: int) -> tuple[float, int]:
        at += 1
        best = (0.0, -1)
        while at > 0:
            best = max(best, self.cells[at], key=lambda cell: cell[0])
            at -= at & -at
        return best

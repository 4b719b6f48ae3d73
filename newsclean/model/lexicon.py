"""Which words speak for a story and which against it, counted over domains.

A word of a class name (``share``, ``article``), or of a short line (``newsletter``, ``said``), gets the log-odds that
a block with it is part of a story. Each domain has one vote a word, however many pages it has, so no outlet's
habits become a rule. A page that the trees learn from sees weights from which its own domain's votes are taken
out: otherwise the lexicon would tell the trees the answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from math import log

from newsclean.model.blocks import UNIT

Votes = dict[str, dict[str, tuple[float, float]]]
"""Domain -> word -> (weight of blocks in the story, weight of all blocks)."""
STRENGTH = 2.0
"""Votes that the share of all blocks counts for: a word of few domains stays near nought."""


class Counts:
    """The votes of some domains."""

    def __init__(self, prior: float, least: int) -> None:
        self.prior = prior
        """Share of blocks that are in a story."""
        self.least = least
        """Domains that a word must stand on to have a weight."""
        self.votes: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(
            lambda: defaultdict(lambda: [0.0, 0.0])
        )

    def add(self, domain: str, words: Collection[str], inside: bool, weight: float = 1.0) -> None:
        """Count one block."""
        votes = self.votes[domain]
        for word in words:
            vote = votes[word]
            vote[0] += weight * inside
            vote[1] += weight

    def lexicon(self, domains: Iterable[str]) -> Tally:
        """Return the weights by the votes of some domains."""
        sums: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for domain in domains:
            for word, (inside, total) in self.votes[domain].items():
                sums[word][0] += inside / total
                sums[word][1] += 1
        return Tally(self, dict(sums))


class Tally:
    """The weights of words by some domains' votes."""

    def __init__(self, counts: Counts, sums: Mapping[str, list[float]]) -> None:
        self.counts = counts
        self.sums = sums
        weights = {word: self.weight(*votes) for word, votes in sums.items()}
        self.table = {word: weight for word, weight in weights.items() if weight}
        """All weights that are not nought."""

    def weight(self, shares: float, votes: float) -> float:
        """Return the weight of a word as the shipped lexicon holds it."""
        if votes < self.counts.least:
            return 0.0
        prior = self.counts.prior
        odds = (shares + STRENGTH * prior) / (votes - shares + STRENGTH * (1 - prior))
        return round((log(odds) - log(prior / (1 - prior))) / UNIT) * UNIT

    def without(self, domain: str) -> dict[str, float]:
        """Return the weights with one domain's votes taken out."""
        table = dict(self.table)
        for word, (inside, total) in self.counts.votes[domain].items():
            if word in self.sums:
                shares, votes = self.sums[word]
                table[word] = self.weight(shares - inside / total, votes - 1)
        return table

"""The words of a dump's units as numbers, and what a lexicon says of them.

A word is known by a hash of its letters, worked out for all words at once: to make a string of each and look it up
would cost half of what the judge of dumps does. That two words of a page and a lexicon share 64 bits does not happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from newsclean.model.line_chars import SIGN, SPACE, Codes, Kinds, codes_of, kinds_of

Column = NDArray[np.float64]
Counts = NDArray[np.int64]
Hashes = NDArray[np.uint64]
LEXICON_UNIT = 1 / 16
ECHO_LETTERS = 5
"""Letters from which a word says what a text is about."""
_BASE, _PLACES = 0x9E3779B97F4A7C15, 64
"""A hash is the polynomial of the letters at this base, modulo 2 ** 64; letters behind the 64th count alike."""


class Lexicon(NamedTuple):
    """Words with what they say of a unit, in units of `LEXICON_UNIT` log-odds: below 0 they speak of furniture."""

    keys: Hashes
    """The words' hashes, sorted."""
    said: Column

    @classmethod
    def of(cls, words: Mapping[str, int]) -> Self:
        """Make a lexicon of lower-case words without signs."""
        keys = hashes_of(words)
        order = np.argsort(keys)
        return cls(keys[order], np.fromiter(words.values(), np.float64, len(words))[order])

    def look_up(self, keys: Hashes) -> Column:
        """Return what words say; 0 for one that is not known."""
        if not len(self.keys):
            return np.zeros(len(keys))
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[places] == keys, self.said[places], 0.0)


class Words(NamedTuple):
    """The words of some units, in order."""

    keys: Hashes
    letters: Counts
    sizes: Counts
    """How many each unit has."""


def words_in(codes: Codes, kinds: Kinds, ends: Counts) -> Words:
    """Return the words of units, without signs.

    Args:
        codes: the units joined, a line break behind each.
        kinds: the classes of the characters.
        ends: where each unit ends, with its line break.
    """
    apart = np.concatenate(([True], (kinds & (SPACE | SIGN)) > 0))
    turns = np.flatnonzero(apart[1:] != apart[:-1])  # a word's first character and the sign behind its last, in turn
    begins, letters = turns[::2], turns[1::2] - turns[::2]
    sizes = np.diff(np.searchsorted(begins, ends), prepend=0)
    inside = np.flatnonzero(~apart[1:])
    before = np.cumsum(letters) - letters
    place = np.arange(len(inside)) - np.repeat(before, letters)
    value = _lowered()[np.minimum(codes[inside], 0xFFFF)] * _powers()[np.minimum(place, _PLACES - 1)]
    keys = np.add.reduceat(value, before) if len(before) else value
    return Words(keys, letters, sizes)


def ends_of(texts: Sequence[str]) -> Counts:
    """Return where each unit ends, with the line break behind it, in the units joined."""
    return np.asarray(np.cumsum(np.fromiter(map(len, texts), np.int64, len(texts)) + 1))


def hashes_of(words: Iterable[str]) -> Hashes:
    """Return the hashes of words, one each."""
    texts = list(words)
    codes = codes_of("".join(text + "\n" for text in texts))
    return words_in(codes, kinds_of(codes), ends_of(texts)).keys


def words_of(texts: Sequence[str]) -> list[list[str]]:
    """Return the words of units in lower case, without signs: the spelling of what `words_in` finds."""
    codes = codes_of("".join(text + "\n" for text in texts))
    plain = np.where((kinds_of(codes) & SIGN) > 0, np.uint32(0x20), codes)
    return [line.split() for line in plain.tobytes().decode("utf-32-le").lower().split("\n")[:-1]]


def once(values: NDArray[Any]) -> NDArray[Any]:
    """Return values sorted, each once: `numpy.unique` without what it does for other kinds of arrays."""
    ordered = np.sort(values)
    return ordered[np.concatenate(([True], ordered[1:] != ordered[:-1]))] if len(ordered) else ordered


@cache
def _lowered() -> Hashes:
    """Return the characters of the Basic Multilingual Plane in lower case, as numbers, as they stand in a hash."""
    low = [chr(code).lower() for code in range(0x10000)]
    return np.array([ord(char if len(char) == 1 else char[0]) for char in low], np.uint64)


@cache
def _powers() -> Hashes:
    return np.array([pow(_BASE, place, 1 << 64) for place in range(_PLACES)], np.uint64)


def told(words: Words, lexicon: Lexicon) -> Column:
    """Return what the lexicon says of each unit: in all, on average, and the strongest word against it."""
    keys, _, sizes = words
    many = len(sizes)
    values = np.zeros(len(keys) + many)  # a unit ends in a word that says nothing: none is empty
    values[np.arange(len(keys)) + np.repeat(np.arange(many), sizes)] = lexicon.look_up(keys)
    starts = np.cumsum(sizes + 1) - sizes - 1
    total = np.add.reduceat(values, starts) * LEXICON_UNIT
    least = np.minimum.reduceat(values, starts) * LEXICON_UNIT
    return np.array((total / np.sqrt(sizes + 1), total / (sizes + 1), least))


def longer_words(words: Words) -> tuple[Counts, Counts, int]:
    """Return the longer words of units, once each, as numbers, the unit that has each, and how many different ones."""
    long = words.letters >= ECHO_LETTERS
    keys = words.keys[long]
    different = once(keys)
    vocabulary = max(1, len(different))
    unit = np.repeat(np.arange(len(words.sizes)), words.sizes)[long]
    pairs = once(unit * vocabulary + np.searchsorted(different, keys))
    return pairs % vocabulary, pairs // vocabulary, vocabulary

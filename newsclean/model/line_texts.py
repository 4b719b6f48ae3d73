"""What the units of a dump say by themselves: their characters, their words, and the phrases they are.

All units are read at once, as one string with a line break behind each, into arrays. A unit says the same wherever it
stands, so a second look at what is left of a dump takes its columns from the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.model.line_chars import (
    COMMA,
    DIGIT,
    END,
    LOWER,
    MARK,
    SIGN,
    SPACE,
    SPEECH,
    UPPER,
    WIDE,
    Kinds,
    classes,
    codes_of,
    kinds_of,
)  # fmt: skip
from newsclean.model.line_words import Lexicon, ends_of, longer_words, told, words_in
from newsclean.steps.blocks import SENTENCE_END
from newsclean.steps.phrases import (
    CONTEXT,
    FORM_LETTERS,
    LINE_CHARS,
    MENUS,
    OPENING_CHARS,
    SURE,
    may_open,
    opening_of,
    sure_of,
)  # fmt: skip

Column = NDArray[np.float64]
Counts = NDArray[np.int64]
OPENED = ("byline", "metadata", "caption", "related")
PHRASES = ("sure", "context", "menu", *(f"opens_{name}" for name in OPENED), "opens_other")
SHAPES = (
    "chars", "titled", "digits", "words", "word_chars", "small", "upper", "commas", "marks", "speech", "inner",
    "first_upper", "first_lower", "first_digit", "last_letter", "last_mark", "clock", "linked", "headed", "closed",
)  # fmt: skip
OWN = (*SHAPES, "said", "said_mean", "said_least", *PHRASES, "notice")
"""The columns, in order."""


class Texts(NamedTuple):
    """What units say by themselves."""

    at: dict[str, int]
    """Place of each text."""
    keys: list[str]
    """The texts in lower case."""
    own: Column
    """(columns, units), the columns of `OWN`."""
    word: Counts
    """The longer words of all units, by number, each once a unit ..."""
    unit: Counts
    """... and the unit that has it."""
    vocabulary: int
    """How many different words there are."""

    def echoes(self, inside: NDArray[np.bool_]) -> Column:
        """Return, for each unit, the share and the number of its words that the units `inside` have too."""
        there = inside[self.unit]
        counts = np.bincount(self.word[there], minlength=self.vocabulary)
        sizes = np.bincount(self.unit, minlength=len(inside))
        hits = np.bincount(self.unit[counts[self.word] > there], minlength=len(inside)).astype(np.float64)
        return np.array((np.where(sizes > 0, hits / np.maximum(sizes, 1), -1.0), hits))

    def are_sure(self) -> NDArray[np.bool_]:
        """Tell which units are boilerplate by their words, wherever they stand."""
        return np.asarray(self.own[-1 - len(PHRASES)] > 0)

    def are_phrases(self) -> NDArray[np.bool_]:
        """Tell which units are known lines, or begin as such."""
        return np.asarray(self.own[-1 - len(PHRASES) : -1].any(axis=0))

    def taken(self, texts: Sequence[str]) -> Texts:
        """Return what some of the units say."""
        places = np.array([self.at[text] for text in texts])
        sizes = np.bincount(self.unit, minlength=len(self.keys))
        starts = (np.cumsum(sizes) - sizes)[places]
        sizes = sizes[places]
        shift = np.repeat(starts - (np.cumsum(sizes) - sizes), sizes)
        return Texts(
            at=dict(zip(texts, range(len(texts)), strict=True)),
            keys=[self.keys[place] for place in places],
            own=self.own[:, places],
            word=self.word[np.arange(len(shift)) + shift],
            unit=np.repeat(np.arange(len(places)), sizes),
            vocabulary=self.vocabulary,
        )


def texts_of(texts: Sequence[str], lexicon: Lexicon, before: Texts | None = None) -> Texts:
    """Read what units say, at least one; from a look at the same units and others before it, if there was one."""
    if before and all(map(before.at.__contains__, texts)):
        return before.taken(texts)
    joined = "\n".join(texts) + "\n"
    codes = codes_of(joined)
    kinds = kinds_of(codes)
    keys = [text.lower() for text in texts]
    ends = ends_of(texts)
    phrases = phrased(texts)
    words = words_in(codes, kinds, ends)
    said = told(words, lexicon)
    word, unit, vocabulary = longer_words(words)
    notice = phrases[0] * 2 + phrases[1] + phrases[2] + phrases[3 + OPENED.index("related")] + phrases[-1]
    own = np.concatenate((shapes(texts, joined, kinds, ends), said, phrases, notice[None]))
    return Texts({text: i for i, text in enumerate(texts)}, keys, own, word, unit, vocabulary)


# ------------------------------------------------------------------ characters

_COUNTED = (UPPER, DIGIT, COMMA, MARK, SPEECH, WIDE)


@cache
def _tallied() -> tuple[NDArray[np.int64], Column]:
    """Return a number for each set of classes that there is, by its bits, and which counted classes it holds."""
    sets = np.unique(classes())
    number = np.zeros(1 << 10, np.int64)
    number[sets] = np.arange(len(sets))
    return number, np.array([(sets & bit) > 0 for bit in _COUNTED], np.float64).T


def shapes(texts: Sequence[str], joined: str, kinds: Kinds, ends: Counts) -> Column:
    """Return what the characters of units say, the columns of `SHAPES`."""
    many = len(texts)
    starts = np.concatenate(([0], ends[:-1]))
    sizes = ends - starts
    unit = np.repeat(np.arange(many), sizes)
    number, holds = _tallied()
    tally = np.bincount(unit * len(holds) + number[kinds], minlength=many * len(holds)).reshape(many, -1)
    upper, digits, commas, marks, speech, wide = (tally @ holds).T
    words, titled, small = begun(kinds, unit, many)
    stops = np.flatnonzero(kinds & END)
    stops = stops[((kinds[stops + 1] & SPACE) > 0) | ((kinds[stops] & WIDE) > 0)]
    first, last = kinds[starts], kinds[np.maximum(ends - 2, starts)]
    size = sizes - 1.0
    chars, words = np.maximum(size, 1.0), np.maximum(words, 1.0)
    return np.array((
        size + 2 * wide, titled / words, digits / chars, words, size / words, small / words, upper / chars,
        commas / words, marks, speech, np.bincount(unit[stops], minlength=many), (first & UPPER) > 0,
        (first & LOWER) > 0, (first & DIGIT) > 0, (last & (UPPER | LOWER)) > 0, (last & SIGN) > 0,
        _clocked(joined, kinds, ends), _linked(joined, ends), _headed(joined, ends),
        _closed(texts, (last & SIGN) > 0),
    ), np.float64)  # fmt: skip


def begun(kinds: Kinds, unit: Counts, many: int) -> tuple[Column, Column, Column]:
    """Return how many words each unit has, how many begin with a capital, and how many are short and begin small."""
    space = np.concatenate(([True], (kinds & SPACE) > 0))
    turns = np.flatnonzero(space[1:] != space[:-1])  # a word's first character and the space behind its last, in turn
    begins, behind = turns[::2], turns[1::2]
    upper = (kinds[begins] & UPPER) > 0
    small = ((kinds[begins] & LOWER) > 0) & (behind - begins <= 3)
    sets = np.bincount(unit[begins] * 4 + upper + 2 * small, minlength=4 * many).reshape(many, 4).astype(np.float64)
    return sets.sum(1), sets[:, 1] + sets[:, 3], sets[:, 2] + sets[:, 3]


_CLOCK = re.compile(r"\d(?<!\w\d)(?:\d?[:.h]\d\d\b|(?:(?<=1)9|(?<=2)0)\d\d\b|\d?[/.-]\d{1,2}[/.-]\d{2,4}\b)")
"""A time, a year or a date in figures."""
_COLON = re.compile(r":\s")
HEAD_CHARS = range(2, 26)
"""So many characters and a colon begin the unit: "Read also: ...", "Photo: ..."."""
_LINKED = re.compile(r"https?:|www\.|\.com\b")


def _clocked(joined: str, kinds: Kinds, ends: Counts) -> Column:
    """Return how many times, years and dates each unit has; only where figures begin one may."""
    digit = np.concatenate(([False], (kinds & DIGIT) > 0))
    places, end = [], 0
    for at in np.flatnonzero(digit[1:] > digit[:-1]).tolist():
        if at >= end and (hit := _CLOCK.match(joined, at)):
            places.append(at)
            end = hit.end()
    return _counted(places, ends)


def _closed(texts: Sequence[str], signs: NDArray[np.bool_]) -> Column:
    """Return which units end as a sentence does, among those that end in a sign."""
    out = np.zeros(len(texts))
    for i in np.flatnonzero(signs).tolist():
        text = texts[i]
        out[i] = SENTENCE_END.search(text, max(0, len(text) - 8)) is not None
    return out


def _counted(places: Sequence[int], ends: Counts) -> Column:
    """Return how many of some places lie in each unit."""
    if not len(places):
        return np.zeros(len(ends))
    return np.bincount(np.searchsorted(ends, places, "right"), minlength=len(ends)).astype(np.float64)


def _headed(joined: str, ends: Counts) -> Column:
    """Return which units begin with a few words and a colon."""
    places = []
    for hit in _COLON.finditer(joined):
        head = joined[joined.rfind("\n", 0, hit.start()) + 1 : hit.start()]
        if len(head) in HEAD_CHARS and "." not in head and ":" not in head:
            places.append(hit.start())
    return _counted(places, ends)


def _linked(joined: str, ends: Counts) -> Column:
    """Return how often each unit has an address; few dumps do."""
    there = any(sign in joined for sign in ("http", "www.", ".com"))
    return _counted([hit.start() for hit in _LINKED.finditer(joined)] if there else (), ends)


# ------------------------------------------------------------------ phrases


def phrased(texts: Sequence[str]) -> Column:
    """Return which units are known lines, and how they begin, the columns of `PHRASES`."""
    out = np.zeros((len(PHRASES), len(texts)))
    for i, text in enumerate(texts):
        size = len(text)
        if size > OPENING_CHARS:
            continue
        low = text.casefold()
        if may_open(low) and (opens := opening_of(text, low)):
            out[_OPENED.get(opens, -1), i] = 1
        if size > LINE_CHARS:
            continue
        bare = low.removesuffix(":").rstrip() if low[-1:] == ":" else low
        if bare in _KNOWN or low in CONTEXT:
            out[:3, i] = bare in SURE, bare in CONTEXT or low in CONTEXT, bare in MENUS
        if low[:1] in FORM_LETTERS and sure_of(text, low):
            out[0, i] = 1
    return out


_KNOWN = SURE.keys() | CONTEXT.keys() | MENUS
_OPENED = {name: 3 + i for i, name in enumerate(OPENED)}

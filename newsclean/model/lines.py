"""The model of lines: how likely each unit of a dump is the story's.

Two ensembles of trees. The first sees a unit and what stands around it; the second also sees the first one's verdicts
on the neighbours. Both were trained by `newsclean.model.train_lines`; ``line_provenance.json`` says on what.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.model import trees
from newsclean.model.line_features import PROSE_CHARS, SHORT_CHARS, add_verdicts, clipped, first_sheet
from newsclean.model.line_texts import OWN, Texts, texts_of
from newsclean.model.line_words import Lexicon
from newsclean.steps.units import Unit


class Model(NamedTuple):
    """A lexicon and two ensembles."""

    lexicon: Lexicon
    first: trees.Ensemble
    second: trees.Ensemble


@cache
def shipped() -> Model:
    """Return the model that the package ships."""
    words = files(__package__).joinpath("line_words.tsv").read_text("utf-8")
    return Model(read_lexicon(words), trees.load("line_first"), trees.load("line_second"))


def read_lexicon(source: str) -> Lexicon:
    """Read words with their weights, one pair a line, parted by a tab."""
    pairs = (line.split("\t") for line in source.splitlines())
    return Lexicon.of({word: int(value) for word, value in pairs})


class Decided(NamedTuple):
    """What the model says of the units of a dump."""

    odds: NDArray[np.float64] | None
    """Log-odds that each is the story's; None for a dump that is plainly one, of which no ensemble was asked."""
    kept: NDArray[np.bool_]
    """Which of them are the story's, decided together."""
    texts: Texts
    """What they say by themselves, for another look at some of them."""


def decide(
    units: Sequence[Unit],
    model: Model | None = None,
    prior: NDArray[np.float64] | None = None,
    before: Texts | None = None,
) -> Decided:
    """Decide which units of a dump, at least one, are the story's.

    A dump that is plainly a story is not judged at all, and the second ensemble is asked only where the first would
    cut something: so most texts that need no cleaning, and most that were cleaned, cost little.

    Args:
        prior: log-odds known otherwise, added to those of both ensembles.
        before: what a look at the same units and others gave.
    """
    lexicon, first, second = model or shipped()
    texts = texts_of([unit.text for unit in units], lexicon, before)
    if is_story(texts):
        return Decided(None, np.ones(len(units), bool), texts)
    sheet = first_sheet(units, texts)
    words, closed = sheet.own("words"), sheet.own("closed") > 0
    told = Told(
        words, closed & (sheet.chars >= PROSE_CHARS), closed & (words >= SENTENCE_WORDS) & (sheet.own("notice") == 0)
    )
    known = np.zeros(len(units)) if prior is None else prior
    odds = trees.evaluate(first, sheet.matrix(first.names)) + known
    kept = keep(units, told, odds)
    if not kept.all():
        add_verdicts(sheet, odds)
        odds = trees.evaluate(second, sheet.matrix(second.names)) + known
        kept = keep(units, told, odds)
        if not kept.all() and not is_founded(kept, texts):
            kept = np.ones(len(units), bool)
    return Decided(odds, kept, texts)


def is_story(texts: Texts) -> bool:
    """Tell whether units are plainly a story, as most are that were cleaned: no furniture, no heap of short lines."""
    chars, closed, *_ = told = texts.own[_PLAIN]
    short = int(np.count_nonzero((chars < SHORT_CHARS) & (closed == 0)))
    return short <= SHORT_SHARE * len(chars) and not is_furniture(told)


def is_furniture(told: NDArray[np.float64]) -> bool:
    """Tell whether words of some units, the columns `_PLAIN` of at least one, speak of furniture.

    One is a known line, or holds a word that speaks strongly against a story.
    """
    *_, notice, least = told
    return bool(notice.any() or least.min() <= LEAST_SAID)


def is_founded(kept: NDArray[np.bool_], texts: Texts) -> bool:
    """Tell whether what is not kept may go, by what its words say.

    Lines that only stand in an odd place may be a story's, and so an article's text comes out as it went in. Where most
    lines would go, weaker words suffice, or that the lexicon knows none of them. Measured: nine in a thousand dumps are
    kept whole by this, and F1 falls by 0.0001.
    """
    gone = ~kept
    told = texts.own[_PLAIN][:, gone]
    if is_furniture(told):
        return True
    least = told[-1].min()
    return int(np.count_nonzero(gone)) > max(HEAP, MOST * len(kept)) and not MOST_SAID < least < UNTOLD


_PLAIN = [OWN.index(name) for name in ("chars", "closed", "notice", "said_least")]
MOST, MOST_SAID, UNTOLD = 0.5, -2.5, -0.5
"""Share of the units from which most would go; what the strongest word against these says then; and what it says where
the lexicon does not know the language."""
HEAP = 8
"""Of so few units most may go only by their words: three signs of a short text may be two thirds of its lines."""
SHORT_SHARE, LEAST_SAID = 0.5, -3.5
"""Measured: of texts that were cleaned 75 in 100 are plainly stories, of the known bodies 83, and the ensembles would
have cut nothing of any; of dumps one in a hundred is. A share of 0.7 takes in 7 more of each hundred, and half-cleaned
texts lose 0.002 of their F1."""
CLIP = 4.0
"""Log-odds beyond which no unit says more: one sure line does not outvote three fairly sure ones."""
WORDS_COUNT = 30
"""Words from which a longer unit weighs no more."""
CHANGE = 2.0
"""What a change from cut to kept or back costs, in log-odds of a unit of one word."""
LIST_UNITS = 12
"""A longer list may be two, one of the story and one of links."""
PROMISES, DOUBT = ("?", ":", "？", "："), -1.5
"""A list below a line of the story that ends so is its answer, unless the model is surer than this that it is not."""
LITTLE, BENEFIT = 0.1, 1.0
"""Where less than this share of the words would go, the dump is likely a clean text, and each unit gets so many
log-odds more. Measured: of the known bodies 0.988 come out untouched, not 0.949, and dumped pages lose no F1."""


SPARED = 1.0
"""Log-odds that a long sentence gets more: it may be a reporter's, and a notice in its place does less harm. Measured:
pages that lose a paragraph fall by a tenth, and F1 rises by 0.2 points; at 2.0 it falls by as much."""


SENTENCE_WORDS = 8
INSIDE, ABOVE, BELOW, REACH = -1.0, -1.0, -2.0, 6
"""A sentence of so many words, no known notice, is kept if its log-odds are above these: between parts of the story,
among the last six units above it, and right below it, one after the other. Measured: 0.336 pages lose a paragraph, not
0.363, and F1 falls by 0.0005; a threshold that saves as many paragraphs costs 0.003."""


class Told(NamedTuple):
    """What units are, beside what the ensembles say of them."""

    words: NDArray[np.float64]
    prose: NDArray[np.bool_]
    """Which are long and end as sentences do."""
    sentences: NDArray[np.bool_]
    """Which may be a reporter's sentence."""


def keep(units: Sequence[Unit], told: Told, odds: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Decide all units of a dump together."""
    words = told.words
    heavy = np.minimum(words, WORDS_COUNT)
    lenient = odds + SPARED * told.prose
    kept = best_path(lenient, heavy)
    if 0 < words[~kept].sum() < LITTLE * words.sum():
        kept = best_path(lenient + BENEFIT, heavy)
    for start, end in lists(units):
        promised = start > 0 and kept[start - 1] and units[start - 1].text.endswith(PROMISES)
        mostly = 2 * words[start:end][kept[start:end]].sum() > words[start:end].sum()
        if mostly or (promised and odds[start:end].mean() > DOUBT):
            kept[start:end] = True
    spare(kept, told.sentences, odds)
    return kept


def spare(kept: NDArray[np.bool_], sentences: NDArray[np.bool_], odds: NDArray[np.float64]) -> None:
    """Keep the sentences in and beside the story that the ensembles are not sure of."""
    inside = np.flatnonzero(kept)
    if not len(inside):
        return
    start, end = int(inside[0]), int(inside[-1]) + 1
    above = max(0, start - REACH)
    kept[start:end] |= sentences[start:end] & (odds[start:end] > INSIDE)
    kept[above:start] |= sentences[above:start] & (odds[above:start] > ABOVE)
    below = np.flatnonzero(~sentences[end:] | (odds[end:] <= BELOW))
    kept[end : end + int(below[0]) if len(below) else None] = True


def lists(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the short lists: most of one is the story's, or none."""
    end = 0
    for listed, run in groupby(units, attrgetter("listed")):
        start, end = end, end + sum(1 for _ in run)
        if listed and end - start <= LIST_UNITS:
            yield start, end


def best_path(odds: NDArray[np.float64], words: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return the decisions with the best sum of log-odds, less a price for each change (Viterbi)."""
    gains = (clipped(odds, CLIP) * np.sqrt(words)).tolist()
    cut_came, keep_came = [], []
    cut = kept = 0.0
    for gain in gains:
        from_keep, from_cut = kept - CHANGE > cut, cut - CHANGE > kept
        cut_came.append(from_keep)
        keep_came.append(from_cut)
        cut, kept = (kept - CHANGE if from_keep else cut), (cut - CHANGE if from_cut else kept) + gain
    out = np.zeros(len(gains), bool)
    state = kept > cut
    for i in range(len(gains) - 1, -1, -1):
        out[i] = state
        state = state != (keep_came[i] if state else cut_came[i])
    return out

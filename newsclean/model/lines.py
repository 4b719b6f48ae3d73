"""The model of lines: how likely each unit of a dump is the story's.

Two ensembles of trees. The first sees a unit and what stands around it; the second also sees the first one's verdicts
on the neighbours. Both were trained by `newsclean.model.train_lines`; ``line_provenance.json`` says on what.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.model import trees
from newsclean.model.line_features import Lexicon, add_verdicts, first_sheet
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


def read_lexicon(source: str) -> dict[str, int]:
    """Read words with their weights, one pair a line, parted by a tab."""
    pairs = (line.split("\t") for line in source.splitlines())
    return {word: int(value) for word, value in pairs}


def log_odds(
    units: Sequence[Unit], model: Model | None = None, prior: NDArray[np.float64] | None = None
) -> NDArray[np.float64]:
    """Return the log-odds that each unit is the story's.

    Args:
        prior: log-odds known otherwise, added to those of both ensembles.
    """
    lexicon, first, second = model or shipped()
    if not units:
        return np.zeros(0)
    sheet = first_sheet(units, lexicon)
    odds = trees.evaluate(first, sheet.matrix(first.names))
    add_verdicts(sheet, odds if prior is None else odds + prior)
    odds = trees.evaluate(second, sheet.matrix(second.names))
    return odds if prior is None else odds + prior


CLIP = 4.0
"""Log-odds beyond which no unit says more: one sure line does not outvote three fairly sure ones."""
WORDS_COUNT = 30
"""Words from which a longer unit weighs no more."""
CHANGE = 2.0
"""What a change from cut to kept or back costs, in log-odds of a unit of one word."""


def keep(units: Sequence[Unit], odds: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Decide all units of a dump together: the best sum of log-odds, with a price on each change (Viterbi)."""
    words = np.array([min(unit.text.count(" ") + 1, WORDS_COUNT) for unit in units], np.float64)
    gains = (np.clip(odds, -CLIP, CLIP) * np.sqrt(words)).tolist()
    cut_came, keep_came = [], []
    cut = kept = 0.0
    for gain in gains:
        from_keep, from_cut = kept - CHANGE > cut, cut - CHANGE > kept
        cut_came.append(from_keep)
        keep_came.append(from_cut)
        cut, kept = (kept - CHANGE if from_keep else cut), (cut - CHANGE if from_cut else kept) + gain
    out = np.zeros(len(units), bool)
    state = kept > cut
    for i in range(len(units) - 1, -1, -1):
        out[i] = state
        state = state != (keep_came[i] if state else cut_came[i])
    return out

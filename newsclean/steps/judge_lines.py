"""The judge of dumps: which units of an unknown outlet's lines are its story.

A learned model tells how likely each unit is the story's; runs of units are then decided together. What is cut is
taken out and the rest judged again, as if it were the dump, until nothing more goes: so the text of an article
comes out of a second cleaning as it went in.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.model import lines as model
from newsclean.model.line_texts import Texts
from newsclean.steps.label import LINK_RULE, PREFIX_RULE, Cut, Labelled, Verdict
from newsclean.steps.line_fields import headline_of, note_fields
from newsclean.steps.lines import known
from newsclean.steps.phrases import key_of_line, label_of_line
from newsclean.steps.units import Line, Unit, is_listed, read, units_of

RULES = {
    "lines/story": "part of the story",
    "lines/notice": "a line that is boilerplate by its words, wherever it stands",
    "lines/links": "a heading of related links, and the bare lines below it",
    "lines/menu": "one of several short lines in a row, some of them words of menus, in the body of a page",
    "lines/site": "a line that the outlet repeats over its pages, as `learn_lines` found",
    "lines/before": "before the story",
    "lines/inside": "between parts of the story",
    "lines/after": "after the story",
    "lines/headline": "the headline above the story",
}
"""Rule ids of the judge of dumps and what they mean."""
STORY, SITE, HEADLINE = (
    Verdict("body", "lines/story"),
    Verdict("other", "lines/site"),
    Verdict("headline", "lines/headline"),
)
BEFORE, INSIDE, AFTER = (
    Verdict("navigation", "lines/before"),
    Verdict("other", "lines/inside"),
    Verdict("other", "lines/after"),
)
PLAIN_CONFIDENCE = 0.99
"""Confidence of a dump that is plainly a story: the mean that the first ensemble, out of fold, says of such bodies."""
SITE_ODDS = -8.0
"""Log-odds of a line that the outlet repeats: as sure as the model ever is."""


class Rest:
    """What is left of a line: runs of its text, in the text's places."""

    def __init__(self, index: int, text: str) -> None:
        self.index = index
        self.text = text
        self.runs = [(0, len(text))]

    def kept(self) -> str:
        """Return the words that are left, as `Labelled.kept` will."""
        return " ".join(filter(None, (self.text[a:b].strip() for a, b in self.runs)))

    def cut(self, spans: Iterable[tuple[int, int, Verdict]]) -> list[Cut]:
        """Take spans out of what is left, given in its places and in order; return them in the places of the line."""
        cuts: list[Cut] = []
        runs: list[tuple[int, int]] = []
        left = deque(spans)
        at = 0
        for a, b in self.runs:
            piece = self.text[a:b]
            a += len(piece) - len(piece.lstrip())
            end = a + len(piece.strip())
            done, shift = a, a - at
            while left and left[0][0] + shift < end:
                low, high, verdict = left[0]
                low, stop = max(low + shift, a), min(high + shift, end)
                if low < stop:
                    runs.append((done, low))
                    done = stop
                    stop = low + len(self.text[low:stop].rstrip())
                    cuts.append(Cut(low, stop, verdict.label, verdict.rule))
                if high + shift > end:  # it goes on in the next run
                    break
                left.popleft()
            runs.append((done, end))
            at += end - a + 1 if end > a else 0
        self.runs = [(a, b) for a, b in runs if self.text[a:b].strip()]
        return cuts


class Taken(NamedTuple):
    """A unit to be cut, and why."""

    unit: Unit
    verdict: Verdict


def judge_dump(
    labelled: Labelled, text: str, *, site_lines: Collection[str] = (), using: model.Model | None = None
) -> float | None:
    """Label every line of a dump that has no label yet; lines that have one only tell what stands around.

    Args:
        text: the dump, in which the blocks have their places.
        site_lines: keys of lines that the outlet repeats, see `newsclean.learn_lines`.
        using: another model than the shipped one, for measuring.

    Returns:
        How sure the model was of what it kept, 0 to 1, when it last had to be asked; None for a dump with nothing to
        judge.
    """
    own = (PREFIX_RULE, LINK_RULE)
    places = [i for i, verdict in enumerate(labelled.verdicts) if verdict is None or verdict.rule not in own]
    every = read(text, labelled.blocks)
    lines = [every[i] for i in places]
    rests = [Rest(i, line.text) for i, line in zip(places, lines, strict=True)]
    open_ = [labelled.verdicts[i] is None for i in places]
    sure: float | None = None
    title: str | None = None
    texts: Texts | None = None
    written = False  # the article's text has a blank line between any two: what is left must stand there too
    while any(open_):
        taken, asked, title, texts = judge_once(lines, open_, site_lines, title, using, texts)
        sure = sure if asked is None else asked
        for line, units in groupby(taken, _line_of):
            take(labelled, rests[line], list(units))
        left = [i for i, rest in enumerate(rests) if open_[i] and rest.runs]
        if not taken and (written or asked is None):
            break
        written = True
        rests, open_ = [rests[i] for i in left], [True] * len(left)
        lines = [as_written(rest, at, labelled) for at, rest in enumerate(rests)]
    note_fields(labelled, title)
    labelled.mark(0, len(labelled.blocks), STORY)
    return PLAIN_CONFIDENCE if sure is None and texts else sure


_line_of = attrgetter("unit.line")


def as_written(rest: Rest, at: int, labelled: Labelled) -> Line:
    """Return what is left of a line as it stands in the article's text: below a blank line, but for the first."""
    text = rest.kept()
    return Line(text, 2 if at else 0, is_listed(labelled.blocks[rest.index], text))


class Judged(NamedTuple):
    """What one look at a dump says."""

    taken: list[Taken]
    confidence: float | None
    """None where the model was not asked."""
    title: str | None
    texts: Texts | None


def judge_once(
    lines: Sequence[Line],
    open_: Sequence[bool],
    site_lines: Collection[str],
    title: str | None,
    using: model.Model | None,
    before: Texts | None,
) -> Judged:
    """Return the units to cut, how sure the rest is, and the headline if the dump shows one."""
    units = units_of(lines, before.at if before else ())
    if not units:
        return Judged([], None, title, before)
    line_of = np.array([unit.line for unit in units])
    repeated, prior = {}, None
    if site_lines:
        repeated = {at: SITE for at, line in enumerate(lines) if key_of_line(line.text) in site_lines}
        prior = np.where(np.isin(line_of, list(repeated)), SITE_ODDS, 0.0)
    odds, kept, texts = model.decide(units, using, prior, before)
    certain = known(dict(enumerate(lines)), set(line_of[texts.are_sure()].tolist())) | repeated
    judged = np.array(open_)
    free = judged.copy()
    free[list(certain)] = False
    judged, free = judged[line_of], free[line_of]
    keep = kept & free
    if not keep.any():  # no story, or one of a kind that the model does not know
        keep = free
    title = title or headline_of(units, texts.keys, keep)
    headlines = [i for i, key in enumerate(texts.keys) if key == title.lower()] if title else []
    if headlines:
        keep = keep.copy()
        keep[headlines] = False
    inside = np.flatnonzero(keep)
    first, last = (int(inside[0]), int(inside[-1])) if len(inside) else (0, -1)
    named = texts.are_phrases()
    taken = []
    for i in np.flatnonzero(judged & ~keep).tolist():
        unit = units[i]
        where = HEADLINE if i in headlines else BEFORE if i < first else AFTER if i > last else INSIDE
        taken.append(Taken(unit, certain.get(unit.line) or (by_words(unit, where) if named[i] else where)))
    sure = None if odds is None else confidence(odds[inside], [len(units[i].text) for i in inside.tolist()])
    return Judged(taken, sure, title, texts)


def confidence(odds: NDArray[np.float64], sizes: Sequence[int]) -> float | None:
    """Return the mean probability of what is kept, by its characters."""
    heavy = np.array(sizes, np.float64)
    return round(float(heavy @ (1 / (1 + np.exp(-odds))) / heavy.sum()), 3) if sizes else None


def by_words(unit: Unit, where: Verdict) -> Verdict:
    """Return what a unit is that is not the story's: by its words, if they tell, else by where it stands."""
    label = None if where is HEADLINE else label_of_line(unit.text)
    return Verdict(label, where.rule) if label else where


def mark_repeated(labelled: Labelled, site_lines: Collection[str]) -> None:
    """Label the lines that an outlet repeats and that none of its rules names."""
    for i, block in enumerate(labelled.blocks if site_lines else ()):
        if labelled.verdicts[i] is None and key_of_line(block.text) in site_lines:
            labelled.verdicts[i] = SITE


def take(labelled: Labelled, rest: Rest, taken: Sequence[Taken]) -> None:
    """Label a line's units as cut: a line that nothing is left of as a whole, else spans of it."""
    if len(taken) == 1 and rest.runs == [(taken[0].unit.start, taken[0].unit.end)]:
        rest.runs, labelled.verdicts[rest.index] = [], taken[0].verdict
        return
    found = rest.cut((unit.start, unit.end, verdict) for unit, verdict in taken)
    if not rest.runs:
        labelled.verdicts[rest.index] = taken[0].verdict
        labelled.cuts.pop(rest.index, None)
    elif found:
        labelled.cuts[rest.index] = merged(sorted(labelled.cuts.get(rest.index, []) + found), rest.text)


def merged(cuts: Sequence[Cut], text: str) -> list[Cut]:
    """Return cuts with those of one rule that lie side by side as one."""
    out: list[Cut] = []
    for cut in cuts:
        if out and out[-1][2:] == cut[2:] and not text[out[-1].end : cut.start].strip():
            cut = out.pop()._replace(end=cut.end)
        out.append(cut)
    return out

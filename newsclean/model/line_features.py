"""What the model of lines sees of a unit: what it says itself, its layout, and what stands around it.

A unit is told by its own columns (`line_texts`), by its neighbours, by its place to the run of prose that is likely
the story, and by what it shares with that run. Columns are worked out for a whole dump and for several of a kind at
once, each kind in one array.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from newsclean.model.line_texts import OWN, Column, Texts
from newsclean.steps.units import Unit

Columns = NDArray[np.float32]
Mask = NDArray[np.bool_]

FAR = 60.0
"""Units at which a distance is called far."""
NEAR = ("chars", "said", "titled", "closed", "digits", "notice", "gap")
"""Columns whose values a unit also sees of its neighbours: of `STEPS`, as many of them, from the first, as are
there named."""
STEPS = {-3: 2, -2: 3, -1: 6, 1: 7, 2: 3, 3: 2}
EDGE = -9.0
"""What stands for a neighbour that is not there."""
SPANS = (2, 5, 12)
"""Widths, in units, of the windows before and behind a unit."""
COUNTED = ("prose", "noticed", "short", "said", "dated")
"""What is summed up over the windows, and before and behind a unit."""
PROSE_CHARS, PROSE_SENTENCE, SHORT_CHARS, SHORT_COST = 80, 30, 60, -40.0
"""Prose is this long, or a sentence of the second length; shorter than the third and no sentence is short."""
_AT = {name: i for i, name in enumerate(OWN)}


class Sheet:
    """Named columns over the units of a dump, and what is worked out from them again."""

    def __init__(self, units: Sequence[Unit], texts: Texts) -> None:
        self.texts = texts
        self.size = len(units)
        self.place = np.arange(self.size, dtype=np.float64)
        self.names: tuple[str, ...] = ()
        self.chars: Column = self.own("chars")
        self.total = np.concatenate(([0.0], np.cumsum(self.chars)))
        """Characters before each unit, and of all."""
        self._columns: list[Column | Columns] = []

    def own(self, name: str) -> Column:
        """Return what the units say by themselves."""
        return np.asarray(self.texts.own[_AT[name]])

    def add(self, names: tuple[str, ...], columns: Column) -> None:
        """Add columns, one row each."""
        self.names += names
        self._columns.append(columns)

    def matrix(self, names: Sequence[str]) -> Columns:
        """Return the named columns, one row each."""
        whole = np.concatenate(self._columns, dtype=np.float32, casting="same_kind")
        self._columns = [whole]
        if tuple(names) == self.names:
            return whole
        row = {name: i for i, name in enumerate(self.names)}
        return whole[[row[name] for name in names]]

    def whole(self, **values: float) -> None:
        """Add columns that are the same for all units."""
        rows = np.empty((len(values), self.size))
        rows[:] = np.array(list(values.values()))[:, None]
        self.add(tuple(values), rows)

    def near(self, names: tuple[str, ...], columns: Column, steps: dict[int, int]) -> None:
        """Add the values of neighbours: for each step those of the first so many columns."""
        padded = np.full((len(columns), self.size + 6), EDGE)
        padded[:, 3:-3] = columns
        for step, count in steps.items():
            self.add(named(names[:count], f"{step:+d}"), padded[:count, 3 + step : 3 + step + self.size])

    def windows(self, names: tuple[str, ...], columns: Column, spans: dict[int, int]) -> Column:
        """Add the sums of columns over the units before and behind each: for each span those of the first so many.

        Returns:
            The sums of all columns over everything before each unit; and, as a last one, over all units.
        """
        size, width = self.size, max(spans)
        total = np.zeros((len(columns), size + 2 * width + 1))
        np.cumsum(columns, axis=1, out=total[:, width + 1 : width + 1 + size])
        total[:, width + 1 + size :] = total[:, width + size, None]
        for span, count in spans.items():
            some, low, high = total[:count], width - span, width + 1 + span
            before = some[:, width : width + size] - some[:, low : low + size]
            behind = some[:, high : high + size] - some[:, width + 1 : width + 1 + size]
            self.add(named(names[:count], f"<{span}"), before)
            self.add(named(names[:count], f">{span}"), behind)
        return total[:, width : width + size + 1]

    def nearest(self, names: tuple[str, ...], there: Mask) -> None:
        """Add how many units lie to the nearest of a kind, before and behind; at most `FAR`."""
        last = np.maximum.accumulate(np.where(there, self.place, -FAR - 1), axis=1)
        following = np.minimum.accumulate(np.where(there, self.place, self.size + FAR)[:, ::-1], axis=1)[:, ::-1]
        both = np.full((2, len(there), self.size), FAR)
        both[0, :, 1:] = np.minimum(self.place[1:] - last[:, :-1], FAR)
        both[1, :, :-1] = np.minimum(following[:, 1:] - self.place[:-1], FAR)
        self.add(named(names, "<", "to_") + named(names, ">", "to_"), both.reshape(-1, self.size))

    def span(self, name: str, gain: Column, wall: Column) -> None:
        """Add where units stand to the run with the largest sum: how far from its ends, and what lies between.

        Args:
            gain: what each unit adds to a run.
            wall: what each unit says for furniture, where it says so: the story hardly goes on behind much of it.
        """
        start, end = best_run(gain)
        place, total = self.place, self.total
        walls = np.cumsum(np.maximum(wall, 0.0))
        inner, outer = walls[max(start - 1, 0)], walls[max(end - 1, 0)]
        rows = (
            place - start,
            end - 1 - place,
            total[:-1] - total[start],
            total[end] - total[1:],
            np.where(place < start, inner - walls, np.where(place >= end, walls - outer, 0.0)),
        )
        self.add(named(("from", "to", "from_chars", "to_chars", "wall"), "", f"{name}_"), np.array(rows))
        self.whole(**{f"{name}_share": float((total[end] - total[start]) / max(1.0, total[-1]))})


@cache
def named(names: tuple[str, ...], behind: str, before: str = "") -> tuple[str, ...]:
    """Return names with something behind and before each; the few that there are, put together once."""
    return tuple(f"{before}{name}{behind}" for name in names)


def best_run(gain: Column) -> tuple[int, int]:
    """Return start and end of the run with the largest sum (Kadane)."""
    total = np.concatenate(([0.0], np.cumsum(gain)))
    end = int(np.argmax(total - np.minimum.accumulate(total)))
    return int(np.argmin(total[: end + 1])), end


def first_sheet(units: Sequence[Unit], texts: Texts) -> Sheet:
    """Return what the first model sees of the units of a dump, at least one; `texts` is what they say."""
    sheet = Sheet(units, texts)
    sheet.add(OWN, texts.own)
    gap = np.array([unit.gap for unit in units], np.float64)
    listed = np.array([unit.listed for unit in units], np.float64)
    sheet.add(("gap", "listed", "repeats", "repeated"), np.array((gap, listed, *_repeats(texts.keys))))
    chars, closed, notice = sheet.chars, sheet.own("closed") > 0, sheet.own("notice") > 0
    near = np.concatenate((texts.own[[_AT[name] for name in NEAR[:-1]]], gap[None]))
    sheet.near(NEAR, near, STEPS)
    prose = np.where((chars >= PROSE_CHARS) | (closed & (chars >= PROSE_SENTENCE)), chars, 0.0)
    short = (chars < SHORT_CHARS) & ~closed
    counted = np.array((prose, notice, short, sheet.own("said"), sheet.own("clock") > 0))
    before = sheet.windows(COUNTED, counted, {SPANS[0]: 1, SPANS[1]: 5, SPANS[2]: 5})
    _around(sheet, prose, short, notice)
    _places(sheet, before[:2], prose > 0, notice)
    sheet.add(("echo", "echoed"), texts.echoes(prose > 0))
    all_ = dict(zip(COUNTED, before[:, -1].tolist(), strict=True))
    sheet.whole(
        page_prose=all_["prose"] / max(1.0, float(sheet.total[-1])),
        page_short=all_["short"] / sheet.size,
        page_notices=all_["noticed"],
        page_noticed=all_["noticed"] / sheet.size,
        page_sure=float(np.count_nonzero(sheet.own("sure"))),
        page_said=all_["said"] / sheet.size,
        page_glued=float(np.count_nonzero(gap == 0)) / sheet.size,
    )
    return sheet


def _around(sheet: Sheet, prose: Column, short: Mask, notice: Mask) -> None:
    """Add what each unit stands in: a run of short units, and the run of prose that is likely the story."""
    place, long = sheet.place, ~short
    before = np.maximum.accumulate(np.where(long, place, -1.0))
    behind = np.minimum.accumulate(np.where(long, place, float(sheet.size))[::-1])[::-1]
    sheet.add(("short_run", "in_run"), np.where(long, 0.0, np.array((behind - before - 1, place - before))))
    gain = np.where(short & (prose == 0), SHORT_COST, prose)
    sheet.span("run", gain, np.minimum(-sheet.own("said"), 3.0) + notice)


def _places(sheet: Sheet, before: Column, prose: Mask, notice: Mask) -> None:
    """Add where each unit stands: among units, characters, prose and known furniture.

    Args:
        before: prose and notices before each unit, and in all.
    """
    place, last = sheet.place, sheet.size - 1
    rows = (place, last - place, place / max(1, last), sheet.total[:-1] / max(1.0, sheet.total[-1]))
    sheet.add(("place", "place_back", "place_share", "chars_before"), np.array(rows))
    sheet.add(("prose_before", "notices_before"), before[:, :-1])
    sheet.add(("prose_after", "notices_after"), before[:, -1:] - before[:, 1:])
    own = sheet.texts.own
    there = (
        notice,
        own[_AT["sure"]] > 0,
        own[_OPENS].any(axis=0),
        own[_AT["clock"]] > 0,
        own[_AT["said"]] < -2,
        prose,
    )
    sheet.nearest(("notice", "sure", "byline", "clock", "bad", "prose"), np.array(there))


_OPENS = [_AT["opens_byline"], _AT["opens_metadata"]]


def _repeats(keys: Sequence[str]) -> tuple[Column, Column]:
    """Return how often each unit stands in the dump, and how often before it."""
    often = Counter(keys)
    if len(often) == len(keys):
        return np.ones(len(keys)), np.zeros(len(keys))
    seen = Counter[str]()
    before = np.zeros(len(keys))
    for i, key in enumerate(keys):
        if often[key] > 1:
            before[i] = seen[key]
            seen[key] += 1
    return np.array([often[key] for key in keys], np.float64), before


def clipped(values: Column, most: float) -> Column:
    """Return values between `-most` and `most`, without the cost of `numpy.clip` on few of them."""
    return np.minimum(np.maximum(values, -most), most)


def add_verdicts(sheet: Sheet, logits: Column) -> None:
    """Add what the second model sees more: the first one's verdicts on each unit and around it."""
    chars = sheet.chars
    share = 1 / (1 + np.exp(-logits))
    kept = share * chars
    sheet.add(("logit",), logits[None])
    sheet.near(("logit",), logits[None], dict.fromkeys(STEPS, 1))
    sheet.windows(("kept", "likely"), np.array((kept, share)), dict.fromkeys(SPANS, 2))
    sheet.span("story", clipped(logits, 3) * np.minimum(chars + 20, 300), np.minimum(-logits, 4.0))
    sheet.add(("story_echo", "story_echoed"), sheet.texts.echoes((logits > 0) & (chars >= 40)))
    sheet.nearest(("firm",), ((logits > 1) & (chars >= SHORT_CHARS))[None])
    sheet.whole(
        page_kept=float(kept.sum()),
        page_kept_share=float(kept.sum() / max(1.0, chars.sum())),
        page_certain=float(np.abs(np.tanh(logits / 2)).mean()),
        page_likely=float(share.mean()),
    )

"""A page as the block model sees it: what `steps.traits` read, as columns, and where on the page the mass is.

A page is three things here: its blocks in a row, the boxes around them (each a slice of that row), and the
*mass* of each block, which is how much story it is likely to hold before anything was learned: its prose, and a
part of a short line that is no link. Where the mass is, is where the story is; most features say how a block
lies to it (`steps.features`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.article import Label
from newsclean.steps.blocks import Boxes, Segments
from newsclean.steps.page import Metadata
from newsclean.steps.traits import (
    BAD,
    BAD_TAGS,
    COLUMNS,
    Floats,
    Lexicon,
    Name,
    declared,
    read_blocks,
    read_names,
)

Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]

PROSE = 80
"""Weight from which a sentence counts as prose."""
SHORT = 15
SHORT_WORTH = 0.3
"""A line of this weight counts a part of it: a list of winners has no sentence, and is the story."""
SHOWN = 0.5
"""With less of its prose shown than this a page is built in the browser, and what it hides is the story."""
FAR = 99.0
MOST = 0.5
"""A box with more of the page's prose than this says nothing by its name; only comments may be so many."""
AT = {name: place for place, name in enumerate(COLUMNS)}


class View(NamedTuple):
    """A page as the model sees it."""

    columns: Floats
    """(columns, blocks), see `steps.traits.COLUMNS`."""
    lines: Sequence[Label | None]
    """What each block is by a fixed phrase."""
    box: Ints
    """(blocks,) the box of each block."""
    boxes: Boxes
    starts: Ints
    ends: Ints
    hidden: Bools
    """(blocks,) no reader sees it."""
    names: Sequence[str]
    said: Sequence[Name]
    filled: Sequence[int]
    """The boxes with a block in them, in document order, but for the page itself."""
    lows: NDArray[np.float64]
    totals: NDArray[np.float64]
    """(boxes,) least and sum of what the words of a name weigh."""
    flags: tuple[float, ...]
    prose: Floats
    """(blocks,) how much prose each holds."""


def look(segments: Segments, metadata: Metadata, hear: Callable[[str], Name], words: Lexicon) -> View:
    """Read a page for the model.

    Args:
        hear: `steps.traits.read_name` with a lexicon.
        words: lexicon of the words of lines.
    """
    boxes = segments.boxes
    declares = declared(metadata)
    columns, lines = read_blocks(segments.blocks, declares, words)
    names = read_names(boxes, hear)
    box = np.array([block.box for block in segments.blocks], np.intp)
    hidden = np.array(boxes.hidden, np.bool_).take(box)
    return View(
        columns=columns,
        lines=lines,
        box=box,
        boxes=boxes,
        starts=np.array(boxes.starts, np.intp),
        ends=np.array(boxes.ends, np.intp),
        hidden=hidden,
        names=names.names,
        said=names.said,
        filled=names.filled,
        lows=np.array(names.lows),
        totals=np.array(names.totals),
        flags=declares.flags,
        prose=prose_of(columns, hidden),
    )


class Nest(NamedTuple):
    """What the boxes around a box say, worked out from the outermost inwards."""

    low: Floats
    """Least weight of a name's words in the box and around it."""
    label: Sequence[Label | None]
    """Of the box, or of the nearest around it that has one."""
    bad: Bools
    comments: Bools
    depth: Ints
    wider: Ints
    """The nearest box around it that holds more blocks."""


def nest(view: View) -> Nest:
    """Walk the boxes in document order, in which a box comes after the one around it."""
    boxes, heard, lows = view.boxes, view.said, view.lows.tolist()
    parents, tags, count = boxes.parents, boxes.tags, len(boxes)
    share = within(view, view.prose).tolist()
    most = MOST * max(1.0, share[0])
    sizes = (view.ends - view.starts).tolist()
    low = [0.0] * count
    label: list[Label | None] = [None] * count
    bad, comments, depth, wider = [False] * count, [False] * count, [0] * count, [0] * count
    for at in view.filled:
        parent = parents[at]
        depth[at] = depth[parent] + 1
        wider[at] = parent if sizes[parent] > sizes[at] else wider[parent]
        said, meant = heard[at], BAD_TAGS.get(tags[at])
        named = said.label or meant
        if share[at] < most:
            low[at] = min(lows[at], low[parent])
            label[at] = named or label[parent]
            bad[at] = bad[parent] or meant is not None or named in BAD
            comments[at] = comments[parent] or named == "comments"
        elif comments[parent] or named == "comments":
            comments[at] = bad[at] = True
            label[at] = "comments"
    return Nest(
        np.array(low, np.float32), label, np.array(bad), np.array(comments),
        np.array(depth, np.intp), np.array(wider, np.intp),
    )  # fmt: skip


def running(values: NDArray[np.floating | np.bool_]) -> NDArray[np.float64]:
    """Return running totals along the last axis, beginning with 0: the sum of ``[a:b]`` is ``r[b] - r[a]``."""
    totals = np.zeros((*values.shape[:-1], values.shape[-1] + 1), np.float64)
    np.cumsum(values, axis=-1, out=totals[..., 1:])
    return totals


def within(view: View, values: NDArray[np.floating | np.bool_]) -> NDArray[np.float64]:
    """Return the totals of the blocks of each box: (..., boxes)."""
    totals = running(values)
    return totals.take(view.ends, axis=-1) - totals.take(view.starts, axis=-1)


def linked_share(columns: Floats) -> Floats:
    """Return the share of each block's characters that is inside links."""
    return np.asarray(columns[AT["links"]] / np.maximum(1, columns[AT["weight"]]))


# ------------------------------------------------------------------ mass


def prose_of(columns: Floats, hidden: Bools) -> Floats:
    """Return how much prose each block holds: its weight but for links, if it reads as running text and is shown."""
    weight, links, kind, ends = (columns[AT[name]] for name in ("weight", "links", "kind", "ends"))
    reads = (weight >= PROSE) & (links * 2 <= weight) & (kind <= 3) & (kind != 1)
    prose: Floats = (weight - links) * (reads & ((weight >= 3 * PROSE) | (ends > 0)))
    shown: Floats = prose * ~hidden
    return shown if shown.sum() >= SHOWN * prose.sum() else prose


def mass_of(view: View, set_aside: Bools) -> Floats:
    """Return the mass of each block; what is set aside has none, unless there is little else."""
    weight, links, kind, notice = (view.columns[AT[name]] for name in ("weight", "links", "kind", "notice"))
    kept = ~set_aside
    fair = view.prose * kept
    if fair.sum() < SHORT_WORTH * view.prose.sum():
        fair = view.prose
    lines = (weight >= SHORT) & (links * 3 <= weight) & (view.prose == 0) & (kind != 1) & (kind != 4) & (notice == 0)
    return np.asarray(fair + SHORT_WORTH * weight * (lines & kept & ~view.hidden))

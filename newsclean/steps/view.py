"""A page as the block model sees it: what `steps.traits` read, as columns, and where on the page the mass is.

A page is three things here: its blocks in a row, the boxes around them (each a slice of that row), and the
*mass* of each block, which is how much story it is likely to hold before anything was learned: its prose, and a
part of a short line that is no link. Where the mass is, is where the story is; most features say how a block
lies to it (`steps.features`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.article import Label
from newsclean.steps.blocks import Boxes, Segments
from newsclean.steps.page import Metadata
from newsclean.steps.rules import opinions
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

PROSE = 80
"""Weight from which a sentence counts as prose."""
SHORT = 15
SHORT_WORTH = 0.3
"""A line of this weight counts a part of it: a list of winners has no sentence, and is the story."""
MOST = 0.5
"""A box with more of the page's prose than this says nothing by its name; only comments may be so many."""
FAR = 99.0
AT = {name: place for place, name in enumerate(COLUMNS)}


class View(NamedTuple):
    """A page as the model sees it."""

    columns: Floats
    """(columns, blocks), see `steps.traits.COLUMNS`."""
    box: Ints
    """(blocks,) the box of each block."""
    boxes: Boxes
    starts: Ints
    ends: Ints
    hidden: NDArray[np.bool_]
    names: Sequence[str]
    said: Sequence[Name]
    flags: tuple[float, ...]
    opinions: Floats
    """(blocks,) what the rules say, see `steps.rules.OPINIONS`."""


def look(segments: Segments, metadata: Metadata, box_words: Lexicon, line_words: Lexicon) -> View:
    """Read a page for the model."""
    boxes = segments.boxes
    declares = declared(metadata)
    names, said = read_names(boxes, box_words)
    return View(
        columns=read_blocks(segments.blocks, declares, line_words),
        box=np.array([block.box for block in segments.blocks], np.intp),
        boxes=boxes,
        starts=np.array(boxes.starts, np.intp),
        ends=np.array(boxes.ends, np.intp),
        hidden=np.array(boxes.hidden, np.bool_),
        names=names,
        said=said,
        flags=declares.flags,
        opinions=np.array(opinions(segments, metadata), np.float32),
    )


class Nest(NamedTuple):
    """What the boxes around a box say, worked out from the outermost inwards."""

    low: Floats
    """Least weight of a name's words in the box and around it."""
    label: Sequence[Label | None]
    """Of the box, or of the nearest around it that has one."""
    bad: NDArray[np.bool_]
    comments: NDArray[np.bool_]
    depth: Ints
    wider: Ints
    """The nearest box around it that holds more blocks."""


def nest(view: View, prose: Floats) -> Nest:
    """Walk the boxes in document order, in which a box comes after the one around it."""
    boxes = view.boxes
    count = len(boxes)
    sums = running(prose)
    share = (sums[view.ends] - sums[view.starts]).tolist()
    most = MOST * max(1.0, float(sums[-1]))
    sizes = (view.ends - view.starts).tolist()
    low = [0.0] * count
    label: list[Label | None] = [None] * count
    bad, comments, depth, wider = [False] * count, [False] * count, [0] * count, [0] * count
    for at, (parent, tag, said, size) in enumerate(zip(boxes.parents, boxes.tags, view.said, sizes, strict=True)):
        if not size or not at:
            continue
        depth[at] = depth[parent] + 1
        wider[at] = parent if sizes[parent] > size else wider[parent]
        meant = BAD_TAGS.get(tag)
        named = said.label or meant
        comments[at] = comments[parent] or named == "comments"
        if share[at] < most:
            low[at] = said.low if said.low < low[parent] else low[parent]
            label[at] = named or label[parent]
            bad[at] = bad[parent] or meant is not None or named in BAD
        elif comments[at]:
            bad[at], label[at] = True, "comments"
    return Nest(
        np.array(low, np.float32), label, np.array(bad), np.array(comments),
        np.array(depth, np.intp), np.array(wider, np.intp),
    )  # fmt: skip


def running(values: Floats) -> Floats:
    """Return running totals along the last axis, beginning with 0: the sum of ``[a:b]`` is ``r[b] - r[a]``."""
    totals = np.zeros((*values.shape[:-1], values.shape[-1] + 1), np.float64)
    np.cumsum(values, axis=-1, out=totals[..., 1:])
    return totals


# ------------------------------------------------------------------ mass


def prose_of(view: View) -> Floats:
    """Return how much prose each block holds."""
    weight, links, kind, ends = (view.columns[AT[name]] for name in ("weight", "links", "kind", "ends"))
    reads = (kind == 0) | (kind == 2) | (kind == 3)
    prose = (weight >= PROSE) & reads & (links * 2 <= weight) & ((weight >= 3 * PROSE) | (ends > 0))
    return np.where(prose & ~view.hidden[view.box], weight - links, 0)


def mass_of(view: View, prose: Floats, bad: NDArray[np.bool_]) -> Floats:
    """Return the mass of each block; what stands in bad boxes has none, unless there is little else."""
    weight, links, kind, notice = (view.columns[AT[name]] for name in ("weight", "links", "kind", "notice"))
    fair = np.where(bad, 0, prose)
    if fair.sum() < SHORT_WORTH * prose.sum():
        fair = prose
    line = (weight >= SHORT) & (prose == 0) & (kind != 1) & (kind != 4) & (links * 3 <= weight) & ~bad
    return fair + np.where(line & (notice == 0) & ~view.hidden[view.box], SHORT_WORTH * weight, 0)

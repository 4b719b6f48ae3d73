"""Features that compare a block with others: those in like boxes, its neighbours, and all before and behind it."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.steps.view import AT, FAR, Bools, Ints, Nest, View, linked_share, running


class Rows(NamedTuple):
    """Features, a row each."""

    names: tuple[str, ...]
    values: NDArray[Any]
    """(features, blocks)"""


def rows_of(**table: Any) -> Rows:
    """Return features that were worked out one by one; a number stands for all blocks of the page."""
    return Rows(tuple(table), np.array(np.broadcast_arrays(*table.values())))


KINDS = ("siblings", "alike", "kin")
"""Blocks of siblings, of boxes of one kind, and of containers of one kind."""


SHARED = ("count", "mean", "prose", "linked", "ends")


def groups(view: View, near: Ints) -> Rows:
    """Return what the blocks in like boxes have in common."""
    parents, tags, names = view.boxes.parents, view.boxes.tags, view.names
    boxes = view.box.tolist()
    kinds = [(tags[box], names[box], tags[up := max(0, parents[box])], names[up]) for box in boxes]
    members = np.array([
        numbered([(parents[box], tags[box], names[box]) for box in boxes]),
        numbered(kinds),
        numbered([(tags[box], names[up], tags[up]) for box, up in zip(boxes, near.tolist(), strict=True)]),
    ])  # fmt: skip
    blocks = len(boxes)
    places = (members + blocks * np.arange(len(KINDS))[:, None]).ravel()
    count = np.bincount(places)
    weight, links, ends = (view.columns[AT[name]] for name in ("weight", "links", "ends"))
    sums = np.array([np.bincount(places, np.tile(row, len(KINDS))) for row in (weight, view.prose, links, ends)])
    sums[3] /= np.maximum(1, count)
    sums[2] /= np.maximum(1, sums[0])
    sums[1] /= max(1.0, float(view.prose.sum()))
    sums[0] /= np.maximum(1, count)
    values = np.concatenate([count[None], sums]).take(places, axis=1).reshape(-1, blocks)
    return Rows(tuple(f"{kind}_{what}" for what in SHARED for kind in KINDS), values)


def numbered(keys: list[Any]) -> list[int]:
    """Return a number for each key, the same for equal ones."""
    places: dict[Hashable, int] = {}
    return [places.setdefault(key, len(places)) for key in keys]


NEIGHBOURS = ("weight", "ends", "level", "notice", "linked")


def neighbours(view: View, around: Nest) -> Rows:
    """Return what stands before and behind each block, and how many boxes end or begin in between."""
    values = np.array([*(view.columns[AT[name]] for name in NEIGHBOURS[:-1]), linked_share(view.columns)])
    depth, shared = around.depth.take(view.box), shared_depth(view, around)
    reads = view.prose > 0
    far_before, up_before = nearest(reads, shared)
    far_after, up_after = nearest(reads[::-1], before(shared)[::-1])
    places = np.array([
        depth - shared, depth - before(shared), far_before, far_after[::-1], depth - up_before, depth - up_after[::-1],
    ])  # fmt: skip
    names = [f"{name}_before" for name in NEIGHBOURS] + [f"{name}_after" for name in NEIGHBOURS]
    names += ["up_after", "up_before", "prose_before", "prose_after", "up_prose_before", "up_prose_after"]
    return Rows(tuple(names), np.concatenate([before(values), before(values[:, ::-1])[:, ::-1], places]))


def before(values: NDArray[Any]) -> NDArray[Any]:
    """Return for each block the value of the one before it; 0 for the first."""
    moved = np.zeros_like(values)
    moved[..., 1:] = values[..., :-1]
    return moved


def shared_depth(view: View, around: Nest) -> NDArray[np.float64]:
    """Return the depth of the innermost box that holds both a block and the next one; 0 for the last."""
    parents, ends = view.boxes.parents, view.boxes.ends
    depth = around.depth.tolist()
    shared = np.zeros(len(view.box))
    for at, box in enumerate(view.box[:-1].tolist(), 1):
        while ends[box] <= at:
            box = parents[box]
        shared[at - 1] = depth[box]
    return shared


DEEPEST = 1e4
"""Deeper than any box: `Limits.max_depth` is far below."""


def nearest(prose: Bools, shared: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return for each block how far the last prose before it is, and the depth of the box that holds both.

    Args:
        shared: depth of the box that holds a block and the next one.
    """
    count = len(prose)
    at = np.arange(count)
    last = np.maximum.accumulate(np.where(prose, at, -1))
    last = np.concatenate([[-1], last[:-1]])[:count]
    distance = np.where(last < 0, FAR, np.minimum(FAR, at - last))
    step = DEEPEST * np.cumsum(prose)  # from one prose to the next all depths fall below those before: least since then
    least = np.minimum.accumulate(shared - step) + step
    return distance, np.where(last < 0, FAR, np.concatenate([[FAR], least[:-1]])[:count])


def place(view: View, mass: NDArray[Any]) -> Rows:
    """Return where on the page each block stands: behind its headline, and before and behind how much of it."""
    level, title = view.columns[AT["level"]], view.columns[AT["title"]]
    headlines = np.flatnonzero((level > 0) & (title >= 0.8))
    if not len(headlines):
        headlines = np.flatnonzero(level == 1)
    head = int(headlines[0]) if len(headlines) else -1
    sums = running(np.array([view.prose, mass]))
    so_far = sums[:, :-1] / np.maximum(1.0, sums[:, -1:])
    since = np.clip(np.arange(len(mass)) - head, -50, 200) if head >= 0 else np.full(len(mass), -FAR)
    return Rows(
        ("prose_so_far", "mass_so_far", "since_headline", "prose_since_headline"),
        np.array([*so_far, since, so_far[0] - (so_far[0, head] if head >= 0 else 0)]),
    )

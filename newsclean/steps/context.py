"""Features that compare a block with others: those in like boxes, its neighbours, and all before and behind it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.steps.traits import Floats
from newsclean.steps.view import AT, FAR, Ints, Nest, View, running


def groups(view: View, prose: Floats, near: Ints) -> dict[str, Any]:
    """Return what the blocks in like boxes have in common: siblings, boxes of one kind, blocks of one container."""
    parents, tags, names = view.boxes.parents, view.boxes.tags, view.names
    boxes = view.box.tolist()
    table: dict[str, Any] = {}
    kinds: Iterable[tuple[str, list[Hashable]]] = (
        ("siblings", [(parents[box], tags[box], names[box]) for box in boxes]),
        ("alike", [(tags[box], names[box], tags[up := max(0, parents[box])], names[up]) for box in boxes]),
        ("kin", [(tags[box], names[up], tags[up]) for box, up in zip(boxes, near.tolist(), strict=True)]),
    )
    weight, links, ends = (view.columns[AT[name]] for name in ("weight", "links", "ends"))
    total = max(1.0, float(prose.sum()))
    for name, keys in kinds:
        places: dict[Hashable, int] = {}
        group = np.array([places.setdefault(key, len(places)) for key in keys], np.intp)
        count = np.bincount(group)
        heavy = np.bincount(group, weight)
        table |= {f"{name}_count": count[group], f"{name}_mean": (heavy / count)[group]}
        table |= {f"{name}_prose": (np.bincount(group, prose) / total)[group]}
        table |= {f"{name}_linked": (np.bincount(group, links) / np.maximum(1, heavy))[group]}
        table |= {f"{name}_ends": (np.bincount(group, ends) / count)[group]}
    return table


def neighbours(view: View, around: Nest, prose: Floats) -> dict[str, Any]:
    """Return what stands before and behind each block, and how many boxes end or begin in between."""
    columns, depth = view.columns, around.depth[view.box]
    table: dict[str, Any] = {}
    linked = columns[AT["links"]] / np.maximum(1, columns[AT["weight"]])
    for name, values in (
        ("weight", columns[AT["weight"]]), ("linked", linked), ("ends", columns[AT["ends"]]),
        ("level", columns[AT["level"]]), ("notice", columns[AT["notice"]]),
    ):  # fmt: skip
        table |= {f"{name}_before": before(values), f"{name}_after": after(values)}
    shared = shared_depth(view, around)
    table |= {"up_after": depth - shared, "up_before": depth - before(shared)}
    reads = prose > 0
    far_before, up_before = nearest(reads, shared)
    far_after, up_after = nearest(reads[::-1], before(shared)[::-1])
    table |= {"prose_before": far_before, "prose_after": far_after[::-1]}
    table |= {"up_prose_before": depth - up_before, "up_prose_after": depth - up_after[::-1]}
    return table


def before(values: Floats) -> Floats:
    """Return for each block the value of the one before it; 0 for the first."""
    moved = np.zeros_like(values)
    moved[1:] = values[:-1]
    return moved


def after(values: Floats) -> Floats:
    """Return for each block the value of the one behind it; 0 for the last."""
    moved = np.zeros_like(values)
    moved[:-1] = values[1:]
    return moved


def shared_depth(view: View, around: Nest) -> Floats:
    """Return the depth of the innermost box that holds both a block and the next one; 0 for the last."""
    depth = [0] * len(view.box)
    for start, end, level in zip(view.boxes.starts, view.boxes.ends, around.depth.tolist(), strict=True):
        if end - start > 1:
            depth[start : end - 1] = [level] * (end - start - 1)
    return np.array(depth, np.float32)


def nearest(prose: NDArray[np.bool_], shared: Floats) -> tuple[Floats, Floats]:
    """Return for each block how far the last prose before it is, and the depth of the box that holds both."""
    distances, depths = [], []
    far, depth = FAR, FAR
    for reads, joint in zip(prose.tolist(), shared.tolist(), strict=True):
        distances.append(far)
        depths.append(depth)
        far, depth = (1.0, joint) if reads else (min(FAR, far + 1), min(depth, joint))
    return np.array(distances, np.float32), np.array(depths, np.float32)


def place(view: View, prose: Floats, mass: Floats) -> dict[str, Any]:
    """Return where on the page each block stands: behind its headline, and before and behind how much of it."""
    level, title = view.columns[AT["level"]], view.columns[AT["title"]]
    at = np.arange(len(prose))
    headlines = np.flatnonzero((level > 0) & (title >= 0.8))
    if not len(headlines):
        headlines = np.flatnonzero(level == 1)
    sums, masses = running(prose), running(mass)
    total = max(1.0, float(sums[-1]))
    head = int(headlines[0]) if len(headlines) else -1
    return {
        "prose_so_far": sums[:-1] / total,
        "mass_so_far": masses[:-1] / max(1.0, float(masses[-1])),
        "since_headline": np.clip(at - head, -50, 200) if head >= 0 else -FAR,
        "prose_since_headline": (sums[:-1] - (sums[head] if head >= 0 else 0)) / total,
        "teasers": teasers(view, prose),
    }


TEASERS = 3
TEASER_BLOCKS = 8
TEASER_PROSE = 400
TEASER_LINK = 20
TEASER_SHARE = 0.6
"""Fewest like boxes, most blocks and prose in each, shortest linked title, share of the boxes with one."""


def teasers(view: View, prose: Floats) -> Floats:
    """Return for each block how many boxes of its kind stand side by side, each a linked title with a few words."""
    weight, links = view.columns[AT["weight"]], view.columns[AT["links"]]
    titles = running((links >= TEASER_LINK) & (links >= 0.7 * weight))
    sums = running(prose)
    sizes = view.ends - view.starts
    small = (sizes > 0) & (sizes <= TEASER_BLOCKS) & (sums[view.ends] - sums[view.starts] <= TEASER_PROSE)
    linked = (titles[view.ends] > titles[view.starts]).tolist()
    parents, tags, names = view.boxes.parents, view.boxes.tags, view.names
    alike: dict[Hashable, list[int]] = {}
    for box in np.flatnonzero(small).tolist():
        if tags[box] != "p":
            alike.setdefault((parents[box], tags[box], names[box]), []).append(box)
    count = np.zeros(len(prose), np.float32)
    for boxes in alike.values():
        if len(boxes) >= TEASERS and sum(linked[box] for box in boxes) >= TEASER_SHARE * len(boxes):
            for box in boxes:
                part = slice(view.boxes.starts[box], view.boxes.ends[box])
                count[part] = np.maximum(count[part], len(boxes))
    return count

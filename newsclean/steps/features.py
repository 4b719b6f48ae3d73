"""The features of the block model, by arithmetic on the columns of `steps.view`.

A page has a hundred blocks, so what counts is not how many numbers an operation touches but how many operations
there are: features that are worked out alike stand in one array, a row each. Each group of features is a function
that returns its names and rows; the order is that of `matrix`, and the trees know them by their names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.steps.context import Rows, groups, neighbours, place, rows_of
from newsclean.steps.region import Region, descend, in_teasers, named, teasers
from newsclean.steps.rules import KEEPING, opinions
from newsclean.steps.traits import FLAGS, Floats
from newsclean.steps.view import AT, FAR, Ints, Nest, View, linked_share, mass_of, nest, within


class Matrix(NamedTuple):
    """The features of a page's blocks."""

    names: tuple[str, ...]
    values: Floats
    """(features, blocks)"""
    around: Nest


def matrix(view: View) -> Matrix:
    """Return the features of a page's blocks, and what the boxes around them say."""
    around = nest(view)
    mass = mass_of(view, around.bad.take(view.box))
    held = within(view, mass)
    box, rows = view.box, list(teasers(view))
    near = around.wider.take(box)
    far = around.wider.take(near)
    groups_of_rows = (
        own(view, around, rows, near, far),
        containers(view, around, held, np.array([box, near, far, around.wider.take(far)])),
        regions(view, around, mass, held.tolist(), near, far),
        groups(view, near),
        neighbours(view, around),
        place(view, mass),
        rows_of(teasers=in_teasers(view, rows)),
    )
    names = tuple(name for group in groups_of_rows for name in group.names)
    return Matrix(names, np.concatenate([group.values for group in groups_of_rows]).astype(np.float32), around)


def own(view: View, around: Nest, rows: Sequence[Sequence[int]], near: Ints, far: Ints) -> Rows:
    """Return what is known of each block without another.

    Args:
        rows: boxes in rows of teasers.
    """
    columns, box = view.columns, view.box
    said = opinions(view, rows)
    parent = np.maximum(np.array(view.boxes.parents, np.intp).take(box), 0)
    return Rows(
        (
            *AT, "opinion", "kept", "linked", "hidden", "name_own", "name_parent", "name_near", "name_far",
            "name_all", "name_sum", "bad", "comments", "comments_near",
        ),
        np.concatenate([
            columns,
            np.array([said, said < KEEPING, linked_share(columns), view.hidden]),
            view.lows.take(np.array([box, parent, near, far])),
            np.array([
                around.low.take(box), view.totals.take(box), around.bad.take(box), around.comments.take(box),
                around.comments.take(near),
            ]),
        ]),
    )  # fmt: skip


LEVELS = ("box", "near", "far", "wide")


def containers(view: View, around: Nest, held: NDArray[np.float64], levels: Ints) -> Rows:
    """Return what the boxes around each block hold: its own, and three that hold ever more blocks.

    Args:
        held: the mass of each box.
        levels: (4, blocks) the boxes.
    """
    weight, links, ends = (view.columns[AT[name]] for name in ("weight", "links", "ends"))
    sums = within(view, np.array([weight, links, view.prose, view.prose > 0, ends]))
    of, count, mass = sums.take(levels, axis=1), (view.ends - view.starts).take(levels), held.take(levels)
    total, blocks = max(1.0, float(sums[2, 0])), len(weight)
    linked, mean = of[1] / np.maximum(1, of[0]), of[0] / np.maximum(1, count)
    page = (blocks, total, sums[3, 0], sums[1, 0] / max(1.0, sums[0, 0]), *view.flags)
    names = [f"{level}_{what}" for what in ("linked", "mean", "depth") for level in LEVELS]
    names += [f"{level}_{what}" for what in ("prose", "mass", "weight", "count", "proses") for level in LEVELS[1:]]
    names += ["page_blocks", "page_prose", "page_proses", "page_linked", *(f"page_{flag}" for flag in FLAGS)]
    return Rows(
        tuple(names),
        np.concatenate([
            linked, mean, around.depth.take(levels),
            of[2, 1:] / total, mass[1:] / max(1.0, held[0]), of[0, 1:], count[1:], of[3, 1:],
            np.repeat(np.array(page)[:, None], blocks, axis=1),
        ]),
    )  # fmt: skip


def regions(view: View, around: Nest, mass: Floats, held: list[float], near: Ints, far: Ints) -> Rows:
    """Return how each block lies to the story's region, found in four ways from where the mass is."""
    at = np.arange(len(mass))
    depth = around.depth.take(view.box)
    table: dict[str, Any] = {}
    for name, share in (("most", 0.85), ("half", 0.6)):
        region = descend(view, held, share)
        table |= {f"{name}_in": region.holds(at), f"{name}_at": region.along(at)}
        table[f"{name}_drop"] = depth - around.depth[region.box]
    found = named(view, held)
    region, share = found or (Region(0, 1, 0), 0.0)
    table |= {"named_in": region.holds(at) if found else -1.0, "named_at": region.along(at) if found else -FAR}
    table["named_mass"] = share / max(1.0, held[0])
    return rows_of(**table, **main_box(view, around, mass, held, near, far))


def main_box(view: View, around: Nest, mass: Floats, held: list[float], near: Ints, far: Ints) -> dict[str, Any]:
    """Return how each block lies to the box that scores highest: mass counts whole for the box around it, half for
    the next; and how far one must climb from there to a box that holds both."""
    at, count = np.arange(len(mass)), len(view.boxes)
    score = np.bincount(near, mass, count) + 0.5 * np.bincount(far, mass, count)
    main = int(np.argmax(score))
    top = max(1.0, float(score[main]))
    chain = [main]
    while (parent := view.boxes.parents[chain[-1]]) >= 0:
        chain.append(parent)
    inside = (view.starts[chain][:, None] <= at) & (at < view.ends[chain][:, None])
    climb = len(chain) - inside.sum(axis=0)
    return {
        "near_score": score.take(near) / top,
        "far_score": score.take(far) / top,
        "main_mass": held[main] / max(1.0, held[0]),
        "main_before": at - view.starts[main],
        "main_after": view.ends[main] - 1 - at,
        "climb": climb,
        "climb_part": climb / len(chain),
        "main_drop": around.depth.take(view.box) - around.depth.take(chain)[np.minimum(climb, len(chain) - 1)],
    }

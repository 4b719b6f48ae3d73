"""The features of the block model, by arithmetic on the columns of `steps.view`.

Each group of features is a function that returns them by name; their order is that of the table which `matrix` puts
together, and the trees know it by these names.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from newsclean.steps.context import groups, neighbours, place
from newsclean.steps.rules import KEEPING
from newsclean.steps.traits import FLAGS, Floats
from newsclean.steps.view import AT, FAR, Ints, Nest, View, mass_of, nest, prose_of, running

LEAVES = frozenset(("p", "li", "ul", "ol", "blockquote"))
"""Boxes that hold a part of a story, never the whole."""


def matrix(view: View) -> tuple[tuple[str, ...], Floats, Nest]:
    """Return the names of the features, their values (features, blocks), and what the boxes say."""
    prose = prose_of(view)
    around = nest(view, prose)
    mass = mass_of(view, prose, around.bad[view.box])
    box = view.box
    near = around.wider[box]
    far = around.wider[near]
    table: dict[str, Any] = {}
    table |= own(view, around, near, far)
    table |= containers(view, around, prose, mass, (box, near, far, around.wider[far]))
    table |= regions(view, around, mass, near, far)
    table |= groups(view, prose, near)
    table |= neighbours(view, around, prose)
    table |= place(view, prose, mass)
    blocks = len(box)
    values = [value if isinstance(value, np.ndarray) else np.full(blocks, value) for value in table.values()]
    return tuple(table), np.array(values, np.float32).reshape(len(values), blocks), around


def own(view: View, around: Nest, near: Ints, far: Ints) -> dict[str, Any]:
    """Return what is known of each block without another."""
    columns, box = view.columns, view.box
    table: dict[str, Any] = {name: columns[at] for name, at in AT.items() if name != "links"}
    table |= {"opinion": view.opinions, "kept": view.opinions < KEEPING}
    table["linked"] = columns[AT["links"]] / np.maximum(1, columns[AT["weight"]])
    table["hidden"] = view.hidden[box]
    low = np.array([name.low for name in view.said], np.float32)
    total = np.array([name.total for name in view.said], np.float32)
    parent = np.maximum(np.array(view.boxes.parents, np.intp)[box], 0)
    table |= {"name_all": around.low[box], "name_own": low[box], "name_sum": total[box], "name_parent": low[parent]}
    table |= {"name_near": low[near], "name_far": low[far], "bad": around.bad[box]}
    table |= {"comments": around.comments[box], "comments_near": around.comments[near]}
    tags = [view.boxes.tags[at] for at in box.tolist()]
    table["is_p"] = np.array([tag == "p" for tag in tags])
    table["is_div"] = np.array([tag == "div" for tag in tags])
    return table


LEVELS = ("box", "near", "far", "wide")


def containers(
    view: View, around: Nest, prose: Floats, mass: Floats, levels: tuple[Ints, Ints, Ints, Ints]
) -> dict[str, Any]:
    """Return what the boxes around each block hold: its own, and three that hold ever more blocks."""
    weight, links, ends = (view.columns[AT[name]] for name in ("weight", "links", "ends"))
    sums = running(np.array([prose, weight, links, prose > 0, ends, mass]))
    held = sums[:, view.ends] - sums[:, view.starts]
    sizes = view.ends - view.starts
    total, heavy = max(1.0, sums[0, -1]), max(1.0, sums[5, -1])
    table: dict[str, Any] = {}
    for name, boxes in zip(LEVELS, levels, strict=True):
        of = held[:, boxes]
        count = sizes[boxes]
        table[f"{name}_linked"] = of[2] / np.maximum(1, of[1])
        table[f"{name}_mean"] = of[1] / np.maximum(1, count)
        table[f"{name}_depth"] = around.depth[boxes]
        if name != "box":
            table |= {f"{name}_prose": of[0] / total, f"{name}_mass": of[5] / heavy, f"{name}_weight": of[1]}
            table |= {f"{name}_count": count, f"{name}_proses": of[3]}
    table |= {"page_blocks": float(len(prose)), "page_prose": total, "page_proses": float((prose > 0).sum())}
    table["page_linked"] = float(sums[2, -1] / max(1.0, sums[1, -1]))
    table |= {f"page_{name}": flag for name, flag in zip(FLAGS, view.flags, strict=True)}
    return table


def regions(view: View, around: Nest, mass: Floats, near: Ints, far: Ints) -> dict[str, Any]:
    """Return how each block lies to the story's region, found in four ways from where the mass is."""
    count = len(view.boxes)
    sums = running(mass)
    held = (sums[view.ends] - sums[view.starts]).tolist()
    at = np.arange(len(mass))
    depth = around.depth[view.box]
    table: dict[str, Any] = {}
    for name, share in (("most", 0.85), ("half", 0.6)):
        region = descend(view, held, share)
        table[f"{name}_in"] = (at >= region.start) & (at < region.end)
        table[f"{name}_at"] = (at - region.start) / max(1, region.end - region.start)
        table[f"{name}_drop"] = depth - around.depth[region.box]
    found = named(view, held)
    region, share = found if found else (Region(0, 1, 0), 0.0)
    table["named_in"] = ((at >= region.start) & (at < region.end)) if found else -1.0
    table["named_at"] = (at - region.start) / max(1, region.end - region.start) if found else -FAR
    table["named_mass"] = share / max(1.0, held[0])
    score = np.bincount(near, mass, count) + 0.5 * np.bincount(far, mass, count)
    main = int(np.argmax(score))
    top = max(1.0, float(score[main]))
    table |= {"near_score": score[near] / top, "far_score": score[far] / top}
    table |= {"main_mass": held[main] / max(1.0, held[0])}
    table |= {"main_before": at - view.starts[main], "main_after": view.ends[main] - 1 - at}
    chain = [main]
    while (parent := view.boxes.parents[chain[-1]]) >= 0:
        chain.append(parent)
    inside = (view.starts[chain][:, None] <= at) & (at < view.ends[chain][:, None])
    climb = len(chain) - inside.sum(axis=0)
    table |= {"climb": climb, "climb_part": climb / len(chain)}
    table["main_drop"] = depth - around.depth[chain][np.minimum(climb, len(chain) - 1)]
    return table


# ------------------------------------------------------------------ regions


class Region(NamedTuple):
    """A slice of the blocks and the box that it belongs to."""

    start: int
    end: int
    box: int


def descend(view: View, held: Sequence[float], share: float) -> Region:
    """Return the innermost box that holds this share of the mass of the box around it, level by level."""
    starts, ends, tags = view.boxes.starts, view.boxes.ends, view.boxes.tags
    at, end, enough = 0, ends[0], share * held[0]
    for box, parent in enumerate(view.boxes.parents):
        if parent == at and held[box] >= enough and held[box] > 0:
            if tags[box] in LEAVES:
                break
            at, end, enough = box, ends[box], share * held[box]
        elif starts[box] >= end and box:
            break
    return Region(starts[at], ends[at], at)


def named(view: View, held: Sequence[float]) -> tuple[Region, float] | None:
    """Return the slice of the boxes that call themselves the story's and hold most, with their mass."""
    groups: dict[str, list[int]] = {}
    starts, ends = view.boxes.starts, view.boxes.ends
    inside = 0
    for box, said in enumerate(view.said):
        if said.story and held[box] > 0 and starts[box] >= inside and view.boxes.tags[box] not in LEAVES:
            groups.setdefault(view.names[box], []).append(box)
            inside = ends[box]
    if not groups:
        return None
    best = max(groups.values(), key=lambda group: sum(held[box] for box in group))
    return Region(starts[best[0]], ends[best[-1]], best[0]), sum(held[box] for box in best)

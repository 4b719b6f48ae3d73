"""Where on a page the story is: the box that holds nearly all of the mass, the boxes that call themselves the
story's, and the rows of linked titles that are other stories."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.steps.traits import Floats
from newsclean.steps.view import AT, View, within

LEAVES = frozenset(("p", "li", "ul", "ol", "blockquote"))
"""Boxes that hold a part of a story, never the whole."""


class Region(NamedTuple):
    """A slice of the blocks and the box that it belongs to."""

    start: int
    end: int
    box: int

    def holds(self, at: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Tell which blocks are in it."""
        return (at >= self.start) & (at < self.end)

    def along(self, at: NDArray[np.intp]) -> NDArray[np.float64]:
        """Return how far along it blocks are: from 0 to 1 inside it."""
        return (at - self.start) / max(1, self.end - self.start)


def descend(view: View, held: Sequence[float], share: float) -> Region:
    """Return the innermost box that holds this share of the mass of the box around it, level by level.

    Args:
        held: the mass of each box.
    """
    starts, ends, tags, parents = view.boxes.starts, view.boxes.ends, view.boxes.tags, view.boxes.parents
    at, end, enough = 0, ends[0], share * held[0]
    for box in view.filled:
        if starts[box] >= end:
            break
        if parents[box] == at and held[box] >= enough and held[box] > 0:
            if tags[box] in LEAVES:
                break
            at, end, enough = box, ends[box], share * held[box]
    return Region(starts[at], ends[at], at)


def named(view: View, held: Sequence[float]) -> tuple[Region, float] | None:
    """Return the slice of the boxes that call themselves the story's and hold most, with their mass."""
    groups: dict[str, list[int]] = {}
    starts, ends, said = view.boxes.starts, view.boxes.ends, view.said
    inside = 0
    for box in view.filled:
        if said[box].story and held[box] > 0 and starts[box] >= inside and view.boxes.tags[box] not in LEAVES:
            groups.setdefault(view.names[box], []).append(box)
            inside = ends[box]
    if not groups:
        return None
    best = max(groups.values(), key=lambda group: sum(held[box] for box in group))
    return Region(starts[best[0]], ends[best[-1]], best[0]), sum(held[box] for box in best)


TEASERS = 3
TEASER_BLOCKS = 8
TEASER_PROSE = 400
TEASER_LINK = 20
TEASER_SHARE = 0.6
"""Fewest like boxes, most blocks and prose in each, shortest linked title, share of the boxes with one."""


def teasers(view: View) -> Iterator[list[int]]:
    """Yield the boxes of each row of like siblings that are linked titles with a few words."""
    weight, links = view.columns[AT["weight"]], view.columns[AT["links"]]
    titled = (within(view, (links >= TEASER_LINK) & (links >= 0.7 * weight)) > 0).tolist()
    small = (view.ends - view.starts <= TEASER_BLOCKS) & (within(view, view.prose) <= TEASER_PROSE)
    rows: dict[Hashable, list[int]] = {}
    parents, tags, names = view.boxes.parents, view.boxes.tags, view.names
    candidates = small.tolist()
    for box in view.filled:
        if candidates[box] and tags[box] != "p":
            rows.setdefault((parents[box], tags[box], names[box]), []).append(box)
    for boxes in rows.values():
        if len(boxes) >= TEASERS and sum(titled[box] for box in boxes) >= TEASER_SHARE * len(boxes):
            yield boxes


def in_teasers(view: View, rows: Iterable[Sequence[int]]) -> Floats:
    """Return for each block how many boxes stand in the row of teasers that it is part of; 0 outside of one."""
    count = np.zeros(len(view.box), np.float32)
    starts, ends = view.boxes.starts, view.boxes.ends
    for boxes in rows:
        for box in boxes:
            count[starts[box] : ends[box]] = np.maximum(count[starts[box] : ends[box]], len(boxes))
    return count

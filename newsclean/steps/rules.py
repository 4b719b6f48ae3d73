"""The rules' own opinion of a page, which the block model hears as one feature among others.

Boxes that are boilerplate by their element, their name or their shape are set aside; the prose that
remains is weighed; the story's region is the box that holds nearly all of it, or the boxes that call
themselves the story's. Inside the region a block needs a reason to go, not one to stay. The rules see
a page as a whole, where the model sees one block after the other: without their opinion it loses
1.2 points of F1 on Scrapinghub's pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from newsclean.steps.blocks import HEADINGS
from newsclean.steps.hints import NAMES, SHORT_NAMES, TAGS
from newsclean.steps.region import descend, named
from newsclean.steps.traits import KINDS, Floats, Name
from newsclean.steps.view import AT, PROSE, Bools, View, mass_of, within

OPINIONS = (
    "body", "standfirst", "outside", "element", "name", "teasers", "hidden", "line", "caption", "headline", "links",
    "repeated", "before", "after",
)  # fmt: skip
"""What the rules can say of a block; the first two keep it."""
KEEPING = 2
PLACE = {name: place for place, name in enumerate(OPINIONS)}

SHORT = 300
"""Weight below which a box is small enough to be a byline, a credit or a row of buttons."""
MINOR_SHARE = 0.5
HEADLINE_SHARE = 0.2
"""A box with more of the page's prose than this is not set aside for its name or element; with the headline in it,
the smaller share is enough."""
WORD_SHARE = 0.4
"""A name's word that would set aside more of the prose than this is part of the page's template, as in
``elementor-widget`` or ``with-sidebar``, and is not heard."""
HEARD_AT_ANY_SHARE = frozenset(("comment", "comments", "commentlist", "disqus"))
"""Readers do write more than reporters."""
MOST_UNHEARD = 8
BODY_SHARE = 0.85
"""The region goes down into a box as long as it holds this share of the mass."""
NAMED_SHARE = 0.3
"""Boxes that call themselves the story's are believed if they hold this share of what descending finds; a declared
body is, if the page shows this share of its prose in it."""
LITTLE = 250
"""A story of less weight is none."""
LINKED = 0.8
"""A block with this share of its weight in links is nothing but links."""
RUN = 4
"""Short lines at an end of the region go if there are at most so many; more is a list that belongs to the story."""
SUMMARY_WEIGHT = 30
SUMMARY_WORDS = frozenset(("header", "teaser", "author", "meta"))
"""A summary may stand in a box of these names; in other boxes that are set aside it is somebody else's."""


class Mark(NamedTuple):
    """What is said of a whole box: an opinion, and the word that gave it."""

    opinion: str
    word: str


HIDDEN, TEASERS = Mark("hidden", ""), Mark("teasers", "")
Marks = list[Mark | None]


def opinions(view: View, rows: Sequence[Sequence[int]]) -> Floats:
    """Return the place in `OPINIONS` of what the rules say of each block.

    Args:
        rows: boxes in rows of teasers.
    """
    marks = mark_boxes(view, headline(view), frozenset())
    mark_teasers(view, marks, rows)
    on_blocks = [marks[box] for box in view.box.tolist()]
    start, end = find_region(view, np.array([mark is not None for mark in on_blocks], np.bool_))
    said = ["outside"] * len(on_blocks)
    judge_region(view, on_blocks, said, start, end)
    keep_standfirst(view, on_blocks, said, start)
    return np.array([PLACE[name] for name in said], np.float32)


def headline(view: View) -> int:
    """Return the place of the headline: a heading that is in the page's title, else the first ``h1``; -1 for none."""
    level, title = view.columns[AT["level"]], view.columns[AT["title"]]
    found = np.flatnonzero((level > 0) & (title >= 0.9))
    if not len(found):
        found = np.flatnonzero(level == 1)
    return int(found[0]) if len(found) else -1


# ------------------------------------------------------------------ boxes


def mark_boxes(view: View, headline: int, unheard: frozenset[str]) -> Marks:
    """Mark the boxes that are boilerplate by element or name; what is inside one is marked with it.

    A word whose boxes together hold much of the prose is no longer heard, and the boxes are marked anew;
    after a few rounds what remains stands.
    """
    boxes = view.boxes
    starts, ends, parents, hidden = boxes.starts, boxes.ends, boxes.parents, boxes.hidden
    prose, weights = within(view, np.array([view.prose, view.columns[AT["weight"]]])).tolist()
    total = max(1.0, prose[0])
    hides = not (view.prose * view.hidden).any()
    marks: Marks = [None] * len(boxes)
    said: dict[str, float] = {}
    for box in view.filled:
        mark = marks[parents[box]]
        if mark is None:
            holds = HEADLINE_SHARE if starts[box] <= headline < ends[box] else MINOR_SHARE
            if hidden[box] and hides:
                mark = HIDDEN
            elif prose[box] < holds * total:
                small = weights[box] < SHORT and HEADINGS.get(boxes.tags[box], 1) == 1
                mark = own_mark(boxes.tags[box], view.said[box], small, unheard)
            if mark and prose[box]:
                said[mark.word] = said.get(mark.word, 0) + prose[box]
        marks[box] = mark
    loud = {word for word, held in said.items() if word and held >= WORD_SHARE * total} - HEARD_AT_ANY_SHARE
    if loud and len(unheard) < MOST_UNHEARD and total > 1:
        return mark_boxes(view, headline, unheard | loud)
    return marks


def own_mark(tag: str, said: Name, small: bool, unheard: frozenset[str]) -> Mark | None:
    """Return what a box says of itself; the words that also stand on parts of a story count in small ones only."""
    if tag in TAGS and tag not in unheard:
        return Mark("element", tag)
    for word in said.words:
        if word not in unheard:
            quoted = said.quote and NAMES.get(word) == "share"
            return Mark("name", word) if not quoted and (small or word in NAMES) else None
    return None


def mark_teasers(view: View, marks: Marks, rows: Sequence[Sequence[int]]) -> None:
    """Mark the rows of linked titles: the front page below the story."""
    found = {box for boxes in rows for box in boxes if marks[box] is None}
    if not found:
        return
    held = within(view, view.prose).tolist()
    parents = view.boxes.parents
    if held[0] - sum(held[box] for box in found) < NAMED_SHARE * held[0] + LITTLE:
        return
    for box in view.filled:
        if marks[box] is None and (box in found or marks[parents[box]] is TEASERS):
            marks[box] = TEASERS


# ------------------------------------------------------------------ region


def find_region(view: View, set_aside: Bools) -> tuple[int, int]:
    """Return the slice of the blocks that holds the story."""
    held = within(view, mass_of(view, set_aside)).tolist()
    start, end, box = descend(view, held, BODY_SHARE)
    called = named(view, held)
    if called and called[1] > LITTLE and called[1] >= NAMED_SHARE * held[box]:
        return called[0].start, called[0].end
    told = np.flatnonzero((view.columns[AT["told"]] == 2) & (view.prose > 0))
    mass = float(view.prose[told].sum())
    within_it = float(view.prose[told[(told >= start) & (told < end)]].sum())
    if mass < LITTLE or mass < NAMED_SHARE * view.prose.sum() or 2 * within_it >= mass:
        return start, end
    return int(told[0]), int(told[-1]) + 1


# ------------------------------------------------------------------ blocks


def judge_region(view: View, marks: Sequence[Mark | None], said: list[str], start: int, end: int) -> None:
    """Judge the blocks of the region.

    Args:
        marks: what is said of the box of each block.
    """
    weight, links, kind, title, again, ends = (
        view.columns[AT[name]].tolist() for name in ("weight", "links", "kind", "title", "again", "ends")
    )
    linked = [some and some >= LINKED * size for some, size in zip(links, weight, strict=True)]
    for at in range(start, end):
        if mark := marks[at]:
            said[at] = mark.opinion
        elif kind[at] == KINDS["caption"]:
            said[at] = "caption"
        elif view.lines[at] or linked[at]:
            said[at] = "line" if view.lines[at] else "links"
        elif title[at] == 1 and kind[at] == KINDS["heading"]:
            said[at] = "headline"
        else:
            said[at] = "repeated" if again[at] and weight[at] > PROSE else "body"
    drop_ends(said, start, end, solid=[w >= PROSE or e > 0 for w, e in zip(weight, ends, strict=True)], kind=kind)


def drop_ends(said: list[str], start: int, end: int, *, solid: Sequence[bool], kind: Sequence[float]) -> None:
    """Set the short lines aside that stand before the first and behind the last sentence of the region.

    Args:
        solid: prose, or a line that ends as a sentence does.
    """
    body = [at for at in range(start, end) if said[at] == "body"]
    sentences = [at for at in body if solid[at]]
    if not sentences:
        return
    before, after = [at for at in body if at < sentences[0]], [at for at in body if at > sentences[-1]]
    for at in before:
        if len(before) <= RUN or kind[at] == KINDS["heading"]:
            said[at] = "before"
    for at in after if len(after) <= RUN else ():
        said[at] = "after"


def keep_standfirst(view: View, marks: Sequence[Mark | None], said: list[str], start: int) -> None:
    """Take the summary that stands above the region into the body: the block that the page's description repeats.

    Measured: leaving it out costs 0.6 points of F1 on Fundus' pages and gains 0.3 on Scrapinghub's.
    """
    weight, links, level, summary = (view.columns[AT[name]][:start] for name in ("weight", "links", "level", "summary"))
    likely = (summary >= 3) & (weight > SUMMARY_WEIGHT) & (level != 1) & (links * 2 < weight)
    for at in np.flatnonzero(likely).tolist():
        mark = marks[at]
        if not mark or mark.word in SUMMARY_WORDS or SHORT_NAMES.get(mark.word) == "standfirst":
            said[at] = "standfirst"
            return

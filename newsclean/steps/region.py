"""The region of a page that holds its story.

Boxes that are boilerplate by their element, their name or their shape are marked; the prose that
remains is weighed; the region is the box that holds nearly all of it, or the boxes that call
themselves the story's. What of it stays is for `steps.rules` to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from newsclean.article import Label
from newsclean.steps.blocks import HEADINGS, Block, Box, Segments, is_sentence, weight
from newsclean.steps.hints import TAGS, is_story_name, label_of_name, name_of, plain, tells, windows_of
from newsclean.steps.page import MAX_TITLE_CHARS, Json, Metadata

PROSE = 80
"""Weight from which a sentence counts as prose."""
SHORT = 300
"""Characters below which a box is small enough to be a byline, a credit or a row of buttons."""
MINOR_SHARE = 0.5
HEADLINE_SHARE = 0.2
"""A box with more of the page's prose than this is not set aside for its name or element; with the headline in it,
the smaller share is enough."""
WORD_SHARE = 0.4
"""A name's word that would set aside more of the prose than this is part of the page's template, as in
``elementor-widget`` or ``with-sidebar``, and is not heard."""
HEARD_AT_ANY_SHARE = frozenset(("comment", "comments", "commentlist", "disqus"))
"""Readers do write more than reporters."""
BODY_SHARE = 0.85
"""The judge goes down into a box as long as it holds this share of the prose."""
LEAVES = frozenset(("p", "li", "ul", "ol", "blockquote"))
"""Boxes that hold a part of a story, never the whole."""
NAMED_SHARE = 0.3
"""Boxes that call themselves the story's are believed if they hold this share of what descending finds."""
SHORT_LETTERS = 15
SHORT_WORTH = 0.3
"""What a short line of so many letters counts beside prose: a list of winners has no sentence, and is the story."""
TEASERS = 3
TEASER_PROSE = 400
TEASER_BLOCKS = 8
TEASER_LINK = 20
"""Fewest like boxes, most prose and blocks in each, shortest linked title."""
MOST = 0.7
"""Share of the boxes that are teasers, of a line that is linked, of a declared body that the page shows."""
LITTLE = 250
"""A body of less weight is worth a second opinion."""

Sums = list[float]


class Mark(NamedTuple):
    """What is said of a whole box, by which rule, and the word that said it."""

    label: Label
    rule: str
    word: str


HIDDEN = Mark("other", "judge/hidden", "")
TEASER = Mark("related", "judge/teasers", "")
Known = dict[tuple[str, bool], Mark | None]
"""What names say, for a box with little text or with much."""


class Outline:
    """What is worked out of a page once; ``x_sum[b] - x_sum[a]`` is the total of ``blocks[a:b]``."""

    __slots__ = (
        "blocks", "box_prose", "boxes", "chars_sum", "metadata", "prose", "prose_sum", "story", "titles", "weights",
    )  # fmt: skip

    def __init__(self, metadata: Metadata, segments: Segments) -> None:
        self.metadata = metadata
        self.blocks: Sequence[Block] = segments.blocks
        self.boxes: Sequence[Box] = segments.boxes.listed()
        self.weights = [weight(block.text) for block in self.blocks]
        self.prose = [
            prose_of(block, weight) if weight >= PROSE else 0
            for block, weight in zip(self.blocks, self.weights, strict=True)
        ]
        self.prose_sum = sums = running(self.prose)
        self.box_prose = [sums[box.end] - sums[box.start] for box in self.boxes]
        self.chars_sum = running([len(block.text) for block in self.blocks])
        self.story: Json = metadata.story()
        self.titles = titles_of(metadata, self.story)


def running(values: Sequence[float]) -> Sums:
    """Return running totals, beginning with 0."""
    return [0, *accumulate(values)]


def prose_of(block: Block, weight: int) -> int:
    """Return how much prose a block holds: its weight if it reads as running text, else nothing."""
    if weight < PROSE or block.kind in ("heading", "caption", "table", "code") or block.links * 2 > len(block.text):
        return 0
    return weight - block.links if weight >= 3 * PROSE or is_sentence(block.text) else 0


def mass_of(block: Block, weight: int) -> float:
    """Return what a block without prose counts when the region is sought: a part of a short line's weight."""
    if weight < SHORT_LETTERS or block.kind in ("heading", "caption") or block.links * 3 > len(block.text):
        return 0
    return SHORT_WORTH * weight


def titles_of(meta: Metadata, story: Json) -> frozenset[str]:
    """Return the page's title in all its forms, as plain words."""
    names = (meta.first("og:title"), meta.first("twitter:title"), meta.title, story.get("headline"))
    return frozenset(plain(name[:MAX_TITLE_CHARS]) for name in names if isinstance(name, str) and name)


def find_headline(view: Outline) -> int | None:
    """Return the place of the headline: a heading that is in the page's title, else the first ``h1``."""
    for index, block in enumerate(view.blocks):
        if block.kind == "heading" and len(block.text) > 8:
            words = plain(block.text)
            if words in view.titles or (len(words) > 20 and any(words in title for title in view.titles)):
                return index
    return next((i for i, block in enumerate(view.blocks) if block.tag == "h1" and len(block.text) > 15), None)


# ------------------------------------------------------------------ boxes


def mark_boxes(view: Outline, headline: int | None, unheard: frozenset[str] = frozenset()) -> list[Mark | None]:
    """Mark the boxes that are boilerplate by element or name; what is inside one is marked with it.

    A word whose boxes together hold much of the prose is no longer heard, and the boxes are marked anew;
    after a few rounds what remains stands.
    """
    total = max(1.0, view.prose_sum[-1])
    hide = sum(p for p, block in zip(view.prose, view.blocks, strict=True) if p and view.boxes[block.box].hidden)
    marks: list[Mark | None] = [None]
    said: dict[str, float] = {}
    known: Known = {}
    for box, prose in zip(view.boxes[1:], view.box_prose[1:], strict=True):
        mark = marks[box.parent]
        if mark is None and box.start < box.end:
            if box.hidden and hide <= MINOR_SHARE * total:
                mark = HIDDEN
            elif not prose or prose < share_of(box, headline) * total:
                mark = own_mark(view, box, unheard, known)
            if mark and prose:
                said[mark.word] = said.get(mark.word, 0) + prose
        marks.append(mark)
    loud = {word for word, prose in said.items() if word and prose >= WORD_SHARE * total} - HEARD_AT_ANY_SHARE
    if loud and len(unheard) < 8 and total > 1:
        return mark_boxes(view, headline, unheard | loud)
    return marks


def share_of(box: Box, headline: int | None) -> float:
    """Return from which share of the page's prose a box is not set aside."""
    return HEADLINE_SHARE if headline is not None and box.start <= headline < box.end else MINOR_SHARE


def own_mark(view: Outline, box: Box, unheard: frozenset[str], known: Known) -> Mark | None:
    """Return what a box says of itself; `known` keeps the answers for this page's names."""
    if box.tag in TAGS and box.tag not in unheard:
        return Mark(TAGS[box.tag], "judge/element", box.tag)
    name = name_of(box.element)
    if not name:
        return None
    short = view.chars_sum[box.end] - view.chars_sum[box.start] < SHORT and HEADINGS.get(box.tag, 1) == 1
    if (name, short) not in known:
        said = label_of_name(name, short, unheard)
        known[name, short] = Mark(said[0], "judge/name", said[1]) if said else None
    return known[name, short]


def mark_teasers(view: Outline, marks: list[Mark | None]) -> None:
    """Mark runs of like siblings that are linked titles with a few words: the front page below the story."""
    groups: dict[tuple[int, str, str], list[int]] = {}
    for index, prose in enumerate(view.box_prose):
        if 0 < prose <= TEASER_PROSE and index and marks[index] is None and (box := view.boxes[index]).tag != "p":
            groups.setdefault((box.parent, box.tag, box.element.get("class") or ""), []).append(index)
    found: set[int] = set()
    for members in groups.values():
        if len(members) >= TEASERS and sum(is_teaser(view, view.boxes[m]) for m in members) >= MOST * len(members):
            found.update(members)
    rest = view.prose_sum[-1] - sum(view.box_prose[index] for index in found)
    if not found or rest < NAMED_SHARE * view.prose_sum[-1] + LITTLE:
        return
    for index, box in enumerate(view.boxes):
        if marks[index] is None and index and (index in found or marks[box.parent] is TEASER):
            marks[index] = TEASER


def is_teaser(view: Outline, box: Box) -> bool:
    """Tell whether a box is small and has a line that is one link."""
    if box.end - box.start > TEASER_BLOCKS:
        return False
    return any(b.links >= TEASER_LINK and is_link(b, MOST) for b in view.blocks[box.start : box.end])


def is_link(block: Block, share: float) -> bool:
    """Tell whether this share of a block's letters is inside links."""
    return block.links > 0 and block.links >= share * (len(block.text) - block.text.count(" "))


# ------------------------------------------------------------------ region


def find_region(view: Outline, marks: Sequence[Mark | None]) -> tuple[int, int]:
    """Return the slice of the blocks that holds the story."""
    blocks = zip(view.blocks, view.weights, view.prose, strict=True)
    sums = running([0 if marks[block.box] else prose or mass_of(block, weight) for block, weight, prose in blocks])
    box = view.boxes[descend(view.boxes, sums)]
    start, end = named_region(view, marks, sums)
    named = sums[end] - sums[start]
    if named > LITTLE and named >= NAMED_SHARE * (sums[box.end] - sums[box.start]):
        return start, end
    return declared_region(view, box.start, box.end)


def descend(boxes: Sequence[Box], sums: Sums) -> int:
    """Return the innermost box that holds nearly all of the mass, level by level."""
    at, end, enough = 0, boxes[0].end, BODY_SHARE * sums[-1]
    for index, box in enumerate(boxes):  # in document order: a box comes after its parent
        if box.start >= end and index:
            break
        if box.parent == at and (mass := sums[box.end] - sums[box.start]) >= enough and mass:
            if box.tag in LEAVES:
                break
            at, end, enough = index, box.end, BODY_SHARE * mass
    return at


def named_region(view: Outline, marks: Sequence[Mark | None], sums: Sums) -> tuple[int, int]:
    """Return the slice from the first to the last of the boxes with the story name that holds most mass."""
    groups: dict[str, list[Box]] = {}
    known = {"": False}
    inside = 0
    for index, box in enumerate(view.boxes):
        if not index or marks[index] or box.start < inside or box.tag in LEAVES or sums[box.end] <= sums[box.start]:
            continue
        name = name_of(box.element)
        if name not in known:
            known[name] = is_story_name(name)
        if known[name] or box.element.get("itemprop") == "articleBody":
            groups.setdefault(name, []).append(box)
            inside = box.end
    if not groups:
        return 0, 0
    best = max(groups.values(), key=lambda group: sum(sums[b.end] - sums[b.start] for b in group))
    return best[0].start, best[-1].end


def declared_region(view: Outline, start: int, end: int) -> tuple[int, int]:
    """Return the slice that the page's JSON-LD declares as its story where that lies outside the region found.

    A declared body that is a teaser only, or that the page does not show, is not believed.
    """
    body = view.story.get("articleBody")
    if not isinstance(body, str) or len(body) < LITTLE:
        return start, end
    windows = windows_of(body)
    told = [i for i, block in enumerate(view.blocks) if view.prose[i] and tells(windows, block.text)]
    mass = sum(view.prose[i] for i in told)
    within = sum(view.prose[i] for i in told if start <= i < end)
    if mass < MOST * weight(body) or within >= 0.5 * mass:
        return start, end
    return told[0], told[-1] + 1

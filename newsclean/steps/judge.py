"""The generic judge: which blocks of an unknown page are its story.

No outlet is known here. First the prose of the page is weighed, and boxes that name themselves or
by their element are boilerplate are set aside. Then the judge goes down from the page to the box
that holds nearly all remaining prose, and looks at each block in it: furniture goes, what stands
between two paragraphs stays. Losing a paragraph of the reporter is the worst fault, so a block
needs a reason to go, not one to stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from newsclean.article import Label
from newsclean.steps.hints import label_of_line, label_of_name, name_of, TAGS, TAIL_LABELS, is_story_name
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.page import Page
from newsclean.steps.segment import Block, Box, Segments, is_sentence

RULES = {
    "judge/body": "part of the story",
    "judge/outside": "outside the box that holds the story",
    "judge/element": "inside an element that never holds a story, such as nav or form",
    "judge/name": "inside a box whose class or id names boilerplate",
    "judge/hidden": "not shown to a reader",
    "judge/line": "a fixed phrase of boilerplate",
    "judge/headline": "repeats the page's title",
    "judge/before": "stands before the story's first sentence",
    "judge/after": "stands after the story's last sentence",
    "judge/links": "a list or line of links",
    "judge/caption": "the words under a picture",
    "judge/repeated": "was said before on the page",
}
"""Every rule id that the judge gives, with its meaning."""

CJK_WEIGHT = 3
"""A Chinese or Japanese character says about as much as three letters."""
PROSE_CHARS = 80
"""A sentence of this weight counts as prose."""
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+")


class _View:
    """What the judge works out of a page once."""

    def __init__(self, page: Page, labelled: Labelled) -> None:
        segments = labelled.segments
        self.blocks: Sequence[Block] = segments.blocks
        self.boxes: Sequence[Box] = segments.boxes
        self.weights = [weigh(block.text) for block in self.blocks]
        self.titles = titles_of(page)
        self.raw = [prose_of(b, w) for b, w in zip(self.blocks, self.weights)]
        self.raw_sum = running(self.raw)
        self.links_sum = running([b.links for b in self.blocks])
        self.chars_sum = running([len(b.text) for b in self.blocks])


def running(values):
    return [0, *accumulate(values)]


def weigh(text: str) -> int:
    """Return the length of a text in letters; a Han or Kana character counts as several."""
    if text.isascii() or max(text) < "\u2e80":
        return len(text)
    return len(text) + (CJK_WEIGHT - 1) * sum(map(len, _CJK.findall(text)))


def prose_of(block: Block, weight: int) -> int:
    """Return how much prose a block holds: its weight if it reads as running text, else nothing."""
    if block.kind in ("heading", "caption", "table", "code") or block.links * 2 > len(block.text):
        return 0
    if weight < PROSE_CHARS or not (is_sentence(block.text) or weight >= 3 * PROSE_CHARS):
        return 0
    return weight - block.links


def titles_of(page: Page) -> frozenset[str]:
    meta = page.metadata
    names = [meta.first("og:title"), meta.first("twitter:title"), meta.title, meta.story().get("headline")]
    return frozenset(plain(n) for n in names if isinstance(n, str) and n)


_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def judge_html(page: Page, labelled: Labelled) -> float | None:
    if not labelled.blocks:
        return 0.0
    view = _View(page, labelled)
    labels = label_boxes(view, find_headline(view))
    start, end = find_region(view, labels)
    verdicts = judge_blocks(view, labels, start, end)
    for i, verdict in enumerate(verdicts):
        if labelled.verdicts[i] is None:
            labelled.verdicts[i] = verdict
    body = sum(w for w, v in zip(view.weights, verdicts) if v.label == "body")
    return min(1.0, body / 1000)


def find_headline(view: _View) -> int | None:
    best = None
    for i, block in enumerate(view.blocks):
        if block.kind == "heading" and len(block.text) > 8:
            text = plain(block.text)
            if any(text == t or (len(text) > 20 and text in t) for t in view.titles):
                return i
    for i, block in enumerate(view.blocks):
        if block.tag == "h1" and len(block.text) > 15:
            best = i
            break
    return best


def label_boxes(view: _View, headline: int | None) -> list[tuple[Label, str] | None]:
    total = max(1, view.raw_sum[-1])
    hidden_story = sum(p for p, b in zip(view.raw, view.blocks) if view.boxes[b.box].hidden) > 0.6 * total
    labels: list[tuple[Label, str] | None] = [None]
    for box in view.boxes[1:]:
        label = labels[box.parent]
        if label is None and box.start < box.end:
            prose = view.raw_sum[box.end] - view.raw_sum[box.start]
            share = prose / total
            if box.hidden and not hidden_story:
                label = ("other", "judge/hidden")
            elif share < 0.5 and not (headline is not None and box.start <= headline < box.end and share > 0.2):
                label = own_label(view, box, prose)
        labels.append(label)
    return labels


def own_label(view: _View, box: Box, prose: int) -> tuple[Label, str] | None:
    if box.tag in TAGS:
        return TAGS[box.tag], "judge/element"
    name = name_of(box.element)
    if not name:
        return None
    label = label_of_name(name, prose < 250)
    return (label, "judge/name") if label else None


def find_region(view: _View, labels) -> tuple[int, int]:
    mass = [0 if labels[b.box] else mass_of(b, w, p) for p, w, b in zip(view.raw, view.weights, view.blocks)]
    sums = running(mass)
    box = view.boxes[descend(view, sums)]
    whole = sums[box.end] - sums[box.start]
    start, end = named_region(view, labels, sums)
    if sums[end] - sums[start] >= NAMED_SHARE * whole and sums[end] - sums[start] > 200:
        return start, end
    return box.start, box.end


import os
NAMED_SHARE = float(os.environ.get("NS", 0.3))
DESCEND_SHARE = float(os.environ.get("DS", 0.85))
SHORT_FACTOR = float(os.environ.get("SF", 0.3))


def mass_of(block: Block, weight: int, prose: int) -> float:
    if prose or weight < 15 or block.kind in ("heading", "caption") or block.links * 3 > len(block.text):
        return prose
    return SHORT_FACTOR * weight


def named_region(view: _View, labels, sums) -> tuple[int, int]:
    groups: dict[str, list[Box]] = {}
    inside = 0
    for i, box in enumerate(view.boxes):
        if box.start < inside or i == 0 or labels[i] or sums[box.end] <= sums[box.start]:
            continue
        name = name_of(box.element)
        if (name and is_story_name(name)) or box.element.get("itemprop") == "articleBody":
            groups.setdefault(name, []).append(box)
            inside = box.end
    if not groups:
        return 0, 0
    best = max(groups.values(), key=lambda g: sum(sums[b.end] - sums[b.start] for b in g))
    return best[0].start, best[-1].end


def descend(view: _View, sums) -> int:
    children: dict[int, list[int]] = {}
    for i, box in enumerate(view.boxes):
        if i and box.end > box.start and sums[box.end] > sums[box.start]:
            children.setdefault(box.parent, []).append(i)
    at = 0
    while True:
        mass = sums[view.boxes[at].end] - sums[view.boxes[at].start]
        kids = children.get(at, ())
        best = max(kids, key=lambda k: sums[view.boxes[k].end] - sums[view.boxes[k].start], default=None)
        if best is None:
            return at
        box = view.boxes[best]
        if sums[box.end] - sums[box.start] < DESCEND_SHARE * mass or box.tag in ("p", "li", "blockquote", "ul", "ol"):
            return at
        at = best


def judge_blocks(view: _View, labels, start: int, end: int) -> list[Verdict]:
    verdicts = [Verdict("other", "judge/outside")] * len(view.blocks)
    seen: set[str] = set()
    for i in range(start, end):
        verdicts[i] = judge_block(view, labels, i, seen)
    trim_ends(view, verdicts, start, end)
    return verdicts


def judge_block(view: _View, labels, i: int, seen: set[str]) -> Verdict:
    block = view.blocks[i]
    label = labels[block.box]
    if label:
        return Verdict(*label)
    if block.kind == "caption":
        return Verdict("caption", "judge/caption")
    line = label_of_line(block.text)
    if line:
        return Verdict(line, "judge/line")
    if block.links > 0.8 * len(block.text.replace(" ", "")):
        return Verdict("related", "judge/links")
    if len(block.text) < 300 and block.kind == "heading" and plain(block.text) in view.titles:
        return Verdict("headline", "judge/headline")
    if block.text in seen and len(block.text) > 40:
        return Verdict("other", "judge/repeated")
    seen.add(block.text)
    return Verdict("body", "judge/body")


def trim_ends(view: _View, verdicts: list[Verdict], start: int, end: int) -> None:
    body = [i for i in range(start, end) if verdicts[i].label == "body"]
    solid = [i for i in body if view.weights[i] >= PROSE_CHARS or is_sentence(view.blocks[i].text)]
    if not solid:
        return
    for i in body:
        if i < solid[0]:
            verdicts[i] = Verdict("metadata", "judge/before")
        elif i > solid[-1]:
            verdicts[i] = Verdict("other", "judge/after")

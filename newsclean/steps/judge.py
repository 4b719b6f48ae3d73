"""The generic judge: which blocks of an unknown page are its story.

No outlet is known here. A learned model (`newsclean.model`) says of each block how likely it is to be part of the
story, by what it says, what its boxes are called, where it stands and what stands around it. A block that stays
out gets the label of what it most likely is, so that every cut has its reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from newsclean.limits import DEFAULT_LIMITS
from newsclean.model.blocks import chance, load, load_from
from newsclean.model.trees import evaluate
from newsclean.steps.blocks import Block, weight
from newsclean.steps.features import matrix
from newsclean.steps.hints import tells, windows_of
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.page import Page
from newsclean.steps.traits import KINDS, Floats, Name, read_name
from newsclean.steps.view import AT, Bools, Nest, View, look

RULES: Mapping[str, str] = {
    "judge/body": "part of the story",
    "judge/standfirst": "part of the story, and by its words or its box the summary above it",
    "judge/opinion": "kept because readability found it where the judge found next to nothing",
    "judge/menu": "a list, header or footer of hardly anything but links; its words are read only when asked for",
    "judge/element": "left out, and inside an element that holds no story, such as nav or form",
    "judge/name": "left out, and inside a box whose class or id names boilerplate",
    "judge/hidden": "left out, and not shown to a reader",
    "judge/line": "left out, and a fixed phrase of boilerplate",
    "judge/caption": "the words under a picture",
    "judge/headline": "repeats the page's title",
    "judge/links": "left out, and nothing but links",
    "judge/repeated": "a paragraph that the page has already had",
    "judge/wordless": "no letter or digit in it",
    "judge/outside": "left out by the model alone",
}
"""Every rule id that the judge gives, with its meaning."""

LITTLE = 250
"""A body of less weight is worth a second opinion."""
LINKS = 0.8
"""Share of a block's letters inside links from which it is nothing but links."""


def judge_html(page: Page, labelled: Labelled) -> float | None:
    """Label every block of an HTML page that has no label yet.

    Returns:
        A confidence from 0 to 1 that the body is the story, or None for a page without blocks.
    """
    if not labelled.blocks:
        return None
    model = load()
    view = look(labelled.segments, page.metadata, partial(hear, model.path), model.words)
    found = matrix(view)
    odds = evaluate(model.trees, found.values)
    inside, agreement = decide(odds, view)
    verdicts = verdicts_on(labelled.blocks, inside.tolist(), view, found.around)
    weights = view.columns[AT["weight"]]
    if weight_of_body(weights, verdicts) < LITTLE < weights.sum():
        ask_readability(page, labelled.blocks, verdicts)
    given = labelled.verdicts
    given[:] = [old or new for old, new in zip(given, verdicts, strict=True)]
    return round(chance(model.knots, agreement), 3)


@lru_cache(maxsize=16_384)
def hear(path: str | None, name: str) -> Name:
    """Return what a name says to the model of this path; the pages of an outlet have the same names."""
    return read_name(name, load_from(path).names)


DOUBT = -0.5
"""Odds from which a block that the model would leave out is in doubt."""
STEPS = 2**20
"""Chances are whole numbers of such parts, so that their sums over weights are exact in any order."""


def decide(odds: NDArray[np.float64], view: View) -> tuple[Bools, float]:
    """Return which blocks are the story, and how far they should agree with it.

    The agreement is the share that the words of both have of those of either, as the odds let expect it. What the
    model takes is kept. What it is in doubt of is kept where its like are, beginning with the likeliest, as far as
    that raises the agreement: where the model is sure of little, a doubtful paragraph is worth more than its loss.
    """
    inside = odds > 0
    chances = np.rint(STEPS / (1 + np.exp(-odds))) / STEPS  # the last bits of exp differ from one machine to another
    weights = view.columns[AT["weight"]] * (view.columns[AT["kind"]] != KINDS["caption"])
    right = chances * weights
    added = like_kept(np.flatnonzero((odds > DOUBT) & ~inside & (weights > 0)).tolist(), inside, view)
    added.sort(key=lambda at: -odds[at])
    both = np.cumsum([right[inside].sum(), *right[added]])
    either = np.cumsum([weights[inside].sum(), *weights[added]]) + right.sum() - both
    best = int(np.argmax(both / np.maximum(either, 1)))
    inside[added[:best]] = True
    return inside, float(both[best] / max(either[best], 1))


def like_kept(doubtful: Sequence[int], inside: Bools, view: View) -> list[int]:
    """Return those of the blocks in doubt whose box has a kept one beside it or is called as the box of one is."""
    if not doubtful:
        return []
    boxes, tags, parents, names = view.box.tolist(), view.boxes.tags, view.boxes.parents, view.names

    def called(at: int) -> tuple[str, ...]:
        around = max(0, parents[boxes[at]])
        return tags[boxes[at]], names[boxes[at]], tags[around], names[around]

    kept = np.flatnonzero(inside).tolist()
    beside, like = {parents[boxes[at]] for at in kept}, set(map(called, kept))
    return [at for at in doubtful if parents[boxes[at]] in beside or called(at) in like]


BODY = Verdict("body", "judge/body")
STANDFIRST = Verdict("body", "judge/standfirst")
WORDLESS = Verdict("other", "judge/wordless")
REPEATED = Verdict("other", "judge/repeated")
REPEATED_WEIGHT = 80
CAPTION = Verdict("caption", "judge/caption")
HIDDEN = Verdict("other", "judge/hidden")
HEADLINE = Verdict("headline", "judge/headline")
LINKED = Verdict("related", "judge/links")
OUTSIDE = Verdict("other", "judge/outside")


def verdicts_on(blocks: Sequence[Block], inside: Sequence[bool], view: View, around: Nest) -> list[Verdict]:
    """Return the verdict on each block."""
    weight, links, again, title, summary = (view.columns[AT[name]] for name in READ)
    linked = (links >= LINKS * weight).tolist()
    repeated = ((again > 0) & (weight >= REPEATED_WEIGHT)).tolist()
    titled, summed = (title == 1).tolist(), (summary > 0).tolist()
    verdicts = []
    for at, (block, kept, line) in enumerate(zip(blocks, inside, view.lines, strict=True)):
        label = around.label[block.box]
        if block.rule:
            verdict = Verdict(block.label or "other", block.rule)
        elif block.kind == "caption":
            verdict = CAPTION
        elif kept:
            verdict = STANDFIRST if summed[at] or label == "standfirst" else BODY
            if repeated[at] or not any(map(str.isalnum, block.text)):
                verdict = REPEATED if repeated[at] else WORDLESS
        elif line:
            verdict = Verdict(line, "judge/line")
        elif view.hidden[at]:
            verdict = HIDDEN
        elif titled[at] and block.kind == "heading":
            verdict = HEADLINE
        elif label:
            verdict = Verdict(label, "judge/element" if view.said[block.box].label is None else "judge/name")
        else:
            verdict = LINKED if linked[at] else OUTSIDE
        verdicts.append(verdict)
    return verdicts


READ = ("weight", "links", "again", "title", "summary")
"""What a verdict needs of `steps.traits.COLUMNS`."""


def ask_readability(page: Page, blocks: Sequence[Block], verdicts: list[Verdict]) -> None:
    """Keep what readability takes for the story, where that is more than the judge found."""
    summary = second_opinion(page.text)
    if summary is None:
        return
    windows = windows_of(summary)
    told = [at for at, block in enumerate(blocks) if block.text and tells(windows, block.text)]
    kept = sum(weight(block.text) for block, verdict in zip(blocks, verdicts, strict=True) if verdict.label == "body")
    if sum(weight(blocks[at].text) for at in told) <= max(LITTLE, kept):
        return
    for at in told:
        if verdicts[at].rule in ("judge/outside", "judge/name", "judge/element", "judge/links"):
            verdicts[at] = Verdict("body", "judge/opinion")


def second_opinion(source: str) -> str | None:
    """Return the text that readability finds in a page, or None."""
    from readability import Document

    from newsclean.steps.tree import parse, text_of

    try:
        tree = parse(Document(source).summary(), DEFAULT_LIMITS)
    except Exception:  # a stranger's parser on a page that is odd already; no opinion is no fault
        return None
    return " ".join(text_of(body) for body in tree.iter("body"))


def weight_of_body(weights: Floats, verdicts: Sequence[Verdict]) -> float:
    """Return the weight of the blocks that are kept."""
    return float(weights[[verdict.label == "body" for verdict in verdicts]].sum())

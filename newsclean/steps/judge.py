"""The generic judge: which blocks of an unknown page are its story.

No outlet is known here. Boxes that are boilerplate by their element, their name or their shape are
set aside; the prose that remains is weighed; the story's region is the box that holds nearly all of
it, or the boxes that call themselves the story's. Inside the region a block needs a reason to go,
not one to stay: to lose a reporter's paragraph is the worst fault.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclean.limits import DEFAULT_LIMITS
from newsclean.steps.blocks import is_sentence
from newsclean.steps.hints import plain, tells, windows_of
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.page import Page
from newsclean.steps.phrases import label_of_line
from newsclean.steps.region import (
    LITTLE,
    PROSE,
    Mark,
    View,
    find_headline,
    find_region,
    is_link,
    mark_boxes,
    mark_teasers,
)

RULES: Mapping[str, str] = {
    "judge/body": "part of the story",
    "judge/standfirst": "the summary above the story, kept as part of it",
    "judge/opinion": "kept because readability found it where the judge found next to nothing",
    "judge/outside": "outside the region that holds the story",
    "judge/element": "inside an element that holds no story, such as nav or form",
    "judge/name": "inside a box whose class or id names boilerplate",
    "judge/teasers": "one of several like boxes, each a linked title with a few words",
    "judge/hidden": "not shown to a reader",
    "judge/line": "a fixed phrase of boilerplate",
    "judge/caption": "the words under a picture",
    "judge/headline": "repeats the page's title",
    "judge/links": "nothing but links",
    "judge/repeated": "a paragraph that the page has already had",
    "judge/before": "a short line before the story's first sentence",
    "judge/after": "a short line after the story's last sentence",
}
"""Every rule id that the judge gives, with its meaning."""

RUN = 4
"""Short lines at an end of the region go if there are at most so many; more is a list that belongs to the story."""
SUMMARY_LETTERS = 30
SUMMARY_WORDS = frozenset(("header", "teaser", "author", "meta"))
"""A summary may stand in a box of these names; in other boxes that are set aside it is somebody else's."""


def judge_html(page: Page, labelled: Labelled) -> float | None:
    """Label every block of an HTML page that has no label yet.

    Returns:
        A rough confidence from 0 to 1 that the body is the story, or None for a page without blocks.
    """
    if not labelled.blocks:
        return None
    view = View(page, labelled)
    marks = mark_boxes(view, find_headline(view))
    mark_teasers(view, marks)
    start, end = find_region(view, marks)
    verdicts = [Verdict("other", "judge/outside")] * len(view.blocks)
    judge_region(view, marks, verdicts, start, end)
    keep_standfirst(view, marks, verdicts, start)
    if weight_of_body(view, verdicts) < LITTLE < sum(view.weights):
        ask_readability(view, verdicts)
    given = labelled.verdicts
    given[:] = [old or new for old, new in zip(given, verdicts, strict=True)]
    return confidence(view, verdicts)


# ------------------------------------------------------------------ blocks


def judge_region(view: View, marks: Sequence[Mark | None], verdicts: list[Verdict], start: int, end: int) -> None:
    """Judge the blocks of the region one by one, then the short lines at its ends."""
    seen: set[str] = set()
    for index in range(start, end):
        block = view.blocks[index]
        mark = marks[block.box]
        verdicts[index] = Verdict(mark.label, mark.rule) if mark else judge_block(view, index, seen)
        if verdicts[index].label == "body":
            seen.add(block.text)
    body = [i for i in range(start, end) if verdicts[i].label == "body"]
    solid = [i for i in body if view.weights[i] >= PROSE or is_sentence(view.blocks[i].text)]
    if not solid:
        return
    before = [i for i in body if i < solid[0]]
    after = [i for i in body if i > solid[-1]]
    for i in before:
        if len(before) <= RUN or view.blocks[i].kind == "heading":
            verdicts[i] = Verdict("metadata", "judge/before")
    for i in after if len(after) <= RUN else ():
        verdicts[i] = Verdict("other", "judge/after")


def judge_block(view: View, index: int, seen: set[str]) -> Verdict:
    """Judge one block of the region by itself."""
    block = view.blocks[index]
    if block.kind == "caption":
        return Verdict("caption", "judge/caption")
    line = label_of_line(block.text)
    if line:
        return Verdict(line, "judge/line")
    if is_link(block, 0.8):
        return Verdict("related", "judge/links")
    if block.kind == "heading" and plain(block.text) in view.titles:
        return Verdict("headline", "judge/headline")
    if view.weights[index] > PROSE and block.text in seen:
        return Verdict("other", "judge/repeated")
    return Verdict("body", "judge/body")


def keep_standfirst(view: View, marks: Sequence[Mark | None], verdicts: list[Verdict], start: int) -> None:
    """Take the summary that stands above the region into the body: the block that the page's description repeats.

    Measured: leaving it out costs 0.6 points of F1 on Fundus' pages and gains 0.3 on Scrapinghub's.
    """
    story = view.story.get("description")
    declared = view.page.metadata.meta
    names = ("og:description", "description", "twitter:description")
    texts = [story, *(value for name in names for value in declared.get(name, ()))]
    told = {plain(text) for text in texts if isinstance(text, str) and len(text) > SUMMARY_LETTERS}
    for index in range(start) if told else ():
        block = view.blocks[index]
        mark = marks[block.box]
        if mark and mark.label != "standfirst" and mark.word not in SUMMARY_WORDS:
            continue
        if view.weights[index] > SUMMARY_LETTERS and block.tag != "h1" and not is_link(block, 0.5):
            words = plain(block.text)
            if any(words[:100] == text[:100] or (len(words) > 60 and words in text) for text in told):
                verdicts[index] = Verdict("body", "judge/standfirst")
                return


def ask_readability(view: View, verdicts: list[Verdict]) -> None:
    """Keep what readability takes for the story, where that is more than the judge found."""
    summary = second_opinion(view.page.text)
    if summary is None:
        return
    windows = windows_of(summary)
    told = [i for i, block in enumerate(view.blocks) if view.weights[i] and tells(windows, block.text)]
    if sum(view.weights[i] for i in told) <= max(LITTLE, weight_of_body(view, verdicts)):
        return
    for index in told:
        if verdicts[index].rule in ("judge/outside", "judge/name", "judge/element", "judge/teasers", "judge/links"):
            verdicts[index] = Verdict("body", "judge/opinion")


def second_opinion(source: str) -> str | None:
    """Return the text that readability finds in a page, or None."""
    from readability import Document

    from newsclean.steps.tree import parse, text_of

    try:
        tree = parse(Document(source).summary(), DEFAULT_LIMITS)
    except Exception:  # a stranger's parser on a page that is odd already; no opinion is no fault
        return None
    return " ".join(text_of(body) for body in tree.iter("body"))


def weight_of_body(view: View, verdicts: Sequence[Verdict]) -> int:
    """Return the weight of the blocks that are kept."""
    return sum(weight for weight, verdict in zip(view.weights, verdicts, strict=True) if verdict.label == "body")


def confidence(view: View, verdicts: Sequence[Verdict]) -> float:
    """Return how far to trust the body: enough of it, most of it prose, most of the page's prose in it."""
    body = weight_of_body(view, verdicts)
    prose = sum(p for p, verdict in zip(view.prose, verdicts, strict=True) if verdict.label == "body")
    if not body:
        return 0.0
    share = prose / max(1.0, view.prose_sum[-1])
    return round(min(1.0, body / 1000) * (0.4 + 0.3 * prose / body + 0.3 * min(1.0, share)), 3)

"""The generic judge: which blocks of an unknown page are its story.

No outlet is known here. Boxes that are boilerplate by their element, their name or their shape are
set aside; the prose that remains is weighed; the story's region is the box that holds nearly all of
it, or the boxes that call themselves the story's. Inside the region a block needs a reason to go,
not one to stay: to lose a reporter's paragraph is the worst fault.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsclean.article import Label
from newsclean.limits import DEFAULT_LIMITS
from newsclean.steps.blocks import HEADINGS, Block, Box, is_sentence
from newsclean.steps.hints import (
    TAGS,
    is_story_name,
    label_of_line,
    label_of_name,
    name_of,
    plain,
    tells,
    weigh,
    windows_of,
)  # fmt: skip
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.page import Page

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

PROSE = 80
"""Weight from which a sentence counts as prose."""
SHORT = 300
"""Characters below which a box is small enough to be a byline, a credit or a row of buttons."""
MINOR_SHARE = 0.5
"""A box with more of the page's prose than this is not set aside for its name or element."""
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
SHORT_WORTH = 0.3
"""What a short line counts beside prose: a list of winners has no sentence, and is the story."""
RUN = 4
"""Short lines at an end of the region go if there are at most so many; more is a list that belongs to the story."""
TEASERS = 3
TEASER_PROSE = 400
TEASER_LINK = 20
"""Fewest like boxes, most prose in each, shortest linked title."""
LITTLE = 250
"""A body of less weight is worth a second opinion."""

SUMMARY_LETTERS = 30
SUMMARY_WORDS = frozenset(("header", "teaser", "author", "meta"))
"""A summary may stand in a box of these names; in other boxes that are set aside it is somebody else's."""

Sums = list[float]


class Mark(NamedTuple):
    """What is said of a whole box, by which rule, and the word that said it."""

    label: Label
    rule: str
    word: str


class View:
    """What is worked out of a page once; ``x_sum[b] - x_sum[a]`` is the total of ``blocks[a:b]``."""

    __slots__ = ("blocks", "boxes", "chars_sum", "prose", "prose_sum", "titles", "weights")

    def __init__(self, page: Page, labelled: Labelled) -> None:
        self.blocks: Sequence[Block] = labelled.blocks
        self.boxes: Sequence[Box] = labelled.segments.boxes
        gone = [v is not None and v.label != "body" for v in labelled.verdicts]
        self.weights = [0 if out else weigh(block.text) for block, out in zip(self.blocks, gone, strict=True)]
        self.prose = [prose_of(block, weight) for block, weight in zip(self.blocks, self.weights, strict=True)]
        self.prose_sum = running(self.prose)
        self.chars_sum = running([len(block.text) for block in self.blocks])
        self.titles = titles_of(page)

    def prose_in(self, box: Box) -> float:
        """Return the prose inside a box."""
        return self.prose_sum[box.end] - self.prose_sum[box.start]


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
    start, end = find_region(view, marks, page)
    verdicts = [Verdict("other", "judge/outside")] * len(view.blocks)
    judge_region(view, marks, verdicts, start, end)
    keep_standfirst(view, page, marks, verdicts, start)
    if weight_of_body(view, verdicts) < LITTLE < sum(view.weights):
        ask_readability(view, page, verdicts)
    given = labelled.verdicts
    given[:] = [old or new for old, new in zip(given, verdicts, strict=True)]
    return confidence(view, verdicts)


def running(values: Sequence[float]) -> Sums:
    """Return running totals, beginning with 0."""
    return [0, *accumulate(values)]


def prose_of(block: Block, weight: int) -> int:
    """Return how much prose a block holds: its weight if it reads as running text, else nothing."""
    if weight < PROSE or block.kind in ("heading", "caption", "table", "code") or block.links * 2 > len(block.text):
        return 0
    return weight - block.links if weight >= 3 * PROSE or is_sentence(block.text) else 0


def mass_of(block: Block, weight: int, prose: int) -> float:
    """Return what a block counts when the region is sought: its prose, or a part of a short line's weight."""
    if prose or weight < 15 or block.kind in ("heading", "caption") or block.links * 3 > len(block.text):
        return prose
    return SHORT_WORTH * weight


def titles_of(page: Page) -> frozenset[str]:
    """Return the page's title in all its forms, as plain words."""
    meta = page.metadata
    names = (meta.first("og:title"), meta.first("twitter:title"), meta.title, meta.story().get("headline"))
    return frozenset(plain(name) for name in names if isinstance(name, str) and name)


def find_headline(view: View) -> int | None:
    """Return the place of the headline: a heading that is in the page's title, else the first ``h1``."""
    for index, block in enumerate(view.blocks):
        if block.kind == "heading" and len(block.text) > 8:
            words = plain(block.text)
            if words in view.titles or (len(words) > 20 and any(words in title for title in view.titles)):
                return index
    return next((i for i, block in enumerate(view.blocks) if block.tag == "h1" and len(block.text) > 15), None)


# ------------------------------------------------------------------ boxes


def mark_boxes(view: View, headline: int | None, unheard: frozenset[str] = frozenset()) -> list[Mark | None]:
    """Mark the boxes that are boilerplate by element or name; what is inside one is marked with it.

    A word whose boxes together hold much of the prose is no longer heard, and the boxes are marked anew;
    after a few rounds what remains stands.
    """
    total = max(1.0, view.prose_sum[-1])
    hidden = sum(p for p, block in zip(view.prose, view.blocks, strict=True) if view.boxes[block.box].hidden)
    marks: list[Mark | None] = [None]
    said: dict[str, float] = {}
    for box in view.boxes[1:]:
        mark = marks[box.parent]
        if mark is None and box.start < box.end:
            prose = view.prose_in(box)
            holds_headline = headline is not None and box.start <= headline < box.end
            if box.hidden and hidden <= MINOR_SHARE * total:
                mark = Mark("other", "judge/hidden", "")
            elif prose < (0.2 if holds_headline else MINOR_SHARE) * total or not prose:
                mark = own_mark(view, box, unheard)
            if mark:
                said[mark.word] = said.get(mark.word, 0) + prose
        marks.append(mark)
    loud = {word for word, prose in said.items() if word and prose >= WORD_SHARE * total} - HEARD_AT_ANY_SHARE
    if loud and len(unheard) < 8 and total > 1:
        return mark_boxes(view, headline, unheard | loud)
    return marks


def own_mark(view: View, box: Box, unheard: frozenset[str]) -> Mark | None:
    """Return what a box says of itself."""
    if box.tag in TAGS and box.tag not in unheard:
        return Mark(TAGS[box.tag], "judge/element", box.tag)
    name = name_of(box.element)
    if not name:
        return None
    short = view.chars_sum[box.end] - view.chars_sum[box.start] < SHORT
    said = label_of_name(name, short and HEADINGS.get(box.tag, 1) == 1, unheard)
    return Mark(said[0], "judge/name", said[1]) if said else None


def mark_teasers(view: View, marks: list[Mark | None]) -> None:
    """Mark runs of like siblings that are linked titles with a few words: the front page below the story."""
    groups: dict[tuple[int, str, str], list[int]] = {}
    for index, box in enumerate(view.boxes):
        if index and marks[index] is None and box.tag != "p" and 0 < view.prose_in(box) <= TEASER_PROSE:
            groups.setdefault((box.parent, box.tag, box.element.get("class") or ""), []).append(index)
    found: set[int] = set()
    for members in groups.values():
        if len(members) >= TEASERS and sum(is_teaser(view, view.boxes[m]) for m in members) >= 0.7 * len(members):
            found.update(members)
    rest = view.prose_sum[-1] - sum(view.prose_in(view.boxes[index]) for index in found)
    if not found or rest < NAMED_SHARE * view.prose_sum[-1] + LITTLE:
        return
    teaser = Mark("related", "judge/teasers", "")
    for index, box in enumerate(view.boxes):
        if marks[index] is None and index and (index in found or marks[box.parent] is teaser):
            marks[index] = teaser


def is_teaser(view: View, box: Box) -> bool:
    """Tell whether a box is small and has a line that is one link."""
    if box.end - box.start > 8 or view.prose_in(box) > TEASER_PROSE:
        return False
    return any(b.links >= TEASER_LINK and is_link(b, 0.7) for b in view.blocks[box.start : box.end])


def is_link(block: Block, share: float) -> bool:
    """Tell whether this share of a block's letters is inside links."""
    return block.links > 0 and block.links >= share * (len(block.text) - block.text.count(" "))


# ------------------------------------------------------------------ region


def find_region(view: View, marks: Sequence[Mark | None], page: Page) -> tuple[int, int]:
    """Return the slice of the blocks that holds the story."""
    blocks = zip(view.blocks, view.weights, view.prose, strict=True)
    sums = running([0 if marks[block.box] else mass_of(block, weight, prose) for block, weight, prose in blocks])
    box = view.boxes[descend(view.boxes, sums)]
    start, end = named_region(view, marks, sums)
    named = sums[end] - sums[start]
    if named > LITTLE and named >= NAMED_SHARE * (sums[box.end] - sums[box.start]):
        return start, end
    return declared_region(view, page, box.start, box.end)


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


def named_region(view: View, marks: Sequence[Mark | None], sums: Sums) -> tuple[int, int]:
    """Return the slice from the first to the last of the boxes with the story name that holds most mass."""
    groups: dict[str, list[Box]] = {}
    inside = 0
    for index, box in enumerate(view.boxes):
        if not index or marks[index] or box.start < inside or box.tag in LEAVES or sums[box.end] <= sums[box.start]:
            continue
        name = name_of(box.element)
        if is_story_name(name) or box.element.get("itemprop") == "articleBody":
            groups.setdefault(name, []).append(box)
            inside = box.end
    if not groups:
        return 0, 0
    best = max(groups.values(), key=lambda group: sum(sums[b.end] - sums[b.start] for b in group))
    return best[0].start, best[-1].end


def declared_region(view: View, page: Page, start: int, end: int) -> tuple[int, int]:
    """Return the slice that the page's JSON-LD declares as its story where that lies outside the region found.

    A declared body that is a teaser only, or that the page does not show, is not believed.
    """
    body = page.metadata.story().get("articleBody")
    if not isinstance(body, str) or len(body) < LITTLE:
        return start, end
    windows = windows_of(body)
    told = [i for i, block in enumerate(view.blocks) if view.prose[i] and tells(windows, block.text)]
    mass = sum(view.prose[i] for i in told)
    within = sum(view.prose[i] for i in told if start <= i < end)
    if mass < 0.7 * weigh(body) or within >= 0.5 * mass:
        return start, end
    return told[0], told[-1] + 1


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


def keep_standfirst(view: View, page: Page, marks: Sequence[Mark | None], verdicts: list[Verdict], start: int) -> None:
    """Take the summary that stands above the region into the body: the block that the page's description repeats.

    Measured: leaving it out costs 0.6 points of F1 on Fundus' pages and gains 0.3 on Scrapinghub's.
    """
    story = page.metadata.story().get("description")
    declared = page.metadata.meta
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


def ask_readability(view: View, page: Page, verdicts: list[Verdict]) -> None:
    """Keep what readability takes for the story, where that is more than the judge found."""
    summary = second_opinion(page.text)
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

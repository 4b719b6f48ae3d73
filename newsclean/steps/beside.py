"""What a block says only together with its links, with what stands beside it, or with the elements around it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsclean.article import Label
from newsclean.steps.blocks import Block, Segments, is_sentence

LINK_SHARE = 0.6
"""Share of a block's letters inside links from which it is a link: "Harbour: <the linked headline>"."""

TAKE_CHARS = 240
"""Longest line that ``take_next`` takes; the longest picture text under an "Also Read" seen has 190."""


def is_link(block: Block) -> bool:
    """Tell whether a block is a link, but for a mark or a kicker."""
    return block.links > 0 and block.links >= LINK_SHARE * len("".join(block.text.split()))


def beside_none(unsure: Collection[int], labels: Sequence[Label]) -> list[int]:
    """Return those of the places in doubt that stand at an end, or beside what is no story.

    Args:
        unsure: places of lines that say nothing alone, such as "Share".
        labels: what each line is by all that is known of it alone.
    """

    def is_none(at: int) -> bool:
        return not 0 <= at < len(labels) or at in unsure or labels[at] != "body"

    return [at for at in unsure if is_none(at - 1) or is_none(at + 1)]


def is_title_like(blocks: Sequence[Block], scope: Sequence[int], at: int) -> bool:
    """Tell whether a block reads as a headline: short and no sentence. A question is one if another one follows."""
    text = blocks[scope[at]].text
    if len(text) > TAKE_CHARS or not is_sentence(text):
        return len(text) <= TAKE_CHARS
    following = blocks[scope[at + 1]].text if at + 1 < len(scope) else text
    return text[-1] in "?!" and not is_sentence(following)


FURNITURE_TAGS = frozenset(("button", "label", "legend", "option", "dialog", "summary"))
FURNITURE_BOXES = frozenset(("nav", "form", "footer", "noscript"))
CAPTION_BOXES = frozenset(("figcaption", "caption"))


def structure(segments: Segments, index: int) -> Label:
    """Return what a block is by its elements alone."""
    block, tags, parents = segments.blocks[index], segments.boxes.tags, segments.boxes.parents
    if block.tag in FURNITURE_TAGS or segments.boxes.hidden[block.box]:
        return "other"
    at = block.box
    while at > 0:
        if tags[at] in CAPTION_BOXES:
            return "caption"
        if tags[at] in FURNITURE_BOXES:
            return "navigation"
        at = parents[at]
    return "body"

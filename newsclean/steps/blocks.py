"""What a page is cut into: blocks, the boxes around them, and what makes a run of text one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from newsclean.article import BlockKind, Label


class Block(NamedTuple):
    """A run of text that a reader sees as one unit."""

    text: str
    kind: BlockKind = "paragraph"
    tag: str = "line"
    box: int = 0
    """Index of the innermost box."""
    links: int = 0
    """Characters inside links."""
    level: int | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    time: str | None = None
    start: int | None = None
    """Dumps: place of the first character."""
    end: int | None = None
    marker: str = ""
    """Dumps: the list marker, which stands in `kind` and not in `text`."""
    label: Label | None = None
    """Set only for a plugin's `refine`."""
    rule: str = ""


class Box:
    """An element with a line of its own; its blocks are ``blocks[start:end]``."""

    __slots__ = ("depth", "element", "end", "hidden", "parent", "start", "tag")

    def __init__(self, parent: int, tag: str, element: Any, start: int, depth: int, hidden: bool) -> None:
        self.parent = parent
        self.tag = tag
        self.element = element
        self.start = start
        self.end = start
        self.depth = depth
        self.hidden = hidden


class Segments(NamedTuple):
    """The blocks of a page with the boxes around them. `boxes[0]` is the page itself."""

    blocks: Sequence[Block]
    boxes: Sequence[Box]
    box_of: dict[Any, int]
    """Boxes of the elements that the caller asked for."""


HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BULLETS = frozenset("•◦▪▫‣⁃∙●○■·*-")
MARKER = re.compile(r"(?:[•◦▪▫‣⁃∙●○■·]|[*-](?=\s))\s*")
HEADING_MARK = re.compile(r"(#{1,6})\s+(?=\S)")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
SENTENCE_END = re.compile(r"""[.!?…。．！？।॥؟۔։။][\s"'”’»›」』)\]]*$""")


def hides(element: Any) -> bool:
    """Tell whether an element says of itself that no reader sees it."""
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def is_sentence(text: str) -> bool:
    """Tell whether a run of text ends as a sentence does, in the scripts that mark the end of one."""
    return bool(SENTENCE_END.search(text[-8:]))


def weight(text: str) -> int:
    """Return the length of a text in Latin letters: a Chinese, Japanese or Korean character says as much as three."""
    if text.isascii() or len(text.encode("utf-8", "replace")) < 2 * len(text):  # most are far below: no such text
        return len(text)
    return len(text) + 2 * sum(map(len, _CJK.findall(text)))


def fold(text: str) -> str:
    """Fold white space to single spaces and compose characters (NFC)."""
    folded = " ".join(text.split())
    if not folded.isprintable():
        folded = " ".join(CONTROL.sub("", folded).split())
    return folded if folded.isascii() else unicodedata.normalize("NFC", folded)

"""What a page is cut into: blocks, the boxes around them, and what makes a run of text one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, overload

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


class Box(NamedTuple):
    """An element with a line of its own; its blocks are ``blocks[start:end]``."""

    parent: int
    tag: str
    element: Any
    start: int
    end: int
    hidden: bool


class Boxes(Sequence[Box]):
    """The boxes of a page in document order, kept as columns: a page has hundreds and most are never looked at."""

    __slots__ = ("elements", "ends", "hidden", "parents", "starts", "tags")

    def __init__(self, opened: Iterable[tuple[int, str, Any, int, bool]], ends: list[int]) -> None:
        """Take the boxes as they were opened (parent, tag, element, first block, hidden) and where each ends."""
        columns: Any = zip(*opened, strict=True)
        self.parents: Sequence[int]
        self.tags: Sequence[str]
        self.elements: Sequence[Any]
        self.starts: Sequence[int]
        self.hidden: Sequence[bool]
        self.parents, self.tags, self.elements, self.starts, self.hidden = columns
        self.ends = ends

    def __len__(self) -> int:
        return len(self.parents)

    @overload
    def __getitem__(self, at: int) -> Box: ...
    @overload
    def __getitem__(self, at: slice) -> list[Box]: ...
    def __getitem__(self, at: int | slice) -> Box | list[Box]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        return Box(self.parents[at], self.tags[at], self.elements[at], self.starts[at], self.ends[at], self.hidden[at])


class Segments(NamedTuple):
    """The blocks of a page with the boxes around them. `boxes[0]` is the page itself."""

    blocks: Sequence[Block]
    boxes: Boxes
    box_of: dict[Any, int]
    """Boxes of the elements that the caller asked for."""


HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BULLETS = frozenset("•◦▪▫‣⁃∙●○■·*-")
MARKER = re.compile(r"(?:[•◦▪▫‣⁃∙●○■·]|[*-](?=\s))\s*")
HEADING_MARK = re.compile(r"(#{1,6})\s+(?=\S)")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
ENDS = frozenset(".!?…。．｡！？।॥؟۔։።။។།")
"""What ends a sentence, in the scripts that mark the end of one."""
SENTENCE_END = re.compile(rf"""[{"".join(sorted(ENDS))}][\s"'”’»›」』)\]]*$""")


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

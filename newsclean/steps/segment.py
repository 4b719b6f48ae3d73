"""An HTML page into blocks, in reading order.

One walk over the tree gives a flat list of blocks and a flat list of boxes (elements that start a
line of their own). Blocks come in document order, so what a box holds is a slice of the blocks:
containers, siblings and "what stands before the headline" are list arithmetic, and nothing ever
edits or copies the tree. Dumps are cut by `steps.dump`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Any

from newsclean.article import BlockKind
from newsclean.errors import Rejected
from newsclean.limits import Limits
from newsclean.steps.blocks import (
    BULLETS,
    CONTROL,
    HEADINGS,
    LOOSE,
    MARKER,
    Block,
    Box,
    Segments,
    fold,
    is_sentence,
)
from newsclean.steps.tree import Tree, text_of

SKIP = frozenset(
    "script style template head svg math iframe object embed applet select textarea canvas audio video map datalist"
    " title meta link".split()
)
"""Elements whose text no reader sees as text of the page."""
BLOCKS = frozenset(
    "address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav noscript ol option p"
    " pre section summary table tbody td tfoot th thead tr ul caption".split()
)
INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark nobr picture q rp rt ruby s samp"
    " small source span strike strong sub sup time tt u var wbr input".split()
)
LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))
ITEMS = frozenset(("li", "dd", "dt"))
CELL_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table", "form", "article", "section", "blockquote")
KINDS: dict[str, BlockKind] = {"figcaption": "caption", "caption": "caption"}
BREAK = "\x0b"
"""Stands for ``<br>`` in a run of text: white space to every fold, and no character of a real page."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def segment_html(tree: Tree, limits: Limits, wanted: Collection[Any] = ()) -> Segments:
    """Cut a parsed page into blocks.

    Args:
        wanted: elements that get a box even where they are inline, as a rule names them.

    Raises:
        Rejected: ``too_deep`` or ``too_many_elements``.
    """
    walk = _Walk(limits, wanted)
    for walker in tree.walk():
        walk.run(walker)
    walk.boxes[0].end = len(walk.blocks)
    return Segments(walk.blocks, walk.boxes, walk.box_of)


PARAGRAPH_CHARS = 60
"""Mean length from which lines at single breaks are paragraphs; verse and addresses have shorter ones."""


class _Walk:
    """The state of one walk; lives for one call of `segment_html`."""

    def __init__(self, limits: Limits, wanted: Collection[Any]) -> None:
        self.limits = limits
        self.wanted = wanted
        self.blocks: list[Block] = []
        self.boxes = [Box(-1, "", None, 0, 0, False)]
        self.box_of: dict[Any, int] = {}
        self.at = 0
        self.pieces: list[str] = []
        self.link_pieces: list[str] = []
        self.open_links = 0
        self.lists = self.quotes = 0

    def run(self, walker: Any) -> None:  # noqa: C901  a call an event would cost a tenth of the parse
        """Read one root's elements."""
        depth = elements = 0
        max_depth, max_elements = self.limits.max_depth, self.limits.max_elements
        wanted, pieces = self.wanted, self.pieces
        here: Any = None  # the element of the current box
        for event, element in walker:
            tag = element.tag
            if event == "start":
                depth += 1
                elements += 1
                if depth > max_depth:
                    raise Rejected("too_deep", f"more than {max_depth} elements inside each other")
                if tag in SKIP:
                    walker.skip_subtree()
                    continue
                if (tag not in INLINE and (tag in BLOCKS or "-" in tag)) or (wanted and element in wanted):
                    here = element
                    if self.open(tag, element):
                        walker.skip_subtree()
                        continue
                elif tag == "br":
                    self.line_break()
                elif tag == "a":
                    self.open_links += 1
                text = element.text
            else:
                depth -= 1
                if element is here:
                    self.close()
                    here = self.boxes[self.at].element
                elif tag == "a":
                    self.open_links -= 1
                text = element.tail
            if text and (pieces or not text.isspace()):
                pieces.append(text)
                if self.open_links:
                    self.link_pieces.append(text)
        if pieces:
            self.flush()
        if elements > max_elements:
            raise Rejected("too_many_elements", f"{elements:,} elements; Limits.max_elements is {max_elements:,}")

    def open(self, tag: str, element: Any) -> bool:
        """Begin a box; return True when its content has been read whole and the walk should pass it by."""
        if self.pieces:
            self.flush()
        parent = self.boxes[self.at]
        hidden = parent.hidden or tag == "noscript" or element.get("hidden") is not None
        if not hidden:
            style = element.get("style")
            hidden = style is not None and _HIDDEN.search(style) is not None
        index = len(self.boxes)
        self.boxes.append(Box(self.at, tag, element, len(self.blocks), parent.depth + 1, hidden))
        if element in self.wanted:
            self.box_of[element] = index
        self.at = index
        if tag in LISTS:
            self.lists += 1
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "table" and is_data_table(element):
            self.table(element)
            return True
        elif tag == "pre":
            self.code(element)
            return True
        return False

    def close(self) -> None:
        if self.pieces:
            self.flush()
        box = self.boxes[self.at]
        box.end = len(self.blocks)
        if box.tag in LISTS:
            self.lists -= 1
        elif box.tag == "blockquote":
            self.quotes -= 1
        self.at = box.parent

    def line_break(self) -> None:
        """Note a ``<br>``; the second in a row ends the paragraph."""
        for piece in reversed(self.pieces):
            if piece is BREAK:
                self.flush()
                return
            if not piece.isspace():
                break
        self.pieces.append(BREAK)

    def flush(self) -> None:
        """End the current run of text."""
        raw = "".join(self.pieces) if len(self.pieces) > 1 else self.pieces[0]
        self.pieces.clear()
        links = 0
        if self.link_pieces:
            links = len("".join("".join(self.link_pieces).split()))
            self.link_pieces.clear()
        if raw.isspace():
            return
        for line in split_breaks(raw) if BREAK in raw else (raw,):
            text = fold(line)
            if text:
                self.add(text, min(links, len(text)))
                links = max(0, links - len(text))

    def add(self, text: str, links: int) -> None:
        tag = self.boxes[self.at].tag
        loose = LOOSE.match(text)
        if loose and self.blocks:
            last = self.blocks[-1]
            self.blocks[-1] = last._replace(text=last.text + loose[1])
            text = text[loose.end() :]
            if not text:
                return
        if text[0] in BULLETS and (bullet := MARKER.match(text)) and bullet.end() < len(text):
            body = text[bullet.end() :]
            self.blocks.append(Block(body, "list_item", tag, self.at, links, 1, marker=bullet[0].strip()))
        elif tag in HEADINGS:
            self.blocks.append(Block(text, "heading", tag, self.at, links, HEADINGS[tag]))
        elif self.lists and (tag in ITEMS or self.inside_item()):
            self.blocks.append(Block(text, "list_item", tag, self.at, links, self.lists))
        else:
            kind: BlockKind = "quote" if self.quotes else KINDS.get(tag, "paragraph")
            self.blocks.append(Block(text, kind, tag, self.at, links))

    def inside_item(self) -> bool:
        """Tell whether the current box is the first text of a list item, as in ``<li><p>``."""
        at = self.at
        for _ in range(3):
            box = self.boxes[at]
            if box.tag in ITEMS:
                return box.start == len(self.blocks)
            at = box.parent
            if at < 0:
                break
        return False

    def table(self, element: Any) -> None:
        rows = tuple(row for row in (read_row(tr) for tr in element.iter("tr")) if any(row))
        caption = next((text_of(c) for c in element.iter("caption")), "")
        if caption:
            self.blocks.append(Block(fold(caption), "caption", "caption", self.at))
        if rows:
            text = "\n".join(" | ".join(cell for cell in row if cell) for row in rows)
            links = sum(len(text_of(a)) for a in element.iter("a"))
            self.blocks.append(Block(text, "table", "table", self.at, links, None, rows))

    def code(self, element: Any) -> None:
        lines = [line.rstrip() for line in "".join(element.itertext()).replace("\t", "    ").splitlines()]
        text = CONTROL.sub("", "\n".join(lines).strip("\n"))
        if text.strip():
            self.blocks.append(Block(unicodedata.normalize("NFC", text), "code", "pre", self.at))


def is_data_table(element: Any) -> bool:
    """Tell a table of figures from one that lays out the page.

    Its words must all stand in its cells and caption, so that none is lost, and in one cell each.
    """
    inner = element.iter(*CELL_BLOCKS)
    next(inner, None)  # the table itself
    for blocks, _ in enumerate(inner, 1):
        if blocks > 3:
            return False
    cells = [len(text_of(cell)) for cell in element.iter("td", "th")]
    if len(cells) < 4 or max(cells) > 300:
        return False
    captions = sum(len(text_of(caption)) for caption in element.iter("caption"))
    return sum(cells) + captions >= len(text_of(element).replace(" ", "")) >= sum(cells) // 2


def read_row(tr: Any) -> tuple[str, ...]:
    """Return the cells of a table row."""
    return tuple(fold(text_of(cell)) for cell in tr if cell.tag in ("td", "th"))


def split_breaks(raw: str) -> list[str]:
    """Split a run of text at its single ``<br>`` where they part paragraphs, not lines of verse or an address."""
    lines = [line for line in raw.split(BREAK) if not line.isspace() and line]
    before = lines[:-1]
    if before and all(is_sentence(line) for line in before) and sum(map(len, before)) >= PARAGRAPH_CHARS * len(before):
        return lines
    return [raw]

"""An HTML page into blocks, in reading order.

One walk over the tree gives a flat list of blocks and a flat list of boxes (elements that start a
line of their own). Blocks come in document order, so what a box holds is a slice of the blocks:
containers, siblings and "what stands before the headline" are list arithmetic, and nothing ever
edits or copies the tree. Dumps are cut by `steps.dump`.
"""

from __future__ import annotations

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
    MARKER,
    Block,
    Box,
    Segments,
    fold,
    hides,
    is_sentence,
)
from newsclean.steps.tables import Table, read_table
from newsclean.steps.tree import UNSEEN, Tree, lines_of, text_of

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
KINDS: dict[str, BlockKind] = {"figcaption": "caption", "caption": "caption"}
BREAK = "\x0b"
"""Stands for ``<br>`` in a run of text: white space to every fold, and no character of a real page."""


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
        self.unseen: list[Any] = []
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
                if tag in UNSEEN:
                    walker.skip_subtree()
                    continue
                if (tag not in INLINE and (tag in BLOCKS or "-" in tag)) or (wanted and element in wanted):
                    here = element
                    if self.open(tag, element):
                        walker.skip_subtree()
                        continue
                elif tag == "br":
                    self.line_break()
                elif hides(element):
                    self.unseen.append(element)
                    pieces.append("")
                    walker.skip_subtree()
                    continue
                elif tag == "a":
                    self.open_links += 1
                text = element.text
            else:
                depth -= 1
                if element is here:
                    self.close()
                    here = self.boxes[self.at].element
                elif tag == "a" and self.open_links and not (self.unseen and element is self.unseen[-1]):
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
        hidden = parent.hidden or tag == "noscript" or hides(element)
        index = len(self.boxes)
        self.boxes.append(Box(self.at, tag, element, len(self.blocks), parent.depth + 1, hidden))
        if element in self.wanted:
            self.box_of[element] = index
        self.at = index
        if tag in LISTS:
            self.lists += 1
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "table" and (table := read_table(element)):
            self.table(element, table)
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
            if piece.strip():
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
        for line in split_breaks(raw) if BREAK in raw else (raw,):
            text = fold(line)
            if text:
                self.add(text, min(links, len(text)))
                links = max(0, links - len(text))
        if self.unseen:
            self.hide()

    def hide(self) -> None:
        """Put hidden words of the run into a hidden box behind it: they part no paragraph and are not lost."""
        for element in self.unseen:
            text = fold(text_of(element))
            if text:
                parent = self.boxes[self.at]
                box = Box(self.at, element.tag, element, len(self.blocks), parent.depth + 1, True)
                box.end = box.start + 1
                self.boxes.append(box)
                self.blocks.append(Block(text, "paragraph", element.tag, len(self.boxes) - 1))
        self.unseen.clear()

    def add(self, text: str, links: int) -> None:
        tag = self.boxes[self.at].tag
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

    def table(self, element: Any, table: Table) -> None:
        if table.caption:
            self.blocks.append(Block(table.caption, "caption", "caption", self.at))
        text = "\n".join(" | ".join(cell for cell in row if cell) for row in table.rows)
        links = sum(len(text_of(a)) for a in element.iter("a"))
        self.blocks.append(Block(text, "table", "table", self.at, links, None, table.rows))

    def code(self, element: Any) -> None:
        lines = [line.rstrip() for line in lines_of(element).replace("\t", "    ").splitlines()]
        text = CONTROL.sub("", "\n".join(lines).strip("\n"))
        if text.strip():
            self.blocks.append(Block(unicodedata.normalize("NFC", text), "code", "pre", self.at))


def split_breaks(raw: str) -> list[str]:
    """Split a run of text at its single ``<br>`` where they part paragraphs, not lines of verse or an address."""
    lines = [line for line in raw.split(BREAK) if not line.isspace() and line]
    before = lines[:-1]
    if before and all(is_sentence(line) for line in before) and sum(map(len, before)) >= PARAGRAPH_CHARS * len(before):
        return lines
    return [raw]

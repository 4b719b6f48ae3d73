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
    Boxes,
    Segments,
    fold,
    is_sentence,
)
from newsclean.steps.tables import Table, read_table
from newsclean.steps.tree import UNSEEN, Tree, hides, is_menu, lines_of, text_of

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


UNKNOWN, BOX, UNREAD, BREAKS, LINK = -1, 1, 2, 3, 4
"""What an element does to the text around it; an inline element does nothing: 0."""
_ROLES = {
    **dict.fromkeys(BLOCKS, BOX), **dict.fromkeys(INLINE, 0), **dict.fromkeys(UNSEEN, UNREAD), "br": BREAKS, "a": LINK,
}  # fmt: skip
MENUS = LISTS | {"nav", "footer", "header", "aside"}
NESTING = MENUS | {"blockquote", "table", "pre", "noscript"}
"""Boxes at which the walk does more than note where they begin."""
MENU_LINKS = 12
MENU_CHARS = 40
MENU_SHARE = 0.8
"""A list, header or footer with so many links, so few characters for each and so few outside them is a menu, and is
not walked. Of 913 stories with known text one in a hundred has a list of movers or cities in one."""
STORY_PARTS = ("h1", "article", "main")
"""With one of these inside it an element is no menu, whatever it is called: a header that was never closed."""


def segment_html(tree: Tree, limits: Limits, wanted: Collection[Any] = (), *, seal: bool = False) -> Segments:
    """Cut a parsed page into blocks.

    Args:
        wanted: elements that get a box even where they are inline, as a rule names them.
        seal: menus become one labelled block each, without text; `steps.assemble` reads it if it is asked for.

    Raises:
        Rejected: ``too_deep`` or ``too_many_elements``.
    """
    if (size := tree.size()) > limits.max_elements:
        raise Rejected("too_many_elements", f"{size:,} elements; Limits.max_elements is {limits.max_elements:,}")
    walk = _Walk(limits.max_depth, wanted, seal)
    for walker in tree.walk():
        walk.run(walker)
    walk.ends[0] = len(walk.blocks)
    return Segments(walk.blocks, Boxes(walk.opened, walk.ends), walk.box_of)


PARAGRAPH_CHARS = 60
"""Mean length from which lines at single breaks are paragraphs; verse and addresses have shorter ones."""


class _Walk:
    """The state of one walk; lives for one call of `segment_html`."""

    def __init__(self, max_depth: int, wanted: Collection[Any], seal: bool) -> None:
        self.max_depth = max_depth
        self.wanted = wanted
        self.seal = seal
        self.blocks: list[Block] = []
        self.opened: list[tuple[int, str, Any, int, bool]] = [(-1, "", None, 0, False)]
        """Of each box its parent, tag, element and first block, and whether it is hidden."""
        self.ends = [0]
        self.box_of: dict[Any, int] = {}
        self.at = 0
        self.pieces: list[str] = []
        self.link_pieces: list[str] = []
        self.links = 0
        """Open ``a`` elements."""
        self.hiding = -1
        """The outermost open box that no reader sees."""
        self.unseen: list[Any] = []
        self.lists = self.quotes = 0

    def run(self, walker: Any) -> None:  # noqa: C901  a call an event would cost a tenth of the parse
        """Read one root's elements."""
        depth = links = 0
        max_depth, wanted, pieces, link_pieces = self.max_depth, self.wanted, self.pieces, self.link_pieces
        roles = _ROLES
        here: Any = None  # the element of the current box
        passed: Any = None  # the last element that was passed over
        for event, element in walker:
            tag = element.tag
            role = roles.get(tag, UNKNOWN)
            if event == "start":
                depth += 1
                if role == UNREAD:
                    walker.skip_subtree()
                    continue
                if role == BREAKS:
                    self.line_break()
                else:
                    unseen = hides(element)
                    if role == BOX or (wanted and element in wanted) or (role == UNKNOWN and "-" in tag):
                        if depth > max_depth:
                            break
                        here = element
                        if self.open(tag, element, unseen):
                            walker.skip_subtree()
                            continue
                    elif unseen:
                        self.unseen.append(element)
                        pieces.append("")
                        passed = element
                        walker.skip_subtree()
                        continue
                    elif role == LINK:
                        links += 1
                text = element.text
            else:
                depth -= 1
                if element is here:
                    here = self.close(tag)
                elif role == LINK and element is not passed and links:
                    links -= 1
                text = element.tail
            if text and (pieces or not text.isspace()):
                pieces.append(text)
                if links:
                    link_pieces.append(text)
        if depth > max_depth:
            raise Rejected("too_deep", f"more than {max_depth} elements inside each other")
        if pieces:
            self.flush()

    def open(self, tag: str, element: Any, unseen: bool) -> bool:
        """Begin a box; return True when its content has been read whole and the walk should pass it by."""
        if self.pieces:
            self.flush()
        index = len(self.ends)
        if self.hiding < 0 and (unseen or tag == "noscript"):
            self.hiding = index
        self.opened.append((self.at, tag, element, len(self.blocks), self.hiding >= 0))
        self.ends.append(0)
        self.at = index
        if self.wanted and element in self.wanted:
            self.box_of[element] = index
        return tag in NESTING and self.nest(tag, element)

    def nest(self, tag: str, element: Any) -> bool:
        """Note what the box means for the blocks inside it; return True when its content has been read whole."""
        if self.seal and tag in MENUS and self.menu(tag, element):
            return True
        if tag in LISTS:
            self.lists += 1
        elif tag == "blockquote":
            self.quotes += 1
        elif tag == "table":
            table = read_table(element)
            if table:
                self.table(element, table)
            return table is not None
        elif tag == "pre":
            self.code(element)
            return True
        elif tag == "noscript":  # markup in it that was escaped is text to the parser, and to no reader
            return len(element) == 0 and (element.text or "").lstrip().startswith("<")
        return False

    def close(self, tag: str) -> Any:
        """End the current box; return the element of the one around it."""
        if self.pieces:
            self.flush()
        at = self.at
        self.ends[at] = len(self.blocks)
        if tag in LISTS:
            self.lists -= 1
        elif tag == "blockquote":
            self.quotes -= 1
        if at == self.hiding:
            self.hiding = -1
        self.at = around = self.opened[at][0]
        return self.opened[around][2]

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
        pieces = self.pieces
        raw = "".join(pieces) if len(pieces) > 1 else pieces[0]
        pieces.clear()
        links = 0
        if self.link_pieces:
            links = len("".join("".join(self.link_pieces).split()))
            self.link_pieces.clear()
        if BREAK in raw:
            for line in split_breaks(raw):
                if text := fold(line):
                    self.add(text, min(links, len(text)))
                    links = max(0, links - len(text))
        elif text := fold(raw):
            self.add(text, links)
        if self.unseen:
            self.hide()

    def hide(self) -> None:
        """Put hidden words of the run into a hidden box behind it: they part no paragraph and are not lost."""
        for element in self.unseen:
            text = fold(text_of(element))
            if text:
                at = len(self.blocks)
                self.opened.append((self.at, element.tag, element, at, True))
                self.ends.append(at + 1)
                self.blocks.append(Block(text, "paragraph", element.tag, len(self.ends) - 1))
        self.unseen.clear()

    def add(self, text: str, links: int) -> None:
        at = self.at
        tag = self.opened[at][1]
        kind: BlockKind = "paragraph"
        level: int | None = None
        if text[0] in BULLETS and (bullet := MARKER.match(text)) and bullet.end() < len(text):
            body = text[bullet.end() :]
            self.blocks.append(Block(body, "list_item", tag, at, links, 1, marker=bullet[0].strip()))
            return
        if tag in HEADINGS:
            kind, level = "heading", HEADINGS[tag]
        elif self.lists and (tag in ITEMS or self.inside_item()):
            kind, level = "list_item", self.lists
        elif self.quotes:
            kind = "quote"
        elif tag in KINDS:
            kind = KINDS[tag]
        self.blocks.append(Block(text, kind, tag, at, links, level))

    def inside_item(self) -> bool:
        """Tell whether the current box is the first text of a list item, as in ``<li><p>``."""
        at = self.at
        for _ in range(3):
            parent, tag, _, start, _ = self.opened[at]
            if tag in ITEMS:
                return start == len(self.blocks)
            at = parent
            if at < 0:
                break
        return False

    def menu(self, tag: str, element: Any) -> bool:
        """Pass over a menu as one block; return False for anything else."""
        if (
            not is_menu(element, MENU_LINKS, MENU_CHARS, MENU_SHARE)
            or next(element.iter(*STORY_PARTS), None) is not None
        ):
            return False
        if self.wanted and any(inner in self.wanted for inner in element.iter()):
            return False
        if tag in LISTS:
            self.lists += 1  # as `close` takes it off
        self.blocks.append(Block("", "paragraph", tag, self.at, label="navigation", rule=MENU_RULE))
        return True

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


MENU_RULE = "judge/menu"


def split_breaks(raw: str) -> list[str]:
    """Split a run of text at its single ``<br>`` where they part paragraphs, not lines of verse or an address."""
    lines = [line for line in raw.split(BREAK) if not line.isspace() and line]
    before = lines[:-1]
    if before and all(is_sentence(line) for line in before) and sum(map(len, before)) >= PARAGRAPH_CHARS * len(before):
        return lines
    return [raw]

"""Tables of figures, told from tables that lay out a page, and read cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from newsclean.steps.blocks import fold
from newsclean.steps.tree import hides, text_of

MIN_CELLS = 4
MAX_CELL_CHARS = 300
"""A cell of figures or names is short; a longer one holds paragraphs, and the table lays them out."""
MAX_CELL_BLOCKS = 3
"""Paragraphs and lists inside the cells: a few stand in tables of figures too."""
LAYOUT = ("table", "form", "article", "section", "blockquote", "h1", "h2", "h3", "h4", "noscript")
"""Elements that no table of figures holds."""
CELL_BLOCKS = ("p", "div", "ul", "ol")
GROUPS = frozenset(("thead", "tbody", "tfoot"))


class Table(NamedTuple):
    """The words of a table, each in one place."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


def read_table(element: Any) -> Table | None:
    """Return a table of figures; None for one that lays out the page.

    Its words must all stand in its caption and its cells, in order, so that none is lost and none comes twice.
    """
    if holds_layout(element):
        return None
    caption = next((fold(text_of(child)) for child in element if child.tag == "caption"), "")
    rows = tuple(cells for cells in (read_row(row) for row in rows_of(element)) if any(cells))
    cells = [cell for row in rows for cell in row]
    if len(cells) < MIN_CELLS or max(map(len, cells)) > MAX_CELL_CHARS:
        return None
    if letters(caption, *cells) != letters(fold(text_of(element))):
        return None
    return Table(caption, rows)


def holds_layout(table: Any) -> bool:
    """Tell whether a table holds what only a layout does, or something that no reader sees."""
    if len(list(islice(table.iter(*LAYOUT), 2))) > 1:  # the first is the table itself
        return True
    if len(list(islice(table.iter(*CELL_BLOCKS), MAX_CELL_BLOCKS + 1))) > MAX_CELL_BLOCKS:
        return True
    return any(hides(node) for node in table.iter())


def rows_of(table: Any) -> Iterator[Any]:
    """Yield the rows of a table, not those of a table inside it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in GROUPS:
            yield from (row for row in child if row.tag == "tr")


def read_row(row: Any) -> tuple[str, ...]:
    """Return the cells of a row."""
    return tuple(fold(text_of(cell)) for cell in row if cell.tag in ("td", "th"))


def letters(*texts: str) -> str:
    """Return the characters of some texts without white space."""
    return "".join("".join(text.split()) for text in texts)

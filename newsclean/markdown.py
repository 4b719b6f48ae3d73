"""A record as Markdown: CommonMark, tables as GitHub writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.article import Article, Block

# What would turn running text into markup. Underscores inside words and single # or > inside a line do not.
_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w{1,31};)")
_LINE_START = re.compile(
    r"^(?:#(?=#{0,5}(?: |$))|>|[-+](?= )|-(?=[- ]*$)|=(?==*$)|~(?=~~))|^(\d+)(?=[.)](?: |$))", re.M
)
_CLOSING = re.compile(r"(?<= )#(?=#*$)")
"""Number signs at the end of a heading, which Markdown would take for its closing mark."""


def render(article: Article) -> str:
    """Return headline, standfirst and body as Markdown; ends with one line break."""
    parts = []
    if article.title:
        parts.append(heading(1, article.title))
    if article.subtitle:
        parts.append(f"*{escape(article.subtitle)}*")
    previous: Block | None = None
    for block in article.blocks:
        text = write(block)
        if previous and previous.kind == block.kind == "list_item":
            parts[-1] += "\n" + text
        else:
            parts.append(text)
        previous = block
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Return text that Markdown shows as it is."""
    text = _SPECIAL.sub(lambda hit: "\\" + hit[0], text)
    return _LINE_START.sub(lambda hit: hit[0] + "\\" if hit[1] else "\\" + hit[0], text)


def heading(level: int, text: str) -> str:
    """Return a heading."""
    return f"{'#' * level} " + _CLOSING.sub(r"\\#", escape(text))


def write(block: Block) -> str:
    """Return one block as Markdown."""
    match block.kind:
        case "heading":
            return heading(min(6, max(2, block.level or 2)), block.text)
        case "list_item":
            return f"{'  ' * max(0, (block.level or 1) - 1)}- {escape(block.text)}"
        case "quote" | "pull_quote":
            return "> " + escape(block.text)
        case "code":
            fence = "```" if "```" not in block.text else "`" * (1 + max(map(len, re.findall("`+", block.text))))
            return f"{fence}\n{block.text}\n{fence}"
        case "table":
            return table(block.rows or ((block.text,),))
        case "live_entry" if block.time:
            return f"**{block.time}** {escape(block.text)}"
        case _:
            return escape(block.text)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table; the first row is its head, short rows are filled up."""
    width = max(map(len, rows))
    lines = []
    for at, row in enumerate(rows):
        cells = [escape(cell).replace("|", "\\|").replace("\n", " ") for cell in row]
        lines.append("| " + " | ".join(cells + [""] * (width - len(row))) + " |")
        if at == 0:
            lines.append("|" + " --- |" * width)
    return "\n".join(lines)

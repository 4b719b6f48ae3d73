"""An already extracted text into blocks: its lines, hard-wrapped ones joined first."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from newsclean.article import BlockKind
from newsclean.steps.blocks import HEADING_MARK, MARKER, Block, Boxes, Segments, fold, is_sentence

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_DATE_PREFIX = re.compile(r"(?:[ \t]date \d{4}-\d\d-\d\d(?=\s))+")
"""An artefact of a dumping program, seen on dumps of many outlets: the day stands before the first line's text."""


class _Line(NamedTuple):
    start: int
    end: int
    after_blank: bool


def segment_text(text: str) -> Segments:
    """Cut a dump into blocks; `start` and `end` are places in the dump."""
    blocks: list[Block] = []
    lines = read_lines(text)
    if lines and (prefix := _DATE_PREFIX.match(text)):
        blocks.append(Block(fold(prefix[0]), tag="prefix", start=prefix.start(), end=prefix.end()))
        lines[0] = lines[0]._replace(start=prefix.end())
    for line in join_wrapped(text, lines):
        add_line(blocks, text, line)
    boxes = Boxes()
    boxes.add(-1, "", None, 0, len(blocks), False)
    return Segments(blocks, boxes, {})


def read_lines(text: str) -> list[_Line]:
    """Return the lines that hold something, without the white space around them."""
    out: list[_Line] = []
    last = 0
    for hit in _LINE.finditer(text):
        line = hit[0]
        start = hit.start() + len(line) - len(line.lstrip())
        end = hit.end() - (len(line) - len(line.rstrip()))
        if start < end:
            out.append(_Line(start, end, text.count("\n", last, start) > 1))
            last = end
    return out


def join_wrapped(text: str, lines: list[_Line]) -> list[_Line]:
    """Join the lines of a hard-wrapped dump into paragraphs; others are returned as they are.

    A dump is hard-wrapped if nearly all lines that another follows directly have about the same
    length and most of them stop inside a sentence.
    """
    followed = [a for a, b in pairwise(lines) if not b.after_blank]
    if len(followed) < 6:
        return lines
    width = max(line.end - line.start for line in lines)
    full = [line for line in followed if line.end - line.start >= 0.75 * width]
    open_ended = [line for line in full if not is_sentence(text[line.start : line.end])]
    if not 40 <= width <= 120 or len(full) < 0.8 * len(followed) or len(open_ended) < 0.6 * len(full):
        return lines
    out: list[_Line] = []
    for line in lines:
        if out and not line.after_blank and not MARKER.match(text, line.start):
            out[-1] = out[-1]._replace(end=line.end)
        else:
            out.append(line)
    return out


def add_line(blocks: list[Block], text: str, line: _Line) -> None:
    """Append one line as a block."""
    start, end = line.start, line.end
    kind: BlockKind = "paragraph"
    level, marker = None, ""
    if (bullet := MARKER.match(text, start, end)) and bullet.end() < end:
        kind, marker, level = "list_item", bullet[0].strip(), 1
    elif bullet := HEADING_MARK.match(text, start, end):
        kind, marker, level = "heading", bullet[1], len(bullet[1])
    body = fold(text[bullet.end() if marker and bullet else start : end])
    if body:
        blocks.append(Block(body, kind, "line", 0, 0, level, None, None, start, end, marker))

"""An already extracted text into blocks: its lines, hard-wrapped ones joined first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from newsclean.article import BlockKind
from newsclean.steps.blocks import BULLETS, HEADING_MARK, MARKER, Block, Boxes, Segments, fold, is_sentence

_BREAKS = r"\r\n\u2028\u2029\x0b\x0c\x85"
_LINE = re.compile(rf"[^\S{_BREAKS}]*(\S(?:[^{_BREAKS}]*\S)?)")
"""A line with its indent; the group is what it holds."""
_MARKS = BULLETS | {"#"}
_DATE_PREFIX = re.compile(r"(?:[ \t]date \d{4}-\d\d-\d\d(?=\s))+")
"""An artefact of a dumping program, seen on dumps of many outlets: the day stands before the first line's text."""


WIDTHS = range(40, 121)
"""Columns of hard-wrapped text: programs wrap at 40 (old mail) to 120."""
FULL = 0.75
"""A wrapped line fills so much of the width, or its paragraph's next word would have stood on it."""
WRAPPED_LINES = 6
"""Lines from which a whole dump can be called hard-wrapped."""
_HYPHENS = "-\u2010\u00ad"


class _Line(NamedTuple):
    start: int
    end: int
    after_blank: bool
    indent: int = 0


def segment_text(text: str) -> Segments:
    """Cut a dump into blocks; `start` and `end` are places in the dump."""
    blocks: list[Block] = []
    lines = read_lines(text)
    if lines and (prefix := _DATE_PREFIX.match(text)):
        blocks.append(Block(fold(prefix[0]), tag="prefix", start=prefix.start(), end=prefix.end()))
        lines[0] = lines[0]._replace(start=prefix.end())
    for line in join_wrapped(text, lines):
        add_line(blocks, text, line)
    boxes = Boxes([(-1, "", None, 0, False)], [len(blocks)])
    return Segments(blocks, boxes, {})


def read_lines(text: str) -> list[_Line]:
    """Return the lines that hold something, without the white space around them."""
    out: list[_Line] = []
    last = 0
    for hit in _LINE.finditer(text):
        begin, (start, end) = hit.start(), hit.span(1)
        out.append(_Line(start, end, begin - last > 1 and text.count("\n", last, begin) > 1, start - begin))
        last = end
    return out


def join_wrapped(text: str, lines: list[_Line]) -> list[_Line]:
    """Join hard-wrapped lines into paragraphs; others are returned as they are.

    A dump is hard-wrapped if nearly all lines that another follows directly have about the same length and most of
    them stop inside a sentence. In one that is not, a single paragraph can be: then its lines also begin with small
    letters, which headlines below each other do not.
    """
    if len(lines) < 2:
        return lines
    whole = len(lines) > WRAPPED_LINES and is_wrapped(text, lines)
    if not whole and sum(text[line.start].islower() for line in lines) < 2:  # so no paragraph of it is
        return lines
    out: list[_Line] = []
    for paragraph in paragraphs(text, lines):
        joined = len(paragraph) > 1 and (whole or is_wrapped_alone(text, paragraph))
        out += [paragraph[0]._replace(end=paragraph[-1].end)] if joined else paragraph
    return out


def paragraphs(text: str, lines: list[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines between blank lines, list marks and indents."""
    paragraph: list[_Line] = []
    for line in lines:
        starts = line.after_blank or bullet_of(text, line) is not None
        if paragraph and (starts or line.indent > paragraph[-1].indent + 1):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def is_wrapped(text: str, lines: list[_Line]) -> bool:
    """Tell whether lines that others follow are full and stop inside sentences."""
    width = max([line.end - line.start for line in lines])
    if width not in WIDTHS:
        return False
    followed = [a for a, b in pairwise(lines) if not b.after_blank]
    full = [line for line in followed if line.end - line.start >= FULL * width]
    open_ended = [line for line in full if not is_sentence(text[line.start : line.end])]
    many = len(followed) >= WRAPPED_LINES and len(full) >= 0.8 * len(followed)
    return many and len(open_ended) >= 0.6 * len(full)


def is_wrapped_alone(text: str, lines: list[_Line]) -> bool:
    """Tell whether the lines between two blank lines are one hard-wrapped paragraph."""
    width = max(line.end - line.start for line in lines)
    if len(lines) < 3 or width not in WIDTHS:
        return False
    small = sum(text[line.start].islower() for line in lines[1:])
    return small >= 0.6 * (len(lines) - 1) and all(line.end - line.start >= FULL * width for line in lines[:-1])


def unwrap(text: str, start: int, end: int) -> str:
    """Return a paragraph's words on one line, words that a line's end parted put together again.

    The hyphen goes where the dump has the word without it elsewhere, or where it is a soft one; elsewhere it may
    belong to the word, and only the white space goes.
    """
    piece = text[start:end]
    if piece.isprintable() and "  " not in piece and piece[:1] != " ":  # no white space to fold
        return piece if piece.isascii() else normalize("NFC", piece)
    if "\n" not in piece or not any(hyphen in piece for hyphen in _HYPHENS):
        return fold(piece)

    def mend(hit: re.Match[str]) -> str:
        head, hyphen, tail = hit.groups()
        plain = head + tail
        known = hyphen == "\u00ad" or re.search(rf"\b{re.escape(plain)}\b", text) is not None
        return plain if known else head + hyphen + tail

    return fold(_PARTED.sub(mend, piece))


_PARTED = re.compile(rf"\b([^\W\d_]{{2,}})([{_HYPHENS}])[ \t]*\r?\n\s*([^\W\d_]+)")


def bullet_of(text: str, line: _Line) -> re.Match[str] | None:
    """Return the mark of a list or a heading that a line begins with."""
    if text[line.start] not in _MARKS:
        return None
    return MARKER.match(text, line.start) or HEADING_MARK.match(text, line.start)


def add_line(blocks: list[Block], text: str, line: _Line) -> None:
    """Append one line as a block."""
    start, end = line.start, line.end
    if text[start] not in _MARKS:
        body = unwrap(text, start, end)
        if body and "](" not in body:
            blocks.append(Block(body, "paragraph", "line", 0, 0, None, None, None, start, end))
            return
    kind: BlockKind = "paragraph"
    level, marker = None, ""
    if (bullet := bullet_of(text, line)) and bullet.end() < end:
        if bullet[0][0] == "#":
            kind, marker, level = "heading", bullet[1], len(bullet[1])
        else:
            kind, marker, level = "list_item", bullet[0].strip(), 1
    body = unwrap(text, bullet.end() if marker and bullet else start, end)
    targets: list[str] = []
    if "](" in body:
        body = without_links(body, targets)
    if body:
        blocks.append(Block(body, kind, "line", 0, 0, level, None, None, start, end, marker))
    blocks += [Block(target, tag=LINK_TAG, start=start, end=end) for target in targets]


LINK_TAG = "link"
"""Tag of a block that holds what Markdown writes around the words of a link."""
_LINK = re.compile(
    r"""(!?)\[([^\[\]\n]*)\](\(<?(?:https?://|mailto:|[/#])[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*>?(?:\s+"[^"\n]*")?\))"""
)
"""A link or a picture of Markdown: bang, words, target."""


def without_links(body: str, targets: list[str]) -> str:
    """Return a line with the words of its links alone; add to `targets` what stood around them, and whole pictures."""

    def take(hit: re.Match[str]) -> str:
        bang, words, target = hit.groups()
        targets.append(hit[0] if bang else f"[]{target}")
        return "" if bang else words

    return fold(_LINK.sub(take, _LINK.sub(take, body)))  # twice: a picture may be the words of a link

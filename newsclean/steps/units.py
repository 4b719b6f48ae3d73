"""Lines into units: what a judge of dumps can keep or cut apart from what stands beside it.

Most lines are one unit. Dumping programs that know no blocks (lxml's ``text_content``, a tag stripper) glue the
words of neighbouring elements: ``HomeNewsSportThe mayor said on Friday``. Such a line is cut at its seams and at its
sentences, and so is a whole story on one line.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.model.line_chars import codes_of
from newsclean.steps.blocks import Block

_LOWER, _UPPER = "a-zß-öø-ÿœšžăąćčďęěğıłńňőřśşťůźżα-ωа-яё", "A-ZÀ-ÖØ-ÞŒŠŽĄĆČĎĘĚĞİŁŃŇŐŘŚŞŤŮŹŻΑ-ΩА-ЯЁ"
SEAM = re.compile(
    rf"(?<=[{_LOWER}][{_LOWER}])(?=[{_UPPER}])"
    rf"|(?<=[{_LOWER})”\"’%][.!?…])(?=[{_UPPER}“\"‘])"
    rf"|(?<=[{_LOWER}][.!?][”\"’'])(?=[{_UPPER}])"
    rf"|(?<=[\d)\]”])(?=[{_UPPER}][{_LOWER}])"
)
"""Where two elements were glued: a capital right behind a small letter, a digit, a bracket or a sentence's end."""
_SIDES = (rf"[{_LOWER}\d.!?…)\]”\"’']", r"[.!?…]", f"[{_UPPER}]", '[“"‘]')
"""What may stand before a seam and, in the same order, behind it."""
SENTENCE = re.compile(rf"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[{_UPPER}\d])|[。！？।॥؟](?:[\"'”’»」』)\]]*)\s*")
"""Behind a sentence, in the scripts that mark the end of one."""
_BREAK = re.compile("\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
SEAMS = 2
"""So many seams make a glued line; one may be a name such as YouTube."""
LONG_CHARS = 1200
"""A longer line is cut into sentences: 99 in 100 paragraphs of the corpus' stories are shorter."""


def cut_points(text: str, maybe: Sequence[int]) -> list[int]:
    """Return where the units of a line begin; ``[0]`` for a line that is one unit.

    Args:
        maybe: the places that may be seams.
    """
    seams = [at for at in maybe if SEAM.match(text, at)]
    if len(seams) < SEAMS:
        seams = []
    if not seams and len(text) <= LONG_CHARS:
        return [0]
    points = {0, *seams, *(hit.end() for hit in SENTENCE.finditer(text))}
    points.discard(len(text))
    return sorted(points)


@cache
def _sides() -> NDArray[np.uint8]:
    """Return for each character of the Basic Multilingual Plane which of `_SIDES` it is, as bits."""
    table = np.zeros(0x10000, np.uint8)
    for bit, side in enumerate(_SIDES):
        table[[hit.start() for hit in re.finditer(side, "".join(map(chr, range(0x10000))))]] |= 1 << bit
    return table


def to_be_cut(texts: Sequence[str]) -> dict[int, list[int]]:
    """Return the lines that may be several units, long ones and those with what may be seams, and where these are.

    All lines, at least one, are looked at as one string. Few of them are worth the closer look of `cut_points`.
    """
    joined = "\n".join(texts)
    sides = _sides()[np.minimum(codes_of(joined), 0xFFFF)]
    seams = np.flatnonzero(sides[:-1] & (sides[1:] >> 2))
    sizes = np.fromiter(map(len, texts), np.int64, len(texts))
    ends = np.cumsum(sizes + 1)
    upto = np.searchsorted(seams, ends)
    many = np.diff(upto, prepend=0) >= SEAMS
    found: dict[int, list[int]] = {}
    for i in np.flatnonzero(many | (sizes > LONG_CHARS)).tolist():
        start = int(ends[i] - sizes[i] - 1)
        found[i] = (seams[upto[i - 1] if i else 0 : upto[i]] + 1 - start).tolist()
    return found


class Line(NamedTuple):
    """A line of a dump as the judge sees it."""

    text: str
    gap: int = 2
    """Line breaks before it, at most 2: a blank line."""
    listed: bool = False
    """Part of a list, a table or code."""


def read(text: str, blocks: Sequence[Block]) -> list[Line]:
    """Return the blocks of a dump as lines."""
    lines: list[Line] = []
    last = 0
    for block in blocks:
        start, end = block.start or 0, block.end or 0
        lines.append(Line(block.text, gap(text, last, start), is_listed(block, block.text)))
        last = end
    return lines


def gap(text: str, start: int, end: int) -> int:
    """Return how many line breaks stand between two places of a dump; 2 for more."""
    between = text[start:end]
    if between == "\n":
        return 1
    if between == "\n\n":
        return 2
    return min(2, len(_BREAK.findall(between)))


def is_listed(block: Block, text: str) -> bool:
    """Tell a part of a list, a table or code by its kind or by what is left of its text."""
    return block.kind in ("list_item", "table", "code") or " | " in text


class Unit(NamedTuple):
    """A piece of a line; `start` and `end` are places in the line's text."""

    text: str
    line: int
    start: int
    end: int
    gap: int
    """Line breaks before it; 0 inside a line."""
    listed: bool


def units_of(lines: Sequence[Line], whole: Container[str] = ()) -> list[Unit]:
    """Cut lines into units, in reading order; those of which the text is in `whole` are known to be one each."""
    units: list[Unit] = []
    asked = [at for at, line in enumerate(lines) if line.text not in whole]
    unknown = to_be_cut([lines[at].text for at in asked]) if asked else {}
    maybe = {asked[at]: places for at, places in unknown.items()}
    for at, (text, gap, listed) in enumerate(lines):
        points = cut_points(text, maybe[at]) if at in maybe else ()
        if len(points) < 2:
            units.append(Unit(text, at, 0, len(text), gap, listed))
            continue
        for start, end in zip(points, [*points[1:], len(text)], strict=True):
            units.append(Unit(text[start:end].strip(), at, start, end, 0 if start else gap, listed))
    return units

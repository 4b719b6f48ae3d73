"""The generic judge for dumps: which lines of an unknown outlet are the story.

Careful before clever: a dump in which no line is known furniture is kept whole. Where one is, a page
was dumped with all its furniture: the story is then the run of lines with most prose. The judge is
run on its own result until nothing more goes, so that cleaning an article's own text changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsclean.steps.blocks import is_sentence, weight
from newsclean.steps.label import NOTICE_RULE, PREFIX_RULE, Labelled, Verdict
from newsclean.steps.phrases import LINE_CHARS, LINK_HEADS, is_menu_line, key_of_line, sure_line

PROSE_CHARS = 80
"""A line this long is prose even without a sentence end; headlines in menus are shorter."""
SHORT_CHARS = 60
RUN = 4
"""This many short lines in a row, none of them a sentence or a list item, are a menu or a rail."""
MENU_WORDS = 2
"""Different words of menus that make a row one; a single one may be a price table's "Privacy"."""
SHORT_COST = -40
"""What a short line costs a run, in characters of prose: about half a paragraph."""

RULES = {
    "lines/prose": "part of the story",
    "lines/notice": "a line that is boilerplate by its words, wherever it stands",
    "lines/links": "a heading of related links, and the bare lines below it",
    "lines/menu": "one of several short lines in a row, some of them words of menus",
    "lines/before": "before the story's run of lines, in a dump of a whole page",
    "lines/after": "after the story's run of lines, in a dump of a whole page",
}
"""Rule ids and what they mean."""
PROSE, LINKS = Verdict("body", "lines/prose"), Verdict("related", "lines/links")
MENU, BEFORE, AFTER = (
    Verdict("navigation", "lines/menu"),
    Verdict("navigation", "lines/before"),
    Verdict("other", "lines/after"),
)


class Line(NamedTuple):
    """A line as the judge sees it; `listed` lines are parts of a list, a table or code."""

    text: str
    listed: bool


def judge_text(labelled: Labelled) -> float | None:
    """Label every line that has no label yet; return a rough confidence, 0 to 1."""
    lines = {i: line_of(labelled, i) for i, verdict in enumerate(labelled.verdicts) if verdict is None}
    seen = any(verdict is not None and verdict.rule != PREFIX_RULE for verdict in labelled.verdicts)
    for index, verdict in furniture(lines, dump=True, seen=seen).items():
        labelled.verdicts[index] = verdict
    left = [line for index, line in lines.items() if labelled.verdicts[index] is None]
    labelled.mark(0, len(labelled.blocks), PROSE)
    whole = sum(len(line.text) for line in left)
    return round(sum(len(line.text) for line in left if is_prose(line)) / whole, 3) if whole else None


def reread(labelled: Labelled) -> None:
    """Take what is furniture by its words out of the body of a page.

    A dump in which no word speaks of furniture is kept whole, so the text of the article comes out of a second
    cleaning as it went in.
    """
    lines = {i: line_of(labelled, i) for i in labelled.body()}
    for index, verdict in furniture(lines, dump=False).items():
        labelled.verdicts[index] = verdict


def line_of(labelled: Labelled, index: int) -> Line:
    """Return a block as a line."""
    text, kind = labelled.kept(index), labelled.blocks[index].kind
    return Line(text, kind in ("list_item", "table", "code") or " | " in text)


def furniture(lines: dict[int, Line], *, dump: bool, seen: bool = False) -> dict[int, Verdict]:
    """Return the lines to leave out with their verdicts; run until nothing more goes.

    Args:
        dump: known furniture is taken as a sign of more around it, which has no known words: a whole page was dumped.
        seen: a platform's rules have found such furniture already.
    """
    gone = around(lines) if seen else {}
    left = {i: line for i, line in lines.items() if i not in gone}
    while more := known(left):
        left = {i: line for i, line in left.items() if i not in more}
        if dump:
            more |= around(left)
            left = {i: line for i, line in left.items() if i not in more}
        gone |= more
    return gone


def known(lines: dict[int, Line]) -> dict[int, Verdict]:
    """Return the lines that are furniture by their words, and the menus that several of them name."""
    gone = notices(lines)
    for row in menus({i: line for i, line in lines.items() if i not in gone}):
        if len({key_of_line(lines[i].text) for i in row if is_menu_line(lines[i].text)}) >= MENU_WORDS:
            gone |= dict.fromkeys(row, MENU)
    return gone


def around(lines: dict[int, Line]) -> dict[int, Verdict]:
    """Return the lines outside the story's run, and the menus inside it."""
    rows = {index for row in menus(lines) for index in row}
    prose = [at for at, line in enumerate(lines.values()) if is_prose(line)]
    order = list(lines)
    outer = set(order[: prose[0]] + order[prose[-1] + 1 :]) if prose else set()
    if not outer & rows:
        return {}
    start, end = best_run(lines, rows)
    gone = dict.fromkeys(order[:start], BEFORE) | dict.fromkeys(order[end:], AFTER)
    return gone | dict.fromkeys((i for i in order[start:end] if i in rows), MENU)


def notices(lines: dict[int, Line]) -> dict[int, Verdict]:
    """Return the lines that are known furniture by their words."""
    gone: dict[int, Verdict] = {}
    under_links = False
    for index, (text, _) in lines.items():
        if len(text) > LINE_CHARS:
            under_links = False
        elif LINK_HEADS.fullmatch(text):
            gone[index], under_links = LINKS, True
        elif under_links and not is_sentence(text):
            gone[index] = LINKS
        else:
            under_links = False
            if label := sure_line(text):
                gone[index] = Verdict(label, NOTICE_RULE)
    return gone


def is_prose(line: Line) -> bool:
    """Tell whether a line reads as running text."""
    size = weight(line.text)
    return size >= PROSE_CHARS or (size >= SHORT_CHARS / 2 and is_sentence(line.text))


def menus(lines: dict[int, Line]) -> Iterator[list[int]]:
    """Yield the rows of `RUN` or more short lines."""
    row: list[int] = []
    for index, line in lines.items():
        if not line.listed and weight(line.text) < SHORT_CHARS and not is_sentence(line.text):
            row.append(index)
            continue
        if len(row) >= RUN:
            yield row
        row = []
    if len(row) >= RUN:
        yield row


def best_run(lines: dict[int, Line], rows: set[int]) -> tuple[int, int]:
    """Return start and end of the run of lines with the largest sum: prose counts for, menus count against."""
    best = total = start = 0
    span = (0, len(lines))
    for at, (index, line) in enumerate(lines.items()):
        if total <= 0:
            total, start = 0, at
        total += weight(line.text) if is_prose(line) else SHORT_COST if index in rows else 0
        if total > best:
            best, span = total, (start, at + 1)
    return span

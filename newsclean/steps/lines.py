"""Lines that are boilerplate by their words, on pages and in dumps."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from newsclean.steps.blocks import is_sentence, weight
from newsclean.steps.label import NOTICE_RULE, Labelled, Verdict
from newsclean.steps.phrases import LINE_CHARS, LINK_HEADS, LINK_LETTERS, is_menu_line, key_of_line, sure_line
from newsclean.steps.units import Line, is_listed

SHORT_CHARS = 60
RUN = 4
"""This many short lines in a row, none of them a sentence or a list item, are a menu or a rail."""
MENU_WORDS = 2
"""Different words of menus that make a row one; a single one may be a price table's "Privacy"."""

LINKS, MENU = Verdict("related", "lines/links"), Verdict("navigation", "lines/menu")


def reread(labelled: Labelled) -> None:
    """Take what is furniture by its words out of the body of a page.

    A dump in which no word speaks of furniture is kept whole, so the text of the article comes out of a second
    cleaning as it went in.
    """
    texts = {i: labelled.kept(i) for i in labelled.body()}
    lines = {i: Line(text, listed=is_listed(labelled.blocks[i], text)) for i, text in texts.items()}
    while more := known(lines):
        lines = {i: line for i, line in lines.items() if i not in more}
        for index, verdict in more.items():
            labelled.verdicts[index] = verdict


def known(lines: dict[int, Line], maybe: Container[int] | None = None) -> dict[int, Verdict]:
    """Return the lines that are furniture by their words, and the menus that several of them name.

    Args:
        maybe: the lines that may be sure notices, where the caller has looked; by default all.
    """
    gone = notices(lines, maybe)
    for row in menus({i: line for i, line in lines.items() if i not in gone}):
        if len({key_of_line(lines[i].text) for i in row if is_menu_line(lines[i].text)}) >= MENU_WORDS:
            gone |= dict.fromkeys(row, MENU)
    return gone


def notices(lines: Mapping[int, Line], maybe: Container[int] | None) -> dict[int, Verdict]:
    """Return the lines that are known furniture by their words."""
    gone: dict[int, Verdict] = {}
    under_links = False
    for index, (text, *_) in lines.items():
        if len(text) > LINE_CHARS:
            under_links = False
            continue
        if text[:1] in LINK_LETTERS and LINK_HEADS.fullmatch(text):
            gone[index], under_links = LINKS, True
        elif under_links and not is_sentence(text):
            gone[index] = LINKS
        else:
            under_links = False
            if (maybe is None or index in maybe) and (label := sure_line(text)):
                gone[index] = Verdict(label, NOTICE_RULE)
    return gone


def menus(lines: dict[int, Line]) -> Iterator[list[int]]:
    """Yield the rows of `RUN` or more short lines."""
    row: list[int] = []
    for index, line in lines.items():
        text = line.text
        if len(text) < SHORT_CHARS and not line.listed and weight(text) < SHORT_CHARS and not is_sentence(text):
            row.append(index)
            continue
        if len(row) >= RUN:
            yield row
        row = []
    if len(row) >= RUN:
        yield row

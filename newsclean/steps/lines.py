"""The generic judge for dumps: which lines of an unknown outlet are the story.

Careful before clever: a dump in which nothing speaks of furniture is kept as it is. Where something
does, the story is the run of lines with most prose, its head and tail are cut at known anchors, and
inside it only whole-line notices go. The judge is run on its own result until nothing more goes, so
that cleaning an article's own text changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.segment import Block, is_sentence

PROSE_CHARS = 80
"""A line this long is prose even without a sentence end; headlines in menus are shorter."""
SHORT_CHARS = 60
RUN = 4
"""This many short lines in a row, none of them a sentence or a list item, are a menu or a rail."""
SHORT_COST = -40
"""What a short line costs a run, in characters of prose: about half a paragraph."""

_PHRASES = (
    r"advert(?:isement)?s?|sponsored content|story continues below.{0,40}|article continues (?:after|below).{0,40}"
    r"|skip to (?:main )?content|(?:loading|submitting)\.\.\.|hide ad"
    r"|(?:share|follow|tweet) (?:this|us)\b.{0,40}|share (?:on|via) .{0,30}|copy link|view comments|no comments(?: yet\.*)?"
    r"|(?:leave|post|add) a (?:comment|reply)(?: cancel reply| \(\d+\))?|join the conversation"
    r"|(?:recommended for you|you (?:may|might) also like|related (?:articles?|posts?|stories|links)|read next"
    r"|trending now|popular posts|most (?:read|popular)|also read|read also|read more|more stories):?"
    r"|(?:previous|next) (?:post|article)(?: (?:previous|next) (?:post|article))?"
    r"|(?:subscribe|sign up) (?:now|to our newsletter)|thank you for (?:signing up|subscribing)!"
    r"|(?:©|\(c\)|copyright).{0,160}|all rights reserved\.?|listen to this article|back to top"
    r"|anzeige|weiterlesen|lesen sie auch:?|mehr zum thema:?|das könnte (?:sie|dich) auch interessieren:?"
    r"|publicité|à lire aussi:?|sur le même sujet:?|publicidad|te puede interesar:?|lee también:?|lea también:?"
    r"|publicidade|leia também:?|pubblicità|leggi anche:?|реклама|читайте также:?|материалы по теме:?"
    r"|विज्ञापन|यह भी पढ़ें:?|ये भी पढ़ें:?|関連記事|相关阅读|相關新聞|اقرأ أيضا:?|διαβάστε επίσης:?|czytaj więcej|lees ook:?|baca juga:?"
)
NOTICE = re.compile(_PHRASES, re.I)
"""Whole lines that are never part of a story: classes A and B of the phrases measured on 2,800 pages."""
LINKS = re.compile(
    r"(?:suggested )?related (?:links|articles|posts|stories):?|suggested (?:links|reading):?|also read:?|read also:?"
    r"|recommended for you:?|you (?:may|might) also like:?|more from .{2,40}|for further insights\b.{0,120}sources:?",
    re.I,
)
"""Headings of a list of bare links; the lines below that are no sentences go with them."""


def judge_text(labelled: Labelled) -> float | None:
    """Label every line that has no label yet; return a rough confidence."""
    open_lines = [i for i, v in enumerate(labelled.verdicts) if v is None]
    left = open_lines
    while True:
        gone = _pass(labelled.blocks, left)
        for index, rule in gone.items():
            labelled.verdicts[index] = Verdict(RULES[rule], f"lines/{rule}")  # type: ignore[arg-type]
        if not gone:
            break
        left = [i for i in left if i not in gone]
    for index in left:
        labelled.verdicts[index] = Verdict("body", "lines/prose")
    prose = sum(len(labelled.blocks[i].text) for i in left if is_prose(labelled.blocks[i]))
    whole = sum(len(labelled.blocks[i].text) for i in left)
    return round(prose / whole, 3) if whole else None


RULES = {
    "notice": "other",
    "links": "related",
    "before": "navigation",
    "after": "other",
    "menu": "navigation",
}
"""Rule to label. notice: a known whole line; links: bare lines under "Related links"; before, after: outside the
story's run of lines; menu: short lines in a row inside it."""


def _pass(blocks: Sequence[Block], lines: list[int]) -> dict[int, str]:
    """Return the lines to leave out, with the rule that says so."""
    gone = _notices(blocks, lines)
    rest = [i for i in lines if i not in gone]
    menus = _menus(blocks, rest)
    if not gone and not menus:
        return {}
    start, end = best_run(blocks, rest, menus)
    for at, index in enumerate(rest):
        if at < start:
            gone[index] = "before"
        elif at >= end:
            gone[index] = "after"
        elif index in menus:
            gone[index] = "menu"
    return gone


def _notices(blocks: Sequence[Block], lines: list[int]) -> dict[int, str]:
    gone: dict[int, str] = {}
    under_links = False
    for index in lines:
        text = blocks[index].text
        if len(text) <= 200 and LINKS.fullmatch(text):
            gone[index], under_links = "links", True
        elif under_links and not is_sentence(text) and len(text) <= 200:
            gone[index] = "links"
        else:
            under_links = False
            if len(text) <= 200 and NOTICE.fullmatch(text):
                gone[index] = "notice"
    return gone


def is_prose(block: Block) -> bool:
    """Tell whether a line reads as running text."""
    size = weight(block.text)
    return size >= PROSE_CHARS or (size >= SHORT_CHARS / 2 and is_sentence(block.text))


def weight(text: str) -> int:
    """Return the length of a text in Latin characters: an ideograph says about as much as two and a half."""
    return len(text) if text.isascii() else len(text) + 3 * sum("\u3040" <= c <= "\u9fff" for c in text) // 2


def _menus(blocks: Sequence[Block], lines: list[int]) -> set[int]:
    """Return the short lines that stand in rows of `RUN` or more."""
    out: set[int] = set()
    row: list[int] = []
    for index in [*lines, -1]:
        block = blocks[index] if index >= 0 else None
        if block and block.kind == "paragraph" and weight(block.text) < SHORT_CHARS and not is_sentence(block.text):
            row.append(index)
            continue
        if len(row) >= RUN:
            out.update(row)
        row = []
    return out


def best_run(blocks: Sequence[Block], lines: list[int], menus: set[int]) -> tuple[int, int]:
    """Return start and end of the run of lines with the largest sum: prose counts for, short lines against."""
    best = total = 0
    start = 0
    span = (0, len(lines))
    for at, index in enumerate(lines):
        if total <= 0:
            total, start = 0, at
        block = blocks[index]
        total += weight(block.text) if is_prose(block) else SHORT_COST if index in menus else 0
        if total > best:
            best, span = total, (start, at + 1)
    return span

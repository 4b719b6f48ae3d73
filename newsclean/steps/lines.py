"""The generic judge for dumps: which lines of an unknown outlet are the story.

Careful before clever: a dump in which no line is known furniture is kept whole. Where one is, a page
was dumped with all its furniture: the story is then the run of lines with most prose. The judge is
run on its own result until nothing more goes, so that cleaning an article's own text changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.article import Label
from newsclean.steps.blocks import is_sentence, weight
from newsclean.steps.label import PREFIX_RULE, Labelled, Verdict

NOTICE_CHARS = 200
"""Longest line that is looked up among the known notices."""

PROSE_CHARS = 80
"""A line this long is prose even without a sentence end; headlines in menus are shorter."""
SHORT_CHARS = 60
RUN = 4
"""This many short lines in a row, none of them a sentence or a list item, are a menu or a rail."""
MENU_WORDS = 2
"""Different words of menus that make a row one; a single one may be a price table's "Privacy"."""
SHORT_COST = -40
"""What a short line costs a run, in characters of prose: about half a paragraph."""

_PHRASES = (
    r"advert(?:isement)?s?|sponsored content|story continues below.{0,40}|article continues (?:after|below).{0,40}"
    r"|skip to (?:main )?content|(?:loading|submitting)\.\.\.|hide ad"
    r"|share this(?: (?:article|story|post|page))?:?|follow us(?: on .{2,30})?|share (?:on|via) .{0,30}|copy link"
    r"|view comments|no comments(?: yet\.*)?"
    r"|(?:leave|post|add) a (?:comment|reply)(?: cancel reply| \(\d+\))?|join the conversation"
    r"|(?:recommended for you|you (?:may|might) also like|related (?:articles?|posts?|stories|links)|read next"
    r"|trending now|popular posts|most (?:read|popular)|also read|read also|read more|more stories):?"
    r"|(?:previous|next) (?:post|article)(?: (?:previous|next) (?:post|article))?"
    r"|(?:subscribe|sign up) (?:now|to our newsletter)|thank you for (?:signing up|subscribing)!"
    r"|(?:copyrights? ?)?(?:©|\(c\)|copyright \d{4}).{0,160}"
    r"|(?-i:Copyright(?: (?:by|of|the|and|[A-Z][\w&'’.-]*))+,? (?:19|20)\d\d)"
    r"|all rights reserved\.?|listen to this article|back to top"
    r"|anzeige|weiterlesen|lesen sie auch:?|mehr zum thema:?|das könnte (?:sie|dich) auch interessieren:?"
    r"|publicité|à lire aussi:?|sur le même sujet:?|publicidad|te puede interesar:?|lee también:?|lea también:?"
    r"|publicidade|leia também:?|pubblicità|leggi anche:?|реклама|читайте также:?|материалы по теме:?"
    r"|विज्ञापन|यह भी पढ़ें:?|ये भी पढ़ें:?|関連記事|相关阅读|相關新聞|اقرأ أيضا:?|διαβάστε επίσης:?|czytaj więcej|lees ook:?"
    r"|baca juga:?"
)
NOTICE = re.compile(_PHRASES, re.I)
"""Whole lines that are never part of a story: classes A and B of the phrases measured on 2,800 pages."""
MENU = re.compile(
    r"home(?:page)?|menu|search|log ?in|sign (?:in|up)|register|subscribe|newsletters?|contact(?: us)?|about(?: us)?"
    r"|privacy(?: policy)?|terms(?: of (?:use|service))?|cookie policy|advertise|sitemap|close|share"
    r"|print|tags:?|topics:?"
    r"|startseite|suche|anmelden|impressum|datenschutz|accueil|connexion|inicio|buscar|iniciar sesión|início|entrar"
    r"|accedi|cerca|главная|поиск|войти|контакты|首页|首頁|登录|登入|ホーム|ログイン|होम|الرئيسية|αρχική|strona główna",
    re.I,
)
"""Words of menus. Alone they may stand in a story; a row of short lines with several of them is a menu."""
LINKS = re.compile(
    r"(?:suggested )?related (?:links|articles|posts|stories):?|also read:?|read also:?|recommended for you:?"
    r"|you (?:may|might) also like:?|more from (?:this section|the .{2,30})|for further insights\b.{0,120}sources:?",
    re.I,
)
"""Headings of a list of bare links; the lines below that are no sentences go with them."""


RULES: dict[str, Label] = {
    "notice": "other",
    "links": "related",
    "before": "navigation",
    "after": "other",
    "menu": "navigation",
}
"""Rule to label. notice: a known whole line; links: bare lines under "Related links"; before, after: outside the
story's run of lines; menu: short lines in a row."""


class Line(NamedTuple):
    """A line as the judge sees it; `listed` lines are parts of a list, a table or code."""

    text: str
    listed: bool


def judge_text(labelled: Labelled) -> float | None:
    """Label every line that has no label yet; return a rough confidence, 0 to 1."""
    lines = {i: line_of(labelled, i) for i, verdict in enumerate(labelled.verdicts) if verdict is None}
    seen = any(verdict is not None and verdict.rule != PREFIX_RULE for verdict in labelled.verdicts)
    for index, rule in furniture(lines, dump=True, seen=seen).items():
        labelled.verdicts[index] = Verdict(RULES[rule], f"lines/{rule}")
    left = [line for index, line in lines.items() if labelled.verdicts[index] is None]
    labelled.mark(0, len(labelled.blocks), Verdict("body", "lines/prose"))
    whole = sum(len(line.text) for line in left)
    return round(sum(len(line.text) for line in left if is_prose(line)) / whole, 3) if whole else None


def reread(labelled: Labelled) -> None:
    """Take what is furniture by its words out of the body of a page.

    A dump in which no word speaks of furniture is kept whole, so the text of the article comes out of a second
    cleaning as it went in.
    """
    lines = {i: line_of(labelled, i) for i in labelled.body()}
    for index, rule in furniture(lines, dump=False).items():
        labelled.verdicts[index] = Verdict(RULES[rule], f"lines/{rule}")


def line_of(labelled: Labelled, index: int) -> Line:
    """Return a block as a line."""
    text, kind = labelled.kept(index), labelled.blocks[index].kind
    return Line(text, kind in ("list_item", "table", "code") or " | " in text)


def furniture(lines: dict[int, Line], *, dump: bool, seen: bool = False) -> dict[int, str]:
    """Return the lines to leave out, each with the rule that says so; run until nothing more goes.

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


def known(lines: dict[int, Line]) -> dict[int, str]:
    """Return the lines that are furniture by their words, and the menus that one of them names."""
    gone = notices(lines)
    for row in menus({i: line for i, line in lines.items() if i not in gone}):
        if len({text for i in row if MENU.fullmatch(text := lines[i].text.casefold())}) >= MENU_WORDS:
            gone |= dict.fromkeys(row, "menu")
    return gone


def around(lines: dict[int, Line]) -> dict[int, str]:
    """Return the lines outside the story's run, and the menus inside it."""
    rows = {index for row in menus(lines) for index in row}
    prose = [at for at, line in enumerate(lines.values()) if is_prose(line)]
    order = list(lines)
    outer = set(order[: prose[0]] + order[prose[-1] + 1 :]) if prose else set()
    if not outer & rows:
        return {}
    start, end = best_run(lines, rows)
    gone = dict.fromkeys(order[:start], "before") | dict.fromkeys(order[end:], "after")
    return gone | dict.fromkeys((i for i in order[start:end] if i in rows), "menu")


def notices(lines: dict[int, Line]) -> dict[int, str]:
    """Return the lines that are known furniture by their words."""
    gone: dict[int, str] = {}
    under_links = False
    for index, (text, _) in lines.items():
        short = len(text) <= NOTICE_CHARS
        if short and LINKS.fullmatch(text):
            gone[index], under_links = "links", True
        elif under_links and short and not is_sentence(text):
            gone[index] = "links"
        else:
            under_links = False
            if short and NOTICE.fullmatch(text):
                gone[index] = "notice"
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

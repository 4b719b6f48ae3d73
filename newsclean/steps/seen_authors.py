"""The authors that a reader sees: a byline by the headline, a name beside the date, a signature below the story.

Lines come from the blocks of the one walk over the page; what is in elements marked for authors costs one more
pass, which all such readers share and which is made only where no line names anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from newsclean.steps.date_words import MONTHS
from newsclean.steps.desk import Desk
from newsclean.steps.names import is_full_name, is_furniture, is_weekday_or_month
from newsclean.steps.seen import MAX_LINE_CHARS, is_named, short_text

BEFORE, AFTER = 12, 8
"""Blocks above the headline, and from the first of the story on, among which its byline stands."""
BEHIND = 8
"""Blocks behind the story among which its authors may sign."""
MAX_BYLINE_CHARS = 140
MAX_PIECES = 24
MAX_SEEN = 6
MIN_ACCOUNT_CHARS = 3
MAX_ACCOUNT_LINE = 60
MAX_WORDS = 4
"""Words of a name that stands behind "by" and is no full name: of an outlet, of a blogger."""
REL_REACH = 12
"""Links and spans behind the first author among which the story's other authors stand."""
MAX_REACH = 1000
"""Links and spans below the headline among which its author is looked for; further down stand other stories."""
ROOM = 4
"""Blocks above the headline and below the story that belong to it: its kicker, the card of its author."""
MAX_NAMED_CHARS = 100
_AUTHOR_TAGS = ("h1", "a", "span", "div", "p", "address", "li", "cite", "strong", "h3", "h4", "h5")
_INLINE = ("a", "span", "address", "cite", "strong", "b", "em", "div", "p")
MAX_BOX = 4
"""Blocks in an element that holds a line; one that holds more is a part of the page."""


class Printed(NamedTuple):
    """Whom a line of the page names, and the line."""

    names: str
    line: str


class Credit(NamedTuple):
    """A piece of a line that credits somebody."""

    text: str
    said: bool
    """True behind "by" or "author"; False for a name that only stands there."""


# ------------------------------------------------------------------ lines


@cache
def _by() -> re.Pattern[str]:
    """What stands before the author's name: "by", a label, perhaps with the word for what was done or written."""
    return re.compile(
        r"(?:(?:(?:written|posted|published|reported|created|submitted|added|story|article|blog|post|words|text|analysis"
        r"|opinion|interview|compiled|contributed|geschrieben|verfasst|erstellt|gespeichert|eingestellt|veröffentlicht"
        r"|gepostet|ein|eine|artikel|beitrag|gastbeitrag|kommentar|essay|interview|pressemitteilung|kolumne|publié|écrit"
        r"|rédigé|posté|propos|recueillis|publicado|escrito|publicada|texto|geschreven|opublikowane|napisane|skrevet"
        r"|skriven)\s){0,3}(?:by|von|par|por|door|przez)|di|av|af|a cura di"
        r"|(?:текст|авторы?|autor(?:in|en|es|a)?|auth?ors?(?:\(s\))?|auteurs?(?:\(s\))?|words|text|redaktion|redactie"
        r"|thread starter|作者|文|記者|记者|责编|責任編集|기자)\s?(?:[:：]|$|(?=\s)))\s?[:：]?(?P<name>(?:(?<=[:：])|\s|$).*)$",
        re.I,
    )


@cache
def _any_by() -> re.Pattern[str]:
    """Other words before "by": taken for a credit only where a full name follows."""
    return re.compile(r"(?:[^\W\d_]+['’]?\s){1,3}(?:by|von|par|por|door|przez)\s(?P<name>[^\W\d_].*)$", re.I)


@cache
def _not_by() -> re.Pattern[str]:
    """Credits of others than the author, and sentences that begin like a credit."""
    return re.compile(
        r"photo|foto|image|bild|illustr|video|review|edited|editing|fact|check|translat|übersetz|sponsor|present|power"
        r"|produced|made|brought|design|cookie|click|continu|subscri|sign|used|follow|comment|approved|hosted|supported"
        r"|owned|sort|filter|gefördert|last|updated|aktualis|modifi|bearbeit|narrat|read by|voiced|gelesen|gesprochen",
        re.I,
    )


@cache
def _separators() -> re.Pattern[str]:
    return re.compile(r"\s*[|•·⋅∙/\n\t]\s*|\s+[–—-]\s+|\s*⋅\s*")


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(r"(?:,|;|&|\+|and|und|et|y|e|og|och|en|with|mit)+", re.I)


@cache
def _clock() -> re.Pattern[str]:
    """A date, or how long the reading takes: what stands beside a byline."""
    return re.compile(r"(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d\d|\bmin(?:ute)?s?\b|\b(?:ago|uhr)\b|\d:\d\d", re.I)


def pieces_of(desk: Desk, at: int) -> list[str]:
    """Return a line as its elements part it, where one of them is a name; else as one piece."""
    block = desk.labelled.blocks[at]
    box = desk.labelled.segments.boxes[block.box]
    if box.end - box.start != 1 or box.element is None:
        return [block.text]
    pieces = []
    for piece in box.element.itertext():
        if words := " ".join(piece.split()):
            pieces.append(words)
            if len(pieces) > MAX_PIECES:
                return [block.text]
    if len(pieces) > 1 and any(is_full_name(piece.strip(" ,;|")) or _by().fullmatch(piece) for piece in pieces):
        return pieces
    return [block.text]


@cache
def _mid_by() -> re.Pattern[str]:
    """A credit behind a date, or behind a label in a line of several."""
    return re.compile(
        r"(?:(?<=\d)|(?<=[Uu]hr)|(?<=[).,|])|^)\s*(?:by|von|par|por|di|av|af)\s+(?P<name>[^\W\d_].*)"
        r"|\b(?:autor(?:in|en|es)?|auth?ors?(?:\(s\))?|auteurs?|redaktion|written by|posted by)\s*[:：]\s*(?P<told>[^\W\d_].*)",
        re.I,
    )


@cache
def _end() -> re.Pattern[str]:
    """What ends a name in a line: a date, a place, the next label."""
    return re.compile(
        r"\s*[,(]?\s*(?:\d|\b(?:am|on|le|el|den|at|um|vor|in|under|unter|dans|en|for|für)\b"
        r"|\b(?i:published|updated|posted|aktualisiert|veröffentlicht|gespeichert|quelle|source|symbolbild|follow|last (?:updated|modified)"
        r"|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day)\b|[^\W\d_]+\s?:)"
    )


def name_in(text: str) -> str:
    """Return what stands in a line before a date, a place or another label."""
    hit = _end().search(text, 1)
    if hit is None:
        return text.strip(" ,;:(|-–—·")
    name = text[: hit.start()].strip(" ,;:(|-–—·")
    head, _, last = name.rpartition(" ")
    return head.rstrip(" ,") if last.strip(".,").lower() in MONTHS else name


def _full(hit: re.Match[str] | None) -> re.Match[str] | None:
    return hit if hit and is_full_name(name_in(hit["name"])) and not is_full_name(hit[0]) else None


def name_in(text: str) -> str:
    """Return what stands in a line before a date, a place or another label."""
    hit = _end().search(text, 1)
    return (text[: hit.start()] if hit else text).strip(" ,;:(|-–—·")


_BY_WORDS = frozenset(
    word + colon
    for word in "by von par por door przez di av af текст автор авторы autor autorin autoren autores autora author"
    " authors author(s) auteur auteurs auteur(s) words text redaktion redactie starter cura".split()
    for colon in ("", ":")
)


def may_credit(text: str) -> bool:
    """Tell whether a line has a word such as "by": most have none, and need no further look."""
    low = text.lower()
    if low.startswith(("by", "von", "par")):
        return True
    if not _BY_WORDS.isdisjoint(low.split()):
        return True
    return not low.isascii() and any(mark in low for mark in ("作者", "文", "記者", "记者", "责编", "責任編集", "기자"))


def credits_of(pieces: Iterable[str]) -> Iterator[Credit]:
    """Yield whom the pieces of a line credit; a word such as "by" counts for the piece behind it."""
    open_ = section = False
    for piece in pieces:
        for part in _separators().split(piece):
            if not part or _joins().fullmatch(part):
                continue
            hit = _by().match(part) or _mid_by().search(part) or _full(_any_by().match(part))
            if hit and not _not_by().search(part[: hit.start(hit.lastgroup or 0)]):
                name = name_in(str(hit[hit.lastgroup or 0]).strip(" :：,"))
                open_ = not name
                if name:
                    yield Credit(name, True)
            elif not section:
                yield Credit(name_in(part), open_)
                open_ = open_ and is_full_name(part.strip(" ,;"))
            section = part.endswith((" in", " in:"))
    if open_:
        yield Credit("", True)


def _near(desk: Desk) -> Iterator[int]:
    """Yield the short blocks around the headline, those behind it first."""
    if desk.head is None or desk.page.kind == "text":
        return
    blocks = desk.labelled.blocks
    top, start = desk.head
    order = [*range(top + 1, min(len(blocks), start + AFTER)), *range(top - 1, max(-1, top - BEFORE - 1), -1)]
    yield from (i for i in order if len(blocks[i].text) <= MAX_LINE_CHARS)


def seen_bylines(desk: Desk) -> Iterator[Printed]:
    """Yield the bylines around the headline: whom the words behind "by" name."""
    open_, at = False, -2
    for i in _near(desk):
        text = desk.labelled.blocks[i].text
        follows = open_ and i == at + 1
        if len(text) > MAX_BYLINE_CHARS or not (follows or may_credit(text)):
            continue
        open_, at = False, i
        said: list[str] = []
        for credit in credits_of(pieces_of(desk, i)):
            if credit.said and not credit.text:
                open_ = True
            elif (credit.said or follows) and is_credit(credit.text, text) and (not said or is_full_name(credit.text)):
                said.append(credit.text)
        if said:
            yield Printed("; ".join(said), text)
            open_ = follows  # a list of authors goes on


def seen_named_lines(desk: Desk) -> Iterator[Printed]:
    """Yield the lines around the headline in elements that are named for the author."""
    boxes, blocks = desk.labelled.segments.boxes, desk.labelled.blocks
    for i in _near(desk):
        if len(blocks[i].text) <= MAX_BYLINE_CHARS and is_named(boxes, blocks[i].box, _author_class()):
            yield from _names_in(desk, i)


def is_credit(text: str, line: str) -> bool:
    """Tell whether what stands behind "by" can be whom it credits: words with capitals, or in a short or a dated line one name."""
    words = text.split()
    if not words or len(text) > MAX_BYLINE_CHARS or is_furniture(text):
        return False
    if len(words) == 1:
        surely = len(line) <= MAX_ACCOUNT_LINE if text[0].isupper() or not text.isascii() else _clock().search(line) is not None
        return surely and len(text) >= MIN_ACCOUNT_CHARS and not is_weekday_or_month(text)
    return words[0][0].isupper() or not words[0][0].isascii()


def _names_in(desk: Desk, at: int) -> Iterator[Printed]:
    pieces = pieces_of(desk, at)
    names = [piece.strip(" ,;|") for piece in pieces if is_full_name(piece.strip(" ,;|"))] if len(pieces) > 1 else []
    text = desk.labelled.blocks[at].text
    yield Printed("; ".join(names) if names else name_in(text), text)


@cache
def _author_class() -> re.Pattern[str]:
    return re.compile(r"byline|author|autor|auteur|writer|creator", re.I)


def seen_names(desk: Desk) -> Iterator[Printed]:
    """Yield the full names that stand between headline and story beside a date."""
    if desk.head is None or desk.page.kind == "text":
        return
    blocks = desk.labelled.blocks
    top, start = desk.head
    dated = [
        i
        for i in range(max(0, top - 3), min(len(blocks), start + 2))
        if i != top and len(blocks[i].text) <= MAX_LINE_CHARS and _clock().search(blocks[i].text)
    ]
    for i in range(top + 1, min(len(blocks), start + 2)):
        if len(blocks[i].text) > MAX_BYLINE_CHARS or not any(abs(i - other) <= 3 for other in dated):
            continue
        for credit in credits_of(pieces_of(desk, i)):
            if is_full_name(credit.text) and len(credit.text.split()) <= MAX_WORDS and not is_listed(desk, credit.text):
                yield Printed(credit.text, blocks[i].text)


def is_listed(desk: Desk, name: str) -> bool:
    """Tell whether a line also stands above the headline, as the names of sections do, or is part of it."""
    top = desk.head[0] if desk.head else 0
    return any(block.text == name for block in desk.labelled.blocks[:top]) or name in (desk.title or "")


def seen_signature(desk: Desk) -> Iterator[Printed]:
    """Yield the credits in the last lines of the story and right below it, and those with a label anywhere in it."""
    if not desk.body or desk.page.kind == "text":
        return
    blocks, last = desk.labelled.blocks, desk.body[-1]
    open_ = False
    for i in range(max(desk.body[0], last - 2), min(len(blocks), last + BEHIND + 1)):
        text = blocks[i].text.strip("()（） ")
        if len(text) > MAX_BYLINE_CHARS // 2 or not (open_ or i == last or may_credit(text)):
            continue
        found = list(credits_of([text] if "(" in blocks[i].text else pieces_of(desk, i)))
        said = [credit.text for credit in found if (credit.said or open_) and is_credit(credit.text, text)]
        open_ = any(credit.said and not credit.text for credit in found)
        if said:
            yield Printed("; ".join(said), blocks[i].text)
        elif i == last and is_full_name(text) and len(text.split()) <= MAX_WORDS:
            yield Printed(text, text)
    for i in desk.body:
        if len(blocks[i].text) <= MAX_BYLINE_CHARS and (hit := _label().match(blocks[i].text)):
            yield Printed(name_in(hit[1]), blocks[i].text)


@cache
def _label() -> re.Pattern[str]:
    return re.compile(r"(?:autor(?:in)?\s*:|auth?or\s*:|written by:?|text:|verfasst von|geschrieben von)\s*(.*)", re.I)


# ------------------------------------------------------------------ elements


@cache
def _card_label() -> re.Pattern[str]:
    return re.compile(
        r"written by|verfasst von|écrit par|escrito por|scritto da|geschreven door|author|skrevet av|skriven av"
        r"|napisane przez|kirjoittanut|yazan|автор|投稿者|作者",
        re.I,
    )


def seen_card(desk: Desk) -> Iterator[str]:
    """Yield the author of the card that WordPress declares for previews: ``Written by``."""
    meta = desk.page.metadata
    for n in "12":
        label = meta.first(f"twitter:label{n}")
        if label and _card_label().fullmatch(label):
            yield meta.first(f"twitter:data{n}") or ""


@cache
def _author_link() -> re.Pattern[str]:
    return re.compile(
        r"/(?:authors?|autor(?:en|in|es)?|auteurs?|people|profile|staff|journalist|reporter|contributors?|by)/[^/?]",
        re.I,
    )


class Marked(NamedTuple):
    """What the elements that are marked for authors hold."""

    related: list[str]
    """By relation or microdata."""
    named: list[str]
    """By class or address; those below the headline first, those above it nearest first."""


def marked_near(desk: Desk) -> Marked:
    """Return what is in elements marked for authors in the short lines around the headline and below the story."""
    related: list[str] = []
    named: list[str] = []
    segments, seen = desk.labelled.segments, set()
    for i in (*_near(desk), *_below(desk)):
        at = segments.blocks[i].box
        box = segments.boxes[at]
        if at in seen or len(segments.blocks[i].text) > MAX_LINE_CHARS or box.end - box.start > MAX_BOX or box.element is None:
            continue
        seen.add(at)
        for element in box.element.iter(*_INLINE):
            _look_at(element, related, named)
    return Marked(related, named[:MAX_SEEN])


def _below(desk: Desk) -> Iterable[int]:
    if not desk.body or desk.page.kind == "text":
        return ()
    return range(desk.body[-1] + 1, min(len(desk.labelled.blocks), desk.body[-1] + BEHIND))


def _look_at(element: Any, related: list[str], named: list[str]) -> None:
    """Put the words of an element where they belong, if it is marked for an author."""
    if _is_related(element):
        line = author_text(element)
        if line and not is_furniture(line):
            related.append(line)
        return
    name = element.get("class")
    if (name is not None and _names_author(name)) or (
        element.tag == "a" and _author_link().search(element.get("href") or "")
    ):
        line = author_text(element)
        if line and len(line) <= MAX_NAMED_CHARS:
            named.append(line)


def marked_around(desk: Desk) -> Marked:
    """Return what is in links and spans marked for authors in the element around headline and story.

    Those below the headline come first, those above it nearest first.
    """
    if desk.page.tree is None:
        return Marked([], [])
    related: list[str] = []
    below: list[str] = []
    above: list[str] = []
    passed = at = reach = 0
    for element in _around(desk).iter("h1", "a", "span"):
        at += 1
        if passed:
            passed += 1
            if passed > MAX_REACH or (reach and at > reach):
                break
        elif element.tag == "h1":
            passed = 1
            continue
        _look_at(element, related, below if passed else above)
        if related:
            reach = reach or at + REL_REACH
    return Marked(related, (below + above[::-1])[:MAX_SEEN])


def _around(desk: Desk) -> Any:
    """Return the innermost element that holds headline and story and some room around them; the page, if none does."""
    boxes, blocks = desk.labelled.segments.boxes, desk.labelled.blocks
    if desk.head is None or not desk.body:
        return desk.page.tree
    wanted = (max(0, desk.head[0] - ROOM), min(len(blocks), desk.body[-1] + ROOM))
    box = boxes[blocks[desk.body[0]].box]
    while box.element is not None and (box.start > wanted[0] or box.end < wanted[1]):
        if box is boxes[box.parent]:
            break
        box = boxes[box.parent]
    return box.element if box.element is not None else desk.page.tree


def _is_related(element: Any) -> bool:
    relation = element.get("rel")
    return (relation is not None and "author" in relation.split()) or element.get("itemprop") == "author"


@lru_cache(maxsize=1024)  # classes come again and again
def _names_author(name: str) -> bool:
    name = name.lower()
    return "author" in name or "byline" in name or "autor" in name or "auteur" in name or "writer" in name


def author_text(element: Any) -> str:
    """Return the words of an element; the names alone where it parts them from other words."""
    line = short_text(element)
    if not line or is_full_name(line):
        hit = _by().match(line) if line else None
        return hit["name"].strip() if hit and is_full_name(hit["name"].strip()) else line
    pieces = [" ".join(piece.split()).strip(" ,;|") for piece in element.itertext()]
    names = [piece for piece in pieces if piece and is_full_name(piece)]
    return "; ".join(dict.fromkeys(names)) if names and len(names) < len(pieces) else line


def seen_rel_authors(desk: Desk) -> Iterator[str]:
    """Yield the names near the story that are marked as the author's by relation or microdata."""
    yield from desk.once("marked_near", marked_near).related


def seen_authors(desk: Desk) -> Iterator[str | Printed]:
    """Yield what class or address call the author's: lines by the headline, elements in them, elements around both."""
    yield from seen_named_lines(desk)
    yield from desk.once("marked_near", marked_near).named
    far = marked_around(desk)
    yield from far.related
    yield from far.named

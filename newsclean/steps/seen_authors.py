"""The authors that a reader sees: a byline by the headline, a name beside the date, a signature below the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from newsclean.steps.credit_lines import (
    MAX_BYLINE_CHARS,
    clock,
    credits_of,
    is_account,
    is_credit,
    label,
    may_credit,
    name_in,
    said_in,
)
from newsclean.steps.desk import Desk
from newsclean.steps.hints import MAX_NAME_CHARS
from newsclean.steps.marks import BEHIND, lines_below, names_author, near_lines
from newsclean.steps.names import is_full_name
from newsclean.steps.seen import MAX_LINE_CHARS, short_text
from newsclean.steps.titles import is_site

DATE_REACH = 3
"""Blocks between a bare name and the date beside it."""
MAX_BESIDE_NAME = 45
"""Characters beside a bare name in its line: a date and a title; more is a sentence or a list."""
MAX_PIECES = 24
MAX_WORDS = 4
"""Words of a name that stands there without "by"."""
_EDGES = " ,;|"


class Printed(NamedTuple):
    """Whom a line of the page names, and the line."""

    names: str
    line: str


def pieces_of(desk: Desk, at: int) -> list[str]:
    """Return a line as its elements part it, where one of them is a name; else as one piece."""
    block = desk.labelled.blocks[at]
    boxes = desk.labelled.segments.boxes
    element = boxes.elements[block.box]
    if boxes.ends[block.box] - boxes.starts[block.box] != 1 or element is None:
        return [block.text]
    pieces = []
    for piece in element.itertext():
        if words := " ".join(piece.split()):
            pieces.append(words)
            if len(pieces) > MAX_PIECES:
                return [block.text]
    if len(pieces) > 1 and any(is_full_name(piece.strip(_EDGES)) or said_in(piece) is not None for piece in pieces):
        return pieces
    return [block.text]


def seen_bylines(desk: Desk) -> Iterator[Printed]:
    """Yield the bylines around the headline: whom the words behind "by" name."""
    open_, at = False, -2
    for i in near_lines(desk):
        text = desk.labelled.blocks[i].text
        follows = open_ and i == at + 1
        if len(text) > MAX_BYLINE_CHARS or not (follows or may_credit(text)):
            continue
        if follows and desk.labelled.blocks[i].kind == "caption":
            open_ = False
            continue
        open_, at = False, i
        said: list[str] = []
        element = desk.labelled.segments.boxes.elements[desk.labelled.blocks[i].box]
        for credit in credits_of(pieces_of(desk, i)):
            if credit.said and not credit.text:
                open_ = True
            elif (credit.said or follows) and (not said or is_full_name(credit.text)):
                named = is_account(credit.text) and is_authors(element)
                said += [credit.text] if named or is_credit(credit.text, text) else []
        if said:
            yield Printed("; ".join(said), text)
            open_ = follows  # a list of authors goes on


def seen_named_lines(desk: Desk) -> Iterator[Printed]:
    """Yield the lines around the headline and below the story in elements that are named for the author."""
    boxes, blocks = desk.labelled.segments.boxes, desk.labelled.blocks
    for i in (*near_lines(desk), *lines_below(desk)):
        if len(blocks[i].text) > MAX_BYLINE_CHARS:
            continue
        at = blocks[i].box
        if is_authors(boxes.elements[at]) or (at and is_authors(boxes.elements[boxes.parents[at]])):
            yield from _names_in(desk, i)


def is_authors(element: Any) -> bool:
    """Tell whether an element's class or id names the author."""
    if element is None:
        return False
    name, ident = element.get("class"), element.get("id")
    return any(names_author(value[:MAX_NAME_CHARS]) for value in (name, ident) if value)


def _names_in(desk: Desk, at: int) -> Iterator[Printed]:
    pieces = pieces_of(desk, at)
    names = [piece.strip(_EDGES) for piece in pieces if is_full_name(piece.strip(_EDGES))] if len(pieces) > 1 else []
    text = desk.labelled.blocks[at].text
    if not names:
        names = [credit.text for credit in credits_of([text]) if credit.said and credit.text]
    yield Printed("; ".join(names) if names else name_in(text), text)


_DIGIT = re.compile(r"\d")
_CLOCK_WORDS = ("min", "ago", "uhr", "updated", "published")


def has_clock(line: str) -> bool:
    """Tell whether a line has a date or says how long its reading takes; that most have neither is seen sooner."""
    if _DIGIT.search(line) is None:
        low = line.lower()
        if not any(word in low for word in _CLOCK_WORDS):
            return False
    return clock().search(line) is not None


def seen_names(desk: Desk) -> Iterator[Printed]:
    """Yield the full names that stand between headline and story beside a date."""
    if desk.head is None or desk.page.kind == "text":
        return
    blocks = desk.labelled.blocks
    top, start = desk.head
    if top == start and desk.headline_at is None:  # no headline is known: what stands above the story belongs to it
        top = max(-1, start - DATE_REACH - 1)
    dated = [
        i
        for i in range(max(0, top - DATE_REACH), min(len(blocks), start + 2))
        if i != top and len(blocks[i].text) <= MAX_LINE_CHARS and has_clock(blocks[i].text)
    ]
    for i in range(top + 1, min(len(blocks), start + 2)):
        if len(blocks[i].text) > MAX_BYLINE_CHARS or blocks[i].kind == "caption" or _trail().search(blocks[i].text):
            continue
        if not any(abs(i - other) <= DATE_REACH for other in dated) and not (
            i == start and is_full_name(blocks[i].text) and blocks[i].kind == "paragraph"
        ):
            continue
        for credit in credits_of(pieces_of(desk, i)):
            name = credit.text
            if not is_full_name(name):
                continue
            if len(blocks[i].text) - len(name) > MAX_BESIDE_NAME:
                break
            if 1 < len(name.split()) <= MAX_WORDS and not is_listed(desk, name) and not is_category(desk, i, name):
                yield Printed(name, blocks[i].text)


def is_listed(desk: Desk, name: str) -> bool:
    """Tell whether a line also stands above the headline, as names of sections do, or is part of it, or the outlet."""
    if is_site(name, desk.outlet):
        return True
    top = desk.head[0] if desk.head else 0
    return any(block.text == name for block in desk.labelled.blocks[:top]) or name in (desk.title or "")


@cache
def _trail() -> re.Pattern[str]:
    """What parts the steps of a breadcrumb."""
    return re.compile(r"[>＞›»]")


def is_category(desk: Desk, at: int, name: str) -> bool:
    """Tell whether a name in a line is a link to what else was written on a subject."""
    element = desk.labelled.segments.boxes.elements[desk.labelled.blocks[at].box]
    for link in islice(element.iter("a"), MAX_PIECES) if element is not None else ():
        if name in short_text(link):
            signs = f"{link.get('rel')} {link.get('class')} {link.get('href')}"
            return _category().search(signs) is not None
    return False


@cache
def _category() -> re.Pattern[str]:
    return re.compile(
        r"categor|kategori|/tags?/|/topics?/|/th[eè]m|/ressort|/rubri|/sections?/|\b(?:tag|category)\b", re.I
    )


def seen_signature(desk: Desk) -> Iterator[Printed]:
    """Yield the credits in the last lines of the story and right below it, and those with a label anywhere in it."""
    if not desk.body or desk.page.kind == "text":
        return
    yield from _signed(desk)
    blocks = desk.labelled.blocks
    for i in desk.body:
        if len(blocks[i].text) <= MAX_BYLINE_CHARS and (hit := label().match(blocks[i].text)):
            yield Printed(name_in(hit[1]), blocks[i].text)


def _signed(desk: Desk) -> Iterator[Printed]:
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

"""What a page shows and says around its story, and what the readers of names and dates share to look at it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from newsclean.steps.blocks import Boxes
from newsclean.steps.desk import Desk
from newsclean.steps.hints import MAX_NAME_CHARS
from newsclean.steps.names import squash
from newsclean.steps.page import strings
from newsclean.steps.urls import split_address

MAX_LINE_CHARS = 160
"""Characters of a byline or date line."""
MIN_STANDFIRST_CHARS, MAX_STANDFIRST_CHARS = 30, 600
MAX_CRUMBS = 20


def short_text(element: Any) -> str:
    """Return the words of an element that holds a line, and nothing of one that holds half the page.

    Without the bound, names nested in each other would be read once for every level.
    """
    pieces: list[str] = []
    size = 0
    for piece in element.itertext():
        pieces.append(piece)
        size += len(piece.strip())
        if size > MAX_LINE_CHARS or len(pieces) > MAX_LINE_CHARS:
            return ""
    return " ".join(" ".join(pieces).split())


def seen_language(desk: Desk) -> Iterator[str | None]:
    """Yield what ``<html lang>`` says."""
    yield desk.page.metadata.language


def seen_title(desk: Desk) -> Iterator[str | None]:
    """Yield the title element."""
    yield desk.page.metadata.title


@cache
def _standfirst() -> re.Pattern[str]:
    return re.compile(
        r"stand-?first|sub-?title|sub-?head|\bdek\b|\bdeck\b|vorspann|\bchap(?:o|eau)\b|\bbajada\b|sommario|occhiello|ingress"
        r"|manchet|\blead\b|\blede\b|article-?_?(?:intro|summary|description|lead)|\bintro\b|excerpt|summary",
        re.I,
    )


def seen_standfirst(desk: Desk) -> Iterator[str]:
    """Yield the summary that is printed between headline and story: by its name, or as the page's description."""
    if desk.head is None or desk.page.kind == "text" or desk.headline_at is None:
        return
    blocks, boxes = desk.labelled.blocks, desk.labelled.segments.boxes
    top, start = desk.head
    meta = desk.page.metadata.meta
    told = (*meta.get("og:description", ()), *meta.get("description", ()))
    for i in range(top + 1, min(len(blocks), start + 2)):
        line = blocks[i].text
        if MIN_STANDFIRST_CHARS <= len(line) <= MAX_STANDFIRST_CHARS and blocks[i].kind != "caption":
            verdict = desk.labelled.verdicts[i]
            if (
                line in told
                or (verdict and verdict.rule == "judge/standfirst")
                or is_named(boxes, blocks[i].box, _standfirst())
            ):
                yield line
                return


def seen_breadcrumb(desk: Desk) -> Iterator[str]:
    """Yield the last step of the declared breadcrumb that is neither the page itself nor the outlet."""
    for trail in desk.page.metadata.typed("BreadcrumbList"):
        items = trail.get("itemListElement")
        steps = [_step(item) for item in (items if isinstance(items, list) else [])[1:MAX_CRUMBS]]
        if steps and desk.page.url and steps[-1][1] == desk.address:
            steps.pop()  # the page itself, perhaps under another headline than the printed one
        title = squash(desk.title or "")
        for name, _ in reversed(steps):
            flat = squash(name)
            if flat and flat not in title and title not in flat and flat not in desk.outlet:
                yield name
                return


def _step(item: Any) -> tuple[str, tuple[str, str]]:
    """Return what a step of a breadcrumb is called, and host and path of where it leads."""
    outer = item if isinstance(item, dict) else {}
    leads = outer.get("item")
    inner = leads if isinstance(leads, dict) else {"@id": leads}
    name = next(iter(strings(outer.get("name") or inner.get("name"))), "")
    return name, split_address(next(iter(strings(inner.get("@id") or inner.get("url"))), ""))


def is_named(boxes: Boxes, at: int, pattern: re.Pattern[str]) -> bool:
    """Tell whether a box or the one around it has a class or id of this kind."""
    for _ in range(2):
        element = boxes.elements[at]
        if element is None:
            return False
        if has_name(element, pattern):
            return True
        at = boxes.parents[at]
    return False


def has_name(element: Any, pattern: re.Pattern[str]) -> bool:
    """Tell whether an element's class or id matches a pattern."""
    name, ident = element.get("class"), element.get("id")
    if name is not None and tells(pattern, name[:MAX_NAME_CHARS]):
        return True
    return ident is not None and tells(pattern, ident[:MAX_NAME_CHARS])


@lru_cache(maxsize=8192)  # the same classes come again and again
def tells(pattern: re.Pattern[str], name: str) -> bool:
    """Tell whether a class says so; a pure function of its text, so the cache holds no state of pages."""
    return pattern.search(name) is not None

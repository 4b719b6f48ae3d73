"""The headline: as printed where it is, else as declared, without the outlet's name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from newsclean.steps.desk import Desk
from newsclean.steps.names import squash
from newsclean.steps.seen import seen_h1
from newsclean.steps.values import Place, text

SAME_STORY = 0.3
"""Share of words that a page's only h1 has in common with the declared headline when both name one story."""
MIN_AGREED = 15
"""Letters from which the beginning of a headline stands for the whole."""
MIN_HEAD_CHARS = 8
MAX_BARS = 3
"""Pieces of a title that may name the outlet and its sections."""


def read_title(desk: Desk, places: Iterable[Place]) -> tuple[str, str] | None:
    """Return the headline as printed: the plugin's, or the h1 that agrees with a declared one, or the declared one."""
    headings = [(heading, squash(heading)) for heading in seen_h1(desk) if heading]
    called: tuple[str, str] | None = None  # the first that a page is called by, be it the outlet's name
    declared: tuple[str, str] | None = None
    for value, source in places:
        title = text(value)
        if not title:
            continue
        if not source.startswith(("jsonld:", "meta:", "html:")):
            return title, source
        called = called or (title, source)
        flat = squash(title)
        if not any(letters == flat for _, letters in headings):
            title = strip_site(title, desk.outlet)
            flat = squash(title)
        if agreed := next((heading for heading, letters in headings if agree(letters, flat)), None):
            return agreed, "html:h1"
        if not declared and not is_site(title, desk.outlet):
            declared = (title, source)
    if not headings:
        return declared or called
    top = headings[0][0]
    if declared is None or (len(headings) == 1 and is_weaker(declared, top)):
        return top, "html:h1"
    return declared


def is_weaker(declared: tuple[str, str], heading: str) -> bool:
    """Tell whether a page's only h1 says more than what is declared: titles for searches and previews are rewritten."""
    title, source = declared
    return source == "html:title" or (source != "jsonld:headline" and shared(heading, title) >= SAME_STORY)


def shared(a: str, b: str) -> float:
    """Return how many of the words of the shorter text the other has too."""
    left, right = set(re.findall(r"\w{2,}", a.casefold())), set(re.findall(r"\w{2,}", b.casefold()))
    return len(left & right) / min(len(left), len(right)) if min(len(left), len(right)) >= 3 else 0.0


def agree(a: str, b: str) -> bool:
    """Tell whether two squashed headlines are one, perhaps cut short in one of them."""
    return bool(a) and (a == b or (min(len(a), len(b)) >= MIN_AGREED and (a.startswith(b) or b.startswith(a))))


@cache
def _bars() -> re.Pattern[str]:
    return re.compile(r"\s+[|\-–—·•:«»/]+\s+|\s*[|｜»]\s*|\s*::\s*|:\s+(?=[^:]{2,30}$)|,\s+(?=[^,]{2,20}$)")


def strip_site(title: str, names: Collection[str]) -> str:
    """Take the outlet's name off the end or the beginning of a title."""
    for _ in range(3):
        bars = list(_bars().finditer(title))
        for bar in (*reversed(bars[-MAX_BARS:]), *bars[:1]):
            head, tail = title[: bar.start()].strip(), title[bar.end() :].strip()
            if len(head) >= MIN_HEAD_CHARS and is_site(tail, names):
                title = head
                break
            if len(tail) >= MIN_HEAD_CHARS and is_site(head, names):
                title = tail
                break
        else:
            return title
    return title


def is_site(text: str, names: Collection[str]) -> bool:
    """Tell whether a piece of a title is a name of the outlet: "Business Standard News" for businessstandard."""
    flat = squash(text) if len(text) <= 60 else ""
    if not flat:
        return False
    return any(flat == n or (len(n) > 3 and n in flat) or (len(flat) > 3 and flat in n) for n in names)

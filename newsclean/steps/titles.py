"""The headline: as printed where it is, else as declared, without the outlet's name.

What is printed and what is declared are compared with each other. A heading that a declaration confirms is the
headline, and of two the one nearer to the story. A page's only heading is it without a witness too, unless it
names the outlet or has nothing in common with what page and address say. The declared headline is the last resort.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import NamedTuple

from newsclean.steps.desk import Desk
from newsclean.steps.headings import (
    Heading,
    below_kicker,
    is_furniture,
    pieces_of,
    plain,
    printed_headings,
    runs_of,
    without_kicker,
)
from newsclean.steps.names import squash, words_of
from newsclean.steps.values import Place, text

MIN_AGREED = 15
"""Letters from which the beginning of a headline stands for the whole."""
MIN_HEAD_CHARS = 8
MAX_BARS = 3
"""Pieces of a title that may name the outlet and its sections."""
SITE_SHARE = 0.4
"""Share of a piece's letters that a name of the outlet makes up where the piece is such a name."""
MAX_SITE_CHARS = 60


class Declared(NamedTuple):
    """A headline as a page declares it, without the outlet's name."""

    text: str
    flat: str
    source: str


def read_title(desk: Desk, places: Iterable[Place]) -> tuple[str, str] | None:
    """Return the headline and its source."""
    called: list[tuple[str, str]] = []
    headings: list[Heading] | None = None
    for value, source in places:
        title = text(value)
        if not title:
            continue
        if not source.startswith(("jsonld:", "meta:", "html:")):
            return title, source
        headings = printed_headings(desk) if headings is None else headings
        title = plain(title)
        called.append((title, source))
        if found := _surely(desk, squash(title), headings):
            return _noted(desk, found, headings)
    headings = printed_headings(desk) if headings is None else headings
    declared = [_stripped(desk, title, source, headings) for title, source in called]
    if found := confirmed(desk, headings, declared) or unconfirmed(desk, headings, declared):
        return _noted(desk, found, headings)
    best = next((title for title in declared if not is_site(title.text, desk.outlet)), None)
    if best:
        return best.text, best.source
    return called[0] if called else None


def _surely(desk: Desk, flat: str, headings: list[Heading]) -> str | None:
    """Return the level-one heading that is declared word for word: no other source is asked then."""
    for heading in headings:
        if heading.flat == flat and heading.level == 1:
            alone = len(headings) == 1 or not is_furniture(desk, heading)
            sure = alone and (len(heading.text) > MAX_SITE_CHARS or not is_site(heading.text, desk.outlet))
            return heading.text if sure else None
    return None


def _noted(desk: Desk, title: str, headings: list[Heading]) -> tuple[str, str]:
    """Return the headline with its source, and tell the desk where it stands."""
    heading = next((heading for heading in reversed(headings) if title in heading.text), None)
    if heading is None:  # its pieces are parted otherwise than its words
        return title, "html:h1"
    desk.headline_at = heading.box.start
    parted = title == heading.text and len(heading.box.element)
    below = below_kicker(pieces_of(heading.box.element)) if parted else None
    if below is None:
        return title, f"html:h{heading.level}"
    told = text(desk.story.get("headline")) or ""
    if ":" in told and squash(told) == heading.flat:  # the outlet counts its kicker as part of the headline
        return told, "jsonld:headline"
    return below, f"html:h{heading.level}"


def _stripped(desk: Desk, title: str, source: str, headings: list[Heading]) -> Declared:
    """Take the outlet's name off a title, unless it is printed just so."""
    flat = squash(title)
    if any(heading.flat == flat for heading in headings):
        return Declared(title, flat, source)
    bare_title = strip_site(title, desk.outlet)
    if source == "html:title" and bare_title == title:
        bare_title = by_address(title, desk.slug)
    return Declared(bare_title, squash(bare_title) if bare_title != title else flat, source)


# ------------------------------------------------------------------ printed


def confirmed(desk: Desk, headings: list[Heading], declared: list[Declared]) -> str | None:
    """Return the heading that a declaration confirms: whole, in one of its pieces, or cut short."""
    flats = {title.flat for title in declared if title.flat}
    if hits := [heading for heading in headings if heading.flat in flats]:
        return best_of(desk, hits[0], headings, flats)
    firsts = [heading for heading in headings if heading.level == 1]
    if piece := next(filter(None, (confirmed_piece(heading, flats) for heading in firsts)), None):
        return piece
    pieces = {squash(piece) for title in declared for piece in _strong_bars().split(title.text)} - {""}
    hits = [h for h in headings if h.flat in pieces and not is_site(h.text, desk.outlet)]
    if all(h.level > 1 and len(h.flat) < MIN_AGREED for h in hits):
        hits = []
    hits = hits or [h for h in firsts if any(agree(h.flat, flat) for flat in flats)]
    return best_of(desk, max(hits, key=lambda h: len(h.flat)), headings, flats) if hits else None


def best_of(desk: Desk, hit: Heading, headings: list[Heading], flats: set[str]) -> str:
    """Return a heading that is confirmed; if it stands in a breadcrumb, the one that follows."""
    if hit.level > 1 or not (is_furniture(desk, hit) or is_site(hit.text, desk.outlet)):
        return hit.text
    later = [h for h in headings[headings.index(hit) + 1 :] if not is_site(h.text, desk.outlet)]
    for heading in later:
        if piece := confirmed_piece(heading, flats):
            return piece
        if heading.flat in flats:
            return heading.text
    return hit.text


def bare(heading: Heading) -> str:
    """Return a heading without a kicker inside it."""
    return without_kicker(pieces_of(heading.box.element)) or heading.text


def confirmed_piece(heading: Heading, flats: Collection[str]) -> str | None:
    """Return the run of a heading's pieces that is declared as the headline: all but a kicker or a line of date."""
    if not any(flat in heading.flat and flat != heading.flat for flat in flats if len(flat) >= MIN_HEAD_CHARS):
        return None
    pieces = pieces_of(heading.box.element)
    return next((run for run in runs_of(pieces) if squash(run) in flats), None)


def unconfirmed(desk: Desk, headings: list[Heading], declared: list[Declared]) -> str | None:
    """Return the level-one heading of the story where nothing declared is printed."""
    firsts = [h for h in headings if h.level == 1 and not is_site(h.text, desk.outlet)]
    if not firsts:
        return None
    start = desk.body[0] if desk.body else 0
    above = [h for h in firsts if h.box.start <= start]
    heading = above[-1] if above else firsts[0]
    if is_furniture(desk, heading) and declared:
        return None
    title = bare(heading)
    said = [title for title in declared if not is_site(title.text, desk.outlet)]
    if is_strange(title, said, desk.slug) or is_part(squash(title), said):
        return None
    return title


def is_part(flat: str, declared: list[Declared]) -> bool:
    """Tell whether both main declarations say more than the heading, whose kicker stands in a line of its own."""
    ends = {title.source for title in declared if title.flat != flat and title.flat.endswith(flat)}
    return len(ends & {"jsonld:headline", "meta:og:title"}) == 2


def is_strange(heading: str, declared: list[Declared], slug: frozenset[str]) -> bool:
    """Tell whether a heading has no word of what the page declares and of its address: a slogan, or another story."""
    said = words_of(" ".join(title.text for title in declared))
    own = words_of(heading)
    if not said or not own.isdisjoint(said) or not own.isdisjoint(slug):
        return False
    return bool(said & slug)


def agree(a: str, b: str) -> bool:
    """Tell whether two squashed headlines are one, perhaps cut short in one of them."""
    return bool(a) and (a == b or (min(len(a), len(b)) >= MIN_AGREED and (a.startswith(b) or b.startswith(a))))


# ------------------------------------------------------------------ the outlet's name


_UNSPACED = r"(?<=[\u3000-\u9fff\uff00-\uffef])[-_](?=[\u3040-\u9fff\uac00-\ud7af])"
"""A bar between letters of scripts that put no space around it."""


@cache
def _strong_bars() -> re.Pattern[str]:
    return re.compile(rf"\s+[|\-–—·•«»]+\s+|\s*[|｜»：]\s*|\s*::\s*|--|(?<=」):|{_UNSPACED}")


@cache
def _bars() -> re.Pattern[str]:
    return re.compile(
        r"\s+[|\-–—·•:«»/]+\s+|\s*[|｜»：]\s*|\s*::\s*|--|:\s+(?=[^:]{2,30}$)|(?<=」):|,\s+(?=[^,]{2,20}$)"
        rf"|{_UNSPACED}"
    )


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


def by_address(title: str, slug: frozenset[str]) -> str:
    """Return the first piece of a title if the words of the page's address are in it and in no other piece."""
    bar = _strong_bars().search(title)
    if bar is None or not slug:
        return title
    head, rest = title[: bar.start()].strip(), title[bar.end() :]
    if len(head) < MIN_HEAD_CHARS or in_address(head, slug) < 0.6 or in_address(rest, slug) > 0.4:
        return title
    return head


def in_address(line: str, slug: frozenset[str]) -> float:
    """Return the share of a line's telling words that the page's address has too."""
    words = words_of(line)
    return len(words & slug) / len(words) if words else 0.0


def is_site(text: str, names: Collection[str]) -> bool:
    """Tell whether a piece of a title is a name of the outlet: "Business Standard News" for businessstandard."""
    flat = squash(text) if len(text) <= MAX_SITE_CHARS else ""
    if not flat:
        return False
    return any(
        flat == name
        or (len(name) > 3 and name in flat and len(name) >= SITE_SHARE * len(flat))
        or (len(flat) > 3 and flat in name)
        for name in names
    )

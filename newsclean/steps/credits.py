"""Who is credited: authors and agencies, by byline, dateline and sign-off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any, NamedTuple

from newsclean.article import Author
from newsclean.steps.agencies import agencies_of, agency_of_dateline, agency_of_signoff
from newsclean.steps.bylines import people
from newsclean.steps.desk import Desk
from newsclean.steps.names import is_full_name, is_handle, squash
from newsclean.steps.page import strings, types_of
from newsclean.steps.seen_authors import Printed
from newsclean.steps.urls import absolute
from newsclean.steps.values import MAX_VALUES, Place, first, text, unescape

PRINTED = frozenset(("html:author", "html:name"))
"""Sources that are lines of the page without a word such as "by": what is no full name there is nobody."""
LINES = PRINTED | {"html:byline", "html:signature"}
"""Sources of which the first line with a name is enough."""
SAID = frozenset(("html:card", "html:byline", "html:rel_author"))
"""Sources that outweigh a declared author who is no person: an outlet, or the name of an account."""
MARKED = frozenset(("html:author", "html:signature"))
"""Sources that outweigh the outlet, where they give a full name."""
MAX_CREDITS = 40
SIGN_OFFS = 3


def read_people(
    desk: Desk, lookups: Iterable[tuple[str, Iterable[Place]]], sources: dict[str, str]
) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Return the authors of the first source that names a person, and the agencies that bylines credit.

    Args:
        lookups: the sources of the authors, best first, each with what it says, read only when asked.
        sources: filled with the places of both.
    """
    agencies: dict[str, str] = {}
    found: dict[str, Author] = {}
    for source, places in lookups:
        printed = source.startswith("html:")
        if (found or agencies) and printed and not is_heard(desk, source, found):
            break
        named, place = _named(desk, source, places, agencies)
        if not named or (found and not says_more(desk, source, found, named)):
            continue
        found = named if printed or all(map(is_first_name, found.values())) else {**found, **named}
        sources["authors"] = place
        if any(is_known(author) and (printed or is_whole(author)) for author in found.values()):
            break
    if any(author.kind == "person" for author in found.values()):
        found = {key: author for key, author in found.items() if not is_outlet(desk, author)}
    for key in ("provider", "sourceOrganization"):
        for name in (name for raw in strings(desk.story.get(key)) for name in agencies_of(raw)):
            agencies.setdefault(name, f"jsonld:{key}")
    if agencies:
        sources["agencies"] = next(iter(agencies.values()))
    return tuple(found.values()), tuple(agencies)


def _named(desk: Desk, source: str, places: Iterable[Place], agencies: dict[str, str]) -> tuple[dict[str, Author], str]:
    """Return the authors that one source names, and the place of the first; add its agencies to those known."""
    named: dict[str, Author] = {}
    first = ""
    for author, place in named_in(desk, source, places):
        if author.kind == "agency":
            agencies.setdefault(author.name, place)
        else:
            named.setdefault(author.name.casefold(), author)
            first = first or place
    return named, first


def is_outlet(desk: Desk, author: Author) -> bool:
    """Tell whether a byline's name beside a person is the outlet's or its newsroom's."""
    if author.kind not in ("organization", "staff"):
        return False
    flat = squash(author.name)
    return any(name in flat or flat in name for name in desk.outlet if len(name) > 3)


def is_own(desk: Desk, found: Mapping[str, Author]) -> bool:
    """Tell whether nobody but the outlet has been found so far."""
    return bool(found) and all(is_outlet(desk, author) for author in found.values())


def is_someone(desk: Desk, author: Author) -> bool:
    """Tell whether an author is a person with a full name in which the outlet's is not."""
    flat = squash(author.name)
    return (
        author.kind == "person"
        and is_full_name(author.name)
        and not any(name in flat for name in desk.outlet if len(name) > 2)
    )


def is_heard(desk: Desk, source: str, found: Mapping[str, Author]) -> bool:
    """Tell whether a source of printed names may outweigh the authors found so far."""
    if source in SAID or (found and all(map(is_first_name, found.values()))):
        return True
    return source in MARKED and is_own(desk, found)


def says_more(desk: Desk, source: str, found: Mapping[str, Author], named: Mapping[str, Author]) -> bool:
    """Tell whether names of a later source are better than those found: first names are only made whole."""
    if not any(map(is_known, named.values())):
        return False
    if all(map(is_first_name, found.values())):
        firsts = tuple(f"{name} " for name in found)
        called = all(name.startswith(firsts) for name in named)
        return called and all(any(name.startswith(first) for name in named) for first in firsts)
    return source not in MARKED or any(is_someone(desk, author) for author in named.values())


def is_first_name(author: Author) -> bool:
    """Tell whether a person is called by one word that is no account's."""
    return is_known(author) and author.kind == "person" and " " not in author.name


def is_whole(author: Author) -> bool:
    """Tell whether a person is declared with first and last name: nothing that is printed says more."""
    return author.kind == "person" and " " in author.name


def is_known(author: Author) -> bool:
    """Tell whether an author is a person or a newsroom, and more than the name of an account."""
    return author.kind == "staff" or (author.kind == "person" and not is_handle(author.name))


def named_in(desk: Desk, source: str, places: Iterable[Place]) -> Iterator[tuple[Author, str]]:
    """Yield whom one source names; of lines that only stand near the headline, the first with a name is enough."""
    seen: set[Byline] = set()
    for value, place in places:
        named = False
        for byline in _read(value, desk):
            if byline in seen:
                continue
            seen.add(byline)
            # behind "by" one word may be a name, but of several each is a full one: "Von Brücken und Fähren"
            strict = source in PRINTED or (byline.line is not None and " " in byline.raw)
            for author in people(
                byline.raw, url=byline.url, site_names=desk.site_names, printed_only=strict, line=byline.line
            ):
                named = True
                yield (
                    (replace(author, kind="organization") if byline.corporate and _is_person(author) else author),
                    place,
                )
        if named and source in LINES:
            return


def _is_person(author: Author) -> bool:
    return author.kind == "person"


class Byline(NamedTuple):
    """A byline as a source gives it."""

    raw: str
    url: str | None = None
    line: str | None = None
    """The line of the page that it was taken from."""
    corporate: bool = False
    """True where it is declared as an organization's."""


def _read(value: Any, desk: Desk) -> Iterator[Byline]:
    if isinstance(value, Printed):
        yield Byline(value.names, line=value.line)
    else:
        yield from bylines_of(value, desk)


def bylines_of(value: Any, desk: Desk) -> Iterator[Byline]:
    """Yield printed byline and author's address of a declared value: strings, objects, references, lists of them."""
    for item in (value if isinstance(value, list) else [value])[:MAX_CREDITS]:
        url, corporate = None, False
        if isinstance(item, dict):
            if "name" not in item and isinstance(item.get("@id"), str):
                item = desk.named.get(item["@id"], item)
            address = item.get("url")
            url = absolute(address, desk.page.url) if isinstance(address, str) else None
            corporate = any(name.endswith(_CORPORATE) for name in types_of(item))
            item = item.get("name")
        for raw in islice(strings(item), MAX_VALUES):
            yield Byline(unescape(raw), url, corporate=corporate)


_CORPORATE = ("Organization", "Corporation")


def signed_off(desk: Desk) -> list[int]:
    """Return the blocks with an agency's sign-off."""
    if "agency_signoff" not in desk.labels:
        return []
    return [i for i, label in enumerate(desk.labels) if label == "agency_signoff"][-SIGN_OFFS:]


def read_agencies(
    desk: Desk, credited: Iterable[str], places: Iterable[Place], sources: dict[str, str]
) -> tuple[str | None, tuple[str, ...]]:
    """Add the agencies of notices, dateline and sign-off; return the dateline with them.

    Args:
        credited: the agencies of the bylines.
        places: what the page declares as its dateline.
        sources: filled with the places of both.
    """
    found = dict.fromkeys(credited)
    for value, source, _ in desk.labelled.fields.get("agency", ()):
        for agency in agencies_of(value) or (value,):
            found.setdefault(agency)
            sources.setdefault("agencies", source)
    dateline = first(places, text)
    for i in desk.body[:3]:
        if line := agency_of_dateline(desk.labelled.kept(i)):
            found.setdefault(line.agency)
            sources.setdefault("agencies", "body:dateline")
            dateline = dateline or ((line.dateline, "body:dateline") if line.dateline else None)
            break
    for i in desk.body[-3:] + signed_off(desk):
        if name := agency_of_signoff(desk.labelled.blocks[i].text):
            found.setdefault(name)
            sources.setdefault("agencies", "body:signoff")
    if dateline:
        sources["dateline"] = dateline[1]
    return dateline[0] if dateline else None, tuple(found)

"""What a page says of itself: title, authors, dates, section, rights, each with its source.

`SOURCES` is the whole policy: per field, the places to look in, best first. A place is one of

    plugin              what the plugin's selectors and named groups found
    jsonld:KEY          the JSON-LD object of the story
    webpage:KEY         the JSON-LD object of the page around it
    meta:NAME           a meta tag
    link:REL            a link element
    html:NAME           what a reader sees; `steps.seen` says how each is found
    url                 the page's address

and the first place that gives a value wins. Nothing here raises for what a page declares, whatever
types it uses. The readers of single fields stand in modules of their own: `titles`, `credits`,
`declared`. They are handed what the places of their field say and know nothing of the order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from newsclean.article import Access, Author, Image, Kind, Publisher, Rights, When
from newsclean.limits import Limits
from newsclean.plan import Plan
from newsclean.steps import marked_authors, seen, seen_authors, seen_dates
from newsclean.steps.credits import read_agencies, read_people
from newsclean.steps.dates import url_date
from newsclean.steps.declared import read_access, read_rights, read_tags
from newsclean.steps.desk import Desk
from newsclean.steps.kinds import read_kind
from newsclean.steps.label import Labelled
from newsclean.steps.language import SAMPLE_CHARS, read_language
from newsclean.steps.page import Page
from newsclean.steps.pictures import read_images
from newsclean.steps.published import read_date, read_published
from newsclean.steps.titles import read_title
from newsclean.steps.urls import canonical, host_of
from newsclean.steps.values import MAX_VALUES, Place, first, text

T = TypeVar("T")

SOURCES: dict[str, tuple[str, ...]] = {
    "canonical_url": ("link:canonical", "meta:og:url", "jsonld:url"),
    "title": ("plugin", "jsonld:headline", "meta:og:title", "meta:twitter:title", "meta:dc.title", "html:title"),
    "subtitle": ("plugin", "html:standfirst", "jsonld:alternativeHeadline"),
    "description": (
        "plugin", "meta:og:description", "meta:description", "jsonld:description", "meta:twitter:description",
    ),
    "authors": (
        "plugin", "jsonld:author", "jsonld:byline",
        "meta:article:author", "meta:author", "meta:parsely-author", "meta:sailthru.author",
        "meta:dc.creator", "meta:byl", "html:card", "html:byline", "html:rel_author", "html:author",
        "html:name", "html:signature",
    ),
    "date_published": (
        "plugin", "jsonld:datePublished", "meta:article:published_time", "meta:datepublished", "meta:og:published_time",
        "webpage:datePublished", "meta:parsely-pub-date", "meta:sailthru.date", "meta:dc.date.issued",
        "html:itemprop", "html:dateline", "meta:*", "meta:dc.date", "meta:date", "meta:dcterms.created",
        "jsonld:dateCreated", "object:datePublished", "html:time", "url", "html:updated", "html:dated",
    ),
    "date_modified": (
        "plugin", "jsonld:dateModified", "meta:article:modified_time", "meta:og:updated_time", "meta:datemodified",
        "webpage:dateModified",
    ),
    "publisher": ("plugin", "jsonld:publisher", "meta:og:site_name"),
    "section": (
        "plugin", "jsonld:articleSection", "meta:article:section", "meta:parsely-section", "meta:section",
        "html:breadcrumb",
    ),
    "dateline": ("plugin", "jsonld:dateline"),
    "language": ("html:lang", "meta:content-language", "jsonld:inLanguage", "meta:og:locale"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What was found; `sources` names the place of each."""

    canonical_url: str | None = None
    title: str | None = None
    subtitle: str | None = None
    description: str | None = None
    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()
    date_published: When | None = None
    date_modified: When | None = None
    language: str | None = None
    publisher: Publisher | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    dateline: str | None = None
    images: tuple[Image, ...] = ()
    kind: Kind = "unknown"
    access: Access = "unknown"
    rights: Rights | None = None
    flags: tuple[str, ...] = ()
    sources: Mapping[str, str]


def read_fields(page: Page, labelled: Labelled, plan: Plan | None, limits: Limits) -> Fields:
    """Read every field of the record that is not the body."""
    desk = Desk(page, labelled, plan, limits)
    sources: dict[str, str] = {}

    def noted(name: str, found: tuple[T, str] | None) -> T | None:
        if found is None:
            return None
        sources[name] = found[1]
        return found[0]

    def stated(name: str, other_than: str | None = None) -> str | None:
        found = find(desk, name, text)
        return None if found and found[0] == other_than else noted(name, found)

    canonical_url = noted("canonical_url", find(desk, "canonical_url", lambda v: canonical(text(v), page.url)))
    publisher = noted("publisher", read_publisher(desk, canonical_url))
    declared = (publisher.name if publisher else None, *page.metadata.meta.get("og:site_name", ()))
    desk.site_names = tuple(filter(None, declared))
    language = noted("language", read_language(places(desk, "language"), opening(desk)))
    desk.title = noted("title", read_title(desk, places(desk, "title")))
    published = noted("date_published", read_published(desk, places(desk, "date_published"), language))
    authors, credited = read_people(desk, lookups(desk, "authors"), sources)
    dateline, agencies = read_agencies(desk, credited, places(desk, "dateline"), sources)
    return Fields(
        canonical_url=canonical_url,
        title=desk.title,
        subtitle=stated("subtitle", other_than=desk.title),
        description=stated("description"),
        authors=authors,
        agencies=agencies,
        date_published=published,
        date_modified=noted("date_modified", read_date(desk, places(desk, "date_modified"), language)),
        language=language,
        publisher=publisher,
        section=stated("section"),
        tags=read_tags(desk),
        dateline=dateline,
        images=read_images(desk),
        kind=read_kind(desk),
        access=read_access(desk),
        rights=read_rights(desk),
        flags=read_flags(desk, published),
        sources=sources,
    )


# ------------------------------------------------------------------ places

SEEN: Mapping[str, Callable[[Desk], Iterable[Any]]] = {
    "lang": seen.seen_language,
    "title": seen.seen_title,
    "standfirst": seen.seen_standfirst,
    "breadcrumb": seen.seen_breadcrumb,
    "time": seen_dates.seen_times,
    "itemprop": seen_dates.seen_itemprop_dates,
    "dateline": seen_dates.seen_date_lines,
    "dated": seen_dates.seen_dated,
    "updated": seen_dates.seen_updates,
    "card": seen_authors.seen_card,
    "byline": seen_authors.seen_bylines,
    "rel_author": marked_authors.seen_rel_authors,
    "author": marked_authors.seen_authors,
    "name": seen_authors.seen_names,
    "signature": seen_authors.seen_signature,
}
"""How each ``html:`` source is read."""

_LOOKUPS = {
    name: tuple((source, *source.partition(":")[::2]) for source in sources) for name, sources in SOURCES.items()
}
"""`SOURCES` with every source taken apart, once."""


def lookups(desk: Desk, name: str) -> Iterator[tuple[str, Iterable[Place]]]:
    """Yield the sources of a field that say something, best first, each with what it says, read only when asked."""
    meta, story = desk.page.metadata.meta, desk.story
    for source, place, key in _LOOKUPS[name]:
        if place == "meta" and key != "*":
            if key in meta:
                yield source, [Place(value, source) for value in meta[key][:MAX_VALUES]]
        elif place == "jsonld":
            if key in story:
                yield source, (Place(story[key], source),)
        elif place == "plugin":
            if found := desk.labelled.fields.get(name):
                yield source, [Place(hit.value, hit.source) for hit in found]
        elif place == "html":
            yield source, (Place(value, source) for value in SEEN[key](desk))
        elif values := _declared(desk, place, key):
            yield source, [Place(value, source) for value in values]


def find(desk: Desk, name: str, read: Callable[[Any], T | None]) -> tuple[T, str] | None:
    """Return the first value of a field that can be read, with its source."""
    return first(places(desk, name), read)


def places(desk: Desk, name: str) -> Iterator[Place]:
    """Yield what the page says of a field, best source first."""
    for _, found in lookups(desk, name):
        yield from found


def _declared(desk: Desk, place: str, key: str) -> Iterable[Any]:
    metadata = desk.page.metadata
    if place == "meta":
        return _told(metadata.meta)
    if place == "link":
        return (metadata.links[key],) if key in metadata.links else ()
    if place == "url":
        return _in_address(desk)
    if place == "object":
        return [node[key] for node in metadata.jsonld[:MAX_VALUES] if key in node and not metadata.is_elsewhere(node)]
    return [node[key] for node in islice(metadata.typed("WebPage", "ItemPage"), MAX_VALUES) if key in node]


def _told(meta: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return what meta tags of an outlet's own say of the day of publication."""
    return [values[0] for name, values in meta.items() if values and _own_date().search(name)]


@cache
def _own_date() -> re.Pattern[str]:
    return re.compile(r"\bpub-?_?date$|(?:publish(?:ed)?|publication|release)[-_.]?(?:date|time|on|at)?$")


def _in_address(desk: Desk) -> tuple[str, ...]:
    day = url_date(desk.page.url, desk.plan.url_date if desk.plan else None)
    return (day.isoformat(),) if day else ()


# ------------------------------------------------------------------ short readers


def read_publisher(desk: Desk, canonical_url: str | None) -> tuple[Publisher, str] | None:
    """Return name and host of the outlet."""
    named = find(desk, "publisher", text)
    domain = desk.host or host_of(canonical_url)
    if not named and not domain:
        return None
    return Publisher(name=named[0] if named else None, domain=domain), named[1] if named else "url"


def opening(desk: Desk) -> str:
    """Return the first words of the story, enough to know its language by."""
    pieces: list[str] = []
    size = 0
    for i in desk.body:
        pieces.append(desk.labelled.blocks[i].text)
        size += len(pieces[-1])
        if size >= SAMPLE_CHARS:
            break
    return " ".join(pieces)


DATE_TOLERANCE = 2
"""Days by which address and dateline may differ: drafts are named, and time zones lie between."""


def read_flags(desk: Desk, published: When | None) -> tuple[str, ...]:
    """Return marks for the record's quality."""
    flags = []
    trimmed = {cut.label for cuts in desk.labelled.cuts.values() for cut in cuts}
    if "syndication_notice" in trimmed or "syndication_notice" in desk.labels:
        flags.append("syndicated")
    pattern = desk.plan.url_date if desk.plan else None
    day = url_date(desk.page.url, pattern) if pattern else None
    if day and published and abs((date.fromisoformat(published.value[:10]) - day).days) > DATE_TOLERANCE:
        flags.append("date_differs_from_url")
    return tuple(flags)

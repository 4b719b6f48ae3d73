"""What a page says of itself: title, authors, dates, section, rights, each with its source.

`SOURCES` is the whole policy: per field, the places to look in, best first. A place is one of

    plugin              what the plugin's selectors and named groups found
    jsonld:KEY          the JSON-LD object of the story
    webpage:KEY         the JSON-LD object of the page around it
    meta:NAME           a meta tag
    link:REL            a link element
    html:NAME           what a reader sees; `_SEEN` says how each is found
    url                 the page's address

and the first place that gives a value wins. Nothing here raises for what a page declares, whatever
types it uses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from newsclean.article import Access, Author, Image, Kind, Publisher, Rights, When
from newsclean.limits import Limits
from newsclean.plan import Plan
from newsclean.steps.agencies import agencies_of, agency_of_dateline, agency_of_signoff
from newsclean.steps.blocks import fold
from newsclean.steps.bylines import is_furniture, people, squash
from newsclean.steps.dates import parse_when, url_date
from newsclean.steps.label import Labelled
from newsclean.steps.page import Json, Page, strings, types_of
from newsclean.steps.urls import absolute, canonical, host_of

T = TypeVar("T")

SOURCES: dict[str, tuple[str, ...]] = {
    "canonical_url": ("link:canonical", "meta:og:url", "jsonld:url"),
    "title": ("plugin", "jsonld:headline", "meta:og:title", "meta:twitter:title", "meta:dc.title", "html:title"),
    "subtitle": ("plugin", "jsonld:alternativeHeadline"),
    "description": (
        "plugin", "meta:og:description", "meta:description", "jsonld:description", "meta:twitter:description",
    ),
    "authors": (
        "plugin", "jsonld:author", "meta:article:author", "meta:author", "meta:parsely-author", "meta:sailthru.author",
        "meta:dc.creator", "meta:byl", "html:card", "html:rel_author", "html:byline", "html:author",
    ),
    "date_published": (
        "plugin", "jsonld:datePublished", "meta:article:published_time", "meta:datepublished", "meta:og:published_time",
        "webpage:datePublished", "meta:parsely-pub-date", "meta:sailthru.date", "meta:dc.date.issued", "meta:dc.date",
        "meta:publish-date", "meta:publishdate", "meta:pubdate", "meta:date", "jsonld:dateCreated",
        "html:time", "html:itemprop", "html:dateline", "html:dated",
    ),
    "date_modified": (
        "plugin", "jsonld:dateModified", "meta:article:modified_time", "meta:og:updated_time", "meta:datemodified",
    ),
    "publisher": ("plugin", "jsonld:publisher", "meta:og:site_name"),
    "section": ("plugin", "jsonld:articleSection", "meta:article:section"),
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


class Place(NamedTuple):
    """A value as found, of whatever type, and the name of its source."""

    value: Any
    source: str


class Desk:
    """All that the readers look at; lives for one call of `read_fields`."""

    def __init__(self, page: Page, labelled: Labelled, plan: Plan | None, limits: Limits) -> None:
        self.page = page
        self.labelled = labelled
        self.plan = plan
        self.limits = limits
        self.story = page.metadata.story()
        self.labels: dict[str, list[int]] = {}
        for i, verdict in enumerate(labelled.verdicts):
            if verdict is not None:
                self.labels.setdefault(verdict.label, []).append(i)
        self.body = self.labels.get("body", [])
        self.site_names: tuple[str, ...] = ()
        self._by_id: dict[str, Json] | None = None

    def by_id(self) -> dict[str, Json]:
        """Return the named JSON-LD objects by their ``@id``, as authors are often referred to."""
        if self._by_id is None:
            nodes = [n for n in self.page.metadata.jsonld if "name" in n and isinstance(n.get("@id"), str)]
            self._by_id = {node["@id"]: node for node in nodes}
        return self._by_id

    def lookups(self, name: str) -> Iterator[tuple[str, Iterator[Place]]]:
        """Yield the sources of a field, best first, each with what it says, read only when asked."""
        for source in SOURCES[name]:
            yield source, self._look(name, source)

    def places(self, name: str) -> Iterator[Place]:
        """Yield what the page says of a field, best source first."""
        for _, values in self.lookups(name):
            yield from values

    def _look(self, name: str, source: str) -> Iterator[Place]:
        place, _, key = source.partition(":")
        if place == "plugin":
            yield from (Place(found.value, found.source) for found in self.labelled.fields.get(name, ()))
        elif place == "html":
            yield from (Place(value, source) for value in _SEEN[key](self))
        else:
            yield from (Place(value, source) for value in islice(self._declared(place, key), MAX_VALUES))

    def _declared(self, place: str, key: str) -> Iterator[Any]:
        metadata = self.page.metadata
        if place == "meta":
            yield from metadata.meta.get(key, ())
        elif place == "link":
            yield metadata.links.get(key)
        elif place == "jsonld":
            yield self.story.get(key)
        elif place == "webpage":
            yield from (node.get(key) for node in metadata.typed("WebPage", "ItemPage"))


def read_fields(page: Page, labelled: Labelled, plan: Plan | None, limits: Limits) -> Fields:
    """Read every field of the record that is not the body."""
    desk = Desk(page, labelled, plan, limits)
    sources: dict[str, str] = {}

    def noted(name: str, found: tuple[T, str] | None) -> T | None:
        if found is None:
            return None
        sources[name] = found[1]
        return found[0]

    canonical_url = noted("canonical_url", first(desk, "canonical_url", lambda v: canonical(text(v), page.url)))
    publisher = noted("publisher", read_publisher(desk, canonical_url))
    declared = (publisher.name if publisher else None, *page.metadata.meta.get("og:site_name", ()))
    desk.site_names = tuple(filter(None, declared))
    language = noted("language", first(desk, "language", lambda v: language_tag(text(v))))
    published = noted("date_published", read_date(desk, "date_published", language))
    authors, agencies = read_people(desk, sources)
    dateline, agencies = read_agencies(desk, agencies, sources)
    return Fields(
        canonical_url=canonical_url,
        title=noted("title", read_title(desk)),
        subtitle=noted("subtitle", first(desk, "subtitle", text)),
        description=noted("description", first(desk, "description", text)),
        authors=authors,
        agencies=agencies,
        date_published=published,
        date_modified=noted("date_modified", read_date(desk, "date_modified", language)),
        language=language,
        publisher=publisher,
        section=noted("section", first(desk, "section", text)),
        tags=read_tags(desk),
        dateline=dateline,
        images=read_images(desk),
        kind=read_kind(desk),
        access=read_access(desk),
        rights=read_rights(desk),
        flags=read_flags(desk, published),
        sources=sources,
    )


# ------------------------------------------------------------------ values


def first(desk: Desk, name: str, read: Callable[[Any], T | None]) -> tuple[T, str] | None:
    """Return the first value of a field that can be read, with its source."""
    for value, source in desk.places(name):
        got = read(value)
        if got:
            return got, source
    return None


def text(value: Any) -> str | None:
    """Return a declared value as one line of text: a string, the first of a list, the name of an object."""
    for item in strings(value):
        plain = fold(unescape(item))
        if plain:
            return plain[:MAX_FIELD_CHARS]
    return None


MAX_FIELD_CHARS = 2_000
"""The longest standfirst seen has 900 characters; more is the story, or an attack."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});", re.I)
_MARKUP = re.compile(r"</?[a-z][^<>]{0,300}>", re.I)


def unescape(value: str) -> str:
    """Undo what content systems escape twice: entities, and markup in a headline."""
    if "&" in value and _ENTITY.search(value):
        from html import unescape as once

        value = once(value)
    return _MARKUP.sub("", value) if "<" in value else value


# ------------------------------------------------------------------ title


def read_title(desk: Desk) -> tuple[str, str] | None:
    """Return the headline as printed: the plugin's, or the h1 that agrees with a declared one, or the declared one."""
    headings = [heading for heading in seen_h1(desk) if heading]
    declared: tuple[str, str] | None = None
    for value, source in desk.places("title"):
        title = text(value)
        if not title:
            continue
        if not source.startswith(("jsonld:", "meta:", "html:")):
            return title, source
        bare = strip_site(title, desk, headings)
        if agreed := next((h for h in headings if agrees(h, bare)), None):
            return agreed, "html:h1"
        if not declared and not _is_site(bare, names_of(desk)):
            declared = (bare, source)
    if declared is None and not headings:  # a page that calls itself by nothing but the outlet's name
        return first(desk, "title", text)
    if headings and (declared is None or (len(headings) == 1 and is_weaker(declared, headings[0]))):
        return headings[0], "html:h1"
    return declared


SAME_STORY = 0.3
"""Share of words that a page's only h1 has in common with the declared headline when both name one story."""


def is_weaker(declared: tuple[str, str], heading: str) -> bool:
    """Tell whether a page's only h1 says more than what is declared: titles for searches and previews are rewritten."""
    title, source = declared
    return source == "html:title" or (source != "jsonld:headline" and shared(heading, title) >= SAME_STORY)


def shared(a: str, b: str) -> float:
    """Return how many of the words of the shorter text the other has too."""
    left, right = set(re.findall(r"\w{2,}", a.casefold())), set(re.findall(r"\w{2,}", b.casefold()))
    return len(left & right) / min(len(left), len(right)) if min(len(left), len(right)) >= 3 else 0.0


def agrees(heading: str, declared: str) -> bool:
    """Tell whether a heading is the headline that is declared, perhaps in full where that was cut short."""
    a, b = squash(heading), squash(declared)
    return bool(a) and (a == b or (min(len(a), len(b)) >= 15 and (a.startswith(b) or b.startswith(a))))


_BARS = re.compile(r"\s+[|\-–—·•:«»/]+\s+|\s*[|｜»]\s*|\s*::\s*|:\s+(?=[^:]{2,30}$)|,\s+(?=[^,]{2,20}$)")
_MIN_HEAD_CHARS = 8
MAX_BARS = 3
"""Pieces of a title that may name the outlet and its sections."""


def strip_site(title: str, desk: Desk, headings: Iterable[str]) -> str:
    """Take the outlet's name off the end or the beginning of a title."""
    if any(squash(heading) == squash(title) for heading in headings):
        return title
    names = names_of(desk)
    for _ in range(3):
        bars = list(_BARS.finditer(title))
        for bar in (*reversed(bars[-MAX_BARS:]), *bars[:1]):
            head, tail = title[: bar.start()].strip(), title[bar.end() :].strip()
            if len(head) >= _MIN_HEAD_CHARS and _is_site(tail, names):
                title = head
                break
            if len(tail) >= _MIN_HEAD_CHARS and _is_site(head, names):
                title = tail
                break
        else:
            return title
    return title


def names_of(desk: Desk) -> set[str]:
    """Return what the outlet calls itself, squashed: declared names and the parts of its host."""
    host = [squash(part) for part in (host_of(desk.page.url) or "").split(".")]
    names = {squash(name) for name in desk.site_names} | {
        part for part in host[:-1] if len(part) > 3 and part != "blog"
    }
    if len(host) > 1:
        names |= {"".join(host), "".join(host[-2:]), host[0] if len(host) == 2 else ""}
    return names - {""}


def _is_site(text: str, names: set[str]) -> bool:
    """Tell whether a piece of a title is a name of the outlet: "Business Standard News" for businessstandard."""
    flat = squash(text) if len(text) <= 60 else ""
    if not flat:
        return False
    return any(flat == n or (len(n) > 3 and n in flat) or (len(flat) > 3 and flat in n) for n in names)


SOFT_HYPHEN = "\u00ad"


def seen_h1(desk: Desk) -> list[str]:
    """Return the level-one headings in reading order."""
    segments = desk.labelled.segments
    hits = [b for b in segments.boxes if b.tag == "h1" and b.end > b.start]
    return [
        " ".join(segments.blocks[i].text for i in range(b.start, min(b.end, b.start + 6))).replace(SOFT_HYPHEN, "")
        for b in hits[:8]
    ]


# ------------------------------------------------------------------ dates


def read_date(desk: Desk, name: str, language: str | None) -> tuple[When, str] | None:
    """Return the first readable date of a field."""
    page, zone = desk.page, desk.plan.zone if desk.plan else None
    for value, source in desk.places(name):
        for raw in scalars(value):
            when = parse_when(raw, source, zone=zone, language=language, captured=page.captured)
            if when:
                return when, source
    if name == "date_published":
        day = url_date(page.url, desk.plan.url_date if desk.plan else None)
        if day:
            return When(value=day.isoformat(), raw=day.isoformat(), source="url"), "url"
    return None


def scalars(value: Any) -> Iterator[str | int | float]:
    """Yield the strings and numbers of a declared value; nothing of a value of any other shape."""
    for item in (value if isinstance(value, list) else [value])[:20]:
        if isinstance(item, dict):
            item = item.get("@value")
        if isinstance(item, (str, int, float)) and not isinstance(item, bool):
            yield item


def seen_times(desk: Desk) -> Iterator[str]:
    """Yield the dates of ``time`` elements, those marked as the publication's and those below the headline first."""
    if desk.page.tree is None:
        return
    marked: list[str] = []
    below: list[str] = []
    above: list[str] = []
    after = False
    for element in desk.page.tree.iter("h1", "time"):
        if element.tag == "h1":
            after = True
            continue
        value = element.get("datetime") or short_text(element)
        signs = f"{element.get('itemprop')} {element.get('class')} {element.get('pubdate')}".lower()
        if "datepublished" in signs or "entry-date" in signs or "published" in signs or "pubdate" in signs:
            marked.append(value)
        elif "modified" not in signs and "updated" not in signs:
            (below if after else above).append(value)
    yield from (marked + below + above)[:20]


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


MAX_LINE_CHARS = 160
"""Characters of a byline or date line."""


def seen_itemprop_dates(desk: Desk) -> Iterator[str]:
    """Yield dates in microdata, or beside the headline in an element named for its date."""
    if desk.page.tree is None:
        return
    for element in desk.page.tree.iter("span", "div", "p", "abbr", "li", "a"):
        if (element.get("itemprop") or "").lower() in ("datepublished", "datecreated"):
            yield element.get("content") or element.get("datetime") or short_text(element)


_DATE_CLASS = re.compile(r"date|publish|time|posted|datum|fecha|postmeta|post-footer|entry-meta", re.I)
_COPYRIGHT = re.compile(r"©|copyright|\(c\)|all rights", re.I)
NEAR_BEFORE, NEAR_AFTER = 12, 12
"""Blocks around headline and beginning of the body in which byline and date line are looked for."""


def near_headline(desk: Desk) -> Iterator[int]:
    """Yield the places of the short blocks around the headline, those behind it first."""
    blocks, boxes = desk.labelled.blocks, desk.labelled.segments.boxes
    h1 = next((b.start for b in boxes if b.tag == "h1" and b.end > b.start), None)
    start = desk.body[0] if desk.body else None
    anchor = h1 if h1 is not None else start
    if anchor is None:
        return
    end = max(anchor + 1, start if start is not None else 0)
    order = [
        *range(anchor + 1, min(len(blocks), end + 3, anchor + 60)),
        *range(anchor - 1, max(-1, anchor - NEAR_BEFORE), -1),
    ]
    yield from (i for i in order if len(blocks[i].text) <= 160)


def seen_date_lines(desk: Desk) -> Iterator[str]:
    """Yield the short lines around the headline, as one of them may be the date line."""
    if desk.page.kind == "text":
        return
    blocks = desk.labelled.blocks
    for i in near_headline(desk):
        if not _COPYRIGHT.search(blocks[i].text):
            yield blocks[i].text
    if desk.body:
        yield from (
            blocks[i].text
            for i in range(desk.body[-1] + 1, min(len(blocks), desk.body[-1] + 6))
            if len(blocks[i].text) <= 120 and not _COPYRIGHT.search(blocks[i].text)
        )


def seen_dated(desk: Desk) -> Iterator[str]:
    """Yield the short lines anywhere in elements named for a date: the last resort."""
    if desk.page.kind == "text":
        return
    boxes = desk.labelled.segments.boxes
    for block in desk.labelled.blocks:
        if (
            len(block.text) <= 400
            and _DIGIT.search(block.text)
            and not _COPYRIGHT.search(block.text)
            and _in_class(boxes, block.box, _DATE_CLASS)
        ):
            yield block.text[:200]


_DIGIT = re.compile(r"\d\d")


# ------------------------------------------------------------------ authors and agencies


def read_people(desk: Desk, sources: dict[str, str]) -> tuple[tuple[Author, ...], tuple[str, ...]]:
    """Return the authors of the first source that names any, and the agencies that bylines credit."""
    agencies: dict[str, str] = {}
    found: dict[str, Author] = {}
    for source, values in desk.lookups("authors"):
        for author, place in named_in(desk, source, values):
            if author.kind == "agency":
                agencies.setdefault(author.name, place)
            else:
                found.setdefault(author.name.casefold(), author)
                sources.setdefault("authors", place)
        if any(author.kind in ("person", "staff") for author in found.values()):
            break
    if any(author.kind == "person" for author in found.values()):
        found = {key: author for key, author in found.items() if author.kind != "organization"}
    for key in ("provider", "sourceOrganization"):
        for name in (name for raw in strings(desk.story.get(key)) for name in agencies_of(raw)):
            agencies.setdefault(name, f"jsonld:{key}")
    if agencies:
        sources["agencies"] = next(iter(agencies.values()))
    return tuple(found.values()), tuple(agencies)


def named_in(desk: Desk, source: str, values: Iterable[Place]) -> Iterator[tuple[Author, str]]:
    """Yield whom one source names; of lines that only stand near the headline, the first with a name is enough."""
    printed = source in ("html:byline", "html:author")
    for value, place in values:
        named = False
        for raw, url in bylines_of(value, desk):
            for author in people(raw, url=url, site_names=desk.site_names, printed_only=printed):
                named = True
                yield author, place
        if printed and named:
            return


def bylines_of(value: Any, desk: Desk) -> Iterator[tuple[str, str | None]]:
    """Yield printed byline and author's address of a declared value: strings, objects, references, lists of them."""
    for item in (value if isinstance(value, list) else [value])[:40]:
        url = None
        if isinstance(item, dict):
            if "name" not in item and isinstance(item.get("@id"), str):
                item = desk.by_id().get(item["@id"], item)
            address = item.get("url")
            url = absolute(address, desk.page.url) if isinstance(address, str) else None
            item = item.get("name")
        for raw in islice(strings(item), MAX_VALUES):
            yield unescape(raw), url


def seen_card(desk: Desk) -> Iterator[str]:
    """Yield the author of the card that WordPress declares for previews: ``Written by``."""
    meta = desk.page.metadata
    for n in "12":
        if _CARD.fullmatch(meta.first(f"twitter:label{n}") or ""):
            yield meta.first(f"twitter:data{n}") or ""


_CARD = re.compile(
    r"written by|verfasst von|écrit par|escrito por|scritto da|geschreven door|escrito por|author|skrevet av"
    r"|skriven av|napisane przez",
    re.I,
)
_AUTHOR_LINK = re.compile(
    r"/(?:authors?|autor(?:en|in|es)?|auteurs?|people|profile|staff|journalist|reporter|contributors?|by)/[^/?]", re.I
)
_AUTHOR_TAGS = ("h1", "a", "span", "div", "p", "address", "li", "cite", "strong", "h3", "h4", "h5")
MAX_SEEN = 6
MAX_VALUES = 40
"""Values read of one source: a page that repeats a tag thousands of times is an attack."""


def seen_rel_authors(desk: Desk) -> Iterator[str]:
    """Yield the first names marked as the author's by relation or microdata; those far below are of other stories."""
    if desk.page.tree is None:
        return
    reach = 0
    for at, element in enumerate(desk.page.tree.iter("a", "span")):
        if reach and at > reach:
            return
        if element.get("itemprop") == "author" or "author" in (element.get("rel") or "").split():
            line = short_text(element)
            if line and not is_furniture(line):
                reach = reach or at + REL_REACH
                yield line


REL_REACH = 12
"""Links and spans behind the first author among which the story's other authors stand."""


def seen_authors(desk: Desk) -> Iterator[str]:
    """Yield the texts of elements that class or address call the author's.

    Those below the headline come first, those above it nearest first.
    """
    if desk.page.tree is None:
        return
    below: list[str] = []
    above: list[str] = []
    passed = 0  # elements since the headline
    for element in desk.page.tree.iter(*_AUTHOR_TAGS):
        tag = element.tag
        if passed:
            passed += 1
            if passed > AUTHOR_REACH or len(below) >= MAX_SEEN:
                break
        elif tag == "h1":
            passed = 1
            continue
        if _names_author(element, tag):
            hits = below if passed else above
        else:
            continue
        line = short_text(element)
        if line and len(line) <= 100:
            hits.append(line)
    yield from (below + above[::-1])[:MAX_SEEN]


AUTHOR_REACH = 400
"""Elements below the headline among which its author is looked for; further down stand other stories and comments."""


def _names_author(element: Any, tag: str) -> bool:
    name = element.get("class")
    if name is not None:
        name = name.lower()
        if "author" in name or "byline" in name or "autor" in name or "auteur" in name or "writer" in name:
            return True
    return tag == "a" and _AUTHOR_LINK.search(element.get("href") or "") is not None


_BY = re.compile(
    r"(?:^|[\s|·•])(?:by|von|par|por|di|door|av|af|text|words|autor(?:in)?|author)\b:?\s+(?P<name>[^\W\d_].{1,80})",
    re.I,
)
_AUTHOR_CLASS = re.compile(r"byline|author|autor|auteur|writer|creator", re.I)


def seen_bylines(desk: Desk) -> Iterator[str]:
    """Yield the lines around the headline that begin as a byline does or stand in an element named for it."""
    if desk.page.kind == "text":
        return
    blocks, boxes = desk.labelled.blocks, desk.labelled.segments.boxes
    for i in near_headline(desk):
        line = blocks[i].text
        by = _BY.search(line) if len(line) <= 140 else None
        if by and (by.start() == 0 or any(c.isdigit() for c in line[: by.start()])):
            yield by["name"]
        elif len(line) <= 100 and _in_class(boxes, blocks[i].box, _AUTHOR_CLASS):
            yield line


def _in_class(boxes: Any, at: int, pattern: re.Pattern[str]) -> bool:
    """Tell whether a box or the one around it has a class or id of this kind."""
    for _ in range(2):
        element = boxes[at].element
        if element is None:
            return False
        if pattern.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
        at = boxes[at].parent
    return False


def read_agencies(desk: Desk, agencies: tuple[str, ...], sources: dict[str, str]) -> tuple[str | None, tuple[str, ...]]:
    """Add the agencies of notices, dateline and sign-off; return the dateline with them."""
    found = dict.fromkeys(agencies)
    kept = desk.labelled.kept
    printed = [(place.value, place.source) for place in desk.labelled.fields.get("agency", ())]
    for value, source in printed:
        for agency in agencies_of(value) or (value,):
            found.setdefault(agency)
            sources.setdefault("agencies", source)
    dateline = first(desk, "dateline", text)
    for i in desk.body[:3]:
        if line := agency_of_dateline(kept(i)):
            found.setdefault(line.agency)
            sources.setdefault("agencies", "body:dateline")
            dateline = dateline or ((line.dateline, "body:dateline") if line.dateline else None)
            break
    for i in _closing(desk):
        if name := agency_of_signoff(desk.labelled.blocks[i].text):
            found.setdefault(name)
            sources.setdefault("agencies", "body:signoff")
    if dateline:
        sources["dateline"] = dateline[1]
    return dateline[0] if dateline else None, tuple(found)


def _closing(desk: Desk) -> list[int]:
    """Return the places of the last lines of the story and of what rules called a sign-off."""
    return desk.body[-3:] + desk.labels.get("agency_signoff", [])[-3:]


# ------------------------------------------------------------------ the rest


def read_publisher(desk: Desk, canonical_url: str | None) -> tuple[Publisher, str] | None:
    """Return name and host of the outlet."""
    named = first(desk, "publisher", text)
    domain = host_of(desk.page.url) or host_of(canonical_url)
    if not named and not domain:
        return None
    return Publisher(name=named[0] if named else None, domain=domain), named[1] if named else "url"


_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.@].*)?", re.I)


def language_tag(value: str | None) -> str | None:
    """Return a declared language in the case of BCP 47: ``en_gb`` -> ``en-GB``."""
    hit = _TAG.fullmatch((value or "").split(",")[0].strip())
    if hit is None or hit[1].lower() in ("und", "mul", "zxx"):
        return None
    parts = (hit[1].lower(), (hit[2] or "").title(), (hit[3] or "").upper())
    return "-".join(filter(None, parts))


MAX_TAGS = 50


def read_tags(desk: Desk) -> tuple[str, ...]:
    """Return the keywords of all sources, each once, in the order found."""
    meta = desk.page.metadata.meta
    lists: list[str] = [found.value for found in desk.labelled.fields.get("tags", ())]
    lists += strings(desk.story.get("keywords"))
    for name in ("article:tag", "news_keywords", "keywords", "parsely-tags"):
        lists += meta.get(name, ())
    tags: dict[str, str] = {}
    for line in lists:
        for tag in re.split(r"[,;]", line[:MAX_FIELD_CHARS]):
            name = fold(unescape(tag))
            if 1 < len(name) <= 80:
                tags.setdefault(name.casefold(), name)
    return tuple(tags.values())[:MAX_TAGS]


def read_images(desk: Desk) -> tuple[Image, ...]:
    """Return the main picture."""
    alt = desk.page.metadata.first("og:image:alt", "twitter:image:alt")
    declared = [*desk.page.metadata.meta.get("og:image", ()), *_image_urls(desk.story.get("image"))]
    declared += desk.page.metadata.meta.get("twitter:image", ())
    for address in declared:
        if url := absolute(address, desk.page.url):
            return (Image(url=url, alt=alt, is_main=True),)
    return ()


def _image_urls(value: Any) -> Iterator[str]:
    for item in (value if isinstance(value, list) else [value])[:10]:
        if isinstance(item, dict):
            item = item.get("url") or item.get("contentUrl")
        if isinstance(item, str):
            yield item


_KINDS: tuple[tuple[str, Kind], ...] = (
    ("LiveBlogPosting", "live_blog"),
    ("OpinionNewsArticle", "opinion"),
    ("ReviewNewsArticle", "review"),
    ("Review", "review"),
    *((name, "article") for name in ("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "Article")),
    *((name, "article") for name in ("BlogPosting", "Report")),
    ("VideoObject", "video"),
)
"""Kinds by the type that the page declares, the telling ones first."""


def read_kind(desk: Desk) -> Kind:
    """Return the kind that the page declares."""
    types: set[str] = set()
    for node in desk.page.metadata.jsonld:
        types |= types_of(node)
    for name, kind in _KINDS:
        if name in types:
            return kind
    return "article" if (desk.page.metadata.first("og:type") or "").lower() == "article" else "unknown"


def read_access(desk: Desk) -> Access:
    """Return what the page declares of its price; wording is never guessed at."""
    tier = (desk.page.metadata.first("article:content_tier") or "").lower()
    free = desk.story.get("isAccessibleForFree")
    word = free.strip().lower().rsplit("/", 1)[-1] if isinstance(free, str) else free
    if tier == "metered":
        return "metered"
    if word in (False, "false", "no") or tier == "locked":
        return "paywalled"
    return "free" if word in (True, "true", "yes") or tier == "free" else "unknown"


def read_rights(desk: Desk) -> Rights | None:
    """Return the rights that the page declares."""
    metadata = desk.page.metadata
    linked, stated = metadata.links.get("license"), desk.story.get("license")
    license_ = absolute(linked, desk.page.url) or text(stated if not isinstance(stated, dict) else stated.get("url"))
    reserved = metadata.first("tdm-reservation")
    rights = Rights(
        license=license_,
        license_source=("link:license" if linked else "jsonld:license") if license_ else None,
        copyright=text(desk.story.get("copyrightNotice")) or text(metadata.first("copyright", "dc.rights")),
        tdm_reserved={"1": True, "0": False}.get(reserved or ""),
        tdm_policy=metadata.first("tdm-policy"),
        robots_meta=metadata.first("robots"),
    )
    return rights if rights != Rights() else None


DATE_TOLERANCE = 2
"""Days by which address and dateline may differ: drafts are named, and time zones lie between."""


def read_flags(desk: Desk, published: When | None) -> tuple[str, ...]:
    """Return marks for the record's quality."""
    flags = []
    trimmed = {cut.label for cuts in desk.labelled.cuts.values() for cut in cuts}
    if "syndication_notice" in desk.labels or "syndication_notice" in trimmed:
        flags.append("syndicated")
    pattern = desk.plan.url_date if desk.plan else None
    day = url_date(desk.page.url, pattern) if pattern else None
    if day and published and abs((date.fromisoformat(published.value[:10]) - day).days) > DATE_TOLERANCE:
        flags.append("date_differs_from_url")
    return tuple(flags)


def seen_language(desk: Desk) -> Iterator[str | None]:
    """Yield what ``<html lang>`` says."""
    yield desk.page.metadata.language


def seen_title(desk: Desk) -> Iterator[str | None]:
    """Yield the title element."""
    yield desk.page.metadata.title


_SEEN: dict[str, Callable[[Desk], Iterable[Any]]] = {
    "lang": seen_language,
    "title": seen_title,
    "time": seen_times,
    "itemprop": seen_itemprop_dates,
    "dateline": seen_date_lines,
    "dated": seen_dated,
    "card": seen_card,
    "rel_author": seen_rel_authors,
    "author": seen_authors,
    "byline": seen_bylines,
}
"""How each ``html:`` source is read."""

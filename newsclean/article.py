"""The record: what one page becomes.

Plain frozen dataclasses, so that records can be pickled and compared, and hold no
reference to a parser. Fields, names and meanings are those of ``docs/record.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, Self

SCHEMA_VERSION = "1.0"

BlockKind = Literal[
    "paragraph", "heading", "list_item", "quote", "pull_quote", "table", "code", "caption", "embed", "live_entry"
]
AuthorKind = Literal["person", "organization", "agency", "staff", "unknown"]
Precision = Literal["year", "month", "day", "minute", "second"]
Timezone = Literal["explicit", "assumed", "none"]
Kind = Literal[
    "article", "live_blog", "opinion", "review", "video", "gallery", "listing", "press_release", "other", "unknown"
]
Access = Literal["free", "metered", "paywalled", "truncated", "unknown"]
InputKind = Literal["html", "text", "record"]
EncodingSource = Literal["bom", "http", "meta", "utf8", "detected", "fallback", "caller"]
Label = Literal[
    # parts of a story
    "body", "headline", "standfirst", "byline", "dateline", "caption",
    # boilerplate
    "advert", "related", "subscribe", "newsletter", "share", "navigation", "comments", "cookie", "copyright",
    "syndication_notice", "agency_signoff", "disclosure", "author_bio", "metadata", "live_controls", "paywall",
    "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One unit of the body as a reader sees it."""

    kind: BlockKind
    text: str
    """The words, one line, NFC. A table's cells are parted by `` | ``, its rows by line breaks; code has lines."""
    level: int | None = None
    """Headings: 1 to 6. List items: depth of nesting, from 1."""
    time: str | None = None
    """Live entries: RFC 3339 time of the entry, where the page states one."""
    rows: tuple[tuple[str, ...], ...] | None = None
    """Tables: the cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """One name of the byline."""

    name: str
    kind: AuthorKind = "person"
    role: str | None = None
    url: str | None = None
    raw: str | None = None
    """The byline as printed, before names were taken out of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A moment as the page states it."""

    value: str
    """RFC 3339 date or date-time; a stated offset is kept, a missing one is not invented."""
    precision: Precision = "day"
    tz: Timezone = "none"
    raw: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who published the page."""

    name: str | None = None
    domain: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of the story."""

    url: str
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    is_main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Rights as the page declares them; nothing is judged here."""

    license: str | None = None
    license_source: str | None = None
    copyright: str | None = None
    tdm_reserved: bool | None = None
    tdm_policy: str | None = None
    ai_preferences: str | None = None
    robots_meta: str | None = None
    robots_allowed: bool | None = None
    checked_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """How much to trust the body."""

    confidence: float | None = None
    """0 to 1."""
    kept_ratio: float | None = None
    """Share of the page's visible characters, menus left aside, that is in the body, 0 to 1."""
    link_density: float | None = None
    """Share of the body's characters inside links, 0 to 1."""
    flags: tuple[str, ...] = ()
    """Sorted marks, such as ``syndicated`` or ``site_layout_missed``; listed in ``docs/labels.md``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """Digests of ``text``."""

    text_sha256: str
    simhash64: str | None = None
    minhash: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the page came from and what made the record."""

    newsclean_version: str
    cleaner: str
    """``site``, ``platform`` or ``generic``, with the layout after a slash: ``business_standard/nextjs``."""
    cleaner_version: str
    """Digest of the plugin's rules; ``generic`` has the package's version."""
    config_hash: str | None = None
    input_kind: InputKind
    input_sha256: str | None = None
    encoding: str | None = None
    encoding_source: EncodingSource | None = None
    field_sources: dict[str, str] = field(default_factory=dict)
    fetched_at: str | None = None
    http_status: int | None = None
    requested_url: str | None = None
    warc_file: str | None = None
    warc_record_id: str | None = None
    warc_offset: int | None = None
    warc_length: int | None = None
    payload_digest: str | None = None
    crawl: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """A run of the page's text that is not in the body."""

    rule: str
    """Id of the rule that decided, such as ``national_world/hide-ad``."""
    reason: Label
    text: str
    start: int | None = None
    """Place of the first character: in the dump for text, in the block for a trimmed span of an HTML page."""
    end: int | None = None
    path: str | None = None
    """HTML: the block's element, such as ``div.story > p``."""

    @property
    def label(self) -> Label:
        """The label that the text got; the same as `reason`."""
        return self.reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A cleaned page.

    ``text`` is the body alone: paragraphs parted by one blank line, without headline, byline and
    captions. ``blocks`` is the same body with its structure.
    """

    id: str
    text: str
    provenance: Provenance
    schema_version: str = SCHEMA_VERSION
    url: str | None = None
    canonical_url: str | None = None
    title: str | None = None
    subtitle: str | None = None
    description: str | None = None
    blocks: tuple[Block, ...] = ()
    authors: tuple[Author, ...] = ()
    agencies: tuple[str, ...] = ()
    """Wire services whose copy this is, apart from the authors."""
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
    quality: Quality | None = None
    fingerprint: Fingerprint | None = None
    removed: tuple[Removal, ...] = ()
    """Every cut, in reading order; only with ``explain=True``."""
    related: tuple[Article, ...] = ()
    """Other stories that an aggregator's page carries in full."""
    extra: dict[str, Any] = field(default_factory=dict)
    """What plugins add, under the plugin's name."""

    def to_dict(self) -> dict[str, Any]:
        """Return the record as builtin types, every field present."""
        from newsclean import schema

        return schema.to_dict(self)

    def to_json(self) -> str:
        """Return the record as one line of JSON; the same record always gives the same characters."""
        from newsclean import schema

        return schema.to_json(self)

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """Read a record that `to_json` wrote.

        Raises:
            SchemaError: the data is no JSON, or no article of a schema that this version reads.
        """
        from newsclean import schema

        return schema.from_json(data, cls)

    def markdown(self) -> str:
        """Return headline and body as Markdown (CommonMark, tables as GitHub writes them)."""
        from newsclean import markdown

        return markdown.render(self)

"""One page with everything that is read from it once: tree, metadata, JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from newsclean.limits import Limits
from newsclean.steps.decode import Decoded
from newsclean.steps.tree import Tree, parse, script_text, text_of

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the head and the scripts of a page declare."""

    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Contents of meta tags by lower-case ``property``, ``name``, ``itemprop`` or ``http-equiv``."""
    jsonld: tuple[Json, ...] = ()
    """Every object of the page's JSON-LD, graphs and lists taken apart, in document order."""
    title: str | None = None
    language: str | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    """Addresses of link elements by ``rel``; the first of each."""
    signs: str = ""
    """What names a platform: generator, addresses of styles and scripts, ids and classes of html and body."""

    def first(self, *names: str) -> str | None:
        """Return the first content that is not empty among these meta names."""
        for name in names:
            for value in self.meta.get(name, ()):
                if value:
                    return value
        return None

    def typed(self, *types: str) -> Iterator[Json]:
        """Yield the JSON-LD objects of these schema.org types."""
        for node in self.jsonld:
            if not types_of(node).isdisjoint(types):
                yield node

    def story(self) -> Json:
        """Return the JSON-LD object of the story, or an empty one."""
        stories = [node for node in self.jsonld if any(is_story(t) for t in types_of(node))]
        return max(stories, key=lambda node: ("articleBody" in node, "headline" in node), default={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page on its way through the steps."""

    kind: Literal["html", "text"]
    text: str
    """The decoded source."""
    url: str | None = None
    captured: datetime | None = None
    decoded: Decoded | None = None
    tree: Tree | None = None
    metadata: Metadata = field(default_factory=Metadata)

    @property
    def soup(self) -> BeautifulSoup:
        """The page as BeautifulSoup, made anew at each call; for a plugin's `refine` only."""
        if self.tree is None:
            raise TypeError("a text dump has no elements; look at the blocks instead")
        return self.tree.soup()

    def json(self, script_id: str, limits: Limits) -> Any:
        """Return the JSON inside ``<script id=...>``, such as ``__NEXT_DATA__``; None if there is none."""
        if self.tree is not None:
            for script in self.tree.iter("script"):
                if script.get("id") == script_id:
                    return read_json(script_text(script), limits)
        return None


def html_page(decoded: Decoded, url: str | None, captured: datetime | None, limits: Limits) -> Page:
    """Parse a decoded HTML page and read its metadata."""
    text = clean_source(decoded.text) if decoded.source == "caller" else decoded.text.replace("\0", "\ufffd")
    tree = parse(text, limits)
    metadata = read_metadata(tree, limits)
    return Page(kind="html", text=text, url=url, captured=captured, decoded=decoded, tree=tree, metadata=metadata)


def text_page(decoded: Decoded, url: str | None, captured: datetime | None) -> Page:
    """Take an already extracted dump as a page."""
    text = clean_source(_CONTROL.sub(" ", decoded.text))  # one for one: places in the dump stay right
    return Page(kind="text", text=text, url=url, captured=captured, decoded=decoded)


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean_source(text: str) -> str:
    """Replace what neither UTF-8 nor the parser can carry: lone surrogates, NUL."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
    return text.replace("\0", "\ufffd") if "\0" in text else text


# ------------------------------------------------------------------ metadata


def read_metadata(tree: Tree, limits: Limits) -> Metadata:
    """Read head and scripts in one pass."""
    meta: dict[str, list[str]] = {}
    links: dict[str, str] = {}
    nodes: list[Json] = []
    signs: list[str] = []
    title = language = None
    for element in tree.iter("html", "body", "title", "meta", "link", "script"):
        tag = element.tag
        if tag == "meta":
            key = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
            content = element.get("content")
            if key and content is not None:
                meta.setdefault(key.strip().lower(), []).append(" ".join(content.split()))
        elif tag == "link":
            address = element.get("href") or ""
            for rel in (element.get("rel") or "").lower().split():
                links.setdefault(rel, address.strip())
            signs.append(address)
        elif tag == "script":
            if "ld+json" in (element.get("type") or ""):
                nodes.extend(flatten(read_json(script_text(element), limits)))
            else:
                signs.append(element.get("src") or "")
        elif tag == "title":
            title = title or text_of(element) or None
        else:
            if tag == "html":
                language = element.get("lang") or element.get("xml:lang")
            signs += (element.get("id") or "", element.get("class") or "")
    signs += meta.get("generator", ())
    return Metadata(
        meta={key: tuple(values) for key, values in meta.items()},
        jsonld=tuple(nodes),
        title=title,
        language=language,
        links=links,
        signs="\n".join(filter(None, signs)),
    )


_WRAPPER = re.compile(r"^\s*(?:/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|(?:/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*;?\s*$")


def read_json(source: str, limits: Limits) -> Any:
    """Read JSON as pages write it: raw line breaks in strings and comment wrappers forgiven, hostile input refused.

    Returns None for what cannot be read; a page is never lost over its metadata.
    """
    if len(source) > limits.max_json_chars:
        return None
    try:
        return json.loads(_WRAPPER.sub("", source), strict=False, parse_constant=lambda _: None, parse_int=_short_int)
    except (ValueError, RecursionError):
        return None


def _short_int(digits: str) -> int | None:
    return int(digits) if len(digits) <= 30 else None


def flatten(data: Any, depth: int = 0) -> Iterator[Json]:
    """Yield the objects of a JSON-LD document: lists and graphs taken apart, main entities after their page."""
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data:
            yield from flatten(item, depth + 1)
    elif isinstance(data, dict):
        if types_of(data):
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart"):
            if isinstance(data.get(key), (list, dict)):
                yield from flatten(data[key], depth + 1)


def types_of(node: Json) -> set[str]:
    """Return the schema.org types of a JSON-LD object, without their namespace."""
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return {v.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for v in values if isinstance(v, str)}


def is_story(type_name: str) -> bool:
    """Tell whether a schema.org type is a kind of article."""
    return type_name.endswith("Article") or type_name in STORY_TYPES


STORY_TYPES = frozenset(
    ("BlogPosting", "LiveBlogPosting", "Report", "Review", "SocialMediaPosting", "CreativeWork", "Posting")
)


def strings(value: Any) -> Iterable[str]:
    """Yield the strings of a JSON-LD value: a string, a list of them, or objects with a name."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            item = item.get("name") or item.get("@value")
        if isinstance(item, str) and item.strip():
            yield _SURROGATE.sub("\ufffd", " ".join(item.split()))

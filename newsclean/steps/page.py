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
from newsclean.steps.hints import key_of
from newsclean.steps.tree import Tree, parse, script_text, text_of
from newsclean.steps.urls import canonical

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

Json = dict[str, Any]
MAX_TITLE_CHARS = 400
MIN_AGREED = 15
"""Letters from which the beginning of a headline stands for the whole."""


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
    addresses: frozenset[str] = frozenset()
    """The page's own: where it was fetched, its canonical address, ``og:url``; as `address_key` gives them."""
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
        """Return the JSON-LD object of the page's own story, or an empty one.

        A page may describe other stories too, and more fully than its own. Its own is the one that gives the
        page's address, then the one with the page's title, then the first with a headline. Only among
        objects of its own is the one that holds more taken; nothing of two objects is put together.
        """
        stories = [node for node in self.jsonld if any(map(is_story, types_of(node)))]
        if len(stories) < 2:
            return stories[0] if stories else {}
        return max(stories, key=self._nearness)

    def _nearness(self, node: Json) -> tuple[bool, bool, bool, bool]:
        here, titled = not self.addresses.isdisjoint(addresses_of(node)), self.is_titled(node)
        return here, titled, (here or titled) and "articleBody" in node, "headline" in node

    def types(self) -> Iterator[str]:
        """Yield the types of all JSON-LD objects."""
        for node in self.jsonld:
            yield from types_of(node)

    def is_article(self) -> bool:
        """Tell whether an object is typed as an article; a ``CreativeWork`` may be anything."""
        return any(is_story(name) and name != "CreativeWork" for name in self.types())

    def is_titled(self, node: Json) -> bool:
        """Tell whether the page's title begins with a node's headline, or is the beginning of it."""
        headline = key_of(next(iter(strings(node.get("headline"))), "")[:MAX_TITLE_CHARS])
        titles = (key_of((title or "")[:MAX_TITLE_CHARS]) for title in (self.first("og:title"), self.title))
        return bool(headline) and any(
            title == headline or (min(len(title), len(headline)) >= MIN_AGREED and starts(title, headline))
            for title in titles
        )

    def is_elsewhere(self, node: Json) -> bool:
        """Tell whether a node gives the address of another page than this."""
        return bool(self.addresses) and bool(there := addresses_of(node)) and self.addresses.isdisjoint(there)


def starts(a: str, b: str) -> bool:
    """Tell whether one of two texts is the beginning of the other."""
    return a.startswith(b) or b.startswith(a)


def address_key(value: Any, base: str | None) -> str | None:
    """Return an address without scheme, ``www.`` and last slash; None for a host alone, which is no story's."""
    whole = canonical(value, base) if isinstance(value, str) else None
    bare = whole.partition("://")[2].removeprefix("www.").rstrip("/") if whole else ""
    return bare if "/" in bare or "?" in bare else None


def addresses_of(node: Json) -> set[str]:
    """Return the addresses that a JSON-LD object says it stands for."""
    page = node.get("mainEntityOfPage")
    values = [node.get("url"), node.get("@id"), page]
    if isinstance(page, dict):
        values += [page.get("@id"), page.get("url")]
    return {key for value in values if (key := address_key(value, None))}


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
    text = decoded.text
    if decoded.utf8 is None:
        text = clean_source(text) if decoded.source == "caller" else text.replace("\0", "\ufffd")
    tree = parse(text, limits, decoded.utf8)
    url = url and clean_source(url)
    metadata = read_metadata(tree, limits, url)
    return Page(kind="html", text=text, url=url, captured=captured, decoded=decoded, tree=tree, metadata=metadata)


def text_page(decoded: Decoded, url: str | None, captured: datetime | None) -> Page:
    """Take an already extracted dump as a page."""
    text = clean_source(_CONTROL.sub(" ", decoded.text))  # one for one: places in the dump stay right
    return Page(kind="text", text=text, url=url and clean_source(url), captured=captured, decoded=decoded)


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean_source(text: str) -> str:
    """Replace what neither UTF-8 nor the parser can carry: lone surrogates, NUL."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
    return text.replace("\0", "\ufffd") if "\0" in text else text


# ------------------------------------------------------------------ metadata


def read_metadata(tree: Tree, limits: Limits, url: str | None = None) -> Metadata:
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
            content = element.get("content", element.get("value"))  # browsers of previews read both
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
    own = (url, links.get("canonical"), *meta.get("og:url", ())[:1])
    return Metadata(
        meta={key: tuple(values) for key, values in meta.items()},
        jsonld=tuple(nodes),
        title=title,
        language=language,
        links=links,
        addresses=frozenset(key for value in own if (key := address_key(value, url))),
        signs="\n".join(filter(None, signs)),
    )


def bare_json(source: str) -> str:
    """Take off the comment or CDATA section that pages wrap a script in; by string methods, as white space is long."""
    text = source.strip()
    head = text.removeprefix("/*").removeprefix("//").lstrip()
    for opener in ("<![CDATA[", "<!--"):
        if head.startswith(opener):
            text = head.removeprefix(opener).lstrip().removeprefix("*/")
    tail = text.removesuffix(";").rstrip().removesuffix("*/").rstrip()
    for closer in ("]]>", "-->"):
        if tail.endswith(closer):
            text = tail.removesuffix(closer).rstrip().removesuffix("/*").removesuffix("//")
    return text


def read_json(source: str, limits: Limits) -> Any:
    """Read JSON as pages write it: raw line breaks in strings and comment wrappers forgiven, hostile input refused.

    Returns None for what cannot be read; a page is never lost over its metadata.
    """
    if len(source) > limits.max_json_chars:
        return None
    try:
        data = json.loads(bare_json(source), strict=False, parse_constant=lambda _: None, parse_int=_short_int)
    except (ValueError, RecursionError):
        return None
    return whole_characters(data) if _ESCAPED_SURROGATE.search(source) else data


def whole_characters(data: Any) -> Any:
    """Replace lone surrogates in the strings of a JSON document, in place; only an escape can bring them in."""
    top = [data]
    left: list[Any] = [top]
    while left:
        holder = left.pop()
        for key, value in list(holder.items()) if isinstance(holder, dict) else enumerate(holder):
            if isinstance(value, str):
                holder[key] = _SURROGATE.sub("\ufffd", value)
            elif isinstance(value, (list, dict)):
                left.append(value)
    return top[0]


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
    if type(value) is str and "/" not in value and ":" not in value:
        return {value}
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

"""What plugin authors import.

A plugin is one module with one constant, ``SITE`` or ``PLATFORM``: data before code. A rule names a
piece of boilerplate once and says how to know it by place (``css``, HTML only) and by words
(``text``, HTML and dumps), so one plugin serves both. ``docs/plugin-guide.md`` shows one being made.

``text`` patterns ignore case, see the block with white space folded, and must match the **whole**
block; only `trim` searches. A named group that is a field (`FIELDS`) fills that field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, NamedTuple, get_args

from newsclean.article import BlockKind, Label
from newsclean.errors import PluginError
from newsclean.steps.blocks import Block, is_sentence
from newsclean.steps.page import Page

__all__ = [
    "Block", "Label", "Layout", "Pack", "Page", "Platform", "Rule", "Site", "Story", "cut", "drop", "is_sentence",
    "keep", "trim",
]  # fmt: skip

FIELDS = frozenset((
    "title", "subtitle", "description", "section", "tags", "authors", "agency", "publisher", "dateline",
    "date_published", "date_modified",
))  # fmt: skip
"""Field names that ``fields`` selectors and named groups may fill."""
LABELS: frozenset[str] = frozenset(get_args(Label))
KINDS: frozenset[str] = frozenset(get_args(BlockKind))
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_HOST = re.compile(r"(?:[^\s/:?#@*.]+\.)*[^\s/:?#@*.]+(?:/[^\s?#]*)?")
_ZONE = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")

Action = Literal["drop", "trim", "cut", "keep"]
Side = Literal["after", "before"]
Only = Literal["html", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule; made by `drop`, `trim`, `cut` and `keep`."""

    action: Action
    label: Label
    name: str
    css: str | None = None
    text: str | None = None
    take_next: int = 0
    side: Side = "after"
    only: Only | None = None
    kind: BlockKind | None = None
    links: bool = False
    context: bool = False

    def __post_init__(self) -> None:
        where = f"rule {self.name!r}"
        _text(where, "name", self.name)
        for what in ("css", "text"):
            _text(where, what, getattr(self, what), optional=True)
        if not isinstance(self.label, str) or self.label not in LABELS:
            raise PluginError(f"{where}: unknown label {self.label!r}; one of {', '.join(sorted(LABELS))}")
        if not self.css and not self.text:
            raise PluginError(f"{where}: needs css= (a place) or text= (the words)")
        if type(self.take_next) is not int or self.take_next < 0:
            raise PluginError(f"{where}: take_next is a number of blocks, not {self.take_next!r}")
        for what in ("links", "context"):
            _one_of(where, what, getattr(self, what), (False, True))
        if self.context and not self.text:
            raise PluginError(f"{where}: context= is for words; give text=")
        _one_of(where, "action", self.action, get_args(Action))
        _one_of(where, "side", self.side, get_args(Side))
        _one_of(where, "only", self.only, (None, *get_args(Only)))
        _one_of(where, "kind", self.kind, (None, *sorted(KINDS)))


def drop(
    label: Label, *, css: str | None = None, text: str | None = None, name: str | None = None, take_next: int = 0,
    only: Only | None = None, links: bool = False, context: bool = False,
) -> Rule:  # fmt: skip
    """Leave out a block.

    Args:
        label: what it is; one of `newsclean.article.Label`.
        css: every block inside these elements.
        text: blocks that this pattern matches as a whole.
        name: last part of the rule's public id; by default the label.
        take_next: up to this many following blocks go too, as long as each is no sentence: the bare
            headlines under an "Also Read".
        only: look at pages of this kind alone.
        links: only blocks that are a link, but for a kicker: the list under "More on this story".
        context: the words say nothing alone ("Share", "Home"): only at an end of the story, or beside another
            block that is left out.
    """
    return _rule("drop", label, css, text, name, take_next=take_next, only=only, links=links, context=context)


def trim(label: Label, *, text: str, name: str | None = None, only: Only | None = None) -> Rule:
    """Cut every match out of a block and keep the rest.

    A group named ``cut`` narrows what goes to that group; what is around it only gives context.
    """
    return _rule("trim", label, None, text, name, only=only)


def cut(
    label: Label, *, css: str | None = None, text: str | None = None, name: str | None = None, side: Side = "after",
    only: Only | None = None,
) -> Rule:  # fmt: skip
    """Leave out this block and all after it, or with ``side="before"`` all before it."""
    return _rule("cut", label, css, text, name, side=side, only=only)


def keep(
    *, css: str | None = None, text: str | None = None, name: str | None = None, only: Only | None = None,
    kind: BlockKind | None = None,
) -> Rule:  # fmt: skip
    """Protect a block from packs and from the judge; with `kind`, also say what it is."""
    return _rule("keep", "body", css, text, name or "keep", only=only, kind=kind)


def _rule(
    action: Action, label: Label, css: str | None, text: str | None, name: str | None, *, take_next: int = 0,
    side: Side = "after", only: Only | None = None, kind: BlockKind | None = None, links: bool = False,
    context: bool = False,
) -> Rule:  # fmt: skip
    return Rule(
        action=action, label=label, name=label if name is None else name, css=css, text=text, take_next=take_next,
        side=side, only=only, kind=kind, links=links, context=context,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Rules that several plugins share, such as an agency's notices."""

    name: str
    rules: tuple[Rule, ...]

    def __post_init__(self) -> None:
        _check_names(self.name, self.rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A site's template at a time, known by what is in the page."""

    name: str
    marker: str
    """CSS; the layout is chosen if this is in the page."""
    body: str = ""
    """CSS of the story's scope; several elements are joined in document order. None where the page gives none."""
    until: date | None = None
    """Last day of use; decides only between layouts whose markers are both present."""
    json: tuple[str, str] | None = None
    """Id of a JSON script and dotted path in it to the body, for pages whose markup holds less.

    The body is HTML or a list of content elements of Arc XP. Behind a colon the id may name the variable that the
    script assigns: ``("fusion-metadata:Fusion.globalContent", "content_elements")``.
    """
    judged: bool = False
    """The judge says what in the scope is story: for templates that let anything stand between the paragraphs.

    What it found outside goes, if the scope holds nearly all that it found; else the scope is not believed.
    """

    def __post_init__(self) -> None:
        where = f"layout {self.name!r}"
        for what in ("name", "marker", "body"):
            if what != "body" or self.body or self.json is None:
                _text(where, what, getattr(self, what))
        if self.until is not None and (not isinstance(self.until, date) or isinstance(self.until, datetime)):
            raise PluginError(f"{where}: until is a date, not {self.until!r}")
        _one_of(where, "judged", self.judged, (False, True))
        if self.json is not None:
            _tuple(where, "json", self.json, str)
            if len(self.json) != 2:
                raise PluginError(f"{where}: json is the id of a script and a path in it, not {self.json!r}")


class Story(NamedTuple):
    """Another story that a page carries in full; `text` is its dump, cleaned by the rules of `outlet`."""

    title: str | None
    outlet: str | None
    text: str
    date_published: str | None = None
    url: str | None = None


Refine = Callable[[Sequence[Block], Page], Iterable[Block]]
Related = Callable[[Sequence[Block], Page], Iterable[Story]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plugin:
    name: str
    """Module name, fixture folder and first part of its rule ids."""
    layouts: tuple[Layout, ...] = ()
    """Newest first."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Field to CSS, only where the page says more than its metadata."""
    rules: tuple[Rule, ...] = ()
    packs: tuple[Pack, ...] = ()
    lines: tuple[str, ...] = ()
    """Patterns of whole lines by which a dump of it is known where there is no URL; two must be found."""
    dateline_zone: str | None = None
    """Offset such as ``+05:30`` for times that the page prints without one or by a local name."""
    refine: Refine | None = None
    """For what data cannot say: gets the labelled blocks, may relabel, split or merge them, may not invent text.

    A block that it gives the label headline, standfirst, byline or dateline, with an empty ``rule``, fills that field.
    """
    related: Related | None = None
    """Finds the other stories that the page carries in full."""

    def __post_init__(self) -> None:
        _check_names(self.name, self.rules)
        _tuple(self.name, "layouts", self.layouts, Layout)
        _tuple(self.name, "packs", self.packs, Pack)
        _tuple(self.name, "lines", self.lines, str)
        _check_fields(self.name, self.fields)
        # A copy: what the author does to the mapping later is another plugin's.
        object.__setattr__(self, "fields", dict(self.fields))
        zone = self.dateline_zone
        if zone is not None and (not isinstance(zone, str) or not _ZONE.fullmatch(zone)):
            raise PluginError(f"{self.name}: dateline_zone is an offset such as '+05:30', not {zone!r}")
        for what in ("refine", "related"):
            hook = getattr(self, what)
            if hook is not None and not callable(hook):
                raise PluginError(f"{self.name}: {what} is a function, not {hook!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform(_Plugin):
    """A content system or a chain's template, known by signs in the page."""

    detect: str | None = None
    """Pattern searched in generator, addresses of styles and scripts, ids and classes of html and body."""

    def __post_init__(self) -> None:
        _Plugin.__post_init__(self)  # super() does not know a class that was made anew for its slots
        _text(self.name, "detect", self.detect, optional=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(_Plugin):
    """An outlet."""

    hosts: tuple[str, ...] = ()
    """Hosts, subdomains included; a path may follow: ``example.com/hindi``. The longest match wins."""
    outlets: tuple[str, ...] = ()
    """Names by which aggregators print it."""
    platform: Platform | None = None
    detect: str | None = None
    """Pattern searched in the source of a page that gives no address at all: class names that only this outlet has."""
    url_date: str | None = None
    """Pattern searched in the URL, with groups ``year``, ``month``, ``day``: a check on the date."""

    def __post_init__(self) -> None:
        _Plugin.__post_init__(self)
        _tuple(self.name, "hosts", self.hosts, str)
        _tuple(self.name, "outlets", self.outlets, str)
        for host in self.hosts:
            if not _HOST.fullmatch(host):
                raise PluginError(f"{self.name}: {host!r} is no host; write it bare, such as 'example.com'")
        if self.platform is not None and not isinstance(self.platform, Platform):
            raise PluginError(f"{self.name}: platform is a Platform, not {self.platform!r}")
        _text(self.name, "detect", self.detect, optional=True)
        _text(self.name, "url_date", self.url_date, optional=True)


# ------------------------------------------------------------------ checks, in words that say what to write instead


def _text(owner: str, what: str, value: Any, *, optional: bool = False) -> None:
    if value is None and optional:
        return
    if not isinstance(value, str):
        raise PluginError(f"{owner}: {what} is a str, not {value!r}")
    if not value.strip():
        raise PluginError(f"{owner}: {what} is empty")


def _one_of(owner: str, what: str, value: Any, known: tuple[Any, ...]) -> None:
    if value not in known:
        raise PluginError(f"{owner}: {what} is one of {', '.join(map(repr, known))}, not {value!r}")


def _tuple(owner: str, what: str, value: Any, of: type) -> None:
    if isinstance(value, of):
        raise PluginError(f"{owner}: {what} is a tuple; a comma is missing: {what}=(..., )")
    if not isinstance(value, tuple):
        raise PluginError(f"{owner}: {what} is a tuple of {of.__name__}, not {value!r}")
    for item in value:
        if not isinstance(item, of):
            raise PluginError(f"{owner}: {what} holds {item!r}, which is no {of.__name__}")
        if isinstance(item, str):
            _text(owner, f"one of {what}", item)


def _check_fields(owner: str, fields: Any) -> None:
    if not isinstance(fields, Mapping):
        raise PluginError(f"{owner}: fields is a mapping of field to CSS, not {fields!r}")
    for name, css in fields.items():
        if name not in FIELDS:
            raise PluginError(f"{owner}: unknown field {name!r}; one of {', '.join(sorted(FIELDS))}")
        _text(owner, f"field {name!r}", css)


def _check_names(owner: Any, rules: Any) -> None:
    if not isinstance(owner, str) or not _NAME.fullmatch(owner):
        raise PluginError(f"{owner!r} is no plugin name; use lower-case letters, digits and _")
    _tuple(owner, "rules", rules, Rule)
    seen: set[str] = set()
    for rule in rules:
        if rule.name in seen:
            raise PluginError(f"{owner}: two rules are called {rule.name!r}; give one of them name=")
        seen.add(rule.name)

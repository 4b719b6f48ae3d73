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
from datetime import date
from typing import Literal, NamedTuple, get_args

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
_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")

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


def drop(
    label: Label, *, css: str | None = None, text: str | None = None, name: str | None = None, take_next: int = 0,
    only: Only | None = None,
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
    """
    return _rule("drop", label, css, text, name, take_next=take_next, only=only)


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
    side: Side = "after", only: Only | None = None, kind: BlockKind | None = None,
) -> Rule:  # fmt: skip
    name = name or label
    if label not in LABELS:
        raise PluginError(f"rule {name!r}: unknown label {label!r}; one of {', '.join(sorted(LABELS))}")
    if not css and not text:
        raise PluginError(f"rule {name!r}: needs css= (a place) or text= (the words)")
    return Rule(
        action=action, label=label, name=name, css=css, text=text, take_next=take_next, side=side, only=only, kind=kind
    )


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
    body: str
    """CSS of the story's scope; several elements are joined in document order."""
    until: date | None = None
    """Last day of use; decides only between layouts whose markers are both present."""
    json: tuple[str, str] | None = None
    """Id of a JSON script and dotted path in it to the body as HTML, for pages whose markup holds less."""


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
        for name in self.fields:
            if name not in FIELDS:
                raise PluginError(f"{self.name}: unknown field {name!r}; one of {', '.join(sorted(FIELDS))}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform(_Plugin):
    """A content system or a chain's template, known by signs in the page."""

    detect: str | None = None
    """Pattern searched in generator, addresses of styles and scripts, ids and classes of html and body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site(_Plugin):
    """An outlet."""

    hosts: tuple[str, ...] = ()
    """Hosts, subdomains included; a path may follow: ``example.com/hindi``. The longest match wins."""
    outlets: tuple[str, ...] = ()
    """Names by which aggregators print it."""
    platform: Platform | None = None
    url_date: str | None = None
    """Pattern searched in the URL, with groups ``year``, ``month``, ``day``: a check on the date."""


def _check_names(owner: str, rules: tuple[Rule, ...]) -> None:
    if not _NAME.fullmatch(owner):
        raise PluginError(f"{owner!r} is no plugin name; use lower-case letters, digits and _")
    seen: set[str] = set()
    for rule in rules:
        if rule.name in seen:
            raise PluginError(f"{owner}: two rules are called {rule.name!r}; give one of them name=")
        seen.add(rule.name)

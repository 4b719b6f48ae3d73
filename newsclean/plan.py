"""A plugin made ready to run: its rules, its platform's and its packs' in order, patterns compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsclean.errors import PluginError
from newsclean.patterns import head_of, longest, needed, openings
from newsclean.plugin import FIELDS, Layout, Platform, Refine, Related, Rule, Site
from newsclean.steps.select import Selectors
from newsclean.steps.tree import compile_css

GROUP = re.compile(r"\(\?P<\w+>")
"""Begins a named group, which may stand only once in an expression that joins many."""
_BACKREFERENCE = re.compile(r"\(\?P=|\\[1-9]|(?<!\\)\(\?\(")
"""Refers to a group, by name or number, so it would mean another one among other patterns."""
_REFERENCE = re.compile(r"\(\?P=|\\[1-9]")
_SIGN = re.compile(r"[\\.^$*+?{}\[\]()|]")
"""What makes a pattern more than the words it is written with."""
_FLAG = re.compile(r"\(\?([aimsux]+)\)")
_UNREADABLE = (re.error, OverflowError, RecursionError)
"""What the compiler of patterns raises."""
ANY = ""
"""Stands for a first character that is not known."""
FIELD_LABELS = {
    "title": "headline", "subtitle": "standfirst", "description": "standfirst", "authors": "byline",
    "dateline": "dateline",
}  # fmt: skip
"""What an element is that a ``fields`` selector names; the others are ``metadata``."""
LABEL_FIELDS = {"headline": "title", "standfirst": "subtitle", "byline": "authors", "dateline": "dateline"}
"""The field that a block fills when a plugin's `refine` gives it this label."""


class Ready(NamedTuple):
    """A rule with its public id and its compiled pattern."""

    id: str
    rule: Rule
    pattern: re.Pattern[str] | None
    needs: frozenset[str] | None = None
    """Words, `folded`, of which a text that the pattern finds something in holds one; None if none are known."""

    @property
    def fills(self) -> frozenset[str]:
        """The fields that its groups fill."""
        return FIELDS.intersection(self.pattern.groupindex) if self.pattern else frozenset()


Joined = tuple[re.Pattern[str], int]


class Matcher:
    """Finds the first of many patterns that matches a whole block.

    The patterns are alternatives of one expression for each first character that a match can begin
    with, made when a block first begins so; a block that none of them matches, as nearly all do,
    costs a look at its first character and a call or two. Patterns with back references cannot be
    joined and come alone; alternatives without any sign of their own are looked up as the words
    that they are.
    """

    def __init__(self, rules: Sequence[Ready]) -> None:
        self._rules = rules
        self._alone = [i for i, r in enumerate(rules) if _BACKREFERENCE.search(r.rule.text or "")]
        self._words: dict[str, int] = {}
        self._sources: dict[str, dict[int, list[str]]] = {}
        self._widest: dict[str, int] = {}
        for index, ready in enumerate(rules):
            if index not in self._alone:
                self._read(index, ready.rule.text or "")
        self._longest = max(map(len, self._words), default=-1)
        self._firsts: dict[str, Joined | None] = {}
        self._joined: dict[str, Joined | None] = {}
        self._any = self._join(ANY)

    def _read(self, index: int, pattern: str) -> None:
        words, rest = split_alternatives(pattern)
        for word in words:
            self._words.setdefault(word, index)
        for source in rest:
            for first in openings(source) or (ANY,):
                self._sources.setdefault(first, {}).setdefault(index, []).append(source)
                self._widest[first] = max(self._widest.get(first, 0), longest(source))

    def _join(self, first: str) -> Joined | None:
        """Return the patterns of matches that begin with a character as one, and the most that one can have."""
        groups = self._sources.get(first, {}).items()
        sources = (f"(?P<r{index}>{GROUP.sub('(?:', '|'.join(each))})" for index, each in groups)
        return (re.compile("|".join(sources), re.I), self._widest[first]) if groups else None

    def _begin(self, sign: str) -> Joined | None:
        """Return the patterns for blocks that begin with a character, and keep them for the next such block."""
        first = head_of(sign)
        if first not in self._firsts:
            self._firsts[first] = self._join(first)
        joined = self._joined[sign] = self._firsts[first]
        return joined

    def find(self, text: str) -> Ready | None:
        """Return the first rule, in the plugin's order, whose pattern is the whole of `text`."""
        sign, size = text[:1], len(text)
        best = len(self._rules)
        for joined in (self._joined[sign] if sign in self._joined else self._begin(sign), self._any):
            if joined and size <= joined[1] and (hit := joined[0].fullmatch(text)) and hit.lastgroup:
                best = min(best, int(hit.lastgroup[1:]))
        if size <= self._longest:
            best = min(best, self._words.get(lowered(text), best))
        for index in self._alone:
            if index < best and self._rules[index].pattern.fullmatch(text):  # type: ignore[union-attr]
                best = index
                break
        return self._rules[best] if best < len(self._rules) else None


def lowered(text: str) -> str:
    """Return words as patterns that ignore case see them: the Turkish capital İ is an i, not an i with a dot more."""
    return text.lower().replace("i\u0307", "i")


def split_alternatives(pattern: str) -> tuple[list[str], list[str]]:
    """Return the alternatives of a pattern that are plain words, in lower case, and the others."""
    alternatives, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "[":  # what is in a set is no sign
            at = max(at, pattern.find("]", at + 2))
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            alternatives.append(pattern[start:at])
            start = at + 1
        at += 2 if sign == "\\" else 1
    alternatives.append(pattern[start:])
    words = [lowered(a) for a in alternatives if not _SIGN.search(a)]
    return words, [a for a in alternatives if _SIGN.search(a)]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that one plugin does to a page."""

    name: str
    version: str
    layouts: tuple[Layout, ...]
    fields: Mapping[str, str]
    selectors: Selectors
    """All of its selectors."""
    places: tuple[Ready, ...]
    """Rules with a selector."""
    words: Mapping[str, Matcher]
    """For ``html`` and ``text``: drop, cut and keep rules with a pattern."""
    trims: Mapping[str, tuple[Ready, ...]]
    rules: tuple[Ready, ...]
    refine: Refine | None
    related: Related | None
    zone: str | None
    url_date: re.Pattern[str] | None


def compile_plan(plugin: Site | Platform, version: str) -> Plan:
    """Compile a plugin.

    Raises:
        PluginError: a pattern or a selector cannot be read; the message names plugin and rule.
    """
    platform = plugin.platform if isinstance(plugin, Site) else None
    rules = tuple(_ready(plugin, platform))
    fields = {**(platform.fields if platform else {}), **plugin.fields}
    layouts = plugin.layouts + (platform.layouts if platform else ())
    for layout in layouts:
        for css in filter(None, (layout.marker, layout.body)):
            _compiled(css, f"{plugin.name}, layout {layout.name!r}")
    for name, css in fields.items():
        _compiled(css, f"{plugin.name}, field {name!r}")
    _check_signs(plugin)

    places = tuple(r for r in rules if r.rule.css and r.rule.only in (None, "html"))

    def of(kind: str, *actions: str) -> tuple[Ready, ...]:
        return tuple(r for r in rules if r.pattern and r.rule.action in actions and r.rule.only in (None, kind))

    return Plan(
        name=plugin.name,
        version=version,
        layouts=layouts,
        fields=fields,
        selectors=Selectors(
            [css for layout in layouts for css in (layout.marker, layout.body) if css]
            + [r.rule.css for r in places if r.rule.css]
            + list(fields.values())
        ),
        places=places,
        words={kind: _matcher(plugin.name, of(kind, "drop", "cut", "keep")) for kind in ("html", "text")},
        trims={kind: of(kind, "trim") for kind in ("html", "text")},
        rules=rules,
        refine=plugin.refine or (platform.refine if platform else None),
        related=plugin.related or (platform.related if platform else None),
        zone=plugin.dateline_zone or (platform.dateline_zone if platform else None),
        url_date=_url_date(plugin),
    )


def _matcher(name: str, rules: Sequence[Ready]) -> Matcher:
    try:
        return Matcher(rules)
    except _UNREADABLE as error:  # each can be read alone
        raise PluginError(f"{name}: the patterns of its rules cannot be joined: {error}") from None


def _check_signs(plugin: Site | Platform) -> None:
    """Read the patterns by which a plugin is chosen; the registry compiles them when it looks for one."""
    for pattern in plugin.lines:
        where = f"{plugin.name}, lines: {pattern!r}"
        _read(pattern, where, re.I)
        if _REFERENCE.search(pattern) or _FLAG.match(pattern):
            raise PluginError(f"{where}: a line can have no back reference and no flag at its head")
    if plugin.detect:
        _read(plugin.detect, f"{plugin.name}, detect")


def _url_date(plugin: Site | Platform) -> re.Pattern[str] | None:
    if not isinstance(plugin, Site) or not plugin.url_date:
        return None
    pattern = _read(plugin.url_date, f"{plugin.name}, url_date")
    for group in ("year", "month", "day"):
        if group not in pattern.groupindex:
            raise PluginError(f"{plugin.name}, url_date: has no group {group!r}")
    return pattern


def _ready(plugin: Site | Platform, platform: Platform | None) -> Iterator[Ready]:
    """Yield the rules, the site's own first, then its platform's, then the packs'; an id comes once."""
    packs = plugin.packs + (platform.packs if platform else ())
    groups = [(plugin.name, plugin.rules)]
    groups += [(platform.name, platform.rules)] if platform else []
    groups += [(pack.name, pack.rules) for pack in packs]
    seen: set[str] = set()
    for owner, rules in groups:
        for rule in rules:
            rule_id = f"{owner}/{rule.name}"
            if rule_id not in seen:
                seen.add(rule_id)
                pattern = _pattern(rule, rule_id)
                yield Ready(rule_id, rule, pattern, needed(rule.text or "") if rule.action == "trim" else None)


def _pattern(rule: Rule, rule_id: str) -> re.Pattern[str] | None:
    if rule.css:
        _compiled(rule.css, rule_id)
    if rule.text is None:
        return None
    pattern = _read(rule.text, rule_id, re.I)
    if flag := _FLAG.match(rule.text):  # it would hold for all patterns that are joined with this one
        other = flag[1].replace("i", "")
        advice = f"write (?{other}:...) around the pattern" if other else "case is ignored anyway"
        raise PluginError(f"{rule_id}: drop the flag {flag[0]} at its head; {advice}")
    unknown = set(pattern.groupindex) - FIELDS - {"cut"}
    if unknown and not _BACKREFERENCE.search(rule.text):
        raise PluginError(f"{rule_id}: group {sorted(unknown)[0]!r} is no field; one of {', '.join(sorted(FIELDS))}")
    return pattern


def _read(pattern: str, where: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    try:
        return re.compile(pattern, flags)
    except _UNREADABLE as error:
        raise PluginError(f"{where}: pattern cannot be read: {error}") from None


def _compiled(css: str, where: str) -> None:
    try:
        compile_css(css)
    except PluginError as error:
        raise PluginError(f"{where}: {error}") from None

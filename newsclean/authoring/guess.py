"""A first plugin, guessed from one page: where the story stands, and what stands in its way.

The generic judge says what the story is; this module says where it stands, in names that may outlast
the next build: what follows ``__`` or ``-sc-``, and what looks drawn by lot, is left out of a selector.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from newsclean.article import Label
from newsclean.choose import by_judge
from newsclean.errors import Rejected
from newsclean.limits import DEFAULT_LIMITS
from newsclean.plugin import Layout, Rule, Site, drop
from newsclean.steps.beside import structure
from newsclean.steps.blocks import Box, Segments, weight
from newsclean.steps.decode import Decoded, decode
from newsclean.steps.label import Labelled
from newsclean.steps.page import Page, html_page
from newsclean.steps.urls import split_address

ENOUGH = 0.9
"""Share of the judged story that a box must hold to be its scope."""
MAX_RULES = 16
MAX_NOTICES = 5
LINE = 60
"""Longest line that is offered as a notice; longer ones are mostly headlines of other stories."""
_NAME = re.compile(r"[A-Za-z][\w-]*$")
_DRAWN = re.compile(
    r"(?=[^_-]*\d)(?=[^_-]*[A-Za-z])[A-Za-z0-9]{5,}|(?=.*[a-z][A-Z])[A-Za-z]{5,7}|(?:css|sc|jsx)-.*|.*\d{4,}.*"
)
"""Names that a build or a database drew."""
_HASHED = re.compile(r"(?P<stable>[A-Za-z][\w-]*?)(?:__|--?sc-|-sc-)[\w-]*$")
_VAGUE = frozenset(
    "row col column columns container content wrapper inner main section block box clearfix page".split()
)
"""Names that say nothing of what they name; an outlet uses them everywhere."""
_ATTRIBUTES = ("itemprop", "data-testid", "data-component", "data-qa", "data-role")


class Guess(NamedTuple):
    """A plugin to begin with, and what the page could not tell."""

    site: Site
    unsure: tuple[str, ...]
    """What a person has to look at, one sentence each."""


def guess(source: str | bytes, url: str, name: str | None = None) -> Guess:
    """Guess a site's plugin from one of its pages.

    Raises:
        Rejected: the page cannot be read, or holds no story.
    """
    got = decode(source) if isinstance(source, bytes) else Decoded(source, None, "caller")
    page = html_page(got, url, None, DEFAULT_LIMITS)
    host = split_address(url)[0].removeprefix("www.")
    labelled = by_judge(page, None, DEFAULT_LIMITS).labelled
    if labelled.size() < DEFAULT_LIMITS.min_body_chars:
        raise Rejected("not_an_article", "the judge finds no story on it")
    unsure: list[str] = []
    css, box = scope(labelled)
    if css is None or box is None:
        unsure.append("layout: no element with a name of its own holds the story; write marker and body by hand")
        css = "body"
    layouts = (Layout(name="now", marker=css, body=css, judged=True),)  # seen on one page, so the judge looks too
    rules = tuple(rules_of(labelled, box)) if box else ()
    fields = dict(fields_of(page))
    if not rules:
        unsure.append(
            "rules: nothing inside the scope was taken for boilerplate; look for notices with words of their own"
        )
    if box:
        unsure += [f"layout: part of the story? {text!r} stands outside {css}" for text in left_out(labelled, box)]
        unsure += [f"rules: is this a notice? {text!r}" for text in notices(labelled, box)]
    unsure.append("rules: give text= to each, so that it also works on dumps and after a redesign")
    unsure.append("lines: add two or more lines that only this outlet prints, so that its dumps are known")
    site = Site(name=name or name_of(host), hosts=(host,), layouts=layouts, fields=fields, rules=rules)
    return Guess(site, tuple(unsure))


def left_out(labelled: Labelled, box: Box) -> list[str]:
    """Return the beginnings of what the judge takes for the story and the scope does not hold, such as a standfirst."""
    outside = [labelled.kept(i) for i in labelled.body() if not box.start <= i < box.end]
    return [text if len(text) <= LINE else f"{text[:LINE]}..." for text in outside[:MAX_NOTICES]]


def name_of(host: str) -> str:
    """Return a plugin's name for a host: ``www.example-gazette.co.uk`` is ``example_gazette``."""
    parts = host.removeprefix("www.").split(".")
    longest = max(parts[:-1] or parts, key=len)
    name = re.sub(r"[^a-z0-9]+", "_", longest.lower()).strip("_")
    return name if name and not name[0].isdigit() else f"site_{name}".rstrip("_")


def scope(labelled: Labelled) -> tuple[str | None, Box | None]:
    """Return a selector for the story's scope and the box: the smallest that holds nearly all of it."""
    segments = labelled.segments
    body = {i: weight(labelled.kept(i)) for i in labelled.body() if i < segments.boxes[0].end}
    need = ENOUGH * sum(body.values())
    holding = [b for b in segments.boxes[1:] if sum(w for i, w in body.items() if b.start <= i < b.end) >= need]
    holding.reverse()  # of two boxes around the same blocks the inner one comes first
    for box in sorted(holding, key=lambda b: b.end - b.start):
        for css in selectors(box.element):
            if count(segments, css) == 1:
                return css, box
    return None, None


def selectors(element: Any) -> Iterator[str]:
    """Yield selectors for an element, the most telling first; none for one without a name that may last."""
    ident = element.get("id") or ""
    if _NAME.match(ident) and not _DRAWN.fullmatch(ident):
        yield f"#{ident}"
    for attribute in _ATTRIBUTES:
        value = element.get(attribute) or ""
        if _NAME.match(value):
            yield f"[{attribute}='{value}']"
    vague: list[str] = []
    for token in (element.get("class") or "").split():
        css = _class(token)
        if css:
            (vague if token.lower() in _VAGUE else []).append(css)
            if token.lower() not in _VAGUE:
                yield css
    yield from (f"{element.tag}{css}" for css in vague)
    if element.tag in ("article", "main"):
        yield str(element.tag)


def _class(token: str) -> str | None:
    hashed = _HASHED.match(token)
    if hashed and len(hashed["stable"]) > 4:
        return f"[class*='{hashed['stable']}']"
    return f".{token}" if _NAME.match(token) and not _DRAWN.fullmatch(token) else None


def count(segments: Segments, css: str) -> int:
    """Return how many boxes that are no part of each other answer to a selector made here."""
    return sum(1 for box in segments.boxes[1:] if css in selectors(box.element))


def rules_of(labelled: Labelled, scope: Box) -> Iterator[Rule]:
    """Yield a rule for each named box in the scope of which nothing is story, the largest first."""
    segments = labelled.segments
    used: Counter[str] = Counter()
    done: set[int] = set()
    inside = [b for b in segments.boxes[1:] if scope.start <= b.start < b.end <= scope.end and b is not scope]
    kept = {css for b in inside if _has_story(labelled, b) for css in selectors(b.element)}
    for box in sorted(inside, key=lambda b: b.start - b.end):
        if _has_story(labelled, box) or done.issuperset(range(box.start, box.end)) or len(used) >= MAX_RULES:
            continue
        css = next((css for css in selectors(box.element) if css not in kept and css not in ("article", "main")), None)
        label = label_of(labelled, box)
        if css is None or label is None:
            continue
        done.update(range(box.start, box.end))
        if not used[css]:
            used[css] += 1
            yield drop(label, name=_rule_name(css, label), css=css)


def notices(labelled: Labelled, scope: Box) -> list[str]:
    """Return short lines of the scope that are no story, as words for rules."""
    found = dict.fromkeys(
        labelled.blocks[i].text
        for i in range(scope.start, scope.end)
        if (v := labelled.verdicts[i]) and v.label not in ("body", "caption") and len(labelled.blocks[i].text) <= LINE
    )
    return list(found)[:MAX_NOTICES]


def _has_story(labelled: Labelled, box: Box) -> bool:
    verdicts = labelled.verdicts[box.start : box.end]
    return any(verdict is not None and verdict.label == "body" for verdict in verdicts)


def label_of(labelled: Labelled, box: Box) -> Label | None:
    """Return what most of a box is; None where its elements say enough, as with ``figcaption`` and ``nav``."""
    told = [i for i in range(box.start, box.end) if structure(labelled.segments, i) == "body"]
    labels = Counter(v.label for i in told if (v := labelled.verdicts[i]))
    return labels.most_common(1)[0][0] if labels else None


def _rule_name(css: str, label: Label) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", css.lower()).strip("-")
    return words.removeprefix("class-") or label


def fields_of(page: Page) -> Iterator[tuple[str, str]]:
    """Yield selectors for what the page shows and its metadata does not say."""
    assert page.tree is not None
    metadata = page.metadata
    wanted = {"title": ("h1",), "authors": ("byline", "author")}
    if metadata.first("og:title") or metadata.story():
        del wanted["title"]
    if metadata.first("author", "article:author") or metadata.story().get("author"):
        del wanted["authors"]
    if "title" in wanted:
        yield "title", "h1"
    for element in page.tree.iter() if "authors" in wanted else ():
        name = (element.get("class") or "").lower()
        if any(word in name for word in wanted["authors"]):
            css = next(selectors(element), None)
            if css:
                yield "authors", css
                return

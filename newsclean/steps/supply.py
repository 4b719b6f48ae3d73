"""Take the body from the page's own data where its markup holds less of it.

Pages built in the browser carry the story in a JSON script or in JSON-LD ``articleBody``. It is
taken only if it is clearly more than the markup shows and if the page does not declare the story
locked: what a page withholds from its reader is not taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsclean.errors import Rejected
from newsclean.limits import Limits
from newsclean.plan import Plan
from newsclean.plugin import Layout
from newsclean.steps import ans
from newsclean.steps import label as labels
from newsclean.steps.blocks import Segments, fold, weight
from newsclean.steps.declared import access_of
from newsclean.steps.dump import segment_text
from newsclean.steps.hints import tells, windows_of
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.lines import reread
from newsclean.steps.page import Page, clean_source
from newsclean.steps.segment import segment_html
from newsclean.steps.tree import parse

JSONLD = "jsonld:articleBody"
MIN_SHOWN = 40
"""Characters of a block from which it can be looked for in another text."""
MORE = 1.3
"""The page's data must hold this many times the body found in the markup."""
MORE_CHARS = 300
"""And this many characters more, so that a caption or a correction does not decide."""


def supply(labelled: Labelled, page: Page, plan: Plan | None, layout: Layout | None, limits: Limits) -> Labelled:
    """Return the blocks with the body from the page's data, or as they are."""
    if access_of(page.metadata) not in ("free", "unknown"):
        return labelled
    have = labelled.size()
    enough = max(MORE * have, have + MORE_CHARS)
    for source, body in candidates(page, layout, limits):
        if weight(fold(body)) < enough:  # its tags counted: most are told by this
            continue
        segments = segments_of(source, body, limits)
        if segments is None or sum(weight(b.text) for b in segments.blocks) < enough:
            continue
        if source == JSONLD and not is_same_story(labelled, segments, page):
            continue
        given = Labelled(segments)
        if plan:
            labels.label_text(given, plan, limits)
            labels.finish(given, plan, source, "text", limits)
        else:
            given.mark(0, len(given.blocks), Verdict("body", f"supply/{source}"))
            reread(given)
        if given.size() - (left_out(labelled, plan, segments) if plan else 0) >= enough:
            return replaced(labelled, given, source)
    return labelled


def left_out(labelled: Labelled, plan: Plan, given: Segments) -> int:
    """Return how much of a declared body the page shows and a plugin's rule left out: that is not missed."""
    rules = {ready.id for ready in plan.rules}
    shown = zip(labelled.blocks, labelled.verdicts, strict=True)
    dropped = [block.text for block, verdict in shown if verdict and verdict.rule in rules and verdict.label != "body"]
    windows = windows_of("\n".join(block.text for block in given.blocks))
    return sum(weight(text) for text in dropped if len(text) >= MIN_SHOWN and tells(windows, text))


def candidates(page: Page, layout: Layout | None, limits: Limits) -> Iterator[tuple[str, str]]:
    """Yield the bodies that the page's data holds, with their source."""
    if layout and layout.json:
        script, _, variable = layout.json[0].partition(":")
        data = ans.assigned(page, script, variable, limits) if variable else page.json(script, limits)
        value = dig(data, layout.json[1])
        if isinstance(value, list):
            value = None if ans.is_locked(data) else ans.html_of(value)
        if isinstance(value, str) and value.strip():
            yield f"json:{script}", value
    body = page.metadata.story().get("articleBody")
    if isinstance(body, str) and body.strip():
        yield JSONLD, body


def segments_of(source: str, body: str, limits: Limits) -> Segments | None:
    """Cut a body into blocks; None for one that cannot be read. A script holds HTML, JSON-LD may hold bare text."""
    is_html = source != JSONLD or "</" in body
    return fragment(body, limits) if is_html else segment_text(clean_source(body))


def fragment(html: str, limits: Limits) -> Segments | None:
    """Cut a piece of HTML into blocks; None for one that would be refused as a page: the page itself is not."""
    try:
        return segment_html(parse(clean_source(html), limits), limits)
    except Rejected:
        return None


def is_same_story(labelled: Labelled, given: Segments, page: Page) -> bool:
    """Tell whether a declared body is that of the story which the page shows.

    Most of what the markup shows must stand in it. Where the markup shows little, as on pages built in the
    browser, the declared headline may be the page's title instead; a page without either is believed.
    """
    shown = [text for index in labelled.body() if len(text := labelled.kept(index)) >= MIN_SHOWN]
    size = sum(map(weight, shown))
    windows = windows_of("\n".join(block.text for block in given.blocks)) if shown else frozenset()
    if shown and 2 * sum(weight(text) for text in shown if tells(windows, text)) >= size:
        return True
    metadata = page.metadata
    titled = metadata.title or metadata.first("og:title")
    return size < MORE_CHARS and (metadata.is_titled(metadata.story()) if titled else not shown)


def dig(data: Any, path: str) -> Any:
    """Return the value at a dotted path of a JSON document; None where there is none."""
    for key in path.split("."):
        if isinstance(data, list):
            data = data[int(key)] if key.isdigit() and int(key) < len(data) else None
        elif isinstance(data, dict):
            data = data.get(key)
        else:
            return None
    return data


def replaced(labelled: Labelled, given: Labelled, source: str) -> Labelled:
    """Return the page's blocks, the old body set aside, followed by those that the page's data gives."""
    offset = len(labelled.blocks)
    aside = Verdict("other", f"supply/{source}")
    new = Labelled(
        labelled.segments._replace(
            blocks=[*labelled.blocks, *(block._replace(box=0, start=None, end=None) for block in given.blocks)]
        )
    )
    new.verdicts = [aside if v and v.label == "body" else v for v in labelled.verdicts] + given.verdicts
    new.cuts = {offset + i: cuts for i, cuts in given.cuts.items()}
    new.fields = {**given.fields, **labelled.fields, "body": [labels.Found(source, source)]}
    return new

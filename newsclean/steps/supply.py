"""Take the body from the page's own data where its markup holds less of it.

Pages built in the browser carry the story in a JSON script or in JSON-LD ``articleBody``. It is
taken only if it is clearly more than the markup shows and if the page does not declare the story
locked: what a page withholds from its reader is not taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsclean.limits import Limits
from newsclean.plan import Plan
from newsclean.plugin import Layout
from newsclean.steps import label as labels
from newsclean.steps.blocks import Segments, weight
from newsclean.steps.dump import segment_text
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.lines import judge_text
from newsclean.steps.page import Page
from newsclean.steps.segment import segment_html
from newsclean.steps.tree import parse

MORE = 1.3
"""The page's data must hold this many times the body found in the markup."""
MORE_CHARS = 300
"""And this many characters more, so that a caption or a correction does not decide."""


def supply(labelled: Labelled, page: Page, plan: Plan | None, layout: Layout | None, limits: Limits) -> Labelled:
    """Return the blocks with the body from the page's data, or as they are."""
    if is_locked(page):
        return labelled
    have = labelled.size()
    for source, segments in candidates(page, layout, limits):
        if sum(weight(b.text) for b in segments.blocks) < max(MORE * have, have + MORE_CHARS):
            continue
        given = Labelled(segments)
        if plan:
            labels.label_text(given, plan, limits)
            labels.finish(given, plan, source, "text", limits)
        else:
            judge_text(given)
        if given.size() >= max(MORE * have, have + MORE_CHARS):
            return replaced(labelled, given, source)
    return labelled


def candidates(page: Page, layout: Layout | None, limits: Limits) -> Iterator[tuple[str, Segments]]:
    """Yield the bodies that the page's data holds, with their source."""
    if layout and layout.json:
        value = dig(page.json(layout.json[0], limits), layout.json[1])
        if isinstance(value, str) and value.strip():
            yield f"json:{layout.json[0]}", fragment(value, limits)
    body = page.metadata.story().get("articleBody")
    if isinstance(body, str) and body.strip():
        yield "jsonld:articleBody", fragment(body, limits) if "</" in body else segment_text(body)


def fragment(html: str, limits: Limits) -> Segments:
    """Cut a piece of HTML into blocks."""
    return segment_html(parse(html, limits), limits)


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


def is_locked(page: Page) -> bool:
    """Tell whether the page declares that its reader does not see the whole story."""
    metadata = page.metadata
    nodes = [metadata.story()]
    parts = nodes[0].get("hasPart")
    nodes += [part for part in (parts if isinstance(parts, list) else [parts]) if isinstance(part, dict)]
    if any(str(node.get("isAccessibleForFree")).lower() == "false" for node in nodes):
        return True
    return (metadata.first("article:content_tier") or "").lower() == "locked"


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

"""Small pages for the tests of fields: every paragraph is the story's, and nothing else is."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from newsclean.limits import DEFAULT_LIMITS
from newsclean.steps.decode import Decoded
from newsclean.steps.fields import Fields, read_fields
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.page import html_page
from newsclean.steps.segment import segment_html

URL = "https://www.ferry-post.example/news/bridge-opens"
STORY = (
    "<p>The bridge over the Salm was opened on Friday after nine years of work.</p>"
    "<p>Some four hundred people crossed it within the first hour, the town said.</p>"
)


def fields_of(html: str, *, url: str | None = URL, captured: datetime | None = None) -> Fields:
    page = html_page(Decoded(html, None, "caller"), url, captured, DEFAULT_LIMITS)
    assert page.tree is not None
    labelled = Labelled(segment_html(page.tree, DEFAULT_LIMITS))
    for index, block in enumerate(labelled.blocks):
        if block.tag == "p":
            labelled.verdicts[index] = Verdict("body", "test")
    return read_fields(page, labelled, None, DEFAULT_LIMITS)


def page_of(
    head: str = "", top: str = "", story: str = STORY, below: str = "", jsonld: Any = None, lang: str = "en-GB"
) -> str:
    script = f"<script type='application/ld+json'>{json.dumps(jsonld)}</script>" if jsonld is not None else ""
    return f"<html lang='{lang}'><head>{head}{script}</head><body>{top}<article>{story}</article>{below}</body></html>"


def story_of(**values: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", **values}


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'

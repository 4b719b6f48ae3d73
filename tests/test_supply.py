"""The body from a page's own data: only the same story, only what readers are shown, never at a page's cost."""

from __future__ import annotations

import json
from typing import Any

import pytest

import newsclean

URL = "https://ferry-post.example/news/ferry-returns"
A = "The night ferry crossed the harbour again on Friday after three years in the yard, and the quay was full."
B = "Some four hundred people stood at the rail, the harbour office said, and the last of them left at midnight."
C = "The ship had lain in the northern yard since a fire in its engine room, which hurt two men of the crew."
D = "Tickets cost as much as they did before the fire, the company said, and bicycles are carried for nothing."
TRAM = "A tram left its rails in the upper town on Monday morning and came to rest against a baker's window. "
TITLE = "<title>Ferry returns to harbour | Ferry Post</title>"


def clean(jsonld: Any, body: str = f"<p>{A}</p><p>{B}</p>", head: str = TITLE) -> newsclean.Article:
    script = f"<script type='application/ld+json'>{json.dumps(jsonld)}</script>"
    return newsclean.clean(f"<html><head>{head}{script}</head><body><article>{body}</article></body></html>", URL)


def story(**values: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": "Ferry returns to harbour", **values}


FULL = "\n\n".join((A, B, C, D, C, D, C, D))
HALF = f"<p>{A}</p><p>{B}</p><p>{C}</p>"


def is_supplied(article: newsclean.Article) -> bool:
    return article.provenance.field_sources.get("text") == "jsonld:articleBody"


@pytest.mark.parametrize("body", [f"<p>{A}</p>", HALF])
def test_a_fuller_body_of_the_same_story_is_taken(body: str) -> None:
    got = clean(story(articleBody=FULL), body)
    assert is_supplied(got)
    assert D in got.text


@pytest.mark.parametrize(
    ("jsonld", "body"),
    [
        (story(articleBody=TRAM * 30), HALF + f"<p>{D}</p>"),
        (story(headline="Another tram story", articleBody=TRAM * 30), f"<p>{A}</p>"),
        ([story(url=URL), story(headline="Another tram story", articleBody=TRAM * 30)], HALF),
    ],
    ids=["other words", "other title", "other object"],
)
def test_another_story_is_not_taken(jsonld: Any, body: str) -> None:
    got = clean(jsonld, body)
    assert not is_supplied(got)
    assert A in got.text
    assert "tram left" not in got.text


@pytest.mark.parametrize(
    "body", ["</ ><!-- x -->", "<div>" * 600 + FULL + "</div>" * 600, "</p>\ud800" + FULL, "\ud800" + FULL, "</\0"]
)
def test_a_declared_body_that_cannot_be_read_costs_nothing(body: str) -> None:
    got = clean(story(articleBody=body), HALF)
    got.to_json()
    assert A in got.text


FREE = [
    (story(isAccessibleForFree=True), ""),
    (story(isAccessibleForFree="http://schema.org/True"), ""),
    ([story(), story(url="https://ferry-post.example/news/tram", isAccessibleForFree=False)], ""),
]
LOCKED = [
    *((story(isAccessibleForFree=value), "") for value in (False, "False", "http://schema.org/False", "No", [False], " no ")),
    (story(isAccessibleForFree={"@value": False}), ""),
    ([story(), {"@type": "WebPage", "isAccessibleForFree": False}], ""),
    (story(isAccessibleForFree=True, hasPart=[{"@type": "WebPageElement", "isAccessibleForFree": "https://schema.org/False"}]), ""),
    ([story(), {"@type": "WebPage", "hasPart": {"isAccessibleForFree": False}}], ""),
    (story(), "<meta property=article:content_tier content=locked>"),
]  # fmt: skip


def with_body(jsonld: Any) -> Any:
    nodes = jsonld if isinstance(jsonld, list) else [jsonld]
    return [nodes[0] | {"url": URL, "articleBody": FULL}, *nodes[1:]]


@pytest.mark.parametrize(("jsonld", "head"), LOCKED)
def test_a_locked_story_is_not_taken(jsonld: Any, head: str) -> None:
    got = clean(with_body(jsonld), head=TITLE + head)
    assert (got.access, is_supplied(got)) == ("paywalled", False)


@pytest.mark.parametrize(("jsonld", "head"), FREE)
def test_a_free_story_is_taken(jsonld: Any, head: str) -> None:
    got = clean(with_body(jsonld), head=TITLE + head)
    assert got.access in ("free", "unknown")
    assert is_supplied(got)

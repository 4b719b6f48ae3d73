"""What is read from a page once: JSON in any state, the story's own object, addresses."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

import newsclean
from newsclean.limits import DEFAULT_LIMITS
from newsclean.steps.decode import Decoded
from newsclean.steps.page import Page, html_page, read_json

URL = "https://ferry-post.example/news/ferry-returns"
A = "The night ferry crossed the harbour again on Friday after three years in the yard, and the quay was full."
B = "Some four hundred people stood at the rail, the harbour office said, and the last of them left at midnight."


def page_of(jsonld: Any, head: str = "", url: str | None = URL, body: str = f"<p>{A}</p><p>{B}</p>") -> Page:
    return html_page(Decoded(source_of(jsonld, head, body), None, "caller"), url, None, DEFAULT_LIMITS)


def source_of(jsonld: Any, head: str = "", body: str = f"<p>{A}</p><p>{B}</p>") -> str:
    script = jsonld if isinstance(jsonld, str) else json.dumps(jsonld)
    return f"<html><head>{head}<script type='application/ld+json'>{script}</script></head><body><article>{body}</article></body></html>"


# ------------------------------------------------------------------ JSON


@pytest.mark.parametrize(
    "source",
    [
        '{"a": 1}',
        ' <!-- {"a": 1} --> ',
        '/* <![CDATA[ */ {"a": 1} /* ]]> */',
        '//<![CDATA[\n{"a": 1}\n//]]>',
        '<![CDATA[{"a": 1}]]>;',
    ],
)
def test_wrappers_are_taken_off(source: str) -> None:
    assert read_json(source, DEFAULT_LIMITS) == {"a": 1}


@pytest.mark.parametrize(
    "source", [" " * 200_000 + "x", "x" + " " * 200_000 + "x", "/*" + " " * 200_000, "[" * 100_000]
)
def test_white_space_costs_nothing(source: str) -> None:
    start = time.perf_counter()
    assert read_json(source, DEFAULT_LIMITS) is None
    assert time.perf_counter() - start < 0.2


def test_lone_surrogates_are_replaced_and_pairs_kept() -> None:
    got = read_json(r'{"a": ["\ud800x", {"b": "\ud83d\ude00"}], "c": 1}', DEFAULT_LIMITS)
    assert got == {"a": ["\ufffdx", {"b": "\U0001f600"}], "c": 1}


NESTED: Any = "x"
for _ in range(400):
    NESTED = [NESTED] if _ % 2 else {"name": NESTED}
KEYS = (
    "headline", "author", "datePublished", "dateModified", "publisher", "image", "keywords", "articleSection", "license",
    "isAccessibleForFree", "inLanguage", "url", "provider", "sourceOrganization", "dateline", "copyrightNotice",
    "description", "articleBody", "mainEntityOfPage", "hasPart", "alternativeHeadline", "byline", "dateCreated", "@id",
)  # fmt: skip
VALUES = [
    None, True, 0, -1, 1e308, float("nan"), float("inf"), 10**29, 10**400, "", "\ud800", "\udfff tram", "a\ud800b\udc00\ud800", "\0", "x" * 50_000,
    [], {}, [[]], ["\ud800"], {"name": "\ud800"}, {"@id": "#a"}, {"@id": ["\ud800"]}, [{"name": ["\udc00 Veld"]}], NESTED,
    {"@value": "http://x.example/\ud800"}, "https://x.example/\ud800", "http://[", "<p>\ud800</p>", {"@type": "Person", "name": "Mara \ud800 Veld", "url": "/\ud800"},
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_no_declaration_breaks_a_page(value: Any) -> None:
    nodes = [{"@type": kind, **dict.fromkeys(KEYS, value)} for kind in ("NewsArticle", "WebPage", "Person")]
    alone = [{"@type": "NewsArticle", key: value} for key in KEYS]
    for jsonld in (nodes, {"@graph": nodes}, *alone):
        got = newsclean.clean(source_of(jsonld), URL)
        got.to_json()
        assert A in got.text


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"NewsArticle","author":' + '{"name":' * 100_000,
        '{"@type":"NewsArticle","author":' + "[" * 900 + "]" * 900 + "}",
        '{"@id":"#a","@type":"NewsArticle","author":{"@id":"#a"},"publisher":{"@id":"#a"},"isPartOf":{"@id":"#a"},"name":{"@id":"#a"}}',
    ],
    ids=["unclosed", "deep", "cyclic"],
)
def test_deep_and_cyclic_declarations(script: str) -> None:
    got = newsclean.clean(source_of(script), URL)
    got.to_json()
    assert A in got.text


# ------------------------------------------------------------------ addresses


@pytest.mark.parametrize("kind", ["html", "text"])
def test_a_lone_surrogate_in_the_address(kind: Any) -> None:
    source = source_of({}) if kind == "html" else f"{A}\n\n{B}"
    got = newsclean.clean(source, url="https://x.example/\ud800", kind=kind)
    assert got.url == "https://x.example/\ufffd"
    got.to_json()


# ------------------------------------------------------------------ whose story


OTHER = {"@type": "NewsArticle", "headline": "Another tram story", "articleBody": B}
OWN = {"@type": "NewsArticle", "headline": "Ferry returns to harbour"}


@pytest.mark.parametrize(
    ("own", "head", "url"),
    [
        ({"url": URL}, "", URL),
        ({"url": "http://www.ferry-post.example/news/ferry-returns/"}, "", URL),
        ({"@id": URL + "#article"}, f"<link rel=canonical href={URL}>", None),
        ({"mainEntityOfPage": {"@id": URL}}, f"<meta property=og:url content={URL}>", None),
        ({"mainEntityOfPage": URL}, "", URL + "?utm_source=x"),
        ({}, "<title>Ferry returns to harbour | Ferry Post</title>", None),
        ({}, "<meta property=og:title content='Ferry returns to harbour'>", URL),
    ],
)
def test_the_story_is_the_pages_own(own: dict[str, Any], head: str, url: str | None) -> None:
    for nodes in ([OTHER, OWN | own], [OWN | own, OTHER]):
        assert page_of(nodes, head, url).metadata.story()["headline"] == OWN["headline"]


def test_without_a_sign_the_first_story_with_a_headline_is_taken() -> None:
    nodes = [{"@type": "CreativeWork", "name": "x"}, OWN, OTHER]
    assert page_of(nodes, url=None).metadata.story() == OWN
    assert page_of([], url=None).metadata.story() == {}


def test_of_two_objects_of_one_story_the_fuller_is_taken() -> None:
    full = OWN | {"url": URL, "articleBody": A}
    assert page_of([OWN | {"url": URL}, full]).metadata.story() == full

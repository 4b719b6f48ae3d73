"""The story in the content elements that Arc XP's pages carry in a script."""

import json

import pytest

import newsclean
from newsclean.limits import DEFAULT_LIMITS
from newsclean.steps.ans import assigned, html_of, is_locked
from newsclean.steps.decode import Decoded
from newsclean.steps.page import html_page

TEXT = [f"The {word} was painted green on Thursday, and nobody in Saltmarsh will say who paid for the paint." for word in
        ("bell", "gate", "lamp", "ladder", "bench")]  # fmt: skip


def page_of(script, shown=TEXT[0]):
    return (
        '<html lang="en"><head><title>Green paint</title><link rel="stylesheet" href="/pf/dist/a.css">'
        f'<script id="fusion-metadata">{script}</script></head><body><h1>Green paint</h1><p>{shown}</p></body></html>'
    )


def script_of(elements, code=None):
    story = {"content_elements": elements, **({"content_restrictions": {"content_code": code}} if code else {})}
    return f"window.Fusion={{}};Fusion.globalContent={json.dumps(story)};Fusion.globalContentConfig={{}};"


def elements_of(texts):
    return [{"type": "text", "content": text} for text in texts]


def test_a_page_that_shows_less_gets_its_story_from_the_script():
    article = newsclean.clean(page_of(script_of(elements_of(TEXT))), "https://courier.example/a")
    assert article.text.split("\n\n") == TEXT
    assert article.provenance.cleaner == "arc/fusion"


@pytest.mark.parametrize("code", ["premium", "yellow"])
def test_what_is_locked_is_not_taken(code):
    article = newsclean.clean(page_of(script_of(elements_of(TEXT), code)), "https://courier.example/a")
    assert article.text == TEXT[0]


def test_a_page_that_shows_it_all_stays_as_it_is():
    shown = "</p><p>".join(TEXT)
    article = newsclean.clean(page_of(script_of(elements_of(TEXT)), shown), "https://courier.example/a")
    assert article.provenance.cleaner == "arc/generic"


@pytest.mark.parametrize(
    "script", ["Fusion.globalContent={", "Fusion.globalContent=", "", "Fusion.other={}", "[" * 9000]
)
def test_a_script_that_cannot_be_read_gives_nothing(script):
    page = html_page(Decoded(page_of(script), None, "caller"), None, None, DEFAULT_LIMITS)
    assert assigned(page, "fusion-metadata", "Fusion.globalContent", DEFAULT_LIMITS) is None


def test_elements_of_any_shape_are_read_or_passed_over():
    assert html_of(None) == html_of([None, 7, {"type": "text"}, {"type": "image", "content": "x"}]) == ""
    assert html_of([{"type": "list", "items": [{"content": "a"}, 3]}]) == "<ul><li>a</li></ul>"
    nested: list[dict[str, object]] = [{"type": "text", "content": "deep"}]
    for _ in range(50):
        nested = [{"type": "quote", "content_elements": nested}]
    assert "deep" not in html_of(nested)
    assert html_of([{"type": "header", "content": "a"}, {"type": "table", "rows": [[{"content": "b"}]]}]) == (
        "<h3>a</h3>\n<table><tr><td>b</td></tr></table>"
    )


def test_a_story_without_a_code_is_open():
    assert not is_locked({})
    assert not is_locked({"content_restrictions": {"content_code": "Free"}})
    assert not is_locked([])

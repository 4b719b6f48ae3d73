"""Kind, access, rights, section and standfirst: what the page declares, by whatever name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .field_pages import STORY, fields_of, page_of, story_of

H1 = "<h1>A bridge opens</h1>"
WORDS = len(STORY.replace("</p><p>", " ").split())


@pytest.mark.parametrize(
    ("jsonld", "head", "url", "kind"),
    [
        (story_of(), "", "https://a.example/x", "article"),
        (story_of(articleSection="Opinion"), "", "https://a.example/x", "opinion"),
        (story_of(genre=["Kommentar"]), "", "https://a.example/x", "opinion"),
        (story_of(), "", "https://a.example/press-releases/x", "press_release"),
        (story_of(), "", "https://a.example/press-releases-of-old", "article"),
        (story_of(), "", "https://a.example/videos/x", "article"),
        ({"@type": "ImageGallery"}, "", "https://a.example/x", "gallery"),
        ({"@type": "CollectionPage"}, "", "https://a.example/x", "listing"),
        ([{"@type": "CollectionPage"}, story_of()], "", "https://a.example/x", "article"),
        (None, "<meta property=og:type content=video.other>", "https://a.example/x", "video"),
        (None, "", None, "unknown"),
    ],
)
def test_kind(jsonld: object, head: str, url: str | None, kind: str) -> None:
    assert fields_of(page_of(head, H1, jsonld=jsonld), url=url).kind == kind


@pytest.mark.parametrize(
    ("values", "access"),
    [
        ({"wordCount": 10 * WORDS}, "truncated"),
        ({"wordCount": str(10 * WORDS)}, "truncated"),
        ({"wordCount": 10 * WORDS, "isAccessibleForFree": True}, "truncated"),
        ({"wordCount": 10 * WORDS, "isAccessibleForFree": False}, "paywalled"),
        ({"wordCount": 150}, "unknown"),  # about as many letters: the system counts these
        ({"wordCount": WORDS}, "unknown"),
        ({"wordCount": 10**30}, "unknown"),
        ({"wordCount": "many"}, "unknown"),
        ({"wordCount": -5}, "unknown"),
        ({"wordCount": [None, {}]}, "unknown"),
    ],
)
def test_access(values: dict[str, object], access: str) -> None:
    assert fields_of(page_of(top=H1, jsonld=story_of(**values))).access == access


def test_rights() -> None:
    head = "<meta name=robots content='index, noai, noimageai'><meta name=dcterms.rights content='All of it'>"
    rights = fields_of(page_of(head)).rights
    assert rights is not None
    assert (rights.ai_preferences, rights.copyright) == ("noai, noimageai", "All of it")
    assert fields_of(page_of()).rights is None


def test_the_breadcrumb_names_the_section() -> None:
    steps = [{"@type": "ListItem", "name": n} for n in ("Home", "Valley", "A bridge opens")]
    trail = {"@type": "BreadcrumbList", "itemListElement": steps}
    fields = fields_of(page_of(top=H1, jsonld=trail))
    assert (fields.section, fields.sources["section"]) == ("Valley", "html:breadcrumb")
    for broken in (None, 5, "x", [None], [{"item": 3}], [{"item": {"name": []}}]):
        assert fields_of(page_of(top=H1, jsonld={"@type": "BreadcrumbList", "itemListElement": broken})).section is None


@pytest.mark.parametrize("form", [str, lambda url: {"@id": url}, lambda url: {"@type": "WebPage", "url": url}])
def test_a_step_that_leads_to_the_page_is_no_section(form: Callable[[str], object]) -> None:
    here = "https://example.org/valley/bridge"
    steps = (("Home", "https://example.org/"), ("Valley", "https://example.org/valley"), ("Nine years of work", here))
    items = [{"@type": "ListItem", "name": name, "item": form(url)} for name, url in steps]
    page = page_of(top=H1, jsonld={"@type": "BreadcrumbList", "itemListElement": items})
    assert fields_of(page, url=here + "?utm_source=feed").section == "Valley"
    assert fields_of(page, url="https://example.org/other").section == "Nine years of work"


@pytest.mark.parametrize("mark", ["class=standfirst", "class=article__dek"])
def test_the_standfirst(mark: str) -> None:
    line = "Nine years of work end with a fair and a long queue"
    top = f"{H1}<div {mark.replace('article__dek', 'dek')}>{line}</div>"
    fields = fields_of(page_of(top=top))
    assert (fields.subtitle, fields.sources["subtitle"]) == (line, "html:standfirst")


def test_the_description_where_it_is_printed_is_the_standfirst() -> None:
    line = "Nine years of work end with a fair and a long queue"
    assert fields_of(page_of(f"<meta name=description content='{line}'>", f"{H1}<div>{line}</div>")).subtitle == line
    assert fields_of(page_of(f"<meta name=description content='{line}'>", H1)).subtitle is None


def test_a_subtitle_that_repeats_the_headline_is_none() -> None:
    assert fields_of(page_of(top=H1, jsonld=story_of(alternativeHeadline="A bridge opens"))).subtitle is None


def test_preview_tags_that_say_value_instead_of_content() -> None:
    assert fields_of(page_of("<meta property=og:title value='A bridge opens'>")).title == "A bridge opens"

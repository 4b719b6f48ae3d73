"""Fields: the order of sources, what is never taken, and hostile declarations."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest

from newsclean.limits import DEFAULT_LIMITS
from newsclean.plan import Plan, compile_plan
from newsclean.plugin import Site
from newsclean.steps.decode import Decoded
from newsclean.steps.dump import segment_text
from newsclean.steps.fields import Fields, read_fields
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.language import language_tag
from newsclean.steps.page import Metadata, html_page, text_page
from newsclean.steps.segment import segment_html
from newsclean.steps.urls import absolute, canonical, host_of, split_address

URL = "https://www.ferry-post.example/news/bridge-opens"
STORY = (
    "<p>The bridge over the Salm was opened on Friday after nine years of work.</p>"
    "<p>Some four hundred people crossed it within the first hour, the town said.</p>"
)


def fields_of(
    html: str, *, url: str | None = URL, plan: Plan | None = None, captured: datetime | None = None, **found: str
) -> Fields:
    page = html_page(Decoded(html, None, "caller"), url, captured, DEFAULT_LIMITS)
    assert page.tree is not None
    labelled = Labelled(segment_html(page.tree, DEFAULT_LIMITS))
    for index, block in enumerate(labelled.blocks):
        if block.tag == "p":
            labelled.verdicts[index] = Verdict("body", "test")
    for name, value in found.items():
        labelled.found(name, value, "ferry_post/line")
    return read_fields(page, labelled, plan, DEFAULT_LIMITS)


def page_of(head: str = "", top: str = "", story: str = STORY, jsonld: Any = None) -> str:
    script = f"<script type='application/ld+json'>{json.dumps(jsonld)}</script>" if jsonld is not None else ""
    return f"<html lang='en_gb'><head>{head}{script}</head><body>{top}<article>{story}</article></body></html>"


def story_of(**values: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": "A bridge opens", **values}


# ------------------------------------------------------------------ title


@pytest.mark.parametrize(
    ("head", "top", "title", "source"),
    [
        ("<meta property=og:title content='Bridge opens | Ferry Post'>", "", "Bridge opens", "meta:og:title"),
        ("<meta property=og:title content='Bridge opens - Ferry Post News'>", "<h1>Bridge  opens</h1>", "Bridge opens", "html:h1"),
        ("<title>Ferry Post: Bridge opens at last</title>", "", "Bridge opens at last", "html:title"),
        ("<title>Bridge opens at last - FERRY-POST</title>", "", "Bridge opens at last", "html:title"),
        ("<title>Ferry Post</title>", "<h1>Bridge opens</h1>", "Bridge opens", "html:h1"),
        ("<meta property=og:title content='Dogs &amp;amp; cats on a bridge'>", "", "Dogs & cats on a bridge", "meta:og:title"),
        ("", "", None, None),
    ],
)  # fmt: skip
def test_title(head: str, top: str, title: str | None, source: str | None) -> None:
    fields = fields_of(page_of(head, top))
    assert (fields.title, fields.sources.get("title")) == (title, source)


def test_what_a_rule_found_wins() -> None:
    fields = fields_of(page_of("<meta property=og:title content='Another title'>"), title="As printed", agency="PTI")
    assert (fields.title, fields.sources["title"]) == ("As printed", "ferry_post/line")
    assert (fields.agencies, fields.sources["agencies"]) == (("PTI",), "ferry_post/line")


# ------------------------------------------------------------------ authors and agencies


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Mara Veld", ["Mara Veld"]),
        (["Mara Veld", "Tom Okoro"], ["Mara Veld", "Tom Okoro"]),
        ({"@type": "Person", "name": "Mara Veld"}, ["Mara Veld"]),
        ([{"name": "Mara Veld"}, {"name": ["Tom Okoro"]}], ["Mara Veld", "Tom Okoro"]),
        ({"@id": "#nobody"}, []),
        ({"name": {"name": {"name": "x"}}}, []),
        (5, []),
        ([[["Mara Veld"]]], []),
        (None, []),
    ],
)
def test_declared_authors(author: Any, names: list[str]) -> None:
    fields = fields_of(page_of(jsonld=story_of(author=author)))
    assert [a.name for a in fields.authors] == names


def test_author_by_reference() -> None:
    graph = {"@graph": [story_of(author={"@id": "#mara"}), {"@type": "Person", "@id": "#mara", "name": "Mara Veld"}]}
    assert [a.name for a in fields_of(page_of(jsonld=graph)).authors] == ["Mara Veld"]


@pytest.mark.parametrize(
    "top",
    [
        "<h1>A bridge opens</h1><div>By Mara Veld</div>",
        "<h1>A bridge opens</h1><div class=meta>5 May 2021 <span>by Mara Veld</span></div>",
        "<h1>A bridge opens</h1><span><a rel=author href=/x>Mara Veld</a></span>",
        "<h1>A bridge opens</h1><span><a href=/authors/mara-veld>Mara Veld</a></span>",
        "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Mara Veld'>",
    ],
)
def test_printed_authors(top: str) -> None:
    assert [a.name for a in fields_of(page_of(top=top)).authors] == ["Mara Veld"]


def test_an_agency_is_no_author() -> None:
    fields = fields_of(page_of(jsonld=story_of(author=["Mara Veld", "Press Trust of India"])))
    assert ([a.name for a in fields.authors], fields.agencies) == (["Mara Veld"], ("PTI",))


@pytest.mark.parametrize(
    ("story", "agencies", "dateline"),
    [
        ("<p>OSTRAVA, Feb 6 (Reuters) - The bridge was opened.</p>", ("Reuters",), "OSTRAVA, Feb 6"),
        (STORY + "<p>--IANS</p>", ("IANS",), None),
        ("<p>The mayor told Reuters that AFP and PTI had called him (twice).</p>" + STORY, (), None),
    ],
)
def test_agencies_of_the_body(story: str, agencies: tuple[str, ...], dateline: str | None) -> None:
    fields = fields_of(page_of(story=story))
    assert (fields.agencies, fields.dateline) == (agencies, dateline)


def test_agency_as_provider() -> None:
    fields = fields_of(
        page_of(jsonld=story_of(sourceOrganization={"name": "Xinhua"}, provider=[{"name": "Ferry Post"}]))
    )
    assert fields.agencies == ("Xinhua",)


# ------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("html", "value", "source"),
    [
        (page_of(jsonld=story_of(datePublished="2021-05-05T10:00:00+02:00")), "2021-05-05T10:00:00+02:00", "jsonld:datePublished"),
        (page_of(jsonld=story_of(datePublished=["", 7, "2021-05-05"])), "2021-05-05", "jsonld:datePublished"),
        (page_of("<meta property=article:published_time content='2021-05-05'>", jsonld=story_of(datePublished={"a": 1})), "2021-05-05", "meta:article:published_time"),
        (page_of(top="<h1>A bridge</h1><time datetime='2021-05-05T10:00Z'>today</time>"), "2021-05-05T10:00:00+00:00", "html:time"),
        (page_of(top="<h1>A bridge</h1><div>Published 5 May 2021</div>"), "2021-05-05", "html:dateline"),
        (page_of(story=STORY + "<div>© 2020 Ferry Post, 1 January 2020</div>"), None, None),
    ],
)  # fmt: skip
def test_date(html: str, value: str | None, source: str | None) -> None:
    fields = fields_of(html)
    assert (fields.date_published and fields.date_published.value, fields.sources.get("date_published")) == (
        value,
        source,
    )


def test_date_of_the_address_is_the_last_resort() -> None:
    fields = fields_of(page_of(), url="https://ferry-post.example/2021/05/05/bridge")
    assert fields.date_published is not None
    assert (fields.date_published.value, fields.sources["date_published"]) == ("2021-05-05", "url")


@pytest.mark.parametrize(("published", "flags"), [("2021-05-06", ()), ("2021-06-06", ("date_differs_from_url",))])
def test_the_address_checks_the_date(published: str, flags: tuple[str, ...]) -> None:
    site = Site(
        name="ferry_post", hosts=("ferry-post.example",), url_date=r"-(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)$"
    )
    url = "https://ferry-post.example/bridge-210505"
    fields = fields_of(page_of(jsonld=story_of(datePublished=published)), url=url, plan=compile_plan(site, "1"))
    assert fields.flags == flags


def test_the_outlets_zone() -> None:
    plan = compile_plan(Site(name="ferry_post", hosts=("ferry-post.example",), dateline_zone="+05:30"), "1")
    fields = fields_of(page_of(), plan=plan, date_published="Jan 01 2025 | 11:45 PM IST")
    assert fields.date_published is not None
    assert fields.date_published.value == "2025-01-01T23:45:00+05:30"


def test_a_date_after_the_fetch_is_not_believed() -> None:
    html = page_of(jsonld=story_of(datePublished="2031-01-01"))
    assert fields_of(html, captured=datetime(2021, 5, 5, tzinfo=UTC)).date_published is None


# ------------------------------------------------------------------ the rest


@pytest.mark.parametrize(
    ("declared", "tag"),
    [
        ("en_gb", "en-GB"),
        ("DE", "de"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("pt_BR.UTF-8", "pt-BR"),
        ("english", None),
        ("", None),
        (None, None),
    ],
)
def test_language(declared: str | None, tag: str | None) -> None:
    assert language_tag(declared) == tag


@pytest.mark.parametrize(
    ("value", "access"),
    [
        (False, "paywalled"),
        ("False", "paywalled"),
        (True, "free"),
        ("true", "free"),
        ("http://schema.org/False", "paywalled"),
        ("https://schema.org/True", "free"),
        (" No ", "paywalled"),
        ([False], "paywalled"),
        ([True, False], "paywalled"),
        ({"@value": "False"}, "paywalled"),
        (0, "unknown"),
        ([], "unknown"),
        (None, "unknown"),
    ],
)
def test_access(value: Any, access: str) -> None:
    assert fields_of(page_of(jsonld=story_of(isAccessibleForFree=value))).access == access


@pytest.mark.parametrize(("tier", "access"), [("locked", "paywalled"), ("metered", "metered"), ("free", "free")])
def test_content_tier(tier: str, access: str) -> None:
    assert fields_of(page_of(f"<meta property=article:content_tier content={tier}>")).access == access


@pytest.mark.parametrize(
    ("type_name", "kind"),
    [
        ("LiveBlogPosting", "live_blog"),
        ("OpinionNewsArticle", "opinion"),
        ("Review", "review"),
        ("VideoObject", "video"),
        ("Thing", "unknown"),
    ],
)
def test_kind(type_name: str, kind: str) -> None:
    assert fields_of(page_of(jsonld={"@type": type_name})).kind == kind


def test_lesser_fields() -> None:
    head = (
        "<link rel=canonical href='/news/bridge?utm_source=x&amp;id=7#top'><link rel=license href='/terms'>"
        "<meta name=tdm-reservation content=1><meta name=robots content=noai><meta property=og:image content='/b.jpg'>"
        "<meta property=article:tag content='Bridges'><meta name=news_keywords content='bridges, Salm'>"
    )
    story = story_of(
        publisher={"name": "Ferry Post", "logo": {"url": 3}}, articleSection=["Town"], alternativeHeadline="At last"
    )
    fields = fields_of(page_of(head, jsonld=story))
    assert fields.canonical_url == "https://www.ferry-post.example/news/bridge?id=7"
    assert fields.publisher is not None
    assert (fields.publisher.name, fields.publisher.domain) == ("Ferry Post", "ferry-post.example")
    assert (fields.section, fields.subtitle, fields.tags, fields.language) == (
        "Town",
        "At last",
        ("Bridges", "Salm"),
        "en-GB",
    )
    assert fields.images[0].url == "https://www.ferry-post.example/b.jpg"
    assert fields.rights is not None
    assert (fields.rights.license, fields.rights.tdm_reserved) == ("https://www.ferry-post.example/terms", True)


def test_a_dump_has_what_rules_found() -> None:
    page = text_page(
        Decoded("A bridge opens\n\nNew Delhi, Jan 1 (PTI) The bridge was opened.", None, "caller"), URL, None
    )
    labelled = Labelled(segment_text(page.text))
    labelled.verdicts[1] = Verdict("body", "test")
    labelled.found("authors", "By Mara Veld", "ferry_post/byline")
    labelled.verdicts[0] = Verdict("syndication_notice", "test")
    fields = read_fields(page, labelled, None, DEFAULT_LIMITS)
    assert ([a.name for a in fields.authors], fields.agencies, fields.flags) == (
        ["Mara Veld"],
        ("PTI",),
        ("syndicated",),
    )
    assert (fields.kind, fields.language) == ("unknown", None)


# ------------------------------------------------------------------ hostile declarations

NESTED: Any = "x"
for _ in range(40):
    NESTED = [NESTED] if _ % 2 else {"name": NESTED, "@id": "#a"}
CYCLIC: dict[str, Any] = {"@type": "NewsArticle"}
CYCLIC["author"] = CYCLIC["mainEntity"] = CYCLIC["publisher"] = CYCLIC
WRONG = [
    None,
    True,
    0,
    -1,
    1e308,
    10**29,
    "",
    " ",
    "x" * 100_000,
    [],
    {},
    [None],
    [[]],
    {"name": 5},
    {"@value": []},
    "\ud800",
    NESTED,
]
KEYS = (
    "headline", "author", "datePublished", "dateModified", "publisher", "image", "keywords", "articleSection", "license",
    "isAccessibleForFree", "inLanguage", "url", "provider", "sourceOrganization", "dateline", "copyrightNotice", "description",
)  # fmt: skip


@pytest.mark.parametrize("value", WRONG, ids=range(len(WRONG)))
def test_wrong_types_everywhere(value: Any) -> None:
    fields = fields_of(page_of(jsonld={"@type": "NewsArticle", **dict.fromkeys(KEYS, value)}))
    assert fields.date_published is None
    assert len(fields.title or "") <= 2_000


def test_cycles() -> None:
    page = text_page(Decoded("A bridge opens.", None, "caller"), None, None)
    object.__setattr__(page, "metadata", Metadata(jsonld=(CYCLIC,)))
    assert read_fields(page, Labelled(segment_text(page.text)), None, DEFAULT_LIMITS).authors == ()


@pytest.mark.parametrize(
    "text",
    ['{"@type":"NewsArticle","datePublished":NaN,"author":1e999}', '{"@type":' * 5000, "[" * 100_000, "9" * 5000],
)
def test_broken_json(text: str) -> None:
    fields = fields_of(f"<script type='application/ld+json'>{text}</script>{STORY}")
    assert (fields.authors, fields.date_published) == ((), None)


# ------------------------------------------------------------------ addresses


@pytest.mark.parametrize(
    ("address", "result"),
    [
        ("https://A.example/x?utm_source=a&b=1#c", "https://a.example/x?b=1"),
        ("https://a-example.cdn.ampproject.org/c/s/a.example/x", "https://a.example/x"),
        ("https://web.archive.org/web/20200101000000/http://a.example/x", "http://a.example/x"),
        ("/x", "https://www.ferry-post.example/x"),
        ("javascript:alert(1)", None),
        ("http://[", None),
        ("x" * 5000, None),
        ("", None),
        (None, None),
    ],
)
def test_canonical(address: str | None, result: str | None) -> None:
    assert canonical(address, URL) == result


def test_hosts() -> None:
    assert split_address("https://www.A.example/B/") == ("a.example", "b")
    assert split_address("http://[") == ("", "")
    assert host_of(None) is None
    assert absolute("//a.example/x", URL) == "https://a.example/x"
    assert re.match("https://", absolute("x", URL) or "")

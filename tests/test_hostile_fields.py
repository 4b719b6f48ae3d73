"""Hostile declarations: a field is absent or right, and nothing raises, whatever a page declares."""

from __future__ import annotations

import json
import time
from datetime import date
from typing import Any

import pytest

import newsclean
from newsclean.steps.dates import parse_when

from .field_pages import STORY, fields_of, page_of

# ------------------------------------------------------------------ JSON-LD

KEYS = (
    "headline", "alternativeHeadline", "author", "creator", "datePublished", "dateModified", "dateCreated", "publisher",
    "image", "keywords", "articleSection", "genre", "license", "isAccessibleForFree", "hasPart", "inLanguage", "url",
    "@id", "mainEntityOfPage", "provider", "sourceOrganization", "dateline", "copyrightNotice", "copyrightHolder",
    "description", "wordCount", "articleBody", "name", "itemListElement",
)  # fmt: skip
DEEP: Any = "x"
for _ in range(200):
    DEEP = [DEEP] if _ % 2 else {"name": DEEP, "@id": "#a"}
VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 1e308, 10**29, "", " ", "x", "\u0000", "<b>", "&amp;amp;", "\u202e", [], {}, [None], [[]],
    [{}], {"name": 5}, {"name": {"name": {"name": []}}}, {"@value": []}, {"@id": 7}, {"@type": 9}, {"url": {}}, {"url": []},
    ["a"] * 500, "\ud800", DEEP, "x" * 200_000, {"caption": {}, "creditText": [], "url": "http://["},
)  # fmt: skip


@pytest.mark.parametrize("kind", ["NewsArticle", "Person", "BreadcrumbList", "WebPage"])
@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_wrong_types_in_every_field(value: Any, kind: str) -> None:
    node = {**dict.fromkeys(KEYS, value), "@type": kind}
    fields = fields_of(page_of(top="<h1>A bridge opens</h1>", jsonld=[{"@type": "NewsArticle"}, node]))
    assert fields.date_published is None
    assert fields.date_modified is None
    assert all(len(author.name) <= 60 for author in fields.authors)
    assert len(fields.tags) <= 50
    for text in (fields.title, fields.subtitle, fields.description, fields.section, fields.dateline):
        assert len(text or "") <= 2_000
    assert set(fields.sources) <= set(newsclean.Article.__dataclass_fields__)


RAW_JSON = (
    '{"@type":' * 100_000, "[" * 100_000, '{"@type":"NewsArticle","wordCount":' + "9" * 5_000 + "}", "9" * 5_000,
    '{"@type":"NewsArticle","datePublished":NaN,"author":1e999,"wordCount":-Infinity}',
    '{"@type":"NewsArticle","headline":"\\ud800","author":"\\udfff\\ud800"}',
    '{"@type":"NewsArticle","author":"A","author":{"name":"B"},"author":[]}',
    '{"@graph":[{"@id":"#a","@type":"Person","name":{"@id":"#a"}},{"@type":"NewsArticle","author":{"@id":"#a"}}]}',
    '{"@graph":[{"@id":"#a","mainEntity":{"@id":"#b"}},{"@id":"#b","mainEntity":{"@id":"#a"}}]}',
    '{"@type":"NewsArticle","headline":"' + "x" * 1_000_000 + '"}', '{"@type":"NewsArticle"', "null", "true", '""', "]",
    '{"@type":["NewsArticle",' + ",".join(['"x"'] * 10_000) + "]}", "\x00{}", "{'@type':'NewsArticle'}",
)  # fmt: skip


@pytest.mark.parametrize("text", RAW_JSON, ids=range(len(RAW_JSON)))
def test_broken_json(text: str) -> None:
    fields = fields_of(f"<html><script type='application/ld+json'>{text}</script><h1>A bridge opens</h1>{STORY}</html>")
    assert fields.title == "A bridge opens"
    assert fields.date_published is None


# ------------------------------------------------------------------ dates

BAD_DATES = [
    *(f"{year:04d}-01-01" for year in (0, 1, 999, 1492, 1900, 1969, 1970, 1989, 2100, 9999)),
    *(f"2020-{month:02d}-{day:02d}" for month, day in ((0, 1), (1, 0), (2, 30), (4, 31), (13, 1), (12, 32), (99, 99))),
    *(f"{day} {month} 2020" for day, month in ((30, "February"), (31, "April"), (32, "May"), (0, "June"), (5, "Brumaire"))),
    *(f"2020-01-01T10:00:00{offset}" for offset in ("+99:99", "-24:00", "+15:30", "+00:60")),
    *(str(10**power) for power in (0, 3, 8, 14, 15, 20, 40)),
    *("9" * size for size in (1, 5, 14, 20, 5_000)),
    *(digit * size for digit in "٠०0" for size in (4, 8, 100, 10_000)),
    *("".join(chr(0x660 + int(c)) if c.isdigit() else c for c in text) for text in ("0000-01-01", "2020-13-45", "9999-12-31")),
    *("".join(chr(0x966 + int(c)) if c.isdigit() else c for c in text) for text in ("0000-01-01", "2020-13-45", "9999-12-31")),
    *(f"{a}/{b}/2020" for a, b in ((0, 0), (13, 13), (32, 1), (99, 99), (31, 2))),
    *(text * 1_000 for text in ("2020-01-01", "1/", "Jan ", "- ", "2020年")),
    "", " ", "today", "yesterday", "2 hours ago", "May", "2020", "Q1 2020", "-1", "NaN", "Infinity", "1e999", "0x7E4",
    "null", "undefined", "0000-00-00 00:00:00", "\ud800", "²²²²-²²-²²", "Ⅻ Ⅻ ⅫⅫ", "\u202e1202-10-10", "2020-01-01\u0000T",
]  # fmt: skip


@pytest.mark.parametrize("raw", BAD_DATES, ids=range(len(BAD_DATES)))
def test_no_date(raw: str) -> None:
    when = parse_when(raw, "test")
    if when is not None:  # what can be read of it is a day of the web
        assert 1990 <= date.fromisoformat(when.value[:10]).year <= 2099
        assert "2020" in raw.translate({0x660 + i: str(i) for i in range(10)}) or "1202" in raw


@pytest.mark.parametrize("place", ["jsonld", "meta", "time", "line", "address"])
@pytest.mark.parametrize("raw", BAD_DATES[::3], ids=range(len(BAD_DATES[::3])))
def test_bad_dates_in_every_place(raw: str, place: str) -> None:
    quoted = raw.replace('"', "").replace("<", "")
    html = {
        "jsonld": lambda: page_of(jsonld={"@type": "NewsArticle", "datePublished": raw}),
        "meta": lambda: page_of(f'<meta property="article:published_time" content="{quoted}">'),
        "time": lambda: page_of(top=f'<h1>A bridge opens</h1><time datetime="{quoted}">x</time>'),
        "line": lambda: page_of(top=f"<h1>A bridge opens</h1><div>Published {quoted}</div>"),
        "address": lambda: page_of(),
    }[place]()
    when = fields_of(html.replace("\ud800", ""), url=f"https://a.example/{quoted[:300]}/x").date_published
    assert when is None or 1990 <= date.fromisoformat(when.value[:10]).year <= 2099


# ------------------------------------------------------------------ numbers in markup

NUMBERS = ["1000000000000000000", "-1", "-999999999999", "NaN", "Infinity", "1e99", "0", "", "٣", "9" * 400]


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_in_markup(number: str) -> None:
    table = f"<table><tr><td colspan='{number}' rowspan='{number}'>one</td><td>two</td></tr></table>"
    rest = (
        f"<ol start='{number}'><li value='{number}'>three</li></ol><img width='{number}' height='{number}' src=/a.jpg>"
    )
    started = time.process_time()
    article = newsclean.clean(page_of(top="<h1>A bridge opens</h1>", story=STORY + table + rest + STORY))
    assert "four hundred people" in article.text
    assert len(json.dumps(article.to_dict())) < 20_000
    assert time.process_time() - started < 1

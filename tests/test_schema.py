"""The record as JSON: nothing is lost on the way out and back, and the published schema is the code's."""

from __future__ import annotations

import dataclasses
import json
import pickle
from pathlib import Path

import pytest

import newsclean
from newsclean import article as records
from newsclean.article import Article, Author, Block, Image, Provenance, Removal, When
from newsclean.errors import SchemaError
from newsclean.schema import json_schema

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "fixtures/generic/example/harbour-ferry/page.html").read_bytes()
PARTS = [value for value in vars(records).values() if dataclasses.is_dataclass(value)]

FULL = Article(
    id="sha256:0",
    text="One\u2028two\u0085three\u2029 “four” \U0001f6a2",
    provenance=Provenance(
        newsclean_version="0", cleaner="generic", cleaner_version="0", input_kind="record", field_sources={"b": "x", "a": "y"},
    ),
    title="T",
    blocks=(Block(kind="table", text="a | b", rows=(("a", "b"),)), Block(kind="live_entry", text="x", time="2026-01-01")),
    authors=(Author(name="N", kind="agency", raw="By N"),),
    agencies=("PTI",),
    date_published=When(value="2026-01-01T00:00:00+05:30", precision="minute", tz="explicit"),
    publisher=records.Publisher(name="P"),
    images=(Image(url="https://a.example/i.jpg", is_main=True),),
    rights=records.Rights(tdm_reserved=False),
    quality=records.Quality(confidence=0.5, flags=("syndicated",)),
    fingerprint=records.Fingerprint(text_sha256="0"),
    removed=(Removal(rule="a/b", reason="advert", text="Ad", start=0, end=2),),
    related=(Article(id="y", text="z", provenance=Provenance(newsclean_version="0", cleaner="c", cleaner_version="0", input_kind="text")),),
    extra={"gazette": {"paywall": [1, 2.5, None, True, "x"]}},
)  # fmt: skip


@pytest.fixture(params=["full", "page"])
def article(request):
    return FULL if request.param == "full" else newsclean.clean(PAGE, "https://a.example/1", explain=True)


def test_json_and_back(article):
    assert Article.from_json(article.to_json()) == article
    assert Article.from_json(article.to_json().encode()) == article
    assert Article.from_json(article.to_json()).to_json() == article.to_json()


def test_pickle_and_back(article):
    back = pickle.loads(pickle.dumps(article))
    assert back == article
    assert back.to_json() == article.to_json()


def test_a_line_is_a_line():
    line = FULL.to_json()
    assert len(line.splitlines()) == 1
    assert "\\u2028" in line
    assert "\\u0085" in line
    assert json.loads(line)["text"] == FULL.text


def test_json_does_not_depend_on_the_order_of_mappings():
    turned = dataclasses.replace(FULL.provenance, field_sources={"a": "y", "b": "x"})
    assert dataclasses.replace(FULL, provenance=turned).to_json() == FULL.to_json()


def test_dict_has_every_field(article):
    got = article.to_dict()
    assert list(got) == [field.name for field in dataclasses.fields(Article)]
    assert json.loads(json.dumps(got)) == json.loads(article.to_json())


def test_an_empty_record_can_be_read():
    line = '{"id": "x", "text": "", "provenance": {"newsclean_version": "0", "cleaner": "c", "cleaner_version": "0", "input_kind": "text"}}'
    assert Article.from_json(line).schema_version == records.SCHEMA_VERSION


@pytest.mark.parametrize("change", [
    {"text": None}, {"id": 1}, {"blocks": "x"}, {"kind": "poem"}, {"removed": [{"rule": "a", "reason": "noise", "text": ""}]},
    {"provenance": None}, {"schema_version": "2.0"},
])  # fmt: skip
def test_what_is_no_article_is_refused(change):
    with pytest.raises(SchemaError):
        Article.from_json(json.dumps({**FULL.to_dict(), **change}))


@pytest.mark.parametrize(
    "data", ["[" * 100_000, '{"a":' * 100_000, "", "{", "[]", "null", "{}", b"\xff\xfe", '{"id": "x"}', "\ud800"]
)
def test_what_is_no_json_is_refused(data):
    with pytest.raises(SchemaError):
        Article.from_json(data)


def test_a_record_that_is_nested_too_deep_is_refused():
    deep = json.dumps({**FULL.to_dict(), "extra": "DEEP"}).replace('"DEEP"', '{"a":' * 50_000 + "1" + "}" * 50_000)
    with pytest.raises(SchemaError, match="no article"):
        Article.from_json(deep)


def test_a_later_minor_version_is_read_and_new_fields_are_passed_over():
    later = {**FULL.to_dict(), "schema_version": "1.9", "mood": "calm"}
    assert Article.from_json(json.dumps(later)).text == FULL.text


def test_the_published_schema_is_the_codes():
    published = json.loads((ROOT / "docs/article.schema.json").read_text("utf-8"))
    assert published == json.loads(json.dumps(json_schema())), "run: newsclean schema > docs/article.schema.json"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_is_in_the_schema(part):
    definition = json_schema()["$defs"][part.__name__]
    assert set(definition["properties"]) == {field.name for field in dataclasses.fields(part)}
    assert definition["additionalProperties"] is False


def test_records_satisfy_the_schemas_required_fields(article):
    definitions = json_schema()["$defs"]
    got = article.to_dict()
    assert set(definitions["Article"]["required"]) <= set(got)
    assert set(definitions["Provenance"]["required"]) <= set(got["provenance"])

import pickle
import time
from datetime import date, datetime
from pathlib import Path

import pytest

import newsclean
from newsclean.errors import REASONS, Rejected

A = "The harbour board met on Monday to hear how the first winter of the night ferry had gone, and heard mostly good."
B = "Tickets sold out on eleven evenings, the clerk said, and on two of them people were turned away in the rain."
PAGE = f"<html lang=en><head><title>Night ferry</title></head><body><article><h1>Night ferry</h1><p>{A}</p><p>{B}</p></article></body></html>"


def reason(page, **options):
    with pytest.raises(Rejected) as caught:
        newsclean.clean(page, **options)
    return caught.value.reason


def test_str_and_bytes_give_the_same_story():
    assert newsclean.clean(PAGE).text == newsclean.clean(PAGE.encode()).text == f"{A}\n\n{B}"


def test_a_string_without_markup_is_a_dump():
    got = newsclean.clean(f"{A}\n\n{B}")
    assert got.provenance.input_kind == "text"
    assert newsclean.clean(PAGE).provenance.input_kind == "html"
    assert newsclean.clean(f"{A} if a < b and c > d\n\n{B}").provenance.input_kind == "text"
    assert newsclean.clean(f"<b>{A}</b>\n\n{B}", kind="text").provenance.input_kind == "text"


@pytest.mark.parametrize(
    ("page", "options", "want"),
    [
        ("", {}, "empty"),
        (f"\n<!DOCTYPE html>\n<html><p>{A}</p></html>", {"kind": "text"}, "not_an_article"),
        (b" \n\t", {}, "empty"),
        ("no tag at all", {"kind": "html"}, "not_html"),
        ("<p>Too short.</p>", {}, "too_short"),
        ("<div><img></div>", {}, "not_an_article"),
        ("\u200b" * 200, {}, "not_an_article"),
        ("<p>" + "* " * 200 + "</p>", {}, "not_an_article"),
        (PAGE, {"limits": newsclean.Limits(max_chars=10)}, "too_large"),
        (PAGE, {"limits": newsclean.Limits(max_depth=2)}, "too_deep"),
        (PAGE, {"limits": newsclean.Limits(max_elements=3)}, "too_many_elements"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02\xff" * 400, {}, "undecodable"),
    ],
)
def test_rejections(page, options, want):
    assert reason(page, **options) == want


def test_a_rejection_says_what_and_where_and_travels():
    with pytest.raises(Rejected) as caught:
        newsclean.clean("<p>Too short.</p>", "https://quay.example/1")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.reason, again.url) == ("too_short", "https://quay.example/1")
    assert str(again) == str(caught.value) == "too_short: 10 characters of story; Limits.min_body_chars is 60"
    assert again.reason in REASONS
    with pytest.raises(ValueError, match="unknown reason"):
        Rejected("boring")


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        ((None,), {}, "page must be str or bytes, not NoneType"),
        ((PAGE,), {"limits": {"max_chars": 10}}, "limits must be a Limits, such as"),
        ((bytearray(b"<p>"),), {}, "not bytearray"),
        ((Path("page.html"),), {}, "not .*Path; give what the file holds"),
        ((PAGE, 7), {}, "url must be str"),
        ((PAGE,), {"kind": "pdf"}, "kind must be"),
        ((PAGE,), {"headers": "text/html"}, "headers must be a mapping"),
        ((PAGE,), {"captured": "yesterday"}, "ISO 8601"),
        ((PAGE,), {"captured": 7}, "captured must be"),
    ],
)
def test_wrong_arguments_are_type_errors(arguments, options, message):
    with pytest.raises(TypeError, match=message):
        newsclean.clean(*arguments, **options)


def test_an_address_in_place_of_a_page_is_no_story():
    with pytest.raises(Rejected, match="not_an_article: it is an address and no page"):
        newsclean.clean("https://quay.example/2026/03/14/the-night-ferry-returns-to-port-ellin-after-nine-years.html\n")


def test_captured_may_be_given_in_three_ways():
    texts = {newsclean.clean(PAGE, captured=c).text for c in ("2024-05-06", date(2024, 5, 6), datetime(2024, 5, 6))}
    assert len(texts) == 1


def test_the_headline_is_not_repeated_in_the_body():
    got = newsclean.clean(
        f"<html><body><div><p>Night ferry</p><p>{A}</p><p>{B}</p></div><h1>Night ferry</h1></body></html>"
    )
    assert got.title == "Night ferry"
    assert got.text == f"{A}\n\n{B}"


def test_records_are_frozen_picklable_and_hold_digests():
    got = newsclean.clean(PAGE, "https://quay.example/1?utm_source=x", explain=True)
    assert pickle.loads(pickle.dumps(got)) == got
    with pytest.raises(AttributeError):
        got.text = "other"
    assert got.id.startswith("sha256:")
    assert got.id == newsclean.clean(PAGE, "https://quay.example/1").id
    assert got.fingerprint.text_sha256 == newsclean.clean(PAGE).fingerprint.text_sha256
    assert newsclean.clean(PAGE).removed == ()
    assert {r.label for r in got.removed} == {"headline"}


def test_blocks_and_text_agree():
    got = newsclean.clean(
        f"<article><h1>T</h1><p>{A}</p><h2>Lamps</h2><ul><li>One lamp for the quay</li><li>Two for the pier</li></ul><p>{B}</p></article>"
    )
    assert [b.kind for b in got.blocks] == ["paragraph", "heading", "list_item", "list_item", "paragraph"]
    assert got.text.split("\n\n") == [A, "Lamps", "- One lamp for the quay", "- Two for the pier", B]


def test_story_from_jsonld_where_the_page_is_built_in_the_browser():
    body = f"{A}\\n\\n{B}\\n\\n{A}"
    script = f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Night ferry", "articleBody": "{body}"%s}}</script>'
    shell = "<html><body><div id=app><p>Please enable JavaScript.</p></div>%s</body></html>"
    got = newsclean.clean(shell % (script % ""), explain=True)
    assert got.text.startswith(A)
    assert got.provenance.field_sources["text"] == "jsonld:articleBody"
    assert reason(shell % (script % ', "isAccessibleForFree": false')) in ("too_short", "not_an_article")


# ------------------------------------------------------------------ many


def test_many_pages_in_input_order():
    pages = [PAGE, "", (PAGE, "https://quay.example/2"), {"page": f"{A}\n\n{B}", "kind": "text"}]
    got = list(newsclean.clean_many(pages))
    assert [getattr(o, "reason", "article") for o in got] == ["article", "empty", "article", "article"]
    assert got[2].url == "https://quay.example/2"


def test_workers_give_the_same_records():
    pages = [PAGE.replace("Monday", f"day {i}") if i % 7 else "" for i in range(60)]
    alone = [o.to_json() if isinstance(o, newsclean.Article) else str(o) for o in newsclean.clean_many(pages)]
    two = [
        o.to_json() if isinstance(o, newsclean.Article) else str(o)
        for o in newsclean.clean_many(iter(pages), workers=2)
    ]
    assert alone == two


def killer(blocks, page):
    if "poison" in page.text:
        import os

        os._exit(9)
    return blocks


def killing(count, killers):
    """Return the arguments of the pool for pages some of which end their process."""
    from newsclean.plugin import Site
    from newsclean.registry import Registry, extend

    cleaner = newsclean.Cleaner(registry=extend(Registry(), Site(name="killer", refine=killer)))
    return [
        {"page": f"{A}\n\n{B} Page {i}." + (" poison" if i in killers else ""), "site": "killer", "url": f"u{i}"}
        for i in range(count)
    ], cleaner


@pytest.mark.parametrize(
    ("count", "killers", "pause"),
    [
        (40, [0, 20, 39], 0),
        (90, [20, 21], 0.1),
        *(
            pytest.param(*case, marks=pytest.mark.slow)
            for case in ((400, [60, 130, 131, 300], 0), (200, [0, 15, 16, 199], 0), (160, [20, 21, 70], 0.3))
        ),
    ],
)
def test_a_page_that_kills_its_worker_costs_that_page(count, killers, pause):
    from newsclean.batch.many import clean_many

    got = []
    for outcome in clean_many(*killing(count, killers), workers=2, explain=False):
        got.append(outcome)
        if pause and len(got) % 40 == 1:  # the consumer is slow, so the pool breaks while nobody waits for it
            time.sleep(pause)
    assert [o.url for o in got] == [f"u{i}" for i in range(count)]
    assert [(i, o.reason) for i, o in enumerate(got) if isinstance(o, Rejected)] == [
        (i, "worker_died") for i in killers
    ]
    assert all(f"Page {i}." in o.text for i, o in enumerate(got) if i not in killers)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("item", [3.5, (3.5, "u"), {"page": PAGE, "colour": 1}])
def test_a_wrong_item_raises_where_its_outcome_would_be(workers, item):
    outcomes = newsclean.clean_many([PAGE] * 21 + [item, PAGE], workers=workers)
    assert [next(outcomes).title for _ in range(21)] == ["Night ferry"] * 21
    with pytest.raises(TypeError):
        next(outcomes)


def test_what_the_input_raises_comes_after_the_outcomes_before_it():
    def source():
        yield from [PAGE] * 3
        raise OSError("the disk is gone")

    outcomes = newsclean.clean_many(source(), workers=2)
    assert [next(outcomes).title for _ in range(3)] == ["Night ferry"] * 3
    with pytest.raises(OSError, match="the disk is gone"):
        next(outcomes)


@pytest.mark.parametrize("pages", ["abc", b"abc", {"page": PAGE}])
def test_one_page_is_no_iterable_of_pages(pages):
    with pytest.raises(TypeError, match="pages must be an iterable of pages, not one page"):
        newsclean.clean_many(pages)


def test_workers_and_items_are_checked():
    with pytest.raises(ValueError, match="workers must be 1 or more"):
        newsclean.clean_many([], workers=0)
    with pytest.raises(TypeError, match="each page must be"):
        list(newsclean.clean_many([3.5]))

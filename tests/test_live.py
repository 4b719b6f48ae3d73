"""The entries of a live blog and their times."""

from __future__ import annotations

import json

import newsclean

WORDS = (
    "The ferry has left the quay at Harne with eleven cars on board, an hour behind its timetable.",
    "A second boat is on its way from the north bank, the harbour master says, and will take the lorries.",
    "The wind has dropped, and the pilots expect that the last crossing of the day will go as planned.",
    "The ramp on the south bank is closed to cyclists until the ice has been cleared from its planks.",
)
HEADS = ("First boat leaves", "Second boat called", "Wind drops", "Ramp closed")


def page_of(entries: str, data: object) -> str:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return (
        f"<html><head><title>Ferry at Harne: live</title>{script}</head><body><main><h1>Ferry at Harne: live</h1>"
        f"<article>{entries}</article></main></body></html>"
    )


def times_of(article: newsclean.Article) -> dict[str, str]:
    return {block.text: block.time for block in article.blocks if block.kind == "live_entry" and block.time}


def test_declared_entries_get_their_time() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": head, "datePublished": f"2026-02-03T1{hour}:05:00+01:00"}
        for hour, head in enumerate(HEADS)
    ]
    entries = "".join(
        f"<div class='entry'><h2>{head}</h2><p>{words}</p></div>" for head, words in zip(HEADS, WORDS, strict=True)
    )
    article = newsclean.clean(page_of(entries, {"@type": "LiveBlogPosting", "liveBlogUpdate": updates}))
    assert article.kind == "live_blog"
    assert times_of(article) == {head: f"2026-02-03T1{hour}:05:00+01:00" for hour, head in enumerate(HEADS)}


def test_entries_with_a_time_element_get_its_time() -> None:
    entries = "".join(
        f"<div class='entry'><time datetime='2026-02-03T1{hour}:05:00+01:00'>1{hour}:05</time><p>{words}</p></div>"
        for hour, words in enumerate(WORDS)
    )
    article = newsclean.clean(page_of(entries, {"@type": "LiveBlogPosting"}))
    assert list(times_of(article).values()) == [f"2026-02-03T1{hour}:05:00+01:00" for hour in range(4)]
    assert "**2026-02-03T10:05:00+01:00**" in article.markdown()


def test_one_time_on_a_page_is_its_date_and_no_entry() -> None:
    entries = "<time datetime='2026-02-03T10:05:00+01:00'>10:05</time>" + "".join(f"<p>{words}</p>" for words in WORDS)
    assert not times_of(newsclean.clean(page_of(entries, {"@type": "LiveBlogPosting"})))


def test_hostile_entries_are_passed_by() -> None:
    entries = "".join(f"<p>{words}</p>" for words in WORDS)
    for updates in (None, 3, "now", [None, 3, {"headline": 3, "datePublished": {}}], {"datePublished": "0000"}):
        article = newsclean.clean(page_of(entries, {"@type": "LiveBlogPosting", "liveBlogUpdate": updates}))
        assert not times_of(article)

"""Live blogs: each entry keeps its time."""

from __future__ import annotations

import json

import newsclean

ENTRIES = (
    (
        "09:40",
        "The last gate is up",
        "The last gate stuck, was spoken to by the lock keeper, and rose at twenty to ten.",
    ),
    (
        "08:55",
        "Singing on the bridge",
        "People on the footbridge have begun to sing, though not all of them the same song.",
    ),
    ("08:10", "First water", "The first water is through, brown and then green, and in the green there was a pike."),
    ("07:30", "Good morning", "Four hundred people have come with breakfast, and the engineers ask them for patience."),
)


def at(clock):
    return f"2026-03-14T{clock}:00+01:00"


def page(entries, updates=()):
    data = {
        "@type": "LiveBlogPosting",
        "headline": "The weir is opened",
        "datePublished": at("06:00"),
        "liveBlogUpdate": list(updates),
    }
    return (
        f"<html><head><title>The weir is opened</title><script type='application/ld+json'>{json.dumps(data)}</script></head><body>"
        f"<main><h1>The weir is opened</h1><p class=by>Klara Winde, <time datetime='{at('06:00')}'>6.00am</time></p>{entries}</main></body></html>"
    )


def entries(shape):
    return "".join(shape.format(at=at(clock), clock=clock, head=head, text=text) for clock, head, text in ENTRIES)


def told(source):
    return [(block.time, block.text) for block in newsclean.clean(source).blocks if block.kind == "live_entry"]


def test_times_of_elements_go_to_the_entries():
    shape = "<article class=entry><time datetime='{at}'>{clock}</time><p>{text}</p><p>More of it at {clock} from the bank, where it is warm now.</p></article>"
    got = newsclean.clean(page(entries(shape)), explain=True)
    assert [(b.time, b.text) for b in got.blocks if b.kind == "live_entry"] == [
        (at(clock), text) for clock, _, text in ENTRIES
    ]
    assert not {clock for clock, _, _ in ENTRIES} & set(got.text.split("\n\n"))
    assert all(b.time is None for b in got.blocks if b.kind != "live_entry")


def test_times_of_the_data_go_to_the_entries():
    updates = [
        {"@type": "BlogPosting", "headline": head, "datePublished": at(clock), "articleBody": text}
        for clock, head, text in ENTRIES
    ]
    for shape in ("<section><h3>{head}</h3><p>{text}</p></section>", "<section><p>{text}</p></section>"):
        got = told(page(entries(shape), updates))
        assert [when for when, _ in got] == [at(clock) for clock, _, _ in ENTRIES]
        assert all(said in (head, text) for (_, said), (_, head, text) in zip(got, ENTRIES, strict=True))


def test_a_few_times_are_not_those_of_entries():
    shape = "<p>{text}</p>"
    assert told(page(entries(shape))) == []


def test_odd_data_costs_nothing():
    for updates in (
        [None, 3, "x"],
        [{"datePublished": 5, "headline": ["a", {}]}],
        [{"articleBody": None, "datePublished": at("09:40")}],
    ):
        assert told(page(entries("<p>{text}</p>"), updates)) == []


def test_other_pages_have_no_entries():
    source = page(entries("<article class=entry><time datetime='{at}'>{clock}</time><p>{text}</p></article>"))
    assert told(source.replace("LiveBlogPosting", "NewsArticle")) == []

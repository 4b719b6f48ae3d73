"""The day of the story: which of a page's dates it is, in which order its numbers stand, and on whose clock."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from .field_pages import STORY, fields_of, page_of, story_of

H1 = "<h1>A bridge opens</h1>"


def dated(top: str = "", below: str = "", head: str = "", **options: str) -> tuple[str | None, str | None]:
    fields = fields_of(page_of(head, H1 + top, below=below), **options)
    return fields.date_published and fields.date_published.value, fields.sources.get("date_published")


@pytest.mark.parametrize(
    ("top", "value", "source"),
    [
        ("<div>Published: 5 May 2021 | Updated: 7 May 2021</div>", "2021-05-05", "html:dateline"),
        ("<div>Updated 7 May 2021</div><div>First published 5 May 2021</div>", "2021-05-05", "html:dateline"),
        ("<div>05.05.202107.05.2021</div>", "2021-05-05", "html:dateline"),
        ("<h5>Datum:</h5><div>05.05.2021</div>", "2021-05-05", "html:dateline"),
        ("<div>Last updated on 7 May 2021</div>", "2021-05-07", "html:updated"),
        ("<div>5 May 2021</div><time datetime='2021-05-05T08:30:00+02:00'>today</time>", "2021-05-05T08:30:00+02:00", "html:dateline"),
        ("<div>May 5, 202112 mins</div>", "2021-05-05", "html:dateline"),
        ("<div>veldling05.05.2112:44</div>", "2021-05-05", "html:dateline"),
        ("<div><a href=/veld>Mara Veld</a> 5 May 2021</div><div>7 May 2021</div>", "2021-05-05", "html:dateline"),
        ("<div itemprop='datePublished'>5 May 2021</div><div>7 May 2021</div>", "2021-05-05", "html:itemprop"),
        ("<div>Health5 May 2021Updated: 7 May 2021</div>", "2021-05-05", "html:dateline"),
        ("<div>HealthMAY 5, 2021Updated: MAY 7, 2021</div>", "2021-05-05", "html:dateline"),
        ("<div>Geändert: 07.05.2021 - 14:49 Erschienen am: 05.05.2021 © Post</div>", "2021-05-05", "html:dateline"),
        ("<h2>The ferry that sank on 7 May 2019 is raised</h2><div>5 May 2021</div>", "2021-05-05", "html:dateline"),
        ("<div>© 2021 Ferry Post, 5 May 2021</div>", None, None),
        ("<div>Registration is open until 5 May 2021</div>", None, None),
    ],
)  # fmt: skip
def test_printed_dates(top: str, value: str | None, source: str | None) -> None:
    assert dated(top) == (value, source)


def test_the_line_by_the_headline_beats_a_list_of_other_stories() -> None:
    others = "".join(f"<li><a href=/{i}>Story {i}</a> <time datetime=2020-01-0{i}>x</time></li>" for i in range(1, 9))
    assert dated("<div>5 May 2021</div>", below=f"<ul>{others}</ul>") == ("2021-05-05", "html:dateline")


def test_of_lines_above_the_headline_the_nearest_counts() -> None:
    others = "<div>7 May 2021</div><div>A ferry</div><div>8 May 2021</div><div>A mast</div>"
    page = f"<html lang=en><body>{others}<div>5 May 2021 by Mara Veld, No comments</div>{H1}<article>{STORY}</article>"
    assert fields_of(page).date_published.value == "2021-05-05"


def test_microdata_between_line_breaks() -> None:
    lines = "".join(f"Line {n}<br><br>" for n in range(6))
    top = f"<div>{lines}<time itemprop=dateModified datetime=2021-05-07>7 May 2021</time> "
    top += "<time itemprop=datePublished datetime=2021-05-05>5 May 2021</time></div>"
    assert dated(top) == ("2021-05-05", "html:itemprop")


def test_an_address_that_names_a_day_beats_other_lines() -> None:
    url = "https://ferry-post.example/2021/05/05/bridge"
    assert dated("<div>7 May 2019</div>", url=url) == ("2021-05-05", "url")


def test_a_weak_tag_is_weaker_than_what_is_printed() -> None:
    head = "<meta name=date content=2021-05-09>"
    assert dated("<div>Published 5 May 2021</div>", head=head) == ("2021-05-05", "html:dateline")
    assert dated(head=head) == ("2021-05-09", "meta:date")


def test_a_paragraph_that_begins_with_its_date() -> None:
    story = "<p>27.1.2022 - " + "The bridge over the Salm was opened after nine years of work. " * 4 + "</p>"
    fields = fields_of(page_of(top=H1, story=story))
    assert fields.date_published is not None
    assert fields.date_published.value == "2022-01-27"


@pytest.mark.parametrize(
    ("top", "url", "lang", "value"),
    [
        ("<div>3/4/2025</div>", "https://a.example/x", "en-GB", "2025-04-03"),
        ("<div>3/4/2025</div>", "https://a.com/x", "en", "2025-03-04"),
        ("<div>3/4/2025</div><div>Older: 3/28/2025</div>", "https://a.example/x", "en-GB", "2025-03-04"),
        ("<div>3/4/2025</div><div>Older: 28/3/2025</div>", "https://a.com/x", "en-US", "2025-04-03"),
        ("<div>3/4/2025</div>", "https://a.example/2025/03/04/x", "en-GB", "2025-03-04"),
    ],
)
def test_the_order_of_numbers(top: str, url: str, lang: str, value: str) -> None:
    fields = fields_of(page_of(top=H1 + top, lang=lang), url=url)
    assert fields.date_published is not None
    assert fields.date_published.value == value


def test_a_declared_date_of_numbers_is_read_as_the_printed_one() -> None:
    head = "<meta property=article:published_time content=03-09-2026>"
    assert dated("<div>Published March 9, 2026</div>", head=head)[0] == "2026-03-09"


@pytest.mark.parametrize(
    ("top", "url", "script", "value", "precision"),
    [
        # the same second elsewhere on the page, on the outlet's clock
        ("", "https://a.example/2023/11/08/x", "var t = '2023-11-08 22:28:35';", "2023-11-08T22:28:35-05:00", "second"),
        # the same minute in print
        ("<div>Nov. 8, 2023, 10:28 p.m.</div>", "https://a.example/x", "", "2023-11-08T22:28:35-05:00", "second"),
        # the day only
        ("", "https://a.example/2023/11/08/x", "", "2023-11-08", "day"),
        ("<div>Nov. 8, 2023</div>", "https://a.example/x", "", "2023-11-08", "day"),
        # the same day, or one that is none on earth at that moment: as stated
        ("<div>Nov. 9, 2023</div>", "https://a.example/x", "", "2023-11-09T03:28:35+00:00", "second"),
        ("<div>Nov. 10, 2023</div>", "https://a.example/x", "", "2023-11-09T03:28:35+00:00", "second"),
        ("<div>Nov. 1, 2023</div>", "https://a.example/x", "", "2023-11-09T03:28:35+00:00", "second"),
    ],
)
def test_a_moment_in_utc_on_the_outlets_clock(top: str, url: str, script: str, value: str, precision: str) -> None:
    jsonld = story_of(datePublished="2023-11-09T03:28:35+00:00")
    fields = fields_of(page_of(f"<script>{script}</script>", H1 + top, jsonld=jsonld), url=url)
    assert fields.date_published is not None
    assert (fields.date_published.value, fields.date_published.precision) == (value, precision)
    if precision == "day":
        assert fields.date_published.raw == "2023-11-09T03:28:35+00:00"


def test_an_offset_that_is_stated_is_kept() -> None:
    jsonld = story_of(datePublished="2023-11-09T03:28:35+01:00")
    fields = fields_of(page_of("", H1, jsonld=jsonld), url="https://a.example/2023/11/08/x")
    assert fields.date_published is not None
    assert fields.date_published.value == "2023-11-09T03:28:35+01:00"


def test_nothing_is_later_than_the_fetch() -> None:
    top = "<div>5 May 2031</div><div>Updated 6 May 2031</div>"
    fields = fields_of(page_of(top=H1 + top), captured=datetime(2021, 5, 5, tzinfo=UTC))
    assert fields.date_published is None


def test_a_place_before_the_date_that_opens_the_story() -> None:
    story = (
        "<p>Salmbruck, (27.1.2022). " + "The bridge over the Salm was opened after nine years of work. " * 4 + "</p>"
    )
    fields = fields_of(page_of(top=H1, story=story))
    assert fields.date_published is not None
    assert fields.date_published.value == "2022-01-27"


def test_a_sentence_far_from_the_story_may_tell_its_day() -> None:
    far = "".join(f"<div>Line {n}</div>" for n in range(30))
    far += "<div class=footer>Dieser Artikel wurde am 5. Mai 2021 um 14:48 von Heiner geschrieben und abgelegt</div>"
    assert dated(below=far) == ("2021-05-05T14:48:00", "html:dated")


REBUILT = story_of(datePublished="2025-06-24T10:00:00Z", dateModified="2025-06-24T10:00:00Z")


@pytest.mark.parametrize(
    ("line", "jsonld", "value"),
    [
        ("5 May 2021", REBUILT, "2021-05-05"),
        ("Updated 5 May 2021", REBUILT, "2025-06-24T10:00:00+00:00"),
        ("24 June 2025", REBUILT, "2025-06-24T10:00:00+00:00"),
        (
            "The ferry that sank on 7 May 2019 was raised from the ground of the Salm",
            REBUILT,
            "2025-06-24T10:00:00+00:00",
        ),
        ("5 May 2021", REBUILT | {"dateModified": "2025-07-01T10:00:00Z"}, "2025-06-24T10:00:00+00:00"),
        # 13:30 and 9:30 by the same clock: offsets count
        ("5 May 2021", REBUILT | {"dateModified": "2025-06-24T09:30:00-04:00"}, "2025-06-24T10:00:00+00:00"),
        ("5 May 2021", REBUILT | {"dateModified": "2025-06-24T11:30:00+02:00"}, "2021-05-05"),
        ("5 May 2021", {"@type": "NewsArticle", "datePublished": "2025-06-24T10:00:00Z"}, "2025-06-24T10:00:00+00:00"),
    ],
)
def test_the_day_of_a_rebuilt_page(line: str, jsonld: dict[str, str], value: str) -> None:
    fields = fields_of(page_of(top=f"{H1}<div>{line}</div>", jsonld=jsonld))
    assert fields.date_published is not None
    assert fields.date_published.value == value

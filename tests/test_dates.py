"""Dates: every form in print and markup that is read, and nonsense that is refused."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from newsclean.steps.dates import parse_when, url_date


@pytest.mark.parametrize(
    ("raw", "value", "precision", "tz"),
    [
        ("2025-01-01T23:45:00+05:30", "2025-01-01T23:45:00+05:30", "second", "explicit"),
        ("2025-01-01T23:45:00Z", "2025-01-01T23:45:00+00:00", "second", "explicit"),
        ("2025-01-01 23:45:00.123 +0530", "2025-01-01T23:45:00+05:30", "second", "explicit"),
        ("20200105T120000Z", "2020-01-05T12:00:00+00:00", "second", "explicit"),
        ("2020-01-05T10:00", "2020-01-05T10:00:00", "minute", "none"),
        ("2025-01-31", "2025-01-31", "day", "none"),
        ("Tue, 19 Nov 2019 05:44:06 GMT", "2019-11-19T05:44:06+00:00", "second", "explicit"),
        ("Tue Nov 19 2019 05:44:06 GMT+0000", "2019-11-19T05:44:06+00:00", "second", "explicit"),
        ("Fri Mar 6 10:11:12 EST 2020", "2020-03-06T10:11:12-05:00", "second", "explicit"),
        ("8th Nov 2023, 18:58 GMT", "2023-11-08T18:58:00+00:00", "minute", "explicit"),
        ("January 1, 2025", "2025-01-01", "day", "none"),
        ("04-ago-2021 5:11:10", "2021-08-04T05:11:10", "second", "none"),
        ("Jan 04 09:34 2021", "2021-01-04T09:34:00", "minute", "none"),
        ("28.09.1912:44", "2019-09-28", "day", "none"),
        ("Nov. 5, 2020 at 5 p.m. EST", "2020-11-05T17:00:00-05:00", "minute", "explicit"),
        ("12:30 GMT 5 Jan 2020", "2020-01-05T12:30:00+00:00", "minute", "explicit"),
        ("Published 3:45pm, 5 Jan 2020", "2020-01-05T15:45:00", "minute", "none"),
        ("06-02-2025", "2025-02-06", "day", "none"),
        ("12.05.19", "2019-05-12", "day", "none"),
        ("1/31/2025", "2025-01-31", "day", "none"),
        ("5. März 2021, 14.05 Uhr", "2021-03-05T14:05:00", "minute", "none"),
        ("le 5 août 2021 à 14h05", "2021-08-05T14:05:00", "minute", "none"),
        ("5 de mayo de 2020 12:03 h", "2020-05-05T12:03:00", "minute", "none"),
        ("7 giugno 2022", "2022-06-07", "day", "none"),
        ("3 de março de 2022", "2022-03-03", "day", "none"),
        ("14 mei 2019", "2019-05-14", "day", "none"),
        ("2 września 2021", "2021-09-02", "day", "none"),
        ("9 мая 2021, 10:15", "2021-05-09T10:15:00", "minute", "none"),
        ("Πέμπτη, 9 Μαΐου 2013, 12:30", "2013-05-09T12:30:00", "minute", "none"),
        ("9 Mayıs 2023 Salı 09:12", "2023-05-09T09:12:00", "minute", "none"),
        ("१५ अगस्त २०२३", "2023-08-15", "day", "none"),
        ("2024年3月5日 14時05分", "2024-03-05T14:05:00", "minute", "none"),
        (1_700_000_000, "2023-11-14T22:13:20+00:00", "second", "explicit"),
        ("1700000000000", "2023-11-14T22:13:20+00:00", "second", "explicit"),
    ],
)
def test_forms(raw: object, value: str, precision: str, tz: str) -> None:
    when = parse_when(raw, "test")
    assert when is not None
    assert (when.value, when.precision, when.tz, when.source) == (value, precision, tz, "test")


@pytest.mark.parametrize(
    ("raw", "value", "tz"),
    [
        ("Jan 01 2025 | 11:45 PM IST", "2025-01-01T23:45:00+05:30", "explicit"),
        ("Jan 01 2025 | 11:45 PM", "2025-01-01T23:45:00+05:30", "assumed"),
        ("Jan 01 2025 | 11:45 PM GMT", "2025-01-01T23:45:00+00:00", "explicit"),
        ("Jan 01 2025", "2025-01-01", "none"),
    ],
)
def test_zone_of_the_outlet(raw: str, value: str, tz: str) -> None:
    when = parse_when(raw, "test", zone="+05:30")
    assert when is not None
    assert (when.value, when.tz) == (value, tz)


def test_a_local_name_alone_gives_no_offset() -> None:
    when = parse_when("Jan 01 2025 | 11:45 PM IST", "test")
    assert when is not None
    assert (when.value, when.tz) == ("2025-01-01T23:45:00", "none")


@pytest.mark.parametrize(
    ("raw", "language", "value"),
    [
        ("1/2/2025", "en-US", "2025-01-02"),
        ("1/2/2025", "en-GB", "2025-02-01"),
        ("1/2/2025", None, "2025-02-01"),
        ("1-2-2025", "en-US", "2025-02-01"),
    ],
)
def test_order_of_plain_numbers(raw: str, language: str | None, value: str) -> None:
    when = parse_when(raw, "test", language=language)
    assert when is not None
    assert when.value == value


HOSTILE = [
    "", " ", "0001-01-01T00:00:00Z", "0000-01-01", "9999-12-31T23:59:59Z", "1970-01-01", 0, -5, True, None, [], {}, object(),
    10**20, "1" * 30, "1e999", float("inf"), float("nan"), "2020-02-30", "30 February 2020", "31.04.2021", "32 May 2020",
    "2020-01-01T10:00:00+99:99", "٠" * 10_000, "²²²²-²²-²²", "© 2024 The Ferry Post", "2024", "May", "yesterday", "2 hours ago",
    "2020-01-01" * 1000, "Ⅷ Ⅷ ⅧⅧⅧⅧ", "13/13/2020", "\ud800", "2020-13-01",
]  # fmt: skip


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
def test_nonsense_is_no_date(raw: object) -> None:
    assert parse_when(raw, "test") is None


@pytest.mark.parametrize("raw", ["2020-01-01T25:61:61", "2020-01-01T24:00:00", "2020-01-01 10:99"])
def test_a_bad_clock_leaves_the_day(raw: str) -> None:
    when = parse_when(raw, "test")
    assert when is not None
    assert (when.value, when.precision) == ("2020-01-01", "day")


def test_digits_of_other_scripts_are_read() -> None:
    when = parse_when("٢٠٢٣-٠٨-١٥", "test")
    assert when is not None
    assert when.value == "2023-08-15"


def test_later_than_the_fetch_is_refused() -> None:
    fetched = datetime(2021, 5, 1, tzinfo=UTC)
    assert parse_when("2021-05-02", "test", captured=fetched) is not None
    assert parse_when("2021-05-03", "test", captured=fetched) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2025/01/31/ferry", date(2025, 1, 31)),
        ("https://example.org/news/2025/jan/31/ferry", date(2025, 1, 31)),
        ("https://example.org/ferry-20250131-x.html", date(2025, 1, 31)),
        ("https://example.org/2025/january/31/ferry", date(2025, 1, 31)),
        ("https://example.org/meldungen/31-01-2025", date(2025, 1, 31)),
        ("https://example.org/meldungen/03-04-2025", None),
        ("https://example.org/2016/12/132456/ferry", None),
        ("https://example.org/2025/13/41/ferry", None),
        ("https://example.org/article/20259931", None),
        ("https://example.org/" + "1" * 10_000, None),
        (None, None),
    ],
)
def test_day_in_the_address(url: str | None, day: date | None) -> None:
    assert url_date(url) == day


def test_day_in_the_address_by_the_outlets_pattern() -> None:
    pattern = re.compile(r"-1(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)\d+_1\.html")
    assert url_date("https://example.org/ferry-12501310042_1.html", pattern) == date(2025, 1, 31)
    assert url_date("https://example.org/ferry", pattern) is None

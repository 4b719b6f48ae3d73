"""What is in a finished run: languages, sites, dates, lengths, rejections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from newsclean.report.page import bars, figures, page

LENGTHS = (0, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000)
"""Lower bounds of the classes of characters."""


def collect(rows: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the counts of rows in the flat profile."""
    counts: dict[str, Counter[str]] = {
        name: Counter() for name in ("languages", "sites", "cleaners", "years", "lengths", "kinds", "rejections")
    }
    records = articles = characters = 0
    for row in rows:
        records += 1
        if row["outcome"] != "article":
            counts["rejections"][row["reason"]] += 1
            continue
        articles += 1
        size = len(row["text"])
        characters += size
        counts["languages"][str(row["language"] or "unknown").partition("-")[0].lower()] += 1
        counts["sites"][row["domain"] or "unknown"] += 1
        counts["cleaners"][row["cleaner"]] += 1
        counts["years"][str(row["date_published"])[:4] if row["date_published"] else "unknown"] += 1
        counts["lengths"][length_class(size)] += 1
        counts["kinds"][row["kind"]] += 1
    return {
        "records": records,
        "articles": articles,
        "characters": characters,
        **{name: arranged(name, counter) for name, counter in counts.items()},
    }


def length_class(size: int) -> str:
    """Return the class of a text's length."""
    lower = max(bound for bound in LENGTHS if bound <= size)
    place = LENGTHS.index(lower) + 1
    return f"{lower:,} to {LENGTHS[place] - 1:,}" if place < len(LENGTHS) else f"{lower:,} and more"


def arranged(name: str, counter: Counter[str]) -> dict[str, int]:
    """Return counts in the order in which they are read: dates and lengths by themselves, all else by number."""
    if name == "years":
        return dict(sorted(counter.items()))
    if name == "lengths":
        return {key: counter[key] for key in map(length_class, LENGTHS) if counter[key]}
    return dict(sorted(counter.items(), key=lambda item: (-item[1], item[0])))


TITLES = {
    "languages": "Languages", "sites": "Sites", "cleaners": "Cleaners", "years": "Year of publication",
    "lengths": "Characters of text", "kinds": "Kinds", "rejections": "Rejections",
}  # fmt: skip


def render(found: dict[str, Any], name: str) -> str:
    """Return the counts as a page."""
    head = {
        "records": found["records"],
        "articles": found["articles"],
        "characters": found["characters"],
        "characters an article": round(found["characters"] / found["articles"]) if found["articles"] else 0,
    }
    tables = [
        bars(title, found[key], unit="records" if key == "rejections" else "articles") for key, title in TITLES.items()
    ]
    return page(f"newsclean stats: {name}", "What is in a run's part files.", [figures(head), *tables])

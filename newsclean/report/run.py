"""What a run did: ``report.json`` for programs, ``report.html`` for people; both from the manifest alone."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from newsclean.batch.manifest import State
from newsclean.io.write import whole_file
from newsclean.report.page import bars, figures, page, table

NAMES = ("report.json", "report.html")
PROBLEMS = 200
"""Damaged records that the page lists."""


def build(state: State) -> dict[str, Any]:
    """Return the report as builtin values."""
    parts = list(state.all_parts())
    outcomes, cleaners, flags = (merged(parts, name) for name in ("outcomes", "cleaners", "flags"))
    skipped: Counter[str] = Counter()
    for done in state.done.values():
        skipped.update(done["skipped"])
    records = sum(part["rows"] for part in parts)
    cleaning, workers, parent, wall = (
        sum(part[name] for part in parts) for name in ("cpu_cleaning", "cpu_workers", "cpu_parent", "seconds")
    )
    cpu = workers + parent
    run = state.run or {}
    return {
        "newsclean": run.get("newsclean"),
        "config": run.get("config"),
        "records": records,
        "articles": outcomes.get("article", 0),
        "rejected": {name: count for name, count in outcomes.items() if name != "article"},
        "skipped": by_count(skipped),
        "cleaners": cleaners,
        "sites": by_count(sites(cleaners)),
        "layout_misses": layout_misses(cleaners),
        "flags": flags,
        "damaged": sum(part["damaged"] for part in parts),
        "problems": [
            {"input": shard_name(state, part["shard"]), **problem} for part in parts for problem in part["problems"]
        ],
        "speed": {
            "seconds": round(wall, 1),
            "records_per_second": ratio(records, wall),
            "records_per_cpu_second": ratio(records, cpu),
            "cpu_seconds": {
                "cleaning": round(cleaning, 1),
                "outside": round(cpu - cleaning, 1),
                "share_outside": round((cpu - cleaning) / cpu, 4) if cpu else None,
            },
        },
        "shards": [shard_line(state, number) for number in sorted(state.shards)],
    }


def shard_name(state: State, number: int) -> str:
    """Return the name of a shard's input."""
    name: str = state.shards[number]["input"] if number in state.shards else str(number)
    return name


def shard_line(state: State, number: int) -> dict[str, Any]:
    """Return what there is of a shard."""
    parts = state.parts.get(number, {}).values()
    shard = state.shards[number]
    return {
        "input": shard["input"], "sha256": shard["sha256"], "bytes": shard["size"],
        "records": sum(part["rows"] for part in parts), "parts": len(parts), "finished": number in state.done,
    }  # fmt: skip


def merged(parts: list[dict[str, Any]], name: str) -> dict[str, int]:
    """Return the sum of a counter over parts."""
    total: Counter[str] = Counter()
    for part in parts:
        total.update(part[name])
    return by_count(total)


def by_count(counts: Counter[str]) -> dict[str, int]:
    """Return counts, the largest first, then by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def sites(cleaners: dict[str, int]) -> Counter[str]:
    """Return articles by site, without the layout."""
    found: Counter[str] = Counter()
    for cleaner, count in cleaners.items():
        found[cleaner.partition("/")[0]] += count
    return found


def layout_misses(cleaners: dict[str, int]) -> dict[str, int]:
    """Return the articles of a known site for which the judge had to be asked: its layouts may be out of date."""
    return {name.partition("/")[0]: count for name, count in cleaners.items() if name.endswith("/generic")}


def ratio(count: int, seconds: float) -> float | None:
    """Return a rate."""
    return round(count / seconds, 1) if seconds else None


def write(state: State, out: Path) -> dict[str, Any]:
    """Write both reports into the run's folder; return the first."""
    report = build(state)
    texts = (json.dumps(report, ensure_ascii=False, indent=2) + "\n", render(report))
    for name, text in zip(NAMES, texts, strict=True):
        with whole_file(out / name) as file:
            file.write(text.encode("utf-8", "replace"))
    return report


def render(report: dict[str, Any]) -> str:
    """Return the report as a page."""
    speed, rejected = report["speed"], sum(report["rejected"].values())
    head = {
        "records": report["records"], "articles": report["articles"], "rejected": rejected,
        "damaged": report["damaged"],
        "records a second": speed["records_per_second"], "records a CPU second": speed["records_per_cpu_second"],
    }  # fmt: skip
    share = speed["cpu_seconds"]["share_outside"]
    settings = report["config"] or {}
    return page(
        "newsclean run",
        f"newsclean {report['newsclean']}, {len(report['shards'])} input(s), {settings.get('format')} "
        f"({settings.get('profile')})" + ("" if share is None else f"; {share:.0%} of the CPU time outside cleaning"),
        [
            figures(head),
            bars("Outcomes", {"article": report["articles"], **report["rejected"]} if report["records"] else {}),
            bars("Rejections by reason", report["rejected"]),
            bars("Articles by cleaner", report["sites"], unit="articles"),
            bars("Layouts missed", report["layout_misses"], unit="articles"),
            bars("Marks on articles", report["flags"], unit="articles"),
            bars("Records passed over", report["skipped"]),
            table(
                "Damaged records",
                ("input", "record", "offset", "what is wrong"),
                [(p["input"], p["record"], p["offset"], p["problem"]) for p in report["problems"][:PROBLEMS]],
            ),
            table(
                "Inputs",
                ("input", "bytes", "records", "parts", "SHA-256"),
                [(s["input"], s["bytes"], s["records"], s["parts"], s["sha256"][:16]) for s in report["shards"]],
            ),
        ],
    )

"""One shard of a run into its part files."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclean.arrow_schema import Profile, schema
from newsclean.batch.crew import supervised
from newsclean.batch.manifest import Entry
from newsclean.batch.rows import Done, Rows, read_done
from newsclean.batch.worker import Bounds
from newsclean.io.pages import Call, everything, only_hosts
from newsclean.io.parts import Format, file_digest, part_file
from newsclean.io.shards import Shard

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner

PART_ROWS = 2000
"""Records of a part file; a kill costs at most these."""
NAMED = 50
"""Damaged records that a part names in the manifest; all of them are in its rows."""

Publish = Callable[[Entry], None]
Tick = Callable[[Call, Done], None]


@dataclass(frozen=True, kw_only=True)
class Job:
    """What is done to every shard: a value that can travel to another machine."""

    cleaner: Cleaner
    form: Format = "parquet"
    profile: Profile = "full"
    workers: int = 1
    hosts: frozenset[str] | None = None
    part_rows: int = PART_ROWS
    bounds: Bounds = field(default_factory=Bounds)

    def work(self) -> Rows:
        """Return what workers do."""
        return Rows(self.cleaner, self.profile, text=self.form == "parquet")


def part_name(shard: int, part: int, form: Format) -> str:
    """Return the name of a part; nothing of a page is in it."""
    return f"part-{shard:05d}-{part:05d}.{form}"


def run_shard(shard: Shard, job: Job, folder: Path, finished: list[Entry], publish: Publish, tick: Tick) -> None:
    """Clean what is left of a shard.

    Args:
        shard: the input.
        job: what to do.
        folder: where part files go.
        finished: its parts that are there already.
        publish: gets a manifest line for each part, and one at the end.
        tick: is called for each record.
    """
    skipped: Counter[str] = Counter()
    wanted = everything if job.hosts is None else only_hosts(job.hosts)
    rows = sum(entry["rows"] for entry in finished)
    calls = islice(shard.calls(wanted, skipped), rows, None)
    work = job.work()
    done = supervised(work, calls, workers=job.workers, give_up=work.give_up, bounds=job.bounds)
    number = len(finished)
    for first in done:
        entry = write_part(shard, number, job, folder, chain([first], islice(done, job.part_rows - 1)), tick)
        publish(entry)
        number += 1
        rows += entry["rows"]
    publish(
        {
            "entry": "done",
            "shard": shard.number,
            "rows": rows,
            "parts": number,
            "skipped": dict(sorted(skipped.items())),
        }
    )


def write_part(
    shard: Shard, number: int, job: Job, folder: Path, done: Iterator[tuple[Call, bytes]], tick: Tick
) -> Entry:
    """Write one part; return its manifest line."""
    tally, began, own = Tally(), time.monotonic(), time.process_time()
    path = folder / part_name(shard.number, number, job.form)
    with part_file(path, job.form, schema(job.profile) if job.form == "parquet" else None) as part:
        for call, data in done:
            one = read_done(data)
            part.add(one.line)
            tally.add(call, one)
            tick(call, one)
    return {
        "entry": "part", "shard": shard.number, "part": number, "file": path.name, "rows": tally.rows,
        "bytes": path.stat().st_size, "sha256": file_digest(path), **tally.counts(),
        "seconds": round(time.monotonic() - began, 3), "cpu_parent": round(time.process_time() - own, 3),
    }  # fmt: skip


class Tally:
    """What a part's manifest line counts."""

    def __init__(self) -> None:
        self.rows = 0
        self._outcomes: Counter[str] = Counter()
        self._cleaners: Counter[str] = Counter()
        self._flags: Counter[str] = Counter()
        self._problems: list[dict[str, Any]] = []
        self._damaged = 0
        self._cleaning = 0.0
        self._workers: dict[int, tuple[float, float]] = {}

    def add(self, call: Call, one: Done) -> None:
        """Count a record."""
        self.rows += 1
        self._outcomes[one.outcome] += 1
        if one.cleaner:
            self._cleaners[one.cleaner] += 1
        self._flags.update(one.flags)
        self._cleaning += one.seconds
        pid, cpu = one.process
        if pid:
            first, _ = self._workers.get(pid, (cpu - one.seconds, cpu))
            self._workers[pid] = (first, cpu)
        problem = call.get("problem") or (
            call["rejected"][1] if one.outcome == "truncated" and "rejected" in call else ""
        )
        if problem:
            self._damaged += 1
            if len(self._problems) < NAMED:
                offset = (call.get("provenance") or {}).get("warc_offset")
                self._problems.append({"record": call["place"][1], "offset": offset, "problem": problem})

    def counts(self) -> Entry:
        """Return the counts."""
        return {
            "outcomes": dict(sorted(self._outcomes.items())),
            "cleaners": dict(sorted(self._cleaners.items())),
            "flags": dict(sorted(self._flags.items())),
            "damaged": self._damaged,
            "problems": self._problems,
            "cpu_cleaning": round(self._cleaning, 3),
            "cpu_workers": round(sum(last - first for first, last in self._workers.values()), 3),
        }

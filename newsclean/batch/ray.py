"""Shards of a run as Ray tasks; the driver keeps the manifest."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsclean.batch.manifest import Entry, Manifest, State
from newsclean.batch.rows import Done
from newsclean.batch.shard import Job, run_shard
from newsclean.errors import MissingExtra
from newsclean.io.pages import Call
from newsclean.io.shards import Shard

if TYPE_CHECKING:
    from collections.abc import Iterator

AHEAD = 64
"""Tasks that Ray holds at once."""


def run_shards(left: list[tuple[Shard, list[Entry]]], job: Job, out: Path, manifest: Manifest) -> None:
    """Have Ray do the shards, wherever it likes; the output folder is one that every machine sees.

    A task counts as done when its last line is in the manifest; one that Ray does twice writes the same bytes twice.
    """
    try:
        import ray as library
    except ImportError:
        raise MissingExtra("--engine ray", "ray", "ray") from None
    ray: Any = library  # not all of it has types
    if not ray.is_initialized():
        ray.init(logging_level=logging.WARNING, log_to_driver=False)
    cpus = min(job.workers, int(ray.cluster_resources().get("CPU", 1)))  # more than there are would wait for ever
    task: Any = ray.remote(num_cpus=cpus, max_retries=3)(shard_entries)
    shared = ray.put((job, str(out.resolve()), manifest.state.shards))
    for entries in results(ray, task, left, shared):
        for entry in entries:
            manifest.add(entry)


def results(ray: Any, task: Any, left: list[tuple[Shard, list[Entry]]], shared: Any) -> Iterator[list[Entry]]:
    """Yield the lines of each task as it ends."""
    waiting: list[Any] = []
    rest = iter(left)
    while True:
        while len(waiting) < AHEAD and (item := next(rest, None)) is not None:
            waiting.append(task.remote(shared, *item))
        if not waiting:
            return
        ended, waiting = ray.wait(waiting, num_returns=1)
        yield from ray.get(ended)


def shard_entries(shared: tuple[Job, str, dict[int, Entry]], shard: Shard, parts: list[Entry]) -> list[Entry]:
    """Do one shard, in a task; return its manifest lines."""
    from newsclean.batch.run import admit

    job, out, shards = shared
    entries: list[Entry] = []
    admit(shard, State(shards=shards), entries.append)
    run_shard(shard, job, Path(out), parts, entries.append, ignore)
    return entries


def ignore(call: Call, done: Done) -> None:
    """Show nothing: a task has no terminal."""

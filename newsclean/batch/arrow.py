"""Batches of pages in, batches of records out: the one function that every engine calls.

Each process that calls it keeps one isolated worker, so a page that ends its process costs that page there too.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from newsclean.arrow_schema import Profile, schema
from newsclean.batch.crew import Chunk, finish
from newsclean.batch.rows import Rows, read_done
from newsclean.batch.worker import Bounds, Worker
from newsclean.io.pages import PAGE_COLUMNS, Call, call_row, row_call
from newsclean.io.parquet import arrow, table_of
from newsclean.io.shards import find_shards

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 64
"""Pages of a batch that `read_batches` makes: ten MB or so."""

_workers: dict[tuple[int, Profile], tuple[Rows, Worker]] = {}
"""By process, as a forked one must not write to its parent's pipe."""
_lock = threading.Lock()


def clean_batch(batch: pa.RecordBatch, profile: Profile = "flat") -> pa.RecordBatch:
    """Clean the pages of a batch.

    Args:
        batch: one of the columns ``page``, ``html``, ``content`` (HTML) or ``text``, ``raw_content`` (dumps), bytes or
            strings; and if there are any, ``url``, ``kind``, ``headers``, ``captured`` and the fields of `Provenance`
            that only a source can know, such as ``warc_record_id``. Other columns are not read.
        profile: of the rows; `schema` has their columns.

    Returns:
        One row for each of the input, in its order: an article, or why there is none.

    Raises:
        MissingExtra: pyarrow is not installed.
        WorkerError: no worker process can be started.
    """
    calls = [row_call(row, f"row {number}") for number, row in enumerate(batch.to_pylist())]
    table = table_of(list(lines(calls, profile)), schema(profile)).combine_chunks()
    batches = table.to_batches()
    return batches[0] if batches else arrow().RecordBatch.from_pylist([], schema=schema(profile))


def clean_table(table: pa.Table, profile: Profile = "flat") -> pa.Table:
    """Clean the pages of a table, as Ray Data and `datasets` hand them over; see `clean_batch`."""
    batches = [clean_batch(batch, profile) for batch in table.to_batches()]
    return arrow().Table.from_batches(batches, schema=schema(profile))


def clean_batches(batches: Iterable[pa.RecordBatch], profile: Profile = "flat") -> Iterator[pa.RecordBatch]:
    """Clean batch after batch, as Spark's ``mapInArrow`` wants it; see `clean_batch`."""
    for batch in batches:
        yield clean_batch(batch, profile)


def clean_rows(inputs: str | Sequence[str], profile: Profile = "flat") -> Iterator[dict[str, Any]]:
    """Read archives, or folders of them, and yield their rows as builtin values."""
    from newsclean import schema as json

    for shard in find_shards([inputs] if isinstance(inputs, str) else inputs):
        for calls in grouped(shard.calls()):
            yield from map(json.from_line, lines(calls, profile))


def read_batches(inputs: str | Sequence[str], size: int = BATCH) -> Iterator[pa.RecordBatch]:
    """Read archives, or folders of them, as batches of pages that `clean_batch` takes."""
    for shard in find_shards([inputs] if isinstance(inputs, str) else inputs):
        for calls in grouped(shard.calls(), size):
            yield arrow().RecordBatch.from_pylist([call_row(call) for call in calls], schema=page_schema())


def page_schema() -> pa.Schema:
    """Return the schema of `read_batches`."""
    pa = arrow()
    kinds = {"binary": pa.binary(), "string": pa.string(), "int64": pa.int64()}
    return pa.schema({name: kinds[kind] for name, kind in PAGE_COLUMNS.items()})


def grouped(calls: Iterator[Call], size: int = BATCH) -> Iterator[list[Call]]:
    """Yield calls in lists."""
    from itertools import islice

    while group := list(islice(calls, size)):
        yield group


def lines(calls: Sequence[Call], profile: Profile) -> Iterator[bytes]:
    """Yield the row of each call as a line of JSON."""
    rows, worker = held(profile)
    if multiprocessing.current_process().daemon:  # it may have no children: then there is no isolation
        yield from (read_done(rows(call)).line for call in calls)
        return
    with _lock:
        chunk = Chunk(list(calls))
        finish(worker, chunk, rows.give_up)
    yield from (read_done(data).line for _, data in chunk)


def held(profile: Profile) -> tuple[Rows, Worker]:
    """Return this process's worker, made at its first batch."""
    from newsclean.api import registry
    from newsclean.cleaner import Cleaner

    key = os.getpid(), profile
    if key not in _workers:
        rows = Rows(Cleaner(registry=registry()), profile, text=True)
        _workers[key] = rows, Worker(rows, Bounds())
    return _workers[key]

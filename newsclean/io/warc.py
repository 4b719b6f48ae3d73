"""WARC and WET records, each with its place in the file; what is cut or damaged is named.

FastWARC reads; this module watches it. At any sign of damage (an error, a record shorter than it says, another record's
head inside a body) the place is looked at again by itself: from the record's offset to the end of its gzip member, or
to the next head of a record. So a length that lies costs no other record.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
from collections.abc import Generator, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from newsclean.errors import MissingExtra
from newsclean.io.places import GZIP, HEAD, MAX_RECORD, PLAIN, ZSTD, stretch


class Record(NamedTuple):
    """One record; `block` is its payload: for HTTP records without the HTTP head, encodings still on."""

    kind: str
    """``response``, ``conversion``, ``warcinfo``, ...; ``damaged`` where no record can be made out."""
    offset: int
    length: int = 0
    """Bytes in the file, compressed if it is."""
    id: str | None = None
    url: str | None = None
    date: datetime | None = None
    block: bytes = b""
    headers: Mapping[str, str] = {}
    """The record's own, names in lower case."""
    http: Mapping[str, str] | None = None
    """HTTP headers, names in lower case."""
    status: int | None = None
    problem: str | None = None
    """What is wrong with it, a sentence for a person."""


def records(path: Path, *, wanted: frozenset[str] | None = None) -> Iterator[Record]:
    """Yield the records of a file in order.

    Args:
        path: plain, gzip or zstd.
        wanted: kinds whose block is read; the blocks of all others are empty.

    Raises:
        OSError: the file cannot be read at all.
        MissingExtra: FastWARC is not installed.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        form = form_of(path, file)
        start = 0
        while start < size:
            found = _run(file, form, start, size, wanted)
            start = max(start + 1, (yield from (_digested(found) if form == PLAIN else found)))


def form_of(path: Path, file: BinaryIO) -> bytes:
    """Return how a file is packed, by its name, else by its first bytes."""
    named = {".gz": GZIP, ".zst": ZSTD, ".warc": PLAIN, ".wet": PLAIN}.get(path.suffix.lower())
    if named:
        return named
    head = file.read(4)
    file.seek(0)
    return next((magic for magic in (GZIP, ZSTD) if head.startswith(magic)), PLAIN)


def _run(
    file: BinaryIO, form: bytes, start: int, size: int, wanted: frozenset[str] | None
) -> Generator[Record, None, int]:
    """Yield records from an offset until the end or the first doubt; return where to go on."""
    held: Record | None = None
    for found in _plainly(file, start, wanted):
        if held is not None:
            if found is None or held.problem:
                return (yield from _again(file, form, held.offset, size, held))
            yield held._replace(length=found.offset - held.offset)
        elif found is None:
            return (yield from _again(file, form, start, size))
        held = found
    if held is None:
        return (yield from _again(file, form, start, size))
    return (yield from _again(file, form, held.offset, size, held))  # only that tells whether the file ends with it


def _plainly(file: BinaryIO, start: int, wanted: frozenset[str] | None) -> Iterator[Record | None]:
    """Yield records as FastWARC reads them, None for an error."""
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError:
        raise MissingExtra("WARC files", "fastwarc", "warc") from None
    file.seek(start)
    try:
        for raw in ArchiveIterator(file, parse_http=True, auto_decode="none"):
            yield _record(raw, wanted)
    except (OSError, ValueError, OverflowError):
        yield None


def _record(raw: Any, wanted: frozenset[str] | None, base: int = 0) -> Record:
    """Return a record of FastWARC's as a value."""
    headers = {name.lower(): value for name, value in raw.headers.items()}
    kind = headers.get("warc-type", "").strip().lower()
    block, problem = b"", None if kind else "it does not say its kind"
    if wanted is None or kind in wanted:
        stated = raw.content_length
        try:
            block = raw.reader.read(min(stated, MAX_RECORD))
        except (OSError, ValueError) as error:
            problem = f"damaged: {error}"
        if not problem and len(block) < stated:
            problem = f"cut off: {len(block):,} of {stated:,} bytes"
        if not problem and inside(block):
            problem = "another record begins inside it"
    http = raw.http_headers
    return Record(
        kind=kind,
        offset=base + raw.stream_pos,
        id=raw.record_id,
        url=headers.get("warc-target-uri", "").strip("<> ") or None,
        date=raw.record_date,
        block=block,
        headers=headers,
        http={name.lower(): value for name, value in http.items()} if http is not None else None,
        status=http.status_code if http is not None else None,
        problem=problem,
    )


def _digested(found: Generator[Record, None, int]) -> Generator[Record, None, int]:
    """Hold records against their digests, in a file whose packing has no checksum; return what the generator does."""
    while True:
        try:
            record = next(found)
        except StopIteration as end:
            return int(end.value)
        kind, _, value = record.headers.get("warc-payload-digest", "").partition(":")
        if (
            kind.lower() == "sha1"
            and record.block
            and not record.problem
            and "transfer-encoding" not in (record.http or {})
        ):
            real = hashlib.sha1(record.block, usedforsecurity=False).digest()
            if value.upper() not in (base64.b32encode(real).decode(), real.hex().upper()):
                record = record._replace(problem="damaged: its payload is not that of its digest")
        yield record


def inside(data: bytes) -> re.Match[bytes] | None:
    """Return the first head of another record inside one."""
    at = data.find(b"\nWARC/1.", 8)  # twenty times as fast as the pattern
    return HEAD.search(data, max(at - 1, 8)) if at >= 0 else None


# ------------------------------------------------------------------ a second look


def _again(
    file: BinaryIO, form: bytes, offset: int, size: int, known: Record | None = None
) -> Generator[Record, None, int]:
    """Yield what stands at an offset, looked at by itself, and return where the next record begins."""
    if known is not None and offset >= size:  # of a file packed as one, whose records have no places of their own
        yield known
        return size
    data, end, problem = stretch(file, form, offset, size)
    if known is None and not problem and not data.strip():  # padding behind the last record
        return end
    if known is not None and not data.startswith(PLAIN):
        yield known
    at = 0
    while True:
        found, used = _parsed(data[at:], offset, end - offset, problem)
        yield found
        at += used
        if not used or not data[at:].lstrip().startswith(PLAIN):
            return end
        at += len(data[at:]) - len(data[at:].lstrip())


def _parsed(data: bytes, offset: int, length: int, problem: str | None) -> tuple[Record, int]:
    """Make a record out of bytes that stand for one or more, and tell how many were its own."""
    from fastwarc.warc import ArchiveIterator

    if not data.startswith(PLAIN):
        return Record("damaged", offset, length, problem=problem or "no record begins here"), 0
    following = inside(data)
    own = data[: following.start()] if following else data
    try:
        found = _record(next(iter(ArchiveIterator(io.BytesIO(own), parse_http=True, auto_decode="none"))), None)
    except (OSError, ValueError, OverflowError, StopIteration):
        return Record("damaged", offset, length, problem=problem or "its head cannot be read"), 0
    found = found._replace(offset=offset, length=length)
    problem = problem or found.problem or _surplus(own, found)
    return found._replace(problem=problem), following.start() if following else 0


def _surplus(own: bytes, record: Record) -> str | None:
    """Tell whether a record is longer than it says."""
    head = re.search(rb"\r?\n\r?\n", own)
    stated = record.headers.get("content-length", "")
    if head is None or not stated.isdigit():
        return "it does not say its length"
    real = len(own) - head.end()
    return f"it has {real:,} bytes and says {int(stated):,}" if real > int(stated) + 4 else None


def is_warc(name: str) -> bool:
    """Tell a WARC or WET file by its name."""
    base = os.path.basename(name).lower().removesuffix(".gz").removesuffix(".zst")
    return base.endswith((".warc", ".wet"))

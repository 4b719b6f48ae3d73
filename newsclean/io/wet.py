"""WET files: the text dumps of Common Crawl, a WARC container of ``conversion`` records (ISO 28500)."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from newsclean.limits import DEFAULT_LIMITS, Limits

SUFFIXES = (".wet", ".warc")
HEADER_BYTES = 65_536
"""Longest head of a record that is read; real ones have under 1 kB."""


class Dump(NamedTuple):
    """One page's text as a container or a file holds it."""

    name: str
    """What it is called in messages: its address, or the file's name."""
    text: bytes
    url: str | None = None
    captured: str | None = None
    """ISO 8601 date and time."""


def is_wet(name: str) -> bool:
    """Tell a WET file by its name: ``CC-MAIN-...warc.wet.gz``."""
    return Path(name.lower().removesuffix(".gz")).suffix in SUFFIXES


def read_wet(path: Path, limits: Limits = DEFAULT_LIMITS) -> Iterator[Dump]:
    """Yield the dumps of a WET file, in its order; gzip, also a member a record, is unpacked as it is read.

    Raises:
        OSError: the file cannot be read, is damaged, or is no WET file.
    """
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            yield from records(file, str(path), limits)
    except (EOFError, zlib.error) as error:
        raise OSError(f"the gzip data is damaged: {error}") from None


def records(file: BinaryIO | gzip.GzipFile, name: str, limits: Limits) -> Iterator[Dump]:
    """Yield the text records of an open WET file; other records are passed over."""
    while head := read_head(file, name):
        size = head.get("content-length", "")
        if not size.isdecimal():
            raise OSError(f"{name}: a record without Content-Length")
        body = file.read(min(int(size), limits.max_chars * 4 + 1))
        rest = int(size) - len(body)
        while rest > 0 and (more := file.read(min(rest, 1 << 20))):
            rest -= len(more)
        if rest > 0:
            raise OSError(f"{name}: the file ends inside a record")
        if head.get("warc-type") == "conversion":
            url = head.get("warc-target-uri")
            yield Dump(url or name, body, url, head.get("warc-date"))


def read_head(file: BinaryIO | gzip.GzipFile, name: str) -> dict[str, str]:
    """Return the named fields of the next record, in lower case; none at the file's end."""
    line = file.readline(HEADER_BYTES)
    while line and not line.strip():
        line = file.readline(HEADER_BYTES)
    if not line:
        return {}
    if not line.startswith(b"WARC/"):
        raise OSError(f"{name} is no WET file: a record begins with {line[:20]!r}")
    fields: dict[str, str] = {}
    left = HEADER_BYTES
    while (line := file.readline(left)).strip():
        left -= len(line)
        if left <= 0:
            raise OSError(f"{name}: the head of a record is longer than {HEADER_BYTES} bytes")
        key, _, value = line.decode("utf-8", "replace").partition(":")
        fields[key.strip().lower()] = value.strip()
    return fields

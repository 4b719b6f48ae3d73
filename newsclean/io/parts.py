"""Part files of a run: each is complete or not there."""

from __future__ import annotations

import gzip
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Literal, Protocol

from newsclean.errors import MissingExtra
from newsclean.io.write import whole_file

Format = Literal["parquet", "jsonl", "jsonl.gz", "jsonl.zst"]
FORMATS: tuple[Format, ...] = ("parquet", "jsonl", "jsonl.gz", "jsonl.zst")


class Part(Protocol):
    """Takes the records of one part."""

    def add(self, line: bytes) -> None:
        """Add a record, given as one line of JSON without its end."""

    def close(self) -> None:
        """Write what is held back."""


class Lines:
    """Writes lines, packed or not; the same lines are the same bytes."""

    def __init__(self, file: BinaryIO, packing: str) -> None:
        self._stream: Any = file
        if packing == "gz":
            self._stream = gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=file, mtime=0)
        elif packing == "zst":
            try:
                import zstandard
            except ImportError:
                raise MissingExtra("zstd files", "zstandard", "warc") from None
            self._stream = zstandard.ZstdCompressor(level=6, threads=0).stream_writer(file, closefd=False)
        self._packed = self._stream is not file

    def add(self, line: bytes) -> None:
        """Add a line."""
        self._stream.write(line + b"\n")

    def close(self) -> None:
        """End the packing."""
        if self._packed:
            self._stream.close()


@contextmanager
def part_file(path: Path, form: Format, schema: Any = None) -> Iterator[Part]:
    """Open a part; it gets its name when it is complete, and lasts through a power cut then."""
    with whole_file(path) as file:
        part: Part
        if form == "parquet":
            from newsclean.io.parquet import ParquetPart

            part = ParquetPart(file, schema)
        else:
            part = Lines(file, form.partition(".")[2])
        try:
            yield part
            part.close()
        except BaseException:
            with suppress(Exception):  # the disk may be full, and the file is thrown away
                part.close()
            raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Have the system write down the names in a folder."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # a system that opens no folders
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

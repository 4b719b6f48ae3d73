"""Inputs as shards: a shard is one file, or the pages of one folder, read in one order always."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal

from newsclean.errors import MissingExtra
from newsclean.io.pages import MAX_BODY, Call, Wanted, everything, row_call, warc_calls
from newsclean.io.read import KINDS, is_file, read
from newsclean.io.warc import is_warc

Form = Literal["warc", "jsonl", "parquet", "folder"]
SUFFIXES: dict[str, Form] = {".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet"}
ROWS = 32
"""Rows of a Parquet file read at once; pages are large."""
MAX_LINE = 80_000_000
"""Bytes of a JSON line: a page of `MAX_BODY` with its escapes."""


@dataclass(frozen=True, slots=True)
class Shard:
    """One unit of a run."""

    number: int
    path: str
    form: Form
    name: str
    """The one that stands in records: without folders, as they differ from machine to machine."""

    def calls(self, wanted: Wanted = everything, skipped: Counter[str] | None = None) -> Iterator[Call]:
        """Yield a call for each record, with its place in the input."""
        skipped = Counter() if skipped is None else skipped
        path = Path(self.path)
        if self.form == "warc":
            found = warc_calls(path, wanted, skipped)
        else:
            reader = {"jsonl": json_calls, "parquet": parquet_calls, "folder": folder_calls}[self.form]
            found = (c for c in reader(path) if keep(c, wanted, skipped))
        name = self.name
        for number, call in enumerate(found):
            file = call.get("file")
            yield {**call, "place": (f"{name}/{file}" if file else name, number)}

    def digest(self) -> str:
        """Return the SHA-256 of the file, or of the names, sizes and times of a folder's pages."""
        if self.form != "folder":
            with open(self.path, "rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        digest = hashlib.sha256()
        for path in folder_pages(Path(self.path)):
            stat = path.stat()
            digest.update(f"{path.relative_to(self.path)}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
        return digest.hexdigest()

    def size(self) -> int:
        """Return its bytes."""
        if self.form != "folder":
            return os.path.getsize(self.path)
        return sum(path.stat().st_size for path in folder_pages(Path(self.path)))


def keep(call: Call, wanted: Wanted, skipped: Counter[str]) -> bool:
    """Tell whether a call is of a host that is wanted; count it if not."""
    url = call.get("url")
    if url is None or wanted(url):
        return True
    skipped["host"] += 1
    return False


def find_shards(inputs: Iterable[str]) -> list[Shard]:
    """Return the shards of some files and folders, in the order given; a folder's files are sorted.

    Raises:
        OSError: an input is not there, or is of no known kind.
    """
    found: list[tuple[str, Form]] = []
    for name in inputs:
        if os.path.isdir(name):
            found += of_folder(name)
        elif form := form_of(name):
            os.stat(name)
            found.append((name, form))
        else:
            os.stat(name)
            raise OSError(f"{name}: not a WARC, WET, JSONL or Parquet file, nor a folder of pages")
    names = short_names([path for path, _ in found])
    return [Shard(number, path, form, names[number]) for number, (path, form) in enumerate(found)]


def short_names(paths: list[str]) -> list[str]:
    """Return the names of paths, with as many of their folders as tell them apart."""
    parts = [Path(path).absolute().parts for path in paths]
    for depth in range(1, max(map(len, parts), default=1) + 1):
        names = ["/".join(each[-depth:]) for each in parts]
        if len(set(names)) == len(names):
            return names
    raise OSError(f"an input is given twice: {next(path for path in paths if paths.count(path) > 1)}")


def of_folder(name: str) -> list[tuple[str, Form]]:
    """Return the shards in a folder: each archive in it, and its loose pages as one."""
    found = sorted(str(path) for path in files_in(Path(name)) if form_of(path.name) is not None)
    shards: list[tuple[str, Form]] = [(path, form) for path in found if (form := form_of(path))]
    if next(iter(folder_pages(Path(name))), None) is not None:
        shards.append((name, "folder"))
    if not shards:
        raise OSError(f"{name}: the folder holds no page and no archive")
    return shards


def form_of(name: str) -> Form | None:
    """Return what a file holds, by its name."""
    if is_warc(name):
        return "warc"
    base = os.path.basename(name).lower()
    return SUFFIXES.get(Path(base.removesuffix(".gz").removesuffix(".zst")).suffix)


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder at any depth, but those of a run: its output may lie inside its input."""
    for place, folders, names in os.walk(folder, onerror=refuse):
        if "manifest.jsonl" in names:
            folders.clear()
            continue
        yield from filter(is_file, (Path(place, name) for name in names))


def refuse(error: OSError) -> None:
    """Let a folder that cannot be listed end the run: what is in it would be lost without a word."""
    raise error


# ------------------------------------------------------------------ readers


def folder_pages(folder: Path) -> list[Path]:
    """Return the pages in a folder at any depth, sorted."""
    return sorted(path for path in files_in(folder) if Path(path.name.lower().removesuffix(".gz")).suffix in KINDS)


def folder_calls(folder: Path) -> Iterator[Call]:
    """Yield a call for each page of a folder."""
    for path in folder_pages(folder):
        try:
            yield {**read(str(path)), "file": str(path.relative_to(folder))}
        except OSError as error:
            why = f"{path.relative_to(folder)}: {error.strerror or error}"
            yield {"page": b"", "rejected": ("truncated", why), "file": str(path.relative_to(folder))}


def json_calls(path: Path) -> Iterator[Call]:
    """Yield a call for each line of a JSONL file; one that is none is a rejection with its number."""
    number = 0
    try:
        with unpacked(path) as file:
            while line := file.readline(MAX_LINE):
                number += 1
                if line.strip():
                    yield json_call(line, f"line {number}")
    except (EOFError, zlib.error, OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        yield {"page": b"", "rejected": ("truncated", f"the file is damaged after line {number}: {error}")}
    except Exception as error:
        if type(error).__name__ != "ZstdError":
            raise
        yield {"page": b"", "rejected": ("truncated", f"the file is damaged after line {number}: {error}")}


def json_call(line: bytes, where: str) -> Call:
    """Return the call of one line."""
    if len(line) >= MAX_LINE:
        return {"page": b"", "rejected": ("too_large", f"{where} has more than {MAX_LINE:,} bytes")}
    try:
        return row_call(json.loads(line), where)
    except (ValueError, RecursionError) as error:
        return {"page": b"", "rejected": ("undecodable", f"{where} is no JSON: {error}")}


def unpacked(path: Path) -> BinaryIO | Any:
    """Open a file, unpacked by the end of its name."""
    suffix = path.suffix.lower()
    if suffix == ".gz":
        return gzip.open(path)
    if suffix != ".zst":
        return path.open("rb")
    try:
        import zstandard
    except ImportError:
        raise MissingExtra("zstd files", "zstandard", "warc") from None
    import io

    reader = zstandard.ZstdDecompressor(max_window_size=128 << 20).stream_reader(
        path.open("rb"), read_across_frames=True, closefd=True
    )
    return io.BufferedReader(reader, MAX_BODY >> 8)


def parquet_calls(path: Path) -> Iterator[Call]:
    """Yield a call for each row of a Parquet file."""
    from newsclean.io.parquet import rows

    for number, row in enumerate(rows(path, ROWS)):
        yield row_call(row, f"row {number}")

"""Archives for tests, made of pages of our own; and work that some of them poison."""

from __future__ import annotations

import ctypes
import gzip
import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from newsclean.batch.rows import Rows

SENTENCES = (
    "The night ferry left the quay at nine with forty lorries on its lower deck.",
    "Its captain said that the new timetable had been kept on every crossing since March.",
    "A second boat is to follow in the autumn, if the council finds the money for a pier.",
    "Fishermen asked for a lamp on the breakwater, which has been dark for two winters.",
)
POISONS = ("segfault", "endless loop", "four gigabytes", "exit")


def story(number: int, mark: str = "") -> bytes:
    """A page with a story of its own."""
    text = "".join(f"<p>{sentence} This was crossing {number}.{mark}</p>" for sentence in SENTENCES)
    return (
        f"<!doctype html><html lang='en'><head><title>Crossing {number}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Crossing {number}</h1>{text}</article><footer>All rights reserved.</footer></body></html>"
    ).encode()


def record(number: int, page: bytes, *, http: str = "", kind: str = "response", lie: int = 0, extra: str = "") -> bytes:
    """One WARC record; `lie` is added to its length."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n{http}\r\n"
    block = head.encode() + page if kind == "response" else page
    media = "application/http; msgtype=response" if kind == "response" else "text/plain"
    warc = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
        f"WARC-Date: 2026-11-01T12:00:00Z\r\nWARC-Target-URI: https://quay{number % 3}.example/crossings/{number}\r\n"
        f"{extra}Content-Type: {media}\r\nContent-Length: {len(block) + lie}\r\n\r\n"
    )
    return warc.encode() + block + b"\r\n\r\n"


def warc(path: Path, records: list[bytes]) -> Path:
    """Write records, each a gzip member if the name says so."""
    pack = gzip.compress if path.suffix == ".gz" else bytes
    path.write_bytes(b"".join(pack(one) for one in records))
    return path


def stories(path: Path, count: int, poisoned: dict[int, str] | None = None) -> Path:
    """Write an archive of stories, some of which have a poison for `Poisoned`."""
    marks = {number: f" Poison: {kind}." for number, kind in (poisoned or {}).items()}
    return warc(path, [record(n, story(n, marks.get(n, ""))) for n in range(count)])


@dataclass(frozen=True)
class Poisoned(Rows):
    """The work of a run whose parser has all the faults of the world."""

    def __call__(self, call):
        page = call["page"] if isinstance(call["page"], bytes) else b""
        found = next((kind for kind in POISONS if f"Poison: {kind}.".encode() in page), None)
        if found == "segfault":
            ctypes.string_at(0)
        elif found == "endless loop":
            while True:
                time.process_time()
        elif found == "four gigabytes":
            bytearray(4 << 30)
        elif found == "exit":
            os._exit(3)
        return super().__call__(call)


def run_here(out: Path, archive: Path, *, resume: bool = False, **options):
    """Run over an archive with poisoned work; return the state."""
    from newsclean.api import registry
    from newsclean.batch.run import run
    from newsclean.batch.shard import Job
    from newsclean.batch.worker import Bounds
    from newsclean.cleaner import Cleaner

    class PoisonedJob(Job):
        def work(self):
            return Poisoned(self.cleaner, self.profile, text=self.form == "parquet")

    options.setdefault("bounds", Bounds(seconds=1.0, memory=1 << 29))
    job = PoisonedJob(cleaner=Cleaner(registry=registry()), **{"workers": 2, "part_rows": 50, **options})
    return run([str(archive)], out, job, resume=resume)


if __name__ == "__main__":  # a run of its own, to be killed
    folder, source, form = sys.argv[1:]
    run_here(Path(folder), Path(source), resume=True, form=form)

"""The manifest of a run: a line of JSON for each thing that is done, written down before the next begins.

Kinds of lines: ``run`` (what the run is made of), ``shard`` (an input and its digest), ``part`` (a finished file and
its counts), ``done`` (a finished shard). A line that a kill tore is the last one and is not read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsclean import schema
from newsclean.errors import RunError, SchemaError
from newsclean.io.parts import sync_folder

NAME = "manifest.jsonl"
Entry = dict[str, Any]


@dataclass
class State:
    """What a manifest says."""

    run: Entry | None = None
    shards: dict[int, Entry] = field(default_factory=dict)
    parts: dict[int, dict[int, Entry]] = field(default_factory=dict)
    """By shard and number; of a part that was written twice, the last line."""
    done: dict[int, Entry] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Take in a line."""
        match entry["entry"]:
            case "run":
                self.run = entry
            case "shard":
                self.shards[entry["shard"]] = entry
            case "part":
                self.parts.setdefault(entry["shard"], {})[entry["part"]] = entry
            case "done":
                self.done[entry["shard"]] = entry

    def finished_parts(self, shard: int, folder: Path) -> list[Entry]:
        """Return the parts of a shard from the first on, as far as their files are there and whole."""
        found: list[Entry] = []
        parts = self.parts.get(shard, {})
        while (entry := parts.get(len(found))) is not None and is_whole(folder / entry["file"], entry["bytes"]):
            found.append(entry)
        return found

    def all_parts(self) -> Iterator[Entry]:
        """Yield the parts in the order of the input."""
        for shard in sorted(self.parts):
            yield from (self.parts[shard][number] for number in sorted(self.parts[shard]))


def is_whole(path: Path, size: int) -> bool:
    """Tell whether a file is there with its length; it got its name when it was complete."""
    try:
        return path.stat().st_size == size
    except OSError:
        return False


class Manifest:
    """The file, open for more."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self.state = read(self.path)
        torn = self.path.exists() and self.path.read_bytes()[-1:] not in (b"", b"\n")
        self.path.touch()
        sync_folder(folder)
        self._file = self.path.open("ab")
        if torn:
            self._file.write(b"\n")

    def add(self, entry: Entry) -> None:
        """Write a line down and keep it."""
        self._file.write(schema.to_line(entry) + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())
        self.state.add(entry)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def read(path: Path) -> State:
    """Read a manifest; one that is not there is empty.

    Raises:
        RunError: a line that is not torn, but no manifest's.
    """
    state = State()
    if not path.exists():
        return state
    lines = path.read_bytes().split(b"\n")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            state.add(schema.from_line(line))
        except (SchemaError, KeyError, TypeError):
            torn = b'{"entry"'.startswith(line[:8])
            if b"\n".join(lines[number:]).strip() and not torn:
                raise RunError(f"{path}, line {number}: not a line of a run's manifest") from None
    return state

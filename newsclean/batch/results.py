"""The rows of a finished run, read back in the order of its input."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclean.arrow_schema import FLAT, Profile
from newsclean.batch.manifest import NAME, State, read
from newsclean.batch.rows import flattened
from newsclean.errors import RunError

WHOLE = ("provenance", "quality", "date_published", "authors", "rights", "fingerprint", "canonical_url", "agencies")
"""Fields of the full profile that flat ones are made of."""


def state_of(out: Path) -> State:
    """Return what a run's folder says of itself.

    Raises:
        RunError: it holds no run.
    """
    state = read(out / NAME)
    if state.run is None:
        raise RunError(f"{out} holds no run: there is no {NAME} in it")
    return state


def flat_rows(out: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a run in the flat profile, whatever profile and format it has.

    Raises:
        RunError: the folder holds no run.
        OSError: a part is not there, or damaged.
    """
    state = state_of(out)
    assert state.run is not None
    profile: Profile = state.run["config"]["profile"]
    for part in state.all_parts():
        for row in part_rows(out / part["file"], profile):
            yield as_flat(row, profile)


def part_rows(path: Path, profile: Profile) -> Iterator[dict[str, Any]]:
    """Yield the rows of one part, without the columns that nobody here reads."""
    if path.suffix == ".parquet":
        from newsclean.io.parquet import rows

        yield from rows(path, 500, [*FLAT, *WHOLE] if profile == "full" else None)
        return
    from newsclean.io.shards import unpacked

    with unpacked(path) as file:
        for line in file:
            yield json.loads(line)


def as_flat(row: dict[str, Any], profile: Profile) -> dict[str, Any]:
    """Return a row in the flat profile."""
    if profile == "flat":
        return row
    if profile == "dolma":
        return {"id": row["id"], "text": row["text"], **row["metadata"]}
    return flattened(row)

"""Which packages a run needs: asked before it begins, so that none is missing after an hour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from typing import NamedTuple

from newsclean.errors import MissingExtra
from newsclean.io.shards import Shard


class Need(NamedTuple):
    """A package, what for, and the extra that brings it."""

    what: str
    package: str
    extra: str


ARROW = Need("Parquet files and Arrow batches", "pyarrow", "parquet")
ZSTD = Need("zstd files", "zstandard", "warc")
WARC = (
    Need("WARC files", "fastwarc", "warc"),
    Need("bodies in WARC files", "brotli", "warc"),
    Need("bodies in WARC files", "zstandard", "warc"),
)
"""The last two because servers answer with what browsers take: without them those pages would be damaged ones."""
RAY = Need("--engine ray", "ray", "ray")


def check_needs(shards: Iterable[Shard], form: str, engine: str = "local") -> None:
    """Refuse to begin without a package that the inputs, the output or the engine need.

    Raises:
        MissingExtra: one is not installed; the message says how to get it.
    """
    for need in dict.fromkeys(needs(shards, form, engine)):
        if not is_there(need.package):
            raise MissingExtra(*need)


def needs(shards: Iterable[Shard], form: str, engine: str) -> Iterator[Need]:
    """Yield what a run needs."""
    if form == "parquet":
        yield ARROW
    if form.endswith(".zst"):
        yield ZSTD
    if engine == "ray":
        yield RAY
    for shard in shards:
        if shard.form == "warc":
            yield from WARC
        if shard.form == "parquet":
            yield ARROW
        if shard.path.lower().endswith(".zst"):
            yield ZSTD


def is_there(package: str) -> bool:
    """Tell whether a package can be imported, without doing so."""
    try:
        return find_spec(package) is not None
    except (ImportError, ValueError):  # a broken one, or one that is blocked
        return False

"""Pages from files, folders, standard input and the web."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from newsclean.io.fetch import fetch
from newsclean.limits import DEFAULT_LIMITS, Limits

KINDS: dict[str, Literal["html", "text"]] = {".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "text"}
"""What a file is by the end of its name; a ``.gz`` behind it is looked through."""
STDIN = "-"
MAX_BYTES_A_CHAR = 4
"""No encoding of the web needs more, so a file cut here is still refused as ``too_large``."""


def find(inputs: Iterable[str]) -> Iterator[str]:
    """Yield the names of the pages: a folder gives its pages, sorted, at any depth; all else is a page."""
    for name in inputs:
        folder = Path(name)
        if is_address(name) or name == STDIN or not folder.is_dir():
            yield name
            continue
        yield from sorted(str(path) for path in folder.rglob("*") if kind_of(path) and path.is_file())


def read(name: str, limits: Limits = DEFAULT_LIMITS) -> dict[str, Any]:
    """Read one page; return the arguments of `newsclean.clean` that are known of it.

    Raises:
        OSError: the file cannot be read or unpacked.
        FetchError: the address cannot be fetched.
    """
    if is_address(name):
        got = fetch(name)
        return {"page": got.body, "url": got.url, "headers": got.headers}
    size = limits.max_chars * MAX_BYTES_A_CHAR + 1
    if name == STDIN:
        return {"page": sys.stdin.buffer.read(size)}
    path = Path(name)
    try:
        with gzip.open(path) if path.suffix.lower() == ".gz" else path.open("rb") as file:
            return {"page": file.read(size), "kind": kind_of(path)}
    except (EOFError, zlib.error) as error:
        raise OSError(f"the gzip data is damaged: {error}") from None


def kind_of(path: Path) -> Literal["html", "text"] | None:
    """Return what a file holds by its name; None for a name that does not say."""
    name = path.name.lower().removesuffix(".gz")
    return KINDS.get(Path(name).suffix)


def is_address(name: str) -> bool:
    """Tell an address from a file's name."""
    return name.lower().startswith(("http://", "https://"))

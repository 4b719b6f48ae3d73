"""Pages from files, folders, standard input and the web."""

from __future__ import annotations

import gzip
import os
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
        if is_address(name) or name == STDIN or not is_folder(name):
            yield name
        else:
            yield from sorted(pages_in(name))


def is_folder(name: str) -> bool:
    """Tell a folder from all else, also from a name that the system refuses: `read` says what is wrong with it."""
    return os.path.isdir(name)  # Path.is_dir raises where the name is too long or may not be looked at


def pages_in(folder: str) -> list[str]:
    """Return the pages in a folder, with the folders in it that cannot be listed: `read` fails on those by name."""
    unlisted: list[str] = []
    found = [
        Path(place, name)
        for place, _, names in os.walk(folder, onerror=lambda error: unlisted.append(str(error.filename)))
        for name in names
        if kind_of(Path(name))
    ]
    return unlisted + [str(path) for path in found if is_file(path)]


def is_file(path: Path) -> bool:
    """Tell a file from a pipe, a device or a link to nothing; what may not be looked at is left to `read` to refuse."""
    try:
        return path.is_file()
    except OSError:
        return True


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

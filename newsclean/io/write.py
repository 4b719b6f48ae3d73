"""Files that are whole or not there."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that gets its name only when all of it is written.

    An error inside the block leaves what stood under the name before. A link keeps pointing at its
    file; a device or a pipe is written to directly, as a rename would replace it.
    """
    with named(path):
        target = resolved(path)
        special = target.exists() and not target.is_file()
    if special:
        with named(path):
            device = target.open("wb")
        with device:
            yield device
        return
    part = target.with_name(f".{target.name[:NAME_CHARS]}.{secrets.token_hex(6)}.part")
    try:  # a signal may raise as soon as the file is there
        with named(path):
            file = part.open("xb")
        with file:
            yield file
            with named(path):
                file.flush()
                os.fsync(file.fileno())
        with named(path):
            part.replace(target)
    finally:
        part.unlink(missing_ok=True)


NAME_CHARS = 50
"""Of the file's name in that of the temporary one: at four bytes each they stay below the 255 of most file systems."""


def resolved(path: Path) -> Path:
    """Return the file that a link points at."""
    try:
        return path.resolve()
    except RuntimeError:  # of links that point at each other; an OSError from Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path)) from None


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Let an error of the system name the file as the caller does: the temporary one means nothing to them."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None

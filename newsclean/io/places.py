"""The places of an archive: a gzip member, a zstd frame, or what lies between two heads of records.

What FastWARC reads in one go is looked at here one by one, when something is wrong with it.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO

from newsclean.errors import MissingExtra
from newsclean.io.encodings import ZSTD_WINDOW, Damaged

MAX_RECORD = 64_000_000
"""Bytes read of a record's block; the rest is skipped and said to be."""
GZIP, ZSTD, PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1."
PROBE = 4096
BLOCK = 1 << 20
HEAD = re.compile(rb"\r?\nWARC/1\.[01]\r?\n[A-Za-z-]{4,40}: ?")
STEP, SMALL = 1 << 12, 1 << 8
"""Bytes unpacked at once in a second look; a fault costs those of its own step."""


def stretch(file: BinaryIO, form: bytes, offset: int, size: int) -> tuple[bytes, int, str | None]:
    """Return the bytes of one record's place, where it ends, and what is wrong with it."""
    file.seek(offset)
    if form == PLAIN:
        end = _next_start(file, form, offset + 1, size)
        file.seek(offset)
        return file.read(min(end - offset, MAX_RECORD)), end, None
    try:
        data, used = (_gzip_member if form == GZIP else _zstd_frame)(file)
    except Damaged as error:
        return error.args[1], _next_start(file, form, offset + 1, size), str(error.args[0])
    return data, offset + used, None


def _gzip_member(file: BinaryIO) -> tuple[bytes, int]:
    """Unpack the gzip member that begins here; return its data and its length."""
    unpacker = zlib.decompressobj(31)

    def step(data: bytes, kept: int) -> bytes:  # little by little, so that what stands before a fault comes out
        return unpacker.decompress(data, SMALL if kept < BLOCK >> 4 else STEP)

    return _unpacked(file, unpacker, step, zlib.error)


def _zstd_frame(file: BinaryIO) -> tuple[bytes, int]:
    """Unpack the zstd frame that begins here."""
    try:
        import zstandard
    except ImportError:
        raise MissingExtra("zstd files", "zstandard", "warc") from None
    unpacker = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW).decompressobj()
    return _unpacked(file, unpacker, lambda data, _: unpacker.decompress(data), zstandard.ZstdError)


def _unpacked(
    file: BinaryIO, unpacker: Any, step: Callable[[bytes, int], bytes], fault: type[Exception]
) -> tuple[bytes, int]:
    """Unpack to the end of a member or frame.

    Raises:
        Damaged: with what came before the fault as its second argument.
    """
    out: list[bytes] = []
    used = kept = 0
    while not unpacker.eof:
        piece = getattr(unpacker, "unconsumed_tail", b"") or file.read(STEP)
        if not piece:
            raise Damaged("cut off: the file ends inside it", b"".join(out))
        try:
            data = step(piece, kept)
        except fault as error:
            raise Damaged(f"damaged: {error}", b"".join(out)) from None
        rest = unpacker.unused_data if unpacker.eof else getattr(unpacker, "unconsumed_tail", b"")
        used += len(piece) - len(rest)
        kept += len(data)
        if kept <= MAX_RECORD + BLOCK:
            out.append(data)
    return b"".join(out), used


def _next_start(file: BinaryIO, form: bytes, start: int, size: int) -> int:
    """Return where the next record begins, the file's end if none does."""
    at = start
    while at < size:
        file.seek(at)
        block = file.read(BLOCK)
        found = block.find(form)
        while found >= 0:
            if _begins(file, form, at + found):
                return at + found
            found = block.find(form, found + 1)
        if len(block) < BLOCK:
            break
        at += BLOCK - len(PLAIN)
    return size


def _begins(file: BinaryIO, form: bytes, offset: int) -> bool:
    """Tell whether a record begins at an offset."""
    if form == PLAIN:
        file.seek(offset)
        return HEAD.match(b"\n" + file.read(PROBE)) is not None
    file.seek(offset)
    head = file.read(PROBE)
    try:
        if form == GZIP:
            return zlib.decompressobj(31).decompress(head, 16).startswith(PLAIN)
        import zstandard

        return zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW).decompressobj().decompress(head)[:7] == PLAIN
    except (zlib.error, ValueError):
        return False
    except Exception as error:  # zstandard's own error type is not known where it is not installed
        if type(error).__name__ != "ZstdError":
            raise
        return False

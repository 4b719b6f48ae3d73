"""Undoing what HTTP did to a body, never beyond a number of bytes: 455 bytes of brotli may stand for 300 MB."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

MAX_ENCODINGS = 2
"""Content encodings on top of each other; real servers use one."""
ZSTD_WINDOW = 128 << 20
"""Bytes of history that a zstd frame may ask for."""
ZSTD_STEP = 64
"""Bytes given to zstd at once; three may stand for 128 kB, so these stand for 3 MB at most."""
STEP = 1 << 16
_CHUNK = re.compile(rb"[0-9A-Fa-f]{1,15}")
_MAGIC = {"gzip": b"\x1f\x8b", "x-gzip": b"\x1f\x8b", "zstd": b"\x28\xb5\x2f\xfd"}


class Body(NamedTuple):
    """A body and what is wrong with it."""

    data: bytes
    problem: str | None = None


class Decoder(Protocol):
    """One content encoding, undone piece by piece."""

    def decode(self, data: bytes, limit: int) -> bytes:
        """Return what these bytes stand for, `limit` bytes at most or a few more."""

    @property
    def complete(self) -> bool:
        """Tell whether the end of the data has been seen."""


class TooLarge(ValueError):
    """There is more than was allowed."""


class Damaged(ValueError):
    """The data is not what its encoding says."""


class Zlib:
    """gzip, also of several members, and deflate with or without a header."""

    def __init__(self, name: str) -> None:
        self._gzip = name != "deflate"
        self._inner = zlib.decompressobj(31 if self._gzip else 15)
        self._begun = False
        self._between = True
        """No member is open: more of them may follow, or nothing."""

    def decode(self, data: bytes, limit: int) -> bytes:
        """Decode some bytes."""
        out = bytearray()
        while data and len(out) <= limit:
            out += self._step(data, limit + 1 - len(out))
            self._between = self._inner.eof
            if self._inner.eof:
                data = self._inner.unused_data if self._gzip else b""
                if data[:2] != b"\x1f\x8b":
                    break  # padding, as some servers send
                self._inner = zlib.decompressobj(31)
            else:
                data = self._inner.unconsumed_tail
        return bytes(out)

    def _step(self, data: bytes, limit: int) -> bytes:
        try:
            return self._inner.decompress(data, limit)
        except zlib.error as error:
            if self._begun or self._gzip:
                raise Damaged(f"the compressed data is damaged ({error})") from None
            self._inner = zlib.decompressobj(-15)
            return self._inner.decompress(data, limit)
        finally:
            self._begun = True

    @property
    def complete(self) -> bool:
        """Tell whether the end of the data has been seen."""
        return self._between


class Brotli:
    """Brotli, by the package ``brotli``."""

    def __init__(self) -> None:
        try:
            import brotli
        except ImportError:
            raise Damaged('brotli data needs the package brotli: pip install "newsclean[fetch]"') from None
        self._inner: Any = brotli.Decompressor()
        self._error: type[Exception] = brotli.error

    def decode(self, data: bytes, limit: int) -> bytes:
        """Decode some bytes."""
        out = bytearray()
        try:
            out += self._inner.process(data, output_buffer_limit=STEP)
            while not self._inner.can_accept_more_data() and len(out) <= limit:
                out += self._inner.process(b"", output_buffer_limit=STEP)
        except self._error as error:
            raise Damaged(f"the compressed data is damaged ({error})") from None
        return bytes(out)

    @property
    def complete(self) -> bool:
        """Tell whether the end of the data has been seen."""
        return bool(self._inner.is_finished())


class Zstd:
    """Zstandard, by the package ``zstandard``, whose output is bounded by giving it little at once."""

    def __init__(self) -> None:
        try:
            import zstandard
        except ImportError:
            raise Damaged('zstd data needs the package zstandard: pip install "newsclean[fetch]"') from None
        self._new = zstandard.ZstdDecompressor(max_window_size=ZSTD_WINDOW).decompressobj
        self._error: type[Exception] = zstandard.ZstdError
        self._inner: Any = self._new()
        self._begun = False

    def decode(self, data: bytes, limit: int) -> bytes:
        """Decode some bytes."""
        out = bytearray()
        try:
            for start in range(0, len(data), ZSTD_STEP):
                out += self._step(data[start : start + ZSTD_STEP])
                if len(out) > limit:
                    break
        except self._error as error:
            raise Damaged(f"the compressed data is damaged ({error})") from None
        return bytes(out)

    def _step(self, data: bytes) -> bytes:
        out = b""
        while data:
            if self._inner.eof:
                self._inner = self._new()
            out += self._inner.decompress(data)
            self._begun = True
            data = self._inner.unused_data
        return out

    @property
    def complete(self) -> bool:
        """Tell whether the end of the data has been seen."""
        return self._begun and bool(self._inner.eof)


def decoder(name: str) -> Decoder | None:
    """Return the decoder of an encoding, None if it changes nothing.

    Raises:
        Damaged: nobody knows the encoding.
    """
    match name:
        case "identity" | "":
            return None
        case "gzip" | "x-gzip" | "deflate":
            return Zlib(name)
        case "br":
            return Brotli()
        case "zstd":
            return Zstd()
    raise Damaged(f"unknown content encoding {name!r}")


def names(header: str) -> list[str]:
    """Return the encodings of a header, the one to undo first at the head.

    Raises:
        Damaged: more than `MAX_ENCODINGS` of them.
    """
    found = [name for part in header.lower().split(",") if (name := part.strip()) not in ("", "identity")]
    if len(found) > MAX_ENCODINGS:
        raise Damaged(f"{len(found)} content encodings on top of each other; {MAX_ENCODINGS} are read")
    return found[::-1]


class Pipeline:
    """All encodings of a response undone, up to `limit` bytes at every step."""

    def __init__(self, header: str, limit: int) -> None:
        self._decoders = [found for name in names(header) if (found := decoder(name))]
        self._left = [limit] * len(self._decoders)
        self._limit = limit
        self._size = 0

    def feed(self, data: bytes) -> bytes:
        """Decode some bytes.

        Raises:
            TooLarge: they stand for more than is allowed.
            Damaged: they are not what they should be.
        """
        for index, each in enumerate(self._decoders):
            data = each.decode(data, self._left[index])
            self._left[index] -= len(data)
            if self._left[index] < 0:
                raise TooLarge(f"more than {self._limit:,} bytes when unpacked")
        self._size += len(data)
        if self._size > self._limit:
            raise TooLarge(f"more than {self._limit:,} bytes")
        return data

    @property
    def complete(self) -> bool:
        """Tell whether all data has been seen to its end."""
        return all(each.complete for each in self._decoders)


def pieces(data: bytes) -> Iterator[bytes]:
    """Yield data in steps that a pipeline can bound."""
    for start in range(0, len(data), STEP):
        yield data[start : start + STEP]


def undo(data: bytes, transfer: str, content: str, limit: int) -> Body:
    """Undo transfer and content encodings of a stored body; one that was stored without them is left as it is."""
    body = Body(data)
    if "chunked" in transfer.lower():
        body = dechunked(data)
    try:
        first = next(iter(names(content)), "")
    except Damaged as error:
        return Body(body.data, str(error))
    if not first or not body.data.startswith(_MAGIC.get(first, b"")) or looks_plain(body.data):
        return body
    return unpacked(body, content, limit)


def looks_plain(data: bytes) -> bool:
    """Tell markup: crawlers undo an encoding and keep its header."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def unpacked(body: Body, content: str, limit: int) -> Body:
    """Undo content encodings; keep what came before a fault."""
    out = bytearray()
    problem = body.problem
    try:
        pipeline = Pipeline(content, limit)
        for piece in pieces(body.data):
            out += pipeline.feed(piece)
        if not pipeline.complete:
            problem = problem or "the compressed data ends too early"
    except ValueError as error:
        problem = str(error)
    return Body(bytes(out), problem)


def dechunked(data: bytes) -> Body:
    """Undo the chunked transfer encoding; data that does not begin with a chunk's size was stored without it."""
    out: list[bytes] = []
    at = 0
    while True:
        size = _CHUNK.match(data, at)
        end = data.find(b"\n", at, at + 1000)
        if size is None or end < 0 or data[size.end() : size.end() + 1] not in b";\r\n \t":
            return Body(data) if at == 0 else Body(b"".join(out), "a chunk has no size")
        length = int(size[0], 16)
        if length == 0:
            return Body(b"".join(out))
        chunk = data[end + 1 : end + 1 + length]
        out.append(chunk)
        if len(chunk) < length:
            return Body(b"".join(out), "the last chunk is cut off")
        at = end + 1 + length
        at += 2 if data[at : at + 2] == b"\r\n" else 1 if data[at : at + 1] == b"\n" else 0

"""Fetched pages into a WARC file, a gzip member each, which `newsclean run` reads."""

from __future__ import annotations

import base64
import gzip
import hashlib
import uuid
from http import HTTPStatus
from typing import BinaryIO

from newsclean._version import __version__
from newsclean.io.http import Fetched


def warcinfo() -> bytes:
    """Return the record at the head of a file."""
    block = f"software: newsclean/{__version__}\r\nformat: WARC File Format 1.1\r\n".encode()
    return member("warcinfo", block, {"Content-Type": "application/warc-fields"})


def response(page: Fetched) -> bytes:
    """Return the record of a page; its content encodings are undone, and its head says so."""
    head = [f"HTTP/1.1 {page.status} {phrase(page.status)}"]
    head += [f"{name}: {value}" for name, value in page.headers.items()]
    head.append(f"Content-Length: {len(page.body)}")
    clean = "\r\n".join(line.replace("\r", " ").replace("\n", " ") for line in head)
    block = clean.encode("utf-8", "replace") + b"\r\n\r\n" + page.body
    fields = {
        "WARC-Target-URI": page.url,
        "WARC-Date": page.fetched_at or "1970-01-01T00:00:00Z",
        "WARC-Payload-Digest": f"sha1:{base64.b32encode(hashlib.sha1(page.body).digest()).decode()}",  # noqa: S324
        "Content-Type": "application/http; msgtype=response",
    }
    return member("response", block, fields)


def phrase(status: int) -> str:
    """Return the words of an HTTP status."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def member(kind: str, block: bytes, fields: dict[str, str]) -> bytes:
    """Return a record; its id is made of its content, so that the same page is the same bytes."""
    name = uuid.uuid5(uuid.NAMESPACE_URL, repr((kind, sorted(fields.items()), hashlib.sha256(block).hexdigest())))
    lines = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:{name}>"]
    lines += [f"{key}: {value}" for key, value in fields.items()]
    lines.append(f"Content-Length: {len(block)}")
    head = "\r\n".join(lines).encode("utf-8", "replace")
    return gzip.compress(head + b"\r\n\r\n" + block + b"\r\n\r\n", mtime=0)


class WarcFile:
    """Writes records to a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        stream.write(warcinfo())

    def add(self, page: Fetched) -> None:
        """Write a page."""
        self._stream.write(response(page))
        self._stream.flush()

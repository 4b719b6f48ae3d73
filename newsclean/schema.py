"""Article to JSON and back, and the JSON Schema of the record.

msgspec reads and writes the plain dataclasses, so the types in `newsclean.article` are the schema.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec

from newsclean.article import SCHEMA_VERSION, Article
from newsclean.errors import Rejected, SchemaError

SCHEMA_ID = "urn:newsclean:article:1"
_A = TypeVar("_A", bound=Article)
_encoder = msgspec.json.Encoder(order="deterministic")
_row_encoder = msgspec.json.Encoder()
_plain = msgspec.msgpack.Decoder()
_packer = msgspec.msgpack.Encoder()
_unpacker = msgspec.msgpack.Decoder(Article | tuple[str, str, str | None])
# Legal in JSON, but line breaks to str.splitlines() and to many readers of JSON Lines.
_LINE_BREAKS = re.compile("[\u0085\u2028\u2029]")
_MARKS = tuple(mark.encode("utf-8") for mark in "\u0085\u2028\u2029")


def to_dict(article: Article) -> dict[str, Any]:
    """Return a record as builtin types, every field present."""
    built: dict[str, Any] = msgspec.to_builtins(article)
    return built


def to_json(article: Article) -> str:
    """Return a record as one line of JSON."""
    return to_text(article)


def from_json(data: str | bytes, cls: type[_A] = Article) -> _A:  # type: ignore[assignment]
    """Read a record.

    Raises:
        SchemaError: no JSON, not an article, or written by a later major version of the schema.
    """
    try:
        article = msgspec.json.decode(data, type=cls)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise SchemaError(f"this is no article: {error}") from None
    if article.schema_version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise SchemaError(f"schema {article.schema_version} cannot be read; this newsclean reads {SCHEMA_VERSION}")
    return article


def pack(outcome: Article | Rejected) -> bytes:
    """Return an outcome in a compact form, for the way from a worker to its parent."""
    if isinstance(outcome, Rejected):
        return _packer.encode((outcome.reason, outcome.detail, outcome.url))
    return _packer.encode(outcome)


def unpack(data: bytes) -> Article | Rejected:
    """Read what `pack` wrote."""
    found = _unpacker.decode(data)
    return found if isinstance(found, Article) else Rejected(*found)


def pack_plain(value: Any) -> bytes:
    """Return builtin values in a compact form."""
    return _packer.encode(value)


def unpack_plain(data: bytes) -> Any:
    """Read what `pack_plain` wrote."""
    return _plain.decode(data)


def to_text(value: Any) -> str:
    """Return builtin values as JSON; the same ones are the same characters."""
    text = _encoder.encode(value).decode("utf-8")
    return _LINE_BREAKS.sub(_escaped, text)


def to_line(row: dict[str, Any]) -> bytes:
    """Return a row as one line of JSON, its fields in their own order."""
    line = _row_encoder.encode(row)
    if not any(mark in line for mark in _MARKS):
        return line
    return _LINE_BREAKS.sub(_escaped, line.decode("utf-8")).encode("utf-8")


def from_line(line: bytes) -> dict[str, Any]:
    """Read an object from one line of JSON.

    Raises:
        SchemaError: there is none.
    """
    try:
        found = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise SchemaError(f"this is no JSON object: {error}") from None
    if not isinstance(found, dict):
        raise SchemaError("this is no JSON object")
    return found


def _escaped(hit: re.Match[str]) -> str:
    return f"\\u{ord(hit[0]):04x}"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the record."""
    schema = msgspec.json.schema(Article)
    close(schema)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema}


def close(node: Any) -> None:
    """Say of every object with named properties that it has no others."""
    if isinstance(node, dict):
        if node.get("type") == "object" and "properties" in node:
            node["additionalProperties"] = False
        for value in node.values():
            close(value)
    elif isinstance(node, list):
        for value in node:
            close(value)

"""The Arrow schemas of the record, made from its dataclasses: a field that they get is a column the same day.

Plain types only, no extension types and no dictionaries with free keys: ``extra`` and ``field_sources`` are text that
holds JSON, and ``related`` a list of records as JSON.
"""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from newsclean.article import Article
from newsclean.errors import MissingExtra

if TYPE_CHECKING:
    import pyarrow as pa

Profile = Literal["full", "flat", "dolma"]
PROFILES: tuple[Profile, ...] = ("full", "flat", "dolma")

HEAD = {
    "outcome": "string", "reason": "string", "detail": "string", "input": "string", "record": "int64",
    "problem": "string",
}  # fmt: skip
"""What a run adds to a record: ``article`` or ``rejected``, why, and the place in the input."""
FLAT = {
    "id": "string", **HEAD, "url": "string", "domain": "string", "title": "string", "text": "string",
    "authors": "strings", "agencies": "strings", "date_published": "moment", "date_precision": "string",
    "date_tz": "string", "language": "string", "section": "string", "kind": "string", "access": "string",
    "license": "string", "confidence": "double", "flags": "strings", "warc_record_id": "string", "warc_file": "string",
    "warc_offset": "int64", "fetched_at": "string", "newsclean_version": "string", "cleaner": "string",
    "cleaner_version": "string", "text_sha256": "string",
}  # fmt: skip
"""Columns of the flat profile, which the viewer of Hugging Face shows."""
DOLMA = ("id", "text", "source", "added", "created")


@lru_cache
def schema(profile: Profile) -> pa.Schema:
    """Return the schema of a profile.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtra("Parquet files and Arrow batches", "pyarrow", "parquet") from None
    plain = {
        "string": pa.string(), "int64": pa.int64(), "double": pa.float64(), "strings": pa.list_(pa.string()),
        "moment": pa.timestamp("us", "UTC"),
    }  # fmt: skip
    flat = {name: plain[kind] for name, kind in FLAT.items()}
    if profile == "flat":
        return pa.schema(flat)
    if profile == "dolma":
        rest = pa.struct({name: kind for name, kind in flat.items() if name not in ("id", "text")})
        return pa.schema({**dict.fromkeys(DOLMA, pa.string()), "metadata": rest})
    head = {name: plain[kind] for name, kind in HEAD.items()}
    return pa.schema({**head, **dict(struct_of(Article))})


def struct_of(part: type) -> list[tuple[str, pa.DataType]]:
    """Return the columns of a dataclass."""
    hints = get_type_hints(part)
    return [(field.name, arrow_type(hints[field.name])) for field in fields(part)]


def arrow_type(hint: Any) -> pa.DataType:
    """Return the Arrow type of a type of the record."""
    import pyarrow as pa

    inner = [arg for arg in get_args(hint) if arg is not type(None)]
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return arrow_type(inner[0])
    if origin is tuple:
        return pa.list_(pa.string() if inner[0] is Article else arrow_type(inner[0]))
    if is_dataclass(hint):
        return pa.struct(struct_of(hint))  # type: ignore[arg-type]
    return {bool: pa.bool_(), int: pa.int64(), float: pa.float64()}.get(hint, pa.string())

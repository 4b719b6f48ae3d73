"""Parquet: rows in, records out, by way of lines of JSON, which Arrow reads in C++."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from newsclean.errors import MissingExtra

if TYPE_CHECKING:
    import pyarrow as pa

COMPRESSION, LEVEL = "zstd", 3
GROUP_ROWS = 500
"""Rows of a row group: a few MB, so that a part is written without being held."""


def arrow() -> Any:
    """Return pyarrow.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import pyarrow
    except ImportError:
        raise MissingExtra("Parquet files and Arrow batches", "pyarrow", "parquet") from None
    return pyarrow


def rows(path: Path, size: int, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file, with all columns or those of some names that it has.

    Raises:
        OSError: the file is no Parquet, or damaged.
    """
    arrow()
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            found = file.schema_arrow.names
            wanted = None if columns is None else [name for name in found if name in columns]
            for batch in file.iter_batches(size, columns=wanted):
                yield from batch.to_pylist()
    except arrow().ArrowException as error:
        raise OSError(f"{path}: {error}") from None


def table_of(lines: Sequence[bytes], schema: pa.Schema) -> pa.Table:
    """Return lines of JSON as a table of this schema, columns in its order."""
    arrow()
    from pyarrow import json as reader

    data = b"\n".join(lines)
    if not data:
        return schema.empty_table()
    table = reader.read_json(
        io.BytesIO(data),
        read_options=reader.ReadOptions(use_threads=False, block_size=len(data) + 1),
        parse_options=reader.ParseOptions(explicit_schema=schema, unexpected_field_behavior="ignore"),
    )
    return table.select(schema.names).cast(schema)


class ParquetPart:
    """Writes lines of JSON as rows."""

    def __init__(self, file: BinaryIO, schema: pa.Schema) -> None:
        arrow()
        import pyarrow.parquet as pq

        self._schema = schema
        self._lines: list[bytes] = []
        self._writer = pq.ParquetWriter(file, schema, compression=COMPRESSION, compression_level=LEVEL)

    def add(self, line: bytes) -> None:
        """Add a row."""
        self._lines.append(line)
        if len(self._lines) >= GROUP_ROWS:
            self._flush()

    def close(self) -> None:
        """Write what is left, and the end of the file."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._lines:
            self._writer.write_table(table_of(self._lines, self._schema))
            self._lines = []

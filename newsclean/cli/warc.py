"""``newsclean warc``: what is in an archive."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from newsclean.cli import REJECTED
from newsclean.cli.table import printable
from newsclean.io.encodings import undo
from newsclean.io.pages import MAX_BODY
from newsclean.io.warc import Record, records


@click.group()
def warc() -> None:
    """Look into WARC and WET files."""


@warc.command("ls")
@click.argument("file", metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a line.")
@click.pass_context
def ls(ctx: click.Context, file: str, as_json: bool) -> None:
    """List the records of a file: offset, length, kind, HTTP status, content type, address.

    A record that is cut off or damaged is named, and the exit code is 1.

    \b
    Examples:
      newsclean warc ls crawl.warc.gz
      newsclean warc ls crawl.warc.gz --json | jq 'select(.problem)'
    """
    bad = 0
    for record in records(Path(file)):
        bad += record.problem is not None
        click.echo(json.dumps(about(record)) if as_json else line(record))
    ctx.exit(REJECTED if bad else 0)


def about(record: Record) -> dict[str, Any]:
    """Return a record without its payload."""
    return {
        "offset": record.offset, "length": record.length, "kind": record.kind, "id": record.id, "url": record.url,
        "date": record.date.isoformat() if record.date else None, "status": record.status, "type": media(record),
        "bytes": len(record.block), "problem": record.problem,
    }  # fmt: skip


def media(record: Record) -> str | None:
    """Return the content type of a record's page, else of the record."""
    return (record.http or record.headers).get("content-type")


def line(record: Record) -> str:
    """Return a record as a line of text."""
    kind = (media(record) or "-").partition(";")[0].strip()
    text = f"{record.offset:>12} {record.length:>9} {record.kind or '-':<10} {record.status or '-':>3} {kind:<16} "
    return printable(text + (record.url or "-") + (f"  [{record.problem}]" if record.problem else ""))


@warc.command("extract")
@click.argument("file", metavar="FILE")
@click.option("--offset", type=click.IntRange(min=0), help="The record that begins at this byte.")
@click.option("--id", "identity", metavar="ID", help="The record with this WARC-Record-ID.")
@click.option("--url", metavar="URL", help="The records of this address.")
@click.option("--raw", is_flag=True, help="The bytes as they stand in the file, with all heads and encodings.")
@click.pass_context
def extract(
    ctx: click.Context, file: str, offset: int | None, identity: str | None, url: str | None, raw: bool
) -> None:
    """Write the page of a record to standard output, HTTP encodings undone.

    \b
    Examples:
      newsclean warc extract crawl.warc.gz --offset 427 | newsclean clean -
      newsclean warc extract crawl.warc.gz --url https://example.com/story > story.html
      newsclean warc extract crawl.warc.gz --offset 427 --raw > one.warc.gz
    """
    if offset is None and not identity and not url:
        raise click.UsageError("say which record: --offset, --id or --url")
    path, found = Path(file), 0
    for record in chosen(path, offset, identity, url):
        found += 1
        sys.stdout.buffer.write(as_stored(path, record) if raw else payload(record))
    sys.stdout.buffer.flush()
    if not found:
        click.echo(f"{file}: no such record; `newsclean warc ls` lists them", err=True)
    ctx.exit(0 if found else REJECTED)


def chosen(path: Path, offset: int | None, identity: str | None, url: str | None) -> Iterator[Record]:
    """Yield the records that are asked for."""
    for record in records(path):
        here = offset is None or record.offset == offset
        named = identity is None or (record.id or "").strip("<>") == identity.strip("<>")
        if here and named and (url is None or record.url == url):
            yield record
        if offset is not None and record.offset > offset:
            return


def payload(record: Record) -> bytes:
    """Return a record's page."""
    http = record.http or {}
    return undo(record.block, http.get("transfer-encoding", ""), http.get("content-encoding", ""), MAX_BODY).data


def as_stored(path: Path, record: Record) -> bytes:
    """Return a record's own bytes in the file."""
    with path.open("rb") as file:
        file.seek(record.offset)
        return file.read(record.length)

"""Records of any source as calls of `clean`: what the source knows goes along, what it cannot read is named."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from newsclean.errors import REASONS
from newsclean.io.encodings import undo
from newsclean.io.warc import Record, records

Call = dict[str, Any]
"""Keyword arguments of `clean`. A reader adds ``provenance`` (fields of `Provenance` that only it knows), ``place``
(name of the input and number in it), ``problem`` where the page is not whole, ``rejected`` (reason and detail) where it
knows already that there is no story, and ``file`` for a page in a folder."""
MAX_BODY = 40_000_001
"""Decoded bytes of a page: four a character, so that one above `Limits.max_chars` is still refused as ``too_large``."""
STORIES = frozenset({"response", "resource", "conversion", "revisit", "damaged"})
"""Kinds of WARC records that are one outcome each; the others describe them and are counted."""
PAGES = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml", "")
"""Content types, by their beginning, of which a page can be made."""
HTML_NAMES, TEXT_NAMES = ("html", "page", "content"), ("text", "raw_content")
"""Fields of a row that hold the page, the first that is there."""
URL_NAMES = ("url", "uri", "source_url", "warc_url")
TIME_NAMES = ("captured", "fetched_at", "warc_date")
KNOWN = (
    "fetched_at", "http_status", "requested_url", "warc_file", "warc_record_id", "warc_offset", "warc_length",
    "payload_digest", "crawl",
)  # fmt: skip
"""Fields of `Provenance` that a source can know."""
NUMBERS = ("http_status", "warc_offset", "warc_length")
"""Those of them that are numbers."""

Wanted = Callable[[str | None], bool]


def everything(url: str | None) -> bool:  # noqa: ARG001
    """Want every address."""
    return True


def only_hosts(hosts: frozenset[str]) -> Wanted:
    """Want the addresses of these hosts and of their subdomains."""

    def wanted(url: str | None) -> bool:
        try:
            host = urlsplit(url or "").hostname or ""
        except ValueError:
            return False
        while host:
            if host in hosts:
                return True
            host = host.partition(".")[2]
        return False

    return wanted


def warc_calls(path: Path, wanted: Wanted = everything, skipped: Counter[str] | None = None) -> Iterator[Call]:
    """Yield a call for each record of a WARC or WET file that is a page or should have been one."""
    skipped = Counter() if skipped is None else skipped
    file, crawl = path.name, None
    for record in records(path, wanted=STORIES | {"warcinfo"}):
        if record.kind == "warcinfo":
            crawl = crawl_of(record)
        if record.kind not in STORIES and not record.problem:
            skipped[record.kind or "unnamed"] += 1
        elif record.url and not wanted(record.url):
            skipped["host"] += 1
        else:
            yield warc_call(record, file, crawl)


def warc_call(record: Record, file: str, crawl: str | None = None) -> Call:
    """Return the call of one record."""
    date = record.date.astimezone(UTC) if record.date else None
    known = {
        "fetched_at": date.strftime("%Y-%m-%dT%H:%M:%SZ") if date else None,
        "http_status": record.status,
        "warc_file": file,
        "warc_record_id": record.id,
        "warc_offset": record.offset,
        "warc_length": record.length,
        "payload_digest": record.headers.get("warc-payload-digest"),
        "crawl": crawl,
    }
    call: Call = {"page": b"", "url": record.url, "provenance": {k: v for k, v in known.items() if v is not None}}
    if date:
        call["captured"] = date
    if verdict := refused(record):
        return {**call, "rejected": verdict}
    http = record.http or {}
    body = undo(record.block, http.get("transfer-encoding", ""), http.get("content-encoding", ""), MAX_BODY)
    call["page"] = body.data
    if record.http:
        call["headers"] = record.http
    elif record.kind == "resource" and "content-type" in record.headers:
        call["headers"] = {"content-type": record.headers["content-type"]}
    if record.kind == "conversion":
        call["kind"] = "text"
    if problem := record.problem or body.problem or stated_cut(record, len(record.block)):
        call["problem"] = problem
    return call


def refused(record: Record) -> tuple[str, str] | None:
    """Return why a record cannot hold a story, as far as its head tells."""
    if record.kind not in STORIES - {"damaged"}:
        return "truncated", record.problem or "no record can be made out here"
    if record.kind == "revisit":
        return "not_an_article", "a revisit record: the page is in an earlier one"
    if record.status is not None and not 200 <= record.status < 300:
        return "not_an_article", f"HTTP status {record.status}"
    kind = (record.http or {}).get("content-type", "") if record.kind == "response" else ""
    kind = kind or ("" if record.kind != "resource" else record.headers.get("content-type", ""))
    if not kind.strip().lower().startswith(PAGES[:-1]) and kind.strip():
        return "not_html", f"content type {kind.strip()[:80]}"
    return None


def stated_cut(record: Record, size: int) -> str | None:
    """Tell whether a response was cut when it was stored."""
    if why := record.headers.get("warc-truncated"):
        return f"cut when it was fetched: {why}"
    stated = (record.http or {}).get("content-length", "").strip()
    encoded = (record.http or {}).get("content-encoding") or (record.http or {}).get("transfer-encoding")
    if stated.isdigit() and not encoded and size < int(stated):
        return f"cut off: {size:,} of {int(stated):,} bytes"
    return None


def crawl_of(record: Record) -> str | None:
    """Return the name of the crawl that a warcinfo record gives."""
    for line in record.block.decode("utf-8", "replace").splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() == "ispartof" and value.strip():
            return value.strip()[:200]
    return None


def row_call(row: Any, where: str) -> Call:
    """Return the call of one row of a JSONL or Parquet file, or of an Arrow batch."""
    if not isinstance(row, Mapping):
        return {"page": b"", "rejected": ("undecodable", f"{where} is no object")}
    call: Call = {"page": b"", **beside(row)}
    if "rejected" in call:
        return call
    name = next((n for n in (*HTML_NAMES, *TEXT_NAMES) if isinstance(row.get(n), (str, bytes))), None)
    if name is None:
        looked = ", ".join((*HTML_NAMES, *TEXT_NAMES))
        return {**call, "rejected": ("empty", f"{where} has no field with a page; looked for {looked}")}
    call["page"] = row[name]
    if name in TEXT_NAMES:
        call["kind"] = "text"
    if row.get("kind") in ("html", "text"):
        call["kind"] = row["kind"]
    return call


def beside(row: Mapping[str, Any]) -> Call:
    """Return what a row says of its page beside the page."""
    call: Call = {}
    if isinstance(url := first(row, URL_NAMES), str):
        call["url"] = printable(url)
    if headers := mapping(row.get("headers")):
        call["headers"] = {
            printable(str(name)): printable(str(value)) for name, value in headers.items() if value is not None
        }
    if known := {name: value for name in KNOWN if (value := known_value(name, row.get(name))) is not None}:
        call["provenance"] = known
    if (when := moment(first(row, TIME_NAMES))) is not None:
        call["captured"] = when
    if isinstance(row.get("newsclean_input"), str) and isinstance(row.get("newsclean_record"), int):
        call["place"] = (row["newsclean_input"], row["newsclean_record"])
    if row.get("newsclean_problem"):
        call["problem"] = str(row["newsclean_problem"])
    if row.get("newsclean_reason") in REASONS:
        call["rejected"] = (row["newsclean_reason"], str(row.get("newsclean_detail") or ""))
    return call


def known_value(name: str, value: Any) -> Any:
    """Return what a row says of a field of `Provenance`, None if it is of a wrong type."""
    if name in NUMBERS:
        if isinstance(value, str) and value.isdecimal():
            value = int(value[:18])
        return value if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1 << 63 else None
    if hasattr(value, "isoformat"):
        value = value.isoformat()
    return printable(value) if isinstance(value, str) else None


def printable(text: str) -> str:
    """Return a text that UTF-8 can hold; JSON may hold half characters."""
    return text.encode("utf-8", "replace").decode("utf-8")


def mapping(value: Any) -> Mapping[str, Any]:
    """Return a mapping that stands as itself, as pairs or as JSON; an empty one for all else."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return {}
    if isinstance(value, list):
        value = {pair[0]: pair[1] for pair in value if isinstance(pair, (list, tuple)) and len(pair) == 2}
    return value if isinstance(value, Mapping) else {}


def call_row(call: Call) -> dict[str, Any]:
    """Return a call as a row of `PAGE_COLUMNS`; `row_call` reads it."""
    page, place, verdict = call["page"], call.get("place") or (None, None), call.get("rejected") or (None, None)
    when = call.get("captured")
    return {
        **dict.fromkeys(PAGE_COLUMNS),
        "page": page if isinstance(page, bytes) else None,
        "html": printable(page) if isinstance(page, str) else None,
        "url": call.get("url"),
        "kind": call.get("kind"),
        "headers": json.dumps(dict(call["headers"])) if call.get("headers") else None,
        "captured": when.isoformat() if when else None,
        "newsclean_input": place[0],
        "newsclean_record": place[1],
        "newsclean_problem": call.get("problem"),
        "newsclean_reason": verdict[0],
        "newsclean_detail": verdict[1],
        **(call.get("provenance") or {}),
    }


PAGE_COLUMNS: dict[str, str] = {
    "page": "binary", "html": "string", "url": "string", "kind": "string", "headers": "string", "captured": "string",
    "newsclean_input": "string", "newsclean_record": "int64", "newsclean_problem": "string",
    "newsclean_reason": "string", "newsclean_detail": "string",
    **{name: "int64" if name in NUMBERS else "string" for name in KNOWN},
}  # fmt: skip
"""Columns of pages on their way through an engine: bytes as ``page``, text as ``html``."""


def first(row: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """Return the first field that is there."""
    return next((row[name] for name in names if row.get(name) is not None), None)


def moment(value: Any) -> Any:
    """Return a moment that `clean` takes, None for all else."""
    from datetime import date, datetime

    if isinstance(value, (datetime, date)):
        return value
    try:
        return datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None

"""One row for every record of the input: an article, or why there is none."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from newsclean import schema
from newsclean._version import __version__
from newsclean.arrow_schema import FLAT, Profile
from newsclean.article import Article
from newsclean.batch.job import Outcome, outcome, warm
from newsclean.batch.many import given_up
from newsclean.batch.worker import Ended
from newsclean.errors import Rejected
from newsclean.io.pages import Call, printable

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner

Row = dict[str, Any]


class Done(NamedTuple):
    """A row as a line of JSON, and what a report counts of it."""

    line: bytes
    outcome: str
    """``article``, or the reason of the rejection."""
    cleaner: str
    flags: tuple[str, ...]
    seconds: float
    """CPU time of the cleaning."""
    process: tuple[int, float]
    """The worker's process, and its CPU time so far."""


@dataclass(frozen=True)
class Rows:
    """The work of a run."""

    cleaner: Cleaner
    profile: Profile
    text: bool
    """JSON inside JSON where Arrow has no type for it; not for JSONL."""

    def prepare(self) -> None:
        """Clean one page, so that the first real one finds everything in place."""
        warm(self.cleaner)

    def __call__(self, call: Call) -> bytes:
        """Clean a page; whatever goes wrong is this page's outcome."""
        began = time.process_time()
        try:
            found = outcome(self.cleaner, call)
            ended = time.process_time()
            return schema.pack_plain(tuple(self.done(found, call, ended - began, (os.getpid(), ended))))
        except MemoryError:
            raise
        except Exception as error:
            why = f"newsclean failed at it, please report: {type(error).__name__}: {error}"
            failed = Rejected("worker_died", why, call.get("url"))
            return schema.pack_plain(tuple(self.done(failed, call, 0.0, (0, 0.0))))

    def give_up(self, call: Call, ended: Ended) -> bytes:
        """Return the row of a page that no worker could do."""
        return schema.pack_plain(tuple(self.done(given_up(call, ended), call, 0.0, (0, 0.0))))

    def done(self, found: Outcome, call: Call, seconds: float, process: tuple[int, float]) -> Done:
        """Return an outcome as it is written and counted."""
        line = schema.to_line(row(found, call, self.profile, text=self.text))
        if isinstance(found, Rejected):
            return Done(line, found.reason, "", (), seconds, process)
        flags = found.quality.flags if found.quality else ()
        return Done(line, "article", found.provenance.cleaner, flags, seconds, process)


def read_done(data: bytes) -> Done:
    """Read what a worker sent."""
    return Done(*schema.unpack_plain(data))


def row(found: Outcome, call: Call, profile: Profile, *, text: bool) -> Row:
    """Return the row of a profile."""
    full = {**head(found, call), **body(found, call)}
    if profile == "full":
        return as_text(full) if text else full
    flat = flattened(full)
    if profile == "flat":
        return flat
    rest = {name: value for name, value in flat.items() if name not in ("id", "text")}
    source = flat["domain"] or "unknown"
    return {
        "id": flat["id"] or f"{flat['input']}#{flat['record']}", "text": flat["text"] or "", "source": source,
        "added": flat["fetched_at"], "created": flat["date_published"], "metadata": rest,
    }  # fmt: skip


def head(found: Outcome, call: Call) -> Row:
    """Return what a run knows of a record beside its article."""
    place = call.get("place") or (None, None)
    rejected = isinstance(found, Rejected)
    return {
        "outcome": "rejected" if rejected else "article",
        "reason": found.reason if isinstance(found, Rejected) else None,
        "detail": printable(found.detail) if isinstance(found, Rejected) else None,
        "input": place[0],
        "record": place[1],
        "problem": printable(call["problem"]) if call.get("problem") else None,
    }


def body(found: Outcome, call: Call) -> Row:
    """Return the record; of a rejection its address and where it came from."""
    if isinstance(found, Article):
        return schema.to_dict(found)
    known = call.get("provenance") or {}
    return {
        "url": printable(found.url) if found.url else None,
        "provenance": {"newsclean_version": __version__, **known},
    }


def as_text(full: Row) -> Row:
    """Put JSON in place of what has free keys or holds records itself."""
    if "extra" in full:
        provenance = full["provenance"]
        full["extra"] = schema.to_text(full["extra"]) if full["extra"] else None
        full["related"] = [schema.to_text(record) for record in full["related"]]
        sources = provenance["field_sources"]
        full["provenance"] = {**provenance, "field_sources": schema.to_text(sources) if sources else None}
    return full


def flattened(full: Row) -> Row:
    """Return the flat profile of a full row."""
    provenance, quality, when = full["provenance"], full.get("quality") or {}, full.get("date_published") or {}
    made = {
        "domain": domain(full.get("url") or full.get("canonical_url")),
        "authors": [author["name"] for author in full.get("authors") or ()],
        "agencies": list(full.get("agencies") or ()),
        "date_published": utc(when.get("value")),
        "date_precision": when.get("precision"),
        "date_tz": when.get("tz"),
        "license": (full.get("rights") or {}).get("license"),
        "confidence": quality.get("confidence"),
        "flags": list(quality.get("flags") or ()),
        "text_sha256": (full.get("fingerprint") or {}).get("text_sha256"),
        **{name: provenance.get(name) for name in FROM_PROVENANCE},
    }
    return {name: made[name] if name in made else full.get(name) for name in FLAT}


FROM_PROVENANCE = (
    "warc_record_id", "warc_file", "warc_offset", "fetched_at", "newsclean_version", "cleaner", "cleaner_version",
)  # fmt: skip


def domain(url: str | None) -> str | None:
    """Return the host of an address without ``www.``."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def utc(value: str | None) -> str | None:
    """Return a moment in UTC; one without a zone is taken as UTC, and ``date_tz`` says so."""
    try:
        moment = datetime.fromisoformat(value or "")
        moment = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment.year >= 1000 else None

"""`newsclean.clean_many`: many pages, in input order, in this process or over isolated workers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsclean import schema
from newsclean.batch.crew import supervised
from newsclean.batch.job import Outcome, call_of, outcome, warm
from newsclean.batch.worker import Bounds, Ended
from newsclean.errors import Rejected
from newsclean.io.pages import Call

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner


@dataclass(frozen=True)
class Cleaning:
    """The work of `clean_many`: an outcome as bytes that only newsclean reads."""

    cleaner: Cleaner

    def prepare(self) -> None:
        """Clean one page, so that the first real one finds everything in place."""
        warm(self.cleaner)

    def __call__(self, call: Call) -> bytes:
        """Clean a page."""
        return schema.pack(outcome(self.cleaner, call))


def clean_many(
    pages: Iterable[Any], cleaner: Cleaner, *, workers: int, explain: bool, bounds: Bounds | None = None
) -> Iterator[Outcome]:
    """Yield one outcome a page, in input order; see `newsclean.clean_many`.

    What an item or the input itself raises comes where that item's outcome would, after those of the items before it.
    """
    if isinstance(pages, (str, bytes, bytearray, Mapping)):
        raise TypeError("pages must be an iterable of pages, not one page")
    if workers < 1:
        raise ValueError(f"workers must be 1 or more, not {workers}")
    calls = (call_of(page, explain) for page in pages)
    if workers == 1 and bounds is None:
        return (outcome(cleaner, call) for call in calls)
    done = supervised(Cleaning(cleaner), calls, workers=workers, give_up=give_up, bounds=bounds)
    return (schema.unpack(reply) for _, reply in done)


def given_up(call: Call, ended: Ended) -> Rejected:
    """Return the verdict on a page that no worker could do."""
    return Rejected(ended.reason, f"the page {ended.detail}", call.get("url"))


def give_up(call: Call, ended: Ended) -> bytes:
    """Return it as a worker would."""
    return schema.pack(given_up(call, ended))

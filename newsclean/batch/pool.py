"""Many pages, in input order, over worker processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TYPE_CHECKING, Any

from newsclean.article import Article
from newsclean.errors import Rejected

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner

CHUNK = 16
"""Pages a task: at 1 the transport costs half as much as the cleaning, at 16 an eighth."""
AHEAD = 4
"""Chunks a worker has waiting; more would only hold pages in memory."""

Call = dict[str, Any]
Outcome = Article | Rejected


def clean_many(pages: Iterable[Any], cleaner: Cleaner, *, workers: int, explain: bool) -> Iterator[Outcome]:
    """Yield one outcome a page, in input order; see `newsclean.clean_many`."""
    if workers < 1:
        raise ValueError(f"workers must be 1 or more, not {workers}")
    calls = (call_of(page, explain) for page in pages)
    if workers == 1:
        return (outcome(cleaner, call) for call in calls)
    return parallel(calls, cleaner, workers)


def call_of(page: Any, explain: bool) -> Call:
    """Return the keyword arguments of `clean` for one item of the input."""
    if isinstance(page, (str, bytes)):
        return {"page": page, "explain": explain}
    if isinstance(page, tuple) and len(page) == 2:
        return {"page": page[0], "url": page[1], "explain": explain}
    if isinstance(page, Mapping) and "page" in page:
        return {"explain": explain, **page}
    raise TypeError(f"each page must be str, bytes, (page, url) or a mapping with 'page', not {type(page).__name__}")


def outcome(cleaner: Cleaner, call: Call) -> Outcome:
    """Clean one page; a rejection is a value here."""
    try:
        return cleaner.clean(**call)
    except Rejected as rejected:
        return rejected


_of_this_worker: list[Cleaner] = []
"""The cleaner of a worker process, sent once when it starts: with many plugins it is larger than a page."""


def start(cleaner: Cleaner) -> None:
    """Begin a worker."""
    _of_this_worker[:] = [cleaner]


def outcomes(calls: list[Call]) -> list[Outcome]:
    """Clean a chunk, in a worker."""
    return [outcome(_of_this_worker[0], call) for call in calls]


def pool_of(cleaner: Cleaner, workers: int) -> ProcessPoolExecutor:
    """Start worker processes."""
    return ProcessPoolExecutor(workers, initializer=start, initargs=(cleaner,))


def parallel(calls: Iterator[Call], cleaner: Cleaner, workers: int) -> Iterator[Outcome]:
    """Keep a bounded window of chunks in flight and yield their outcomes in order."""
    pool = pool_of(cleaner, workers)
    waiting: deque[tuple[list[Call], Future[list[Outcome]]]] = deque()
    try:
        while True:
            while len(waiting) < workers * AHEAD and (chunk := list(islice(calls, CHUNK))):
                waiting.append((chunk, pool.submit(outcomes, chunk)))
            if not waiting:
                return
            chunk, task = waiting.popleft()
            try:
                yield from task.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                yield from one_by_one(cleaner, chunk)
                pool = pool_of(cleaner, workers)
                waiting = deque((c, pool.submit(outcomes, c)) for c, _ in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def one_by_one(cleaner: Cleaner, chunk: list[Call]) -> Iterator[Outcome]:
    """Clean the pages of a chunk that killed its worker, each in a process of its own."""
    for call in chunk:
        with pool_of(cleaner, 1) as pool:
            try:
                yield from pool.submit(outcomes, [call]).result()
            except BrokenProcessPool:
                yield Rejected("worker_died", "the page ended the process that cleaned it", call.get("url"))

"""Many pages, in input order, over worker processes."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from traceback import format_exc
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.article import Article
from newsclean.errors import Rejected

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner

CHUNK = 16
"""Pages a task: at 1 the transport costs half as much as the cleaning, at 16 an eighth."""
AHEAD = 4
"""Chunks a worker has waiting; more would only hold pages in memory."""
PROBE_SECONDS = 5.0
"""Time after which a silent pool is asked whether it still lives: a chunk that is handed in at the very moment a worker
dies may be forgotten by the pool, and would be waited for without end."""

Call = dict[str, Any]
Outcome = Article | Rejected
Part = tuple[list[Outcome], Exception | None]
"""The outcomes of a chunk up to the item that raised something, and what it raised."""


def clean_many(pages: Iterable[Any], cleaner: Cleaner, *, workers: int, explain: bool) -> Iterator[Outcome]:
    """Yield one outcome a page, in input order; see `newsclean.clean_many`.

    What an item or the input itself raises comes where that item's outcome would, after those of the items before it.
    """
    if isinstance(pages, (str, bytes, bytearray, Mapping)):
        raise TypeError("pages must be an iterable of pages, not one page")
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


def outcomes(calls: list[Call]) -> Part:
    """Clean a chunk, in a worker."""
    done: list[Outcome] = []
    try:
        for call in calls:
            done.append(outcome(_of_this_worker[0], call))
    except Exception as error:
        error.add_note(format_exc())  # a traceback does not travel between processes
        return done, error
    return done, None


class Feed:
    """The calls of a run; what the input raises waits until the outcomes of the pages before it are out."""

    def __init__(self, calls: Iterator[Call]) -> None:
        self._calls = calls
        self._error: Exception | None = None

    def take(self) -> list[Call]:
        """Return the next chunk, empty at the end."""
        chunk: list[Call] = []
        try:
            for call in islice(self._calls, CHUNK):
                chunk.append(call)  # one by one, as an error must leave what was read before it
        except Exception as error:
            self._error = error
        return chunk

    def end(self) -> None:
        """Raise what the input raised, if anything."""
        if self._error is not None:
            raise self._error


class Task(NamedTuple):
    """A chunk and the pool that has it."""

    chunk: list[Call]
    pool: ProcessPoolExecutor
    future: Future[Part]

    def part(self) -> Part:
        """Wait for the outcomes.

        Raises:
            BrokenProcessPool: a worker died, of this chunk or of another one.
        """
        while not wait([self.future], PROBE_SECONDS).done:
            self.pool.submit(int)
        return self.future.result()

    def is_lost(self) -> bool:
        """Tell whether the pool broke before it was done."""
        return self.future.done() and isinstance(self.future.exception(), BrokenProcessPool)


class Crew:
    """Worker processes. When one dies the pool ends the others too, so all of them are replaced."""

    def __init__(self, cleaner: Cleaner, workers: int) -> None:
        self._cleaner = cleaner
        self._workers = workers
        self._pool = self._new_pool()

    def submit(self, chunk: list[Call]) -> Task:
        """Hand in a chunk; no dead worker, of whatever chunk, keeps it from being taken."""
        try:
            return Task(chunk, self._pool, self._pool.submit(outcomes, chunk))
        except BrokenProcessPool:
            self._bury()
            self._pool = self._new_pool()
            return Task(chunk, self._pool, self._pool.submit(outcomes, chunk))

    def replace_pool(self, task: Task) -> None:
        """Replace the pool if it is the one that a task was lost with."""
        if task.pool is self._pool:
            self._bury()
            self._pool = self._new_pool()

    def leave(self) -> None:
        """End the processes as soon as they have done what they are at."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _bury(self) -> None:
        """Wait for the threads of a broken pool: a process forked beside them may inherit a lock that one holds."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _new_pool(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._workers, mp_context=fresh_processes(), initializer=start, initargs=(self._cleaner,)
        )


def fresh_processes() -> BaseContext:
    """Return how workers are started: never as a fork of this process, whose threads may hold a lock that it copies."""
    ways = get_all_start_methods()
    return get_context("forkserver" if "forkserver" in ways else "spawn")


def parallel(calls: Iterator[Call], cleaner: Cleaner, workers: int) -> Iterator[Outcome]:
    """Keep a bounded window of chunks in flight and yield their outcomes in order."""
    crew, feed = Crew(cleaner, workers), Feed(calls)
    waiting: deque[Task] = deque()
    try:
        while True:
            while len(waiting) < workers * AHEAD and (chunk := feed.take()):
                waiting.append(crew.submit(chunk))
            if not waiting:
                return feed.end()
            task = waiting.popleft()
            try:
                part = task.part()
            except BrokenProcessPool:
                crew.replace_pool(task)
                yield from one_by_one(cleaner, task.chunk)
                waiting = deque(crew.submit(other.chunk) if other.is_lost() else other for other in waiting)
            else:
                yield from opened(part)
    finally:
        crew.leave()


def opened(part: Part) -> Iterator[Outcome]:
    """Yield the outcomes of a chunk, then raise what its next item raised."""
    done, error = part
    yield from done
    if error is not None:
        raise error


def one_by_one(cleaner: Cleaner, chunk: list[Call]) -> Iterator[Outcome]:
    """Clean the pages of a chunk that lost its worker, and find the one that ended it, if it was of this chunk."""
    crew = Crew(cleaner, 1)
    try:
        for call in chunk:
            yield from opened(alone(crew, call))
    finally:
        crew.leave()


def alone(crew: Crew, call: Call) -> Part:
    """Clean one page; it is given up if it also ends a process that has had no other page."""
    for _ in range(2):
        try:
            return crew.submit([call]).part()
        except BrokenProcessPool:
            continue
    return [Rejected("worker_died", "the page ended the process that cleaned it", call.get("url"))], None

"""Workers side by side: pages go in, one reply each comes out, in input order.

One thread a worker hands it chunks of pages and waits for the replies; the caller's thread reads the input and takes
the outcomes. A page at which a worker ends is tried once more, alone, in a new one: a bystander of a full memory is
not blamed. One that overran its time is not, as it would only cost that time again.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from typing import Any

from newsclean.batch.job import weight
from newsclean.batch.worker import Bounds, Ended, Reply, Work, Worker

CHUNK_PAGES = 16
"""At 1 the transport costs half as much as the cleaning, at 16 an eighth."""
CHUNK_BYTES = 1 << 20
"""A chunk ends at this size, so that large pages do not pile up in memory."""
AHEAD = 3
"""Chunks a worker has waiting; more would only hold pages in memory."""
LEAVE_SECONDS = 5.0
"""For killed workers to be gone, so that none outlives its run."""

GiveUp = Callable[[Any, Ended], bytes]
"""Makes the reply for a page that no worker could do."""


class Chunk:
    """Pages that travel together, and their replies, which are there one by one."""

    def __init__(self, calls: list[Any]) -> None:
        self.calls = calls
        self.done = 0
        self._replies: SimpleQueue[Reply] = SimpleQueue()

    @property
    def left(self) -> list[Any]:
        """The calls without a reply."""
        return self.calls[self.done :]

    def put(self, reply: Reply) -> None:
        """Take the reply of the next call."""
        self.done += 1
        self._replies.put(reply)

    def __iter__(self) -> Iterator[tuple[Any, bytes]]:
        """Yield each call with its reply, waiting for it; raise what its work raised."""
        for call in self.calls:
            reply = self._replies.get()
            if reply.error is not None:
                raise reply.error
            yield call, reply.data


class Keeper(threading.Thread):
    """Keeps one worker busy."""

    def __init__(self, todo: SimpleQueue[Chunk | None], work: Work, bounds: Bounds, give_up: GiveUp) -> None:
        super().__init__(name="newsclean-keeper", daemon=True)
        self.worker = Worker(work, bounds)
        self._todo = todo
        self._give_up = give_up

    def run(self) -> None:
        """Do chunks until there are no more."""
        while (chunk := self._todo.get()) is not None:
            try:
                finish(self.worker, chunk, self._give_up)
            except Exception as error:
                chunk.put(Reply(b"", error))
        self.worker.stop()


def finish(worker: Worker, chunk: Chunk, give_up: GiveUp) -> None:
    """Have one worker do all of a chunk.

    Raises:
        WorkerError: no worker can be started.
    """
    while chunk.left:
        ended = worker.do(chunk.left, chunk.put)
        if ended and ended.reason == "worker_died":
            ended = worker.do(chunk.left[:1], chunk.put)
        if ended:
            chunk.put(Reply(give_up(chunk.left[0], ended)))


class Feed:
    """The calls of a run in chunks; what the input raises waits until the outcomes of the pages before it are out."""

    def __init__(self, calls: Iterator[Any]) -> None:
        self._calls = calls
        self._error: Exception | None = None

    def take(self) -> list[Any]:
        """Return the next chunk, empty at the end."""
        chunk: list[Any] = []
        size = 0
        try:
            while len(chunk) < CHUNK_PAGES and size < CHUNK_BYTES:
                call = next(self._calls, None)
                if call is None:
                    break
                chunk.append(call)
                size += weight(call)
        except Exception as error:
            self._error = error
            self._calls = iter(())
        return chunk

    def end(self) -> None:
        """Raise what the input raised, if anything."""
        if self._error is not None:
            raise self._error


def supervised(
    work: Work, calls: Iterable[Any], *, workers: int, give_up: GiveUp, bounds: Bounds | None = None
) -> Iterator[tuple[Any, bytes]]:
    """Yield each call with its reply, in input order.

    What an item or the input itself raises comes where that item's reply would, after those of the items before it.

    Raises:
        WorkerError: no worker can be started.
    """
    todo: SimpleQueue[Chunk | None] = SimpleQueue()
    keepers = [Keeper(todo, work, bounds or Bounds(), give_up) for _ in range(workers)]
    feed = Feed(iter(calls))
    waiting: deque[Chunk] = deque()
    try:
        for keeper in keepers:
            keeper.start()
        while True:
            while len(waiting) < workers * (AHEAD + 1) and (chunk := feed.take()):
                waiting.append(Chunk(chunk))
                todo.put(waiting[-1])
            if not waiting:
                return feed.end()
            yield from waiting.popleft()
    finally:
        for keeper in keepers:
            todo.put(None)
            keeper.worker.close()
        for keeper in keepers:
            keeper.join(LEAVE_SECONDS)

"""Running a stranger's code: a time limit without signals and in any thread, and what its exceptions say.

A small thread looks ten times a second whether a call has outlived its deadline and raises
`OverBudget` inside it, again at every look until the call has ended. That stops endless loops in
Python; a call that hangs in C, such as a hopeless pattern, is stopped only by ending the process.
The thread ends when there is nothing to watch.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
TICK_SECONDS = 0.1
IDLE_TICKS = 20
"""The thread ends after this many looks at nothing; starting one costs as much as a small page."""


class OverBudget(BaseException):
    """A call took longer than it may. No `Exception`, so that a plugin's own ``except Exception`` lets it pass."""


class _Call:
    """A running call; a hook that cleans another page makes a second one in the same thread."""

    __slots__ = ("deadline", "ended", "thread")

    def __init__(self, thread: int, deadline: float) -> None:
        self.thread = thread
        self.deadline = deadline
        self.ended = False


_lock = threading.Lock()
_calls: set[_Call] = set()
_watch: threading.Thread | None = None


def limited(call: Callable[[], T], seconds: float) -> T:
    """Return what a call returns.

    Raises:
        OverBudget: it took longer than `seconds`.
    """
    running = _Call(threading.get_ident(), time.monotonic() + seconds)
    try:
        try:
            _begin(running)
            return call()
        finally:
            # A plain store cannot be interrupted. From here on at most one exception comes, which the
            # watching thread was about to set; it may break off the first `_end` and never the second.
            running.ended = True
            _end(running)
    finally:
        _end(running)


def said(error: BaseException) -> str:
    """Return what an exception says of itself; a stranger's may fail even at that."""
    try:
        return str.__str__(repr(error))
    except KeyboardInterrupt:
        raise
    except BaseException:
        return type(error).__name__


def _begin(running: _Call) -> None:
    with _lock:
        _calls.add(running)
        _keep_watch()


def _end(running: _Call) -> None:
    """Forget a call, and an exception that was set for it and not yet raised: our own code comes next."""
    with _lock:
        if running in _calls:
            _calls.discard(running)
            if time.monotonic() > running.deadline:
                _set_exception(running.thread, None)


def _forget() -> None:
    """Begin anew in a forked process: the watching thread is not there, and it may have held the lock."""
    global _lock, _watch
    _lock, _watch = threading.Lock(), None
    _calls.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)


def _keep_watch() -> None:
    """Start the thread if there is none."""
    global _watch
    if _watch is None:
        _watch = threading.Thread(target=_look, name="newsclean-budget", daemon=True)
        _watch.start()


def _look() -> None:
    global _watch
    idle = 0
    while True:
        time.sleep(TICK_SECONDS)
        with _lock:
            idle = 0 if _calls else idle + 1
            if idle > IDLE_TICKS:
                _watch = None
                return
            now = time.monotonic()
            for running in _calls:
                if now > running.deadline and not running.ended:
                    _set_exception(running.thread, OverBudget)


def _set_exception(thread: int, exception: type[BaseException] | None) -> None:
    """Have a thread raise an exception at its next step; None takes back one that it has not raised yet."""
    from ctypes import c_ulong, py_object, pythonapi

    pythonapi.PyThreadState_SetAsyncExc(c_ulong(thread), py_object(exception) if exception else None)

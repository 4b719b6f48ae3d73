"""A time limit for a plugin's functions, without signals and in any thread.

A small thread looks ten times a second whether a call has outlived its deadline and raises
`OverBudget` inside it. That stops endless loops in Python; a call that hangs in C, such as a
hopeless pattern, is stopped only by ending the process. The thread ends when there is nothing to watch.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
TICK_SECONDS = 0.1
IDLE_TICKS = 20
"""The thread ends after this many looks at nothing; starting one costs as much as a small page."""


class OverBudget(Exception):
    """A call took longer than it may."""


_lock = threading.Lock()
_deadlines: dict[int, float] = {}
"""Deadlines of running calls, by thread."""
_watch: threading.Thread | None = None


def limited(call: Callable[[], T], seconds: float) -> T:
    """Return what a call returns.

    Raises:
        OverBudget: it took longer than `seconds`.
    """
    thread = threading.get_ident()
    with _lock:
        _deadlines[thread] = time.monotonic() + seconds
        _keep_watch()
    try:
        return call()
    finally:
        with _lock:
            _deadlines.pop(thread, None)
        for _ in range(2):  # an exception set a moment ago is raised at a jump back: let it be this one
            pass


def _keep_watch() -> None:
    """Start the thread if there is none; a forked process has only the name of its parent's."""
    global _watch
    if _watch is None or not _watch.is_alive():
        _watch = threading.Thread(target=_look, name="newsclean-budget", daemon=True)
        _watch.start()


def _look() -> None:
    global _watch
    idle = 0
    while True:
        time.sleep(TICK_SECONDS)
        with _lock:
            idle = 0 if _deadlines else idle + 1
            if idle > IDLE_TICKS:
                _watch = None
                return
            now = time.monotonic()
            for thread in [thread for thread, deadline in _deadlines.items() if now > deadline]:
                del _deadlines[thread]
                _raise_in(thread)


def _raise_in(thread: int) -> None:
    from ctypes import c_ulong, py_object, pythonapi

    pythonapi.PyThreadState_SetAsyncExc(c_ulong(thread), py_object(OverBudget))

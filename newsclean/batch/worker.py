"""A worker: a process of its own that takes pages one by one over its own pipe, within time and memory.

No parser can be trusted with every page of the web, and none can be stopped from inside: only the end of the process
ends a loop in C. So the parent keeps the clock and kills; the memory cap is the kernel's.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import struct
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from traceback import format_exc
from typing import Any, Literal, NamedTuple, Protocol

from newsclean.errors import WorkerError

START_SECONDS = 120.0
"""For imports and the first page, on a machine with other work; far above the 0.3 s that it takes."""
STARTS = 3
"""A worker that ends this often before its first page will never begin."""
OUT_OF_MEMORY = 77
"""Exit code of a worker that met its memory cap in Python code."""
READY, REPLY, ERROR = b"r", b"o", b"e"
"""First byte of a frame; then comes the worker's CPU time so far, then the data."""
STAMP = struct.Struct("<d")
COLLECT = (20_000, 20, 50)
"""A page makes many objects and hardly a cycle: to look for cycles as often as Python does takes 3 % of its time."""
PATIENCE = 4
"""Deadlines on the clock that a worker gets which does not get the CPU, or sleeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one page may cost."""

    seconds: float = 10.0
    """CPU time of a page; ordinary ones take 0.01 s, the slowest of 6,000 saved ones 0.5 s. On the clock it may be
    `PATIENCE` times as long, so that a verdict does not hang on what else the machine does; where a system does not
    tell the CPU time of a process, it is the clock's."""
    memory: int = 1 << 30
    """Bytes of address space above those of the worker at its start; a page of 1.6 MB needs under 100 MB."""
    pages: int = 20_000
    """Pages after which a worker is replaced: slow leaks of a parser end there."""


class Work(Protocol):
    """What workers do. It is pickled once for each of them."""

    def prepare(self) -> None:
        """Get ready for the first page."""

    def __call__(self, call: Any) -> bytes:
        """Do one page."""


class Ended(NamedTuple):
    """How a worker ended at a page."""

    reason: Literal["timeout", "worker_died"]
    detail: str


class Reply(NamedTuple):
    """What came back for one page: bytes of the work, or what it raised."""

    data: bytes
    error: Exception | None = None


# ------------------------------------------------------------------ in the worker


def serve(pipe: Connection, work: Work, bounds: Bounds) -> None:
    """Do pages until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends us
    for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
        os.environ.setdefault(variable, "1")  # there are as many workers as cores already
    try:
        work.prepare()
        gc.freeze()  # what is loaded by now stays; no collection has to look at it again
        gc.set_threshold(*COLLECT)
        cap_memory(bounds.memory)
        pipe.send_bytes(frame(READY))
        while True:
            for call in pickle.loads(pipe.recv_bytes()):  # noqa: S301  from our own parent
                pipe.send_bytes(frame(*timed(work, call, bounds.seconds)))
    except (EOFError, BrokenPipeError, ConnectionResetError):  # the parent has gone
        os._exit(0)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def frame(kind: bytes, data: bytes = b"") -> bytes:
    """Return what goes over the pipe."""
    return kind + STAMP.pack(time.process_time()) + data


def timed(work: Work, call: Any, seconds: float) -> tuple[bytes, bytes]:
    """Do one page, with an alarm for the case that the parent is no longer there to keep the time."""
    alarm((PATIENCE + 1) * seconds)
    try:
        return REPLY, work(call)
    except Exception as error:
        if isinstance(error, MemoryError):
            raise
        error.add_note(format_exc())  # a traceback does not travel between processes
        return ERROR, pickled(error)
    finally:
        alarm(0)


def alarm(seconds: float) -> None:
    """Have the kernel end this process after some time, 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def pickled(error: Exception) -> bytes:
    """Return an exception as bytes; one that cannot be pickled as its text."""
    try:
        data = pickle.dumps(error)
        pickle.loads(data)  # noqa: S301
    except Exception:
        data = pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return data


def cap_memory(extra: int) -> None:
    """Limit the address space to what is in use now and some more; where the system has no such limit, do nothing."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        with open("/proc/self/statm", "rb") as file:
            used = int(file.read().split()[0]) * resource.getpagesize()
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (used + extra, hard))


# ------------------------------------------------------------------ in the parent


class Worker:
    """The parent's hold on one worker process, which is replaced when it has ended."""

    def __init__(self, work: Work, bounds: Bounds) -> None:
        self._work = work
        self._bounds = bounds
        self._process: Any = None
        self._pipe: Connection | None = None
        self._pages = 0
        self._cpu = 0.0
        """The worker's CPU time when it last spoke."""
        self._closed = False

    def do(self, calls: Sequence[Any], put: Callable[[Reply], None]) -> Ended | None:
        """Have pages done, up to the first that ends the worker; each reply goes to `put` as it comes.

        Raises:
            WorkerError: no worker can be started.
        """
        pipe = self._ready()
        try:
            pipe.send_bytes(pickle.dumps(calls, pickle.HIGHEST_PROTOCOL))
            for _ in calls:
                if not self._speaks(pipe):
                    self.stop()
                    return Ended("timeout", f"took longer than {self._bounds.seconds:g} seconds")
                put(opened(*self._received(pipe)))
                self._pages += 1
        except (EOFError, OSError):
            return Ended("worker_died", self._cause())
        return None

    def stop(self) -> None:
        """End the process at once."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None
        if process is not None:
            process.kill()
            reap(process)
        if pipe is not None:
            pipe.close()

    def close(self) -> None:
        """End the process, from another thread; it is not replaced."""
        self._closed = True
        if (process := self._process) is not None:
            process.kill()

    def _speaks(self, pipe: Connection) -> bool:
        """Wait for the worker's next frame, or its end; tell whether it came in time."""
        seconds = self._bounds.seconds
        for _ in range(PATIENCE):
            if pipe.poll(seconds):
                return True
            used = cpu_seconds(self._process.pid)
            if used is None or used - self._cpu >= 0.9 * seconds:
                return False
        return False

    def _received(self, pipe: Connection) -> tuple[bytes, bytes]:
        """Return kind and data of the next frame."""
        got = pipe.recv_bytes()
        (self._cpu,) = STAMP.unpack_from(got, 1)
        return got[:1], got[1 + STAMP.size :]

    def _ready(self) -> Connection:
        if self._pages >= self._bounds.pages:
            self.stop()
        if self._pipe is not None:
            return self._pipe
        cause = ""
        for _ in range(STARTS):
            if self._closed:
                raise WorkerError("the run has ended")
            if cause := self._start():
                continue
            assert self._pipe is not None
            return self._pipe
        raise WorkerError(
            f"worker processes end before their first page ({cause}); a script that starts them calls newsclean under "
            'if __name__ == "__main__":, and the functions of its plugins can be imported'
        )

    def _start(self) -> str:
        """Start a process; return why it ended, if it did."""
        context = fresh_processes()
        ours, theirs = context.Pipe()
        process: Any = context.Process(  # type: ignore[attr-defined]
            target=serve, args=(theirs, self._work, self._bounds), daemon=True, name="newsclean-worker"
        )
        with _STATUS:
            process.start()
        theirs.close()
        self._process, self._pipe, self._pages = process, ours, 0  # type: ignore[assignment]
        if self._closed:  # meanwhile
            self.stop()
            return "was ended"
        try:
            if ours.poll(START_SECONDS) and self._received(ours)[0] == READY:
                return ""
        except (EOFError, OSError):
            return self._cause()
        self.stop()
        return f"not ready after {START_SECONDS:g} seconds"

    def _cause(self) -> str:
        """Return how the process ended; it is gone or about to be."""
        process = self._process
        if process is None:
            return "was ended"
        code = reap(process, 1.0)
        self.stop()
        if code == OUT_OF_MEMORY:
            return f"needed more than {self._bounds.memory >> 20:,} MB of memory"
        if code is not None and code < 0:
            return f"ended its process by {signal_name(-code)}"
        return f"ended its process with exit code {code}"


_STATUS = threading.Lock()
"""Held where `multiprocessing` reads how a process ended. Every start of another one reads that too, of all there are;
of two threads that read at once, one finds nothing left and would report exit code 255."""


def reap(process: Any, seconds: float | None = None) -> int | None:
    """Wait for a process to end, return its exit code; None if it has not in that time."""
    wait([process.sentinel], seconds)
    with _STATUS:
        process.join(0)
        code: int | None = process.exitcode
    return code


def signal_name(number: int) -> str:
    """Return ``SIGSEGV`` for its number."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def opened(kind: bytes, data: bytes) -> Reply:
    """Read what a worker sent for a page."""
    if kind == REPLY:
        return Reply(data)
    error: Exception = pickle.loads(data)  # noqa: S301  the work's own exception
    return Reply(b"", error)


def cpu_seconds(pid: int) -> float | None:
    """Return the CPU time of a process, None where the system does not tell."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            fields = file.read().rpartition(b")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None


def fresh_processes() -> BaseContext:
    """Return how workers are started: as forks of a server that has no threads, never of this process, whose threads
    may hold a lock that the fork copies."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(["__main__", "newsclean.batch.preload"])  # no effect once its server runs
    return context

"""Isolated workers: what a page can do to its process costs that page."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import newsclean
from newsclean.batch.crew import supervised
from newsclean.batch.many import clean_many
from newsclean.batch.worker import Bounds, Worker
from newsclean.errors import Rejected, WorkerError
from tests.archives import POISONS

ROOT = Path(__file__).parent.parent


class Echo:
    """Work that does what a call says."""

    def prepare(self):
        pass

    def __call__(self, call):
        match call:
            case "pid":
                return str(os.getpid()).encode()
            case "sleep":
                time.sleep(60)
            case "loop":
                while True:
                    time.process_time()
            case "grab":
                return str(len(bytearray(1 << 30))).encode()
            case "raise":
                raise KeyError("quay")
            case int():
                os.kill(os.getpid(), call)
        return str(call).encode()


class Stillborn(Echo):
    def prepare(self):
        os._exit(5)


def replies(calls, **options):
    bounds = Bounds(**{"seconds": 0.3, "memory": 1 << 28, **options.pop("bounds", {})})
    give_up = lambda call, ended: f"{ended.reason}: {ended.detail}".encode()  # noqa: E731
    done = supervised(Echo(), calls, workers=options.get("workers", 2), give_up=give_up, bounds=bounds)
    return [(call, data.decode()) for call, data in done]


def test_every_call_has_one_reply_in_order():
    calls = [f"page {n}" for n in range(300)]
    calls[40], calls[41], calls[120], calls[250] = int(signal.SIGSEGV), "sleep", "grab", int(signal.SIGKILL)
    calls[130] = "loop"
    got = replies(calls)
    assert [call for call, _ in got] == calls
    assert got[40][1] == "worker_died: ended its process by SIGSEGV"
    assert got[41][1] == got[130][1] == "timeout: took longer than 0.3 seconds"
    assert got[120][1] == "worker_died: needed more than 256 MB of memory"
    assert got[250][1] == "worker_died: ended its process by SIGKILL"
    assert all(data == call for n, (call, data) in enumerate(got) if n not in (40, 41, 120, 130, 250))


def test_a_worker_is_replaced_after_its_pages():
    pids = {data for _, data in replies(["pid"] * 40, workers=1, bounds={"pages": 10})}
    assert len(pids) == 3  # 16, 16 and 8: a chunk is not cut


def test_what_the_work_raises_comes_at_its_place():
    done = supervised(Echo(), ["a", "raise", "b"], workers=1, give_up=lambda call, ended: b"")
    assert next(done) == ("a", b"a")
    with pytest.raises(KeyError, match="quay") as caught:
        next(done)
    assert "Traceback" in caught.value.__notes__[0]


def test_workers_that_never_begin_are_an_error_with_a_cause():
    with pytest.raises(WorkerError, match=r"exit code 5\); a script that starts them"):
        list(supervised(Stillborn(), ["a"], workers=1, give_up=lambda call, ended: b""))


def test_leaving_early_ends_the_workers():
    done = supervised(Echo(), ["pid"] * 5 + ["sleep"] * 50, workers=2, give_up=lambda call, ended: b"", bounds=Bounds())
    pid = int(next(done)[1])
    began = time.monotonic()
    done.close()
    assert time.monotonic() - began < 5
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_one_worker_by_hand():
    worker, got = Worker(Echo(), Bounds(seconds=0.3)), []
    assert worker.do(["a", "b"], got.append) is None
    ended = worker.do(["c", "sleep", "d"], got.append)
    assert (ended.reason, [reply.data for reply in got]) == ("timeout", [b"a", b"b", b"c"])
    worker.stop()


PARENT = """
import sys
from newsclean.batch.crew import supervised
from newsclean.batch.worker import Bounds
from tests.test_workers import Echo
if __name__ == "__main__":
    done = supervised(Echo(), ["pid", "sleep", "pid", "sleep"], workers=1, give_up=None, bounds=Bounds(seconds=0.2))
    print(next(done)[1].decode(), flush=True)
    next(done)
"""


def test_workers_end_with_their_parent(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=env)
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    parent.stdout.close()
    for _ in range(60):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("the worker outlived its parent by 6 seconds")


def test_clean_many_names_what_ended_a_worker():
    from tests.test_cleaner import killing

    pages, cleaner = killing(40, [7])
    got = list(clean_many(pages, cleaner, workers=2, explain=False))
    assert [n for n, one in enumerate(got) if isinstance(one, Rejected)] == [7]
    assert str(got[7]) == "worker_died: the page ended its process with exit code 9"


def test_records_are_the_same_from_any_worker():
    from tests.archives import story

    pages = [
        {"page": story(n), "url": f"https://quay.example/{n}", "provenance": {"warc_offset": n}} for n in range(40)
    ]
    one = [got.to_json() for got in newsclean.clean_many(pages)]
    assert one == [got.to_json() for got in newsclean.clean_many(pages, workers=2)]
    assert '"warc_offset":39' in one[39]


def test_poisons_are_known():
    assert len(POISONS) == 4

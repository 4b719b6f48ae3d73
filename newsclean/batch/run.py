"""A run: shards in, part files and a manifest out; killed at any moment, it goes on where it was.

Order of durability: a part is written under another name, synced, renamed, its folder synced; then comes its line in
the manifest. So a part is complete or absent, and one without a line is done again, to the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from newsclean._version import __version__
from newsclean.batch.manifest import NAME, Entry, Manifest, State
from newsclean.batch.needs import check_needs
from newsclean.batch.rows import Done
from newsclean.batch.shard import Job, Publish, Tick, run_shard
from newsclean.config import detector, models
from newsclean.errors import RunError
from newsclean.io.pages import Call
from newsclean.io.shards import Shard, find_shards
from newsclean.registry import digest

Engine = Literal["local", "ray"]
ENGINES: tuple[Engine, ...] = ("local", "ray")
LOCK = ".lock"


def silent(call: Call, done: Done) -> None:
    """Show nothing of a record."""


def run(
    inputs: Sequence[str], out: Path, job: Job, *, resume: bool = False, engine: Engine = "local", tick: Tick = silent
) -> State:
    """Clean everything in the inputs into part files; return what the manifest says in the end.

    Raises:
        RunError: the folder holds another run, or the inputs or settings have changed since.
        OSError: an input or the folder cannot be read or written.
        MissingExtra: a package that the inputs or the output need is not there.
        WorkerError: no worker can be started.
    """
    shards = find_shards(inputs)
    check_needs(shards, job.form, engine)
    out.mkdir(parents=True, exist_ok=True)
    with locked(out):
        check_folder(out, resume)
        manifest = Manifest(out)
        try:
            begin(manifest, shards, job)
            sweep(out)
            left = [(shard, manifest.state.finished_parts(shard.number, out)) for shard in shards]
            left = [(shard, parts) for shard, parts in left if not is_done(manifest.state, shard, parts)]
            dispatch(left, job, out, manifest, engine, tick)
        finally:
            manifest.close()
        return manifest.state


def dispatch(
    left: list[tuple[Shard, list[Entry]]], job: Job, out: Path, manifest: Manifest, engine: Engine, tick: Tick
) -> None:
    """Have the shards done."""
    if engine == "ray":
        from newsclean.batch.ray import run_shards

        return run_shards(left, job, out, manifest)
    for shard, parts in left:
        admit(shard, manifest.state, manifest.add)
        run_shard(shard, job, out, parts, manifest.add, tick)
    return None


def admit(shard: Shard, state: State, publish: Publish) -> None:
    """Note what a shard holds; refuse one that is no longer what it was.

    Raises:
        RunError: it has changed.
    """
    now = shard.digest()
    before = state.shards.get(shard.number)
    if before is None:
        publish({"entry": "shard", "shard": shard.number, "input": shard.name, "size": shard.size(), "sha256": now})
    elif before["sha256"] != now:
        raise RunError(f"{shard.path} has changed since the run began; begin a new one in another folder")


def is_done(state: State, shard: Shard, parts: list[Entry]) -> bool:
    """Tell whether all parts of a shard are there."""
    done = state.done.get(shard.number)
    return done is not None and done["parts"] == len(parts)


def begin(manifest: Manifest, shards: list[Shard], job: Job) -> None:
    """Write the first line, or hold the run against the one that is there.

    Raises:
        RunError: it is another run.
    """
    names = [f"{shard.form}:{shard.name}" for shard in shards]
    entry: Entry = {
        "entry": "run", "version": 1, "newsclean": __version__, "config": config(job), "config_hash": config_hash(job),
        "inputs": names, "bytes": sum(shard.size() for shard in shards), "began": time.time(),
    }  # fmt: skip
    before = manifest.state.run
    if before is None:
        return manifest.add(entry)
    if before["inputs"] != names:
        raise RunError("the inputs are not those of the run in this folder; give the same ones, in the same order")
    if before["config_hash"] != entry["config_hash"]:
        changed = [key for key, value in config(job).items() if before["config"].get(key) != value]
        what = ", ".join(changed) if before["newsclean"] == __version__ else f"newsclean ({before['newsclean']} then)"
        raise RunError(f"settings have changed since the run began ({what}); its parts would not fit together")
    return None


def config(job: Job) -> Entry:
    """Return what the output depends on, for a reader; names as a message about a change has them."""
    plugins = hashlib.sha256("".join(digest(plugin) for plugin in job.cleaner.registry.plugins).encode()).hexdigest()
    hosts = hashlib.sha256("\n".join(sorted(job.hosts)).encode()).hexdigest()[:12] if job.hosts is not None else None
    return {
        "format": job.form, "profile": job.profile, "part_rows": job.part_rows, "hosts": hosts,
        "limits": repr(job.cleaner.limits), "plugins": plugins[:12], "deadline": job.bounds.seconds,
        "memory": job.bounds.memory, "models": models(), "language_detector": detector(),
    }  # fmt: skip


def config_hash(job: Job) -> str:
    """Return a digest of what the output depends on."""
    return hashlib.sha256(repr((__version__, sorted(config(job).items(), key=str))).encode()).hexdigest()[:16]


def check_folder(out: Path, resume: bool) -> None:
    """Refuse a folder that holds something else, or a run that nobody asked to go on."""
    if (out / NAME).exists():
        if not resume:
            raise RunError(f"{out} holds a run already; --resume goes on with it, or give another folder")
    elif any(path.name != LOCK for path in out.iterdir()):
        raise RunError(f"{out} is not empty and holds no run; give another folder")


def sweep(out: Path) -> None:
    """Remove what a killed run left half written."""
    for path in out.glob(".*.part"):
        path.unlink(missing_ok=True)


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Keep a second run out of the folder; the system lets go of the lock when this process ends, however it does.

    Raises:
        RunError: another run is at work in it.
    """
    with (out / LOCK).open("a+") as file:
        try:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except ImportError:  # a system without such locks
            pass
        except OSError:
            file.seek(0)
            raise RunError(f"another run is at work in {out} (process {file.read().strip() or 'unknown'})") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield

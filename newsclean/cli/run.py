"""``newsclean run``: archives in, part files and a report out."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from newsclean.arrow_schema import PROFILES
from newsclean.batch.manifest import read
from newsclean.batch.run import ENGINES
from newsclean.batch.run import run as run_all
from newsclean.batch.shard import PART_ROWS, Job
from newsclean.batch.worker import Bounds
from newsclean.cli import EMPTY, INTERRUPTED
from newsclean.cli.progress import Progress
from newsclean.cli.setting import check_setting
from newsclean.io.parts import FORMATS
from newsclean.io.shards import find_shards
from newsclean.report import run as report

MB = 1 << 20


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("-o", "--output", required=True, metavar="OUT", help="The run's folder; made if it is not there.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True,
              help="Processes that clean; with Ray, for each input.")  # fmt: skip
@click.option("--engine", type=click.Choice(ENGINES), default="local", show_default=True,
              help="ray: every input is a task on the cluster, or on this machine.")  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with the run in OUT; a folder without one begins.")
@click.option("--hosts", metavar="FILE", help="Only pages of these hosts and their subdomains, one a line.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="parquet", show_default=True,
              help="What the part files are.")  # fmt: skip
@click.option("--profile", type=click.Choice(PROFILES), default="full", show_default=True,
              help="full: the whole record; flat: plain columns; dolma: for Dolma's tools.")  # fmt: skip
@click.option("--part-rows", type=click.IntRange(min=1), default=PART_ROWS, show_default=True,
              help="Records of a part file.")  # fmt: skip
@click.option("--deadline", type=click.FloatRange(min=0.1), default=Bounds().seconds, show_default=True,
              metavar="SECONDS", help="A page that takes longer is rejected.")  # fmt: skip
@click.option("--memory", type=click.IntRange(min=64), default=Bounds().memory // MB, show_default=True, metavar="MB",
              help="A page that takes more is rejected.")  # fmt: skip
@click.option("--fail-on-empty", is_flag=True, help="Exit with 3 if no record gave an article.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
@click.pass_context
def run(ctx: click.Context, /, inputs: tuple[str, ...], output: str, **options: Any) -> None:
    """Clean whole archives: every record of the input is one row of the output, an article or a rejection.

    INPUT is a WARC or WET file, JSONL (all of them plain, .gz or .zst), Parquet, or a folder of those or of HTML pages.
    OUT gets part files, manifest.jsonl, report.json and report.html.

    A run that was interrupted or killed goes on with --resume: nothing is lost and nothing comes twice. A page that
    takes too long, too much memory, or ends its process costs that page.

    \b
    Exit codes:
      0 the run is complete, 2 wrong usage, 3 no article (with --fail-on-empty), 4 input
      or output unreadable, or another run's, 5 plugin error, 130 interrupted

    \b
    Examples:
      newsclean run CC-NEWS-20261101.warc.gz -o out --workers 4
      newsclean run CC-NEWS-20261101.warc.gz -o out --workers 4 --resume
      newsclean run crawl/ -o out --hosts hosts.txt --profile flat
      newsclean run pages.jsonl.zst -o out --format jsonl.gz --profile dolma
      newsclean run crawl/ -o out --engine ray --workers 2
    """
    check_setting()
    out = Path(output)
    job = job_of(options)
    progress = progress_of(inputs, out, options["quiet"])
    try:
        with terminable():
            state = run_all(inputs, out, job, resume=options["resume"], engine=options["engine"], tick=progress)
    except KeyboardInterrupt:
        progress.clear()
        click.echo(f"interrupted: {kept(out)}; the same command with --resume goes on", err=True)
        ctx.exit(INTERRUPTED)
    progress.clear()
    made = report.write(state, out)
    if not options["quiet"]:
        click.echo(summary(made, out), err=True)
    ctx.exit(EMPTY if options["fail_on_empty"] and not made["articles"] else 0)


def job_of(options: dict[str, Any]) -> Job:
    """Return the job that the options ask for."""
    from newsclean.api import registry
    from newsclean.cleaner import Cleaner

    return Job(
        cleaner=Cleaner(registry=registry()),
        form=options["form"],
        profile=options["profile"],
        workers=options["workers"],
        hosts=read_hosts(options["hosts"]) if options["hosts"] else None,
        part_rows=options["part_rows"],
        bounds=replace(Bounds(), seconds=options["deadline"], memory=options["memory"] * MB),
    )


def read_hosts(name: str) -> frozenset[str]:
    """Read a list of hosts: one a line, ``#`` begins a remark, ``www.`` is left out."""
    lines = Path(name).read_text("utf-8").splitlines()
    hosts = (line.partition("#")[0].strip().lower().removeprefix("www.") for line in lines)
    found = frozenset(host for host in hosts if host)
    if not found:
        raise click.UsageError(f"--hosts {name}: the file names no host")
    return found


def progress_of(inputs: tuple[str, ...], out: Path, quiet: bool) -> Progress:
    """Return the progress line, which knows how much is done already."""
    shards = find_shards(inputs)
    done = read(out / "manifest.jsonl").done if out.is_dir() else {}
    sizes = {shard.number: shard.size() for shard in shards}
    return Progress(sum(sizes.values()), sum(sizes.get(number, 0) for number in done), quiet=quiet)


@contextmanager
def terminable() -> Iterator[None]:
    """Let SIGTERM do what Ctrl-C does."""

    def interrupt(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def kept(out: Path) -> str:
    """Say what is finished."""
    parts = list(read(out / "manifest.jsonl").all_parts()) if out.is_dir() else []
    return f"{len(parts)} part(s) with {sum(part['rows'] for part in parts):,} records are finished"


def summary(made: dict[str, Any], out: Path) -> str:
    """Return the last line of a run."""
    rejected = made["rejected"]
    reasons = f" ({', '.join(f'{name}: {count:,}' for name, count in rejected.items())})" if rejected else ""
    rate = made["speed"]["records_per_second"]
    return (
        f"{made['records']:,} records: {made['articles']:,} articles, {sum(rejected.values()):,} rejected{reasons}"
        + (f", {made['damaged']:,} damaged" if made["damaged"] else "")
        + (f"; {rate:,.1f} a second" if rate else "")
        + f"; see {out / report.NAMES[1]}"
    )

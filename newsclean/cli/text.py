"""``newsclean text``: already extracted text in, records out."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypedDict

import click

import newsclean
from newsclean.cli.clean import check_site, default_input, output_stream
from newsclean.cli.records import FRAMES, Format, Records
from newsclean.cli.setting import check_setting
from newsclean.cli.tally import Tally
from newsclean.errors import FetchError, Rejected
from newsclean.io.read import STDIN, find, is_address, read
from newsclean.io.wet import Dump, is_wet, read_wet
from newsclean.learn import Learner, SiteLines
from newsclean.steps.decode import decode
from newsclean.steps.urls import host_of

LEARN_PAGES = 200
"""Pages of a host that are learned from: more say no more, and cost memory."""


class Options(TypedDict):
    """The command's options."""

    site: str | None
    url: str | None
    form: Format
    explain: bool
    rejections: bool
    learn: bool
    mend: bool
    workers: int
    fail_on_empty: bool
    quiet: bool
    verbose: bool


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--learn", is_flag=True, help="First learn which lines each host repeats over its pages.")
@click.option("--mend", is_flag=True, help="First mend wrongly decoded letters (needs newsclean[text]).")
@click.option("--site", metavar="NAME", help="Use this site's cleaner, whatever the address says.")
@click.option("--url", metavar="URL", help="The page's address, for one input; a file does not know its own.")
@click.option("--format", "form", type=click.Choice(list(FRAMES)), default="jsonl", show_default=True,
              help="jsonl: a record a line; json: one array; md, txt: the story for a reader.")  # fmt: skip
@click.option("--explain", is_flag=True, help="Also say what was left out, and by which rule.")
@click.option("--rejections", is_flag=True, help="Also write a JSON object for each rejected dump.")
@click.option("-o", "--output", metavar="FILE", help="Write here; the file appears when it is complete.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Number of processes.")
@click.option("--fail-on-empty", is_flag=True, help="Exit with 3 if no dump gave an article.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; rejected dumps are still named.")
@click.option("-v", "--verbose", is_flag=True, help="Also a line on stderr for each article.")
@click.pass_context
def text(ctx: click.Context, /, inputs: tuple[str, ...], output: str | None, **options: Any) -> None:
    """Take the story out of text that another program took out of pages.

    INPUT is a file, a folder (searched for .txt files), a WET file of Common Crawl (.warc.wet, .wet, also .gz) or - for
    standard input. The address of a WET record chooses its cleaner.

    With --learn the inputs are read twice. Dumps are grouped by host, files without an address by their folder; the
    lines that come on two or more different pages of a host are then known to be furniture.

    \b
    Exit codes:
      0 all good, 1 some inputs rejected, 2 wrong usage, 3 nothing extracted (with
      --fail-on-empty), 4 input or output unreadable, 5 plugin error, 130 interrupted

    \b
    Examples:
      newsclean text dump.txt
      newsclean text --url https://example.com/2026/story --format txt - < dump.txt
      newsclean text --learn --workers 4 -o stories.jsonl CC-MAIN-00001.warc.wet.gz
      newsclean text --learn --explain --format txt dumps/example.com/
    """
    given: Options = options  # type: ignore[assignment]
    inputs = inputs or default_input()
    check_usage(inputs, given)
    check_setting()
    check_site(given["site"])
    mend = mender() if given["mend"] else None
    names = list(find_dumps(inputs))
    tally = Tally(len(names), given["verbose"] - given["quiet"])
    learned = learn(names, mend) if given["learn"] else {}
    taken: deque[str] = deque()
    with output_stream(output) as stream:
        pages = calls(names, given, mend, learned, tally, taken)
        run(pages, taken, given, Records(stream, given["form"]), tally)
    tally.summary()
    ctx.exit(tally.exit_code(fail_on_empty=given["fail_on_empty"]))


def check_usage(inputs: tuple[str, ...], options: Options) -> None:
    """Refuse what does not go together."""
    if any(map(is_address, inputs)):
        raise click.UsageError("an address gives HTML; use `newsclean clean` for it")
    if options["learn"] and STDIN in inputs:
        raise click.UsageError("--learn reads its inputs twice; give files or a folder, not standard input")
    if options["url"] and (len(inputs) > 1 or os.path.isdir(inputs[0]) or is_wet(inputs[0])):
        raise click.UsageError("--url is the address of one dump; give one file with it")
    if options["rejections"] and options["form"] in ("md", "txt"):
        raise click.UsageError("--rejections needs --format jsonl or json")


def mender() -> Any:
    """Return the function that mends wrongly decoded text."""
    try:
        from ftfy import fix_encoding
    except ImportError:
        raise click.UsageError('--mend needs ftfy: pip install "newsclean[text]"') from None
    return fix_encoding


def find_dumps(inputs: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of the inputs: a folder gives its text and WET files, sorted, at any depth."""
    for name in inputs:
        if not os.path.isdir(name):
            yield name
            continue
        wet = [str(path) for path in Path(name).rglob("*") if is_wet(path.name) and path.is_file()]
        plain = [path for path in find([name]) if path.lower().removesuffix(".gz").endswith(".txt")]
        yield from sorted([*wet, *plain])


def dumps_of(name: str) -> Iterator[Dump]:
    """Yield the dumps that an input holds.

    Raises:
        OSError: it cannot be read.
    """
    if name != STDIN and is_wet(name):
        yield from read_wet(Path(name))
    else:
        yield Dump(name, read(name)["page"])


def words_of(dump: Dump, mend: Any) -> str:
    """Return a dump's text, decoded and mended if asked."""
    decoded = decode(dump.text).text
    return str(mend(decoded)) if mend else decoded


def group_of(dump: Dump) -> str:
    """Return what a dump is grouped by: its host, or its folder."""
    return host_of(dump.url) or str(Path(dump.name).parent)


def learn(names: list[str], mend: Any) -> dict[str, SiteLines]:
    """Return the lines that each host repeats; inputs that cannot be read are named later."""
    learners: dict[str, Learner] = {}
    for name in names:
        try:
            for dump in dumps_of(name):
                learner = learners.setdefault(group_of(dump), Learner())
                if learner.pages < LEARN_PAGES:
                    learner.add(words_of(dump, mend))
        except (OSError, Rejected):
            continue
    return {group: learner.lines() for group, learner in learners.items() if learner.pages > 1}


def calls(
    names: list[str],
    options: Options,
    mend: Any,
    learned: dict[str, SiteLines],
    tally: Tally,
    taken: deque[str],
) -> Iterator[dict[str, Any]]:
    """Yield the arguments of `newsclean.clean` for every dump; note the name of each in `taken`."""
    for name in names:
        try:
            for dump in dumps_of(name):
                page: str | bytes = dump.text
                if mend:
                    page = words_of(dump, mend)
                taken.append(dump.name)
                yield {
                    "page": page,
                    "url": options["url"] or dump.url,
                    "kind": "text",
                    "site": options["site"],
                    "captured": dump.captured,
                    "site_lines": learned.get(group_of(dump)),
                }
        except (OSError, FetchError) as error:
            tally.failed(name, error)


def run(pages: Iterator[dict[str, Any]], taken: deque[str], options: Options, records: Records, tally: Tally) -> None:
    """Clean the dumps in order and write what they give."""
    in_words = options["explain"] and options["form"] in ("md", "txt")
    for outcome in newsclean.clean_many(pages, workers=options["workers"], explain=options["explain"]):
        name = taken.popleft()
        if isinstance(outcome, Rejected):
            tally.rejected(name, outcome)
            if options["rejections"]:
                records.rejected(os.fsencode(name).decode("utf-8", "replace"), outcome)
        else:
            records.article(outcome)
            tally.article(name, outcome, explain=in_words)
    records.close()

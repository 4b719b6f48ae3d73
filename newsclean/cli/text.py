"""``newsclean text``: already extracted text in, records out."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from newsclean.cli.options import check_options, check_site, clean_all, cleaning_options, default_input
from newsclean.cli.setting import check_setting
from newsclean.cli.tally import Tally
from newsclean.errors import FetchError, Rejected
from newsclean.io.pages import Call, crawl_of, warc_call
from newsclean.io.read import STDIN, find, is_address, read
from newsclean.io.warc import is_warc, records
from newsclean.learn import Learner, SiteLines
from newsclean.steps.decode import decode
from newsclean.steps.urls import host_of

LEARN_PAGES = 200
"""Pages of a host that are learned from: more say no more, and cost memory."""


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--learn", is_flag=True, help="First learn which lines each host repeats over its pages.")
@click.option("--mend", is_flag=True, help="First mend wrongly decoded letters (needs newsclean[text]).")
@cleaning_options("dump")
@click.pass_context
def text(ctx: click.Context, /, inputs: tuple[str, ...], output: str | None, **options: Any) -> None:
    """Take the story out of text that another program took out of pages.

    INPUT is a file, a folder (searched for .txt and WET files), a WET file of Common Crawl (.warc.wet, .wet, .warc,
    also with .gz or .zst; needs newsclean[warc]) or - for standard input. The address of a WET record chooses its
    cleaner. A damaged record is named and costs no other.

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
    inputs = inputs or default_input()
    check_usage(inputs, options)
    check_setting()
    check_site(options["site"])
    mend = mender() if options["mend"] else None
    names = list(find_dumps(inputs))
    tally = Tally(len(names), options["verbose"] - options["quiet"])
    learned = learn(names, mend) if options["learn"] else {}
    taken: deque[str] = deque()
    clean_all(calls(names, options, mend, learned, tally, taken), taken, options, output, tally)
    tally.summary()
    ctx.exit(tally.exit_code(fail_on_empty=options["fail_on_empty"]))


def check_usage(inputs: tuple[str, ...], options: dict[str, Any]) -> None:
    """Refuse what does not go together."""
    if any(map(is_address, inputs)):
        raise click.UsageError("an address gives HTML; use `newsclean clean` for it")
    if options["learn"] and STDIN in inputs:
        raise click.UsageError("--learn reads its inputs twice; give files or a folder, not standard input")
    if options["url"] and (len(inputs) > 1 or os.path.isdir(inputs[0]) or is_warc(inputs[0])):
        raise click.UsageError("--url is the address of one dump; give one file with it")
    check_options(options)


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
        wet = [str(path) for path in Path(name).rglob("*") if is_warc(path.name) and path.is_file()]
        plain = [path for path in find([name]) if path.lower().removesuffix(".gz").endswith(".txt")]
        yield from sorted([*wet, *plain])


def dumps_of(name: str) -> Iterator[tuple[str, Call]]:
    """Yield the dumps that an input holds, each with its name: its address, or the input's name.

    Raises:
        OSError: the input cannot be read, or holds no dump.
    """
    if name != STDIN and is_warc(name):
        yield from dumps_in(Path(name))
    else:
        yield name, {**read(name), "kind": "text"}


def dumps_in(path: Path) -> Iterator[tuple[str, Call]]:
    """Yield the text records of a WARC or WET file; a place that is no record is an outcome too."""
    crawl, found = None, False
    for record in records(path, wanted=frozenset(("conversion", "warcinfo"))):
        if record.kind == "warcinfo":
            crawl = crawl_of(record)
        elif record.kind == "conversion" or record.kind in ("damaged", ""):
            found |= record.kind == "conversion"
            yield record.url or f"{path}#{record.offset}", warc_call(record, path.name, crawl)
    if not found:
        raise OSError("it holds no text dump (conversion record); `newsclean run` cleans the pages of a WARC file")


def mended(page: bytes, mend: Any) -> str | bytes:
    """Return a dump as text, mended if asked; the bytes themselves if they are no text, for `clean` to refuse."""
    try:
        text = decode(page).text
    except Rejected:
        return page
    return str(mend(text)) if mend else text


def group_of(name: str, url: str | None) -> str:
    """Return what a dump is grouped by: its host, or its folder."""
    return host_of(url) or str(Path(name).parent)


def learn(names: list[str], mend: Any) -> dict[str, SiteLines]:
    """Return the lines that each host repeats; inputs that cannot be read are named later."""
    learners: dict[str, Learner] = {}
    for name in names:
        try:
            for known, call in dumps_of(name):
                learner = learners.setdefault(group_of(known, call.get("url")), Learner())
                dump = mended(call["page"], mend) if learner.pages < LEARN_PAGES else b""
                if isinstance(dump, str) and dump:
                    learner.add(dump)
        except OSError:
            continue
    return {group: learner.lines() for group, learner in learners.items() if learner.pages > 1}


def calls(
    names: list[str],
    options: dict[str, Any],
    mend: Any,
    learned: dict[str, SiteLines],
    tally: Tally,
    taken: deque[str],
) -> Iterator[dict[str, Any]]:
    """Yield the arguments of `newsclean.clean` for every dump; note the name of each in `taken`."""
    for name in names:
        try:
            for known, call in dumps_of(name):
                taken.append(known)
                yield {
                    **call,
                    "page": mended(call["page"], mend) if mend else call["page"],
                    "url": options["url"] or call.get("url"),
                    "site": options["site"],
                    "site_lines": learned.get(group_of(known, call.get("url"))),
                }
        except (OSError, FetchError) as error:
            tally.failed(name, error)

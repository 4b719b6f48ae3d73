"""What the commands that clean pages share: their options, the checks on them, and the way from pages to records."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TypeVar
from urllib.parse import urlsplit

import click

import newsclean
from newsclean.cli.records import FRAMES, Records
from newsclean.cli.setting import unknown
from newsclean.cli.tally import Tally
from newsclean.errors import PluginError, Rejected
from newsclean.io.read import STDIN, is_address
from newsclean.io.write import whole_file

Command = TypeVar("Command", bound=Callable[..., Any])


def cleaning_options(of: str) -> Callable[[Command], Command]:
    """Return a decorator that adds the options of every command that cleans; `of` is what it calls a page."""
    options = (
        click.option("--site", metavar="NAME", help="Use this site's cleaner, whatever the address says."),
        click.option("--url", metavar="URL", help="The page's address, for one input; a file does not know its own."),
        click.option("--format", "form", type=click.Choice(list(FRAMES)), default="jsonl", show_default=True,
                     help="jsonl: a record a line; json: one array; md, txt: the story for a reader."),
        click.option("--explain", is_flag=True, help="Also say what was left out, and by which rule."),
        click.option("--rejections", is_flag=True, help=f"Also write a JSON object for each rejected {of}."),
        click.option("-o", "--output", metavar="FILE", help="Write here; the file appears when it is complete."),
        click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True,
                     help="Number of processes."),
        click.option("--fail-on-empty", is_flag=True, help=f"Exit with 3 if no {of} gave an article."),
        click.option("-q", "--quiet", is_flag=True,
                     help=f"No progress and no summary; rejected {of}s are still named."),
        click.option("-v", "--verbose", is_flag=True, help="Also a line on stderr for each article."),
    )  # fmt: skip

    def decorate(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


def check_options(options: Mapping[str, Any]) -> None:
    """Refuse values of the shared options that do not go together."""
    if options["url"] and not has_host(options["url"]):
        raise click.UsageError(f"--url must be an http or https address, not {options['url']!r}")
    if options["rejections"] and options["form"] in ("md", "txt"):
        raise click.UsageError("--rejections needs --format jsonl or json")


def default_input() -> tuple[str, ...]:
    """Return standard input if something is piped into it."""
    if sys.stdin.isatty():
        raise click.UsageError("give a file, a folder or an address, or - for standard input")
    return (STDIN,)


def has_host(url: str) -> bool:
    """Tell an address on the web from all else that may follow ``--url``."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return False
    return is_address(url) and host is not None and not any(c.isspace() for c in host)


def check_site(name: str | None) -> str | None:
    """Return the name of a plugin, if one is given.

    Raises:
        PluginError: nobody has it; no page has been read yet.
    """
    if name and name not in newsclean.sites():
        raise PluginError(unknown(name))
    return name


@contextmanager
def output_stream(output: str | None) -> Iterator[BinaryIO]:
    """Open the output: standard output, or a file that appears when it is complete."""
    if output in (None, "-"):
        yield sys.stdout.buffer
    else:
        with whole_file(Path(str(output))) as stream:
            yield stream


def clean_all(
    calls: Iterable[dict[str, Any]], taken: deque[str], options: Mapping[str, Any], output: str | None, tally: Tally
) -> None:
    """Clean pages in order and write what they give.

    Args:
        calls: arguments of `newsclean.clean`, page by page.
        taken: names of the pages that `calls` has given and that have no outcome yet, as outcomes come without one.
    """
    form, explain = options["form"], options["explain"]
    with output_stream(output) as stream:
        records = Records(stream, form)
        for outcome in newsclean.clean_many(calls, workers=options["workers"], explain=explain):
            name = taken.popleft()
            if isinstance(outcome, Rejected):
                tally.rejected(name, outcome)
                if options["rejections"]:
                    records.rejected(os.fsencode(name).decode("utf-8", "replace"), outcome)
            else:
                records.article(outcome)
                tally.article(name, outcome, explain=explain and form in ("md", "txt"))
        records.close()

"""``newsclean clean``: pages in, records out."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

import click

import newsclean
from newsclean.cli.records import FRAMES, Format, Records
from newsclean.cli.setting import check_setting, unknown
from newsclean.cli.tally import Tally
from newsclean.errors import FetchError, PluginError, Rejected
from newsclean.io.read import STDIN, find, is_address, is_folder, read
from newsclean.io.write import whole_file
from newsclean.plugin import Site


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--text", is_flag=True, help="Every input is a text dump; files that end in .txt always are.")
@click.option("--site", metavar="NAME", help="Use this site's cleaner, whatever the address says.")
@click.option("--plugin", metavar="FILE", help="Use the plugin in this .toml or .py file; NAME is not needed then.")
@click.option("--url", metavar="URL", help="The page's address, for one input; a file does not know its own.")
@click.option("--format", "form", type=click.Choice(list(FRAMES)), default="jsonl", show_default=True,
              help="jsonl: a record a line; json: one array; md, txt: the story for a reader.")  # fmt: skip
@click.option("--explain", is_flag=True, help="Also say what was left out, and by which rule.")
@click.option("--rejections", is_flag=True, help="Also write a JSON object for each rejected page.")
@click.option("-o", "--output", metavar="FILE", help="Write here; the file appears when it is complete.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Number of processes.")
@click.option("--fail-on-empty", is_flag=True, help="Exit with 3 if no page gave an article.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; rejected pages are still named.")
@click.option("-v", "--verbose", is_flag=True, help="Also a line on stderr for each article.")
@click.pass_context
def clean(ctx: click.Context, /, inputs: tuple[str, ...], output: str | None, **options: Any) -> None:
    """Take the story out of pages.

    INPUT is a file, a folder, an address (http or https) or - for standard input. A folder is searched at any depth for
    .html, .htm, .xhtml and .txt files, also with .gz behind, in sorted order.

    Records go to standard output or FILE, all else to stderr. A rejected page is a line
    "input: reason: detail" there.

    \b
    Exit codes:
      0 all good, 1 some inputs rejected, 2 wrong usage, 3 nothing extracted (with
      --fail-on-empty), 4 input or output unreadable, 5 plugin error, 130 interrupted

    \b
    Examples:
      newsclean clean page.html --url https://example.com/2026/story
      newsclean clean --format md https://example.com/2026/story
      newsclean clean pages/ --workers 4 --rejections -o stories.jsonl
      newsclean clean --text --site business_standard dump.txt
      newsclean clean --plugin example_gazette.toml page.html
      curl -s https://example.com/story | newsclean clean --format txt -
      newsclean clean --explain --format txt page.html > story.txt
    """
    inputs = inputs or default_input()
    check_usage(inputs, options)
    check_setting()
    options["site"] = plugin_of(options["plugin"]) if options["plugin"] else check_site(options["site"])
    names = list(find(inputs))
    tally = Tally(len(names), options["verbose"] - options["quiet"])
    for folder in empty_folders(inputs):
        tally.failed(folder, OSError("the folder holds no page"))
    with output_stream(output) as stream:
        run(names, options, Records(stream, options["form"]), tally)
    tally.summary()
    ctx.exit(tally.exit_code(fail_on_empty=options["fail_on_empty"]))


def default_input() -> tuple[str, ...]:
    """Return standard input if something is piped into it."""
    if sys.stdin.isatty():
        raise click.UsageError("give a file, a folder or an address, or - for standard input")
    return (STDIN,)


def check_usage(inputs: Sequence[str], options: dict[str, Any]) -> None:
    """Refuse options that do not go together."""
    if options["plugin"] and options["site"]:
        raise click.UsageError("--plugin and --site both say whose rules to use; give one")
    if options["url"] and not has_host(options["url"]):
        raise click.UsageError(f"--url must be an http or https address, not {options['url']!r}")
    if options["url"] and (len(inputs) > 1 or is_folder(inputs[0])):
        raise click.UsageError("--url is the address of one page; give one input with it")
    if options["url"] and is_address(inputs[0]):
        raise click.UsageError("--url is for files and standard input; the input is an address already")
    if options["rejections"] and options["form"] in ("md", "txt"):
        raise click.UsageError("--rejections needs --format jsonl or json")


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


def plugin_of(file: str) -> Site:
    """Read the plugin that the pages are to be cleaned by."""
    plugin = newsclean.load_site(file)
    if not isinstance(plugin, Site):
        raise PluginError(f"{file}: holds a platform; --plugin takes a site")
    return plugin


def empty_folders(inputs: Sequence[str]) -> list[str]:
    """Return the folders among the inputs that hold no page."""
    return [name for name in inputs if is_folder(name) and next(find([name]), None) is None]


@contextmanager
def output_stream(output: str | None) -> Iterator[BinaryIO]:
    """Open the output: standard output, or a file that appears when it is complete."""
    if output in (None, "-"):
        yield sys.stdout.buffer
    else:
        with whole_file(Path(str(output))) as stream:
            yield stream


def run(names: list[str], options: dict[str, Any], records: Records, tally: Tally) -> None:
    """Clean the pages in order and write what they give."""
    taken: deque[str] = deque()
    form: Format = options["form"]
    explain: bool = options["explain"]
    calls = pages(names, options, tally, taken)
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


def pages(names: list[str], options: dict[str, Any], tally: Tally, taken: deque[str]) -> Iterator[dict[str, Any]]:
    """Read the pages one by one; note the name of each in `taken`, as outcomes come without one."""
    given = {"site": options["site"]}
    if options["url"]:
        given["url"] = options["url"]
    if options["text"]:
        given["kind"] = "text"
    for name in names:
        try:
            call = read(name)
        except (OSError, FetchError) as error:
            tally.failed(name, error)
            continue
        taken.append(name)
        yield {**call, **given}

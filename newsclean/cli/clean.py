"""``newsclean clean``: pages in, records out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

import click

import newsclean
from newsclean.cli.options import check_options, check_site, clean_all, cleaning_options, default_input
from newsclean.cli.setting import check_setting
from newsclean.cli.tally import Tally
from newsclean.errors import FetchError, PluginError
from newsclean.io.read import find, is_address, is_folder, read
from newsclean.plugin import Site


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option("--text", is_flag=True, help="Every input is a text dump; files that end in .txt always are.")
@click.option("--plugin", metavar="FILE", help="Use the plugin in this .toml or .py file; NAME is not needed then.")
@cleaning_options("page")
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
    taken: deque[str] = deque()
    clean_all(pages(names, options, tally, taken), taken, options, output, tally)
    tally.summary()
    ctx.exit(tally.exit_code(fail_on_empty=options["fail_on_empty"]))


def check_usage(inputs: Sequence[str], options: dict[str, Any]) -> None:
    """Refuse options that do not go together."""
    if options["plugin"] and options["site"]:
        raise click.UsageError("--plugin and --site both say whose rules to use; give one")
    if options["url"] and (len(inputs) > 1 or is_folder(inputs[0])):
        raise click.UsageError("--url is the address of one page; give one input with it")
    if options["url"] and is_address(inputs[0]):
        raise click.UsageError("--url is for files and standard input; the input is an address already")
    check_options(options)


def plugin_of(file: str) -> Site:
    """Read the plugin that the pages are to be cleaned by."""
    plugin = newsclean.load_site(file)
    if not isinstance(plugin, Site):
        raise PluginError(f"{file}: holds a platform; --plugin takes a site")
    return plugin


def empty_folders(inputs: Sequence[str]) -> list[str]:
    """Return the folders among the inputs that hold no page."""
    return [name for name in inputs if is_folder(name) and next(find([name]), None) is None]


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

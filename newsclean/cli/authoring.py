"""``newsclean sites new, check, test``: plugins begun, tried and looked through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsclean.cli import REJECTED
from newsclean.cli.setting import check_setting, unknown
from newsclean.errors import PluginError, Rejected, SchemaError
from newsclean.plugin import Platform, Site

if TYPE_CHECKING:
    from newsclean.authoring.trial import Trial

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
FOLDER = click.Path(path_type=Path, file_okay=False)
ROOT = click.option("--root", type=FOLDER, default=Path("fixtures"), show_default=True, help="Folder with sites/NAME/.")
PLUGIN = click.option("--plugin", "file", type=FILE, help="The plugin in this .toml or .py file.")


@click.command()
@click.argument("page", metavar="URL|FILE")
@click.option("--url", help="The page's address; a saved page that names its canonical address does not need it.")
@click.option("--name", help="The plugin's name; by default made of the host.")
@click.option("--to", "folder", type=FOLDER, default=Path("."), show_default=True, help="Where to write.")
@click.option("--toml", is_flag=True, help="Write TOML, which holds no code, instead of a Python module.")
@click.option("--keep-words", is_flag=True, help="Keep the page's own words in the case; do not share it then.")
def new(page: str, url: str | None, name: str | None, folder: Path, toml: bool, keep_words: bool) -> None:
    """Begin a plugin for an outlet from one of its pages.

    Writes NAME.py and fixtures/sites/NAME/first/: the page with made-up words, and the record that the plugin gives
    for it. Layout, fields and rules are guessed; what to look at is printed.

    \b
    Examples:
      newsclean sites new saved.html --url https://www.example-gazette.test/coast/ship
      newsclean sites new https://www.example-gazette.test/coast/ship --toml
    """
    from newsclean.authoring.start import start
    from newsclean.io.read import read

    call = read(page)
    address = url or call.get("url") or canonical(call["page"])
    if not address:
        raise click.UsageError("the page does not say its address; give it with --url")
    try:
        made = start(call["page"], address, folder, name=name, toml=toml, words=keep_words)
    except Rejected as rejected:
        raise SchemaError(f"{page}: {rejected.reason}: {rejected.detail}; try another page of the outlet") from None
    site = made.guess.site
    click.echo(f"wrote {made.file}: layout {site.layouts[0].body}, {len(site.rules)} rules")
    click.echo(f"wrote {made.case}: page.html, case.toml, article.json (cleaner {made.cleaner})")
    for line in made.guess.unsure:
        click.echo(f"to do: {line}")
    click.echo(f"then:  newsclean sites test {site.name} --plugin {made.file} --root {folder / 'fixtures'}")
    click.echo(f"       newsclean sites check --plugin {made.file} --root {folder / 'fixtures'}")


def canonical(source: str | bytes) -> str | None:
    """Return the address that a page gives itself."""
    from newsclean.limits import DEFAULT_LIMITS
    from newsclean.steps.decode import Decoded, decode
    from newsclean.steps.page import html_page

    got = decode(source) if isinstance(source, bytes) else Decoded(source, None, "caller")
    metadata = html_page(got, None, None, DEFAULT_LIMITS).metadata
    return metadata.links.get("canonical") or metadata.first("og:url")


@click.command()
@click.argument("name", required=False)
@PLUGIN
@ROOT
@click.pass_context
def check(ctx: click.Context, name: str | None, file: Path | None, root: Path) -> None:
    """Look for what is wrong with a plugin, or with all of newsclean's own.

    One finding a line: file, error or note, what to do. Names and hosts that another plugin has, patterns that can hold
    up a run, rules and layouts that no case shows, rules that do nothing for dumps. Exits with 1 if there is an error.

    \b
    Examples:
      newsclean sites check --plugin example_gazette.toml
      newsclean sites check reuters
      newsclean sites check
    """
    from newsclean.authoring.check import check as findings
    from newsclean.authoring.start import beside_others
    from newsclean.authoring.trial import run_cases
    from newsclean.registry import load

    check_setting()
    errors = notes = 0
    one = file is not None or name is not None
    for plugin, where in chosen(name, file):
        try:
            registry = beside_others(plugin) if file else load()
        except PluginError:  # the findings say so, with the file
            registry = load()
        for finding in findings(plugin, where, load(), run_cases(plugin, root, registry)):
            errors += finding.level == "error"
            notes += finding.level == "note"
            if one or finding.level == "error":
                click.echo(str(finding))
    more = "" if one or not notes else "; a NAME shows its notes"
    click.echo(f"{counted(errors, 'error')}, {counted(notes, 'note')}{more}", err=True)
    ctx.exit(REJECTED if errors else 0)


def counted(number: int, thing: str) -> str:
    """Return ``1 error``, ``2 errors``."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def chosen(name: str | None, file: Path | None) -> Iterator[tuple[Site | Platform, Path]]:
    """Yield the plugins meant, each with its file."""
    from newsclean.authoring import index
    from newsclean.authoring.files import load_site
    from newsclean.registry import load

    if file is not None:
        yield load_site(file), file
        return
    if name is not None and name not in load().by_name:
        raise click.UsageError(unknown(name))
    plugins: list[Site | Platform] = [*index.sites(), *index.platforms()]
    own = {plugin.name: plugin for plugin in plugins}
    if name is not None and name not in own:
        yield load().by_name[name], Path(name)
        return
    for plugin in [own[name]] if name is not None else own.values():
        part = "sites" if isinstance(plugin, Site) else "platforms"
        yield plugin, Path("newsclean", part, f"{plugin.name}.py")


@click.command()
@click.argument("name", required=False)
@PLUGIN
@ROOT
@click.option(
    "--write", is_flag=True, help="Write what is given now as the records; read them once, they are a promise."
)
@click.pass_context
def test(ctx: click.Context, name: str | None, file: Path | None, root: Path, write: bool) -> None:
    """Run a plugin's cases: what is not as the record says, field by field.

    \b
    Examples:
      newsclean sites test reuters
      newsclean sites test --plugin example_gazette.toml
      newsclean sites test --plugin example_gazette.toml --write
    """
    from newsclean.authoring.start import beside_others
    from newsclean.authoring.trial import run_cases
    from newsclean.registry import load

    check_setting()
    if name is None and file is None:
        raise click.UsageError("give a NAME, or a file with --plugin")
    wrong = ran = 0
    for plugin, _ in chosen(None if file else name, file):
        for trial in run_cases(plugin, root, beside_others(plugin) if file else load()):
            ran += 1
            wrong += bool(trial.wrong) and not write
            for line in told(trial, write):
                click.echo(line)
            if write:
                trial.save()
    if not ran:
        raise SchemaError(f"no case under {root}/sites; `newsclean sites new` makes one")
    click.echo(f"{counted(ran, 'input')}, {wrong} wrong", err=True)
    ctx.exit(REJECTED if wrong else 0)


def told(trial: Trial, write: bool) -> Iterator[str]:
    """Yield what a trial says, a line each."""
    state = "ok" if not trial.wrong else "wrote" if write else "WRONG"
    yield f"{state:5}  {trial.path.name}/{trial.source}  {trial.cleaner or trial.got.get('rejected')}"
    if trial.expected is None:
        if not write:
            yield "       there is no record yet; read what `clean --explain` gives, then write it with --write"
        return
    for field in trial.wrong:
        yield f"       {field}: expected {trial.expected.get(field)!r}"
        yield f"       {' ' * len(field)}  got      {trial.got.get(field)!r}"


COMMANDS = (new, check, test)


def plugin_or(name: str | None, file: Path | None) -> Site | Platform:
    """Return the one plugin meant by a name or a file.

    Raises:
        PluginError: the file holds none.
        UsageError: neither is given, or nobody has the name.
    """
    if name is None and file is None:
        raise click.UsageError("give a NAME, or a file with --plugin")
    found = next(iter(chosen(name, file)), None)
    if found is None:
        raise PluginError(f"no plugin is called {name!r}")
    return found[0]

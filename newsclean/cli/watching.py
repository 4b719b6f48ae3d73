"""``newsclean sites scrub, import-ftr, health, index``: cases shared, sites converted, drift watched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from newsclean.cli import REJECTED
from newsclean.cli.authoring import FILE, FOLDER, ROOT
from newsclean.cli.setting import check_setting
from newsclean.errors import SchemaError


@click.command()
@click.argument("page", type=FILE)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write here.")
def scrub(page: Path, output: Path | None) -> None:
    """Replace a page's prose by made-up words of the same shape, so that a case can be shared.

    Markup, short notices, dates and hosts stay; scripts and comments go, JSON-LD gets the same made-up words.

    \b
    Example:
      newsclean sites scrub saved.html -o fixtures/sites/example_gazette/first/page.html
    """
    from newsclean.authoring.scrub import scrub as scrubbed
    from newsclean.steps.decode import decode

    text = scrubbed(decode(page.read_bytes()).text)
    if output:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False)


@click.command("import-ftr")
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--to", type=FOLDER, default=Path("sites"), show_default=True, help="Where to write the TOML files.")
@click.pass_context
def import_ftr(ctx: click.Context, folder: Path, to: Path) -> None:
    """Convert a folder of Full-Text RSS site files to TOML plugins.

    What a plugin cannot say (fetching, logging in, rewriting the page's source, an XPath that is not CSS) is reported,
    one line each: file, directive, reason.

    \b
    Example:
      newsclean sites import-ftr ftr-site-config/ --to my-sites/
    """
    from newsclean.authoring.ftr import convert_folder

    made = failed = left = 0
    to.mkdir(parents=True, exist_ok=True)
    for file, converted in convert_folder(folder):
        for line in converted.left:
            click.echo(f"{file}: {line}")
        left += len(converted.left)
        if converted.site is None:
            failed += 1
            continue
        target = to / f"{file.stem.strip('.')}.toml"
        target.write_text(converted.toml(), encoding="utf-8")
        made += 1
    click.echo(f"{made} sites written to {to}, {failed} files without one, {left} lines not converted", err=True)
    ctx.exit(REJECTED if failed and not made else 0)


@click.command()
@click.argument("pages", nargs=-1, required=True, metavar="PAGES...")
@click.option("--json", "as_json", is_flag=True, help="Print all that was found; keep it as the next run's baseline.")
@click.option("--baseline", type=FILE, help="What an earlier run printed with --json: shows rules that stopped firing.")
@click.pass_context
def health(ctx: click.Context, pages: tuple[str, ...], as_json: bool, baseline: Path | None) -> None:
    """Run the known sites over recent pages and report what no longer fits.

    Layouts that are missed, rules that fire no more, bodies much shorter than JSON-LD announces. PAGES are files,
    folders or addresses; a saved page is known by its canonical address. Exits with 1 if there is anything to look at.

    \b
    Examples:
      newsclean sites health pages/
      newsclean sites health pages/ --json > health.json
      newsclean sites health new-pages/ --baseline health.json
    """
    from newsclean.authoring.health import as_json as plain
    from newsclean.authoring.health import examine, report
    from newsclean.registry import load

    check_setting()
    registry = load()
    found = examine(sources(pages), registry)
    if as_json:
        click.echo(json.dumps(plain(found), ensure_ascii=False, indent=1))
        return
    lines = list(report(found, registry, baseline_of(baseline)))
    for line in lines:
        click.echo(line)
    total = sum(one.pages for one in found.values())
    click.echo(f"{total} pages of {len(found)} plugins, {len(lines)} findings", err=True)
    ctx.exit(REJECTED if lines else 0)


def baseline_of(file: Path | None) -> Any:
    """Read what an earlier run found."""
    if file is None:
        return None
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise SchemaError(f"{file} is no JSON: {error}") from None
    if not isinstance(found, dict):
        raise SchemaError(f"{file} was not written by `sites health --json`")
    return found


def sources(names: tuple[str, ...]) -> Iterator[tuple[str, bytes, str | None]]:
    """Yield name, source and address of each page; one that cannot be read is named and passed by."""
    from newsclean.errors import FetchError
    from newsclean.io.read import find, read

    for name in find(names):
        try:
            call = read(name)
        except (OSError, FetchError) as error:
            click.echo(f"error: {name}: {error}", err=True)
            continue
        page = call["page"]
        yield name, page.encode("utf-8") if isinstance(page, str) else page, call.get("url")


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 if a file is not current.")
@click.option("--docs", type=click.Path(path_type=Path), default=Path("docs/sites.md"), show_default=True)
@ROOT
@click.pass_context
def index(ctx: click.Context, only_check: bool, docs: Path, root: Path) -> None:
    """Write what is made of newsclean's own plugins: the index of sites, and docs/sites.md.

    \b
    Example:
      newsclean sites index --check
    """
    from newsclean.authoring import index as written

    if only_check:
        stale = written.stale(docs, root / "sites")
        for file in stale:
            click.echo(f"{file} is not current; run newsclean sites index")
        ctx.exit(REJECTED if stale else 0)
    written.write(docs, root / "sites")
    click.echo(f"wrote {written.INDEX.name} and {docs}", err=True)


COMMANDS = (scrub, import_ftr, health, index)

"""``newsclean fixtures``: the expected records of the fixture pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any, NamedTuple

import click

from newsclean.cli import REJECTED
from newsclean.cli.setting import check_setting
from newsclean.testing import Case, Source, compare, find_cases, save

PARTS = ("sites", "generic")
"""Folders under the root that hold cases."""


@click.group()
def fixtures() -> None:
    """Work on the fixture pages that hold the cleaners to their word.

    \b
    Example:
      newsclean fixtures update --check
    """


@fixtures.command()
@click.argument("names", nargs=-1, metavar="[SITE]...")
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=Path("fixtures"),
    show_default=True,
    help="Folder with sites/SITE/CASE/ and generic/GROUP/CASE/.",
)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if a snapshot would change.")
@click.pass_context
def update(ctx: click.Context, names: tuple[str, ...], root: Path, check: bool) -> None:
    """Write the expected records (article.json, dump.json) anew and print what changed in them.

    This is the only way a snapshot changes. Read the diff: each line is a change of what users get. A page that is
    rejected has the reason as its record.

    \b
    Examples:
      newsclean fixtures update business_standard
      newsclean fixtures update --check
      newsclean fixtures update example_gazette --root fixtures
    """
    check_setting()
    cases = chosen(root, names)
    pageless = [case for case in cases if not case.sources]
    for case in pageless:
        click.echo(f"error: {case.path} holds no page.html and no page.txt", err=True)
    changed = total = 0
    for case in cases:
        for source in case.sources:
            total += 1
            change = renew(case, source, write=not check)
            if change.before != change.after:
                changed += 1
                click.echo(diff(case, source, change))
    click.echo(f"{total} snapshots, {changed} {'would change' if check else 'changed'}", err=True)
    ctx.exit(REJECTED if pageless or (check and changed) else 0)


class Change(NamedTuple):
    """A snapshot before and after."""

    before: dict[str, Any] | None
    after: dict[str, Any]


def chosen(root: Path, names: tuple[str, ...]) -> list[Case]:
    """Return the cases of these sites, of all by default."""
    cases = [case for part in PARTS for case in find_cases(root / part)]
    known = {case.path.parent.name for case in cases}
    for name in names:
        if name not in known:
            raise click.UsageError(f"no case of {name!r} under {root}")
    return [case for case in cases if not names or case.path.parent.name in names]


def renew(case: Case, source: Source, *, write: bool) -> Change:
    """Clean a case's page; write the snapshot if it is another one now."""
    change = Change(*compare(case, source))
    if write and change.before != change.after:
        save(case, source, change.after)
    return change


def diff(case: Case, source: Source, change: Change) -> str:
    """Return the change as a unified diff."""
    name = f"{case.name}/{case.snapshot_path(source).name}"
    old, new = (list(lines(record)) for record in change)
    return "\n".join(unified_diff(old, new, f"before/{name}", f"after/{name}", lineterm="", n=2))


def lines(record: dict[str, Any] | None) -> Iterator[str]:
    """Yield a snapshot's lines as its file has them."""
    if record is not None:
        yield from json.dumps(record, ensure_ascii=False, indent=1).splitlines()

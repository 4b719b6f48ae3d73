"""``newsclean stats``: what is in a finished run."""

from __future__ import annotations

import json
from pathlib import Path

import click

from newsclean.batch.results import flat_rows
from newsclean.cli.table import printable, table
from newsclean.io.write import whole_file
from newsclean.report.stats import TITLES, collect, render

BAR = 32
SHOWN = 15
"""Lines of a table on the terminal."""


@click.command()
@click.argument("out", metavar="OUT")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--html", metavar="FILE", help="Also write a page with all tables and plots.")
@click.option("--top", type=click.IntRange(min=1), default=SHOWN, show_default=True, help="Lines of a table.")
def stats(out: str, as_json: bool, html: str | None, top: int) -> None:
    """Count what a run holds: languages, sites, dates, lengths, rejections.

    OUT is the folder of a run.

    \b
    Examples:
      newsclean stats out
      newsclean stats out --html stats.html
      newsclean stats out --json | jq .languages
    """
    found = collect(flat_rows(Path(out)))
    if html:
        with whole_file(Path(html)) as file:
            file.write(render(found, Path(out).name).encode("utf-8", "replace"))
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    click.echo(f"{found['records']:,} records, {found['articles']:,} articles, {found['characters']:,} characters")
    for name, title in TITLES.items():
        if found[name]:
            click.echo(f"\n{plot(title.upper(), found[name], top)}")


def plot(title: str, counts: dict[str, int], top: int) -> str:
    """Return counts as a table with bars."""
    whole, most = sum(counts.values()), max(counts.values())
    rows = [
        (printable(name), f"{count:,}", f"{count / whole:.1%}", "█" * max(round(BAR * count / most), 1))
        for name, count in list(counts.items())[:top]
    ]
    if len(counts) > top:
        rest = whole - sum(list(counts.values())[:top])
        rows.append((f"{len(counts) - top} others", f"{rest:,}", f"{rest / whole:.1%}", ""))
    return table((title, "NUMBER", "SHARE", ""), rows)

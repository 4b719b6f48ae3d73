"""``newsclean dedup``: marks the copies in a finished run."""

from __future__ import annotations

from pathlib import Path

import click

from newsclean.batch.dedup import NAME, THRESHOLD, mark


@click.command()
@click.argument("out", metavar="OUT")
@click.option("--threshold", type=click.FloatRange(min=0.3, max=1.0), default=THRESHOLD, show_default=True,
              help="Share of word 5-grams in common from which two texts are copies.")  # fmt: skip
def dedup(out: str, threshold: float) -> None:
    """Mark near-duplicates and syndicated copies; nothing is deleted.

    OUT is the folder of a run. Its duplicates.jsonl gets a line for each article that has others like it: the place of
    the article (input, record), its group, whether it is the first of it, how alike they are, and whether it stands
    under another domain than the first.

    \b
    Examples:
      newsclean dedup out
      newsclean dedup out --threshold 0.7
    """
    folder = Path(out)
    marks = mark(folder, threshold)
    copies = [one for one in marks if one.role == "copy"]
    exact, syndicated = sum(one.kind == "exact" for one in copies), sum(one.syndicated for one in copies)
    click.echo(
        f"groups of copies: {len({one.group for one in marks}):,}; copies: {len(copies):,}, of them exact: {exact:,}, "
        f"on another domain: {syndicated:,}; see {folder / NAME}",
        err=True,
    )

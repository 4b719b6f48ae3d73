"""What a run says on stderr, and the exit code it ends with."""

from __future__ import annotations

import sys
import time
from collections import Counter

import click

from newsclean.article import Article
from newsclean.cli import EMPTY, REJECTED, UNREADABLE
from newsclean.cli.table import printable, table
from newsclean.errors import Rejected

REFRESH_SECONDS = 0.2
TEXT_CHARS = 60
"""Characters of a removed text that the table of ``--explain`` shows."""


class Tally:
    """Counts the outcomes of a run and reports them as they come.

    Args:
        total: number of inputs, for the progress line.
        verbosity: -1 leaves out progress and summary, 1 adds a line an article.
    """

    def __init__(self, total: int, verbosity: int) -> None:
        self.articles = 0
        self.unreadable = 0
        self.fetched = 0
        """Pages that were stored and not cleaned."""
        self.reasons: Counter[str] = Counter()
        self._total = total
        self._verbosity = verbosity
        self._live = verbosity >= 0 and sys.stderr.isatty()
        self._began = self._shown = time.monotonic()

    def article(self, name: str, article: Article, *, explain: bool) -> None:
        """Count an article."""
        self.articles += 1
        if self._verbosity > 0:
            cleaner = article.provenance.cleaner
            self.say(f"{name}: {article.title or '(no title)'} [{cleaner}, {len(article.text)} characters]")
        if explain:
            rows = [(r.rule, r.reason, shorten(r.text)) for r in article.removed]
            self._clear()
            click.echo(f"{printable(name)}: {len(rows)} removals\n{table(('RULE', 'LABEL', 'TEXT'), rows)}", err=True)
        self._progress()

    def rejected(self, name: str, rejected: Rejected) -> None:
        """Count a rejection and name it."""
        self.reasons[rejected.reason] += 1
        self.say(f"{name}: {rejected}")
        self._progress()

    def failed(self, name: str, error: Exception) -> None:
        """Count an input that could not be read and name it."""
        self.unreadable += 1
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        self.say(f"{name}: unreadable: {reason}")

    def say(self, line: str) -> None:
        """Write one line."""
        self._clear()
        click.echo(printable(line), err=True)

    def summary(self) -> None:
        """Write the last line."""
        if self._verbosity < 0:
            return
        count = self.reasons.total()
        line = f"{self.articles} article{'' if self.articles == 1 else 's'}, {count} rejected"
        if self.fetched:
            line = f"{self.fetched} page{'' if self.fetched == 1 else 's'} stored"
        if count:
            line += f" ({', '.join(f'{reason}: {n}' for reason, n in sorted(self.reasons.items()))})"
        self.say(line + (f", {self.unreadable} unreadable" if self.unreadable else ""))

    def exit_code(self, *, fail_on_empty: bool) -> int:
        """Return the exit code of the run."""
        if self.unreadable:
            return UNREADABLE
        if fail_on_empty and not self.articles:
            return EMPTY
        return REJECTED if self.reasons else 0

    def _progress(self) -> None:
        now = time.monotonic()
        if self._live and now - self._shown >= REFRESH_SECONDS:
            self._shown = now
            done = self.articles + self.reasons.total()
            rate = done / (now - self._began)
            click.echo(f"\r\x1b[K{done}/{self._total} pages, {rate:.0f} a second", err=True, nl=False)

    def _clear(self) -> None:
        if self._live:
            click.echo("\r\x1b[K", err=True, nl=False)


def shorten(text: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text.split())
    return line if len(line) <= TEXT_CHARS else line[: TEXT_CHARS - 1] + "…"

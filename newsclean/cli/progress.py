"""The progress line of a run: records, rate, time left; only on a terminal."""

from __future__ import annotations

import sys
import time
from collections import Counter

import click

from newsclean.batch.rows import Done
from newsclean.io.pages import Call

REFRESH_SECONDS = 0.5


class Progress:
    """Counts the records of this run since it began or went on, and shows them.

    Args:
        total: bytes of all inputs.
        before: bytes of the inputs that were finished already.
        quiet: show nothing.
    """

    def __init__(self, total: int, before: int = 0, *, quiet: bool = False) -> None:
        self.records = 0
        self.outcomes: Counter[str] = Counter()
        self._total = total
        self._before = before
        self._live = not quiet and sys.stderr.isatty()
        self._began = self._shown = time.monotonic()
        self._input: str | None = None
        self._passed = self._place = 0
        self._first: int | None = None

    def __call__(self, call: Call, done: Done) -> None:
        """Count a record."""
        self.records += 1
        self.outcomes["article" if done.outcome == "article" else "rejected"] += 1
        now = time.monotonic()
        if self._live and now - self._shown >= REFRESH_SECONDS:
            self._shown = now
            self._measure(call)
            click.echo(f"\r\x1b[K{self.line(now - self._began)}", err=True, nl=False)

    def line(self, seconds: float) -> str:
        """Return the line after some time."""
        rate = self.records / seconds if seconds else 0.0
        text = f"{self.records:,} records, {self.outcomes['rejected']:,} rejected, {rate:,.1f} a second"
        done = self._before + self._passed + self._place
        if self._total and self._place:
            text += f", {min(done / self._total, 1):.0%}"
            fresh = done - (self._first or 0)
            if fresh > 0:
                text += f", {clock(max(self._total - done, 0) * seconds / fresh)} left"
        return text

    def clear(self) -> None:
        """Take the line off the terminal."""
        if self._live:
            click.echo("\r\x1b[K", err=True, nl=False)

    def _measure(self, call: Call) -> None:
        """Note how far the input has been read, where records know their place in it."""
        known = call.get("provenance") or {}
        offset = known.get("warc_offset")
        if offset is None:
            return
        if self._input not in (None, call["place"][0]):
            self._passed += self._place
        self._input, self._place = call["place"][0], offset + known.get("warc_length", 0)
        if self._first is None:
            self._first = self._before + self._place


def clock(seconds: float) -> str:
    """Return a time as ``1:02:03`` or ``2:03``."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"

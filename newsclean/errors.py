"""Every exception that newsclean raises.

    NewscleanError
      Rejected          a page that holds no story; `reason` is one of `REASONS`
      PluginError       a plugin that cannot be loaded or breaks its contract
      SchemaError       data that is no record, or a file of a fixture case that cannot be read
      FetchError        a page that could not be fetched
        RobotsDenied    one that its host's robots.txt does not allow
      WorkerError       worker processes that cannot be started
      MissingExtra      a package that an extra of newsclean would have brought
      RunError          a run that cannot begin or go on

Wrong argument types raise `TypeError`. Nothing of lxml, msgspec or httpx escapes.
"""

from __future__ import annotations

from typing import Literal, get_args

Reason = Literal[
    "empty", "not_html", "too_large", "too_deep", "too_many_elements", "undecodable", "timeout", "worker_died",
    "not_an_article", "too_short", "truncated", "plugin_error",
]  # fmt: skip
REASONS: tuple[str, ...] = get_args(Reason)


class NewscleanError(Exception):
    """Base of all errors of this package."""


class Rejected(NewscleanError):
    """The page gives no article.

    Attributes:
        reason: one of `REASONS`.
        detail: one sentence for a person.
        url: the page's address, if the caller gave it.
    """

    def __init__(self, reason: Reason, detail: str = "", url: str | None = None) -> None:
        if reason not in REASONS:
            raise ValueError(f"unknown reason {reason!r}; one of {', '.join(REASONS)}")
        super().__init__(reason, detail, url)
        self.reason: Reason = reason
        self.detail = detail
        self.url = url

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail}" if self.detail else self.reason


class PluginError(NewscleanError):
    """A plugin cannot be used; the message names it and says what to change."""


class SchemaError(NewscleanError):
    """Data that should be a record is not; or a fixture case has a file that cannot be read."""


class FetchError(NewscleanError):
    """A page could not be fetched; the message says at which address and why."""


class RobotsDenied(FetchError):
    """A page that its host's robots.txt does not allow."""


class WorkerError(NewscleanError):
    """Worker processes cannot be started; the message says how they ended."""


class MissingExtra(NewscleanError):
    """A package is needed that is not installed; the message says how to get it."""

    def __init__(self, what: str, package: str, extra: str) -> None:
        super().__init__(what, package, extra)
        self.what, self.package, self.extra = what, package, extra

    def __str__(self) -> str:
        return f'the package {self.package} is needed for {self.what}: pip install "newsclean[{self.extra}]"'


class RunError(NewscleanError):
    """A run cannot begin or go on; the message says why and what to do."""

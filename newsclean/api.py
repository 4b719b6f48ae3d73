"""The public functions, over the plugins in use in this process."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from newsclean.article import Article
from newsclean.cleaner import Cleaner, Kind
from newsclean.errors import Rejected
from newsclean.learn import SiteLines
from newsclean.limits import DEFAULT_LIMITS, Limits
from newsclean.plugin import Platform, Site
from newsclean.registry import Registry, extend, load

_registries: dict[str, Registry] = {}
"""The plugins in use, by the environment's ``NEWSCLEAN_PLUGINS``; loaded at the first page, replaced by `register`."""


def _setting() -> str:
    return os.environ.get("NEWSCLEAN_PLUGINS", "").strip().lower()


def registry() -> Registry:
    """Return the plugins in use, loaded when they are first asked for."""
    setting = _setting()
    if setting not in _registries:
        _registries[setting] = load(setting)
    return _registries[setting]


def clean(
    page: str | bytes,
    url: str | None = None,
    *,
    kind: Kind | None = None,
    site: str | Site | None = None,
    headers: Mapping[str, str] | None = None,
    captured: datetime | date | str | None = None,
    site_lines: SiteLines | None = None,
    explain: bool = False,
    limits: Limits = DEFAULT_LIMITS,
) -> Article:
    """Take the story out of a page.

    Args:
        page: HTML, or the text that another program already took out of a page.
        url: the page's address; helps to choose the site's cleaner and to resolve links.
        kind: ``html`` or ``text``; by default a page without markup is taken as a text dump.
        site: name of the site's cleaner, or a `Site`; by default found by address and page.
        headers: HTTP response headers; the charset is read.
        captured: when the page was fetched; dates later than that are not believed.
        site_lines: for dumps, the lines that the outlet repeats over its pages; see `learn_lines`.
        explain: also fill ``article.removed``: every cut with its label, rule, text and place.
        limits: what to refuse; see `Limits`.

    Raises:
        Rejected: the page holds no story; ``reason`` says why.
        PluginError: `site` names no plugin, or is one whose patterns or selectors cannot be read.
        TypeError: an argument of the wrong type.
    """
    return Cleaner(registry=registry(), limits=limits).clean(
        page, url, kind=kind, site=site, headers=headers, captured=captured, site_lines=site_lines, explain=explain
    )


def clean_many(
    pages: Iterable[Any], *, workers: int = 1, limits: Limits = DEFAULT_LIMITS, explain: bool = False
) -> Iterator[Article | Rejected]:
    """Clean many pages, in input order, each exactly once.

    Args:
        pages: each a page (str or bytes), a pair of page and URL, or a mapping with ``page`` and any
            keyword arguments of `clean`.
        workers: processes; with 1 everything runs in this one. They import the program that starts them, so a
            script calls this under ``if __name__ == "__main__":``. A page that takes more than 10 seconds
            comes out as ``Rejected("timeout")`` there, one that ends its worker or takes more than 1 GB of
            memory as ``Rejected("worker_died")``; it costs no other.
    """
    from newsclean.batch.many import clean_many as run

    return run(pages, Cleaner(registry=registry(), limits=limits), workers=workers, explain=explain)


def sites() -> tuple[str, ...]:
    """Return the names of all plugins in use, sorted."""
    return tuple(sorted(registry().by_name))


def site_for(url: str) -> str | None:
    """Return the name of the plugin that serves an address, or None for the generic judge."""
    site = registry().site_for(url)
    return site.name if site else None


def register(plugin: Site | Platform) -> None:
    """Use one plugin more, in this process, from now on.

    A plugin that was registered before under the same name is replaced, so that an edited one can be
    tried at once. A built-in or installed plugin is not; pass yours to `clean` as ``site=``.

    Raises:
        PluginError: its name or one of its hosts is taken, or a rule cannot be read.
    """
    _registries[_setting()] = extend(registry(), plugin, replace=True)


def load_site(path: str | os.PathLike[str]) -> Site | Platform:
    """Read a plugin from a file: ``.toml``, which holds no code, or ``.py``, which is run.

    Give it to `register`, or to `clean` as ``site=``.

    Raises:
        PluginError: the file holds no plugin, or not one that can be used; the message says where and what.
        OSError: it cannot be read.
    """
    from newsclean.authoring.files import load_site as load_file

    plugin = load_file(os.fspath(path))
    registry().plan(plugin)  # reads its patterns and selectors
    return plugin

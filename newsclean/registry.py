"""Which plugin serves a page.

A registry is a value: made of plugins once, never changed. `register` makes a new one.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import pkgutil
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from newsclean.errors import PluginError
from newsclean.known import ByName, Hosts, Known, claim, read, same_name
from newsclean.marks import Marks
from newsclean.patterns import folded, needed
from newsclean.plan import Plan, compile_plan
from newsclean.plugin import Pack, Platform, Site
from newsclean.steps.blocks import Block
from newsclean.steps.budget import said
from newsclean.steps.page import Page
from newsclean.steps.urls import split_address

ENTRY_POINTS = "newsclean.sites"
MIN_LINES = 2
"""Different lines of an outlet that a dump must hold to be taken for one of its own."""
MAX_PASSED = 64
"""Compiled plugins kept beside those of the registry: the ones that callers pass as ``site=``."""


@dataclass(frozen=True)
class Registry:
    """The plugins in use, indexed."""

    entries: tuple[Site | Known, ...] = ()
    """Sites, and what is known of those that nobody has asked for yet."""
    platforms: tuple[Platform, ...] = ()
    registered: frozenset[str] = frozenset()
    """Names of those that `newsclean.register` brought, and may bring again."""

    def __reduce__(self) -> tuple[type[Registry], tuple[Any, ...]]:
        """A copy in another process makes its own indexes; ids of objects are another's there."""
        return Registry, (self.entries, self.platforms, self.registered)

    def __post_init__(self) -> None:
        self._hosts  # conflicts are refused at load  # noqa: B018

    @property
    def sites(self) -> tuple[Site, ...]:
        """All sites, read."""
        return tuple(map(read, self.entries))

    @property
    def plugins(self) -> tuple[Site | Platform, ...]:
        """All of them, read, sites first."""
        sites: tuple[Site | Platform, ...] = self.sites
        return sites + self.platforms

    @cached_property
    def _hosts(self) -> Hosts:
        names: dict[str, object] = {}
        index: dict[str, tuple[tuple[str, Site | Known], ...]] = {}
        for entry in (*self.entries, *self.platforms):
            if names.setdefault(entry.name, entry) is not entry:
                raise same_name(entry.name)
            if not isinstance(entry, Platform):
                claim(index, entry)
        return index

    def with_site(self, site: Site, registered: frozenset[str]) -> Registry:
        """Return a registry with one site more, without reading the index of the others again."""
        if site.name in self.by_name:
            raise same_name(site.name)
        hosts = dict(self._hosts)
        claim(hosts, site)
        new = object.__new__(Registry)
        new.__dict__.update(
            entries=(*self.entries, site), platforms=self.platforms, registered=registered, _hosts=hosts
        )
        return new

    @cached_property
    def _outlets(self) -> Mapping[str, Site | Known]:
        return {outlet.casefold(): site for site in self.entries for outlet in (site.name, *site.outlets)}

    @cached_property
    def by_name(self) -> Mapping[str, Site | Platform]:
        """Plugins by name."""
        return ByName((*self.entries, *self.platforms))

    def site_for(self, url: str | None) -> Site | None:
        """Return the site of an address: the longest host, then the longest path."""
        if not url:
            return None
        host, path = split_address(url)
        while host:
            for prefix, site in self._hosts.get(host, ()):
                if not prefix or path == prefix or path.startswith(prefix + "/"):
                    return read(site)
            host = host.partition(".")[2]
        return None

    def outlet(self, name: str | None) -> Site | None:
        """Return the site that an aggregator calls by this name."""
        key = (name or "").casefold()
        site = self._outlets.get(key) or self._outlets.get(key.removeprefix("the "))
        return read(site) if site else None

    def detect(self, page: Page) -> Site | Platform | None:
        """Return the plugin that serves a page: by its address, the outlet's marks in it, or its template."""
        metadata = page.metadata
        urls = [url for url in (page.url, metadata.links.get("canonical"), metadata.first("og:url")) if url]
        for url in urls:
            if site := self.site_for(url):
                return site
        if page.kind == "html" and not urls:  # an address of another outlet is believed before any mark
            marked = (site for site in self.entries if site.detect and re.search(site.detect, page.text))
            if found := next(marked, None):
                return read(found)
        return self.platform_of(page)

    def platform_of(self, page: Page) -> Platform | None:
        """Return the platform whose signs an HTML page holds."""
        signs = page.metadata.signs
        told = folded(signs)
        likely = (p for p, words in self._detects if words is None or any(word in told for word in words))
        return next((p for p in likely if re.search(p.detect or "", signs)), None)

    @cached_property
    def _detects(self) -> tuple[tuple[Platform, frozenset[str] | None], ...]:
        """Platforms with the words of which one must be among a page's signs: most are ruled out by these."""
        return tuple((p, needed(p.detect)) for p in self.platforms if p.detect)

    def detect_lines(self, blocks: Iterable[Block]) -> Site | Platform | None:
        """Return the plugin whose own lines a dump holds; the most different ones win."""
        texts = {block.text for block in blocks if len(block.text) <= 300}
        place = self._marks.outlet(texts, MIN_LINES)
        found = None if place is None else self._marked[place]
        return found.read() if isinstance(found, Known) else found

    def plan(self, plugin: Site | Platform) -> Plan:
        """Return a plugin's rules, its platform's and its packs', compiled; the same plugin compiles once.

        The same is the same object: an edited plugin is another one, whatever its name. It is held
        beside its plan, so that no later object can get its id.
        """
        held = self._plans.get(id(plugin))
        if held and held[0] is plugin:
            return held[1]
        plan = compile_plan(plugin, digest(plugin))
        if len(self._plans) >= len(self.by_name) + MAX_PASSED:
            self._plans.clear()
        self._plans[id(plugin)] = (plugin, plan)
        return plan

    @cached_property
    def _marked(self) -> tuple[Site | Known | Platform, ...]:
        return (*self.entries, *self.platforms)

    @cached_property
    def _marks(self) -> Marks:
        return Marks(entry.lines for entry in self._marked)

    @cached_property
    def _plans(self) -> dict[int, tuple[Site | Platform, Plan]]:
        return {}


def digest(plugin: Site | Platform) -> str:
    """Return a short digest of all that a plugin says; it stands in every record that the plugin made."""
    return hashlib.sha256(repr(_literal(plugin)).encode()).hexdigest()[:12]


def _literal(value: object) -> object:
    """Return a plugin as nested tuples; a hook is represented by its source."""
    if isinstance(value, (Site, Platform, Pack)):
        return tuple((f.name, _literal(getattr(value, f.name))) for f in fields(value))
    if isinstance(value, Mapping):
        return tuple(sorted(value.items()))
    if isinstance(value, tuple):
        return tuple(map(_literal, value))
    return _source(value) if callable(value) else value


def _source(hook: object) -> str:
    import inspect

    try:
        return inspect.getsource(hook)  # type: ignore[arg-type]
    except (OSError, TypeError):
        return f"{getattr(hook, '__module__', '')}.{getattr(hook, '__qualname__', '')}"


# ------------------------------------------------------------------ where plugins come from


def built_in() -> Registry:
    """Return the plugins of this package: platforms, and the index of the sites."""
    from newsclean.sites._index import SITES

    platforms = [module.PLATFORM for module in _modules("newsclean.platforms")]
    return Registry(SITES, tuple(platforms))


def _modules(package: str) -> Iterator[Any]:
    path = importlib.import_module(package).__path__
    for info in sorted(pkgutil.iter_modules(path), key=lambda info: info.name):
        if not info.name.startswith("_"):
            yield importlib.import_module(f"{package}.{info.name}")


def load(setting: str | None = None) -> Registry:
    """Load built-in plugins and those of installed packages.

    Args:
        setting: ``off`` for no plugins at all; by default the environment's ``NEWSCLEAN_PLUGINS``.
    """
    setting = os.environ.get("NEWSCLEAN_PLUGINS", "") if setting is None else setting
    if setting.strip().lower() == "off":
        return Registry()
    registry = built_in()
    for name, plugin in _installed():
        try:
            registry = extend(registry, plugin)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            _warn(name, "is not used", error)
    return registry


def _installed() -> Iterator[tuple[str, Site | Platform]]:
    from importlib.metadata import entry_points

    for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda e: e.name):
        try:
            plugin = entry.load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # whatever a stranger's module raises, sys.exit() included
            _warn(entry.name, "cannot be imported", error)
            continue
        if isinstance(plugin, (Site, Platform)):
            yield plugin.name, plugin
        else:
            warnings.warn(f"newsclean plugin {entry.name!r} is a {type(plugin).__name__}, no Site", stacklevel=3)


def _warn(name: str, what: str, error: BaseException) -> None:
    """Name a plugin that is left out; the others work on."""
    why = str(error) if isinstance(error, PluginError) else said(error)
    warnings.warn(f"newsclean plugin {name!r} {what}: {why}", stacklevel=3)


def extend(registry: Registry, plugin: Site | Platform, *, replace: bool = False) -> Registry:
    """Return a registry with one plugin more.

    Args:
        registry: the plugins so far.
        plugin: the new one.
        replace: it takes the place of one of the same name that came with ``replace=True`` too.

    Raises:
        PluginError: its name or one of its hosts is taken, or a pattern or selector cannot be read.
    """
    if not isinstance(plugin, (Site, Platform)):
        raise TypeError(f"a plugin is a Site or a Platform, not {type(plugin).__name__}")
    old = plugin.name if replace and plugin.name in registry.registered else None
    registered = registry.registered | {plugin.name} if replace else registry.registered
    entries = registry.entries if old is None else tuple(site for site in registry.entries if site.name != old)
    platforms = tuple(platform for platform in registry.platforms if platform.name != old)
    if isinstance(plugin, Platform):
        new = Registry(entries, (*platforms, plugin), registered)
    elif old is None:
        new = registry.with_site(plugin, registered)
    else:
        new = Registry((*entries, plugin), platforms, registered)
    new.plan(plugin)
    return new

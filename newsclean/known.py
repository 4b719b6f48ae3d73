"""Sites that are known before they are read, and whose host is whose."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsclean.errors import PluginError
from newsclean.plugin import Platform, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A site of this package as its index knows it: enough to choose it by. Its module is read when it is chosen."""

    name: str
    hosts: tuple[str, ...]
    outlets: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    detect: str | None = None

    def read(self) -> Site:
        """Import the site."""
        site: Site = importlib.import_module(f"newsclean.sites.{self.name}").SITE
        return site


def read(entry: Site | Known) -> Site:
    """Return the site itself."""
    return entry.read() if isinstance(entry, Known) else entry


class ByName(Mapping[str, Site | Platform]):
    """Plugins by name; one is read when it is asked for."""

    def __init__(self, entries: Iterable[Site | Known | Platform]) -> None:
        self._entries = {entry.name: entry for entry in entries}

    def __getitem__(self, name: str) -> Site | Platform:
        entry = self._entries[name]
        return entry.read() if isinstance(entry, Known) else entry

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


Hosts = Mapping[str, tuple[tuple[str, Site | Known], ...]]
"""Host to its sites with their paths, longest path first."""


def claim(hosts: dict[str, tuple[tuple[str, Site | Known], ...]], site: Site | Known) -> None:
    """Enter a site under its hosts.

    Raises:
        PluginError: one of them is taken.
    """
    for place in site.hosts:
        host, _, path = place.lower().removeprefix("www.").partition("/")
        path = path.strip("/")
        held = hosts.get(host, ())
        other = next((entry for prefix, entry in held if prefix == path), site)
        if other is not site:
            raise PluginError(
                f"{place!r} is claimed by {other.name!r} and by {site.name!r}; remove it from one of them"
            )
        paths = {**dict(held), path: site}
        hosts[host] = tuple(sorted(paths.items(), key=lambda item: -len(item[0])))


def same_name(name: str) -> PluginError:
    """Return what to tell of a name that two plugins have."""
    return PluginError(f"two plugins are called {name!r}; give yours another name, or pass it to clean as site=")

"""Plugins in files: TOML, which holds no code, and Python modules.

A TOML plugin is the same contract, key by key:

    name = "example_gazette"
    hosts = ["example-gazette.test"]
    lines = ["Also in the Gazette", "Stay ashore with us"]

    [[layouts]]
    name = "now"
    marker = "div.gz-story"
    body = "div.gz-story"

    [fields]
    title = "h1.gz-head"

    [[rules]]
    action = "drop"            # drop, trim, cut or keep
    label = "advert"
    name = "promo"
    css = ".gz-promo"

``kind = "platform"`` makes a `Platform`. ``packs`` and ``platform`` name those of newsclean:
``packs = ["english", "ap_copy"]``. Functions (`refine`, `related`) are for Python.
"""

from __future__ import annotations

import importlib.util
import json
import pkgutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from newsclean.errors import PluginError
from newsclean.plugin import Layout, Pack, Platform, Rule, Site, cut, drop, keep, trim

_MAKERS = {"drop": drop, "trim": trim, "cut": cut, "keep": keep}
_SKIPPED = ("platform", "packs", "layouts", "rules", "fields", "refine", "related")


def load_site(path: str | Path) -> Site | Platform:
    """Read a plugin from a ``.toml`` or ``.py`` file; a Python file is run, a TOML file holds nothing to run.

    Raises:
        PluginError: the file holds no plugin, or not one that can be used; the message says where and what.
        OSError: it cannot be read.
    """
    file = Path(path)
    if file.suffix == ".py":
        return _from_python(file)
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise PluginError(f"{file}: no TOML: {error}") from None
    try:
        return from_data(data)
    except PluginError as error:
        raise PluginError(f"{file}: {error}") from None


def _from_python(file: Path) -> Site | Platform:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    if spec is None or spec.loader is None:
        raise PluginError(f"{file}: cannot be imported")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except OSError:
        raise
    except Exception as error:  # a stranger's module
        why = str(error) if isinstance(error, PluginError) else f"{type(error).__name__}: {error}"
        raise PluginError(f"{file}: {why}") from None
    plugin = getattr(module, "SITE", None) or getattr(module, "PLATFORM", None)
    if not isinstance(plugin, (Site, Platform)):
        raise PluginError(f"{file}: has no SITE and no PLATFORM")
    return plugin


def from_data(data: Mapping[str, Any]) -> Site | Platform:
    """Make a plugin of the tables of a TOML file.

    Raises:
        PluginError: a key that is not known, or a value that cannot be used.
    """
    made = dict(data)
    kind = made.pop("kind", "site")
    if kind not in ("site", "platform"):
        raise PluginError(f"kind is 'site' or 'platform', not {kind!r}")
    cls: type[Site | Platform] = Site if kind == "site" else Platform
    known = {f.name for f in fields(cls)} - {"refine", "related"}
    for key in made:
        if key not in known:
            raise PluginError(f"unknown key {key!r}; one of kind, {', '.join(sorted(known))}")
    made["layouts"] = tuple(_layout(item) for item in _tables(made, "layouts"))
    made["rules"] = tuple(_rule(item, at) for at, item in enumerate(_tables(made, "rules"), 1))
    made["packs"] = tuple(_pack(name) for name in _list(made, "packs"))
    if "platform" in made:
        made["platform"] = _platform(made["platform"])
    for key in ("hosts", "outlets", "lines"):
        if key in made:
            made[key] = tuple(_list(made, key))
    if "name" not in made:
        raise PluginError("name is missing")
    return cls(**made)


def _list(data: Mapping[str, Any], key: str) -> list[Any]:
    value = data.get(key, [])
    if not isinstance(value, list):
        raise PluginError(f"{key} is a list, not {value!r}")
    return value


def _tables(data: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    for item in _list(data, key):
        if not isinstance(item, dict):
            raise PluginError(f"{key} are tables: write [[{key}]]")
    return _list(data, key)


def _layout(item: dict[str, Any]) -> Layout:
    values = dict(item)
    if isinstance(values.get("json"), list):
        values["json"] = tuple(values["json"])
    layout: Layout = _made(Layout, values, f"layout {item.get('name')!r}")
    return layout


def _rule(item: dict[str, Any], at: int) -> Rule:
    values = dict(item)
    action = values.pop("action", "drop")
    where = f"rule {values.get('name', values.get('label', at))!r}"
    if action not in _MAKERS:
        raise PluginError(f"{where}: action is one of {', '.join(_MAKERS)}, not {action!r}")
    label = () if action == "keep" else (values.pop("label", None),)
    rule: Rule = _made(_MAKERS[action], values, where, *label)
    return rule


def _made(make: Any, values: dict[str, Any], where: str, *args: Any) -> Any:
    try:
        return make(*args, **values)
    except TypeError as error:  # its message names the key
        raise PluginError(f"{where}: {str(error).partition(') ')[2] or error}") from None


def _platform(name: Any) -> Platform:
    found = _names("newsclean.platforms", Platform)
    if name not in found:
        raise PluginError(f"no platform is called {name!r}; one of {', '.join(sorted(found))}")
    platform: Platform = found[name]
    return platform


def _pack(name: Any) -> Pack:
    found = _names("newsclean.packs", Pack)
    if name not in found:
        raise PluginError(f"no pack is called {name!r}; one of {', '.join(sorted(found))}")
    pack: Pack = found[name]
    return pack


@cache
def _names(package: str, kind: type[Pack | Platform]) -> dict[str, Any]:
    """Return the packs or platforms of newsclean by their names."""
    found = {}
    for info in pkgutil.iter_modules(import_module(package).__path__):
        for value in vars(import_module(f"{package}.{info.name}")).values():
            if isinstance(value, kind):
                found[value.name] = value
    return found


# ------------------------------------------------------------------ the other way


def to_toml(plugin: Site | Platform) -> str:
    """Write a plugin as TOML.

    Raises:
        PluginError: it has a function, which TOML cannot hold.
    """
    if plugin.refine or plugin.related:
        raise PluginError(f"{plugin.name}: has a function; TOML holds none")
    lines = [] if isinstance(plugin, Site) else ['kind = "platform"']
    for f in fields(plugin):
        value = getattr(plugin, f.name)
        if f.name not in _SKIPPED and value:
            lines.append(f"{f.name} = {_literal(value)}")
    lines += [f"packs = {_literal([pack.name for pack in plugin.packs])}"] if plugin.packs else []
    if isinstance(plugin, Site) and plugin.platform:
        lines.append(f"platform = {_literal(plugin.platform.name)}")
    for layout in plugin.layouts:
        lines += ["", "[[layouts]]", *_pairs(layout)]
    if plugin.fields:
        lines += ["", "[fields]", *(f"{key} = {_literal(css)}" for key, css in plugin.fields.items())]
    for rule in plugin.rules:
        lines += ["", "[[rules]]", *_pairs(rule)]
    return "\n".join(lines) + "\n"


def _pairs(value: Layout | Rule) -> Iterator[str]:
    """Yield what differs from the default, as TOML."""
    for f in fields(value):
        held = getattr(value, f.name)
        if held != f.default and not (f.name == "label" and getattr(value, "action", "") == "keep"):
            yield f"{f.name} = {_literal(held)}"


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_literal, value)) + "]"
    if isinstance(value, str):
        plain = "'" not in value and "\n" not in value and "\\" in value
        return f"'{value}'" if plain else json.dumps(value, ensure_ascii=False)
    return str(value)

"""A plugin begun: the site file, its first case and the record that the case gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from newsclean.authoring.files import to_toml
from newsclean.authoring.guess import Guess, guess
from newsclean.authoring.scrub import made_up, scrub
from newsclean.errors import PluginError
from newsclean.plugin import Layout, Platform, Rule, Site
from newsclean.registry import Registry, extend, load
from newsclean.steps.decode import Decoded, decode
from newsclean.testing import Case, outcome, read_settings, save


class Started(NamedTuple):
    """What was written, and what a person has to look at."""

    file: Path
    case: Path
    guess: Guess
    cleaner: str | None


def start(
    source: str | bytes, url: str, folder: Path, *, name: str | None = None, toml: bool = False, words: bool = False
) -> Started:
    """Write a plugin guessed from a page, and a case of it.

    Args:
        words: keep the page's own words in the case; by default they are replaced, so that it can be shared.

    Raises:
        PluginError: a file of that name is there already.
        Rejected: the page holds no story.
    """
    guessed = guess(source, url, name)
    site = guessed.site
    file = folder / f"{site.name}.{'toml' if toml else 'py'}"
    case = folder / "fixtures" / "sites" / site.name / "first"
    for path in (file, case):
        if path.exists():
            raise PluginError(f"{path} is there already; choose another name with --name, or remove it")
    got = decode(source) if isinstance(source, bytes) else Decoded(source, None, "caller")
    case.mkdir(parents=True)
    (case / "page.html").write_text(got.text if words else scrub(got.text), encoding="utf-8")
    address = url if words else _address(url)
    (case / "case.toml").write_text(f"url = {json.dumps(address)}\n", encoding="utf-8")
    file.write_text(to_toml(site) if toml else to_python(site), encoding="utf-8")
    made = Case(path=case, settings=read_settings(case / "case.toml"))
    record = outcome(made, "page.html", _cleaner(site))
    save(made, "page.html", record)
    return Started(file, case, guessed, record.get("cleaner"))


def _cleaner(site: Site):  # type: ignore[no-untyped-def]
    from newsclean.cleaner import Cleaner

    return Cleaner(registry=beside_others(site))


def _address(url: str) -> str:
    head, _, tail = url.partition("://")
    host, slash, path = tail.partition("/")
    return f"{head}://{host}{slash}{made_up(path) if path.count('-') > 1 else path}"


def beside_others(plugin: Site | Platform) -> Registry:
    """Return the plugins in use with this one among them; it takes the place of those that have its name or hosts."""
    others = load()
    hosts = set(plugin.hosts) if isinstance(plugin, Site) else set()
    entries = tuple(e for e in others.entries if e.name != plugin.name and hosts.isdisjoint(e.hosts))
    platforms = tuple(p for p in others.platforms if p.name != plugin.name)
    return extend(Registry(entries, platforms), plugin)


def to_python(site: Site) -> str:
    """Write a site as a module."""
    makers = sorted({rule.action for rule in site.rules})
    lines = [
        f'"""{site.hosts[0]}: say which templates it has, and since when."""',
        "",
        f"from newsclean.plugin import Layout, Site{''.join(', ' + maker for maker in makers)}",
        "",
        "SITE = Site(",
        f"    name={_text(site.name)},",
        f"    hosts=({', '.join(map(_text, site.hosts))},),",
        "    layouts=(",
        *(f"        {_layout(layout)}," for layout in site.layouts),
        "    ),",
    ]
    if site.fields:
        pairs = ", ".join(f"{_text(k)}: {_text(v)}" for k, v in site.fields.items())
        lines.append(f"    fields={{{pairs}}},")
    if site.rules:
        lines += ["    rules=(", *(f"        {_rule(rule)}," for rule in site.rules), "    ),"]
    return "\n".join([*lines, ")", ""])


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _layout(layout: Layout) -> str:
    judged = ", judged=True" if layout.judged else ""
    return f"Layout(name={_text(layout.name)}, marker={_text(layout.marker)}, body={_text(layout.body)}{judged})"


def _rule(rule: Rule) -> str:
    parts = [_text(rule.label)] if rule.action != "keep" else []
    parts += [f"name={_text(rule.name)}"] if rule.name != rule.label else []
    parts += [f"css={_text(rule.css)}"] if rule.css else []
    parts += [f"text={_text(rule.text)}"] if rule.text else []
    return f"{rule.action}({', '.join(parts)})"

"""What is written from the plugins: the index that chooses among them, and the page that lists them."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import newsclean.sites  # noqa: F401  the package, not the function of that name
from newsclean.plan import compile_plan
from newsclean.plugin import Pack, Platform, Site
from newsclean.registry import digest

PACKAGE = Path(__file__).resolve().parents[1]
INDEX = PACKAGE / "sites" / "_index.py"
HEAD = '''"""The sites of this package by name and host; written by ``newsclean sites index``."""

from newsclean.known import Known

SITES = (
'''


def sites() -> list[Site]:
    """Import every site of this package, sorted by name."""
    return [module.SITE for module in _modules("newsclean.sites")]


def platforms() -> list[Platform]:
    """Import every platform of this package, sorted by name."""
    return [module.PLATFORM for module in _modules("newsclean.platforms")]


def packs() -> list[Pack]:
    """Import every pack of this package, sorted by name."""
    found = {v.name: v for m in _modules("newsclean.packs") for v in vars(m).values() if isinstance(v, Pack)}
    return [found[name] for name in sorted(found)]


def _modules(package: str) -> Iterator[Any]:
    for info in sorted(pkgutil.iter_modules(import_module(package).__path__), key=lambda info: info.name):
        if not info.name.startswith("_"):
            yield import_module(f"{package}.{info.name}")


def index_source(found: Iterable[Site]) -> str:
    """Return the source of the index."""
    entries = []
    for site in found:
        parts = [f"name={site.name!r}", f"hosts={site.hosts!r}"]
        parts += [f"{key}={value!r}" for key in ("outlets", "lines", "detect") if (value := getattr(site, key))]
        entries.append(f"    Known({', '.join(parts)}),\n")
    return HEAD + "".join(entries) + ")\n"


def docs_source(cases: Path) -> str:
    """Return the page ``docs/sites.md``.

    Args:
        cases: the folder ``fixtures/sites``.
    """
    known, chains = sites(), platforms()
    rows = [_row(site, cases, ", ".join(site.hosts)) for site in known]
    out = [
        "# Sites and platforms",
        "",
        "Written by `newsclean sites index`; do not edit. `newsclean sites show NAME` prints the rules of one.",
        "",
        f"{len(known)} sites, {sum(len(site.hosts) for site in known)} hosts, {len(chains)} platforms, "
        f"{len(packs())} packs. A layout marked `*` leaves the decision inside its scope to the judge.",
        "",
        "## Platforms",
        "",
        "| platform | known by | layouts | rules | cases |",
        "|---|---|---|---|---|",
        *(_row(platform, cases, f"`{_cell(platform.detect or 'a site that names it')}`") for platform in chains),
        "",
        "## Sites",
        "",
        "| site | hosts | layouts | rules | cases |",
        "|---|---|---|---|---|",
        *rows,
        "",
        "## Packs",
        "",
        "| pack | rules |",
        "|---|---|",
        *(f"| {pack.name} | {', '.join(rule.name for rule in pack.rules)} |" for pack in packs()),
    ]
    return "\n".join(out) + "\n"


def _row(plugin: Site | Platform, cases: Path, known_by: str) -> str:
    plan = compile_plan(plugin, digest(plugin))
    layouts = ", ".join(layout.name + ("*" if layout.judged else "") for layout in plan.layouts)
    own = ", ".join(rule.name for rule in plugin.rules)
    count = len(list(cases.glob(f"{plugin.name}/*/case.toml")))
    return f"| {plugin.name} | {known_by} | {layouts or '-'} | {own or '-'} ({len(plan.rules)} in all) | {count} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def write(docs: Path, cases: Path) -> None:
    """Write the index and the page."""
    INDEX.write_text(formatted(index_source(sites())), encoding="utf-8")
    docs.write_text(docs_source(cases), encoding="utf-8")


def formatted(source: str) -> str:
    """Return the index with one site a line and strings in double quotes, as the formatter leaves it alone."""
    return source.replace("SITES = (\n", "# fmt: off\nSITES = (\n") + "# fmt: on\n"


def stale(docs: Path, cases: Path) -> list[Path]:
    """Return the files that are not current."""
    wanted = {INDEX: formatted(index_source(sites())), docs: docs_source(cases)}
    return [file for file, text in wanted.items() if not file.is_file() or file.read_text(encoding="utf-8") != text]

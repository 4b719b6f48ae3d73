"""Drift: known sites over recent pages, and what no longer fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from newsclean.choose import label_page
from newsclean.errors import Rejected
from newsclean.limits import DEFAULT_LIMITS
from newsclean.plugin import Platform, Site
from newsclean.registry import Registry
from newsclean.steps.blocks import weight
from newsclean.steps.decode import decode
from newsclean.steps.page import html_page

SHORT = 0.7
"""A body below this share of what JSON-LD announces is worth a look."""
ENOUGH_PAGES = 3
"""Fewer pages do not tell that a rule has stopped firing."""


@dataclass(slots=True)
class Health:
    """What the pages of one plugin showed."""

    pages: int = 0
    layouts: dict[str, int] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    """Pages on which no layout fitted."""
    short: list[str] = field(default_factory=list)
    """Pages whose body is much shorter than JSON-LD announces."""
    rejected: list[str] = field(default_factory=list)
    fired: dict[str, int] = field(default_factory=dict)


def examine(pages: Iterable[tuple[str, bytes, str | None]], registry: Registry) -> dict[str, Health]:
    """Run the plugins over pages: name, source, address if known. Pages that no plugin serves are passed by."""
    found: dict[str, Health] = defaultdict(Health)
    for name, source, url in pages:
        try:
            page = html_page(decode(source), url, None, DEFAULT_LIMITS)
        except Rejected:
            continue
        plugin = registry.detect(page)
        if plugin is not None:
            _examine(found[plugin.name], name, page, plugin, registry)
    return dict(found)


def _examine(health: Health, name: str, page: Any, plugin: Site | Platform, registry: Registry) -> None:
    health.pages += 1
    try:
        labelling = label_page(page, plugin, registry, DEFAULT_LIMITS)
    except Rejected as rejected:
        health.rejected.append(f"{name}: {rejected.reason}")
        return
    owner, _, layout = labelling.cleaner.partition("/")
    health.layouts[layout] = health.layouts.get(layout, 0) + 1
    if plugin.layouts and (owner != plugin.name or layout == "generic"):
        health.missed.append(name)
    labelled = labelling.labelled
    rules = {v.rule for v in labelled.verdicts if v} | {c.rule for cuts in labelled.cuts.values() for c in cuts}
    for rule in rules:
        health.fired[rule] = health.fired.get(rule, 0) + 1
    announced = page.metadata.story().get("articleBody")
    if isinstance(announced, str) and labelled.size() < SHORT * weight(" ".join(announced.split())):
        health.short.append(name)


def report(
    found: Mapping[str, Health], registry: Registry, before: Mapping[str, Mapping[str, Any]] | None = None
) -> Iterator[str]:
    """Yield what to look at, one finding a line.

    Args:
        before: what an earlier run found, to tell rules that have stopped firing from those that never did here.
    """
    for name, health in sorted(found.items()):
        for page in health.missed:
            yield f"{name}: no layout fits {page}; look for a redesign, and add a layout before the others"
        for page in health.rejected:
            yield f"{name}: no story in {page}"
        for page in health.short:
            yield f"{name}: {page} gives much less than its JSON-LD announces; the scope may be too narrow"
        for rule in stopped(name, health, registry, before):
            yield f"{name}: {rule} fired on none of {health.pages} pages; its words or its place may be gone"


def stopped(name: str, health: Health, registry: Registry, before: Mapping[str, Mapping[str, Any]] | None) -> list[str]:
    """Return the rules of a plugin that fired on no page."""
    if health.pages < ENOUGH_PAGES:
        return []
    if before is not None:
        fired = before.get(name, {}).get("fired", {})
        return sorted(rule for rule in fired if rule.startswith(f"{name}/") and rule not in health.fired)
    own = (ready.id for ready in registry.plan(registry.by_name[name]).rules if ready.id.startswith(f"{name}/"))
    return sorted(rule for rule in own if rule not in health.fired)


def as_json(found: Mapping[str, Health]) -> dict[str, dict[str, Any]]:
    """Return what was found as plain data, sorted."""
    return {
        name: {k: dict(sorted(v.items())) if isinstance(v, dict) else v for k, v in asdict(found[name]).items()}
        for name in sorted(found)
    }

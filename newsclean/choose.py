"""Who labels a page: a site's layout, the platform behind it, the lines of a dump, or the generic judge."""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from newsclean.errors import PluginError
from newsclean.limits import Limits
from newsclean.plan import Plan
from newsclean.plugin import Layout, Platform, Site
from newsclean.registry import Registry
from newsclean.steps import hooks
from newsclean.steps import label as labels
from newsclean.steps.dump import segment_text
from newsclean.steps.judge import judge_html
from newsclean.steps.judge_lines import judge_dump, mark_repeated
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.lines import menus, reread
from newsclean.steps.page import Page
from newsclean.steps.segment import segment_html
from newsclean.steps.select import Finder
from newsclean.steps.supply import supply
from newsclean.steps.units import Line

LAYOUT_CONFIDENCE = 0.98
"""Confidence of a body that an outlet's rules delimit; the judges state their own."""

Plugin = Site | Platform


class Labelling(NamedTuple):
    """The labelled blocks of a page and who labelled them."""

    labelled: Labelled
    cleaner: str
    plan: Plan | None
    confidence: float | None
    flags: frozenset[str] = frozenset()


def label_page(
    page: Page, plugin: Plugin | None, registry: Registry, limits: Limits, site_lines: Collection[str] | None = None
) -> Labelling:
    """Label a page by the plugin given, else by the one that serves it, else by the judge.

    A plugin that breaks its contract costs a warning with its name and the flag ``plugin_error``.
    """
    plugin = plugin or registry.detect(page)
    if page.kind == "text":
        return label_dump(page, plugin, registry, limits, site_lines or ())
    flags: frozenset[str] = frozenset()
    for candidate in candidates(plugin, page, registry):
        try:
            plan = registry.plan(candidate)
            found = by_layout(page, plan, limits)
        except PluginError as error:
            flags |= {"plugin_error"}
            warn(candidate, error)
            continue
        # A platform that bounds nothing knows less than the rules of the site itself.
        if found and (candidate is plugin or not found.cleaner.endswith("/generic")):
            return found._replace(flags=flags)
        flags |= {"site_layout_missed"} if plan.layouts else frozenset()
    if plugin and "plugin_error" not in flags:
        try:
            return by_judge(page, registry.plan(plugin), limits)._replace(flags=flags)
        except PluginError as error:
            flags |= {"plugin_error"}
            warn(plugin, error)
    return by_judge(page, None, limits)._replace(flags=flags)


def warn(plugin: Plugin, error: PluginError) -> None:
    """Say that a plugin broke its contract."""
    warnings.warn(f"newsclean plugin {plugin.name!r} failed and was not used: {error}", stacklevel=2)


def candidates(plugin: Plugin | None, page: Page, registry: Registry) -> Iterator[Plugin]:
    """Yield the plugin and, if it is a site whose own layouts are missed, the platform behind it."""
    if plugin:
        yield plugin
    if isinstance(plugin, Site) and (platform := registry.platform_of(page)):
        yield platform


# ------------------------------------------------------------------ HTML


def by_layout(page: Page, plan: Plan, limits: Limits) -> Labelling | None:
    """Label by the first layout that finds a story; None if none does."""
    assert page.tree is not None
    finder = Finder(page.tree, plan.selectors)
    layouts = labels.choose_layouts(finder, plan, page.captured)
    judged = [layout for layout in layouts if layout.judged]
    unbounded: Labelling | None = None
    for layout in layouts:
        if layout.judged:
            if unbounded is None:
                unbounded = by_judge(page, plan, limits, judged, finder)
                if not unbounded.cleaner.endswith("/generic"):
                    return unbounded
            continue
        marks = labels.find_marks(finder, plan, layout)
        labelled = Labelled(segment_html(page.tree, limits, marks.elements()))
        labels.label_html(labelled, plan, layout, marks, limits)
        labelled = hooks.refine(labelled, page, plan, limits)
        labels.finish(labelled, plan, layout.name, "html", limits)
        labelled = supply(labelled, page, plan, layout, limits)
        if labelled.size() >= limits.min_scope_chars:
            return Labelling(labelled, f"{plan.name}/{layout.name}", plan, LAYOUT_CONFIDENCE)
    return unbounded


def by_judge(
    page: Page, plan: Plan | None, limits: Limits, layouts: Sequence[Layout] = (), finder: Finder | None = None
) -> Labelling:
    """Ask the generic judge; a known outlet's scope and rules are then applied to the body that it found.

    Args:
        layouts: the scopes that may bound the body; the first that holds nearly all of it does.
    """
    assert page.tree is not None
    marks, scopes = labels.Marks([], [], []), []
    if plan:
        finder = finder or Finder(page.tree, plan.selectors)
        marks = labels.find_marks(finder, plan, None)
        scopes = [finder.find(layout.body) for layout in layouts]
    # The judge is taught on pages with their menus sealed; a plugin's functions see a page as it is.
    seal = plan is None or not (plan.refine or plan.related)
    labelled = Labelled(segment_html(page.tree, limits, marks.elements().union(*scopes), seal=seal))
    confidence = judge_html(page, labelled)
    reread(labelled)
    cleaner = "generic"
    if plan:
        cleaner = f"{plan.name}/generic"
        for layout, scope in zip(layouts, scopes, strict=True):
            if labels.bound(labelled, plan, layout, scope):
                cleaner, marks = f"{plan.name}/{layout.name}", marks._replace(scope=scope)
                break
        labels.label_judged(labelled, plan, marks, limits)
        labelled = hooks.refine(labelled, page, plan, limits)
        labelled.mark(0, len(labelled.blocks), Verdict("body", cleaner))
        labels.trim(labelled, plan, "html", limits)
    held = next((layout for layout in layouts if layout.json), None)
    labelled = supply(labelled, page, plan, held, limits)
    if plan and held and any(found.source.startswith("json:") for found in labelled.fields.get("body", ())):
        cleaner = f"{plan.name}/{held.name}"
    return Labelling(labelled, cleaner, plan, confidence)


# ------------------------------------------------------------------ dumps


def label_dump(
    page: Page, plugin: Plugin | None, registry: Registry, limits: Limits, site_lines: Collection[str] = ()
) -> Labelling:
    """Label the lines of a dump; without a URL an outlet is known by its own lines."""
    segments = segment_text(page.text)
    plugin = plugin or registry.detect_lines(segments.blocks)
    flags: frozenset[str] = frozenset()
    if plugin:
        try:
            return by_lines(page, plugin, Labelled(segments), registry, limits, site_lines)
        except PluginError as error:
            flags |= {"plugin_error"}
            warn(plugin, error)
    labelled = Labelled(segments)
    labels.label_prefix(labelled)
    return Labelling(labelled, "generic", None, judge_dump(labelled, page.text, site_lines=site_lines), flags)


def by_lines(
    page: Page,
    plugin: Plugin,
    labelled: Labelled,
    registry: Registry,
    limits: Limits,
    site_lines: Collection[str] = (),
) -> Labelling:
    """Label a dump by an outlet's rules, and by those of the outlet whose story it prints."""
    plan = registry.plan(plugin)
    labels.label_prefix(labelled)
    labels.label_text(labelled, plan, limits)
    labelled = hooks.refine(labelled, page, plan, limits)
    origin = origin_of(labelled, plan, registry)
    if origin:
        labels.label_text(labelled, origin, limits)
    mark_repeated(labelled, site_lines)
    confidence: float | None = LAYOUT_CONFIDENCE
    if isinstance(plugin, Platform) or holds_menus(labelled):
        confidence = judge_dump(labelled, page.text)
    labels.finish(labelled, plan, "text", "text", limits)
    if origin:
        labels.trim(labelled, origin, "text", limits)
    return Labelling(labelled, f"{plan.name}/text", plan, confidence)


def holds_menus(labelled: Labelled) -> bool:
    """Tell whether a dump is of a whole page: an outlet's rules know its notices, not its menus.

    The items of a menu may be marked as those of a list; a story's list rarely has so many short ones.
    """
    left = {i: Line(labelled.blocks[i].text) for i, verdict in enumerate(labelled.verdicts) if verdict is None}
    return any(menus(left))


def origin_of(labelled: Labelled, plan: Plan, registry: Registry) -> Plan | None:
    """Return the rules of the outlet whose story an aggregator prints, if the dump names one that is known."""
    names = labelled.fields.get("publisher", [])
    site = registry.outlet(names[0].value) if names else None
    return registry.plan(site) if site and site.name != plan.name else None

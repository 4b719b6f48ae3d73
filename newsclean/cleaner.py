"""One page through the house: decode, segment, label, fields, assemble."""

from __future__ import annotations

import hashlib
import os
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal, NamedTuple

from newsclean._version import __version__
from newsclean.article import Article, Publisher
from newsclean.errors import PluginError, Rejected
from newsclean.limits import DEFAULT_LIMITS, Limits
from newsclean.plan import Plan
from newsclean.plugin import Platform, Site, Story
from newsclean.registry import Registry, extend, load
from newsclean.steps import label as labels
from newsclean.steps.assemble import Origin, assemble, drop_headline, sha256
from newsclean.steps.blocks import Segments
from newsclean.steps.dates import parse_when
from newsclean.steps.decode import Decoded, decode
from newsclean.steps.dump import segment_text
from newsclean.steps.fields import read_fields
from newsclean.steps.judge import judge_html
from newsclean.steps.label import Labelled
from newsclean.steps.lines import judge_text, reread
from newsclean.steps.page import Page, html_page, text_page
from newsclean.steps.segment import segment_html
from newsclean.steps.supply import supply

Kind = Literal["html", "text"]
LAYOUT_CONFIDENCE = 0.98
"""Confidence of a body that a layout delimits; the judge states its own."""
_MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|meta|title|script|article|section|main|div|span|p|a|br|img|h[1-6]|ul|ol|li|table)\b[^<>]*>",
    re.I,
)


class _Outcome(NamedTuple):
    """The labelled blocks of a page and who labelled them."""

    labelled: Labelled
    cleaner: str
    plan: Plan | None
    confidence: float | None
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaner:
    """The cleaner with its plugins and limits: a value, safe to share, to reuse and to send to a worker."""

    registry: Registry
    limits: Limits = DEFAULT_LIMITS

    def clean(
        self,
        page: str | bytes,
        url: str | None = None,
        *,
        kind: Kind | None = None,
        site: str | Site | None = None,
        headers: Mapping[str, str] | None = None,
        captured: datetime | date | str | None = None,
        explain: bool = False,
    ) -> Article:
        """Clean one page; see `newsclean.clean`."""
        _check_types(page, url, kind, headers)
        try:
            got = decode(page, headers) if isinstance(page, bytes) else Decoded(page, None, "caller")
            source = self._page(got, url, kind, _moment(captured))
            outcome = self._label(source, self._plugin(site))
            return self._record(source, outcome, page, explain)
        except Rejected as rejected:
            raise Rejected(rejected.reason, rejected.detail, url) from None

    def _plugin(self, site: str | Site | None) -> Site | Platform | None:
        if site is None or isinstance(site, (Site, Platform)):
            return site
        plugin = self.registry.by_name.get(site)
        if plugin is None:
            raise PluginError(f"no plugin is called {site!r}; `newsclean sites list` names them all")
        return plugin

    def _page(self, got: Decoded, url: str | None, kind: Kind | None, captured: datetime | None) -> Page:
        if not got.text.strip():
            raise Rejected("empty", "the page holds nothing but white space")
        if len(got.text) > self.limits.max_chars:
            raise Rejected("too_large", f"{len(got.text):,} characters; Limits.max_chars is {self.limits.max_chars:,}")
        markup = kind == "html" or (kind is None and _MARKUP.search(got.text) is not None)
        if not markup:
            return text_page(got, url, captured)
        if "<" not in got.text:
            raise Rejected("not_html", "there is no tag in it; pass kind='text' for a dump")
        return html_page(got, url, captured, self.limits)

    # -------------------------------------------------------------- label

    def _label(self, page: Page, plugin: Site | Platform | None) -> _Outcome:
        plugin = plugin or self.registry.detect(page)
        flags: frozenset[str] = frozenset()
        if page.kind == "text":
            segments = segment_text(page.text)
            plugin = plugin or self.registry.detect_lines(segments.blocks)
        for candidate in (plugin, self._behind(plugin, page)):
            if candidate is None:
                continue
            try:
                plan = self.registry.plan(candidate)
                found = self._by_lines(page, candidate, segments) if page.kind == "text" else self._by_layout(page, plan)
            except PluginError as error:
                warnings.warn(f"newsclean plugin {candidate.name!r} failed and was not used: {error}", stacklevel=4)
                flags |= {"plugin_error"}
                continue
            if found:
                return found._replace(flags=found.flags | flags)
            flags |= {"site_layout_missed"} if plan.layouts else frozenset()
        if page.kind == "text":
            labelled = Labelled(segments)
            labels.label_prefix(labelled)
            return _Outcome(labelled, "generic", None, judge_text(labelled), flags)
        return self._by_judge(page, plugin if "plugin_error" not in flags else None, flags)

    def _behind(self, plugin: Site | Platform | None, page: Page) -> Platform | None:
        """Return the platform to try when a site's own layouts are missed."""
        if not isinstance(plugin, Site) or page.kind == "text":
            return None
        return next((p for p in self.registry.platforms if p.detect and re.search(p.detect, page.metadata.signs)), None)

    def _by_lines(self, page: Page, plugin: Site | Platform, segments: Segments) -> _Outcome:
        plan, labelled = self.registry.plan(plugin), Labelled(segments)
        labels.label_prefix(labelled)
        labels.label_text(labelled, plan, self.limits)
        labelled = labels.refine(labelled, page, plan)
        origin = self._origin(labelled, plan)
        if origin:
            labels.label_text(labelled, origin, self.limits)
        confidence: float | None = LAYOUT_CONFIDENCE
        if isinstance(plugin, Platform):  # it knows its template's lines, not the menus of the outlet
            confidence = judge_text(labelled)
        labels.finish(labelled, plan, "text", "text", self.limits)
        if origin:
            labels.trim(labelled, origin, "text", self.limits)
        return _Outcome(labelled, f"{plan.name}/text", plan, confidence)

    def _origin(self, labelled: Labelled, plan: Plan) -> Plan | None:
        """Return the rules of the outlet whose story an aggregator prints, if the dump names one that is known."""
        names = labelled.fields.get("publisher", [])
        site = self.registry.outlet(names[0].value) if names else None
        return self.registry.plan(site) if site and site.name != plan.name else None

    def _by_layout(self, page: Page, plan: Plan) -> _Outcome | None:
        """Label by the first layout that finds a story; None if none does."""
        assert page.tree is not None
        for layout in labels.choose_layouts(page.tree, plan, page.captured):
            marks = labels.find_marks(page.tree, plan, layout)
            labelled = Labelled(segment_html(page.tree, self.limits, marks.elements()))
            labels.label_html(labelled, page, plan, layout, marks, self.limits)
            labelled = labels.refine(labelled, page, plan)
            labels.finish(labelled, plan, layout.name, "html", self.limits)
            labelled = supply(labelled, page, plan, layout, self.limits)
            if sum(len(labelled.kept(i)) for i in labelled.body()) >= self.limits.min_scope_chars:
                return _Outcome(labelled, f"{plan.name}/{layout.name}", plan, LAYOUT_CONFIDENCE)
        return None

    def _by_judge(self, page: Page, plugin: Site | Platform | None, flags: frozenset[str]) -> _Outcome:
        """Ask the generic judge; a known outlet's words are then applied to the judge's body."""
        assert page.tree is not None
        plan = self.registry.plan(plugin) if plugin else None
        marks = labels.find_marks(page.tree, plan, None) if plan else labels.Marks([], [], [])
        labelled = Labelled(segment_html(page.tree, self.limits, marks.elements()))
        confidence = judge_html(page, labelled)
        if plan:
            labels.label_judged(labelled, plan, marks, self.limits)
        else:
            reread(labelled)
        labelled = supply(labelled, page, plan, None, self.limits)
        return _Outcome(labelled, f"{plan.name}/generic" if plan else "generic", plan, confidence, flags)

    # -------------------------------------------------------------- record

    def _record(self, page: Page, outcome: _Outcome, raw: str | bytes, explain: bool) -> Article:
        labelled, plan = outcome.labelled, outcome.plan
        fields = read_fields(page, labelled, plan, self.limits)
        drop_headline(labelled, fields.title)
        size = sum(len(labelled.kept(i)) for i in labelled.body())
        if size < self.limits.min_body_chars:
            reason: Literal["too_short", "not_an_article"] = "too_short" if size else "not_an_article"
            raise Rejected(reason, f"{size} characters of story; Limits.min_body_chars is {self.limits.min_body_chars}")
        origin = Origin(
            version=__version__,
            cleaner=outcome.cleaner,
            cleaner_version=plan.version if plan else __version__,
            config_hash=sha256(repr(self.limits))[:12],
            input_sha256=_digest(raw),
            confidence=outcome.confidence,
            flags=outcome.flags,
        )
        return assemble(page, labelled, fields, origin, self._related(page, outcome, explain), explain=explain)

    def _related(self, page: Page, outcome: _Outcome, explain: bool) -> tuple[Article, ...]:
        """Clean the other stories that the page carries, each by its own outlet's rules."""
        plan = outcome.plan
        if plan is None or plan.related is None:
            return ()
        try:
            stories = list(plan.related(labels.visible(outcome.labelled), page))
        except Exception as error:  # whatever a stranger's function raises
            warnings.warn(f"newsclean plugin {plan.name!r}: related raised {error!r}", stacklevel=5)
            return ()
        found = (self._story(story, page, explain) for story in stories if isinstance(story, Story))
        return tuple(article for article in found if article)

    def _story(self, story: Story, page: Page, explain: bool) -> Article | None:
        site = self.registry.outlet(story.outlet)
        try:
            article = self.clean(
                story.text, story.url, kind="text", site=site, captured=page.captured, explain=explain
            )
        except Rejected:
            return None
        publisher = Publisher(name=story.outlet, domain=site.hosts[0] if site and site.hosts else None)
        when = article.date_published or parse_when(story.date_published, "related", captured=page.captured)
        return replace(article, title=story.title or article.title, publisher=publisher, date_published=when)


def _digest(raw: str | bytes) -> str:
    return hashlib.sha256(raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")).hexdigest()


def _check_types(page: Any, url: Any, kind: Any, headers: Any) -> None:
    if not isinstance(page, (str, bytes)):
        raise TypeError(f"page must be str or bytes, not {type(page).__name__}")
    if url is not None and not isinstance(url, str):
        raise TypeError(f"url must be str or None, not {type(url).__name__}")
    if kind not in (None, "html", "text"):
        raise TypeError(f"kind must be 'html', 'text' or None, not {kind!r}")
    if headers is not None and not isinstance(headers, Mapping):
        raise TypeError(f"headers must be a mapping or None, not {type(headers).__name__}")


def _moment(captured: datetime | date | str | None) -> datetime | None:
    if captured is None or isinstance(captured, datetime):
        return captured
    if isinstance(captured, date):
        return datetime(captured.year, captured.month, captured.day)
    if isinstance(captured, str):
        try:
            return datetime.fromisoformat(captured)
        except ValueError:
            raise TypeError(f"captured must be an ISO 8601 date, not {captured!r}") from None
    raise TypeError(f"captured must be a datetime, a date or a string, not {type(captured).__name__}")


# ------------------------------------------------------------------ the public functions


_registries: dict[str, Registry] = {}
"""The plugins in use, by the environment's ``NEWSCLEAN_PLUGINS``; loaded at the first page, replaced by `register`."""


def _registry() -> Registry:
    setting = os.environ.get("NEWSCLEAN_PLUGINS", "").strip().lower()
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
        explain: also fill ``article.removed``: every cut with its label, rule, text and place.
        limits: what to refuse; see `Limits`.

    Raises:
        Rejected: the page holds no story; ``reason`` says why.
        PluginError: `site` names no plugin.
        TypeError: an argument of the wrong type.
    """
    return Cleaner(registry=_registry(), limits=limits).clean(
        page, url, kind=kind, site=site, headers=headers, captured=captured, explain=explain
    )


def clean_many(
    pages: Iterable[Any], *, workers: int = 1, limits: Limits = DEFAULT_LIMITS, explain: bool = False
) -> Iterator[Article | Rejected]:
    """Clean many pages, in input order, each exactly once.

    Args:
        pages: each a page (str or bytes), a pair of page and URL, or a mapping with ``page`` and any
            keyword arguments of `clean`.
        workers: processes; with 1 everything runs in this one. A page that kills its worker comes
            out as ``Rejected("worker_died")`` and costs no other.
    """
    from newsclean.batch.pool import clean_many as run

    return run(pages, Cleaner(registry=_registry(), limits=limits), workers=workers, explain=explain)


def sites() -> tuple[str, ...]:
    """Return the names of all plugins in use, sorted."""
    return tuple(sorted(_registry().by_name))


def site_for(url: str) -> str | None:
    """Return the name of the plugin that serves an address, or None for the generic judge."""
    site = _registry().site_for(url)
    return site.name if site else None


def register(plugin: Site | Platform) -> None:
    """Use one plugin more, in this process, from now on.

    Raises:
        PluginError: its name or one of its hosts is taken, or a rule cannot be read.
    """
    _registries[os.environ.get("NEWSCLEAN_PLUGINS", "").strip().lower()] = extend(_registry(), plugin)

"""One page through the house: decode, segment, label, fields, assemble."""

from __future__ import annotations

import hashlib
import os
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Literal

from newsclean._version import __version__
from newsclean.article import Article, Publisher
from newsclean.choose import Labelling, label_page
from newsclean.config import config_hash
from newsclean.errors import PluginError, Rejected
from newsclean.learn import SiteLines
from newsclean.limits import DEFAULT_LIMITS, Limits
from newsclean.plugin import Platform, Site, Story
from newsclean.registry import Registry
from newsclean.steps import hooks
from newsclean.steps.assemble import Origin, assemble, drop_fields
from newsclean.steps.dates import parse_when
from newsclean.steps.decode import Decoded, decode
from newsclean.steps.fields import read_fields
from newsclean.steps.live import mark_entries
from newsclean.steps.page import Page, html_page, text_page
from newsclean.steps.page_kind import read_page_kind
from newsclean.steps.segment import BLOCKS, INLINE
from newsclean.steps.tree import UNSEEN

Kind = Literal["html", "text"]
_MARKUP = re.compile(rf"<(?:!doctype|{'|'.join(sorted(BLOCKS | INLINE | UNSEEN))})\b[^<>]*>", re.I)
_ADDRESS = re.compile(r"\s*https?://\S+\s*")
_WHOLE_PAGE = re.compile(r"\s*<(?:!doctype html|html)\b[^<>]*>", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaner:
    """The cleaner with its plugins and limits: a value, safe to share, to reuse and to send to a worker."""

    registry: Registry
    limits: Limits = DEFAULT_LIMITS

    def __post_init__(self) -> None:
        if not isinstance(self.limits, Limits):
            raise TypeError(f"limits must be a Limits, such as Limits(max_chars=...), not {type(self.limits).__name__}")

    def clean(
        self,
        page: str | bytes,
        url: str | None = None,
        *,
        kind: Kind | None = None,
        site: str | Site | None = None,
        headers: Mapping[str, str] | None = None,
        captured: datetime | date | str | None = None,
        site_lines: SiteLines | None = None,
        explain: bool = False,
    ) -> Article:
        """Clean one page; see `newsclean.clean`."""
        _check_types(page, url, kind, site, headers, site_lines)
        try:
            got = decode(page, headers) if isinstance(page, bytes) else Decoded(page, None, "caller")
            source = self._page(got, url, kind, _moment(captured))
            labelling = label_page(source, self._plugin(site), self.registry, self.limits, site_lines)
            article = self._record(source, labelling, page, explain)
            return replace(article, related=self._related(source, labelling, explain))
        except Rejected as rejected:
            raise Rejected(rejected.reason, rejected.detail, url) from None

    def _plugin(self, site: str | Site | None) -> Site | Platform | None:
        if isinstance(site, (Site, Platform)):
            self.registry.plan(site)  # says what cannot be read; by a page's address it would be a warning a page
            return site
        if site is None:
            return None
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
            if _ADDRESS.fullmatch(got.text):
                raise Rejected("not_an_article", "it is an address and no page; newsclean.fetch gets the page")
            if _WHOLE_PAGE.match(got.text):
                raise Rejected("not_an_article", "it is an HTML page and no dump; leave out kind='text'")
            return text_page(got, url, captured)
        if "<" not in got.text:
            raise Rejected("not_html", "there is no tag in it; pass kind='text' for a dump")
        return html_page(got, url, captured, self.limits)

    def _record(self, page: Page, labelling: Labelling, raw: str | bytes, explain: bool) -> Article:
        labelled, plan = labelling.labelled, labelling.plan
        fields = read_fields(page, labelled, plan, self.limits)
        drop_fields(labelled, fields.title, fields.authors)
        size = labelled.size()
        if size < self.limits.min_body_chars:
            reason: Literal["too_short", "not_an_article"] = "too_short" if size else "not_an_article"
            raise Rejected(reason, f"{size} characters of story; Limits.min_body_chars is {self.limits.min_body_chars}")
        kind, flags = fields.kind, labelling.flags
        if page.kind == "html" and labelling.cleaner.rpartition("/")[2] == "generic":
            kind, is_doubtful = read_page_kind(page, labelled, kind, self.limits)
            flags |= {"maybe_no_article"} if is_doubtful else set()
        if kind == "live_blog" and page.kind == "html":
            mark_entries(page, labelled)
        origin = Origin(
            version=__version__,
            cleaner=labelling.cleaner,
            cleaner_version=plan.version if plan else __version__,
            config_hash=config_hash(self.limits),
            input_sha256=_digest(raw),
            confidence=labelling.confidence,
            flags=flags,
        )
        return assemble(page, labelled, replace(fields, kind=kind), origin, explain=explain)

    def _related(self, page: Page, labelling: Labelling, explain: bool) -> tuple[Article, ...]:
        """Clean the other stories that the page carries, each by its own outlet's rules."""
        if labelling.plan is None:
            return ()
        try:
            stories = hooks.related(labelling.labelled, page, labelling.plan, self.limits)
        except PluginError as error:
            warnings.warn(f"newsclean plugin {error}", stacklevel=4)
            return ()
        found = (self._story(story, page, explain) for story in stories)
        return tuple(article for article in found if article)

    def _story(self, story: Story, page: Page, explain: bool) -> Article | None:
        """Clean one of them; stories inside it are not looked for."""
        site = self.registry.outlet(story.outlet)
        try:
            dump = self._page(Decoded(story.text, None, "caller"), story.url, "text", page.captured)
            article = self._record(dump, label_page(dump, site, self.registry, self.limits), story.text, explain)
        except Rejected:
            return None
        publisher = Publisher(name=story.outlet, domain=site.hosts[0] if site and site.hosts else None)
        when = article.date_published or parse_when(story.date_published, "related", captured=page.captured)
        return replace(article, title=story.title or article.title, publisher=publisher, date_published=when)


def _digest(raw: str | bytes) -> str:
    return hashlib.sha256(raw if isinstance(raw, bytes) else raw.encode("utf-8", "surrogatepass")).hexdigest()


def _check_types(page: Any, url: Any, kind: Any, site: Any, headers: Any, site_lines: Any) -> None:
    if not isinstance(page, (str, bytes)):
        hint = "; give what the file holds: path.read_bytes()" if isinstance(page, os.PathLike) else ""
        raise TypeError(f"page must be str or bytes, not {type(page).__name__}{hint}")
    if url is not None and not isinstance(url, str):
        raise TypeError(f"url must be str or None, not {type(url).__name__}")
    if kind not in (None, "html", "text"):
        raise TypeError(f"kind must be 'html', 'text' or None, not {kind!r}")
    if site is not None and not isinstance(site, (str, Site, Platform)):
        raise TypeError(f"site must be a name, a Site or None, not {type(site).__name__}")
    if site_lines is not None and not isinstance(site_lines, SiteLines):
        raise TypeError(f"site_lines must be a SiteLines or None, not {type(site_lines).__name__}")
    if headers is not None and not isinstance(headers, Mapping):
        raise TypeError(f"headers must be a mapping or None, not {type(headers).__name__}")
    for name, value in (headers or {}).items():
        if not isinstance(name, str) or not isinstance(value, str):
            raise TypeError(f"headers must hold str only, not {name!r}: {value!r}")


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

"""One page as a batch holds it: the call that cleans it, and its one outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from newsclean.article import Article
from newsclean.errors import Rejected
from newsclean.io.pages import Call

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner

Outcome = Article | Rejected

WARM_PAGE = "<html><head><title>Quay</title></head><body><article>" + "<p>The boat came in at noon.</p>" * 12
"""Cleaned once when a worker starts: what is imported and compiled on the way costs no page its time or memory."""


def call_of(page: Any, explain: bool) -> Call:
    """Return the call for one item of `newsclean.clean_many`."""
    if isinstance(page, (str, bytes)):
        return {"page": page, "explain": explain}
    if isinstance(page, tuple) and len(page) == 2:
        return {"page": page[0], "url": page[1], "explain": explain}
    if isinstance(page, Mapping) and "page" in page:
        return {"explain": explain, **page}
    raise TypeError(f"each page must be str, bytes, (page, url) or a mapping with 'page', not {type(page).__name__}")


def outcome(cleaner: Cleaner, call: Call) -> Outcome:
    """Clean one page; a rejection is a value here."""
    given = {name: value for name, value in call.items() if name not in READERS}
    verdict, problem = call.get("rejected"), call.get("problem")
    if verdict:
        return Rejected(verdict[0], verdict[1], given.get("url"))
    try:
        article = cleaner.clean(**given)
    except Rejected as rejected:
        return Rejected("truncated", problem, rejected.url) if problem else rejected
    return told(article, call.get("provenance"), cut=problem is not None)


def told(article: Article, known: dict[str, Any] | None, *, cut: bool) -> Article:
    """Return an article with what only its reader knew: where it came from, and that not all of it was there."""
    if known:
        article = replace(article, provenance=replace(article.provenance, **known))
    if cut and article.quality:
        flags = set(article.quality.flags)
        flags.add("truncated")
        article = replace(article, quality=replace(article.quality, flags=tuple(sorted(flags))))
    return article


READERS = ("provenance", "rejected", "problem", "place", "file")
"""What a reader adds to the arguments of `clean`."""


def warm(cleaner: Cleaner) -> None:
    """Have everything imported and compiled that a plain page needs."""
    outcome(cleaner, {"page": WARM_PAGE, "kind": "html"})


def weight(call: Any) -> int:
    """Return about how many bytes a call takes on its way to a worker."""
    page = call.get("page") if isinstance(call, dict) else None
    return len(page) if isinstance(page, (str, bytes)) else 0

"""What kind of page it is, as its metadata, its section and its address say."""

from __future__ import annotations

import re
from functools import cache

from newsclean.article import Kind
from newsclean.steps.desk import Desk
from newsclean.steps.page import strings, types_of

TYPES: tuple[tuple[str, Kind], ...] = (
    ("LiveBlogPosting", "live_blog"),
    ("OpinionNewsArticle", "opinion"),
    ("ReviewNewsArticle", "review"),
    ("Review", "review"),
    ("CriticReview", "review"),
)
"""Types of schema.org that say more than "article", the telling ones first."""
ARTICLES = frozenset((
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "AskPublicNewsArticle",
    "AdvertiserContentArticle", "Article", "BlogPosting", "Report", "TechArticle", "ScholarlyArticle",
    "SatiricalArticle",
))  # fmt: skip
OTHERS: tuple[tuple[str, Kind], ...] = (
    ("ImageGallery", "gallery"),
    ("MediaGallery", "gallery"),
    ("VideoObject", "video"),
    ("CollectionPage", "listing"),
    ("SearchResultsPage", "listing"),
)
"""Types that count where no article is declared: a story may hold a video or stand in a list."""
GENRES: tuple[tuple[str, Kind], ...] = (
    (
        r"opinions?|op-?ed|editorials?|columns?|columnists?|comment(?:ary|isfree)?|commentisfree|viewpoints?|kommentare?"
        r"|meinung|leitartikel|kolumnen?|gastbeitr[aä]ge?|tribunes?|éditos?|editos?|opinión|opinion|columnas?"
        r"|editoriali|opinioni|opinião|opinie|columnistas?|мнения|колонки",
        "opinion",
    ),
    (
        r"press-?releases?|pressemitteilung(?:en)?|pressemeldung(?:en)?|communiqu[eé]s?(?:-de-presse)?"
        r"|comunicados?(?:-de-prensa)?|comunicat[oi](?:-stampa)?|persbericht(?:en)?|pressreleases?|pressrelease",
        "press_release",
    ),
    (r"reviews?|rezension(?:en)?|kritik(?:en)?|critiques?|reseñas?|recensioni", "review"),
    (r"live-?(?:blogs?|ticker|updates?)|liveticker|en-direct|en-vivo|ao-vivo", "live_blog"),
    (r"galler(?:y|ies)|photo-?galler(?:y|ies)|fotostrecken?|bildergalerien?|diaporamas?|fotogaler[ií]as?", "gallery"),
    (r"videos?|watch", "video"),
)
"""Words for kinds, as a whole section, genre or part of an address."""
MAX_PARTS = 6
MAX_NODES = 200


def read_kind(desk: Desk) -> Kind:
    """Return the kind that the page declares: by type, then by genre and section, then by address."""
    types: set[str] = set()
    for node in desk.page.metadata.jsonld[:MAX_NODES]:
        types |= types_of(node)
    for name, kind in TYPES if types else ():
        if name in types:
            return kind
    is_article = not types.isdisjoint(ARTICLES)
    for word in _declared(desk):
        if (kind_ := kind_of(word)) and not (is_article and kind_ == "video"):
            return kind_
    if is_article:
        return "article"
    og = (desk.page.metadata.first("og:type") or "").lower()
    if og == "article":
        return "article"
    for name, kind in OTHERS if types else ():
        if name in types:
            return kind
    return "video" if og.startswith("video") else "unknown"


def _declared(desk: Desk) -> list[str]:
    """Return genre, section and the parts of the address, as they are written in addresses."""
    story = desk.story
    words = [*strings(story.get("genre")), *strings(story.get("articleSection"))][:MAX_PARTS]
    words += desk.page.metadata.meta.get("article:section", ())[:MAX_PARTS]
    path = desk.address[1]
    return [word.casefold().replace(" ", "-") for word in words if len(word) <= 40] + path.split("/")[:-1][:MAX_PARTS]


@cache
def kind_of(word: str) -> Kind | None:
    """Return the kind that a word names."""
    return next((kind for pattern, kind in _genres() if pattern.fullmatch(word)), None) if word else None


@cache
def _genres() -> tuple[tuple[re.Pattern[str], Kind], ...]:
    return tuple((re.compile(pattern), kind) for pattern, kind in GENRES)

"""What kind of page it is, as it looks once the judge has spoken: an article, a list of others, or something else.

A small linear model over what a page declares, what its address looks like, and how its kept text is built. It was
learned from pages whose kind is known (`newsclean.model.train_pages`); its weights are a table that can be read,
``page_kind.json`` in `newsclean.model`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.article import Kind
from newsclean.errors import Rejected
from newsclean.limits import Limits
from newsclean.steps.blocks import Block
from newsclean.steps.label import Labelled
from newsclean.steps.page import Metadata, Page, types_of
from newsclean.steps.urls import split_address
from newsclean.steps.walls import declares_story, wall

Floats = NDArray[np.float64]
CLASSES = ("article", "listing", "product", "service", "forum", "documentation")
"""What the model tells apart. A listing also is a collection of products or a page of search results."""
NAMES = {
    "article": "an article", "listing": "a list of other pages", "product": "a product's page",
    "service": "a company's page", "forum": "a discussion", "documentation": "a documentation",
}  # fmt: skip
STORIES = ("article", "forum", "documentation")
"""What may hold text worth keeping: never rejected."""
REJECT, MARK = 0.1, 0.3
"""A page whose chance to hold a story is below the first is rejected; one whose chance to be an article is below the
second has the kind that it looks like. Of 1,507 articles the first costs two, out of fold."""
LONG_WORDS, LONG = 25, 60
"""Words and letters from which a paragraph is one of prose."""
SIGNS = (
    "root", "asked", "word_list", "word_shop", "word_firm", "type_listing", "type_product", "type_service",
    "og_product", "og_website",
)  # fmt: skip
"""Features of which one is enough for a page to be something else."""
PARAGRAPHS = 5
"""Of prose, from which a page that declares a story is not asked any further."""
ANCHOR = (25, 160)
"""Letters of a block that is nothing but a link, as headlines of other stories are."""
MAX_NODES = 200
BOUND = 3.0
"""Standard deviations beyond which a feature says no more."""

WORDS: tuple[tuple[str, str], ...] = (
    (
        "list",
        r"categor(?:y|ies)|tags?|topics?|sections?|search|authors?|archives?|pages?|index|all|latest|collections?|list",
    ),
    ("shop", r"products?|shop|store|item|buy|p|dp|pd|sale|catalog(?:ue)?|men|women|deals"),
    (
        "help",
        r"docs?|documentation|reference|api|manual|guides?|tutorials?|learn|wiki|help|support|kb|sdk|getting-started",
    ),
    ("talk", r"forums?|threads?|t|questions?|discussions?|community|comments|showthread|viewtopic|ask|r"),
    ("firm", r"services?|solutions?|about|contact|pricing|features?|platform|industries|practice-areas|company|plans"),
    (
        "news",
        r"news|blogs?|articles?|story|stories|posts?|opinion|magazine|politics|business|sports?|world|pulse|press",
    ),
)  # fmt: skip
"""Words of addresses, each a whole part of the path or of the host's name."""
TYPES: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (name, frozenset(types.split()))
    for name, types in (
        ("article", "NewsArticle Article BlogPosting ReportageNewsArticle LiveBlogPosting Report"),
        ("listing", "CollectionPage ItemList SearchResultsPage Blog OfferCatalog"),
        ("product", "Product ProductGroup SoftwareApplication IndividualProduct"),
        ("service", "Service LocalBusiness ProfessionalService FAQPage ContactPage AboutPage LegalService"),
        ("forum", "DiscussionForumPosting QAPage Question Comment"),
        ("help", "TechArticle APIReference HowTo"),
    )
)
"""Types of schema.org in a page's JSON-LD."""


class PageKind(NamedTuple):
    """What kind of page it looks like."""

    name: str
    """One of `CLASSES`, the likeliest."""
    article: float
    """Chance that it is an article."""
    story: float
    """Chance that it is one of `STORIES`."""


class Weights(NamedTuple):
    """The model."""

    names: tuple[str, ...]
    curved: NDArray[np.intp]
    """Features whose square counts too, as the middle of a scale may say more than its ends."""
    centre: Floats
    scale: Floats
    table: Floats
    """(features and squares, classes)"""
    bias: Floats


@cache
def weights() -> Weights:
    """Return the model that the package ships."""
    stored = json.loads(files("newsclean.model").joinpath("page_kind.json").read_bytes())
    rows = stored["features"]
    squares = [row["squares"] for row in rows.values() if "squares" in row]
    return Weights(
        names=tuple(rows),
        curved=np.array([at for at, row in enumerate(rows.values()) if "squares" in row], np.intp),
        centre=np.array([row["centre"] for row in rows.values()]),
        scale=np.array([row["scale"] for row in rows.values()]),
        table=np.array([*(row["weights"] for row in rows.values()), *squares]),
        bias=np.array(stored["bias"]),
    )


def expand(scaled: Floats, curved: NDArray[np.intp]) -> Floats:
    """Return scaled features, bounded, and the squares of some."""
    bounded = np.minimum(np.maximum(scaled, -BOUND), BOUND)
    return np.concatenate((bounded, (bounded[..., curved] ** 2 - 1) / 3), axis=-1)


def read_page_kind(page: Page, labelled: Labelled, declared: Kind, limits: Limits) -> tuple[Kind, bool]:
    """Return the kind of a page, by what it declares and what it looks like, and whether it may be no article.

    Raises:
        Rejected: it is surely none: a list of others, a shop's or a company's page, an error, a wall.
    """
    if labelled.fields.get("body"):  # its story stands in its own data
        return declared, False
    body = labelled.body()
    kept = [labelled.blocks[at] for at in body]
    if declares_story(page.metadata) and reads_as_story(kept):  # half of the articles; the model would say the same
        return declared, False
    if instead := wall(page.metadata, labelled, kept):
        if limits.reject_other_pages:
            raise Rejected("not_an_article", f"looks like {instead}")
        return "other", True
    values = features(page, labelled, body, kept)
    found = page_kind(values, weights())
    doubt = doubt_of(found, values)
    if doubt == "sure" and limits.reject_other_pages:
        raise Rejected("not_an_article", f"looks like {NAMES[found.name]} (chance of a story {found.story:.3f})")
    if doubt and declared in ("unknown", "article", "other"):
        return ("listing" if found.name == "listing" else "other"), True
    return declared, bool(doubt)


def doubt_of(found: PageKind, values: Mapping[str, float]) -> Literal["likely", "sure"] | None:
    """Return how sure it is that a page is no article, None where it may well be one."""
    if found.article >= MARK or found.name == "article":
        return None
    if found.name in STORIES:
        return "likely"
    if not has_signs(values):
        return None
    return "sure" if found.story < REJECT else "likely"


def has_signs(values: Mapping[str, float]) -> bool:
    """Tell whether something on a page says what else it is than a story.

    A few bare paragraphs under a bare address are like no page that was learned from; odds alone are not enough there.
    """
    linked = values["link_share"] > 0.2 or values["link_blocks"] > 0.25
    return linked or values["box_1"] < 0.4 or any(values[name] for name in SIGNS)


def reads_as_story(kept: Sequence[Block]) -> bool:
    """Tell whether a body is paragraphs of prose and not much else."""
    prose = [len(block.text) for block in kept if len(block.text) >= LONG and is_prose(block)]
    if len(prose) < PARAGRAPHS:
        return False
    whole, linked = sum(len(block.text) for block in kept), sum(block.links for block in kept)
    return sum(prose) >= 0.6 * whole and linked < 0.2 * whole


def page_kind(values: Mapping[str, float], model: Weights) -> PageKind:
    """Return what kind of page these features are of."""
    row = np.array([values[name] for name in model.names])
    odds = (expand((row - model.centre) / model.scale, model.curved)[:, None] * model.table).sum(axis=0) + model.bias
    raised = np.exp(odds - odds.max())
    return likeliest((raised / raised.sum()).tolist())


def likeliest(chances: Sequence[float]) -> PageKind:
    """Return the kind of a page by the chances of `CLASSES`."""
    said = dict(zip(CLASSES, chances, strict=True))
    return PageKind(max(said, key=said.__getitem__), said["article"], sum(said[name] for name in STORIES))


# ------------------------------------------------------------------ features


def features(page: Page, labelled: Labelled, body: Sequence[int], kept: Sequence[Block]) -> dict[str, float]:
    """Return what the model looks at, by name.

    Args:
        body: places of the kept blocks.
        kept: the kept blocks.
    """
    return {
        **of_text(kept),
        **of_boxes(labelled, body, kept),
        **of_page(labelled.blocks, kept),
        **of_metadata(page.metadata),
        **of_address(page.url),
    }


def of_text(kept: Sequence[Block]) -> dict[str, float]:
    """Return how the kept text is built."""
    sizes = [len(block.text) for block in kept]
    whole, count = sum(sizes) or 1, len(kept) or 1
    kinds = [block.kind for block in kept]
    prose = prose_size = linked = link_blocks = asks = cut_short = 0
    for block, size in zip(kept, sizes, strict=True):
        if block.links:
            linked += min(block.links, size)
            link_blocks += block.links >= 0.8 * size
        if size >= LONG and is_prose(block):
            prose += 1
            prose_size += size
        end = block.text[-1:]
        asks += end == "?"
        cut_short += end == "…" or (end == "." and block.text.endswith("..."))
    return {
        "kept_size": math.log1p(whole),
        "kept_blocks": math.log1p(len(kept)),
        "prose_blocks": math.log1p(prose),
        "prose_share": prose_size / whole,
        "longest": math.log1p(max(sizes, default=0)),
        "middle": math.log1p(sorted(sizes)[len(sizes) // 2] if sizes else 0),
        "link_share": linked / whole,
        "link_blocks": link_blocks / count,
        "headings": kinds.count("heading") / count,
        "items": kinds.count("list_item") / count,
        "tables": kinds.count("table") / count,
        "code": math.log1p(kinds.count("code")),
        "asks": math.log1p(asks),
        "cut_short": math.log1p(cut_short),
    }


def is_prose(block: Block) -> bool:
    """Tell whether a long block is a paragraph of prose; in scripts without spaces its length says so."""
    if block.kind not in ("paragraph", "quote"):
        return False
    words = block.text.count(" ") + 1
    return words >= LONG_WORDS or words < 4


def of_boxes(labelled: Labelled, body: Sequence[int], kept: Sequence[Block]) -> dict[str, float]:
    """Return how the kept text lies in boxes: a story in one, a list in many alike."""
    parents = labelled.segments.boxes.parents
    near: dict[int, int] = {}
    own: dict[int, int] = {}
    far: dict[int, int] = {}
    for block in kept:
        size, box = len(block.text), block.box
        own[box] = own.get(box, 0) + size
        box = parents[box]
        near[box] = near.get(box, 0) + size
        box = parents[box]
        far[box] = far.get(box, 0) + size
    whole = sum(own.values()) or 1
    found = {f"box_{n}": max(level.values(), default=0) / whole for n, level in enumerate((own, near, far))}
    gaps = sum(later - earlier > 1 for earlier, later in pairwise(body))
    return {**found, "boxes": math.log1p(len(near)), "gaps": gaps / (len(body) or 1)}


def of_page(blocks: Sequence[Block], kept: Sequence[Block]) -> dict[str, float]:
    """Return what stands around the kept text."""
    whole, inside = sum(len(block.text) for block in blocks), sum(len(block.text) for block in kept)
    headings = [block for block in blocks if block.kind == "heading"]
    return {
        "kept_share": inside / (whole or 1),
        "blocks": math.log1p(len(blocks)),
        "anchors": math.log1p(anchors := sum(is_anchor(block) for block in blocks if block.links)),
        "anchors_to_text": math.log1p(anchors * 200 / (inside + 200)),
        "linked_headings": math.log1p(sum(is_anchor(block) for block in headings)),
        "all_headings": math.log1p(len(headings)),
    }


def is_anchor(block: Block) -> bool:
    """Tell whether a block is nothing but a link with many words, as the headline of another page is."""
    low, high = ANCHOR
    return low <= (size := len(block.text)) <= high and block.links >= 0.8 * size


def of_metadata(metadata: Metadata) -> dict[str, float]:
    """Return what the page declares."""
    types: set[str] = set()
    dated = False
    for node in metadata.jsonld[:MAX_NODES]:
        types |= types_of(node)
        dated = dated or "datePublished" in node
    og = (metadata.first("og:type") or "").lower()
    found = {f"type_{name}": float(not types.isdisjoint(wanted)) for name, wanted in TYPES}
    return {
        **found,
        "typed": float(bool(types)),
        "dated": float(dated or metadata.first("article:published_time", "datepublished", "date") is not None),
        "signed": float(metadata.first("author", "article:author", "twitter:creator") is not None),
        "og_article": float(og == "article"),
        "og_website": float(og == "website"),
        "og_product": float("product" in og),
        "og_none": float(not og),
    }


def of_address(url: str | None) -> dict[str, float]:
    """Return what the page's address looks like; all zeros without one."""
    host, path = split_address(url) if url else ("", "")
    parts = [part for part in path.lower().split("/") if part]
    last = parts[-1].partition(".")[0] if parts else ""
    names = [*parts[:-1], last, *host.lower().split(".")[:-2]]
    found = {f"word_{name}": float(any(map(pattern.fullmatch, names))) for name, pattern in _patterns()}
    return {
        **found,
        "addressed": float(bool(host)),
        "root": float(bool(host) and not parts),
        "depth": float(min(len(parts), 6)),
        "slug": float(min(last.count("-") + last.count("_"), 8)),
        "number": float(bool(re.search(r"\d{4,}", path))),
        "day": float(bool(re.search(r"(?:^|/)(?:19|20)\d\d/", path))),
        "asked": float("?" in (url or "")),
    }


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern)) for name, pattern in WORDS)

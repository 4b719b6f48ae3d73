"""Pages with known stories, as the training script and the evaluation read them."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.errors import Rejected
from newsclean.limits import DEFAULT_LIMITS
from newsclean.model.align import align
from newsclean.steps.blocks import Segments
from newsclean.steps.decode import decode
from newsclean.steps.hints import name_of, words_of
from newsclean.steps.page import Metadata, html_page
from newsclean.steps.segment import MENU_RULE, segment_html

FOLDS = 5
DATASETS = {
    "scrapinghub": 1.0, "fundus_eval": 1.0, "fundus_parsers": 1.0, "wcxb": 1.0,
    "mozilla_readability": 0.7, "newspaper3k": 0.7, "newspaper4k": 0.7, "trafilatura_eval": 0.5,
}  # fmt: skip
"""What is learned from, all MIT, Apache-2.0 or CC-BY, and how much a page counts: truths that another extractor
drafted count less, and so do the snippets of trafilatura's pages, which name a few blocks of each."""


class Example(NamedTuple):
    """A page with what is known of its story."""

    dataset: str
    id: str
    domain: str
    kind: str | None
    segments: Segments
    metadata: Metadata
    inside: NDArray[np.float32]
    """(blocks,) share of each block's words that are in the story; NaN where nothing is known."""

    @property
    def fold(self) -> int:
        """The fold of its domain, the same in all datasets."""
        return fold_of(self.domain)


def fold_of(domain: str) -> int:
    """Return the fold of a domain."""
    return int(hashlib.sha1(domain.encode("utf-8"), usedforsecurity=False).hexdigest(), 16) % FOLDS


def truths(corpus: Path, dataset: str) -> Iterator[dict[str, Any]]:
    """Yield the truths of a dataset, in order."""
    with (corpus / dataset / "truth.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def page_of(corpus: Path, truth: dict[str, Any]) -> bytes:
    """Return the bytes of a truth's page."""
    return gzip.decompress((corpus / truth["dataset"] / "pages" / f"{truth['id']}.html.gz").read_bytes())


def domain_of(truth: dict[str, Any]) -> str:
    """Return the registrable domain of a page; its id where none is known."""
    return str(truth.get("domain") or truth["id"])


def examples(corpus: Path, dataset: str) -> Iterator[Example]:
    """Yield the pages of a dataset that parse and whose story is known."""
    for truth in truths(corpus, dataset):
        if truth.get("page_type") not in (None, "article"):
            continue
        try:
            page = html_page(decode(page_of(corpus, truth)), truth.get("url"), None, DEFAULT_LIMITS)
            assert page.tree is not None
            segments = segment_html(page.tree, DEFAULT_LIMITS, seal=True)
        except Rejected:
            continue
        texts = [block.text for block in segments.blocks]
        inside = known(texts, truth)
        if inside is not None:
            domain, kind = domain_of(truth), truth.get("page_type")
            yield Example(dataset, truth["id"], domain, kind, segments, page.metadata, inside)


SNIPPET_CHARS = 8


def known(texts: Sequence[str], truth: dict[str, Any]) -> NDArray[np.float32] | None:
    """Return what a truth says of a page's blocks; None if it says nothing."""
    if truth.get("body"):
        return np.array(align(texts, truth["body"]), np.float32) if texts else None
    inside = np.full(len(texts), np.nan, np.float32)
    for key, value in (("without", 0.0), ("with", 1.0)):
        snippets = [" ".join(snippet.split()) for snippet in truth.get(key) or ()]
        for snippet in snippets:
            for at, text in enumerate(texts):
                if len(snippet) > SNIPPET_CHARS and snippet in text:
                    inside[at] = value
    return None if np.isnan(inside).all() else inside


# ------------------------------------------------------------------ standfirsts

STANDFIRST_NAMES = frozenset(
    "dek deck standfirst subtitle subhead subheadline subheading excerpt summary lead lede teaser strapline intro"
    " tagline abstract description subline chapeau vorspann ingress kicker articledek perex sub headline".split()
)
STANDFIRST_CHARS = 30


def standfirsts(example: Example, titles: NDArray[np.float32], summaries: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return which blocks are a standfirst that the truth leaves out.

    The datasets disagree: in Fundus' a standfirst is part of the story, in the others it mostly is not. Ours is that it
    is, so that nothing is learned from one that a truth leaves out.
    """
    found = np.zeros(len(titles), np.bool_)
    story = np.flatnonzero(example.inside >= 0.5)
    if not len(story) or example.dataset.startswith("fundus"):
        return found
    echoes = np.flatnonzero(titles >= 0.8)
    boxes = example.segments.boxes
    for at in range(max(0, int(echoes[0]) - 2) if len(echoes) else 0, int(story[0])):
        block = example.segments.blocks[at]
        if len(block.text) < STANDFIRST_CHARS or titles[at] >= 0.5 or block.rule == MENU_RULE:
            continue
        words = {
            word
            for box in (block.box, boxes.parents[block.box])
            if box > 0
            for word in words_of(name_of(boxes.elements[box]))
        }
        found[at] = summaries[at] >= 1 or (not STANDFIRST_NAMES.isdisjoint(words) and block.links * 2 < len(block.text))
    return found

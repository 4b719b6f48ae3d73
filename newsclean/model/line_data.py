"""Pages with known bodies into dumps whose every unit has a label."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import newsclean
from newsclean.steps.decode import Decoded
from newsclean.steps.dump import LINK_TAG, segment_text
from newsclean.steps.page import text_page
from newsclean.steps.units import Line, read

FOLDS = 5
SETS = ("scrapinghub", "fundus_eval", "fundus_parsers", "wcxb")
"""Datasets with bodies to trust, under licences that let derived weights be given away (MIT, CC-BY-4.0)."""
SILVER = ("mozilla_readability", "newspaper3k", "newspaper4k")
"""Datasets whose bodies are another extractor's reviewed output (Apache-2.0, MIT): trained on, never measured on."""
TAUGHT = ("trafilatura_eval", "htmldate_eval", "postlight", "goose3")
"""Datasets without whole bodies (Apache-2.0, MIT): newsclean's own body of the HTML page stands for one."""
SURE = 0.9
"""Confidence of a body that is believed where the dataset names no words that it must hold."""
NGRAM = 4
_TOKEN = re.compile(r"\w+")


class Example(NamedTuple):
    """A page as a dataset has it."""

    id: str
    dataset: str
    domain: str
    url: str | None
    title: str | None
    body: str
    source: bytes

    @property
    def fold(self) -> int:
        """The fold of the page's domain, the same for all datasets."""
        return fold_of(self.domain)


def fold_of(domain: str) -> int:
    """Return the fold of a registrable domain, 0 to `FOLDS` - 1."""
    return int(hashlib.sha1(domain.encode()).hexdigest(), 16) % FOLDS  # noqa: S324  a hash for drawing lots


def examples(corpus: Path, sets: Iterable[str]) -> Iterator[Example]:
    """Yield the pages of a corpus that are articles with a body, in the order of its files."""
    for name in sets:
        for line in (corpus / name / "truth.jsonl").open(encoding="utf-8"):
            truth = json.loads(line)
            body = truth.get("body")
            if not body or (name == "wcxb" and truth.get("page_type") != "article"):
                continue
            source = gzip.decompress((corpus / name / "pages" / f"{truth['id']}.html.gz").read_bytes())
            domain = truth.get("domain") or truth["id"]
            yield Example(truth["id"], name, domain, truth.get("url"), truth.get("title"), body, source)


def taught(corpus: Path) -> Iterator[Example]:
    """Yield pages with the body that newsclean finds in their HTML, where dataset or confidence bears it out."""
    for name in TAUGHT:
        for line in (corpus / name / "truth.jsonl").open(encoding="utf-8"):
            truth = json.loads(line)
            source = gzip.decompress((corpus / name / "pages" / f"{truth['id']}.html.gz").read_bytes())
            try:
                article = newsclean.clean(source, truth.get("url"), kind="html")
            except newsclean.Rejected:
                continue
            body = "\n".join(filter(str.strip, article.text.split("\n")))
            if is_borne_out(article.text, truth, article.quality.confidence if article.quality else None):
                domain, title = truth.get("domain") or truth["id"], truth.get("title") or article.title
                yield Example(truth["id"], name, domain, truth.get("url"), title, body, source)


def is_borne_out(body: str, truth: Mapping[str, Any], confidence: float | None) -> bool:
    """Tell whether a body holds what a dataset says it must, and nothing that it must not; else whether it is sure."""
    if "with" not in truth:
        return confidence is not None and confidence >= SURE
    words = " ".join(body.split())
    wanted, unwanted = ([" ".join(part.split()) for part in truth.get(name) or ()] for name in ("with", "without"))
    return all(part in words for part in wanted) and not any(part in words for part in unwanted)


def lines_of(dump: str) -> list[Line]:
    """Return a dump's lines as the judge sees them."""
    page = text_page(Decoded(dump, None, "caller"), None, None)
    return read(page.text, [block for block in segment_text(page.text).blocks if block.tag != LINK_TAG])


def label(units: Sequence[str], body: str) -> list[float]:
    """Return the share of each unit's words that are the body's.

    A word is the body's if one of the four-word windows around it is: windows reach over the ends of units, so a
    heading is known by the paragraphs around it. Of several equal units those in the body's midst are taken.
    """
    spans: list[tuple[int, int]] = []
    words: list[str] = []
    for unit in units:
        found = _TOKEN.findall(unit)
        spans.append((len(words), len(words) + len(found)))
        words += found
    gold = _TOKEN.findall(body)
    windows = {tuple(gold[i : i + NGRAM]) for i in range(max(1, len(gold) - NGRAM + 1))}
    hit = bytearray(len(words))
    for i in range(len(words) - NGRAM + 1):
        if tuple(words[i : i + NGRAM]) in windows:
            hit[i : i + NGRAM] = b"\1" * NGRAM
    shares = [sum(hit[a:b]) / (b - a) if b > a else 0.0 for a, b in spans]
    _inherit(shares, spans)
    _thin(shares, [tuple(words[a:b]) for a, b in spans], gold)
    return shares


def _inherit(shares: list[float], spans: Sequence[tuple[int, int]]) -> None:
    """Give a unit without a word, such as a bar or a star, the label of what it stands between."""
    for i, (a, b) in enumerate(spans):
        if a == b:
            shares[i] = min(shares[i - 1] if i else 0.0, shares[i + 1] if i + 1 < len(shares) else 0.0)


def _thin(shares: list[float], units: Sequence[tuple[str, ...]], gold: Sequence[str]) -> None:
    """Of equal units keep as many as the body has, those with most of the body around them."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, unit in enumerate(units):
        if shares[i] > 0 and unit:
            places[unit].append(i)
    twins = {unit: found for unit, found in places.items() if len(found) > 1}
    if not twins:
        return
    total = [0.0]
    for share, unit in zip(shares, units, strict=True):
        total.append(total[-1] + share * len(unit))
    heads = Counter(zip(*(gold[i:] for i in range(NGRAM)), strict=False))
    for unit, found in twins.items():
        often = max(1, heads.get(unit[:NGRAM], 1)) if len(unit) >= NGRAM else max(1, _count(gold, unit))
        near = {i: total[min(len(units), i + 6)] - total[max(0, i - 5)] for i in found}
        for i in sorted(found, key=lambda i: (-near[i], i))[often:]:
            shares[i] = 0.0


def _count(gold: Sequence[str], unit: tuple[str, ...]) -> int:
    size = len(unit)
    return sum(tuple(gold[i : i + size]) == unit for i in range(len(gold) - size + 1))

"""How good the judge of dumps is on pages that its model has not seen."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.errors import Rejected
from newsclean.learn import SiteLines, learn_lines
from newsclean.model import line_data as data
from newsclean.model.line_dumpers import DUMPERS
from newsclean.model.lines import Model
from newsclean.steps.assemble import drop_fields, render
from newsclean.steps.decode import Decoded, decode
from newsclean.steps.dump import segment_text
from newsclean.steps.judge_lines import judge_dump
from newsclean.steps.label import Labelled, label_prefix
from newsclean.steps.page import text_page

_TOKEN = re.compile(r"\w+")
EDGE_WORDS = 8
"""A paragraph is lost if neither its first nor its last words are kept, so many of them."""


class Dumped(NamedTuple):
    """A page with its dump by one program."""

    example: data.Example
    dumper: str
    text: str


def dumped(corpus: Path) -> Iterator[Dumped]:
    """Yield all dumps of the measured pages."""
    dumpers = {name: make() for name, make in DUMPERS.items()}
    for example in data.examples(corpus, data.SETS):
        try:
            source = decode(example.source).text
        except Rejected:
            continue
        for name, dump in dumpers.items():
            yield Dumped(example._replace(source=b""), name, dump(source))


class Got(NamedTuple):
    """What a dump gave."""

    body: str
    title: str | None
    standfirst: str | None


def body_of(dump: str, model: Model, site_lines: SiteLines | None = None) -> Got:
    """Return body, headline and standfirst of a dump, as `newsclean.clean` without plugins gives them."""
    page = text_page(Decoded(dump, None, "caller"), None, None)
    labelled = Labelled(segment_text(page.text))
    label_prefix(labelled)
    judge_dump(labelled, page.text, site_lines=site_lines or (), using=model)
    title, standfirst = (
        next((found.value for found in labelled.fields.get(name, ())), None) for name in ("title", "subtitle")
    )
    drop_fields(labelled, title)
    return Got("\n\n".join(render(labelled, i) for i in labelled.body()), title, standfirst)


def report(corpus: Path, models: Sequence[Model], out: Path | None = None) -> dict[str, Any]:
    """Judge every page by the models of its fold; return the scores, and write the bodies for another scorer."""
    pages: dict[str, list[tuple[float, float]]] = defaultdict(list)
    lost, gone = Counter[str](), Counter[str]()
    rows: dict[str, list[str]] = defaultdict(list)
    everything = list(dumped(corpus))
    hosts = learned(everything)
    for example, dumper, text in everything:
        model = models[example.fold]
        body, title, standfirst = body_of(text, model)
        pages[f"{example.dataset} {dumper}"].append(overlap(example.body, body))
        lost[f"{example.dataset} {dumper}"] += loses(example.body, body)
        gone[f"{example.dataset} {dumper}"] += loses(example.body, f"{body}\n{standfirst or ''}")
        row: dict[str, Any] = {
            "id": example.id,
            "dataset": example.dataset,
            "body": body,
            "title": title,
            "authors": [],
        }
        rows[f"text_{dumper}"].append(json.dumps(row) + "\n")
        if example.dataset == "fundus_eval":
            known = hosts[example.dataset, example.domain, dumper]
            pages[f"fundus_eval {dumper} site_lines"].append(overlap(example.body, body_of(text, model, known).body))
    for name, lines in rows.items() if out else ():
        Path(out or ".").mkdir(parents=True, exist_ok=True)
        Path(out or ".", f"{name}.jsonl").write_text("".join(lines), "utf-8")
    scores = {name: f1(found) for name, found in pages.items()}
    for name, count in lost.items():
        scores[name]["lost"] = round(count / len(pages[name]), 4)
        scores[name]["lost_but_standfirst"] = round(gone[name] / len(pages[name]), 4)
    return {"dumps": scores, "no_harm": no_harm(everything, models)}


def learned(everything: Sequence[Dumped]) -> dict[tuple[str, str, str], SiteLines]:
    """Return the lines that each host repeats, by each program's dumps."""
    texts: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for example, dumper, text in everything:
        texts[example.dataset, example.domain, dumper].append(text)
    return {key: learn_lines(found) for key, found in texts.items()}


def no_harm(everything: Sequence[Dumped], models: Sequence[Model]) -> dict[str, float]:
    """Return how many words and how many bodies come out of a cleaning of the known bodies as they went in."""
    kept, whole = [], []
    for example, dumper, _ in everything:
        if dumper != next(iter(DUMPERS)):
            continue
        given = "\n\n".join(line for line in example.body.split("\n") if line.strip())
        before = Counter(_TOKEN.findall(given))
        after = Counter(_TOKEN.findall(body_of(given, models[example.fold]).body))
        kept.append((before & after).total() / max(1, before.total()))
        whole.append(before == after)
    return {"words_kept": round(sum(kept) / len(kept), 5), "untouched": round(sum(whole) / len(whole), 4)}


def overlap(truth: str, got: str) -> tuple[float, float]:
    """Return precision and recall of word 4-grams."""
    want, have = windows(truth), windows(got)
    both = (want & have).total()
    return both / max(1, have.total()) if have else 0.0, both / max(1, want.total())


def windows(text: str) -> Counter[tuple[str, ...]]:
    """Return the multiset of a text's word 4-grams; a shorter text is one."""
    words = _TOKEN.findall(text)
    if 0 < len(words) <= data.NGRAM:
        return Counter([tuple(words)])
    return Counter(zip(*(words[i:] for i in range(data.NGRAM)), strict=False))


def f1(pages: Sequence[tuple[float, float]]) -> dict[str, float]:
    """Return the means of precision and recall over pages, and their harmonic mean."""
    precision = sum(page[0] for page in pages) / len(pages)
    recall = sum(page[1] for page in pages) / len(pages)
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"f1": round(both, 4), "precision": round(precision, 4), "recall": round(recall, 4), "pages": len(pages)}


def loses(truth: str, got: str) -> bool:
    """Tell whether a paragraph of the truth is missing: neither its first nor its last words are there."""
    have = " ".join(_TOKEN.findall(got))
    for line in truth.split("\n"):
        words = _TOKEN.findall(line)
        if len(words) >= EDGE_WORDS:
            ends = " ".join(words[:EDGE_WORDS]), " ".join(words[-EDGE_WORDS:])
            if not any(end in have for end in ends):
                return True
    return False

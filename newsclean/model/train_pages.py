"""Train the model of page kinds: ``python -m newsclean.model.train_pages CORPUS --folds DIR``.

Softmax regression with an L2 penalty (weight decay), by accelerated gradient descent (Nesterov 1983) over all pages at
once: nothing is drawn at random. Each page is seen twice, with its address and without, as dumps of pages often have
none. What is reported is out of fold: five folds of the domains, and the blocks of each page judged by the block model
of its fold.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.choose import label_page
from newsclean.errors import Rejected
from newsclean.limits import DEFAULT_LIMITS
from newsclean.model.blocks import ENVIRONMENT
from newsclean.model.corpus import FOLDS, domain_of, fold_of, page_of, truths
from newsclean.registry import Registry
from newsclean.steps.decode import decode
from newsclean.steps.page import html_page
from newsclean.steps.page_kind import CLASSES, Floats, doubt_of, expand, features, likeliest

DATASETS = ("wcxb", "scrapinghub", "fundus_eval", "fundus_parsers", "trafilatura_eval")
"""MIT, Apache-2.0 and CC-BY; wcxb states what kind each page is, the others are of articles."""
KINDS = {"collection": "listing"}
DECAY = 10.0
STEPS = 400
FEW = 8
"""A feature of so few values is a mark, not a scale."""


class Seen(NamedTuple):
    """A page as the model sees it."""

    dataset: str
    id: str
    fold: int
    kind: str
    values: Mapping[str, float]
    bare: Mapping[str, float]
    """Without its address."""


class Model(NamedTuple):
    """What is learned."""

    names: tuple[str, ...]
    centre: Floats
    scale: Floats
    curved: NDArray[np.intp]
    """Features whose square counts too."""
    weights: Floats
    """(columns, classes): of the scaled features, then of the squares of some."""
    bias: Floats


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, train, report and write the weights."""
    parser = argparse.ArgumentParser(
        prog="python -m newsclean.model.train_pages", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("corpus", type=Path, help="folder of datasets, each with pages/ and truth.jsonl")
    parser.add_argument("--folds", type=Path, help="folder with the models of `newsclean.model.train --folds`")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("page_kind.json"))
    parser.add_argument("--fold", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.fold is not None:
        for page in read(options.corpus, options.fold):
            print(json.dumps(page))
        return
    pages = list(all_pages(options.corpus, options.folds))
    found = {"addressed": out_of_fold(pages, bare=False), "bare": out_of_fold(pages, bare=True)}
    for how, each in found.items():
        print(report(how, pages, each))
    stored = document(fit(pages), pages, found)
    options.out.write_text(json.dumps(stored, indent=1, sort_keys=True) + "\n", encoding="utf-8")


# ------------------------------------------------------------------ pages


def all_pages(corpus: Path, folds: Path | None) -> Iterator[Seen]:
    """Yield the pages of the corpus, those of each fold in a process of its own with that fold's block model."""
    for fold in range(FOLDS):
        command = [sys.executable, "-m", "newsclean.model.train_pages", str(corpus), "--fold", str(fold)]
        environment = {**os.environ, **({ENVIRONMENT: str(folds / f"fold{fold}.npz")} if folds else {})}
        lines = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True).stdout
        yield from (Seen(*json.loads(line)) for line in lines.splitlines())


def read(corpus: Path, fold: int) -> Iterator[Seen]:
    """Yield the pages of a fold whose body is long enough to be judged."""
    for dataset in DATASETS:
        for truth in truths(corpus, dataset):
            if fold_of(domain_of(truth)) == fold and (page := seen(corpus, truth, fold)):
                yield page


def seen(corpus: Path, truth: dict[str, Any], fold: int) -> Seen | None:
    """Return what the model sees of a page, None if it gets no article anyway."""
    try:
        page = html_page(decode(page_of(corpus, truth)), truth.get("url"), None, DEFAULT_LIMITS)
        labelled = label_page(page, None, Registry(), DEFAULT_LIMITS).labelled
    except Rejected:
        return None
    if labelled.size() < DEFAULT_LIMITS.min_body_chars:
        return None
    kind = truth.get("page_type") or "article"
    body = labelled.body()
    kept = [labelled.blocks[at] for at in body]
    values, bare = (features(one, labelled, body, kept) for one in (page, replace(page, url=None)))
    return Seen(truth["dataset"], str(truth["id"]), fold, KINDS.get(kind, kind), values, bare)


# ------------------------------------------------------------------ learning


def fit(pages: Sequence[Seen]) -> Model:
    """Learn from pages."""
    names = tuple(pages[0].values)
    addressed = matrix(pages, names, bare=False)
    centre, scale = addressed.mean(axis=0), addressed.std(axis=0) + 1e-6
    both = np.vstack([addressed, matrix(pages, names, bare=True)])
    wanted = np.tile(np.eye(len(CLASSES))[[CLASSES.index(page.kind) for page in pages]], (2, 1)) / 2
    curved = np.array([at for at in range(len(names)) if len(np.unique(addressed[:, at])) > FEW], np.intp)
    weights, bias = descend(expand((both - centre) / scale, curved), wanted)
    return Model(names, centre, scale, curved, weights, bias)


def matrix(pages: Sequence[Seen], names: Sequence[str], *, bare: bool) -> Floats:
    """Return the features, a row for each page."""
    rows = (page.bare if bare else page.values for page in pages)
    return np.array([[row[name] for name in names] for row in rows], np.float64)


def descend(columns: Floats, wanted: Floats) -> tuple[Floats, Floats]:
    """Return weights and bias of a softmax regression."""
    counts = wanted.sum(axis=1, keepdims=True)
    weights, bias = np.zeros((columns.shape[1], wanted.shape[1])), np.log(wanted.sum(axis=0) / counts.sum())
    step = 1 / (0.5 * np.linalg.norm(columns * np.sqrt(counts), 2) ** 2 + DECAY)
    bias_step = 1 / (0.5 * counts.sum())
    at, bias_at, pace = weights, bias, 1.0
    for _ in range(STEPS):
        off = softmax(columns @ at + bias_at) * counts - wanted
        next_weights = at - step * (columns.T @ off + DECAY * at)
        next_bias = bias_at - min(step, bias_step) * off.sum(axis=0)
        next_pace = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        push = (pace - 1) / next_pace
        at, bias_at = next_weights + push * (next_weights - weights), next_bias + push * (next_bias - bias)
        weights, bias, pace = next_weights, next_bias, next_pace
    return weights, bias


def softmax(odds: Floats) -> Floats:
    """Return chances, a row for each page."""
    raised = np.exp(odds - odds.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def chances(model: Model, pages: Sequence[Seen], *, bare: bool) -> Floats:
    """Return the chance of each class, a row for each page."""
    values = matrix(pages, model.names, bare=bare)
    return softmax(expand((values - model.centre) / model.scale, model.curved) @ model.weights + model.bias)


def out_of_fold(pages: Sequence[Seen], *, bare: bool) -> Floats:
    """Return the chances that models give to pages of domains that they have not seen."""
    found = np.zeros((len(pages), len(CLASSES)))
    for fold in range(FOLDS):
        model = fit([page for page in pages if page.fold != fold])
        inside = [at for at, page in enumerate(pages) if page.fold == fold]
        found[inside] = chances(model, [pages[at] for at in inside], bare=bare)
    return found


# ------------------------------------------------------------------ report


def report(how: str, pages: Sequence[Seen], found: Floats) -> str:
    """Return what became of each kind of page, out of fold."""
    head = f"{how:28}{'pages':>6}{'rejected':>9}{'marked':>8}  "
    lines = [head + "".join(f"{name:>15}" for name in CLASSES)]
    for group, rows in groups(pages).items():
        part = found[rows]
        said = Counter(part.argmax(axis=1).tolist())
        doubts = Counter(doubt_of(likeliest(found[at].tolist()), values_of(pages[at], how)) for at in rows)
        cells = "".join(f"{said[at]:15}" for at in range(len(CLASSES)))
        lines.append(f"{group:28}{len(rows):6}{doubts['sure']:9}{doubts['likely']:8}  {cells}")
    return "\n".join(lines)


def values_of(page: Seen, how: str) -> Mapping[str, float]:
    """Return the features of a page with its address or without."""
    return page.bare if how == "bare" else page.values


def groups(pages: Sequence[Seen]) -> dict[str, list[int]]:
    """Return the places of the pages of each dataset and kind."""
    found: dict[str, list[int]] = {}
    for at, page in enumerate(pages):
        found.setdefault(f"{page.dataset} {page.kind}", []).append(at)
    return dict(sorted(found.items()))


def document(model: Model, pages: Sequence[Seen], found: Mapping[str, Floats]) -> dict[str, Any]:
    """Return what is stored: a table of the weights, and where they come from."""
    kinds = np.array([CLASSES.index(page.kind) for page in pages])
    right = {how: round(float((each.argmax(axis=1) == kinds).mean()), 4) for how, each in found.items()}
    return {
        "classes": CLASSES,
        "bias": rounded(model.bias),
        "features": {name: row(model, at) for at, name in enumerate(model.names)},
        "pages": dict(sorted(Counter(f"{page.dataset} {page.kind}" for page in pages).items())),
        "right_out_of_fold": right,
        "parameters": {"decay": DECAY, "steps": STEPS},
        "licences": "MIT, Apache-2.0 and CC-BY-4.0; see NOTICE",
    }


def row(model: Model, at: int) -> dict[str, Any]:
    """Return a feature's part of the table."""
    found: dict[str, Any] = {"centre": round(float(model.centre[at]), 4), "scale": round(float(model.scale[at]), 4)}
    found["weights"] = rounded(model.weights[at])
    if (places := np.flatnonzero(model.curved == at)).size:
        found["squares"] = rounded(model.weights[len(model.names) + int(places[0])])
    return found


def rounded(values: Floats) -> list[float]:
    """Return numbers as they are stored."""
    return [round(float(value), 4) for value in values]


if __name__ == "__main__":
    main()

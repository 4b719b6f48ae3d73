"""Turn the model's own confidence into a chance: ``python -m newsclean.model.calibrate CORPUS PREDICTIONS``.

A body is good if its F1 of word 4-grams is 0.95 or more. The predictions are those of `newsclean.model.evaluate`, made
by models that had not seen the page. Isotonic regression (pool adjacent violators; Ayer et al., *Annals of Mathematical
Statistics* 26, 1955) gives a rising step function from confidence to share of good bodies; its knots are written into
the package's weights, and a table of how well they hold, out of fold, is printed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.model import blocks
from newsclean.model.corpus import FOLDS, domain_of, fold_of, truths
from newsclean.model.effect import f1

GOOD = 0.95
KNOTS = 12
DATASETS = ("scrapinghub", "fundus_eval", "fundus_parsers", "wcxb")


class Case(NamedTuple):
    """A page's confidence before calibration, whether its body is good, and its fold."""

    raw: float
    good: bool
    fold: int


class Row(NamedTuple):
    """The pages whose confidence is from `low` to a tenth more: their mean confidence, and the share of good ones."""

    low: float
    pages: int
    mean: float
    good: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, print the table and write the knots."""
    parser = argparse.ArgumentParser(
        prog="python -m newsclean.model.calibrate", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("corpus", type=Path, help="folder of datasets, each with pages/ and truth.jsonl")
    parser.add_argument("predictions", type=Path, help="what newsclean.model.evaluate wrote, before calibration")
    parser.add_argument("--plot", type=Path, help="write the table as a picture, SVG")
    options = parser.parse_args(arguments)
    cases = list(read(options.corpus, options.predictions))
    rows = list(table(cases))
    print(f"{'confidence':>12}{'pages':>8}{'mean':>8}{'good':>8}")
    for row in rows:
        print(f"{row.low:8.1f}-{row.low + 0.1:.1f}{row.pages:8}{row.mean:8.2f}{row.good:8.2f}")
    if options.plot:
        options.plot.write_text(plot(rows), encoding="utf-8")
    weights = Path(blocks.__file__).with_name(blocks.NAME)
    weights.write_bytes(blocks.with_knots(weights.read_bytes(), knots(cases)))
    record = weights.with_name(blocks.PROVENANCE)
    said = {**json.loads(record.read_text("utf-8")), "out_of_fold": scores(options.corpus, options.predictions)}
    record.write_text(json.dumps(said, indent=1) + "\n", "utf-8")


def scores(corpus: Path, predictions: Path) -> dict[str, dict[str, float]]:
    """Return pages, mean F1 of word 4-grams and share of exact bodies of each dataset's articles."""
    with predictions.open(encoding="utf-8") as lines:
        found = {(row["dataset"], row["id"]): row["body"] for row in map(json.loads, lines)}
    table = {}
    for dataset in DATASETS:
        stories = [(truth["body"], found[dataset, truth["id"]]) for truth in articles(corpus, dataset)]
        table[dataset] = {
            "pages": len(stories),
            "f1": round(sum(f1(*pair) for pair in stories) / len(stories), 4),
            "exact": round(sum(words_of(a) == words_of(b) for a, b in stories) / len(stories), 4),
        }
    return table


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return re.findall(r"\w+", text)


def articles(corpus: Path, dataset: str) -> Iterator[dict[str, Any]]:
    """Yield the truths of a dataset that are articles with a body."""
    for truth in truths(corpus, dataset):
        if truth.get("body") and truth.get("page_type") == "article":
            yield truth


def read(corpus: Path, predictions: Path) -> Iterator[Case]:
    """Yield the articles whose story is known."""
    with predictions.open(encoding="utf-8") as lines:
        found = {(row["dataset"], row["id"]): row for row in map(json.loads, lines)}
    for dataset in DATASETS:
        for truth in articles(corpus, dataset):
            row = found.get((dataset, truth["id"]))
            if row and row.get("confidence") is not None:
                yield Case(row["confidence"], f1(truth["body"], row["body"]) >= GOOD, fold_of(domain_of(truth)))


def knots(cases: Sequence[Case]) -> tuple[tuple[float, float], ...]:
    """Return points of a rising line from confidence to chance.

    Neighbours are pooled until every pool has its share of the cases and no pool is less good than the one below it.
    """
    least = len(cases) / KNOTS
    pools: list[list[float]] = []  # sum of raw values, good ones, cases
    for case in sorted(cases):
        pools.append([case.raw, float(case.good), 1.0])
        while len(pools) > 1 and belong(pools[-2], pools[-1], least):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return tuple((round(raw / count, 4), round(good / count, 4)) for raw, good, count in pools)


def belong(below: Sequence[float], above: Sequence[float], least: float) -> bool:
    """Tell whether two neighbours are one pool: the lower is too small yet, or the upper is full and no better."""
    return below[2] < least or (above[2] >= least and below[1] / below[2] >= above[1] / above[2])


def table(cases: Sequence[Case]) -> Iterator[Row]:
    """Yield how often bodies are good, by the chance that the other folds' cases give them."""
    chances = []
    for fold in range(FOLDS):
        line = knots([case for case in cases if case.fold != fold])
        chances += [(blocks.chance(line, case.raw), case.good) for case in cases if case.fold == fold]
    for low in range(10):
        inside = [(chance, good) for chance, good in chances if min(9, int(chance * 10)) == low]
        if inside:
            mean, good = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            yield Row(low / 10, len(inside), mean, good)


SIDE, MARGIN = 360, 50
"""Of the picture, in pixels."""


def plot(rows: Sequence[Row]) -> str:
    """Return a reliability diagram: a dot a row, larger for more pages; on the diagonal confidence is what it says."""
    most = max(row.pages for row in rows)

    def at(x: float, y: float) -> tuple[float, float]:
        return round(MARGIN + SIDE * x, 1), round(MARGIN / 2 + SIDE * (1 - y), 1)

    def text(x: float, y: float, words: str, more: str = "") -> str:
        return f'<text x="{x}" y="{y}" text-anchor="middle" {more}>{words}</text>'

    (left, bottom), (right, top) = at(0, 0), at(1, 1)
    lines = [
        f'<rect x="{left}" y="{top}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>',
        f'<line x1="{left}" y1="{bottom}" x2="{right}" y2="{top}" stroke="#999" stroke-dasharray="4"/>',
        text((left + right) / 2, bottom + 36, "confidence"),
        text(
            14, (top + bottom) / 2, "bodies with F1 of 0.95 or more", f'transform="rotate(-90 14 {(top + bottom) / 2})"'
        ),
    ]
    for tenth in range(0, 11, 2):
        lines += [text(at(tenth / 10, 0)[0], bottom + 16, f"{tenth / 10:.1f}")]
        lines += [text(left - 14, at(0, tenth / 10)[1] + 4, f"{tenth / 10:.1f}")]
    for row in rows:
        x, y = at(row.mean, row.good)
        radius = round(3 + 9 * (row.pages / most) ** 0.5, 1)
        lines.append(f'<circle cx="{x}" cy="{y}" r="{radius}" fill="#1f6f8b" fill-opacity="0.8"/>')
        lines.append(text(x, y - radius - 4, str(row.pages), 'font-size="10" fill="#555"'))
    width, height = SIDE + 2 * MARGIN, SIDE + MARGIN * 2
    body = "\n".join(lines)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif"'
        f' font-size="12">\n<rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n'
    )


if __name__ == "__main__":
    main()

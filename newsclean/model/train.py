"""Train the block model: ``python -m newsclean.model.train CORPUS [--folds DIR]``.

Needs the extra ``[train]``. The same corpus and the same release of CatBoost give the same weights. With ``--folds``
it trains one model a fold of the domains, each without the pages of that fold, instead of the package's weights
from all of them: these are what `newsclean.model.evaluate` measures.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.model import blocks, trees
from newsclean.model.corpus import DATASETS, FOLDS, Example, examples, standfirsts
from newsclean.model.lexicon import Counts
from newsclean.steps.features import matrix
from newsclean.steps.hints import name_of, words_of
from newsclean.steps.segment import MENU_RULE
from newsclean.steps.traits import COLUMNS, LINE_CHARS, line_words, pairs_of, read_name
from newsclean.steps.view import look

PARAMETERS: Mapping[str, Any] = {
    "iterations": 300, "depth": 6, "learning_rate": 0.08, "l2_leaf_reg": 5, "rsm": 0.5, "border_count": 32,
    "bootstrap_type": "Bernoulli", "subsample": 0.8, "random_seed": 1, "thread_count": 2, "verbose": False,
    "allow_writing_files": False,
}  # fmt: skip
ANCESTORS = 4
"""Boxes around a block whose names get its vote."""
NAME_PRIOR, NAME_DOMAINS = 0.4, 4
LINE_PRIOR, LINE_DOMAINS = 0.25, 5
PAGE_BLOCKS = 40
"""A page of more blocks counts more, but not as much more as it has blocks."""


class Learned(NamedTuple):
    """An example with what does not change from fold to fold."""

    example: Example
    weights: NDArray[np.float32]
    """(blocks,) what each block counts."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m newsclean.model.train", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("corpus", type=Path, help="folder of datasets, each with pages/ and truth.jsonl")
    parser.add_argument("--folds", type=Path, help="train one model a fold into this folder, for the evaluation")
    options = parser.parse_args(arguments)
    learned = [prepare(example) for dataset in DATASETS for example in examples(options.corpus, dataset)]
    print(f"{len(learned)} pages of {len({one.example.domain for one in learned})} domains", file=sys.stderr)
    if options.folds:
        options.folds.mkdir(parents=True, exist_ok=True)
        for fold in range(FOLDS):
            rest = [one for one in learned if one.example.fold != fold]
            (options.folds / f"fold{fold}.npz").write_bytes(train(rest))
            print(f"fold {fold}: trained on {len(rest)} pages", file=sys.stderr)
    else:
        weights = Path(blocks.__file__).with_name(blocks.NAME)
        weights.write_bytes(train(learned))
        weights.with_name(blocks.PROVENANCE).write_text(json.dumps(describe(learned), indent=1) + "\n", "utf-8")


def describe(learned: Sequence[Learned]) -> dict[str, Any]:
    """Return where weights come from; `newsclean.model.calibrate` adds how good they are out of fold."""
    pages = Counter(one.example.dataset for one in learned)
    return {
        "trained": date.today().isoformat(),
        "catboost": version("catboost"),
        "parameters": dict(PARAMETERS),
        "pages": {dataset: {"pages": pages[dataset], "weight": DATASETS[dataset]} for dataset in DATASETS},
        "domains": len({one.example.domain for one in learned}),
        "folds": f"{FOLDS}, by domain, the same in all datasets",
        "licences": "MIT, Apache-2.0 and CC-BY-4.0; see NOTICE",
    }


def prepare(example: Example) -> Learned:
    """Weigh the blocks of a page."""
    view = look(example.segments, example.metadata, partial(read_name, lexicon={}), {})
    title, summary = (view.columns[COLUMNS.index(column)] for column in ("title", "summary"))
    read = np.array([block.rule != MENU_RULE for block in example.segments.blocks])
    weights = (1 + 0.5 * np.log1p(view.columns[COLUMNS.index("words")])) / (PAGE_BLOCKS + read.sum())
    known = read & ~np.isnan(example.inside) & ~standfirsts(example, title, summary)
    return Learned(example, np.where(known, weights * DATASETS[example.dataset], 0).astype(np.float32))


def train(learned: Sequence[Learned]) -> bytes:
    """Return the model that these pages make."""
    from catboost import CatBoostClassifier, Pool

    names, lines = count(learned)
    domains = {one.example.domain for one in learned}
    name_tally, line_tally = names.lexicon(domains), lines.lexicon(domains)
    rows, answers, weights = [], [], []
    features: tuple[str, ...] = ()
    for one in learned:
        domain, kept = one.example.domain, one.weights > 0
        hear = partial(read_name, lexicon=name_tally.without(domain))
        view = look(one.example.segments, one.example.metadata, hear, line_tally.without(domain))
        found = matrix(view)
        features = found.names
        rows.append(found.values[:, kept].T)
        answers.append(one.example.inside[kept] >= 0.5)
        weights.append(one.weights[kept])
    model = CatBoostClassifier(**PARAMETERS)
    model.fit(Pool(np.concatenate(rows), np.concatenate(answers).astype(int), weight=np.concatenate(weights)))
    return blocks.pack(trees.pack(features, exported(model)), name_tally.table, line_tally.table)


def exported(model: Any) -> dict[str, Any]:
    """Return CatBoost's own description of a model."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.json")
        model.save_model(str(path), format="json")
        described: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return described


def count(learned: Iterable[Learned]) -> tuple[Counts, Counts]:
    """Count the words of names and of lines."""
    names, lines = Counts(NAME_PRIOR, NAME_DOMAINS), Counts(LINE_PRIOR, LINE_DOMAINS)
    for one in learned:
        example = one.example
        for at in np.flatnonzero(one.weights > 0).tolist():
            inside, text = bool(example.inside[at] >= 0.5), example.segments.blocks[at].text
            names.add(example.domain, names_around(example, at), inside, min(5.0, 1 + len(text) / 100))
            if len(text) <= LINE_CHARS:
                words = line_words(text.casefold())
                lines.add(example.domain, {*words, *pairs_of(words)}, inside)
    return names, lines


def names_around(example: Example, at: int) -> Collection[str]:
    """Return the words of the names of a block's boxes."""
    boxes = example.segments.boxes
    return {
        word
        for box in around(boxes.parents, example.segments.blocks[at].box)
        for word in words_of(name_of(boxes.elements[box]))
    }


def around(parents: Sequence[int], box: int) -> Iterator[int]:
    """Yield a box and the nearest around it."""
    for _ in range(ANCESTORS):
        if box <= 0:
            return
        yield box
        box = parents[box]


if __name__ == "__main__":
    main()

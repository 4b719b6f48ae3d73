"""Clean pages with a model that has not seen them: ``python -m newsclean.model.evaluate CORPUS --folds DIR``.

Each page is cleaned with the model of its domain's fold, which has not seen it, all plugins off; the predictions are
written in the form that the corpus' ``score.py`` reads.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import newsclean
from newsclean.model.blocks import ENVIRONMENT
from newsclean.model.corpus import FOLDS, domain_of, fold_of, page_of, truths


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and clean the pages, one process a fold."""
    parser = argparse.ArgumentParser(
        prog="python -m newsclean.model.evaluate", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("corpus", type=Path, help="folder of datasets, each with pages/ and truth.jsonl")
    parser.add_argument(
        "--folds", type=Path, required=True, help="folder with the models of `newsclean.model.train --folds`"
    )
    parser.add_argument("--out", type=Path, help="file of predictions; standard output if none is given")
    parser.add_argument("--dataset", nargs="*", help="only these; all with a truth otherwise")
    parser.add_argument("--fold", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    datasets = options.dataset or sorted(path.parent.name for path in options.corpus.glob("*/truth.jsonl"))
    if options.fold is not None:
        for row in predictions(options.corpus, datasets, options.fold):
            print(json.dumps(row))
        return
    out = options.out.open("w", encoding="utf-8") if options.out else sys.stdout
    for fold in range(FOLDS):
        command = [sys.executable, "-m", "newsclean.model.evaluate", str(options.corpus), "--folds", str(options.folds)]
        command += ["--fold", str(fold), "--dataset", *datasets]
        model = str(options.folds / f"fold{fold}.npz")
        environment = {**os.environ, ENVIRONMENT: model, "NEWSCLEAN_PLUGINS": "off"}
        out.write(subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True).stdout)
        out.flush()


def predictions(corpus: Path, datasets: Sequence[str], fold: int) -> Iterator[dict[str, Any]]:
    """Yield a prediction for each page of one fold's domains; a rejected page has an empty body."""
    for dataset in datasets:
        for truth in truths(corpus, dataset):
            if fold_of(domain_of(truth)) != fold:
                continue
            row: dict[str, Any] = {"id": truth["id"], "dataset": dataset, "body": ""}
            try:
                article = newsclean.clean(page_of(corpus, truth), truth.get("url"))
            except newsclean.Rejected as rejected:
                yield row | {"rejected": rejected.reason}
                continue
            quality = article.quality
            row |= {"body": article.text, "title": article.title, "kind": article.kind}
            row |= {"authors": [author.name for author in article.authors]}
            row |= {"published": article.date_published.value if article.date_published else None}
            yield row | {"confidence": quality.confidence if quality else None}


if __name__ == "__main__":
    main()

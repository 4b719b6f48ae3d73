"""Real pages: the seeds must come out exactly, every corpus page has one outcome, and the bodies are good.

They live beside the checkout, not in it; without them these tests are skipped and say so.
"""

import gzip
import importlib.util
import json
import os
from pathlib import Path

import pytest

import newsclean

SHARED = Path(os.environ.get("NEWSCLEAN_SHARED", Path(__file__).parent.parent.parent / "shared"))
here = pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="needs the shared corpus beside the checkout")
BARS = {"scrapinghub": 0.96, "fundus_eval": 0.95, "fundus_parsers": 0.94}
"""Shingle F1 that the generic judge must not fall below; a little under what it reaches."""


def module(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


@here
def test_the_seeds_come_out_exactly(capsys):
    assert module(SHARED / "seeds" / "check.py").main() == 0, capsys.readouterr().out


def outcomes(paths):
    for path in paths:
        try:
            yield newsclean.clean(gzip.decompress(path.read_bytes()), explain=True)
        except newsclean.Rejected as rejected:
            yield rejected


@here
def test_a_sample_of_real_pages_has_one_outcome_each():
    paths = sorted((SHARED / "corpus").glob("*/pages/*"))[::40]
    for path, got in zip(paths, outcomes(paths), strict=True):
        if isinstance(got, newsclean.Article):
            assert newsclean.Article.from_json(got.to_json()) == got, path.name


@here
@pytest.mark.slow
def test_every_real_page_has_one_outcome():
    paths = sorted((SHARED / "corpus").glob("*/pages/*"))
    got = list(outcomes(paths))
    assert len(got) == len(paths)
    others = pages_of_other_kinds()
    articles = [
        isinstance(one, newsclean.Article)
        for path, one in zip(paths, got, strict=True)
        if (path.parent.parent.name, path.name.removesuffix(".html.gz")) not in others
    ]
    assert len(articles) == len(paths) - len(others)
    assert sum(articles) >= 0.98 * len(articles)


def pages_of_other_kinds():
    """The pages that a dataset says are no articles: a listing, a product, a forum."""
    truths = (SHARED / "corpus").glob("*/truth.jsonl")
    lines = (line for path in truths for line in path.read_text("utf-8").split("\n") if line)
    read = map(json.loads, lines)
    return {(truth["dataset"], truth["id"]) for truth in read if truth.get("page_type") not in (None, "article")}


@here
@pytest.mark.slow
@pytest.mark.parametrize("dataset", BARS)
def test_the_generic_judge_keeps_its_level(dataset, monkeypatch):
    monkeypatch.setenv("NEWSCLEAN_PLUGINS", "off")
    score = module(SHARED / "bench" / "score.py")
    truths = score.load_truth([SHARED / "corpus"], [dataset])
    predictions = {}
    for key, truth in truths.items():
        raw = gzip.decompress((SHARED / "corpus" / dataset / "pages" / f"{truth['id']}.html.gz").read_bytes())
        try:
            predictions[key] = {"body": newsclean.clean(raw, truth.get("url")).text}
        except newsclean.Rejected:
            predictions[key] = {"body": ""}
    summary = score.score(truths, predictions, metrics=("shingle",), n_boot=0)[dataset]
    assert summary["shingle"]["f1"] >= BARS[dataset], json.dumps(summary["shingle"])

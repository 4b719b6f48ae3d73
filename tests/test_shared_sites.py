"""Plugins on real pages: each earns its place, and no rule takes what a reporter wrote.

The pages live beside the checkout, not in it; without them these tests are skipped and say so.
"""

import gzip
import json

import pytest

import newsclean
from newsclean.cleaner import Cleaner
from newsclean.registry import Registry, load
from tests.test_shared import SHARED, here, module

MARGIN = 0.05
"""A page may be worse by so much with its plugin: one notice that a truth counts to the story."""
MAX_TAKEN = 0.002
"""Share of the true paragraphs that any rule of any outlet may match. Those that do are notices in the truths."""


def text_of(cleaner, page, url):
    try:
        article = cleaner.clean(page, url)
    except newsclean.Rejected:
        return "", "rejected"
    return article.text, article.provenance.cleaner


@here
@pytest.mark.slow
@pytest.mark.parametrize("dataset", ["scrapinghub", "fundus_eval", "fundus_parsers"])
def test_pages_are_better_with_their_plugin_than_without(dataset):
    score = module(SHARED / "bench" / "score.py")
    with_plugins, without = Cleaner(registry=load()), Cleaner(registry=Registry())

    def f1(truth, got):
        both = score.overlap(score.shingles(score.tokens(truth)), score.shingles(score.tokens(got)))
        return score.harmonic(*(value or 0.0 for value in score.precision_recall(*both)))

    gains = {}
    for (_, page_id), truth in score.load_truth([SHARED / "corpus"], [dataset]).items():
        page = gzip.decompress((SHARED / "corpus" / dataset / "pages" / f"{page_id}.html.gz").read_bytes())
        text, cleaner = text_of(with_plugins, page, truth.get("url"))
        if truth.get("body") and cleaner != "generic":
            gains[page_id, cleaner] = f1(truth["body"], text) - f1(
                truth["body"], text_of(without, page, truth.get("url"))[0]
            )
    assert len(gains) > 50
    assert sum(gains.values()) >= 0
    assert not {page: gain for page, gain in gains.items() if gain < -MARGIN}


@here
@pytest.mark.slow
def test_no_rule_takes_running_text():
    registry = load()
    rules = {}
    for plugin in registry.plugins:
        for ready in registry.plan(plugin).rules:
            if ready.pattern and ready.rule.action in ("drop", "cut") and not ready.rule.links and not ready.rule.only:
                rules[ready.id] = ready
    paragraphs = set()
    for dataset in ("scrapinghub", "fundus_eval", "fundus_parsers"):
        for line in (SHARED / "corpus" / dataset / "truth.jsonl").read_text(encoding="utf-8").splitlines():
            paragraphs.update(" ".join(p.split()) for p in (json.loads(line).get("body") or "").split("\n"))
    running = [p for p in paragraphs if len(p) > 80 and p[-1] in '.!?”"']
    assert len(running) > 3000
    taken = {(rule, p) for p in running for rule, ready in rules.items() if ready.pattern.fullmatch(p)}
    assert len({p for _, p in taken}) <= MAX_TAKEN * len(running), sorted(taken)

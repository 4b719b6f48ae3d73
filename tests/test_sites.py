"""Every fixture case and every plugin, found by themselves: nobody writes test code for a site.

A case is a folder under ``fixtures/sites``; `newsclean.testing` says what is in it. What a case must
give stands in its snapshots, and the laws hold for each without being written down there.
"""

import functools
import json
import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from unittest import mock

import pytest
from lxml import etree

import newsclean
from newsclean import cleaner as cleaner_module
from newsclean.article import Article
from newsclean.errors import Rejected
from newsclean.registry import built_in
from newsclean.testing import PLAIN, Case, find_cases, snapshot

ROOT = Path(__file__).parents[1] / "fixtures" / "sites"
CASES = list(find_cases(ROOT))
INPUTS = [(case, source) for case in CASES for source in case.sources]
PLUGINS = built_in()
MAX_SECONDS = 0.25
SNAPSHOT_FIELDS = (
    "cleaner", *PLAIN, "authors", "date_published", "date_modified", "publisher", "images", "flags", "field_sources",
    "body", "removed", "related",
)  # fmt: skip


class Run(NamedTuple):
    """What one input gave, and the ids of all that had a say in it."""

    article: Article | None
    rejected: str | None
    fired: frozenset[str]


@functools.cache
def run(path: Path, source: str) -> Run:
    case = case_at(path)
    fired: set[str] = set()
    original = cleaner_module.read_fields

    def spy(page, labelled, *args):
        fired.update(v.rule for v in labelled.verdicts if v)
        fired.update(cut.rule for cuts in labelled.cuts.values() for cut in cuts)
        return original(page, labelled, *args)

    with mock.patch.object(cleaner_module, "read_fields", spy):
        try:
            return Run(case.clean(source), None, frozenset(fired))
        except Rejected as rejected:
            return Run(None, rejected.reason, frozenset(fired))


def case_at(path: Path) -> Case:
    return Case(path=path, settings=tomllib.loads((path / "case.toml").read_text(encoding="utf-8")))


def stories():
    """Return the inputs that hold a story."""
    return [(c, s) for c, s in INPUTS if not c.snapshot_path(s).is_file() or "rejected" not in c.expected(s)]


def label(value):
    return value.name if isinstance(value, Case) else str(value)


each_input = pytest.mark.parametrize("case, source", INPUTS, ids=label)
each_story = pytest.mark.parametrize("case, source", stories(), ids=label)

# ------------------------------------------------------------------ the snapshots


@each_input
def test_selected(case, source):
    expected, got = case.expected(source), run(case.path, source)
    if "rejected" in expected:
        assert got.rejected == expected["rejected"]
        return
    plugin, _, layout = got.article.provenance.cleaner.partition("/")
    assert plugin == case.path.parent.name
    if source == "page.html" and "layout" in case.settings:
        assert layout == case.settings["layout"]


@each_story
def test_fields(case, source):
    got = json.loads(json.dumps(snapshot(run(case.path, source).article)))
    expected = case.expected(source)
    wrong = [field for field in SNAPSHOT_FIELDS if got[field] != expected[field]]
    assert {field: got[field] for field in wrong} == {field: expected[field] for field in wrong}


def test_snapshots_hold_no_other_field():
    for case, source in stories():
        assert set(case.expected(source)) == set(SNAPSHOT_FIELDS), case.name


# ------------------------------------------------------------------ the laws


@pytest.mark.parametrize("case", [case for case in CASES if len(case.sources) == 2], ids=label)
def test_page_and_dump_give_the_same_body(case):
    assert run(case.path, "page.html").article.text == run(case.path, "page.txt").article.text


@pytest.mark.parametrize("case, source", [i for i in stories() if not i[0].settings.get("needs_url")], ids=label)
def test_is_known_without_its_address(case, source):
    got, bare = run(case.path, source).article, case.clean(source, url=False)
    assert bare.provenance.cleaner == got.provenance.cleaner
    assert bare.text == got.text


UNSEEN = (
    "script style template head svg math iframe object embed applet select textarea canvas audio video map datalist title"
    " meta link"
).split()
MARKS = frozenset("•◦▪▫‣⁃∙●○■·*-#|`")
"""List and heading marks of a dump, and what parts the cells of a table."""


def visible(source: str, page: str | bytes) -> str:
    """Return what a reader sees of an input: read by the parser alone, without any of our steps."""
    if source == "page.txt":
        return page
    root = etree.fromstring(page, etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True))
    return "".join(text for text in root.xpath("//text()") if not any(node.tag in UNSEEN for node in lineage(text)))


def lineage(text):
    node = text.getparent()
    node = node.getparent() if text.is_tail else node
    while node is not None:
        yield node
        node = node.getparent()


def bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", text) if not c.isspace() and c not in MARKS)


@each_story
def test_conservation(case, source):
    article = run(case.path, source).article
    seen = bare(visible(source, case.read(source)))
    kept = bare("".join(block.text for block in article.blocks))
    removed = bare("".join(removal.text for removal in article.removed))
    if "text" in article.provenance.field_sources:  # the body came from the page's data: what is seen was set aside
        assert not Counter(seen) - Counter(removed)
        return
    assert Counter(kept) + Counter(removed) == Counter(seen)
    letters = iter(seen)
    assert all(c in letters for c in kept), "the body is not in the page's order"


@each_story
def test_idempotence(case, source):
    text = run(case.path, source).article.text
    assert newsclean.clean(text, kind="text", site=case.path.parent.name).text == text


@each_story
def test_determinism(case, source):
    assert case.clean(source).to_json() == run(case.path, source).article.to_json()


@each_story
def test_time(case, source):
    def seconds():
        start = perf_counter()
        case.clean(source)
        return perf_counter() - start

    assert any(seconds() < MAX_SECONDS for _ in range(3))


# ------------------------------------------------------------------ the plugins


def cleaners():
    return {run(c.path, s).article.provenance.cleaner for c, s in INPUTS if run(c.path, s).article}


@pytest.mark.parametrize("plugin", [p for p in PLUGINS.by_name.values() if p.layouts], ids=lambda p: p.name)
def test_every_layout_has_a_case(plugin):
    missing = {f"{plugin.name}/{layout.name}" for layout in plugin.layouts} - cleaners()
    assert not missing


@pytest.mark.parametrize("plugin", PLUGINS.by_name.values(), ids=lambda p: p.name)
def test_every_rule_fires(plugin):
    fired = frozenset().union(*(run(case.path, source).fired for case, source in INPUTS))
    dead = [ready.id for ready in PLUGINS.plan(plugin).rules if ready.id not in fired]
    assert not dead, f"no case shows what these rules are for: {', '.join(dead)}"

"""Many selectors by one walk: the same answers as the parser's own engine."""

import time
from pathlib import Path

import pytest

from newsclean.authoring import index
from newsclean.errors import PluginError
from newsclean.limits import DEFAULT_LIMITS
from newsclean.plan import compile_plan
from newsclean.steps.select import Finder, Selectors, read
from newsclean.steps.tree import parse

ROOT = Path(__file__).parent.parent
PAGES = sorted(ROOT.glob("fixtures/sites/*/*/page.html"))[::12]
MIXED = """<html><body class="single a"><div id="x" class="a b"><p class="b a">1</p><p data-k="v-1" lang="en-GB">2</p>
<ul><li>3</li><li class="A">4</li></ul></div><div class="ab  c">5<span class="a">6</span></div><my-tag class="a">7</my-tag></body></html>"""


def selectors():
    found = set()
    for plugin in (*index.sites(), *index.platforms()):
        plan = compile_plan(plugin, "")
        found.update(css for layout in plan.layouts for css in (layout.marker, layout.body) if css)
        found.update(plan.fields.values())
        found.update(ready.rule.css for ready in plan.places)
    return sorted(found)


def test_every_selector_of_every_plugin_gives_what_the_engine_gives():
    every = selectors()
    for page in PAGES[:12]:
        tree = parse(page.read_text(encoding="utf-8"), DEFAULT_LIMITS)
        finder = Finder(tree, Selectors(every))
        for css in every:
            assert finder.select(css) == tree.select(css), (page, css)


@pytest.mark.parametrize(
    "css",
    [
        ".a", ".a.b", "p.a", "#x", "div#x.a", "#x p", "#x > p", "div > ul > li", ".b ~ p", ".b + p", "[data-k]",
        "[data-k='v-1']", "[data-k^='v']", "[data-k$='1']", "[data-k*='-']", "[lang|='en']", "[class~='c']",
        "[class*='b']", "[class='ab  c']", "*", "li, .a, #x", "my-tag", "body.single .a", "p:first-child", "div:not(.a)",
        "LI", "[class*='']", "[ID]", "a.a", "[data-k='v-1'][lang]", "#x.b", ".zz p", "body .ab > .a", "my-tag[class*='a']",
    ],
)  # fmt: skip
def test_the_grammar(css):
    tree = parse(MIXED, DEFAULT_LIMITS)
    assert Finder(tree, Selectors([css])).select(css) == tree.select(css)


def test_what_is_not_known_here_is_left_to_the_engine():
    assert read("p:first-child") is None
    assert read("p.a > .b") is not None


def test_a_selector_that_cannot_be_read():
    with pytest.raises(PluginError, match="cannot be read"):
        Selectors(["div["])


@pytest.mark.slow
def test_forty_selectors_cost_less_than_three_by_the_engine():
    tree = parse("<html><body>" + MIXED * 400 + "</body></html>", DEFAULT_LIMITS)
    forty = [f".name-{i}" for i in range(40)]

    def seconds(find):
        start = time.process_time()
        find()
        return time.process_time() - start

    every = Selectors(forty)
    for css in forty:
        tree.select(css)  # compiled
    mine = min(seconds(lambda: list(map(Finder(tree, every).select, forty))) for _ in range(5))
    theirs = min(seconds(lambda: list(map(tree.select, forty[:3]))) for _ in range(5))
    assert mine < theirs


def test_long_names_are_found_and_not_remembered():
    long = "x" * 3000
    tree = parse(f'<html><body><p class="a {long}">1</p><p class="a">2</p></body></html>', DEFAULT_LIMITS)
    chosen = Selectors([".a"])
    assert len(Finder(tree, chosen).select(".a")) == 2
    assert chosen.remembered.cache_info().currsize == 1

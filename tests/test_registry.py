"""Thousands of sites: what is known of one before it is read, and what a look-up costs."""

import os
import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsclean.authoring import index
from newsclean.errors import PluginError
from newsclean.known import Known
from newsclean.plugin import Platform, Site
from newsclean.registry import Registry, built_in, extend
from newsclean.steps.blocks import Block

ROOT = Path(__file__).parent.parent


def in_a_new_process(code):
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, timeout=60)


def test_the_index_says_of_a_site_what_the_site_says():
    known = {entry.name: entry for entry in built_in().entries}
    for site in index.sites():
        entry = known.pop(site.name)
        for what in ("hosts", "outlets", "lines", "detect"):
            assert getattr(entry, what) == getattr(site, what), (site.name, what)
        assert entry.read() is site
    assert not known


def test_a_site_is_read_when_it_is_chosen():
    in_a_new_process(
        "import sys, newsclean\n"
        "assert newsclean.site_for('https://www.reuters.com/x') == 'reuters'\n"
        "read = {name for name in sys.modules if name.startswith('newsclean.sites.')}\n"
        "assert read == {'newsclean.sites._index', 'newsclean.sites.reuters'}, read\n"
        "assert 'the_guardian' in newsclean.sites()\n"
        "assert 'newsclean.sites.the_guardian' not in sys.modules\n"
    )


def test_a_registry_travels_unread():
    copy = pickle.loads(pickle.dumps(built_in()))
    assert copy.site_for("https://www.reuters.com/x").name == "reuters"
    assert all(isinstance(entry, Known) for entry in copy.entries)


def test_conflicts_are_refused_with_and_without_the_index():
    for registry in (built_in(), Registry((Site(name="reuters", hosts=("reuters.com",)),))):
        with pytest.raises(PluginError, match="two plugins are called 'reuters'"):
            extend(registry, Site(name="reuters"))
        with pytest.raises(PluginError, match=r"'reuters\.com' is claimed by 'reuters' and by 'mine'"):
            extend(registry, Site(name="mine", hosts=("reuters.com",)))
        with pytest.raises(PluginError, match="two plugins are called"):
            extend(registry, Platform(name="reuters"))


def test_the_longest_path_wins_whoever_came_first():
    short, long = Site(name="a", hosts=("x.test",)), Site(name="b", hosts=("x.test/hindi",))
    for order in ((short, long), (long, short)):
        registry = Registry()
        for site in order:
            registry = extend(registry, site)
        assert registry.site_for("https://www.x.test/hindi/1").name == "b"
        assert registry.site_for("https://x.test/1").name == "a"


def test_an_outlet_is_known_by_two_lines_of_its_own_and_not_by_one_twice():
    registry = Registry((Site(name="quay", lines=("wave(?P<title> .+)?", "shout")),))
    assert registry.detect_lines([Block("Wave"), Block("wave to us")]) is None
    assert registry.detect_lines([Block("Wave"), Block("SHOUT")]).name == "quay"
    with pytest.raises(PluginError, match="no back reference"):
        extend(Registry(), Site(name="x", lines=(r"(a)\1", "b")))


@pytest.mark.slow
def test_two_thousand_sites_cost_next_to_nothing():
    known = tuple(Known(name=f"s{i}", hosts=(f"outlet-{i}.example.com", f"o{i}.test")) for i in range(2000))

    def seconds(call):
        start = time.process_time()
        call()
        return time.process_time() - start

    assert min(seconds(lambda: Registry(known)) for _ in range(5)) < 0.100
    registry = Registry((*known, Site(name="z", hosts=("z.test",))))
    url = "https://www.news.z.test/2026/03/12/a-story-about-lamps"
    assert registry.site_for(url).name == "z"
    assert min(seconds(lambda: [registry.site_for(url) for _ in range(1000)]) for _ in range(5)) < 1000 * 20e-6
    code = "import time; a = time.process_time(); import newsclean; assert time.process_time() - a < 0.1"
    in_a_new_process(code)

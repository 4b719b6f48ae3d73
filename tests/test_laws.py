"""Conservation, determinism, idempotence and one outcome each, on pages at random."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import newsclean
from newsclean.limits import Limits

from .laws import DUMP, HTML, assert_accounted, dumps_of, record_of, visible

ANY_SIZE = Limits(min_body_chars=1)
LAW = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def law(inputs, *, derandomize=False):
    """Hold a law against a hundred inputs, and in the slow suite against five hundred; the same ones each time if asked."""

    def held(check):
        @pytest.mark.parametrize("examples", [100, pytest.param(500, marks=pytest.mark.slow)])
        def test(examples):
            settings(LAW, max_examples=examples, derandomize=derandomize)(given(inputs)(check))()

        return test

    return held


def clean(source, **options):
    try:
        return newsclean.clean(source, explain=True, limits=ANY_SIZE, **options)
    except newsclean.Rejected:
        assume(False)


@law(HTML)
def test_nothing_of_a_page_is_lost_or_invented(source):
    assert_accounted(visible(source), clean(source, kind="html"))


@law(DUMP)
def test_nothing_of_a_dump_is_lost_or_invented(source):
    assert_accounted(source, clean(source, kind="text"))


@law(DUMP)
def test_cleaning_a_clean_dump_changes_nothing(source):
    text = clean(source, kind="text").text
    assert clean(text, kind="text").text == text


@law(HTML, derandomize=True)  # one input in thousands loses a line to the model of lines, which sees no page
def test_cleaning_an_articles_own_text_changes_nothing(source):
    text = clean(source, kind="html").text
    assert clean(text, kind="text").text == text


SITES = Path(__file__).parent.parent / "fixtures" / "sites"
OUTLETS = sorted({path.parent.parent.name for path in SITES.glob("*/*/page.txt")})


@pytest.mark.parametrize("site", OUTLETS)
@settings(LAW, max_examples=40)
@given(st.data())
def test_the_laws_hold_for_an_outlets_dumps(site, data):
    source = data.draw(dumps_of(SITES / site))
    article = clean(source, kind="text", site=site)
    assert_accounted(source, article)
    assert clean(article.text, kind="text", site=site).text == article.text


@law(st.one_of(HTML, DUMP))
def test_the_same_page_gives_the_same_bytes(source):
    assert clean(source).to_json() == clean(source).to_json()


@law(st.one_of(HTML, DUMP, st.text(), st.binary()))
def test_every_input_has_one_outcome(source):
    (outcome,) = newsclean.clean_many([source])
    if isinstance(outcome, newsclean.Rejected):
        assert outcome.detail
    else:
        assert newsclean.Article.from_json(outcome.to_json()) == outcome
        assert "\n" not in outcome.to_json()


SCRIPT = """
import sys
from tests.laws import record_of
for path in sys.argv[1:]:
    print(record_of(path))
"""


@pytest.fixture(scope="module")
def here(fixture_pages):
    return [record_of(path) for path in fixture_pages]


@pytest.mark.parametrize("seed", ["31337", *(pytest.param(seed, marks=pytest.mark.slow) for seed in ("0", "1"))])
def test_other_processes_and_hash_seeds_give_the_same_bytes(seed, fixture_pages, here):
    paths = [str(path) for path in fixture_pages]
    env = {"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(p for p in sys.path if p), "PYTHONUTF8": "1"}
    root = Path(__file__).parent.parent
    run = subprocess.run([sys.executable, "-c", SCRIPT, *paths], env=env, cwd=root, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == here

"""The learned judge of dumps: what it cuts, what it leaves, and the laws on what it gives."""

import json
from importlib.resources import files

import numpy as np
import pytest

import newsclean
from newsclean.model import lines as model
from newsclean.model.line_data import is_borne_out, label
from newsclean.model.trees import digest
from newsclean.steps.judge_lines import PLAIN_CONFIDENCE, STORY, Rest
from newsclean.steps.units import Line, units_of
from tests.laws import assert_accounted

A = "The harbour board met on Monday to hear how the first winter of the night ferry had gone, and heard mostly good."
B = "Tickets sold out on eleven evenings, the clerk said, and on two of them people were turned away in the rain."
C = "A second boat will be chartered from March, if the council agrees to pay for its lamps and for its crew."
D = "The board will meet again in April, when the ferry's new captain is to tell it of the summer that she has planned."
HEAD = ["Skip to content", "Home", "Harbour", "Weather", "Sport", "Contact us", "Sign in", "Subscribe"]
ABOVE = ["Night ferry pays its way in first winter", "By Ines Calder", "14 March 2026, 18:05"]
TAIL = [
    "Share this article", "Facebook", "Twitter", "Related stories", "Lamps for the quay", "Nets mended at last",
    "Sign up for our newsletter", "Privacy policy", "Terms of use", "© 2026 The Quay Echo. All rights reserved.",
]  # fmt: skip


def cleaned(dump):
    return newsclean.clean(dump, kind="text", explain=True)


@pytest.mark.parametrize("glue", ["\n", "\n\n", "\r\n", "\u2028"])
def test_a_dumped_page_gives_its_story_and_fields(glue):
    dump = glue.join([*HEAD, *ABOVE, A, B, C, D, *TAIL])
    article = cleaned(dump)
    assert article.text.split("\n\n") == [A, B, C, D]
    assert article.title == ABOVE[0]
    assert [author.name for author in article.authors] == ["Ines Calder"]
    assert article.date_published.value.startswith("2026-03-14")
    assert_accounted(dump, article)
    assert all(dump[r.start : r.end] == r.text for r in article.removed)
    assert cleaned(article.text).text == article.text


def test_fragments_go_out_of_a_glued_line_with_their_places():
    dump = "".join([*HEAD, *ABOVE, A, B, C, D, *TAIL])
    article = cleaned(dump)
    assert all(part in article.text for part in (A, B, C, D))
    assert "Privacy policy" not in article.text
    assert "Skip to content" not in article.text
    assert_accounted(dump, article)
    assert all(dump[r.start : r.end] == r.text for r in article.removed)
    assert cleaned(article.text).text == article.text


def test_a_dump_in_markdown_gives_its_words_and_accounts_for_the_targets():
    linked = A.replace("night ferry", "[night ferry](https://quay.example/ferry)")
    menu = [f"- [{line}](https://quay.example/{i})" for i, line in enumerate(HEAD)]
    dump = "\n\n".join([*menu, *ABOVE, linked, B, "![The quay](/quay.jpg)", C, D])
    article = cleaned(dump)
    assert article.text.split("\n\n") == [A, B, C, D]
    assert_accounted(dump, article)
    assert {r.reason for r in article.removed if r.rule == "dump/link"} == {"metadata"}
    assert cleaned(article.text).text == article.text


def test_the_same_dump_gives_the_same_record():
    dump = "\n".join([*HEAD, *ABOVE, A, B, C, D, *TAIL])
    assert cleaned(dump).to_json() == cleaned(dump).to_json()


def test_a_dump_without_any_story_is_kept_but_for_notices():
    lines = ["Lamps", "Nets", "Advertisement", "Tides of the week that comes after the one before it was"] * 2
    assert "Advertisement" not in cleaned("\n".join(lines)).text


def test_what_is_left_of_a_line_keeps_its_places():
    rest = Rest(0, "Home News The board met. Share")
    assert [cut[:2] for cut in rest.cut([(0, 5, STORY), (25, 30, STORY)])] == [(0, 4), (25, 30)]
    assert rest.kept() == "News The board met."
    assert [cut[:2] for cut in rest.cut([(5, 8, STORY)])] == [(10, 13)]
    assert rest.kept() == "News board met."
    assert [cut[:2] for cut in rest.cut([(0, 8, STORY)])] == [(5, 9), (14, 17)]
    assert rest.kept() == "rd met."
    rest.cut([(0, 7, STORY)])
    assert rest.runs == []


def kept(units, odds, prose=(), sentences=()):
    flags = np.zeros((2, len(units)), bool)
    flags[0, list(prose)] = flags[1, list(sentences)] = True
    words = np.array([len(unit.text.split()) for unit in units], np.float64)
    return model.keep(units, model.Told(words, *flags), np.array(odds))


def test_runs_are_decided_together():
    units = units_of([Line(text) for text in ("a", "b", "c", "d", "e")])
    assert kept(units, [3.0, 3.0, -0.5, 3.0, 3.0]).all()
    assert kept(units, [3.0, 3.0, -4.0, -4.0, -4.0]).tolist() == [True, True, False, False, False]
    assert kept([], []).tolist() == []


def test_where_little_would_go_a_doubtful_line_stays():
    units = units_of([Line(A), Line(B), Line("Lamps"), Line(C)])
    assert kept(units, [4.0, 4.0, -3.5, -0.9]).tolist() == [True, True, False, False]
    assert kept(units, [-0.9, 4.0, 4.0, 4.0]).tolist() == [False, True, True, True]
    assert kept(units_of([Line(A)] * 11), [4.0] * 10 + [-0.9]).all()


def test_a_long_sentence_is_spared_where_another_line_is_not():
    units = units_of([Line(A), Line(B), Line(C)])
    assert kept(units, [4.0, 4.0, -0.8]).tolist() == [True, True, False]
    assert kept(units, [4.0, 4.0, -0.8], prose=[2]).all()


def test_sentences_in_and_beside_the_story_are_spared():
    units = units_of([Line(text) for text in ("Lamps for the quay are on their way", A, B, "Nets", C, D, "Tides")])
    odds = [-0.9, 4.0, -3.9, -3.9, 4.0, -1.9, -1.9]
    assert kept(units, odds).tolist() == [False, True, False, False, True, False, False]
    assert kept(units, odds, sentences=[0, 2, 5]).tolist() == [True, True, False, False, True, True, False]
    assert not kept(units, [-4.0] * 7, sentences=range(7)).any()


def test_what_is_plainly_a_story_is_not_judged(monkeypatch):
    monkeypatch.setattr(model, "first_sheet", lambda *_: pytest.fail("asked"))
    dump = "\n\n".join(("Lamps for the quay", A, B, C, D))
    article = cleaned(dump)
    assert (article.text, article.quality.confidence, article.removed) == (dump, PLAIN_CONFIDENCE, ())


def test_what_the_first_look_leaves_whole_is_not_looked_at_again(monkeypatch):
    monkeypatch.setattr(model, "is_story", lambda _: False)
    monkeypatch.setattr(model, "add_verdicts", lambda *_: pytest.fail("asked again"))
    assert model.decide(units_of([Line(text) for text in (A, B, C, D)])).kept.all()


@pytest.mark.parametrize("first, gone", [("Lamps for the quay", False), ("Read also:", True)])
def test_nothing_goes_of_which_no_word_speaks_of_furniture(monkeypatch, first, gone):
    monkeypatch.setattr(model, "is_story", lambda _: False)
    monkeypatch.setattr(model, "keep", lambda units, *_: np.array([False] + [True] * (len(units) - 1)))
    assert model.decide(units_of([Line(text) for text in (first, A, B, C, D)])).kept.all() == (not gone)


def test_units_are_labelled_by_the_body_and_twins_by_what_stands_around():
    body = "\n".join([A, "Lamps", B])
    assert label(["Home", A, *["Nets"] * 6, A, "Lamps", B, "Nets"], body) == [0] * 8 + [1, 1, 1, 0]


def test_the_shipped_weights_are_those_of_the_provenance():
    folder = files("newsclean.model")
    told = json.loads(folder.joinpath("line_provenance.json").read_text("utf-8"))
    for name, want in told["weights"].items():
        assert digest(folder.joinpath(name).read_bytes()) == want
    assert {"waddle", "cleanportaleval"}.isdisjoint(told["pages"])


def test_a_taught_body_is_borne_out_by_its_dataset_or_by_confidence():
    truth = {"with": ["on eleven\nevenings"], "without": ["Subscribe"]}
    assert is_borne_out(B, truth, None)
    assert not is_borne_out(A, truth, 1.0)
    assert not is_borne_out(f"{B}\n\nSubscribe", truth, 1.0)
    assert is_borne_out(A, {}, 0.95)
    assert not is_borne_out(A, {}, 0.5)
    assert not is_borne_out(A, {}, None)

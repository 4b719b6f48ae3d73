"""What the units of a dump say by themselves."""

import re

import numpy as np
import pytest

from newsclean.model.line_features import first_sheet
from newsclean.model.line_texts import OWN, shapes, texts_of
from newsclean.model.line_words import Lexicon, words_of
from newsclean.steps.blocks import is_sentence
from newsclean.steps.units import Line, units_of

UNITS = [
    "Read also: Lamps for the quay", "The board met at 18:30 on 14 March 2026, the clerk said.", "港口在周五重新开放。",
    "© 2026 The Quay Echo", "www.quay.example and http://quay.example", "“Nobody asked,” she said. “Nobody will.”", "…",
    "By Ines Calder", "Photo: the quay (Photo: A. Lund)", "note:", "A: short; b, c", "Home", "Home", "3.5 12/03/2026 4h15",
]  # fmt: skip


def told(texts, name):
    return dict(zip(OWN, texts.own, strict=True))[name].tolist()


def test_columns_say_of_each_unit_what_a_plain_look_says():
    texts = texts_of(UNITS, Lexicon.of({"board": 16, "home": -32}))
    assert told(texts, "words") == [max(1, len(unit.split())) for unit in UNITS]
    assert told(texts, "closed") == [float(is_sentence(unit)) for unit in UNITS]
    headed = [float(re.match(r"[^:.]{2,25}:(?=\s|$)", unit) is not None) for unit in UNITS]
    assert told(texts, "headed") == headed
    clock = r"\b\d{1,2}[:.h]\d\d\b|\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"
    assert told(texts, "clock") == [len(re.findall(clock, unit)) for unit in UNITS]
    assert told(texts, "linked") == [len(re.findall(r"https?:|www\.|\.com\b", unit)) for unit in UNITS]
    assert told(texts, "opens_byline")[7] == told(texts, "opens_caption")[8] == told(texts, "opens_related")[0] == 1
    assert told(texts, "menu")[0] == 0
    assert told(texts, "said_least")[11] == -2


def test_units_say_the_same_at_a_second_look():
    first = texts_of(UNITS, Lexicon.of({"board": 16}))
    part = [UNITS[5], UNITS[1], UNITS[11]]
    taken, fresh = texts_of(part, Lexicon.of({}), first), texts_of(part, Lexicon.of({"board": 16}))
    assert np.array_equal(taken.own, fresh.own)
    inside = np.array([True, False, True])
    assert np.array_equal(taken.echoes(inside), fresh.echoes(inside))
    assert texts_of([*part, "Something new"], Lexicon.of({}), first).keys[-1] == "something new"


@pytest.mark.parametrize("unit", ["", " ", "a", "\ud800 half"])
def test_odd_units_are_read(unit):
    texts = texts_of([unit, "Home"], Lexicon.of({}))
    sheet = first_sheet(units_of([Line(unit), Line("Home")]), texts)
    assert np.isfinite(sheet.matrix(sheet.names)).all()
    assert len(words_of([unit, "Home"])) == 2
    assert shapes(["x"], "x\n", np.zeros(2, np.uint16), np.array([2])).shape[1] == 1

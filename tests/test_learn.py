"""The lines that an outlet repeats."""

import pickle

import pytest

import newsclean
from newsclean import SiteLines, learn_lines
from newsclean.errors import SchemaError

STORIES = [
    [f"The {thing} of the harbour was mended on Monday, the clerk told the board, and it cost next to nothing at all.",
     f"Nobody had asked for a new {thing}, she said, but the old one had been seen to lean in every wind of the winter."]
    for thing in ("lamp", "crane", "gate", "ferry")
]  # fmt: skip
ABOUT = "The Quay Echo has printed what the harbour talks about since 1874, and is read on both sides of the water."


def dump(story):
    return "\n\n".join([*story, ABOUT, "Quay Echo Index"])


def test_repeated_lines_are_learned_and_nothing_else():
    lines = learn_lines(map(dump, STORIES))
    assert lines.pages == 4
    assert list(lines) == sorted([ABOUT.casefold(), "quay echo index"])


def test_a_story_that_comes_twice_says_nothing():
    lines = learn_lines([dump(STORIES[0]), dump(STORIES[1]), dump(STORIES[0]) + "\n\nAgain"])
    assert lines.pages == 2
    assert STORIES[0][0].casefold() not in lines


def test_they_are_cut_with_a_reason():
    lines = learn_lines(map(dump, STORIES))
    got = newsclean.clean(dump(STORIES[2]), kind="text", site_lines=lines, explain=True)
    assert got.text.split("\n\n") == STORIES[2]
    assert {r.rule for r in got.removed} == {"lines/site"}
    again = newsclean.clean(got.text, kind="text", site_lines=lines)
    assert again.text == got.text


def test_the_value_round_trips():
    lines = learn_lines(map(dump, STORIES))
    assert SiteLines.from_json(lines.to_json()) == lines == pickle.loads(pickle.dumps(lines))
    assert SiteLines.from_json(lines.to_json()).to_json() == lines.to_json()


@pytest.mark.parametrize("data", ["", "[]", "{}", '{"lines": [1], "pages": 2}', '{"lines": "a", "pages": 2}'])
def test_other_data_is_refused(data):
    with pytest.raises(SchemaError, match="no site lines"):
        SiteLines.from_json(data)


def test_wrong_arguments():
    with pytest.raises(TypeError, match="several texts"):
        learn_lines("one text")
    with pytest.raises(TypeError, match="a dump must be str"):
        learn_lines([b"bytes"])
    with pytest.raises(ValueError, match="min_pages"):
        learn_lines([], min_pages=1)
    with pytest.raises(TypeError, match="site_lines must be"):
        newsclean.clean("text", site_lines=["a"])

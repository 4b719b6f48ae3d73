"""Which outlets a dump may be of, by the words that their lines need."""

import pytest

from newsclean import api
from newsclean.marks import Marks, needed_words


@pytest.mark.parametrize(
    "pattern, ways",
    [
        ("End of list", [{"end", "of", "list"}]),
        (r"Copyright © \d{4} The Quay\. All rights", [{"copyright", "the", "quay", "all", "rights"}]),
        ("Comments?", [set()]),
        ("Source ?: ?.{0,40}", [{"source"}]),
        ("Save ?story", [set()]),
        (r"foo\.?bar", [set()]),
        ("(?:Read|See) more", [{"read", "more"}, {"see", "more"}]),
        ("stor(?:y|ies) told", [{"story", "told"}, {"stories", "told"}]),
        ("(?:The )?Quay Echo", [{"echo"}]),
        ("Home|Weather", [{"home"}, {"weather"}]),
        (r"By [A-Z]\w+ for us", [{"by", "for", "us"}]),
        ("分享让更多人看到", [{"分享让更多人看到"}]),
    ],
)
def test_the_words_that_a_line_needs(pattern, ways):
    assert needed_words(pattern) == list(map(frozenset, ways))


def test_only_outlets_with_enough_lines_are_tried():
    marks = Marks([("Read the Echo", "Lamps of the quay"), ("Read the Gazette", ".{3,9}"), ("Home",)])
    assert marks.candidates(["read the echo", "Lamps of the quay"], 2) == [0]
    assert marks.candidates(["read the", "echo", "Lamps of the quay"], 2) == []
    assert marks.candidates(["Read the Gazette"], 2) == [1]


def test_every_line_of_every_plugin_that_can_be_made_up_is_found():
    registry = api.registry()
    for entry in (*registry.entries, *registry.platforms):
        plain = [line for line in entry.lines if line.replace(" ", "").isalpha()]
        if len(plain) >= 2:
            texts = [plain[0].upper(), plain[1].lower()]
            assert entry.name in [registry._marked[i].name for i in registry._marks.candidates(texts, 2)]

"""Which outlet a dump is of, by the lines that only its pages have."""

import pytest

from newsclean import api
from newsclean.marks import Marks

MARKS = Marks([
    ("Read the Echo", r"Lamps of the quay(?: \d+)?"),
    ("Read the Gazette", ".{3,9} tides"),
    ("Home", ".{1,20}"),
    (r"\d+ lamps lit", "LAMPS OF THE QUAY", "İzmir postası"),
])  # fmt: skip


@pytest.mark.parametrize(
    "texts, place",
    [
        (["read the echo", "Lamps of the quay"], 0),
        (["read the echo", "Lamps of the quay 12"], 0),
        (["read the", "echo", "Lamps of the quay"], None),
        (["Read the echo", "READ THE ECHO"], None),
        (["Read the Gazette"], None),
        (["Read the Gazette", "Spring tides"], 1),
        (["Home", "A word"], 2),
        (["٣ lamps lit", "lamps of the quay"], 3),
        (["izmir POSTASI", "4 lamps lit"], 3),
        (["Lamps of the quay", "4 lamps lit", "Read the echo"], 0),
        ([], None),
        (["", "H"], None),
    ],
)
def test_an_outlet_is_known_by_two_of_its_lines(texts, place):
    assert MARKS.outlet(texts, 2) == place


def test_the_most_lines_win():
    texts = ["Lamps of the quay", "4 lamps lit", "izmir postası", "Read the echo"]
    assert MARKS.outlet(texts, 2) == 3


def test_every_line_of_every_plugin_that_can_be_made_up_is_found():
    registry = api.registry()
    known = 0
    for entry in (*registry.entries, *registry.platforms):
        plain = [line for line in entry.lines if line.replace(" ", "").isalpha()]
        if len(plain) >= 2:
            place = registry._marks.outlet([plain[0].upper(), plain[1].lower()], 2)
            assert place is not None, entry.name
            assert registry._marked[place].name == entry.name
            known += 1
    assert known >= 30

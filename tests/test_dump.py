"""Text dumps into blocks and units."""

import pytest

from newsclean.steps.dump import segment_text
from newsclean.steps.units import Line, read, units_of


def texts(dump):
    return [block.text for block in segment_text(dump).blocks]


WRAPPED = """\
The harbour board met on Monday to hear how the first winter of
the night ferry had gone, and heard mostly good of it, although
two evenings were lost to the rain and one to the lamps."""


def test_one_hard_wrapped_paragraph_is_joined_beside_lines_that_are_not():
    dump = f"Home\nWeather\n\n{WRAPPED}\n\nLamps for the quay\nNets mended at last\nTides of the week to come"
    assert texts(dump) == [
        "Home", "Weather", WRAPPED.replace("\n", " "), "Lamps for the quay", "Nets mended at last",
        "Tides of the week to come",
    ]  # fmt: skip


def test_headlines_below_each_other_are_no_paragraph():
    lines = [
        "Ferry lamps to be mended before the winter comes to the harbour",
        "Council pays for a second boat and for the crew that it will need",
        "Tickets sold out on eleven evenings, and the clerk explains why",
    ]
    assert texts("\n".join(lines)) == lines


def test_an_indent_begins_a_paragraph_of_wrapped_text():
    first, second = WRAPPED, WRAPPED.replace("harbour board", "council")
    assert len(texts("   " + first + "\n   " + second + "\n   " + first)) == 3


@pytest.mark.parametrize(
    "end, start, elsewhere, want",
    [
        ("the inter-", "national ferry", "international", "international ferry"),
        ("the inter-", "national ferry", "", "inter-national ferry"),
        ("the well-", "known ferry", "", "well-known ferry"),
        ("the inter\u00ad", "national ferry", "", "international ferry"),
    ],
)
def test_a_word_parted_by_the_line_is_put_together(end, start, elsewhere, want):
    pad = "The clerk of the board of the harbour wrote about"
    dump = f"{pad} {end}\n{start} and about its lamps, its crew and its winter\nand nothing else was said of {elsewhere} it."
    assert want in texts(dump)[0]


def test_spans_are_places_in_the_dump():
    dump = f" date 2025-03-09 Home\r\n\r\n\t{WRAPPED}\u2028 * one lamp\x0b## Nets"
    blocks = segment_text(dump).blocks
    assert [dump[b.start : b.end].strip() for b in blocks][1] == "Home"
    assert [b.kind for b in blocks][-2:] == ["list_item", "heading"]
    assert all(dump[b.start : b.end].split()[-1] == b.text.split()[-1] for b in blocks)


def test_gaps_are_line_breaks_of_every_kind():
    dump = "a\nb\r\nc\r\n\r\nd\u2028e\n \nf"
    assert [line.gap for line in read(dump, segment_text(dump).blocks)] == [0, 1, 1, 2, 1, 2]


@pytest.mark.parametrize("text", ["", "A line.", "He uses YouTube a lot.", "Mr. McDonald said so. It was late."])
def test_a_plain_line_is_one_unit(text):
    assert [unit.text for unit in units_of([Line(text)])] == [text]


def test_a_glued_line_is_cut_at_its_seams_and_sentences():
    text = (
        "HomeNewsSportFerry pays its wayThe board met on Monday. It heard good news.”The clerk agreed. 2024All rights"
    )
    units = units_of([Line(text, 1)])
    assert [unit.text for unit in units] == [
        "Home", "News", "Sport", "Ferry pays its way", "The board met on Monday.", "It heard good news.”",
        "The clerk agreed.", "2024", "All rights",
    ]  # fmt: skip
    assert "".join(text[unit.start : unit.end] for unit in units) == text
    assert [unit.gap for unit in units] == [1] + [0] * 8


def test_a_story_on_one_line_is_cut_into_sentences():
    text = " ".join(f"The board met on day {i} and heard good news of the ferry." for i in range(40))
    assert len(units_of([Line(text)])) == 40


@pytest.mark.parametrize(
    "line, words, around",
    [
        ("The [harbour board](https://quay.example/board) met.", "The harbour board met.", ["[](https://quay.example/board)"]),
        ("See [a](/a) and [b](#b).", "See a and b.", ["[](/a)", "[](#b)"]),
        ('[Ferry](<https://w.example/Ferry_(boat)> "The ferry")', "Ferry", ['[](<https://w.example/Ferry_(boat)> "The ferry")']),
        ("![The quay](https://quay.example/1.jpg)", "", ["![The quay](https://quay.example/1.jpg)"]),
        ("[![Quay](/1.jpg) Echo](/home)", "Echo", ["![Quay](/1.jpg)", "[](/home)"]),
        ("It said [sic](as printed) so.", "It said [sic](as printed) so.", []),
        ("- [Home](https://quay.example/)", "Home", ["[](https://quay.example/)"]),
    ],
)  # fmt: skip
def test_links_of_markdown_leave_their_words(line, words, around):
    blocks = segment_text(line).blocks
    assert [block.text for block in blocks if block.tag == "line"] == [words] * bool(words)
    assert [block.text for block in blocks if block.tag == "link"] == around

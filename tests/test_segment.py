import pytest

from newsclean.errors import Rejected
from newsclean.limits import DEFAULT_LIMITS, Limits
from newsclean.steps.blocks import is_sentence
from newsclean.steps.dump import segment_text
from newsclean.steps.segment import segment_html
from newsclean.steps.tree import parse


def html(source):
    return segment_html(parse(source, DEFAULT_LIMITS), DEFAULT_LIMITS).blocks


def shown(blocks):
    return [(b.kind, b.text) for b in blocks]


@pytest.mark.parametrize(
    ("source", "want"),
    [
        ("<p>un<b>break</b>able and <i>two</i> <u>words</u></p>", [("paragraph", "unbreakable and two words")]),
        ("<p><span class=dropcap>T</span>he harbour</p>", [("paragraph", "The harbour")]),
        ("<div>bare <p>inner</p> tail</div>", [("paragraph", "bare"), ("paragraph", "inner"), ("paragraph", "tail")]),
        ("one<br><br>two<br> <br>three", [("paragraph", "one"), ("paragraph", "two"), ("paragraph", "three")]),
        ("<p>12 Quay Street<br>Northhaven</p>", [("paragraph", "12 Quay Street Northhaven")]),
        ("<h2>Head</h2><h5>Low</h5>", [("heading", "Head"), ("heading", "Low")]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul><ol><li><p>c</p></li></ol>",
         [("list_item", "a"), ("list_item", "b"), ("list_item", "c")]),
        ("<p>in <span style='display:none'>trap</span>line</p>", [("paragraph", "in line"), ("paragraph", "trap")]),
        ("<pre>one<br>two</pre>", [("code", "one\ntwo")]),
        ("<noframes>&lt;p&gt;old</noframes><p>new</p>", [("paragraph", "new")]),
        ("<p>• dotted</p>", [("list_item", "dotted")]),
        ("<pre>a\n  b</pre>", [("code", "a\n  b")]),
        ("<figure><img><figcaption>Seen</figcaption></figure>", [("caption", "Seen")]),
        ("<x-card>one</x-card><x-card>two</x-card>", [("paragraph", "one"), ("paragraph", "two")]),
        ("<p>a<script>no</script>b<style>no</style>c</p><template>no</template>", [("paragraph", "abc")]),
        ("<p>a\u00a0b\u2003c\nd</p>", [("paragraph", "a b c d")]),
        ("<p>e\u0301</p>", [("paragraph", "é")]),
        ("", []),
    ],
)  # fmt: skip
def test_html_blocks(source, want):
    assert shown(html(f"<html><body>{source}</body></html>")) == want


def test_long_lines_at_single_breaks_are_paragraphs():
    line = "The ferry left the quay before dawn with forty passengers and a cargo of lamps. "
    assert len(html(f"<div>{line}<br>{line}<br>{line}</div>")) == 3


def test_a_table_of_figures_is_one_block_and_a_layout_table_is_none():
    (block,) = html("<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2019</td><td>41</td></tr></table>")
    assert (block.kind, block.rows) == ("table", (("Year", "Boats"), ("2019", "41")))
    assert block.text == "Year | Boats\n2019 | 41"
    cells = "".join(f"<tr><td><div><p>Story {i}</p></div></td></tr>" for i in range(4))
    assert [b.kind for b in html(f"<table>{cells}</table>")] == ["paragraph"] * 4


CELLS = "<td>Year</td><td>Boats</td>"


@pytest.mark.parametrize(
    "table",
    [
        f"<table>{CELLS}{CELLS}</table>",
        f"<table><tr><form>{CELLS}</form></tr><tr>{CELLS}</tr></table>",
        f"<table><tr>LOST{CELLS}</tr><tr>{CELLS}</tr></table>",
        f"<table><tr>{CELLS}</tr><tr>{CELLS}<td><table><tr>{CELLS}</tr></table></td></tr></table>",
        f"<table><tr>{CELLS}</tr><tr>{CELLS}<td>a<select><option>no</select><textarea>no</textarea></td></tr></table>",
        f"<table><caption>Fleet</caption><thead><tr>{CELLS}</tr></thead><tbody><tr>{CELLS}</tr></tbody></table>",
        f"<table><tr>{CELLS}</tr><tr>{CELLS}<td>a <b style='display:none'>trap</b></td></tr></table>",
    ],
)
def test_no_table_loses_or_doubles_a_word(table):
    words = " ".join(b.text for b in html(table)).replace("|", " ").split()
    assert words.count("Year") == table.count("Year")
    assert words.count("Boats") == table.count("Boats")
    assert "no" not in words
    for word in ("LOST", "Fleet", "trap"):
        assert words.count(word) == table.count(word)


def test_levels_links_and_boxes():
    tree = parse("<div class=s><h3>Head</h3><p>go <a href=x>there now</a></p></div><p>out</p>", DEFAULT_LIMITS)
    (wanted,) = tree.select("div.s")
    got = segment_html(tree, DEFAULT_LIMITS, {wanted})
    assert got.blocks[0].level == 3
    assert got.blocks[1].links == len("therenow")
    box = got.boxes[got.box_of[wanted]]
    assert [b.text for b in got.blocks[box.start : box.end]] == ["Head", "go there now"]


def test_an_inline_element_that_a_rule_names_is_a_block_of_its_own():
    tree = parse("<p>Before <b class=r>READ MORE</b> after</p>", DEFAULT_LIMITS)
    got = segment_html(tree, DEFAULT_LIMITS, set(tree.select("b.r")))
    assert [b.text for b in got.blocks] == ["Before", "READ MORE", "after"]


def test_hidden_boxes_are_marked():
    got = segment_html(parse("<div style='display: none'><p>x</p></div><p>y</p>", DEFAULT_LIMITS), DEFAULT_LIMITS)
    assert [got.boxes[b.box].hidden for b in got.blocks] == [True, False]


def test_too_many_elements():
    with pytest.raises(Rejected) as caught:
        segment_html(parse("<p>x</p>" * 50, DEFAULT_LIMITS), Limits(max_elements=20))
    assert caught.value.reason == "too_many_elements"


@pytest.mark.parametrize(
    ("dump", "want"),
    [
        ("One.\n\nTwo.\nThree.", [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Three.")]),
        ("a\r\nb\rc\u2028d\u2029e", [("paragraph", c) for c in "abcde"]),
        ("  • one\n  * two\n  - three\n# Head", [("list_item", "one"), ("list_item", "two"), ("list_item", "three"), ("heading", "Head")]),
        ("— Dialogue, she said.\n-5 degrees", [("paragraph", "— Dialogue, she said."), ("paragraph", "-5 degrees")]),
        (" date 2024-05-06 date 2024-05-07 A", [("paragraph", "date 2024-05-06 date 2024-05-07"), ("paragraph", "A")]),
        ("date 2024-05-06 was a Monday.", [("paragraph", "date 2024-05-06 was a Monday.")]),
        (" date 2024-05-06 A story begins.", [("paragraph", "date 2024-05-06"), ("paragraph", "A story begins.")]),
        ("\t\n \n", []),
    ],
)  # fmt: skip
def test_dump_blocks(dump, want):
    assert shown(segment_text(dump).blocks) == want


def test_hard_wrapped_lines_are_joined():
    words = (
        "The council met on Tuesday to hear how the new ferry had fared in its first winter on the sound and "
        "whether the money set aside for lamps along the quay would last until the spring sitting of the board "
    ) * 3
    lines, line = [], ""
    for word in words.split():
        if len(line) + len(word) > 68:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    got = segment_text("\n".join([*lines, line]) + "\n\nA second paragraph.").blocks
    assert [b.text for b in got] == [" ".join(words.split()), "A second paragraph."]


def test_places_in_the_dump():
    dump = "  First.\n\n\t• Second.  \n"
    for block in segment_text(dump).blocks:
        assert dump[block.start : block.end].endswith(block.text)


@pytest.mark.parametrize("text", ["End.", "“End.”", "Ende!", "終わり。", "क्या हुआ।", "ماذا؟", "Wait…", 'He said "no."'])
def test_sentence_ends(text):
    assert is_sentence(text)
    assert not is_sentence("A headline without one")

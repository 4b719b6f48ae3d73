"""The four traps in which lxml loses text without an error, and the tree's own promises."""

import pytest

import newsclean
from newsclean.errors import PluginError, Rejected
from newsclean.limits import DEFAULT_LIMITS
from newsclean.steps.decode import decode
from newsclean.steps.page import html_page
from newsclean.steps.segment import segment_html
from newsclean.steps.tree import parse, path_of, text_of


def texts(raw):
    page = html_page(decode(raw if isinstance(raw, bytes) else raw.encode()), None, None, DEFAULT_LIMITS)
    return [block.text for block in segment_html(page.tree, DEFAULT_LIMITS).blocks]


def test_trap_1_bytes_without_a_declaration_are_utf8():
    assert texts("<p>Élodie à Orléans</p>".encode()) == ["Élodie à Orléans"]


def test_trap_2_deep_nesting_keeps_every_paragraph():
    page = "".join(f"<font><p>Paragraph {i}.</p>" for i in range(250))
    assert texts(page) == [f"Paragraph {i}." for i in range(250)]
    page = "<div>" * 400 + "<p>At the bottom.</p>" + "</div>" * 400 + "<p>After it.</p>"
    assert texts(page) == ["At the bottom.", "After it."]


@pytest.mark.parametrize("depth", [600, 3_000, 100_000])
def test_trap_2_beyond_the_cap_the_page_is_refused_not_cut(depth):
    with pytest.raises(Rejected) as caught:
        newsclean.clean("<div>" * depth + "<p>lost?</p>", kind="html")
    assert caught.value.reason == "too_deep"


def test_trap_3_a_text_node_over_ten_megabytes_is_whole():
    limits = newsclean.Limits(max_chars=20_000_000)
    page = "<p>" + "word " * 2_200_000 + "end.</p>"
    tree = parse(page, limits)
    (block,) = segment_html(tree, limits).blocks
    assert len(block.text) == 11_000_004
    with pytest.raises(Rejected) as caught:
        newsclean.clean(page)
    assert caught.value.reason == "too_large"


def test_trap_4_text_after_an_early_end_of_html_is_read():
    assert texts("<html><body><p>One.</p></body></html><p>Two.</p><div>Three.</div>") == ["One.", "Two.", "Three."]


@pytest.mark.parametrize("source", ["<!-- only a comment -->", "<?xml version='1.0'?>"])
def test_a_page_without_an_element_is_empty(source):
    with pytest.raises(Rejected) as caught:
        newsclean.clean(source, kind="html")
    assert caught.value.reason == "empty"


def test_a_string_with_an_xml_declaration_is_read():
    assert texts('<?xml version="1.0" encoding="iso-8859-1"?><html><body><p>Ünïcode</p>') == ["Ünïcode"]


def test_selectors_and_places():
    tree = parse("<div id=a class='x y'><p>one <b>two</b></p></div>", DEFAULT_LIMITS)
    (hit,) = tree.select("div.x > p")
    assert text_of(hit) == "one two"
    assert path_of(hit) == "div#a.x > p"
    with pytest.raises(PluginError, match="cannot be read"):
        tree.select("p[")


def test_soup_is_there_for_plugin_authors():
    page = html_page(decode(b"<p class=k>x</p>"), None, None, DEFAULT_LIMITS)
    assert page.soup.select_one("p.k").text == "x"

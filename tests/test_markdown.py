"""A record as Markdown."""

import pytest

from newsclean.article import Article, Block, Provenance
from newsclean.markdown import escape, heading, render, table, write

MADE = Provenance(newsclean_version="0", cleaner="generic", cleaner_version="0", input_kind="html")


def article(*blocks, **fields):
    return Article(id="x", text="", provenance=MADE, blocks=tuple(blocks), **fields)


def block(text, kind="paragraph", **fields):
    return Block(kind=kind, text=text, **fields)


def test_headline_standfirst_and_paragraphs():
    got = render(article(block("One."), block("Two."), title="Boat sails", subtitle="At last"))
    assert got == "# Boat sails\n\n*At last*\n\nOne.\n\nTwo.\n"


def test_an_article_without_a_title_begins_with_its_body():
    assert article(block("One.")).markdown() == "One.\n"


def test_list_items_stand_together_and_nested_ones_further_in():
    items = (block("a", "list_item", level=1), block("b", "list_item", level=2), block("c", "list_item"))
    assert render(article(block("Before"), *items, block("After"))) == "Before\n\n- a\n  - b\n- c\n\nAfter\n"


@pytest.mark.parametrize("given, want", [
    (block("Head", "heading", level=3), "### Head"),
    (block("Head", "heading", level=1), "## Head"),
    (block("Head", "heading", level=9), "###### Head"),
    (block("Said.", "quote"), "> Said."),
    (block("Said.", "pull_quote"), "> Said."),
    (block("a = 1\nb", "code"), "```\na = 1\nb\n```"),
    (block("x ``` y", "code"), "````\nx ``` y\n````"),
    (block("Goal!", "live_entry", time="2026-03-14T20:00:00Z"), "**2026-03-14T20:00:00Z** Goal!"),
    (block("Goal!", "live_entry"), "Goal!"),
    (block("a | b", "table", rows=(("a", "b"), ("1", "2|3"))), "| a | b |\n| --- | --- |\n| 1 | 2\\|3 |"),
])  # fmt: skip
def test_kinds(given, want):
    assert write(given) == want


def test_short_rows_are_filled_up():
    assert table([("a", "b"), ("1",)]).splitlines()[-1] == "| 1 |  |"


@pytest.mark.parametrize("text, want", [
    ("plain words, 3 - 2 = 1, C# and snake_case stay", None),
    ("a *b* c", r"a \*b\* c"),
    ("_b_", r"\_b\_"),
    ("[a](b) <i> `c`", r"\[a\](b) \<i> \`c\`"),
    ("# no heading", r"\# no heading"),
    ("#hashtag", None),
    ("> no quote", r"\> no quote"),
    ("- no item", r"\- no item"),
    ("-5 degrees", None),
    ("1. no item", r"1\. no item"),
    ("1) no item", r"1\) no item"),
    ("1.5 million", None),
    ("2026.", r"2026\."),
    (r"back\slash and \. dot", r"back\\slash and \\. dot"),
    ("&copy; stays a word", r"\&copy; stays a word"),
    ("bread & butter", None),
    ("---", r"\---"),
    ("~~~", r"\~~~"),
])  # fmt: skip
def test_text_is_shown_as_it_is(text, want):
    assert escape(text) == (text if want is None else want)


def test_a_heading_keeps_its_last_number_sign():
    assert heading(2, "Lane #") == "## Lane \\#"
    assert heading(2, "C#") == "## C#"

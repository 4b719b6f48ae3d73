"""What a pattern asks of a text: it may say less than is true, and never more."""

import re
import sys
from pathlib import Path

import pytest

from newsclean.authoring import index
from newsclean.patterns import folded, head_of, heads_of, longest, needed, openings

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "pattern, first, words",
    [
        ("Also read: .{3,40}", "a", {"also read: "}),
        ("(?:See|Watch) also", "sw", {" also"}),
        (r"\d+ comments?", "0", {" comment"}),
        ("(?:By )?[A-C]x+ (?:metres|yards)", "babc", {"metres", "yards"}),
        (r"^(?=.{9})©? ?Copyright", "© c", {"copyright"}),
        ("ſtray", "s", {"stray"}),
        (".{0,4}lamp", None, {"lamp"}),
        ("[^a]bcd", None, {"bcd"}),
        (r"\w+|quay", None, None),
        ("ab|cd", "ac", None),
        ("(?-i:AP) photo", "a", {" photo"}),
    ],
)
def test_what_a_pattern_asks(pattern, first, words):
    assert openings(pattern) == (None if first is None else frozenset(first))
    assert needed(pattern) == (None if words is None else frozenset(words))


@pytest.mark.parametrize(
    "pattern, heads",
    [
        ("Also read: .{3,40}", {"also"}),
        ("(?:See|Watch) also", {"see ", "watc"}),
        (r"\d{1,2} comments?", {"00 c", "0 co"}),
        (r"\d{4}-\d\d", {"0000"}),
        ("(?:By )?[AB]x+ metres", {"by a", "by b", "axx", "ax m", "bxx", "bx m"}),
        (r"(?:The )?(?:Quay|Pier) Echo", {"the ", "quay", "pier"}),
        (r"^Ad(?:vert)?\b", {"ad", "adve"}),
        ("Straße", {"stra"}),
        ("ß", {"ss"}),
        ("(ab)\\1", {"ab"}),
        ("(?:a|b|)c", {"ac", "bc", "c"}),
        ("By [a-z]{3}", {"by a", *(f"by {char}" for char in "bcdefghijklmnopqrstuvwxyz")}),
        ("T[a-z]{3} quay", {f"t{char}" for char in "abcdefghijklmnopqrstuvwxyz"}),
        (".?lamp", None),
        ("x*", None),
    ],
)
def test_how_a_match_begins(pattern, heads):
    assert openings(pattern, 4) == (None if heads is None else frozenset(heads))


def test_characters_that_are_one_without_case_are_one_when_folded():
    cased = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isalpha() and chr(code).lower() != chr(code)]
    odd = ["ſ", "ı", "İ", "ς", "µ", "ᲀ", "ᲁ", "ᲂ", "ᲃ", "ᲄ", "ᲅ", "ᲆ", "ᲇ", "ﬆ", "ẞ", "K", "Å", "ϐ", "ϑ", "ϰ"]
    for one in [*cased, *odd]:
        for other in (one.lower(), one.upper(), one.casefold()):
            if len(other) == 1 and re.fullmatch(re.escape(one), other, re.I):
                assert folded(one) == folded(other), (one, other)
                assert head_of(one) == head_of(other)
    assert re.fullmatch("i", "ı", re.I)
    assert head_of("i") == head_of("ı")
    assert folded("İstanbul ı") == "istanbul i"


def test_the_most_characters_of_a_match():
    assert longest("Also read: .{3,40}|see also") == 51
    assert longest("Read more.*") > 10**6


def test_heads_of_many_lines_are_those_of_each():
    lines = ["", "Straße 12", "٣ Lampen", "İzmir", "ſtray", "ab", "i"]
    assert heads_of(lines, 4) == [head_of(line, 4) for line in lines]
    assert heads_of([], 4) == []


def test_digits_are_one():
    assert head_of("7 lamps") == head_of("٣") == "0"
    assert head_of("") == ""


def test_what_a_pattern_finds_holds_what_it_asks():
    """Every rule of every plugin, on the lines of its own fixtures."""
    hits = 0
    for plugin in (*index.sites(), *index.platforms()):
        dumps = ROOT.glob(f"fixtures/sites/{plugin.name}/*/page.txt")
        lines = {line.strip() for dump in dumps for line in dump.read_text(encoding="utf-8").splitlines()}
        rules = [rule for rule in (*plugin.rules, *(r for pack in plugin.packs for r in pack.rules)) if rule.text]
        for rule in rules:
            pattern = re.compile(rule.text, re.I)
            for line in lines:
                if hit := pattern.search(line):
                    hits += 1
                    first, words = openings(rule.text), needed(rule.text)
                    heads = openings(rule.text, 4)
                    assert heads is None or any(head_of(hit[0], 4).startswith(head) for head in heads), (rule, line)
                    assert len(hit[0]) <= longest(rule.text)
                    assert first is None or head_of(hit[0]) in first, (rule, line)
                    assert words is None or any(word in folded(line) for word in words), (rule, line)
    assert hits > 500

"""The simhash: near for near copies, far for others, the same on every run."""

from __future__ import annotations

import random

import pytest

from newsclean.steps.simhash import letters_of, simhash64

WORDS = "bridge river town mayor ferry people hour work year friday crossing harbour vote plan route lamp night".split()


def text_of(seed: int) -> str:
    rng = random.Random(seed)
    return " ".join(f"{rng.choice(WORDS)}{rng.randrange(100)}" for _ in range(500))


def distance(a: str, b: str) -> int:
    left, right = simhash64(a), simhash64(b)
    assert left
    assert right
    return (int(left, 16) ^ int(right, 16)).bit_count()


@pytest.mark.parametrize("seed", range(5))
def test_near_copies_are_near_and_others_far(seed: int) -> None:
    text = text_of(seed)
    assert distance(text, text.replace(" ", "\n\n", 3)) == 0
    assert distance(text, text.upper()) == 0
    assert distance(text, text.replace(text.split()[100], "weir77", 1)) <= 3
    assert distance(text, "A new first sentence. " + text) <= 3
    assert distance(text, text_of(seed + 100)) > 8


@pytest.mark.parametrize("extra", ["", "Straße ", "ﬁne ", "𝒜 ", "Łódź œuvre ", "Ελληνικά ", "日本語 "])
def test_letters_are_those_of_the_folded_text(extra: str) -> None:
    text = f"{extra}“Bridge” — ÄRGER, {extra}no. 7"
    expected = [ord(c) for c in text.casefold() if c.isalnum()]
    assert letters_of(text).tolist() == expected
    assert letters_of("").tolist() == []


def test_the_value_is_fixed() -> None:
    assert simhash64("The bridge over the Salm was opened on Friday.") == "44041e9f1bf75cfd"


@pytest.mark.parametrize("text", ["", " ", "…—", "\ud800"])
def test_no_letters(text: str) -> None:
    assert simhash64(text) in (None, simhash64("?"))


@pytest.mark.parametrize("text", ["a", "日本", "\U0001f600", "é" * 200_000])
def test_any_text(text: str) -> None:
    value = simhash64(text)
    assert value is not None
    assert len(value) == 16

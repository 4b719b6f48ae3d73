"""Pages that are no article: rejected where that is sure, marked where it is likely, and never a story by mistake."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

import newsclean
from newsclean.limits import DEFAULT_LIMITS
from newsclean.steps import page_kind as module
from newsclean.steps.page_kind import CLASSES, weights
from newsclean.testing import find_cases

ROOT = Path(__file__).parents[1] / "fixtures" / "generic"
CASES = {case.path.name: case for case in find_cases(ROOT) if case.path.parent.name == "no_article"}
FLAG = "maybe_no_article"
LENIENT = replace(DEFAULT_LIMITS, reject_other_pages=False)
STORY = (
    "<p>The mill at Weir Lane has ground its last sack of flour, a hundred and forty years after the first one, because "
    "the river no longer brings enough water in the summer.</p><p>Its owner, who is eighty, said that she would miss the "
    "noise most. The wheel is to be kept, and children may turn it on Sundays by a pump.</p>"
)


def reason(source, url=None):
    with pytest.raises(newsclean.Rejected) as caught:
        newsclean.clean(source, url, kind="html")
    return caught.value


def clean(case, **options):
    return newsclean.clean(case.read("page.html"), case.settings.get("url"), **options)


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("home", "a list of other pages"), ("section", "a list of other pages"), ("search", "a list of other pages"),
        ("product", "a product's page"), ("error", "an error page"), ("consent", "a wall of consent"),
        ("login", "a form to log in"),
    ],
)  # fmt: skip
def test_what_is_surely_no_article_is_rejected_with_what_it_looks_like(name, what):
    rejected = reason(CASES[name].read("page.html"), CASES[name].settings["url"])
    assert rejected.reason == "not_an_article"
    assert f"looks like {what}" in rejected.detail


@pytest.mark.parametrize("name", ["home", "section", "product", "error", "consent", "login"])
def test_it_is_rejected_without_its_address_too(name):
    assert reason(CASES[name].read("page.html")).reason == "not_an_article"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("home", "listing"), ("section", "listing"), ("product", "other"), ("error", "other"), ("consent", "other")],
)
def test_whoever_wants_it_gets_it_marked(name, kind):
    article = clean(CASES[name], limits=LENIENT)
    assert article.kind == kind
    assert FLAG in article.quality.flags


@pytest.mark.parametrize("name", ["forum", "docs"])
def test_text_worth_keeping_is_kept_and_marked(name):
    article = clean(CASES[name])
    assert article.kind == "other"
    assert FLAG in article.quality.flags
    assert len(article.text) > 500


def test_every_case_is_tested():
    assert set(CASES) == {"home", "section", "search", "product", "error", "consent", "login", "forum", "docs"}


@pytest.mark.parametrize(
    "head",
    [
        "Page not found", "404", "Error 404: nothing here", "Seite nicht gefunden", "Page introuvable", "Página no encontrada", "Pagina non trovata",
        "Página não encontrada", "Pagina niet gevonden", "Strona nie została znaleziona", "Страница не найдена",
        "Η σελίδα δεν βρέθηκε", "ページが見つかりません", "页面不存在", "페이지를 찾을 수 없습니다", "الصفحة غير موجودة", "Sayfa bulunamadı",
    ],
)  # fmt: skip
def test_errors_in_many_languages(head):
    text = "Try the search, go back to the front page, or write to us if a link of ours has led you here today."
    page = (
        f"<html><head><title>{head} - Quay</title></head><body><main><h1>{head}</h1><p>{text}</p></main></body></html>"
    )
    assert "an error page" in reason(page).detail


@pytest.mark.parametrize(
    "text",
    [
        "Wir und unsere Partner speichern Cookies auf Ihrem Gerät und verarbeiten personenbezogene Daten mit Ihrer Einwilligung.",
        "Nous et nos partenaires utilisons des cookies et traitons des données personnelles avec votre consentement.",
        "Nosotros y nuestros socios usamos cookies y tratamos datos personales si nos da su consentimiento para ello.",
        "Noi e i nostri partner usiamo i cookie e trattiamo dati personali, con il tuo consenso, per la pubblicità.",
    ],
)
def test_walls_of_consent_in_other_languages(text):
    assert "a wall of consent" in reason(f"<html><body><div><h1>Quay</h1><p>{text}</p></div></body></html>").detail


@pytest.mark.parametrize(
    "title",
    [
        "Page not found: the logbook of the Mary Ann lacks a leaf",
        "Cookies, consent and the court",
        "The quay that no longer exists",
    ],
)
def test_a_story_about_such_pages_is_a_story(title):
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "x"}</script>'
    body = (
        STORY + "<p>The court said that consent to cookies must be given freely, and that a banner is not enough.</p>"
    )
    page = f"<html><head><title>{title}</title>{declared}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    article = newsclean.clean(page, "https://quay.example/2026/03/14/a-story-about-such-pages")
    assert FLAG not in article.quality.flags
    assert "ground its last sack" in article.text


def test_a_short_story_is_a_story_with_or_without_an_address():
    page = (
        f"<html><head><title>Mill stops</title></head><body><article><h1>Mill stops</h1>{STORY}</article></body></html>"
    )
    for url in (None, "https://quay.example/news/mill-stops-after-140-years"):
        article = newsclean.clean(page, url)
        assert (article.kind in ("unknown", "article"), article.quality.flags) == (True, ())


def test_a_few_bare_sentences_are_neither_rejected_nor_marked():
    lines = "".join(f"<p>{line}.</p>" for line in STORY.replace("<p>", "").replace("</p>", "").split(". "))
    page = f"<html><head><title>Mill stops</title></head><body>{lines}</body></html>"
    for url in (None, "https://quay.example/mill/3"):
        assert newsclean.clean(page, url).quality.flags == ()


def test_a_declared_kind_that_says_more_is_kept():
    review = '<script type="application/ld+json">{"@type": "Review"}</script>'
    page = CASES["forum"].read("page.html").decode().replace("</head>", review + "</head>")
    assert newsclean.clean(page, CASES["forum"].settings["url"]).kind == "review"


def test_the_table_of_weights_is_whole():
    model = weights()
    assert model.table.shape == (len(model.names) + len(model.curved), len(CLASSES))
    assert all(map(math.isfinite, [*model.table.ravel(), *model.centre, *model.scale, *model.bias]))
    assert all(model.scale > 0)


def test_the_model_knows_every_feature_and_no_other():
    from newsclean.choose import label_page
    from newsclean.registry import Registry
    from newsclean.steps.decode import decode
    from newsclean.steps.page import html_page

    page = html_page(decode(CASES["home"].read("page.html")), None, None, DEFAULT_LIMITS)
    labelled = label_page(page, None, Registry(), DEFAULT_LIMITS).labelled
    body = labelled.body()
    kept = [labelled.blocks[at] for at in body]
    assert set(module.features(page, labelled, body, kept)) == set(weights().names)


def test_training_learns_and_gives_the_same_table_again():
    from newsclean.model.train_pages import Seen, document, fit, out_of_fold

    def seen(number):
        kind = CLASSES[number % len(CLASSES)]
        values = {"likeness": float(CLASSES.index(kind)) + number % 7 / 100, "noise": float(number * 37 % 11)}
        return Seen("made up", str(number), number % 5, kind, values, {**values, "noise": 0.0})

    pages = [seen(number) for number in range(600)]
    found = {"addressed": out_of_fold(pages, bare=False), "bare": out_of_fold(pages, bare=True)}
    made = document(fit(pages), pages, found)
    assert min(made["right_out_of_fold"].values()) > 0.9
    assert made == document(fit(pages), pages, found)
    assert set(made["features"]) == {"likeness", "noise"}

"""Packs of phrases: each goes as its risk class allows, and no further."""

import json
import re
from pathlib import Path

import pytest

import newsclean
from newsclean.authoring import index
from newsclean.packs.risk import pack
from newsclean.plan import Matcher, Ready, split_alternatives
from newsclean.plugin import Layout, Site, drop

ROOT = Path(__file__).parent.parent
A = "The harbour board met on Monday to hear how the first winter of the night ferry had gone, and heard mostly good."
B = "Tickets sold out on eleven evenings, the clerk said, and on two of them people were turned away in the rain."
PACK = pack(
    "quay",
    {
        ("advert", "A"): "boots are two for one this week",
        ("related", "B"): "also on the quay\nmore lamps(?: .{2,30})?",
        ("share", "C"): "wave\nshout",
    },
)
SITE = Site(name="quayside", layouts=(Layout(name="now", marker="main", body="main"),), packs=(PACK,))


def text(*lines):
    html = "<html><body><main>" + "".join(f"<p>{line}</p>" for line in lines) + "</main></body></html>"
    page, dump = newsclean.clean(html, site=SITE).text, newsclean.clean("\n\n".join(lines), site=SITE, kind="text").text
    assert page == dump
    return page


def test_class_a_goes_from_inside_a_paragraph():
    assert text(f"{A} Boots are two for one this week {B}", B) == f"{A} {B}\n\n{B}"


def test_class_b_goes_as_a_whole_line_only():
    assert text(A, "Also on the quay", B) == f"{A}\n\n{B}"
    assert text(A, "Also on the quay there was a fire.", B).count("\n\n") == 2


def test_class_c_goes_only_beside_what_is_no_story():
    assert text(A, "Wave", B) == f"{A}\n\nWave\n\n{B}"
    assert text(A, "Wave", "Shout", B) == f"{A}\n\n{B}"
    assert text(A, "Also on the quay", "Wave", B) == f"{A}\n\n{B}"
    assert text(A, B, "Wave") == f"{A}\n\n{B}"


@pytest.mark.parametrize("found", index.packs(), ids=lambda p: p.name)
def test_no_pack_takes_a_sentence_of_a_story(found):
    rules = [Ready(f"{found.name}/{rule.name}", rule, re.compile(rule.text, re.I)) for rule in found.rules if rule.text]
    matcher = Matcher([ready for ready in rules if ready.rule.action in ("drop", "cut")])
    for record in ROOT.glob("fixtures/*/*/*/article.json"):
        for block in json.loads(record.read_text(encoding="utf-8")).get("body", ()):
            words = block.partition(": ")[2]
            hit = matcher.find(words) if len(words) > 60 else None
            assert hit is None or hit.rule.context, (found.name, hit, words)


def test_plain_words_are_told_from_patterns():
    assert split_alternatives(r"Also read|see (?:also|more)|[a|b] x|share") == (
        ["also read", "share"],
        ["see (?:also|more)", "[a|b] x"],
    )


def test_words_and_patterns_keep_the_order_of_the_rules():
    first, second = drop("share", text="share|x+"), drop("related", text="share|y+")
    matcher = Matcher([Ready("s/a", first, None), Ready("s/b", second, None)])
    assert matcher.find("SHARE").id == "s/a"
    assert matcher.find("yy").id == "s/b"
    assert matcher.find("z") is None


@pytest.mark.parametrize(
    "name, line, label",
    [
        ("spanish", "Te puede interesar", "related"), ("spanish", "Lee también: El faro", "related"),
        ("spanish", "Contenido exclusivo para suscriptores", "subscribe"), ("spanish", "Publicidad", "advert"),
        ("spanish", "Iniciar sesión", "subscribe"), ("italian", "© Riproduzione riservata", "copyright"),
        ("italian", "Leggi anche: Il faro", "related"), ("italian", "Pubblicità", "advert"),
        ("italian", "Accedi", "subscribe"), ("hindi", "विज्ञापन", "advert"),
        ("hindi", "यह भी पढ़ें: बंदरगाह की बत्तियां", "related"), ("hindi", "फाइल फोटो", "caption"),
        ("hindi", "होम", "navigation"), ("japanese", "関連記事", "related"), ("japanese", "会員登録", "subscribe"),
        ("japanese", "閉じる", "navigation"), ("turkish", "İlgili haberler", "related"),
        ("turkish", "Yorum yaz", "comments"), ("turkish", "Paylaş", "share"), ("dutch", "Lees ook: De vuurtoren", "related"),
        ("dutch", "Meest gelezen", "related"), ("dutch", "Delen", "share"), ("indonesian", "Baca juga: Mercusuar", "related"),
        ("indonesian", "Bagikan", "share"), ("indonesian", "Komentar", "comments"), ("efe_copy", "(EFE)", "agency_signoff"),
        ("efe_copy", "© Agencia EFE, S.A.", "copyright"), ("dpa_copy", "(dpa/lno)", "agency_signoff"),
        ("dpa_copy", "mit Material der dpa", "agency_signoff"), ("bloomberg_copy", "©2026 Bloomberg L.P.", "copyright"),
    ],
)  # fmt: skip
def test_lines_as_outlets_print_them(name, line, label):
    found = next(pack for pack in index.packs() if pack.name == name)
    rules = [Ready(rule.name, rule, re.compile(rule.text, re.I)) for rule in found.rules if rule.action == "drop"]
    hit = Matcher(rules).find(line)
    assert hit is not None
    assert hit.rule.label == label

"""DIE WELT."""

from newsclean.packs.german import GERMAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="welt",
    hosts=("welt.de",),
    outlets=(
        "DIE WELT",
        "Die Welt",
        "WELT",
    ),
    layouts=(
        Layout(
            name="2023",
            marker="[class*='c-rich-text-renderer'], .c-page-container__content .c-article-page__text",
            body="[class*='c-article-page__intro'], [class*='c-rich-text-renderer']",
        ),
        Layout(
            name="2014",
            marker=".c-article-text, .c-summary__intro",
            body=".c-summary__intro, .c-article-text",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "related",
            css=".c-inline-teaser-list, .c-inline-element, .o-dreifaltigkeit, .c-inline-teaser",
            text="Lesen Sie auch|An dieser Stelle finden Sie Inhalte von.{0,120}",
        ),
        drop("metadata", css=".c-article-meta-information, .c-author"),
        drop(
            "author_bio",
            text="(?:Korrespondent(?:in)?|Redakteur(?:in)?|Reporter(?:in)?|Autor(?:in)?) [A-Z].{3,60} (?:ist|schreibt|berichtet) (?:bei|für) WELT.{5,300}",
        ),
    ),
    lines=(
        "An dieser Stelle finden Sie Inhalte von.{0,200}",
        "Lesen Sie auch",
        r"Lesedauer: (?:\d+|<\d+) Minuten?",
        "Veröffentlicht am .{5,40}",
    ),
    packs=(GERMAN,),
)

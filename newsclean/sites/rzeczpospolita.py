"""Rzeczpospolita."""

from newsclean.packs.polish import POLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="rzeczpospolita",
    hosts=("rp.pl",),
    outlets=("Rzeczpospolita",),
    layouts=(
        # A page of 2024 holds the story, and beside it the beginning that a reader without access is shown.
        Layout(
            name="2024",
            marker=".paywallAccessWrapper .articleBody",
            body=".blog--subtitle, .article--lead, .paywallAccessWrapper .articleBody",
        ),
        Layout(name="2021", marker=".body", body=".blog--subtitle, .article--lead, .article--paragraph, .body"),
    ),
    rules=(
        drop(
            "related",
            css=".content--excerpt, .related--articles, .article--related",
            text=r"(?:Czytaj (?:więcej|także|też)|Zobacz (?:także|też)|CZYTAJ WIĘCEJ):? ?.{0,240}|Pozostało jeszcze \d+% artykułu",
        ),
        drop("metadata", css=".article--author, .article--date"),
    ),
    lines=(
        "Czytaj więcej:?.{0,240}",
        r"Pozostało jeszcze \d+% artykułu",
        "Dostęp do treści .{5,100}",
        "©℗ Wszystkie prawa zastrzeżone",
    ),
    packs=(POLISH,),
)

"""Süddeutsche Zeitung."""

from newsclean.packs.german import GERMAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="sueddeutsche",
    hosts=("sueddeutsche.de",),
    outlets=(
        "Süddeutsche Zeitung",
        "SZ",
    ),
    layouts=(
        Layout(
            name="2020",
            marker="[itemprop='articleBody'], .article-content",
            body="[data-manual='teaserText'], .article-content, [itemprop='articleBody']",
        ),
    ),
    rules=(
        drop(
            "related",
            css="[data-manual^='teaser-'], .css-embed, aside",
            text=r"(?:SZ PlusMeinung|Lesen Sie mehr zum Thema|Zur SZ-Startseite|© SZ/\S+).{0,160}",
        ),
    ),
    lines=(
        r"© SZ(?:\.de)?/\S+.{0,60}",
        "Lesen Sie mehr zum Thema",
        "Zur SZ-Startseite",
        r"Rechte am Artikel können Sie hier erwerben\.",
    ),
    packs=(GERMAN,),
)

"""Spektrum der Wissenschaft."""

from newsclean.packs.german import GERMAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="spektrum",
    hosts=("spektrum.de",),
    outlets=(
        "Spektrum",
        "Spektrum der Wissenschaft",
    ),
    layouts=(
        Layout(
            name="2016",
            marker=".pw-content, .content__main .content-text",
            body=".content__intro, .pw-content, .content-text",
            judged=True,
        ),
        Layout(name="2013", marker=".content", body=".content", judged=True),
    ),
    rules=(
        drop("caption", css=".image__caption, .bildunterschrift"),
        drop(
            "related",
            css=".teaser, .products, .recommendation",
            text="(?:Das könnte Sie auch interessieren|Mehr zum Thema|Diesen Artikel empfehlen|Lesen Sie mehr).{0,120}",
        ),
    ),
    lines=(
        "Diesen Artikel empfehlen:?",
        "Schreiben Sie uns!",
        r"© .{3,60} ?\(Ausschnitt\)|© Springer.{0,60}",
    ),
    packs=(GERMAN,),
)

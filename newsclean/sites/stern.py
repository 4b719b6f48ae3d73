"""Stern."""

from newsclean.packs.german import GERMAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="stern",
    hosts=("stern.de",),
    outlets=(
        "Stern",
        "stern",
    ),
    layouts=(
        Layout(name="2022", marker=".article__body .u-richtext, .u-richtext", body=".article__intro, .u-richtext"),
    ),
    rules=(
        drop("caption", css=".media, .media__caption"),
        drop("related", css=".teaser, .newsletter-teaser, .article__teaser"),
    ),
    lines=(
        "© .{3,60} ?/ ?(?:Picture Alliance|DPA|Getty Images)",
        "Mehr zum Thema",
        "Artikel teilen|Zur Startseite",
    ),
    packs=(GERMAN,),
)

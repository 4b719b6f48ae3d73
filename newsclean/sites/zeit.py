"""DIE ZEIT."""

from newsclean.packs.german import GERMAN
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="zeit",
    hosts=("zeit.de",),
    outlets=(
        "DIE ZEIT",
        "Zeit Online",
        "ZEIT ONLINE",
    ),
    layouts=(
        Layout(
            name="2016",
            marker=".article__item .paragraph, .article-page .paragraph",
            body=".summary, .article__subheading, .article-page .paragraph, .paragraph",
        ),
    ),
    rules=(
        drop("newsletter", css=".newsletter-signup, .article-newsletter"),
        drop("related", css=".teaser-inline, .infobox", text="Lesen Sie (?:auch|hier).{0,200}|Mehr zum Thema"),
    ),
    lines=(
        r"Aus der ZEIT Nr\. ?\d+/\d{4}",
        "Quelle: DIE ZEIT.{0,60}",
        r"Hören: \d+ Min\..*|Artikel hören",
        r"\d+ Kommentare",
    ),
    packs=(GERMAN,),
)

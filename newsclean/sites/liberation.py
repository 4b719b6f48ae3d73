"""Libération."""

from newsclean.packs.french import FRENCH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="liberation",
    hosts=("liberation.fr",),
    outlets=("Libération",),
    layouts=(
        Layout(name="2014", marker=".article-body", body=".article-standfirst, .article-body", judged=True),
        Layout(name="arc", marker="article .article-body-wrapper", body=".article-body-wrapper"),
    ),
    rules=(
        drop("related", css="#related-content, .related-articles", text="(?:A|À) lire aussi(?: ?:.{0,200})?"),
        drop("author_bio", css=".author-box, .authorship"),
    ),
    lines=(
        "(?:A|À) lire aussi .{0,200}",
        "Réservé aux abonnés",
        r"Temps de lecture: \d+ min",
    ),
    packs=(FRENCH,),
)

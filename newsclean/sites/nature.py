"""Nature."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="nature",
    hosts=("nature.com",),
    outlets=(
        "Nature",
        "Nature News",
    ),
    layouts=(
        Layout(
            name="article",
            marker=".c-article-body .main-content, .main-content",
            body=".c-article-teaser-text, .main-content",
        ),
        Layout(name="2019", marker=".article__body", body=".article__teaser, .article__body"),
    ),
    rules=(
        drop(
            "paywall",
            css="#registration-wall-nature, .c-nature-box--access-to-pdf",
            text=r"Enjoying our latest content\?.{0,160}|Access the most recent journalism from Nature.{0,160}",
        ),
        drop("related", css=".recommended, .c-related-articles, [data-component='related-articles']"),
        drop(
            "metadata",
            name="doi",
            text=r"doi: ?https://doi\.org/\S+|Updates & Corrections|Rights & permissions|Reprints and permissions",
        ),
    ),
    lines=(
        r"doi: ?https://doi\.org/\S+",
        r"Enjoying our latest content\?.{0,160}",
        "Reprints and permissions",
        "You have full access to this article via .{3,100}",
        "Related Articles|Latest on:?",
    ),
    packs=(ENGLISH,),
)

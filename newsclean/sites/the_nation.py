"""The Nation."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="the_nation",
    hosts=("thenation.com",),
    outlets=("The Nation",),
    layouts=(
        Layout(
            name="2020",
            marker=".article-body-inner",
            body=".article-title__dek, .article-header-content h2.dek, .article-body-inner",
        ),
        Layout(name="2014", marker=".article-body", body=".article-body", judged=True),
    ),
    rules=(
        drop(
            "related",
            css="aside[data-nosnippet], .collections, .related-article, .current-issue, .popular-articles, [class*='article-related']",
        ),
        drop("author_bio", css=".author-bio, .article-end-author, .author"),
        drop("other", name="reader", css=".sr-only, .screen-reader-text"),
        drop(
            "subscribe",
            css=".wp-block-the-nation-promo, .donation-box, .tnpaywallcontent .promo",
            text="Submit a correction|Reprints & permissions|Ad Policy|Send a letter to the editor",
        ),
        drop("caption", css=".wp-caption-text, .photo-credit, p.caption"),
    ),
    lines=(
        "Ad Policy",
        "Submit a correction",
        "Reprints & permissions",
        "Send a letter to the editor",
        "Popular “?swipe left below to view more authors”?.{0,20}",
    ),
    packs=(ENGLISH,),
)

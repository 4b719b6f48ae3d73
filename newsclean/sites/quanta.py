"""Quanta Magazine."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="quanta",
    hosts=("quantamagazine.org",),
    outlets=(
        "Quanta Magazine",
        "Quanta",
    ),
    layouts=(Layout(name="2017", marker=".post__content__section", body=".post__content__section"),),
    rules=(
        drop(
            "metadata",
            css=".post__sidebar, .post__title__author-date, .sidebar__author, .outer--content .wysiwyg--aside",
        ),
        drop("caption", css=".wp-caption-text, .caption, .attribution, figcaption"),
        drop("related", css=".newsletter, .post__footer, .related-list"),
        drop("syndication_notice", name="reprint", text="This article was reprinted (?:on|at|in) .{5,160}"),
    ),
    lines=(
        "Read Later",
        "Share this article",
        "This article was reprinted (?:on|at|in) .{5,160}",
        r"Copied!|\(opens a new tab\)",
        "Get highlights of the most important news delivered to your email inbox",
    ),
    packs=(ENGLISH,),
)

"""Firstpost."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="firstpost",
    hosts=("firstpost.com",),
    outlets=("Firstpost",),
    layouts=(
        Layout(name="2022", marker=".art-content", body=".inner-copy, .art-content", judged=True),
        Layout(
            name="2017",
            marker=".article-full-content, .article-sect",
            body=".article-full-content, .article-sect",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "related",
            css=".art-rel-articles, .related-articles, .also-read",
            text="(?:ALSO|Also) (?:READ|Read|SEE|See) ?[|:-] ?.{5,200}|(?:Related (?:Stories|Articles))",
        ),
        drop("metadata", css=".tags-wrap, .tags, .article-by"),
        drop(
            "subscribe",
            name="follow",
            text="Read all the Latest News.{10,240}|Find latest and upcoming tech gadgets.{5,160}|Written by .{3,40} [A-Z].{20,400}see more",
        ),
    ),
    lines=(
        "Read all the Latest News.{10,240}",
        "First Published: ?.{6,40} IST",
        r"Find us on YouTube|Copyright @ ?\d{4}\. Firstpost.{0,60}",
        "Updated Date: ?.{6,40}",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)

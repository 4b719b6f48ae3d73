"""Newsweek."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="newsweek",
    hosts=("newsweek.com",),
    outlets=("Newsweek",),
    layouts=(
        Layout(name="next", marker="[class*='PostContent_articleBody']", body="[class*='PostContent_articleBody']"),
        Layout(name="2016", marker=".article-body", body=".article-body"),
    ),
    rules=(
        drop(
            "related",
            css=".block-ibtg-article, .relatedNews, .article-related, [class*='RelatedNews']",
            text="Read (?:more|next)(?: .{3,60})?",
        ),
        drop("newsletter", css=".newsletter-signup, [class*='Newsletter']"),
        drop(
            "comments",
            name="contact",
            text=r"Do you have a story (?:we should be covering|Newsweek should be covering)\?.{0,300}|Newsweek is committed to challenging conventional wisdom.{0,200}",
        ),
    ),
    lines=(
        "Newsweek is committed to challenging conventional wisdom.{0,300}",
        "Request Reprint & Licensing|Submit Correction|View Editorial & AI Guidelines",
        r"Do you have a story .{5,30} should be covering\?.{0,300}",
    ),
    packs=(ENGLISH,),
)

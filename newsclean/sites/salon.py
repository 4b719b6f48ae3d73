"""Salon."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="salon",
    hosts=("salon.com",),
    outlets=("Salon",),
    layouts=(
        Layout(name="2012", marker=".articleContent", body=".articleContent", judged=True),
        Layout(name="2020", marker=".article__content", body=".article__content"),
    ),
    rules=(
        drop("author_bio", css=".bio, .writer-bio"),
        drop(
            "related",
            css=".moreRelated, .related_article, .readmore",
            text="Read more|about this topic|MORE FROM .{3,60}",
        ),
        drop("newsletter", css=".newsletter-signup, .crash-course"),
    ),
    lines=(
        "MORE FROM .{3,60}",
        "Related Topics -+.*",
        r"Copyright © \d{4} Salon\.com, LLC\..{0,200}",
    ),
    packs=(ENGLISH,),
)

"""The i Paper."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="inews",
    hosts=("inews.co.uk",),
    outlets=(
        "inews",
        "i",
        "The i",
        "The i Paper",
    ),
    layouts=(Layout(name="2022", marker=".article-content", body=".excerpt, .inews__post-excerpt, .article-content"),),
    rules=(
        drop(
            "related",
            css="[class*='inews__shortcode-relatedarticle'], .inews__shortcode-readmore",
            text="Read (?:More|Next)(?: ?[:|].{0,200})?",
        ),
        drop("author_bio", css=".right-col, .author-info", text=r"@\w{3,20}"),
        drop("newsletter", css=".newsletter-signup, .inews__newsletter"),
        drop("other", name="stars", text="[*•· ]{3,}"),
    ),
    lines=(
        "Most Read By Subscribers",
        "Follow i on .{3,40}|Open side menu",
        "(?:Sport|News|Opinion) Read More",
    ),
    packs=(ENGLISH,),
)

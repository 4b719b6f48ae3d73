"""The Sun."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="the_sun",
    hosts=(
        "thesun.co.uk",
        "the-sun.com",
        "thescottishsun.co.uk",
        "thesun.ie",
    ),
    outlets=(
        "The Sun",
        "The US Sun",
        "The Scottish Sun",
    ),
    layouts=(Layout(name="2016", marker=".article__content", body=".article__content"),),
    rules=(
        drop(
            "related",
            css=".rail--classic, .rail, .related-articles, .read-more-container, [class*='recirc']",
            text="(?-i:MORE ON|Most read in|READ MORE ON|MOST READ IN|READ MORE) .{2,60}",
        ),
        drop("caption", css=".article__media, .article__media-caption, .article__credit"),
        drop("share", css=".social--share, .article__sharing"),
        drop("newsletter", css=".newsletter-sign-up-form, .nl-promo"),
        drop(
            "comments",
            name="tip",
            text=r"(?:Do you have a story for|We pay for your (?:stories|videos)).{10,300}|Got a news story\? .{10,200}",
        ),
    ),
    lines=(
        "(?:MORE ON|Most read in|READ MORE ON|MOST READ IN) .{2,60}",
        "Click to share on .{3,60}",
        r"\d+ (?:Comments?|comments)",
        "Do you have a story for .{10,300}",
        "Jump directly to the content",
    ),
    packs=(ENGLISH,),
)

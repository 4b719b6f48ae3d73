"""The Telegraph."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="the_telegraph",
    hosts=("telegraph.co.uk",),
    outlets=(
        "The Telegraph",
        "Telegraph",
        "Daily Telegraph",
        "The Sunday Telegraph",
    ),
    layouts=(
        Layout(
            name="2018",
            marker="[itemprop='articleBody']",
            body="[itemprop='articleBody'], .e-standfirst, header [itemprop='description']",
        ),
        Layout(name="2012", marker="#mainBodyArea", body="#mainBodyArea", judged=True),
        Layout(name="2016", marker=".articleBodyText", body=".articleBodyText"),
    ),
    rules=(
        drop("related", name="embed", css=".html-embed, .htmlEmbed, #tmg-related-links, .teaser, .m-related"),
        drop("byline", css=".e-byline, .byline"),
        drop("metadata", name="stamp", css=".live-post__wrapper-body-timestamp"),
        drop(
            "subscribe",
            css=".martech, .secondary-content",
            text="Start your free trial.{0,120}|Register now.{0,80}|Subscribe to .{3,80}",
        ),
    ),
    lines=(
        "Follow our latest .{3,60} live blog",
        "The Telegraph values your comments but kindly requests .{10,200}",
        "Copy link (?:twitter|facebook).{0,60}",
        "License this content",
    ),
    packs=(ENGLISH,),
)

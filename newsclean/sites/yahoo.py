"""Yahoo News."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="yahoo",
    hosts=(
        "news.yahoo.com",
        "yahoo.com/news",
        "finance.yahoo.com",
        "sports.yahoo.com",
        "yahoo.com/entertainment",
        "yahoo.com/lifestyle",
    ),
    outlets=(
        "Yahoo",
        "Yahoo News",
        "Yahoo! News",
        "Yahoo Finance",
        "Yahoo Sports",
    ),
    layouts=(
        Layout(name="caas", marker=".caas-body", body=".caas-body", judged=True),
        Layout(name="canvas", marker=".canvas-body", body=".canvas-body"),
        Layout(
            name="2014",
            marker="[data-type='story'] [itemprop='articleBody'], #mediaarticlebody",
            body="[data-type='story'] [itemprop='articleBody'], #mediaarticlebody",
            judged=True,
        ),
        Layout(name="2011", marker=".yom-art-bd .yom-art-content", body=".yom-art-bd .yom-art-content"),
        Layout(name="y7", marker=".article .printer-body", body=".article .printer-body", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".caas-readmore, .related, .yom-bcarousel, #topics",
            text="(?:Story continues|View comments|More from .{3,40}|Read more from .{3,60}|Recommended Stories)",
        ),
        drop("caption", css=".caption, .caas-figure-with-pb figcaption, .yom-fig-frame"),
        drop("caption", name="photos", text="View photos?"),
        drop("other", name="contact", text=r"Do you have a story tip\? Email: .{5,120}"),
        drop("subscribe", name="follow", text="You can also follow us on Facebook, .{5,160}"),
        drop("byline", css=".credit-bar, .caas-attr"),
        drop("advert", css=".caas-da, .ad, .darla-container"),
    ),
    lines=(
        "Story continues",
        "View comments",
        "View photos?",
        "Recommended Stories",
        "Yahoo (?:News|Finance|Sports) is (?:better|committed) .{10,100}",
    ),
    packs=(ENGLISH,),
)

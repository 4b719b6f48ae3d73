"""Fox Business."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="fox_business",
    hosts=("foxbusiness.com",),
    outlets=("Fox Business",),
    layouts=(
        Layout(name="2018", marker=".article-body", body=".article-body"),
        Layout(name="2012", marker=".article-text", body=".article-text", judged=True),
    ),
    rules=(
        drop("other", name="video", css=".featured, .video-container, .video-ct"),
        drop("caption", css=".caption, .info"),
        drop("share", name="follow", css=".follow-us"),
        drop("advert", css=".ad-container", text="Continue Reading Below"),
        drop("related", name="capitals", text="(?-i:[^a-z]*[A-Z]{3}[^a-z]{12,200})", links=True),
        drop(
            "subscribe",
            name="app",
            text="(?:click|tap) here .{3,80}|get fox business on the go.{0,60}|read more on fox business.{0,60}",
        ),
        drop("metadata", name="tickers", css=".quote-module, .stock-quote, table.quotes"),
    ),
    lines=(
        "CLICK HERE (?:TO|FOR) .{3,80}",
        "GET FOX BUSINESS ON THE GO.{0,60}",
        "Continue Reading Below",
    ),
    packs=(ENGLISH,),
)

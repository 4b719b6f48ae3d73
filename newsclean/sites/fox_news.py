"""Fox News. Links to other stories are whole paragraphs in capitals."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="fox_news",
    hosts=("foxnews.com",),
    outlets=(
        "Fox News",
        "Fox News Digital",
    ),
    layouts=(
        Layout(name="2018", marker=".article-body", body=".article-header .sub-headline, .article-body"),
        Layout(name="2012", marker=".article-text", body=".article-text", judged=True),
    ),
    rules=(
        drop("paywall", css=".article-gating"),
        drop("other", name="video", css=".video-container, .video-ct, .featured-video"),
        drop("caption", css=".image-ct .caption, .image-ct .info"),
        drop("author_bio", css=".author-bio, .article-body .article-meta, .article-footer"),
        drop(
            "related",
            name="capitals",
            text="(?-i:(?:[^a-z]|(?<=[A-Z])[cs](?![a-z]))*[A-Z]{3}(?:[^a-z]|(?<=[A-Z])[cs](?![a-z])){12,200})",
            links=True,
        ),
        drop(
            "subscribe",
            name="app",
            text=r"(?:click|tap) here .{3,80}|get the fox news app.{0,60}|the associated press contributed to this report\.?",
        ),
    ),
    lines=(
        "CLICK HERE (?:TO|FOR) .{3,80}",
        "Join Fox News for access to this content",
        "NEWYou can now listen to Fox News articles!",
        "Fox News Flash top headlines .{0,80}",
        r"The Associated Press contributed to this report\.?",
        "Published .{3,40} [AP]M E[DS]T",
    ),
    packs=(ENGLISH,),
)

"""Slate."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="slate",
    hosts=("slate.com",),
    outlets=("Slate",),
    layouts=(
        Layout(name="2018", marker=".article__content", body=".article__dek, .article__content"),
        Layout(name="2013", marker=".article_body, .body", body=".article_body, .body", judged=True),
    ),
    rules=(
        drop("related", css=".in-article-recirc, .recirc-line, .top-story"),
        drop("metadata", css=".article__tags, .article__tags-wrapper, .social-share, .slate-ad"),
        drop("caption", css=".image, .slate-image__caption, .product"),
        drop("newsletter", css=".newsletter-signup"),
    ),
    lines=(
        r"Slate receives a commission when you purchase items using the links on this page\..{0,80}",
        "Popular in .{3,30}",
        "Slate is published by The Slate Group.{0,100}",
        r"Become a fan of Slate on Facebook\..*",
    ),
    packs=(ENGLISH,),
)

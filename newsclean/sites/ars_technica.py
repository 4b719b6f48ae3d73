"""Ars Technica."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="ars_technica",
    hosts=("arstechnica.com",),
    outlets=("Ars Technica",),
    layouts=(
        Layout(name="2024", marker=".post-content", body=".post-content", judged=True),
        Layout(
            name="2014",
            marker=".article-content",
            body="header [itemprop='description'], .article-content",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "related",
            css=".story-sidebar, .related-stories, .xrail, .ars-interlude-container",
            text="Further Reading|Story Page",
        ),
        drop("caption", css=".caption, .gallery-caption, .caption-credit"),
        drop("other", name="page-turn", css=".page-numbers, .sr-only, .ad_wrapper, #social-left, #social-footer"),
        drop("advert", text="Listing image by .{2,60}|Channel Ars Technica|Enlarge ?/ ?.{0,400}"),
    ),
    lines=(
        "Listing image by .{3,80}",
        "Enlarge ?/ .{3,300}",
        r"You must login or create an account to comment\.",
        "Channel Ars Technica",
        "Further Reading",
    ),
    packs=(ENGLISH,),
)

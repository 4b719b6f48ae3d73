"""Gothamist."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="gothamist",
    hosts=("gothamist.com",),
    outlets=("Gothamist",),
    layouts=(
        Layout(name="streamfield", marker=".streamfield.article-body", body=".streamfield.article-body", judged=True),
        Layout(name="2012", marker=".entry-body", body=".entry-body", judged=True),
    ),
    rules=(
        drop("caption", css=".image-with-caption, .gothamist-caption"),
        drop(
            "newsletter", text=r"Gothamist is funded by sponsors and member donations|NYC news never sleeps\. .{5,160}"
        ),
    ),
    lines=(
        "Gothamist is funded by sponsors and member donations",
        r"NYC news never sleeps\. .{5,160}",
        r"(?:Tips|Got a tip)\? .{3,60}@gothamist\.com",
    ),
    packs=(ENGLISH,),
)

"""The Guardian.

Since 2020 styled components whose class names are hashes: known by `data-gu-name` and by the id of the body.
Before: `content__article-body` (2014-2020).
"""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="the_guardian",
    hosts=(
        "theguardian.com",
        "guardian.co.uk",
    ),
    outlets=(
        "The Guardian",
        "Guardian",
        "The Observer",
        "Observer",
    ),
    layouts=(
        Layout(
            name="dcr",
            marker="#maincontent[class*='dcr-'], [data-gu-name='body']",
            body="[data-gu-name='standfirst'] p, [data-gu-name='standfirst'] li, #maincontent",
        ),
        Layout(name="frontend", marker=".content__article-body", body=".content__article-body"),
        Layout(name="2011", marker="#article-body-blocks", body="#article-body-blocks", judged=True),
    ),
    fields={"authors": "a[rel='author']"},
    rules=(
        drop("related", name="rich-link", css="[data-component='rich-link'], .element-rich-link"),
        drop("metadata", name="topics", css=".submeta"),
        drop(
            "newsletter",
            css="#maincontent figure aside, .element-membership",
            text="(?:skip past|after) newsletter promotion|Privacy Notice: Newsletters may contain .{20,400}",
        ),
        drop("other", name="lightbox", css=".open-lightbox", text="View image in fullscreen"),
        drop("other", name="video", css="[data-component='youtube-atom'], .element-video"),
    ),
    lines=(
        "(?:skip past|after) newsletter promotion",
        "View image in fullscreen",
        "Privacy Notice: Newsletters may contain .{20,400}",
        "Explore more on these topics",
        "Reuse this content",
    ),
    packs=(ENGLISH,),
)

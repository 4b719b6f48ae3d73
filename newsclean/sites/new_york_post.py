"""New York Post."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="new_york_post",
    hosts=(
        "nypost.com",
        "pagesix.com",
    ),
    outlets=(
        "New York Post",
        "NY Post",
        "Page Six",
    ),
    layouts=(
        Layout(name="2013", marker=".entry-content", body=".entry-content", judged=True),
        Layout(name="2023", marker=".single__content", body=".single__content"),
    ),
    rules=(
        drop("share", css=".sharedaddy, .social-icons"),
        drop(
            "related",
            css=".inline-module, .more-on, .recirc, .wp-block-nypost-related",
            text=r"More On:|see also|What do you think\? (?:Be the first to comment|Post a comment)\.?",
        ),
        drop("metadata", css=".tag-list, .credit, .slideshow-meta"),
    ),
    lines=(
        r"What do you think\? (?:Be the first to comment|Post a comment)\.?",
        "More On:",
        "Explore More|Read Next",
        r"Thanks for contacting us\. We[’\']ve received your submission\.",
        r"This story has been shared [\d,]+ times\..{0,60}",
    ),
    packs=(ENGLISH,),
)

"""The Wall Street Journal.

The open beginning of a locked story (`wsj-snippet-body`, since 2015), blogs on WordPress, and the pages of
2009-2014.
"""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="wall_street_journal",
    hosts=("wsj.com",),
    outlets=(
        "The Wall Street Journal",
        "Wall Street Journal",
        "WSJ",
    ),
    layouts=(
        Layout(name="preview", marker=".wsj-snippet-body", body=".wsj-snippet-body"),
        Layout(name="blogs", marker=".post-content", body=".post-content"),
        Layout(name="2009", marker=".articlePage", body=".articlePage", judged=True),
    ),
    rules=(
        drop("caption", css=".wp-caption"),
        drop("byline", css=".byline"),
        drop("copyright", name="tagline", css="cite.tagline"),
        drop("subscribe", css=".wsj-snippet-login", text="To Read the Full Story"),
    ),
    lines=(
        "To Read the Full Story",
        r"Copyright ©\d{4} Dow Jones .{5,120}",
        "This copy is for your personal, non-commercial use only.{0,200}",
    ),
    packs=(ENGLISH,),
)

"""The Globe and Mail."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="globe_and_mail",
    hosts=("theglobeandmail.com",),
    outlets=(
        "The Globe and Mail",
        "Globe and Mail",
    ),
    layouts=(
        Layout(name="arc", marker=".c-article-body", body=".c-article-body"),
        Layout(name="2013", marker=".entry-content", body=".entry-content", judged=True),
    ),
    rules=(
        drop("related", css=".entry-related, .c-related, .c-inline-related"),
        drop("metadata", css=".entry-sidebar, .story_tools, .c-byline"),
        drop("caption", css="[class*='BodyImage'], .c-image__caption", text="Open this photo in gallery:?"),
        drop(
            "copyright",
            name="report-error",
            text="Report an (?:error|editorial error).{0,80}|Follow related authors and topics",
        ),
    ),
    lines=(
        "Open this photo in gallery:?",
        "Report an (?:error|editorial error).{0,80}",
        "Special to The Globe and Mail",
        "Follow related authors and topics",
        r"This article was published more than \d+ (?:years?|months?) ago\..{0,80}",
    ),
    packs=(ENGLISH,),
)

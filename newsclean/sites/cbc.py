"""CBC News."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="cbc",
    hosts=("cbc.ca",),
    outlets=(
        "CBC",
        "CBC News",
    ),
    layouts=(
        Layout(name="2016", marker=".story", body=".detailHeadline ~ .deck, .deck, .story"),
        Layout(name="2011", marker="#storybody", body="#storybody", judged=True),
    ),
    rules=(
        drop("related", css=".similarLinks, .similarLinks-list, .related"),
        drop(
            "other",
            name="video",
            css=".player-placeholder-ui-container, .media-placeholder, .mediaEmbed",
            text=r"(?:WATCH|LISTEN|PHOTOS|MAP) ?\| ?.{5,220}",
        ),
        drop("metadata", css=".byline, .authorprofile, .storyinfo, .social-icons"),
        drop("caption", css=".image-caption, .captiontext"),
    ),
    lines=(
        r"(?:WATCH|LISTEN|PHOTOS) ?\| ?.{5,220}",
        r"CBC[’\']s Journalistic Standards and Practices.{0,60}",
        r"(?:Report Typo or Error|Corrections and clarifications|Submit a news tip) ?\|?.{0,80}",
        "Social Sharing",
    ),
    packs=(ENGLISH,),
)

"""Deccan Herald."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="deccan_herald",
    hosts=("deccanherald.com",),
    outlets=("Deccan Herald",),
    layouts=(
        Layout(
            name="2023",
            marker="[id^='article-container'], .story-element-text",
            body="[id^='article-container'], .story-element-text",
            judged=True,
        ),
        Layout(
            name="2018",
            marker=".content .field-name-body, #main-content .content",
            body=".content .field-name-body, #main-content .content",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "related",
            css=".related-stories, .also-read, .story-element-also-read",
            text="(?:Also|ALSO) (?:Read|READ|read) ?[|:–—-] ?.{5,200}",
        ),
        drop(
            "metadata",
            css=".published-info, .story-tags",
            text=r"\(?Published (?P<date_published>\d{1,2} \w+ \d{4}, \d\d:\d\d IST)\)?",
        ),
        drop(
            "subscribe",
            name="follow",
            text="(?:Follow us on|Deccan Herald is on|Deccan Herald News now on|Get a round-up of).{5,240}|ADVERTISEMENT",
        ),
    ),
    lines=(
        r"\(?Published \d{1,2} \w+ \d{4}, \d\d:\d\d IST\)?",
        "Deccan Herald is on WhatsApp Channels.{0,120}",
        r"Last Updated ?: ?\d{1,2} \w+ \d{4}, \d\d:\d\d IST",
        "Follow us on ?:?|ADVERTISEMENT",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)

"""Moneycontrol."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="moneycontrol",
    hosts=("moneycontrol.com",),
    outlets=(
        "Moneycontrol",
        "Moneycontrol News",
    ),
    layouts=(
        Layout(name="2018", marker=".content_wrapper", body=".article_desc, .content_wrapper"),
        Layout(name="2014", marker=".arti-flow", body=".arti-flow", judged=True),
    ),
    rules=(
        drop("advert", css=".mid-arti-ad, .advertBx"),
        drop(
            "related",
            css=".related_stories_left_block, .stockwidget, .article_video, .social_icons_wrapper",
            text="(?:ALSO|Also) (?:READ|Read|read) ?[|:-] ?.{5,200}|Related stories",
        ),
        drop(
            "metadata",
            css=".tags_wrapper, .tags_last_line, .tags_first_line",
            text="TAGS: ?.{3,300}|first published: ?(?P<date_published>.{6,40})",
        ),
        drop(
            "disclosure",
            css=".lastPara, .disclaimer",
            text="Moneycontrol advises users to check with certified experts.{0,160}|(?:Get access to|Discover the latest Business News|Subscribe to Moneycontrol).{10,300}|The Great Diwali Discount!.{0,200}",
        ),
    ),
    lines=(
        "first published: ?.{6,40}",
        "TAGS: ?.{3,300}",
        "Discover the latest Business News.{10,300}",
        r"Moneycontrol News @?\w*|Moneycontrol News",
        r"Copyright © e-Eighteen\.com Ltd.{0,160}",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)

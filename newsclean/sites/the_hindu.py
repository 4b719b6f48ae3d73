"""The Hindu."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="the_hindu",
    hosts=(
        "thehindu.com",
        "thehindubusinessline.com",
        "frontline.thehindu.com",
    ),
    outlets=(
        "The Hindu",
        "The Hindu BusinessLine",
        "BusinessLine",
    ),
    layouts=(
        Layout(
            name="2022",
            marker="[id^='content-body-'], .articlebodycontent",
            body="h2.sub-title, [id^='content-body-'], .articlebodycontent",
            judged=True,
        ),
        Layout(name="2012", marker=".article-text, .articleLead", body=".articleLead, .article-text", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".also-view-container, .related-topics, [class*='related-topics'], .more-in",
            text=r"Also Read ?(?:[|:-] ?.{5,200})?|(?:READ|Read|WATCH|Watch) ?(?:\||:|also) ?.{5,200}",
        ),
        drop("share", css=".comments-shares, .share-page, .editiondetails", text="READ LATER|SEE ALL|PRINT|Remove"),
        drop(
            "comments",
            css=".comments, #vuukle-comments",
            text=r"Comments have to be in English, and in full sentences\..{0,300}|We have migrated to a new commenting platform\..{0,300}",
        ),
        drop(
            "metadata",
            css=".author-container, .update-publish-time, .publish-time",
            text="(?:Published|Updated) ?[-–] ?.{6,40}(?:IST)?(?: ?[-–] ?.{2,40})?",
        ),
        drop("caption", css=".caption, .lead-img-caption"),
    ),
    lines=(
        r"Comments have to be in English, and in full sentences\..{0,300}",
        "READ LATER",
        "(?:Published|Updated) ?[-–] ?.{6,40} IST.{0,40}",
        "The Hindu Comment Policy",
        r"Copyright© ?\d{4}, THG PUBLISHING PVT LTD\..{0,100}",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)

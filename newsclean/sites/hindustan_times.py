"""Hindustan Times."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="hindustan_times",
    hosts=("hindustantimes.com",),
    outlets=(
        "Hindustan Times",
        "HT",
    ),
    layouts=(
        Layout(
            name="2020",
            marker=".storyDetails .detail",
            body=".storyDetails .sortDec, .storyDetails .detail",
            judged=True,
        ),
        Layout(name="full", marker=".fullStory", body=".fullStory", judged=True),
        Layout(
            name="2016", marker=".story-content, .story-details", body=".story-content, .story-details", judged=True
        ),
    ),
    rules=(
        drop("share", css=".shareArticle, .shareIcons"),
        drop("advert", css=".storyAd, .ad-wrapper, .adHeight"),
        drop(
            "newsletter",
            css=".new__newsletter__signup, .newsletter-widget",
            text="Get Current Updates on.{5,200}|Subscribe to our best newsletters",
        ),
        drop("paywall", css=".freemium-card, .closeStory, .readFull"),
        drop("subscribe", name="app", css=".appDownload, .htsWrapper"),
        drop(
            "metadata",
            css=".storyTopics, .storyBy, .dateTime",
            text="(?:Also|Must) read ?[|:-] ?.{5,200}|(?:News|HT) ?/ ?.{3,120} ?/ ?.{3,200}",
        ),
    ),
    lines=(
        "Get Current Updates on.{5,200}",
        "Subscribe to our best newsletters",
        "News ?/ ?.{3,60} ?/ ?.{3,200}",
        "Share this article",
        "SHARE THIS ARTICLE ON",
        "Unlock a world of Benefits with HT!.{0,160}",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)

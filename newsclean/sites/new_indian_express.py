"""The New Indian Express."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="new_indian_express",
    hosts=("newindianexpress.com",),
    outlets=(
        "The New Indian Express",
        "New Indian Express",
    ),
    layouts=(
        Layout(
            name="2024",
            marker="[data-test-id='text'], .arr--story-page-card-wrapper",
            body=".arr--story-page-card-wrapper, [data-test-id='text']",
            judged=True,
        ),
        Layout(
            name="2016",
            marker="#storyContent, .articlestorycontent",
            body="#storyContent, .articlestorycontent",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "related",
            css=".also-read, .related-stories, [data-test-id='also-read']",
            text="(?:ALSO READ|Also read|READ MORE|Read more|ALSO WATCH|Related Article)(?: ?[|:-].{0,200})?",
        ),
        drop(
            "subscribe",
            name="channel",
            text="Follow The New Indian Express channel on WhatsApp.{0,60}|Download the TNIE app.{5,120}",
        ),
        drop("disclosure", name="comments-policy", text="Disclaimer ?: ?We respect your thoughts and views!.{20,700}"),
        drop("copyright", text=r"Copyright ?[-–] ?newindianexpress\.com.{0,80}"),
    ),
    lines=(
        "Follow The New Indian Express channel on WhatsApp.{0,60}",
        "Download the TNIE app.{5,120}",
        "Disclaimer ?: ?We respect your thoughts and views!.{20,700}",
        r"Copyright ?[-–] ?newindianexpress\.com.{0,80}",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)

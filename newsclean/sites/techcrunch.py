"""TechCrunch."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="techcrunch",
    hosts=("techcrunch.com",),
    outlets=("TechCrunch",),
    layouts=(
        Layout(name="2023", marker=".entry-content.wp-block-post-content", body=".entry-content.wp-block-post-content"),
        Layout(name="2018", marker=".article-content", body=".article-content"),
        Layout(name="2012", marker=".article-entry", body=".article-entry", judged=True),
    ),
    rules=(
        drop(
            "advert",
            name="event",
            css="[class*='techcrunch-event-cta'], [class*='wp-block-techcrunch'], .wp-block-tc-ads-ad-slot, .ad-unit",
            text="Techcrunch event|REGISTER NOW",
        ),
        drop("related", css=".wp-block-tc23-post-picker-group, .wp-block-tc23-post-picker, .loop-card, .embed--post"),
        drop("author_bio", css=".wp-block-tc23-author-card"),
    ),
    lines=(
        "Techcrunch event",
        "REGISTER NOW",
        "Image Credits: ?.{3,80}",
        "Topics .{3,200}",
    ),
    packs=(ENGLISH,),
)

"""Daily Express."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="express",
    hosts=("express.co.uk",),
    outlets=(
        "Express",
        "Daily Express",
        "Sunday Express",
    ),
    layouts=(Layout(name="classic", marker=".ctx_content", body="article > header > h3, .ctx_content"),),
    rules=(
        drop("caption", css=".photo, .caption, .newsCaption"),
        drop(
            "related",
            css=".two-related-articles, .related-articles, .dont-miss, .single-related-article",
            text=r"DON['’]T MISS:?|(?:READ|SEE) MORE ?[:|] ?.{5,200}|.{5,200}(?-i:\[[A-Z][A-Z -]{3,30}\])(?:\|? ?.{5,200}(?-i:\[[A-Z][A-Z -]{3,30}\]))*",
        ),
        drop(
            "newsletter",
            css=".newsletter-pure, .newsletter-signup, .whatsapp-group",
            text="Invalid email|Thank you for subscribing!.{0,100}",
        ),
        drop("live_controls", css=".live-events__entry-info"),
    ),
    lines=(
        "DON['’]T MISS:?",
        "Invalid email",
        "We use your sign-up to provide content in ways you.ve consented to.{0,200}",
        "Join us on WhatsApp|Join our new WhatsApp .{5,100}",
    ),
    packs=(ENGLISH,),
)

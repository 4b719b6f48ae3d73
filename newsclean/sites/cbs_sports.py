"""CBS Sports."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="cbs_sports",
    hosts=("cbssports.com",),
    outlets=("CBS Sports",),
    layouts=(
        Layout(name="2018", marker="#Article-body", body="#Article-body"),
        Layout(
            name="2019",
            marker="#article-main-body, #article0 .Article-bodyContent",
            body="#article-main-body, .Article-bodyContent",
        ),
    ),
    rules=(
        drop("related", css=".Article-relatedLinks, .MarketingBlock, .recirc, .Article-cta, .shortcode-related"),
        drop("newsletter", css=".Newsletter, .NewsletterSignup"),
    ),
    packs=(ENGLISH,),
)

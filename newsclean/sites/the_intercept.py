"""The Intercept."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="the_intercept",
    hosts=("theintercept.com",),
    outlets=("The Intercept",),
    layouts=(
        Layout(
            name="2023",
            marker=".entry-content__content",
            body=".post__excerpt, .post-featured-image--title-block__excerpt, .entry-content__content",
        ),
        Layout(name="2017", marker=".PostContent", body=".Post-excerpt, .PostContent"),
    ),
    rules=(
        drop(
            "related",
            name="promote",
            css=".promote-related-post, .promote-banner, .PromoteRelatedPost-promo, .most-read, [class*='most-read__']",
        ),
        drop("other", name="pull-quote", css=".Pullquote"),
        drop(
            "newsletter",
            css="[id^='third-party--'], .NewsletterEmbed",
            text=r"Join (?:Our Newsletter|The Conversation)|Original reporting\. Fearless journalism\. Delivered to you\.|I[’\']m in",
        ),
    ),
    lines=(
        "Join Our Newsletter",
        r"Original reporting\. Fearless journalism\. Delivered to you\.",
        r"I[’\']m in",
        "Contact the author:?",
    ),
    packs=(ENGLISH,),
)

"""The New Yorker."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="new_yorker",
    hosts=("newyorker.com",),
    outlets=(
        "The New Yorker",
        "New Yorker",
    ),
    layouts=(
        Layout(
            name="copilot",
            marker=".body__container, .body__inner-container",
            body="[class*='ContentHeaderDek'], [class*='SplitScreenContentHeaderDek'], .body__inner-container, [class*='ContentFooterMagazineDisclaimer']",
        ),
        Layout(name="2016", marker="#articleBody", body="#articleBody"),
    ),
    rules=(
        drop("caption", css="[class*='CaptionWrapper'], [class*='CaptionText'], [class*='CaptionCredit']"),
        drop(
            "share",
            name="cartoon",
            css="[class*='ResponsiveCartoonLink'], [class*='ResponsiveCartoonCTA']",
            text="Copy link to cartoon|Link copied|Shop",
        ),
        drop("related", css=".recirc, [class*='RelatedContent']"),
        drop(
            "newsletter",
            css="[class*='NewsletterSubscribe'], [class*='newsletter-subscribe'], [class*='GenericCallout']",
            text="You’re reading .{3,60} newsletter,? .{5,240}",
        ),
        drop("metadata", name="listen", text=r"Listen to this (?:article|story)\.?|Save this story"),
    ),
    lines=(
        "Save this storySave this story|Save this story",
        "Copy link to cartoon",
        "Cartoon by .{3,40}",
        "Published in the print edition of the .{10,120}",
        "New Yorker Favorites",
    ),
    packs=(ENGLISH,),
)

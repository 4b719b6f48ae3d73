"""The Business Journals."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="bizjournals",
    hosts=("bizjournals.com",),
    outlets=(
        "The Business Journals",
        "American City Business Journals",
    ),
    layouts=(
        Layout(
            name="2020",
            marker=".article-content-item, .content--article",
            body=".article-content-item, .content--article",
            judged=True,
        ),
        Layout(name="2014", marker=".article__content, #bodytext", body=".article__content, #bodytext", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".related-content, .promo, .list-module",
            text="(?:RELATED|Related (?:Content|Articles)|SEE ALSO)(?:: ?.{5,200})?",
        ),
        drop(
            "newsletter",
            css=".newsletter-signup",
            text=r"Sign up for (?:the )?(?:Business First|.{3,60} Business Journal)[’\']s? .{5,200}",
        ),
        drop("paywall", css=".paywall, .subscribe-offer"),
    ),
    lines=(
        r"Sign up for (?:the )?.{3,60} Business Journal[’\']s? .{5,200}",
        r"Listen to this article \d+ min|Largest .{5,100} Ranked by .{5,80}",
        r"© \d{4} American City Business Journals\..{0,100}",
    ),
    packs=(ENGLISH,),
)

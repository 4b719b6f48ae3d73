"""The Washington Post."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="washington_post",
    hosts=("washingtonpost.com",),
    outlets=(
        "The Washington Post",
        "Washington Post",
    ),
    layouts=(
        Layout(
            name="next",
            marker=".article-body [data-qa='article-body'], [data-qa='drop-cap-letter'], .teaser-content",
            body="[data-qa='subheadline'], .article-body, .teaser-content",
        ),
        Layout(name="2014", marker="#article-body", body="#article-body", judged=True),
        Layout(name="2011", marker=".article_body", body=".article_body", judged=True),
        Layout(name="2016", marker=".article-body", body=".article-body"),
    ),
    rules=(
        drop("caption", css=".inline-gallery-embedded, .pb-caption, .inline-photo, figcaption, .media-caption"),
        drop("author_bio", css=".post-body-bio, .bio, .pb-bottom-author, .author-bio, [data-qa='author-bio']"),
        drop("byline", css="[data-qa='author-byline'], .pb-sig-line, .hasnt-headshot"),
        drop(
            "related",
            css=".interstitial-link, .inline-story, .relatedlinks, .pb-f-page-editors-picks",
            text=r"\[.{12,200}\]",
        ),
        drop("newsletter", css="[data-qa='newsletter-signup'], .newsletter-inline-unit, .hide-for-print"),
        drop("advert", text="Advertisement|Story continues below advertisement|AD"),
    ),
    lines=(
        "Story continues below advertisement",
        "Democracy Dies in Darkness",
        "Gift Article|Share this article",
        r"\d+ Comments?|Comment on this story",
    ),
    packs=(ENGLISH,),
)

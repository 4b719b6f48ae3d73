"""The New York Times."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="new_york_times",
    hosts=("nytimes.com",),
    outlets=(
        "The New York Times",
        "New York Times",
        "NYT",
    ),
    layouts=(
        Layout(
            name="vi",
            marker="section[name='articleBody']",
            body="#article-summary, section[name='articleBody']",
            judged=True,
        ),
        Layout(
            name="2014",
            marker="#story .story-body, .story-body-supplemental, .story-body",
            body=".story-body",
            judged=True,
        ),
        Layout(name="2012", marker=".articleBody", body=".articleBody", judged=True),
    ),
    rules=(
        drop(
            "related",
            css="#stream-panel, .theme-summary, .related-links-block, .bottom-of-article, [data-testid='related_content'], .story.theme-summary, aside.marginalia",
            text="Related Coverage|Related Article|Continue reading the main story.{0,60}",
        ),
        drop("other", name="interactive", css=".interactive-embedded, .interactive-graphic"),
        drop("share", css=".sharetools, .story-meta-footer-sharetools"),
        drop("newsletter", css=".newsletter-signup, #newsletter-promo"),
        drop(
            "comments",
            name="letters",
            text="The Times is committed to publishing a diversity of letters.{0,300}|Follow The New York Times Opinion section on .{5,80}",
        ),
        drop("byline", css=".byline-dateline, .story-footer, .story-header .byline, [itemprop='headline']"),
        drop("caption", css=".caption, .media-viewer-candidate, .credit"),
        drop(
            "advert",
            name="price",
            css="[data-testid='buy-product-box'], .product-pricebox-0",
            text="Advertisement|SKIP ADVERTISEMENT",
        ),
    ),
    lines=(
        "SKIP ADVERTISEMENT",
        "Continue reading the main story.{0,60}",
        r"Listen to this article · ?\d+:\d\d min.{0,30}",
        "A version of this article appears in print on .{10,300}",
        "The Times is committed to publishing a diversity of letters.{0,300}",
        "Follow The New York Times Opinion section on .{5,80}",
    ),
    packs=(ENGLISH,),
)

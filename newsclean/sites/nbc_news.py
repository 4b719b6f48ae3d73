"""NBC News."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="nbc_news",
    hosts=(
        "nbcnews.com",
        "today.com",
        "msnbc.com",
    ),
    outlets=(
        "NBC News",
        "TODAY",
        "MSNBC",
    ),
    layouts=(
        Layout(name="2017", marker=".article-body__content", body=".article-body__content"),
        Layout(name="2013", marker=".stack-l-content", body=".stack-l-content", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".related, [class*='recommended-intersection'], .inline-article-recirc, [class*='styles_expandableListHeader']",
            text="Related(?:: .{8,200})?",
        ),
        drop(
            "newsletter",
            css="[class*='newsletter-signup'], [id^='anchor-'] .mt0",
            text=r"(?:Let our news meet your inbox\.|Want more from NBC Select\?|Download the NBC News app|Sign up for .{3,80} newsletter).{0,240}",
        ),
        drop(
            "advert",
            name="offer",
            css="[class*='styles_offer'], [class*='styles_learnMoreContainer'], .product__border",
        ),
        drop("caption", css=".article-inline-image .caption, .photo__caption"),
    ),
    lines=(
        "Get more news .{0,60}",
        r"Let our news meet your inbox\..{0,200}",
        "Link copied",
        "Download the NBC News app .{5,100}",
        "(?:SHARE|Share) &amp; ?.{0,10}",
    ),
    packs=(ENGLISH,),
)

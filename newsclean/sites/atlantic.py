"""The Atlantic."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="atlantic",
    hosts=("theatlantic.com",),
    outlets=(
        "The Atlantic",
        "Atlantic",
    ),
    layouts=(
        Layout(
            name="next",
            marker="[class*='ArticleParagraph_root'], article section[class*='ArticleBody']",
            body="[class*='ArticleBody']",
        ),
        Layout(name="2019", marker=".l-article__section", body=".l-article__section", judged=True),
        Layout(name="2015", marker=".article-body", body=".article-body", judged=True),
        Layout(name="2012", marker="#article .articleText, .articleText", body=".articleText", judged=True),
    ),
    rules=(
        drop(
            "related",
            css="[class*='ArticleRelatedContentModule_root'], [class*='ArticleRelatedContentLink'], .callout-placeholder, .partner-box",
            text=r"Recommended Reading|\[ ?Read: .{5,200}\]",
        ),
        drop("author_bio", css="[class*='ArticleBio'], .author-bio"),
        drop("advert", css="[class*='ArticleInjector'], .ad-boxinjector-wrapper"),
    ),
    lines=(
        r"\[ ?Read: .{5,200}\]",
        "Recommended Reading",
        r"We want to hear what you think about this article\..{0,120}",
        r"When you buy a book using a link on this page, we receive a commission\..{0,60}",
        "Listen to more stories on .{3,30}",
    ),
    packs=(ENGLISH,),
)

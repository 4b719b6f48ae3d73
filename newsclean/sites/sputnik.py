"""Sputnik."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="sputnik",
    hosts=(
        "sputniknews.com",
        "sputnikglobe.com",
    ),
    outlets=(
        "Sputnik",
        "Sputnik News",
        "Sputnik International",
    ),
    layouts=(
        Layout(
            name="2021",
            marker=".article__body",
            body=".article__announce-text, .article__body .article__text, .article__body .article__quote-text",
            judged=True,
        ),
        Layout(name="2015", marker=".b-article__text", body=".b-article__lead, .b-article__text"),
    ),
    rules=(
        drop(
            "related",
            css=".b-read-more, .b-inject, .article__article",
            text="READ MORE ?: ?.{5,200}|(?:READ|Read) (?:ALSO|also) ?: ?.{5,200}",
        ),
        drop("caption", css=".b-article__header-copy, .article__photo-desc, .b-inject__copyright"),
    ),
    lines=(
        "READ MORE ?: ?.{5,200}",
        r"© (?:Sputnik|AP Photo|AFP 20\d\d|REUTERS) ?/ ?.{3,80}",
        "Registration was successful!",
        "The fact of registration and authorization of users on Sputnik websites.{10,300}",
    ),
    packs=(ENGLISH,),
)

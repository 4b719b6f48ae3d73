"""Daily Mail."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="daily_mail",
    hosts=(
        "dailymail.co.uk",
        "dailymail.com",
        "thisismoney.co.uk",
    ),
    outlets=(
        "Daily Mail",
        "Mail Online",
        "MailOnline",
        "Mail on Sunday",
    ),
    layouts=(
        Layout(name="mol", marker="[itemprop='articleBody']", body="[itemprop='articleBody']"),
        Layout(name="2011", marker="#js-article-text", body="#js-article-text", judged=True),
    ),
    rules=(
        drop("standfirst", name="bullets", css=".mol-bullets-with-font"),
        drop("byline", css=".author-section, .byline-section, .byline"),
        drop("share", css=".articleIconLinksContainer, .shareArticles, .column-split .share"),
        drop(
            "related",
            css=".related-carousel, .relatedItemsTopBorder, .related, .moduleFull, .moduleHalf, .art-ins, .floatRHS",
        ),
        drop("caption", css=".imageCaption, .mol-img-group .imageCaption, .image-wrap"),
        drop("comments", css="#js-comments, .reader-comments"),
        drop("newsletter", css=".newsletter-signup, .puff_widget"),
        drop(
            "related",
            name="read-more",
            text="(?:READ MORE|Read more here)(?: ?[:|].{0,220})?|Share or comment on this article.{0,160}",
        ),
    ),
    lines=(
        "Share or comment on this article.{0,160}",
        "The comments below have (?:not )?been moderated.{0,60}",
        r"(?:e-mail )?\d+(?:\.\d+k)? shares",
        "The views expressed in the contents above are those of our users.{0,120}",
        "Scroll down for video",
    ),
    packs=(ENGLISH,),
)

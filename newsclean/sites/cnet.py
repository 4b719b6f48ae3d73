"""CNET."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="cnet",
    hosts=("cnet.com",),
    outlets=("CNET",),
    layouts=(
        Layout(
            name="2023",
            marker=".c-pageArticle_content, .article-main-body",
            body=".c-pageArticle_content, .article-main-body",
            judged=True,
        ),
        Layout(name="2015", marker="#article-body", body="#article-body", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".related-links, .relatedLinks, .shortcode.related-links, .c-relatedContent",
            text="(?:See also|Read more|Watch this|Now playing|Read also|Related)[:|] ?.{5,200}",
        ),
        drop("other", name="video", css=".videoMeta, .video-player, .shortcode.video"),
        drop("newsletter", css=".newsletter-subscribe, .c-newsletterSignup"),
        drop("caption", css=".imageCaption, .credit, .c-globalImage_caption"),
        drop("advert", css=".teads-inread, .ad-slot"),
    ),
    lines=(
        "Watch this: ?.{5,160}",
        r"Editors[’\'] note:? .{10,300}",
        "CNET Commerce|Show more|Show less",
        "Our (?:Experts|expert)",
    ),
    packs=(ENGLISH,),
)

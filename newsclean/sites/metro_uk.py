"""Metro."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="metro_uk",
    hosts=("metro.co.uk",),
    outlets=(
        "Metro",
        "Metro.co.uk",
    ),
    layouts=(
        Layout(
            name="2024",
            marker=".single-article .article-body, .article__content__inner",
            body=".single-article .article-body, .article__content__inner",
        ),
        Layout(name="2016", marker=".article-body", body=".article-body"),
    ),
    rules=(
        drop(
            "related",
            css=".article-card, .metro-more-link, .trending-post-strip, .zopo, .next-prev, .metro-discover, .related-topics",
            text="MORE ?: .{8,220}|More Trending|For more stories like this, .{5,80}",
        ),
        drop(
            "newsletter",
            css=".metro-email-signup, .newsletter-end-card, .newsletter-box",
            text="Sign Up for News Updates|Stay on top of the headlines .{3,120}|This site is protected by reCAPTCHA .{5,120}|Get your need-to-know latest news.{0,120}",
        ),
        drop("share", css=".share-buttons, .share-bar"),
        drop(
            "comments",
            name="contact",
            css="#post-extra, .comment-strip",
            text=r"(?:Got a story\? )?Get in touch with our news team by emailing us at webnews@metro\.co\.uk\..{0,160}|Do you have a story to share\?.{0,160}|Follow Metro(?:\.co\.uk)? (?:on|across) .{5,200}|(?:Comment now|Arrow) ?.{0,80}",
        ),
        drop(
            "metadata",
            css=".single-article-header .meta, .article__published, .author-container, .sidebar-layout__sidebar",
        ),
        drop("other", name="fact-box", css=".metro-factbox"),
        drop("caption", css=".wp-caption-text, .image-caption"),
    ),
    lines=(
        r"(?:Got a story\? )?Get in touch with our news team by emailing us at webnews@metro\.co\.uk\..*",
        "For more stories like this, .{5,80}",
        "MORE ?: .{8,220}",
        "Sign Up for News Updates",
        "Add Metro as a Preferred Source on Google.*",
    ),
    packs=(ENGLISH,),
)

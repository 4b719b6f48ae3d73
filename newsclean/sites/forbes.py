"""Forbes."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="forbes",
    hosts=("forbes.com",),
    outlets=("Forbes",),
    layouts=(
        Layout(name="2018", marker=".article-body .fs-article, .article-body", body=".article-body", judged=True),
        Layout(name="2020", marker=".fs-article", body=".fs-article", judged=True),
        Layout(name="2012", marker=".body_inner, .article_body", body=".body_inner, .article_body", judged=True),
    ),
    rules=(
        drop("advert", css=".ad-unit, fbs-ad, .article-ad", text="PROMOTED|Promoted|Gallery: .{5,120}"),
        drop(
            "related",
            css=".recirc-module, .embed-base.link-embed, .article-recirc",
            text="(?:MORE FROM FORBES|More From Forbes|MORE ON FORBES|Also on Forbes|Read also|Recommended Forbes Stories).{0,160}",
        ),
        drop("caption", css=".image-embed figcaption, .wp-caption-text, .photo-credit"),
        drop(
            "author_bio",
            css=".contrib-info, .contributor-about",
            text=r"Follow me on (?:Twitter|LinkedIn|X).{0,160}|Got a tip\?.{0,160}|Join The Conversation.{0,200}",
        ),
    ),
    lines=(
        "Follow me on (?:Twitter|LinkedIn|X).{0,160}",
        "(?:MORE FROM FORBES|More From Forbes|MORE ON FORBES).{0,160}",
        "Editorial Standards|Reprints ?(?:&|and) Permissions",
        r"Opinions expressed by Forbes Contributors are their own\.",
        "Join The Conversation",
    ),
    packs=(ENGLISH,),
)

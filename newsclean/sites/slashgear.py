"""SlashGear."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="slashgear",
    hosts=("slashgear.com",),
    outlets=("SlashGear",),
    layouts=(
        Layout(
            name="2019",
            marker=".post-single .post-content, .entry-content",
            body=".post-content, .entry-content",
            judged=True,
        ),
        Layout(name="2022", marker=".article-body, .news-article", body=".article-body, .news-article", judged=True),
    ),
    rules=(
        drop("metadata", css=".end-meta, #post-prep"),
        drop("share", css=".sharedaddy"),
        drop("related", css=".related-posts, .story-tags"),
    ),
    packs=(ENGLISH,),
)

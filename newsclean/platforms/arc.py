"""Arc XP: the markup is each paper's own; names of the shared blocks are used.

The story stands in a script too, as content elements; a page that shows less of it gets it from there.
"""

from newsclean.plugin import Layout, Platform, drop

_STORY = ("fusion-metadata:Fusion.globalContent", "content_elements")

PLATFORM = Platform(
    name="arc",
    detect="/pf/(?:dist|resources)/|fusion-engine|arc-cdn|arcpublishing",
    layouts=(
        Layout(
            name="blocks",
            marker="article .article-body-wrapper, .b-article-body",
            body=".article-body-wrapper, .b-article-body",
            judged=True,
        ),
        Layout(
            name="custom",
            marker=".article-body, .c-article-body, .body-article, .story-contents, .article__body",
            body=".article-body, .c-article-body, .body-article, .story-contents, .article__body",
            judged=True,
        ),
        Layout(name="fusion", marker="#fusion-metadata", judged=True, json=_STORY),
    ),
    rules=(
        drop(
            "related",
            css=".interstitial-link, .b-related-stories, .c-stack--related, .related-stories, [class*='interstitial-link']",
            text="(?:Read more|RELATED|Related stor(?:y|ies)|Le[ae] también|Te puede interesar|Más sobre) ?[:|] ?.{3,200}",
        ),
        drop("newsletter", css=".newsletter-signup, .b-newsletter, .newsletter-component"),
        drop("caption", css="figcaption, .c-image__caption, .b-lead-art, .visual__image"),
        drop("share", css=".b-share-bar, .c-share-bar, .share-bar"),
        drop("author_bio", css=".b-author-bio, .c-author-bio"),
        drop("advert", css=".b-ads-block, .arcad-feature, .arcad, .ads_block"),
    ),
)

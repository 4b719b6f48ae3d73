"""Brightspot. Los Angeles Times, NPR stations and others."""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="brightspot",
    detect="brightspotcdn|brightspot",
    layouts=(
        Layout(
            name="rich-text",
            marker=".RichTextStoryBody, .RichTextArticleBody, .RichTextArticleBody-body, .rich-text-article-body",
            body=".RichTextStoryBody, .RichTextArticleBody, .rich-text-article-body",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "related",
            css="[class*='PageList'], .Enhancement .Promo, .related-list, bsp-carousel, .RelatedList, .PagePromo",
        ),
        drop("share", css=".ActionBar, .SocialBar, .Page-actions"),
        drop("newsletter", css=".NewsletterModule, .NewsletterForm, bsp-newsletter"),
        drop("caption", css=".Figure-caption, .Carousel, .figure-caption, .Figure-credit"),
        drop("advert", css=".GoogleDfpAd, .Advertisement, .google-dfp-ad-wrapper"),
        drop("byline", css=".Page-authors, .Page-byline, .author-bio"),
    ),
)

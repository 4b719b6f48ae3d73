"""Newsquest: some 200 local British titles (The Argus, The Herald, The Northern Echo)."""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="newsquest",
    detect="newsquestdigital|newsquest|nqstatic",
    layouts=(Layout(name="2020", marker=".article-body", body="#subscription-content, .article-body"),),
    rules=(
        drop("share", css="[class*='social-circles-component'], .mar-social-share"),
        drop("advert", css="[id^='DFP_'], .mar-block-ad, .ad-container, .mantis"),
        drop(
            "comments",
            css="[class*='comments-wrapper'], .mar-comments",
            text="Comments: Our rules|Get involved with the news|We want our comments to be a lively.{0,200}",
        ),
        drop(
            "related",
            css=".mega-news-block, .mar-related-articles, .mar-read-more, .read-more",
            text="(?:READ MORE|READ NEXT|Read more|Recommended reading)(?: ?[:>|-]+.{0,200})?",
        ),
        drop(
            "subscribe",
            css=".mar-subscribe, .newsletter-signup",
            text="(?:Support your local newspaper|Get more from .{3,40} with a digital subscription|Sign up (?:to|for) .{3,80} newsletter).{0,200}",
        ),
        drop("byline", css=".author-details, .mar-article-author, .article-byline"),
        drop("caption", css=".hero-caption, .image-caption, .mar-image-caption"),
    ),
    lines=(
        "Comments: Our rules",
        "We want our comments to be a lively.{0,200}",
        "Get involved with the news",
        "Last Updated:.{0,40}",
        "Report this comment|Recommended reading",
        "This website and associated newspapers adhere to the Independent Press Standards Organisation.{0,200}",
    ),
)

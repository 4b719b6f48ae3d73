"""Gannett. USA TODAY Network and its some 200 papers. In `gnt_` class names the letters are stable."""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="gannett",
    detect=r"gannett-cdn|gannettdigital|\bgnt_",
    layouts=(
        Layout(name="2020", marker=".gnt_ar_b", body=".gnt_ar_b"),
        Layout(name="presto", marker="article#mainContentSection", body="article#mainContentSection"),
        Layout(
            name="2012",
            marker="[itemprop='articleBody'].asset-double-wide, .asset-double-wide",
            body=".asset-double-wide",
        ),
        Layout(name="story", marker="article.story.primary-content", body="article.story.primary-content"),
    ),
    rules=(
        drop("advert", css=".gnt_em_ad, .gnt_m, .partner-banner, .ad-slot, .inline-share-tools"),
        drop(
            "related",
            css=".gnt_em_pdf, .gnt_em_fo, .gnt_em_rl, .gnt_em_cta, [class*='gnt_m_'], .oembed-link, .story-oembed-type-story",
            text="(?:More|Related|Read more|See also|Opinion|Column|Subscribe|Fact check|For subscribers|Live updates|Watch|More coverage|Gallery|Photos):? ?[:|] ?.{8,200}",
        ),
        drop(
            "share",
            css=".gnt_ss, .byline-share, .article-share, .ten-column",
            text="Facebook Twitter Email|Share your feedback to help improve our site(?: experience)?!",
        ),
        drop("byline", css=".byline-section, .gnt_ar_by, .asset-metabar"),
        drop("metadata", css=".footer-publish-date, .publish-date, .gnt_ar_dt"),
        drop("caption", css=".asset, .gnt_em_img_c, .media-caption, .image-credit-wrap, #videoWrap"),
        drop("headline", css="h1.title, .display-2, h1.asset-headline"),
        drop("newsletter", css=".gnt_em_nl, .newsletter-signup"),
    ),
    lines=(
        "Facebook Twitter Email",
        "Share your feedback to help improve our site(?: experience)?!",
        "Contributing: .{3,100}",
        "Show Caption|Hide Caption",
        "This article originally appeared on .{3,80}",
        r"\d+ of \d+ (?:images|Photos).{0,60}",
    ),
)

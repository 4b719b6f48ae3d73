"""BLOX.

TownNews: Lee Enterprises and some 2,000 local papers. The class `subscriber-only` stands on text that is in the
page.
"""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="blox",
    detect="bloximages|tncms|/tncms/",
    layouts=(
        Layout(
            name="asset",
            marker=".asset-body",
            body=".asset-body .subscriber-preview, .asset-body .subscriber-only, .asset-body",
        ),
    ),
    rules=(
        drop("advert", css=".tnt-ads, .tnt-ads-container, .tncms-region-ads, .ad-col"),
        drop("share", css=".share-container, .social-share-links"),
        drop(
            "related",
            css=".tncms-region-article_instory_top, .tncms-region, .card-grid, .inline-article, .tnt-inline-relcontent, .tnt-inline-asset.tnt-inline-link, .tnt-related",
        ),
        drop("other", name="audio", css=".trinityAudioPlaceholder, .asset-paging-container, .tnt-player"),
        drop(
            "comments",
            css="#asset-comments, .comments-container",
            text=r"You must be logged in to react\.?|Click any reaction to login\.?|Welcome to the discussion\.?|Keep it Clean\. Please avoid obscene.{0,100}",
        ),
        drop(
            "newsletter",
            css=".tnt-newsletter, .email-signup, .newsletter-signup",
            text="(?:Success! An email has been sent to|Error! There was an error processing your request|Receive the latest in .{3,60} in your inbox|Sign up today!).{0,120}",
        ),
        drop("author_bio", css=".asset-author, .author-name-list, .tnt-author-bio"),
        drop(
            "paywall",
            css=".subscription-required, .access-offers, .modal-subscription",
            text="(?:To continue reading|Already a subscriber|Subscribe for as low as).{0,160}|Log In|Purchase a Subscription",
        ),
        drop("caption", css=".caption-text, .photo-credit, .tnt-byline.credit, .asset-photo .caption"),
    ),
    lines=(
        r"You must be logged in to react\.?",
        r"Click any reaction to login\.?",
        r"Error! There was an error processing your request\.?",
        r"Welcome to the discussion\.?",
        "Facebook Twitter WhatsApp SMS Email.{0,60}",
        "Purchase a Subscription",
        r"Get up-to-the-minute news sent straight to your device\.?",
    ),
)

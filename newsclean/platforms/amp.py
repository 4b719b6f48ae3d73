"""AMP. Accelerated Mobile Pages of any outlet whose site is not known."""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="amp",
    detect=r"cdn\.ampproject\.org",
    layouts=(
        Layout(name="wordpress", marker=".amp-wp-article-content", body=".amp-wp-article-content", judged=True),
        Layout(name="article", marker="article", body="article", judged=True),
    ),
    rules=(
        drop("advert", css="amp-ad, amp-embed, amp-sticky-ad"),
        drop("cookie", css="amp-consent, amp-user-notification"),
        drop("navigation", name="sidebar", css="amp-sidebar"),
        drop("share", css="amp-social-share, .amp-wp-social, .social-share"),
        drop("related", css="amp-next-page, amp-list, .amp-wp-related, .related-posts"),
        drop("other", name="placeholder", css="[placeholder], template"),
        drop("metadata", css=".amp-wp-meta, .amp-wp-article-footer"),
        drop("other", name="mustache", text=r"\{\{[^{}]{1,80}\}\}(?: ?\{\{[^{}]{1,80}\}\})*"),
    ),
)

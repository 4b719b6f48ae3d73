"""Drupal: versions 7 to 10; every outlet builds its own, so only the names that the system gives
itself are used.
"""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="drupal",
    detect=r"/sites/(?:default|all)/(?:files|themes|modules)/|/core/misc/drupal|\bDrupal \d|/modules/contrib/|drupal\.js",
    layouts=(
        Layout(
            name="paragraphs",
            marker=".node__content [class*='paragraph--type--text']",
            body=".node__content",
            judged=True,
        ),
        Layout(name="d8", marker=".field--name-body", body=".field--name-body", judged=True),
        Layout(name="d7", marker=".field-name-body", body=".field-name-body", judged=True),
        Layout(
            name="node", marker=".node__content, .node .content", body=".node__content, .node .content", judged=True
        ),
    ),
    rules=(
        drop(
            "related",
            css="[class*='field--name-field-related'], [class*='field-name-field-related'], .book-navigation, .view-related",
        ),
        drop("share", css=".a2a_kit, .addtoany_list, .sharethis-wrapper, .social-sharing, .service-links"),
        drop("navigation", name="links", css=".links.inline, ul.tabs, .node__links, .breadcrumb"),
        drop(
            "metadata",
            css="[class*='field--name-field-tags'], [class*='field-name-field-tags'], .node__meta, .submitted",
        ),
        drop("comments", css="#comments, .comment-wrapper, [class*='field--name-comment']"),
        drop("newsletter", css=".simplenews-subscribe, .block-mailchimp, [class*='newsletter-signup']"),
    ),
)

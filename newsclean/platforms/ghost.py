"""Ghost."""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="ghost",
    detect=r"\bGhost \d",
    layouts=(
        Layout(name="casper", marker=".gh-content", body=".gh-content", judged=True),
        Layout(
            name="post",
            marker=".post-content, .post-full-content, .kg-canvas",
            body=".post-content, .post-full-content, .kg-canvas",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "subscribe",
            css=".kg-signup-card, .kg-cta-card, .gh-post-upgrade-cta, .footer-cta, .gh-subscribe, .kg-button-card",
            text=r"This post is for (?:paying )?subscribers(?: only)?|Already have an account\? Sign in|Sign up for .{2,80} newsletter|Great! (?:Next, complete checkout|You[’\']ve successfully).{0,120}",
        ),
        drop("related", css=".read-more-wrap, .kg-bookmark-card, .gh-readmore, .post-card"),
        drop("share", css=".gh-button-share, .post-share-section, .gh-share", text="The link has been copied!"),
        drop("metadata", css=".gh-article-meta, .byline-meta-content, .post-full-meta"),
        drop("comments", css=".gh-comments"),
        drop("caption", css=".kg-image-card figcaption, .kg-gallery-card figcaption"),
    ),
    lines=(
        "This post is for (?:paying )?subscribers(?: only)?",
        r"Already have an account\? Sign in",
        "The link has been copied!",
        r"Great! You[’\']ve successfully .{5,120}",
        "Powered by Ghost",
    ),
)

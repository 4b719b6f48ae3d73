"""Substack."""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="substack",
    detect=r"substackcdn\.com|substack\.com",
    layouts=(
        Layout(
            name="post",
            marker=".available-content .body.markup, .single-post .body.markup",
            body=".available-content .body.markup, .single-post .body.markup",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "subscribe",
            css=".subscription-widget-wrap, .subscription-widget-wrap-editor, .subscribe-widget, .subscription-widget, .button-wrapper, .captioned-button-wrap, .paywall-jump",
            text=r"Thanks for reading.{0,120}! (?:Subscribe|This post).{10,200}|Subscribe now|(?:.{2,80} is a reader-supported publication\.).{0,200}|Type your email(?:…|\.\.\.)|Upgrade to paid|Leave a comment|Share",
        ),
        drop("related", css=".embedded-post-wrap, .embedded-publication-wrap, .digest-post-embed"),
        drop("share", css=".post-ufi, .share-dialog, .post-footer, .header-anchor-widget"),
        drop("comments", css=".comments-section, .post-contributor-footer"),
        drop("caption", css=".image-caption, figcaption"),
    ),
    lines=(
        "Thanks for reading.{0,120}! (?:Subscribe|This post).{10,200}",
        r".{2,80} is a reader-supported publication\..{0,200}",
        r"Type your email(?:…|\.\.\.)",
        "Discover more from .{2,80}",
        r"Over [\d,]+ subscribers",
        "Start your Substack|Get the app|Substack is the home for great culture",
    ),
)

"""Medium: class names are random; only `pw-` names and the parts of the old editor are stable."""

from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="medium",
    detect=r"cdn-client\.medium\.com|cdn-static-1\.medium\.com|\.medium\.com/_/",
    layouts=(
        Layout(name="2020", marker="article .pw-post-body-paragraph", body="article section", judged=True),
        Layout(
            name="2014",
            marker=".postArticle-content, .section--body",
            body=".postArticle-content, .section--body",
            judged=True,
        ),
    ),
    rules=(
        drop("byline", css=".pw-post-byline-header, .postMetaHeader, .speechify-ignore"),
        drop(
            "share",
            css=".postActions, .postArticle-footer, footer",
            text=r"Listen|Share|Follow|Member-only story|\d+ min read|Open in app|Sign (?:up|in)|Press enter or click to view image in full size",
        ),
        drop(
            "related",
            css="[class*='js-postShareWidget'], .u-paddingBottom10.supplementalPostContent, .readNext",
            text="Recommended from Medium|More from .{2,80}|Written by .{2,60}|Published in .{2,80}",
        ),
    ),
    lines=(
        "Press enter or click to view image in full size",
        "Member-only story",
        "Recommended from Medium",
        "Open in app",
        r"\d+ Followers",
        r"Responses \(\d+\)",
    ),
)

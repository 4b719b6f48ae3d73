"""The Indian Express."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="indian_express",
    hosts=("indianexpress.com",),
    outlets=(
        "The Indian Express",
        "Indian Express",
    ),
    layouts=(
        Layout(
            name="2021",
            marker="#pcl-full-content, .story_details",
            body="#pcl-full-content, .story_details",
            judged=True,
        ),
        Layout(name="2015", marker=".full-details", body=".full-details", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".related-widget, .pdsc-related-modify, .premium_widget_below_article, .ev-meter-content .widget, .ie-int-campign-ad",
            text=r"(?:ALSO|Also|READ|Read|Must) (?:READ|Read|ALSO|also) ?(?:[|:–-] ?.{5,240})?|(?:READ|Explained|Opinion|Don[’\']t Miss) ?\| ?.{5,240}|Story continues below this ad",
        ),
        drop("share", css=".share-social, .ie-network-commenting"),
        drop(
            "subscribe",
            css=".appstext, .ie-newsletter-widget, .newsletter-box",
            text="📣 .{10,300}|For all the latest .{3,60}(?:news|updates).{0,120}|© (?:The )?(?:Indian Express|IE Online Media).{0,80}|Click here (?:to|for) .{5,200}",
        ),
        drop(
            "metadata",
            css=".storytags, .ie-first-publish, .editor-share",
            text=r"First (?:published|uploaded) on: ?(?P<date_published>.{6,40})|Tags: .{3,300}|\.\.\. ?contd\.",
        ),
        drop(
            "comments",
            css="#ie_story_comments, .disqus, .readcomm",
            text=r"Reader[\'’]s Comments ?\| ?Post a comment|Be the first to comment\.",
        ),
    ),
    lines=(
        "Story continues below this ad",
        "First (?:published|uploaded) on: .{6,40}",
        "📣 .{10,300}",
        "© (?:The )?(?:Indian Express|IE Online Media).{0,80}",
        r"Reader[\'’]s Comments ?\| ?Post a comment",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)

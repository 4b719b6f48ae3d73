"""Reach plc: the "Live" titles, Mirror, Star, Record and Express; old desktop pages (to 2024) and the
new ones by test ids.
"""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Platform, drop

PLATFORM = Platform(
    name="reach",
    detect=r"reachplc|trinitymirror|i2-prod\.",
    layouts=(
        Layout(
            name="next",
            marker="article#article-body[data-testid='body'], [class*='Paragraph_paragraph-text']",
            body="[data-testid='leadtext'], [class*='Paragraph_paragraph-text'], [class*='HeadingThree'], [class*='HeadingTwo_heading'], article#article-body [data-testid='list']",
        ),
        Layout(
            name="live",
            marker=".live-event-container",
            body=".sub-title[itemprop], .lead-content__sub-title, .live-event-lead-entry, .live-event-entry .entry-content",
        ),
        Layout(
            name="2016",
            marker=".article-body[itemprop='articleBody'], article.article-main",
            body="p.sub-title[itemprop], .article-main .lead-content__sub-title, .article-body",
        ),
    ),
    rules=(
        drop(
            "newsletter",
            css="form[class*='skinny-signup'], .skinny-signup, .newsletter-signup, [data-testid^='commercial-']",
            text=r"Thank you for subscribing!.{0,60}|We have more newsletters.{0,60}|Invalid email|Something went wrong, please try again later\.?|More newsletters|Get daily headlines and breaking news .{10,160}|Check out more of .{3,80} by signing up to our .{3,60}newsletter.{0,80}",
        ),
        drop(
            "related",
            css="[data-testid^='recommended-'], [data-testid^='non-commercial-'], .read-more-links, .related-stories, reach-recirculation, .opinion-tease, .in-article-recirc",
            text=r"READ MORE ?[:|] ?.{4,220}|READ NEXT:?|Read More(?: Related Articles| on)?|(?:Like this story\?|Join our new WhatsApp|Want to .{5,60} straight to your inbox\?).{10,300}|For (?:all )?the latest .{3,80}, (?:sign up|subscribe|click|follow|visit|check out) .{5,200}",
        ),
        drop(
            "share",
            css=".sharebar, [data-testid='social-follow'], .social-links, #bookmark-toast",
            text=r"Story Saved|You can find this story in ?My Bookmarks\.?.{0,60}|Bookmark|(?:The video will auto-play soon|Click to play|Tap to play|Video Loading|Video Unavailable).{0,60}",
        ),
        drop("comments", css="reach-viafoura-comments, .comments-section"),
        drop(
            "caption",
            css=".caption, .credit, figcaption, .article-type .caption, .view-gallery",
            text=r"\(Image: [^()]{2,80}\)|View \d+ Images",
        ),
        drop("byline", css=".byline-container, .article-information, [class*='Byline_byline']"),
        drop("live_controls", css=".live-event-key-events, .entry-info, .key-bubble", text="KEY EVENT|Key Events"),
    ),
    lines=(
        "Story Saved",
        r"You can find this story in ?My Bookmarks\.?.{0,60}",
        r"Something went wrong, please try again later\.?",
        "Invalid email",
        "The video will auto-play soon.{0,30}",
        r"\(Image: [^()]{2,80}\)",
        "We use your sign-up to provide content in ways you.ve consented to.{0,200}",
        "Get daily headlines and breaking news .{10,160}",
    ),
    packs=(ENGLISH,),
)

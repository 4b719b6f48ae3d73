"""Postmedia."""

from newsclean.packs.agencies import BLOOMBERG
from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

_HOSTS = """
canada.com vancouversun.com montrealgazette.com nationalpost.com calgaryherald.com edmontonjournal.com
ottawacitizen.com torontosun.com theprovince.com financialpost.com leaderpost.com thestarphoenix.com
windsorstar.com lfpress.com calgarysun.com edmontonsun.com ottawasun.com winnipegsun.com thewhig.com
"""
_OUTLETS = """
Postmedia, National Post, Vancouver Sun, Montreal Gazette, Calgary Herald, Ottawa Citizen, Toronto Sun,
Financial Post, Edmonton Journal, The Province
"""

SITE = Site(
    name="postmedia",
    hosts=tuple(_HOSTS.split()),
    outlets=tuple(" ".join(name.split()) for name in _OUTLETS.split(",")),
    layouts=(
        Layout(
            name="2021",
            marker=".article-content__content-group",
            body=".article-subtitle, .article-content__content-group",
        ),
        Layout(
            name="2012",
            marker="#story_content, .story_content, #storyphoto ~ .story_text",
            body="#story_content, .story_content",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "other",
            name="video",
            css="#featured-video, .featured-video, [class*='video-player']",
            text=r"We apologize, but this video has failed to load\.|Try refreshing your browser, or|tap here to see other videos from our team\.?|Play Video|Article content",
        ),
        drop(
            "advert",
            css=".ad__section-border, .advertisement",
            text=r"(?:This advertisement has not loaded yet, but your article continues below|Advertisement \d+|Story continues below)\.?",
        ),
        drop(
            "related",
            css=".article-content__related, .related-links, .trending-content, .more-topic",
            text="Recommended from Editorial|RECOMMENDED (?:VIDEO|FROM EDITORIAL)|Trending",
        ),
        drop(
            "newsletter",
            css=".newsletter-widget, .newsletter-signup",
            text="(?:By signing up you consent to receive|A welcome email is on its way|We encountered an issue signing you up|The next issue of .{3,80} will soon be in your inbox|Thanks for signing up!|Get the latest headlines, breaking news and columns).{0,200}",
        ),
        drop(
            "share",
            css=".visually-hidden, .social-share",
            text="Share this article in your social network|Share this Story ?: ?.{3,200}|Join the Conversation",
        ),
        drop(
            "subscribe",
            css=".paywall-promo",
            text="(?:Our website is the place for the latest breaking news|Postmedia is committed to maintaining a lively but civil forum|Bookmark our website and support our journalism).{10,400}",
        ),
    ),
    lines=(
        r"We apologize, but this video has failed to load\.",
        r"This advertisement has not loaded yet, but your article continues below\.?",
        "Article content",
        "Recommended from Editorial",
        r"A welcome email is on its way\..{0,200}",
        "Share this article in your social network",
        r"© \d{4} .{3,60}, a division of Postmedia Network Inc\..{0,200}",
    ),
    packs=(
        BLOOMBERG,
        ENGLISH,
    ),
)

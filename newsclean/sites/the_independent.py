"""The Independent."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="the_independent",
    hosts=(
        "independent.co.uk",
        "the-independent.com",
    ),
    outlets=(
        "The Independent",
        "Independent",
    ),
    layouts=(
        Layout(
            name="live",
            marker="#main .live-blog, #main [id^='post-'], #liveblog, .liveblog #main",
            body="#articleHeader, #main",
            judged=True,
        ),
        Layout(name="2019", marker="#main[class*='sc-']", body="#articleHeader h2, #articleHeader h2 ~ p, #main"),
        Layout(name="2014", marker=".text-wrapper", body=".text-wrapper", judged=True),
    ),
    rules=(
        drop(
            "newsletter",
            css=".newsletter-component, .news-letter-title, #reg-lite-form, .lite-reg, .error-text, .newsletter__checkbox",
        ),
        drop("related", css=".related, .recommended, .taboola, .related-article"),
        drop("other", name="video", css=".video-top-container, .dnd-atom-rendered, .video-hero"),
        drop("comments", css=".box-comments, .comments-wrapper"),
        drop(
            "metadata",
            name="more-about",
            css=".inline-pipes-list, .syndication-btn, .js-key-points",
            text="Reuse content|More about:?",
        ),
        drop("related", name="more-line", text="(?:Related video|Read more|Recommended|In pictures) ?[:|] ?.{5,200}"),
        drop("other", name="zoom", text="Open image in gallery|(?:✕|Close)"),
    ),
    lines=(
        "Open image in gallery",
        "More about",
        "Reuse content",
        "Join our commenting forum",
        "Join thought-provoking conversations.{0,120}",
        "Please enter a valid email address",
        "I would like to be emailed about offers.{0,160}",
    ),
    packs=(ENGLISH,),
)

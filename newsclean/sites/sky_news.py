"""Sky News."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="sky_news",
    hosts=(
        "news.sky.com",
        "skynews.com.au",
        "skysports.com",
    ),
    outlets=(
        "Sky News",
        "Sky Sports",
    ),
    layouts=(
        Layout(name="2018", marker=".sdc-article-body", body=".sdc-site-component-header--h2, .sdc-article-body"),
        Layout(
            name="2012", marker=".story__content, .article__body", body=".story__content, .article__body", judged=True
        ),
    ),
    rules=(
        drop(
            "related",
            css=".sdc-article-related-stories, .sdc-article-factbox, .sdc-site-tiles",
            text=r"Read more:?|(?:More on|More from|Read more from) (?-i:[A-Z])[\w ]{1,25}:?",
        ),
        drop(
            "subscribe",
            name="app",
            css=".sdc-article-strapline, .callout",
            text="(?:Follow (?:the )?Sky|Listen to (?:the )?Sky|Subscribe to (?:the )?Sky|Tap here to follow|Download the free Sky (?:News|Sports) app).{5,240}|This content is provided by .{3,60}, which may be using cookies.{10,600}|Please use Chrome browser for a more accessible video player|To show you this content, we need your permission.{10,600}|(?:Enable|Allow) Cookies(?: Once)?|You can now amend your cookie preferences.{5,80}",
        ),
        drop(
            "caption",
            css=".sdc-article-image__caption, .sdc-article-image__caption-text, .ui-media-caption",
            text=r"(?:Image|Pic|Picture): ?.{3,200}|\d+:\d\d",
        ),
        drop("advert", css=".sdc-site-gpt, .sdc-article-teads"),
        drop("other", name="trust", text="Why you can trust Sky News.{0,4}"),
    ),
    lines=(
        "Why you can trust Sky News.{0,4}",
        "Please use Chrome browser for a more accessible video player",
        "This content is provided by .{3,60}, which may be using cookies.{10,600}",
        "Image: .{5,200}Pic: .{2,60}",
        "You can now amend your cookie preferences.{5,80}",
        "Follow Sky News on WhatsApp.{0,160}",
    ),
    packs=(ENGLISH,),
)

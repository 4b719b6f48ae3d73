"""ABC News."""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="abc_news_us",
    hosts=(
        "abcnews.go.com",
        "goodmorningamerica.com",
    ),
    outlets=(
        "ABC News",
        "Good Morning America",
        "GMA",
    ),
    layouts=(
        Layout(
            name="2021",
            marker="[data-testid='prism-article-body']",
            body="[data-testid='prism-article-body']",
            judged=True,
        ),
        Layout(
            name="2017", marker=".article-copy, .Article__Content", body=".article-copy, .Article__Content", judged=True
        ),
        Layout(name="prism", marker=".FITT_Article_main__body", body=".FITT_Article_main__body article", judged=True),
        Layout(name="2012", marker="#storyText", body="#storyText", judged=True),
        Layout(name="blogs", marker="#innerbody.post-entry", body="#innerbody.post-entry", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".related-articles, .recirc, .media-slot, .InlineElement",
            text="(?:MORE|READ MORE|RELATED|PHOTOS|VIDEO|WATCH): ?.{5,200}|Related Topics|Top Stories",
        ),
        drop("other", name="video", css=".video-player, .inline-video, .rel_headline", text=".{3,100} Watch Video"),
        drop(
            "agency_signoff", name="contributed", text=r"ABC News[’\'] .{3,300} contributed to this (?:report|story)\."
        ),
        drop("advert", css=".ad-slot, .Ad"),
    ),
    lines=(
        r"ABC News[’\'] .{3,300} contributed to this (?:report|story)\.",
        "24/7 coverage of breaking news and live events",
        "Sponsored Content by Taboola",
        "ABC News Live",
    ),
    packs=(ENGLISH,),
)

"""Mint."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="mint",
    hosts=("livemint.com",),
    outlets=(
        "Mint",
        "LiveMint",
        "Livemint",
    ),
    layouts=(
        Layout(name="2023", marker="[class*='storyPage_storyBox']", body="[class*='storyPage_storyBox']", judged=True),
        Layout(
            name="2018",
            marker="#mainArea .paywall, #mainArea .FirstEle",
            body="#mainArea .FirstEle, #mainArea .paywall",
            judged=True,
        ),
    ),
    rules=(
        drop(
            "related",
            css="[class*='storyPage_alsoRead'], .moreNews, .trendingSimilarHeight, .listingNew",
            text="Also Read ?[|:-] ?.{5,240}",
        ),
        drop(
            "metadata",
            css="[class*='storyPage_firstPublishDate'], .topicsTag",
            text="First Published: ?(?P<date_published>.{6,40})|Topics You May Be Interested In",
        ),
        drop(
            "disclosure",
            css=".disclamerText, .disclaimerText",
            text="(?:Disclaimer|Unlock a world of Benefits!).{10,400}",
        ),
        drop(
            "subscribe",
            css=".epaperPromo, .outsideSso, .newsletterWidget",
            text=r"Catch all the .{10,300}|Subscribe to Mint Newsletters|\* ?Enter a valid email|Thank you for subscribing to our newsletter\.?|(?:More|Less)",
        ),
        drop("other", name="faq", css="#faqSection"),
    ),
    lines=(
        "Subscribe to Mint Newsletters",
        r"\* ?Enter a valid email",
        r"Catch all the .{10,300} on Live Mint\..{0,100}",
        "Topics You May Be Interested In",
        "First Published: ?.{6,40}",
        "Milestone Alert!.{0,120}",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)

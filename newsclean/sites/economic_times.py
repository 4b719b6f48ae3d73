"""The Economic Times."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="economic_times",
    hosts=("economictimes.indiatimes.com",),
    outlets=(
        "The Economic Times",
        "Economic Times",
        "ET",
    ),
    layouts=(
        Layout(name="2019", marker="article.artData .artText, .artText", body=".artText", judged=True),
        Layout(name="2012", marker=".Normal", body=".Normal", judged=True),
    ),
    rules=(
        drop(
            "disclosure",
            css=".disclamerText",
            text=r"Disclaimer:? ?.{20,500}|\(?(?:What[’\']s moving Sensex and Nifty|Catch all the).{10,300}",
        ),
        drop(
            "related",
            css=".relTopics, .inSideInd, .popup_ai_pb_overlay, .artImg, .growfast_widget, .contentwithHeader",
            text="Read More News on|Prime Exclusives|Also Read ?[:|-] ?.{5,200}|(?:Trending|Hot) on .{3,40}",
        ),
        drop(
            "subscribe",
            name="app",
            text=r"(?:Download|Subscribe to) The Economic Times.{5,160}|Add .{0,20}Logo as a Reliable and Trusted News Source|\.{3}more(?:less)?",
        ),
        drop("comments", css=".cmnts_wrapper, .comments"),
        drop("caption", css=".artSyn .caption, .imgCaption"),
    ),
    lines=(
        "Read More News on",
        "Download The Economic Times News App.{5,160}",
        r"\(?Catch all the .{10,300}",
        "Add .{0,20}Logo as a Reliable and Trusted News Source",
        r".{2,40}\|? ?Last Updated: .{6,40} IST",
        "Subscribe to The Economic Times Prime.{5,160}",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)

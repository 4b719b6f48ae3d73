"""NDTV."""

from newsclean.packs.english import ENGLISH
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="ndtv",
    hosts=("ndtv.com",),
    outlets=("NDTV",),
    layouts=(
        Layout(
            name="2021",
            marker="#ins_storybody, [itemprop='articleBody'].sp-cn",
            body="#ins_storybody, [itemprop='articleBody'].sp-cn",
            judged=True,
        ),
        Layout(name="2012", marker="#storybody", body="#storybody", judged=True),
    ),
    rules=(
        drop(
            "related",
            css=".highlghts_Wdgt, .mx-spon, [class*='mx-spon'], .rhs-widget",
            text="Also Read ?(?:[|:-] ?.{5,200})?|PromotedListen to the latest songs.{0,80}",
        ),
        drop(
            "advert", css=".ins_adwrap, .ad-container, #jiosaavn-widget", text=r"(?:\.{3} ?)?Advertisement(?: ?\.{3})?"
        ),
        drop(
            "share",
            css=".ft-social, .social-tags, .pst-by_lnk",
            text=r"Follow Us:?|Waiting for response to load(?:\.\.\.|…)|Track Latest News Live on NDTV\.com.{0,160}",
        ),
        drop(
            "metadata",
            css=".pst-by, .storytags, .dateline",
            text=r"Topics mentioned in this article|Featured Video Of The Day|Read Time: \d+ mins?",
        ),
        drop("caption", css=".ins_instory_dv_caption, .caption"),
    ),
    lines=(
        "Topics mentioned in this article",
        "Featured Video Of The Day",
        r"Read Time: \d+ mins?",
        r"Waiting for response to load(?:\.\.\.|…)",
        r"Track Latest News Live on NDTV\.com.{0,160}",
        "Show full article",
    ),
    packs=(
        INDIAN_AGENCIES,
        ENGLISH,
    ),
    dateline_zone="+05:30",
)

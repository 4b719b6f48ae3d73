"""BBC News.

Next.js since 2023 (`data-component`), Simorgh for the language services, `story-body__inner` (2015-2019),
`story-body` (2010-2014).
"""

from newsclean.packs.english import ENGLISH
from newsclean.plugin import Layout, Site, drop

SITE = Site(
    name="bbc",
    hosts=(
        "bbc.com",
        "bbc.co.uk",
    ),
    outlets=(
        "BBC",
        "BBC News",
        "BBC Sport",
    ),
    layouts=(
        Layout(
            name="next",
            marker="[data-component='text-block']",
            body="[data-component='text-block'], [data-component='unordered-list-block'], [data-component='ordered-list-block'], [data-component='subheadline-block']",
        ),
        Layout(
            name="simorgh",
            marker="main [dir='ltr'] > p, main [dir='rtl'] > p",
            body="main [dir='ltr'] > p, main [dir='ltr'] > h2, main [dir='rtl'] > p, main [dir='rtl'] > h2, main [dir='ltr'] > ul, main [dir='rtl'] > ul",
        ),
        Layout(
            name="2017",
            marker="[data-component='text-block'], article [class*='RichTextContainer']",
            body="article [class*='RichTextContainer']",
        ),
        Layout(name="2015", marker=".story-body__inner", body=".story-body__inner", judged=True),
        Layout(name="2010", marker=".story-body", body=".story-body", judged=True),
    ),
    rules=(
        drop(
            "caption",
            css=".media-caption, .media-landscape, .media-with-caption, .media-portrait, .image-and-copyright-container, .story-image-copyright, .caption",
        ),
        drop("related", css=".story-inner, .story-related, .links-block, .related, .story-promo, .further-reading"),
        drop(
            "other",
            name="playback",
            text=r"Media playback is (?:unsupported|not supported) on (?:your|this) device|Please turn on JavaScript\..{0,120}|Click to play",
        ),
        drop("advert", css=".bbccom_slot, .bbccom_advert"),
        drop("related", name="link-list", css="[data-component='text-block'] li", links=True),
        drop("metadata", css=".story-date, .date, .mini-info-list, .story-header .byline"),
        drop(
            "related",
            name="follow",
            text=r"Listen to .{3,40} live at .{5,120}|(?:Follow|Listen to|Watch) .{3,60} (?:on (?:Facebook|X|Twitter|Instagram|Sounds|BBC Sounds|iPlayer|BBC iPlayer)\b).{0,160}",
        ),
    ),
    lines=(
        "Media playback is (?:unsupported|not supported) on (?:your|this) device",
        "Get our flagship newsletter .{10,160}",
        "Image source, .{3,60}",
        "Image caption, .{5,200}",
        "Related (?:topics|internet links)",
        r"The BBC is not responsible for the content of external sites\..{0,80}",
        r"Copyright \d{4} BBC\. All rights reserved\..{0,120}",
    ),
    packs=(ENGLISH,),
)

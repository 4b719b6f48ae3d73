"""Business Standard, India: the English edition.

Eras: PHP templates from 2012 to 2022, Next.js since then; AMP pages beside both; live blogs. Class
names of the Next.js pages end in a build hash, so only their stable beginning is matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from newsclean.packs.agencies import AP, REUTERS
from newsclean.packs.indian_agencies import INDIAN_AGENCIES
from newsclean.plugin import Block, Label, Layout, Page, Site, cut, drop, keep

_STAMP = r"\w{3,9} \d{1,2},? \d{4}\.? ?\|? ?\d{1,2}:\d\d(?: [AP]M)? IST"
_WIRE = r"Reuters|AP|AFP|ANI|IANS|PTI|Press Trust of India|Bloomberg|Asian News International|Capital Market"
_PLACED = re.compile(
    r"(?P<name>[^|]{3,80}?)(?: (?P<bar>\|) (?P<place>[\w .]{2,30})"
    r"| (?P<bureau>New Delhi|Mumbai|Bengaluru|Bangalore|Chennai|Kolkata|Hyderabad|Ahmedabad|Pune|Lucknow|Chandigarh"
    r"|Jaipur|Kochi|Bhopal|Thiruvananthapuram|Guwahati|Washington|London|Singapore|Beijing))"
)
"""A byline with its place: after a bar, or, as nothing parts them, one of the places where the paper has a bureau."""
_PHOTO = re.compile(r"(?:\||\() ?(?:file )?(?:photo|image|pic)\b|\bphoto ?:", re.I)
DEK_CHARS = 50
"""A shorter line below the headline is the picture's alternative text: a few names and commas."""


def name_head(blocks: Sequence[Block], _page: Page) -> Iterator[Block]:
    """Name the lines that a dump prints above "Last Updated": headline, standfirst, captions, byline and place."""
    mine = [i for i, b in enumerate(blocks) if b.rule == "business_standard/last-updated"][:-1]
    labels: dict[int, Label] = dict.fromkeys(mine, "caption")
    plain = [i for i in mine if not _PHOTO.search(blocks[i].text)]
    if mine[1:] and plain[-1:] == mine[-1:] and len(blocks[mine[-1]].text) <= 80:
        labels[mine[-1]] = "byline"
    if mine[1:] and plain[1:2] == mine[1:2] and len(blocks[mine[1]].text) >= DEK_CHARS:
        labels[mine[1]] = "standfirst"
    if mine:
        labels[mine[0]] = "headline"
    for i, block in enumerate(blocks):
        placed = _PLACED.fullmatch(block.text) if labels.get(i) == "byline" else None
        if placed:
            yield block._replace(text=placed["name"], label="byline", rule="")
            if placed["bar"]:
                yield block._replace(text=placed["bar"], label="metadata", rule="")
            yield block._replace(text=placed["place"] or placed["bureau"], label="dateline", rule="")
        else:
            yield block._replace(label=labels[i], rule="") if i in labels else block


SITE = Site(
    name="business_standard",
    hosts=("business-standard.com", "mybs.in"),
    outlets=("Business Standard",),
    detect=r"MainStory_(?:storyc|stryhd|dtlauth)|blueprint-story-detail_|bsmedia\.business-standard\.com"
           r"|Business Standard Private Ltd",
    layouts=(
        Layout(name="live", marker="[class*='LiveBlog_']", body="[class*='LiveBlog_']"),
        Layout(
            name="nextjs",
            marker="#parent_top_div, [class*='MainStory_'], [class^='blueprint-story-detail_'], #__NEXT_DATA__",
            body="#parent_top_div, [class*='MainStory_storycontent'], [class^='blueprint-story-detail_storbpcontent_']",
            json=("__NEXT_DATA__", "props.pageProps.data.htmlContent"),
        ),
        Layout(name="php", marker="span.p-content", body="span.p-content", until=date(2022, 12, 31)),
        Layout(name="amp", marker="html[amp], html[\u26a1]", body="article"),
    ),
    fields={
        "title": "h1.stryhdtp, h1[class*='MainStory_stryhdtp'], h1.headline",
        "subtitle": "h2.strydsc, h2[class*='MainStory_strydsc'], h2.alternativeHeadline",
        "authors": "[class*='MainStory_dtlauthinfo'] a, .last-update p.fL > span:first-child a",
        "dateline": "[class*='MainStory_dtlauthinfo'] span[style]",
        "tags": "[class*='MainStory_topiclisting'] span span, .related-keyword .readmore_tagBG",
    },
    rules=(
        drop("navigation", name="top",
             text=r"(?P<publisher>Business Standard)|\w+day, \w+ \d\d, \d{4} \| \d\d:\d\d [AP]M IST.{0,12}"
                  r"|Notification Icon|userprofile ?IconSearch|LinkedIN Icon|EN ?Hindi"),
        drop("metadata", name="breadcrumb", text=r"Home / (?P<section>[^/]{2,40}?) / .+"),
        drop("byline", name="wire", only="text",
             text=rf"(?-i:(?P<agency>{_WIRE})(?: (?P<dateline>[A-Z][a-z][\w. ]{{1,30}}))?)"),
        drop("caption", name="image", css="[class*='captiontext'], .story-image", text="Image"),
        cut("metadata", name="last-updated", side="before", only="text",
            text=rf"(?:\d+ min read )?Last Updated(?: at| ?:) (?P<date_modified>{_STAMP})"),
        drop("other", name="audio", css="[class*='storyautio']", text="Listen to This Article"),
        drop("advert", css="[id*='between_article_content'], .storyadsprg, .article-middle-banner"),
        # The list stands in mid body; in dumps an entry is the picture's names and the headline, neither a sentence.
        drop("related", name="also-read", css=".recommendsection, .mb-20, .also-read-panel",
             text="Also Read:?", take_next=20),
        drop("related", name="read-more", css="strong.read_more", text=r"(?:Also Read|Read (?:More|Here)) ?: ?.{3,200}"),
        drop("live_controls", text="LIVE UPDATES"),
        keep(text=r"\d{1,2}:\d\d [AP]M IST\b.{0,300}", name="live-time", kind="live_entry"),
        drop("metadata", name="topics", text="Topics ?:.*"),
        drop("disclosure", name="capital-market",
             text=r"Powered by Capital Market - Live News"
                  r"|Disclaimer: No Business Standard Journalist was involved in creation of this content"),
        drop("metadata", name="first-published", text=rf"First Published ?: (?P<date_published>.{{0,20}}?{_STAMP})"),
        drop("subscribe", name="telegram", text="Don.t miss the most important news and views of the day.*"),
        cut("related", name="more-from-section",
            text="More From This Section|Explore News|Read our full coverage on .{2,80}"),
        cut("subscribe", name="dear-reader", text="Dear Reader,?"),
        cut("paywall",
            text=r"One subscription\. Two world-class reads\.|Already subscribed\? Log in"
                 r"|Subscribe to read the full story"),
        cut("copyright", text=r"Copyrights? (?:©|\(c\)) \d{4} Business Standard Private Ltd.*"),
    ),
    packs=(INDIAN_AGENCIES, REUTERS, AP),
    lines=(
        rf"(?:\d+ min read )?Last Updated(?: at| ?:) {_STAMP}",
        rf"First Published ?: .{{0,20}}?{_STAMP}",
        "Notification Icon|userprofile ?IconSearch",
        "More From This Section",
        r"\(only the headline and picture of this report may have been reworked by the Business Standard staff;.+",
        "Don.t miss the most important news and views of the day.*",
        r"Copyrights? (?:©|\(c\)) \d{4} Business Standard Private Ltd.*",
        r"One subscription\. Two world-class reads\.",
    ),
    dateline_zone="+05:30",
    url_date=r"-1(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)\d{5}_1\.html",
    refine=name_head,
)  # fmt: skip

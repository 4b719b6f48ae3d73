"""Daily8, an aggregator for the Gulf: other outlets' stories in full, their related stories in full below.

Only dumps of it are known, in two shapes: A prints every title twice and the outlet glued to the date
(``Reuters06-02-2025``); B prints the title once. What comes under "Related Articles" is cleaned by the
rules of the outlet that it is from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.packs.agencies import AP, REUTERS
from newsclean.plugin import Block, Label, Page, Site, Story, cut, drop, trim

_WHEN = r"\d\d-\d\d-\d{4}|(?:\d+|an?) (?:minute|hour|day|week|month)s? ago"
_WIRES = r"Reuters|AFP|AP|Bloomberg|dpa|Xinhua|IANS|ANI|PTI"
_AGE = re.compile(rf"(?:time)?(?:{_WHEN})", re.I)
_BELOW = ("daily8/ai-features", "daily8/hashtag", "daily8/related")
"""The rules that end the story; what follows is Daily8's own and the other stories."""
_END = re.compile(r"DOWNLOAD THE APP|Get Started Now: Download the App", re.I)


def name_head(blocks: Sequence[Block], _page: Page) -> Iterator[Block]:
    """Name the headline: what stands above the outlet's line, or the first line of a page that ends as Daily8's do."""
    end = next((i for i, b in enumerate(blocks) if b.rule == "daily8/ai-features"), None)
    source = next((i for i, b in enumerate(blocks[:end]) if b.rule == "daily8/source"), None)
    if source is None and end:
        source = next((i + 1 for i in range(end) if blocks[i].label is None), 0)
    labels: dict[int, Label] = {i: "headline" for i in range(source or 0) if blocks[i].label is None}
    for i, block in enumerate(blocks):
        yield block._replace(label=labels[i], rule="") if i in labels else block


def related(blocks: Sequence[Block], page: Page) -> Iterator[Story]:
    """Find the stories that follow in full: a bullet with the outlet's name, the title, the text."""
    first = next((i for i, b in enumerate(blocks) if b.rule in _BELOW), len(blocks))
    last = next((i for i, b in enumerate(blocks) if _END.fullmatch(b.text)), len(blocks))
    bullets = [i for i in range(first, last - 2) if blocks[i].marker and len(blocks[i].text) <= 60]
    for at, following in zip(bullets, [*bullets[1:], last], strict=False):
        outlet, title = blocks[at].text, blocks[at + 1].text
        end, age = following, None
        if following < last:  # the next story's age, outlet and titles stand above its bullet
            heads = {blocks[following].text, blocks[following + 1].text}
            while end > at + 2 and (blocks[end - 1].text in heads or _AGE.fullmatch(blocks[end - 1].text)):
                end -= 1
        if at and _AGE.fullmatch(blocks[at - 1].text):
            age = blocks[at - 1].text.removeprefix("time")
        if end > at + 2:
            yield Story(title, outlet, page.text[blocks[at + 2].start : blocks[end - 1].end], age)


SITE = Site(
    name="daily8",
    hosts=("daily8.com",),
    outlets=("Daily8",),
    rules=(
        drop("navigation", name="logo", text="logo|#"),
        drop("metadata", name="source",
             text=rf"(?!time(?:\d|an? ))(?P<publisher>(?P<agency>{_WIRES})|[^\d.]{{1,39}}[^\d.\s])"
                  rf"(?P<date_published>{_WHEN})"),
        drop("metadata", name="kind", text="News"),
        drop("share", text="share"),
        trim("other", name="image-query", text=r"&w=\d{1,5}&q=\d{1,3}\)?"),
        cut("other", name="ai-features",
            text="Orange background|Try Our AI Features|Explore what Daily8 AI can do for you:"),
        cut("navigation", name="hashtag", text="Latest news with #.+"),
        cut("related", text="Related Articles"),
    ),
    lines=(
        "Orange background",
        "Try Our AI Features",
        "Explore what Daily8 AI can do for you:",
        "Get Started Now: Download the App",
        "app-storeplay-store",
        "Latest news with #.+",
    ),
    packs=(REUTERS, AP),
    refine=name_head,
    related=related,
)  # fmt: skip

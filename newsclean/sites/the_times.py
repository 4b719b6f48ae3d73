"""The Times and The Sunday Times, London.

Eras: 2016-19 ``article#article-main``; 2019-24 styled components (``responsive__...-hash``); since 2024
a plain ``article`` with custom elements, at thetimes.com. What stands behind the wall is not in the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from newsclean.plugin import Block, Label, Layout, Page, Site, cut, drop, is_sentence, trim

# Capitals of a first word are a drop cap, an element of its own: "T he". A and I are words too, so there only
# endings that are no words themselves are joined: "A s it" but never "A man", "I n" but never "I was".
_AFTER_A = (
    r"(?:s|t|n|nd|ll|fter|fternoon|lthough|lmost|lready|lso|lways|mid|mong|mongst|bout|cross|gain|gainst|longside"
    r"|merica\w*|ny|nyone|nother|round|rguably|ustralia\w*|frica\w*|rsenal|stronomers|rchaeologists|ccording)\b"
)
_AFTER_I = (
    r"(?:n|t|f|s|ts|srael\w*|taly|talian\w*|nside|nstead|nto|ndia\w*|ndeed|reland|rish|raq\w*|ranian\w*|magine|mmigra\w+|nflation"
    r"|nvest\w+|ntelligence|ncreasingly|nternational|nterest|ronically)\b"
)
_AGENCY = (
    r"(?:ALAMY(?: STOCK PHOTO)?|(?:[A-Z]+/)?GETTY(?: IMAGES)?|REUTERS|SHUTTERSTOCK(?: EDITORIAL)?|REX FEATURES|SWNS"
    r"|BRIDGEMAN IMAGES|TIMES NEWSPAPERS LTD|TIMES MEDIA LTD|NEWS GROUP NEWSPAPERS LTD)"
)
_PAPER = r"The (?:Sunday )?Times"
HEAD_REACH = 16
"""The paper's name below the byline is looked for among this many lines."""


def name_head(blocks: Sequence[Block], page: Page) -> Iterator[Block]:
    """Name the lines of a dump above the paper's name: the author in capitals, headline, standfirst, byline."""
    end = next((i for i, b in enumerate(blocks[:HEAD_REACH]) if b.rule == "the_times/paper"), 0)
    above = [i for i in range(end) if blocks[i].label is None] if page.kind == "text" else []
    labels: dict[int, Label] = {}
    if above and blocks[above[0]].text.isupper():
        labels[above.pop(0)] = "other"
    if above:
        labels[above[0]] = "headline"
    if len(above) > 1:
        labels |= dict.fromkeys(above[1:-1], "standfirst")
        labels[above[-1]] = "standfirst" if is_sentence(blocks[above[-1]].text) else "byline"
    for i, block in enumerate(blocks):
        yield block._replace(label=labels[i], rule="") if i in labels else block


SITE = Site(
    name="the_times",
    hosts=("thetimes.co.uk", "thetimes.com"),
    outlets=("Times", "The Times", "Sunday Times", "The Sunday Times", "Times and Sunday Times"),
    detect=r"responsive__ArticleContent-|paywall-portal-article-footer|article-main\" data-article-sectionname",
    layouts=(
        # The plain `article` of today comes last: the older pages have one too.
        Layout(
            name="2019",
            marker="[class*='responsive__ArticleContent']",
            body="[class*='responsive__ArticleContent']",
            until=date(2024, 12, 31),
        ),
        Layout(name="2016", marker="article#article-main", body="article#article-main", until=date(2019, 12, 31)),
        Layout(name="2024", marker="article", body="article"),
    ),
    fields={
        "title": "[class*='responsive__HeadlineContainer'] h1, article h1",
        "subtitle": "[class*='responsive__StandfirstContainer'], article [class*='standfirst']",
        "authors": "[class*='Meta-byline'], [class*='Byline'], article [class*='byline']",
    },
    rules=(
        drop("advert", css="[class*='InlineAdWrapper'], inline-article-ad, .inline-article-ad", text="Advertisement"),
        drop("related",
             css="[class*='inlineRelatedArticles'], article-promoted-content, .article-promoted-content, top-stories"
                 ", .top-stories, article-previous-next, .article-previous-next"),
        drop("newsletter", css="wc-newsletter-puff, .wc-newsletter-puff"),
        drop("share", css="article-share-buttons, .article-share-buttons", text="Share|Save|Copy link"),
        drop("metadata", name="dateline",
             css="article time, .Publication, [class*='HeaderTopContainer'], [class*='keylines']"),
        drop("comments", css="comments-container, .comments-container"),
        cut("paywall", css="#paywall-portal-article-footer"),
        drop("navigation", name="preamble", only="text",
             text=r"Subscription Notification|We have noticed that there is an issue with your subscription.{0,200}"
                  r"|Your subscription will end shortly.{0,200}|Accessibility Links|Skip to content|Subscribe|Log in"
                  r"|author-image"),
        drop("metadata", name="paper", only="text", text=rf"(?P<publisher>{_PAPER})"),
        # AP, PA and EPA also end headings ("The end of the EPA"), but after a bare noun only captions.
        drop("caption", name="picture", only="text",
             text=r"(?-i:(?!.*\b(?:a|an|and|at|by|for|from|of|the|to|with) \w+$)"
                  rf"[^.!?]{{5,200}} (?:{_AGENCY}|AP|AFP|PA|EPA))"),
        trim("caption", name="picture-inline",
             text=r"(?:(?<=[.!?] )|(?<=[.!?][’'\"”] ))"
                  rf"(?-i:[A-Z0-9][^.!?]{{5,160}}? {_AGENCY})(?=\s(?-i:[A-Z\"“‘'])|$)"),
        trim("other", name="drop-cap",
             text=r"^[\"“‘']?(?-i:[B-HJ-WYZ](?P<cut> )(?!(?:cells?|rays?|coli|shirts?|turns?|pop)\b)[a-z])"),
        trim("other", name="drop-cap-a", text=rf"^[\"“‘']?(?-i:A(?P<cut> ){_AFTER_A})"),
        trim("other", name="drop-cap-i", text=rf"^[\"“‘']?(?-i:I(?P<cut> ){_AFTER_I})"),
    ),
    lines=(
        "Subscription Notification",
        "Your subscription will end shortly.*",
        "Accessibility Links",
        "author-image",
        _PAPER,
    ),
    refine=name_head,
)  # fmt: skip

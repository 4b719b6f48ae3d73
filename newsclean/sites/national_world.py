"""National World (before: JPIMedia, Johnston Press): some eighty British titles on one template.

Eras: 2021, where every paragraph is a ``.markup`` and all else between them is furniture; 2023, styled
components whose class names end in a build hash. Aggregators carry its stories flattened to one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsclean.plugin import Block, Label, Layout, Page, Site, cut, drop, trim

_HOSTS = """
scotsman.com yorkshirepost.co.uk yorkshireeveningpost.co.uk thestar.co.uk lep.co.uk blackpoolgazette.co.uk
portsmouth.co.uk sunderlandecho.com shieldsgazette.com northamptonchron.co.uk northantstelegraph.co.uk
newsletter.co.uk derryjournal.com northernirelandworld.com newryreporter.com nationalworld.com 3addedminutes.com
totallysnookered.com anguscountyworld.co.uk banburyguardian.co.uk bedfordtoday.co.uk biggleswadetoday.co.uk
bucksherald.co.uk burnleyexpress.net buxtonadvertiser.co.uk chad.co.uk daventryexpress.co.uk derbyshiretimes.co.uk
derbyworld.co.uk dewsburyreporter.co.uk doncasterfreepress.co.uk falkirkherald.co.uk fifetoday.co.uk glasgowworld.com
halifaxcourier.co.uk harboroughmail.co.uk harrogateadvertiser.co.uk hartlepoolmail.co.uk hemeltoday.co.uk
hucknalldispatch.co.uk lancasterguardian.co.uk leightonbuzzardonline.co.uk lincolnshireworld.com liverpoolworld.uk
londonworld.com lutontoday.co.uk manchesterworld.uk meltontimes.co.uk miltonkeynes.co.uk newcastleworld.com
northumberlandgazette.co.uk nottinghamworld.com peterboroughtoday.co.uk rotherhamadvertiser.co.uk
stornowaygazette.co.uk surreyworld.co.uk sussexexpress.co.uk eastbourneherald.co.uk bexhillobserver.net
hastingsobserver.co.uk thescarboroughnews.co.uk thesouthernreporter.co.uk wakefieldexpress.co.uk walesworld.com
warwickshireworld.com wigantoday.net worksopguardian.co.uk
"""
_OUTLETS = """
Scotsman, Yorkshire Post, Yorkshire Evening Post, Blackpool Gazette, Sunderland Echo, Shields Gazette,
Northants Telegraph, Derry Journal, Northern Ireland World, Newry Reporter, National World, NationalWorld,
Banbury Guardian, Bedford Today, Bucks Herald, Burnley Express, Buxton Advertiser, Daventry Express, Derbyshire Times,
Dewsbury Reporter, Doncaster Free Press, Falkirk Herald, Fife Today, Glasgow World, Halifax Courier, Harborough Mail,
Harrogate Advertiser, Hartlepool Mail, Hemel Today, Hucknall Dispatch, Lancaster Guardian, Leighton Buzzard Observer,
Liverpool World, London World, Luton Today, Manchester World, Melton Times, Newcastle World, Northumberland Gazette,
Nottingham World, Peterborough Today, Rotherham Advertiser, Stornoway Gazette, Sussex Express, Eastbourne Herald,
Bexhill Observer, Hastings Observer, Scarborough News, Southern Reporter, Wakefield Express, Wigan Today,
Worksop Guardian, Lancashire Evening Post, Edinburgh Evening News
"""
_PAIRS = r"(?:Advertisement\s+)?Hide Ad(?:\s+(?:Advertisement\s+)?Hide Ad)*"
_SHOTS = r"Watch more of our videos on Shots!(?: and live on Freeview channel \d+)?(?: Visit Shots! now)?"
_OFFER = r"Sign up to (?:our|the) (?:[\w&' -]{2,60} )?newsletters?\b"
_STAMP = r"\d{1,2}\w\w \w{3,9} \d{4}.{0,20}"
_BYLINE = re.compile(r"By (?:[A-Z][\w'’-]+ ?){2,4}")
HEAD_REACH = 12
"""The byline of a dump is looked for among this many lines."""


def name_head(blocks: Sequence[Block], page: Page) -> Iterator[Block]:
    """Name the lines of a dump's head, down to its byline, and a caption that stands once more below its double."""
    labels: dict[int, Label] = {}
    for i, (block, after) in enumerate(pairwise(blocks), 1):
        if block.rule == "national_world/doubled-caption" and after.text.rstrip(".") * 2 == block.text.replace(".", ""):
            labels[i] = "caption"
    head = blocks[:HEAD_REACH] if page.kind == "text" else ()
    # Only above a "Published" line: a story's own first line may read like a byline.
    published = [i for i, b in enumerate(head) if b.rule == "national_world/published"]
    bylines = [i for i, b in enumerate(head) if published and b.label is None and _BYLINE.fullmatch(b.text)][:1]
    marks = bylines + published
    above = [i for i in range(min(marks, default=0)) if blocks[i].label is None]
    for i in (*above, *bylines):
        labels[i] = "byline" if i in bylines else "navigation"
    if above:
        labels[above[-1]] = "headline"
    if len(above) > 1 and len(blocks[above[-2]].text.split()) > 3:  # a shorter line is the section's name
        labels[above[-2]], labels[above[-1]] = "headline", "standfirst"
    for i, block in enumerate(blocks):
        yield block._replace(label=labels[i], rule="") if i in labels else block


SITE = Site(
    name="national_world",
    hosts=tuple(_HOSTS.split()),
    detect=r"ArticleINews__|MarkupAds__|/jpim-static/|National World Publishing Ltd",
    outlets=tuple(" ".join(name.split()) for name in _OUTLETS.split(",")),
    layouts=(
        Layout(name="2023", marker="[class*='ContentRoot__']", body="[class*='ContentRoot__']"),
        Layout(name="2021", marker=".article-content > .markup", body=".article-content > .markup"),
    ),
    fields={
        "title": "#content-wrapper h1",
        "subtitle": ".article-header h1 + div, #content-wrapper > h2",
        "authors": "[class*='ArticleMeta__Author-']",
        "section": ".article-header nav a",
        "tags": "[class*='Topics__'] .article-tag a",
    },
    rules=(
        drop("advert", name="hide-ad", css="[class*='helper__AdContainer'], [class*='MarkupAds__']",
             text=f"Advertisement|{_PAIRS}"),
        trim("advert", name="hide-ad-inline", text=_PAIRS),
        drop("newsletter", css="[class*='NewsletterSignup__']",
             text=rf"{_OFFER}.{{0,200}}|.{{0,160}}direct to your inbox\.?|The i newsletter cut through the noise"
                  r"|Sign up|Thank(?:s| you) for signing up!|Learn More|Submitting\.\.\."
                  r"|This site is protected by reCAPTCHA.{0,120}"
                  r"|Did you know (?:with a Digital Subscription to|you can manage your profile).{0,300}"
                  r"|Sorry, there seem to be some issues\. Please try again later\."),
        trim("newsletter", name="newsletter-inline",
             text=rf"{_OFFER}.{{0,900}}?Submitting\.\.\."
                  r"(?: This site is protected by reCAPTCHA.{0,60}? Privacy Notice and Terms of Service apply\.)?"),
        drop("related", name="shots", css="[class*='Dailymotion__']",
             text=rf"{_SHOTS}|and live on Freeview channel \d+(?: Visit Shots! now)?|Visit Shots! now"),
        trim("related", name="shots-inline", text=_SHOTS),
        drop("related", name="read-more", css="[class*='ReadmoreTeaser__'], .article-read-more",
             text="Read More:?", take_next=1),
        drop("related", name="read-more-line", text=r"Read (?:more|also|next) ?[:|] ?.{3,200}"),
        drop("related", name="most-popular", text="Most Popular", take_next=2),
        # A picture's text stands first in a story that was flattened to one line; its credit's bracket ends it.
        trim("caption", name="lead-caption", only="text",
             text=r"^.{10,300}? \((?:Picture|Photo|Image|Pic)s?: [^()]{2,80}\)(?= \S.{500})"),
        drop("caption", name="doubled-caption", text=r"(.{12,300}?)\.? ?\1\.?"),
        drop("metadata", name="published", only="text", text=rf"Published (?P<date_published>{_STAMP})"),
        drop("metadata", name="updated", only="text", text=rf"Updated (?P<date_modified>{_STAMP})"),
        cut("metadata", name="topics", text="Related topics:.*"),
        cut("comments", text="Want to join the conversation\\?.*"),
        cut("copyright", text=r"(?:©|\(c\)) ?National World Publishing Ltd.*"),
    ),
    lines=(
        _PAIRS,
        rf"{_OFFER}.{{0,200}}",
        r"Did you know (?:with a Digital Subscription to|you can manage your profile).+",
        r"Sorry, there seem to be some issues\. Please try again later\.",
        rf"{_SHOTS}|Visit Shots! now",
        r"(?:©|\(c\)) ?National World Publishing Ltd.*",
    ),
    refine=name_head,
)  # fmt: skip

"""SmartMag, a WordPress theme by ThemeSphere: version 5 to now (2020 on), and versions 2 and 3 (2014-2020)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from newsclean.packs.agencies import AFP, AP, REUTERS
from newsclean.packs.notices import NOTICES, WORDPRESS
from newsclean.plugin import Block, Label, Layout, Page, Platform, cut, drop, is_sentence

_DAY = r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}"
_SERVICE = (
    r"(?:Facebook|Twitter|X \(Twitter\)|X|Pinterest|Telegram|LinkedIn|Tumblr|Email|WhatsApp|Reddit|VKontakte|Threads"
    r"|Bluesky|Copy Link)"
)
_SERVICES = rf"{_SERVICE}(?: {_SERVICE})+"
_BYLINE = (
    rf"(?:[^.!?:]{{2,60}}? ?)?(?-i:By) (?P<authors>.{{2,60}}?) ?(?P<date_published>{_DAY})"
    rf"(?: ?Updated: ?(?P<date_modified>{_DAY}))?"
)
"""The picture's name for the author, byline and day, glued as the template has no space between them."""
_COUNTS = r"(?:No Comments|\d+ Comments?) ?\d+ Mins? Read"


_TORN = re.compile(r"([.,;:!?])(?:\s+|$)")


def refine(blocks: Sequence[Block], page: Page) -> Iterable[Block]:
    """Name the head of a dump, and give the stop behind a list back to its last item."""
    return rejoin(name_head(blocks, page))


def rejoin(blocks: Iterable[Block]) -> Iterator[Block]:
    """Move punctuation that a list tore from its sentence to the end of the block before: ". However, it is"."""
    last: Block | None = None
    for block in blocks:
        torn = _TORN.match(block.text) if block.label is None and last and last.label is None else None
        if last and torn:
            last = last._replace(text=last.text + torn[1])
            block = block._replace(text=block.text[torn.end() :])
        if last:
            yield last
        last = block
    if last:
        yield last


def name_head(blocks: Sequence[Block], page: Page) -> Iterable[Block]:
    """Name the head of a dump by its order, as its lines have no words of their own to be known by.

    Menu, section, headline, perhaps a standfirst, byline, share line, captions, share line, story.
    """
    rules = [block.rule for block in blocks]
    if page.kind == "html" or "smartmag/byline" not in rules:
        return blocks
    byline = rules.index("smartmag/byline")
    head = takewhile(lambda i: rules[i] in HEAD, range(byline, min(len(blocks), byline + MAX_HEAD)))
    story = max((i for i in head if rules[i] == "smartmag/share"), default=byline)
    above = [i for i in range(byline) if blocks[i].label is None]
    names: dict[int, Label] = dict.fromkeys(above, "navigation")
    if above and is_sentence(blocks[above[-1]].text):
        names[above.pop()] = "standfirst"
    if above:
        names[above[-1]] = "headline"
    names.update((i, "caption") for i in range(byline, story) if blocks[i].label is None)
    return [block._replace(label=names.get(i, block.label)) for i, block in enumerate(blocks)]


HEAD = frozenset(("", *(f"smartmag/{name}" for name in ("byline", "counts", "share", "follow", "image-prompt"))))
MAX_HEAD = 12
"""Lines from the byline to the last share line: "Follow Us" and the picture's caption, often twice, stand between."""

PLATFORM = Platform(
    name="smartmag",
    detect=r"/themes/smart-mag/|\bsmartmag-",
    lines=(
        r"Type above and press Enter to search\. Press Esc to cancel\.",
        rf"{_BYLINE} ?{_COUNTS}",
        rf"Share\.? {_SERVICES}",
        r"Follow on Google News(?: Follow on Flipboard)?",
        r"Get the latest (?:sports news from NewsSite|creative news from \w+) about .*",
    ),
    layouts=(
        Layout(name="v5", marker=".post-content-wrap .post-content", body=".post-content-wrap .post-content"),
        Layout(name="v3", marker=".post-container .post-content", body=".post-container .post-content"),
    ),
    fields={
        "title": ".the-post-header h1.post-title, .post-header h1.post-title, h1.post-title",
        "subtitle": ".the-post-header .sub-title",
        "section": ".the-post-header .cat-labels a",
    },
    rules=(
        drop(
            "navigation",
            name="breadcrumb",
            css="nav.breadcrumbs, .breadcrumbs-wrap",
            text=r"Home ?» ?(?:(?P<section>[^»]{2,60}?) ?» ?)?(?:[^»]{2,60}» ?)?(?P<title>[^»]{5,300})",
        ),
        drop(
            "byline",
            css=".post-meta-single, .post-header .post-meta",
            text=rf"{_BYLINE}(?: ?{_COUNTS})?(?: ?[\d,]+ Views)?",
        ),
        drop(
            "metadata",
            name="counts",
            text=r"(?:No Comments|\d+ Comments?)|\d+ Mins? Read(?: ?[\d,]+ Views)?",
            only="text",
        ),
        drop(
            "share",
            css=".post-share, .post-share-float, .post-share-bot, .share-links",
            text=rf"(?:Share )?{_SERVICES}|Share",
        ),
        drop("share", name="follow", css=".the-post-follow", text=r"Follow Us|Google News(?: Flipboard)?"),
        # Some outlets print the orders that they gave to an image generator below the pictures it made.
        drop(
            "caption",
            name="image-prompt",
            text=r"(?:Generate|Create|Design|Illustrate) (?:an? |the )?(?:\w+ ){0,3}?"
            r"(?:image|scene|illustration) (?:of|that|showing|depicting|with|where|in which) [^.!?]{15,400}\.?",
        ),
        drop("caption", css=".single-featured .caption, .featured .caption, .wp-caption-text"),
        # Everything below is the tail, in the order of the page; the first that is found ends the story.
        cut("share", name="follow-on", text=r"Follow on Google News(?: Follow on Flipboard)?", only="text"),
        cut("share", name="share-bottom", text=rf"Share\.(?: {_SERVICES})?", only="text"),
        cut(
            "related",
            name="next-previous",
            css=".navigate-posts",
            text=r"(?-i:Previous Article|Next Article) ?(?-i:[\W\dA-Z]).{4,300}",
        ),
        cut("author_bio", css=".author-box, .author-info", text="About Author"),
        drop("related", css=".related-posts"),
        cut("related", name="related-tail", text="(?:Related|Latest|Trending) Posts", only="text"),
        cut("comments", css="#comments, .comments", text=r"Add A Comment|(?-i:Leave A Reply).*"),
        cut(
            "newsletter",
            css=".spc-newsletter",
            text=r"Subscribe to (?:News|Updates)|Get the latest (?:sports|creative) news from \w+ about .*",
        ),
        drop("copyright", css=".main-footer .copyright", text=r"© ?\d{4} .{2,80}\. Designed by .{2,60}"),
        cut(
            "navigation",
            name="search-box",
            css=".search-modal-box",
            text=r"Type above and press Enter to search\. Press Esc to cancel\.",
        ),
    ),
    packs=(NOTICES, WORDPRESS, REUTERS, AP, AFP),
    refine=refine,
)

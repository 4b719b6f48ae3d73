"""What class names and elements say about a box, and when two texts are one; words only, no state.

Names are judged by sets of words, not by one large expression: a name is split at everything that
is no letter or digit and at camel humps, and its words are looked up. That is a quarter of the cost
and reads as what it is, a vocabulary.
"""

from __future__ import annotations

import re
from typing import Any

from newsclean.article import Label

_LOWER = re.compile(r"[a-z]+")
_SPLIT = re.compile(r"[a-z]+|[A-Z]+(?![a-z])|[A-Z][a-z]*")


def _vocabulary(entries: dict[Label, str]) -> dict[str, Label]:
    return {word: label for label, words in entries.items() for word in words.split()}


NAMES = _vocabulary(
    {
        "related": """
        related relatedposts recommended recommendation recommendations recommends recirc recirculation
        readmore morestories crp yarpp seealso alsoread readalso outbrain taboola zergnet revcontent
        trending popular mostread mostpopular mostviewed teaser teasers promo promos promotion upnext
        readnext furtherreading carousel slider mashup
    """,
        "share": """
        share sharing shares sharebar sharedaddy shareaholic addtoany addthis social socials sociallinks
        socialmedia a2a essb heateor sharethis followus
    """,
        "navigation": """
        nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager masthead toc skip
        prevnext sitemap
    """,
        "comments": "comment comments commentlist commenting disqus respond replies discussion coral viafoura",
        "newsletter": "newsletter newsletters signup mailchimp mc4wp mailinglist",
        "subscribe": """
        subscribe subscription subscriptions subscriber regwall membership donate donation login signin
    """,
        "advert": """
        ad ads adv advert adverts advertisement advertising adsense adsbygoogle adbox sponsor sponsored
        sponsors dfp gpt advertorial banner banners
    """,
        "cookie": "cookie cookies consent gdpr onetrust",
        "author_bio": "bio bios authorbox authorbio biography aboutauthor saboxplugin",
        "caption": "caption captions figcaption imagecaption photocaption credits",
        "copyright": "copyright colophon",
        "metadata": "tags taglist tagcloud keywords hashtags postmeta entrymeta",
        "other": """
        sidebar widget widgets rail modal popup popups overlay lightbox tooltip footer toolbar toolbox
        screenreader sr visuallyhidden noprint noscript poll quiz infobox
    """,
    }
)
"""Words that name boilerplate wherever they stand in a class or an id."""

SHORT_NAMES = _vocabulary(
    {
        "byline": "byline author authors reporter contributor contributors writer",
        "metadata": """
        meta date dates datetime time timestamp dateline published updated tag topics topic category
        categories kicker eyebrow readtime reading breadcrumb rubric
    """,
        "caption": "credit image img photo photos gallery media picture video slideshow",
        "share": "follow whatsapp linkedin pinterest print email tools actions action btn button buttons cta",
        "standfirst": "standfirst dek deck subtitle subheadline subhead teaser",
        "related": "more previous prev links seemore latest",
        "copyright": "disclaimer license",
        "other": "header search label icon loading player",
    }
)
"""Words that also stand on parts of a story; they count only for a box with little text."""

TAGS: dict[str, Label] = {
    "nav": "navigation", "menu": "navigation", "aside": "related", "figcaption": "caption", "caption": "caption",
    "footer": "other", "form": "other", "button": "other", "label": "other", "legend": "other", "option": "other",
    "dialog": "other", "summary": "other", "noscript": "other",
}  # fmt: skip
"""What an element says by itself."""

QUOTES_POST = frozenset(("embed", "embedded", "tweet"))
"""With one of these a word such as ``social`` names a quoted post, which is part of the story."""

STORY_NAMES = frozenset((
    "articlebody", "storybody", "storytext", "storycontent", "articlecontent", "articletext", "entrycontent",
    "postcontent", "postbody", "bodytext", "bodycopy", "contentbody",
))  # fmt: skip
"""Words, or pairs of words put together, that name the story's own box."""
STORY_ENDS = STORY_NAMES | {"body", "text", "content", "copy"}
"""The last words of these names."""


def words_of(name: str) -> list[str]:
    """Return the words of a class or an id in lower case: ``entry-content`` and ``entryContent`` have the same two."""
    return _LOWER.findall(name) if name.islower() else [word.lower() for word in _SPLIT.findall(name)]


MAX_NAME_CHARS = 2000
"""Characters of a name that are read: names are remembered, and a hostile page could fill the memory with them."""


def name_of(element: Any) -> str:
    """Return what an element is called: its classes and its id."""
    name: str = element.get("class") or ""
    ident = element.get("id")
    return (f"{name} {ident}" if ident else name)[:MAX_NAME_CHARS]


# ------------------------------------------------------------------ words


WINDOW = 24
"""Letters in a row that two texts share only if one quotes the other."""
MAX_TOLD = 200_000
"""Characters of a declared body that are compared."""
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Return the words of a text in lower case, one space between them, without punctuation."""
    return " ".join(_WORD.findall(text.casefold()))


def key_of(text: str) -> str:
    """Return the letters of a text alone, so that white space and punctuation cannot part equal texts."""
    return "".join(_WORD.findall(text.casefold()))


def windows_of(text: str) -> frozenset[str]:
    """Return every run of `WINDOW` letters of a text, to ask with `tells`."""
    key = key_of(text[:MAX_TOLD])
    return frozenset([key[at : at + WINDOW] for at in range(len(key) - WINDOW + 1)])


def tells(windows: frozenset[str], text: str) -> bool:
    """Tell whether a text that gave these windows holds most of another; a few samples decide."""
    key = key_of(text)
    last = len(key) - WINDOW
    if last < 0:
        return False
    samples = {0, last // 3, 2 * last // 3, last}
    return sum(key[at : at + WINDOW] in windows for at in samples) * 2 > len(samples)

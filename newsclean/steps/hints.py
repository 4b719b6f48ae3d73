"""What class names, elements and fixed phrases say about a box or a line; words only, no state.

Names are judged by sets of words, not by one large expression: a name is split at everything that
is no letter or digit and at camel humps, and its words are looked up. That is a quarter of the cost
and reads as what it is, a vocabulary.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
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

QUOTES = frozenset(("embed", "embedded", "tweet"))
"""With one of these a word such as ``social`` names a quoted post, which is part of the story."""

STORY_NAMES = frozenset((
    "articlebody", "storybody", "storytext", "storycontent", "articlecontent", "articletext", "entrycontent",
    "postcontent", "postbody", "bodytext", "bodycopy", "contentbody",
))  # fmt: skip
"""Pairs of words, put together, that name the story's own box."""


def words_of(name: str) -> list[str]:
    """Return the words of a class or an id in lower case: ``entry-content`` and ``entryContent`` have the same two."""
    return _LOWER.findall(name) if name.islower() else [word.lower() for word in _SPLIT.findall(name)]


def name_of(element: Any) -> str:
    """Return what an element is called: its classes and its id."""
    name: str = element.get("class") or ""
    ident = element.get("id")
    return f"{name} {ident}" if ident else name


def label_of_name(name: str, short: bool, unheard: frozenset[str]) -> tuple[Label, str] | None:
    """Return the label that a box's name gives and the word that gave it, or None.

    Args:
        name: classes and id.
        short: the box has little text, so the words of `SHORT_NAMES` count too.
        unheard: words that say nothing on this page.
    """
    words = words_of(name)
    if unheard:
        words = [word for word in words if word not in unheard]
    for word in words:
        if word in NAMES:
            if NAMES[word] == "share" and not QUOTES.isdisjoint(words):
                return None
            return NAMES[word], word
    if short:
        for word in words:
            if word in SHORT_NAMES:
                return SHORT_NAMES[word], word
    return None


def is_story_name(name: str) -> bool:
    """Tell whether a name is that of the box which holds a story's text."""
    words = words_of(name)
    pairs = {a + b for a, b in pairwise(words)}
    return not STORY_NAMES.isdisjoint(pairs) or not STORY_NAMES.isdisjoint(words)


# ------------------------------------------------------------------ words


CJK_WEIGHT = 3
"""A Chinese, Japanese or Korean character says about as much as three letters."""
WINDOW = 24
"""Letters in a row that two texts share only if one quotes the other."""
MAX_TOLD = 200_000
"""Characters of a declared body that are compared."""
_WORD = re.compile(r"\w+")


@cache
def _cjk() -> re.Pattern[str]:
    return re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+")


def weigh(text: str) -> int:
    """Return the length of a text in letters; a CJK character counts as several."""
    if text.isascii() or len(text.encode("utf-8", "replace")) < 2 * len(text):  # most are far below: no CJK text
        return len(text)
    return len(text) + (CJK_WEIGHT - 1) * sum(map(len, _cjk().findall(text)))


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


def _lines(entries: dict[Label, str]) -> dict[str, Label]:
    return {" ".join(line.split()): label for label, lines in entries.items() for line in lines.split("|")}


LINES = _lines(
    {
        "advert": """
        advertisement | ad | ads | sponsored content | sponsored | article continues below advertisement |
        story continues below | hide ad | anzeige | werbung | publicité | publicidad |
        continua após a publicidade | publicidade | pubblicità | реклама | reklama | reklam | विज्ञापन |
        advertisement - scroll to continue | article continues after ad | remove ads
    """,
        "related": """
        recommended for you | you may also like | you might also like | related articles | related stories |
        related posts | related | related topics | related content | related: | read next | trending now |
        popular posts | more stories | latest news | most popular | most read | top stories | editor's picks |
        also read | read also | read more | see also | previous article | next article | previous post |
        next post | recommended | recommended stories | up next | more from | mehr zum thema | lesen sie auch |
        auch interessant | das könnte sie auch interessieren | ähnliche beiträge |
        das könnte dich auch interessieren | ähnliche artikel | verwandte artikel | meistgelesen | à lire aussi |
        lire aussi | sur le même sujet | les plus lus | te puede interesar | lea también | lee también |
        leer más | noticias relacionadas | lo más leído | te recomendamos | leia também | leia mais |
        veja também | mais lidas | leggi anche | читайте также | материалы по теме | что еще почитать | 関連記事 |
        アクセスランキング | 新着記事 | もっと見る | ランキング |
        czytaj więcej | zobacz także | meest gelezen |
        lees ook | baca juga |
        यह भी पढ़ें | ये भी पढ़ें | इसे भी पढ़ें | यह भी देखें | और पढ़ें | संबंधित | 相关阅读 | 相关新闻 | 推荐阅读 | 延伸阅读 |
        διαβάστε επίσης | اقرأ أيضا | اقرأ أيضًا
    """,
        "share": """
        share this | share this: | share | share this article | share on facebook | share on twitter | copy link |
        share this story | tweet | follow us | teilen | partager | compartir | compartilhar | condividi |
        поделиться | udostępnij | paylaş | bagikan | 分享 | email | facebook | twitter | linkedin | whatsapp |
        pinterest | print | like this: | like loading...
    """,
        "comments": """
        view comments | comments | comment | leave a comment | leave a reply | post a comment |
        join the conversation | cancel reply | leave a reply cancel reply | schreibe einen kommentar |
        kommentare | комментарии | réagir | komentar | no comments | show comments
    """,
        "newsletter": """
        subscribe to our newsletter | newsletter abonnieren | thank you for signing up! | sign up | newsletter
    """,
        "subscribe": """
        subscribe now | subscribe | already a subscriber | sign in | log in | jetzt abonnieren | je m'abonne |
        s'abonner | suscríbete | assine | abbonati | подписаться
    """,
        "navigation": """
        skip to content | skip to main content | back to top | zum inhalt springen | nach oben | startseite |
        home | menu | aller au contenu | haut de page | ir al contenido | listen to this article | close |
        loading... | search
    """,
        "copyright": """
        all rights reserved | © riproduzione riservata | impressum
    """,
        "author_bio": """
        about the author | about author
    """,
        "metadata": """
        tags | tags: | topics | schlagwörter | etiquetas | теги | tagi | filed under | filed under:
    """,
        "other": """
        advertiser disclosure | table of contents | contents
    """,
    }
)
"""Whole lines of boilerplate in several languages, case folded; seen as whole lines on many outlets."""

PREFIXES: dict[Label, str] = {
    "related":
        r"(read (more|also|next)|also read|related( (story|article|content|stories))?|see also|recommended|more"
        r"|watch( also)?|must read|don't miss|lesen sie (auch|dazu)|mehr zum thema|(à )?lire aussi|lea también"
        r"|lee también|leia também|leggi anche|читайте также|czytaj także|baca juga|यह भी पढ़ें|ये भी पढ़ें)"
        r"\s?[:|–-]",
    "byline": r"(written by|by:?|von|par|por|di|text by|story by)\s[^.!?]{3,60}$",
    "metadata":
        r"((last )?(updated|published|posted|modified|first published)( on| at)?\b.{0,60}\d{4}.{0,30}"
        r"|\d+ min(ute)?s?( |-)read|(tags|topics|filed under|categories|keywords|schlagwörter)\s?:.{0,300})$",
    "caption":
        r"((image|photo|picture|foto|bild)( (credit|courtesy|by))?s?\s?:.{0,200}"
        r"|.{0,160}\((image|photo|picture|pic|foto): ?[^)]+\)|.{0,60}(getty images|/reuters|/ap)\.?)$",
    "copyright": r"(©|\(c\)\s|copyright\b).{0,200}$",
    "comments": r"\d+ (comments?|shares?|views?|kommentare?|комментари\w+)$",
    "newsletter": r"(enter your email|your email address|by signing up|sign up (for|to) (our|the|get))\b.{0,300}$",
    "cookie": r"(we use cookies|this (web)?site uses cookies)",
}  # fmt: skip
"""Lines known by how they begin; each pattern must match from the start of a line that is no long paragraph."""


@cache
def _prefixes() -> re.Pattern[str]:
    """Return the patterns as alternatives of one, compiled when the first page is judged: the first that fits names
    its label.
    """
    return re.compile("|".join(f"(?P<{label}>{source})" for label, source in PREFIXES.items()), re.I)


PREFIX_CHARS = 320
"""A longer block is no line but a paragraph."""


def label_of_line(text: str) -> Label | None:
    """Return the label of a line that is boilerplate by its words."""
    if len(text) > PREFIX_CHARS:
        return None
    label = LINES.get(text.casefold())
    if label:
        return label
    hit = _prefixes().match(text)
    return hit.lastgroup if hit else None  # type: ignore[return-value]  # the groups are called after labels

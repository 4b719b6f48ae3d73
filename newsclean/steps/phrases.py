"""Lines of boilerplate in many languages, by the risk of taking them for it.

Each was counted on 2,800 saved pages: on how many domains it is a whole line, and how often it
stands inside running text. `SURE` lines were never, or next to never, found in running text, and
are boilerplate wherever they are a line of their own. `CONTEXT` lines are words that a story uses
too; they count only where other things speak of furniture. Nothing here matches a part of a line.
"""

from __future__ import annotations

import re
from functools import cache

from newsclean.article import Label


def _lines(entries: dict[Label, str]) -> dict[str, Label]:
    return {" ".join(line.split()): label for label, lines in entries.items() for line in lines.split("|")}


SURE = _lines(
    {
        "advert": """
        advertisement | advertisements | advert | sponsored content | article continues below advertisement |
        article continues below | article continues after ad | article continues after advertisement |
        story continues below | story continues below advertisement | story continues below gallery | hide ad |
        advertisement - scroll to continue | remove ads | anzeige | publicité | publicidad |
        continua após a publicidade | publicidade | pubblicità | реклама | विज्ञापन
        """,
        "related": """
        recommended for you | you may also like | you might also like | related articles | related stories |
        related posts | related links | read next | trending now | popular posts | more stories | also read |
        read also | previous article | next article | previous post | next post | previous post next post |
        mehr zum thema | lesen sie auch | das könnte sie auch interessieren | das könnte dich auch interessieren |
        ähnliche beiträge | ähnliche artikel | verwandte artikel | weiterlesen | à lire aussi | lire aussi |
        sur le même sujet | les plus lus | te puede interesar | lea también | lee también | noticias relacionadas |
        lo más leído | leia também | veja também | mais lidas | leggi anche | читайте также | материалы по теме |
        что еще почитать | 関連記事 | アクセスランキング | czytaj więcej | zobacz także | meest gelezen | lees ook |
        baca juga | यह भी पढ़ें | ये भी पढ़ें | इसे भी पढ़ें | यह भी देखें | 相关阅读 | 相關新聞 | 相关新闻 | 推荐阅读 | 延伸阅读 |
        διαβάστε επίσης | اقرأ أيضا | اقرأ أيضًا | read more | most read | most popular
        """,
        "share": """
        share this | share this article | share this story | share this post | share this page |
        share on facebook | share on twitter | copy link | like this: | like loading...
        """,
        "comments": """
        view comments | show comments | leave a comment | leave a reply | post a comment | add a comment |
        post a comment (0) | join the conversation | cancel reply | leave a reply cancel reply | no comments |
        no comments yet | no comments yet... | schreibe einen kommentar
        """,
        "newsletter": """
        subscribe to our newsletter | sign up to our newsletter | newsletter abonnieren |
        thank you for signing up! | thank you for subscribing! | submitting...
        """,
        "subscribe": """
        subscribe now | sign up now | already a subscriber | jetzt abonnieren | je m'abonne
        """,
        "navigation": """
        skip to content | skip to main content | back to top | zum inhalt springen | aller au contenu |
        haut de page | ir al contenido | listen to this article | loading...
        """,
        "copyright": """
        all rights reserved | all rights reserved. | © riproduzione riservata
        """,
    }
)
"""Classes A and B: never part of a story as a line of their own."""

CONTEXT = _lines(
    {
        "advert": "ad | ads | sponsored | werbung | reklama | reklam",
        "related": """
        related | related: | related topics | related content | latest news | top stories | editor's picks | see also |
        recommended | recommended stories | up next | more from | auch interessant | meistgelesen | leer más |
        te recomendamos | leia mais | 新着記事 | もっと見る | ランキング | और पढ़ें | संबंधित
        """,
        "share": """
        share | tweet | follow us | teilen | partager | compartir | compartilhar | condividi | поделиться |
        udostępnij | paylaş | bagikan | 分享 | email | facebook | twitter | linkedin | whatsapp | pinterest | print
        """,
        "comments": "comments | comment | kommentare | комментарии | réagir | komentar",
        "newsletter": "sign up | newsletter | newsletters",
        "subscribe": """
        subscribe | sign in | log in | s'abonner | suscríbete | assine | abbonati | подписаться
        """,
        "navigation": """
        home | menu | search | close | nach oben | startseite
        """,
        "copyright": "impressum",
        "author_bio": "about the author | about author",
        "metadata": "tags | tags: | topics | schlagwörter | etiquetas | теги | tagi | filed under | filed under:",
        "other": "advertiser disclosure | table of contents | contents",
    }
)
"""Class C: words of bars and boxes. A story may have such a line, as a heading or in a table."""

MENUS = frozenset(
    " ".join(line.split())
    for line in """
    homepage | contact | contact us | about | about us | privacy | privacy policy | terms | terms of use |
    terms of service | cookie policy | advertise | sitemap | login | register | suche | anmelden | datenschutz |
    accueil | connexion | inicio | buscar | iniciar sesión | início | entrar | cerca | accedi | главная | поиск |
    войти | контакты | 首页 | 首頁 | 登录 | 登入 | ホーム | ログイン | होम | الرئيسية | αρχική | strona główna
    """.split("|")
)
"""Words of menus that are headings of many pages too: they count only in a row with others."""

SURE_FORMS: dict[Label, str] = {
    "advert": r"(?:story|article) continues (?:below|after)\b.{0,40}",
    "share": r"follow us on .{2,30}|share (?:on|via) .{2,30}",
    "copyright":
        r"(?:copyrights? ?)?(?:©|\(c\)|copyright \d{4}).{0,200}"
        r"|(?-i:Copyright(?: (?:by|of|the|and|[A-Z][\w&'’.-]*))+,? (?:19|20)\d\d)(?: .{0,100})?",
}  # fmt: skip
"""Whole lines that are known by their form and are as sure."""

LINK_HEADS = re.compile(
    r"(?:suggested )?related (?:links|articles|posts|stories):?|also read:?|read also:?|recommended for you:?"
    r"|you (?:may|might) also like:?|more from (?:this section|the .{2,30})|for further insights\b.{0,120}sources:?",
    re.I,
)
"""Headings of a list of bare links; in a dump the lines below that are no sentences go with them."""
LINK_LETTERS = frozenset("sraymfſSRAYMF")
"""Letters that one begins with."""

OPENINGS: dict[Label, str] = {
    "related":
        r"(read (more|also|next)|also read|related( (story|article|content|stories))?|see also|recommended|more"
        r"|watch( also)?|must read|don't miss|lesen sie (auch|dazu)|mehr zum thema|(à )?lire aussi|lea también"
        r"|lee también|leia também|leggi anche|читайте также|czytaj także|baca juga|यह भी पढ़ें|ये भी पढ़ें)"
        r"\s?(?:[:|]|[–-] ?[^.!?]{3,200}$)",
    "byline": r"(written by|by:?|von|par|por|di|text by|story by)\s[^.!?]{3,60}$",
    "metadata":
        r"((last )?(updated|published|posted|modified|first published)( on| at)?\b.{0,60}\d{4}.{0,30}"
        r"|\d+ min(ute)?s?( |-)read|(tags|topics|filed under|categories|keywords|schlagwörter)\s?:.{0,300})$",
    "caption":
        r"(image|photo|picture|foto|bild)( (credit|courtesy|by))?s?\s?:.{0,200}$",
    "comments": r"\d+ (comments?|shares?|views?|kommentare?|комментари\w+)$",
    "newsletter": r"(enter your email|your email address|by signing up|sign up (for|to) (our|the|get))\b.{0,300}$",
    "cookie": r"(we use cookies|this (web)?site uses cookies)",
}  # fmt: skip
"""Lines known by how they begin, on pages, where what stands around them is judged too."""
CREDITS = ("getty images", "/reuters", "/ap")
CREDIT_CHARS = 72
"""Ends of a line that credits a picture, and the longest such line."""
_CREDIT_ENDS = (")", *CREDITS, *(f"{credit}." for credit in CREDITS))
_CREDIT = re.compile(r"\((?:image|photo|picture|pic|foto): ?[^)]+\)$", re.I)
_FIRST_WORDS = """
    read also related see recommended more watch must don't lesen mehr à lire lea lee leia leggi читайте czytaj baca यह
    ये written by von par por di text story last updated published posted modified first tags topics filed categories
    keywords schlagwörter image photo picture foto bild enter your signing sign we this
    """.split()
_OPENINGS_BY_PAIR = {
    pair: tuple(word for word in _FIRST_WORDS if word[:2] == pair) for pair in {word[:2] for word in _FIRST_WORDS}
} | {"à ": ("à ",)}
"""How lines of `OPENINGS` begin, a figure aside, by their first two letters; few others do, and a look is fast."""
FORM_WORDS = ("story ", "article ", "follow us ", "share ", "copyright", "©", "(c)")
"""How lines of `SURE_FORMS` begin."""
FORM_LETTERS = frozenset(word[0] for word in FORM_WORDS)
OPENING_CHARS = 320
"""A longer block is no line but a paragraph."""
LINE_CHARS = 200
"""Longest line that is looked up as a whole."""


@cache
def _forms() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{label}>{source})" for label, source in SURE_FORMS.items()), re.I)


@cache
def _openings() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{label}>{source})" for label, source in OPENINGS.items()), re.I)


def key_of_line(text: str) -> str:
    """Return a line as the tables hold it."""
    return text.casefold().removesuffix(":").rstrip()


def sure_line(text: str) -> Label | None:
    """Return the label of a line that is boilerplate wherever it stands; None for any other."""
    return sure_of(text, text.casefold()) if len(text) <= LINE_CHARS else None


def sure_of(text: str, low: str) -> Label | None:
    """Return what `sure_line` does of a line of at most `LINE_CHARS`; `low` is the line case-folded."""
    label = SURE.get(low)
    if label is None and low[-1:] in ": ":
        label = SURE.get(low.removesuffix(":").rstrip())
    if label or low[:1] not in FORM_LETTERS or not low.startswith(FORM_WORDS):
        return label
    hit = _forms().fullmatch(text)
    return hit.lastgroup if hit else None  # type: ignore[return-value]  # the groups are called after labels


def is_menu_line(text: str) -> bool:
    """Tell whether a line is a word of menus and bars."""
    key = key_of_line(text)
    return key in CONTEXT or key in MENUS


def label_of_line(text: str) -> Label | None:
    """Return the label of a line on a page: by its words, or by how it begins."""
    if len(text) > OPENING_CHARS:
        return None
    low = text.casefold()
    sure = sure_of(text, low) if len(text) <= LINE_CHARS else None
    return sure or CONTEXT.get(low) or opening_of(text, low)


def may_open(low: str) -> bool:
    """Tell whether `opening_of` is worth asking of a case-folded line: it knows none that begins or ends otherwise."""
    return begins_so(low) or low.endswith(_CREDIT_ENDS)


def begins_so(low: str) -> bool:
    """Tell whether a case-folded line begins with a figure or with a word that one of `OPENINGS` does."""
    words = _OPENINGS_BY_PAIR.get(low[:2])
    return low.startswith(words) if words else low[:1].isdecimal()


def opening_of(text: str, low: str | None = None) -> Label | None:
    """Return the label of a line by how it begins, or as a picture's credit by how it ends.

    Args:
        low: the line case-folded, where the caller has it.
    """
    low = text.casefold() if low is None else low
    if begins_so(low):
        hit = _openings().match(text)
        if hit:
            return hit.lastgroup  # type: ignore[return-value]  # the groups are called after labels
    if low[-1:] == ")" and _CREDIT.search(text):
        return "caption"
    return "caption" if len(text) <= CREDIT_CHARS and low.removesuffix(".").endswith(CREDITS) else None

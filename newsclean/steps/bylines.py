"""Bylines into names: who wrote it, apart from when, for whom and with what title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsclean.article import Author, AuthorKind
from newsclean.steps.agencies import TRAILING, agencies_of, agency_of

MAX_AUTHORS = 20
MAX_RAW_CHARS = 400
"""A longer byline is a text about its author."""
MAX_NAME_CHARS = 60
MAX_NAME_WORDS = 6

_PREFIX = re.compile(
    r"^\W*(?:(?:(?:written|reported|posted|published|story|text|words|article|analysis|opinion|review|edited|compiled"
    r"|exclusive)"
    r"(?: and \w+)? by|by|authors?|geschrieben von|ein \w+ von|text von|escrito por|publicado por|publié par|écrit par"
    r"|scritto da|a cura di|door|przez|автор|kirjoittanut|yazan|autore?|autor(?:in)?|redaktion|texte?|text"
    r"|foto)\b\s*:?\s+"
    r"|by(?=[A-Z]\w+ [A-Z])|(?:by|text|author|von|par|por|autor(?:in)?|автор)\s*[:：]\s*|(?:文|作者|記者|撰文"
    r"|责任编辑)\s*[:：／/|]\s*)",
    re.I,
)
"""What stands before a name and is never part of one."""
_SHORT_PREFIX = re.compile(
    r"^(?:von|par|por|di|da|de|av|af|od|by)\s+(?=\S+\s+\S)(?!(?:der|den|dem|la|los|las|van)\b)", re.I
)
"""Words that can also begin a name, taken off only where a name of two words is left: not from "Von Miller"."""
_TAIL = re.compile(
    r"\s*(?:[-–—|•·,(\[]\s*)?\b(?:(?:last )?updated|(?:first )?published|posted|aktualisiert|veröffentlicht"
    r"|publié|mis à jour"
    r"|actualizado|publicado|aggiornato|pubblicato|stand|on (?=(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun"
    r"|jul|aug"
    r"|sep|oct|nov|dec|\d)))\b.*$",
    re.I | re.S,
)
_DATE_TAIL = re.compile(
    r"[\s,|•·–—-]*(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?\s*)?"
    r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}[./ ]\s?(?:\d{1,2}\b"
    r"|[^\W\d_]{3,10}\.? \d{4})|\b\d{4}-\d\d).*$",
    re.I | re.S,
)
_NOISE = re.compile(
    r"\S+@\S+\.\w+|https?://\S+|\bwww\.\S+|@\w+|\bfollow\b.*$|\b\d+ min(?:ute)?s? read\b.*$", re.I | re.S
)
_WHERE = re.compile(
    r"\s+(?:in|aus|à|from|at)\s+(?=[A-ZÄÖÜÉ])[^,;&]{2,30}$|\s+(?:for|für)\s+(?:the\s+)?[A-Z][^,;&]{2,40}$"
)
"""Where or for whom a person writes: "Mara Veld in Ostend"."""
_SPLIT = re.compile(
    r"\s*(?:[;|•·\n/]|&(?!\w+;)|\s[–—-]\s|\b(?:and|und|et|og|och|sowie|ve|и|та|και)\b(?=\s)|、|，|・|with(?=\s[A-Z]))\s*",
    re.I,
)
_WEAK_SPLIT = re.compile(r"\s+(?:y|e|i|en|a)\s+")
"""Words for "and" of one or two letters, taken as such only between names of two words."""
_COMMA = re.compile(r"\s*,\s*(?:and\s+|und\s+)?")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|esq|mba|rn|j\.?d|m\.?a|dr)\.?", re.I)
_ROLE = re.compile(
    r"\b(?:(?:chief|deputy|senior|staff|special|political|sports?|foreign|executive|managing|associate|assistant|news"
    r"|business"
    r"|science|digital|contributing|world|diplomatic|health|city|online|media|freelance|lead|junior)?[ -]*"
    r"(?:reporter|correspondent|editor|writer|columnist|journalist|producer|contributor|photographer|analyst|blogger"
    r"|critic"
    r"|commentator|director|professor|lecturer|fellow|author|founder|ceo|president|intern|presenter|host|specialist)s?"
    r"|redakteur(?:in)?|korrespondent(?:in)?|journaliste?|journalistin|redactor(?:a)?|periodista|corresponsal"
    r"|giornalista"
    r"|redacteur|verslaggever|reporterin|autorin|chefredakteur(?:in)?|redaktor|корреспондент|dziennikarz|muhabir)\b",
    re.I,
)
_STAFF = re.compile(
    r"(?:from )?(?:our|a|an)\s(?:\w+ ){0,3}(?:reporters?|correspondents?|writers?|staff)"
    r"|(?:staff|web|online|news)[ -](?:reporters?|correspondents?|writers?|editors?)|staff\b.{0,20}|.{1,20} staff"
    r"|(?:the )?(?:\w+ ){0,4}(?:web ?|news ?)?(?:desk|team|bureau|newsroom|editorial board|editors)|editorial"
    r"|news ?desk|newsroom"
    r"|redaktion(?:en)?|(?:la )?r[ée]daction|(?:la )?redacci[óo]n|(?:la )?redazione|reda[cç][ãa]o|redakcja|redactie"
    r"|редакция"
    r"|staff and agenc(?:y|ies)|agenc(?:y|ies)|agencias|agences?|agenturen|wire (?:reports?|services?)|gastautor(?:in)?"
    r"|guest (?:author|contributor|writer)",
    re.I,
)
"""A whole name that stands for a newsroom."""
_NOBODY = frozenset((
    "admin", "administrator", "root", "user", "webmaster", "author", "editor", "unknown", "none", "null",
    "undefined", "n/a", "anonymous", "guest", "by", "autor", "redaktor", "wpadmin", "superuser", "test", "default",
    "more", "biography", "bio", "view profile", "see all", "photo", "photos",
))  # fmt: skip


def people(
    raw: str | None, *, url: str | None = None, site_names: Iterable[str] = (), printed_only: bool = False
) -> tuple[Author, ...]:
    """Take the names out of a byline.

    Agencies come with the kind ``agency``, newsrooms with ``staff``, the outlet itself with ``organization``.

    Args:
        raw: the byline as printed, with all that stands around the names.
        url: address of the author's page, where the byline is one person's.
        site_names: names of the outlet, which is no person.
        printed_only: the line was only found near a headline, so what is no full name is nobody.
    """
    printed = " ".join((raw or "").split())
    if not printed or len(printed) > MAX_RAW_CHARS:
        return ()
    own = {squash(name) for name in site_names if name}
    found: dict[str, Author] = {}
    roles: list[tuple[str, str]] = []
    last = ""
    for part in parts_of(strip_around(printed)):
        if role := _as_role(part):
            roles.append((last, role))
            continue
        for name, kind in _named(part, own):
            key = name.casefold()
            if kind == "person" and ((found and _LETTERS.fullmatch(name)) or (printed_only and not is_full_name(name))):
                continue
            last = key
            found.setdefault(key, Author(name=name, kind=kind, url=url, raw=printed))
    return tuple(_with_role(author, key, roles) for key, author in list(found.items())[:MAX_AUTHORS])


def _with_role(author: Author, key: str, roles: list[tuple[str, str]]) -> Author:
    role = next((role for name, role in roles if name == key), None)
    if role is None or author.kind != "person":
        return author
    return Author(name=author.name, kind=author.kind, role=role, url=author.url, raw=author.raw)


def squash(text: str) -> str:
    """Return the letters and digits of a text, case folded: "The Sun" and "thesun" are one."""
    return _NOT_WORD.sub("", text.casefold()).removeprefix("the")


_NOT_WORD = re.compile(r"[\W_]+")


_LETTERS = re.compile(r"[A-Z]{2,5}|[MB](?:Sc|Ed|Eng|Phil)|D?Ph(?:il|D)")
"""Letters behind a name: a degree, or the outlet's own: "Mara Veld, MSc", "Mara Veld, CNN"."""
_BRACKETED = re.compile(r"\(([^()]*)\)?")


def _bracket(hit: re.Match[str]) -> str:
    return f"; {hit[1]}" if agencies_of(hit[1]) else " "


def strip_around(text: str) -> str:
    """Take off what stands before and behind the names: "By", e-mails, "Updated ...", dates."""
    text = _NOISE.sub(" ", _BRACKETED.sub(_bracket, text))
    text = _TAIL.sub("", text)
    text = _DATE_TAIL.sub("", text)
    for _ in range(2):
        text = _PREFIX.sub("", text).strip()
    return _SHORT_PREFIX.sub("", text).strip(" ,;:|-–—•·")


def parts_of(text: str) -> Iterator[str]:
    """Split a byline into its names, titles and agencies."""
    if agencies_of(text) or _STAFF.fullmatch(text):
        yield text
        return
    for piece in _SPLIT.split(text):
        pieces = _COMMA.split(piece)
        if len(pieces) == 2 and _is_inverted(pieces):
            pieces = [f"{pieces[1]} {pieces[0]}"]
        for part in pieces:
            halves = _WEAK_SPLIT.split(part)
            yield from halves if len(halves) > 1 and all(" " in half.strip() for half in halves) else [part]


def _is_inverted(pieces: list[str]) -> bool:
    """Tell "Veld, Mara" from two names: each piece is one word, and no agency or suffix."""
    return all(p and " " not in p and p[0].isupper() and not agency_of(p) and not _SUFFIX.fullmatch(p) for p in pieces)


def _as_role(part: str) -> str | None:
    """Return a part that is a title and no name: "Senior Reporter", "political editor"."""
    if _STAFF.fullmatch(part) or not _ROLE.search(part):
        return None
    rest = _ROLE.sub("", part).strip()
    return part if not _looks_named(rest) else None


def _looks_named(text: str) -> bool:
    words = text.split()
    return (
        len(words) >= 2
        and all(w[0].isupper() or not w[0].isalpha() for w in (words[0], words[-1]))
        and words[0].lower() != "the"
    )


def _named(part: str, own: set[str]) -> Iterator[tuple[str, AuthorKind]]:
    """Yield what a part names, with its kind."""
    part = _SHORT_PREFIX.sub("", _PREFIX.sub("", part.strip())).strip(' ,;:|-–—•·*"“”()[]')
    if agencies := agencies_of(part):
        yield from ((name, "agency") for name in agencies)
        return
    if _STAFF.fullmatch(part):
        yield part, "staff"
        return
    if hit := TRAILING.search(part):
        agency = agency_of(hit[0].strip(" ,|/-"))
        part = part[: hit.start()]
        if agency:
            yield from _named(part, own)
            yield agency, "agency"
            return
    name = _ROLE.sub("", _WHERE.sub("", part)).strip(" ,;:|-–—") if _ROLE.search(part) else _WHERE.sub("", part).strip()
    if squash(name) in own:
        yield name, "organization"
    elif is_name(name):
        yield name, "person"


def is_name(name: str) -> bool:
    """Tell whether what is left can be someone's name."""
    words = name.split()
    if not 0 < len(words) <= MAX_NAME_WORDS or not 2 <= len(name) <= MAX_NAME_CHARS:
        return False
    if name.casefold() in _NOBODY or _SUFFIX.fullmatch(name):
        return False
    if sum(c.isdigit() for c in name) > 2 or re.search(r"[<>{}=\\#]|\.(?:com|org|net|de|co)\b", name):
        return False
    return any(c.isalpha() and (c.isupper() or not c.islower()) for c in name) or len(words) == 1


_PARTICLES = frozenset(
    (
        "von",
        "van",
        "der",
        "den",
        "de",
        "del",
        "della",
        "da",
        "di",
        "du",
        "la",
        "le",
        "dos",
        "das",
        "al",
        "el",
        "bin",
        "ibn",
        "ter",
        "ten",
        "zu",
        "zur",
        "y",
        "e",
        "af",
        "av",
        "of",
        "st",
    )
)
_NO_NAMES = frozenset((
    "more", "see", "read", "view", "about", "all", "full", "latest", "related", "share", "follow", "news",
    "article", "articles", "author", "photo", "image", "images", "stories", "story", "the", "our", "your", "this",
    "weiter", "weitere", "mehr", "alle", "lesen", "sign", "log", "subscribe", "contact", "home", "search", "menu",
    "opinion", "reviewed", "illustration", "posts", "profile", "in", "on", "at", "to", "for", "with", "is",
    "comments", "comment", "min", "minutes", "uhr", "january", "february", "march", "july", "september", "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "sat",
    "sun", "mon", "tue", "wed", "thu", "fri", "dec", "jan", "feb",
))  # fmt: skip
"""Words of a page's furniture and calendar that capitals make look like names."""
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}(?:[ 　][\u3040-\u30ff\u3400-\u9fff]{1,4})?")


def is_furniture(line: str) -> bool:
    """Tell whether a link beside a name is a button: "See full bio"."""
    return line.partition(" ")[0].lower() in _NO_NAMES


def is_full_name(name: str) -> bool:
    """Tell whether a piece of a line is surely a person's name: two to five words, capitals but for particles."""
    if _UNSPACED.fullmatch(name):
        return True
    words = name.split()
    if not 2 <= len(words) <= 5 or any(c.isdigit() for c in name):
        return False
    if any(word.lower().strip(".") in _NO_NAMES for word in words):
        return False
    if ":" in name:
        return False
    return all(word[0].isupper() or word.lower() in _PARTICLES or not word[0].isascii() for word in words)

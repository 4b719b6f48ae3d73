"""The words of bylines: what is printed around names, between them, and instead of one.

Each pattern is compiled when it is first asked for; together they cost more than the rest of the import.
"""

from __future__ import annotations

import re
from functools import cache

from newsclean.steps.agencies import trailing


@cache
def prefix() -> re.Pattern[str]:
    """Return the pattern of what stands before a name and is never part of one."""
    return re.compile(
        r"^\W*(?:(?:(?:written|reported|posted|published|story|text|words|article|analysis|opinion|review|edited"
        r"|compiled|exclusive)(?: and \w+)? by"
        r"|by|authors?|(?:geschrieben|eingestellt|gepostet|verfasst|veröffentlicht|erstellt) von|ein \w+ von"
        r"|text von|escrito por|publicado por|publié par|écrit par|scritto da"
        r"|a cura di|door|przez|автор|kirjoittanut|yazan|autore?|autor(?:in)?|redaktion|texte?|text|foto)\b\s*:?\s+"
        r"|(?-i:[Bb]y(?=[A-Z]\w+ [A-Z]))"  # "ByMara Veld", and not "Byron Veld"
        r"|(?:by|text|author|von|par|por|autor(?:in)?|автор)\s*[:：]\s*"
        r"|(?:文|作者|記者|撰文|责任编辑)\s*[:：／/|]\s*|(?:本报|本社)?(?:記者|记者)\s*)",
        re.I,
    )


@cache
def short_prefix() -> re.Pattern[str]:
    """Words that can also begin a name, taken off only where a name of two words is left: not from "Von Miller"."""
    return re.compile(r"^(?:von|par|por|di|da|de|av|af|od|by)\s+(?=\S+\s+\S)(?!(?:der|den|dem|la|los|las|van)\b)", re.I)


@cache
def tail() -> re.Pattern[str]:
    """Words that begin the date behind a name."""
    return re.compile(
        r"\s*(?:[-–—|•·,(\[]\s*)?\b(?:(?:last )?updated|(?:first )?published|posted|aktualisiert|veröffentlicht"
        r"|publié|mis à jour|actualizado|publicado|aggiornato|pubblicato|stand"
        r"|on (?=(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d)))\b.*$",
        re.I | re.S,
    )


@cache
def date_tail() -> re.Pattern[str]:
    """Return the pattern of a bare date behind a name."""
    return re.compile(
        r"[\s,|•·–—-]*(?:\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?\s*)?"
        r"(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}[./ ]\s?(?:\d{1,2}\b"
        r"|[^\W\d_]{3,10}\.? \d{4})|\b\d{4}-\d\d).*$",
        re.I | re.S,
    )


@cache
def noise() -> re.Pattern[str]:
    """Return the pattern of addresses and buttons."""
    return re.compile(
        r"\S+@\S+\.\w+|https?://\S+|\bwww\.\S+|@\w+|\bfollow\b.*$|\b\d+ min(?:ute)?s? read\b.*$", re.I | re.S
    )


@cache
def where() -> re.Pattern[str]:
    """Where or for whom a person writes: "Mara Veld in Ostend"."""
    return re.compile(
        r"\s+(?:in|aus|à|from|at)\s+(?=[A-ZÄÖÜÉ])[^,;&]{2,30}$|\s+(?:for|für)\s+(?:the\s+)?[A-Z][^,;&]{2,40}$"
    )


@cache
def between() -> re.Pattern[str]:
    """Return the pattern of what parts two names."""
    return re.compile(
        r"\s*(?:[;|•·\n/]|\b(?:im gespräch mit|in conversation with|entretien avec)\b"
        r"|&(?!\w+;)|\s[–—-]\s|\b(?:and|und|et|og|och|sowie|ve|и|та|και)\b(?=\s)|、|，|・|with(?=\s[A-Z]))\s*",
        re.I,
    )


@cache
def weakly_between() -> re.Pattern[str]:
    """Words for "and" of one or two letters, taken as such only between names of two words."""
    return re.compile(r"\s+(?:y|e|i|en|a)\s+")


@cache
def comma() -> re.Pattern[str]:
    """Return the pattern of a comma between names."""
    return re.compile(r"\s*,\s*(?:and\s+|und\s+)?")


@cache
def role() -> re.Pattern[str]:
    """Return the pattern of a person's title in a newsroom or outside it."""
    return re.compile(
        r"\b(?:(?:chief|deputy|senior|staff|special|political|sports?|foreign|executive|managing|associate|assistant"
        r"|news|business|science|digital|contributing|world|diplomatic|health|city|online|media|freelance|lead"
        r"|junior|tech|technology|shopping|features?|crime|education|travel|money|culture|entertainment|fashion"
        r"|lifestyle|environment|climate|security|defen[cs]e|investigative|national|regional|local|social|content"
        r"|legal|consumer|personal finance|real estate|white house)?[ -]*"
        r"(?:reporter|correspondent|editor|writer|columnist|journalist|producer|contributor|photographer|analyst"
        r"|blogger|critic|commentator|director|professor|lecturer|fellow|author|founder|ceo|president|intern"
        r"|presenter|host|specialist|expert|coordinator|manager|developer|engineer|officer|consultant|strategist"
        r"|attorney|physician|dietitian|nutritionist|therapist|leader|scientist|researcher|historian|economist|advisor"
        r"|adviser|owner|executive|trainer|designer|marketer|copywriter|reviewer)s?"
        r"|head of [\w ]+"
        r"|redakteur(?:in)?|korrespondent(?:in)?|journaliste?|journalistin|redactor(?:a)?|periodista|corresponsal"
        r"|giornalista|redacteur|verslaggever|reporterin|autorin|chefredakteur(?:in)?|redaktor|корреспондент"
        r"|dziennikarz|muhabir)\b",
        re.I,
    )


@cache
def _low_role() -> re.Pattern[str]:
    return re.compile(role().pattern)


def has_role(text: str) -> bool:
    """Tell whether `role` finds something; in lower case, which is four times as fast as to ignore the case."""
    return _low_role().search(text.lower()) is not None


@cache
def staff() -> re.Pattern[str]:
    """Return the pattern of a whole name that stands for a newsroom."""
    return re.compile(
        r"(?:from )?(?:our|a|an)\s(?:\w+ ){0,3}(?:reporters?|correspondents?|writers?|staff)"
        r"|(?:staff|web|online|news)[ -](?:reporters?|correspondents?|writers?|editors?)|staff\b.{0,20}|.{1,20} staff"
        r"|(?:the )?(?:\w+ ){0,4}(?:web ?|news ?)?(?:desk|team|bureau|newsroom|editorial board|editors)|editorial"
        r"|news ?desk|newsroom|redaktion(?:en)?|(?:la )?r[ée]daction|(?:la )?redacci[óo]n|(?:la )?redazione"
        r"|reda[cç][ãa]o|redakcja|redactie|редакция|staff and agenc(?:y|ies)|agenc(?:y|ies)|agencias|agences?|agenturen"
        r"|wire (?:reports?|services?)|gastautor(?:in)?|guest (?:author|contributor|writer)",
        re.I,
    )


_ORGANIZATIONS = frozenset(
    "gmbh inc ltd llc plc corp srl kg ag b.v s.a o.o e.v association foundation institut institute instituto university"
    " universität università universidad ministry ministerium company magazin magazine newspaper pressestelle presse"
    " zeitung".split()
)
_SOCIETIES = ("stiftung", "verband", "verlag", "verein", "zeitung")


def is_organization(name: str) -> bool:
    """Tell whether a name has a word that only companies, societies and offices have."""
    for word in name.lower().split():
        bare = word.strip(".,")
        if bare in _ORGANIZATIONS or bare.endswith(_SOCIETIES):
            return True
    return False


# ------------------------------------------------------------------ names that need none of them

_SKIPPED = re.compile(r"\\.|\(\?[=!][^)]*\)")
"""What in a pattern's source is no word that it takes out."""


@cache
def _plain() -> re.Pattern[str]:
    word = r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿ]{2,}"
    return re.compile(rf"(?:(?:{word}|[A-Z]\.)[ -]){{1,3}}{word}|[A-Z][A-Za-z]{{2,}}")


@cache
def _address() -> re.Pattern[str]:
    return re.compile(r"https?://[^\s()]+", re.I)


@cache
def _stems() -> frozenset[str]:
    """Return the first four letters of every word that a pattern here or an agency's name holds."""
    patterns = (prefix(), short_prefix(), tail(), noise(), between(), role(), staff(), trailing())
    source = _SKIPPED.sub(" ", " ".join(pattern.pattern for pattern in patterns)).casefold()
    return frozenset(word[:4] for word in (*re.findall(r"[^\W\d_]{3,}", source), *_ORGANIZATIONS))


def is_plain(byline: str) -> bool:
    """Tell whether a byline is a name such as "Mara J. Veld" that every pattern here leaves as it is.

    It is made of words of three letters and more in Latin script, with capitals, and none begins as a word does
    that stands around names. The answer "no" costs time, nothing else.
    """
    if not _plain().fullmatch(byline):
        return False
    stems = _stems()
    for word in byline.lower().replace("-", " ").split(" "):
        if word[:4] in stems or (len(word) <= 4 and word[:3] in stems) or word[:2] == "by":
            return False
    return True


def is_address(byline: str) -> bool:
    """Tell whether a byline is nothing but an address, as in ``article:author``."""
    return _address().fullmatch(byline) is not None

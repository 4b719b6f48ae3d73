"""Wire services: the names they are printed under, and the places where a page credits them.

An agency is never taken from running text: "he told Reuters" credits nobody. What counts is a whole
byline, the bracket of a dateline, and a sign-off below the story.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

NAMES: dict[str, tuple[str, ...]] = {
    "AAP": ("Australian Associated Press", "Australian Associated Press (AAP)"),
    "AFP": ("Agence France-Presse", "Agence France Presse", "AFP News", "AFP.com", "Agence France-Presse (AFP)"),
    "ANI": ("Asian News International", "ANI News"),
    "ANSA": ("Agenzia ANSA", "Redazione ANSA"),
    "ANP": ("Algemeen Nederlands Persbureau",),
    "AP": (
        "Associated Press", "AP News", "Associated Press (AP)", "Associated Press writer", "Associated Press writers",
        "AP Staff", "Associated Press staff",
    ),
    "APA": ("Austria Presse Agentur", "Austria Presse-Agentur"),
    "Adnkronos": ("Redazione Adnkronos",),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı", "Anadolu Ajansi", "AA (Anadolu)"),
    "Antara": ("Antara News", "LKBN Antara"),
    "APA-Inews": (),
    "Belga": ("Belga News Agency", "Agence Belga"),
    "Bernama": ("Bernama.com",),
    "Bloomberg": ("Bloomberg News", "Bloomberg News Service", "Bloomberg.com", "Bloomberg L.P."),
    "Canadian Press": ("The Canadian Press", "La Presse Canadienne", "Presse canadienne"),
    "Capital Market": ("Capital Market - Live",),
    "CNA": ("Central News Agency",),
    "CTK": ("ČTK", "Czech News Agency"),
    "dpa": (
        "Deutsche Presse-Agentur", "dpa International", "Deutsche Presse-Agentur (dpa)", "dpa-infocom", "dpa/tmn",
    ),
    "EFE": ("Agencia EFE", "EFE News", "Agencias EFE"),
    "Europa Press": ("Agencia Europa Press",),
    "IANS": ("Indo-Asian News Service", "Indo Asian News Service", "IANS Live"),
    "Interfax": ("Interfax-Ukraine", "Интерфакс"),
    "Jiji": ("Jiji Press",),
    "KNA": ("Katholische Nachrichten-Agentur",),
    "Kyodo": ("Kyodo News", "共同通信", "共同通信社"),
    "Lusa": ("Agência Lusa",),
    "NTB": ("Norsk Telegrambyrå",),
    "PA": ("Press Association", "PA Media", "PA News Agency", "PA Wire"),
    "PAP": ("Polska Agencja Prasowa",),
    "PTI": ("Press Trust of India", "Press Trust of India (PTI)", "पीटीआई", "PTI Bhasha"),
    "Reuters": (
        "Thomson Reuters", "Reuters Staff", "Reuters Editorial", "Reuters.com", "Reuters News", "Reuters Breakingviews",
        "Reuters Agency", "Рейтер",
    ),
    "RIA Novosti": ("РИА Новости", "RIA"),
    "Ritzau": ("Ritzaus Bureau",),
    "SDA": ("Keystone-SDA", "Keystone-ATS", "Schweizerische Depeschenagentur"),
    "SID": ("Sport-Informations-Dienst",),
    "TASS": ("ТАСС", "ITAR-TASS"),
    "TT": ("Tidningarnas Telegrambyrå",),
    "UNI": ("United News of India",),
    "UPI": ("United Press International",),
    "Ukrinform": ("Укринформ", "Укрінформ"),
    "Xinhua": ("Xinhua News Agency", "新华社", "新华网", "Xinhuanet"),
    "Yonhap": ("Yonhap News Agency", "연합뉴스"),
}  # fmt: skip
"""Canonical short name to the other names that it is printed under."""

_DPA_SERVICES = frozenset("lno lni lsw lby lbn lnw lhe lrs lsa lmv lth bb mv sn th tmn afx infocom".split())
"""The services of dpa for German states and subjects, as its credits name them: "dpa/lno"."""
_MAX_NAME_CHARS = 60

_AROUND = ("by", "von", "par", "por", "source", "quelle", "the", "with")
"""First words that `_trim` takes off."""

# The patterns are compiled when the first byline is read: a program that only imports this pays nothing.


@cache
def _trim() -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(_AROUND)}|©)\b[\s:]+|^[\s(\[—–-]+|[\s)\].:—–-]+$", re.I)


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(r"\s*(?:[/,;&+|]|\band\b|\bund\b|\bet\b)\s*")


@cache
def trailing() -> re.Pattern[str]:
    """Return the pattern of an agency's long name behind a person's: "Mara Veld Associated Press"."""
    long = sorted((name for names in NAMES.values() for name in names if " " in name), key=len, reverse=True)
    return re.compile(rf"[\s,|/-]+(?:{'|'.join(map(re.escape, long))})$", re.I)


@cache
def _by_name() -> Mapping[str, str]:
    return {_key(name): short for short, names in NAMES.items() for name in (short, *names)}


def _key(name: str) -> str:
    """Fold what does not part two agencies: case, an article, brackets around it."""
    key, trim = name, _trim()
    for _ in range(3):
        before, key = key, trim.sub("", key)
        if key == before:
            break
    return " ".join(key.split()).casefold()


def agency_of(name: str) -> str | None:
    """Return the short name of the agency that a whole name stands for."""
    if len(name) > _MAX_NAME_CHARS:
        return None
    words = name.casefold().split()
    if words and words[0].partition(":")[0] not in _AROUND and name[0].isalnum() and name[-1].isalnum():
        return _by_name().get(" ".join(words))  # nothing to trim
    return _by_name().get(_key(name))


def agencies_of(name: str) -> tuple[str, ...]:
    """Return the agencies of a shared credit such as ``dpa/AFP``; nothing unless every part is one."""
    if len(name) > _MAX_NAME_CHARS:
        return ()
    if one := agency_of(name):
        return (one,)
    parts = [part for part in _parts().split(name) if part]
    if parts == [name]:
        return ()
    if parts and agency_of(parts[0]) == "dpa":
        parts = [part for part in parts if part not in _DPA_SERVICES]
    found = [agency_of(part) for part in parts]
    return tuple(dict.fromkeys(agency for agency in found if agency)) if all(found) else ()


class Dateline(NamedTuple):
    """Place and day as printed before the first sentence, and the agency in their bracket."""

    dateline: str
    agency: str


_MAX_PLACE_WORDS = 9
_HEAD_CHARS = 160


@cache
def _bracket() -> re.Pattern[str]:
    """``PLACE, Mon D (AGENCY) - ``: brackets that name no agency are no dateline."""
    return re.compile(r"([^\W\d_][^()\n]{1,70}?)\s*[,:]?\s*\(([^()]{2,60})\)\s*(?:[-–—:.]|$|(?=[\w\"“„'‘«]))")


@cache
def _lead() -> re.Pattern[str]:
    """``(AGENCY) - ``: the bracket without a place."""
    return re.compile(r"\(([^()]{2,60})\)\s*[-–—:]")


@cache
def _no_place() -> re.Pattern[str]:
    """What stands in a sentence and in no dateline."""
    return re.compile(r"[.!?;\"“”]\s|\b(?:said|told|says|reported|according)\b")


def agency_of_dateline(text: str) -> Dateline | None:
    """Read the dateline of a first paragraph: ``OSTRAVA, Feb 6 (Reuters) - The ...`` is of Reuters, from Ostrava."""
    head = text[:_HEAD_CHARS]
    if "(" not in head:
        return None
    if lead := _lead().match(head):
        found = agencies_of(lead[1])
        return Dateline("", found[0]) if found else None
    hit = _bracket().match(head)
    if hit is None:
        return None
    place, found = hit[1].rstrip(" ,:"), agencies_of(hit[2])
    if not found or len(place.split()) > _MAX_PLACE_WORDS or _no_place().search(place) or not place[0].isupper():
        return None
    return Dateline(place, found[0])


@cache
def _reporting() -> re.Pattern[str]:
    """Reuters credits desk and editors in one bracket; no other service does."""
    return re.compile(
        r"\(?(?:Additional )?(?:Reporting|Writing|Compiled|Editing) (?:and \w+ )?by [^()]{2,300}?"
        r"(?:;|,? (?:[Ee]diting|[Ww]riting) by)[^()]{2,300}\)?\.?"
        r"|\(?Berichterstattung durch [^()]{2,300}\)?\.?"
    )


_DASHES = frozenset("-–—(")
"""One of these stands in every sign-off but PTI's."""


@cache
def _sign() -> re.Pattern[str]:
    """``--IANS``, ``- ANI``, ``(AFP)`` as a last line or after the last sentence."""
    return re.compile(
        r"(?:.*[.!?\"”])?\s*(?:[-–—]{1,2}\s*"
        r"|\()\s*([A-Za-z]{2,10}(?:[ /][A-Za-z]{2,10})?)\)?\s*(?:[a-z]{2,4}(?:/[a-z]{2,4})*/?)?\.?"
    )


@cache
def _pti() -> re.Pattern[str]:
    """``PTI ABC DEF``: the agency with its desk's initials."""
    return re.compile(r"(PTI|IANS|UNI)(?:\s+[A-Z]{2,5})+\.?")


def agency_of_signoff(text: str) -> str | None:
    """Return the agency that a last line credits: ``--IANS``, ``PTI KR VB``, ``(Reporting by ...; Editing by ...)``."""
    if len(text) <= 700 and _reporting().fullmatch(text):
        return "Reuters"
    tail = text[-80:]
    hit = _pti().fullmatch(tail)
    if hit is None and not _DASHES.isdisjoint(tail):
        hit = _sign().fullmatch(tail)
    return agency_of(hit[1]) if hit else None

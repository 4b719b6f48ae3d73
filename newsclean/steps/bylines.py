"""Bylines into names: who wrote it, apart from when, for whom and with what title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

from newsclean.article import Author, AuthorKind
from newsclean.steps import byline_words as words
from newsclean.steps.agencies import agencies_of, agency_of, trailing
from newsclean.steps.names import is_full_name, is_name, squash, title_letters

MAX_AUTHORS = 20
MAX_RAW_CHARS = 400
"""A longer byline is a text about its author."""
_LETTERS = re.compile(r"[A-Z]{2,5}|[MB](?:Sc|Ed|Eng|Phil)|D?Ph(?:il|D)")
"""Letters behind a name: a degree, or the outlet's own: "Mara Veld, MSc", "Mara Veld, CNN"."""
_ARTICLES = frozenset(("das", "die", "der", "the", "les", "los"))
"""A name that begins so is an outlet's or a group's."""
_BRACKETED = re.compile(r"(?<=[^\W\d_] )\((?P<nick>[^\W\d_]+)\)(?= [^\W\d_]+$)|\(([^()]*)\)?")
"""A name by which somebody is called, inside his own, or else what stands in brackets."""


def people(
    raw: str | None,
    *,
    url: str | None = None,
    site_names: Iterable[str] = (),
    printed_only: bool = False,
    line: str | None = None,
) -> tuple[Author, ...]:
    """Take the names out of a byline.

    Agencies come with the kind ``agency``, newsrooms with ``staff``, the outlet itself with ``organization``.

    Args:
        raw: the byline as printed, with all that stands around the names.
        url: address of the author's page, where the byline is one person's.
        site_names: names of the outlet, which is no person.
        printed_only: the line was only found near a headline, so what is no full name is nobody.
        line: the line that `raw` was taken from, for the record.
    """
    printed = " ".join((raw or "").split())
    if not printed or len(printed) > MAX_RAW_CHARS:
        return ()
    if "(" not in printed and (agency := agency_of(printed)):
        return (Author(name=agency, kind="agency", url=url, raw=line or printed),)
    if words.is_plain(printed):
        return _plain(printed, site_names, url, printed_only, line or printed)
    if words.is_address(printed):
        return ()
    bare = strip_around(printed)
    if bare != printed and words.is_plain(bare) and not agency_of(bare):
        return _plain(bare, site_names, url, printed_only, line or printed)
    own = _squashed(tuple(site_names))
    found: dict[str, Author] = {}
    roles: list[tuple[str, str]] = []
    last = ""
    for part in parts_of(bare):
        if role := _as_role(part, bool(found)):
            roles.append((last, role))
            continue
        for name, kind in _named(part, own):
            key = name.casefold()
            if kind == "person" and ((found and _LETTERS.fullmatch(name)) or (printed_only and not is_full_name(name))):
                continue
            last = key
            found.setdefault(key, Author(name=name, kind=kind, url=url, raw=line or printed))
    return _own_address(tuple(_with_role(author, key, roles) for key, author in list(found.items())[:MAX_AUTHORS]))


def _own_address(authors: tuple[Author, ...]) -> tuple[Author, ...]:
    """Leave out the address that an outlet writes behind its own name: "Ferry Post, Salmbruck, Germany"."""
    if len(authors) > 1 and authors[0].kind == "organization" and all(" " not in other.name for other in authors[1:]):
        return authors[:1]
    return authors


@lru_cache(maxsize=256)  # a page's bylines are read one by one
def _squashed(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(squash(name) for name in names if name)


def _plain(name: str, site_names: Iterable[str], url: str | None, printed_only: bool, line: str) -> tuple[Author, ...]:
    """Return what a byline that is nothing but a name gives: the same as the patterns would, sooner."""
    for _, kind in _kind_of(name, _squashed(tuple(site_names))):
        if kind == "organization" or not printed_only or is_full_name(name):
            return (Author(name=name, kind=kind, url=url, raw=line),)
    return ()


def _with_role(author: Author, key: str, roles: list[tuple[str, str]]) -> Author:
    role = next((role for name, role in roles if name == key), None)
    if role is None or author.kind != "person":
        return author
    return Author(name=author.name, kind=author.kind, role=role, url=author.url, raw=author.raw)


def _bracket(hit: re.Match[str]) -> str:
    if hit["nick"]:
        return hit[0]
    return f"; {hit[2]}" if agencies_of(hit[2]) else " "


def strip_around(text: str) -> str:
    """Take off what stands before and behind the names: "By", e-mails, "Updated ...", dates."""
    text = words.noise().sub(" ", _BRACKETED.sub(_bracket, text))
    text = words.tail().sub("", text)
    if any(map(str.isdecimal, text)):
        text = words.date_tail().sub("", text)
    for _ in range(2):
        bare = words.prefix().sub("", text).strip()
        if bare == text:
            break
        text = bare
    return words.short_prefix().sub("", text).strip(" ,;:|-–—•·")


def parts_of(text: str) -> Iterator[str]:
    """Split a byline into its names, titles and agencies."""
    if agencies_of(text) or words.staff().fullmatch(text):
        yield text
        return
    for piece in words.between().split(text):
        pieces = words.comma().split(piece)
        if len(pieces) == 2 and _is_inverted(pieces):
            pieces = [f"{pieces[1]} {pieces[0]}"]
        for part in pieces:
            halves = words.weakly_between().split(part)
            yield from halves if len(halves) > 1 and all(" " in half.strip() for half in halves) else [part]


def _is_inverted(pieces: list[str]) -> bool:
    """Tell "Veld, Mara" from two names: each piece is one word, and no agency or suffix."""
    return all(
        p and " " not in p and p[0].isupper() and not agency_of(p) and not title_letters().fullmatch(p) for p in pieces
    )


def _as_role(part: str, behind_name: bool) -> str | None:
    """Return a part that is a title and no name: "Senior Reporter", "political editor".

    Behind a name, what ends as a title does is one: "Full-Stack Drupal Developer".
    """
    if not words.has_role(part) or words.is_plain(part) or words.staff().fullmatch(part):
        return None
    hit = words.role().search(part)
    if hit is None:
        return None
    if behind_name and hit.end() == len(part):
        return part
    rest = words.role().sub("", part).strip()
    return part if not _looks_named(rest) else None


def _looks_named(text: str) -> bool:
    parts = text.split()
    return (
        len(parts) >= 2
        and all(part[0].isupper() or not part[0].isalpha() for part in (parts[0], parts[-1]))
        and parts[0].lower() != "the"
    )


def _named(part: str, own: Set[str]) -> Iterator[tuple[str, AuthorKind]]:
    """Yield what a part names, with its kind."""
    if words.is_plain(part) and not agency_of(part):
        yield from _kind_of(part, own)
        return
    part = words.short_prefix().sub("", words.prefix().sub("", part.strip())).strip(' ,;:|-–—•·*"“”()[]')
    if agencies := agencies_of(part):
        yield from ((name, "agency") for name in agencies)
        return
    if words.staff().fullmatch(part):
        yield part, "staff"
        return
    if hit := trailing().search(part):
        agency = agency_of(hit[0].strip(" ,|/-"))
        part = part[: hit.start()]
        if agency:
            yield from _named(part, own)
            yield agency, "agency"
            return
    name = words.where().sub("", part).strip()
    if words.has_role(part):
        name = words.role().sub("", name).strip(" ,;:|-–—")
    yield from _kind_of(name, own)


def _kind_of(name: str, own: Set[str]) -> Iterator[tuple[str, AuthorKind]]:
    """Yield what is left of a part, with its kind; nothing if it is no name."""
    if squash(name) in own or name.partition(" ")[0].lower() in _ARTICLES or words.is_organization(name):
        yield name, "organization"
    elif is_name(name):
        yield name, "person"

"""A page without its words: the markup stays, the prose becomes made-up words of the same shape.

A case is to show how an outlet's pages are built, not what they say. The same word becomes the same
made-up word everywhere on the page, so what repeats still repeats: the headline in the metadata, a
caption below its picture. Short notices stay, as rules are written for them.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from newsclean.steps.phrases import is_menu_line, sure_line

KEPT_WORDS = 4
"""A text with so many words at most is a notice, a label or a name on a button, and stays."""
_TAG = re.compile(r"<!--.*?-->|<(script|style|template)\b([^>]*)>(.*?)</\1\s*>|<[^>]*>", re.S | re.I)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ATTRIBUTE = re.compile(r"(\s)([\w:.-]+)(\s*=\s*)(\"[^\"]*\"|'[^']*')")
_PROSE = frozenset(("content", "alt", "title", "aria-label", "placeholder", "data-title", "data-caption"))
_ADDRESS = frozenset(("href", "src", "srcset", "data-src", "action", "poster"))
_FREE = frozenset(("viewport", "generator", "robots", "theme-color", "charset"))
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday".split()
)
_FIRST, _SECOND = "bdfglmnprstv", "aeiou"


def scrub(source: str) -> str:
    """Return a page with its prose replaced; markup, addresses' hosts, dates and short notices stay."""
    parts: list[str] = []
    at = 0
    for tag in _TAG.finditer(source):
        parts += [_text(source[at : tag.start()]), _markup(tag)]
        at = tag.end()
    return "".join((*parts, _text(source[at:])))


def _text(text: str) -> str:
    bare = html.unescape(text)
    words = _WORD.findall(bare)
    if len(words) <= KEPT_WORDS or _is_notice(bare):
        return text
    return html.escape(made_up(bare), quote=False)


def _is_notice(text: str) -> bool:
    line = " ".join(text.split())
    return sure_line(line) is not None or is_menu_line(line)


def made_up(text: str) -> str:
    """Replace every word of a text; punctuation, numbers, white space and very short words stay."""
    return _WORD.sub(lambda word: _word(word[0]), text)


def _word(word: str) -> str:
    if (len(word) <= 3 and word.isascii()) or word.lower() in _CALENDAR:
        return word
    seed = hashlib.sha256(word.lower().encode("utf-8")).digest()
    return "".join(_letter(char, seed[i % len(seed)], i) for i, char in enumerate(word))


def _letter(char: str, seed: int, place: int) -> str:
    if not char.isalpha():
        return char
    if char.isascii() or "LATIN" in unicodedata.name(char, ""):
        letter = (_SECOND if place % 2 else _FIRST)[seed % (5 if place % 2 else 12)]
        return letter.upper() if char.isupper() else letter
    moved = chr(ord(char) + (seed % 7) - 3)  # a neighbour in its alphabet, if that is a letter of the same kind
    return moved if unicodedata.category(moved) == unicodedata.category(char) else char


def _markup(tag: re.Match[str]) -> str:
    whole = tag[0]
    if whole.startswith("<!--"):
        return ""
    if tag[1]:
        return f"<{tag[1]}{tag[2]}>{_script(tag)}</{tag[1]}>"
    if _FREE & set(re.findall(r"[\w-]+", whole.lower())):
        return whole
    return _ATTRIBUTE.sub(_attribute, whole)


def _script(tag: re.Match[str]) -> str:
    """Return what stays of a script: JSON-LD with other words; nothing of all else."""
    if tag[1].lower() == "template":
        return scrub(tag[3])
    if "ld+json" not in tag[2]:
        return ""
    try:
        data = json.loads(tag[3], strict=False)
    except ValueError:
        return ""
    return json.dumps(_json(data), ensure_ascii=False)


def _json(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _json(held, name) for name, held in value.items()}
    if isinstance(value, list):
        return [_json(held, key) for held in value]
    if not isinstance(value, str) or key.startswith("@") or "date" in key.lower():
        return value
    return _address(value) if "://" in value else made_up(value)


def _attribute(match: re.Match[str]) -> str:
    gap, name, equals, quoted = match.groups()
    quote, value = quoted[0], html.unescape(quoted[1:-1])
    if name.lower() in _ADDRESS or "://" in value:
        value = _address(value)
    elif name.lower() in _PROSE and " " in value and not _is_stamp(value):
        value = made_up(value)
    else:
        return match[0]
    return f"{gap}{name}{equals}{quote}{html.escape(value)}{quote}"


def _is_stamp(value: str) -> bool:
    return bool(re.match(r"\d{4}-\d\d", value)) or not _WORD.search(value)


def _address(value: str) -> str:
    """Return an address with its host and the shape of its path; the words of a slug tell the headline."""
    return "".join(_slug(part) for part in re.split(r"(?<=[/ ,])", value))


def _slug(part: str) -> str:
    return made_up(part) if part.count("-") >= 2 and "://" not in part and ":" not in part else part


def words(source: str) -> Iterator[str]:
    """Yield the words of a text that scrubbing replaces: those of more than three letters."""
    return (word for word in _WORD.findall(source) if len(word) > 3)

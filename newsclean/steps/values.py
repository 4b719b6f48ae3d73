"""What a page declares, of whatever type, as plain text: nothing here raises for what it is given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

from newsclean.steps.blocks import fold
from newsclean.steps.page import strings

T = TypeVar("T")

MAX_FIELD_CHARS = 2_000
"""The longest standfirst seen has 900 characters; more is the story, or an attack."""
MAX_VALUES = 40
"""Values read of one source: a page that repeats a tag thousands of times is an attack."""
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8}\d{0,2});", re.I)
_MARKUP = re.compile(r"</?[a-z][^<>]{0,300}>", re.I)


class Place(NamedTuple):
    """A value as found, of whatever type, and the name of its source."""

    value: Any
    source: str


def first(places: Iterable[Place], read: Callable[[Any], T | None]) -> tuple[T, str] | None:
    """Return the first value that can be read, with its source."""
    for value, source in places:
        if value is not None and (got := read(value)):
            return got, source
    return None


def text(value: Any) -> str | None:
    """Return a declared value as one line of text: a string, the first of a list, the name of an object."""
    if not value:
        return None
    for item in (value,) if type(value) is str and value.isascii() else strings(value):
        plain = fold(unescape(item))
        if plain:
            return plain[:MAX_FIELD_CHARS]
    return None


def unescape(value: str) -> str:
    """Undo what content systems escape twice: entities, and markup in a headline."""
    if "&" in value and _ENTITY.search(value):
        from html import unescape as once

        value = once(value)
    return _MARKUP.sub("", value) if "<" in value else value


def scalars(value: Any) -> Iterator[str | int | float]:
    """Yield the strings and numbers of a declared value; nothing of a value of any other shape."""
    for item in (value if isinstance(value, list) else [value])[:20]:
        if isinstance(item, dict):
            item = item.get("@value")
        if isinstance(item, (str, int, float)) and not isinstance(item, bool):
            yield item

"""Classes of characters, as bits: what a model of lines asks of them."""

from __future__ import annotations

import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

from newsclean.steps.blocks import ENDS

Codes = NDArray[np.uint32]
Kinds = NDArray[np.uint16]

UPPER, LOWER, DIGIT, SPACE, COMMA, END, MARK, SPEECH, WIDE, SIGN = (1 << bit for bit in range(10))
_SETS = {
    COMMA: ",;、，؛،", END: ENDS, MARK: "|»«›‹·•>/©®™→←↑✓★#[]{}=@+*_", SPEECH: "\"“”„「」»«",
}  # fmt: skip


@cache
def classes() -> NDArray[np.uint16]:
    """Return the classes of the characters of the Basic Multilingual Plane, as bits."""
    table = np.zeros(0x10000, np.uint16)
    for code in range(0x10000):
        char = chr(code)
        table[code] = (
            UPPER * char.isupper() | LOWER * char.islower() | DIGIT * char.isdecimal() | SPACE * char.isspace()
        )
        if not (char.isalnum() or char.isspace() or unicodedata.combining(char)):
            table[code] |= SIGN
    for bit, chars in _SETS.items():
        table[[ord(char) for char in chars]] |= bit
    table[0x2E80:0xA000] |= WIDE
    table[0xAC00:0xD7B0] |= WIDE
    table[0xF900:0xFB00] |= WIDE
    return table


def codes_of(joined: str) -> Codes:
    """Return the code points of a text."""
    return np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)


def kinds_of(codes: Codes) -> Kinds:
    """Return the classes of characters; those beyond the Basic Multilingual Plane count as signs."""
    return classes()[np.minimum(codes, 0xFFFF)]

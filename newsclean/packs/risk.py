"""Packs of phrases, each with the risk of taking a reporter's words for it.

The classes are those of the count on 2,800 saved pages (on how many domains a phrase is a whole
line, and how often it stands inside running text):

- ``A``: never in running text, and long enough: goes even from inside a paragraph;
- ``B``: goes as a whole line;
- ``C``: a word that stories use too: goes as a whole line, and only at an end of the story or beside
  another line that is left out.
"""

from collections.abc import Mapping
from typing import Literal

from newsclean.plugin import Label, Pack, Rule, drop, trim

Risk = Literal["A", "B", "C"]


def pack(name: str, phrases: Mapping[tuple[Label, Risk], str]) -> Pack:
    """Return a pack.

    Args:
        name: the pack's name; rules are called after their label, with ``-inline`` for class A and ``-word`` for C.
        phrases: label and risk class to patterns, one a line.
    """
    whole: dict[Label, list[str]] = {}
    inline: dict[Label, list[str]] = {}
    words: dict[Label, list[str]] = {}
    for (label, risk), lines in phrases.items():
        patterns = [line.strip() for line in lines.strip().splitlines()]
        (words if risk == "C" else whole).setdefault(label, []).extend(patterns)
        if risk == "A":
            inline.setdefault(label, []).extend(patterns)
    rules: list[Rule] = [drop(label, text="|".join(patterns)) for label, patterns in whole.items()]
    rules += [drop(label, name=f"{label}-word", text="|".join(p), context=True) for label, p in words.items()]
    rules += [trim(label, name=f"{label}-inline", text="|".join(p)) for label, p in inline.items()]
    return Pack(name=name, rules=tuple(rules))

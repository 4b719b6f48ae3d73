"""Headline, byline, date, standfirst and section, read from the lines around a dump's story."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsclean.steps.blocks import is_sentence, weight
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.phrases import is_menu_line, label_of_line, opening_of
from newsclean.steps.units import Unit

REACH = 16
"""Units above the story among which its headline is looked for; below it stand byline, date, share bar, picture."""
TITLE_WEIGHT = range(12, 220)
"""Length of a headline in Latin letters."""
TITLE_SCORE = 0.45
TITLE_WORDS = 5
"""Words of four letters or more that a headline has; a line of fewer, such as a kicker or a rubric, says less."""
REPEATED = 0.35
"""What it says for a line that the dump has twice: in the page's title or its breadcrumb, and above the story."""
FAR = 0.02
"""What each unit between it and the story says against a line."""
STORY_UNITS = 60
"""Units of the story that say what it is about."""
AROUND = 8
"""Lines around the headline, and below the story's first, that may hold byline and date."""
LINE_CHARS = 160
STANDFIRST_CHARS = 40
_WORD = re.compile(r"\w{4,}")
_WIDE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_DAY = re.compile(r"\d{1,2}\b.*\b\d{4}|\b\d{4}\b.*\b\d{1,2}|\d{1,2}[./]\d{1,2}")
_CHANGED = re.compile(r"(?:last )?(?:updated|modified)|aktualisiert|mis à jour|actualizado|atualizado|aggiornato", re.I)
_CRUMBS = re.compile(r"\s*[›»>/|]\s*")


def headline_of(units: Sequence[Unit], keys: Sequence[str], keep: NDArray[np.bool_]) -> str | None:
    """Return the line above the story that is about what the story is about; None where none surely is.

    Args:
        keys: the units' texts in lower case.
        keep: which of them are the story's.
    """
    kept = np.flatnonzero(keep)
    if not len(kept) or not kept[0]:
        return None
    first = int(kept[0])
    story = frozenset(terms([keys[i] for i in kept[:STORY_UNITS].tolist()]))
    best, score = None, TITLE_SCORE
    for i in range(max(0, first - REACH), first):
        text = units[i].text
        if weight(text) not in TITLE_WEIGHT or text.endswith((".", "。")) or label_of_line(text):
            continue
        words = set(terms([keys[i]]))
        if not words:
            continue
        told = len(words & story) / len(words)
        told *= min(1.0, len(words) / TITLE_WORDS)
        value = told + REPEATED * (len(words) > 1 and keys.count(keys[i]) > 1) - FAR * (first - i)
        if value > score:
            best, score = text, value
    return best


def terms(keys: Sequence[str]) -> list[str]:
    """Return the words that say what texts are about; of scripts without spaces, pairs of characters."""
    joined = "\n".join(keys)
    if joined.isascii() or not _WIDE.search(joined):
        return _WORD.findall(joined)
    if len(keys) > 1:
        return [term for key in keys for term in terms([key])]
    return [joined[i : i + 2] for i in range(len(joined) - 1) if _WIDE.match(joined[i])]


def note_fields(labelled: Labelled, title: str | None) -> None:
    """Note what the lines that were cut around the story's beginning say of it, and label them so."""
    kept = [i for i, verdict in enumerate(labelled.verdicts) if verdict is None or verdict.label == "body"]
    if not kept:
        return
    first = kept[0]
    heads = [i for i in range(max(0, first - REACH), first) if labelled.blocks[i].text == title]
    head = heads[-1] if heads else None
    if title:
        labelled.found("title", title, "lines/headline", weak=True)
        note_section(labelled, head if head is not None else first)
    low = max(0, (head if head is not None else first) - (2 if head is not None else AROUND))
    for i in range(low, min(len(labelled.blocks), first + AROUND)):
        verdict = labelled.verdicts[i]
        if verdict is None or verdict.label == "body" or not verdict.rule.startswith("lines/"):
            continue
        note_line(labelled, i, standfirst=head is not None and head < i < first)


def note_line(labelled: Labelled, index: int, *, standfirst: bool) -> None:
    """Note byline, date or standfirst of one line."""
    text, verdict = labelled.blocks[index].text, labelled.verdicts[index]
    assert verdict is not None
    if len(text) <= LINE_CHARS and opening_of(text) == "byline":
        labelled.found("authors", text, "lines/byline", weak=True)
        labelled.verdicts[index] = Verdict("byline", verdict.rule)
    if len(text) <= LINE_CHARS and _DAY.search(text):
        field = "date_modified" if _CHANGED.match(text) else "date_published"
        labelled.found(field, text, "lines/date", weak=True)
    elif standfirst and weight(text) >= STANDFIRST_CHARS and is_sentence(text) and verdict.label == "navigation":
        labelled.verdicts[index] = Verdict("standfirst", verdict.rule)
        labelled.found("subtitle", text, "lines/standfirst", weak=True)


def note_section(labelled: Labelled, below: int) -> None:
    """Note the last part of a breadcrumb that stands above the headline: "Home > News > Harbour"."""
    for i in range(max(0, below - AROUND), below):
        text = labelled.blocks[i].text
        parts = [part for part in _CRUMBS.split(text) if part] if len(text) <= LINE_CHARS else []
        if len(parts) > 1 and is_menu_line(parts[0]) and all(len(part) <= 30 for part in parts):
            labelled.found("section", parts[-1], "lines/breadcrumb", weak=True)
            return

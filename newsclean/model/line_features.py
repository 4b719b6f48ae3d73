"""What the model of lines sees of a unit: its words, its layout, and what stands around it.

A unit is told by its shape, by its neighbours, by what it shares with the run of prose that is likely the story, and
by its words: those of a learned lexicon and the phrases of `steps.phrases`. Everything is worked out for a whole
dump at once, in arrays.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.steps.blocks import SENTENCE_END
from newsclean.steps.phrases import CONTEXT, LINE_CHARS, MENUS, OPENING_CHARS, opening_of, sure_line
from newsclean.steps.units import Unit

Column = NDArray[np.float64]
Columns = NDArray[np.float32]
Lexicon = Mapping[str, int]
"""Words with what they say of a unit, in units of `LEXICON_UNIT` log-odds: below 0 they speak of furniture."""
LEXICON_UNIT = 1 / 16

FAR = 60.0
"""Units at which a distance is called far."""
NEAR = {
    "chars": (-3, -2, -1, 1, 2, 3), "closed": (-1, 1), "titled": (-2, -1, 1, 2), "digits": (-1, 1), "gap": (1,),
    "notice": (-1, 1), "said": (-3, -2, -1, 1, 2, 3),
}  # fmt: skip
"""Neighbours whose own values a unit sees, by column."""
SPANS = (2, 5, 12)
"""Widths, in units, of the windows before and behind a unit."""
PROSE_CHARS, PROSE_SENTENCE, SHORT_CHARS, SHORT_COST = 80, 30, 60, -40.0
"""Prose is this long, or a sentence of the second length; shorter than the third and no sentence is short."""
ECHO_LETTERS = 5
"""Letters from which a word says what a text is about."""
OPENED = ("byline", "metadata", "caption", "related")

# ------------------------------------------------------------------ characters

UPPER, LOWER, DIGIT, SPACE, COMMA, END, MARK, SPEECH, WIDE, SIGN = (1 << bit for bit in range(10))
_SETS = {
    COMMA: ",;、，؛،", END: ".!?…。．！？।॥؟۔", MARK: "|»«›‹·•>/©®™→←↑✓★#[]{}=@+*_", SPEECH: "\"“”„「」»«",
}  # fmt: skip


@cache
def _classes() -> NDArray[np.uint16]:
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


_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d\d\b|\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b")
_LINKED = re.compile(r"https?:|www\.|\.com\b")
_HEADED = re.compile(r"^[^:.\n]{2,25}:(?=\s)", re.M)
"""A few words and a colon begin the unit: "Read also: ...", "Photo: ..."."""
Counts = NDArray[np.int64]


def shapes(texts: Sequence[str], joined: str) -> dict[str, Column]:
    """Return what the characters of units say; the units stand in `joined` with a line break behind each."""
    codes = np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32)
    kind = _classes()[np.minimum(codes, 0xFFFF)]
    ends = np.cumsum([len(text) + 1 for text in texts])
    starts = ends - [len(text) + 1 for text in texts]
    size = (ends - starts - 1).astype(np.float64)

    unit = np.repeat(np.arange(len(texts)), ends - starts)

    def count(mask: NDArray[np.bool_]) -> Column:
        return np.bincount(unit[mask], minlength=len(texts)).astype(np.float64)

    space = (kind & SPACE) > 0
    after_space = np.concatenate(([True], space[:-1]))
    before_space = np.concatenate((space[1:], [True]))
    begins = after_space & ~space
    wide = count((kind & WIDE) > 0)
    chars = np.maximum(size, 1.0)
    words = np.maximum(count(begins), 1.0)
    upper = (kind & UPPER) > 0
    first, last = kind[starts], kind[np.maximum(ends - 2, starts)]
    places, stops = np.flatnonzero(begins), np.flatnonzero(~space & before_space)
    small = np.zeros(len(codes), bool)
    small[places[((stops - places) < 3) & ((kind[places] & LOWER) > 0)]] = True
    return {
        "chars": size + 2 * wide, "words": words, "word_chars": size / words, "titled": count(begins & upper) / words,
        "small": count(small) / words, "upper": count(upper) / chars, "digits": count((kind & DIGIT) > 0) / chars,
        "commas": count((kind & COMMA) > 0) / words, "marks": count((kind & MARK) > 0),
        "speech": count((kind & SPEECH) > 0), "inner": count(((kind & END) > 0) & (before_space | ((kind & WIDE) > 0))),
        "first_upper": ((first & UPPER) > 0) * 1.0, "first_lower": ((first & LOWER) > 0) * 1.0,
        "first_digit": ((first & DIGIT) > 0) * 1.0, "last_letter": ((last & (UPPER | LOWER)) > 0) * 1.0,
        "clock": _found(_CLOCK, joined, ends), "linked": _found(_LINKED, joined, ends),
        "headed": _found(_HEADED, joined, ends), "last_mark": ((last & SIGN) > 0) * 1.0,
    }  # fmt: skip


def _found(pattern: re.Pattern[str], joined: str, ends: Counts) -> Column:
    """Return how often a pattern stands in each unit."""
    hits = [hit.start() for hit in pattern.finditer(joined)]
    return np.bincount(np.searchsorted(ends, hits, "right"), minlength=len(ends)).astype(np.float64)


# ------------------------------------------------------------------ words


def phrases(texts: Sequence[str], lowered: Sequence[str]) -> dict[str, Column]:
    """Return which units are known lines, and how they begin."""
    rows = [
        _phrase(text, low) if len(text) <= OPENING_CHARS else (0.0,) * (4 + len(OPENED))
        for text, low in zip(texts, lowered, strict=True)
    ]
    names = ("sure", "context", "menu", *(f"opens_{name}" for name in OPENED), "opens_other")
    return dict(zip(names, np.array(rows, np.float64).T, strict=True))


def _phrase(text: str, low: str) -> tuple[float, ...]:
    opens = opening_of(text)
    openings = (*[float(opens == name) for name in OPENED], float(opens is not None and opens not in OPENED))
    if len(text) > LINE_CHARS:
        return (0.0, 0.0, 0.0, *openings)
    bare = low.removesuffix(":").rstrip()
    context = bare in CONTEXT or low in CONTEXT
    return (float(sure_line(text) is not None), float(context), float(bare in MENUS), *openings)


def tokens(joined: str) -> list[list[str]]:
    """Return the words of units in lower case, without signs; the units stand in `joined` a line each."""
    codes = np.frombuffer(joined.encode("utf-32-le", "replace"), np.uint32).copy()
    codes[(_classes()[np.minimum(codes, 0xFFFF)] & SIGN) > 0] = 0x20
    return [line.split() for line in codes.tobytes().decode("utf-32-le").lower().split("\n")[:-1]]


def lexical(words: Sequence[Sequence[str]], lexicon: Lexicon) -> dict[str, Column]:
    """Return what the lexicon says of each unit: in all, on average, and the strongest word against it."""
    told = lexicon.get
    values = np.array([told(word, 0) for unit in words for word in (*unit, "")], np.float64)  # "" ends a unit
    sizes = np.array([len(unit) + 1 for unit in words])
    starts = np.cumsum(sizes) - sizes
    total = np.add.reduceat(values, starts) * LEXICON_UNIT
    known = np.where(values == 0, np.inf, values)
    least = np.minimum.reduceat(known, starts)
    return {
        "said": total / np.sqrt(sizes),
        "said_mean": total / sizes,
        "said_least": np.where(np.isinf(least), 0.0, least) * LEXICON_UNIT,
    }


class Vocabulary:
    """The longer words of units, numbered, to ask which of them the story has too."""

    def __init__(self, words: Sequence[Sequence[str]]) -> None:
        sets = [{word for word in unit if len(word) >= ECHO_LETTERS} for unit in words]
        number: dict[str, int] = {}
        self.ids = np.array([number.setdefault(word, len(number)) for word in chain.from_iterable(sets)], np.int64)
        self.sizes = np.array([len(unit) for unit in sets], np.int64)
        self.unit = np.repeat(np.arange(len(sets)), self.sizes)
        self.size = len(number)

    def echoes(self, inside: NDArray[np.bool_]) -> tuple[Column, Column]:
        """Return, for each unit, the share and the number of its words the units `inside` have too."""
        there = inside[self.unit]
        counts = np.bincount(self.ids[there], minlength=self.size)
        found = counts[self.ids] > there if self.size else there
        hits = np.bincount(self.unit[found], minlength=len(self.sizes)).astype(np.float64)
        return np.where(self.sizes > 0, hits / np.maximum(self.sizes, 1), -1.0), hits


# ------------------------------------------------------------------ sheets


class Sheet:
    """Named columns over the units of a dump."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.size = len(units)
        self.place = np.arange(self.size, dtype=np.float64)
        self.columns: dict[str, Any] = {}
        self.vocabulary: Vocabulary

    def __getitem__(self, name: str) -> Column:
        return self.columns[name]  # type: ignore[no-any-return]

    def matrix(self, names: Sequence[str]) -> Columns:
        """Return the named columns, one row each."""
        out = np.empty((len(names), self.size), np.float32)
        for row, name in zip(out, names, strict=True):
            row[:] = self.columns[name]
        return out

    def whole(self, name: str, value: float) -> None:
        """Add a column that is the same for all units."""
        self.columns[name] = value

    def near(self, name: str, steps: Sequence[int]) -> None:
        """Add the values of neighbours."""
        padded = np.full(self.size + 6, -9.0)
        padded[3:-3] = self.columns[name]
        for step in steps:
            self.columns[f"{name}{step:+d}"] = padded[3 + step : 3 + step + self.size]

    def windows(self, name: str, column: Column, spans: Sequence[int] = SPANS) -> None:
        """Add the sums of a column over the units before and behind each."""
        width = max(spans)
        total = np.zeros(self.size + 2 * width + 1)
        np.cumsum(column, out=total[width + 1 : width + 1 + self.size])
        total[width + 1 + self.size :] = total[width + self.size]
        here, behind = total[width : width + self.size], total[width + 1 : width + 1 + self.size]
        for span in spans:
            self.columns[f"{name}<{span}"] = here - total[width - span : width - span + self.size]
            self.columns[f"{name}>{span}"] = total[width + 1 + span : width + 1 + span + self.size] - behind

    def nearest(self, name: str, there: NDArray[np.bool_]) -> None:
        """Add how many units lie to the nearest of a kind, before and behind; at most `FAR`."""
        last = np.maximum.accumulate(np.where(there, self.place, -FAR - 1))
        following = np.minimum.accumulate(np.where(there, self.place, self.size + FAR)[::-1])[::-1]
        before, behind = np.full(self.size, FAR), np.full(self.size, FAR)
        before[1:] = np.minimum(self.place[1:] - last[:-1], FAR)
        behind[:-1] = np.minimum(following[1:] - self.place[:-1], FAR)
        self.columns[f"to_{name}<"], self.columns[f"to_{name}>"] = before, behind

    def span(self, name: str, gain: Column, wall: Column) -> None:
        """Add where units stand to the run with the largest sum: how far from its ends, and what lies between.

        Args:
            gain: what each unit adds to a run.
            wall: what each unit says for furniture, where it says so: the story hardly goes on behind much of it.
        """
        start, end = best_run(gain)
        total = self.columns["_chars"]
        self.columns[f"{name}_from"], self.columns[f"{name}_to"] = self.place - start, end - 1 - self.place
        self.columns[f"{name}_from_chars"] = total[:-1] - total[start]
        self.columns[f"{name}_to_chars"] = total[end] - total[1:]
        walls = np.cumsum(np.maximum(wall, 0.0))
        inner, outer = walls[max(start - 1, 0)], walls[max(end - 1, 0)]
        self.columns[f"{name}_wall"] = np.where(
            self.place < start, inner - walls, np.where(self.place >= end, walls - outer, 0.0)
        )
        self.whole(f"{name}_share", float((total[end] - total[start]) / max(1.0, total[-1])))


def best_run(gain: Column) -> tuple[int, int]:
    """Return start and end of the run with the largest sum (Kadane)."""
    total = np.concatenate(([0.0], np.cumsum(gain)))
    end = int(np.argmax(total - np.minimum.accumulate(total)))
    return int(np.argmin(total[: end + 1])), end


def first_sheet(units: Sequence[Unit], lexicon: Lexicon) -> Sheet:
    """Return what the first model sees of the units of a dump, at least one."""
    sheet = Sheet(units)
    texts = [unit.text for unit in units]
    joined = "\n".join(texts) + "\n"
    lowered = [text.lower() for text in texts]
    words = tokens(joined)
    columns = sheet.columns
    columns |= shapes(texts, joined)
    columns |= phrases(texts, lowered)
    columns |= lexical(words, lexicon)
    columns["closed"] = np.array([SENTENCE_END.search(text[-8:]) is not None for text in texts], np.float64)
    columns["gap"] = np.array([unit.gap for unit in units], np.float64)
    columns["listed"] = np.array([unit.listed for unit in units], np.float64)
    columns["notice"] = (
        columns["sure"] * 2 + columns["context"] + columns["menu"] + columns["opens_related"] + columns["opens_other"]
    )
    columns["_chars"] = np.concatenate(([0.0], np.cumsum(columns["chars"])))
    sheet.vocabulary = Vocabulary(words)
    _around(sheet)
    _repeats(sheet, lowered)
    return sheet


def _around(sheet: Sheet) -> None:
    """Add what stands around each unit."""
    chars, closed, notice = sheet["chars"], sheet["closed"] > 0, sheet["notice"] > 0
    prose = np.where((chars >= PROSE_CHARS) | (closed & (chars >= PROSE_SENTENCE)), chars, 0.0)
    short = (chars < SHORT_CHARS) & ~closed
    for name, steps in NEAR.items():
        sheet.near(name, steps)
    sheet.windows("prose", prose)
    sheet.windows("short", short.astype(np.float64), (5, 12))
    sheet.windows("noticed", notice.astype(np.float64), (5, 12))
    sheet.windows("said", sheet["said"], (5, 12))
    sheet.windows("dated", (sheet["clock"] > 0).astype(np.float64), (5, 12))
    long = ~short
    before = np.maximum.accumulate(np.where(long, sheet.place, -1.0))
    behind = np.minimum.accumulate(np.where(long, sheet.place, float(sheet.size))[::-1])[::-1]
    sheet.columns["short_run"] = np.where(long, 0.0, behind - before - 1)
    sheet.columns["in_run"] = np.where(long, 0.0, sheet.place - before)
    gain = np.where(prose > 0, prose, np.where(short, SHORT_COST, 0.0))
    sheet.span("run", gain, np.minimum(-sheet["said"], 3.0) + notice)
    _places(sheet, prose, notice)
    sheet.columns["echo"], sheet.columns["echoed"] = sheet.vocabulary.echoes(prose > 0)
    _page(sheet, prose, short, notice)


def _places(sheet: Sheet, prose: Column, notice: NDArray[np.bool_]) -> None:
    """Add where each unit stands: among units, characters, prose and known furniture."""
    columns, total = sheet.columns, sheet["_chars"]
    columns["place"], columns["place_back"] = sheet.place, sheet.size - 1 - sheet.place
    columns["place_share"] = sheet.place / max(1, sheet.size - 1)
    columns["chars_before"] = total[:-1] / max(1.0, total[-1])
    for name, column in (("prose", prose), ("notices", notice.astype(np.float64))):
        sums = np.cumsum(column)
        columns[f"{name}_before"], columns[f"{name}_after"] = sums - column, sums[-1] - sums
    sheet.nearest("notice", notice)
    sheet.nearest("sure", sheet["sure"] > 0)
    sheet.nearest("byline", (sheet["opens_byline"] > 0) | (sheet["opens_metadata"] > 0))
    sheet.nearest("clock", sheet["clock"] > 0)
    sheet.nearest("bad", sheet["said"] < -2)
    sheet.nearest("prose", prose > 0)


def _page(sheet: Sheet, prose: Column, short: NDArray[np.bool_], notice: NDArray[np.bool_]) -> None:
    """Add what the whole dump is like."""
    size, chars = sheet.size, max(1.0, float(sheet["_chars"][-1]))
    sheet.whole("page_prose", float(prose.sum()) / chars)
    sheet.whole("page_short", float(short.sum()) / size)
    sheet.whole("page_notices", float(notice.sum()))
    sheet.whole("page_noticed", float(notice.sum()) / size)
    sheet.whole("page_sure", float(sheet["sure"].sum()))
    sheet.whole("page_said", float(sheet["said"].sum()) / size)
    sheet.whole("page_glued", float((sheet["gap"] == 0).sum()) / size)


def _repeats(sheet: Sheet, keys: Sequence[str]) -> None:
    """Add how often each unit stands in the dump, and how often before it."""
    often, seen = Counter(keys), Counter[str]()
    before = []
    for key in keys:
        before.append(seen[key])
        seen[key] += 1
    sheet.columns["repeats"] = np.array([often[key] for key in keys], np.float64)
    sheet.columns["repeated"] = np.array(before, np.float64)


def add_verdicts(sheet: Sheet, logits: Column) -> None:
    """Add what the second model sees more: the first one's verdicts on each unit and around it."""
    chars = sheet["chars"]
    share = 1 / (1 + np.exp(-logits))
    kept = share * chars
    sheet.columns["logit"] = logits
    sheet.near("logit", (-3, -2, -1, 1, 2, 3))
    sheet.windows("kept", kept)
    sheet.windows("likely", share)
    sheet.span("story", np.clip(logits, -3, 3) * np.minimum(chars + 20, 300), np.minimum(-logits, 4.0))
    sheet.columns["story_echo"], sheet.columns["story_echoed"] = sheet.vocabulary.echoes((logits > 0) & (chars >= 40))
    sheet.nearest("firm", (logits > 1) & (chars >= SHORT_CHARS))
    sheet.whole("page_kept", float(kept.sum()))
    sheet.whole("page_kept_share", float(kept.sum() / max(1.0, chars.sum())))
    sheet.whole("page_certain", float(np.abs(np.tanh(logits / 2)).mean()))
    sheet.whole("page_likely", float(share.mean()))


UNASKED = frozenset(("_chars",))


def names_of(sheet: Sheet) -> tuple[str, ...]:
    """Return the names of the columns that a model may ask."""
    return tuple(name for name in sheet.columns if name not in UNASKED)

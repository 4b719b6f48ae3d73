"""What each block and each box of a page says by itself, before they are compared with each other.

The one part of the block model that reads text, in plain Python. Words weigh by two lexicons that were
learned with the trees (`newsclean.model.lexicon`): words of class names and words of short lines, in whatever
language the training pages had them. A word that is not in them says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, pairwise, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.article import Label
from newsclean.steps.blocks import ENDS, Block, Boxes, weight
from newsclean.steps.hints import NAMES, QUOTES_POST, SHORT_NAMES, STORY_ENDS, STORY_NAMES, name_of, plain, words_of
from newsclean.steps.page import MAX_TITLE_CHARS, Metadata
from newsclean.steps.phrases import CONTEXT, SURE, label_of_line

Floats = NDArray[np.float32]
Lexicon = Mapping[str, float]
"""Words with their log-odds of being in a story, above or below those of any block."""

LINE_CHARS = 320
"""Longer blocks are no lines; their words are not looked up."""
END_WORDS = 8
"""Words at each end of a line that are looked up."""
CLOSERS = " \"'”’»›」』)]"
QUOTES = frozenset("\"“«„'‘「『")
KINDS = {"paragraph": 0, "heading": 1, "list_item": 2, "quote": 3, "caption": 4, "table": 5, "code": 6, "live_entry": 7}
TAGS = {"p": 1, "div": 2}
"""Elements that say more of a block than its kind."""

COLUMNS = (
    "weight", "words", "links", "ends", "kind", "tag", "level", "times", "again", "first", "capitals", "colon", "signs",
    "notice", "title", "summary", "told", "word_low", "word_mean", "word_first", "word_last",
    "pair_low", "pair_high",
)  # fmt: skip
"""What is read of each block, in this order."""


class Said(NamedTuple):
    """What a page declares of its story, in the forms that blocks are compared with."""

    titles: tuple[str, ...]
    probe: str
    """All titles, plain and as they stand, in lower case."""
    summaries: str
    body: str
    flags: tuple[float, ...]
    """`FLAGS` of the page."""


FLAGS = ("news", "article", "told", "summed")
"""The page declares a news article; any article; the text of it; a summary."""
MIN_BODY = 200
MAX_SUMMARY_CHARS = 2000
"""Of each summary; a whole story is declared elsewhere."""
PROBE = 24
"""Characters at both ends of a block that are looked for in a declared body."""
HEAD = 12
"""Characters at its head that are looked for in a declared summary or title before more is compared."""
TITLE_HEAD = 6
"""Of these, how many must stand in a title."""
SUMMARY_HEAD = 60
"""Characters at its head by which a block is the summary."""


def declared(metadata: Metadata) -> Said:
    """Return what a page declares of its story."""
    story = metadata.story()
    names = (metadata.first("og:title"), metadata.first("twitter:title"), metadata.title, story.get("headline"))
    printed = [name[:MAX_TITLE_CHARS] for name in names if isinstance(name, str) and name]
    titles = tuple(dict.fromkeys(map(plain, printed)))
    probe = "\n".join((*titles, *map(folded, dict.fromkeys(printed))))
    texts = (story.get("description"), *(metadata.first(f"{kind}description") for kind in ("og:", "", "twitter:")))
    summaries = "".join(
        "\n" + folded(text[:MAX_SUMMARY_CHARS]) for text in texts if isinstance(text, str) and len(text) > 20
    )
    body = story.get("articleBody")
    body = folded(body[:200_000]) if isinstance(body, str) and len(body) > MIN_BODY else ""
    news = any("News" in name or name == "LiveBlogPosting" for name in metadata.types())
    flags = (float(news), float(metadata.is_article()), float(bool(body)), float(bool(summaries)))
    return Said(titles, probe, summaries, body, flags)


def folded(text: str) -> str:
    """Return a text in lower case with single spaces."""
    return " ".join(text.casefold().split())


# ------------------------------------------------------------------ blocks


class BlockTraits(NamedTuple):
    """What the blocks of a page say, one by one."""

    columns: Floats
    """(columns, blocks) in the order of `COLUMNS`."""
    lines: Sequence[Label | None]
    """What a block is by a fixed phrase, if it is one; links are not asked."""


def read_blocks(blocks: Sequence[Block], said: Said, words: Lexicon) -> BlockTraits:
    """Return what each block says."""
    times: dict[str, int] = {}
    rows: list[tuple[float, ...]] = []
    lines: list[Label | None] = []
    unread = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0 if said.body else -1.0, *NOTHING)
    get = words.get
    for block in blocks:
        text, kind = block.text, block.kind
        again = times.get(text, 0)
        times[text] = again + 1
        size = len(text) if text.isascii() else weight(text)
        links = block.links if block.links < size else size
        ends = text.rstrip(CLOSERS)[-1:] in ENDS if text else False
        level = block.level or 0 if kind == "heading" else 0
        known = (
            size, text.count(" ") + 1, links, ends, KINDS[kind], TAGS.get(block.tag, 0), level, again, again > 0
        )  # fmt: skip
        if links >= LINK * size and size < LINK_CHARS:
            lines.append(None)
            rows.append(known + unread)
            continue
        line = label_of_line(text)
        lines.append(line)
        key = text.casefold() if size <= LINE_CHARS else text[:HEAD].casefold()
        form, echo = form_of(text, line, key), echo_of(text, key[:HEAD], said)
        rows.append(known + form + echo + (words_in(key, get) if size <= LINE_CHARS else NOTHING))
    values = np.fromiter(chain.from_iterable(rows), np.float32, len(rows) * len(COLUMNS))
    columns = values.reshape(len(rows), len(COLUMNS)).T.copy()
    columns[COLUMNS.index("times")] = [times[block.text] for block in blocks]
    return BlockTraits(columns, lines)


LINK, LINK_CHARS = 0.8, 80
"""A short block that is a link but for a fifth says by its words where it leads, and is not read."""


def form_of(text: str, line: Label | None, key: str) -> tuple[float, float, float, float, float]:
    """Return how a text looks: first character, capitals, colon at its end, signs of furniture, a known notice.

    Args:
        line: what the text is by a fixed phrase.
        key: the text in lower case, or its head.
    """
    first = text[:1]
    kind = 3.0 if first.isupper() else 1.0 if first.islower() else 2.0 if first.isdigit() else 4.0 * (first in QUOTES)
    colon = text.endswith((":", "："))
    notice = 0.0 if line is None else 2.0 if key in SURE else 1.0 if key in CONTEXT else 3.0
    if len(text) > LINE_CHARS:
        return kind, 0.0, colon, 0.0, notice
    capitals = 2.0 * text.isupper() + text.istitle()
    signs = ("|" in text) + 2.0 * ("©" in text) + 4.0 * ("@" in text)
    return kind, capitals, colon, signs, notice


def echo_of(text: str, head: str, said: Said) -> tuple[float, float, float]:
    """Return how far a text repeats the page's title, its summary and its declared body; -1 where none is declared."""
    title = summary = 0.0
    if len(text) <= MAX_TITLE_CHARS and head[:TITLE_HEAD] in said.probe:
        title = likeness(plain(text), said.titles)
    if len(text) > HEAD and head in said.summaries:
        more = text[:SUMMARY_HEAD].casefold()
        summary = 3.0 if f"\n{more}" in said.summaries else 2.0 if f"\n{head}" in said.summaries else 1.0
    if not said.body:
        return title, summary, -1.0
    told = text[:PROBE].casefold() in said.body
    return title, summary, told + float(text[-PROBE:].casefold() in said.body)


def likeness(words: str, titles: Sequence[str]) -> float:
    """Return 1 for a title, less for a part of one or more than one, and by shared words for others."""
    best = 0.0
    for title in titles:
        if words == title:
            return 1.0
        if (len(words) > 15 and words in title) or (len(title) > 15 and title in words):
            best = 0.9
    if best or not titles or not words:
        return best
    own, other = set(words.split()), set(titles[0].split())
    return 0.7 * len(own & other) / len(own | other)


NOTHING = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def words_in(key: str, get: Callable[[str, float], float]) -> tuple[float, ...]:
    """Return what the words of a line in lower case weigh (the least, the mean, the first and the last), and the least
    and the most that two of them in a row do: "contributed to", "click here"."""
    words = line_words(key)
    if not words:
        return NOTHING
    weights = list(map(get, words, repeat(0.0)))
    pairs = list(map(get, pairs_of(words), repeat(0.0))) or (0.0,)
    return min(weights), sum(weights) / len(weights), weights[0], weights[-1], min(pairs), max(pairs)


def line_words(key: str) -> list[str]:
    """Return the words at both ends of a line: what a line is for is said there."""
    words = key.split()
    return words if len(words) <= 2 * END_WORDS else words[:END_WORDS] + words[-END_WORDS:]


def pairs_of(words: Sequence[str]) -> Iterable[str]:
    """Return each two words in a row as one."""
    return map(" ".join, pairwise(words))


# ------------------------------------------------------------------ boxes

BAD: frozenset[str] = frozenset((
    "related", "share", "navigation", "comments", "newsletter", "subscribe", "advert", "author_bio", "cookie",
    "copyright", "other", "caption",
))  # fmt: skip
"""Labels of boxes whose text is not weighed when the story's region is looked for."""
BAD_TAGS: Mapping[str, Label] = {
    "aside": "related", "nav": "navigation", "footer": "other", "form": "other", "button": "other", "label": "other",
    "dialog": "other", "figcaption": "caption", "caption": "caption",
}  # fmt: skip


class Name(NamedTuple):
    """What classes and id of a box say."""

    low: float
    """The least that one of its words weighs; 0 for a word that nothing is known of."""
    total: float
    label: Label | None
    words: tuple[str, ...]
    """Words that name boilerplate, those first that stand on nothing else."""
    quote: bool
    """A quoted post, which is part of the story."""
    story: bool


NAMELESS = Name(0.0, 0.0, None, (), False, False)
HINTS = frozenset(NAMES) | frozenset(SHORT_NAMES) | STORY_ENDS | QUOTES_POST


def read_name(name: str, lexicon: Lexicon) -> Name:
    """Return what a name says by its words."""
    words = words_of(name)
    if not words:
        return NAMELESS
    get = lexicon.get
    weights = [get(word, 0.0) for word in words]
    low, total = min(weights), sum(weights)
    if HINTS.isdisjoint(words):
        return Name(low, total, None, (), False, False)
    found = [word for word in words if word in NAMES]
    label = NAMES[found[0]] if found else None
    found += [word for word in words if word in SHORT_NAMES]
    if found and not label:
        label = SHORT_NAMES[found[0]]
    pairs = zip(("", *words), words, strict=False)
    story = any(word in STORY_NAMES or before + word in STORY_NAMES for before, word in pairs if word in STORY_ENDS)
    return Name(low, total, label, tuple(found), not QUOTES_POST.isdisjoint(words), story)


class BoxTraits(NamedTuple):
    """What the boxes of a page are called."""

    names: Sequence[str]
    said: Sequence[Name]
    lows: Sequence[float]
    totals: Sequence[float]
    """`Name.low` and `Name.total` of each box."""
    filled: Sequence[int]
    """Boxes with a block in them, but for the page itself."""


def read_names(boxes: Boxes, hear: Callable[[str], Name]) -> BoxTraits:
    """Return the name of each box and what it says; boxes without a block are passed by.

    Args:
        hear: `read_name` with a lexicon.
    """
    known: dict[str, Name] = {"": NAMELESS}
    count, elements = len(boxes), boxes.elements
    names, said, lows, totals = [""] * count, [NAMELESS] * count, [0.0] * count, [0.0] * count
    filled = [at for at, (start, end) in enumerate(zip(boxes.starts, boxes.ends, strict=True)) if start < end and at]
    for at in filled:
        name = name_of(elements[at])
        if name:
            heard = known.get(name)
            if heard is None:
                known[name] = heard = hear(name)
            names[at], said[at], lows[at], totals[at] = name, heard, heard.low, heard.total
    return BoxTraits(names, said, lows, totals, filled)

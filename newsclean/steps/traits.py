"""What each block and each box of a page says by itself, before they are compared with each other.

The one part of the block model that reads text, in plain Python. Words weigh by two lexicons that were
learned with the trees (`newsclean.model.lexicon`): words of class names and words of short lines, in whatever
language the training pages had them. A word that is not in them says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.article import Label
from newsclean.steps.blocks import Block, Boxes, weight
from newsclean.steps.hints import NAMES, SHORT_NAMES, STORY_NAMES, plain, words_of
from newsclean.steps.page import MAX_TITLE_CHARS, Metadata, is_story, types_of
from newsclean.steps.phrases import CONTEXT, SURE

Floats = NDArray[np.float32]
Lexicon = Mapping[str, float]
"""Words with their log-odds of being in a story, above or below those of any block."""

LINE_CHARS = 160
"""Longer blocks are no lines; their words are not looked up."""
ENDS = frozenset(".!?…。．！？।॥؟۔։")
CLOSERS = " \"'”’»›」』)]"
QUOTES = frozenset("\"“«„'‘「『")
KINDS = {"paragraph": 0, "heading": 1, "list_item": 2, "quote": 3, "caption": 4, "table": 5, "code": 6}

COLUMNS = (
    "weight", "words", "links", "ends", "kind", "level", "first", "capitals", "colon", "signs", "notice", "times",
    "again", "title", "summary", "told", "word_low", "word_mean", "word_first", "word_last",
)  # fmt: skip
"""What is read of each block, in this order."""


class Said(NamedTuple):
    """What a page declares of its story, in the forms that blocks are compared with."""

    titles: tuple[str, ...]
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


def declared(metadata: Metadata) -> Said:
    """Return what a page declares of its story."""
    story = metadata.story()
    names = (metadata.first("og:title"), metadata.first("twitter:title"), metadata.title, story.get("headline"))
    titles = tuple({plain(name[:MAX_TITLE_CHARS]): None for name in names if isinstance(name, str) and name})
    texts = (story.get("description"), *(metadata.first(f"{kind}description") for kind in ("og:", "", "twitter:")))
    summaries = "\n".join(
        folded(text[:MAX_SUMMARY_CHARS]) for text in texts if isinstance(text, str) and len(text) > 20
    )
    body = story.get("articleBody")
    body = folded(body[:200_000]) if isinstance(body, str) and len(body) > MIN_BODY else ""
    types = [name for node in metadata.jsonld for name in types_of(node)]
    news = any("News" in name or name == "LiveBlogPosting" for name in types)
    article = any(is_story(name) for name in types if name != "CreativeWork")
    return Said(titles, summaries, body, (float(news), float(article), float(bool(body)), float(bool(summaries))))


def folded(text: str) -> str:
    """Return a text in lower case with single spaces."""
    return " ".join(text.casefold().split())


# ------------------------------------------------------------------ blocks


def read_blocks(blocks: Sequence[Block], said: Said, words: Lexicon) -> Floats:
    """Return what each block says: (columns, blocks) in the order of `COLUMNS`."""
    times: dict[str, int] = {}
    rows = []
    titles = "\n".join(said.titles)
    unread: tuple[tuple[float, ...], ...] = (0.0,) * 5, (0.0, 0.0, -1.0 if not said.body else 0.0), NOTHING
    form: tuple[float, ...]
    echo: tuple[float, ...]
    said_words: tuple[float, ...]
    for block in blocks:
        text = block.text
        again = times.get(text, 0)
        times[text] = again + 1
        size = weight(text)
        links = min(block.links, size)
        if links >= LINK * size and size < LINK_CHARS:
            form, echo, said_words = unread
        else:
            form, echo, said_words = form_of(text), echo_of(text, titles, said), words_in(text, words)
        ends = text.rstrip(CLOSERS)[-1:] in ENDS if text else False
        level = block.level or 0 if block.kind == "heading" else 0
        kind = KINDS.get(block.kind, len(KINDS))
        rows.append((size, text.count(" ") + 1, links, ends, kind, level, *form, again, again > 0, *echo, *said_words))
    columns = np.array(rows, np.float32).reshape(len(rows), len(COLUMNS)).T
    columns[COLUMNS.index("times")] = [times[block.text] for block in blocks]
    return columns


LINK, LINK_CHARS = 0.8, 80
"""A short block that is a link but for a fifth says by its words where it leads, and is not read."""


def form_of(text: str) -> tuple[float, ...]:
    """Return how a text looks: first character, capitals, colon at its end, signs of furniture, a known notice."""
    first = text[:1]
    kind = 3.0 if first.isupper() else 1.0 if first.islower() else 2.0 if first.isdigit() else 4.0 * (first in QUOTES)
    colon = text.endswith((":", "："))
    if len(text) > LINE_CHARS:
        return kind, 0.0, colon, 0.0, 0.0
    capitals = 2.0 * text.isupper() + text.istitle()
    signs = ("|" in text) + 2.0 * ("©" in text) + 4.0 * ("@" in text)
    key = text.casefold()
    return kind, capitals, colon, signs, 2.0 if key in SURE else float(key in CONTEXT)


def echo_of(text: str, titles: str, said: Said) -> tuple[float, float, float]:
    """Return how far a text repeats the page's title, its summary and its declared body; -1 where none is declared."""
    head = text[:HEAD].casefold()
    title = summary = 0.0
    if len(text) <= 2 * LINE_CHARS and head.split(" ", 1)[0] in titles:
        title = likeness(plain(text), said.titles)
    if len(text) > HEAD and head in said.summaries:
        summary = 2.0 if f"\n{head}" in f"\n{said.summaries}" else 1.0
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


NOTHING = (0.0, 0.0, 0.0, 0.0)


def words_in(text: str, words: Lexicon) -> tuple[float, ...]:
    """Return what the words of a line weigh: the least, the mean, the first and the last."""
    if not text or len(text) > LINE_CHARS:
        return NOTHING
    get = words.get
    weights = [get(word, 0.0) for word in text.casefold().split()]
    return min(weights), sum(weights) / len(weights), weights[0], weights[-1]


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
    total: float
    label: Label | None
    story: bool


NAMELESS = Name(0.0, 0.0, None, False)


def read_name(name: str, lexicon: Lexicon) -> Name:
    """Return what a name says by its words."""
    low = total = 0.0
    label: Label | None = None
    short: Label | None = None
    story = False
    get = lexicon.get
    before = ""
    for at, word in enumerate(words_of(name)):
        weight = get(word, 0.0)
        total += weight
        low = weight if at == 0 or weight < low else low
        label = label or NAMES.get(word)
        short = short or SHORT_NAMES.get(word)
        story = story or word in STORY_NAMES or before + word in STORY_NAMES
        before = word
    return Name(low, total, label or short, story)


def read_names(boxes: Boxes, lexicon: Lexicon) -> tuple[list[str], list[Name]]:
    """Return the name of each box and what it says; boxes without a block are passed by."""
    known: dict[str, Name] = {"": NAMELESS}
    names, said = [""] * len(boxes), [NAMELESS] * len(boxes)
    for at, (element, start, end) in enumerate(zip(boxes.elements, boxes.starts, boxes.ends, strict=True)):
        if start == end or not at:
            continue
        name = element.get("class") or ""
        ident = element.get("id")
        if ident:
            name = f"{name} {ident}"
        if name:
            if name not in known:
                known[name] = read_name(name, lexicon)
            names[at], said[at] = name, known[name]
    return names, said

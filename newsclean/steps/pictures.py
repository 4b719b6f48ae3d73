"""The pictures of a story: the one that the page gives for previews, and the figures between its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from newsclean.article import Image
from newsclean.steps.agencies import agency_of
from newsclean.steps.blocks import Boxes
from newsclean.steps.desk import Desk
from newsclean.steps.page import strings
from newsclean.steps.urls import absolute
from newsclean.steps.values import text

MAX_IMAGES = 20
MAX_DECLARED = 10
REACH = 12
"""Blocks above the first words of the story among which its opening picture stands."""
FIGURE_DEPTH = 4
"""Elements between a caption and its figure."""
_SOURCES = ("src", "data-src", "data-original", "data-lazy-src", "srcset", "data-srcset")


class Told(NamedTuple):
    """A picture as a page declares it."""

    url: str
    caption: str | None = None
    credit: str | None = None


def read_images(desk: Desk) -> tuple[Image, ...]:
    """Return the main picture first, then the story's figures with what is printed below each."""
    main = next(declared(desk), None)
    figures = list(printed(desk))
    if main is None:
        return tuple(figures)
    twin = next((figure for figure in figures if file_of(figure.url) == file_of(main.url)), None)
    alt = desk.page.metadata.first("og:image:alt", "twitter:image:alt") or (twin.alt if twin else None)
    first = Image(
        url=main.url,
        caption=twin.caption if twin and twin.caption else main.caption,
        credit=twin.credit if twin and twin.credit else main.credit,
        alt=alt,
        is_main=True,
    )
    return (first, *(figure for figure in figures if figure is not twin))


# ------------------------------------------------------------------ declared


def declared(desk: Desk) -> Iterator[Told]:
    """Yield the pictures for previews: Open Graph, the story's JSON-LD, Twitter."""
    meta, base = desk.page.metadata.meta, desk.page.url
    stated = list(_of_story(desk)) if "image" in desk.story else []
    for address in meta.get("og:image", ())[:MAX_DECLARED]:
        if url := absolute(address, base):
            told = [told for told in stated if told.caption or told.credit]
            same = next((told for told in told if file_of(told.url) == file_of(url)), None)
            yield Told(url, same.caption, same.credit) if same else Told(url)
    yield from stated
    for address in meta.get("twitter:image", ())[:MAX_DECLARED]:
        if url := absolute(address, base):
            yield Told(url)


def _of_story(desk: Desk) -> Iterator[Told]:
    value = desk.story.get("image")
    for item in (value if isinstance(value, list) else [value])[:MAX_DECLARED]:
        known: dict[str, Any] = item if isinstance(item, dict) else {"url": item}
        address = known.get("url") or known.get("contentUrl")
        url = absolute(next(iter(strings(address)), None), desk.page.url)
        if url:
            credit = next(filter(None, (text(known[key]) for key in _CREDITS if key in known)), None)
            yield Told(url, text(known.get("caption")), credit)


_CREDITS = ("creditText", "creator", "author", "copyrightHolder", "copyrightNotice")


# ------------------------------------------------------------------ printed


def printed(desk: Desk) -> Iterator[Image]:
    """Yield the figures that stand above and between the words of the story, with caption and credit."""
    if not desk.body or desk.page.tree is None:
        return
    blocks, boxes, seen = desk.labelled.blocks, desk.labelled.segments.boxes, set()
    low, high = max(0, desk.body[0] - REACH), desk.body[-1]
    for block in [block for block in blocks[low : high + 1] if block.kind == "caption"]:
        figure = _figure_of(boxes, block.box)
        if figure is None or figure in seen:
            continue
        seen.add(figure)
        if image := _image_of(desk, boxes.elements[figure], block.text):
            yield image
            if len(seen) == MAX_IMAGES:
                return


def _figure_of(boxes: Boxes, at: int) -> int | None:
    """Return the box of the figure that a caption stands in; None if it stands in none."""
    for _ in range(FIGURE_DEPTH):
        if boxes.elements[at] is None:
            return None
        if boxes.tags[at] == "figure":
            return at
        at = boxes.parents[at]
    return None


def _image_of(desk: Desk, figure: Any, line: str) -> Image | None:
    for element in figure.iter("img"):
        for name in _SOURCES:
            address = (element.get(name) or "").strip()
            url = (
                absolute(address.split()[0].rstrip(","), desk.page.url) if address[:5] != "data:" and address else None
            )
            if url:
                caption, credit = parted(line)
                return Image(url=url, caption=caption, credit=credit, alt=text(element.get("alt")))
    return None


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        r"[\s(\[|/–—-]*(?:\b(?:photo(?:graph)?s?(?: credits?)?(?: by)?|picture|image(?: credit)?|credits?|foto|bild"
        r"|quelle|fotografie|crédits?(?: photo)?|créditos|fotografía|immagine|zdjęcie|фото)\s*[:：/]\s*|©\s*|\(c\)\s*)"
        r"(?P<credit>[^|]{2,120}?)[)\]\s.]*$",
        re.I,
    )


def parted(line: str) -> tuple[str | None, str | None]:
    """Part what is printed below a picture into caption and credit, by the words and marks that name a credit."""
    start = max(0, len(line) - MAX_CREDIT_CHARS)
    hit = _credit().search(line, start) if _may_credit(line) else None
    hit = hit or _agency_at_end().search(line, max(0, len(line) - MAX_AGENCY_CHARS))
    if hit is None and line.endswith(")"):
        hit = _bracket().search(line)
        hit = hit if hit and ("/" in hit["credit"] or agency_of(hit["credit"])) else None
    if hit is None:
        return line or None, None
    return line[: hit.start()].strip() or None, hit["credit"].strip()


_CREDIT_MARKS = (":", "：", "/")
_CREDIT_SIGNS = ("©", "(c)")
_CREDIT_WORDS = (
    "photo", "picture", "image", "credit", "foto", "bild", "quelle", "crédit", "crédito", "immagine", "zdjęcie", "фото",
)  # fmt: skip


def _may_credit(line: str) -> bool:
    """Tell whether a line has what `_credit` finds something by: a sign, or a word with a mark behind it."""
    low = line.lower()
    if any(sign in low for sign in _CREDIT_SIGNS):
        return True
    return any(mark in line for mark in _CREDIT_MARKS) and any(word in low for word in _CREDIT_WORDS)


MAX_CREDIT_CHARS = 180
"""Characters at the end of a line among which a credit begins, its words included."""
MAX_AGENCY_CHARS = 80
"""Characters at the end of a line among which an agency's name stands."""


@cache
def _agency_at_end() -> re.Pattern[str]:
    """Return the pattern of an agency's or a picture library's name behind the caption."""
    return re.compile(
        r"(?:^|(?<=[.!?”\"])|\s)[\s(]*"
        r"(?P<credit>(?:REUTERS|Reuters|AFP|AP Photo|Getty Images|GETTY IMAGES|Getty|dpa"
        r"|EPA|imago|IMAGO|picture alliance|Picture Alliance|Shutterstock|Alamy|iStock|Unsplash|Pexels|Adobe Stock"
        r"|PA Images|PA Wire|PTI|ANI|Xinhua|AAP|Bloomberg)(?:\s?/\s?[^./]{2,40})?)\)?\.?$"
    )


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"\s*\((?P<credit>[^()]{2,80})\)$")


def file_of(url: str) -> str:
    """Return the last part of a picture's address: the same file comes in many sizes."""
    return url.partition("?")[0].rstrip("/").rpartition("/")[2].lower()

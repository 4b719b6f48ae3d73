"""The entries of a live blog: where each begins in the body, and its time.

Two sources: ``liveBlogUpdate`` of the page's JSON-LD, whose entries are found again by their first words, and ``time``
elements, of which those of one make are the entries'. A line of the body that is nothing but such a time goes, as the
entry has it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from newsclean.steps.blocks import fold
from newsclean.steps.dates import parse_when
from newsclean.steps.label import Labelled, Verdict
from newsclean.steps.page import Page, strings
from newsclean.steps.tree import text_of

MAX_ENTRIES = 1000
FEW = 3
"""Times of one make from which they are the entries' and not the page's."""
PROBE = 40
"""Letters of an entry by which it is found in the body."""
TIME = Verdict("metadata", "live/time")


class Stamp(NamedTuple):
    """A ``time`` element: what it says, and the boxes and words that it stands in."""

    value: str
    box: int
    text: str


def mark_entries(page: Page, labelled: Labelled) -> None:
    """Make the first block of each entry a ``live_entry`` with its time."""
    found = {**by_declaration(page, labelled), **by_elements(page, labelled)}
    body = set(labelled.body())
    blocks = list(labelled.blocks)
    for index, value in found.items():
        if index in body:
            labelled.kinds[index] = "live_entry"
            blocks[index] = blocks[index]._replace(time=value, level=None)
    labelled.blocks = blocks


def by_declaration(page: Page, labelled: Labelled) -> dict[int, str]:
    """Return the times of the entries that the JSON-LD has, by the place of their first block."""
    begins: dict[str, tuple[int, str]] = {}
    for number, update in enumerate(updates(page)):
        if value := moment(update.get("datePublished"), page):
            for text in (*strings(update.get("headline")), *strings(update.get("articleBody"))):
                begins.setdefault(key(text), (number, value))
    found: dict[int, str] = {}
    seen: set[int] = set()
    for index in labelled.body() if begins else ():
        number, value = begins.get(key(labelled.blocks[index].text), (-1, ""))
        if value and number not in seen:
            seen.add(number)
            found[index] = value
    return found


def key(text: str) -> str:
    """Return the words by which an entry is known."""
    return fold(text[: 4 * PROBE]).casefold()[:PROBE]


def updates(page: Page) -> Iterator[Mapping[str, Any]]:
    """Yield the entries of a live blog's JSON-LD."""
    for node in page.metadata.typed("LiveBlogPosting"):
        listed = node.get("liveBlogUpdate")
        for update in (listed if isinstance(listed, list) else [listed])[:MAX_ENTRIES]:
            if isinstance(update, dict):
                yield update


def by_elements(page: Page, labelled: Labelled) -> dict[int, str]:
    """Return the times of the entries that have a ``time`` element; lines of nothing but them leave the body."""
    best: list[Stamp] = max(stamps(page, labelled).values(), key=len, default=[])
    if len({stamp.value for stamp in best}) < FEW:
        return {}
    starts = labelled.segments.boxes.starts
    body = labelled.body()
    found: dict[int, str] = {}
    at = 0
    for stamp in best:
        while at < len(body) and body[at] < starts[stamp.box]:
            at += 1
        if at < len(body) and labelled.blocks[body[at]].text == stamp.text:
            labelled.verdicts[body[at]] = TIME
            at += 1
        if at < len(body):
            found.setdefault(body[at], stamp.value)
    return found


def stamps(page: Page, labelled: Labelled) -> dict[tuple[str, ...], list[Stamp]]:
    """Return the ``time`` elements with a clock, in reading order, by their make."""
    boxes = {element: at for at, element in enumerate(labelled.segments.boxes.elements) if element is not None}
    found: dict[tuple[str, ...], list[Stamp]] = {}
    for element in page.tree.iter("time") if page.tree else ():
        value = moment(element.get("datetime"), page)
        holder = element
        while holder is not None and holder not in boxes:
            holder = holder.getparent()
        if value and holder is not None:
            parent = element.getparent()
            make = (element.get("class", ""), str(parent.tag), parent.get("class", "")) if parent is not None else ()
            found.setdefault(make, []).append(Stamp(value, boxes[holder], text_of(element)))
    return found


def moment(raw: object, page: Page) -> str | None:
    """Return a stated time with its clock, None for all else."""
    when = parse_when(raw, "live", captured=page.captured)
    return when.value if when and when.precision in ("minute", "second") else None

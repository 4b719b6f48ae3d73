"""The entries of a live blog: which block begins one, and when it was posted.

A live page is a row of short stories, and says of each when it came: in JSON-LD (``liveBlogUpdate``, by headline
and first words), or by a ``time`` element inside each of many like boxes. Both are declared by the page; a printed
"14:05" without a day is left in the text.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import islice
from typing import Any

from newsclean.steps.dates import parse_when
from newsclean.steps.hints import key_of
from newsclean.steps.label import Labelled
from newsclean.steps.page import Json, Page

MAX_ENTRIES = 5000
HEAD = 40
"""Letters and digits at its head by which an entry without a headline is known."""
FEW = 3
"""Fewest like boxes with a ``time`` each that are entries."""
CLIMB = 8
"""Boxes around a ``time`` among which the entry is looked for."""


def entry_times(page: Page, labelled: Labelled, body: Sequence[int]) -> dict[int, str]:
    """Return the time of each block of the body that begins an entry, as `When.value`."""
    return declared(page, labelled, body) or marked(page, labelled, body)


def declared(page: Page, labelled: Labelled, body: Sequence[int]) -> dict[int, str]:
    """Return what JSON-LD says of the entries."""
    times: dict[str, str] = {}
    for update in islice(updates(page), MAX_ENTRIES):
        when = parse_when(update.get("datePublished"), "jsonld:liveBlogUpdate", captured=page.captured)
        for name in ("headline", "articleBody"):
            said = update.get(name)
            key = key_of(said[:200])[:HEAD] if isinstance(said, str) else ""
            if when and key:
                times.setdefault(key, when.value)
                break
    found: dict[int, str] = {}
    for index in body if times else ():
        time = times.pop(key_of(labelled.kept(index)[:200])[:HEAD], None)
        if time:
            found[index] = time
    return found


def updates(page: Page) -> Iterator[Json]:
    """Yield the entries that JSON-LD holds."""
    for node in page.metadata.jsonld:
        entries = node.get("liveBlogUpdate")
        for entry in entries if isinstance(entries, list) else [entries]:
            if isinstance(entry, dict):
                yield entry


def marked(page: Page, labelled: Labelled, body: Sequence[int]) -> dict[int, str]:
    """Return what ``time`` elements say, each inside one of many like boxes."""
    if page.tree is None:
        return {}
    stamps = [
        (element, when.value)
        for element in islice(page.tree.iter("time"), MAX_ENTRIES)
        if (when := parse_when(element.get("datetime"), "time", captured=page.captured)) and "T" in when.value
    ]
    boxes = labelled.segments.boxes
    places = {element: box for box, element in enumerate(boxes.elements) if element is not None}
    rows: dict[Hashable, dict[int, str]] = {}
    for element, time in stamps if len(stamps) >= FEW else ():
        for box in around(places, boxes.parents, element):
            kind = (boxes.parents[box], boxes.tags[box], boxes.elements[box].get("class"))
            rows.setdefault(kind, {}).setdefault(box, time)
    entries = max(rows.values(), key=len, default={})
    found: dict[int, str] = {}
    for box, time in entries.items() if len(entries) >= FEW else ():
        first = next((index for index in body if boxes.starts[box] <= index < boxes.ends[box]), None)
        if first is not None:
            found.setdefault(first, time)
    return found if len(found) >= FEW else {}


def around(places: dict[Any, int], parents: Sequence[int], element: Any) -> Iterator[int]:
    """Yield the boxes around an element, from the innermost."""
    while element is not None and element not in places:
        element = element.getparent()
    box = places.get(element, 0)
    for _ in range(CLIMB):
        if box <= 0:
            return
        yield box
        box = parents[box]

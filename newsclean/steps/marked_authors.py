"""Authors in elements that are marked for them, by relation, microdata, class or address.

The elements in the lines around the headline and below the story come first; a pass over the element around both is
made only where neither these nor any line names anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from newsclean.steps.desk import Desk
from newsclean.steps.marks import Marks, look_at, marks_near
from newsclean.steps.seen_authors import Printed, seen_named_lines

MAX_SEEN = 6
REL_REACH = 12
"""Links and spans behind the first author among which the story's other authors stand."""
MAX_REACH = 80
"""Links and spans below the headline among which its author is looked for; further down stand other stories."""
ROOM = 4
"""Blocks above the headline and below the story that belong to it: its kicker, the card of its author."""


def marked_around(desk: Desk) -> Marks:
    """Return what is in links and spans below the headline, in the element around the story, marked for authors."""
    marks = Marks([], [], [], [])
    boxes, blocks = desk.labelled.segments.boxes, desk.labelled.blocks
    if desk.page.tree is None or desk.head is None:
        return marks
    headline = boxes.elements[blocks[desk.head[0]].box]
    left = MAX_REACH if headline is not None else 0
    for element in islice(behind(headline, _around(desk)), left):
        look_at(element, marks)
        left = min(left - 1, REL_REACH) if marks.related else left - 1
        if left <= 0:
            break
    return marks._replace(named=marks.named[:MAX_SEEN])


def behind(element: Any, around: Any) -> Iterator[Any]:
    """Yield the links and spans in an element and behind it, inside of another."""
    yield from element.iter("a", "span")
    while element is not None and element is not around:
        for sibling in element.itersiblings():
            yield from sibling.iter("a", "span")
        element = element.getparent()


def _around(desk: Desk) -> Any:
    """Return the innermost element that holds headline and story and some room around them; None, if the page does."""
    boxes, blocks = desk.labelled.segments.boxes, desk.labelled.blocks
    if desk.head is None or not desk.body:
        return None
    wanted = (max(0, desk.head[0] - ROOM), min(len(blocks), desk.body[-1] + ROOM))
    box = boxes[blocks[desk.body[0]].box]
    while box.element is not None and (box.start > wanted[0] or box.end < wanted[1]):
        if box.parent < 0:
            break
        box = boxes[box.parent]
    return box.element


def seen_rel_authors(desk: Desk) -> Iterator[str]:
    """Yield the names near the story that are marked as the author's by relation or microdata."""
    yield from marks_near(desk).related


def seen_authors(desk: Desk) -> Iterator[str | Printed]:
    """Yield what class or address call the author's: lines by the headline, elements in them, elements around both."""
    yield from seen_named_lines(desk)
    yield from marks_near(desk).named[:MAX_SEEN]
    far = marked_around(desk)
    yield from far.related
    yield from far.named

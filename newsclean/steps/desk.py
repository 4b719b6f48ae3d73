"""The desk: all that the readers of fields look at, each part of it worked out once a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from newsclean.limits import Limits
from newsclean.plan import Plan
from newsclean.steps.blocks import Box
from newsclean.steps.label import Labelled
from newsclean.steps.names import slug_words, squash
from newsclean.steps.page import Json, Page
from newsclean.steps.urls import split_address

T = TypeVar("T")

HEAD_GAP = 60
"""Blocks between headline and story: with more between them the heading is another story's."""
_HEADINGS = frozenset(("h1", "h2", "h3"))


class Desk:
    """A labelled page with what several readers ask of it; lives for one call of `read_fields`."""

    def __init__(self, page: Page, labelled: Labelled, plan: Plan | None, limits: Limits) -> None:
        self.page = page
        self.labelled = labelled
        self.plan = plan
        self.limits = limits
        self.story = page.metadata.story()
        self.site_names: tuple[str, ...] = ()
        """Names that the page gives its outlet; filled when the publisher has been read."""
        self._found: dict[str, Any] = {}
        self.title: str | None = None
        """The headline; filled when it has been read."""
        self.headline_at: int | None = None
        """The block that holds the headline; filled when the title has been read."""
        self.labels = [verdict and verdict[0] for verdict in labelled.verdicts]
        self.body = [i for i, label in enumerate(self.labels) if label == "body"]

    def once(self, name: str, read: Callable[[Desk], T]) -> T:
        """Return what a reader finds, worked out the first time that it is asked for."""
        if name not in self._found:
            self._found[name] = read(self)
        found: T = self._found[name]
        return found

    @cached_property
    def host(self) -> str | None:
        """The host of the page's address."""
        return self.address[0] or None

    @cached_property
    def address(self) -> tuple[str, str]:
        """Host and path of the page's address."""
        return split_address(self.page.url) if self.page.url else ("", "")

    @cached_property
    def headings(self) -> list[int]:
        """The blocks that begin a heading of the first three levels, in reading order; below the story only its own."""
        blocks = self.labelled.blocks
        end = self.body[-1] + 1 if self.body else len(blocks)
        found = [i for i, block in enumerate(blocks[:end]) if block.tag in _HEADINGS]
        if any(blocks[i].tag == "h1" for i in found):
            return found
        return found + [i for i in range(end, len(blocks)) if blocks[i].tag == "h1"]

    @cached_property
    def headline_boxes(self) -> list[Box]:
        """The level-one headings, in reading order."""
        boxes, blocks = self.labelled.segments.boxes, self.labelled.blocks
        return [boxes[blocks[i].box] for i in self.headings if blocks[i].tag == "h1"]

    @cached_property
    def head(self) -> tuple[int, int] | None:
        """The blocks of the headline and of the first words of the story; None for a page that has neither."""
        start = self.body[0] if self.body else None
        top = self.headline_at
        if top is None and self.headline_boxes:
            above = [box.start for box in self.headline_boxes if start is None or box.start <= start]
            top = above[-1] if above else self.headline_boxes[0].start
        if top is None or start is None:
            return None if top is start else (top or start or 0, top or start or 0)
        return (start, start) if start - top > HEAD_GAP else (top, max(top, start))

    @cached_property
    def slug(self) -> frozenset[str]:
        """The words in the last part of the page's address that names something."""
        parts = self.address[1].split("/")
        return next((words for part in reversed(parts) if len(words := slug_words(part)) > 1), frozenset())

    @cached_property
    def named(self) -> dict[str, Json]:
        """The named JSON-LD objects by their ``@id``, as authors are often referred to."""
        nodes = [node for node in self.page.metadata.jsonld if "name" in node and isinstance(node.get("@id"), str)]
        return {node["@id"]: node for node in nodes}

    @cached_property
    def outlet(self) -> frozenset[str]:
        """What the outlet calls itself, squashed: declared names and the parts of its host."""
        host = [squash(part) for part in (self.host or "").split(".")]
        names = {squash(name) for name in self.site_names}
        names |= {part for part in host[:-1] if len(part) > 3 and part != "blog"}
        if len(host) > 1:
            names |= {"".join(host), "".join(host[-2:]), host[0] if len(host) == 2 else ""}
        return frozenset(names - {""})

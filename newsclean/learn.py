"""The lines that an outlet repeats over its pages: learned from dumps, held in a value, passed to `clean`."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from newsclean.errors import SchemaError
from newsclean.steps.blocks import weight
from newsclean.steps.decode import Decoded
from newsclean.steps.dump import segment_text
from newsclean.steps.page import text_page
from newsclean.steps.phrases import key_of_line

MIN_PAGES = 2
MIN_SHARE = 0.05
"""Share of the pages that a line must stand on: of many pages of one outlet some share a headline or a quotation."""
PROSE_CHARS = 80
SAME_STORY = 0.5
"""Pages that share so many of their longer lines are one story twice, which says nothing of the outlet."""


@dataclass(frozen=True, slots=True)
class SiteLines:
    """The lines that one outlet repeats, as keys: the text case-folded, without a colon at its end.

    A value: it can be compared, pickled, kept as JSON, and passed to `newsclean.clean` for any page of the outlet.
    """

    keys: frozenset[str] = frozenset()
    pages: int = 0
    """Different pages that it was learned from."""

    def __contains__(self, key: object) -> bool:
        return key in self.keys

    def __len__(self) -> int:
        return len(self.keys)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.keys))

    def to_json(self) -> str:
        """Return the value as one line of JSON; the same value gives the same characters."""
        return json.dumps({"pages": self.pages, "lines": sorted(self.keys)}, ensure_ascii=False)

    @classmethod
    def from_json(cls, data: str | bytes) -> Self:
        """Read what `to_json` wrote.

        Raises:
            SchemaError: the data is something else.
        """
        try:
            found = json.loads(data)
            keys, pages = found["lines"], found["pages"]
        except (ValueError, RecursionError, TypeError, KeyError) as error:
            raise SchemaError(f"no site lines: {error!r}") from None
        if not isinstance(pages, int) or not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            raise SchemaError("no site lines: `pages` must be a number and `lines` a list of strings")
        return cls(frozenset(keys), pages)


def learn_lines(dumps: Iterable[str], *, min_pages: int = MIN_PAGES, min_share: float = MIN_SHARE) -> SiteLines:
    """Learn which lines an outlet repeats over its pages.

    Args:
        dumps: texts of different pages of one host, made by one program; five are enough to be of use. The page
            to be cleaned may be among them. A story that comes twice counts once.
        min_pages: pages that a line must stand on, at least 2.
        min_share: share of the pages that it must stand on, 0 to 1.

    Returns:
        A value for the argument ``site_lines`` of `newsclean.clean`.

    Raises:
        TypeError: a dump is no str.
        ValueError: `min_pages` is below 2, or `min_share` no share.
    """
    if isinstance(dumps, (str, bytes)):
        raise TypeError("dumps must be several texts, not one")
    learner = Learner(min_pages, min_share)
    for dump in dumps:
        learner.add(dump)
    return learner.lines()


class Learner:
    """Learns the lines of one outlet dump by dump; see `learn_lines` for what it takes and raises."""

    def __init__(self, min_pages: int = MIN_PAGES, min_share: float = MIN_SHARE) -> None:
        if min_pages < MIN_PAGES or not 0 <= min_share <= 1:
            raise ValueError("min_pages must be 2 or more, min_share between 0 and 1")
        self.pages = 0
        self._least = (min_pages, min_share)
        self._often: Counter[str] = Counter()
        self._seen: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, dump: str) -> None:
        """Learn from one dump."""
        if not isinstance(dump, str):
            raise TypeError(f"a dump must be str, not {type(dump).__name__}")
        keys = keys_of(dump)
        prose = [key for key, long in keys.items() if long]
        shared = Counter(page for key in prose for page in self._seen[key][:MAX_SEEN])
        if shared and max(shared.values()) >= SAME_STORY * len(prose):
            return
        for key in prose:
            self._seen[key].append(self.pages)
        self._often.update(keys.keys())
        self.pages += 1

    def lines(self) -> SiteLines:
        """Return what was learned so far."""
        least = max(self._least[0], math.ceil(self._least[1] * self.pages))
        return SiteLines(frozenset(key for key, count in self._often.items() if count >= least), self.pages)


MAX_SEEN = 50
"""Pages per line that are compared: a line on more is the outlet's, not a story's."""


def keys_of(dump: str) -> dict[str, bool]:
    """Return the keys of a dump's lines, and whether each is long enough to be a story's."""
    text = text_page(Decoded(dump, None, "caller"), None, None).text
    return {key_of_line(block.text): weight(block.text) >= PROSE_CHARS for block in segment_text(text).blocks}

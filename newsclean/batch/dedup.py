"""Near-duplicates and syndicated copies of a finished run: marked, never deleted.

MinHash over word 5-grams, candidates by locality-sensitive hashing, each checked by its signature (package rensa).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newsclean import schema
from newsclean.batch.results import flat_rows
from newsclean.errors import MissingExtra
from newsclean.io.write import whole_file

NAME = "duplicates.jsonl"
THRESHOLD = 0.8
"""Share of word 5-grams in common, as signatures estimate it (within 0.05 or so)."""
HASHES, BANDS = 128, 16
"""With 16 bands of 8, a pair at 0.8 is found with 95 %, one at 0.9 with more than 99.9 %."""
SEED = 1
WORDS = 5
_UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff"
"""Thai, Lao, Burmese, Khmer, kana and Han: scripts without spaces between words, where each character is one."""
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


class Member(NamedTuple):
    """An article as its group sees it."""

    number: int
    """In the order of the run."""
    input: str
    record: int
    id: str
    domain: str | None
    text_sha256: str | None


class Mark(NamedTuple):
    """What is said of an article that has others like it."""

    input: str
    record: int
    id: str
    group: int
    role: str
    """``first`` in the order of the run, or ``copy``."""
    kind: str
    """``exact``: the same text as the first; ``near``: not quite."""
    similarity: float
    """To the first."""
    syndicated: bool
    """It stands under another domain than the first."""


def mark(out: Path, threshold: float = THRESHOLD) -> list[Mark]:
    """Find the articles of a run that are copies of others, and write them down beside its parts.

    Raises:
        RunError: the folder holds no run.
        MissingExtra: rensa is not installed.
    """
    marks = list(find(flat_rows(out), threshold))
    with whole_file(out / NAME) as file:
        for one in marks:
            file.write(schema.to_line(one._asdict()) + b"\n")
    return marks


def find(rows: Iterable[dict[str, Any]], threshold: float = THRESHOLD) -> Iterator[Mark]:
    """Yield a mark for each article that is in a group, group by group."""
    index = Index(threshold)
    for row in rows:
        if row["outcome"] == "article":
            index.add(row)
    yield from index.marks()


class Index:
    """All articles so far, and who is like whom."""

    def __init__(self, threshold: float) -> None:
        try:
            from rensa import RMinHash, RMinHashLSH
        except ImportError:
            raise MissingExtra("newsclean dedup", "rensa", "dedup") from None
        self._new = RMinHash
        self._threshold = threshold
        self._near = RMinHashLSH(threshold, HASHES, BANDS)
        self._members: list[Member] = []
        self._signatures: list[Any] = []
        self._texts: dict[str, int] = {}
        self._first: list[int] = []
        """Of each article, an earlier one of its group, or itself."""

    def add(self, row: dict[str, Any]) -> None:
        """Take in an article."""
        number = len(self._members)
        member = Member(number, row["input"], row["record"], row["id"], row["domain"], row["text_sha256"])
        self._members.append(member)
        signature = self._new(HASHES, SEED)
        signature.update(sorted(shingles(row["text"])))
        self._first.append(number)
        same = self._texts.setdefault(member.text_sha256 or "", number) if member.text_sha256 else number
        self._signatures.append(signature)
        if same != number:
            self._join(same, number)
            return  # its twin is in the index already
        for other in sorted(self._near.query(signature)):
            if signature.jaccard(self._signatures[other]) >= self._threshold:
                self._join(other, number)
        self._near.insert(number, signature)

    def marks(self) -> Iterator[Mark]:
        """Yield the marks of all groups of two or more."""
        groups: dict[int, list[Member]] = {}
        for member in self._members:
            groups.setdefault(self._root(member.number), []).append(member)
        for number, group in enumerate(group for group in groups.values() if len(group) > 1):
            first = group[0]
            for member in group:
                exact = member.text_sha256 is not None and member.text_sha256 == first.text_sha256
                likeness = self._signatures[first.number].jaccard(self._signatures[member.number])
                yield Mark(
                    member.input,
                    member.record,
                    member.id,
                    number,
                    "first" if member is first else "copy",
                    "exact" if exact else "near",
                    1.0 if exact else round(likeness, 3),
                    member.domain != first.domain,
                )

    def _root(self, number: int) -> int:
        while self._first[number] != number:
            self._first[number] = self._first[self._first[number]]
            number = self._first[number]
        return number

    def _join(self, one: int, other: int) -> None:
        a, b = sorted((self._root(one), self._root(other)))
        self._first[b] = a


def shingles(text: str) -> set[str]:
    """Return the word 5-grams of a text; of a script without spaces, those of characters."""
    words = _WORD.findall(text.casefold())
    if len(words) <= WORDS:
        return {" ".join(words)}
    return {" ".join(words[n : n + WORDS]) for n in range(len(words) - WORDS + 1)}

"""Records to a stream, in the format that was asked for."""

from __future__ import annotations

import json
from typing import BinaryIO, Literal, NamedTuple

from newsclean.article import Article
from newsclean.errors import Rejected

Format = Literal["jsonl", "json", "md", "txt"]


class Frame(NamedTuple):
    """What stands before the first record, between two, and after the last."""

    head: str = ""
    between: str = ""
    tail: str = ""


FRAMES: dict[str, Frame] = {
    "jsonl": Frame(),
    "json": Frame("[\n", ",\n", "\n]\n"),
    "md": Frame(between="\n---\n\n"),
    "txt": Frame(between="\f\n"),
}


class Records:
    """Writes records one by one; nothing is held back."""

    def __init__(self, stream: BinaryIO, form: Format) -> None:
        self._stream = stream
        self._form = form
        self._written = 0

    def article(self, article: Article) -> None:
        """Write an article."""
        self._write(render(article, self._form))

    def rejected(self, name: str, rejected: Rejected) -> None:
        """Write a rejection; only for the JSON formats."""
        line = {"rejected": rejected.reason, "detail": rejected.detail, "input": name}
        self._write(json.dumps(line) + ("\n" if self._form == "jsonl" else ""))

    def close(self) -> None:
        """Write what stands after the last record."""
        frame = FRAMES[self._form]
        self._put(frame.tail if self._written else frame.head + frame.tail)

    def _write(self, text: str) -> None:
        frame = FRAMES[self._form]
        self._put((frame.between if self._written else frame.head) + text)
        self._written += 1

    def _put(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", "replace"))
        self._stream.flush()


def render(article: Article, form: Format) -> str:
    """Return an article in a format."""
    match form:
        case "jsonl":
            return article.to_json() + "\n"
        case "json":
            return json.dumps(article.to_dict(), ensure_ascii=False, indent=2)
        case "md":
            return article.markdown()
        case "txt":
            return article.text + "\n"

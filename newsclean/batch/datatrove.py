"""datatrove: a reader that gives cleaned documents, and an extractor for pipelines that have a reader already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from newsclean.arrow_schema import Profile
from newsclean.batch.arrow import clean_rows
from newsclean.errors import MissingExtra, Rejected
from newsclean.io.shards import find_shards

try:
    from datatrove.data import Document
    from datatrove.pipeline.base import PipelineStep
    from datatrove.pipeline.extractors.base import BaseExtractor
except ImportError:
    raise MissingExtra("datatrove pipelines", "datatrove", "datatrove") from None


class NewscleanReader(PipelineStep):  # type: ignore[misc]
    """Reads archives and yields one document a record: ``text`` and ``id`` of the record, the rest as metadata.

    Args:
        inputs: WARC, WET, JSONL or Parquet files, or folders; each rank takes every n-th.
        rejections: also yield the records without a story; their text is empty and ``metadata["reason"]`` says why.
        profile: of the metadata.
    """

    name = "newsclean"
    type = "READER"

    def __init__(self, inputs: str | Sequence[str], *, rejections: bool = False, profile: Profile = "flat") -> None:
        super().__init__()
        self.inputs = [inputs] if isinstance(inputs, str) else list(inputs)
        self.rejections = rejections
        self.profile: Profile = profile

    def run(self, data: Iterator[Any] | None = None, rank: int = 0, world_size: int = 1) -> Iterator[Any]:
        """Yield the documents of this rank, after those that came before this step."""
        if data:
            yield from data
        for shard in find_shards(self.inputs)[rank::world_size]:
            for row in clean_rows(shard.path, self.profile):
                self.stat_update(row["reason"] or "articles")
                if self.rejections or row["outcome"] == "article":
                    yield document(row)


def document(row: dict[str, Any]) -> Any:
    """Return a row as a document; `row` is ``{"id": ..., "text": ..., **metadata}`` again."""
    rest = {name: value for name, value in row.items() if name not in ("id", "text")}
    return Document(text=row.get("text") or "", id=row.get("id") or f"{row['input']}#{row['record']}", metadata=rest)


class NewscleanExtractor(BaseExtractor):  # type: ignore[misc]
    """Takes the story out of documents whose text is HTML; datatrove's own sandbox isolates it."""

    name = "newsclean"

    def __init__(self, timeout: float = 10.0) -> None:
        super().__init__(timeout)

    def extract(self, text: str) -> str:
        """Return the story's text, empty if there is none."""
        import newsclean

        try:
            return newsclean.clean(text, kind="html").text
        except Rejected:
            return ""

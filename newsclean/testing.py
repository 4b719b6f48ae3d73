"""Fixture cases: a folder with a page, a dump or both, and the record they must give.

    <root>/<site>/<case>/
        case.toml       url, site, captured, layout, notes; ``needs_url = true`` for a dump that holds no line of the
                        outlet's own, so that only the address can tell whose it is; all optional
        page.html       and/or
        page.txt        the same story as a dump: it must give the same body
        article.json    the expected record of page.html, or of page.txt where that is alone; for a page without a
                    story ``{"rejected": reason}``
        dump.json       the expected record of page.txt beside a page.html

``newsclean fixtures update`` writes the two JSON files; nothing else does.

It is a pytest plugin too: with ``-p newsclean.testing`` every case is collected, one test a field.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import newsclean
from newsclean.article import Article
from newsclean.cleaner import Cleaner
from newsclean.errors import Rejected, SchemaError

if TYPE_CHECKING:
    import pytest

Source = Literal["page.html", "page.txt"]
SHOWN_CHARS = 80
"""Characters of a removed text that a snapshot shows: enough to know it by, short enough for a diff."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One fixture folder."""

    path: Path
    settings: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Site and case, such as ``blogger/default``."""
        return f"{self.path.parent.name}/{self.path.name}"

    @property
    def sources(self) -> tuple[Source, ...]:
        """The inputs that the folder holds."""
        names: tuple[Source, ...] = ("page.html", "page.txt")
        return tuple(name for name in names if (self.path / name).is_file())

    def snapshot_path(self, source: Source) -> Path:
        """Return where the expected record of an input stands."""
        beside_html = source == "page.txt" and "page.html" in self.sources
        return self.path / ("dump.json" if beside_html else "article.json")

    def expected(self, source: Source) -> dict[str, Any]:
        """Return the expected record of an input.

        Raises:
            SchemaError: the file is no JSON object.
        """
        path = self.snapshot_path(source)
        try:
            found = json.loads(path.read_text(encoding="utf-8"))
        except (ValueError, RecursionError) as error:
            raise SchemaError(f"{path} is no JSON: {error}") from None
        if not isinstance(found, dict):
            raise SchemaError(f"{path} holds no JSON object")
        return found

    def read(self, source: Source) -> str | bytes:
        """Return an input: a page as bytes, a dump as text."""
        path = self.path / source
        if source == "page.html":
            return path.read_bytes()
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise SchemaError(f"{path} is no UTF-8: {error}") from None

    def clean(self, source: Source, *, url: bool = True, cleaner: Cleaner | None = None, **options: Any) -> Article:
        """Clean an input as the case says.

        Args:
            url: give the page's address; without it the page has to be known by itself.
            cleaner: the plugins to use; by default those in use in this process.
        """
        call = newsclean.clean if cleaner is None else cleaner.clean
        return call(
            self.read(source),
            self.settings.get("url") if url else None,
            kind="text" if source == "page.txt" else "html",
            site=self.settings.get("site"),
            captured=self.settings.get("captured"),
            explain=True,
            **options,
        )


def find_cases(root: Path) -> Iterator[Case]:
    """Yield the cases under a folder, in the order of their names.

    Raises:
        SchemaError: a ``case.toml`` cannot be read; the message names it.
    """
    for file in sorted(root.glob("*/*/case.toml")):
        yield Case(path=file.parent, settings=read_settings(file))


def read_settings(file: Path) -> dict[str, Any]:
    """Read a ``case.toml``."""
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise SchemaError(f"{file} is no TOML: {error}") from None
    for key, kind in SETTINGS.items():
        if key in settings and not isinstance(settings[key], kind):
            raise SchemaError(f"{file}: {key} must not be {settings[key]!r}")
    return settings


SETTINGS: dict[str, type | tuple[type, ...]] = {"url": str, "site": str, "captured": (str, date)}
"""Types of the settings that go on to `newsclean.clean`."""


DETECTED = "text:"


def snapshot(article: Article) -> dict[str, Any]:
    """Return what a fixture holds of a record: readable in a diff, free of digests and versions.

    A language found by the text alone is left out: the extra ``[lang]`` finds more, and they must be true without it.
    """
    record = json.loads(article.to_json())
    quality = record["quality"] or {}
    sources = record["provenance"]["field_sources"]
    if sources.get("language", "").startswith(DETECTED):
        record["language"] = None
        del sources["language"]
    return {
        "cleaner": article.provenance.cleaner,
        **{name: record[name] for name in PLAIN},
        "authors": [{k: v for k, v in author.items() if v is not None} for author in record["authors"]],
        "date_published": _when(record["date_published"]),
        "date_modified": _when(record["date_modified"]),
        "publisher": (record["publisher"] or {}).get("name"),
        "images": [{k: v for k, v in image.items() if v} for image in record["images"]],
        "flags": list(quality.get("flags", ())),
        "field_sources": sources,
        "body": [f"{block['kind']}: {block['text']}" for block in record["blocks"]],
        "removed": [[r["rule"], r["reason"], r["text"][:SHOWN_CHARS]] for r in record["removed"]],
        "related": [
            {
                "title": other.title,
                "publisher": other.publisher.name if other.publisher else None,
                "date_published": other.date_published.value if other.date_published else None,
                "cleaner": other.provenance.cleaner,
                "body": other.text.split("\n\n"),
            }
            for other in article.related
        ],
    }


PLAIN = (
    "url", "canonical_url", "title", "subtitle", "description", "agencies", "section", "tags", "dateline", "language",
    "kind", "access",
)  # fmt: skip


def _when(value: dict[str, Any] | None) -> str | None:
    return f"{value['value']} ({value['precision']}, {value['tz']})" if value else None


def outcome(case: Case, source: Source, cleaner: Cleaner | None = None) -> dict[str, Any]:
    """Return the snapshot of what an input gives now: its record, or the reason why there is none."""
    try:
        return json.loads(json.dumps(snapshot(case.clean(source, cleaner=cleaner)), ensure_ascii=False))  # type: ignore[no-any-return]
    except Rejected as rejected:
        return {"rejected": rejected.reason}


def write_snapshot(case: Case, source: Source) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    """Write the record that an input gives now; return the snapshot before and after."""
    before, after = compare(case, source)
    save(case, source, after)
    return before, after


def compare(case: Case, source: Source) -> tuple[dict[str, Any] | None, dict[str, Any]]:
    """Return the snapshot that stands, if any, and the one that the input gives now; nothing is written."""
    before = case.expected(source) if case.snapshot_path(source).is_file() else None
    return before, outcome(case, source)


def save(case: Case, source: Source, record: Mapping[str, Any]) -> None:
    """Write a snapshot."""
    text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
    case.snapshot_path(source).write_text(text, encoding="utf-8")


# ------------------------------------------------------------------ pytest: -p newsclean.testing


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a ``case.toml``: one test a field of each record beside it."""
    if file_path.name != "case.toml":
        return None
    from newsclean import pytest_cases

    return pytest_cases.CaseFile.from_parent(parent, path=file_path)

"""The cases of one plugin, run: what each gave, what was wrong, which rules had a say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newsclean.choose import label_page
from newsclean.cleaner import Cleaner
from newsclean.errors import Rejected
from newsclean.limits import DEFAULT_LIMITS
from newsclean.plugin import Platform, Site
from newsclean.registry import Registry
from newsclean.steps.decode import Decoded, decode
from newsclean.steps.page import html_page, text_page
from newsclean.testing import Case, Source, find_cases, outcome, save


class Trial(NamedTuple):
    """What one input of a case gave."""

    case: Case
    source: Source
    cleaner: str | None
    fired: frozenset[str]
    got: dict[str, Any]
    expected: dict[str, Any] | None

    @property
    def path(self) -> Path:
        """The case's folder."""
        return self.case.path

    def save(self) -> None:
        """Write what the input gave as its record."""
        save(self.case, self.source, self.got)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The fields that are not as the record says; ``record`` where there is none yet."""
        if self.expected is None:
            return ("record",)
        keys = dict.fromkeys((*self.expected, *self.got))
        return tuple(key for key in keys if self.expected.get(key) != self.got.get(key))


def run_cases(plugin: Site | Platform, root: Path, registry: Registry) -> Iterator[Trial]:
    """Run the cases of a plugin: the folders ``root/sites/<name>/*``."""
    for case in find_cases(root / "sites"):
        if case.path.parent.name == plugin.name:
            for source in case.sources:
                yield run(case, source, registry)


def run(case: Case, source: Source, registry: Registry) -> Trial:
    """Clean one input of a case."""
    got = outcome(case, source, Cleaner(registry=registry))
    expected = case.expected(source) if case.snapshot_path(source).is_file() else None
    fired = rules_fired(case.read(source), case.settings.get("url"), source, registry)
    return Trial(case, source, got.get("cleaner"), fired, got, expected)


def rules_fired(source: str | bytes, url: str | None, name: Source, registry: Registry) -> frozenset[str]:
    """Return the ids of all rules that labelled a block of a page or cut something out of one."""
    got = decode(source) if isinstance(source, bytes) else Decoded(source, None, "caller")
    try:
        page = text_page(got, url, None) if name == "page.txt" else html_page(got, url, None, DEFAULT_LIMITS)
        labelled = label_page(page, None, registry, DEFAULT_LIMITS).labelled
    except Rejected:
        return frozenset()
    cuts = {cut.rule for cuts in labelled.cuts.values() for cut in cuts}
    return frozenset(verdict.rule for verdict in labelled.verdicts if verdict) | cuts

"""What pytest makes of a fixture case; used by `newsclean.testing`, which is the plugin to name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from newsclean.testing import Case, Source, outcome, read_settings

_MISSING = object()


class CaseFile(pytest.File):
    """A ``case.toml`` and the pages and records beside it."""

    def collect(self) -> Iterator[pytest.Item]:
        """Yield a test a field, and one for an input that has no record yet."""
        case = Case(path=self.path.parent, settings=read_settings(self.path))
        for source in case.sources:
            ran = Ran(case, source)
            if not case.snapshot_path(source).is_file():
                yield FieldItem.from_parent(self, name=f"{source}-record", ran=ran, field=None)
                continue
            for field in case.expected(source):
                yield FieldItem.from_parent(self, name=f"{source}-{field}", ran=ran, field=field)


class Ran:
    """One input, cleaned when the first of its tests runs."""

    def __init__(self, case: Case, source: Source) -> None:
        self.case = case
        self.source = source
        self._got: dict[str, Any] | None = None

    def got(self) -> dict[str, Any]:
        """Return what the input gives now."""
        if self._got is None:
            self._got = outcome(self.case, self.source)
        return self._got


class Differs(Exception):
    """A field is not what the record says."""


class FieldItem(pytest.Item):
    """The test of one field."""

    def __init__(self, *, ran: Ran, field: str | None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.ran = ran
        self.field = field

    def runtest(self) -> None:
        """Compare the field with the record."""
        where = self.ran.case.snapshot_path(self.ran.source)
        if self.field is None:
            raise Differs(f"{where} is missing; `newsclean fixtures update` writes it")
        expected = self.ran.case.expected(self.ran.source)[self.field]
        got = self.ran.got().get(self.field, _MISSING)
        if got != expected:
            shown = "nothing" if got is _MISSING else repr(got)
            raise Differs(f"{where}, {self.field}:\n  expected {expected!r}\n  got      {shown}")

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what differs, without a traceback through newsclean."""
        if isinstance(excinfo.value, Differs):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Any, int, str]:
        """Name the case and the field."""
        return self.path, 0, f"{self.ran.case.name}: {self.name}"

"""Pages and dumps of outlets without a plugin: the generic judges against their snapshots and the laws.

A case is a folder ``fixtures/generic/<group>/<case>`` in the format of `newsclean.testing`. Snapshots
follow the judges: a change of theirs is read, then accepted by ``newsclean fixtures update``.
"""

import functools
import json
from pathlib import Path

import pytest

import newsclean
from newsclean.testing import find_cases, snapshot

from .laws import assert_accounted, visible

ROOT = Path(__file__).parents[1] / "fixtures" / "generic"
CASES = {case.name: case for case in find_cases(ROOT)}
ALL = [(name, source) for name, case in CASES.items() for source in case.sources]
REJECTED = [(name, source) for name, source in ALL if "rejected" in CASES[name].expected(source)]
INPUTS = [each for each in ALL if each not in REJECTED]
each_input = pytest.mark.parametrize("name, source", INPUTS)


@functools.cache
def record(name, source):
    return CASES[name].clean(source)


@pytest.mark.parametrize("part", ["cleaner", "title", "authors", "date_published", "body", "removed"])
@each_input
def test_snapshot(name, source, part):
    got = json.loads(json.dumps(snapshot(record(name, source))[part]))
    assert got == CASES[name].expected(source)[part]


@each_input
def test_other_fields(name, source):
    got, expected = json.loads(json.dumps(snapshot(record(name, source)))), CASES[name].expected(source)
    assert got == expected


@pytest.mark.parametrize("name, source", REJECTED)
def test_rejected(name, source):
    assert snapshot_or_reason(CASES[name], source) == CASES[name].expected(source)


@each_input
def test_conservation(name, source):
    page = CASES[name].read(source)
    assert_accounted(page if isinstance(page, str) else visible(page.decode("utf-8")), record(name, source))


@each_input
def test_idempotence(name, source):
    text = record(name, source).text
    assert newsclean.clean(text, kind="text").text == text


def snapshot_or_reason(case, source):
    try:
        return snapshot(case.clean(source))
    except newsclean.Rejected as rejected:
        return {"rejected": rejected.reason}


SIDE_COLUMN = pytest.mark.xfail(reason="the model keeps the linked lines of an old side column", strict=True)
TWICE = [
    pytest.param(name, marks=SIDE_COLUMN if name == "markup/line-breaks" else ())
    for name, case in CASES.items()
    if len(case.sources) == 2
]


@pytest.mark.parametrize("name", TWICE)
def test_page_and_dump_give_the_same_body(name):
    assert record(name, "page.html").text == record(name, "page.txt").text

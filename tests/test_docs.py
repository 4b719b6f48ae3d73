"""The documents are true: snippets run, printed output is real, tables agree with the code, links lead somewhere."""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import functools
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple, get_args, get_origin

import click
import pytest
from click.testing import CliRunner

from newsclean import api
from newsclean import article as records
from newsclean.cli import COMMANDS, main
from newsclean.errors import REASONS
from newsclean.steps import judge, judge_lines

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
EXAMPLE = "fixtures/generic/example"
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)
_ROW = re.compile(r"^\| `([^`]+)` \| (.*) \|$", re.M)


class Snippet(NamedTuple):
    language: str
    code: str
    output: str | None
    """What the page says that it prints."""
    line: int


def snippets(page: Path) -> list[Snippet]:
    text = page.read_text("utf-8")
    fences = list(_FENCE.finditer(text))
    found = []
    for fence, after in zip(fences, [*fences[1:], None], strict=False):
        follows = after is not None and after[1] == "text" and not text[fence.end() : after.start()].strip()
        found.append(
            Snippet(fence[1], fence[2], after[2] if after and follows else None, text.count("\n", 0, fence.start()) + 2)
        )
    return found


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.fixture
def scratch(tmp_path, monkeypatch):
    """A folder with the shipped example, and plugins that are forgotten again."""
    shutil.copytree(ROOT / EXAMPLE, tmp_path / EXAMPLE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(api, "_registries", dict(api._registries))
    return tmp_path


# ------------------------------------------------------------------ snippets


@pytest.mark.parametrize("page", [p for p in PAGES if any(s.language == "python" for s in snippets(p))], ids=name)
def test_python_runs_and_prints_what_the_page_says(page, scratch):
    namespace: dict[str, object] = {"__name__": "__main__"}
    for snippet in snippets(page):
        if snippet.language != "python":
            continue
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile("\n" * (snippet.line - 1) + snippet.code, str(page), "exec", dont_inherit=True), namespace)
        assert out.getvalue() == (snippet.output or ""), f"{name(page)}, line {snippet.line}"


def commands(page: Path) -> Iterator[list[str]]:
    """Yield the newsclean commands of a page's shell snippets."""
    for snippet in snippets(page):
        if snippet.language in ("bash", "console"):
            for line in re.split(r"\n|&&", snippet.code):
                words = shlex.split(line, comments=True)
                if words and words[0].endswith("newsclean"):
                    yield words[1:]


@pytest.mark.parametrize("page", [p for p in PAGES if any(commands(p))], ids=name)
def test_commands_exist_and_work(page, scratch):
    for words in commands(page):
        assert words[0] in COMMANDS, words
        result = CliRunner().invoke(main, words)
        assert result.exit_code == 0, (words, result.output)


@pytest.mark.slow
def test_the_guides_plugin_can_be_shipped(scratch):
    """The guide's last module, built and installed as a package, is found, cleans, and gets its snapshot."""
    pytest.importorskip("pip", reason="nothing here can install a package")
    pytest.importorskip("hatchling", reason="the guide's build backend is not installed")
    guide = snippets(ROOT / "docs/plugin-guide.md")
    module = next(s.code for s in guide if s.code.startswith("# example_gazette.py"))
    page = next(s.code for s in guide if s.code.startswith("PAGE = "))
    metadata = next(s.code for s in guide if s.language == "toml")
    source, target = scratch / "source", scratch / "installed"
    (source / "fixtures").mkdir(parents=True)  # must not confuse the build
    (source / "example_gazette.py").write_text(module, "utf-8")
    (source / "pyproject.toml").write_text(metadata, "utf-8")
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-build-isolation", "--no-index"]
    built = subprocess.run(
        [*command, "--target", target, source], capture_output=True, text=True, timeout=120, check=False
    )
    assert built.returncode == 0, built.stderr
    assert (target / "example_gazette.py").is_file()
    case = scratch / "fixtures/sites/example_gazette/default"
    case.mkdir(parents=True)
    namespace: dict[str, str] = {}
    exec(page, namespace)
    (case / "page.html").write_text(namespace["PAGE"], "utf-8")
    (case / "case.toml").write_text(f'url = "{namespace["URL"]}"\n')

    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(target)))}
    for words, want in (
        (["sites", "show", "example_gazette"], "example_gazette/also"),
        (["fixtures", "update", "example_gazette"], '"cleaner": "example_gazette/now"'),
        (["fixtures", "update", "--check"], ""),
    ):
        command = [sys.executable, "-c", "from newsclean.cli import main; main()", *words]
        done = subprocess.run(command, capture_output=True, text=True, env=env, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        assert want in done.stdout


# ------------------------------------------------------------------ tables


def section(page: str, heading: str) -> str:
    text = (ROOT / "docs" / page).read_text("utf-8")
    assert f"\n## {heading}\n" in text, f"{page} has no section {heading!r}"
    return text.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def first_column(page: str, heading: str) -> list[str]:
    return [row[0] for row in _ROW.findall(section(page, heading))]


PARTS = [value for value in vars(records).values() if dataclasses.is_dataclass(value)]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_every_field_of_the_record_is_explained(part):
    rows = {
        field: rest.split(" | ")[0].strip("`").replace("\\|", "|")
        for field, rest in _ROW.findall(section("record.md", part.__name__))
    }
    assert rows == {field.name: str(field.type) for field in dataclasses.fields(part)}


def test_the_closed_lists_of_the_record():
    rows = {key: re.findall(r"`([^`]+)`", rest) for key, rest in _ROW.findall(section("record.md", "Closed lists"))}
    lists = {key: list(get_args(value)) for key, value in vars(records).items() if get_origin(value) is Literal}
    assert rows == {key: values for key, values in lists.items() if key != "Label"}


def test_reserved_fields_are_empty(fixture_pages):
    reserved = {
        (part.__name__, field)
        for part in PARTS
        for field, rest in _ROW.findall(section("record.md", part.__name__))
        if " Reserved" in rest
    }
    assert ("Fingerprint", "minhash") in reserved
    for page in fixture_pages[:40]:
        with contextlib.suppress(api.Rejected):
            check_empty(api.clean(page.read_bytes(), kind="text" if page.suffix == ".txt" else "html"), reserved)


def check_empty(value: object, reserved: set[tuple[str, str]]) -> None:
    if isinstance(value, tuple):
        for item in value:
            check_empty(item, reserved)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            inner = getattr(value, field.name)
            assert not inner or (type(value).__name__, field.name) not in reserved, field.name
            check_empty(inner, reserved)


def test_labels_and_reasons_are_explained():
    assert first_column("labels.md", "Labels") == list(get_args(records.Label))
    assert first_column("labels.md", "Reasons") == list(REASONS)


@functools.cache
def flags_of_the_code() -> frozenset[str]:
    """Return the constants that are added to a variable called ``flags``."""
    found: set[str] = set()
    for path in (ROOT / "newsclean").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.AugAssign(target=ast.Name(id="flags"), value=value):
                    found |= {
                        c.value for c in ast.walk(value) if isinstance(c, ast.Constant) and isinstance(c.value, str)
                    }
                case ast.Call(
                    func=ast.Attribute(value=ast.Name(id="flags"), attr="append" | "add"),
                    args=[ast.Constant(value=str(flag))],
                ):
                    found.add(flag)
    return frozenset(found)


def test_flags_are_explained():
    assert set(first_column("labels.md", "Flags")) == flags_of_the_code()
    assert len(flags_of_the_code()) >= 4


def test_rule_ids_are_explained():
    text = section("labels.md", "Rule ids")
    rules = {**judge.RULES, **judge_lines.RULES}
    for rule, meaning in rules.items():
        assert f"| `{rule}` | {meaning} |" in text
    assert set(re.findall(r"^\| `((?:judge|lines)/[\w-]+)` \|", text, re.M)) == set(rules)


def test_the_command_line_is_explained():
    text = (ROOT / "docs/cli.md").read_text("utf-8")
    for command, path in every_command(main, "newsclean"):
        if isinstance(command, click.Group):
            continue
        assert f"`{path}" in text, path
        for option in command.params:
            for flag in option.opts:
                if isinstance(option, click.Option) and flag.startswith("--"):
                    assert flag in text, (path, flag)


def every_command(command: click.Command, path: str) -> Iterator[tuple[click.Command, str]]:
    yield command, path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for inner in command.list_commands(context):
            yield from every_command(command.get_command(context, inner), f"{path} {inner}")


# ------------------------------------------------------------------ links


def anchors(page: Path) -> set[str]:
    return {
        re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-")
        for h in re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.M)
    }


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page):
    for link in re.findall(r"\]\(([^)\s]+)\)", _FENCE.sub("", page.read_text("utf-8"))):
        if not link.startswith("http"):
            file, _, anchor = link.partition("#")
            target = (page.parent / file) if file else page
            assert target.exists(), link
            assert not anchor or anchor in anchors(target), link

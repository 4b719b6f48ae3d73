"""The command line: what goes to stdout, what to stderr, and the exit codes."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import newsclean
from newsclean.cli import main
from tests import archives

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "fixtures/generic/example/harbour-ferry"
PAGE = (EXAMPLE / "page.html").read_bytes()
FIRST = "The night ferry between Port Ellin"
EMPTY = b"<html><body><p>Nothing here.</p></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three good pages, one of them packed, one page without a story and a file that is no page."""
    pages = tmp_path / "pages"
    (pages / "deep").mkdir(parents=True)
    (pages / "a.html").write_bytes(PAGE)
    (pages / "b.htm").write_bytes(EMPTY)
    (pages / "deep" / "c.xhtml.gz").write_bytes(gzip.compress(PAGE))
    shutil.copy(EXAMPLE / "page.txt", pages / "deep" / "d.txt")
    (pages / "notes.md").write_text("no page")
    return pages


def run(*args: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args], input=stdin)


def process(*args: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)} | dict(options.pop("env", {}))  # type: ignore[call-overload]
    command = [sys.executable, "-c", "from newsclean.cli import main; main()", *map(str, args)]
    return subprocess.run(command, capture_output=True, timeout=120, env=env, **options)  # type: ignore[call-overload]


# ------------------------------------------------------------------ clean


def test_one_page_gives_one_line():
    result = run("clean", EXAMPLE / "page.html")
    assert result.exit_code == 0
    article = newsclean.Article.from_json(result.stdout)
    assert article.text.startswith(FIRST)
    assert result.stdout.count("\n") == 1
    assert result.stderr == "1 article, 0 rejected\n"


def test_a_folder_comes_in_sorted_order_and_skips_what_is_no_page(folder):
    result = run("clean", folder, "--rejections")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line.get("rejected") for line in lines] == [None, "too_short", None, None]
    assert lines[1]["input"] == str(folder / "b.htm")
    assert lines[3]["provenance"]["input_kind"] == "text"
    assert result.exit_code == 1
    first, last = result.stderr.splitlines()
    assert first.startswith(f"{folder / 'b.htm'}: too_short: ")
    assert last == "3 articles, 1 rejected (too_short: 1)"


def test_rejections_stay_off_stdout_by_default(folder):
    assert len(run("clean", folder).stdout.splitlines()) == 3


def test_workers_change_nothing(folder):
    assert run("clean", folder, "--workers", 2, "--rejections").stdout == run("clean", folder, "--rejections").stdout


def test_stdin_is_read_by_name_and_when_something_is_piped():
    for args in (["-"], []):
        result = run("clean", "--format", "txt", *args, stdin=PAGE)
        assert result.stdout.startswith(FIRST)


def test_text_takes_every_input_as_a_dump(tmp_path):
    dump = tmp_path / "dump.log"
    shutil.copy(EXAMPLE / "page.txt", dump)
    record = json.loads(run("clean", "--text", dump).stdout)
    assert record["provenance"]["input_kind"] == "text"


def test_url_is_given_to_the_page():
    record = json.loads(run("clean", "-", "--url", "https://news.example/a", stdin=PAGE).stdout)
    assert record["url"] == "https://news.example/a"


def test_an_address_is_fetched(monkeypatch):
    from newsclean.io import read
    from newsclean.io.fetch import Fetched

    monkeypatch.setattr(read, "fetch", lambda url: Fetched(PAGE, url + "/final", 200, {"Content-Type": "text/html"}))
    record = json.loads(run("clean", "https://news.example/a").stdout)
    assert record["url"] == "https://news.example/a/final"


def test_an_address_that_cannot_be_fetched_is_unreadable():
    result = run("clean", "http://127.0.0.1:9/page")
    assert result.exit_code == 4
    assert "not on the public internet" in result.stderr
    assert "allow_private" not in result.stderr


def test_json_is_one_array(folder):
    records = json.loads(run("clean", folder, "--format", "json", "--rejections").stdout)
    assert [("rejected" in record) for record in records] == [False, True, False, False]
    assert json.loads(run("clean", folder / "b.htm", "--format", "json").stdout) == []


def test_txt_and_md_are_for_readers(folder):
    text = run("clean", folder, "--format", "txt").stdout
    assert [part.startswith(FIRST) for part in text.split("\f\n")] == [True] * 3
    markdown = run("clean", folder / "a.html", "--format", "md").stdout
    assert markdown.startswith("# Night ferry returns")
    assert "\n## Bread at midnight\n" in markdown


def test_explain_is_in_the_record_or_a_table():
    record = json.loads(run("clean", EXAMPLE / "page.html", "--explain").stdout)
    assert any("newsletter" in removal["text"] for removal in record["removed"])
    result = run("clean", EXAMPLE / "page.html", "--explain", "--format", "txt")
    assert "RULE" in result.stderr
    assert "All rights reserved" in result.stderr
    assert "RULE" not in result.stdout


def test_quiet_and_verbose():
    assert run("clean", EXAMPLE / "page.html", "-q").stderr == ""
    assert "Night ferry returns to Port Ellin" in run("clean", EXAMPLE / "page.html", "-v").stderr


def test_output_appears_whole(folder, tmp_path):
    target = tmp_path / "out.jsonl"
    result = run("clean", folder, "-o", target)
    assert result.stdout == ""
    assert len(target.read_text("utf-8").splitlines()) == 3
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "pages"]


def test_an_interrupted_run_leaves_the_old_output(folder, tmp_path, monkeypatch):
    target = tmp_path / "out.jsonl"
    target.write_text("old")

    def interrupted(*_: object, **__: object):
        yield newsclean.clean(PAGE)
        raise KeyboardInterrupt

    monkeypatch.setattr(newsclean, "clean_many", lambda calls, **options: interrupted(next(calls)))
    result = run("clean", folder, "-o", target)
    assert result.exit_code == 130
    assert target.read_text() == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.jsonl", "pages"]


def test_output_keeps_links_and_does_not_replace_devices(tmp_path):
    real, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    link.symlink_to(real)
    assert run("clean", EXAMPLE / "page.html", "-o", link).exit_code == 0
    assert link.is_symlink()
    assert real.read_text("utf-8")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        assert run("clean", EXAMPLE / "page.html", "-o", pipe).exit_code == 0
        assert reader.communicate(timeout=30)[0] == real.read_bytes()
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_one_unreadable_input_costs_no_other(tmp_path):
    broken = tmp_path / "broken.html.gz"
    broken.write_bytes(gzip.compress(PAGE)[:-20])
    (tmp_path / "void").mkdir()
    result = run("clean", tmp_path / "missing.html", broken, tmp_path / "void", EXAMPLE / "page.html")
    assert result.exit_code == 4
    assert len(result.stdout.splitlines()) == 1
    assert "missing.html: unreadable: No such file" in result.stderr
    assert "broken.html.gz: unreadable: the gzip data is damaged" in result.stderr
    assert "void: unreadable: the folder holds no page" in result.stderr
    assert result.stderr.splitlines()[-1] == "1 article, 0 rejected, 3 unreadable"


def test_an_output_that_cannot_be_written(tmp_path):
    result = run("clean", EXAMPLE / "page.html", "-o", tmp_path / "missing" / "out.jsonl")
    assert result.exit_code == 4
    assert "No such file" in result.stderr
    assert f"error: {tmp_path / 'missing' / 'out.jsonl'}: " in result.stderr
    assert ".part" not in result.stderr


def test_the_output_is_named_as_the_user_does(tmp_path):
    loop = tmp_path / "loop.jsonl"
    loop.symlink_to(loop)
    for output in (tmp_path, loop, tmp_path / ("x" * 300)):
        result = run("clean", EXAMPLE / "page.html", "-o", output)
        assert result.exit_code == 4
        assert result.stderr.startswith(f"error: {output}: ")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["loop.jsonl"]


def test_the_output_may_have_as_long_a_name_as_the_system_allows(tmp_path):
    target = tmp_path / ("\u65b0" * 80)
    assert run("clean", EXAMPLE / "page.html", "-o", target).exit_code == 0
    assert target.stat().st_size


def test_a_name_that_the_system_refuses_costs_no_other():
    result = run("clean", "x" * 5000, EXAMPLE / "page.html", "y" * 300 + ".html")
    assert result.exit_code == 4
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.count("unreadable: File name too long") == 2
    assert run("clean", "x" * 5000, "--url", "https://a.example/").exit_code == 4


def test_what_may_not_be_looked_at_is_unreadable_and_costs_no_other(folder, monkeypatch):
    from newsclean.io import read

    real_scandir, real_stat, locked, hidden = os.scandir, Path.is_file, folder / "deep", folder / "a.html"

    def scandir(path):
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return real_scandir(path)

    def is_file(path):
        if path == hidden:
            raise PermissionError(13, "Permission denied", str(path))
        return real_stat(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "is_file", is_file)
    assert list(read.find([str(folder)])) == [str(hidden), str(folder / "b.htm"), str(locked)]
    result = run("clean", folder)
    assert result.exit_code == 4
    assert f"{locked}: unreadable: " in result.stderr


def test_fail_on_empty(folder):
    assert run("clean", folder / "b.htm").exit_code == 1
    assert run("clean", folder / "b.htm", "--fail-on-empty").exit_code == 3
    assert run("clean", folder, "--fail-on-empty").exit_code == 1


@pytest.mark.parametrize("args", [
    ["--url", "https://a.example/", "one.html", "two.html"],
    ["--url", "https://a.example/", "https://b.example/"],
    ["--url", "not a url", "one.html"],
    ["--url", "https://", "one.html"],
    ["--url", "https://not a host/", "one.html"],
    ["--url", "https://[broken/", "one.html"],
    ["--url", "ftp://a.example/", "one.html"],
    ["--rejections", "--format", "txt", "one.html"],
    ["--workers", "0", "one.html"],
    ["--format", "xml", "one.html"],
])  # fmt: skip
def test_wrong_usage(args):
    assert run("clean", *args).exit_code == 2


def test_an_unknown_site_is_a_plugin_error():
    result = run("clean", EXAMPLE / "page.html", "--site", "no_such_site")
    assert result.exit_code == 5
    assert "no plugin is called 'no_such_site'" in result.stderr


def test_a_plugin_that_cannot_be_used_is_named_before_a_page_is_read(tmp_path):
    file = tmp_path / "quay.toml"
    layout = '[[layouts]]\nname = "now"\nmarker = "div["\nbody = "div"\n'
    file.write_text(f'name = "quay"\nhosts = ["quay.example"]\n{layout}', encoding="utf-8")
    result = run("clean", EXAMPLE / "page.html", "--plugin", file)
    assert (result.exit_code, result.stdout) == (5, "")
    assert result.stderr.startswith("plugin error: quay, layout 'now': CSS selector 'div[' cannot be read")


def test_a_file_that_is_not_there_is_named_without_a_number():
    result = run("clean", EXAMPLE / "page.html", "--plugin", "nowhere.toml")
    assert (result.exit_code, result.stderr) == (4, "error: nowhere.toml: No such file or directory\n")


def test_plugins_that_are_off_are_said_to_be(monkeypatch):
    monkeypatch.setenv("NEWSCLEAN_PLUGINS", "off")
    for code, *args in ((5, "clean", EXAMPLE / "page.html", "--site", "blogger"), (2, "sites", "show", "blogger")):
        result = run(*args)
        assert result.exit_code == code
        assert "plugins are off (NEWSCLEAN_PLUGINS=off)" in result.stderr


@pytest.mark.parametrize("args", [
    ["clean", EXAMPLE / "page.html"], ["sites", "list"], ["sites", "show", "blogger"],
    ["fixtures", "update", "--check", "--root", ROOT / "fixtures", "example"],
])  # fmt: skip
def test_an_unknown_setting_of_the_plugins_is_a_plugin_error(args, monkeypatch):
    monkeypatch.setenv("NEWSCLEAN_PLUGINS", "of")
    result = run(*args)
    assert result.exit_code == 5
    assert result.stdout == ""
    assert result.stderr == (
        "plugin error: NEWSCLEAN_PLUGINS is 'of'; only 'off' (no plugin is used) or nothing is allowed\n"
    )


def test_an_unknown_setting_of_the_plugins_is_a_warning_of_the_doctor(monkeypatch):
    monkeypatch.setenv("NEWSCLEAN_PLUGINS", "of")
    result = run("doctor")
    assert result.exit_code == 0
    assert "warning: NEWSCLEAN_PLUGINS is 'of'; only 'off'" in result.stderr
    monkeypatch.setenv("NEWSCLEAN_PLUGINS", " OFF ")
    assert run("doctor").stderr == ""


def test_names_cannot_steer_the_terminal(tmp_path):
    page = tmp_path / "\x1b[31mred.html"
    page.write_bytes(EMPTY)
    assert "\\x1b[31mred.html: too_short" in run("clean", page).stderr


# ------------------------------------------------------------------ the other commands


def test_help_teaches():
    assert "Begin with:" in run("--help").stdout
    for command in (
        ["clean"],
        ["sites"],
        ["sites", "list"],
        ["sites", "show"],
        ["schema"],
        ["doctor"],
        ["fixtures", "update"],
    ):
        assert "Example" in run(*command, "--help").stdout, command


def test_version():
    assert run("--version").stdout.split()[-1] == newsclean.__version__


def test_unknown_command():
    assert run("tidy").exit_code == 2


def test_schema_is_json():
    assert json.loads(run("schema").stdout)["$id"] == "urn:newsclean:article:1"


def test_sites_list_names_every_plugin():
    entries = json.loads(run("sites", "list", "--json").stdout)
    assert sorted(entry["name"] for entry in entries) == sorted(newsclean.sites())
    lines = run("sites", "list").stdout.splitlines()
    assert lines[0].split() == ["NAME", "KIND", "HOSTS", "PLATFORM", "RULES"]
    assert len(lines) == 1 + len(entries)


def test_sites_show_gives_layouts_and_rules():
    from newsclean.registry import load

    plugins = load()
    for name in newsclean.sites():
        plan = plugins.plan(plugins.by_name[name])
        shown = run("sites", "show", name).stdout
        assert all(rule.id in shown for rule in plan.rules)
        assert all(layout.name in shown for layout in plan.layouts)
    assert run("sites", "show", "no_such_site").exit_code == 2


def test_doctor():
    result = run("doctor")
    assert result.exit_code == 0
    for part in ("python", "lxml", "libxml2", "msgspec", "sites", "platforms", "NEWSCLEAN_PLUGINS="):
        assert part in result.stdout


def test_fixtures_update_is_the_only_way_a_snapshot_changes(tmp_path):
    root = tmp_path / "fixtures"
    case = root / "generic" / "example" / "harbour-ferry"
    shutil.copytree(EXAMPLE, case)
    assert run("fixtures", "update", "--root", root, "--check").exit_code == 0

    snapshot = case / "article.json"
    good = snapshot.read_text("utf-8")
    bad = good.replace("Night ferry returns", "Day ferry returns")
    snapshot.write_text(bad, "utf-8")
    checked = run("fixtures", "update", "--root", root, "--check")
    assert checked.exit_code == 1
    assert "+++ after/example/harbour-ferry/article.json" in checked.stdout
    assert "Day ferry returns" in checked.stdout
    assert snapshot.read_text("utf-8") == bad

    updated = run("fixtures", "update", "example", "--root", root)
    assert updated.exit_code == 0
    assert updated.stderr == "2 snapshots, 1 changed\n"
    assert snapshot.read_text("utf-8") == good
    assert run("fixtures", "update", "nobody", "--root", root).exit_code == 2

    (case / "page.txt").write_text("A line.")
    assert '+ "rejected": "too_short"' in run("fixtures", "update", "--root", root).stdout
    assert json.loads((case / "dump.json").read_text("utf-8")) == {"rejected": "too_short"}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A fixture case that may be spoiled."""
    folder = tmp_path / "fixtures" / "generic" / "example" / "harbour-ferry"
    shutil.copytree(EXAMPLE, folder)
    return folder


@pytest.mark.parametrize(("name", "content"), [
    ("case.toml", b"url = "), ("case.toml", b"\xff\xfe"), ("case.toml", b"url = 7"), ("case.toml", b"captured = [1]"),
    ("article.json", b"{"), ("article.json", b"\xff"), ("article.json", b"[]"), ("dump.json", b""), ("page.txt", b"\xff"),
])  # fmt: skip
def test_a_bad_file_of_a_fixture_is_named(case, name, content):
    (case / name).write_bytes(content)
    result = run("fixtures", "update", "--root", case.parents[2])
    assert result.exit_code == 4
    assert result.stderr.startswith(f"error: {case / name}")
    assert (case / name).read_bytes() == content


@pytest.mark.parametrize("check", [(), ("--check",)])
def test_a_fixture_without_a_page_is_an_error(case, check):
    shutil.copytree(case, case.with_name("pageless"))
    for page in case.with_name("pageless").glob("page.*"):
        page.unlink()
    result = run("fixtures", "update", "--root", case.parents[2], *check)
    assert result.exit_code == 1
    first, last = result.stderr.splitlines()
    assert first == f"error: {case.with_name('pageless')} holds no page.html and no page.txt"
    assert last.startswith("2 snapshots, 0 ")


def test_a_snapshot_is_written_from_one_cleaning(case, monkeypatch):
    from newsclean import testing

    cleaned: list[str] = []
    real = testing.outcome
    monkeypatch.setattr(testing, "outcome", lambda case, source: cleaned.append(source) or real(case, source))
    for name in ("article.json", "dump.json"):
        (case / name).write_text("{}")
    assert run("fixtures", "update", "--root", case.parents[2]).stderr == "2 snapshots, 2 changed\n"
    assert cleaned == ["page.html", "page.txt"]
    (found,) = testing.find_cases(case.parents[1])
    before, after = testing.write_snapshot(found, "page.html")
    assert before == after == found.expected("page.html")
    assert len(cleaned) == 3


# ------------------------------------------------------------------ in a process of its own

PLUGIN = """
from newsclean.plugin import Layout, Site, drop
SITE = Site(
    name="example_gazette", hosts=("example-gazette.test",),
    layouts=(Layout(name="now", marker=".story-body", body=".story-body"),),
    rules=(drop("related", css=".related-stories"),),
)
"""


@pytest.fixture
def package(tmp_path: Path) -> dict[str, str]:
    """An installed package with a plugin, for a process whose environment this is."""
    (tmp_path / "gazette.py").write_text(PLUGIN)
    info = tmp_path / "gazette-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: gazette\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newsclean.sites]\nexample_gazette = gazette:SITE\n")
    return {"PYTHONPATH": os.pathsep.join((str(ROOT), str(tmp_path)))}


@pytest.mark.slow
def test_a_plugin_of_another_package_is_used(package, tmp_path):
    assert b"example_gazette/related" in process("sites", "show", "example_gazette", env=package).stdout
    done = process("clean", EXAMPLE / "page.html", "--url", "https://www.example-gazette.test/1", env=package)
    assert json.loads(done.stdout)["provenance"]["cleaner"] == "example_gazette/now"
    assert process("doctor", env=package).returncode == 0
    off = process("sites", "list", env={**package, "NEWSCLEAN_PLUGINS": "off"})
    assert len(off.stdout.splitlines()) == 1


@pytest.mark.slow
def test_a_broken_plugin_is_named_and_costs_no_page(package, tmp_path):
    (tmp_path / "gazette.py").write_text("import no_such_module\n")
    doctor = process("doctor", env=package)
    assert doctor.returncode == 5
    assert b"no_such_module" in doctor.stderr
    done = process("clean", EXAMPLE / "page.html", env=package)
    assert done.returncode == 0
    assert b"warning: newsclean plugin 'example_gazette' cannot be imported" in done.stderr


def test_a_reader_that_leaves_ends_the_run_quietly(tmp_path):
    for number in range(40):
        (tmp_path / f"{number:02}.html").write_bytes(PAGE)
    script = f'"{sys.executable}" -c "from newsclean.cli import main; main()" clean "{tmp_path}" -q | head -1'
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["bash", "-o", "pipefail", "-c", script], capture_output=True, timeout=120, env=env)
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""
    assert done.returncode == 141


def test_a_process_writes_utf8_whatever_the_locale():
    done = process("clean", EXAMPLE / "page.html", "--format", "txt", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert "“We never stopped" in done.stdout.decode("utf-8")


# ------------------------------------------------------------------ text

DUMPS = ROOT / "fixtures/generic/dumps"
STORY = (DUMPS / "menu-and-links" / "page.txt").read_text("utf-8")


def wet(*records: tuple[str, str], broken: bool = False) -> bytes:
    head = "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Target-URI: {}\r\nWARC-Date: 2025-03-10T01:02:03Z\r\nContent-Length: {}\r\n\r\n"
    out = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\ninfo\r\n\r\n"
    for url, text in records:
        body = text.encode()
        out += head.format("conversion", url, len(body) + (99 if broken else 0)).encode() + body + b"\r\n\r\n"
    return out


def test_text_takes_a_dump():
    result = run("text", "--format", "txt", DUMPS / "menu-and-links" / "page.txt")
    assert result.exit_code == 0
    assert result.stdout.startswith("The council of Upper Quay")


def test_text_reads_wet_records_with_their_addresses(tmp_path):
    path = tmp_path / "a.warc.wet.gz"
    path.write_bytes(gzip.compress(wet(("https://echo.example/1", STORY), ("https://echo.example/2", STORY))))
    result = run("text", path)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["url"] for record in records] == ["https://echo.example/1", "https://echo.example/2"]
    assert result.exit_code == 0


def test_a_damaged_wet_record_costs_no_other(tmp_path):
    whole = wet(("https://echo.example/1", STORY), ("https://echo.example/2", STORY))
    lies = wet(("https://echo.example/3", STORY), broken=True)
    (tmp_path / "a.wet").write_bytes(lies + whole)
    result = run("text", tmp_path / "a.wet")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["url"] for record in records] == [f"https://echo.example/{i}" for i in (3, 1, 2)]
    assert ["truncated" in record["quality"]["flags"] for record in records] == [True, False, False]
    assert records[1]["provenance"]["warc_file"] == "a.wet"


def test_what_is_no_wet_record_is_named(tmp_path):
    (tmp_path / "a.wet").write_bytes(b"no wet file")
    result = run("text", tmp_path / "a.wet", DUMPS / "menu-and-links" / "page.txt")
    assert result.exit_code == 4
    assert "truncated" in result.stderr
    assert "holds no text dump" in result.stderr
    assert result.stdout.count("\n") == 1


def test_a_warc_file_without_dumps_is_named(tmp_path):
    archives.stories(tmp_path / "pages.warc.gz", 2)
    result = run("text", tmp_path / "pages.warc.gz")
    assert result.exit_code == 4
    assert "newsclean run" in result.stderr


def test_wet_files_may_be_packed_with_zstd(tmp_path):
    zstandard = pytest.importorskip("zstandard")
    data = zstandard.ZstdCompressor().compress(wet(("https://echo.example/1", STORY)))
    (tmp_path / "a.warc.wet.zst").write_bytes(data)
    result = run("text", tmp_path)
    assert json.loads(result.stdout)["url"] == "https://echo.example/1"
    assert result.exit_code == 0


def test_learned_lines_are_used(tmp_path):
    own = "The Quay Echo is read on both sides of the water, and by the harbour master, and by his wife."
    things = ("lamp", "crane", "gate")
    for thing in things:
        text = (
            f"The {thing} of the harbour was mended on Monday, the clerk told the board, and it cost next to nothing.\n"
            f"Nobody had asked for a new {thing}, she said, but the old one had been seen to lean in the winter.\n{own}\n"
            f"The board will look at the {thing} again in April, when the nights are short and the paint is dry."
        )
        (tmp_path / f"{thing}.txt").write_text(text)
    assert own in run("text", "--format", "txt", tmp_path).stdout
    learned = run("text", "--learn", "--format", "txt", tmp_path).stdout
    assert own not in learned
    assert all(thing in learned for thing in things)


@pytest.mark.parametrize(
    "args, message",
    [
        (["--learn", "-"], "reads its inputs twice"),
        (["https://example.com/"], "newsclean clean"),
        (["--url", "https://example.com/", "a.txt", "b.txt"], "one dump"),
        (["--url", "example.com", "a.txt"], "http or https"),
        (["--rejections", "--format", "txt", "a.txt"], "jsonl or json"),
    ],
)
def test_text_refuses_what_does_not_go_together(args, message):
    result = run("text", *args, stdin=b"text")
    assert result.exit_code == 2
    assert message in result.stderr


def test_mending_needs_its_extra_or_mends(tmp_path):
    (tmp_path / "a.txt").write_text(
        "The cafÃ© of the harbour was mended on Monday, the clerk told the board, and cost nothing."
    )
    result = run("text", "--mend", "--format", "txt", tmp_path / "a.txt")
    assert "café" in result.stdout or "newsclean[text]" in result.stderr

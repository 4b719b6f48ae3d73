"""Runs: one row a record, whatever is killed, damaged or poisoned."""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

import newsclean
from newsclean.cli import main
from newsclean.errors import RunError
from tests import archives

pytest.importorskip("fastwarc", reason="needs the extra [warc]")
pq = pytest.importorskip("pyarrow.parquet", reason="needs the extra [parquet]")

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("NEWSCLEAN_SHARED", ROOT.parent / "shared"))
REASONS = {"segfault": "worker_died", "endless loop": "timeout", "four gigabytes": "worker_died", "exit": "worker_died"}


def poisons(count, every):
    return {n: archives.POISONS[i % 4] for i, n in enumerate(range(every // 2, count, every))}


def parts(out):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.glob("part-*"))}


def rows(out):
    found = []
    for path in sorted(out.glob("part-*")):
        if path.suffix == ".parquet":
            found += pq.read_table(path).to_pylist()
        else:
            data = path.read_bytes()
            found += map(json.loads, (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines())
    return found


def check_rows(found, count, poisoned):
    assert [row["record"] for row in found] == list(range(count))
    assert len({row["provenance"]["warc_record_id"] for row in found}) == count
    bad = {n: row["reason"] for n, row in enumerate(found) if row["outcome"] == "rejected"}
    assert bad == {n: REASONS[kind] for n, kind in poisoned.items()}


def poisoned_run(tmp_path, count, every):
    poisoned = poisons(count, every)
    archive = archives.stories(tmp_path / "crossings.warc.gz", count, poisoned)
    began = time.monotonic()
    archives.run_here(tmp_path / "out", archive, part_rows=500)
    check_rows(rows(tmp_path / "out"), count, poisoned)
    return time.monotonic() - began, len(poisoned)


def test_poisoned_pages_cost_themselves(tmp_path):
    poisoned_run(tmp_path, 200, 50)


@pytest.mark.slow
def test_twenty_poisoned_pages_in_two_thousand(tmp_path):
    seconds, poisoned = poisoned_run(tmp_path, 2000, 100)
    assert poisoned == 20
    assert seconds < 180


# ------------------------------------------------------------------ kills


def killed_run(tmp_path, kills, count, form, poisoned, longest=3.0):
    archive = archives.stories(tmp_path / "crossings.warc.gz", count, poisoned)
    clean, out = tmp_path / "clean", tmp_path / "out"
    began = time.monotonic()
    archives.run_here(clean, archive, form=form)
    longest = min(longest, time.monotonic() - began)  # the first kill always lands: a process has to start up besides
    command = [sys.executable, "-m", "tests.archives", str(out), str(archive), form]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    dice, landed = random.Random(11), 0
    while landed < kills:
        child = subprocess.Popen(command, env=env, cwd=ROOT, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            child.wait(dice.uniform(min(0.3, longest / 2), longest))
            assert parts(out) == parts(clean)
            shutil.rmtree(out)  # it got to its end between two kills: begin anew
        except subprocess.TimeoutExpired:
            landed += 1
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
    subprocess.run(command, env=env, cwd=ROOT, check=True, timeout=300)
    check_rows(rows(out), count, poisoned)
    assert parts(out) == parts(clean)


def test_a_killed_run_ends_as_if_nothing_had_been(tmp_path):
    killed_run(tmp_path, 3, 300, "parquet", {140: "exit"})


@pytest.mark.slow
@pytest.mark.parametrize(("form", "kills"), [("parquet", 50), ("jsonl.gz", 10)])
def test_fifty_kills(tmp_path, form, kills):
    killed_run(tmp_path, kills, 2000, form, poisons(2000, 100))


HEARS_INTERRUPTS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
"""A shell starts what it puts in the background deaf to them, and the tests may be run so."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_finished_parts(tmp_path, number):
    archive = archives.stories(tmp_path / "crossings.warc.gz", 800)
    command = [
        sys.executable,
        "-c",
        HEARS_INTERRUPTS + "from newsclean.cli import main; main()",
        "run",
        str(archive),
        "-o",
        str(tmp_path / "out"),
    ]
    command += ["--part-rows", "50", "--profile", "flat", "--workers", "2"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    child = subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)
    while not list((tmp_path / "out").glob("part-00000-00001*")):
        assert child.poll() is None
        time.sleep(0.02)
    child.send_signal(number)
    _, said = child.communicate(timeout=30)
    assert child.returncode == 130
    assert "are finished; the same command with --resume goes on" in said
    assert not list((tmp_path / "out").glob(".*.part"))
    done = subprocess.run([*command, "--resume"], env=env, stderr=subprocess.PIPE, text=True, check=True, timeout=120)
    assert "800 records: 800 articles, 0 rejected" in done.stderr
    assert [row["record"] for row in rows(tmp_path / "out")] == list(range(800))


# ------------------------------------------------------------------ cost


SAYS_ITS_PEAK = (
    "import atexit, pathlib; "
    "atexit.register(lambda: print(pathlib.Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])); "
)
"""``ru_maxrss`` would count what the tests' own process held when it forked."""


def cost(archive, out):
    """Run in a process of its own; return its largest resident memory in MB (without its workers) and the report."""
    command = [sys.executable, "-c", SAYS_ITS_PEAK + "from newsclean.cli import main; main()", "run", str(archive)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command += ["-o", str(out), "--workers", "2", "-q"]
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=True)
    return int(done.stdout.split()[-1]) / 1024, json.loads((out / "report.json").read_text())


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the unit of resident memory is another elsewhere")
def test_memory_of_the_parent_is_flat(tmp_path):
    few, _ = cost(archives.stories(tmp_path / "few.warc.gz", 1000), tmp_path / "few")
    many, report = cost(archives.stories(tmp_path / "many.warc.gz", 8000), tmp_path / "many")
    assert report["records"] == 8000
    assert many < few + 40
    assert many < 300


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="needs the shared corpus beside the checkout")
def test_real_pages_cost_little_beside_their_cleaning(tmp_path):
    pages = sorted((SHARED / "corpus").glob("*/pages/*"))[::8]
    members = [archives.record(n, gzip.decompress(path.read_bytes())) for n, path in enumerate(pages)]
    memory, report = cost(archives.warc(tmp_path / "corpus.warc.gz", members), tmp_path / "out")
    assert report["records"] == len(pages)
    assert report["damaged"] == 0
    assert report["speed"]["cpu_seconds"]["share_outside"] <= 0.30
    assert memory <= 300


# ------------------------------------------------------------------ resuming


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """A finished run, made once."""
    folder = tmp_path_factory.mktemp("finished")
    archives.run_here(folder / "out", archives.stories(folder / "crossings.warc.gz", 120))
    return folder


@pytest.fixture
def finished(once, tmp_path):
    """A finished run to do harm to."""
    shutil.copytree(once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "out", tmp_path / "crossings.warc.gz"


def test_a_finished_run_is_not_done_again(finished):
    out, archive = finished
    before = {path: path.stat().st_mtime_ns for path in out.glob("part-*")}
    archives.run_here(out, archive, resume=True)
    assert {path: path.stat().st_mtime_ns for path in out.glob("part-*")} == before


@pytest.mark.parametrize("harm", ["missing part", "torn part", "torn line", "no last line", "left over"])
def test_what_is_missing_is_done_again(finished, harm):
    out, archive = finished
    want = parts(out)
    manifest = out / "manifest.jsonl"
    lines = manifest.read_bytes().splitlines(keepends=True)
    if harm == "missing part":
        (out / "part-00000-00001.parquet").unlink()
    elif harm == "torn part":
        os.truncate(out / "part-00000-00001.parquet", 1000)
    elif harm == "torn line":
        manifest.write_bytes(b"".join(lines[:-1]) + lines[-1][:20])
    elif harm == "no last line":
        manifest.write_bytes(b"".join(lines[:-2]))
    else:
        (out / ".part-00000-00009.parquet.0123.part").write_bytes(b"half")
    archives.run_here(out, archive, resume=True)
    assert parts(out) == want
    assert not list(out.glob(".*.part"))
    check_rows(rows(out), 120, {})


FAULTS = [*(("fsync", n) for n in range(7)), *((call, n) for call in ("replace", "write") for n in range(3))]
FEW = (("fsync", 3), ("replace", 1), ("write", 1))


@pytest.mark.parametrize(
    ("call", "number"), [pytest.param(*fault, marks=[] if fault in FEW else pytest.mark.slow) for fault in FAULTS]
)
def test_a_disk_that_fails_leaves_what_is_finished(once, tmp_path, monkeypatch, call, number):
    archive = once / "crossings.warc.gz"
    counted = []

    def failing(real):
        def inner(*given, **more):
            counted.append(call)
            if len(counted) == number + 1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "part-00000-00001.parquet")
            return real(*given, **more)

        return inner

    with monkeypatch.context() as patch:
        if call == "fsync":
            patch.setattr(os, "fsync", failing(os.fsync))
        elif call == "replace":
            patch.setattr(Path, "replace", failing(Path.replace))
        else:
            from newsclean.io.parquet import ParquetPart

            patch.setattr(ParquetPart, "_flush", failing(ParquetPart._flush))
        with pytest.raises(OSError, match="No space left"):
            archives.run_here(tmp_path / "out", archive)
    assert not list((tmp_path / "out").glob(".*.part"))
    archives.run_here(tmp_path / "out", archive, resume=True)
    assert parts(tmp_path / "out") == parts(once / "out")


def test_the_number_of_workers_changes_nothing(tmp_path):
    archive = archives.stories(tmp_path / "crossings.warc.gz", 120, {30: "exit"})
    for workers in (1, 3):
        archives.run_here(tmp_path / str(workers), archive, workers=workers)
    assert parts(tmp_path / "1") == parts(tmp_path / "3")


def test_another_run_is_refused(finished, tmp_path):
    out, archive = finished
    with pytest.raises(RunError, match="holds a run already; --resume goes on"):
        archives.run_here(out, archive)
    with pytest.raises(RunError, match=r"settings have changed since the run began \(profile\)"):
        archives.run_here(out, archive, resume=True, profile="flat")
    with pytest.raises(RunError, match="the inputs are not those"):
        archives.run_here(out, archives.stories(tmp_path / "other.warc.gz", 3), resume=True)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/letter.txt").write_text("Dear harbour master")
    with pytest.raises(RunError, match="is not empty and holds no run"):
        archives.run_here(tmp_path / "full", archive)
    (out / "manifest.jsonl").write_bytes(b"nonsense\n" + (out / "manifest.jsonl").read_bytes())
    with pytest.raises(RunError, match="line 1: not a line of a run's manifest"):
        archives.run_here(out, archive, resume=True)


def test_an_input_that_changed_is_refused(finished):
    out, archive = finished
    lines = (out / "manifest.jsonl").read_bytes().splitlines(keepends=True)
    (out / "manifest.jsonl").write_bytes(b"".join(lines[:-2]))
    archives.stories(archive, 121)
    with pytest.raises(RunError, match="has changed since the run began"):
        archives.run_here(out, archive, resume=True)


def test_two_runs_at_once_are_refused(finished):
    fcntl = pytest.importorskip("fcntl")
    out, archive = finished
    with (out / ".lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        with pytest.raises(RunError, match="another run is at work"):
            archives.run_here(out, archive, resume=True)


# ------------------------------------------------------------------ output


@pytest.mark.parametrize("form", ["parquet", "jsonl", "jsonl.gz", "jsonl.zst"])
@pytest.mark.parametrize("profile", ["full", "flat", "dolma"])
def test_every_form_and_profile_holds_the_same(tmp_path, form, profile):
    archive = archives.warc(
        tmp_path / "mix.warc.gz",
        [
            archives.record(0, archives.story(0)),
            archives.record(1, b"<p>Too short.</p>"),
            archives.record(2, b"x", kind="request"),
            archives.record(3, b"", kind="revisit"),
        ],
    )
    archives.run_here(tmp_path / "out", archive, form=form, profile=profile)
    (path,) = (tmp_path / "out").glob("part-*")
    if form == "jsonl.zst":
        import zstandard

        found = [json.loads(line) for line in zstandard.decompress(path.read_bytes(), 1 << 20).splitlines()]
    else:
        found = rows(tmp_path / "out")
    flat = [row["metadata"] if profile == "dolma" else row for row in found]
    assert [(row["outcome"], row["reason"]) for row in flat] == [
        ("article", None), ("rejected", "too_short"), ("rejected", "not_an_article"),
    ]  # fmt: skip
    assert found[0]["text"].startswith(archives.SENTENCES[0])
    if profile == "full" and form == "jsonl":
        article = newsclean.Article.from_json((tmp_path / "out" / path.name).read_bytes().splitlines()[0])
        assert article.title == "Crossing 0"
        assert article.provenance.warc_offset == 0


def test_the_schema_of_the_full_profile_is_the_record():
    from dataclasses import fields

    from newsclean.arrow_schema import HEAD, schema

    assert schema("full").names == [*HEAD, *(field.name for field in fields(newsclean.Article))]


def test_the_report_counts_what_the_rows_hold(tmp_path):
    archive = archives.stories(tmp_path / "crossings.warc.gz", 60)
    out = tmp_path / "out"
    result = CliRunner().invoke(main, ["run", str(archive), "-o", str(out), "--profile", "flat"])
    assert result.exit_code == 0, result.output
    assert "60 records: 60 articles, 0 rejected" in result.output
    report = json.loads((out / "report.json").read_text())
    assert Counter(row["outcome"] for row in rows(out)) == {"article": report["records"]}
    assert report["sites"] == {"generic": 60}
    assert report["speed"]["cpu_seconds"]["share_outside"] < 1
    page = (out / "report.html").read_text()
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_a_report_shows_names_as_text():
    from newsclean.report.page import bars, page, table

    evil = "<script>alert(1)</script>\"'&"
    text = page(evil, evil, [bars(evil, {evil: 3}), table(evil, (evil,), [(evil,)])])
    assert "<script" not in text
    assert text.count("&lt;script&gt;") == 8


def test_hosts_are_filtered_before_parsing(tmp_path):
    archive = archives.stories(tmp_path / "crossings.warc.gz", 30)
    hosts = tmp_path / "hosts.txt"
    hosts.write_text("# harbour\nquay1.example\n")
    result = CliRunner().invoke(main, ["run", str(archive), "-o", str(tmp_path / "out"), "--hosts", str(hosts)])
    assert result.exit_code == 0, result.output
    report = json.loads((tmp_path / "out/report.json").read_text())
    assert (report["records"], report["skipped"]) == (10, {"host": 20})


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nothing.warc.gz", "No such file"),
        ("notes.doc", "not a WARC, WET, JSONL or Parquet file"),
        ("empty", "holds no page"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path, name, message):
    if name == "empty":
        (tmp_path / name).mkdir()
    elif name == "notes.doc":
        (tmp_path / name).write_text("x")
    result = CliRunner().invoke(main, ["run", str(tmp_path / name), "-o", str(tmp_path / "out")])
    assert result.exit_code == 4
    assert message in result.output


def test_other_inputs_give_the_same_texts(tmp_path):
    pages = [archives.story(n) for n in range(12)]
    folder = tmp_path / "pages"
    folder.mkdir()
    for n, page in enumerate(pages):
        (folder / f"{n:02}.html.gz").write_bytes(gzip.compress(page))
    table = [{"html": page.decode(), "url": f"https://quay.example/{n}"} for n, page in enumerate(pages)]
    (tmp_path / "pages.jsonl").write_text("".join(json.dumps(row) + "\n" for row in table) + "no json\n{}\n")
    import pyarrow as pa

    pq.write_table(pa.Table.from_pylist(table), tmp_path / "pages.parquet")
    archives.run_here(tmp_path / "out", tmp_path / "pages.jsonl")
    found = rows(tmp_path / "out")
    assert [row["reason"] for row in found[12:]] == ["undecodable", "empty"]
    assert found[12]["detail"].startswith("line 13 is no JSON")
    for name in ("pages.parquet", "pages"):
        archives.run_here(tmp_path / f"out-{name}", tmp_path / name)
        others = rows(tmp_path / f"out-{name}")
        assert [row["text"] for row in others] == [row["text"] for row in found[:12]]
    assert [row["input"] for row in others[:2]] == ["pages/00.html.gz", "pages/01.html.gz"]


ODD = [
    {"html": archives.story(0).decode(), "url": "https://quay.example/\ud800", "warc_offset": "12", "http_status": [2]},
    {
        "html": "<p>\ud800\x00 half a character</p>" + archives.story(1).decode(),
        "fetched_at": 3.5,
        "headers": "no JSON",
    },
    {"html": archives.story(2).decode(), "captured": "yesterday", "headers": {"Content-Type": None, "A": "\udfff"}},
    {"html": 3, "text": None, "url": 5},
    {"text": "\n".join(archives.SENTENCES), "problem": "mine", "record": "x", "input": 3},
    {"html": "", "url": ""},
    [1, 2],
    {"html": archives.story(3).decode(), "warc_length": 10**30, "crawl": "C\u2028D"},
]


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_odd_rows_cost_nobody(tmp_path, form):
    path = tmp_path / "odd.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in ODD))
    archives.run_here(tmp_path / "out", path, form=form)
    found = rows(tmp_path / "out")
    assert len(found) == len(ODD)
    assert [row["outcome"] for row in found][0:3] == ["article"] * 3
    assert [row["reason"] for row in found][3:7] == ["empty", None, "empty", "undecodable"]
    assert found[0]["provenance"]["warc_offset"] == 12
    assert found[4]["problem"] is None
    assert found[7]["provenance"]["crawl"] == "C\u2028D"


def test_inputs_of_one_name_are_told_apart(tmp_path):
    from newsclean.io.shards import find_shards

    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        archives.stories(tmp_path / folder / "crossings.warc.gz", 2)
    archives.stories(tmp_path / "more.warc.gz", 1)
    names = [shard.name for shard in find_shards([str(tmp_path)])]
    assert names[:2] == ["a/crossings.warc.gz", "b/crossings.warc.gz"]
    with pytest.raises(OSError, match="an input is given twice"):
        find_shards([str(tmp_path / "more.warc.gz")] * 2)


def test_the_output_may_lie_inside_the_input(tmp_path):
    archives.stories(tmp_path / "crossings.warc.gz", 3)
    (tmp_path / "page.html").write_bytes(archives.story(7))
    for more in ([], ["--resume"]):
        result = CliRunner().invoke(main, ["run", str(tmp_path), "-o", str(tmp_path / "out"), *more])
        assert result.exit_code == 0, result.output
        assert "4 records: 4 articles" in result.output

"""fetch, dedup, stats and warc on the command line."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from newsclean.batch.dedup import find, shingles
from newsclean.cli import main
from newsclean.cli.progress import Progress, clock
from newsclean.report.stats import collect, length_class
from tests import archives
from tests.servers import page, serving

pytest.importorskip("fastwarc", reason="needs the extra [warc]")
pytest.importorskip("pyarrow", reason="needs the extra [parquet]")
pytest.importorskip("protego", reason="needs the extra [fetch]")


def newsclean(*words):
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


# ------------------------------------------------------------------ fetch


@pytest.fixture
def site():
    rss = "<rss version='2.0'><channel><title>Quay</title>{0}</channel></rss>"
    items = "".join(f"<item><title>{n}</title><link>/crossings/{n}</link></item>" for n in range(3))
    pages = {f"/crossings/{n}": page(archives.story(n)) for n in range(2)}
    pages["/feed"] = page(rss.format(items).encode())
    with serving(pages) as server:
        yield server


def test_a_feed_becomes_records(site):
    pytest.importorskip("feedparser", reason="needs the extra [fetch]")
    result = newsclean("fetch", "--feed", f"{site.url}/feed", "--allow-private", "--delay", 0)
    assert result.exit_code == 4
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert sorted(record["title"] for record in records) == ["Crossing 0", "Crossing 1"]
    assert records[0]["provenance"]["http_status"] == 200
    assert f"{site.url}/crossings/2: unreadable: {site.url}/crossings/2 answered 404" in result.stderr
    assert "2 articles, 0 rejected, 1 unreadable" in result.stderr


def test_pages_go_to_an_archive_and_from_there_to_parts(site, tmp_path):
    archive = tmp_path / "today.warc.gz"
    urls = [f"{site.url}/crossings/{n}" for n in range(2)]
    result = newsclean("fetch", *urls, "--allow-private", "--delay", 0, "-o", archive)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 pages stored" in result.stderr
    result = newsclean("run", archive, "-o", tmp_path / "out", "--format", "jsonl")
    assert result.exit_code == 0, result.output
    records = [json.loads(line) for line in (tmp_path / "out/part-00000-00000.jsonl").read_text().splitlines()]
    assert sorted(record["url"] for record in records) == urls
    assert all(record["problem"] is None for record in records)


def test_addresses_of_a_source_are_listed(site):
    pytest.importorskip("feedparser", reason="needs the extra [fetch]")
    result = newsclean("fetch", "--feed", f"{site.url}/feed", "--allow-private", "--delay", 0, "--list", "--limit", 2)
    assert result.stdout.splitlines() == [f"{site.url}/crossings/0", f"{site.url}/crossings/1"]


def test_fetch_asks_for_something_and_keeps_off_private_hosts(site):
    assert newsclean("fetch").exit_code == 2
    for more in ([], ["--ignore-robots"]):
        result = newsclean("fetch", f"{site.url}/crossings/0", "--delay", 0, *more)
        assert result.exit_code == 4
        assert "not on the public internet" in result.stderr
    assert site.requests == []


# ------------------------------------------------------------------ dedup and stats


@pytest.fixture
def out(tmp_path):
    changed = archives.story(1).replace(b"two winters", b"three winters")
    pages = [archives.story(0), archives.story(1), b"<p>Short.</p>", archives.story(1), changed, archives.story(5) * 2]
    archive = archives.warc(tmp_path / "mix.warc.gz", [archives.record(n, one) for n, one in enumerate(pages)])
    assert newsclean("run", archive, "-o", tmp_path / "out", "--part-rows", 2, "-q").exit_code == 0
    return tmp_path / "out"


def test_copies_are_marked_and_stay(out):
    pytest.importorskip("rensa", reason="needs the extra [dedup]")
    before = sorted(path.read_bytes() for path in out.glob("part-*"))
    result = newsclean("dedup", out, "--threshold", 0.8)
    assert result.exit_code == 0, result.output
    marks = [json.loads(line) for line in (out / "duplicates.jsonl").read_text().splitlines()]
    ours = [mark for mark in marks if mark["group"] == next(m["group"] for m in marks if m["record"] == 1)]
    found = {mark["record"]: (mark["role"], mark["kind"], mark["syndicated"]) for mark in ours}
    assert found[1] == ("first", "exact", False)
    assert found[3] == ("copy", "exact", True)  # quay0, and quay1 was the first
    assert found[4][:2] == ("copy", "near")
    assert sorted(path.read_bytes() for path in out.glob("part-*")) == before


def test_shingles_of_scripts_without_spaces():
    assert shingles("渡轮昨晚九点离开码头，船长说新的时刻表一直得到遵守。") > {"渡 轮 昨 晚 九"}
    assert shingles("one two") == {"one two"}
    assert shingles("") == {""}


def row(number, text, domain="a.example"):
    from hashlib import sha256

    digest = sha256(text.encode()).hexdigest()
    return {
        "outcome": "article", "input": "x", "record": number, "id": str(number), "domain": domain, "text": text,
        "text_sha256": digest,
    }  # fmt: skip


def test_groups_are_the_same_every_time():
    pytest.importorskip("rensa", reason="needs the extra [dedup]")
    words = [f"word{n}" for n in range(200)]
    rows = [row(n, " ".join(words[n : n + 150])) for n in range(0, 40, 4)]
    assert list(find(rows)) == list(find(rows))
    assert {mark.group for mark in find(rows)} == {0}
    assert list(find([row(0, "one"), row(1, "two")])) == []


def test_stats_of_a_run(out, tmp_path):
    page = tmp_path / "stats.html"
    result = newsclean("stats", out, "--html", page)
    assert result.exit_code == 0, result.output
    assert "6 records, 5 articles" in result.stdout
    assert "REJECTIONS" in result.stdout
    counts = json.loads(newsclean("stats", out, "--json").stdout)
    assert (counts["languages"], counts["rejections"]) == ({"en": 5}, {"too_short": 1})
    assert sum(counts["lengths"].values()) == 5
    assert "<h2>Year of publication</h2>" in page.read_text()


@pytest.mark.parametrize("profile", ["full", "flat", "dolma"])
@pytest.mark.parametrize("form", ["parquet", "jsonl.gz"])
def test_stats_are_the_same_from_every_profile(tmp_path, profile, form):
    archive = archives.stories(tmp_path / "crossings.warc.gz", 20)
    newsclean("run", archive, "-o", tmp_path / "out", "--profile", profile, "--format", form, "-q")
    counts = json.loads(newsclean("stats", tmp_path / "out", "--json").stdout)
    assert counts["sites"] == {"quay0.example": 7, "quay1.example": 7, "quay2.example": 6}


@pytest.mark.parametrize(("size", "name"), [(0, "0 to 249"), (1999, "1,000 to 1,999"), (10**6, "32,000 and more")])
def test_classes_of_length(size, name):
    assert length_class(size) == name


def test_nothing_at_all():
    assert collect([])["articles"] == 0


@pytest.mark.parametrize("command", ["stats", "dedup"])
def test_a_folder_without_a_run(tmp_path, command):
    result = newsclean(command, tmp_path)
    assert result.exit_code == 4
    assert "holds no run" in result.stderr


# ------------------------------------------------------------------ warc


@pytest.fixture
def archive(tmp_path):
    return archives.warc(tmp_path / "crossings.warc.gz", [archives.record(n, archives.story(n)) for n in range(3)])


def test_records_are_listed(archive):
    result = newsclean("warc", "ls", archive)
    assert result.exit_code == 0
    assert "https://quay1.example/crossings/1" in result.stdout.splitlines()[1]
    found = [json.loads(line) for line in newsclean("warc", "ls", "--json", archive).stdout.splitlines()]
    assert next(one["offset"] for one in found) == 0
    archive.write_bytes(archive.read_bytes()[:-9])
    result = newsclean("warc", "ls", archive)
    assert result.exit_code == 1
    assert "[cut off: the file ends inside it]" in result.stdout


def test_a_record_is_taken_out(archive):
    found = [json.loads(line) for line in newsclean("warc", "ls", "--json", archive).stdout.splitlines()]
    for how in (["--offset", found[1]["offset"]], ["--id", found[1]["id"]], ["--url", found[1]["url"]]):
        assert newsclean("warc", "extract", archive, *how).stdout_bytes == archives.story(1)
    raw = newsclean("warc", "extract", archive, "--offset", found[1]["offset"], "--raw").stdout_bytes
    assert raw == archive.read_bytes()[found[1]["offset"] : found[2]["offset"]]
    assert newsclean("warc", "extract", archive, "--offset", 7).exit_code == 1
    assert newsclean("warc", "extract", archive).exit_code == 2


# ------------------------------------------------------------------ progress


def test_the_progress_line(monkeypatch):
    from newsclean.batch.rows import Done

    progress = Progress(1000)
    done = Done(b"", "article", "generic", (), 0.0, (0, 0.0))
    for n in range(10):
        call = {"place": ("x", n), "provenance": {"warc_offset": n * 50, "warc_length": 50}}
        progress(call, done)
        progress._measure(call)
    progress({"place": ("x", 10)}, done._replace(outcome="too_short"))
    assert progress.line(5.0) == "11 records, 1 rejected, 2.2 a second, 50%, 0:06 left"
    assert clock(3725) == "1:02:05"

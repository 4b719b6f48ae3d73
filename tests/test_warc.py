"""WARC and WET files, whole and harmed: every good record comes out, every bad one is named."""

from __future__ import annotations

import base64
import gzip
import hashlib
import random
import tracemalloc
import zlib
from collections import Counter

import pytest

import newsclean
from newsclean.io.encodings import Damaged, Pipeline, TooLarge, dechunked, undo
from newsclean.io.pages import only_hosts, warc_calls
from newsclean.io.shards import find_shards
from newsclean.io.warc import records
from tests import archives

pytest.importorskip("fastwarc", reason="needs the extra [warc]")

COUNT = 8
SUFFIXES = (".warc", ".warc.gz", ".warc.zst")


def pages():
    return [archives.story(n) + random.Random(n).randbytes(600).hex().encode() for n in range(COUNT)]


def packed(members, suffix):
    if suffix == ".warc.zst":
        zstandard = pytest.importorskip("zstandard", reason="needs the extra [warc]")
        return [zstandard.ZstdCompressor(write_checksum=True).compress(one) for one in members]
    return list(map(gzip.compress, members)) if suffix == ".warc.gz" else members


def written(tmp_path, members, suffix):
    path = tmp_path / f"crossings{suffix}"
    path.write_bytes(b"".join(packed(members, suffix)))
    return path


def good(found):
    return {record.id: record.block for record in found if not record.problem}


def identity(number):
    return f"<urn:uuid:{number:032d}>"


@pytest.fixture
def members():
    return [archives.record(n, page) for n, page in enumerate(pages())]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_records_with_their_places(tmp_path, members, suffix):
    path = written(tmp_path, members, suffix)
    found = list(records(path))
    lengths = [len(one) for one in packed(members, suffix)]
    assert [record.length for record in found] == lengths
    assert [record.offset for record in found] == [sum(lengths[:n]) for n in range(COUNT)]
    assert good(found) == {identity(n): page for n, page in enumerate(pages())}
    assert found[3].status == 200
    assert found[3].url == "https://quay0.example/crossings/3"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_cut_at_fifty_places(tmp_path, members, suffix):
    whole = written(tmp_path, members, suffix).read_bytes()
    ends = [record.offset + record.length for record in records(tmp_path / f"crossings{suffix}")]
    path = tmp_path / f"cut{suffix}"
    for cut in sorted(random.Random(5).sample(range(1, len(whole)), 50)):
        path.write_bytes(whole[:cut])
        found = list(records(path))
        kept = sum(end <= cut for end in ends)
        slack = suffix == ".warc" and ends[kept] - cut <= 4  # only the empty lines behind the record are gone
        assert list(good(found)) == [identity(n) for n in range(kept + slack)], cut
        assert len(found) == kept + (cut not in ends), cut
        assert sum(record.length for record in found) == cut


@pytest.mark.parametrize("suffix", [".warc.gz", ".warc.zst"])
def test_flipped_bits(tmp_path, members, suffix):
    whole = written(tmp_path, members, suffix).read_bytes()
    want = {identity(n): page for n, page in enumerate(pages())}
    ends = [record.offset + record.length for record in records(tmp_path / f"crossings{suffix}")]
    path = tmp_path / f"flipped{suffix}"
    dice = random.Random(6)
    for _ in range(60):
        place = dice.randrange(len(whole))
        harmed = bytearray(whole)
        harmed[place] ^= 1 << dice.randrange(8)
        path.write_bytes(harmed)
        found = list(records(path))
        hit = identity(sum(end <= place for end in ends))
        others = {key: page for key, page in want.items() if key != hit}
        assert {key: page for key, page in good(found).items() if key != hit} == others, place
        if hit in good(found):  # a byte of the gzip head that means nothing
            assert good(found)[hit] == want[hit]
            assert suffix == ".warc.gz"
        else:
            assert any(record.problem for record in found), place


def test_a_changed_byte_in_a_plain_file_is_seen_by_its_digest(tmp_path):
    digest = "WARC-Payload-Digest: sha1:{}\r\n"
    members = [
        archives.record(n, one, extra=digest.format(base64.b32encode(hashlib.sha1(one).digest()).decode()))
        for n, one in enumerate(pages())
    ]
    path = written(tmp_path, members, ".warc")
    assert not any(record.problem for record in records(path))
    whole = path.read_bytes()
    for n, one in enumerate(pages()):
        harmed = bytearray(whole)
        harmed[whole.index(one) + 17 * n] ^= 4
        path.write_bytes(harmed)
        assert [record.id for record in records(path) if record.problem] == [identity(n)]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("lie", [-300, -50, -5, 5, 50, 1000, 10**6, 10**10])
@pytest.mark.parametrize("which", [0, 3, COUNT - 1])
def test_lying_lengths(tmp_path, suffix, lie, which):
    members = [archives.record(n, page, lie=lie if n == which else 0) for n, page in enumerate(pages())]
    found = list(records(written(tmp_path, members, suffix)))
    assert list(good(found)) == [identity(n) for n in range(COUNT) if n != which]
    assert [record.id for record in found if record.problem] == [identity(which)]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("junk", [b"junk\r\n" * 9, b"\x00" * 50, b"WARC/1.0\r\n\r\n"])
def test_junk_between_records(tmp_path, members, suffix, junk):
    parts = packed(members, suffix)
    path = tmp_path / f"junk{suffix}"
    path.write_bytes(b"".join([*parts[:3], junk, *parts[3:]]))
    found = list(records(path))
    missed = {identity(n) for n in range(COUNT)} - set(good(found))
    assert missed <= {identity(2)}  # in a plain file, junk is behind record 2 and may be its own
    assert any(record.problem for record in found)


def test_a_file_packed_as_one(tmp_path, members):
    path = tmp_path / "one.warc.gz"
    path.write_bytes(gzip.compress(b"".join(members)))
    assert good(records(path)) == {identity(n): page for n, page in enumerate(pages())}


def test_a_page_about_warc_files_is_whole(tmp_path):
    page = b"<p>A file begins so:</p><pre>\r\nWARC/1.0\r\nWARC-Type: response\r\n</pre>" + archives.story(1)
    found = list(records(written(tmp_path, [archives.record(0, page), archives.record(1, page)], ".warc.gz")))
    assert sum(record.id in (identity(0), identity(1)) for record in found) >= 2


# ------------------------------------------------------------------ pages


def calls(tmp_path, *members, **options):
    return list(warc_calls(written(tmp_path, list(members), ".warc.gz"), **options))


def test_what_a_call_knows(tmp_path):
    info = archives.record(0, b"isPartOf: CC-NEWS-2026-11\r\n", kind="warcinfo")
    (call,) = calls(tmp_path, info, archives.record(1, archives.story(1), extra="WARC-Payload-Digest: sha1:ABC\r\n"))
    assert call["provenance"] == {
        "fetched_at": "2026-11-01T12:00:00Z", "http_status": 200, "warc_file": "crossings.warc.gz",
        "warc_record_id": identity(1), "warc_offset": len(gzip.compress(info)), "payload_digest": "sha1:ABC",
        "warc_length": call["provenance"]["warc_length"], "crawl": "CC-NEWS-2026-11",
    }  # fmt: skip
    (article,) = newsclean.clean_many([call])
    assert article.provenance.warc_record_id == identity(1)
    assert article.url == "https://quay1.example/crossings/1"


def test_wet_records_are_dumps(tmp_path):
    text = "\n".join(archives.SENTENCES)
    wet = archives.record(1, text.encode(), kind="conversion")
    path = tmp_path / "crossings.warc.wet.gz"
    path.write_bytes(gzip.compress(wet))
    (shard,) = find_shards([str(path)])
    (call,) = shard.calls()
    assert (call["kind"], call["page"]) == ("text", text.encode())
    (article,) = newsclean.clean_many([call])
    assert article.provenance.input_kind == "text"
    assert article.text.startswith("The night ferry")


@pytest.mark.parametrize(
    ("head", "reason"),
    [
        ("HTTP/1.1 404 Not Found\r\nContent-Type: text/html", "not_an_article"),
        ("HTTP/1.1 200 OK\r\nContent-Type: image/png", "not_html"),
    ],
)
def test_what_is_no_page_is_a_rejection(tmp_path, head, reason):
    record = archives.record(1, archives.story(1))
    record = record.replace(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8", head.encode())
    length = len(record.split(b"\r\n\r\n", 1)[1]) - 4
    record = record.replace(record.split(b"Content-Length: ")[1].split(b"\r\n")[0], str(length).encode(), 1)
    (call,) = calls(tmp_path, record)
    assert call["rejected"][0] == reason


def test_a_resource_is_a_page_with_its_own_content_type(tmp_path):
    page = archives.story(1).decode().replace("captain", "capitán").encode("latin-1")
    record = archives.record(1, page, kind="resource").replace(b"text/plain", b"text/html; charset=iso-8859-1")
    (article,) = newsclean.clean_many(calls(tmp_path, record))
    assert "Its capitán said" in article.text
    assert article.provenance.encoding_source == "http"


def test_what_was_cut_when_it_was_fetched_is_marked(tmp_path):
    (article,) = newsclean.clean_many(
        calls(tmp_path, archives.record(1, archives.story(1), extra="WARC-Truncated: length\r\n"))
    )
    assert article.quality.flags == ("truncated",)


def test_other_kinds_and_hosts_are_counted(tmp_path):
    skipped = Counter()
    members = [archives.record(n, archives.story(n), kind="request" if n == 5 else "response") for n in range(6)]
    got = calls(tmp_path, *members, wanted=only_hosts(frozenset({"quay2.example"})), skipped=skipped)
    assert [call["url"] for call in got] == ["https://quay2.example/crossings/2"]
    assert skipped == {"host": 4, "request": 1}


@pytest.mark.parametrize(
    ("host", "wanted"), [("a.example", True), ("b.a.example", True), ("xa.example", False), ("", False)]
)
def test_hosts_and_their_subdomains(host, wanted):
    assert only_hosts(frozenset({"a.example"}))(f"https://{host}/x") is wanted


def test_a_cut_page_is_marked_and_a_cut_stub_is_rejected(tmp_path):
    long = archives.story(1)
    cut = [archives.record(1, long[:-200], lie=200), archives.record(2, long[:150], lie=500)]
    got = list(newsclean.clean_many(calls(tmp_path, *cut)))
    assert got[0].quality.flags == ("truncated",)
    assert got[1].reason == "truncated"
    assert got[1].detail.startswith("cut off: ")


# ------------------------------------------------------------------ encodings

BODY = archives.story(0) * 20


def chunked(data, size=1000):
    steps = [data[n : n + size] for n in range(0, len(data), size)]
    return b"".join(b"%x;ext=1\r\n%s\r\n" % (len(step), step) for step in steps) + b"0\r\n\r\n"


def brotli_of(data):
    return pytest.importorskip("brotli", reason="needs the extra [fetch]").compress(data, quality=2)


def zstd_of(data):
    return pytest.importorskip("zstandard", reason="needs the extra [warc]").compress(data)


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli_of, "zstd": zstd_of}


@pytest.mark.parametrize("name", PACKERS)
def test_encodings_are_undone(name):
    data = PACKERS[name](BODY)
    assert undo(data, "", name, 10**7) == (BODY, None)
    assert undo(chunked(data), "chunked", name, 10**7) == (BODY, None)
    assert undo(BODY, "chunked", name, 10**7) == (BODY, None)  # kept its headers, not its encodings
    cut = undo(data[: len(data) // 2], "", name, 10**7)
    assert BODY.startswith(cut.data)
    assert cut.problem


def test_odd_encodings():
    assert undo(raw_deflate(BODY), "", "deflate", 10**7).data == BODY
    assert undo(gzip.compress(gzip.compress(BODY)), "", "gzip, gzip", 10**7).data == BODY
    assert undo(gzip.compress(BODY) + gzip.compress(BODY), "", "gzip", 10**7).data == BODY * 2
    assert undo(gzip.compress(BODY) + b"\0" * 9, "", "gzip", 10**7).data == BODY
    assert "3 content encodings" in undo(gzip.compress(BODY), "", "gzip, gzip, gzip", 10**7).problem
    assert "unknown content encoding 'lz'" in undo(b"\x01\x02", "", "lz", 10**7).problem


@pytest.mark.parametrize(
    ("data", "problem"), [(b"5\r\nabc", "the last chunk is cut off"), (b"3\r\nabc\r\nzz\r\n", "a chunk has no size")]
)
def test_broken_chunks(data, problem):
    assert dechunked(data) == (b"abc", problem)


BOMB = 200_000_000


def bomb(name):
    packer = {"gzip": lambda: zlib.compressobj(9, wbits=31), "deflate": lambda: zlib.compressobj(9)}[name]()
    step = bytes(1 << 20)
    return b"".join(packer.compress(step) for _ in range(BOMB >> 20)) + packer.flush()


@pytest.mark.parametrize("name", ["gzip", "deflate", "gzip, gzip", "br", "zstd", "members"])
def test_bombs_are_refused_at_the_cap(name):
    if name in ("br", "zstd"):
        data = PACKERS[name](bytes(BOMB))
    elif name == "members":
        data, name = gzip.compress(bytes(1 << 20)) * (BOMB >> 20), "gzip"
    else:
        data = bomb("deflate" if name == "deflate" else "gzip")
        data = gzip.compress(data) if name == "gzip, gzip" else data
    tracemalloc.start()
    pipeline = Pipeline(name, 10_000_000)
    with pytest.raises(TooLarge, match="more than 10,000,000 bytes"):
        pipeline.feed(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 45_000_000


def test_damage_is_ours():
    with pytest.raises(Damaged):
        Pipeline("gzip", 100).feed(b"no gzip at all")

"""The real engines in local mode give the records that `newsclean run` writes, byte for byte. Needs [engines]."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

import newsclean
from newsclean import schema as texts
from newsclean.batch.job import outcome
from newsclean.batch.rows import row
from newsclean.io.shards import find_shards
from tests import archives

pytest.importorskip("fastwarc", reason="needs the extra [warc]")
pa = pytest.importorskip("pyarrow", reason="needs the extra [parquet]")

ROOT = Path(__file__).parent.parent
COUNT = 60


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archives")
    records = [archives.record(n, archives.story(n)) for n in range(COUNT)]
    records[7] = archives.record(7, b"<p>Too short.</p>")
    records[9] = archives.record(9, archives.story(9)[:400], lie=500)
    records[11] = archives.record(11, b"", kind="revisit")
    records[13] = archives.record(13, archives.story(13).replace(b"captain", "capit\u2028án".encode()))
    return archives.warc(folder / "crossings.warc.gz", records)


@pytest.fixture(scope="module")
def want(archive):
    """The rows of the flat profile as JSON, by `Cleaner` in this process."""
    from newsclean.api import registry

    cleaner = newsclean.Cleaner(registry=registry())
    (shard,) = find_shards([str(archive)])
    return [as_text(row(outcome(cleaner, call), call, "flat", text=True)) for call in shard.calls()]


def as_text(found):
    return json.dumps({name: plain(value) for name, value in found.items()}, sort_keys=True)


def plain(value):
    if hasattr(value, "strftime"):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return list(value) if hasattr(value, "tolist") else value


def test_the_batch_function(archive, want):
    from newsclean.batch.arrow import clean_batch, clean_rows, read_batches

    got = [found for batch in read_batches(str(archive), 16) for found in clean_batch(batch).to_pylist()]
    assert [as_text(found) for found in got] == want
    assert [as_text(found) for found in clean_rows(str(archive))] == want
    empty = clean_batch(pa.RecordBatch.from_pylist([], schema=pa.schema({"html": pa.string()})))
    assert empty.num_rows == 0


def test_the_batch_function_isolates(monkeypatch):
    from newsclean.batch import arrow
    from newsclean.batch.worker import Bounds, Worker

    rows, old = arrow.held("flat")
    poisoned = archives.Poisoned(rows.cleaner, "flat", text=True)
    monkeypatch.setitem(arrow._workers, (os.getpid(), "flat"), (poisoned, Worker(poisoned, Bounds(seconds=1.0))))
    old.stop()
    pages = [archives.story(0), archives.story(1, " Poison: segfault."), archives.story(2)]
    got = arrow.clean_batch(pa.RecordBatch.from_pydict({"page": pages})).to_pylist()
    assert [found["reason"] for found in got] == [None, "worker_died", None]


def test_clean_many(archive, want):
    (shard,) = find_shards([str(archive)])
    calls = list(shard.calls())
    for workers in (1, 2):
        got = newsclean.clean_many(calls, workers=workers)
        assert [as_text(row(found, call, "flat", text=True)) for found, call in zip(got, calls, strict=True)] == want


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_local_run(tmp_path, archive, want, form):
    from tests.test_run import rows

    archives.run_here(tmp_path / "out", archive, profile="flat", form=form)
    assert [as_text(found) for found in rows(tmp_path / "out")] == want


# ------------------------------------------------------------------ engines

engines = pytest.mark.engines


@pytest.fixture
def local_ray(monkeypatch):
    ray = pytest.importorskip("ray", reason="needs the extra [ray]")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="error")
    yield ray
    ray.shutdown()


@engines
@pytest.mark.filterwarnings("ignore")
def test_ray_tasks(tmp_path, archive, local_ray):
    from click.testing import CliRunner

    from newsclean.cli import main
    from tests.test_run import parts

    other = archives.stories(tmp_path / "more.warc.gz", 40)
    for engine in ("local", "ray"):
        command = [
            "run",
            str(archive),
            str(other),
            "-o",
            str(tmp_path / engine),
            "--engine",
            engine,
            "--part-rows",
            "25",
        ]
        result = CliRunner().invoke(main, command)
        assert result.exit_code == 0, result.output
    assert parts(tmp_path / "ray") == parts(tmp_path / "local")
    assert len(parts(tmp_path / "ray")) == 5
    (tmp_path / "ray/part-00000-00001.parquet").unlink()
    result = CliRunner().invoke(main, [*command, "--resume"])
    assert result.exit_code == 0, result.output
    assert parts(tmp_path / "ray") == parts(tmp_path / "local")


@engines
@pytest.mark.filterwarnings("ignore")
def test_ray_data(archive, want, local_ray):
    from newsclean.batch.arrow import clean_table, read_batches

    pages = local_ray.data.from_arrow([pa.Table.from_batches([batch]) for batch in read_batches(str(archive), 20)])
    got = pages.map_batches(clean_table, batch_format="pyarrow").take_all()
    assert sorted(map(as_text, got)) == sorted(want)


@engines
@pytest.mark.filterwarnings("ignore")
def test_spark(archive, want, monkeypatch):
    sql = pytest.importorskip("pyspark.sql", reason="needs the extra [spark]")
    from newsclean.batch.arrow import read_batches
    from newsclean.batch.spark import clean

    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    try:
        spark = builder.config("spark.sql.session.timeZone", "UTC").getOrCreate()
    except Exception as error:
        pytest.skip(f"Spark does not start here (Java?): {error}")
    try:
        pages = spark.createDataFrame(pa.Table.from_batches(read_batches(str(archive))))
        got = clean(pages).toArrow().to_pylist()
    finally:
        spark.stop()
    assert sorted(map(as_text, got)) == sorted(want)


@engines
@pytest.mark.filterwarnings("ignore")
def test_datatrove(tmp_path, archive, want):
    pytest.importorskip("datatrove", reason="needs the extra [datatrove]")
    from datatrove.executor.local import LocalPipelineExecutor
    from datatrove.pipeline.writers.jsonl import JsonlWriter

    from newsclean.batch.datatrove import NewscleanExtractor, NewscleanReader

    pipeline = [NewscleanReader([str(archive)], rejections=True), JsonlWriter(str(tmp_path / "out"), compression=None)]
    LocalPipelineExecutor(pipeline, tasks=1, logging_dir=str(tmp_path / "logs")).run()
    found = [json.loads(line) for path in (tmp_path / "out").glob("*.jsonl") for line in path.open()]
    rows = [{"id": one["id"], "text": one.get("text"), **one["metadata"]} for one in found]
    for one in rows:
        if one["outcome"] == "rejected":
            one["id"] = one["text"] = None
    assert [as_text(one) for one in rows] == want
    assert NewscleanExtractor().extract(archives.story(0).decode()) == json.loads(want[0])["text"]


@engines
@pytest.mark.filterwarnings("ignore")
def test_datasets(archive, want, tmp_path):
    datasets = pytest.importorskip("datasets", reason="needs the extra [datasets]")
    from newsclean.batch.arrow import clean_table, read_batches

    pages = datasets.Dataset(pa.Table.from_batches(read_batches(str(archive))))
    got = pages.with_format("arrow").map(
        clean_table,
        batched=True,
        batch_size=20,
        remove_columns=pages.column_names,
        cache_file_name=str(tmp_path / "records.arrow"),
    )
    assert [as_text(found) for found in got.with_format(None)] == want


@engines
@pytest.mark.filterwarnings("ignore")
def test_a_run_is_a_dataset(tmp_path, archive, want):
    datasets = pytest.importorskip("datasets", reason="needs the extra [datasets]")
    for form, kind in (("parquet", "parquet"), ("jsonl.gz", "json")):
        out = tmp_path / form
        archives.run_here(out, archive, profile="flat", form=form)
        files = str(out / f"part-*.{form}")
        loaded = datasets.load_dataset(kind, data_files=files, split="train", cache_dir=str(tmp_path / "cache"))
        assert [json.loads(as_text(found))["text"] for found in loaded] == [json.loads(one)["text"] for one in want]
        assert loaded.num_rows == COUNT


@engines
@pytest.mark.filterwarnings("ignore")
def test_dask(archive, want):
    bag = pytest.importorskip("dask.bag", reason="needs the extra [dask]")
    from newsclean.batch.arrow import clean_rows

    got = bag.from_sequence([str(archive)]).map(clean_rows).flatten().compute(scheduler="threads")
    assert [as_text(found) for found in got] == want


def test_the_line_of_a_row_is_one_line(want):
    assert "capit" in want[13]
    assert len(texts.to_line(json.loads(want[13])).splitlines()) == 1

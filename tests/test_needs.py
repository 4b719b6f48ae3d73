"""What a run needs is asked before it begins; what shapes a record is told in it."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from click.testing import CliRunner

import newsclean
from newsclean import config
from newsclean.cli import main
from newsclean.limits import DEFAULT_LIMITS
from newsclean.model import blocks
from tests import archives

PAGES = [archives.record(n, archives.story(n)) for n in range(2)]


def inputs(folder, name):
    """Write an input of some name; what is in it does not matter where a package is missing."""
    path = folder / name
    if name.endswith(".warc.gz"):
        return archives.warc(path, PAGES)
    path.write_bytes(b"{}\n")
    return path


@pytest.mark.parametrize(
    ("package", "extra", "name", "options"),
    [
        ("pyarrow", "parquet", "in.warc.gz", []),
        ("pyarrow", "parquet", "in.parquet", ["--format", "jsonl"]),
        ("zstandard", "warc", "in.jsonl", ["--format", "jsonl.zst"]),
        ("zstandard", "warc", "in.jsonl.zst", ["--format", "jsonl"]),
        ("zstandard", "warc", "in.warc.zst", ["--format", "jsonl"]),
        ("fastwarc", "warc", "in.warc.gz", ["--format", "jsonl"]),
        ("brotli", "warc", "in.warc.gz", ["--format", "jsonl"]),
        ("ray", "ray", "in.jsonl", ["--format", "jsonl", "--engine", "ray"]),
    ],
)
def test_a_run_does_not_begin_without_a_package_it_needs(tmp_path, monkeypatch, package, extra, name, options):
    monkeypatch.setitem(sys.modules, package, None)
    archive = inputs(tmp_path, name)
    result = CliRunner().invoke(main, ["run", str(archive), "-o", str(tmp_path / "out"), *options])
    assert result.exit_code == 4
    assert f"the package {package} is needed for" in result.stderr
    assert f'pip install "newsclean[{extra}]"' in result.stderr
    assert not (tmp_path / "out").exists()


def test_copies_are_not_looked_for_without_the_package(tmp_path, monkeypatch):
    archive = inputs(tmp_path, "in.jsonl")
    assert (
        CliRunner().invoke(main, ["run", str(archive), "-o", str(tmp_path / "out"), "--format", "jsonl"]).exit_code == 0
    )
    before = sorted((tmp_path / "out").iterdir())
    monkeypatch.setitem(sys.modules, "rensa", None)
    result = CliRunner().invoke(main, ["dedup", str(tmp_path / "out")])
    assert result.exit_code == 4
    assert 'pip install "newsclean[dedup]"' in result.stderr
    assert sorted((tmp_path / "out").iterdir()) == before


# ------------------------------------------------------------------ what shapes a record


@pytest.fixture
def fresh():
    """Forget what was read, before and after."""
    caches = (config._hashed, config._models, config.detector)
    for one in caches:
        one.cache_clear()
    yield
    for one in caches:
        one.cache_clear()


@pytest.fixture
def weights(tmp_path):
    """Other weights than the package's: the same trees, calibrated otherwise."""
    from importlib.resources import files

    data = files("newsclean.model").joinpath(blocks.NAME).read_bytes()
    path = tmp_path / "other.npz"
    path.write_bytes(blocks.with_knots(data, ((0.0, 0.0), (1.0, 0.5))))
    return path


def test_a_record_tells_limits_models_and_detector(fresh, monkeypatch, weights):
    def told(**options):
        return newsclean.clean(archives.story(1), **options).provenance.config_hash

    plain = told()
    assert plain == told() == config.config_hash(DEFAULT_LIMITS)
    found = {plain, told(limits=replace(DEFAULT_LIMITS, min_body_chars=3))}
    monkeypatch.setenv(blocks.ENVIRONMENT, str(weights))
    found.add(told())
    monkeypatch.delenv(blocks.ENVIRONMENT)
    monkeypatch.setattr(config, "detector", lambda: "0.0.1")
    config._hashed.cache_clear()
    found.add(told())
    assert len(found) == 4


def test_a_run_does_not_go_on_with_other_weights(fresh, tmp_path, monkeypatch, weights):
    archive = inputs(tmp_path, "in.jsonl")
    command = ["run", str(archive), "-o", str(tmp_path / "out"), "--format", "jsonl"]
    assert CliRunner().invoke(main, command).exit_code == 0
    monkeypatch.setenv(blocks.ENVIRONMENT, str(weights))
    result = CliRunner().invoke(main, [*command, "--resume"])
    assert result.exit_code == 4
    assert "settings have changed since the run began (models)" in result.stderr


def test_the_doctor_names_what_judges(fresh, monkeypatch, weights):
    shown = CliRunner().invoke(main, ["doctor"]).stdout
    assert config.config_hash(DEFAULT_LIMITS) in shown
    assert all(version in shown for version in config.models().values())
    monkeypatch.setenv(blocks.ENVIRONMENT, str(weights))
    other = CliRunner().invoke(main, ["doctor"])
    assert (other.exit_code, str(weights) in other.stdout) == (0, True)
    assert config.config_hash(DEFAULT_LIMITS) not in shown
    monkeypatch.setenv(blocks.ENVIRONMENT, str(weights) + ".missing")
    broken = CliRunner().invoke(main, ["doctor"])
    assert broken.exit_code == 5
    assert "model error: NEWSCLEAN_MODEL" in broken.stderr

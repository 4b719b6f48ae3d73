"""The public face: what it holds, what it costs to import, what it does not pull in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean
from newsclean import plugin

ROOT = Path(__file__).parent.parent
HEAVY = (
    "httpx",
    "bs4",
    "readability",
    "click",
    "msgspec",
    "numpy",
    "charset_normalizer",
    "multiprocessing",
    "concurrent.futures.process",
)
IMPORT_SECONDS = 0.060
RUNS = 7


def test_all_is_sorted_and_complete():
    assert newsclean.__all__ == sorted(newsclean.__all__)
    borrowed = {"TYPE_CHECKING", "Any", "import_module"}
    modules = {name for name, value in vars(newsclean).items() if type(value) is type(newsclean)}
    public = {name for name in vars(newsclean) if not name.startswith("_")} - modules - borrowed
    assert public <= set(newsclean.__all__)
    assert dir(newsclean) == newsclean.__all__
    assert all(hasattr(newsclean, name) for name in newsclean.__all__)


def test_the_command_line_runs_as_a_module():
    told = subprocess.run([sys.executable, "-m", "newsclean", "--version"], capture_output=True, text=True, check=True)
    assert newsclean.__version__ in told.stdout


def test_names_come_when_they_are_used():
    code = "import sys, newsclean; assert 'lxml' not in sys.modules; newsclean.clean; assert 'lxml' in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    with pytest.raises(AttributeError, match="no attribute 'tidy'"):
        _ = newsclean.tidy


@pytest.mark.parametrize("name", [*newsclean.__all__])
def test_every_public_name_is_there_and_documented(name):
    value = getattr(newsclean, name)
    assert name == "__version__" or value.__doc__


def test_sites_is_the_function_whatever_is_imported_after():
    code = "import newsclean; from newsclean.sites.business_standard import SITE; assert SITE.name in newsclean.sites()"
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})


def test_all_of_the_plugin_contract_is_there():
    assert plugin.__all__ == sorted(plugin.__all__)
    assert all(hasattr(plugin, name) for name in plugin.__all__)


def test_every_error_is_ours():
    from newsclean import errors

    found = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, Exception)]
    assert len(found) >= 5
    assert all(issubclass(error, newsclean.NewscleanError) for error in found)


def test_importing_pulls_in_nothing_that_is_used_later():
    code = f"import sys, newsclean; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.split() == []


def cpu_seconds(code: str, cache: Path) -> float:
    """Return the CPU time of a fresh interpreter that runs this, with byte code kept in `cache`."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(cache)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    child = subprocess.Popen([sys.executable, "-c", code], env=env)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode == 0
    return usage.ru_utime + usage.ru_stime


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="needs the resource usage of one child")
def test_import_is_cheap(tmp_path):
    cpu_seconds("import newsclean", tmp_path)  # writes the byte code
    bare = min(cpu_seconds("pass", tmp_path) for _ in range(RUNS))
    ours = min(cpu_seconds("import newsclean", tmp_path) for _ in range(RUNS))
    assert ours - bare <= IMPORT_SECONDS

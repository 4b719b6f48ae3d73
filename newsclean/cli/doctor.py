"""``newsclean doctor``: what this installation is made of, and whether its plugins load."""

from __future__ import annotations

import os
import platform
import re
import warnings
from importlib import metadata

import click

from newsclean._version import __version__
from newsclean.cli import BAD_PLUGIN
from newsclean.cli.setting import VARIABLE, problem
from newsclean.cli.table import table
from newsclean.config import config_hash, detector, models
from newsclean.errors import NewscleanError, PluginError
from newsclean.limits import DEFAULT_LIMITS
from newsclean.registry import ENTRY_POINTS, Registry, load

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"""extra\s*==\s*["']([^"']+)["']""")


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Print versions, extras, models and plugins; exit with 5 if a plugin or a model cannot be loaded.

    \b
    Examples:
      newsclean doctor
      NEWSCLEAN_PLUGINS=off newsclean doctor
    """
    from newsclean.steps.tree import parser_version

    rows = [("python", platform.python_version()), ("newsclean", __version__), *versions(), *parser_version().items()]
    click.echo(table(("PART", "VERSION"), rows))
    click.echo("\n" + table(("EXTRA", "STATE"), extras()))
    found, wrong = judges()
    click.echo("\n" + table(("JUDGED BY", "VERSION"), found))
    registry, problems = loaded()
    click.echo("\n" + table(("PLUGINS", "NUMBER"), counts(registry)))
    click.echo(f"\n{VARIABLE}={os.environ.get(VARIABLE, '')}")
    if message := problem():
        click.echo(f"warning: {message}", err=True)
    for error in problems:
        click.echo(f"plugin error: {error}", err=True)
    for error in wrong:
        click.echo(f"model error: {error}", err=True)
    ctx.exit(BAD_PLUGIN if problems or wrong else 0)


def versions() -> list[tuple[str, str]]:
    """Return the installed version of each dependency."""
    return [(name, installed(name) or "missing") for name, extra in requirements() if extra is None]


def extras() -> list[tuple[str, str]]:
    """Return each extra and what is missing of it."""
    wanted: dict[str, list[str]] = {}
    for name, extra in requirements():
        if extra and name != "newsclean":
            wanted.setdefault(extra, []).append(name)
    missing = {extra: [name for name in names if not installed(name)] for extra, names in sorted(wanted.items())}
    return [(extra, f"missing: {', '.join(names)}" if names else "found") for extra, names in missing.items()]


def requirements() -> list[tuple[str, str | None]]:
    """Return the names of all requirements, each with the extra that wants it."""
    try:
        lines = metadata.requires("newsclean") or []
    except metadata.PackageNotFoundError:  # run from a checkout that is not installed
        lines = []
    found = []
    for line in lines:
        name, extra = _NAME.match(line), _EXTRA.search(line)
        if name:
            found.append((name[0], extra[1] if extra else None))
    return found


def installed(name: str) -> str | None:
    """Return the version of an installed package."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def judges() -> tuple[list[tuple[str, str]], list[str]]:
    """Return what pages are judged by beside plugins, as records have it in their `config_hash`; and what is wrong."""
    from newsclean.model.blocks import ENVIRONMENT, load

    found, problems = [("config_hash", "unknown")], []
    try:
        load()
        weights = models()
        found = [("config_hash", config_hash(DEFAULT_LIMITS))]
        found += [(f"model of {name}", version) for name, version in weights.items()]
    except NewscleanError as error:
        problems.append(str(error))
    if path := os.environ.get(ENVIRONMENT):
        found.append((ENVIRONMENT, path))
    return [*found, ("language detector", detector() or 'none; pip install "newsclean[lang]"')], problems


def loaded() -> tuple[Registry, list[str]]:
    """Load and compile every plugin; return them with what went wrong."""
    problems: list[str] = []
    registry = Registry()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            registry = load()
        except Exception as error:  # a damaged installation is what this command is asked about
            problems.append(f"{type(error).__name__}: {error}")
    problems += [str(warning.message) for warning in caught if issubclass(warning.category, UserWarning)]
    for plugin in registry.by_name.values():
        try:
            registry.plan(plugin)
        except PluginError as error:
            problems.append(str(error))
    return registry, problems


def counts(registry: Registry) -> list[tuple[str, int]]:
    """Return the number of plugins by kind, and how many of them other packages brought."""
    others = len(metadata.entry_points(group=ENTRY_POINTS)) if registry.by_name else 0
    return [
        ("sites", len(registry.sites)),
        ("platforms", len(registry.platforms)),
        ("entry points of other packages", others),
    ]

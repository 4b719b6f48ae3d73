"""The command line: one module a command, imported when it is called."""

from __future__ import annotations

import os
import sys
import warnings
from importlib import import_module
from typing import Any, TextIO

import click

from newsclean._version import __version__
from newsclean.errors import NewscleanError, PluginError

COMMANDS = ("clean", "text", "run", "fetch", "dedup", "stats", "warc", "sites", "schema", "doctor", "fixtures")
"""Module and function have the command's name."""
REJECTED, EMPTY, UNREADABLE, BAD_PLUGIN, INTERRUPTED, BROKEN_PIPE = 1, 3, 4, 5, 130, 141
"""Exit codes; 2 is click's, for wrong usage. Listed in ``docs/cli.md``."""


class Commands(click.Group):
    """A group that imports a command when it is called and turns errors into exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands' names in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"newsclean.cli.{cmd_name}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error that has an exit code is a line on stderr, not a traceback."""
        with warnings.catch_warnings():
            warnings.showwarning = show_warning
            try:
                return super().invoke(ctx)
            except KeyboardInterrupt:
                click.echo("interrupted", err=True)
                ctx.exit(INTERRUPTED)
            except BrokenPipeError:
                leave_pipe()
                ctx.exit(BROKEN_PIPE)
            except PluginError as error:
                click.echo(f"plugin error: {error}", err=True)
                ctx.exit(BAD_PLUGIN)
            except OSError as error:
                where = f"{error.filename}: {error.strerror}" if error.filename and error.strerror else error
                click.echo(f"error: {where}", err=True)
                ctx.exit(UNREADABLE)
            except NewscleanError as error:
                click.echo(f"error: {error}", err=True)
                ctx.exit(UNREADABLE)


def show_warning(
    message: Warning | str,
    category: type[Warning],  # noqa: ARG001
    filename: str,  # noqa: ARG001
    lineno: int,  # noqa: ARG001
    file: TextIO | None = None,  # noqa: ARG001
    line: str | None = None,  # noqa: ARG001
) -> None:
    """Write a warning as one line, without the place in the source."""
    click.echo(f"warning: {message}", err=True)


def leave_pipe() -> None:
    """Let nothing more be written to a pipe that nobody reads, not even by the interpreter at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # stdout is no file, as in a test
        return


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="newsclean")
def main() -> None:
    """Take the story out of news and blog pages: the whole story and nothing else.

    \b
    Begin with:
      newsclean clean page.html                     one page, one JSON record
      newsclean clean --format txt page.html        its text alone
      newsclean clean pages/ -o stories.jsonl       a folder of pages
      newsclean COMMAND --help                      what a command does, with examples
    """

"""``--quiet`` and ``--verbose``, for every command."""

from __future__ import annotations

import logging
import sys

import click

from maps.cli.terminal import echo
from maps.reports.words import clean

__all__ = ["noted", "quiet", "told", "with_verbosity"]

_QUIET, _VERBOSE = "zonemap.quiet", "zonemap.verbose"
_PACKAGES = ("geodata", "zones", "maps")


def with_verbosity(command: click.Command) -> click.Command:
    """Let a command, or each command of a group, take --quiet and --verbose."""
    if isinstance(command, click.Group):
        for part in command.commands.values():
            with_verbosity(part)
    elif not any(parameter.name == "quiet" for parameter in command.params):
        command.params += [
            click.Option(
                ["-q", "--quiet"], is_flag=True, expose_value=False, callback=_note_quiet,
                help="Print results and errors only.",
            ),
            click.Option(
                ["-v", "--verbose"], is_flag=True, expose_value=False, callback=_note_verbose,
                help="Tell on stderr what is done, step by step.",
            ),
        ]  # fmt: skip
    return command


def quiet() -> bool:
    """Return whether the user asked for results and errors only."""
    return bool(click.get_current_context().meta.get(_QUIET))


def told(text: str) -> None:
    """Print on stdout what a command did, unless it is to be quiet."""
    if not quiet():
        echo(text)


def noted(text: str) -> None:
    """Print on stderr what a user should know of the way to a result, unless the command is to be quiet."""
    if not quiet():
        echo(text, err=True)


def _note_quiet(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    del parameter
    if value and ctx.meta.get(_VERBOSE):
        raise click.UsageError("--quiet and --verbose exclude each other", ctx)
    ctx.meta[_QUIET] = value


def _note_verbose(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    del parameter
    if not value:
        return
    if ctx.meta.get(_QUIET):
        raise click.UsageError("--quiet and --verbose exclude each other", ctx)
    ctx.meta[_VERBOSE] = True
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Since())
    loggers = [logging.getLogger(name) for name in _PACKAGES]
    for logger in loggers:
        logger.setLevel(logging.INFO)
        logger.addHandler(handler)

    def stop() -> None:
        for logger in loggers:
            logger.removeHandler(handler)
            logger.setLevel(logging.NOTSET)

    ctx.find_root().call_on_close(stop)


class _Since(logging.Formatter):
    """A line that begins with the seconds since the start."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as one line without control characters."""
        return f"{record.relativeCreated / 1000:7.2f} s  {clean(record.getMessage())}"

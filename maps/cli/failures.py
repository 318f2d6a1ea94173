"""Errors as people see them: one clear line on stderr, and an exit code that says what kind it was."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click

from maps.cli.terminal import echo

__all__ = ["BROKEN_PIPE", "STOPPED", "Failure", "Misuse", "quiet_stdout", "say", "translated"]

_FULL = {errno.ENOSPC, errno.EFBIG, errno.EIO}
BROKEN_PIPE = 141
STOPPED = 130


class Failure(click.ClickException):
    """Data that cannot be used, or a name that nobody knows or that has several meanings: exit code 1."""

    exit_code = 1

    def __init__(self, message: str, details: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.details = tuple(details)


class Misuse(click.UsageError):
    """A command that was not meant that way: exit code 2."""


@contextmanager
def translated() -> Iterator[None]:
    """Turn the errors that the libraries raise on purpose into failures that can be shown."""
    from geodata.errors import GeodataError, PositionError
    from zones.errors import ZonesError

    try:
        yield
    except PositionError as error:
        raise Misuse(str(error)) from error
    except (GeodataError, ZonesError) as error:
        raise Failure(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure(_of_system(error)) from error
    except MemoryError as error:
        raise Failure(
            "there is not enough memory for this; give smaller files, or fewer at a time"
        ) from error


def say(error: click.ClickException) -> None:
    """Print an error on stderr."""
    echo(f"zonemap: {error.format_message().rstrip('.')}", err=True)
    for line in getattr(error, "details", ()):
        echo(f"  {line}", err=True)
    if isinstance(error, click.UsageError) and error.ctx is not None:
        click.echo(f"  see: {error.ctx.command_path} --help", err=True)


def quiet_stdout() -> None:
    """Send what is still to be printed nowhere, once the reader of a pipe has gone or a disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _of_system(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    if not where and error.errno in _FULL:  # every file that is kept is named
        where = "stdout, or a temporary file, cannot be written: "
    return f"{where}{error.strerror or error}"

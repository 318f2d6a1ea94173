"""What commands print: no text from a document, a file or its name steers the terminal."""

from __future__ import annotations

import json
import logging
import re

import click

from maps.reports.words import clean

__all__ = ["echo", "echo_json", "escaped", "hear_warnings"]

_STEERING = re.compile("[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def echo(text: str, *, err: bool = False) -> None:
    """Print words, their control and direction-changing characters as visible marks."""
    click.echo(clean(text), err=err)


def echo_json(value: object) -> None:
    """Print a value as JSON, a line each."""
    click.echo(escaped(json.dumps(value, ensure_ascii=False, indent=2)))


def escaped(text: str) -> str:
    r"""Return the same JSON or TOML with control and direction-changing characters in its strings as escapes.

    Examples
    --------
    >>> print(escaped('{"quote": "a\x9b31m"}'))
    {"quote": "a\u009b31m"}
    """
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def hear_warnings() -> None:
    """Let what the libraries warn of be printed on stderr as errors are, where nobody else listens."""
    if logging.lastResort is not None:
        logging.lastResort.setFormatter(_Line())


class _Line(logging.Formatter):
    """A record as one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return a record as words fit for a terminal."""
        return f"zonemap: {clean(record.getMessage())}"

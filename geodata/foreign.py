"""Bytes, JSON and TOML that others wrote: within limits of size and depth, looked at before anything is parsed."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import numpy as np

from geodata.errors import GeodataError

__all__ = ["MOST_TOML_BYTES", "MOST_VALUES", "TooMuchError", "bytes_within", "parsed_json", "parsed_toml"]

MOST_VALUES = 2_000_000
"""Most lists, objects and members of a JSON text: each takes up to 100 bytes of memory."""

MOST_TOML_BYTES = 1_000_000
"""Most bytes of a TOML text: each takes up to 200 bytes of memory."""

_DEEPEST = 100

_UNBROKEN = r'(?:[\w\-]++|"(?:[^"\\\n]++|\\.)*+"|' + r"'[^'\n]*+')"
_KEY = rf"(?<![\w\-\"'\\]){_UNBROKEN}(?:[ \t]*+\.[ \t]*+{_UNBROKEN})"
_NO_STRUCTURE = re.compile(r'"(?:[^"\\]++|\\.)*+"?+|[^\[\]{},"]++', re.DOTALL)


class TooMuchError(GeodataError, ValueError):
    """A file or text that is larger, or nested deeper, than what is read."""


def bytes_within(path: str | os.PathLike[str], most: int) -> bytes:
    """
    Return the bytes of a file, of a pipe or a device too, which tell no size and may have no end.

    Parameters
    ----------
    path
        What to read.
    most
        Bytes that it may have.

    Raises
    ------
    TooMuchError
        If it has more.
    OSError
        If it can't be read.
    """
    with Path(path).open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        raw = b"" if size > most else file.read(most + 1)
    if size > most or len(raw) > most:
        told = f"{size:,}" if size > most else f"more than {most:,}"
        raise TooMuchError(f"has {told} bytes; expected at most {most:,}")
    return raw


def parsed_json(text: str | bytes, *, most_values: int = MOST_VALUES, **options: Any) -> Any:  # noqa: ANN401
    """
    Return what `json.loads` makes of a text.

    Parameters
    ----------
    text
        As `json.loads` takes it.
    most_values
        Lists, objects and members that it may have.
    options
        For `json.loads`.

    Raises
    ------
    TooMuchError
        If it has more of them, or is nested deeper than 100.
    ValueError
        If it is no JSON.

    Examples
    --------
    >>> parsed_json('{"a": ["[[["]}')
    {'a': ['[[[']}
    >>> parsed_json("[" * 1000)
    Traceback (most recent call last):
    ...
    geodata.foreign.TooMuchError: nested too deep: 1,000 lists or objects in each other; expected at most 100
    """
    if isinstance(text, bytes):
        text = text.decode(json.detect_encoding(text), "surrogatepass")
    marks = np.frombuffer(_NO_STRUCTURE.sub("", text).encode(), dtype=np.uint8)
    opened = (marks == ord("[")) | (marks == ord("{"))
    values = int(opened.sum() + (marks == ord(",")).sum())
    if values > most_values:
        raise TooMuchError(f"has {values:,} values; expected at most {most_values:,}")
    depth = int(
        np.cumsum(np.where(opened, 1, np.where(marks == ord(","), 0, -1)), dtype=np.int32).max(initial=0)
    )
    if depth > _DEEPEST:
        problem = f"nested too deep: {depth:,} lists or objects in each other"
        raise TooMuchError(f"{problem}; expected at most {_DEEPEST}")
    return json.loads(text, **options)


def parsed_toml(text: str, *, most_bytes: int = MOST_TOML_BYTES, most_parts: int = 12) -> dict[str, Any]:
    """
    Return what `tomllib.loads` makes of a text.

    Parameters
    ----------
    text
        As `tomllib.loads` takes it.
    most_bytes, most_parts
        Bytes that it may have, and parts of a key, ``a.b.c``: the parser takes time and memory with their square.

    Raises
    ------
    TooMuchError
        If it has more of them, or is nested too deep.
    ValueError
        If it is no TOML.

    Examples
    --------
    >>> parsed_toml('a."b.c" = 1.5')
    {'a': {'b.c': 1.5}}
    """
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > most_bytes:
        raise TooMuchError(f"has {size:,} bytes; expected at most {most_bytes:,}")
    if found := re.search(f"{_KEY}{{{most_parts}}}", text):
        line = text.count("\n", 0, found.start()) + 1
        raise TooMuchError(f"line {line} has a key of more than {most_parts} parts; expected at most so many")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise TooMuchError("nested too deep; expected a few lists or tables in each other") from None

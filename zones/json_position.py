"""Where in a JSON text a value stands: its line and column, found by walking down its path."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

__all__ = ["JsonPath", "line_column", "path_text", "position"]

JsonPath = Sequence[str | int]

_SPACE = re.compile(r"[ \t\n\r]*")
_NAME = re.compile(r"[A-Za-z_]\w*")
_DECODER = json.JSONDecoder()


def position(text: str, path: JsonPath) -> int:
    """Return the offset of the value at a path; of the last value on the way if it leads nowhere.

    Parameters
    ----------
    text
        A valid JSON text.
    path
        Keys and indices from the top down. Of a key that is there twice, the last counts, as in Python.

    Examples
    --------
    >>> position('{"zones": [{"id": 7}]}', ["zones", 0, "id"])
    18
    """
    at = _after_space(text, 0)
    for step in path:
        children = _items(text, at) if text[at : at + 1] == "[" else _members(text, at)
        found = [start for name, start in children if name == step]
        if not found:
            break
        at = found[-1]
    return at


def line_column(text: str, at: int) -> tuple[int, int]:
    r"""Return line and column of an offset, counted from 1.

    Examples
    --------
    >>> line_column("{\n  1", 4)
    (2, 3)
    """
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def path_text(path: JsonPath) -> str:
    """Return a path as people write it.

    Examples
    --------
    >>> path_text(["zones", 0, "area km2"])
    '$.zones[0]["area km2"]'
    """
    steps = (
        f"[{step}]"
        if isinstance(step, int)
        else f".{step}"
        if _NAME.fullmatch(step)
        else f"[{json.dumps(step)}]"
        for step in path
    )
    return "$" + "".join(steps)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _members(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield the keys of the object at an offset with the offsets of their values."""
    if text[at : at + 1] != "{":
        return
    at = _after_space(text, at + 1)
    while text[at] != "}":
        key, at = _DECODER.raw_decode(text, at)
        at = _after_space(text, _after_space(text, at) + 1)
        yield key, at
        at = _next(text, at)


def _items(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield the indices of the array at an offset with the offsets of their values."""
    at = _after_space(text, at + 1)
    index = 0
    while text[at] != "]":
        yield index, at
        index += 1
        at = _next(text, at)


def _next(text: str, at: int) -> int:
    """Return the offset of what follows the value at an offset: the next child, or the closing bracket."""
    at = _after_space(text, _DECODER.raw_decode(text, at)[1])
    return _after_space(text, at + 1) if text[at] == "," else at

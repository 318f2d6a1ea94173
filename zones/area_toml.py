"""Areas written by hand in TOML, and written back: a table a node, with ``kind`` first.

::

    kind = "except"
    [area]
    kind = "union"
    areas = [
        {kind = "whole", unit = "SY07"},
        {kind = "adjoining", within = ["SY06", "SY02"], level = "district"},
    ]
    [minus]
    kind = "disc"
    lon = 36.63
    lat = 35.93
    radius_km = 5.0

The kinds are those of `zones.areas` in lower case, their keys its attributes; ``span`` is the only one that a
file does not have, since it is a place in a document.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from typing import Any

from geodata.foreign import parsed_toml
from zones.areas import (
    Adjoining,
    Area,
    Border,
    Disc,
    Except,
    Leaf,
    Limit,
    Part,
    Region,
    Route,
    Sector,
    Side,
    Town,
    Union,
    Unread,
    Whole,
)
from zones.errors import AreaError

__all__ = ["MOST_BYTES", "area_from_toml", "area_to_toml"]

MOST_BYTES = 100_000
"""A longer text is refused: a tree of hundreds of areas is shorter."""

_LEAVES: dict[str, type[Leaf]] = {
    kind.__name__.lower(): kind
    for kind in (Whole, Part, Town, Sector, Adjoining, Border, Disc, Side, Route, Region, Limit, Unread)
}
_KINDS = (*_LEAVES, "union", "except")
_MOST_DEEP = 50
# Types of the leaves' attributes as their annotations write them, and what a TOML value must be for each.
_TEXT, _NUMBER, _TEXTS, _POINTS = (
    "a string",
    "a number",
    "a list of strings",
    "two lists of longitude and latitude",
)
_EXPECTED = {
    "str": _TEXT,
    "Reasoned": _TEXT,  # a file's own reason, in whatever words
    "float": _NUMBER,
    "float | None": _NUMBER,
    "tuple[str, ...]": _TEXTS,
    "tuple[str, str] | None": _TEXTS,
    "tuple[tuple[float, float], tuple[float, float]] | None": _POINTS,
}


def area_from_toml(text: str) -> Area:
    r"""Return the area that a TOML text describes.

    Parameters
    ----------
    text
        One area; the table at its top is the tree's root.

    Raises
    ------
    AreaError
        If it is no TOML, or a key or value is not what its kind has; the message gives the path to it.

    Examples
    --------
    >>> area_from_toml('kind = "sector"\nunit = "SY04"\nbearing = 0')
    Sector(text='', label='', span=None, unit='SY04', bearing=0.0)
    """
    try:
        return _node(parsed_toml(text, most_bytes=MOST_BYTES, most_parts=2 * _MOST_DEEP), "the area", 0)
    except AreaError:
        raise
    except (ValueError, OverflowError) as error:  # beside bad TOML: a whole number with hundreds of digits
        raise AreaError(f"no TOML: {error}") from error


def area_to_toml(area: Area) -> str:
    """Return an area as TOML, which `area_from_toml` reads to an equal area, but for places in a document.

    Examples
    --------
    >>> print(area_to_toml(Sector(unit="SY04", bearing=0.0)), end="")
    kind = "sector"
    unit = "SY04"
    bearing = 0.0
    """
    match area:
        case Union(areas=areas):
            inner = "".join(f"    {_inline(part)},\n" for part in areas)
            return f'kind = "union"\nareas = [\n{inner}]\n'
        case Except(area=kept, minus=minus):
            return f'kind = "except"\narea = {_inline(kept)}\nminus = {_inline(minus)}\n'
        case _:
            return "".join(f"{key} = {value}\n" for key, value in _pairs(area))


def _inline(area: Area) -> str:
    match area:
        case Union(areas=areas):
            return f'{{kind = "union", areas = [{", ".join(_inline(part) for part in areas)}]}}'
        case Except(area=kept, minus=minus):
            return f'{{kind = "except", area = {_inline(kept)}, minus = {_inline(minus)}}}'
        case _:
            return "{" + ", ".join(f"{key} = {value}" for key, value in _pairs(area)) + "}"


def _pairs(leaf: Leaf) -> list[tuple[str, str]]:
    """Return a leaf's keys and values as TOML writes them, the kind first, without what is as by default."""
    pairs = [("kind", json.dumps(type(leaf).__name__.lower()))]
    told = [(field, getattr(leaf, field.name)) for field in _own_first(type(leaf))]
    return pairs + [(field.name, _value(value)) for field, value in told if value != field.default]


def _own_first(kind: type[Leaf]) -> list[Field[Any]]:
    """Return a kind's attributes, those that all leaves have last, without the place in a document."""
    common = {field.name for field in fields(Leaf)}
    mine = [field for field in fields(kind) if field.name not in common]
    return [*mine, *(field for field in fields(Leaf) if field.name != "span")]


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(_value(part) for part in value) + "]"
    # A JSON string is a TOML string, but for DEL, which TOML wants escaped.
    return (
        json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        if isinstance(value, str)
        else repr(value)
    )


def _node(table: object, path: str, depth: int) -> Area:
    if depth > _MOST_DEEP:
        raise AreaError(f"{path}: more than {_MOST_DEEP} areas inside each other")
    if not isinstance(table, Mapping):
        raise AreaError(f"{path}: {table!r}; expected a table with a kind")
    kind = table.get("kind")
    if kind == "union":
        _check_keys(table, {"areas"}, path)
        parts = table.get("areas")
        if not isinstance(parts, list) or not parts:
            raise AreaError(f"{path}: areas is {parts!r}; expected a list of one area or more")
        return Union(
            areas=tuple(_node(part, f"{path}, part {i}", depth + 1) for i, part in enumerate(parts, 1))
        )
    if kind == "except":
        _check_keys(table, {"area", "minus"}, path)
        kept, minus = (_node(table.get(key), f"{path}, {key}", depth + 1) for key in ("area", "minus"))
        return Except(area=kept, minus=minus)
    if kind not in _LEAVES:
        raise AreaError(f"{path}: kind {kind!r}; expected one of {', '.join(_KINDS)}")
    return _leaf(_LEAVES[str(kind)], table, path)


def _leaf(kind: type[Leaf], table: Mapping[str, object], path: str) -> Area:
    known = {field.name: field for field in _own_first(kind)}
    _check_keys(table, set(known), path)
    missing = [name for name, field in known.items() if field.default is MISSING and name not in table]
    if missing:
        raise AreaError(
            f"{path}: a {table['kind']} without {', '.join(missing)}; expected {', '.join(known)}"
        )
    values = {
        name: _checked(value, str(known[name].type), f"{path}, {name}")
        for name, value in table.items()
        if name != "kind"
    }
    try:
        return kind(**values)  # type: ignore[return-value]
    except AreaError as error:
        raise AreaError(f"{path}: {error}") from error


def _check_keys(table: Mapping[str, object], known: set[str], path: str) -> None:
    odd = sorted(set(table) - known - {"kind"})
    if odd:
        expected = ", ".join(sorted(known))
        raise AreaError(f"{path}: a {table['kind']} has no {', '.join(odd)}; expected {expected}")


def _checked(value: object, annotation: str, path: str) -> Any:  # noqa: ANN401 - of whatever type is asked for
    expected = _EXPECTED[annotation]
    pair = annotation.startswith(("tuple[str, str]", "tuple[tuple"))
    if expected == _NUMBER and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if expected == _TEXT and isinstance(value, str):
        return value
    if isinstance(value, list) and (not pair or len(value) == 2):
        if expected == _TEXTS and all(isinstance(part, str) for part in value):
            return tuple(value)
        if expected == _POINTS and all(isinstance(part, list) and len(part) == 2 for part in value):
            return tuple(tuple(_checked(number, "float", path) for number in part) for part in value)
    raise AreaError(
        f"{path}: {value!r}; expected {'two strings' if pair and expected == _TEXTS else expected}"
    )

"""A layer as rows and shapes, the same for every format: sorted, typed, on the grid of six decimals."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

from maps.formats.rows import ROWS
from zones.geometry_json import multipolygon, snapped
from zones.model import Day

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from zones.zone_set import Layer, ZoneSet

__all__ = ["Table", "bare", "plain_type", "table"]

Row = dict[str, Any]

_GEOMETRY = {"zones": "MultiPolygon", "members": "MultiPolygon", "units": "MultiPolygon", "claims": "Point"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One layer.

    Parameters
    ----------
    name
        The layer.
    types
        Column names with their types, as in `maps.formats.rows`.
    rows
        A dict for each row, sorted by id; lists, records and days as they are in the full model.
    shapes
        A multipolygon or point for each row, WGS 84, or None.
    geometry
        Kind of the shapes; None for a layer without.
    """

    name: Layer
    types: dict[str, Any]
    rows: tuple[Row, ...]
    shapes: tuple[BaseGeometry | None, ...]
    geometry: str | None

    def with_text(self, clean: Callable[[str], str] = str) -> Table:
        """Return it with every list and record as JSON text, and every text cleaned."""
        rows = tuple({key: _as_text(value, clean) for key, value in row.items()} for row in self.rows)
        types = {key: kind if plain_type(kind) is not None else str for key, kind in self.types.items()}
        return replace(self, rows=rows, types=types)


def table(zone_set: ZoneSet, layer: Layer) -> Table:
    """Return a layer of a set of zones."""
    types = get_type_hints(ROWS[layer], include_extras=True)
    frame = zone_set.to_gdf(layer)
    held = {key: frame[key].tolist() for key in types} if len(frame) else {}
    rows = [{key: _plain(held[key][i]) for key in types} for i in range(len(frame))]
    fitted = multipolygon if _GEOMETRY.get(layer) == "MultiPolygon" else snapped
    shapes = [fitted(shape) for shape in frame.geometry]
    order = sorted(range(len(rows)), key=lambda i: str(rows[i]["id"]))
    return Table(
        name=layer,
        types=types,
        rows=tuple(rows[i] for i in order),
        shapes=tuple(shapes[i] for i in order),
        geometry=_GEOMETRY.get(layer),
    )


def plain_type(kind: Any) -> type | None:  # noqa: ANN401 - types have no common type
    """Return str, int, float, bool or date for a column of such values, optional or not; None for lists.

    Dates stand in the rows as the full model has them, in text: 2017-06-23.
    """
    kind = bare(kind)
    if kind == Day:
        return date
    if get_origin(kind) is list:
        return None
    return kind if kind in {int, float, bool} else str


def bare(kind: Any) -> Any:  # noqa: ANN401
    """Return a type without the None of an optional one and without remarks, which only make Day what it is."""
    if get_origin(kind) in {Union, UnionType}:
        (kind,) = (arg for arg in get_args(kind) if arg is not type(None))
        return bare(kind)
    return bare(get_args(kind)[0]) if get_origin(kind) is Annotated and kind != Day else kind


def _plain(value: object) -> Any:  # noqa: ANN401 - a cell
    """Return a cell as JSON has it: a frame says NaN where knowledge is absent."""
    return None if isinstance(value, float) and math.isnan(value) else value


def _as_text(value: object, clean: Callable[[str], str]) -> object:
    if isinstance(value, list | dict):
        return clean(json.dumps(value, ensure_ascii=False))
    return clean(value) if isinstance(value, str) else value

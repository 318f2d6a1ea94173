"""A GeoDataFrame as a layer."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from geodata.wgs84 import WGS84
from maps.layers.errors import LayerError
from maps.layers.layer import Layer, made_layer

if TYPE_CHECKING:
    import geopandas as gpd

_MIDNIGHT = "T00:00:00"


def layer_of(frame: gpd.GeoDataFrame, *, title: str, source: str = "", notes: Sequence[str] = ()) -> Layer:
    """
    Return the layer of a frame's shapes, its other columns as attributes.

    Parameters
    ----------
    frame
        In any reference system that it states.
    title
        What the legend calls it.
    source
        The file that it came from, for messages.
    notes
        What is known already of how it was read.

    Raises
    ------
    LayerError
        If it states no reference system, or a map can't show it.
    """
    from pyproj.exceptions import CRSError, ProjError  # noqa: PLC0415

    where = source or title
    if frame.crs is None:
        problem = "no coordinate reference system; expected a file that states one, such as EPSG:4326"
        raise LayerError(where, problem)
    try:
        located = frame.to_crs(WGS84)
    except (CRSError, ProjError) as error:
        raise LayerError(
            where, f"coordinates that its reference system cannot have ({error}); check which it is"
        ) from error
    columns = [str(name) for name in frame.columns if name != frame.geometry.name]
    texts = [
        column_texts(list(frame[name].astype(object)))
        for name in frame.columns
        if name != frame.geometry.name
    ]
    rows = [tuple(column[row] for column in texts) for row in range(len(frame))]
    return made_layer(title, columns, rows, list(located.geometry.to_numpy()), source=source, notes=notes)


def column_texts(values: list[Any]) -> list[str | None]:
    """Return a column as text; whole numbers that are kept as floats, for some are missing, as whole ones."""
    told = [None if _is_missing(value) else value for value in values]
    floats = [value for value in told if isinstance(value, float)]
    whole = len(floats) == sum(value is not None for value in told) and all(
        value.is_integer() and abs(value) < 2**53 for value in floats
    )
    return [None if value is None else as_text(int(value) if whole else value) for value in told]


def _is_missing(value: object) -> bool:
    # NaT and NA are not equal to themselves, or to anything.
    return value is None or (isinstance(value, float) and math.isnan(value)) or str(value) in {"<NA>", "NaT"}


def as_text(value: object) -> str | None:
    """
    Return an attribute as the panel shows it.

    Examples
    --------
    >>> as_text(12), as_text(" "), as_text([1, "a"]), as_text(datetime(2017, 5, 4))
    ('12', None, '[1, "a"]', '2017-05-04')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        return value.isoformat().removesuffix(_MIDNIGHT)
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return (str(value).strip() or None) if value is not None else None

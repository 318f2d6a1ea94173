"""GeoParquet 1.1 with bounding boxes as a covering; lists and records stay what they are. https://geoparquet.org."""

from __future__ import annotations

import io
import json
from datetime import date
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints, is_typeddict

import shapely

from geodata.wgs84 import WGS84
from maps.formats.encoded import Encoded
from maps.formats.table import Table, bare, plain_type, table
from zones.about import about

if TYPE_CHECKING:
    import pyarrow as pa
    from shapely.geometry.base import BaseGeometry

    from zones.zone_set import Layer, ZoneSet

__all__ = ["ABOUT", "encode"]

ABOUT = b"deescalation_zones"
"""Key of the file's metadata under which it says what it rests on, as JSON."""

_SIDES = ("xmin", "ymin", "xmax", "ymax")


def encode(zone_set: ZoneSet, layers: tuple[Layer, ...], name: str) -> Encoded:
    """Return a layer as GeoParquet; evidence and sentences passed over, which have no geometry, as Parquet."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    (layer,) = layers
    held = table(zone_set, layer)
    told = {ABOUT: json.dumps(about(zone_set).to_dict(), ensure_ascii=False).encode("utf-8")}
    if held.geometry is not None:
        told[b"geo"] = json.dumps(_geo(held)).encode("utf-8")
    out = io.BytesIO()
    pq.write_table(_arrow(held).replace_schema_metadata(told), out, compression="zstd", version="2.6")
    return Encoded(content=out.getvalue())


def _arrow(held: Table) -> pa.Table:
    import pyarrow as pa  # noqa: PLC0415

    columns = {
        key: pa.array([_value(row[key], kind) for row in held.rows], _type(kind))
        for key, kind in held.types.items()
    }
    if held.geometry is not None:
        side = pa.struct([(name, pa.float64()) for name in _SIDES])
        columns["geometry"] = pa.array(
            [None if s is None else shapely.to_wkb(s) for s in held.shapes], pa.binary()
        )
        columns["bbox"] = pa.array([_box(shape) for shape in held.shapes], side)
    return pa.table(columns)


def _type(kind: Any) -> pa.DataType:  # noqa: ANN401 - types have no common type
    """Return the Arrow type of a column's type."""
    import pyarrow as pa  # noqa: PLC0415

    kind = bare(kind)
    if get_origin(kind) is list:
        return pa.list_(_type(get_args(kind)[0]))
    if get_origin(kind) is dict:
        return pa.map_(*map(_type, get_args(kind)))
    if is_typeddict(kind):
        return pa.struct([(key, _type(hint)) for key, hint in _keys(kind).items()])
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), date: pa.date32()}
    return plain[plain_type(kind) or str]


def _value(value: Any, kind: Any) -> Any:  # noqa: ANN401
    """Return a value as Arrow takes it: days as dates, deep in lists and records too."""
    kind = bare(kind)
    if value is None:
        return None
    if get_origin(kind) is list:
        return [_value(item, get_args(kind)[0]) for item in value]
    if get_origin(kind) is dict:
        return list(value.items())
    if is_typeddict(kind):
        return {key: _value(value[key], hint) for key, hint in _keys(kind).items()}
    return date.fromisoformat(value) if plain_type(kind) is date else value


def _keys(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _box(shape: BaseGeometry | None) -> dict[str, float] | None:
    if shape is None:
        return None
    return dict(zip(_SIDES, map(float, shapely.bounds(shape)), strict=True))


def _geo(held: Table) -> dict[str, object]:
    """Return the metadata of the geometry column, whose order is longitude, latitude whatever its CRS says."""
    from pyproj import CRS  # noqa: PLC0415

    shapes = [shape for shape in held.shapes if shape is not None]
    column: dict[str, object] = {
        "encoding": "WKB",
        "geometry_types": [held.geometry] if shapes else [],
        "crs": CRS(WGS84).to_json_dict(),
        "orientation": "counterclockwise",
        "edges": "planar",
        "covering": {"bbox": {side: ["bbox", side] for side in _SIDES}},
    }
    if shapes:
        column["bbox"] = [float(x) for x in shapely.total_bounds(shapes)]
    return {"version": "1.1.0", "primary_column": "geometry", "columns": {"geometry": column}}

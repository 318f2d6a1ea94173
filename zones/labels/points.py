"""Coordinates out of Arrow record batches: numbers, text, or points of GeoParquet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from geodata.foreign import parsed_json
from geodata.position.angle import Axis
from zones.labels.cells import Cells, Misread, degrees, positions, within
from zones.labels.columns import coordinate_columns, position_column, require_coordinate_columns
from zones.labels.errors import LabelError

Floats = NDArray[np.float64]

_WKB_POINT = np.dtype([("order", "u1"), ("kind", "<u4"), ("x", "<f8"), ("y", "<f8")])
_NUMERIC = (pa.types.is_floating, pa.types.is_integer, pa.types.is_decimal, pa.types.is_null)
_DEGREES = {("OGC", "CRS84"), ("EPSG", "4326")}


@dataclass(frozen=True, slots=True)
class PointColumns:
    """
    Where the coordinates are: two columns of degrees, or one that holds both (`lat` is then None).

    Attributes
    ----------
    lon, lat
        Names of columns.
    written
        Whether the one column holds positions as people write them, and not geometry.
    """

    lon: str
    lat: str | None
    written: bool = False


def point_columns(
    schema: pa.Schema, *, lon: str | None = None, lat: str | None = None, position: str | None = None
) -> PointColumns:
    """Return where a table with this schema has its coordinates.

    Raises
    ------
    LabelError
        They are not found, are there twice, or are not in WGS 84 degrees.
    """
    where = _where(schema, lon, lat, position)
    for name in (where.lon, where.lat):
        if schema.names.count(name) > 1:
            raise LabelError(f"several columns are named {name!r}; give each a name of its own")
    return where


def _where(schema: pa.Schema, lon: str | None, lat: str | None, position: str | None) -> PointColumns:
    if position is not None:
        if lon is not None or lat is not None:
            raise LabelError("a column of whole positions was named, and one of lon or lat too; name either")
        return PointColumns(position_column(schema.names, position=position) or "", None, written=True)
    if lon is None and lat is None:
        geometry = _geometry_column(schema)
        if geometry is not None:
            return PointColumns(geometry, None)
        named = coordinate_columns(schema.names)
        if named is None and "geometry" in schema.names:
            return PointColumns("geometry", None)
        whole = position_column(schema.names) if named is None else None
        if whole is not None:
            return PointColumns(whole, None, written=True)
    return PointColumns(*require_coordinate_columns(schema.names, lon=lon, lat=lat))


def coordinates(
    batch: pa.RecordBatch,
    where: PointColumns,
    *,
    misread: Misread | None = None,
    place: Callable[[int], str] = "row {}".format,
    named: PointColumns | None = None,
) -> tuple[Floats, Floats]:
    """
    Return longitudes and latitudes of the rows, NaN where there are none.

    Parameters
    ----------
    batch
        Rows.
    where
        Their coordinates' columns.
    misread
        What takes the cells that hold something and no coordinate.
    place
        Gives the words for the place of a row of the batch in its file.
    named
        How the file itself names the columns, where the batch does otherwise.
    """
    misread = Misread() if misread is None else misread
    named = named or where
    if where.lat is None:
        column = batch.column(where.lon)
        if not where.written:
            return _points(column, where.lon)
        return positions(_text_of(column, where.lon), Cells(named.lon, misread, place))
    return (
        _numbers(batch.column(where.lon), "lon", Cells(named.lon, misread, place)),
        _numbers(batch.column(where.lat), "lat", Cells(named.lat or "", misread, place)),
    )


def _numbers(column: pa.Array, axis: Axis, cells: Cells) -> Floats:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if any(is_kind(column.type) for is_kind in _NUMERIC):
        values: Floats = column.cast(pa.float64()).to_numpy(zero_copy_only=False)
        return within(values, axis, cells)
    if _is_text(column.type):
        return degrees(_text_of(column, cells.column), axis, cells)
    raise LabelError(f"column {cells.column!r} holds {column.type}; expected degrees as numbers")


def _is_text(kind: pa.DataType) -> bool:
    kinds = (
        *(pa.types.is_string, pa.types.is_large_string),
        *(pa.types.is_binary, pa.types.is_large_binary),
    )
    return any(is_kind(kind) for is_kind in kinds)


def _text_of(column: pa.Array, name: str) -> pa.Array:
    """Return a column of text or bytes as text."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if pa.types.is_null(column.type):
        return column.cast(pa.string())
    if not _is_text(column.type):
        raise LabelError(f"column {name!r} holds {column.type}; expected positions as text")
    if pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type):
        column = _as_text(column)
    return column


def _as_text(column: pa.Array) -> pa.Array:
    try:
        return column.cast(pa.string())
    except (
        pa.ArrowInvalid
    ):  # not UTF-8 somewhere; degree signs and no-break blanks are the same in all of Windows's
        return pa.array(
            [None if value is None else _decoded(value) for value in column.to_pylist()], pa.string()
        )


def _decoded(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")


def _points(column: pa.Array, name: str) -> tuple[Floats, Floats]:
    if isinstance(column, pa.ExtensionArray):
        column = column.storage
    if pa.types.is_struct(column.type):
        x, y = (pc.struct_field(column, [axis]).to_numpy(zero_copy_only=False) for axis in ("x", "y"))
        return x.astype(np.float64), y.astype(np.float64)
    if pa.types.is_fixed_size_list(column.type):
        values = column.flatten() if not column.null_count else None
        if values is not None:
            pairs = values.to_numpy(zero_copy_only=False).reshape(len(column), -1).astype(np.float64)
            return pairs[:, 0], pairs[:, 1]
    if not (pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type)):
        raise LabelError(
            f"column {name!r} holds {column.type}; expected points, or name columns with lon and lat"
        )
    return _wkb_points(column, name)


def _wkb_points(column: pa.Array, name: str) -> tuple[Floats, Floats]:
    """Read well-known binary: by its fixed layout if all are plain points, else through shapely."""
    size = _WKB_POINT.itemsize
    if not column.null_count and len(column) and pa.types.is_binary(column.type):
        offsets = np.frombuffer(column.buffers()[1], np.int32)[
            column.offset : column.offset + len(column) + 1
        ]
        if (np.diff(offsets) == size).all():
            data = np.frombuffer(column.buffers()[2], np.uint8)[offsets[0] : offsets[-1]]
            points = data.view(_WKB_POINT)
            if (points["order"] == 1).all() and (points["kind"] == 1).all():
                return points["x"].copy(), points["y"].copy()
    import shapely  # noqa: PLC0415 - only odd geometry comes here

    try:
        geometries = shapely.from_wkb(column.to_numpy(zero_copy_only=False))
    except shapely.GEOSException as error:
        raise LabelError(
            f"column {name!r} holds no points as well-known binary ({error}); name columns with lon and lat"
        ) from error
    others = ~np.isin(shapely.get_type_id(geometries), (-1, 0))
    if others.any():
        kind = geometries[others][0].geom_type
        raise LabelError(f"column {name!r} holds a {kind}; expected points, or name columns with lon and lat")
    return shapely.get_x(geometries), shapely.get_y(geometries)


def _geometry_column(schema: pa.Schema) -> str | None:
    """Return the primary geometry of GeoParquet if it is there and in WGS 84."""
    stored = (schema.metadata or {}).get(b"geo")
    if stored is None:
        return None
    try:
        geo = parsed_json(stored)
        name: str | None = geo.get("primary_column")
        if name is None or name not in schema.names:
            return None
        crs = geo.get("columns", {}).get(name, {}).get("crs")  # not given: longitude and latitude of CRS84
        code = (crs or {}).get("id", {})
        system = (code.get("authority"), str(code.get("code")))
    except (ValueError, TypeError, AttributeError) as error:
        raise LabelError("its GeoParquet metadata are none; name the columns with lon and lat") from error
    if crs is not None and system not in _DEGREES:
        raise LabelError(
            f"column {name!r} is in {_object(crs).get('name', 'an unnamed system')}; expected WGS 84 degrees: "
            "reproject it, for example with GeoDataFrame.to_crs"
        )
    return name


def _object(value: object) -> dict[str, object]:
    """Return a JSON object as it is, and an empty one for anything else: metadata may hold whatever it likes."""
    return value if isinstance(value, dict) else {}

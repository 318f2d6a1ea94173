"""Points out of GeoPackage, GeoJSON, FlatGeobuf and Shapefile: one layer, its attributes as they are."""

from __future__ import annotations

import json
import warnings
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import shapely
from numpy.typing import NDArray

from geodata.boundaries.errors import BoundariesError
from geodata.boundaries.files import Dataset
from geodata.boundaries.geojson import GeoJsonError, read_geojson
from geodata.boundaries.layers import Layer, layers_of
from geodata.wgs84 import WGS84
from zones.labels.errors import LabelError, LabelFileError
from zones.labels.gdal_setting import gdal_setting

if TYPE_CHECKING:
    from pyproj import CRS

Floats = NDArray[np.float64]

# GDAL's own way of FlatGeobuf into Arrow spoils rows without a geometry (3.12).
_GENERIC = ("OGR_FLATGEOBUF_STREAM_BASE_IMPL", "YES")
_MOST_BYTES, _MOST_VALUES = 500_000_000, 20_000_000  # of GeoJSON: two gigabytes of memory
_NAME_CRS = "say which it is: --crs EPSG:4326, or crs= in Python"


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerPoints:
    """
    A layer of points.

    Attributes
    ----------
    table
        Its attributes.
    shapes
        Its points as well-known binary, in `crs`, null where there is none.
    lon, lat
        WGS 84 degrees, shape (n,), NaN where there is no point.
    crs
        The reference system that it states, or that was named.
    kind
        How GDAL calls its geometry.
    name
        The layer's.
    collection
        Of GeoJSON, all that the file says.
    notes
        What was left aside.
    """

    table: pa.Table
    shapes: pa.Array
    lon: Floats
    lat: Floats
    crs: CRS
    kind: str
    name: str
    collection: dict[str, Any] | None
    notes: tuple[str, ...]

    def taken(self, rows: pa.Array) -> LayerPoints:
        """
        Return rows of these, some of them maybe several times.

        Parameters
        ----------
        rows
            Their numbers, from 0.
        """
        told = self.collection
        if told is not None:
            seen: set[int] = set()
            features = []
            for row in rows.to_pylist():
                feature = told["features"][row]
                # An id is one feature's: only the first of several rows keeps it.
                features.append({k: v for k, v in feature.items() if k != "id" or row not in seen})
                seen.add(row)
            told = told | {"features": features}
        at = rows.to_numpy()
        return replace(
            self, table=self.table.take(rows), shapes=self.shapes.take(rows), lon=self.lon[at], lat=self.lat[at],
            collection=told,
        )  # fmt: skip


def read_points(path: Path, *, layer: str | None, crs: str | None) -> LayerPoints:
    """
    Return the points of a file.

    Parameters
    ----------
    path
        The file.
    layer
        The layer, where the file has several with points.
    crs
        The reference system to assume if the file states none.

    Raises
    ------
    LabelFileError
        If the file cannot be read, or it is not clear which layer is meant.
    LabelError
        If a feature is no point, or the reference system is unknown or another than the one named.
    """
    if not path.is_file():
        raise LabelFileError(path, "no such file")
    dataset = Dataset(path=path, name=path.name)
    try:
        chosen, notes = _chosen(path, layers_of(path, dataset), layer)
    except BoundariesError as error:
        raise LabelFileError(path, str(error).removeprefix(f"{path}: ")) from error
    if dataset.format == "GeoJSON":
        return _from_geojson(path, crs)
    import pyogrio  # noqa: PLC0415 - tables need none

    with gdal_setting(*_GENERIC), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Measured", UserWarning)  # they come through all the same
        meta, table = pyogrio.read_arrow(dataset.address, layer=chosen.name)
    held = meta["geometry_name"] or "wkb_geometry"
    shapes = table[held].combine_chunks().cast(pa.binary())
    stated = _system(meta["crs"], crs)
    x, y = _coordinates(shapely.from_wkb(shapes.to_numpy(zero_copy_only=False)))
    lon, lat = _degrees(x, y, stated)
    return LayerPoints(
        table=table.drop_columns([held]), shapes=shapes, lon=lon, lat=lat, crs=stated, collection=None,
        kind=str(meta["geometry_type"]), name=chosen.name, notes=notes,
    )  # fmt: skip


def _chosen(path: Path, layers: list[Layer], name: str | None) -> tuple[Layer, tuple[str, ...]]:
    if name is not None:
        found = next((layer for layer in layers if layer.name == name), None)
        if found is None:
            there = ", ".join(layer.name for layer in layers) or "none"
            raise LabelFileError(path, f"no layer {name!r}; its layers are: {there}")
        return found, ()
    fitting = [
        layer for layer in layers if "Point" in layer.geometry_type or layer.geometry_type == "Unknown"
    ]
    if len(fitting) == 1:
        aside = ", ".join(layer.name for layer in layers if layer is not fitting[0])
        return fitting[0], (
            f"layer {fitting[0].name} was labelled, and left aside: {aside}",
        ) if aside else ()
    if fitting:
        names = ", ".join(layer.name for layer in fitting)
        problem = f"{len(fitting)} layers may hold points: {names}; name one of them"
        raise LabelFileError(path, f"{problem}: --layer NAME, or layer= in Python")
    told = ", ".join(f"{layer.name} ({layer.geometry_type})" for layer in layers) or "no layer"
    raise LabelFileError(path, f"no layer of points; found {told}; expected points")


def _from_geojson(path: Path, crs: str | None) -> LayerPoints:
    try:
        found = read_geojson(path, most_bytes=_MOST_BYTES, most_values=_MOST_VALUES)
        shapes = found.shapes()
    except GeoJsonError as error:
        raise LabelFileError(path, f"no GeoJSON that can be read ({error})") from error
    stated = _system(found.crs, crs)
    x, y = _coordinates(np.array(shapes, dtype=object))
    lon, lat = _degrees(x, y, stated)
    rows = [feature.get("properties") or {} for feature in found.features]
    columns = [_column([row.get(name) for row in rows]) for name in found.fields]
    count = len(rows)
    table = (
        pa.table(columns, names=list(found.fields))
        if columns
        else pa.table({"_": pa.nulls(count)}).select([])
    )
    return LayerPoints(
        table=table, lon=lon, lat=lat, crs=stated, kind="Point", name=found.name or path.stem,
        shapes=pa.array([None if s is None else shapely.to_wkb(s) for s in shapes], pa.binary()),
        collection=found.told, notes=(),
    )  # fmt: skip


def _column(values: list[Any]) -> pa.Array:
    """Return JSON values as one column: of their own kind if they share one, else as JSON text."""
    try:
        column = pa.array(values)
        if not (pa.types.is_nested(column.type) or pa.types.is_null(column.type)):
            return column
    except (pa.ArrowException, OverflowError):
        pass
    return pa.array([_as_text(value) for value in values], pa.string())


def _as_text(value: object) -> str | None:
    return value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _system(stated: str | None, named: str | None) -> CRS:
    """Return the reference system that a file states, or else the one that was named for it."""
    from pyproj import CRS  # noqa: PLC0415
    from pyproj.exceptions import CRSError  # noqa: PLC0415

    try:
        own = None if stated is None else CRS.from_user_input(stated)
        given = None if named is None else CRS.from_user_input(named)
    except CRSError as error:
        raise LabelError(
            f"an unknown coordinate reference system; expected one as EPSG:4326 ({error})"
        ) from error
    if own is None:
        if given is None:
            raise LabelError(f"no coordinate reference system; {_NAME_CRS}")
        return given
    if given is not None and not own.equals(given, ignore_axis_order=True):
        raise LabelError(
            f"states that it is in {own.name}, and {given.name} ({named}) was named for it; name none"
        )
    return own


def _coordinates(shapes: NDArray[np.object_]) -> tuple[Floats, Floats]:
    """Return x and y of points, and of collections of one point; NaN where there is nothing."""
    kinds = shapely.get_type_id(shapes)
    single = (kinds == shapely.GeometryType.MULTIPOINT) & (shapely.get_num_geometries(shapes) == 1)
    points = np.where(single, shapely.get_geometry(shapes, 0), shapes)
    empty = shapely.is_empty(shapes) | (kinds == shapely.GeometryType.MISSING)
    wrong = np.flatnonzero(~((kinds == shapely.GeometryType.POINT) | single | empty))
    if len(wrong):
        number = int(wrong[0])
        shape = shapes[number]
        count = f" of {shapely.get_num_geometries(shape)} points" if shape.geom_type == "MultiPoint" else ""
        raise LabelError(
            f"{len(wrong):,} of {len(shapes):,} features are no points, the first of them feature {number + 1}, "
            f"a {shape.geom_type}{count}; expected points: which point stands for another shape is for you to say"
        )
    points[empty] = None
    return shapely.get_x(points), shapely.get_y(points)


def _degrees(x: Floats, y: Floats, crs: CRS) -> tuple[Floats, Floats]:
    from pyproj import Transformer  # noqa: PLC0415

    if crs.equals(WGS84, ignore_axis_order=True):
        return x, y
    transformer = Transformer.from_crs(crs, WGS84, always_xy=True)
    lon, lat = transformer.transform(x, y)
    lost = ~np.isfinite(lon) | ~np.isfinite(lat)
    return np.where(lost, np.nan, lon), np.where(lost, np.nan, lat)

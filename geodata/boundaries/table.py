"""The rows of a layer: codes, names, parents and shapes, or an error that names the row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.boundaries.cost import MAX_RINGS, check_size
from geodata.boundaries.errors import BoundariesError
from geodata.boundaries.geojson import read_geojson
from geodata.boundaries.layers import LEVEL, Layer, without_measures
from geodata.boundaries.schemes import Scheme, column
from geodata.wgs84 import WGS84

if TYPE_CHECKING:
    import geopandas as gpd

NAME_CRS = "--boundaries-crs EPSG:4326, or crs= in Python"
"""How a user names a reference system."""

SURROUNDINGS = (34.0, 31.0, 44.0, 39.0)
"""West, south, east, north of a box round Syria; boundaries that leave it are no boundaries of Syria."""

_UNREADABLE = (
    ValueError,
    RuntimeError,
    OSError,
    LookupError,
    TypeError,
    AttributeError,
    shapely.GEOSException,
)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_PCODE = re.compile(r"SY[0-9]{6}")
_DATE = re.compile(r"(?:19|20)\d{2}(?:-\d{2}(?:-\d{2})?)?")
_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    One feature.

    Attributes
    ----------
    number
        Its place in the layer, from 1.
    pcode
        Its P-code; empty where the file has none.
    name, name_ar
        Its names, possibly empty.
    parents
        Code, English and Arabic name of its governorate and of its district, where the file has them.
    shape
        Its polygon or polygons, longitude and latitude.
    """

    number: int
    pcode: str
    name: str
    name_ar: str
    parents: tuple[tuple[str, str, str], ...]
    shape: BaseGeometry

    def __str__(self) -> str:
        """Return how messages name it."""
        told = ", ".join(filter(None, (self.pcode, self.name)))
        return f"feature {self.number}" + (f" ({told})" if told else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a layer, its coordinate reference system, and the date it states or else ""."""

    rows: tuple[Row, ...]
    crs: str
    date: str


def read_table(path: Path, layer: Layer, scheme: Scheme, *, crs: str | None) -> Table:
    """
    Return the features of a layer in longitude and latitude.

    Parameters
    ----------
    path
        What the user gave, for messages.
    layer, scheme
        The layer and its columns.
    crs
        The coordinate reference system to assume if the file states none.

    Raises
    ------
    BoundariesError
        If a feature has no geometry or code, or the file no reference system, or it is no map of Syria.
    """
    if not 0 < layer.features <= MAX_RINGS:
        problem = f"{layer} has {layer.features:,} features"
        remedy = f"expected some 272 sub-districts, at most {MAX_RINGS:,}"
        raise BoundariesError(path, problem, remedy=remedy)
    frame, stated = _located(path, layer, _read(path, layer), crs)
    remedy = "check that the file is whole, or download it again"
    try:
        rows = tuple(_rows(frame, scheme))
    except UnicodeDecodeError as error:
        raise BoundariesError(path, f"{layer} has texts that are not UTF-8", remedy=remedy) from error
    if not rows:
        raise BoundariesError(path, f"none of {layer.features} features can be read", remedy=remedy)
    _check(path, rows, scheme, frame)
    return Table(rows=rows, crs=stated, date=_date(frame, scheme, layer))


def _read(path: Path, layer: Layer) -> gpd.GeoDataFrame:
    import geopandas  # noqa: PLC0415

    dataset = layer.dataset
    try:
        if dataset.format == "GeoParquet":
            return geopandas.read_parquet(dataset.address)
        if dataset.format == "GeoJSON":
            return read_geojson(dataset.path).frame()
        with without_measures():
            return geopandas.read_file(dataset.address, layer=layer.name, engine="pyogrio")
    except _UNREADABLE as error:
        remedy = "check that the file is whole, or download it again"
        raise BoundariesError(path, f"{layer} cannot be read ({error})", remedy=remedy) from error


def _located(
    path: Path, layer: Layer, frame: gpd.GeoDataFrame, crs: str | None
) -> tuple[gpd.GeoDataFrame, str]:
    """Return the frame in longitude and latitude, and its own coordinate reference system."""
    from pyproj.exceptions import CRSError, ProjError  # noqa: PLC0415

    if frame.crs is None and crs is None:
        beside = "put its .prj file beside it, or " if layer.dataset.format == "shapefile" else ""
        remedy = f"{beside}say which it is: {NAME_CRS}"
        raise BoundariesError(path, "no coordinate reference system", remedy=remedy)
    if crs is not None:
        frame = _assumed(path, frame, crs)
    try:
        code = frame.crs.to_authority(min_confidence=100)
        stated = ":".join(code) if code else frame.crs.name
        frame = frame.set_geometry(shapely.force_2d(frame.geometry.to_numpy()), crs=frame.crs)
        return frame.to_crs(WGS84), stated
    except (CRSError, ProjError) as error:
        problem = f"coordinates that its reference system cannot have ({error})"
        raise BoundariesError(path, problem, remedy="check that the file is whole, and its system") from error


def _assumed(path: Path, frame: gpd.GeoDataFrame, crs: str) -> gpd.GeoDataFrame:
    """Return a frame in the reference system that the user names, if it states none or the same."""
    from pyproj import CRS  # noqa: PLC0415
    from pyproj.exceptions import CRSError  # noqa: PLC0415

    try:
        named = CRS.from_user_input(crs)
    except CRSError as error:
        problem = f"an unknown coordinate reference system {crs!r} was named for it"
        raise BoundariesError(path, problem, remedy=f"expected a code such as in {NAME_CRS}") from error
    if frame.crs is None:
        return frame.set_crs(named)
    if not frame.crs.equals(named, ignore_axis_order=True):
        problem = f"states that it is in {frame.crs.name}, and {named.name} ({crs}) was named for it"
        remedy = "name none; or, if the file is wrong, correct what it states"
        raise BoundariesError(path, problem, remedy=remedy)
    return frame


def _rows(frame: gpd.GeoDataFrame, scheme: Scheme) -> Iterator[Row]:
    code, name, name_ar = _texts(frame, scheme, LEVEL)
    above = [_texts(frame, scheme, level) for level in (1, 2)]
    for i, shape in enumerate(frame.geometry.to_numpy()):
        parents = tuple((codes[i], names[i], arabic[i]) for codes, names, arabic in above)
        yield Row(
            number=i + 1,
            pcode=code[i].upper() if scheme.codes else "",
            name=name[i],
            name_ar=name_ar[i],
            parents=parents if scheme.codes else (),
            shape=shape,
        )


def _texts(frame: gpd.GeoDataFrame, scheme: Scheme, level: int) -> tuple[list[str], list[str], list[str]]:
    """Return the codes, English names and Arabic names of a level, one a row, empty where there are none."""
    fields = [str(field) for field in frame.columns]
    found = (column(fields, patterns, level) for patterns in (scheme.pcode, scheme.name_en, scheme.name_ar))
    code, name, name_ar = (
        [""] * len(frame) if field is None else [_text(value) for value in frame[field]] for field in found
    )
    names = [_by_script(*pair) for pair in zip(name, name_ar, strict=True)]
    return code, [latin for latin, _ in names], [arabic for _, arabic in names]


def _by_script(name: str, name_ar: str) -> tuple[str, str]:
    """Return the names in Latin and Arabic script, whichever column has them; wrongly decoded ones fall."""
    if _ARABIC.search(name):
        name, name_ar = name_ar, name
    return "" if _ARABIC.search(name) else name, name_ar if _ARABIC.search(name_ar) else ""


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _check(path: Path, rows: tuple[Row, ...], scheme: Scheme, frame: gpd.GeoDataFrame) -> None:
    shapes = np.array([row.shape for row in rows], dtype=object)
    for row in rows:
        _check_shape(path, row)
    check_size(path, shapes)
    _check_country(path, rows, scheme, shapes)
    kinds = {str(kind) for kind in frame["shapeType"]} if "shapeType" in frame else set()
    if kinds - {f"ADM{LEVEL}"}:
        told = ", ".join(sorted(kinds))
        raise BoundariesError(path, f"units of level {told}", remedy=f"expected sub-districts, ADM{LEVEL}")
    for row in rows:
        if scheme.codes and not _PCODE.fullmatch(row.pcode):
            remedy = "expected SY and six digits, such as SY070402; correct it, or take out the feature"
            raise BoundariesError(path, f"the P-code {row.pcode!r}", feature=str(row), remedy=remedy)


def _check_shape(path: Path, row: Row) -> None:
    if row.shape is None or row.shape.is_empty:
        remedy = "give it its polygon, or take a complete file"
        raise BoundariesError(path, "no geometry", feature=str(row), remedy=remedy)
    if not np.isfinite(row.shape.bounds).all():
        remedy = "check the coordinate reference system"
        raise BoundariesError(path, "coordinates that are no numbers", feature=str(row), remedy=remedy)
    if "Polygon" not in row.shape.geom_type and row.shape.geom_type != "GeometryCollection":
        problem = f"a {row.shape.geom_type}, not a polygon"
        raise BoundariesError(path, problem, feature=str(row), remedy="bring the file with the polygons")


def _check_country(
    path: Path, rows: tuple[Row, ...], scheme: Scheme, shapes: npt.NDArray[np.object_]
) -> None:
    """Raise if the features lie elsewhere, or if most codes are another country's."""
    west, south, east, north = (float(edge) for edge in shapely.total_bounds(shapes))
    box = shapely.box(*SURROUNDINGS)
    turned = shapely.box(south, west, north, east)
    if turned.within(box) and not shapely.box(west, south, east, north).within(box):
        remedy = "longitude must come first; swap the axes"
        raise BoundariesError(path, "coordinates with the latitude first", remedy=remedy)
    foreign = [row for row in rows if scheme.codes and re.match(r"(?!SY)[A-Z]{2}", row.pcode)]
    outside = [row for row in rows if not shapely.box(*row.shape.bounds).within(box)]
    for found, what in ((foreign, "a P-code of another country"), (outside, "a shape outside Syria")):
        if found:
            if len(found) > len(rows) / 2:
                where = f"{west:.1f} to {east:.1f} E, {south:.1f} to {north:.1f} N"
                problem = f"boundaries of another country ({where})"
                raise BoundariesError(path, problem, remedy="bring Syria's")
            raise BoundariesError(path, what, feature=str(found[0]), remedy="take out the feature")


def _date(frame: gpd.GeoDataFrame, scheme: Scheme, layer: Layer) -> str:
    """Return the latest date in the file's own column of dates, or the one in its name, or ""."""
    for pattern in scheme.date:
        field = column([str(name) for name in frame.columns], [pattern], LEVEL)
        if field is not None:
            dates = [found.group() for value in frame[field] if (found := _DATE.match(str(value)))]
            if dates:
                return max(dates)
    named = _IN_NAME.search(layer.dataset.name) or _IN_NAME.search(layer.name)
    return "-".join(named.groups()) if named else ""

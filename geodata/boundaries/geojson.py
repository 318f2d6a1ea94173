"""
GeoJSON, read without GDAL.

GDAL would fetch a reference system from an address that the file names, and take a text for whichever of its
formats it resembles, some of which name addresses and other files. A file of boundaries must do neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.foreign import MOST_VALUES, TooMuchError, bytes_within, parsed_json
from geodata.wgs84 import WGS84

if TYPE_CHECKING:
    import geopandas as gpd

MOST_FIELDS = 1000
"""Most columns that the features may have together."""

MOST_BYTES = 50_000_000
"""Most bytes of a file; of OCHA's boundaries it has six million."""

_FAULTS = (ValueError, TypeError, LookupError, AttributeError, shapely.errors.ShapelyError)


class GeoJsonError(ValueError):
    """A text that is no GeoJSON, or none that can be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """
    A collection of features.

    Attributes
    ----------
    name
        As it calls itself, or else None.
    crs
        Name of its coordinate reference system; None if it says that it has none.
    features
        As JSON has them.
    told
        All that the text says.
    """

    name: str | None
    crs: str | None
    features: tuple[dict[str, Any], ...]
    told: dict[str, Any]

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of the columns, in the order in which they come."""
        return tuple(dict.fromkeys(name for feature in self.features for name in _properties(feature)))

    @property
    def geometry_type(self) -> str:
        """The kind of its shapes as GDAL names it: ``Unknown`` where they are of several kinds."""
        kinds = {str(g.get("type")) for f in self.features if isinstance(g := f.get("geometry"), dict)}
        if kinds == {"Polygon", "MultiPolygon"}:
            return "MultiPolygon"
        return kinds.pop() if len(kinds) == 1 else "Unknown"

    def shapes(self) -> list[BaseGeometry | None]:
        """Return the shape of each feature, None where it has none."""
        return [_shape(number, feature) for number, feature in enumerate(self.features, 1)]

    def frame(self) -> gpd.GeoDataFrame:
        """Return the features as a frame, a row each."""
        import geopandas  # noqa: PLC0415

        shapes = self.shapes()
        columns = {name: [_properties(f).get(name) for f in self.features] for name in self.fields}
        columns.pop("geometry", None)
        return geopandas.GeoDataFrame(columns, geometry=shapes, crs=self.crs)


def read_geojson(path: Path, *, most_bytes: int = MOST_BYTES, most_values: int = MOST_VALUES) -> Collection:
    """
    Return the features of a file.

    Parameters
    ----------
    path
        The file.
    most_bytes, most_values
        What it may have; each value, of which a vertex is three, takes up to 100 bytes of memory.

    Raises
    ------
    GeoJsonError
        If it is no collection of features, no feature and no geometry, or asks for more than there is in the file.
    """
    try:
        told = parsed_json(bytes_within(path, most_bytes), most_values=most_values)
    except TooMuchError as error:
        raise GeoJsonError(str(error)) from None
    except ValueError as error:
        raise GeoJsonError(f"not JSON: {error}") from None
    features = _features(told)
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        raise GeoJsonError("not a FeatureCollection, a Feature or a geometry")
    name = told.get("name")
    found = Collection(
        name=name if isinstance(name, str) and name else None,
        crs=_crs(told),
        features=tuple(features),
        told=told,
    )
    if len(found.fields) > MOST_FIELDS:
        raise GeoJsonError(f"{len(found.fields):,} columns, more than {MOST_FIELDS:,}")
    return found


def _features(told: object) -> object:
    """Return the features of a text: of a collection, one alone, or one made of a bare geometry."""
    if not isinstance(told, dict):
        return None
    if told.get("type") == "Feature":
        return [told]
    if "coordinates" in told or "geometries" in told:
        return [{"type": "Feature", "properties": {}, "geometry": told}]
    return told.get("features")


def _crs(told: dict[str, Any]) -> str | None:
    if "crs" not in told:
        return WGS84
    match told["crs"]:
        case None:
            return None
        case {"type": "name", "properties": {"name": str(name)}}:
            return name
        case _:
            raise GeoJsonError(
                "its reference system (crs) is not told by its name, and no address is asked for it; "
                'expected "crs": {"type": "name", "properties": {"name": "EPSG:4326"}}, or none'
            )


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    told = feature.get("properties")
    return told if isinstance(told, dict) else {}


def _shape(number: int, feature: dict[str, Any]) -> BaseGeometry | None:
    geometry = feature.get("geometry")
    try:
        return None if geometry is None else shapely.geometry.shape(geometry)
    except _FAULTS as error:
        raise GeoJsonError(f"feature {number} has a geometry that is none: {error}") from None

"""Layers out of files: which file holds what, and what of it is left aside."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import shapely

from geodata.boundaries.errors import BoundariesError
from geodata.boundaries.files import FORMATS, Dataset, datasets_of
from geodata.boundaries.geojson import GeoJsonError, read_geojson
from geodata.boundaries.layers import Layer as Held
from geodata.boundaries.layers import layers_of, without_measures
from maps.layers.errors import LayerError
from maps.layers.frame import column_texts, layer_of
from maps.layers.layer import Layer, check_count, made_layer
from maps.layers.positions import TABLES, read_positions

if TYPE_CHECKING:
    import geopandas as gpd

_SHAPES = {ending for ending, name in FORMATS.items() if name != "GeoParquet"}
_DEGREES = re.compile(r"(urn:ogc:def:crs:)?(EPSG:(.*:)?4326|OGC:(.*:)?CRS84)", re.IGNORECASE)
_UNREADABLE = (ValueError, RuntimeError, OSError, LookupError, TypeError, shapely.GEOSException)
_EXPECTED = "expected GeoJSON, GeoPackage, FlatGeobuf, a Shapefile, or a table (.csv, .tsv) with positions"


def read_layers(path: str | os.PathLike[str], *, title: str | None = None) -> tuple[Layer, ...]:
    """
    Return the layers of a file, ready for `maps.webmap`; most files have one.

    Parameters
    ----------
    path
        GeoJSON, GeoPackage, FlatGeobuf or Shapefile in a reference system that it states, or a table as text with
        columns of positions (``lon`` and ``lat``, or whole ones in ``latlon``).
    title
        What the legend calls it; the file's name without its ending if None. Where a file has several layers,
        each one's own name is put behind it.

    Raises
    ------
    LayerError
        If there is no such file, it is of another kind, can't be read, or a map can't show it; the message says
        what to do.
    """
    source = Path(path)
    ending = source.suffix.lower()
    if title is None:
        title = source.stem
    if not source.exists():
        raise LayerError(str(source), "no such file; check the path")
    if source.is_dir() and ending != ".gdb":
        raise LayerError(str(source), f"a folder; {_EXPECTED}")
    if ending in TABLES:
        return (read_positions(source, title=title),)
    if ending not in _SHAPES:
        raise LayerError(str(source), f"a file of unknown ending {ending!r}; {_EXPECTED}")
    try:
        with datasets_of(source) as datasets:
            return tuple(_layers(source, datasets[0], title))
    except BoundariesError as error:
        raise LayerError(str(source), str(error).removeprefix(f"{source}: ")) from error


def _layers(path: Path, dataset: Dataset, title: str) -> Iterator[Layer]:
    if dataset.format == "GeoJSON":
        yield _from_geojson(path, title)
        return
    held = layers_of(path, dataset)
    drawn = [layer for layer in held if layer.geometry_type != "None"]
    if not drawn:
        raise LayerError(str(path), f"no layer with shapes in it; {_EXPECTED}")
    aside = ", ".join(layer.name for layer in held if layer not in drawn)
    notes = (f"left aside, without shapes: {aside}",) if aside else ()
    for layer in drawn:
        own = f"{title}: {layer.name}" if len(drawn) > 1 else title
        check_count(str(path), layer.features)
        yield layer_of(_frame(path, layer), title=own, source=str(path), notes=notes)


def _frame(path: Path, layer: Held) -> gpd.GeoDataFrame:
    import geopandas  # noqa: PLC0415

    try:
        with without_measures():
            return geopandas.read_file(layer.dataset.address, layer=layer.name, engine="pyogrio")
    except _UNREADABLE as error:
        raise LayerError(
            str(path), f"{layer} cannot be read ({error}); check that the file is whole"
        ) from error


def _from_geojson(path: Path, title: str) -> Layer:
    try:
        found = read_geojson(path)
        if found.crs is not None and not _DEGREES.fullmatch(found.crs):
            return layer_of(found.frame(), title=title, source=str(path))
        shapes = found.shapes()
    except GeoJsonError as error:
        raise LayerError(str(path), f"no GeoJSON that can be read ({error})") from error
    except _UNREADABLE as error:
        raise LayerError(str(path), f"a reference system that is not known ({error})") from error
    if found.crs is None:
        raise LayerError(str(path), "says that it has no reference system; expected WGS 84 degrees, or one")
    fields = found.fields
    told = [feature.get("properties") for feature in found.features]
    rows = [row if isinstance(row, dict) else {} for row in told]
    texts = [column_texts([row.get(name) for row in rows]) for name in fields]
    values = list(zip(*texts, strict=True)) if fields else [()] * len(rows)
    return made_layer(title, fields, values, shapes, source=str(path))

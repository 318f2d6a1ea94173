"""Which format a file name stands for, and the verbs: check, encode, save."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from geodata.atomic import write_together
from maps.formats.encoded import Encoded
from maps.formats.errors import FormatError
from zones.errors import MissingExtraError
from zones.zone_set import Layer

if TYPE_CHECKING:
    import os

    from zones.zone_set import ZoneSet

__all__ = ["FORMATS", "LAYERS", "Format", "check", "encode", "format_of", "save"]

LAYERS: tuple[Layer, ...] = get_args(Layer)
"""The layers that a set of zones has."""
_SHAPED: tuple[Layer, ...] = ("zones", "members", "units", "claims")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A file format.

    Parameters
    ----------
    name
        As people call it.
    endings
        Of file names that stand for it, in lower case.
    module
        The module of this package that writes it.
    default
        The layers it holds when none is named.
    layers
        The layers that may be named; none where the file always holds everything.
    package, extra
        What it needs beyond this package's own dependencies, and the extra that installs it.
    """

    name: str
    endings: tuple[str, ...]
    module: str
    default: tuple[Layer, ...]
    layers: tuple[Layer, ...] = LAYERS
    package: str | None = None
    extra: str | None = None


FORMATS = (
    Format(name="GeoJSON", endings=(".geojson",), module="geojson", default=("zones",)),
    Format(name="full model", endings=(".json",), module="full_model", default=(), layers=()),
    Format(name="GeoJSON sequence", endings=(".geojsons", ".geojsonl"), module="geojson", default=("zones",)),
    Format(name="GeoPackage", endings=(".gpkg",), module="geopackage", default=LAYERS),
    Format(
        name="GeoParquet",
        endings=(".parquet", ".geoparquet"),
        module="geoparquet",
        default=("zones",),
        package="pyarrow",
        extra="parquet",
    ),
    Format(name="FlatGeobuf", endings=(".fgb",), module="flatgeobuf", default=("zones",), layers=_SHAPED),
    Format(name="KML", endings=(".kml",), module="kml", default=("zones", "claims"), layers=_SHAPED),
    Format(
        name="Shapefile",
        endings=(".shp.zip", ".zip"),
        module="shapefile",
        default=("zones", "members", "claims"),
        layers=_SHAPED,
    ),
    Format(name="TopoJSON", endings=(".topojson",), module="topojson", default=("zones",), layers=_SHAPED),
    Format(name="CSV", endings=(".csv",), module="csv_hxl", default=("members",)),
    Format(
        name="XLSX",
        endings=(".xlsx",),
        module="xlsx",
        default=("zones", "members", "claims", "evidence", "passed_over"),
        package="xlsxwriter",
        extra="xlsx",
    ),
)
"""The formats, each with its endings and layers."""


def format_of(path: str | os.PathLike[str]) -> Format:
    """Return the format that a file name stands for.

    Parameters
    ----------
    path
        A file name; its ending counts, in any case.

    Raises
    ------
    FormatError
        If its ending is not known.

    Examples
    --------
    >>> format_of("out/zones.shp.zip").name
    'Shapefile'
    """
    name = Path(path).name.casefold()
    for known in FORMATS:
        if name.endswith(known.endings):
            return known
    endings = tuple(ending for known in FORMATS for ending in known.endings)
    raise FormatError(f"{path}: no format is known by this ending", known=endings)


def encode(zone_set: ZoneSet, path: str | os.PathLike[str], *, layer: Layer | None = None) -> Encoded:
    """Return what `save` would write, without writing it.

    Parameters
    ----------
    zone_set
        The zones, claims and documents.
    path
        A file name; its ending counts, and metadata beside a CSV name it.
    layer
        Only this layer; by default those that suit the format.

    Raises
    ------
    FormatError
        If the ending is not known, or the format cannot hold the layer.
    MissingExtraError
        If the format needs a package that is not installed.
    """
    chosen = check(path, layer)
    module = import_module(f"maps.formats.{chosen.module}")
    encoded: Encoded = module.encode(zone_set, (layer,) if layer else chosen.default, Path(path).name)
    return encoded


def check(path: str | os.PathLike[str], layer: Layer | None = None) -> Format:
    """Return the format that a file name stands for, if it can hold a layer here; see `encode`.

    It needs no zones, so that a program can refuse before it reads texts.

    Parameters
    ----------
    path
        A file name; its ending counts, in any case.
    layer
        The layer wanted; what suits the format by default.
    """
    chosen = format_of(path)
    if layer is not None and layer not in chosen.layers:
        if not chosen.layers:
            raise FormatError(
                f"{chosen.name} holds everything; leave out the layer {layer!r}", known=("no layer",)
            )
        raise FormatError(f"{chosen.name} cannot hold the layer {layer!r}", known=chosen.layers)
    if chosen.package is not None:
        _require(chosen)
    return chosen


def save(zone_set: ZoneSet, path: str | os.PathLike[str], *, layer: Layer | None = None) -> Path:
    """Write zones in the format that a file name stands for, and return its path.

    The file is replaced at once or not at all; the same zones give the same bytes. CSV is accompanied by
    a file of metadata.

    Parameters
    ----------
    zone_set
        The zones, claims and documents.
    path
        Where to write.
    layer
        ``zones``, ``members``, ``units``, ``claims``, ``evidence`` or ``passed_over`` alone; by default what suits
        the format.

    Raises
    ------
    FormatError
        If the ending is not known, or the format cannot hold the layer.
    MissingExtraError
        If the format needs a package that is not installed.
    OSError
        If the path can't be written.
    """
    encoded = encode(zone_set, path, layer=layer)
    write_together(encoded.files(path))
    return Path(path)


def _require(chosen: Format) -> None:
    try:
        import_module(str(chosen.package))
    except ImportError:
        raise MissingExtraError(chosen.name, package=str(chosen.package), extra=str(chosen.extra)) from None

"""Points with their labels into GeoPackage, GeoJSON, FlatGeobuf and Shapefile."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa

from geodata.archives import zipped
from geodata.atomic import write_whole
from geodata.wgs84 import WGS84
from zones.labels.errors import LabelFileError
from zones.labels.gdal_setting import gdal_setting
from zones.labels.layer_source import LayerPoints

_DRIVERS = {
    ".gpkg": ("GPKG", {}),
    ".geojson": ("GeoJSON", {"RFC7946": "YES", "COORDINATE_PRECISION": "9"}),
    ".fgb": ("FlatGeobuf", {"SPATIAL_INDEX": "NO"}),  # which would put the rows into another order
    ".shp": ("ESRI Shapefile", {"DBF_DATE_LAST_UPDATE": "1970-01-01"}),
}
# No time of its own: the same points make the same bytes.
_CLOCK = ("OGR_CURRENT_DATE", "1970-01-01T00:00:00.000Z")
_LONGEST_NAME = 10


def write_points(points: LayerPoints, labels: pa.Table, target: Path) -> tuple[str, ...]:
    """
    Write points with their attributes and labels, and return notes on what the format could not hold.

    Parameters
    ----------
    points
        What was read.
    labels
        The new columns: text.
    target
        The file; for a Shapefile a zip.

    Raises
    ------
    LabelFileError
        If it cannot be written.
    """
    in_zip = target.suffix.casefold() == ".zip"
    with TemporaryDirectory(prefix="zonemap-") as folder:
        made = Path(folder) / (target.stem if in_zip else target.name)
        if made.suffix.casefold() == ".geojson" and points.collection is not None:
            made.write_text(_collection(points.collection, labels), encoding="utf-8", newline="\n")
            notes: tuple[str, ...] = ()
        else:
            notes = _through_gdal(points, labels, made, target)
        files = {file.name: file.read_bytes() for file in sorted(made.parent.iterdir())}
    content = zipped(files) if in_zip else files[made.name]
    try:
        write_whole(target, content)
    except OSError as error:
        raise LabelFileError(target, f"cannot be written: {error.strerror}") from error
    return notes


def _collection(told: dict[str, Any], labels: pa.Table) -> str:
    """Return a GeoJSON text as it was, with labels among the properties, a feature a line."""
    lines = []
    for feature, new in zip(told["features"], labels.to_pylist(), strict=True):
        labelled = feature | {"properties": (feature.get("properties") or {}) | new}
        lines.append(json.dumps(labelled, ensure_ascii=False))
    before = {key: value for key, value in told.items() if key != "features"}
    head = json.dumps(before, ensure_ascii=False).removesuffix("}")
    features = ",\n".join(lines)
    return f'{head}{", " if before else ""}"features": [\n{features}\n]}}\n'


def _through_gdal(points: LayerPoints, labels: pa.Table, made: Path, target: Path) -> tuple[str, ...]:
    import pyogrio  # noqa: PLC0415

    ending = made.suffix.casefold()
    driver, options = _DRIVERS[ending]
    table, renamed = points.table, {}
    for name in labels.column_names:
        short = name[:_LONGEST_NAME] if ending == ".shp" else name
        if short != name:
            renamed[name] = short
        table = table.append_column(short, labels[name])
    held = pa.field("geometry", pa.binary(), metadata={"ARROW:extension:name": "ogc.wkb"})
    table = table.append_column(held, points.shapes).replace_schema_metadata()
    notes = [f"names in a Shapefile have ten letters: {name} is {short}" for name, short in renamed.items()]
    if ending == ".geojson" and not points.crs.equals(WGS84, ignore_axis_order=True):
        notes.append("GeoJSON is in WGS 84: the points were transformed")
    with gdal_setting(*_CLOCK), warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            pyogrio.write_arrow(
                table, made, driver=driver, layer=target.stem if ending != ".gpkg" else points.name,
                geometry_name="geometry", geometry_type=_kind(points.kind), crs=points.crs.to_wkt(), **options,
            )  # fmt: skip
        except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, RuntimeError) as error:
            raise LabelFileError(target, f"cannot be written as {driver}: {error}") from error
    return (*notes, *dict.fromkeys(str(one.message) for one in told))


def _kind(kind: str) -> str:
    """Return a kind of geometry as pyogrio wants it named."""
    return kind if kind in {"Point", "MultiPoint", "Point Z", "MultiPoint Z"} else "Unknown"

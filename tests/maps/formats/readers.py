"""Every format read by somebody else's reader: rows by id, and a shape for each."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO, Any
from unittest import mock
from xml.etree import ElementTree as ET

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import shapely
from openpyxl.utils.escape import unescape

Row = dict[str, Any]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@dataclass(frozen=True)
class Read:
    """What a reader found."""

    rows: dict[str, Row]
    shapes: dict[str, shapely.Geometry | None]


def ids(rows: list[Row], shapes: list[Any] | None = None) -> Read:
    told = {str(row["id"]): row for row in rows}
    assert len(told) == len(rows), "an id comes twice"
    return Read(told, dict(zip(told, shapes or [None] * len(rows), strict=True)))


def gdal(path: Path | str, layer: str | None = None, **options: Any) -> Read:
    frame = pyogrio.read_dataframe(path, layer=layer, use_arrow=False, **options)
    rows = pd.DataFrame(frame.drop(columns="geometry", errors="ignore")).to_dict("records")
    return ids(rows, list(frame.geometry) if "geometry" in frame else None)


def geojson(path: Path, layer: str) -> Read:
    told = json.loads(path.read_text(encoding="utf-8"))
    return features(told["features"])


def features(listed: list[Any]) -> Read:
    rows = [feature["properties"] | {"id": feature["id"]} for feature in listed]
    return ids(rows, [f["geometry"] and shapely.geometry.shape(f["geometry"]) for f in listed])


def sequence(path: Path, layer: str) -> Read:
    texts = path.read_text(encoding="utf-8").split("\n")
    assert texts.pop() == ""
    if path.suffix == ".geojsons":
        assert all(text[0] == "\x1e" for text in texts)
        texts = [text[1:] for text in texts]
    return features([json.loads(text) for text in texts])


def geoparquet(path: Path, layer: str) -> Read:
    rows: list[Row] = as_model(pq.read_table(path).to_pylist())
    shapes = [row.pop("geometry", None) for row in rows]
    return ids(rows, [shape and shapely.from_wkb(shape) for shape in shapes])


def as_model(value: Any) -> Any:
    """Return a value as the full model has it: days in text."""
    if isinstance(value, list):
        return [as_model(item) for item in value]
    if isinstance(value, dict):
        return {key: as_model(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def comma_separated(path: Path, layer: str) -> Read:
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, tags, *rows = csv.reader(file)
    assert all(tag.startswith("#") for tag in tags)
    return ids([dict(zip(head, row, strict=True)) for row in rows])


def spreadsheet(path: Path, layer: str) -> Read:
    with mock.patch("openpyxl.reader.excel.read_string_table", strings):
        book = openpyxl.load_workbook(path)
    head, *rows = book[layer].iter_rows()
    assert all(cell.data_type != "f" for row in (head, *rows) for cell in row), "a cell is a formula"
    return ids([{h.value: cell.value for h, cell in zip(head, row, strict=True)} for row in rows])


def strings(source: IO[bytes]) -> list[str]:
    """Return the texts of a workbook as spreadsheets show them: openpyxl drops `x005F_` wherever it stands."""
    items = ET.parse(source).getroot()
    return ["".join(unescape(part.text or "") for part in item.iter(f"{{{MAIN}}}t")) for item in items]


def shapefile(path: Path, layer: str) -> Read:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
    return gdal(f"/vsizip/{path}/{layer}.shp")


def kml(path: Path, layer: str) -> Read:
    rows: list[Row] = []
    shapes: list[Any] = []
    for folder, _ in pyogrio.list_layers(path):
        frame = pyogrio.read_dataframe(path, layer=folder)
        found = pd.DataFrame(frame.drop(columns="geometry")).to_dict("records")
        is_claims = folder == "Claims"
        if is_claims == (layer == "claims"):
            rows += found
            shapes += list(frame.geometry)
    return ids(rows, shapes)


def topojson(path: Path, layer: str) -> Read:
    """GDAL reads the shapes; json reads the properties, which GDAL would flatten."""
    told = json.loads(path.read_text(encoding="utf-8"))
    rows = [g["properties"] for g in told["objects"][layer]["geometries"]]
    placed = gdal(path, layer).shapes if rows else {}
    return ids(rows, [placed.get(row["id"]) for row in rows])


READERS: dict[str, Callable[[Path, str], Read]] = {
    ".geojson": geojson,
    ".geojsons": sequence,
    ".geojsonl": sequence,
    ".gpkg": gdal,
    ".parquet": geoparquet,
    ".fgb": gdal,
    ".shp.zip": shapefile,
    ".topojson": topojson,
    ".csv": comma_separated,
    ".xlsx": spreadsheet,
    ".kml": kml,
}

"""Days are dates in every format that has a type for them, so that a time slider or a sort finds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import csvw
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pyogrio
import pytest

from maps.formats import save
from zones import ZoneSet
from zones.zone_set import Layer

Found = tuple[str, dict[str, date | None]]
"""What a reader takes a column for, and the day of each id."""


def gdal(path: Path, layer: str, column: str) -> Found:
    source = f"/vsizip/{path}" if path.suffix == ".zip" else path
    meta = pyogrio.read_info(source, layer=layer)
    kinds = dict(zip(meta["fields"], meta["ogr_types"], strict=True))
    frame = pyogrio.read_dataframe(source, layer=layer, columns=["id", column], read_geometry=False)
    days = [None if pd.isna(day) else day.date() for day in frame[column]]
    return kinds[column], dict(zip(frame["id"], days, strict=True))


def parquet(path: Path, layer: str, column: str) -> Found:
    told = pq.read_table(path, columns=["id", column])
    kind = "date" if told.schema.field(column).type == pa.date32() else "text"
    return kind, dict(zip(*told.to_pydict().values(), strict=True))


def sheet(path: Path, layer: str, column: str) -> Found:
    head, *rows = openpyxl.load_workbook(path)[layer].iter_rows()
    index = [cell.value for cell in head].index(column)
    cells = {str(row[0].value): row[index] for row in rows}
    formats = {cell.number_format for cell in cells.values() if cell.value is not None}
    days = {key: cell.value.date() if cell.is_date else cell.value for key, cell in cells.items()}
    return ", ".join(formats), days


def comma_separated(path: Path, layer: str, column: str) -> Found:
    (found,) = csvw.CSVW(f"{path}-metadata.json", validate=True).tables
    kinds = {one.name: one.datatype.base for one in found.tableSchema.columns}
    days = {row["id"]: row[column] and row[column].date() for row in found}
    return kinds[column], days


READERS: dict[str, tuple[str, Callable[[Path, str, str], Found]]] = {
    ".gpkg": ("OFTDate", gdal),
    ".shp.zip": ("OFTDate", gdal),
    ".fgb": ("OFTDateTime", gdal),  # it has a type for times only
    ".parquet": ("date", parquet),
    ".xlsx": ("yyyy-mm-dd", sheet),
    ".csv": ("date", comma_separated),
}


@pytest.mark.parametrize("ending", READERS)
def test_a_claim_is_said_on_a_day(ending: str, sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    kind, reader = READERS[ending]
    path = save(sets["seeds"], tmp_path / f"a{ending}", layer="claims")
    found, days = reader(path, "claims", "said_on")
    assert found == kind
    wanted = {claim.id: claim.said_on for claim in sets["seeds"].claims if claim.zone or ending != ".fgb"}
    assert days == wanted
    assert None in days.values()
    assert date(2017, 6, 22) in days.values()


@pytest.mark.parametrize("ending", [ending for ending in READERS if ending not in {".fgb", ".shp.zip"}])
def test_a_document_is_published_on_a_day(ending: str, sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    kind, reader = READERS[ending]
    path = save(sets["seeds"], tmp_path / f"a{ending}", layer="evidence")
    found, days = reader(path, "evidence", "published")
    assert found == kind
    assert set(days.values()) == {document.published for document in sets["seeds"].documents}


def test_a_day_before_those_that_spreadsheets_count_stays_text(
    sets: dict[str, ZoneSet], tmp_path: Path
) -> None:
    first, second, *others = sorted(sets["seeds"].claims, key=lambda claim: claim.id)
    old = replace(first, said_on=date(1900, 2, 28)), replace(second, said_on=date(1901, 1, 1))
    claims: Layer = "claims"
    path = save(replace(sets["seeds"], claims=(*old, *others)), tmp_path / "a.xlsx", layer=claims)
    _, days = sheet(path, claims, "said_on")
    assert days[first.id] == "1900-02-28"
    assert days[second.id] == date(1901, 1, 1)

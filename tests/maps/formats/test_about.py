"""Every file says what made it, from which documents and boundaries, whom to name and how to cite it."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from xml.etree.ElementTree import parse

import openpyxl
import pyarrow.parquet as pq
import pyogrio
import pytest

from maps.formats import FORMATS, save
from maps.formats.geoparquet import ABOUT
from zones import ZoneSet
from zones.about import NOTICE, about


def in_json(path: Path) -> str:
    return json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False)


def in_sequence(path: Path) -> str:
    first = path.read_text(encoding="utf-8").split("\n", 1)[0].lstrip("\x1e")
    return json.dumps(json.loads(first)["about"], ensure_ascii=False)


def in_geopackage(path: Path) -> str:
    with closing(sqlite3.connect(path)) as file:
        return str(file.execute("SELECT topic, words FROM about").fetchall())


def in_parquet(path: Path) -> str:
    return pq.read_schema(path).metadata[ABOUT].decode("utf-8")


def in_flatgeobuf(path: Path) -> str:
    return str(pyogrio.read_info(path)["layer_metadata"]["DESCRIPTION"])


def in_kml(path: Path) -> str:
    return parse(path).findtext("{*}Document/{*}description") or ""


def in_zip(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("README.txt").decode("utf-8")


def beside(path: Path) -> str:
    return in_json(path.with_name(path.name + "-metadata.json"))


def in_sheet(path: Path) -> str:
    return str([[c.value for c in row] for row in openpyxl.load_workbook(path)["about"].iter_rows()])


WHERE: dict[str, Callable[[Path], str]] = {
    ".geojson": in_json,
    ".json": in_json,
    ".geojsons": in_sequence,
    ".geojsonl": in_sequence,
    ".gpkg": in_geopackage,
    ".parquet": in_parquet,
    ".geoparquet": in_parquet,
    ".fgb": in_flatgeobuf,
    ".kml": in_kml,
    ".shp.zip": in_zip,
    ".zip": in_zip,
    ".topojson": in_json,
    ".csv": beside,
    ".xlsx": in_sheet,
}


def test_no_ending_is_forgotten() -> None:
    assert set(WHERE) == {ending for known in FORMATS for ending in known.endings}


@pytest.mark.parametrize("ending", WHERE)
def test_a_file_says_what_it_rests_on(ending: str, sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    zone_set = sets["seeds"]
    found = WHERE[ending](save(zone_set, tmp_path / f"zones{ending}")).replace("&#x27;", "'")
    assert "deescalation-zones" in found
    assert about(zone_set).version in found
    assert NOTICE in found
    for document in zone_set.documents:
        assert document.id in found
        assert document.sha256 in found
        assert str(document.published) in found
        assert str(document.title).replace("'", "")[:40] in found
    assert zone_set.boundaries.sha256 in found
    assert zone_set.boundaries.title in found
    for name in ("UN OCHA", "geoBoundaries", "GeoNames", "Natural Earth", "CC BY 3.0 IGO", "CC BY 4.0"):
        assert name in found
    assert "Zones reconstructed with deescalation-zones" in found


def test_the_citation_names_everything_needed_to_find_the_same_again(sets: dict[str, ZoneSet]) -> None:
    citation = about(sets["seeds"]).citation
    assert citation.startswith(f"Zones reconstructed with deescalation-zones {about(sets['seeds']).version}")
    assert "Al-Masdar News (AMN), 2017-06-23" in citation
    assert "geoBoundaries" in citation
    assert "None" not in citation

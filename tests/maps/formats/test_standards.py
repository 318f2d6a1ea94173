"""What each format's own standard asks, beyond what a forgiving reader needs."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import geopandas
import pandas as pd
import pyarrow.parquet as pq
import pyogrio
import pytest
import shapely

import zones
from maps.formats import LAYERS, save
from zones import ZoneSet
from zones.review import read_review

HXL_TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


@pytest.fixture
def gpkg(zone_set: ZoneSet, tmp_path: Path) -> Path:
    return save(zone_set, tmp_path / "zones.gpkg")


def test_a_geopackage_has_its_layers_and_is_sound(gpkg: Path) -> None:
    layers = {str(name) for name, _ in pyogrio.list_layers(gpkg)}
    assert layers == {*LAYERS, "about", "layer_styles"}
    with closing(sqlite3.connect(gpkg)) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
        assert file.execute("PRAGMA application_id").fetchone() == (0x47504B47,)
        assert file.execute("PRAGMA user_version").fetchone() == (10300,), "GDAL before 3.7 warns of 1.4"
        kinds = dict(file.execute("SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))
    assert kinds == dict.fromkeys(("zones", "members", "units"), "MULTIPOLYGON") | {"claims": "POINT"}


def test_each_layer_with_geometry_has_a_default_style_that_is_well_formed(
    gpkg: Path, zone_set: ZoneSet
) -> None:
    with closing(sqlite3.connect(gpkg)) as file:
        rows = file.execute(
            "SELECT f_table_name, f_geometry_column, useAsDefault, styleQML FROM layer_styles"
        ).fetchall()
        columns = dict(file.execute("SELECT table_name, column_name FROM gpkg_geometry_columns"))
    assert {row[0] for row in rows} == set(columns)
    for layer, column, default, text in rows:
        assert (column, default) == (columns[layer], 1)
        style = ET.fromstring(text)
        symbols = {s.get("name") for s in style.findall("renderer-v2/symbols/symbol")}
        rules = style.findall("renderer-v2/rules/rule")
        assert {rule.get("symbol") for rule in rules} == symbols
        if layer == "zones":
            assert len(rules) == 2 * len(zone_set.zones)


def test_rules_of_the_zones_style_select_each_row_once(sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    """The filters are SQL as far as they go, so SQLite can run them."""
    with closing(sqlite3.connect(save(sets["hostile"], tmp_path / "zones.gpkg"))) as file:
        (text,) = file.execute("SELECT styleQML FROM layer_styles WHERE f_table_name = 'zones'").fetchone()
        counts = [
            file.execute(f"SELECT count(*) FROM zones WHERE {rule.get('filter')}").fetchone()[0]
            for rule in ET.fromstring(text).iter("rule")
        ]
        assert sum(counts) == file.execute("SELECT count(*) FROM zones").fetchone()[0]
        assert max(counts) == 1


def test_geoparquet_is_read_by_geopandas_and_narrowed_by_its_covering(
    sets: dict[str, ZoneSet], tmp_path: Path
) -> None:
    path = save(sets["seeds"], tmp_path / "units.parquet", layer="units")
    everything = geopandas.read_parquet(path)
    assert everything.crs == "EPSG:4326"
    assert len(everything) == 272
    box = (36.5, 35.6, 36.9, 36.0)
    near = geopandas.read_parquet(path, bbox=box)
    assert 0 < len(near) < 40
    assert set(everything.cx[box[0] : box[2], box[1] : box[3]]["pcode"]) <= set(near["pcode"])


def test_lists_are_lists_in_parquet(sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    frame = pd.read_parquet(save(sets["nothing"], tmp_path / "none.parquet"), columns=["members", "extent"])
    assert frame.empty
    frame = pd.read_parquet(save(sets["seeds"], tmp_path / "zones.parquet"))
    first = frame.set_index("id").loc["idlib-whole"]
    assert first["members"][0]["pcode"] == "SY07"
    assert first["members"][0]["evidence"][0]["document"] == "seed-000"


def test_flatgeobuf_answers_for_a_box_by_its_index(sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    path = save(sets["seeds"], tmp_path / "units.fgb", layer="units")
    assert pyogrio.read_info(path)["capabilities"]["fast_spatial_filter"]
    assert 0 < len(pyogrio.read_dataframe(path, bbox=(36.5, 35.6, 36.9, 36.0))) < 40


@pytest.mark.parametrize("layer", LAYERS)
def test_csv_has_a_row_of_hxl_tags(layer: str, zone_set: ZoneSet, tmp_path: Path) -> None:
    path = save(zone_set, tmp_path / "a.csv", layer=layer)  # type: ignore[arg-type]
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, tags = next(rows := csv.reader(file)), next(rows)
    assert len(head) == len(tags) == len(set(head))
    assert all(HXL_TAG.fullmatch(tag) for tag in tags)
    columns = json.loads((tmp_path / "a.csv-metadata.json").read_text())["tableSchema"]["columns"]
    assert [column["name"] for column in columns] == head


def test_csv_of_members_has_pcodes_of_all_levels(sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    frame = pd.read_csv(save(sets["seeds"], tmp_path / "m.csv"), skiprows=[1]).set_index("id")
    row = frame.loc["northern-homs-SY040400"]
    assert (row["adm1_pcode"], row["adm2_pcode"], row["adm3_pcode"]) == ("SY04", "SY0404", "SY040400")
    whole = frame.loc["idlib-SY07"]
    assert whole["adm1_name"] == "Idleb"
    assert pd.isna(whole["adm2_pcode"])


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_cell_of_a_table_acts(ending: str, sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    path = save(sets["hostile"], tmp_path / f"a{ending}", layer="claims")
    frame = (
        pd.read_csv(path, dtype=str, keep_default_na=False)
        if ending == ".csv"
        else pd.read_excel(path, dtype=str)
    )
    cells = [text for column in frame for text in frame[column].dropna()]
    assert any("cmd|" in text for text in cells)
    assert not [text for text in cells if text[:1] in set("=+-@\t\r\n＝＋－＠")]
    assert not [text for text in cells if text.strip()[:1] in set("=+-@＝＋－＠")]


def test_kml_is_well_formed_and_its_balloons_hold_no_markup_of_documents(
    zone_set: ZoneSet, tmp_path: Path
) -> None:
    path = save(zone_set, tmp_path / "zones.kml")
    root = ET.parse(path).getroot()
    folders = [folder.findtext("{*}name") for folder in root.iter("{http://www.opengis.net/kml/2.2}Folder")]
    assert len(folders) == len(zone_set.zones) + 1
    styles = {style.get("id") for style in root.iter("{http://www.opengis.net/kml/2.2}Style")}
    for placemark in root.iter("{http://www.opengis.net/kml/2.2}Placemark"):
        assert str(placemark.findtext("{*}styleUrl"))[1:] in styles
        balloon = ET.fromstring(f"<b>{placemark.findtext('{*}description')}</b>")
        assert {part.tag for part in balloon.iter()} == {"b", "dl", "dt", "dd"}
        assert "evidence" in [part.text for part in balloon.iter("dt")]


def test_a_zip_of_shapefiles_lists_what_it_could_not_hold(sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    with zipfile.ZipFile(save(sets["seeds"], tmp_path / "zones.shp.zip")) as archive:
        names = set(archive.namelist())
        readme = archive.read("README.txt").decode("utf-8")
        assert archive.read("zones.cpg") == b"UTF-8"
    for layer in ("zones", "members", "claims"):
        assert {f"{layer}.{end}" for end in ("shp", "shx", "dbf", "prj", "cpg")} <= names
    assert "claims.shp: the column reported_by is called reporter" in readme
    assert "claims.shp: evidence: cut after 254 bytes in" in readme
    assert "zones.shp: members: the list is told in words" in readme


def test_topojson_tells_a_shared_border_once(sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    path = save(sets["seeds"], tmp_path / "units.topojson", layer="units")
    told = json.loads(path.read_text(encoding="utf-8"))
    used = [
        arc if arc >= 0 else ~arc
        for unit in told["objects"]["units"]["geometries"]
        for polygon in unit["arcs"]
        for ring in polygon
        for arc in ring
    ]
    counts = {arc: used.count(arc) for arc in set(used)}
    assert set(counts) == set(range(len(told["arcs"])))
    assert max(counts.values()) == 2, "a border is of two units at most"
    assert (
        path.stat().st_size < 0.7 * save(sets["seeds"], tmp_path / "u.geojson", layer="units").stat().st_size
    )


def test_positions_keep_six_decimals(sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    for ending in (".fgb", ".gpkg", ".geojson"):
        frame = pyogrio.read_dataframe(
            save(sets["seeds"], tmp_path / f"a{ending}", layer="zones"), layer="zones"
        )
        numbers = shapely.get_coordinates(frame.geometry)
        assert abs(numbers - numbers.round(6)).max() < 1e-12


@pytest.mark.parametrize("ending", [".geojson", ".gpkg", ".fgb", ".parquet", ".shp.zip", ".kml"])
def test_what_geopandas_reads_joins_with_anybodys_frame(
    ending: str, sets: dict[str, ZoneSet], tmp_path: Path
) -> None:
    """geopandas warns where two reference systems differ, be it in name only; warnings are errors here."""
    path = save(sets["seeds"], tmp_path / f"a{ending}", layer="zones")
    if ending == ".parquet":
        frame = geopandas.read_parquet(path)
    else:
        frame = geopandas.read_file(f"/vsizip/{path}" if ending == ".shp.zip" else path, layer=0)
    camps = geopandas.GeoDataFrame(geometry=geopandas.points_from_xy([36.63], [35.93]), crs="EPSG:4326")
    assert geopandas.sjoin(camps, frame)["extent"].tolist() == ["whole"]


def test_a_mended_claim_fits_into_geoparquet_with_its_verdict(tmp_path: Path) -> None:
    text = tmp_path / "talks.txt"
    text.write_text(
        "The zone covers northern Homs. Peruvian police may patrol the zone in Homs.", encoding="utf-8"
    )
    review = read_review("""
        by = "R. Haddad"
        on = 2026-11-30
        [[decision]]
        do = "mend claim"
        quote = "Peruvian police may patrol the zone in Homs"
        nationality = "PE"
        status = "possible"
        to = {status = "proposed"}
        """)
    path = save(zones.load(text).review(review), tmp_path / "a.parquet", layer="zones")
    ((claim,),) = pq.read_table(path, columns=["claims"]).column("claims").to_pylist()
    assert claim["status"] == "proposed"
    assert (claim["verdict"]["by"], claim["verdict"]["on"]) == ("R. Haddad", date(2026, 11, 30))
    assert dict(claim["verdict"]["was"]) == {"status": "possible"}

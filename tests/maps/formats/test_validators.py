"""Each format checked by its own validator, with the seeds' zones, with hostile texts, and with none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import csvw
import geoparquet_validator
import pytest
from fastkml import KML
from fastkml.validator import get_schema_parser
from lxml import etree
from osgeo_utils.samples import validate_gpkg

from maps.formats import LAYERS, format_of, save
from maps.formats.table import table
from zones import ZoneSet
from zones.zone_set import Layer

SHAPED = format_of("a.kml").layers


def only_table(path: Path) -> Any:
    """The table that a CSV's metadata describe, which its validator finds nothing wrong with."""
    found = csvw.CSVW(str(path) + "-metadata.json", validate=True)
    assert found.is_valid, [str(warning.message) for warning in found.warnings]
    (only,) = found.tables
    return only


@pytest.mark.parametrize("layer", LAYERS)
def test_csv_on_the_web(layer: Layer, zone_set: ZoneSet, tmp_path: Path) -> None:
    """The validator compares every cell with its column's type, and ids with each other."""
    held = table(zone_set, layer)
    rows = list(only_table(save(zone_set, tmp_path / "a.csv", layer=layer)))
    assert [row["id"] for row in rows] == [row["id"] for row in held.rows]


@pytest.mark.parametrize("name", ["a b.csv", "#1?.csv", "زون.csv", "100%.csv"])
def test_metadata_find_their_csv_whatever_its_name(
    name: str, sets: dict[str, ZoneSet], tmp_path: Path
) -> None:
    """By the rules for addresses; csvw 4.1 itself takes them for names of files as they stand."""
    path = save(sets["nothing"], tmp_path / name)
    beside = path.with_name(f"{name}-metadata.json")
    url = json.loads(beside.read_text(encoding="utf-8"))["url"]
    assert urljoin(beside.as_uri(), url) == path.as_uri()


def test_metadata_have_no_key_that_the_vocabulary_does_not_know(
    sets: dict[str, ZoneSet], tmp_path: Path
) -> None:
    """The validator lets pass what the standard (5.2, 6.1) does not: keys of common properties without prefixes."""
    path = save(sets["seeds"], tmp_path / "a.csv")
    told = json.loads(path.with_name("a.csv-metadata.json").read_text(encoding="utf-8"))
    own = {"@context", "url", "dialect", "tableSchema"}
    assert own <= set(told)

    def keys(value: Any) -> set[str]:
        if isinstance(value, list):
            return {key for item in value for key in keys(item)}
        return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()

    common = {key: value for key, value in told.items() if key not in own}
    assert {key.partition(":")[0] for key in keys(common)} == {"dc", "schema"}


@pytest.mark.parametrize("layer", [None, *SHAPED])
def test_kml_by_the_schema_of_the_ogc(layer: Layer | None, zone_set: ZoneSet, tmp_path: Path) -> None:
    path = save(zone_set, tmp_path / "a.kml", layer=layer)
    schema = get_schema_parser()
    assert schema.validate(etree.parse(path)), schema.error_log


def test_fastkml_finds_every_claim_with_its_day(sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    (document,) = KML.parse(save(sets["seeds"], tmp_path / "a.kml", layer="claims")).features
    (folder,) = document.features
    placemarks = folder.features
    days = [str(p.times.timestamp.dt) if p.times else None for p in placemarks]
    claims = sorted(sets["seeds"].claims, key=lambda claim: claim.id)
    assert days == [claim.said_on and str(claim.said_on) for claim in claims]
    assert any(days)
    assert all(p.description for p in placemarks)


@pytest.mark.parametrize("layer", SHAPED)
def test_geoparquet(layer: Layer, zone_set: ZoneSet, tmp_path: Path) -> None:
    report = geoparquet_validator.check(str(save(zone_set, tmp_path / "a.parquet", layer=layer)))
    assert [geoparquet_validator.failed(report, part) for part in ("core", "covering")] == [[], []], report
    passed = {outcome["id"] for outcome in report["outcomes"] if outcome["status"] == "pass"}
    assert {"/conf/core/crs-projjson", "/conf/core/orientation-rings", "/conf/covering/bbox-paths"} <= passed


def test_geopackage(zone_set: ZoneSet, tmp_path: Path) -> None:
    """By GDAL's checker, which asks what the standard requires, number by number; its warnings count too."""
    path = str(save(zone_set, tmp_path / "a.gpkg"))
    assert validate_gpkg.check(path, extra_checks=True, warning_as_error=True) == []

"""What an independent reader finds in a file is what the model says, hostile texts included."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import shapely

from geodata.unit import Level
from maps.formats import LAYERS, encode, format_of, save
from maps.formats.shapefile import FIELDS, MOST_BYTES
from maps.formats.text import for_c, for_xml, restored
from tests.maps.formats.readers import READERS, Read
from zones import ZoneSet
from zones.geometry_json import multipolygon

Row = dict[str, Any]

CLEAN: dict[str, Callable[[str], str]] = {
    ".gpkg": for_c,
    ".fgb": for_c,
    ".shp.zip": for_c,
    ".csv": for_c,
    ".xlsx": for_xml,
    ".kml": for_xml,
}
IN_WORDS = {".xlsx", ".shp.zip"}
DEFUSED = {".csv", ".xlsx"}
SHAPELESS = {".csv", ".xlsx"}
CASES = [(ending, layer) for ending in READERS for layer in LAYERS if layer in format_of(f"a{ending}").layers]


def told(zone_set: ZoneSet, layer: str) -> dict[str, Row]:
    """The rows of a layer, from the model itself."""
    model: dict[str, Any] = zone_set.to_dict()
    if layer == "claims":
        made = {c.id: {"made_by": str(c.made_by), "verdict": c.verdict} for c in zone_set.claims}
        return {claim["id"]: claim | made[claim["id"]] for claim in model["claims"]}
    if layer == "passed_over":
        rows = model["passed_over"]
        return {f"passed-over-{i:0{len(str(len(rows)))}}": row for i, row in enumerate(rows, 1)}
    if layer == "units":
        return {
            unit.pcode: {"pcode": unit.pcode, "name": unit.name, "name_ar": unit.name_ar}
            for unit in zone_set.units.at_level(Level.SUBDISTRICT)
        }
    if layer == "members":
        return {
            f"{zone['id']}-{member['pcode']}": member | {"zone": zone["id"], "zone_name": zone["name"]}
            for zone in model["zones"]
            for member in zone["members"]
        }
    if layer == "evidence":
        return {
            f"claim-{claim['id']}-{i}": {"subject": "claim", "subject_id": claim["id"]} | quotation
            for claim in model["claims"]
            for i, quotation in enumerate(claim["evidence"], 1)
        }
    keys = ("name", "kind", "differs", "unresolved", "checks", "evidence")
    return {
        f"{zone['id']}-{extent}": {key: zone[key] for key in keys}
        | {"area_km2": zone["area_km2"][extent], "extent": extent}
        | {"members": [m for m in zone["members"] if m["extent"] == extent]}
        for zone in model["zones"]
        for extent in ("whole", "part")
        if zone["area_km2"][extent]
    }


def shapes(zone_set: ZoneSet, layer: str) -> dict[str, shapely.Geometry]:
    if layer == "zones":
        return {
            f"{zone.id}-{extent}": multipolygon(shape)
            for zone in zone_set.zones
            for extent, shape in (("whole", zone.whole), ("part", zone.part))
            if not shape.is_empty
        }
    if layer == "members":
        return {
            f"{zone.id}-{m.pcode}": zone_set.units.geometry(m.pcode)
            for zone in zone_set.zones
            for m in zone.members
        }
    if layer == "units":
        return {unit: zone_set.units.geometry(unit) for unit in zone_set.units.codes}
    return {}


def cell(value: Any, ending: str) -> Any:
    """A cell as the model has it: absent as None, text as written, days in text, lists from JSON."""
    if value is None or value is pd.NaT or value == "" or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    return restored(value, parted=ending == ".csv") if ending in DEFUSED and isinstance(value, str) else value


def expected(value: Any, ending: str, clean: Callable[[str], str]) -> Any:
    if value == "":
        return None
    if not isinstance(value, str):
        return value
    text = clean(value)
    return shortened(text).strip(" ") if ending == ".shp.zip" else text


def shortened(text: str) -> str:
    """By the rule that the README in the zip states."""
    if len(text.encode()) <= MOST_BYTES:
        return text
    while len(text.encode()) > MOST_BYTES - 3:
        text = text[:-1]
    return text + "…"


def agree(row: Row, wanted: Row, ending: str) -> None:
    clean = CLEAN.get(ending, str)
    for key, value in wanted.items():
        column = FIELDS.get(key, key) if ending == ".shp.zip" else key
        if ending == ".kml" and key in {"name", "id"}:
            continue  # a placemark has a name of its own
        if ending == ".xlsx" and key == "evidence" and column not in row:
            continue  # the text of a sentence passed over is its quotation, and `sources` says where it stands
        came = cell(row.get(column) if ending == ".kml" else row[column], ending)
        if isinstance(value, list):
            if ending in IN_WORDS:
                continue
            if isinstance(came, str):
                text = clean(json.dumps(value, ensure_ascii=False))
                assert json.loads(came) == json.loads(text), key
            else:
                assert came == value, key
        elif isinstance(value, bool):
            assert str(came).lower() in ({"true", "1", "1.0", "t"} if value else {"false", "0", "0.0", "f"})
        elif isinstance(value, float | int):
            assert float(came) == pytest.approx(value, abs=1e-9), key
        else:
            assert came == expected(value, ending, clean), key


@pytest.mark.parametrize(("ending", "layer"), CASES, ids=[f"{e}-{n}" for e, n in CASES])
def test_a_reader_finds_the_model(ending: str, layer: str, zone_set: ZoneSet, tmp_path: Path) -> None:
    path = save(zone_set, tmp_path / f"زون{ending}", layer=layer)  # type: ignore[arg-type]
    wanted = told(zone_set, layer)
    if not wanted and ending in {".geojsons", ".geojsonl", ".kml"}:
        assert path.exists()
        return
    if ending == ".fgb" and layer == "claims":  # it leaves out what lies nowhere
        wanted = {key: row for key, row in wanted.items() if row["zone"] is not None}
    found: Read = READERS[ending](path, layer)
    if layer == "evidence":
        assert set(wanted) <= set(found.rows)
    else:
        assert set(found.rows) == set(wanted)
    for key, row in wanted.items():
        agree(found.rows[key], row, ending)
    if ending not in SHAPELESS:
        for key, shape in shapes(zone_set, layer).items():
            came = found.shapes[key]
            assert came is not None
            assert came.is_valid
            assert shapely.area(shapely.symmetric_difference(came, shape)) < 1e-9, key


@pytest.mark.parametrize("ending", [".gpkg", ".xlsx", ".shp.zip"])
def test_a_file_of_many_layers_holds_each(ending: str, zone_set: ZoneSet, tmp_path: Path) -> None:
    path = save(zone_set, tmp_path / f"zones{ending}")
    for layer in format_of(path).default:
        assert set(told(zone_set, layer)) <= set(READERS[ending](path, layer).rows)


def test_claims_lie_inside_their_zone_or_nowhere(sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    zone_set = sets["seeds"]
    outlines = {zone.id: zone.geometry() for zone in zone_set.zones}
    for ending in READERS.keys() - SHAPELESS:
        read = READERS[ending](save(zone_set, tmp_path / f"c{ending}", layer="claims"), "claims")
        for claim in zone_set.claims:
            point = read.shapes[claim.id] if ending != ".fgb" or claim.zone else None
            assert (point is None) == (claim.zone is None)
            assert claim.zone is None or outlines[claim.zone].contains(point)


def test_arabic_names_survive_in_every_format_that_has_members(
    sets: dict[str, ZoneSet], tmp_path: Path
) -> None:
    for ending in READERS:
        read = READERS[ending](save(sets["seeds"], tmp_path / f"m{ending}", layer="members"), "members")
        assert read.rows["northern-homs-SY040400"]["name_ar"] == "مركز الرستن"


def test_encode_is_what_save_writes(sets: dict[str, ZoneSet], tmp_path: Path) -> None:
    path = save(sets["seeds"], tmp_path / "zones.csv")
    made = encode(sets["seeds"], "zones.csv")
    assert path.read_bytes() == made.content
    assert {p.name for p in tmp_path.iterdir()} == {"zones.csv", "zones.csv-metadata.json"}
    assert (tmp_path / "zones.csv-metadata.json").read_bytes() == made.beside["-metadata.json"]

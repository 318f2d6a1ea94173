"""GeoJSON by RFC 7946: read by others, the same bytes each time, and nothing half-written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import geopandas as gpd
import pytest
import shapely

import maps
import zones
from geodata.atomic import write_whole
from maps.geojson import feature_collection, to_geojson
from zones import ZoneSet
from zones.documents import seed_paths
from zones.zone_set import Layer

LAYERS: tuple[Layer, ...] = get_args(Layer)


@pytest.fixture(scope="module", params=LAYERS)
def layer(request: pytest.FixtureRequest) -> Layer:
    found: Layer = request.param
    return found


@pytest.fixture(scope="module")
def text(zone_set: ZoneSet, layer: Layer) -> str:
    return to_geojson(zone_set, layer)


@pytest.fixture(scope="module")
def read(text: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(text)
    return told


def positions(node: Any) -> Iterator[list[float]]:
    if node and isinstance(node[0], float | int):
        yield node
    else:
        for child in node:
            yield from positions(child)


def rings(geometry: dict[str, Any] | None) -> Iterator[list[list[list[float]]]]:
    """Yield the rings of each polygon."""
    if geometry is None or geometry["type"] == "Point":
        return
    assert geometry["type"] in {"Polygon", "MultiPolygon"}
    yield from [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]


def turns_left(ring: list[list[float]]) -> bool:
    doubled = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
    return doubled > 0


def test_members_of_the_standard_and_none_that_it_forbids(read: dict[str, Any], layer: Layer) -> None:
    assert read["type"] == "FeatureCollection"
    assert read["name"] == layer
    assert "crs" not in read
    for feature in read["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        assert feature["type"] == "Feature"


def test_right_hand_rule(read: dict[str, Any]) -> None:
    for feature in read["features"]:
        for outer, *inner in rings(feature["geometry"]):
            assert turns_left(outer), feature["id"]
            assert not any(map(turns_left, inner)), feature["id"]
            assert all(ring[0] == ring[-1] for ring in (outer, *inner))


def test_at_most_six_decimals_longitude_first_and_within_the_box(read: dict[str, Any]) -> None:
    if read["name"] in {"evidence", "passed_over"}:
        assert "bbox" not in read
        assert not any(feature["geometry"] for feature in read["features"])
        return
    west, south, east, north = read["bbox"]
    assert 35 < west < east < 43
    assert 32 < south < north < 38
    for feature in filter(lambda f: f["geometry"], read["features"]):
        for lon, lat in positions(feature["geometry"]["coordinates"]):
            assert west <= lon <= east
            assert south <= lat <= north
            assert round(lon, 6) == lon
            assert round(lat, 6) == lat


def test_geometry_is_valid_and_within_half_a_metre_of_the_model(
    read: dict[str, Any], zone_set: ZoneSet, layer: Layer
) -> None:
    model = dict(zip(zone_set.to_gdf(layer)["id"], zone_set.to_gdf(layer).geometry, strict=True))
    for feature in read["features"]:
        known = model.pop(feature["id"])
        if feature["geometry"] is None:
            assert known is None
            continue
        shape = shapely.geometry.shape(feature["geometry"])
        assert shape.is_valid
        assert shapely.hausdorff_distance(shape, known) < 5e-6
    assert model == {}


def test_features_are_sorted_and_ids_are_unique(read: dict[str, Any]) -> None:
    ids = [feature["id"] for feature in read["features"]]
    assert ids == sorted(set(ids))


def test_gdal_reads_it(text: str, read: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "layer.geojson"
    path.write_text(text, encoding="utf-8")
    frame = gpd.read_file(path)
    assert len(frame) == len(read["features"])
    assert frame.crs.to_epsg() == 4326
    assert int(frame.geometry.isna().sum()) == sum(f["geometry"] is None for f in read["features"])


def test_zones_carry_all_that_is_known_of_them(zone_set: ZoneSet) -> None:
    features = feature_collection(zone_set)["features"]
    assert [f["id"] for f in features] == [
        "eastern-ghouta-part", "idlib-part", "idlib-whole", "jordanian-border-part", "northern-homs-part"
    ]  # fmt: skip
    for feature in features:
        told = feature["properties"]
        zone = zone_set.zone(told["zone"]).to_dict()
        assert told["members"] == [m for m in zone["members"] if m["extent"] == told["extent"]]  # type: ignore[attr-defined]
        assert told["evidence"] == zone["evidence"]
        assert told["claims"] == [c.to_dict() for c in zone_set.claims if c.zone == told["zone"]]
        assert told["standing"] == [s.to_dict() for s in zone_set.standing() if s.zone == told["zone"]]
    assert sum(bool(f["properties"]["claims"]) for f in features) == 4


def test_claims_of_no_zone_have_no_geometry(zone_set: ZoneSet) -> None:
    features = {f["id"]: f for f in feature_collection(zone_set, "claims")["features"]}
    for claim in zone_set.claims:
        feature = features[claim.id]
        assert (feature["geometry"] is None) == (claim.zone is None)
        assert feature["properties"]["said_by"] == claim.said_by
        assert feature["properties"]["evidence"] == [e.to_dict() for e in claim.evidence]


def test_absent_knowledge_is_null(zone_set: ZoneSet) -> None:
    told = feature_collection(zone_set, "members")["features"]
    assert {f["properties"]["share"] for f in told} == {None}


def test_where_it_comes_from_is_told(read: dict[str, Any]) -> None:
    assert [d["id"] for d in read["documents"]] == ["seed-000", "seed-004"]
    assert "OCHA" in read["boundaries"]["attribution"]
    assert "no official geometry" in read["notice"]


def test_same_bytes_whatever_the_hash_seed() -> None:
    code = "import sys, zones; from maps.geojson import to_geojson; s = zones.load();"
    code += f"sys.stdout.buffer.write(b''.join(to_geojson(s, l).encode() for l in {LAYERS!r}))"
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Damascus"))
    }
    assert len(outputs) == 1


def test_a_text_without_zones_gives_an_empty_collection(tmp_path: Path) -> None:
    path = tmp_path / "cake.txt"
    path.write_text("Bake the cake for an hour.\n", encoding="utf-8")
    for layer in ("zones", "members", "claims"):
        told = feature_collection(zones.load(path), layer)
        assert told["features"] == []
        assert "bbox" not in told
        assert json.loads(to_geojson(zones.load(path), layer)) == told


def test_claims_alone_are_features_without_geometry() -> None:
    told = feature_collection(zones.load(seed_paths()[1]), "claims")
    assert told["features"]
    assert any(f["geometry"] is None for f in told["features"])


def test_saving_replaces_the_file_at_once_or_not_at_all(
    zone_set: ZoneSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "zones.geojson"
    path.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="disk full"):
        maps.save_geojson(zone_set, path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]
    monkeypatch.undo()
    assert maps.save_geojson(zone_set, path) == path
    assert path.read_text(encoding="utf-8") == to_geojson(zone_set)
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError, match="a folder"):
        write_whole(tmp_path, b"")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="no ordinary file"):
        write_whole(tmp_path / "pipe", b"")


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.touch()
    assert write_whole(tmp_path / "new", b"x").stat().st_mode == beside.stat().st_mode

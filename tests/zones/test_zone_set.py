"""A set of zones: found by name, dated, and the same in JSON and in tables."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
import shapely

import zones
from tests.considered import considered
from zones import ZoneSet, load
from zones.documents import seed_paths
from zones.errors import NoSuchZoneError


@pytest.mark.parametrize("name", ["idlib", "Idlib", " IDLIB "])
def test_a_zone_by_id_or_name(zone_set: ZoneSet, name: str) -> None:
    assert zone_set.zone(name).id == "idlib"


def test_no_such_zone_names_those_there_are(zone_set: ZoneSet) -> None:
    with pytest.raises(NoSuchZoneError, match="Eastern Ghouta") as caught:
        zone_set.zone("Atlantis")
    assert len(caught.value.candidates) == 4


def test_dates_are_those_on_which_something_was_said(zone_set: ZoneSet) -> None:
    assert zone_set.dates() == (date(2017, 6, 22), date(2017, 6, 23))


def test_whole_and_part_are_apart_and_valid(zone_set: ZoneSet) -> None:
    for zone in zone_set.zones:
        assert shapely.area(shapely.intersection(zone.whole, zone.part)) < 1e-12
        assert shapely.is_valid(zone.geometry())
        assert zone.geometry("whole") is zone.whole
        assert zone.geometry("part") is zone.part


def test_members_and_geometry_agree(zone_set: ZoneSet) -> None:
    for zone in zone_set.zones:
        for extent in ("whole", "part"):
            codes = [m.pcode for m in zone.members if m.extent == extent]
            other = zone_set.units.union(codes) if codes else shapely.Polygon()
            assert shapely.area(shapely.symmetric_difference(other, zone.geometry(extent))) < 1e-9


def test_zones_do_not_overlap(zone_set: ZoneSet) -> None:
    shapes = [zone.geometry() for zone in zone_set.zones]
    assert shapely.area(shapely.union_all(shapes)) == pytest.approx(sum(map(shapely.area, shapes)))


def test_checks_of_the_text_hold(zone_set: ZoneSet) -> None:
    checks = {check.text: check.holds for zone in zone_set.zones for check in zone.checks}
    assert len(checks) >= 4
    assert set(checks.values()) == {True}


def test_json_survives_a_round_trip(zone_set: ZoneSet) -> None:
    told = zone_set.to_dict()
    assert json.loads(json.dumps(told)) == told
    assert {"documents", "zones", "claims", "accord", "unresolved", "standing", "boundaries"} <= told.keys()


def test_absent_knowledge_is_null_never_empty(zone_set: ZoneSet) -> None:
    def empty(node: object, path: str = "") -> list[str]:
        if isinstance(node, dict):
            return [found for key, value in node.items() for found in empty(value, f"{path}.{key}")]
        if isinstance(node, list):
            return [found for value in node for found in empty(value, path)]
        return [path] if node == "" else []

    assert empty(zone_set.to_dict()) == []
    assert empty(considered(zone_set).to_dict()) == []


@pytest.mark.parametrize(("layer", "rows"), [("zones", 5), ("members", 27), ("units", 272)])
def test_layers_as_frames(zone_set: ZoneSet, layer: str, rows: int) -> None:
    frame = zone_set.to_gdf(layer)  # type: ignore[arg-type]
    assert len(frame) == rows
    assert frame.crs == "EPSG:4326"
    assert frame["id"].is_unique
    assert frame.geometry.is_valid.all()


def test_claims_lie_in_their_zone_or_nowhere(zone_set: ZoneSet) -> None:
    frame = zone_set.to_gdf("claims")
    assert len(frame) == len(zone_set.claims)
    for claim, point in zip(zone_set.claims, frame.geometry, strict=True):
        if claim.zone is None:
            assert point is None
        else:
            assert shapely.contains(zone_set.zone(claim.zone).geometry(), point)


def test_a_document_named_twice_counts_once() -> None:
    seed = seed_paths()[0]
    once, twice = zones.load(seed), zones.load(seed, seed)
    assert twice.documents[0].notes == (f"{seed} is the same text; counted once",)
    assert [zone.to_dict() for zone in twice.zones] == [zone.to_dict() for zone in once.zones]
    assert twice.claims == once.claims


def test_files_of_the_same_name_get_ids_of_their_own(tmp_path: Path) -> None:
    paths = []
    for number in ("one", "two"):
        folder = tmp_path / number
        folder.mkdir()
        paths.append(folder / "article.txt")
        paths[-1].write_text(f"The zone includes Idlib province, says agency {number}.\n", encoding="utf-8")
    told = zones.load(*paths)
    assert [document.id for document in told.documents] == ["article", "article-2"]
    assert [zone.id for zone in told.zones] == ["idlib"]
    assert {e.document for e in told.zones[0].evidence} == {"article", "article-2"}


def test_published_sets_the_day_of_all_files(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Russia may send monitors to Idlib, an official said on Thursday.\n", encoding="utf-8")
    claims = zones.load(path, published=date(2017, 6, 23)).claims
    assert {claim.said_on for claim in claims} == {date(2017, 6, 22)}


def test_reading_is_the_same_each_time() -> None:
    assert zones.load().to_dict() == zones.load().to_dict()


def test_arrays_and_frames_are_labelled_as_a_lookup_answers(zone_set: ZoneSet) -> None:
    places = [zone_set.lookup(name) for name in ("Saraqib", "Rastan", "34.65, 38.3")]
    lon, lat = ([getattr(place, axis) for place in places] for axis in ("lon", "lat"))
    expected = [[(hit.zone, hit.extent) for hit in place.zones] for place in places]
    labels = zone_set.label(lon, lat, threads=1)
    assert [list(labels.zones_of(i)) for i in range(3)] == expected
    frame = zone_set.label_frame(pd.DataFrame({"lon": lon, "lat": lat}))
    assert [[] if pd.isna(z) else [(z, e)] for z, e in zip(frame.zone, frame.extent, strict=True)] == expected
    assert list(frame["subdistrict"]) == [place.units[-1].pcode for place in places]


def test_everything_as_data_holds_what_the_values_do(zone_set: ZoneSet, tmp_path: Path) -> None:
    """No field is left out or renamed, and each has its value."""
    values = [*zone_set.zones, *zone_set.claims, *zone_set.standing(), *zone_set.documents, zone_set.accord]
    values += [one for zone in zone_set.zones for one in (*zone.members, *zone.checks)]
    (path := tmp_path / "a.txt").write_text("Areas held by rebels are not covered.", encoding="utf-8")
    values += [*load(path).unresolved, *considered(zone_set).claims, *considered(zone_set).passed_over]
    left_out = {"whole", "part", "text", "lines"}
    for value in values:
        told = value.to_dict()
        if not {f.name for f in fields(value)} & left_out:
            assert set(told) >= {f.name for f in fields(value)} - {"headline"}
        for key, shown in told.items():
            own = getattr(value, key)
            if isinstance(shown, str | int | float):
                assert shown == (own.isoformat() if isinstance(own, date) else own)
            elif key == "evidence":
                assert shown == [one.to_dict() for one in own]
            elif shown is None:
                assert not own
    told = zone_set.to_dict()
    keys = "documents zones claims unresolved passed_over accord standing review boundaries"
    assert list(told) == keys.split()
    assert told["boundaries"] == {
        key: getattr(zone_set.boundaries, key) for key in ("title", "date", "sha256")
    }
    for key in ("documents", "zones", "claims", "unresolved"):
        assert told[key] == [one.to_dict() for one in getattr(zone_set, key)]


def test_a_zone_set_is_shown_by_whoever_offers_to(zone_set: ZoneSet, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    offers = [SimpleNamespace(load=lambda: lambda shown: f"<p>{len(shown.zones)} zones</p>")]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **wanted: asked.append(wanted) or offers)
    assert zone_set._repr_html_().startswith("<p>4 zones</p><details open>")
    offers.clear()
    assert zone_set._repr_html_().startswith("<details open><summary>Zones (4)")
    assert asked == [{"group": "deescalation_zones.display", "name": "html"}] * 2

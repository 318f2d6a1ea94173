"""Zones as tables: every layer holds what the zone set tells, row by row."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import geopandas
import pytest
import shapely

from zones import ZoneSet, load
from zones.about import about, tool_version
from zones.tables import to_gdf

TEXTS = {
    "strip.txt": "The zone is a strip 20 km deep along the border with Iraq and areas held by rebels in Homs.",
    "limit.txt": "Areas held by Islamic State are not covered.",
}


@pytest.fixture(scope="module")
def strip(tmp_path_factory: pytest.TempPathFactory) -> ZoneSet:
    """A zone that cuts units, and a limit of no zone in particular."""
    folder = tmp_path_factory.mktemp("texts")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load(*(folder / name for name in TEXTS))


def rows(zone_set: ZoneSet, layer: str) -> list[dict[str, object]]:
    frame = to_gdf(zone_set, layer)  # type: ignore[arg-type]
    assert frame.crs == "EPSG:4326"
    return frame.astype(object).where(frame.notna(), None).to_dict("records")  # type: ignore[no-any-return]


def test_a_row_for_each_zone_and_extent(zone_set: ZoneSet) -> None:
    found = {str(row["id"]): row for row in rows(zone_set, "zones")}
    assert list(found) == [
        f"{zone.id}-{extent}"
        for zone in zone_set.zones
        for extent in ("whole", "part")
        if not zone.geometry(extent).is_empty  # type: ignore[arg-type]
    ]
    standing = [one.to_dict() for one in zone_set.standing()]
    for zone in zone_set.zones:
        for extent in ("whole", "part"):
            row = found.get(f"{zone.id}-{extent}")
            if row is None:
                continue
            told = zone.to_dict()
            assert row["geometry"] == zone.geometry(extent)  # type: ignore[arg-type]
            assert (row["zone"], row["name"], row["kind"]) == (zone.id, zone.name, zone.kind or None)
            assert row["area_km2"] == getattr(zone.area_km2, extent)
            assert row["members"] == [m.to_dict() for m in zone.members if m.extent == extent]
            assert {key: row[key] for key in ("unresolved", "checks", "differs", "evidence")} == {
                key: told[key] for key in ("unresolved", "checks", "differs", "evidence")
            }
            assert row["claims"] == [c.to_dict() for c in zone_set.claims if c.zone == zone.id]
            assert row["standing"] == [one for one in standing if one["zone"] == zone.id]


def test_members_have_the_shape_of_their_unit_or_of_the_zone_in_it(strip: ZoneSet, zone_set: ZoneSet) -> None:
    for told in (zone_set, strip):
        found = rows(told, "members")
        pairs = [(zone, member) for zone in told.zones for member in zone.members]
        for row, (zone, member) in zip(found, pairs, strict=True):
            assert row["id"] == f"{zone.id}-{member.pcode}"
            assert (row["zone"], row["zone_name"]) == (zone.id, zone.name)
            assert {key: row[key] for key in member.to_dict()} == member.to_dict()
            unit = told.units.geometry(member.pcode)
            whole = shapely.area(row["geometry"]) / shapely.area(unit)
            assert whole == pytest.approx(1.0 if member.share is None else member.share, abs=0.01)
    assert any(member.share is not None for member in strip.zones[0].members)


def test_units_with_the_zones_they_lie_in(zone_set: ZoneSet) -> None:
    found = {str(row["pcode"]): row for row in rows(zone_set, "units")}
    assert len(found) == 272
    saraqib = found["SY070003"]
    assert saraqib["zones"] == [{"zone": "idlib", "extent": "whole", "rule": "whole", "share": None}]
    assert [saraqib[key] for key in ("id", "name", "district", "district_name", "governorate", "governorate_name")] == [
        "SY070003", "Saraqab", "SY0700", "Idleb", "SY07", "Idleb"
    ]  # fmt: skip
    assert saraqib["name_ar"] == "سراقب"
    assert found["SY100000"]["zones"] == []
    assert all(row["geometry"] == zone_set.units.geometry(code) for code, row in found.items())


def test_claims_lie_in_their_zone(zone_set: ZoneSet) -> None:
    for row, claim in zip(rows(zone_set, "claims"), zone_set.claims, strict=True):
        told = claim.to_dict() | {"made_by": str(claim.made_by), "verdict": None}
        assert {key: row[key] for key in told} == told
        if claim.zone is None:
            assert row["geometry"] is None
        else:
            assert shapely.covers(zone_set.zone(claim.zone).geometry(), row["geometry"])
    assert {row["nationality_name"] for row in rows(zone_set, "claims")} > {"Kazakhstan", "Türkiye"}


def test_evidence_is_every_quotation_with_what_rests_on_it(zone_set: ZoneSet, strip: ZoneSet) -> None:
    for told in (zone_set, strip):
        found = rows(told, "evidence")
        assert len({row["id"] for row in found}) == len(found)
        texts = {d.id: d for d in told.documents}
        for row in found:
            document = texts[str(row["document"])]
            assert document.text[row["start"] : row["end"]] == row["quote"]
            assert (row["document_title"], row["publisher"]) == (document.title, document.publisher)
            assert row["published"] == (document.published.isoformat() if document.published else None)
        subjects = {
            str(row["subject"]): [r for r in found if r["subject"] == row["subject"]] for row in found
        }
        members = [(zone, member) for zone in told.zones for member in zone.members]
        assert {row["subject_id"] for row in subjects["zone"]} == {zone.id for zone in told.zones}
        assert {row["subject_id"] for row in subjects["member"]} == {f"{z.id}-{m.pcode}" for z, m in members}
        assert len(subjects["member"]) == sum(len(member.evidence) for _, member in members)
        assert len(subjects.get("claim", [])) == sum(len(claim.evidence) for claim in told.claims)
    assert {row["subject"] for row in rows(zone_set, "evidence")} == {
        "zone",
        "member",
        "check",
        "claim",
        "accord",
    }
    assert [row["id"] for row in rows(strip, "evidence") if row["subject"] == "unresolved"] == [
        "unresolved-iraqi-border-1-1",
        "unresolved-any-1-1",
    ]


def test_a_set_without_zones_has_empty_layers(tmp_path: Path) -> None:
    (path := tmp_path / "a.txt").write_text("Talks went on in Astana.", encoding="utf-8")
    empty = load(path)
    assert {layer: len(rows(empty, layer)) for layer in ("zones", "members", "claims", "evidence")} == {
        "zones": 0, "members": 0, "claims": 0, "evidence": 0
    }  # fmt: skip


def test_without_an_installed_package_the_version_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", fail)
    assert tool_version.__wrapped__() == "unknown"


def test_what_an_output_says_of_itself(zone_set: ZoneSet) -> None:
    told = about(zone_set)
    first = zone_set.documents[1]
    assert told.tool == f"deescalation-zones {told.version}"
    assert f"“{first.title}”, Al-Masdar News (AMN), 2017-06-23" in told.citation
    assert (
        told.citation.endswith("(UN OCHA; geoBoundaries, CC BY 3.0 IGO, modified).")
        or "modified" in told.citation
    )
    data = told.to_dict()
    assert data["generator"] == {"name": "deescalation-zones", "version": told.version}
    assert data["boundaries"]["sha256"] == zone_set.boundaries.sha256  # type: ignore[index]
    assert [row["attribution"] for row in data["attribution"]] == [s.attribution for s in told.sources]  # type: ignore[attr-defined]
    assert len({source.attribution for source in told.sources}) == len(told.sources) >= 3
    topics = dict(told.rows())
    assert topics["cite as"] == told.citation
    assert topics["boundaries"].endswith(f"sha256 {zone_set.boundaries.sha256}")
    assert topics[f"document {first.id}"].endswith(f"2017-06-23, sha256 {first.sha256}")
    assert sum(topic.startswith("attribution: ") for topic in topics) == len(told.sources)


def camps() -> geopandas.GeoDataFrame:
    """Two camps as anybody has them: in the system that most files of points state."""
    points = geopandas.points_from_xy([36.69, 38.66], [36.31, 33.31])
    return geopandas.GeoDataFrame({"camp": ["Atmeh", "Rukban"]}, geometry=points, crs="EPSG:4326")


@pytest.mark.parametrize("layer", ["zones", "members", "units", "claims"])
def test_a_join_with_anybodys_frame_warns_of_nothing(zone_set: ZoneSet, layer: str) -> None:
    """geopandas warns where two reference systems differ, be it in name only; warnings are errors here."""
    frame = to_gdf(zone_set, layer)  # type: ignore[arg-type]
    near = geopandas.sjoin(camps(), frame[["id", "geometry"]], predicate="dwithin", distance=5)
    assert set(near["camp"]) == {"Atmeh", "Rukban"}


def test_a_join_with_the_units_finds_what_a_lookup_finds(zone_set: ZoneSet) -> None:
    joined = geopandas.sjoin(camps(), zone_set.units.to_gdf())
    assert joined["pcode"].tolist() == [
        zone_set.lookup_ids(lon=camp.x, lat=camp.y)[0] for camp in camps().geometry
    ]

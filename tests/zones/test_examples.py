"""The library of arrangements: each text reads to its zones, and compiles on any boundaries."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from geodata.boundaries import load_boundaries
from geodata.units import AdminUnits
from zones import ZoneSet, load

FOLDER = Path(__file__).parents[2] / "examples"
COD = Path(__file__).parents[3] / "shared/data/cod-ab-syr-20201217"
ROWS = tomllib.loads((FOLDER / "sources.toml").read_text(encoding="utf-8"))["document"]

GHOUTA = "SY030104 SY030105 SY030106 SY030200 SY030201 SY030204"
ADJOINING = (
    "SY020001 SY020002 SY020004 SY020005 SY020302 "
    "SY050101 SY050103 SY050202 SY050204 SY050501 SY060002 SY060303"
)
STRIP = "SY080001 SY080400 SY110200 SY110201 SY110202"

# For each text the units of its zones, whole and part, and words of what stays unresolved.
EXPECTED: dict[str, tuple[list[tuple[str, str]], list[str]]] = {
    "memorandum-may-2017": (
        [("SY07", ADJOINING), ("", "SY040101 SY040400 SY040401"), ("", GHOUTA), ("", "SY12 SY14")],
        [],
    ),
    "south-west-july-2017": ([("SY12 SY13 SY14", "")], []),
    "eastern-ghouta-cairo-2017": ([("", GHOUTA)], []),
    "northern-homs-cairo-2017": ([("", "SY040101 SY040400 SY040401")], []),
    "idlib-astana-six-2017": ([("SY07", ADJOINING)], []),
    "idlib-observation-posts-2017": ([("SY07", ADJOINING)], []),
    "al-tanf-2017": ([("", "SY030202 SY040500")], []),
    "sochi-september-2018": ([("", "SY07")], ["15 to 20 kilometres deep along the line of contact"]),
    "sochi-october-2019": ([("", STRIP)], []),
    "idlib-protocol-march-2020": ([], ["6 km to the south of the M4 highway"]),
    "four-towns-2015": ([("", "SY030700 SY030703 SY070002 SY070005")], []),
    "four-towns-2017": ([("", "SY030700 SY030703 SY070002 SY070005")], []),
    "security-mechanism-august-2019": ([], ["east of the Euphrates"]),
    "eastern-qalamoun-2018": ([("", "SY030301 SY030303")], []),
    "wadi-barada-2017": ([("", "SY030702")], []),
    "south-damascus-2017": ([("", "SY030102")], []),
    "manbij-roadmap-2018": ([("", "SY020500")], []),
}


def zones_of(found: ZoneSet) -> list[tuple[str, str]]:
    """Return the P-codes of each zone's whole and part members."""
    return [
        (
            " ".join(member.pcode for member in zone.members if member.extent == "whole"),
            " ".join(member.pcode for member in zone.members if member.extent == "part"),
        )
        for zone in found.zones
    ]


@pytest.mark.parametrize("name", EXPECTED)
def test_each_text_reads_to_its_zones(name: str) -> None:
    zones, limits = EXPECTED[name]
    found = load(FOLDER / f"{name}.txt")
    words = " | ".join(
        limit.text
        for limit in (*found.unresolved, *(u for z in found.zones for u in (*z.unresolved, *z.unread)))
    )
    assert not zones or zones_of(found) == zones
    assert all(limit in words for limit in limits)
    assert bool(limits) == bool(words)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_each_text_is_in_the_manifest_with_its_source(row: dict[str, str]) -> None:
    path = FOLDER / row["file"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == row["sha256"]
    assert row["source"]
    document = load(path).documents[0]
    assert (document.id, document.title, document.published) == (row["id"], row["title"], row["published"])


def test_the_manifest_has_every_text() -> None:
    assert sorted(row["id"] for row in ROWS) == sorted(EXPECTED)
    assert sorted(path.stem for path in FOLDER.glob("*.txt")) == sorted(EXPECTED)


@pytest.mark.reference
def test_all_compile_alike_on_the_full_boundaries() -> None:
    if not COD.exists():
        pytest.skip(f"no reference data at {COD}")
    full, usual = load_boundaries(COD), AdminUnits.builtin()
    for name in EXPECTED:
        own, builtin = (load(FOLDER / f"{name}.txt", units=units) for units in (full, usual))
        assert own.boundaries.date == "2020-12-17"
        assert zones_of(own) == zones_of(builtin), name
        for zone, other in zip(own.zones, builtin.zones, strict=True):
            # A single sub-district of 100 km2 moves by 4 % between the simplified and the full outline.
            assert zone.area_km2.whole == pytest.approx(other.area_km2.whole, rel=0.015)
            assert zone.area_km2.part == pytest.approx(other.area_km2.part, rel=0.05)

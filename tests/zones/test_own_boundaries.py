"""The built-in documents on OCHA's full boundaries: the same members, and nearly the same areas."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from geodata.boundaries import load_boundaries
from geodata.own_places import load_places
from geodata.units import AdminUnits
from zones import load
from zones.compare import compare

DATA = Path(__file__).parents[3] / "shared/data"
pytestmark = pytest.mark.reference


@pytest.fixture(scope="module")
def full() -> AdminUnits:
    path = DATA / "cod-ab-syr-20201217"
    if not path.exists():
        pytest.skip(f"no reference data at {path}")
    return load_boundaries(path)


def test_the_four_zones_have_the_same_members_and_nearly_the_same_areas(full: AdminUnits) -> None:
    found = compare(load().to_dict(), load(units=full).to_dict())
    assert found.same_members
    assert [change for zone in found.zones for change in zone.members] == []
    assert [zone.name for zone in found.zones] == [
        "Idlib",
        "Northern Homs",
        "Eastern Ghouta",
        "Jordanian border",
    ]
    for zone in found.zones:
        assert abs(zone.area_change) < 0.015, zone.text()
    assert "2020-12-17" in found.after


@pytest.mark.parametrize(("boundaries", "least"), [("built-in", 0.984), ("full", 0.9946)])
def test_communities_fall_into_the_subdistrict_they_state(
    full: AdminUnits, boundaries: str, least: float
) -> None:
    units = full if boundaries == "full" else AdminUnits.builtin()
    places = load_places(DATA / "communities.csv")
    at = units.positions_at(np.array([p.lon for p in places]), np.array([p.lat for p in places]))
    with (DATA / "communities.csv").open(encoding="utf-8", newline="") as file:
        stated = [row["subdistrict"] for row in csv.DictReader(file)]
    same = [place >= 0 and units.codes[place] == code for place, code in zip(at, stated, strict=True)]
    assert np.mean(same) >= least

"""The built-in units and names, and the reference data where it is at hand."""

from __future__ import annotations

import csv
from pathlib import Path

import geopandas as gpd
import pytest

from geodata.toponyms import Toponyms
from geodata.units import AdminUnits

SHARED = Path(__file__).parents[3] / "shared"


@pytest.fixture(scope="session")
def units() -> AdminUnits:
    return AdminUnits.builtin()


@pytest.fixture(scope="session")
def toponyms() -> Toponyms:
    return Toponyms.builtin()


@pytest.fixture(scope="session")
def full_units(units: AdminUnits) -> AdminUnits:
    """OCHA's boundaries of 2020 in full resolution."""
    path = SHARED / "data/cod-ab-syr-20201217/syr_admbnda_adm3_uncs_unocha_20201217.shp"
    if not path.exists():
        pytest.skip(f"no reference data at {path}")
    frame = gpd.read_file(path, columns=["ADM3_PCODE"])
    return AdminUnits(list(frame["ADM3_PCODE"]), frame.geometry.to_numpy(), source=units.source)


@pytest.fixture(scope="session")
def communities() -> list[dict[str, str]]:
    """OCHA's populated places with the sub-district each states."""
    path = SHARED / "data/communities.csv"
    if not path.exists():
        pytest.skip(f"no reference data at {path}")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

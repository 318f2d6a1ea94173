"""The package's face: its names, and what importing and looking up costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import geodata

LOOKUP = """
import sys
from geodata import AdminUnits, Toponyms
assert Toponyms.builtin().candidates("Saraqib")[0].pcode == "SY070003"
units = AdminUnits.builtin()
assert units.unit_at(lon=36.80, lat=35.86).pcode == "SY070003"
assert units.touching("JO") and units.area_km2("SY07") > 0
heavy = {"geopandas", "pandas", "pyproj", "geopy", "rapidfuzz"}
print(*sorted({name.split(".")[0] for name in sys.modules} & heavy))
"""


def test_every_public_name_is_there() -> None:
    assert geodata.__all__ == sorted(geodata.__all__)
    assert all(getattr(geodata, name).__name__ == name for name in geodata.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        geodata.nothing  # noqa: B018


def test_a_lookup_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-c", LOOKUP], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""

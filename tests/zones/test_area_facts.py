"""Phrases from the public record against areas and units computed by hand, by somebody else, on full boundaries."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from geodata import AdminUnits
from geodata.boundaries import load_boundaries
from geodata.measure import area_km2
from geodata.unit import Level
from zones.compiler import Compiled, compile_area
from zones.phrase import read_area

FACTS = tomllib.loads(Path(__file__).with_name("facts.toml").read_text(encoding="utf-8"))["fact"]
COD = Path(__file__).parents[3] / "shared/data/cod-ab-syr-20201217"
SHAPED = {"strip", "disc", "side", "route"}


def named(facts: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(fact, id=fact["phrase"]) for fact in facts]


def subdistricts(compiled: Compiled, units: AdminUnits) -> set[str]:
    return {
        unit.pcode
        for member in compiled.members
        for unit in units.descendants(member.pcode, Level.SUBDISTRICT)
    }


def size_km2(compiled: Compiled) -> float:
    return sum(float(area_km2(shape)) for shape in (compiled.whole, compiled.part) if not shape.is_empty)


def check(fact: dict[str, Any], units: AdminUnits, tolerance: float) -> None:
    compiled = compile_area(read_area(fact["phrase"], units), units)
    found = subdistricts(compiled, units)
    assert set(fact["must_have"]) <= found
    assert not set(fact["must_not"]) & found
    if "units" in fact:
        assert found == set(fact["units"])
    if fact["kind"] in SHAPED and fact["area_km2"]:
        least, most = fact["area_km2"]
        assert least * (1 - tolerance) <= size_km2(compiled) <= most * (1 + tolerance)


@pytest.mark.parametrize("fact", named(FACTS))
def test_on_the_boundaries_that_come_with_it(fact: dict[str, Any]) -> None:
    check(fact, AdminUnits.builtin(), 0.07)


@pytest.fixture(scope="module")
def full() -> AdminUnits:
    """OCHA's boundaries of December 2020."""
    if not COD.exists():
        pytest.skip(f"no reference data at {COD}")
    return load_boundaries(COD)


@pytest.mark.reference
@pytest.mark.parametrize("fact", named([f for f in FACTS if f["kind"] in {"strip", "disc", "border"}]))
def test_on_the_full_boundaries(fact: dict[str, Any], full: AdminUnits) -> None:
    check(fact, full, 0.05)

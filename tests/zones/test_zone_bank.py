"""Zones of short passages with known answers: how many come out exact, and that no trap becomes a zone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import zones
from geodata import AdminUnits
from geodata.unit import Level

PASSAGES = json.loads((Path(__file__).parents[1] / "corpus/zones.json").read_text(encoding="utf-8"))[
    "documents"
]
TRAPS = [passage for passage in PASSAGES if not passage["zones"] and passage["id"].startswith("z-d")]
EXACT = 86  # of 102 zones; this only rises
KNOWN = {"z-d17": "Sinjar of Iraq is read as the place of this name in Idlib"}


def subdistricts(codes: list[str]) -> frozenset[str]:
    units = AdminUnits.builtin()
    return frozenset(unit.pcode for code in codes for unit in units.descendants(code, Level.SUBDISTRICT))


def read(passage: dict[str, str], folder: Path) -> zones.ZoneSet:
    path = folder / f"{passage['id']}.txt"
    path.write_text(passage["text"], encoding="utf-8")
    return zones.load(path, published=date.fromisoformat(passage["published"]))


@pytest.mark.slow
def test_zones_come_out_exact(tmp_path: Path) -> None:
    exact, missed = 0, []
    for passage in PASSAGES:
        found = [subdistricts([m.pcode for m in zone.members]) for zone in read(passage, tmp_path).zones]
        for zone in passage["zones"]:
            wanted = subdistricts([*zone["whole"], *zone["part"]])
            exact += wanted in found
            missed += [] if wanted in found else [f"{passage['id']}: {passage['text']}"]
    assert exact >= EXACT, "\n".join(missed)


@pytest.mark.parametrize("passage", TRAPS, ids=lambda passage: passage["id"])
def test_no_trap_becomes_a_zone(passage: dict[str, str], tmp_path: Path) -> None:
    if passage["id"] in KNOWN:
        pytest.xfail(KNOWN[passage["id"]])
    assert not read(passage, tmp_path).zones, passage["text"]

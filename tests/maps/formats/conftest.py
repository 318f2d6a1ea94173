"""The seeds' zones, as they are and with hostile texts in them."""

from __future__ import annotations

from pathlib import Path

import pytest

import zones
from tests.considered import considered
from tests.maps.formats.samples import hostile
from zones import ZoneSet

SETS = ("seeds", "hostile", "nothing")


@pytest.fixture(scope="session")
def sets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, ZoneSet]:
    """Zones by name: of the seeds, of hostile texts, and of a text without any."""
    seeds = considered(zones.load())
    text = tmp_path_factory.mktemp("text") / "nothing.txt"
    text.write_text("The weather\n\nIt rained in Damascus on Monday.\n", encoding="utf-8")
    return {"seeds": seeds, "hostile": hostile(seeds), "nothing": zones.load(text)}


@pytest.fixture(params=SETS)
def zone_set(request: pytest.FixtureRequest, sets: dict[str, ZoneSet]) -> ZoneSet:
    return sets[request.param]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path

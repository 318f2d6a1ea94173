"""QGIS opens the GeoPackage with its styles and the service with its words, in a QGIS that is installed."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import zones
from maps.formats import save
from tests.maps.serve.process import Process
from zones import ZoneSet

INSIDE = Path(__file__).with_name("inside.py")
PYTHON = os.environ.get("QGIS_PYTHON", "/usr/bin/python3")
SPATIAL = ("claims", "zones", "members", "units")

Told = dict[str, Any]


def in_qgis(image: Path, *sources: str) -> Told:
    """Return what QGIS tells of layers; each time in a home of its own, for QGIS keeps what it fetched."""
    home = {"HOME": str(image.parent), "XDG_RUNTIME_DIR": str(image.parent), "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(
        [PYTHON, INSIDE, image, *sources], env=home | {"PATH": os.environ["PATH"]},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    told: Told = json.loads(run.stdout.splitlines()[-1])
    return told


def has_qgis() -> bool:
    """Tell whether there is a QGIS: `make qgis` installs Debian's."""
    try:
        return (
            subprocess.run([PYTHON, "-c", "import qgis.core"], capture_output=True, check=False).returncode
            == 0
        )
    except OSError:
        return False


@pytest.fixture(scope="module", autouse=True)
def _qgis() -> None:
    if not has_qgis():
        assert "QGIS_PYTHON" not in os.environ, f"QGIS_PYTHON={PYTHON} has no module qgis"
        pytest.skip("no QGIS here; make qgis installs it")


@pytest.fixture(scope="module")
def zone_set() -> ZoneSet:
    return zones.load()


@pytest.fixture(scope="module")
def package(zone_set: ZoneSet, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What QGIS makes of the layers of a GeoPackage, by name, and which labels it sets."""
    folder = tmp_path_factory.mktemp("package")
    path = save(zone_set, folder / "zones.gpkg")
    names = (*SPATIAL, "evidence", "passed_over", "about")
    told = in_qgis(folder / "map.png", *(f"{path}|layername={name}" for name in names))
    return told | {"layers": {source.rpartition("=")[2]: layer for source, layer in told["layers"].items()}}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """What QGIS makes of the collections of the service, by name."""
    server = Process()
    told = in_qgis(
        tmp_path_factory.mktemp("service") / "map.png", *(f"{server.url}#{name}" for name in SPATIAL)
    )
    yield {source.rpartition("#")[2]: layer for source, layer in told["layers"].items()}
    server.process.terminate()
    server.ended()


def test_every_layer_of_a_geopackage_opens_whole(package: Told, zone_set: ZoneSet) -> None:
    layers = package["layers"]
    assert all(layer["valid"] for layer in layers.values())
    for name in (*SPATIAL, "evidence", "passed_over"):
        assert len(layers[name]["rows"]) == len(zone_set.to_gdf(name))  # type: ignore[arg-type]
    assert {layers[name]["crs"] for name in SPATIAL} == {"EPSG:4326"}


def test_zones_are_labelled_and_claims_spread_round_their_points(package: Told, zone_set: ZoneSet) -> None:
    assert {zone.name for zone in zone_set.zones} <= set(package["labels"])
    assert package["layers"]["claims"]["renderer"] == "pointDisplacement"
    assert package["layers"]["zones"]["renderer"] == "RuleRenderer"


def test_claims_without_a_place_stand_in_the_legend(package: Told, zone_set: ZoneSet) -> None:
    nowhere = sum(claim.zone is None for claim in zone_set.claims)
    assert nowhere
    assert f"without a place: {nowhere}, in the attribute table only" in package["layers"]["claims"]["legend"]


def test_qgis_reads_words_where_the_service_has_lists(service: Told, zone_set: ZoneSet) -> None:
    rows = {row["id"]: row for row in service["zones"]["rows"]}
    assert rows["idlib-whole"]["evidence"] is None  # QGIS reads no lists
    quotation = " ".join(zone_set.zones[0].evidence[0].quote.split())
    assert quotation in rows["idlib-whole"]["quotes"]
    assert "Kyrgyzstan denied" in rows["idlib-whole"]["monitors"]
    assert all(row["quotes"] for row in service["claims"]["rows"] + service["members"]["rows"])
    assert {row["in_zones"] for row in service["units"]["rows"]} >= {None, "idlib (whole)"}

"""Files that JavaScript reads: TopoJSON by topojson-client and d3, FlatGeobuf by its own package, in one Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import shapely

from maps.formats import save
from maps.formats.table import table
from tests.node_modules import ROOT, need
from zones import ZoneSet

READER = Path(__file__).with_name("read_in_node.mjs")
SETS = ("seeds", "nothing")
PACKAGES = ("d3-geo", "flatgeobuf", "topojson-client")
SHAPED = ("zones", "members", "units", "claims")

Feature = dict[str, Any]
Found = dict[str, dict[str, Feature]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("node")


@pytest.fixture(scope="module")
def found(sets: dict[str, ZoneSet], folder: Path) -> Found:
    """What Node finds: by the file's name, features by id."""
    need(ROOT / name / "package.json" for name in PACKAGES)
    files = [
        save(sets[name], folder / f"{name}-{layer}{ending}", layer=layer)  # type: ignore[arg-type]
        for name in SETS
        for layer in SHAPED
        for ending in (".fgb", ".topojson")
    ]
    done = subprocess.run(["node", READER, *files], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {
        Path(path).name: {feature["properties"]["id"]: feature for feature in features}
        for path, features in json.loads(done.stdout).items()
    }


def test_d3_finds_the_area_of_the_zones_and_does_not_fill_the_globe(
    found: Found, sets: dict[str, ZoneSet]
) -> None:
    zones = found["seeds-zones.topojson"].values()
    assert len(zones) == 5
    for zone in zones:
        assert zone["area_km2"] == pytest.approx(zone["properties"]["area_km2"], rel=5e-4), zone["id"]


def test_d3_finds_the_area_of_syria(found: Found, sets: dict[str, ZoneSet]) -> None:
    units = found["seeds-units.topojson"].values()
    assert len(units) == 272
    assert sum(unit["area_km2"] for unit in units) == pytest.approx(sets["seeds"].units.area_km2(), rel=5e-4)


@pytest.mark.parametrize("ending", [".topojson", ".fgb"])
@pytest.mark.parametrize("layer", SHAPED)
@pytest.mark.parametrize("name", SETS)
def test_javascript_finds_every_feature_that_lies_somewhere(
    found: Found, sets: dict[str, ZoneSet], name: str, layer: str, ending: str
) -> None:
    held = table(sets[name], layer)  # type: ignore[arg-type]
    wanted = {str(row["id"]): shape for row, shape in zip(held.rows, held.shapes, strict=True)}
    if ending == ".fgb":
        wanted = {key: shape for key, shape in wanted.items() if shape is not None}
    features = found[f"{name}-{layer}{ending}"]
    assert set(features) == set(wanted)
    for key, shape in wanted.items():
        drawn = features[key]["geometry"]
        if shape is None:
            assert drawn is None
            continue
        assert drawn is not None, key
        difference = shapely.symmetric_difference(shapely.geometry.shape(drawn), shape)
        assert shapely.area(difference) < 1e-9


def test_flatgeobuf_says_how_many_claims_it_leaves_out(
    found: Found, sets: dict[str, ZoneSet], folder: Path
) -> None:
    claims = sets["seeds"].claims
    nowhere = [claim for claim in claims if claim.zone is None]
    assert nowhere
    told = {
        layer: json.loads(pyogrio.read_info(folder / f"seeds-{layer}.fgb")["layer_metadata"]["DESCRIPTION"])
        for layer in SHAPED
    }
    words = f"{len(nowhere)} of {len(claims)} claims lie nowhere; GeoPackage and GeoJSON have them"
    assert {layer: one["left_out"] for layer, one in told.items() if "left_out" in one} == {"claims": words}

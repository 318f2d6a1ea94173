"""GDAL's driver for OGC API - Features reads every collection as it was exported."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import geopandas as gpd
import pyogrio
import pytest

from maps.geojson import to_geojson

if TYPE_CHECKING:
    from tests.maps.serve.process import Process
    from zones import ZoneSet

LAYERS = ("zones", "members", "units", "claims")


def test_gdal_lists_the_collections(server: Process) -> None:
    assert pyogrio.list_layers(f"OAPIF:{server.url}")[:, 0].tolist() == list(LAYERS)


@pytest.mark.parametrize("layer", LAYERS)
def test_gdal_reads_a_collection_whole(server: Process, zone_set: ZoneSet, layer: str) -> None:
    exported = gpd.read_file(io.BytesIO(to_geojson(zone_set, layer).encode()))  # type: ignore[arg-type]
    for page in ("", "5" if layer != "units" else "100"):
        options = {"PAGE_SIZE": page} if page else {}
        found = pyogrio.read_dataframe(f"OAPIF:{server.url}", layer=layer, **options)
        assert found["id"].tolist() == exported["id"].tolist()
        assert found.crs.to_epsg() == 4326
        assert (
            found.geometry.geom_equals_exact(exported.geometry, 1e-9).sum() == exported.geometry.notna().sum()
        )
        for name in ("name_ar", "zone", "status", "extent"):
            if name in exported and name in found:
                assert found[name].fillna("").tolist() == exported[name].fillna("").tolist()


def test_gdal_passes_its_filters_on(server: Process, zone_set: ZoneSet) -> None:
    units = pyogrio.read_dataframe(f"OAPIF:{server.url}", layer="units", where="governorate = 'SY07'")
    assert units["pcode"].str.startswith("SY07").all()
    assert len(units) == sum(
        unit.pcode.startswith("SY07") for unit in zone_set.units.at_level("sub-district")
    )
    near = pyogrio.read_dataframe(f"OAPIF:{server.url}", layer="units", bbox=(36.8, 35.86, 36.8, 35.86))
    assert near["pcode"].tolist() == ["SY070003"]

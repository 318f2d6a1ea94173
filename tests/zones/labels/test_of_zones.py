import numpy as np
import pytest
import shapely

from zones import load
from zones.labels.of_zones import zone_labeller

TEXTS = {
    "seeds": None,
    "strip": "The buffer zone covers a strip 30 km deep along the Turkish border. "
    "The northern zone includes Idlib province and the district of Azaz.",
    "disc": "The deconfliction zone covers everything within a radius of 55 kilometers around Palmyra.",
}


@pytest.mark.parametrize("name", TEXTS)
def test_labels_are_what_the_zones_geometry_says(tmp_path, name):
    text = TEXTS[name]
    if text is not None:
        (tmp_path / "text.txt").write_text(text)
    zone_set = load(*([tmp_path / "text.txt"] if text else []))
    assert zone_set.zones
    rng = np.random.default_rng(21)
    lon, lat = rng.uniform(35.5, 42.5, 20_000), rng.uniform(32.2, 37.5, 20_000)
    labeller = zone_labeller(zone_set)
    labels = labeller.label(lon, lat)
    found = [dict(labels.zones_of(k)) for k in range(len(lon))]
    for zone in zone_set.zones:
        inside = shapely.intersects_xy(zone.geometry(), lon, lat)
        told = np.array([zone.id in zones for zones in found])
        assert inside.any()
        assert np.array_equal(told, inside)
        whole = shapely.intersects_xy(zone.whole, lon, lat)
        assert np.array_equal(np.array([zones.get(zone.id) == "whole" for zones in found]), whole)
    codes = labels.unit_column("subdistrict").texts()
    for k in range(0, 20_000, 100):
        unit = zone_set.units.unit_at(lon=lon[k], lat=lat[k])
        assert codes[k] == (unit.pcode if unit else None)

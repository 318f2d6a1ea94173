import io
import json
from importlib.resources import files

import numpy as np
import pytest
import shapely
from PIL import Image

from geodata.basemap import LAYERS, Kind, layer_geojson, load_basemap
from geodata.build.basemap_frames import FRAME, REGION, latitude_of, mercator_deg

BUDGET_BYTES = {
    "relief.webp": 80_000,
    "rivers.geojson": 36_000,
    "lakes.geojson": 16_000,
    "land.geojson": 32_000,
    "undof.geojson": 6_000,
}

ON_LAND = {
    "Damascus": (36.31, 33.51),
    "Latakia": (35.80, 35.53),
    "Tartus": (35.90, 34.89),
    "Beirut, east of": (35.56, 33.87),
    "Gaziantep": (37.38, 37.07),
    "Masaada, in the Golan": (35.75, 33.23),
    "Nicosia": (33.36, 35.17),
}
AT_SEA = {"off Latakia": (35.5, 35.5), "off Tripoli": (35.5, 34.5), "Gulf of Iskenderun": (35.95, 36.7)}

RIVERS_PAST = {
    "Euphrates": {"Deir ez-Zor": (40.15, 35.34), "Abu Kamal": (40.92, 34.45)},
    "Orontes": {"Hama": (36.75, 35.14), "Jisr ash-Shughur": (36.32, 35.81)},
    "Khabur": {"Al-Hasakeh": (40.75, 36.50)},
    "Tigris": {"Ain Diwar": (42.33, 37.28), "Mosul": (43.13, 36.35)},
    "Barada": {"Damascus": (36.30, 33.51)},
    "Yarmouk": {"Maqarin": (35.87, 32.73)},
    "Jordan": {"Jericho, east of": (35.55, 31.85)},
}
LAKES_AT = {
    "Lake Assad": (38.15, 36.0),
    "Lake Qattinah": (36.57, 34.64),
    "Lake Tiberias": (35.59, 32.82),
    "Dead Sea": (35.48, 31.6),
}


@pytest.fixture(scope="module")
def basemap():
    return load_basemap()


@pytest.fixture(scope="module")
def sea(basemap):
    (feature,) = basemap.of(Kind.SEA)
    return feature.geometry


@pytest.fixture(scope="module")
def relief(basemap):
    return np.asarray(Image.open(io.BytesIO(basemap.relief.webp)))


def one(features, name):
    (found,) = [feature for feature in features if feature.name == name]
    return found


def pixel(relief, lon, lat):
    height, width = relief.shape[:2]
    column = (lon - FRAME.west) / (FRAME.east - FRAME.west) * width
    top, bottom = mercator_deg(FRAME.north), mercator_deg(FRAME.south)
    return relief[int((top - mercator_deg(lat)) / (top - bottom) * height), int(column)]


@pytest.mark.parametrize(("name", "budget"), BUDGET_BYTES.items())
def test_a_file_is_small(name, budget):
    assert 1000 < len((files("geodata") / "data" / name).read_bytes()) < budget


def test_its_makers_are_named(basemap):
    assert {"Natural Earth", "NOAA GLOBE", "GSHHG 2.3.6 (Wessel and Smith 1996)"} <= set(basemap.credits)


def test_every_geometry_is_valid_and_inside_its_frame(basemap):
    for feature in basemap.features:
        assert feature.geometry.is_valid, feature
        assert not feature.geometry.is_empty
        frame = FRAME if feature.kind in (Kind.RIVER, Kind.LAKE) else REGION
        assert frame.box().buffer(1e-3).covers(feature.geometry), feature.name


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_is_geojson_of_four_decimals(layer):
    features = json.loads(layer_geojson(layer))["features"]
    xy = shapely.get_coordinates([shapely.from_geojson(json.dumps(f["geometry"])) for f in features])
    assert np.abs(xy - xy.round(4)).max() < 1e-9


@pytest.mark.parametrize(("place", "position"), ON_LAND.items())
def test_land_is_not_sea(sea, place, position):
    assert not sea.contains(shapely.Point(position)), place


@pytest.mark.parametrize(("place", "position"), AT_SEA.items())
def test_sea_is_sea(sea, place, position):
    assert sea.contains(shapely.Point(position)), place


def test_neighbours_are_named_in_both_languages(basemap):
    names = {feature.name: feature.name_ar for feature in basemap.of(Kind.LABEL)}
    assert names.keys() >= {"Turkey", "Iraq", "Jordan", "Lebanon", "Israel", "Palestine", "Cyprus"}
    assert names["Iraq"] == "العراق"
    assert "Syria" not in names


def test_borders_of_neighbours_do_not_enter_syria_and_reach_its_outline(basemap):
    collection = json.loads((files("geodata") / "data" / "subdistricts.geojson").read_text(encoding="utf-8"))
    units = [shapely.from_geojson(json.dumps(f["geometry"])) for f in collection["features"]]
    outline = shapely.union_all(units)
    borders = {feature.between: feature.geometry for feature in basemap.of(Kind.BORDER)}
    for pair in (("IQ", "TR"), ("IQ", "JO"), ("IL", "LB"), ("IL", "JO")):
        assert outline.distance(borders[pair]) < 2e-4, pair
        assert outline.buffer(-1e-3).disjoint(borders[pair]), pair


@pytest.mark.parametrize(
    ("river", "position"), [(river, at) for river, places in RIVERS_PAST.items() for at in places.values()]
)
def test_a_river_runs_past_its_towns(basemap, river, position):
    assert one(basemap.of(Kind.RIVER), river).geometry.distance(shapely.Point(position)) < 0.05


@pytest.mark.parametrize(("name", "position"), LAKES_AT.items())
def test_a_lake_lies_where_it_lies(basemap, name, position):
    assert one(basemap.of(Kind.LAKE), name).geometry.contains(shapely.Point(position))


def test_rivers_stop_at_lakes(basemap):
    water = shapely.union_all([lake.geometry for lake in basemap.of(Kind.LAKE)]).buffer(-1e-3)
    assert all(river.geometry.disjoint(water) for river in basemap.of(Kind.RIVER))


def test_golan_and_undof_lie_side_by_side(basemap):
    (golan,), (undof,) = basemap.of(Kind.GOLAN), basemap.of(Kind.UNDOF)
    assert golan.geometry.contains(shapely.Point(35.75, 33.23)), "Masaada"
    assert golan.geometry.contains(shapely.Point(35.70, 32.78)), "Fiq"
    assert not golan.geometry.contains(shapely.Point(35.89, 33.19)), "Khan Arnaba"
    assert undof.geometry.buffer(0.02).contains(shapely.Point(35.824, 33.126)), "Quneitra town"
    assert golan.geometry.intersection(undof.geometry).area < 0.01 * undof.geometry.area
    assert golan.geometry.distance(undof.geometry) < 1e-3
    # about 1,150 km2 by most accounts; one square degree is 10,360 km2 here
    assert 950 < golan.geometry.area * 10_360 < 1350


def test_the_relief_fills_its_bounds(basemap, relief):
    facts = basemap.relief
    assert (facts.width_px, facts.height_px) == (relief.shape[1], relief.shape[0])
    assert facts.leaflet_bounds == ((FRAME.south, FRAME.west), (FRAME.north, FRAME.east))
    ratio = (mercator_deg(FRAME.north) - mercator_deg(FRAME.south)) / (FRAME.east - FRAME.west)
    assert relief.shape[0] / relief.shape[1] == pytest.approx(ratio, abs=1e-3)
    assert facts.data_uri().startswith("data:image/webp;base64,UklGR")


def test_the_relief_is_clear_at_sea_and_full_on_land(relief):
    assert all(pixel(relief, *at)[3] == 0 for at in AT_SEA.values())
    inland = [ON_LAND[place] for place in ("Damascus", "Gaziantep", "Masaada, in the Golan")]
    assert all(pixel(relief, *at)[3] > 240 for at in inland)
    assert relief[0, :, 3].max() < 20


def test_the_relief_is_where_the_mountains_are(relief):
    grey = relief[..., 0].astype(float)
    width = grey.shape[1]

    def roughness(west, south, east, north):
        top = mercator_deg(FRAME.north)
        scale = width / (FRAME.east - FRAME.west)
        rows = slice(int((top - mercator_deg(north)) * scale), int((top - mercator_deg(south)) * scale))
        return grey[rows, int((west - FRAME.west) * scale) : int((east - FRAME.west) * scale)].std()

    lebanon, steppe = roughness(35.8, 33.8, 36.4, 34.4), roughness(39.0, 34.0, 39.6, 34.6)
    assert lebanon > 4 * steppe
    # Jabal Abd al-Aziz ends and the plain begins within a few kilometres: rows are not shifted
    assert roughness(39.9, 36.35, 40.4, 36.5) > 2 * roughness(39.9, 36.0, 40.4, 36.15)


@pytest.mark.parametrize("lat", [-60.0, 0.0, 31.0, 35.0, 38.5])
def test_mercator_goes_there_and_back(lat):
    assert latitude_of(mercator_deg(lat)) == pytest.approx(lat, abs=1e-12)

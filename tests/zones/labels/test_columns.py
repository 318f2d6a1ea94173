import pytest

from zones.labels.columns import coordinate_columns, require_coordinate_columns
from zones.labels.errors import LabelError


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["lon", "lat"], ("lon", "lat")),
        (["LAT", "LNG", "x", "y"], ("LNG", "LAT")),
        (["id", "Longitude", "Latitude"], ("Longitude", "Latitude")),
        (["x", "y"], ("x", "y")),
        (["X_coord", "Y_coord"], ("X_coord", "Y_coord")),
        (["decimalLongitude", "decimalLatitude"], ("decimalLongitude", "decimalLatitude")),
        (["actor1_lat_code", "event_latitude", "event_longitude"], ("event_longitude", "event_latitude")),
        # ACLED's export
        (
            [
                "event_id_cnty",
                "event_date",
                "year",
                "admin1",
                "admin2",
                "admin3",
                "location",
                "latitude",
                "longitude",
                "geo_precision",
            ],
            ("longitude", "latitude"),
        ),
        # UCDP GED 24.1
        (
            [
                "id",
                "relid",
                "where_coordinates",
                "adm_1",
                "adm_2",
                "latitude",
                "longitude",
                "geom_wkt",
                "priogrid_gid",
            ],
            ("longitude", "latitude"),
        ),
        (["a", "b"], None),
        (["latitude", "b"], None),
        ([], None),
    ],
)
def test_names_as_people_give_them(names, expected):
    assert coordinate_columns(names) == expected


def test_named_columns_are_taken():
    assert coordinate_columns(["lon", "lat", "a", "b"], lon="a", lat="b") == ("a", "b")
    assert coordinate_columns(["lon", "lat", "a"], lon="a") == ("a", "lat")


@pytest.mark.parametrize(
    ("names", "named", "message"),
    [
        (["a", "b"], {}, "there are a, b"),
        ([], {}, "there are none"),
        (["lon", "lat"], {"lon": "nol"}, "no column 'nol'; the columns are lon, lat"),
        (["a", "b"], {"lon": "a"}, "no column for the latitude"),
        (["lon", "Lon", "lat"], {}, "lon and Lon could be meant"),
        (["from_lon", "to_lon", "lat"], {}, "from_lon and to_lon could be meant"),
    ],
)
def test_what_cannot_be_told_is_asked_for(names, named, message):
    with pytest.raises(LabelError, match=message) as caught:
        require_coordinate_columns(names, **named)
    assert caught.value.columns == tuple(names)


LON = [
    "lon",
    "lng",
    "long",
    "longitude",
    "longitud",
    "decimalLongitude",
    "lon_coord",
    "x_coord",
    "POINT_X",
    "x",
]
LAT = ["lat", "latitude", "latitud", "decimalLatitude", "lat_coord", "y_coord", "POINT_Y", "y"]


@pytest.mark.parametrize("lat", LAT)
@pytest.mark.parametrize("lon", LON)
def test_every_usual_name_is_found_and_marks_and_case_do_not_matter(lon, lat):
    for x, y in ((lon, lat), (lon.upper(), lat.lower()), (f" {lon}_", f"{lat}1")):
        assert coordinate_columns(["id", y, "zone", x]) == (x, y)


@pytest.mark.parametrize(("lon", "lat"), [("longitude", "latitude"), ("lng", "lat"), ("LON", "Lat")])
@pytest.mark.parametrize("joint", ["_", " ", "."])
def test_so_is_one_at_the_end_of_a_name(lon, lat, joint):
    names = [f"event{joint}{lat}", "plat", "colon", f"event{joint}{lon}"]
    assert coordinate_columns(names) == (names[3], names[0])
    assert coordinate_columns(["plat", "colon"]) is None


def test_a_whole_name_goes_before_an_end():
    assert coordinate_columns(["from_lon", "x", "lat", "from_lat"]) == ("x", "lat")

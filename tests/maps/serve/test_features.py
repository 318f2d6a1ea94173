"""OGC API - Features: what its standard asks for, seen from a client."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import geopandas as gpd
import pytest
import shapely

from maps.geojson import to_geojson

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from zones import ZoneSet

LAYERS = ("zones", "members", "units", "claims")
WORDS = {
    "units", "limits", "not_read", "checked", "differences", "quotes", "said", "monitors", "in_zones",
}  # fmt: skip


def ids(client: TestClient, layer: str, **query: Any) -> list[str]:
    response = client.get(f"/collections/{layer}/items", params=query)
    assert response.status_code == 200, response.text
    return [feature["id"] for feature in response.json()["features"]]


def linked(told: dict[str, Any], rel: str) -> list[str]:
    return [link["href"] for link in told["links"] if link["rel"] == rel]


def test_the_landing_page_leads_to_everything(client: TestClient) -> None:
    told = client.get("/").json()
    rels = {link["rel"] for link in told["links"]}
    assert "read by rules, not reviewed" in told["description"]
    assert {"self", "alternate", "service-desc", "service-doc", "conformance", "data"} <= rels
    for link in told["links"]:
        found = client.get(link["href"])
        assert found.status_code == 200
        assert found.headers["content-type"].split(";")[0] == link["type"].split(";")[0]


def test_every_link_of_every_collection_is_alive_and_typed(client: TestClient) -> None:
    told = client.get("/collections").json()
    assert [one["id"] for one in told["collections"]] == list(LAYERS)
    for one in told["collections"]:
        assert client.get(f"/collections/{one['id']}").json() == one
        for link in one["links"]:
            found = client.get(link["href"])
            assert found.status_code == 200
            assert found.headers["content-type"].split(";")[0] == link["type"]


def test_it_conforms_to_what_it_says(client: TestClient) -> None:
    classes = [name.rpartition("/")[2] for name in client.get("/conformance").json()["conformsTo"]]
    assert classes == ["core", "oas30", "html", "geojson"]


@pytest.mark.parametrize("layer", LAYERS)
def test_pages_hold_every_feature_once_and_as_exported_with_words_beside_lists(
    client: TestClient, zone_set: ZoneSet, layer: str
) -> None:
    exported = json.loads(to_geojson(zone_set, layer))  # type: ignore[arg-type]
    href, seen = f"/collections/{layer}/items?limit=7", []
    for _ in range(100):
        page = client.get(href).json()
        assert page["numberReturned"] == len(page["features"]) <= 7
        assert page["numberMatched"] == len(exported["features"])
        seen += page["features"]
        if not (following := linked(page, "next")):
            break
        href = following[0]
    for feature in seen:
        properties = feature["properties"]
        lists = [name for name, value in properties.items() if isinstance(value, list)]
        words = {name: properties.pop(name) for name in WORDS & properties.keys()}
        assert len(words) == len(lists)
        assert all(text is None or isinstance(text, str) for text in words.values())
    assert seen == exported["features"]
    assert page["documents"] == exported["documents"]
    assert page["boundaries"]["attribution"]


def test_previous_pages_lead_back(client: TestClient) -> None:
    page = client.get("/collections/units/items?limit=10&offset=25&governorate=SY07").json()
    back = client.get(linked(page, "prev")[0]).json()
    assert [f["id"] for f in back["features"]] == ids(
        client, "units", limit=10, offset=15, governorate="SY07"
    )
    assert not linked(client.get("/collections/units/items").json(), "prev")


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize(
    "box", [(36.5, 35.5, 37.0, 36.0), (35, 32, 43, 38), (0, 0, 1, 1), (36.3, 33.5, 36.3, 33.5)]
)
def test_a_box_selects_what_geopandas_selects(
    client: TestClient, zone_set: ZoneSet, layer: str, box: tuple[float, ...]
) -> None:
    frame = gpd.read_file(io.BytesIO(to_geojson(zone_set, layer).encode()))  # type: ignore[arg-type]
    meets = frame.geometry.isna() | frame.intersects(shapely.box(*box))
    assert ids(client, layer, bbox=",".join(map(str, box)), limit=1000) == sorted(frame[meets]["id"])


def test_a_box_may_have_heights_and_cross_the_antimeridian(client: TestClient) -> None:
    flat = ids(client, "zones", bbox="36,35,38,37")
    assert flat == ids(client, "zones", bbox="36,35,-100,38,37,9000")
    assert flat
    assert ids(client, "units", bbox="170,30,-170,40") == []
    assert len(ids(client, "units", bbox="35,30,-170,40", limit=1000)) == 272


def test_days_select_claims_and_leave_what_has_no_day(client: TestClient, zone_set: ZoneSet) -> None:
    published = zone_set.published
    day = {c.id: c.said_on or published[c.evidence[0].document] for c in zone_set.claims}
    for asked, wanted in (
        ("2017-06-22", lambda d: d == "2017-06-22"),
        ("../2017-06-22", lambda d: d <= "2017-06-22"),
        ("2017-06-23T00:00:00Z/..", lambda d: d >= "2017-06-23"),
        ("2017-06-22T23:30:00-02:00", lambda d: d == "2017-06-23"),
        ("2018-01-01/2019-01-01", lambda _: False),
    ):
        assert ids(client, "claims", datetime=asked) == sorted(c for c, d in day.items() if wanted(str(d)))
    assert len(ids(client, "zones", datetime="1999-01-01")) == len(ids(client, "zones"))


def test_properties_select(client: TestClient) -> None:
    for layer in LAYERS:
        names = client.get(f"/collections/{layer}/queryables").json()["properties"]
        features = client.get(f"/collections/{layer}/items?limit=1000").json()["features"]
        for name in names.keys() - {"geometry"}:
            values = {f["properties"][name] for f in features} - {None}
            for value in sorted(values)[:3]:
                same = sorted(f["id"] for f in features if f["properties"][name] == value)
                assert ids(client, layer, limit=1000, **{name: value}) == same


@pytest.mark.parametrize("layer", LAYERS)
def test_a_feature_is_found_by_its_id(client: TestClient, layer: str) -> None:
    one = client.get(f"/collections/{layer}/items?limit=1").json()["features"][0]
    found = client.get(f"/collections/{layer}/items/{one['id']}").json()
    assert {name: found[name] for name in one} == one
    assert urlsplit(linked(found, "collection")[0]).path == f"/collections/{layer}"


def test_a_page_is_never_larger_than_the_most(client: TestClient) -> None:
    assert len(ids(client, "units", limit=100000)) == 272
    assert len(ids(client, "units")) == 100


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("bbox=1,2,3", "4 or 6 numbers"),
        ("bbox=1,2,3,nan", "a number"),
        ("bbox=1,2,3,inf", "a number"),
        ("bbox=200,2,3,4", "longitudes"),
        ("bbox=1,9,3,4", "south before"),
        ("datetime=yesterday", "RFC 3339"),
        ("datetime=2017-06-31", "YYYY-MM-DD"),
        ("datetime=2017-06-23/2017-06-22", "start before"),
        ("datetime=0001-01-01T00:00:00%2B10:00", "RFC 3339"),
        ("limit=0", "at least 1"),
        ("limit=-1", "whole number"),
        ("limit=١", "whole number"),
        ("limit=1&limit=2", "more than once"),
        ("offset=99999999999", "at most"),
        ("f=xml", "json or html"),
        ("colour=red", "no parameter"),
        ("name=", "1 to 200"),
    ],
)
def test_a_bad_parameter_is_told_by_name(client: TestClient, query: str, said: str) -> None:
    response = client.get(f"/collections/zones/items?{query}")
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert told["status"] == 400
    assert said in told["detail"]
    assert told["parameter"] == query.partition("=")[0]


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/collections/none",
        "/collections/zones/items/none",
        "/collections/zones/",
        "/%00",
        "/../x",
    ],
)
def test_what_is_not_there_is_404(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    assert response.json()["title"] == "Not Found"

"""Lookups over HTTP: one, and a batch."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from zones import ZoneSet


@pytest.mark.parametrize(
    "place",
    [
        "Saraqib",
        "سراقب",
        "SY07",
        "35.86, 36.80",
        "Damascus",
        "0, 0",
        "35°51'52\"N 36°48'21\"E",
        "Eastern Ghouta",
        "https://www.google.com/maps/place/Saraqib/@35.87,36.81,14z/data="
        + "!4m6!3m5!1s0x152" * 20
        + "!3d35.8645!4d36.8059",
    ],
)
def test_it_answers_as_the_library_does(client: TestClient, zone_set: ZoneSet, place: str) -> None:
    assert client.get("/lookup", params={"place": place}).json() == zone_set.lookup(place).to_dict()


def test_positions_and_days(client: TestClient, zone_set: ZoneSet) -> None:
    told = client.get("/lookup", params={"lon": 36.8, "lat": "35.86", "on": "2017-06-22"}).json()
    assert told == zone_set.lookup(lon=36.8, lat=35.86, on=date(2017, 6, 22)).to_dict()


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("place=Qxyzabc", 404, "no place in Syria"),
        ("place=SY99", 404, "no unit"),
        ("place=Suran", 409, "may mean"),
        ("place=99, 999", 400, "beyond 90"),
        ("place=36.8059,35.8645,310", 400, "310 is left over"),
        ("place=35°70'N 36°40'E", 400, "70 minutes"),
        ("", 400, "neither given"),
        ("lon=36", 400, "lon given"),
        ("lon=36&lat=35&place=Azaz", 400, "expected place, or lon and lat"),
        ("lon=181&lat=35", 400, "-180 to 180"),
        ("lon=36&lat=1e999", 400, "a number"),
        ("place=Azaz&on=22.6.2017", 400, "YYYY-MM-DD"),
        (f"place={'x' * 2001}", 400, "1 to 2000"),
        ("lon=36,8&lat=35", 400, "a number"),
        ("place=%00", 404, "no place"),
    ],
)
def test_what_cannot_be_answered_is_told(client: TestClient, query: str, status: int, said: str) -> None:
    response = client.get(f"/lookup?{query}")
    assert response.status_code == status
    assert said in response.json()["detail"]


def test_several_meanings_are_all_given(client: TestClient) -> None:
    candidates = client.get("/lookup?place=Suran").json()["candidates"]
    assert len({c["pcode"] for c in candidates}) > 1
    for candidate in candidates:
        assert client.get("/lookup", params={"place": candidate["pcode"]}).status_code == 200


def test_a_batch_answers_each_as_alone(client: TestClient) -> None:
    points = [
        {"id": "a", "place": "Saraqib"},
        {"lon": 36.8, "lat": 35.86},
        {"id": "b", "place": "Atlantis"},
        {"id": "c", "place": "Suran"},
        *({"lon": 36 + n / 10, "lat": 33.5} for n in range(20)),
    ]
    told = client.post("/lookup", json={"points": points, "on": "2017-06-23"}).json()
    assert [row["id"] for row in told["answers"]] == [point.get("id") for point in points]
    met: set[str] = set()
    for point, row in zip(points, told["answers"], strict=True):
        query = {name: value for name, value in point.items() if name != "id"} | {"on": "2017-06-23"}
        alone = client.get("/lookup", params=query).json()
        if "problem" in row:
            assert row["problem"] == alone
            continue
        standing = alone.pop("standing")
        assert row["answer"] == alone
        assert all(one in told["standing"] for one in standing)
        met |= {zone["zone"] for zone in alone["zones"]}
    assert {one["zone"] for one in told["standing"]} <= met


def test_an_empty_batch_is_an_answer(client: TestClient) -> None:
    assert client.post("/lookup", json={"points": []}).json() == {"on": None, "answers": [], "standing": []}


def test_too_many_points_are_too_large(client: TestClient) -> None:
    points = [{"lon": 36.8, "lat": 35.86}] * 1001
    response = client.post("/lookup", json={"points": points})
    assert response.status_code == 413
    assert "expected at most 1000" in response.json()["detail"]


def test_a_thousand_points_are_not(client: TestClient) -> None:
    told = client.post("/lookup", json={"points": [{"lon": 30, "lat": 10}] * 1000}).json()
    assert len(told["answers"]) == 1000


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ('{"points": [{"lon": "36", "lat": 35}]}', "#/points/0/lon"),
        ('{"points": [{"lon": 36, "lat": 95}]}', "#/points/0/lat"),
        ('{"points": [{"lon": 36}]}', "#/points/0"),
        ('{"points": [{}]}', "#/points/0"),
        ('{"points": [{"place": ""}]}', "#/points/0/place"),
        ('{"points": [{"place": "Azaz", "x/~": 1}]}', "#/points/0/x~1~0"),
        ('{"points": [], "on": "soon"}', "#/on"),
        ('{"points": {}}', "#/points"),
        ("{}", "#/points"),
        ("[]", "#"),
    ],
)
def test_a_bad_body_is_told_where(client: TestClient, body: str, pointer: str) -> None:
    response = client.post("/lookup", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 400
    assert pointer in [fault["pointer"] for fault in response.json()["errors"]]


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe", b'{"points": [NaN]}', b"[" * 100_000, b'{"points": [{"lon": 1e999, "lat": 1}]}',
     b'{"points": [{"lon": ' + b"9" * 5000 + b', "lat": 1}]}', b'{"points": [{"place": "\\ud800"}]}'],
)  # fmt: skip
def test_a_strange_body_is_refused(client: TestClient, body: bytes) -> None:
    response = client.post(
        "/lookup", content=body, headers={"Content-Type": "application/json; charset=utf-8"}
    )
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"


def test_only_json_is_read(client: TestClient) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "application/json5"):
        response = client.post("/lookup", content=b'{"points": []}', headers={"Content-Type": kind})
        assert response.status_code == 415

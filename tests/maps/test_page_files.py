"""What leaves the page: files, a picture, a printed sheet, a link."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import shapely
from PIL import Image

from tests.maps.conftest import OpenPage

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser


def saved(page: Any, entry: str) -> bytes:
    page.click(".menu-button")
    with page.expect_download() as download:
        page.click(f".menu button:has-text('{entry}')")
    return Path(download.value.path()).read_bytes()


def test_geojson_has_the_zones_shapes_and_claims(page: Any, zone_set: ZoneSet) -> None:
    collection = json.loads(saved(page, "GeoJSON"))
    assert collection["type"] == "FeatureCollection"
    features = {feature["id"]: feature for feature in collection["features"]}
    for zone in zone_set.zones:
        for extent in ("whole", "part"):
            expected = zone.geometry(extent)
            if expected is None or expected.is_empty:
                assert f"{zone.id}:{extent}" not in features
                continue
            feature = features[f"{zone.id}:{extent}"]
            shape = shapely.from_geojson(json.dumps(feature["geometry"]))
            assert shape.is_valid
            assert shape.symmetric_difference(expected).area < 1e-9
            assert all(polygon.exterior.is_ccw for polygon in shape.geoms)
            assert not any(hole.is_ccw for polygon in shape.geoms for hole in polygon.interiors)
            said = [claim.id for claim in zone_set.claims if claim.zone == zone.id]
            assert sorted(claim["id"] for claim in feature["properties"]["claims"]) == sorted(said)
            assert feature["properties"]["evidence"][0]["quote"] == zone.evidence[0].quote


def test_members_and_claims_as_tables(page: Any, zone_set: ZoneSet) -> None:
    members = list(csv.DictReader(io.StringIO(saved(page, "Members").decode("utf-8-sig"))))
    expected = [
        (zone.id, member.pcode, str(member.extent)) for zone in zone_set.zones for member in zone.members
    ]
    assert [(row["zone"], row["pcode"], row["extent"]) for row in members] == expected
    claims = list(csv.DictReader(io.StringIO(saved(page, "Claims").decode("utf-8-sig"))))
    assert [(row["id"], row["nationality"], row["status"]) for row in claims] == [
        (claim.id, claim.nationality, str(claim.status)) for claim in zone_set.claims
    ]
    assert all(row["quote"] for row in claims)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_picture_is_a_full_sheet(open_page: OpenPage, lang: str) -> None:
    page = open_page(fragment=f"lang={lang}").page
    picture = Image.open(io.BytesIO(saved(page, "PNG"))).convert("RGB")
    assert picture.size == (2807, 1985)
    assert len(picture.getcolors(maxcolors=2**24)) > 5000
    red = (204, 60, 91)  # Idlib's outline
    assert sum(count for count, colour in picture.getcolors(2**24) if near(colour, red)) > 2000


def test_print_is_one_landscape_page(open_page: OpenPage) -> None:
    pdf = open_page().page.pdf(prefer_css_page_size=True, print_background=True)
    assert pdf.count(b"/Type /Page\n") == 1
    box = pdf.split(b"/MediaBox [")[1].split(b"]")[0].split()
    assert [round(float(size)) for size in box] == [0, 0, 842, 595]


def test_print_shows_the_sheet_with_legend_and_sources(open_page: OpenPage) -> None:
    page = open_page().page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    sheet = page.locator("#sheet svg")
    text = sheet.evaluate("sheet => sheet.textContent")
    for words in (
        "De-escalation zones in Syria",
        "23 June 2017",
        "Idlib",
        "Documents",
        "UN OCHA",
        "official geometry",
    ):
        assert words in text
    assert page.locator("#stage").is_hidden()
    box = sheet.bounding_box()
    assert box["width"] / box["height"] == pytest.approx(297 / 210, rel=0.02)


def test_the_address_restores_what_was_chosen(open_page: OpenPage) -> None:
    first = open_page()
    page = first.page
    first.switch("sub-district")
    first.switch("zone:northern-homs")
    page.focus("#as-of")
    page.keyboard.press("ArrowLeft")
    page.evaluate(
        "location.hash = location.hash.replace(/map=[^&]*/, 'map=9/33.5/36.5') + '&show=nationality:TR'"
    )
    first.settle()
    fragment = page.evaluate("location.hash.slice(1)")
    again = open_page(fragment=fragment).page
    assert again.evaluate("location.hash.slice(1)") == fragment
    assert again.locator("path.border-sub-district").count() == 1
    assert again.locator("path.zone[data-zone=northern-homs]").count() == 0
    assert again.locator(".as-of-day").inner_text() == "22 June 2017"
    assert again.locator(".nationality-view h2").inner_text() == "Türkiye TR"


@pytest.mark.parametrize(
    "fragment",
    [
        "show=zone:nobody",
        "map=a/b/c",
        "on=2099-01-01",
        "layers=__proto__",
        "constructor=1",
        "%",
        "show=point:x",
    ],
)
def test_a_wrong_address_changes_nothing(open_page: OpenPage, fragment: str) -> None:
    page = open_page(fragment=fragment).page
    assert page.locator(".overview").count() == 1


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))

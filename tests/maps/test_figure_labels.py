"""Names on the sheets: none on another, none on a town's mark, and every sub-district of a zone named or in the key."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from geodata.unit import Level

if TYPE_CHECKING:
    from zones import ZoneSet

pytest.importorskip("matplotlib")
from maps.figure import figure
from maps.figure.flow import measurer
from maps.figure.page import LAYOUT_DPI, MM_PER_INCH

pytestmark = pytest.mark.slow
APART_MM = 1.0
ZONES = ("idlib", "northern-homs", "eastern-ghouta", "jordanian-border")


@pytest.fixture(
    scope="module", params=[(None, "A4"), (None, "16:9"), *((zone, "A4") for zone in ZONES)], ids=str
)
def sheet(request: pytest.FixtureRequest, zone_set: ZoneSet) -> tuple[str | None, Any]:
    """The sheet of the seeds, its slide, and the sheet of each zone."""
    zone, size = request.param
    return zone, figure(zone_set, zone=zone, size=size)


def boxes(drawn: Any) -> list[tuple[str, Any]]:
    """What is written on the map, with the boxes it takes, a disc around a number included."""
    renderer, found = measurer(drawn), []
    for text in drawn.axes[0].texts:
        if text.get_clip_on():
            disc = text.get_bbox_patch()
            text.update_bbox_position_size(renderer)
            found.append((text.get_text(), (disc or text).get_window_extent(renderer)))
    return found


def test_no_name_lies_on_another_or_joins_it_on_a_line(sheet: tuple[str | None, Any]) -> None:
    written = boxes(sheet[1])
    assert len(written) > 15
    apart = APART_MM / MM_PER_INCH * LAYOUT_DPI
    for (one, box), (other, taken) in combinations(written, 2):
        assert not box.padded(apart, 0).overlaps(taken), (one, other)


def test_no_name_hides_a_town(sheet: tuple[str | None, Any]) -> None:
    axes = sheet[1].axes[0]
    marks = [line.get_xydata()[0] for line in axes.lines if line.get_marker() in {"o", "s"}]
    assert marks
    pixels = axes.transData.transform(marks)
    names = [(name, box) for name, box in boxes(sheet[1]) if not name.isdigit()]
    hidden = [name for name, box in names for x, y in pixels if box.contains(x, y)]
    assert hidden == []


def test_every_sub_district_of_a_zone_is_named_or_in_the_key(
    sheet: tuple[str | None, Any], zone_set: ZoneSet
) -> None:
    zone, drawn = sheet
    if zone is None:
        return
    whole, units = zone_set.zone(zone).geometry(), zone_set.units
    inside = [
        unit.name
        for unit in units.at_level(Level.SUBDISTRICT)
        if shapely.area(shapely.intersection(units.geometry(unit.pcode), whole))
        > 0.02 * shapely.area(units.geometry(unit.pcode))
    ]
    assert len(inside) > 2
    written = {"".join(name.split()) for text, _ in boxes(drawn) for name in (text, text.partition("\n")[0])}
    told = " ".join(" ".join(text.get_text() for text in drawn.axes[-1].texts).split())
    key = told.partition("Sub-districts by letter: ")[2]
    missing = [name for name in inside if "".join(name.split()) not in written and f" {name}" not in key]
    assert missing == []
    assert "without room" not in key


def test_letters_on_the_map_are_those_of_the_key(sheet: tuple[str | None, Any]) -> None:
    drawn = sheet[1]
    letters = {text for text, _ in boxes(drawn) if text.isascii() and text.isupper() and len(text) == 1}
    told = " ".join(" ".join(text.get_text() for text in drawn.axes[-1].texts).split())
    key = told.partition("Sub-districts by letter: ")[2]
    assert all(f"{letter} " in key for letter in letters)
    assert bool(letters) == bool(key)

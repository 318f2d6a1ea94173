"""The page's search box reads and refuses positions as `zonemap lookup` does, over the whole table."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from geodata.position import PositionError, parse_position

if TYPE_CHECKING:
    from zones import ZoneSet

pytestmark = pytest.mark.browser

TABLE = tomllib.loads((Path(__file__).parents[1] / "positions.toml").read_text(encoding="utf-8"))
TYPED = [
    str(row[0])
    for rows in TABLE.values()
    for row in [*rows["read"], *rows["refused"]]
    if "\n" not in row[0]  # a field of one line takes no line ends
]
SWAP = "are latitude and longitude swapped?"
TYPE_ALL = """texts => {
  const input = document.getElementById("search");
  return texts.map(text => {
    input.value = text;
    input.dispatchEvent(new Event("input"));
    const rows = [...document.querySelectorAll("#found [role=option]:not([aria-disabled]) ")];
    const names = rows.map(row => row.querySelector(".found-name").innerText);
    const details = rows.map(row => row.querySelector(".found-detail").innerText);
    return { names, details, remark: document.querySelector("#found .none")?.innerText ?? null };
  });
}"""


def test_the_search_box_and_lookup_agree_on_the_whole_table(shared_page: Any) -> None:
    assert len(TYPED) > 300
    wrong = []
    for text, shown in zip(TYPED, shared_page.evaluate(TYPE_ALL, TYPED), strict=True):
        try:
            found = parse_position(text)
        except PositionError:
            if shown["names"] or not shown["remark"].startswith("No position"):
                wrong.append((text, "refused", shown))
            continue
        lat, lon = (shown["names"] or ["nan, nan"])[0].split(", ")
        near = abs(float(lat) - found.lat) < 2e-6 and abs(float(lon) - found.lon) < 2e-6
        if not near or not shown["details"][0].endswith(found.form):
            wrong.append((text, found, shown))
    assert wrong == []


@pytest.mark.parametrize(
    ("pasted", "swapped"),
    [("37.14, 36.17", True), ("36.17, 37.14", False), ("37.14N 36.17E", True), ("48.85, 2.35", False)],
)
def test_a_pair_the_wrong_way_round_gets_the_hint_in_both(
    shared_page: Any, zone_set: ZoneSet, pasted: str, swapped: bool
) -> None:
    shared_page.fill("#search", pasted)
    shared_page.press("#search", "Enter")
    assert (SWAP in shared_page.locator(".point-view").inner_text()) == swapped
    assert any(SWAP in note for note in zone_set.lookup(pasted).notes) == swapped


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("کفر نبل", "Kafr Nobol"),
        ("السویداء", "As-Sweida"),
        ("Suran, Hama", "Suran"),
        ("\u200fSY070003", "Saraqab"),
        ("SY070003\u200f", "Saraqab"),
        ("SY٠٧٠٠٠٣", "Saraqab"),
        ("Ghouta", "Eastern Ghouta"),
        ("Idlib governorate", "Idleb"),
        ("Idlib zone", "Idlib"),
    ],
)
def test_names_as_lookup_takes_them(shared_page: Any, zone_set: ZoneSet, typed: str, title: str) -> None:
    zone_set.lookup(typed)
    shared_page.fill("#search", typed)
    assert shared_page.locator("#found [role=option] .found-name").all_inner_texts()[0] == title


@pytest.mark.parametrize("typed", ["Idlib", "Aleppo", "Homs", "Suran", "إدلب"])
def test_the_page_never_jumps_to_the_first_of_several(page: Any, typed: str) -> None:
    page.fill("#search", typed)
    page.press("#search", "Enter")
    assert page.locator("#found").is_visible()
    assert "Several places have this name" in page.locator("#found").inner_text()
    assert page.locator("#found .found-name").count() > 1
    page.press("#search", "ArrowDown")
    page.press("#search", "Enter")
    assert page.locator("#found").is_hidden()

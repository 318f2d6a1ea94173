"""Lengths that no map can show: each is left open in its own words, and everything else of the text is drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

import zones

OPEN = [
    (
        "The safe zone covers 480 kilometers along the Turkish border.",
        "480 kilometers along the Turkish border",
    ),
    (
        "The safe zone covers a 120 km stretch along the Turkish border.",
        "a 120 km stretch along the Turkish border",
    ),
    (
        "The safe zone is a strip 822 km deep along the Turkish border.",
        "a strip 822 km deep along the Turkish border",
    ),
    (
        "The safe zone is a strip of 0 km along the Turkish border.",
        "a strip of 0 km along the Turkish border",
    ),
    (
        "The safe zone is 120 km long and 30 km deep along the Turkish border.",
        "120 km long and 30 km deep along the Turkish border",
    ),
    ("The safe zone covers 20,000 km around Idlib.", "20,000 km around Idlib"),
]


def read(folder: Path, text: str) -> zones.ZoneSet:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return zones.load(path)


@pytest.mark.parametrize(("text", "limit"), OPEN)
def test_what_cannot_be_drawn_is_left_open_in_words(tmp_path: Path, text: str, limit: str) -> None:
    found = read(tmp_path, text)
    assert found.zones == ()
    assert [one.text for one in found.unresolved] == [limit]
    assert found.unresolved[0].evidence[0].quote in text


@pytest.mark.parametrize(("text", "limit"), OPEN)
def test_it_stops_nothing_else(tmp_path: Path, text: str, limit: str) -> None:
    found = read(tmp_path, f"The first zone covers Quneitra province.\n\n{text}")
    (zone,) = found.zones
    assert {member.pcode for member in zone.members} == {"SY14"}
    assert limit in {one.text for one in (*found.unresolved, *zone.unresolved)}


@pytest.mark.parametrize(
    ("text", "depth"),
    [
        ("The safe zone is a 30-km-deep strip along the Turkish border.", 30),
        (
            "The zone is 120 km long and 30 km deep along the Turkish border between Tell Abyad and Ras al-Ayn.",
            30,
        ),
        ("The safe zone reaches 20 km into Syria along the Turkish border.", 20),
    ],
)
def test_a_depth_is_drawn(tmp_path: Path, text: str, depth: int) -> None:
    (zone,) = read(tmp_path, text).zones
    assert all(f"within {depth} km of the border" in member.reason for member in zone.members)

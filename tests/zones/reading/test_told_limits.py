"""Limits told by what forces would hold or keep out of."""

from __future__ import annotations

import pytest

from tests.zones.reading.claims import mentions_of
from zones.reading.told_limits import told_limits
from zones.reading.zone_reader import read_zones

HELD = "the broad strip east of the Khabur now controlled by tribes"


@pytest.mark.parametrize(
    ("sentence", "limits"),
    [
        (f"The force would have to hold {HELD}, lest it be lost.", [HELD]),
        ("Their job would be to guard towns which the rebels hold.", ["towns which the rebels hold"]),
        ("The force holds the strip controlled by tribes.", []),
        ("Rebels would hold the strip now controlled by tribes.", []),
        ("The force would hold the strip drawn by experts.", []),
        ("They will stay out of built-up areas.", ["stay out of built-up areas"]),
        ("Omani troops would not enter towns and villages.", ["enter towns and villages"]),
        ("They will stay out of the dispute.", []),
        ("They will stay out of the villages of Rastan and Talbiseh.", []),
        ("They will enter towns and villages.", []),
        ("Omani troops did not enter towns.", []),
    ],
)
def test_what_forces_would_hold_or_keep_out_of_is_a_limit(sentence: str, limits: list[str]) -> None:
    (mentions,) = mentions_of(sentence)
    assert [limit.text for limit in told_limits(mentions)] == limits


@pytest.mark.parametrize(("between", "of_zone"), [("", True), ("It rained. It rained. It rained. ", False)])
def test_the_limit_is_that_of_the_zone_told_just_before(between: str, of_zone: bool) -> None:
    zone = "The safe zone covers Homs province."
    (draft,), loose, _ = read_zones(
        mentions_of(f"{zone} {between}Omani troops will stay out of built-up areas.")
    )
    assert len(draft.areas) == 1 + of_zone
    assert len(loose) == 1 - of_zone

"""A reading that is stored: the same when it is taken back, and never one that is damaged or of something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import shapely

import zones
from geodata.units import AdminUnits
from tests.considered import considered
from zones import ZoneSet
from zones.documents import seed_paths
from zones.stored import Content, packed, unpacked

STRIP = (
    "The zone is a strip 20 km deep along the border with Iraq in Deir ez-Zor. Iran may send troops there."
)


def content(zone_set: ZoneSet) -> Content:
    return (
        zone_set.documents,
        zone_set.zones,
        zone_set.claims,
        zone_set.unresolved,
        zone_set.accord,
        zone_set.passed_over,
    )


@pytest.fixture(scope="module", params=["seeds", "a strip"])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Content:
    """What is read from the built-in documents, or from a text whose zone cuts units and has no day."""
    if request.param == "seeds":
        return content(considered(zones.load(*seed_paths())))
    path = tmp_path_factory.mktemp("texts") / "strip.txt"
    path.write_text(STRIP, encoding="utf-8")
    return content(zones.load(path))


def test_what_is_stored_comes_back_equal(told: Content) -> None:
    back = unpacked(packed("key", told), "key", AdminUnits.builtin())
    assert back is not None
    for one, other in zip(told[1], back[1], strict=True):
        assert shapely.equals(one.whole, other.whole)
        assert shapely.area(shapely.symmetric_difference(one.part, other.part)) < 1e-12
        assert one.to_dict() == other.to_dict()
    assert (back[0], *back[2:]) == (told[0], *told[2:])
    assert packed("key", back) == packed("key", told)


def test_a_reading_of_something_else_does_not_count(told: Content) -> None:
    assert unpacked(packed("one", told), "other", AdminUnits.builtin()) is None


DAMAGE: dict[str, Callable[[str], str]] = {
    "cut short": lambda text: text[: len(text) // 2],
    "empty": lambda _: "",
    "no object": lambda _: "[]",
    "without its documents": lambda text: text.replace('"documents"', '"papers"'),
    "a quotation that does not fit": lambda text: text.replace('"start": ', '"start": 9'),
    "an unknown unit": lambda text: text.replace('"SY070001"', '"SY979797"'),
    "a broken shape": lambda text: text.replace('"0106', '"01ff'),
    "an unknown status": lambda text: text.replace('"possible"', '"certain"'),
    "an unknown reason": lambda text: text.replace('"no sender"', '"no idea"'),
    "a day that is none": lambda text: text.replace('"2017-06-23"', '"2017-06-31"'),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_is_damaged_counts_as_none(name: str, told: Content) -> None:
    whole = packed("key", told)
    damaged = DAMAGE[name](whole.decode()).encode()
    assert (unpacked(damaged, "key", AdminUnits.builtin()) is None) == (damaged != whole)


def test_bytes_that_are_no_text_count_as_none() -> None:
    assert unpacked(b"\xff\xfe{", "key", AdminUnits.builtin()) is None

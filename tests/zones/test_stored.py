"""A reading that is kept: the same when it is taken back, and never one that is damaged or stale."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely

import zones
from geodata.units import AdminUnits
from tests.considered import considered
from zones import ZoneSet
from zones.documents import seed_paths
from zones.stored import Content, fingerprint, keep, kept

STRIP = (
    "The zone is a strip 20 km deep along the border with Iraq in Deir ez-Zor. Iran may send troops there."
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a cache that nobody else has."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache/deescalation-zones/seeds.json"


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


def test_what_is_kept_comes_back_equal(told: Content, cache: Path) -> None:
    units = AdminUnits.builtin()
    assert kept("key", units) is None
    keep("key", told)
    back = kept("key", units)
    assert back is not None
    for one, other in zip(told[1], back[1], strict=True):
        assert shapely.equals(one.whole, other.whole)
        assert shapely.area(shapely.symmetric_difference(one.part, other.part)) < 1e-12
        assert one.to_dict() == other.to_dict()
    assert (back[0], *back[2:]) == (told[0], *told[2:])
    assert [path.name for path in cache.parent.iterdir()] == ["seeds.json"]


def test_a_reading_of_something_else_does_not_count(told: Content, cache: Path) -> None:
    keep("one", told)
    assert kept("other", AdminUnits.builtin()) is None


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
def test_a_damaged_file_counts_as_none(name: str, told: Content, cache: Path) -> None:
    keep("key", told)
    whole = cache.read_text(encoding="utf-8")
    damaged = DAMAGE[name](whole)
    cache.write_text(damaged, encoding="utf-8")
    assert (kept("key", AdminUnits.builtin()) is None) == (damaged != whole)


def test_bytes_that_are_no_text_count_as_none(cache: Path) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_bytes(b"\xff\xfe{")
    assert kept("key", AdminUnits.builtin()) is None


def test_where_nothing_can_be_kept_nothing_happens(told: Content, cache: Path) -> None:
    cache.parent.parent.mkdir()
    cache.parent.write_text("a file where the folder should be")
    keep("key", told)
    assert kept("key", AdminUnits.builtin()) is None


def test_a_reading_that_cannot_be_written_leaves_the_old_one(
    told: Content, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("old", told)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    keep("new", told)
    assert kept("old", AdminUnits.builtin()) is not None
    assert [path.name for path in cache.parent.iterdir()] == ["seeds.json"]


def test_a_fingerprint_follows_what_the_reading_depends_on(tmp_path: Path) -> None:
    units = AdminUnits.builtin()
    path = tmp_path / "a.txt"
    seen = set()
    for text, manifest in [("one", None), ("two", None), ("two", "[[document]]"), ("two", "# [[document]]")]:
        path.write_text(text)
        if manifest is not None:
            (tmp_path / "sources.toml").write_text(manifest)
        seen.add(fingerprint([path], units))
        assert fingerprint([path], units) in seen
    assert len(seen) == 4
    assert fingerprint([path, path], units) not in seen
    os.utime(path, (0, 0))
    assert fingerprint([path], units) in seen

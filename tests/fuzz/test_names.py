"""Names and positions as anybody may type them: places that are there, or an error that names what came."""

from __future__ import annotations

import json
from contextlib import suppress

from hypothesis import example
from hypothesis import strategies as st

import zones
from geodata import Candidate, Toponyms
from geodata.errors import PositionError, UnknownPlaceError, UnknownUnitError
from geodata.names import fold, skeleton
from tests.fuzz.mutations import HOSTILE, changed_text
from tests.fuzz.soundness import UNITS
from tests.fuzz.targets import target, within
from zones.lookup import AmbiguousPlaceError

TOPONYMS = Toponyms.builtin()
ZONES = zones.load()
NAMES = sorted({name for p in TOPONYMS.places for name in (p.name, p.name_ar, *p.spellings) if name})
ASKED = [
    "Suran, Hama governorate, Syria", "the town of Rastan", "محافظة حمص", "Deir ez-Zor city", "SY070003", "sy07",
    "35.86, 36.80", "35°51'36\"N 36°48'00\"E", "N 35.86 E 36.80", "lat=35.86 lon=36.80", "35,86; 36,80",
    "-35.86 -36.80", "N35 51 36 E36 48", *NAMES[::20],
]  # fmt: skip
PIECES = st.sampled_from([*HOSTILE, *NAMES[::20], " ", ", ", "city ", "the ", "district of "])
UNKNOWN = (UnknownPlaceError, UnknownUnitError, PositionError, AmbiguousPlaceError)


def check_candidates(found: tuple[Candidate, ...]) -> None:
    for candidate in found:
        assert candidate.pcode is None or candidate.pcode in UNITS
        assert -180 <= candidate.lon <= 180
        assert -90 <= candidate.lat <= 90
        assert candidate.name


@target(examples=50, name=changed_text(ASKED) | st.text())
@example(name="")
def test_any_name(name: str) -> None:
    found = TOPONYMS.candidates(name)
    check_candidates(found)
    assert TOPONYMS.candidates(name) == found
    check_candidates(TOPONYMS.in_text(name))
    assert all(TOPONYMS.candidates(near) for near in TOPONYMS.suggest(name))


@target(
    examples=150,
    query=changed_text(ASKED) | st.text() | st.text(alphabet="0123456789.,;:+-−°'\"′″/NSEW nsew() "),
)
def test_any_question_to_the_lookup(query: str) -> None:
    with suppress(*UNKNOWN):
        answer = ZONES.lookup(query)
        told = json.dumps(answer.to_dict(), ensure_ascii=False, allow_nan=False)
        assert json.dumps(ZONES.lookup(query).to_dict(), ensure_ascii=False, allow_nan=False) == told
        assert all(unit.pcode in UNITS for unit in answer.units)
        for hit in answer.zones:
            assert hit.pcode in {member.pcode for member in ZONES.zone(hit.zone).members}


@target(examples=100, lon=st.floats(), lat=st.floats())
def test_any_position(lon: float, lat: float) -> None:
    unit, held = ZONES.lookup_ids(lon=lon, lat=lat)
    try:
        answer = ZONES.lookup(lon=lon, lat=lat)
    except PositionError:
        assert unit is None
        assert held == ()
        return
    inside = UNITS.unit_at(lon=lon, lat=lat)
    assert unit == (inside.pcode if inside else None)
    if inside:
        assert {(hit.zone, hit.extent) for hit in answer.zones} == set(held)


@target(examples=100, lon=st.floats(35.5, 42.5), lat=st.floats(32, 37.5))
def test_a_position_in_syria_has_one_answer_in_three_ways(lon: float, lat: float) -> None:
    unit, held = ZONES.lookup_ids(lon=lon, lat=lat)
    inside = UNITS.unit_at(lon=lon, lat=lat)
    assert unit == (inside.pcode if inside else None)
    labels = ZONES.label([lon], [lat])
    assert (labels.units[0] >= 0) == (unit is not None)
    if inside:
        assert {(hit.zone, hit.extent) for hit in ZONES.lookup(lon=lon, lat=lat).zones} == set(held)


@target(examples=100, name=changed_text(NAMES) | st.text())
def test_keys_of_names_are_stable(name: str) -> None:
    assert fold(fold(name)) == fold(fold(fold(name)))
    assert fold(name) == fold(name.upper().lower()) or not name.isascii()
    assert skeleton(name) == skeleton(name.strip())
    assert " " not in skeleton(name)


@target(
    examples=12,
    piece=st.lists(PIECES, min_size=1, max_size=4),
    times=st.integers(10, 5000),
)  # fmt: skip
def test_long_names(piece: list[str], times: int) -> None:
    name = ("".join(piece) * times)[:20_000]
    with within(seconds=20):
        TOPONYMS.candidates(name)
        with suppress(*UNKNOWN):
            ZONES.lookup(name)

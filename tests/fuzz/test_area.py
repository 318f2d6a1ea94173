"""Phrases and trees about areas: units with a geometry, or an AreaError that says what came."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import example
from hypothesis import strategies as st

from tests.fuzz.mutations import HOSTILE, NUMBERS, TEXTS, changed_text
from tests.fuzz.soundness import UNITS, check_area
from tests.fuzz.targets import target, within
from tests.zones.test_area_toml import areas
from zones.area_toml import area_from_toml, area_to_toml
from zones.areas import Area
from zones.compiler import compile_area
from zones.errors import AreaError
from zones.phrase import read_area

PHRASES = (
    "Idlib province and adjoining districts of Hama, Aleppo and Latakia",
    "northern Homs province, except the town of Rastan",
    "a 32-km-deep strip along the Turkish border between Tell Abyad and Ras al-Ayn",
    "Eastern Ghouta and all of Quneitra governorate",
    "areas within 20 km of Palmyra, excluding As-Sukhnah sub-district",
    "most of Aleppo and the north-east of Latakia",
    "areas along the Jordanian border in southern Syria to a depth of 30 kilometres",
    "areas held by Islamic State in Deir ez-Zor, apart from the districts of Abu Kamal and Mayadin",
    "a demilitarised zone 15 to 20 km deep along the line of contact",
    "a radius of 55 km around Al-Tanf and the M4 highway",
)
WORDS = sorted({word for phrase in PHRASES for word in phrase.replace(",", " ,").split()})


def compiled(area: Area) -> None:
    """Check what an area comes to, and that it is the same twice."""
    with suppress(AreaError):
        found = compile_area(area, UNITS)
        check_area(found, UNITS)
        assert compile_area(area, UNITS) == found


def check_phrase(phrase: str) -> None:
    with suppress(AreaError):
        area = read_area(phrase, UNITS)
        assert read_area(phrase, UNITS) == area
        compiled(area)
        written = area_to_toml(area)
        assert area_to_toml(area_from_toml(written)) == written


@pytest.mark.slow
@target(examples=60, phrase=changed_text(PHRASES))
def test_phrases_with_words_exchanged(phrase: str) -> None:
    check_phrase(phrase)


@target(
    examples=60, phrase=st.lists(st.sampled_from([*WORDS, *HOSTILE]), max_size=14).map(" ".join) | st.text()
)
def test_words_of_phrases_in_any_order(phrase: str) -> None:
    check_phrase(phrase)


@target(
    examples=10,
    piece=st.lists(st.sampled_from([*WORDS, *HOSTILE]), min_size=1, max_size=3),
    times=st.integers(9, 900),
)
def test_long_phrases(piece: list[str], times: int) -> None:
    with within(seconds=20):
        check_phrase(" ".join(piece * times)[:2000])


@target(examples=60, toml=changed_text((
    ('kind = "except"\n[area]\nkind = "union"\nareas = [{kind = "whole", unit = "SY07"}, '
    '{kind = "adjoining", within = ["SY06"], level = "district"}]\n[minus]\nkind = "disc"\nlon = 36.63\n'
    "lat = 35.93\nradius_km = 5.0\n"),
    ('kind = "border"\ncountry = "TR"\nwithin = ["SY02"]\ndepth_km = 32.0\n'
    'ends = [[38.9, 36.7], [40.1, 36.8]]\nend_names = ["Tell Abyad", "Ras al-Ayn"]\n'),
    'kind = "sector"\nunit = "SY04"\nbearing = 0\n',
    'kind = "region"\nname = "x"\nunits = ["SY0301"]\ntext = "y"\n',
)))  # fmt: skip
def test_trees_in_toml_with_words_exchanged(toml: str) -> None:
    with suppress(AreaError):
        area = area_from_toml(toml)
        assert area_from_toml(area_to_toml(area)) == area
        compiled(area)


@target(examples=40, area=areas)
def test_any_tree(area: Area) -> None:
    compiled(area)


@target(
    examples=10,
    piece=st.sampled_from(["[", "{a=", "a.", "[[a]]\n", "{kind='except', area="]),
    times=st.integers(1, 20_000),
)
@example(piece="[", times=5000)
def test_trees_nested_deep(piece: str, times: int) -> None:
    for begun in ("area = ", "kind = 'union'\nareas = ", ""):
        with within(seconds=20), suppress(AreaError):
            area_from_toml(begun + piece * times)


@target(
    examples=60,
    kind=st.sampled_from(["sector", "disc", "border", "whole"]),
    lon=NUMBERS | st.floats(), lat=NUMBERS | st.floats(), size=NUMBERS | st.floats(),
    name=TEXTS | st.sampled_from(["SY", "SY07", "SY0700", "TR", "JO", "IL", "sea", "SY070٠"]),
)  # fmt: skip
@example(kind="border", lon=1.0, lat=1.0, size=1.0, name="\x00")
@example(kind="border", lon=float("inf"), lat=float("nan"), size=1.0, name="TR")
@example(kind="sector", lon=0, lat=0, size=float("nan"), name="SY07")
@example(kind="disc", lon=10**400, lat=0, size=1.0, name="")
def test_numbers_and_names_of_any_size(kind: str, lon: float, lat: float, size: float, name: str) -> None:
    quoted = json.dumps(name).replace("\x7f", "\\u007f")
    toml = {
        "sector": f"unit = {quoted}\nbearing = {size!r}",
        "disc": f"lon = {lon!r}\nlat = {lat!r}\nradius_km = {size!r}",
        "border": f"country = {quoted}\ndepth_km = {size!r}\nends = [[{lon!r}, {lat!r}], [37.0, 36.7]]",
        "whole": f"unit = {quoted}",
    }[kind]
    with suppress(AreaError):
        compiled(area_from_toml(f'kind = "{kind}"\n{toml}'))

"""Positions as people write them: the table, single coordinates, and round trips of every form."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mgrs import MGRS
from pyproj import Transformer

from geodata.errors import GeodataError
from geodata.position import (
    Position,
    PositionError,
    looks_like_position,
    parse_coordinate,
    parse_position,
    visible,
)

_CODE = "23456789CFGHJMPQRVWX"
TABLE = tomllib.loads((Path(__file__).parents[1] / "positions.toml").read_text(encoding="utf-8"))
READ = [row for rows in TABLE.values() for row in rows["read"]]
REFUSED = [row for rows in TABLE.values() for row in rows["refused"]]
LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)


def test_each_kind_has_ten_siblings_and_more() -> None:
    assert all(len(rows["read"]) >= 10 and len(rows["refused"]) >= 6 for rows in TABLE.values())
    assert len({row[0] for row in READ + REFUSED}) == len(READ) + len(REFUSED)


@pytest.mark.parametrize(("text", "lat", "lon", "form"), READ)
def test_what_is_read(text: str, lat: float, lon: float, form: str) -> None:
    found = parse_position(text)
    assert (found.lat, found.lon, found.form) == (
        pytest.approx(lat, abs=1e-7),
        pytest.approx(lon, abs=1e-7),
        form,
    )
    assert looks_like_position(text)


@pytest.mark.parametrize(("text", "words"), REFUSED)
def test_what_is_refused_and_why(text: str, words: str) -> None:
    with pytest.raises(PositionError) as caught:
        parse_position(text)
    assert words in str(caught.value)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, GeodataError)
    assert looks_like_position(text)


@pytest.mark.parametrize(
    "name", ["Idlib", "Camp 17", "کفر نبل", "SY070003", "Suran, Hama", "", "Neu", "M4 road", "lat"]
)
def test_a_name_with_or_without_digits_is_none(name: str) -> None:
    assert not looks_like_position(name)
    with pytest.raises(PositionError):
        parse_position(name)


def test_a_long_text_is_refused_at_once() -> None:
    with pytest.raises(PositionError, match="characters"):
        parse_position("1 " * 100_000)


@pytest.mark.parametrize(
    ("text", "axis", "degrees"),
    [
        ("35.8645", "lat", 35.8645), ("35,8645", "lat", 35.8645), ("36,8059", "lon", 36.8059),
        ("35.8645N", "lat", 35.8645), ("N 35,8645", "lat", 35.8645), ("35.8645° N", "lat", 35.8645),
        ("36.8059 E", "lon", 36.8059), ("36.8059 W", "lon", -36.8059), ("35.8645S", "lat", -35.8645),
        ("35°51'52\"N", "lat", 35.864444), ("35°51′52″", "lat", 35.864444), ("35 51 52", "lat", 35.864444),
        ("35:51:52", "lat", 35.864444), ("35°51.87'", "lat", 35.8645), ("35 51,87 N", "lat", 35.8645),
        ("-35.8645", "lat", -35.8645), ("−35,8645", "lat", -35.8645), ("+36.8", "lon", 36.8),
        ("٣٥٫٨٦٤٥", "lat", 35.8645), ("۳۶٫۸۰۵۹", "lon", 36.8059), ("\u200e35.8645\u00a0", "lat", 35.8645),
        ("\ufeff36.8059", "lon", 36.8059), ("lat: 35.8645", "lat", 35.8645), ("3.58645E+01", "lat", 35.8645),
        ("35.", "lat", 35), (".5", "lat", 0.5), ("35", "lat", 35), ("(35.8645)", "lat", 35.8645),
    ],
)  # fmt: skip
def test_one_coordinate_of_a_table(text: str, axis: str, degrees: float) -> None:
    assert parse_coordinate(text, axis=axis) == pytest.approx(degrees, abs=1e-6)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "axis", "words"),
    [
        ("", "lat", "empty"), (" \u200f", "lon", "empty"), ("n/a", "lat", "no part"), ("nan", "lat", "no part"),
        ("inf", "lon", "no part"), ("-", "lat", "no sign"), ("95", "lat", "beyond 90"), ("181", "lon", "beyond 180"),
        ("36.8 E", "lat", "is a longitude"), ("lon: 36.8", "lat", "is a longitude"), ("35.8N", "lon", "a latitude"),
        ("35.86, 36.80", "lat", "left over"), ("35.86 36.80", "lat", "left over"), ("35,864,500", "lat", "commas"),
        ("35.864.500", "lat", "'.'"), ("-35S", "lat", "contradict"), ("35°70'", "lat", "70 minutes"),
        ("35 51 52 11", "lat", "left over"), ("3\u200b5", "lat", "nobody sees"), ("35 m", "lat", "degrees are"),
        ("TRUE", "lat", "TRUE"), ("#REF!", "lat", "'#'"), ("35.86 garbage", "lat", "garbage"),
    ],
)  # fmt: skip
def test_one_coordinate_that_is_none(text: str, axis: str, words: str) -> None:
    with pytest.raises(PositionError) as caught:
        parse_coordinate(text, axis=axis)  # type: ignore[arg-type]
    assert words in str(caught.value)


def test_marks_that_nobody_sees_go() -> None:
    assert visible("\u200fSY070003\ufeff ") == "SY070003"


@pytest.mark.parametrize(("lat", "lon"), [(91, 0), (0, 181), (float("nan"), 0)])
def test_a_position_is_on_the_earth(lat: float, lon: float) -> None:
    with pytest.raises(PositionError, match="latitude from -90 to 90"):
        Position(lat=lat, lon=lon, form="")


def refused_with(words: str, text: str) -> Position | None:
    """Return the position of a text; None if it is refused, which must be in these words."""
    if refusal(text) is None:
        return parse_position(text)
    assert words in str(refusal(text))
    return None


def refusal(text: str) -> PositionError | None:
    try:
        parse_position(text)
    except PositionError as error:
        return error
    return None


@st.composite
def written_angles(draw: st.DrawFn, axis: str) -> tuple[str, float, str]:
    """Return a coordinate as written, its degrees, and the kind of writing."""
    kind = draw(st.sampled_from(["decimal", "minutes", "seconds"]))
    most = 89 if axis == "lat" else 179
    whole, minutes, seconds = draw(st.integers(0, most)), draw(st.integers(0, 59)), draw(st.integers(0, 59))
    digits = draw(st.integers(0, 9999))
    degree, prime, second = draw(
        st.sampled_from([("°", "'", '"'), ("º ", "′ ", "″ "), ("d", "m", "s"), (":", ":", "")])
    )
    if kind == "decimal":
        return f"{whole}.{digits:04d}", whole + digits / 1e4, kind
    if kind == "minutes":
        last = "" if degree == ":" else prime
        return f"{whole}{degree}{minutes}.{digits:04d}{last}", whole + (minutes + digits / 1e4) / 60, kind
    size = whole + minutes / 60 + (seconds + digits / 1e4) / 3600
    return f"{whole}{degree}{minutes}{prime}{seconds}.{digits:04d}{second}", size, kind


@st.composite
def written_pairs(draw: st.DrawFn) -> tuple[str, float, float]:
    """Return a pair of coordinates as written, with its latitude and longitude."""
    lat_text, lat, kind = draw(written_angles("lat"))
    lon_text, lon, _ = draw(written_angles("lon").filter(lambda angle: angle[2] == kind))
    south, west, first = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    style = draw(st.sampled_from(["letters", "letters before", "signs", "words"]))
    comma = draw(st.sampled_from([", ", "; ", "،"]))
    lat, lon = (-lat if south else lat), (-lon if west else lon)
    if style == "letters":
        pair = [f"{lat_text}{' NS'[1 + south]}", f"{lon_text}{' EW'[1 + west]}"]
    elif style == "letters before":
        pair = [f"{'NS'[south]} {lat_text}", f"{'EW'[west]} {lon_text}"]
    elif style == "words":
        pair = [f"lat: {'-' * south}{lat_text}", f"lon: {'−' * west}{lon_text}"]
    else:
        pair, first = [f"{'-' * south}{lat_text}", f"{'-' * west}{lon_text}"], True
    return comma.join(pair if first else pair[::-1]), lat, lon


@pytest.mark.slow
@settings(deadline=None, derandomize=True, max_examples=300)
@given(written_pairs())
def test_pairs_come_back_or_are_refused(written: tuple[str, float, float]) -> None:
    text, lat, lon = written
    found = refused_with("seconds or south", text)
    if found is None:
        return
    assert (found.lat, found.lon) == (pytest.approx(lat, abs=1e-8), pytest.approx(lon, abs=1e-8)), text


@settings(deadline=None, derandomize=True, max_examples=100)
@given(lat=LATITUDES, lon=LONGITUDES)
def test_notations_and_links_come_back(lat: float, lon: float) -> None:
    y, x = f"{lat:.6f}", f"{lon:.6f}"
    for text in (
        f"{y}, {x}", f"{y.replace('.', ',')} {x.replace('.', ',')}", f"POINT({x} {y})", f"geo:{y},{x}",
        f'{{"type": "Point", "coordinates": [{x}, {y}]}}',
        f"https://www.google.com/maps/@{y},{x},12z", f"https://www.openstreetmap.org/#map=9/{y}/{x}",
        f"https://yandex.com/maps/?ll={x},{y}",
    ):  # fmt: skip
        found = parse_position(text)
        assert (found.lat, found.lon) == (pytest.approx(lat, abs=1e-6), pytest.approx(lon, abs=1e-6)), text


def plus_code(lat: float, lon: float) -> str:
    """Return the plus code of ten digits and one of the grid, counted in 1/40,000 and 1/32,000 of a degree."""
    row, column = int((lat + 90) * 40_000), int((lon + 180) * 32_000)
    letters = [_CODE[row % 5 * 4 + column % 4]]
    row, column = row // 5, column // 4
    for _ in range(5):
        letters += [_CODE[column % 20], _CODE[row % 20]]
        row, column = row // 20, column // 20
    text = "".join(reversed(letters))
    return f"{text[:8]}+{text[8:]}"


# As the reference implementation of the Open Location Code decodes them.
PLUS_CODES = [
    ("7FG49QCJ+2V", 20.3700625, 2.7821875),
    ("8FVC2222+22", 47.0000625, 8.0000625),
    ("4VCPPQGP+Q9", -41.2730625, 174.7859375),
    ("22222222+22", -89.9999375, -179.9999375),
    ("8FVC9G8F+6XQ", 47.3655875, 8.52498437),
    ("8FVC9G8F+5W6", 47.3654125, 8.52476563),
    ("8G8V5400+", 36.175, 37.125),
    ("CVXW222X+222", 89.0000125, 178.04751563),
]


@pytest.mark.parametrize(("code", "lat", "lon"), PLUS_CODES)
def test_plus_codes_mean_what_the_reference_implementation_says(code: str, lat: float, lon: float) -> None:
    found = parse_position(code)
    assert (found.lat, found.lon) == (pytest.approx(lat, abs=1e-8), pytest.approx(lon, abs=1e-8))


@settings(deadline=None, derandomize=True, max_examples=100)
@given(lat=st.floats(-79.9, 71.9), lon=st.floats(-179.9, 179.9))
def test_grids_and_codes_come_back_within_their_precision(lat: float, lon: float) -> None:
    code = parse_position(plus_code(lat, lon))
    assert (code.lat, code.lon) == (pytest.approx(lat, abs=3e-5), pytest.approx(lon, abs=4e-5))
    zone = int((lon + 180) // 6) + 1
    north = lat >= 0
    east, north_m = Transformer.from_crs(4326, (32600 if north else 32700) + zone, always_xy=True).transform(
        lon, lat
    )
    utm = parse_position(f"{zone} {'north' if north else 'south'} {east:.2f} {north_m:.2f}")
    assert (utm.lat, utm.lon) == (pytest.approx(lat, abs=1e-6), pytest.approx(lon, abs=1e-6))
    reference = MGRS().toMGRS(lat, lon, MGRSPrecision=4)
    square = refused_with("no square", reference)  # zones with uneven edges, and squares cut by an edge
    if square is None:
        return
    assert (square.lat, square.lon) == (pytest.approx(lat, abs=2e-4), pytest.approx(lon, abs=4e-4)), reference


def test_a_plus_code_with_more_digits_than_count_is_refused() -> None:
    with pytest.raises(PositionError):
        parse_position("8G8V549R+33279535")

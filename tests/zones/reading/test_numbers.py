"""Numbers, lengths and directions, in digits and in words."""

import pytest

from zones.reading.numbers import Length, direction, length, number, ordinal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0 km", (0.0, 1)),
        ("1,500 men", (1500.0, 1)),
        ("2.5 km", (2.5, 1)),
        ("nineteen", (19.0, 1)),
        ("twenty", (20.0, 1)),
        ("fifty five km", (55.0, 2)),
        ("twenty zero", (20.0, 1)),
        ("4th", None),
        ("1.2.3", None),
        ("several", None),
        ("", None),
    ],
)
def test_numbers(text, expected):
    assert number(text.split(), 0) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("first", 1), ("tenth", 10), ("2nd", 2), ("11th", 11), ("th", None), ("one", None), ("", None)],
)
def test_ordinals(word, expected):
    assert ordinal(word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("32 km deep", Length(32.0, 2)),
        ("15 to 20 kilometres", Length(20.0, 4)),
        ("20 - 15 km", Length(20.0, 4)),
        ("500 metres", Length(0.5, 2)),
        ("ten miles", Length(16.09344, 2)),
        ("20 soldiers", None),
        ("20", None),
        ("km", None),
    ],
)
def test_lengths(text, expected):
    assert length(text.split(), 0) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("north", (0.0, 1)),
        ("northern homs", (0.0, 1)),
        ("north east", (45.0, 2)),
        ("southwestern", (225.0, 1)),
        ("westernmost", (270.0, 1)),
        ("eastward", (90.0, 1)),
        ("north south", (0.0, 1)),
        ("rural", None),
        ("", None),
    ],
)
def test_directions(text, expected):
    assert direction(text.split(), 0) == expected

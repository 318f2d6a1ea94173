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


SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize("value", range(100))
def test_every_number_below_a_hundred_in_words(value):
    if value < 20:
        words = [SMALL[value]]
    else:
        words = [TENS[value // 10 - 2], *([SMALL[value % 10]] if value % 10 else [])]
    assert number(["the", *words, "men"], 1) == (float(value), 1 + len(words))
    assert number([*words, "ten"], 0) == (float(value), len(words))
    assert number(words, 0) == (float(value), len(words))


def test_every_ordinal():
    words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
    digits = ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th"]
    assert [ordinal(word) for word in words] == [ordinal(word) for word in digits] == list(range(1, 11))
    assert [ordinal(word) for word in ("4", "4tg", "xth", "ninety")] == [None] * 4


@pytest.mark.parametrize(
    ("unit", "km"),
    [
        *((unit, 1.0) for unit in ("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers")),
        *((unit, 1.609344) for unit in ("mile", "miles")),
        *((unit, 0.001) for unit in ("metre", "metres", "meter", "meters")),
    ],
)
def test_every_unit_of_length(unit, km):
    assert length(["7", unit, "deep"], 0) == Length(7 * km, 2)
    for word in ("to", "or", "and", "--", "-"):
        assert length(["7", word, "5", unit], 0) == length(["5", word, "7", unit], 0) == Length(7 * km, 4)
    assert length(["7", "5", unit], 0) == Length(7 * km, 3)
    assert length(["7", "by", "5", unit], 0) is None


@pytest.mark.parametrize("ending", ["", "ern", "ernmost", "erly", "most", "wards", "ward"])
def test_every_direction(ending):
    names = {"north": 0, "east": 90, "south": 180, "west": 270}
    pairs = {("north", "east"): 45, ("south", "east"): 135, ("south", "west"): 225, ("north", "west"): 315}
    for name, bearing in names.items():
        assert direction([name + ending], 0) == direction([name + ending, "homs"], 0) == (bearing, 1)
    for (first, second), bearing in pairs.items():
        assert direction([first + second + ending], 0) == (bearing, 1)
        assert direction([first, second + ending], 0) == (bearing, 2)
    assert direction(["east", "north"], 0) == (90, 1)


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

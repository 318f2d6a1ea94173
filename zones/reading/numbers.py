"""Numbers, lengths and compass directions in a sequence of folded words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Length", "direction", "length", "number", "ordinal", "whole"]

_MOST_DIGITS = 15  # as many as a float holds
_DIGITS = re.compile(rf"\d[\d,]{{0,{_MOST_DIGITS - 1}}}(?:\.\d{{1,{_MOST_DIGITS}}})?")
_NAMES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_SMALL = {name: value for value, name in enumerate(_NAMES)}
_TENS = {
    name: 10 * value
    for value, name in enumerate(
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), 2
    )
}
_ORDINALS = {
    name: value
    for value, name in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
}
_KM = {
    **dict.fromkeys(("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), 1.0),
    **dict.fromkeys(("mile", "miles"), 1.609344),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), 0.001),
}
_TO = frozenset({"to", "or", "and", "--", "-"})  # between the two numbers of a range
_CARDINALS = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}
_BETWEEN = {
    ("north", "east"): 45.0,
    ("south", "east"): 135.0,
    ("south", "west"): 225.0,
    ("north", "west"): 315.0,
}
_JOINED = {first + second: bearing for (first, second), bearing in _BETWEEN.items()}
_ENDINGS = ("ernmost", "ern", "erly", "most", "wards", "ward")


@dataclass(frozen=True, slots=True)
class Length:
    """A length in km, the larger of a range, and the token after it."""

    km: float
    end: int


def number(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return the number that begins at a word, as digits or in words, and the index after it.

    Examples
    --------
    >>> number("fifty five km".split(), 0), number("1,500 men".split(), 0), number("six".split(), 0)
    ((55.0, 2), (1500.0, 1), (6.0, 1))
    """
    word = words[at] if at < len(words) else ""
    digits = _digits(word)
    if digits is not None:
        return digits, at + 1
    if word in _SMALL:
        return float(_SMALL[word]), at + 1
    if word not in _TENS:
        return None
    ones = _SMALL.get(words[at + 1], 0) if at + 1 < len(words) else 0
    return (float(_TENS[word] + ones), at + 2) if 1 <= ones <= 9 else (float(_TENS[word]), at + 1)


def _digits(word: str) -> float | None:
    """Return a number in digits: "1,500"; None for "4th"."""
    return float(word.replace(",", "")) if word[:1].isdigit() and _DIGITS.fullmatch(word) else None


def whole(word: str) -> int | None:
    """Return a whole number in digits; None for words, and for more digits than anybody counts by.

    Examples
    --------
    >>> whole("15"), whole("15th"), whole("²"), whole("9" * 5000)
    (15, None, None, None)
    """
    return int(word) if word.isdecimal() and len(word) <= _MOST_DIGITS else None


def ordinal(word: str) -> int | None:
    """Return the number an ordinal stands for.

    Examples
    --------
    >>> ordinal("third"), ordinal("4th"), ordinal("zone")
    (3, 4, None)
    """
    if word in _ORDINALS:
        return _ORDINALS[word]
    return whole(word[:-2]) if word[-2:] in {"st", "nd", "rd", "th"} else None


def length(words: Sequence[str], at: int) -> Length | None:
    """Return the length that begins at a word: "15 to 20 kilometres", "32-km", "fifty-five miles".

    Examples
    --------
    >>> length("15 to 20 kilometres deep".split(), 0)
    Length(km=20.0, end=4)
    """
    first = number(words, at)
    if first is None:
        return None
    value, after = first
    second = number(words, after + 1 if after < len(words) and words[after] in _TO else after)
    if second is not None:
        value, after = max(value, second[0]), second[1]
    if after < len(words) and words[after] in _KM:
        return Length(value * _KM[words[after]], _after_conversion(words, after + 1))
    return None


def _after_conversion(words: Sequence[str], at: int) -> int:
    """Pass over the same length in another unit: "(15 miles)"."""
    if at + 1 >= len(words) or words[at] != "(":
        return at
    again = length(words, at + 1)
    return again.end + 1 if again is not None and again.end < len(words) and words[again.end] == ")" else at


def direction(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return the bearing (degrees from north) of a direction word or pair, and the index after it.

    Examples
    --------
    >>> direction(["north", "eastern"], 0), direction(["southwest"], 0), direction(["rural"], 0)
    ((45.0, 2), (225.0, 1), None)
    """
    word = _stem(words[at]) if at < len(words) else ""
    if word in _JOINED:
        return _JOINED[word], at + 1
    if word not in _CARDINALS:
        return None
    second = _BETWEEN.get((word, _stem(words[at + 1]))) if at + 1 < len(words) else None
    return (_CARDINALS[word], at + 1) if second is None else (second, at + 2)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word

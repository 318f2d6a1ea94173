"""Numbers, lengths and compass directions in a sequence of folded words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Length", "direction", "length", "number", "ordinal"]

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_ORDINALS = (
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_KM = {
    **dict.fromkeys(("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), 1.0),
    **dict.fromkeys(("mile", "miles"), 1.609344),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), 0.001),
}
_CARDINALS = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}
_BOTH = {
    ("north", "east"): 45.0,
    ("south", "east"): 135.0,
    ("south", "west"): 225.0,
    ("north", "west"): 315.0,
}


@dataclass(frozen=True, slots=True)
class Length:
    """A length in km, the larger of a range, and the token after it."""

    km: float
    end: int
    lowest_km: float


def number(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return the number that begins at a word, as digits or in words, and the index after it.

    Examples
    --------
    >>> number("fifty five km".split(), 0), number("1,500 men".split(), 0), number("six".split(), 0)
    ((55.0, 2), (1500.0, 1), (6.0, 1))
    """
    if at >= len(words):
        return None
    word = words[at]
    if word[:1].isdigit():
        try:
            return float(word.replace(",", "")), at + 1
        except ValueError:
            return None
    if word in _UNITS:
        return float(_UNITS.index(word)), at + 1
    if word in _TENS:
        if at + 1 < len(words) and words[at + 1] in _UNITS[1:10]:
            return float(_TENS[word] + _UNITS.index(words[at + 1])), at + 2
        return float(_TENS[word]), at + 1
    return None


def ordinal(word: str) -> int | None:
    """Return the number an ordinal stands for.

    Examples
    --------
    >>> ordinal("third"), ordinal("4th"), ordinal("zone")
    (3, 4, None)
    """
    if word in _ORDINALS[1:]:
        return _ORDINALS.index(word)
    if len(word) > 2 and word[:-2].isdigit() and word[-2:] in {"st", "nd", "rd", "th"}:
        return int(word[:-2])
    return None


def length(words: Sequence[str], at: int) -> Length | None:
    """Return the length that begins at a word: "15 to 20 kilometres", "32-km", "fifty-five miles".

    Examples
    --------
    >>> length("15 to 20 kilometres deep".split(), 0)
    Length(km=20.0, end=4, lowest_km=15.0)
    """
    first = number(words, at)
    if first is None:
        return None
    low, after = first
    high = low
    step = after + 1 if after < len(words) and words[after] in {"to", "or", "and", "--", "-"} else after
    second = number(words, step)
    if second is not None:
        high, after = second
    if after < len(words) and words[after] in _KM:
        factor = _KM[words[after]]
        return Length(max(low, high) * factor, after + 1, min(low, high) * factor)
    return None


def direction(words: Sequence[str], at: int) -> tuple[float, int] | None:
    """Return the bearing (degrees from north) of a direction word or pair, and the index after it.

    Examples
    --------
    >>> direction(["north", "eastern"], 0), direction(["southwest"], 0), direction(["rural"], 0)
    ((45.0, 2), (225.0, 1), None)
    """
    if at >= len(words):
        return None
    word = _stem(words[at])
    if word in _CARDINALS:
        if at + 1 < len(words):
            second = _BOTH.get((word, _stem(words[at + 1])))
            if second is not None:
                return second, at + 2
        return _CARDINALS[word], at + 1
    for (first, second_word), bearing in _BOTH.items():
        if word == first + second_word:
            return bearing, at + 1
    return None


def _stem(word: str) -> str:
    for ending in ("ernmost", "ern", "erly", "most", "wards", "ward"):
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word

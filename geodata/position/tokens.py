"""The parts of a written coordinate: numbers, units, sides, names of axes, signs and what parts two values."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from geodata.errors import PositionError

Kind = Literal["number", "unit", "side", "s", "axis", "sign", "comma"]

UNITS = {"°": "d", "'": "m", '"': "s", ":": ":"}
_UNIT_WORDS = {
    **dict.fromkeys(("d", "deg", "degs", "degree", "degrees"), "d"),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), "m"),
    **dict.fromkeys(("sec", "secs", "second", "seconds"), "s"),
}
_SIDE_WORDS = {"n": "N", "e": "E", "w": "W", "north": "N", "south": "S", "east": "E", "west": "W"}
_AXIS_WORDS = {
    **dict.fromkeys(("lat", "latitude"), "lat"),
    **dict.fromkeys(("lon", "lng", "long", "longitude"), "lon"),
}
_QUOTED_AXIS = re.compile(rf"""(["'])({"|".join(_AXIS_WORDS)})\1""", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"[^\W\d_]+")
_NAMED = re.compile(r" ?[:=]|\.(?!\d)")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


class Token(NamedTuple):
    """
    One part of a written coordinate.

    Parameters
    ----------
    kind
        What it is; ``s`` is the letter that means seconds or south.
    value
        A number with a point, a unit (d, m, s or a colon), a side (N, S, E, W), an axis (lat, lon), a sign.
    text
        As it was written.
    start, end
        Where it stands.
    """

    kind: Kind
    value: str
    text: str
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """
    Return the parts of a written coordinate or pair.

    Parameters
    ----------
    text
        As `plain` makes it.

    Raises
    ------
    geodata.errors.PositionError
        If a character or word is none of the parts, or commas are used in two ways.

    Examples
    --------
    >>> [(token.kind, token.value) for token in tokens("35,8645° N")]
    [('number', '35.8645'), ('unit', 'd'), ('side', 'N')]
    """
    text = _QUOTED_AXIS.sub(r"\2", _without_brackets(text))
    found: list[Token] = []
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        new = _number(text, at) or _word(text, at) or (_mark(text, at, found),)
        found += new
        at = new[-1].end
        named = _NAMED.match(text, at) if new[-1].kind in {"axis", "side", "s"} else None
        at = named.end() if named else at
    _check_decimals(found)
    return tuple(found)


def knows_words(text: str) -> bool:
    """Tell whether a text has no other words than those that coordinates are written with."""
    return all(_word(text, found.start()) for found in _WORD.finditer(text))


def _without_brackets(text: str) -> str:
    while len(text) > 1 and _BRACKETS.get(text[0]) == text[-1]:
        text = text[1:-1].strip()
    return text


def _number(text: str, at: int) -> tuple[Token, ...]:
    """Return a number; a comma between the digits of two whole numbers is a decimal comma."""
    whole = _NUMBER.match(text, at)
    if whole is None:
        return ()
    rest = _NUMBER.match(text, whole.end() + 1) if text[whole.end() : whole.end() + 1] == "," else None
    if rest is None or "." in whole.group() + rest.group():
        return (Token("number", whole.group(), whole.group(), at, whole.end()),)
    if re.match(r",\d", text[rest.end() :]):
        raise PositionError(
            f"the commas in {text!r} may be decimal commas or part two values; "
            "write decimal points, or put a semicolon between the two values"
        )
    written = text[at : rest.end()]
    return (Token("number", written.replace(",", "."), written, at, rest.end()),)


def _word(text: str, at: int) -> tuple[Token, ...]:
    """Return a word, or a unit's letter and a side's that stand together ("sN"); nothing if it is unknown."""
    match = _WORD.match(text, at)
    if match is None:
        return ()
    word = match.group()
    one = _known_word(word, at)
    if one is None and len(word) == 2:
        unit, side = _known_word(word[0], at), _known_word(word[1], at + 1)
        both = unit is not None and side is not None and unit.kind in {"unit", "s"}
        return (unit, side) if both and unit and side and side.kind in {"side", "s"} else ()
    return (one,) if one is not None else ()


def _known_word(word: str, at: int) -> Token | None:
    key, end = word.lower(), at + len(word)
    if key == "s":
        return Token("s", "S", word, at, end)
    kinds: tuple[tuple[Kind, dict[str, str]], ...] = (
        ("unit", _UNIT_WORDS), ("side", _SIDE_WORDS), ("axis", _AXIS_WORDS),
    )  # fmt: skip
    return next((Token(kind, words[key], word, at, end) for kind, words in kinds if key in words), None)


def _mark(text: str, at: int, before: list[Token]) -> Token:
    mark = text[at]
    if mark in UNITS:
        return Token("unit", UNITS[mark], mark, at, at + 1)
    if mark in ",;":
        return Token("comma", mark, mark, at, at + 1)
    if mark in "+-":
        free = not before or before[-1].end < at or before[-1].kind in {"comma", "axis"}
        if free and text[at + 1 : at + 2].isdecimal():
            return Token("sign", mark, mark, at, at + 1)
        raise PositionError(f"the {mark!r} in {text!r} is no sign of a number: a sign stands right before it")
    word = _WORD.match(text, at)
    raise PositionError(f"{word.group() if word else mark!r} in {text!r} is no part of a position")


def _check_decimals(found: list[Token]) -> None:
    written = "".join(token.text for token in found if token.kind == "number")
    if "." in written and "," in written:
        raise PositionError("decimal commas and decimal points stand in one position; use one of the two")

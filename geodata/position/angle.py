"""One coordinate: degrees, minutes and seconds, with a sign, a side or the name of its axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from geodata.errors import PositionError
from geodata.position.tokens import Token

Axis = Literal["lat", "lon"]

EXPECTED_DEGREES = "expected a longitude from -180 to 180 and a latitude from -90 to 90"

_UNITS = "dms"
_NAMES = ("degrees", "minutes", "seconds")
_AXES: dict[str, Axis] = {"N": "lat", "S": "lat", "E": "lon", "W": "lon", "lat": "lat", "lon": "lon"}
_NAMED_AXES = {"lat": "latitude", "lon": "longitude"}
_LIMITS = {"lat": 90, "lon": 180}


@dataclass(frozen=True, slots=True, kw_only=True)
class Angle:
    """
    A coordinate as written, its size not yet checked.

    Parameters
    ----------
    numbers
        One to three numbers with decimal points: degrees, minutes, seconds.
    sign
        "+", "-" or empty.
    sides
        The sides it names: letters N, S, E, W.
    axes
        The axes that its sides and words name.
    marked
        Whether any number has its unit.
    commas
        Whether a decimal comma was written.
    """

    numbers: tuple[str, ...]
    sign: str
    sides: tuple[str, ...]
    axes: tuple[Axis, ...]
    marked: bool
    commas: bool

    @property
    def bare(self) -> bool:
        """Whether nothing but the order of its numbers tells what they are."""
        return not self.marked and not self.sides

    @property
    def axis(self) -> Axis | None:
        """The axis that it names.

        Raises
        ------
        geodata.errors.PositionError
            If it names both.
        """
        if len(set(self.axes)) > 1:
            raise PositionError("one value is called a latitude and a longitude")
        return self.axes[0] if self.axes else None

    def degrees(self, axis: Axis) -> float:
        """Return its value, or raise PositionError saying which of its numbers cannot be."""
        parts = [float(number) for number in self.numbers]
        for number, part, name in zip(self.numbers[1:], parts[1:], _NAMES[1:], strict=False):
            if part >= 60:
                raise PositionError(f"{number} {name} is too much: {name} go up to 60")
        if self.sides and (self.sign == "-" or (self.sign and self.sides[0] in "SW")):
            raise PositionError(f"the sign {self.sign} and the letter {self.sides[0]} contradict each other")
        whole, minutes, seconds = [*parts, 0.0, 0.0][:3]
        size = whole + minutes / 60 + seconds / 3600
        negative = self.sign == "-" or (self.sides and self.sides[0] in "SW")
        value = -size if negative and size else size
        if size > _LIMITS[axis]:
            raise PositionError(
                f"{_NAMED_AXES[axis]} {value:g} is beyond {_LIMITS[axis]}; {EXPECTED_DEGREES}"
            )
        return value


def read_angle(tokens: Sequence[Token]) -> Angle:
    """
    Return the one coordinate that tokens make.

    Raises
    ------
    geodata.errors.PositionError
        If they make none, or anything is left over.
    """
    rest = list(tokens)
    names = _names(rest)
    sign = rest.pop(0).value if rest and rest[0].kind == "sign" else ""
    numbers, marks = _numbers(rest)
    names += _names(rest)
    if rest:
        raise PositionError(f"{rest[0].text} is left over")
    sides = [name for name in names if len(name) == 1]
    if len(sides) > 1 or len(names) - len(sides) > 1:
        raise PositionError(f"{' and '.join(names)} stand at one value")
    return Angle(
        numbers=tuple(token.value for token in numbers), sign=sign, sides=tuple(sides),
        axes=tuple(_AXES[name] for name in names), marked=bool(marks),
        commas=any("," in token.text for token in numbers),
    )  # fmt: skip


def _names(rest: list[Token]) -> list[str]:
    """Take the sides and axes at the front."""
    names = []
    while rest and rest[0].kind in {"side", "s", "axis"}:
        names.append(rest.pop(0).value)
    return names


def _numbers(rest: list[Token]) -> tuple[list[Token], list[Token]]:
    """Take up to three numbers with their units from the front."""
    numbers: list[Token] = []
    marks: list[Token] = []
    while rest and rest[0].kind == "number" and len(numbers) < 3:
        if numbers and "." in numbers[-1].value:
            raise PositionError(
                f"{rest[0].text} is left over: {numbers[-1].text} has decimals, so nothing smaller can follow"
            )
        numbers.append(rest.pop(0))
        if _is_unit(rest, numbers, marks):
            mark = rest.pop(0)
            _check_unit(mark, len(numbers) - 1, numbers[-1], rest)
            marks.append(mark)
    if not numbers:
        raise PositionError("a number is missing")
    return numbers, marks


def _is_unit(rest: list[Token], numbers: list[Token], marks: list[Token]) -> bool:
    """Tell whether the next token is a unit; the letter s may be seconds, south, or not to be told."""
    if not rest or rest[0].kind != "s":
        return bool(rest) and rest[0].kind == "unit"
    if len(rest) > 1 and rest[1].kind in {"side", "s"}:
        return True
    written = [mark.text for mark in marks if mark.text.isalpha()]
    if written:
        if len(written[-1]) == 1 and written[-1].islower() != rest[0].text.islower():
            raise PositionError(f"{rest[0].text} after {numbers[-1].text} may be seconds or south")
        return len(numbers) == 3
    if marks and len(numbers) == 3 and rest[0].text == "s":
        raise PositionError(f"s after {numbers[-1].text} may be seconds or south")
    return False


def _check_unit(mark: Token, place: int, number: Token, rest: list[Token]) -> None:
    unit = "s" if mark.kind == "s" else mark.value
    if unit == ":":
        tight = bool(rest) and rest[0].kind == "number" and rest[0].start == mark.end
        if place > 1 or not tight or number.end != mark.start:
            raise PositionError("a colon stands where no minutes or seconds follow")
    elif unit != _UNITS[place]:
        raise PositionError(
            f"{number.text}{mark.text} stands where {_NAMES[place]} are expected, not {_NAMES[_UNITS.index(unit)]}"
        )

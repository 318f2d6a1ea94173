"""Two coordinates in one text: where the first ends, and which is the latitude."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geodata.errors import PositionError
from geodata.position.angle import Angle, Axis, read_angle
from geodata.position.position import Position
from geodata.position.tokens import Token, tokens

_FORMS = ("decimal degrees", "degrees and minutes", "degrees, minutes and seconds")
_ADVICE = 'write it like "35.8645, 36.8059"'
_NAMES = {"side", "s", "axis"}

Pair = tuple[Angle, Angle]


def read_pair(text: str) -> Position:
    """
    Return the position that a latitude and a longitude make.

    Parameters
    ----------
    text
        As `plain` makes it.

    Raises
    ------
    geodata.errors.PositionError
        If the text is no pair, can be read in two ways, or anything in it is left unused.

    Examples
    --------
    >>> found = read_pair("36.8054° E, 35.8645° N")
    >>> found.lat, found.lon, found.form
    (35.8645, 36.8054, 'decimal degrees, longitude first')
    """
    found = tokens(text)
    first, second = _split(text, found)
    axis = _first_axis(first, second)
    values = first.degrees(axis), second.degrees(_other(axis))
    lat, lon = values if axis == "lat" else values[::-1]
    return Position(lat=lat, lon=lon, form=_form(first, second, axis), numbers=first.numbers + second.numbers)


def _split(text: str, found: tuple[Token, ...]) -> Pair:
    """Return the two angles, or raise PositionError where there is none or more than one way to part them."""
    commas = [at for at, token in enumerate(found) if token.kind == "comma"]
    if len(commas) > 1:
        raise _too_many(text, found)
    if commas:
        left, right = found[: commas[0]], found[commas[0] + 1 :]
        pair = read_angle(left), read_angle(right)
        if not _even(*pair):
            raise PositionError(_uncertain(found))
        return pair
    ways = list(_ways(found))
    if len(ways) == 1:
        return ways[0]
    numbers = [token for token in found if token.kind == "number"]
    if len(numbers) == 1:
        raise PositionError(f"{text!r} has one number; a position has a latitude and a longitude: {_ADVICE}")
    raise PositionError(_uncertain(found))


def _ways(found: Sequence[Token]) -> Iterator[Pair]:
    """Yield the pairs that tokens make without a comma between them."""
    if _is_one(found):
        return
    for cut in range(1, len(found)):
        if _torn(found, cut):
            continue
        try:
            pair = read_angle(found[:cut]), read_angle(found[cut:])
        except PositionError:
            continue
        if _even(*pair) and _ends(pair[0], pair[1]):
            yield pair


def _is_one(found: Sequence[Token]) -> bool:
    """Tell whether all the tokens make one coordinate that says what its numbers are."""
    try:
        return not read_angle(found).bare
    except PositionError:
        return False


def _torn(found: Sequence[Token], cut: int) -> bool:
    """Tell whether a cut parts a letter from the number it touches and gives it to one that it does not."""
    left, right = found[cut - 1], found[cut]
    if left.end != right.start:
        return False
    after = found[cut + 1].start if cut + 1 < len(found) else -1
    before = found[cut - 2].end if cut > 1 else -1
    return (right.kind in _NAMES and after != right.end) or (left.kind in _NAMES and before != left.start)


def _even(first: Angle, second: Angle) -> bool:
    """Tell whether both have as many numbers, where the order of bare numbers must tell what they are."""
    bare = [angle for angle in (first, second) if angle.bare]
    return len(first.numbers) == len(second.numbers) or not bare or (
        len(bare) == 1 and len(bare[0].numbers) == 1 and bool(bare[0].axes)
    )  # fmt: skip


def _ends(first: Angle, second: Angle) -> bool:
    """Tell whether the first coordinate shows where it ends, with nothing written between the two."""
    told = not first.bare or not second.bare or bool(first.axes or second.axes or second.sign)
    return told or len(first.numbers) == 1 or "." in first.numbers[-1]


def _first_axis(first: Angle, second: Angle) -> Axis:
    own, other = first.axis, second.axis
    if own and own == other:
        raise PositionError(f"two {'latitudes' if own == 'lat' else 'longitudes'} are no position: {_ADVICE}")
    return own or (_other(other) if other else "lat")


def _other(axis: Axis) -> Axis:
    return "lon" if axis == "lat" else "lat"


def _form(first: Angle, second: Angle, axis: Axis) -> str:
    form = _FORMS[max(len(first.numbers), len(second.numbers)) - 1]
    commas = " with decimal commas" if first.commas or second.commas else ""
    return form + commas + (", longitude first" if axis == "lon" else "")


def _too_many(text: str, found: Sequence[Token]) -> PositionError:
    numbers = [token.text for token in found if token.kind == "number"]
    if len(numbers) > 2:
        return PositionError(
            f"{numbers[-1]} is left over: {text!r} has {len(numbers)} values where a position has two "
            "(a height has no place in it)"
        )
    return PositionError(f"{text!r} has more commas than part two values: {_ADVICE}")


def _uncertain(found: Sequence[Token]) -> str:
    numbers = [token.text for token in found if token.kind == "number"]
    listed = ", ".join(numbers)
    return (
        f"the numbers {listed} cannot be told apart for sure as one latitude and one longitude; {_ADVICE}, "
        "or with signs for degrees and minutes and the letters N and E"
    )

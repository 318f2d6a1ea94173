"""The sub-districts of one zone, each named on its sheet: by its name where that fits, else by a letter with a key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.names import without_markaz
from geodata.unit import AdminUnit, Level
from geodata.units import AdminUnits
from maps.figure import style
from maps.figure.labels import LabelBoard, places_in
from maps.figure.view import View

LEAST_SHARE = 0.01
"""Of a sub-district, or of what is shown of it, that has to lie in the zone."""
MOSTLY = 0.75
"""Of a name that its sub-district has to hold, so that nobody takes it for the next one's."""
NAME, NAME_ALONE, LETTER = 5.4, 4.9, 5.4
LOOKS: dict[str, Any] = {"color": style.LABEL_GREY, "halo": "white", "zorder": 15}


def name_members(
    board: LabelBoard, view: View, units: AdminUnits, zone: BaseGeometry, *, letters: bool
) -> tuple[str, ...]:
    """
    Name every sub-district of a zone on its sheet, and return the key to the letters: "A Ariha".

    Parameters
    ----------
    board, view, units
        Where, and which units there are.
    zone
        All of the zone, in projected metres.
    letters
        Whether those whose name does not fit get one; on a slide they would be too many.
    """
    found = [(unit, shown) for unit, shown in _shown(view, units) if _shares(shown, zone)]
    found.sort(key=lambda each: (-each[1].area, each[0].pcode))
    left = [(unit, shown) for unit, shown in found if not _name(board, unit, shown)]
    left.sort(key=lambda each: (each[0].name, each[0].pcode))
    return tuple(_lettered(board, view, left)) if letters else ()


def name_neighbours(board: LabelBoard, view: View, units: AdminUnits, zone: BaseGeometry) -> None:
    """Name the sub-districts around a zone where their names fit."""
    for unit, shown in _shown(view, units):
        if not _shares(shown, zone):
            _name(board, unit, shown)


def letters_in_order() -> Iterator[str]:
    """
    Yield A, B, ... Z, AA, AB, ...

    Examples
    --------
    >>> from itertools import islice
    >>> list(islice(letters_in_order(), 25, 28))
    ['Z', 'AA', 'AB']
    """
    for number in count(1):
        told = ""
        while number:
            number, letter = divmod(number - 1, 26)  # noqa: PLW2901 - counted down to nothing
            told = chr(ord("A") + letter) + told
        yield told


def _shown(view: View, units: AdminUnits) -> Iterator[tuple[AdminUnit, BaseGeometry]]:
    for unit in units.at_level(Level.SUBDISTRICT):
        shown = view.project(units.geometry(unit.pcode))
        if not shown.is_empty:
            yield unit, shown


def _shares(shown: BaseGeometry, zone: BaseGeometry) -> bool:
    return bool(shapely.intersection(shown, zone).area > LEAST_SHARE * shown.area)


def _name(board: LabelBoard, unit: AdminUnit, shown: BaseGeometry) -> bool:
    """Write a unit's name where the unit holds all of it, and tell whether there is such a place."""
    places = places_in(shown)
    lines = unit.name.replace("-", "-\n", 1) if "-" in unit.name else unit.name.replace(" ", "\n", 1)
    ways = (
        (f"{unit.name}\n{without_markaz(unit.name_ar)}", NAME),
        (unit.name, NAME),
        (lines, NAME_ALONE),
        (unit.name, NAME_ALONE),
    )
    return any(
        board.put(text, places, size=size, within=shown, least=MOSTLY, linespacing=1.12, **LOOKS)
        for text, size in ways
    )


def _lettered(board: LabelBoard, view: View, left: Iterable[tuple[AdminUnit, BaseGeometry]]) -> Iterator[str]:
    letter = letters_in_order()
    unmarked = []
    for unit, shown in left:
        mark = next(letter)
        if _mark(board, view, mark, shown):
            yield f"{mark} {unit.name}"
        else:
            unmarked.append(unit.name)
    if unmarked:
        yield f"without room for a letter: {', '.join(unmarked)}"


def _mark(board: LabelBoard, view: View, mark: str, shown: BaseGeometry) -> bool:
    """Write a letter into a unit, else beside it with a line that leads there; tell whether there was room."""
    looks: dict[str, Any] = {**LOOKS, "color": style.INK, "weight": "bold", "size": LETTER}
    inner = places_in(shown)
    if board.put(mark, inner, within=shown, least=1.0, **looks):
        return True
    point = shown.representative_point()
    x, y = (inner[0][0], inner[0][1]) if inner else (point.x, point.y)
    gap = view.metres(1.6 * board.scale)
    ring = [place for step in (1, 2, 3, 4, 5) for place in board.around(x=x, y=y, gap=gap * step)]
    at = board.put(mark, ring, **looks)
    if at is not None:
        board.axes.plot([x, at[0]], [y, at[1]], color=style.INK, linewidth=0.4 * board.scale, zorder=14)
    return at is not None

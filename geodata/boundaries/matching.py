"""Features without P-codes: which unit each is, by name and by the ground it covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from geodata.boundaries.errors import BoundariesError
from geodata.boundaries.report import Mapping
from geodata.boundaries.table import Row
from geodata.names import skeleton
from geodata.units import AdminUnits

LEAST_BY_POSITION = 0.5
"""A feature is a unit if they have over half of the area that both cover together in common."""

LEAST_WITH_NAME = 0.2
"""With the same name this is enough: small units of towns move by more between vintages than they measure."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Pair:
    rank: float
    row: int
    pcode: str
    overlap: float
    named: bool


def match_rows(path: Path, rows: Sequence[Row], known: AdminUnits) -> tuple[Mapping, ...]:
    """
    Return for each feature the unit it is, the best pairs first chosen, each unit once.

    Parameters
    ----------
    path
        What the user gave, for messages.
    rows
        Features, valid.
    known
        Boundaries with P-codes.

    Raises
    ------
    BoundariesError
        If a feature is no unit for certain.
    """
    pairs = _pairs(rows, known)
    chosen: dict[int, _Pair] = {}
    taken: set[str] = set()
    for pair in sorted(pairs, key=lambda pair: (-pair.rank, pair.row, pair.pcode)):
        enough = pair.overlap >= (LEAST_WITH_NAME if pair.named else LEAST_BY_POSITION)
        if enough and pair.row not in chosen and pair.pcode not in taken:
            chosen[pair.row] = pair
            taken.add(pair.pcode)
    for place, row in enumerate(rows):
        if place not in chosen:
            raise _unmatched(path, row, [pair for pair in pairs if pair.row == place], known)
    return tuple(_mapping(row, chosen[place], known) for place, row in enumerate(rows))


def _pairs(rows: Sequence[Row], known: AdminUnits) -> list[_Pair]:
    """Return every feature with every unit that it shares ground with."""
    codes, own = known.geometries()
    shapes = np.array([row.shape for row in rows], dtype=object)
    place, unit = shapely.STRtree(own).query(shapes, predicate="intersects")
    common = shapely.area(shapely.intersection(shapes[place], own[unit]))
    together = shapely.area(shapes[place]) + shapely.area(own[unit]) - common
    found = []
    for i, j, overlap in zip(place.tolist(), unit.tolist(), (common / together).tolist(), strict=True):
        if overlap > 0:
            named = _same_name(rows[i], codes[j], known)
            found.append(_Pair(rank=overlap + named, row=i, pcode=codes[j], overlap=overlap, named=named))
    return found


def _same_name(row: Row, pcode: str, known: AdminUnits) -> bool:
    spellings = {skeleton(name) for name in known.spellings(pcode)}
    return any(skeleton(name) in spellings for name in (row.name, row.name_ar) if name)


def _mapping(row: Row, pair: _Pair, known: AdminUnits) -> Mapping:
    return Mapping(
        row=row.number,
        name=row.name,
        pcode=pair.pcode,
        unit_name=known[pair.pcode].name,
        how="name and position" if pair.named else "position",
        overlap=round(pair.overlap, 4),
    )


def _unmatched(path: Path, row: Row, pairs: list[_Pair], known: AdminUnits) -> BoundariesError:
    best = max(pairs, key=lambda pair: pair.overlap, default=None)
    near = f"; nearest is {best.pcode} {known[best.pcode].name}, {best.overlap:.0%} in common" if best else ""
    remedy = "bring boundaries with P-codes, such as OCHA's COD-AB"
    problem = f"is no known sub-district by name or position{near}"
    return BoundariesError(path, problem, feature=str(row), remedy=remedy)

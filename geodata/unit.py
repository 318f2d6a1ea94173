"""One administrative unit, its level, and the table of all of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from geodata.names import without_markaz


class Level(StrEnum):
    """The three levels below the country, as OCHA names them."""

    GOVERNORATE = "governorate"
    """Level 1; P-codes have two digits: SY07."""
    DISTRICT = "district"
    """Level 2; P-codes have four digits: SY0704."""
    SUBDISTRICT = "sub-district"
    """Level 3; P-codes have six digits: SY070402."""

    @property
    def depth(self) -> int:
        """1 for governorates, 2 for districts, 3 for sub-districts."""
        return list(Level).index(self) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminUnit:
    """
    A governorate, district or sub-district.

    Parameters
    ----------
    pcode
        OCHA's place code: SY and 2, 4 or 6 digits; a unit's code begins with its parent's.
    name, name_ar
        Its name in English and Arabic, spelled as OCHA does.
    level
        Its level.
    parent
        The code of the unit it belongs to; None for a governorate.
    """

    pcode: str
    name: str
    name_ar: str
    level: Level
    parent: str | None

    def __post_init__(self) -> None:
        """Refuse a parent where there can be none, and the reverse."""
        if (self.parent is None) != (self.level is Level.GOVERNORATE):
            raise ValueError(
                f"{self.pcode}: a {self.level} with parent {self.parent!r}; only governorates have none"
            )


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Return the rows of a CSV file of the package's data."""
    text = Path(__file__).with_name("data").joinpath(name).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())


@cache
def builtin_units() -> tuple[AdminUnit, ...]:
    """Return all 348 units of Syria, governorates first, each level sorted by code."""
    return tuple(
        AdminUnit(
            pcode=row["pcode"],
            name=row["name"],
            name_ar=row["name_ar"],
            level=Level(row["level"]),
            parent=row["parent"] or None,
        )
        for row in read_table("units.csv")
    )


def spellings_of(unit: AdminUnit) -> tuple[str, ...]:
    """Return the known spellings of a unit's name, OCHA's own first."""
    own = (unit.name, unit.name_ar, without_markaz(unit.name_ar))
    return tuple(dict.fromkeys((*own, *news_spellings().get(unit.pcode, ()))))


@cache
def news_spellings() -> dict[str, tuple[str, ...]]:
    """Return the spellings of each unit's name that no rule of folding produces, by P-code."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_table("spellings.csv"):
        for pcode in row["pcodes"].split():
            found[pcode] = (*found.get(pcode, ()), *row["spellings"].split("|"))
    return found

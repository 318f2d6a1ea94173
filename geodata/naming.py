"""What units and countries are called: as the UN spells them, or as the English press does."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from geodata.unit import AdminUnit, news_spellings

__all__ = ["Naming", "renamed"]


class Naming(StrEnum):
    """
    Whose names are shown.

    Codes, and words quoted from a text, are the same in each; names are found in every spelling, whichever is shown.

    Examples
    --------
    >>> Naming.of("press")
    <Naming.PRESS: 'press'>
    """

    UN = "un"
    """Units as OCHA spells them, or as the boundaries at hand do (Idleb, Ar-Raqqa); Türkiye."""
    PRESS = "press"
    """Units as English newspapers mostly spell them (Idlib, Raqqa); Turkey."""
    CODES = "codes"
    """A code in braces for each name, to be filled in later: how a reading is stored, and nothing is shown."""

    @classmethod
    def of(cls, names: str) -> Naming:
        """
        Return whose names a user asks for.

        Parameters
        ----------
        names
            "un" or "press".

        Raises
        ------
        ValueError
            If it is neither.
        """
        if names not in {cls.UN, cls.PRESS}:
            raise ValueError(f'names = {names!r}: expected "un" or "press"')
        return cls(names)


def renamed(unit: AdminUnit, naming: Naming) -> AdminUnit:
    """
    Return a unit under the name that it is called by.

    Parameters
    ----------
    unit
        As its boundaries call it, which is the UN's name for it.
    naming
        Whose name it gets. One that the press has no spelling for keeps its name.

    Examples
    --------
    >>> from geodata.unit import builtin_units
    >>> renamed(builtin_units()[10], Naming.PRESS).name
    'Raqqa'
    """
    if naming is Naming.CODES:
        return replace(unit, name=f"{{{unit.pcode}}}")
    usual = news_spellings().get(unit.pcode) if naming is Naming.PRESS else None
    return replace(unit, name=usual[0]) if usual else unit

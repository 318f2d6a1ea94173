"""Which columns of a layer hold a unit's code and names, for each publisher's way of naming them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """
    A publisher's way of naming columns.

    Attributes
    ----------
    name
        What it is called in reports.
    title, licence, attribution
        For the provenance of what is read from it.
    codes
        Whether it has P-codes.
    pcode, name_en, name_ar
        Patterns of the columns of a level, with ``{n}`` for the level, matched whole and in any case;
        the first pattern that a layer has wins.
    date
        Patterns of the columns that date the boundaries.
    """

    name: str
    title: str
    licence: str
    attribution: str
    codes: bool
    pcode: tuple[str, ...]
    name_en: tuple[str, ...]
    name_ar: tuple[str, ...] = ()
    date: tuple[str, ...] = ("valid_?on", "date")


_OCHA_TITLE = "OCHA COD-AB Syria, sub-districts (administrative level 3)"
_OCHA_LICENCE = "CC BY 3.0 IGO as OCHA publishes it"

SCHEMES: tuple[Scheme, ...] = (
    Scheme(
        name="COD-AB, ADMn_PCODE",
        title=_OCHA_TITLE,
        licence=_OCHA_LICENCE,
        attribution="UN OCHA",
        codes=True,
        pcode=("adm{n}_pcode",),
        # Since 2025: adm3_name in the language of the column `lang`, adm3_name1 in that of `lang1`.
        name_en=("adm{n}_en", "adm{n}_name"),
        name_ar=("adm{n}_ar", "adm{n}_name1"),
    ),
    Scheme(
        name="COD-AB, adminnPcod",
        title=_OCHA_TITLE,
        licence=_OCHA_LICENCE,
        attribution="UN OCHA",
        codes=True,
        # Column names of a shapefile end after ten characters.
        pcode=("admin{n}pcode?",),
        name_en=("admin{n}name_en", "admin{n}name", "admin{n}refn.*"),
        name_ar=("admin{n}name_ar", "admin{n}na_1", "admin{n}altn.*"),
    ),
    Scheme(
        name="geoBoundaries",
        title="geoBoundaries Syria, sub-districts (administrative level 3)",
        licence="CC BY 4.0 for gbOpen",
        attribution="geoBoundaries (Runfola et al. 2020)",
        codes=False,
        pcode=("shapeid",),
        name_en=("shapename",),
        date=("boundaryyear.*",),
    ),
    Scheme(
        name="GADM",
        title="GADM Syria, sub-districts (administrative level 3)",
        licence="GADM: free for academic and other non-commercial use",
        attribution="GADM (gadm.org)",
        codes=False,
        pcode=("gid_{n}",),
        name_en=("name_{n}",),
        name_ar=("nl_name_{n}",),
    ),
)
"""The schemes in the order in which they are tried."""

DEEPEST = 5


def column(fields: Iterable[str], patterns: Iterable[str], level: int) -> str | None:
    """
    Return the field that the first fitting pattern names, in any case; None if none fits.

    Examples
    --------
    >>> column(["OBJECTID", "Adm3_Pcode"], ["adm{n}_pcode"], 3)
    'Adm3_Pcode'
    """
    names = list(fields)
    for pattern in patterns:
        expression = re.compile(pattern.replace("{n}", str(level)), re.IGNORECASE)
        found = next((name for name in names if expression.fullmatch(name)), None)
        if found is not None:
            return found
    return None


def scheme_of(fields: Iterable[str]) -> Scheme | None:
    """
    Return the scheme that a layer's fields follow; None if no scheme is known.

    Examples
    --------
    >>> scheme_of(["admin3Pcod", "admin3Name"]).name
    'COD-AB, adminnPcod'
    """
    names = list(fields)
    levels = range(DEEPEST + 1)
    return next((s for s in SCHEMES if any(column(names, s.pcode, level) for level in levels)), None)


def finest_level(fields: Iterable[str], scheme: Scheme) -> int | None:
    """Return the finest level that a layer's columns name; None where columns do not tell (geoBoundaries)."""
    names = list(fields)
    if not any("{n}" in pattern for pattern in scheme.pcode):
        return None
    return max(n for n in range(DEEPEST + 1) if column(names, scheme.pcode, n))

"""The countries: names, demonyms and capitals by ISO 3166 alpha-2 code, from `countries.csv` beside the lexicon."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from geodata.naming import Naming

__all__ = ["countries", "country_name", "country_names"]


@cache
def countries() -> Mapping[str, Mapping[str, str]]:
    """Return the rows of the table by code; columns name, un_name, other_names, demonyms, capital.

    `un_name` is filled where the UN's name is another than the press's.
    """
    text = (
        Path(__file__).with_name("reading").joinpath("lexicon", "countries.csv").read_text(encoding="utf-8")
    )
    return {row["alpha2"]: row for row in csv.DictReader(text.splitlines())}


def country_name(code: str, naming: Naming) -> str:
    """Return the English name of a nationality code, or the code itself if it is none.

    Parameters
    ----------
    code
        ISO 3166 alpha-2, or UN.
    naming
        Whose name. The UN's are its short names without the form of government: Iran, Syria, Russia.

    Examples
    --------
    >>> country_name("KG", Naming.UN), country_name("UN", Naming.UN)
    ('Kyrgyzstan', 'United Nations')
    >>> country_name("TR", Naming.UN), country_name("TR", Naming.PRESS)
    ('Türkiye', 'Turkey')
    """
    if naming is Naming.CODES:
        return f"{{{code}}}"
    if code == "UN":
        return "United Nations"
    row = countries().get(code)
    if row is None:
        return code
    return (naming is Naming.UN and row["un_name"]) or row["name"]


def country_names(code: str, naming: Naming) -> tuple[str, ...]:
    """Return what a country is called, and after it what it is called by others.

    Parameters
    ----------
    code, naming
        As `country_name` takes them.

    Examples
    --------
    >>> country_names("TR", Naming.PRESS), country_names("KZ", Naming.PRESS)
    (('Turkey', 'Türkiye'), ('Kazakhstan',))
    """
    each = (naming, Naming.UN, Naming.PRESS)
    return tuple(dict.fromkeys(country_name(code, one) for one in each))

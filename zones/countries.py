"""The countries: names, demonyms and capitals by ISO 3166 alpha-2 code, from `countries.csv` beside the lexicon."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

__all__ = ["countries", "country_name"]


@cache
def countries() -> Mapping[str, Mapping[str, str]]:
    """Return the rows of the table by code; columns name, other_names, demonyms, capital."""
    text = (
        Path(__file__).with_name("reading").joinpath("lexicon", "countries.csv").read_text(encoding="utf-8")
    )
    return {row["alpha2"]: row for row in csv.DictReader(text.splitlines())}


def country_name(code: str) -> str:
    """Return the English name of a nationality code, or the code itself if it is none.

    Examples
    --------
    >>> country_name("KG"), country_name("UN")
    ('Kyrgyzstan', 'United Nations')
    """
    if code == "UN":
        return "United Nations"
    row = countries().get(code)
    return row["name"] if row else code

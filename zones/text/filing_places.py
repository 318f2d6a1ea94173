"""Places that reports are filed from: countries, capitals, and the cities of ``furniture.toml``."""

from __future__ import annotations

import re
from functools import cache

from zones.countries import countries
from zones.text.phrases import table

__all__ = ["is_place"]


def is_place(line: str) -> bool:
    """Return whether a line names countries or cities that reports are filed from, and nothing else.

    Examples
    --------
    >>> is_place("Astana, Kazakhstan"), is_place("Reporting period")
    (True, False)
    """
    return all(part.strip(" .").casefold() in _places() for part in re.split(r"[,/]", line))


@cache
def _places() -> frozenset[str]:
    rows = countries().values()
    return frozenset(
        name.casefold()
        for row in rows
        for name in (row["name"], row["un_name"], row["capital"], *row["other_names"].split("|"))
    ).union(table()["cities"]) - {""}

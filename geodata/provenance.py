"""Where a set of data comes from, told beside every answer that rests on it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from geodata.errors import GeodataError


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """
    Origin of a data set.

    Parameters
    ----------
    title, origin
        What it is, and what it was made from.
    date
        The date or year it describes, as its publisher states it.
    licence, attribution
        What may be done with it, and whom to name.
    sha256
        Of the file it was read from.
    """

    title: str
    origin: str
    date: str
    licence: str
    attribution: str
    sha256: str

    @property
    def dated(self) -> str:
        """The title, with the date where one is known."""
        return f"{self.title}, {self.date}" if self.date else self.title


@cache
def builtin_sources() -> dict[str, Provenance]:
    """Return the provenance of each file in `geodata/data/`, by file name."""
    text = Path(__file__).with_name("data").joinpath("sources.toml").read_text(encoding="utf-8")
    keys = Provenance.__dataclass_fields__
    return {row["file"]: Provenance(**{key: row[key] for key in keys}) for row in tomllib.loads(text)["file"]}


def builtin_source(name: str) -> Provenance:
    """
    Return the provenance of one file of the package's data.

    Raises
    ------
    GeodataError
        If the file has no row, which a test of this project excludes.
    """
    try:
        return builtin_sources()[name]
    except KeyError:
        raise GeodataError(f"data/{name} has no row in sources.toml; run python -m geodata.build") from None

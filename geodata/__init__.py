"""
Where things are: Syria's administrative units, their borders, and the places in them.

    data/            built files, each with its origin in sources.toml (python -m geodata.build)
    units            AdminUnits: codes, names, levels, shapes, neighbours, borders, seats
       hierarchy     UnitTree: names, parents and children over the sub-districts
       unit_shapes   UnitShapes: their shapes, areas and middles; larger units dissolved when asked for
       locator       positions to sub-districts
       adjacency     who borders whom, over the edges of the coverage
       borders       which stretch of the outline borders which neighbour
    toponyms         Toponyms: a name to ranked candidates, and near spellings for a name unknown
       naming        Naming: whose names are shown, the UN's or the press's
       town_names    what towns are called beside the units that are named for them
       names         fold and skeleton: one key for the many spellings of a name
       kinds         "Idlib city", "Duma district": the kind that words beside a name state
       candidate     Candidate, and the index from spellings to candidates
    position         positions as people write them, read whole or refused, with the form that was understood
    nominatim        OpenStreetMap's geocoder, for names that nobody here knows and users who ask for it
    measure          lengths, areas and bearings on the ellipsoid
    wgs84            the reference system of every frame
    byte_marks       the mark with which Unicode text may begin
    foreign          bytes, JSON and TOML that others wrote, within limits
    parquet_rows     how many rows of Parquet can be unpacked at a time
    archives         several files in one zip, of the same files always the same bytes
    atomic           files that appear whole or not at all, for all three packages

Positions are longitude, latitude in WGS 84 degrees. This package knows nothing of zones. Its names load
when they are first used, so that nobody pays for what he does not ask for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.borders import Neighbour
    from geodata.candidate import Candidate
    from geodata.coverage_index import CoverageIndex
    from geodata.errors import GeodataError
    from geodata.kinds import Kind
    from geodata.place import Place
    from geodata.provenance import Provenance
    from geodata.toponyms import Toponyms
    from geodata.unit import AdminUnit, Level
    from geodata.units import AdminUnits

__distribution__ = "deescalation-zones"
"""Whose package this is, for there are others of its name: see `zonemap.py`."""

__all__ = [
    "AdminUnit",
    "AdminUnits",
    "Candidate",
    "CoverageIndex",
    "GeodataError",
    "Kind",
    "Level",
    "Neighbour",
    "Place",
    "Provenance",
    "Toponyms",
]

_MODULES = {
    "AdminUnit": "unit",
    "AdminUnits": "units",
    "Candidate": "candidate",
    "CoverageIndex": "coverage_index",
    "GeodataError": "errors",
    "Kind": "kinds",
    "Level": "unit",
    "Neighbour": "borders",
    "Place": "place",
    "Provenance": "provenance",
    "Toponyms": "toponyms",
}


def __getattr__(name: str) -> object:
    """Return a public name from the module that defines it."""
    if name not in _MODULES:
        raise AttributeError(f"module 'geodata' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(f"geodata.{_MODULES[name]}"), name)

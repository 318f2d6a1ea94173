"""
A user's own boundaries: any usual file of Syria's sub-districts, made into `AdminUnits`.

::

    zips       a zip unpacked within limits and without leaving its folder
    files      a path to the datasets in it: a file, a folder, a zip
    layers     the one layer that holds sub-districts
    schemes    which columns hold codes and names: OCHA's three schemes, geoBoundaries, GADM
    table      the layer's rows as units with shapes, or an error that names the row
    cost       shapes that would take minutes, refused before GEOS begins
    repair     shapes made valid, and a valid coverage, with a note of what was changed
    matching   units without P-codes found by name and position
    load       all of these in turn, with a report

Longitude, latitude in WGS 84 degrees throughout; files in any other system are transformed.
"""

from __future__ import annotations

from geodata.boundaries.errors import BoundariesError
from geodata.boundaries.load import OwnBoundaries, load_boundaries, read_boundaries
from geodata.boundaries.report import BoundaryReport, Mapping

__all__ = [
    "BoundariesError",
    "BoundaryReport",
    "Mapping",
    "OwnBoundaries",
    "load_boundaries",
    "read_boundaries",
]

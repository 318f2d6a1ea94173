"""Step: the capital town of each governorate and district, from which its sectors are seen."""

from __future__ import annotations

import csv

from geodata.build import places
from geodata.build.packages import Workshop
from geodata.build.sources import Source
from geodata.build.subdistricts import built_units
from geodata.names import fold
from geodata.place import Place, geonames_places
from geodata.unit import AdminUnit, Level
from geodata.units import AdminUnits

FILE = "seats.csv"
COLUMNS = ("pcode", "name", "lon", "lat", "source")
MAX_OUTSIDE_KM = 3.0
FROM_DAMASCUS = {
    "SY03": "the governorate is administered from Damascus, and its countryside is told as seen from there",
    "SY0301": "the district is the ring round Damascus and has no town of its own name",
}
"""Units whose seat is Damascus, which lies in another unit, and why."""


def run(workshop: Workshop) -> list[Source]:
    """Return the source row after writing `seats.csv`."""
    units = built_units(workshop)
    with (workshop.data / places.FILE).open(encoding="utf-8", newline="") as file:
        towns = geonames_places(csv.DictReader(file))
    seated = (*units.at_level(Level.GOVERNORATE), *units.at_level(Level.DISTRICT))
    rows = [seat(unit, units, towns) for unit in seated]
    places.write_rows(workshop.data / FILE, COLUMNS, rows)
    return [
        Source(
            file=FILE,
            title="Capital towns of governorates and districts",
            origin="the GeoNames place of the unit's name within it, or else the representative point of its "
            "central sub-district; each row says which",
            licence="CC BY 4.0",
            attribution="GeoNames (geonames.org); UN OCHA",
            date=places.DATE,
            rows=len(rows),
        )
    ]


def seat(unit: AdminUnit, units: AdminUnits, towns: tuple[Place, ...]) -> tuple[object, ...]:
    """Return the row of one unit: code, town, longitude, latitude and source."""
    reason = FROM_DAMASCUS.get(unit.pcode)
    names = {"damascus"} if reason else {fold(spelling) for spelling in units.spellings(unit.pcode)}
    area = "SY01" if reason else unit.pcode
    fitting = [town for town in towns if not names.isdisjoint(folds(town)) and lies_in(town, area, units)]
    if fitting:
        town = max(fitting, key=lambda place: (place.population or 0, place.id))
        name, lon, lat, source = (
            town.name,
            town.lon,
            town.lat,
            f"GeoNames {town.id.removeprefix('geonames:')}",
        )
    else:
        # OCHA numbers a unit's central sub-district first.
        central = units.descendants(unit.pcode)[0]
        lon, lat = units.representative_point(central.pcode)
        name, source = central.name, f"representative point of {central.pcode}"
    return unit.pcode, name, f"{lon:.5f}", f"{lat:.5f}", f"{source}: {reason}" if reason else source


def folds(town: Place) -> set[str]:
    """Return the strict keys of a town's names."""
    return {fold(spelling) for spelling in (town.name, town.name_ar, *town.spellings)}


def lies_in(town: Place, pcode: str, units: AdminUnits) -> bool:
    """Tell whether a town lies in a unit, or within 3 km of a sub-district of it."""
    found = units.nearest(lon=town.lon, lat=town.lat, within_km=MAX_OUTSIDE_KM)
    return found is not None and found[0].pcode.startswith(pcode)

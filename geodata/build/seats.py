"""Step: the capital town of each governorate and district, from which its sectors are seen."""

from __future__ import annotations

from geodata.build.packages import Workshop
from geodata.build.places import write_rows
from geodata.build.sources import Source
from geodata.names import fold
from geodata.place import Place, builtin_places
from geodata.unit import AdminUnit, Level
from geodata.units import AdminUnits

FILE = "seats.csv"
COLUMNS = ("pcode", "name", "lon", "lat", "source")
MAX_OUTSIDE_KM = 3.0
BY_HAND = {
    "SY03": (
        "Damascus",
        "the governorate is administered from Damascus, and its countryside is told as seen from there",
    ),
    "SY0301": ("Damascus", "the district is the ring round Damascus and has no town of its own name"),
}
"""Units whose seat lies in another unit: the town, and why."""


def run(workshop: Workshop) -> list[Source]:
    """Return the source row after writing `seats.csv`."""
    units = AdminUnits.builtin()
    rows = [
        seat(units, unit) for level in (Level.GOVERNORATE, Level.DISTRICT) for unit in units.at_level(level)
    ]
    write_rows(workshop.data / FILE, COLUMNS, rows)
    return [
        Source(
            file=FILE,
            title="Capital towns of governorates and districts",
            origin="the GeoNames place of the unit's name within it, or else the representative point of its "
            "central sub-district; each row says which",
            licence="CC BY 4.0",
            attribution="GeoNames (geonames.org); UN OCHA",
            date="2025",
            rows=len(rows),
        )
    ]


def seat(units: AdminUnits, unit: AdminUnit) -> tuple[object, ...]:
    """Return the row of one unit: code, town, longitude, latitude and source."""
    if unit.pcode in BY_HAND:
        name, reason = BY_HAND[unit.pcode]
        town = max(named(name), key=lambda place: place.population or 0)
        return (
            unit.pcode,
            town.name,
            f"{town.lon:.5f}",
            f"{town.lat:.5f}",
            f"GeoNames {town.id[9:]}: {reason}",
        )
    central = central_subdistrict(units, unit)
    towns = [
        place
        for spelling in units.spellings(unit.pcode)
        for place in named(spelling)
        if near(units, unit, place)
    ]
    if towns:
        town = max(towns, key=lambda place: (place.population or 0, place.id))
        return unit.pcode, town.name, f"{town.lon:.5f}", f"{town.lat:.5f}", f"GeoNames {town.id[9:]}"
    lon, lat = units.representative_point(central)
    return unit.pcode, units[central].name, f"{lon:.5f}", f"{lat:.5f}", f"representative point of {central}"


def central_subdistrict(units: AdminUnits, unit: AdminUnit) -> str:
    """Return the sub-district that OCHA numbers as the unit's centre: the one whose code comes first."""
    return units.descendants(unit.pcode, Level.SUBDISTRICT)[0].pcode


def named(spelling: str) -> list[Place]:
    """Return GeoNames' places of this name."""
    key = fold(spelling)
    return [
        place
        for place in builtin_places()
        if place.id.startswith("geonames:") and key in {fold(own) for own in (place.name, *place.spellings)}
    ]


def near(units: AdminUnits, unit: AdminUnit, place: Place) -> bool:
    """Tell whether a place lies in a unit, or within 3 km of a sub-district of it."""
    found = units.nearest(lon=place.lon, lat=place.lat, within_km=MAX_OUTSIDE_KM)
    return found is not None and found[0].pcode.startswith(unit.pcode)

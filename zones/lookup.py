"""What is at a place: its units, its zones with the reason and quotation, each nationality's standing."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.candidate import Candidate
from geodata.errors import PositionError, UnknownPlaceError
from geodata.golan import in_golan, reaches_into_golan
from geodata.measure import geometry_distance_km
from geodata.position import Position, looks_like_position, parse_position, plain, visible
from geodata.unit import AdminUnit
from zones.answers.answer import AmbiguousPlaceError, Answer, ZoneHit
from zones.answers.geocoded import Geocoder, geocoded
from zones.answers.zone_names import members_told, namesakes_told, said_to_be_zone, zones_named
from zones.known import zone_days
from zones.zone import Member, Zone

if TYPE_CHECKING:
    from zones.zone_set import ZoneSet

__all__ = ["AmbiguousPlaceError", "Answer", "ZoneHit", "look_up"]

_PCODE = re.compile(r"^SY\d{2}(?:\d{2}(?:\d{2})?)?$", re.IGNORECASE)
_OUTSIDE_KM = 3.0
_IN_GOLAN = (
    "this position lies in the Golan Heights, occupied by Israel since 1967; their limits are approximate"
)


def look_up(
    zone_set: ZoneSet,
    place: str | None,
    *,
    lon: float | None,
    lat: float | None,
    on: date | None,
    geocoder: Geocoder | None = None,
) -> Answer:
    """Return what is at a place or position. See `ZoneSet.lookup`."""
    if place is None and lon is not None and lat is not None:
        return _at(zone_set, f"{lat}, {lon}", lon=lon, lat=lat, on=on)
    if place is None or (lon is not None and lat is not None):
        raise TypeError("lookup takes a place, or lon and lat: one of the two")
    query, seen = place.strip(), " ".join(visible(place).split())
    if not seen:
        raise UnknownPlaceError("")
    if pcode := _pcode(seen):
        return _of_unit(zone_set, pcode, query, on)
    if looks_like_position(place):
        position = _position(zone_set, place)
        if position is not None:
            return _at(zone_set, query, lon=position.lon, lat=position.lat, on=on, form=position.form)
    return _named(zone_set, query, seen, on, geocoder)


def _pcode(text: str) -> str | None:
    """Return the P-code that a text is, in any script's digits."""
    code = plain(text).upper()
    return code if _PCODE.match(code) else None


def _position(zone_set: ZoneSet, place: str) -> Position | None:
    """Return the position that a text gives; None if it is none, but a place has that very name."""
    try:
        return parse_position(place)
    except PositionError:
        if any(found.how != "fuzzy" for found in zone_set.toponyms.candidates(visible(place))):
            return None
        raise


def _at(
    zone_set: ZoneSet, query: str, *, lon: float, lat: float, on: date | None, form: str | None = None
) -> Answer:
    unit = zone_set.units.unit_at(lon=lon, lat=lat)
    notes: list[str] = []
    if unit is None and -90 <= lon <= 90:
        swapped = zone_set.units.unit_at(lon=lat, lat=lon)
        if swapped is not None:
            notes.append(
                f"this position is outside Syria; {lon:g}, {lat:g} would be in {swapped.name}: "
                "are latitude and longitude swapped?"
            )
    if unit is None:
        near = zone_set.units.nearest(lon=lon, lat=lat, within_km=_OUTSIDE_KM)
        if near is not None:
            unit = near[0]
            notes.append(
                f"{near[1]:.1f} km outside the simplified outline; {unit.name} is the nearest sub-district"
            )
    return _answer(zone_set, query, None, lon=lon, lat=lat, unit=unit, on=on, notes=notes, form=form)


def _of_unit(zone_set: ZoneSet, pcode: str, query: str, on: date | None) -> Answer:
    unit = zone_set.units[pcode]
    lon, lat = zone_set.units.representative_point(pcode)
    notes = _inside_told(unit, zone_set)
    return _answer(zone_set, query, unit.name, lon=lon, lat=lat, unit=unit, on=on, notes=notes)


def _inside_told(unit: AdminUnit, zone_set: ZoneSet) -> list[str]:
    """Return what the point inside a unit, for which the answer is, leaves out."""
    told = []
    if len(unit.pcode) < 8:
        told = [
            f"the zone is that of a point inside; {unit.name} {unit.level} has parts that may lie in others"
        ]
    return told + _golan_told(f"{unit.name} {unit.level}", zone_set.units.geometry(unit.pcode))


def _golan_told(name: str, shape: BaseGeometry) -> list[str]:
    if not reaches_into_golan(shape):
        return []
    return [f"{name} reaches into the Golan Heights, occupied by Israel since 1967"]


def _named(zone_set: ZoneSet, query: str, name: str, on: date | None, geocoder: Geocoder | None) -> Answer:
    """Return the answer for a name: a place of that name, a zone of the map, or what is said or sounds alike."""
    called_zone = said_to_be_zone(name)
    found = () if called_zone else zone_set.toponyms.candidates(name)
    if not found or found[0].how == "fuzzy":
        zones = zones_named(zone_set.zones, called_zone or name)
        if len(zones) == 1:
            return _of_zone(zone_set, zones[0], query, on)
        if zones:
            raise UnknownPlaceError(name, suggestions=tuple(zone.name for zone in zones))
        asked = geocoded(name, geocoder, zone_set.units) if geocoder is not None else ()
        found = asked or zone_set.toponyms.resolve(name)
    best = _single(name, found)
    notes = [best.note] if best.note else []
    if best.how == "fuzzy":
        notes.append(f"no place is spelled {name!r}; {best.name} sounds alike")
    elif told := namesakes_told(name, best, found, zone_set.zones):
        notes.append(told)
    unit = zone_set.units[best.pcode] if best.pcode else None
    lon, lat = best.lon, best.lat
    if best.kind != "town" and unit is not None:
        lon, lat = zone_set.units.representative_point(unit.pcode)
        notes += _inside_told(unit, zone_set)
    return _answer(
        zone_set, query, f"{best.name} ({best.kind})", lon=lon, lat=lat, unit=unit, on=on, notes=notes
    )


def _of_zone(zone_set: ZoneSet, zone: Zone, query: str, on: date | None) -> Answer:
    """Return the answer for a zone: that of a point inside it, and its members."""
    inside = zone.geometry().representative_point()
    if inside.is_empty:
        raise UnknownPlaceError(query)
    unit = zone_set.units.unit_at(lon=inside.x, lat=inside.y)
    return _answer(
        zone_set, query, f"{zone.name} (zone)", lon=inside.x, lat=inside.y, unit=unit, on=on,
        notes=[members_told(zone), *_golan_told(f"the zone {zone.name}", zone.geometry())],
    )  # fmt: skip


def _single(query: str, found: tuple[Candidate, ...]) -> Candidate:
    """Return the one place a name means: a town, or the units named after it and around it, are one place."""
    codes = sorted({c.pcode for c in found if c.pcode}, key=len)
    deepest = codes[-1] if codes else ""
    seat = deepest[:4]
    if all(deepest.startswith(c) or (c.startswith(seat) and _is_seat(c)) for c in codes):
        return found[0]
    raise AmbiguousPlaceError(query, found)


def _is_seat(pcode: str) -> bool:
    return pcode.endswith("00")


def _answer(
    zone_set: ZoneSet, query: str, place: str | None, *, lon: float, lat: float,
    unit: AdminUnit | None, on: date | None, notes: list[str], form: str | None = None,
) -> Answer:  # fmt: skip
    units = zone_set.units.chain(unit.pcode) if unit is not None else ()
    known = zone_set if on is None else zone_set.on(on)
    hits = tuple(h for z in known.zones if (h := _hit(zone_set, z, units, lon, lat)) is not None)
    near = None if hits else _nearest(known, lon=lon, lat=lat)
    wanted = {h.zone for h in hits}
    if in_golan(lon=lon, lat=lat):
        notes.append(_IN_GOLAN)
    notes += [_unfinished(z) for z in known.zones if z.unread and (not hits or z.id in wanted)]
    there = {z.id for z in known.zones}
    others = (z for z in zone_set.zones if z.id not in there)
    notes += [_not_known(zone_set, z, on) for z in others if _member(zone_set, z, units, lon, lat)]
    standing = tuple(s for s in zone_set.standing(on) if s.zone in wanted) if hits else ()
    return Answer(
        query=query, place=place, understood_as=form, lon=round(lon, 6), lat=round(lat, 6), units=units,
        zones=hits, nearest=near, standing=standing, notes=tuple(notes), on=on,
    )  # fmt: skip


def _not_known(zone_set: ZoneSet, zone: Zone, on: date | None) -> str:
    days = zone_days(zone, zone_set.published)
    when = f"documents of {days[0]} and later" if days else "a document without a day"
    return f"the zone {zone.name} has this place, but is described only in {when}: not counted as of {on}"


def _unfinished(zone: Zone) -> str:
    words = ", ".join(f"“{' '.join(unread.text.split())}”" for unread in zone.unread)
    return f"the zone {zone.name} was read in part: {words} was not understood, so it may reach farther than drawn"


def _hit(
    zone_set: ZoneSet, zone: Zone, units: tuple[AdminUnit, ...], lon: float, lat: float
) -> ZoneHit | None:
    member = _member(zone_set, zone, units, lon, lat)
    if member is None:
        return None
    km = geometry_distance_km(lon=lon, lat=lat, geometry=zone.edge)
    return ZoneHit(
        zone=zone.id, name=zone.name, extent=member.extent, pcode=member.pcode, rule=member.rule,
        reason=member.reason, edge_km=round(km, 1), evidence=member.evidence,
    )  # fmt: skip


def _member(
    zone_set: ZoneSet, zone: Zone, units: tuple[AdminUnit, ...], lon: float, lat: float
) -> Member | None:
    """Return the member that has a position: by its unit, and for a strip or disc also by its shape."""
    if not units:
        return None
    code = units[-1].pcode
    if len(code) < 8:
        inside = zone_set.units.unit_at(lon=lon, lat=lat)
        code = inside.pcode if inside is not None else code
    for member in zone.members:
        if code.startswith(member.pcode):
            if member.share is None or shapely.intersects_xy(zone.part, lon, lat):
                return member
            return None
    return None


def _nearest(zone_set: ZoneSet, *, lon: float, lat: float) -> tuple[str, str, float] | None:
    found = [
        (geometry_distance_km(lon=lon, lat=lat, geometry=z.geometry()), i)
        for i, z in enumerate(zone_set.zones)
    ]
    if not found:
        return None
    km, index = min(found)
    return zone_set.zones[index].id, zone_set.zones[index].name, round(km, 1)

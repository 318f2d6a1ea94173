"""What is at a place: its units, its zones with the reason and quotation, each nationality's standing."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import shapely

from geodata.candidate import Candidate
from geodata.errors import UnknownPlaceError
from geodata.measure import geometry_distance_km
from geodata.unit import AdminUnit
from zones.errors import ZonesError
from zones.evidence import Evidence
from zones.standing import Standing
from zones.zone import Extent, Member, Zone

if TYPE_CHECKING:
    from zones.zone_set import ZoneSet

__all__ = ["AmbiguousPlaceError", "Answer", "ZoneHit", "look_up"]

_PCODE = re.compile(r"^SY\d{2}(?:\d{2}(?:\d{2})?)?$", re.IGNORECASE)
_NUMERIC = re.compile(r"^[\s\d.,;:+\-−°º'’\"′″/NSEWnsew()\u00b0latonLATON=]+$")
_PAIR = re.compile(r"([+-]?\d+(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d+(?:\.\d+)?)")
_OUTSIDE_KM = 3.0


class AmbiguousPlaceError(ZonesError, LookupError):
    """A name with several meanings.

    Attributes
    ----------
    candidates : tuple of Candidate
        What it may mean, likeliest first.
    """

    def __init__(self, name: str, candidates: tuple[Candidate, ...]) -> None:
        super().__init__(
            f"{name!r} may mean {len(candidates)} places; add the district or governorate, or give a P-code"
        )
        self.candidates = candidates


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneHit:
    """A zone that a place lies in: by which member, to which extent, why, and how far from its edge (km)."""

    zone: str
    name: str
    extent: Extent
    pcode: str
    rule: str
    reason: str
    edge_km: float
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        return {
            "zone": self.zone,
            "name": self.name,
            "extent": self.extent,
            "pcode": self.pcode,
            "rule": self.rule,
            "reason": self.reason,
            "edge_km": self.edge_km,
            "evidence": [e.to_dict() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is at a place.

    Parameters
    ----------
    query
        As asked.
    place
        Name of the place found; None for a bare position.
    lon, lat
        The position the answer is for.
    units
        Governorate, district and sub-district; fewer for a larger unit, none outside Syria.
    zones
        The zones it lies in; empty if in none.
    nearest
        Outside every zone, the id and name of the nearest and the distance in km.
    standing
        The standing of each nationality in those zones on the day asked for.
    notes
        What a reader of the answer should know.
    on
        The day asked for; None if all that was said counts.
    """

    query: str
    place: str | None
    lon: float
    lat: float
    units: tuple[AdminUnit, ...]
    zones: tuple[ZoneHit, ...]
    nearest: tuple[str, str, float] | None
    standing: tuple[Standing, ...]
    notes: tuple[str, ...]
    on: date | None = None

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        near = self.nearest
        return {
            "query": self.query,
            "place": self.place,
            "lon": self.lon,
            "lat": self.lat,
            "on": self.on.isoformat() if self.on else None,
            "units": [
                {"pcode": u.pcode, "name": u.name, "name_ar": u.name_ar, "level": str(u.level)}
                for u in self.units
            ],
            "zones": [z.to_dict() for z in self.zones],
            "nearest": {"zone": near[0], "name": near[1], "km": near[2]} if near else None,
            "standing": [s.to_dict() for s in self.standing],
            "notes": list(self.notes),
        }


def look_up(
    zone_set: ZoneSet, place: str | None, *, lon: float | None, lat: float | None, on: date | None
) -> Answer:
    """Return what is at a place or position. See `ZoneSet.lookup`."""
    if place is None and lon is not None and lat is not None:
        return _at(zone_set, f"{lat}, {lon}", lon=lon, lat=lat, on=on)
    if place is None or (lon is not None and lat is not None):
        raise TypeError("lookup takes a place, or lon and lat: one of the two")
    query = place.strip()
    if not query:
        raise UnknownPlaceError("")
    if _PCODE.match(query):
        return _of_unit(zone_set, query.upper(), query, on)
    if any(c.isdigit() for c in query) and _NUMERIC.match(query):
        at_lat, at_lon = _parsed(query)
        return _at(zone_set, query, lon=at_lon, lat=at_lat, on=on)
    return _named(zone_set, query, on)


def _parsed(query: str) -> tuple[float, float]:
    """Return latitude and longitude as pasted: two numbers at once, any other way by geopy."""
    pair = _PAIR.fullmatch(query)
    if pair is not None:
        return float(pair[1]), float(pair[2])
    from geopy.point import Point  # noqa: PLC0415 - only other notations pay for it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # geopy warns of what it then refuses
            point = Point(query)
    except ValueError:
        raise UnknownPlaceError(query) from None
    return float(point.latitude), float(point.longitude)


def _at(zone_set: ZoneSet, query: str, *, lon: float, lat: float, on: date | None) -> Answer:
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
    return _answer(zone_set, query, None, lon=lon, lat=lat, unit=unit, on=on, notes=notes)


def _of_unit(zone_set: ZoneSet, pcode: str, query: str, on: date | None) -> Answer:
    unit = zone_set.units[pcode]
    lon, lat = zone_set.units.representative_point(pcode)
    notes = []
    if len(pcode) < 8:
        notes.append(
            f"the zone is that of a point inside; {unit.name} {unit.level} has parts that may lie in others"
        )
    return _answer(zone_set, query, unit.name, lon=lon, lat=lat, unit=unit, on=on, notes=notes)


def _named(zone_set: ZoneSet, query: str, on: date | None) -> Answer:
    found = zone_set.toponyms.resolve(query)
    best = _single(query, found)
    notes = [best.note] if best.note else []
    if best.how == "fuzzy":
        notes.append(f"no place is spelled {query!r}; {best.name} sounds alike")
    unit = zone_set.units[best.pcode] if best.pcode else None
    lon, lat = best.lon, best.lat
    if best.kind != "town" and unit is not None:
        lon, lat = zone_set.units.representative_point(unit.pcode)
    return _answer(
        zone_set, query, f"{best.name} ({best.kind})", lon=lon, lat=lat, unit=unit, on=on, notes=notes
    )


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
    unit: AdminUnit | None, on: date | None, notes: list[str],
) -> Answer:  # fmt: skip
    units = zone_set.units.chain(unit.pcode) if unit is not None else ()
    hits = tuple(h for z in zone_set.zones if (h := _hit(zone_set, z, units, lon, lat)) is not None)
    near = None if hits else _nearest(zone_set, lon=lon, lat=lat)
    wanted = {h.zone for h in hits}
    notes += [_unfinished(z) for z in zone_set.zones if z.unread and (not hits or z.id in wanted)]
    standing = tuple(s for s in zone_set.standing(on) if s.zone in wanted) if hits else ()
    return Answer(
        query=query, place=place, lon=round(lon, 6), lat=round(lat, 6), units=units, zones=hits, nearest=near,
        standing=standing, notes=tuple(notes), on=on,
    )  # fmt: skip


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

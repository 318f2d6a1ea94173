"""The answer of a lookup, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from geodata.candidate import Candidate
from geodata.unit import AdminUnit
from zones.errors import ZonesError
from zones.evidence import Evidence
from zones.standing import Standing
from zones.zone import Extent

__all__ = ["AmbiguousPlaceError", "Answer", "ZoneHit"]


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
        Name of the place found, with its kind; None for a bare position.
    understood_as
        The form in which a position was understood ("degrees and minutes"); None for a name, or for numbers
        given as longitude and latitude.
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
    understood_as: str | None = None
    lon: float
    lat: float
    units: tuple[AdminUnit, ...]
    zones: tuple[ZoneHit, ...]
    nearest: tuple[str, str, float] | None
    standing: tuple[Standing, ...]
    notes: tuple[str, ...]
    on: date | None = None

    def __repr__(self) -> str:
        """Return it in a line."""
        from zones.shown import answer_line  # noqa: PLC0415 - only what is shown pays for it

        return answer_line(self)

    def _repr_html_(self) -> str:
        """Return it as a table for a notebook."""
        from zones.shown import answer_html  # noqa: PLC0415

        return answer_html(self)

    def to_dict(self) -> dict[str, object]:
        """Return it as a JSON object."""
        near = self.nearest
        return {
            "query": self.query,
            "place": self.place,
            "understood_as": self.understood_as,
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

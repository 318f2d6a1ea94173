"""What was found, in three lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maps.reports.words import area, clean, listed, nationality

if TYPE_CHECKING:
    from zones import ZoneSet

__all__ = ["summary"]


def summary(zone_set: ZoneSet) -> str:
    """Return a line each on the documents, the zones and the claims."""
    dates = [f"{d.id} ({d.published or 'undated'})" for d in zone_set.documents]
    zones = "; ".join(f"{zone.name}, {area(zone)}" for zone in zone_set.zones) or "no zones found"
    return "\n".join(
        (
            f"documents   {len(dates)}: {clean(', '.join(dates))}",
            f"zones       {len(zone_set.zones)}: {clean(zones)}"
            if zone_set.zones
            else "zones       no zones found",
            f"claims      {_claims(zone_set)}",
        )
    )


def _claims(zone_set: ZoneSet) -> str:
    nations = tuple(dict.fromkeys(claim.nationality for claim in zone_set.claims))
    if not nations:
        return "no claims about monitors found"
    told = f"{len(zone_set.claims)} on monitors from {listed([nationality(code) for code in nations])}"
    disputed = tuple(dict.fromkeys(s.nationality for s in zone_set.standing() if s.disputed))
    if not disputed:
        return f"{told}; none is disputed"
    return f"{told}; disputed: {listed([nationality(code) for code in disputed])}"

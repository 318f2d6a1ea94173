"""Values as a person at a prompt or in a notebook sees them: one line each, or a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zones.answers.answer import Answer
    from zones.claims import Claim
    from zones.zone import Zone
    from zones.zone_set import ZoneSet

__all__ = ["answer_html", "answer_line", "claim_line", "set_line", "tables_html", "zone_line"]

LONGEST = 60


def zone_line(zone: Zone) -> str:
    """Return a zone in a line: id, name, units and areas, and that a part of its extent was not understood."""
    facts = [_counted(len(zone.members), "unit"), _areas(zone)]
    if zone.unread:
        facts.append("read in part")
    return f"<Zone {zone.id}: {_short(zone.name)}; {'; '.join(filter(None, facts))}>"


def claim_line(claim: Claim) -> str:
    """Return a claim in a line: who would monitor where, its status, who said so and when."""
    where = claim.zone or "no zone in particular"
    said_by = _short(claim.said_by) if claim.said_by else "the report itself"
    said_on = f", {claim.said_on}" if claim.said_on else ""
    return f"<Claim {claim.id}: {claim.nationality} in {where}, {claim.status}; {said_by}{said_on}>"


def set_line(zone_set: ZoneSet) -> str:
    """Return a set in a line: how many zones, claims and documents, and the names of the zones."""
    counts = (
        _counted(len(zone_set.zones), "zone"),
        _counted(len(zone_set.claims), "claim"),
        _counted(len(zone_set.documents), "document"),
    )
    names = _short(", ".join(zone.name for zone in zone_set.zones))
    return f"<ZoneSet: {', '.join(counts)}{f'; {names}' if names else ''}>"


def answer_line(answer: Answer) -> str:
    """Return an answer in a line: what was asked, the unit found there, and its zones or how far the nearest is."""
    unit = f"{answer.units[-1].name} ({answer.units[-1].pcode})" if answer.units else "outside Syria"
    return f"<Answer {_short(answer.query)!r}: {unit}; {_zones_of(answer)}>"


def tables_html(zone_set: ZoneSet) -> str:
    """Return tables of a set's zones and claims for a notebook, all text escaped."""
    zones = [
        (zone.id, zone.name, len(zone.members), *(f"{km2:,.0f}" for km2 in _km2(zone)),
         "read in part" if zone.unread else "")
        for zone in zone_set.zones
    ]  # fmt: skip
    claims = [
        (claim.nationality, claim.zone or "", claim.status, claim.said_by or "", claim.said_on or "",
         claim.evidence[0].words if claim.evidence else "")
        for claim in zone_set.claims
    ]  # fmt: skip
    return _folded(
        f"Zones ({len(zones)})",
        _table(("zone", "name", "units", "whole, km²", "named in part, km²", "note"), zones),
    ) + _folded(
        f"Claims ({len(claims)})",
        _table(("nationality", "zone", "status", "said by", "said on", "quotation"), claims),
    )


def answer_html(answer: Answer) -> str:
    """Return a table of what is at a place for a notebook, all text escaped."""
    units = [(str(unit.level), f"{unit.name} ({unit.pcode})") for unit in answer.units]
    zones = [("zone", f"{hit.name}, {_extent(hit.extent)}: {hit.reason}") for hit in answer.zones]
    nowhere = [] if zones else [("zone", _zones_of(answer))]
    standing = [
        ("monitors", f"{one.nationality}, {one.status}{', disputed' if one.disputed else ''} ({one.zone})")
        for one in answer.standing
    ]
    found = [("place", answer.place)] if answer.place else []
    position = ("position", f"{answer.lat:.5f}, {answer.lon:.5f} (latitude, longitude)")
    notes = [("note", note) for note in answer.notes]
    return _table((answer.query, ""), [*found, position, *units, *zones, *nowhere, *standing, *notes])


def _zones_of(answer: Answer) -> str:
    if answer.zones:
        return ", ".join(f"in {hit.name} ({_extent(hit.extent)})" for hit in answer.zones)
    if answer.nearest is None:
        return "in no zone"
    _, name, km = answer.nearest
    return f"in no zone, {km:,.1f} km from {name}"


def _extent(extent: str) -> str:
    return "whole" if extent == "whole" else "in part"


def _km2(zone: Zone) -> tuple[float, float]:
    return zone.area_km2.whole, zone.area_km2.part


def _areas(zone: Zone) -> str:
    told = zip(_km2(zone), ("whole", "named in part"), strict=True)
    return ", ".join(f"{km2:,.0f} km² {extent}" for km2, extent in told if km2)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _short(text: str) -> str:
    """Return text on one line, cut where it is long, with nothing that a terminal would carry out."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def _folded(title: str, table: str) -> str:
    return f"<details open><summary>{escape(title)}</summary>{table}</details>"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    def cells(tag: str, row: Sequence[object]) -> str:
        return "".join(f'<{tag} style="text-align:start" dir="auto">{escape(str(c))}</{tag}>' for c in row)

    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return f"<table><thead><tr>{cells('th', head)}</tr></thead><tbody>{body}</tbody></table>"

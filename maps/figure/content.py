"""What the sheet says: zones as of a day, with their monitors, members, quotations and limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import shapely
from shapely.geometry.base import BaseGeometry

from maps.figure import style

if TYPE_CHECKING:
    from zones import Standing, Zone, ZoneSet
    from zones.documents import Document

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
LONGEST_QUOTE = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnZone:
    """
    A zone as the sheet shows it.

    Parameters
    ----------
    number
        On the map and in the legend, from 1: its place in the set, whatever else is shown.
    name
        Its name.
    whole, part
        The area that the text puts in, and the area of which it puts in a part; WGS 84 degrees.
    whole_km2, part_km2
        Their areas.
    monitors
        What is claimed of monitors, in a line; empty if nothing is.
    remarks
        Limits that cannot be drawn, and differences between documents.
    members
        Its units by extent, in words.
    quotes
        The sentences that define it.
    """

    number: int
    name: str
    whole: BaseGeometry
    part: BaseGeometry
    whole_km2: float
    part_km2: float
    monitors: str
    remarks: tuple[str, ...]
    members: tuple[str, ...]
    quotes: tuple[str, ...]

    @property
    def colour(self) -> str:
        """Its colour."""
        return style.zone_colour(self.number)

    @property
    def extent(self) -> BaseGeometry:
        """All of it."""
        return shapely.union_all([self.whole, self.part])


def drawn_zones(zone_set: ZoneSet, *, zone: str | None, on: date | None) -> tuple[DrawnZone, ...]:
    """
    Return the zones that documents had described by a day, or the one asked for.

    Raises
    ------
    zones.errors.NoSuchZoneError
        If there is no zone of that id or name.
    """
    wanted = None if zone is None else zone_set.zone(zone).id
    known = {told.id for told in (zone_set if on is None else zone_set.on(on)).zones}
    standing = zone_set.standing(on)
    return tuple(
        _drawn(number, told, _monitors([s for s in standing if s.zone == told.id], zone_set))
        for number, told in enumerate(zone_set.zones, start=1)
        if wanted in {None, told.id} and told.id in known
    )


def documents(zone_set: ZoneSet, *, on: date | None) -> tuple[Document, ...]:
    """Return the documents published by a day, or quoted for what was said by then; all if no day is asked for."""
    return (zone_set if on is None else zone_set.on(on)).documents


def source_lines(zone_set: ZoneSet, *, on: date | None) -> tuple[str, ...]:
    """Return a line for each document: title, publisher, day and address."""
    lines = []
    for document in documents(zone_set, on=on):
        day = None if document.published is None else date_text(document.published)
        told = ", ".join(part for part in (document.publisher, day) if part)
        at = f", {one_line(document.address)}" if document.address else ""
        lines.append(f"“{one_line(document.title or document.id)}”" + (f" ({told})" if told else "") + at)
    return tuple(lines)


def monitors_nowhere(zone_set: ZoneSet, *, on: date | None) -> str:
    """Return what is claimed of monitors in no zone in particular, in a line."""
    return _monitors([one for one in zone_set.standing(on) if one.zone is None], zone_set)


def monitors_later(zone_set: ZoneSet, *, on: date | None) -> str:
    """Return what is claimed by a day of monitors in zones that were described only later, in a line."""
    known = {zone.id for zone in (zone_set if on is None else zone_set.on(on)).zones}
    later = [s for s in zone_set.standing(on) if s.zone is not None and s.zone not in known]
    return _monitors(later, zone_set)


def loose_limits(zone_set: ZoneSet, *, on: date | None) -> tuple[str, ...]:
    """Return the limits told of no zone in particular, a line each."""
    limits = (zone_set if on is None else zone_set.on(on)).unresolved
    return tuple(f"Not drawn: “{one_line(limit.text)}” ({limit.reason})" for limit in limits)


def date_text(day: date) -> str:
    """
    Return a date in English, whatever the machine's language.

    Examples
    --------
    >>> date_text(date(2017, 6, 23))
    '23 June 2017'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def one_line(text: str) -> str:
    """Return text on one line, and not too long for a legend."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 1].rstrip() + "…"


def _drawn(number: int, zone: Zone, monitors: str) -> DrawnZone:
    limits = [f"Read in part: “{one_line(words.text)}” was not understood" for words in zone.unread]
    limits += [f"Not drawn: “{one_line(limit.text)}” ({limit.reason})" for limit in zone.unresolved]
    members = []
    for extent in ("whole", "part"):
        names = [f"{member.name} ({member.pcode})" for member in zone.members if member.extent == extent]
        if names:
            members.append(f"{extent.capitalize()}: {', '.join(names)}")
    return DrawnZone(
        number=number,
        name=one_line(zone.name),
        whole=shapely.union_all([zone.whole]),
        part=shapely.union_all([zone.part]),
        whole_km2=zone.area_km2.whole,
        part_km2=zone.area_km2.part,
        monitors=monitors,
        remarks=(*limits, *zone.differs),
        members=tuple(members),
        quotes=tuple(one_line(quote.words) for quote in zone.evidence),
    )


def _monitors(standing: list[Standing], zone_set: ZoneSet) -> str:
    told = sorted((zone_set.country(s.nationality), str(s.status), s.disputed) for s in standing)
    return "; ".join(
        f"{name} ({status}{', disputed' if disputed else ''})" for name, status, disputed in told
    )

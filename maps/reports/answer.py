"""The answer of a lookup, for a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from maps.reports.words import chain, clean, day

if TYPE_CHECKING:
    from geodata.candidate import Candidate
    from zones import Answer, Standing, ZoneSet
    from zones.lookup import ZoneHit

__all__ = ["answer_text", "candidate_line"]

_EXTENTS = {
    "whole": "the text puts all of this unit in",
    "part": "the text puts a part of this unit in, and does not say where it ends",
}


def answer_text(answer: Answer, zone_set: ZoneSet) -> str:
    """Return an answer as lines of text."""
    return clean("\n".join(_lines(answer, zone_set))).rstrip()


def candidate_line(candidate: Candidate, zone_set: ZoneSet) -> str:
    """Return one meaning of an ambiguous name, with words that single it out."""
    where = chain(zone_set.units.chain(candidate.pcode)) if candidate.pcode else "in no unit"
    people = f", {candidate.population:,} people" if candidate.population else ""
    return f"{candidate.name} ({candidate.kind}{people}), {candidate.lat:.4f}, {candidate.lon:.4f}: {where}"


def _lines(answer: Answer, zone_set: ZoneSet) -> Iterator[str]:
    position = f"{answer.lat:.5f}, {answer.lon:.5f}"
    yield f"{answer.place}  {position}" if answer.place else position
    if answer.understood_as:
        yield f"  understood as {answer.understood_as}"
    yield f"  {chain(answer.units) if answer.units else 'in no administrative unit of Syria'}"
    for note in answer.notes:
        yield f"  note: {note}"
    yield ""
    for hit in answer.zones:
        yield from _hit(hit, zone_set)
    if not answer.zones:
        yield _outside(answer)
    if answer.standing:
        until = f" as of {answer.on}" if answer.on else ""
        yield f"Monitors{until}:"
        yield from (_standing(one, zone_set) for one in answer.standing)


def _hit(hit: ZoneHit, zone_set: ZoneSet) -> Iterator[str]:
    yield f"In zone {hit.name}, {hit.extent}: {_EXTENTS[hit.extent]}."
    yield f"  why: {hit.reason} (rule {hit.rule}, member {hit.pcode})"
    yield f"  {hit.edge_km:,.1f} km from the zone's edge"
    published = zone_set.published
    for one in hit.evidence:
        yield f"  “{one.words}” {one.document}, {day(published.get(one.document))}"
    yield ""


def _outside(answer: Answer) -> str:
    if answer.nearest is None:
        told = (
            "no zones found in these documents"
            if answer.on is None
            else "no document had described one by then"
        )
        return f"In no zone: {told}."
    return f"In no zone. The nearest is {answer.nearest[1]}, {answer.nearest[2]:,.1f} km away."


def _standing(standing: Standing, zone_set: ZoneSet) -> str:
    dispute = ", disputed" if standing.disputed else ""
    return f"  {zone_set.country(standing.nationality)}: {standing.status}{dispute}; {standing.why}"

"""The story of one zone or one nationality: what is said of it, by whom, when, and who contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from maps.reports.page import heading, indented, paragraph
from maps.reports.passed_over import passed_over_part
from maps.reports.quotations import Quotations
from maps.reports.reading import members_table, zone_notes
from maps.reports.statements import Statement, statements
from maps.reports.subject import passed_over_about
from maps.reports.words import area, clean, day, listed
from zones.makers import MakerKind

if TYPE_CHECKING:
    from rich.console import RenderableType

    from zones import Claim, Standing, Zone, ZoneSet

__all__ = ["nationality_story", "zone_story"]

_AFFIRMING = frozenset({"agreed", "planned", "proposed", "possible", "discussed"})
_DENYING = frozenset({"denied", "rejected"})


def zone_story(zone_set: ZoneSet, zone: Zone, on: date | None) -> Iterator[RenderableType]:
    """Yield the story of a zone, as of a day."""
    quotations = Quotations()
    yield Text.assemble((clean(zone.name), "bold"), "  ", (f"zone {zone.id}, {area(zone)}", "dim"))
    yield heading("What it covers")
    if on is None or zone.id in {known.id for known in zone_set.on(on).zones}:
        yield paragraph(f"as defined in {quotations.marks(zone.evidence)}")
        yield members_table(zone, quotations)
        yield from zone_notes(zone, quotations)
    else:
        yield paragraph("no document had described it by then")
    found = [s for s in zone_set.standing(on) if s.zone == zone.id]
    yield from _standings(found, [zone_set.country(s.nationality) for s in found], on)
    concerned = {claim for standing in found for claim in standing.claims}
    told = statements([c for c in zone_set.claims if c.id in concerned], zone_set, on)
    yield from _telling(told, zone_set, quotations)
    yield from passed_over_part(passed_over_about(zone_set, zone, on), f"sentences that name {zone.name}")
    yield from quotations.listing()


def nationality_story(zone_set: ZoneSet, code: str, on: date | None) -> Iterator[RenderableType]:
    """Yield the story of a nationality, as of a day."""
    quotations = Quotations()
    names = {zone.id: zone.name for zone in zone_set.zones}
    yield Text.assemble((zone_set.country(code), "bold"), "  ", (code, "dim"))
    found = [s for s in zone_set.standing(on) if s.nationality == code]
    yield from _standings(found, [names.get(s.zone or "", "no zone in particular") for s in found], on)
    told = statements([c for c in zone_set.claims if c.nationality == code], zone_set, on)
    yield from _telling(told, zone_set, quotations)
    about = f"sentences that name {zone_set.country(code)}"
    yield from passed_over_part(passed_over_about(zone_set, code, on), about)
    yield from quotations.listing()


def _standings(found: list[Standing], names: list[str], on: date | None) -> Iterator[RenderableType]:
    yield heading("Where it stands", f"as of {on}" if on else "as of all that was said")
    if not found:
        yield paragraph("nothing had been said by then" if on else "nothing is said of monitors")
    for standing, name in zip(found, names, strict=True):
        line = Text.assemble(
            f"{clean(name)}: ",
            (str(standing.status), "bold"),
            (", disputed" if standing.disputed else "", "red"),
            f"; {clean(standing.why)}",
        )
        yield indented(line)


def _telling(
    told: tuple[Statement, ...], zone_set: ZoneSet, quotations: Quotations
) -> Iterator[RenderableType]:
    if not told:
        return
    yield heading("What was said", "in order of time; a statement without a day counts from its publication")
    for statement in told:
        marks = quotations.marks(statement.first.evidence)
        yield paragraph(f"{day(statement.day)}  {_sentence(statement, zone_set)} {marks}")
        if rule := _rule(statement.first):
            yield indented(paragraph(rule, "dim"))
    contradictions = list(_contradictions(told, zone_set))
    if contradictions:
        yield heading("Contradictions")
        for line in contradictions:
            yield paragraph(line, "red")


def _sentence(statement: Statement, zone_set: ZoneSet) -> str:
    claim = statement.first
    zone = next((z.name for z in zone_set.zones if z.id == claim.zone), None)
    where = " ".join(filter(None, (claim.place_relation, claim.place)))
    place = f" ({where})" if where and where != zone else ""
    told = f"{listed([zone_set.country(code) for code in statement.nationalities])}: {claim.status}"
    told += f" in {zone}{place}" if zone else place
    told += f", says {claim.said_by}" if claim.said_by else ", says the report itself"
    told += " (headline)" if claim.headline else ""
    told += f", to {claim.reported_by}" if claim.reported_by else ""
    return told if claim.said_on else f"{told}, on a day not told"


def _rule(claim: Claim) -> str:
    """Return by which rule a claim was found, what made its status, and what a person decided about it."""
    return "; ".join(filter(None, (claim.rule and f"by rule {claim.rule}", claim.path, _verdict(claim))))


def _verdict(claim: Claim) -> str:
    verdict = claim.verdict
    if verdict is None:
        return "" if claim.made_by.kind is MakerKind.RULES else f"read by {claim.made_by}"
    was = ", ".join(f"{key} {value or 'none'}" for key, value in verdict.was.items())
    before = f", before: {was}" if was else ""
    return clean(f"{verdict}{before}{f' ({verdict.note})' if verdict.note else ''}")


def _contradictions(told: tuple[Statement, ...], zone_set: ZoneSet) -> Iterator[str]:
    """Yield for each nationality who affirms and who denies or rejects."""
    for code in dict.fromkeys(code for statement in told for code in statement.nationalities):
        mine = [statement for statement in told if code in statement.nationalities]
        affirming = _sides(mine, _AFFIRMING)
        denying = _sides(mine, _DENYING)
        if affirming and denying:
            yield f"{zone_set.country(code)}: {listed(denying)}, against {listed(affirming)}"


def _sides(told: list[Statement], statuses: frozenset[str]) -> list[str]:
    found = (s for s in told if str(s.first.status) in statuses)
    return list(dict.fromkeys(f"{s.first.said_by or 'the report itself'} ({s.first.status})" for s in found))

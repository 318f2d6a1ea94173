"""The report on what some documents say: documents, zones, claims, what was passed over, and quotations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from maps.reports.page import heading, paragraph, table
from maps.reports.passed_over import passed_over_part
from maps.reports.quotations import Quotations
from maps.reports.summary import considered
from maps.reports.words import area, clean, day, listed

if TYPE_CHECKING:
    from rich.console import RenderableType

    from zones import Claim, Zone, ZoneSet
    from zones.accord import Accord

__all__ = ["documents_part", "members_table", "reading_report", "zone_notes"]


def reading_report(zone_set: ZoneSet) -> Iterator[RenderableType]:
    """Yield the parts of the report."""
    quotations = Quotations()
    yield from documents_part(zone_set)
    if zone_set.accord is not None:
        yield from _accord(zone_set.accord, zone_set, quotations)
    if not zone_set.zones and not zone_set.claims:
        yield heading("No zones found, and no claims about monitors")
        yield paragraph(f"passed over {considered(zone_set)}")
    elif not zone_set.zones:
        yield heading("No zones found", "the text describes none that boundaries can show")
    for zone in zone_set.zones:
        decided = f"; {zone.verdict}" if zone.verdict else ""
        yield heading(zone.name, f"{zone.id}, {area(zone)}{decided}")
        yield members_table(zone, quotations)
        yield from zone_notes(zone, quotations)
    for limit in zone_set.unresolved:
        marks = quotations.marks(limit.evidence)
        yield paragraph(f"open, of no zone in particular: {limit.text} ({limit.reason}) {marks}")
    yield from _claims(zone_set, quotations)
    yield from _rejected(zone_set, quotations)
    yield from _standing(zone_set)
    yield from passed_over_part(zone_set.passed_over)
    yield from quotations.listing()


def documents_part(zone_set: ZoneSet) -> Iterator[RenderableType]:
    """Yield the documents read."""
    yield Text("Documents", style="bold")
    rows = ((d.id, day(d.published), d.title or "untitled", d.publisher or "") for d in zone_set.documents)
    yield table(("id", "published", "title", "publisher"), rows)
    for document in zone_set.documents:
        if document.address:
            yield paragraph(f"{document.id}: {document.address}")
        for note in document.notes:
            yield paragraph(f"note: {document.id}: {note}", "yellow")
    yield paragraph(zone_set.reviewed.mark)
    for problem in zone_set.reviewed.problems:
        told = problem if problem.startswith("refused: ") else f"review: {problem}"
        yield paragraph(told, "yellow")


def members_table(zone: Zone, quotations: Quotations) -> RenderableType:
    """Return the units of a zone, each with its extent, why it is in, and its quotations."""
    rows = (
        (
            m.pcode,
            f"{m.name} {m.level}",
            m.extent if m.share is None else f"{m.extent}, {m.share:.0%}",
            f"{m.rule}: {m.reason}",
            quotations.marks(m.evidence),
        )
        for m in zone.members
    )
    return table(("P-code", "unit", "extent", "rule and reason", ""), rows)


def zone_notes(zone: Zone, quotations: Quotations) -> Iterator[RenderableType]:
    """Yield what stays open about a zone, what was checked, and where documents differ."""
    for words in zone.unread:
        told = f"read in part: {words.text} ({words.reason}) {quotations.marks(words.evidence)}"
        yield paragraph(told, "yellow")
    for limit in zone.unresolved:
        yield paragraph(f"open: {limit.text} ({limit.reason}) {quotations.marks(limit.evidence)}", "yellow")
    for check in zone.checks:
        verdict = {True: "holds", False: "does NOT hold", None: "cannot be told"}[check.holds]
        style = "" if check.holds else "yellow"
        yield paragraph(
            f"check: “{check.text}” {verdict}: {check.detail} {quotations.marks(check.evidence)}", style
        )
    for difference in zone.differs:
        yield paragraph(f"documents differ: {difference}", "yellow")


def _accord(accord: Accord, zone_set: ZoneSet, quotations: Quotations) -> Iterator[RenderableType]:
    told = [
        f"{listed([zone_set.country(code) for code in accord.guarantors])} as guarantors"
        if accord.guarantors
        else "",
        f"signed on {accord.signed}" if accord.signed else "",
        f"{accord.zones} zones" if accord.zones else "",
        f"for at least {accord.minimum_months} months" if accord.minimum_months else "",
        f"maps due by {accord.maps_due}" if accord.maps_due else "",
    ]
    yield heading("Accord")
    yield paragraph(f"{', '.join(filter(None, told))} {quotations.marks(accord.evidence)}")


def _claims(zone_set: ZoneSet, quotations: Quotations) -> Iterator[RenderableType]:
    if not zone_set.claims:
        if zone_set.zones:
            yield heading("No claims about monitors found")
        return
    yield heading("Claims about monitors")
    decided = bool(zone_set.reviewed.by)
    columns = (
        "nationality",
        "status",
        "where",
        "said by",
        "on",
        "reported by",
        *(("review",) if decided else ()),
        "",
    )
    rows = (
        (
            *_claim(claim, zone_set),
            *((claim.verdict.kind.value if claim.verdict else "-",) if decided else ()),
            quotations.marks(claim.evidence),
        )
        for claim in zone_set.claims
    )
    yield table(columns, rows)


def _rejected(zone_set: ZoneSet, quotations: Quotations) -> Iterator[RenderableType]:
    rejected = zone_set.reviewed.rejected
    if not rejected:
        return
    yield heading(f"Rejected ({len(rejected)})", "read, and taken out by a person")
    rows = (
        (one.kind, clean(one.text), str(one.verdict), one.verdict.note or "-", quotations.marks(one.evidence))
        for one in rejected
    )
    yield table(("", "what it said", "decision", "why", ""), rows)


def _claim(claim: Claim, zone_set: ZoneSet) -> tuple[str | Text, ...]:
    names = {zone.id: zone.name for zone in zone_set.zones}
    place = " ".join(filter(None, (claim.place_relation, claim.place)))
    zone = names.get(claim.zone or "", "")
    where = place if not zone or zone == place else f"{place} (zone {zone})" if place else f"zone {zone}"
    return (
        zone_set.country(claim.nationality),
        Text(str(claim.status), style="red" if claim.status in {"denied", "rejected"} else ""),
        where or "-",
        claim.said_by or "the report itself",
        claim.said_on.isoformat() if claim.said_on else "-",
        claim.reported_by or "-",
    )


def _standing(zone_set: ZoneSet) -> Iterator[RenderableType]:
    found = zone_set.standing()
    if not found:
        return
    names = {zone.id: zone.name for zone in zone_set.zones}
    yield heading("Standing", "what the claims amount to")
    rows = (
        (
            zone_set.country(s.nationality),
            names.get(s.zone or "", "no zone in particular"),
            f"{s.status}, disputed" if s.disputed else str(s.status),
            s.why,
        )
        for s in found
    )
    yield table(("nationality", "zone", "shown first", "why"), rows)

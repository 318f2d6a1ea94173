"""The zones and claims of several documents together: what is told twice is joined, differences are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shapely.geometry.base import BaseGeometry

from geodata.measure import area_km2
from geodata.unit import Level
from geodata.units import AdminUnits
from zones import areas
from zones.accord import Accord
from zones.areas import Border, Limit, Union, leaves
from zones.checks import check_border, check_remark, check_size
from zones.claim_assembly import assemble_claims
from zones.claims import Claim
from zones.compiler import Compiled, Membership, compile_area
from zones.document_reader import Reading
from zones.evidence import Evidence, merge
from zones.passed_over import PassedOver
from zones.reading.tokens import fold_word
from zones.reading.zone_draft import ZoneDraft
from zones.slugs import free_id, slug
from zones.zone import AreaKm2, Check, Member, Unresolved, Zone

__all__ = ["assemble"]

_SAME = 0.5  # zones that share half of their sub-districts are one


@dataclass(frozen=True, slots=True)
class _Told:
    """One document's telling of a zone."""

    reading: Reading
    draft: ZoneDraft
    compiled: Compiled


def assemble(
    readings: Sequence[Reading], units: AdminUnits
) -> tuple[
    tuple[Zone, ...], tuple[Claim, ...], tuple[Unresolved, ...], Accord | None, tuple[PassedOver, ...]
]:
    """Return what several documents say together.

    Zones and claims are joined; limits told of no zone, the accord, and the sentences passed over come with them.
    """
    groups = _grouped(
        [_Told(r, d, c) for r in readings for d, c in zip(r.drafts, r.compiled, strict=True)], units
    )
    zones: list[Zone] = []
    home: dict[int, str] = {}
    for group in groups:
        zone = _zone(group, units, taken={z.id for z in zones})
        zones.append(zone)
        home |= {id(told.draft): zone.id for told in group}
    zones = _sized(zones, groups)
    claims = assemble_claims(readings, zones, home, units)
    loose = tuple(
        Unresolved(text=leaf.text, reason=leaf.reason, evidence=_evidence(leaf, reading))
        for reading in readings
        for leaf in reading.loose
    )
    accord = next((r.accord for r in readings if r.accord is not None), None)
    passed_over = tuple(passed for r in readings for passed in r.passed_over)
    return tuple(zones), claims, loose, accord, passed_over


def _subdistricts(compiled: Compiled, units: AdminUnits) -> set[str]:
    return {u.pcode for m in compiled.members for u in units.descendants(m.pcode, Level.SUBDISTRICT)}


def _grouped(told: list[_Told], units: AdminUnits) -> list[list[_Told]]:
    """Put tellings of the same zone together: other documents' of the same name, or of mostly the same units."""
    groups: list[list[_Told]] = []
    for one in told:
        mine = _subdistricts(one.compiled, units)
        for group in groups:
            first = group[0]
            if any(t.reading is one.reading for t in group):
                continue
            theirs = _subdistricts(first.compiled, units)
            alike = len(mine & theirs) / len(mine | theirs)
            same_name = fold_word(first.draft.name) == fold_word(one.draft.name) and bool(mine & theirs)
            if alike >= _SAME or same_name:
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _zone(group: list[_Told], units: AdminUnits, taken: set[str]) -> Zone:
    first = group[0]
    if len(group) == 1:
        compiled = first.compiled
    else:
        compiled = compile_area(Union(areas=tuple(t.draft.area for t in group)), units)
    limits = [(leaf, told) for told in group for leaf in told.compiled.limits]
    name = first.draft.name
    return Zone(
        id=free_id(slug(name), taken),
        name=name,
        kind="" if first.draft.kind in {"zone", "strip"} else first.draft.kind,
        members=tuple(_member(m, group, units) for m in compiled.members),
        unresolved=tuple(
            Unresolved(text=leaf.text, reason=leaf.reason, evidence=_evidence(leaf, told.reading))
            for leaf, told in limits
            if not isinstance(leaf, areas.Unread)
        ),
        unread=tuple(
            Unresolved(text=leaf.text, reason=leaf.reason, evidence=_evidence(leaf, told.reading))
            for leaf, told in limits
            if isinstance(leaf, areas.Unread)
        ),
        checks=tuple(c for t in group for c in _checks(t, units)),
        area_km2=AreaKm2(whole=_km2(compiled.whole), part=_km2(compiled.part)),
        evidence=merge(*(tuple(t.reading.document.evidence_read(*s) for s in t.draft.spans) for t in group)),
        whole=compiled.whole,
        part=compiled.part,
        differs=_differences(group, units),
    )


def _km2(shape: BaseGeometry) -> float:
    return round(float(area_km2(shape)), 1) if not shape.is_empty else 0.0


def _member(member: Membership, group: list[_Told], units: AdminUnits) -> Member:
    unit = units[member.pcode]
    quotes: list[Evidence] = []
    for told in group:
        for own in told.compiled.members:
            if own.pcode.startswith(member.pcode) or member.pcode.startswith(own.pcode):
                quotes += _quotes(told, own.spans)
    return Member(
        pcode=unit.pcode, name=unit.name, name_ar=unit.name_ar, level=str(unit.level), extent=member.extent,
        rule=member.rule, share=member.share, reason=member.reason, evidence=merge(tuple(quotes)),
    )  # fmt: skip


def _quotes(told: _Told, spans: Sequence[tuple[int, int]]) -> list[Evidence]:
    """Return the sentence around each phrase: a quotation that can stand by itself."""
    document = told.reading.document
    found = []
    for start, end in spans:
        around = next((s for s in told.draft.spans if s[0] <= start and end <= s[1]), (start, end))
        found.append(document.evidence_read(*around))
    return found


def _evidence(leaf: Limit, reading: Reading) -> tuple[Evidence, ...]:
    return (reading.document.evidence_read(*leaf.span),) if leaf.span is not None else ()


def _checks(told: _Told, units: AdminUnits) -> list[Check]:
    passing = (check_remark(remark, told.compiled, units) for remark in told.draft.remarks)
    borders = (area for area in leaves(told.draft.area) if isinstance(area, Border))
    along = (check_border(area, told.compiled, units) for area in borders)
    document = told.reading.document
    return [
        Check(text=f.text, holds=f.holds, detail=f.detail, evidence=(document.evidence_read(*f.span),))
        for f in (*passing, *along)
        if f is not None
    ]


def _sized(zones: list[Zone], groups: list[list[_Told]]) -> list[Zone]:
    """Check "the largest", "the smallest" once all zones are known."""
    areas = [z.area_km2.whole + z.area_km2.part for z in zones]
    result = []
    for i, (zone, group) in enumerate(zip(zones, groups, strict=True)):
        checks = list(zone.checks)
        for told in group:
            for key in sorted(told.draft.keys & {"largest", "biggest", "smallest"}):
                holds, detail = check_size(key, areas[i], tuple(a for j, a in enumerate(areas) if j != i))
                evidence = tuple(told.reading.document.evidence_read(*s) for s in told.draft.spans[:1])
                checks.append(Check(text=f"the {key}", holds=holds, detail=detail, evidence=evidence))
        result.append(replace(zone, checks=tuple(checks)))
    return result


def _differences(group: list[_Told], units: AdminUnits) -> tuple[str, ...]:
    """Say where documents disagree on a zone's sub-districts or on their extent."""
    found: list[str] = []
    extents = [
        {u.pcode: m.extent for m in t.compiled.members for u in units.descendants(m.pcode, Level.SUBDISTRICT)}
        for t in group
    ]
    for i, one in enumerate(group):
        others = {code for j, e in enumerate(extents) if j != i for code in e}
        only = sorted(set(extents[i]) - others)
        if only and len(group) > 1:
            names = ", ".join(f"{units[c].name} ({c})" for c in only)
            found.append(f"only {one.reading.document.id} puts in {names}")
    shared = set.intersection(*(set(e) for e in extents)) if len(extents) > 1 else set()
    for code in sorted(shared):
        if len({e[code] for e in extents}) > 1:
            told = ", ".join(
                f"{t.reading.document.id}: {e[code]}" for t, e in zip(group, extents, strict=True)
            )
            found.append(f"{units[code].name} ({code}) differs in extent ({told})")
    return tuple(found)

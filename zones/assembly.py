"""From documents to zones and claims: read each, compile on the boundaries, join what is told twice."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shapely.geometry.base import BaseGeometry

from geodata.measure import area_km2
from geodata.toponyms import Toponyms
from geodata.unit import Level
from geodata.units import AdminUnits
from zones.accord import Accord
from zones.areas import Border, Limit, Union, leaves
from zones.checks import check_border, check_remark, check_size
from zones.claims import Claim
from zones.compiler import Compiled, Membership, compile_area
from zones.documents import Document
from zones.evidence import Evidence, merge
from zones.places import ZoneFinder
from zones.reading.accord_reader import read_accord
from zones.reading.claim_draft import ClaimDraft
from zones.reading.claim_reader import read_claims
from zones.reading.scan import scan
from zones.reading.tokens import fold_word, sentences
from zones.reading.zone_draft import ZoneDraft, slug
from zones.reading.zone_reader import read_zones
from zones.zone import AreaKm2, Check, Member, Unresolved, Zone

__all__ = ["Reading", "assemble", "read"]

_log = logging.getLogger(__name__)
_SAME = 0.5  # zones that share half of their sub-districts are one


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says: its zones and claims before they are joined with others'."""

    document: Document
    drafts: tuple[ZoneDraft, ...]
    compiled: tuple[Compiled, ...]
    claims: tuple[ClaimDraft, ...]
    loose: tuple[Limit, ...]
    accord: Accord | None


@dataclass(frozen=True, slots=True)
class _Told:
    """One document's telling of a zone."""

    reading: Reading
    draft: ZoneDraft
    compiled: Compiled


def read(document: Document, units: AdminUnits, toponyms: Toponyms) -> Reading:
    """Return what a document says about zones and monitors."""
    lines = [(line.start, line.end, line.headline) for line in document.lines]
    scans = [scan(s, units, toponyms) for s in sentences(document.text, lines)]
    drafts, loose = read_zones(scans)
    compiled = [compile_area(draft.area, units) for draft in drafts]
    kept = [(d, c) for d, c in zip(drafts, compiled, strict=True) if c.members]
    homeless = [leaf for d, c in zip(drafts, compiled, strict=True) if not c.members for leaf in c.limits]
    defined = {span for draft, _ in kept for span in draft.spans}
    claims = read_claims(scans, document.published, defined)
    return Reading(
        document, tuple(d for d, _ in kept), tuple(c for _, c in kept), tuple(claims),
        (*loose, *homeless), read_accord(document, scans),
    )  # fmt: skip


def assemble(
    readings: Sequence[Reading], units: AdminUnits
) -> tuple[tuple[Zone, ...], tuple[Claim, ...], tuple[Unresolved, ...], Accord | None]:
    """Return the zones and claims of several documents together, limits told of no zone, and the accord."""
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
    claims = _claims(readings, zones, home, units)
    loose = tuple(_unresolved(leaf, r.document) for r in readings for leaf in r.loose)
    return tuple(zones), claims, loose, next((r.accord for r in readings if r.accord is not None), None)


# Zones


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
    name = first.draft.name
    base = slug(name)
    number = next(n for n in range(1, len(taken) + 2) if (base if n == 1 else f"{base}-{n}") not in taken)
    return Zone(
        id=base if number == 1 else f"{base}-{number}",
        name=name,
        kind="" if first.draft.kind in {"zone", "strip"} else first.draft.kind,
        members=tuple(_member(m, group, units) for m in compiled.members),
        unresolved=tuple(_unresolved(leaf, t.reading.document) for t in group for leaf in t.compiled.limits),
        checks=tuple(c for t in group for c in _checks(t, units)),
        area_km2=AreaKm2(whole=_km2(compiled.whole), part=_km2(compiled.part)),
        evidence=merge(*(tuple(t.reading.document.evidence(*s) for s in t.draft.spans) for t in group)),
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
        found.append(document.evidence(*around))
    return found


def _unresolved(leaf: Limit, document: Document) -> Unresolved:
    evidence = (document.evidence(*leaf.span),) if leaf.span is not None else ()
    return Unresolved(text=leaf.text, reason=leaf.reason, evidence=evidence)


def _checks(told: _Told, units: AdminUnits) -> list[Check]:
    passing = (check_remark(remark, told.compiled, units) for remark in told.draft.remarks)
    borders = (area for area in leaves(told.draft.area) if isinstance(area, Border))
    along = (check_border(area, told.compiled, units) for area in borders)
    document = told.reading.document
    return [
        Check(text=f.text, holds=f.holds, detail=f.detail, evidence=(document.evidence(*f.span),))
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
                evidence = tuple(told.reading.document.evidence(*s) for s in told.draft.spans[:1])
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


# Claims


def _claims(
    readings: Sequence[Reading], zones: list[Zone], home: dict[int, str], units: AdminUnits
) -> tuple[Claim, ...]:
    made: list[Claim] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    finder = ZoneFinder(zones, units)
    for reading in readings:
        for draft in reading.claims:
            claim = _claim(draft, reading, finder, home)
            candidates = alike.setdefault(_key(claim), [])
            same = next((i for i in candidates if _told_twice(made[i], claim)), None)
            if same is None:
                candidates.append(len(made))
                made.append(claim)
            else:
                made[same] = _joined(made[same], claim)
    numbers: dict[str, int] = {}
    result = []
    for claim in made:
        stem = f"{claim.nationality}-{claim.status}".casefold()
        numbers[stem] = numbers.get(stem, 0) + 1
        result.append(replace(claim, id=f"{stem}-{numbers[stem]}"))
    return tuple(result)


def _claim(draft: ClaimDraft, reading: Reading, finder: ZoneFinder, home: dict[int, str]) -> Claim:
    zone, km = _zone_meant(draft, reading, finder, home)
    speaker = draft.voice.speaker
    return Claim(
        id="", nationality=draft.nationality, zone=zone, place=draft.place.text if draft.place else None,
        place_relation=draft.place.relation if draft.place else "", place_km=km, status=draft.status,
        said_by=speaker.said_by if speaker else None, speaks_for=speaker.nation if speaker else None,
        said_on=draft.voice.said_on, reported_by=draft.voice.reported_by,
        evidence=(reading.document.evidence(*draft.span),), headline=draft.headline,
    )  # fmt: skip


def _zone_meant(
    draft: ClaimDraft, reading: Reading, finder: ZoneFinder, home: dict[int, str]
) -> tuple[str | None, float | None]:
    if draft.of_zone:
        told = [d for d in reading.drafts if d.spans and d.spans[0][0] <= draft.span[1]]
        return (home.get(id(told[-1])), None) if told else (None, None)
    if draft.place is None:
        return None, None
    if draft.place.name is None and "border" not in fold_word(draft.place.text):
        return None, None
    if draft.place.name is None:
        along = [d for d in reading.drafts if any(isinstance(a, Border) for a in leaves(d.area))]
        return (home.get(id(along[-1])), None) if along else (None, None)
    found = finder.find(draft.place)
    return (found[0].id, found[1]) if found is not None else (None, None)


def _key(claim: Claim) -> tuple[object, ...]:
    where = claim.zone if claim.zone is not None else fold_word(claim.place or "")
    speaker = " ".join(fold_word(w) for w in (claim.said_by or "").split())
    return claim.nationality, claim.status, where, speaker, claim.headline


def _told_twice(one: Claim, other: Claim) -> bool:
    """Whether two claims of one key are one: they agree on the day, or one of them leaves it out."""
    same_document = {e.document for e in one.evidence} & {e.document for e in other.evidence}
    undated = one.said_on is None or other.said_on is None
    return one.said_on == other.said_on or (undated and bool(same_document))


def _joined(one: Claim, other: Claim) -> Claim:
    outlets = [o for o in (one.reported_by, other.reported_by) if o]
    return replace(
        one, said_on=one.said_on or other.said_on, evidence=merge(one.evidence, other.evidence),
        reported_by="; ".join(dict.fromkeys(outlets)) or None, speaks_for=one.speaks_for or other.speaks_for,
        place_km=one.place_km if one.place_km is not None else other.place_km,
    )  # fmt: skip

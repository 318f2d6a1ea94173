"""The claims of several documents, each tied to its zone, the same ones joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from geodata.units import AdminUnits
from zones.areas import Border, leaves
from zones.claims import Claim
from zones.document_reader import Reading
from zones.evidence import Evidence, merge
from zones.places import ZoneFinder
from zones.reading.claim_draft import ClaimDraft
from zones.reading.tokens import fold_word
from zones.zone import Zone

__all__ = ["assemble_claims"]


def assemble_claims(
    readings: Sequence[Reading], zones: list[Zone], home: dict[int, str], units: AdminUnits
) -> tuple[Claim, ...]:
    """Return the claims of several documents.

    Parameters
    ----------
    readings
        What each document says.
    zones, home
        The zones of all documents, and the zone (id) that each draft (``id(draft)``) became part of.
    units
        The boundaries.
    """
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
        evidence=_quotes(draft, reading), headline=draft.headline, rule=draft.rule, path=draft.path,
    )  # fmt: skip


def _quotes(draft: ClaimDraft, reading: Reading) -> tuple[Evidence, ...]:
    """Return the sentence of a claim, and the one that names who is meant in it."""
    spans = {draft.span, *([draft.antecedent] if draft.antecedent is not None else [])}
    return tuple(reading.document.evidence_read(*span) for span in sorted(spans))


def _zone_meant(
    draft: ClaimDraft, reading: Reading, finder: ZoneFinder, home: dict[int, str]
) -> tuple[str | None, float | None]:
    if draft.of_zone:
        told = [d for d in reading.drafts if d.spans and d.spans[0][0] <= draft.span[1]]
        if told:
            return home.get(id(told[-1])), None
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

"""The claims of several documents, each tied to its zone, the same ones joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

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
    made: list[_Told] = []
    alike: dict[tuple[object, ...], _Alike] = {}
    finder = ZoneFinder(zones, units)
    for reading in readings:
        for draft in reading.claims:
            claim = _claim(draft, reading, finder, home)
            candidates = alike.setdefault(_key(claim), _Alike())
            number = candidates.same(claim)
            if number is None:
                number = len(made)
                made.append(_Told())
            made[number].tellings.append(claim)
            candidates.note(claim, number)
    numbers: dict[str, int] = {}
    result = []
    for claim in (told.claim() for told in made):
        stem = f"{claim.nationality}-{claim.status}".casefold()
        numbers[stem] = numbers.get(stem, 0) + 1
        result.append(replace(claim, id=f"{stem}-{numbers[stem]}"))
    return tuple(result)


@dataclass(frozen=True, slots=True)
class _Told:
    """One claim, each time that it is told."""

    tellings: list[Claim] = field(default_factory=list)

    def claim(self) -> Claim:
        """Return the claim once, with all that the tellings say of it."""
        first, told = self.tellings[0], self.tellings
        outlets = [claim.reported_by for claim in told if claim.reported_by]
        kilometres = (claim.place_km for claim in told if claim.place_km is not None)
        return replace(
            first, said_on=next((claim.said_on for claim in told if claim.said_on), None),
            evidence=merge(*(claim.evidence for claim in told)),
            reported_by="; ".join(dict.fromkeys(outlets)) or None,
            speaks_for=next((claim.speaks_for for claim in told if claim.speaks_for), first.speaks_for),
            place_km=next(kilometres, None),
        )  # fmt: skip


@dataclass(slots=True)
class _Alike:
    """The claims of one key by their number, found by day and document: a text may tell thousands.

    Two of them are one if they agree on the day, or if one leaves it out and a document tells both.
    """

    by_day: dict[date, int] = field(default_factory=dict)
    by_document: dict[str, int] = field(default_factory=dict)
    dated: set[int] = field(default_factory=set)
    undated: int | None = None
    undated_in: set[str] = field(default_factory=set)

    def same(self, claim: Claim) -> int | None:
        """Return the first claim that this one tells again, None if there is none."""
        documents = {quote.document for quote in claim.evidence}
        if claim.said_on is None:
            found = [self.undated, *map(self.by_document.get, documents)]
        else:
            found = [
                self.by_day.get(claim.said_on),
                None if self.undated_in.isdisjoint(documents) else self.undated,
            ]
        return min((number for number in found if number is not None), default=None)

    def note(self, claim: Claim, number: int) -> None:
        """Take in that a claim has this number: it is new, or tells that one again."""
        documents = {quote.document for quote in claim.evidence}
        for document in documents:
            self.by_document[document] = min(number, self.by_document.get(document, number))
        if claim.said_on is not None:
            self.dated.add(number)
            self.by_day[claim.said_on] = min(number, self.by_day.get(claim.said_on, number))
            if number == self.undated:
                self.undated, self.undated_in = None, set()
        elif number not in self.dated:
            self.undated = number
            self.undated_in |= documents


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

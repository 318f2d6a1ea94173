"""A set of zones with a review put on top: the machine's reading stays, and what a person decided counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geodata.naming import Naming
from zones.claims import Claim
from zones.countries import country_name
from zones.errors import GivenError, QuotationError, ReviewError
from zones.evidence import overlap
from zones.given import CLAIM_KEYS, ZONE_KEYS, Ground, claim_words, with_ids, zone_words
from zones.makers import Maker, MakerKind, Verdict, VerdictKind
from zones.review.decision import Decision, Do
from zones.review.finding import Standing, find_claim, find_zone, rests_on
from zones.review.review_file import Review
from zones.reviewed import reviewed
from zones.slugs import free_id, slug
from zones.zone import Member, Zone
from zones.zone_set import ZoneSet

__all__ = ["apply_reviews"]

_KEPT = "this reading does not have it; it is kept as decided"
_GONE = "this reading does not have it; there is nothing to decide"
_KINDS = {
    "accept": VerdictKind.ACCEPTED, "reject": VerdictKind.REJECTED, "mend": VerdictKind.MENDED,
    "add": VerdictKind.ADDED, "settle": VerdictKind.MENDED, "set": VerdictKind.MENDED,
}  # fmt: skip
_UNITS = frozenset(ZONE_KEYS) - {"name"}


def apply_reviews(zone_set: ZoneSet, reviews: Sequence[Review]) -> ZoneSet:
    """Return a set of zones in which the decisions of reviews count.

    Parameters
    ----------
    zone_set
        What was read; its documents have their texts.
    reviews
        The decisions. Those about names and documents are done before reading, by `zones.load`.

    Raises
    ------
    ReviewError
        If a quotation stands nowhere in the texts, or an item that a person gives cannot be made.

    Notes
    -----
    A decision about an item that the reading no longer has is done all the same where it keeps or adds the item,
    and is told in ``reviewed.problems``. Nothing is dropped in silence.
    """
    work = _Work(zone_set)
    for review in reviews:
        _check(review, zone_set)
        for number, decision in enumerate(review.decisions, 1):
            try:
                work.do(decision)
            except (GivenError, QuotationError) as error:
                raise ReviewError(f"{review.name}: decision {number} ({decision.do}): {error}") from error
    return work.done()


def _check(review: Review, zone_set: ZoneSet) -> None:
    if review.sha256 is not None and review.sha256 not in {d.sha256 for d in zone_set.documents}:
        raise ReviewError(
            f"{review.name}: reviews a text of sha256 {review.sha256[:12]}…, and the texts here are others; take "
            "the text that was reviewed, or remove the line sha256 if the decisions fit this one too"
        )
    if not all(document.text for document in zone_set.documents):
        raise ReviewError(
            f"{review.name}: a full model holds quotations only; review the texts it was made from"
        )


class _Work:
    """A review at work on a set of zones."""

    def __init__(self, zone_set: ZoneSet) -> None:
        self.zone_set = zone_set
        self.claims: list[Standing[Claim]] = [Standing(claim, claim) for claim in zone_set.claims]
        self.zones: list[Standing[Zone]] = [Standing(zone, zone) for zone in zone_set.zones]
        self.problems = list(zone_set.reviewed.problems)
        self.others: list[Verdict] = []

    def do(self, decision: Decision) -> None:
        """Carry out one decision."""
        verdict = Verdict(kind=_KINDS[decision.do.verb], by=decision.by, on=decision.on, note=decision.note)
        if decision.do.endswith("claim"):
            self._claim(decision, verdict)
        elif decision.do.endswith("zone"):
            self._zone(decision, verdict)
        else:
            self.others.append(verdict)
            passed = self.zone_set.passed_over
            if decision.do is Do.ACCEPT_PASSED_OVER and not any(
                rests_on(one.evidence, decision) for one in passed
            ):
                self.problems.append(f"{decision}: this reading does not pass it over")

    def done(self) -> ZoneSet:
        """Return the set of zones as it stands now."""
        zones = tuple(one.now for one in self.zones if one.now is not None)
        claims = [self._tied(one.now, zones) for one in self.claims if one.now is not None]
        given: list[Zone | Claim] = [*zones, *claims]
        out = [*(one.rejected for one in self.zones if one.now is None)]
        out += [one.rejected for one in self.claims if one.now is None]
        rejected = (*self.zone_set.reviewed.rejected, *(one for one in out if one is not None))
        told = [e for item in given if item.made_by.kind is MakerKind.REVIEWER for e in item.evidence]
        passed_over = (p for p in self.zone_set.passed_over if not overlap(p.evidence, told))
        return replace(
            self.zone_set, zones=zones, claims=with_ids(claims), passed_over=tuple(passed_over),
            decided=reviewed(
                zones, claims, rejected=rejected, others=tuple(self.others),
                problems=tuple(self.problems), read_by=self.zone_set.reviewed.read_by,
            ),
        )  # fmt: skip

    def _tied(self, claim: Claim, zones: Sequence[Zone]) -> Claim:
        """Return a claim whose zone was taken out, or that may be about one that a person added, tied anew by place.

        What a person decided about a claim's own zone stays, and so does a claim of which nothing was touched.
        """
        if claim.zone is None:
            decided = claim.verdict is not None and claim.verdict.kind in {
                VerdictKind.MENDED,
                VerdictKind.ADDED,
            }
            near = [] if decided else [one for one in zones if one.made_by.kind is MakerKind.REVIEWER]
            if not near:
                return claim
        elif any(zone.id == claim.zone for zone in zones):
            return claim
        else:
            near = list(zones)
        zone, km = self._ground(None).zone_of(None, claim.place, near, relation=claim.place_relation)
        return replace(claim, zone=zone, place_km=km)

    def _ground(self, decision: Decision | None) -> Ground:
        documents = self.zone_set.documents
        if decision is not None and decision.document is not None:
            documents = tuple(d for d in documents if d.id == decision.document)
            if not documents:
                known = ", ".join(d.id for d in self.zone_set.documents)
                raise GivenError(f"document = {decision.document!r}; expected one of {known}")
        return Ground(documents=documents, units=self.zone_set.units, toponyms=self.zone_set.toponyms)

    def _standing_zones(self) -> list[Zone]:
        return [one.now for one in self.zones if one.now is not None]

    # claims

    def _claim(self, decision: Decision, verdict: Verdict) -> None:
        words = claim_words(decision.item, decision.quotes)
        item = find_claim(self.claims, words, decision)
        if item is None and decision.do is Do.REJECT_CLAIM:
            self._ground(decision).evidence(decision.quotes)
            self.problems.append(f"{decision}: {_GONE}")
        elif item is None:
            made = claim_words({**decision.item, **decision.to}, decision.quotes)
            zones = self._standing_zones()
            known = {name for zone in zones for name in (zone.id, zone.name.casefold())}
            if (
                decision.do is not Do.ADD_CLAIM
                and made.zone is not None
                and made.zone.casefold() not in known
            ):
                self.problems.append(f"{decision}: no zone is {made.zone!r} now; the claim goes by its place")
                made = replace(made, zone=None)
            maker = Maker(kind=MakerKind.REVIEWER, name=decision.by)
            claim = self._ground(decision).claim(made, zones, maker, verdict)
            self.claims.append(Standing(claim, claim))
            if decision.do is not Do.ADD_CLAIM:
                self.problems.append(f"{decision}: {_KEPT}")
        elif decision.do is Do.REJECT_CLAIM:
            item.reject("claim", _claim_text(item.read, self.zone_set.naming), verdict)
        elif decision.do is Do.MEND_CLAIM:
            item.now = self._mended_claim(item.read, decision, verdict)
        else:
            item.now = replace(item.read, verdict=replace(verdict, kind=VerdictKind.ACCEPTED))

    def _mended_claim(self, claim: Claim, decision: Decision, verdict: Verdict) -> Claim:
        before = {key: _told(getattr(claim, key)) for key in decision.to}
        row = {key: getattr(claim, key) for key in CLAIM_KEYS if key != "zone"}
        words = claim_words({**row, **decision.to}, decision.quotes)
        zone, km = claim.zone, claim.place_km
        if "zone" in decision.to and words.zone is None:
            zone, km = None, None  # to = {zone = ""}: of no zone in particular
        elif {"zone", "place"} & set(decision.to):
            zone, km = self._ground(decision).zone_of(words.zone, words.place, self._standing_zones())
        spoken = claim.speaks_for if words.said_by == claim.said_by else None
        same = (words.nationality, words.status) == (claim.nationality, claim.status)
        return replace(
            claim, id=claim.id if same else "", nationality=words.nationality, status=words.status,
            place=words.place, zone=zone, place_km=km, said_by=words.said_by, speaks_for=spoken,
            place_relation=claim.place_relation if words.place == claim.place else "",
            said_on=words.said_on, reported_by=words.reported_by, verdict=replace(verdict, was=before),
        )  # fmt: skip

    # zones

    def _zone(self, decision: Decision, verdict: Verdict) -> None:
        item = find_zone(self.zones, decision)
        if item is None and decision.do is Do.REJECT_ZONE:
            self._ground(decision).evidence(decision.quotes)
            self.problems.append(f"{decision}: {_GONE}")
        elif item is None:
            zone = self._given_zone(decision, verdict, slug(str({**decision.item, **decision.to}["name"])))
            self.zones.append(Standing(zone, zone))
            if decision.do is not Do.ADD_ZONE:
                self.problems.append(f"{decision}: {_KEPT}")
        elif decision.do is Do.REJECT_ZONE:
            item.reject("zone", _zone_text(item.read), verdict)
        elif decision.do is Do.MEND_ZONE:
            item.now = self._mended_zone(item.read, decision, verdict)
        else:
            item.now = self._accepted_zone(item.read, decision, replace(verdict, kind=VerdictKind.ACCEPTED))

    def _given_zone(self, decision: Decision, verdict: Verdict, base: str) -> Zone:
        row = {**decision.item, **decision.to}
        if _UNITS & set(decision.to):  # what it says instead takes the place of all that was said of units
            row = {key: value for key, value in row.items() if key in {"name", *decision.to}}
        maker = Maker(kind=MakerKind.REVIEWER, name=decision.by)
        words = zone_words(row, decision.quotes)
        return self._ground(decision).zone(
            words, maker, verdict, id=free_id(base, {one.read.id for one in self.zones})
        )

    def _mended_zone(self, zone: Zone, decision: Decision, verdict: Verdict) -> Zone:
        was: dict[str, str | None] = {"name": zone.name} if "name" in decision.to else {}
        if not _UNITS & set(decision.to):
            return replace(zone, name=str(decision.to["name"]), verdict=replace(verdict, was=was))
        given = self._given_zone(decision, verdict, zone.id)
        return replace(
            given, id=zone.id, kind=zone.kind, name=str(decision.to.get("name", zone.name)), made_by=zone.made_by,
            unresolved=(*zone.unresolved, *given.unresolved),
            verdict=replace(verdict, was={**was, "members": _units(zone)}),
        )  # fmt: skip

    def _accepted_zone(self, zone: Zone, decision: Decision, verdict: Verdict) -> Zone:
        """Return a zone as it was accepted: where this reading has other units, those that were accepted."""
        if not _UNITS & set(decision.item):
            return replace(zone, verdict=verdict)
        try:
            given = self._given_zone(decision, verdict, zone.id)
        except GivenError as error:  # other boundaries than those it was accepted on
            self.problems.append(f"{decision}: {error}; it is kept as read")
            return replace(zone, verdict=verdict)
        if _extents(given.members) == _extents(zone.members):
            return replace(zone, verdict=verdict)
        self.problems.append(
            f"{decision}: this reading has {_units(zone)}; it is kept as accepted: {_units(given)}"
        )
        return replace(given, id=zone.id, kind=zone.kind)


def _extents(members: Iterable[Member]) -> set[tuple[str, str]]:
    return {(member.pcode, member.extent) for member in members}


def _units(zone: Zone) -> str:
    return ", ".join(f"{member.pcode} {member.extent}" for member in zone.members)


def _zone_text(zone: Zone) -> str:
    return f"{zone.name}: {_units(zone)}"


def _claim_text(claim: Claim, naming: Naming) -> str:
    said = f", said by {claim.said_by}" if claim.said_by else ""
    return f"{country_name(claim.nationality, naming)} {claim.status}, {claim.place or 'no place'}{said}"


def _told(value: object) -> str | None:
    return None if value is None else str(value)

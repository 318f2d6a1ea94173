"""An answer of a language model checked item by item: what stands up is kept, what fails is refused with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.asking.answer import ModelAnswer
from zones.asking.text_names import TextNames, names_of
from zones.claims import Claim
from zones.documents import Document
from zones.errors import GivenError, QuotationError
from zones.evidence import Evidence, merge
from zones.given import CLAIM_KEYS, ZONE_KEYS, Ground, claim_words, with_ids, zone_words
from zones.makers import Maker, MakerKind
from zones.plausible import MOST, share_of_country
from zones.slugs import free_id, slug
from zones.text.blocks import BlockKind
from zones.zone import Zone

__all__ = ["Verified", "verified"]

_QUOTES = frozenset({"quote", "quotes"})
_MOST_QUOTES = 20
_LONGEST = 2000  # characters of a quotation
_LEAST_WORDS = 3
_LONGEST_TOLD = 400  # characters of a reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What of an answer stands up.

    Parameters
    ----------
    maker
        The model.
    zones, claims
        The items that stand up, as made by the model.
    problems
        What was refused, a sentence each.
    """

    maker: Maker
    zones: tuple[Zone, ...]
    claims: tuple[Claim, ...]
    problems: tuple[str, ...]


def verified(answer: ModelAnswer, document: Document, units: AdminUnits, toponyms: Toponyms) -> Verified:
    """Return what of an answer stands up against the text that it is about.

    Parameters
    ----------
    answer
        The answer.
    document
        The text.
    units, toponyms
        The boundaries and the names to check with.

    Raises
    ------
    ReadingError
        If the answer says that it is about another text.

    Notes
    -----
    That a quotation *bears out* what an item says cannot be checked so; that is for a person to review.
    """
    answer.check_text(document.sha256)
    check = _Check(answer, document, units, toponyms)
    for number, row in enumerate(answer.zones, 1):
        check.item(f"zone {number}", row, ("name",), check.zone)
    for number, row in enumerate(answer.claims, 1):
        check.item(f"claim {number}", row, ("nationality", "status"), check.claim)
    return Verified(
        maker=check.maker,
        zones=tuple(check.zones),
        claims=with_ids(check.claims),
        problems=tuple(check.problems),
    )


class _Check:
    """An answer at its check."""

    def __init__(
        self, answer: ModelAnswer, document: Document, units: AdminUnits, toponyms: Toponyms
    ) -> None:
        self.document = document
        self.units = units
        self.ground = Ground(documents=(document,), units=units, toponyms=toponyms)
        self.names: TextNames = names_of(document, units, toponyms)
        self.maker = Maker(kind=MakerKind.MODEL, name=answer.model)
        self.zones: list[Zone] = []
        self.claims: list[Claim] = []
        self.problems: list[str] = []
        self.refused: set[str] = set()  # names of zones

    def item(
        self, what: str, row: object, keys: Iterable[str], make: Callable[[Mapping[str, Any]], None]
    ) -> None:
        """Make an item of a row, or note why it is refused."""
        try:
            if not isinstance(row, Mapping):
                raise GivenError(f"is {type(row).__name__}; expected an object")  # noqa: TRY301
            make({key: value for key, value in row.items() if value not in (None, "", [])})
        except (GivenError, QuotationError) as error:
            called = row if isinstance(row, Mapping) else {}
            told = " ".join(str(called[key])[:80] for key in keys if called.get(key))
            self.problems.append(f"refused: {what}{f' ({told})' if told else ''}: {_shortened(str(error))}")

    def zone(self, row: Mapping[str, Any]) -> None:
        """Add a zone."""
        name = _called(row, "name")
        known = {zone.name.casefold() for zone in self.zones}
        self.refused |= {name} - known
        _known(row, ZONE_KEYS)
        words = zone_words(row, self.quotes(row))
        if name in known:
            raise GivenError(f"a zone before it has the name {words.name!r} too; give each its own")
        self.evidence(words.quotes)
        for limit in words.limits:
            self.ground.evidence([limit])
        self.names.check_phrase("name", words.name)
        zone = self.ground.zone(
            words, self.maker, id=free_id(slug(words.name), {one.id for one in self.zones})
        )
        if words.area is not None:
            self.names.check_phrase("area", words.area)
        self.check_size(zone)
        self.zones.append(zone)
        self.refused.discard(name)

    def claim(self, row: Mapping[str, Any]) -> None:
        """Add a claim; the same one told twice is one."""
        _known(row, CLAIM_KEYS)
        lost = bool(row.get("zone")) and _called(row, "zone") in self.refused
        words = claim_words({**row, "zone": None} if lost else row, self.quotes(row))
        evidence = self.evidence(words.quotes)
        self.names.check_nation(words.nationality)
        if words.place is not None:
            self.names.check_place(words.place)
        for key in ("said_by", "reported_by"):
            if (speaker := getattr(words, key)) is not None:
                self.names.check_speaker(key, speaker)
        published = self.document.published
        if words.said_on is not None and published is not None and words.said_on > published:
            raise GivenError(f"said_on = {words.said_on} is after the day of publication, {published}")
        claim = self.ground.claim(words, self.zones, self.maker)
        speaks_for = self.names.speaks_for(words.said_by) if words.said_by else None
        self.add(replace(claim, speaks_for=speaks_for, headline=self.in_headline(evidence)))
        if lost:
            told = f"claim ({words.nationality} {words.status}): its zone {row['zone']!r}, which was refused itself"
            self.problems.append(f"refused: {told}; the claim is kept by its place")

    def add(self, claim: Claim) -> None:
        """Add a claim, or join it with the same one."""
        for at, other in enumerate(self.claims):
            if replace(other, evidence=()) == replace(claim, evidence=()):
                self.claims[at] = replace(other, evidence=merge(other.evidence, claim.evidence))
                return
        self.claims.append(claim)

    def quotes(self, row: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the quotations of a row, which are words, and enough of them."""
        if len(_QUOTES & set(row)) > 1:
            raise GivenError("has both quote and quotes; give one of them")
        given = row.get("quotes", [row["quote"]] if "quote" in row else [])
        quotes = [given] if isinstance(given, str) else given
        if not isinstance(quotes, list) or not all(isinstance(quote, str) for quote in quotes):
            raise GivenError(f"quotes = {given!r}; expected a list of the text's sentences")
        if len(quotes) > _MOST_QUOTES or any(len(quote) > _LONGEST for quote in quotes):
            raise GivenError(f"has more than {_MOST_QUOTES} quotations, or one over {_LONGEST:,} characters")
        for quote in quotes:
            if len(quote.split()) < _LEAST_WORDS:
                raise QuotationError(quote, "is too short for a quotation; quote the sentence")
        return tuple(quotes)

    def evidence(self, quotes: tuple[str, ...]) -> tuple[Evidence, ...]:
        """Return where quotations stand; refuse what stands beside the article."""
        evidence = self.ground.evidence(quotes)
        for one in evidence:
            if not any(block.start < one.end and one.start < block.end for block in self.document.blocks):
                raise QuotationError(one.quote, "stands beside the article, not in it")
        return evidence

    def in_headline(self, evidence: Iterable[Evidence]) -> bool:
        """Whether all of some quotations stand in headlines."""
        heads = [block for block in self.document.blocks if block.kind is BlockKind.HEADLINE]
        return all(any(b.start <= e.start and e.end <= b.end for b in heads) for e in evidence)

    def check_size(self, zone: Zone) -> None:
        """Refuse a strip, disc or side of more than a third of the country, as the rules do."""
        km2 = zone.area_km2.whole + zone.area_km2.part
        share = share_of_country((member.rule for member in zone.members), km2, self.units)
        if share > MOST:
            raise GivenError(f"drawn so it would be {share:.0%} of the country; expected at most a third")


def _called(row: Mapping[str, Any], key: str) -> str:
    """Return the name of a zone in a row, as names are compared."""
    return str(row.get(key, "")).strip().casefold()


def _known(row: Mapping[str, Any], keys: tuple[str, ...]) -> None:
    if unknown := sorted(set(row) - set(keys) - _QUOTES):
        raise GivenError(f"has no key {', '.join(unknown)}; it may have: quotes, {', '.join(keys)}")


def _shortened(told: str) -> str:
    line = " ".join(told.split())
    return line if len(line) <= _LONGEST_TOLD else f"{line[: _LONGEST_TOLD - 1]}…"

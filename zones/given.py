"""Claims and zones given in words by a person or a model: checked against text, boundaries and closed lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from geodata.measure import area_km2
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.areas import Area, Limit, Part, Union, Whole, leaves
from zones.claims import Claim
from zones.countries import countries
from zones.documents import Document
from zones.errors import GivenError, ZonesError
from zones.evidence import Evidence
from zones.makers import Maker, Verdict
from zones.quotations import quotation
from zones.reasons import Why
from zones.status import Status
from zones.zone import AreaKm2, Member, Unresolved, Zone

__all__ = ["CLAIM_KEYS", "ZONE_KEYS", "ClaimWords", "Ground", "ZoneWords", "claim_words", "zone_words"]

CLAIM_KEYS = ("nationality", "status", "place", "zone", "said_by", "said_on", "reported_by")
"""What may be said of a claim beside its quotation."""
ZONE_KEYS = ("name", "area", "whole", "part", "limits")
"""What may be said of a zone beside its quotation."""
_LONGEST = 2000  # characters of a name or phrase
_NOTHING = ""  # takes back what is said: TOML has no null


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWords:
    """A claim in words: its quotations, and what `zones.claims.Claim` has under the same names."""

    quotes: tuple[str, ...]
    nationality: str
    status: Status
    place: str | None = None
    zone: str | None = None
    said_by: str | None = None
    said_on: date | None = None
    reported_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneWords:
    """A zone in words.

    Parameters
    ----------
    quotes
        Its quotations.
    name
        What it is called.
    area
        A phrase of the area grammar; None if units are given.
    whole, part
        P-codes of units that lie in it whole and in part.
    limits
        What no boundary can settle, in the text's words.
    """

    quotes: tuple[str, ...]
    name: str
    area: str | None = None
    whole: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()


def claim_words(row: Mapping[str, Any], quotes: tuple[str, ...]) -> ClaimWords:
    """Return a claim of a row of words; raise `GivenError` for a status, country or day that is none."""
    texts = {key: _text(row, key) for key in ("place", "zone", "said_by", "reported_by")}
    return ClaimWords(
        quotes=quotes, nationality=nationality_of(row.get("nationality")), status=status_of(row.get("status")),
        said_on=day_of(row.get("said_on")), **texts,
    )  # fmt: skip


def zone_words(row: Mapping[str, Any], quotes: tuple[str, ...]) -> ZoneWords:
    """Return a zone of a row of words; raise `GivenError` if it has neither a phrase nor units, or both."""
    whole, part, limits = (_texts(row, key) for key in ("whole", "part", "limits"))
    area = _text(row, "area")
    if (area is None) == (not whole and not part):
        raise GivenError('a zone needs either area = "a phrase" or units in whole = [...] and part = [...]')
    name = _text(row, "name")
    if name is None:
        raise GivenError("a zone needs a name")
    return ZoneWords(quotes=quotes, name=name, area=area, whole=whole, part=part, limits=limits)


def nationality_of(value: object) -> str:
    """Return a nationality code, or raise `GivenError`."""
    if isinstance(value, str) and (value in countries() or value == "UN"):
        return value
    raise GivenError(f"nationality = {value!r}; expected a code of two letters such as KZ, or UN")


def status_of(value: object) -> Status:
    """Return a status of the closed list, or raise `GivenError`."""
    try:
        return Status(str(value))
    except ValueError:
        raise GivenError(f"status = {value!r}; expected one of {', '.join(Status)}") from None


def day_of(value: object) -> date | None:
    """Return a day given as a date or as YYYY-MM-DD, or raise `GivenError`."""
    if value == _NOTHING:
        return None
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    try:
        return date.fromisoformat(str(value)) if len(str(value)) == len("2017-06-23") else _no_day(value)
    except ValueError:
        return _no_day(value)


def _no_day(value: object) -> date:
    raise GivenError(f"{value!r} is no day; expected YYYY-MM-DD such as 2017-06-23")


def _text(row: Mapping[str, Any], key: str) -> str | None:
    value = row.get(key)
    if value == _NOTHING:
        return None
    if value is not None and not (isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST):
        raise GivenError(f"{key} = {value!r}; expected words in quotation marks")
    return value.strip() if isinstance(value, str) else None


def _texts(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = row.get(key) or []
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise GivenError(f"{key} = {value!r}; expected a list of words in quotation marks")
    return tuple(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What words are checked against: the texts, the boundaries and the names.

    Parameters
    ----------
    documents
        The texts.
    units, toponyms
        The boundaries and names.
    """

    documents: tuple[Document, ...]
    units: AdminUnits
    toponyms: Toponyms

    def evidence(self, quotes: Sequence[str]) -> tuple[Evidence, ...]:
        """Return where quotations stand; raise `QuotationError` for one that does not."""
        if not quotes:
            raise GivenError("has no quotation; every item rests on words of the text")
        return tuple(dict.fromkeys(quotation(quote, self.documents) for quote in quotes))

    def claim(
        self, words: ClaimWords, zones: Sequence[Zone], maker: Maker, verdict: Verdict | None = None
    ) -> Claim:
        """Return a claim given in words, tied to the zone it names or whose place it names; its id is empty."""
        evidence = self.evidence(words.quotes)
        zone, km = self.zone_of(words.zone, words.place, zones)
        return Claim(
            id="", nationality=words.nationality, zone=zone, place=words.place, place_relation="", place_km=km,
            status=words.status, said_by=words.said_by, speaks_for=None, said_on=words.said_on,
            reported_by=words.reported_by, evidence=evidence, made_by=maker, verdict=verdict,
        )  # fmt: skip

    def zone_of(
        self, name: str | None, place: str | None, zones: Sequence[Zone], *, relation: str = ""
    ) -> tuple[str | None, float | None]:
        """Return the zone (id) of a claim, and how far its place is from it in km."""
        if name is not None:
            found = next((z for z in zones if name.casefold() in {z.id, z.name.casefold()}), None)
            if found is None:
                known = ", ".join(z.name for z in zones) or "none"
                raise GivenError(f"zone = {name!r}; expected one of these zones: {known}")
            return found.id, None
        return (None, None) if place is None else self._nearest(place, relation, zones)

    def _nearest(self, place: str, relation: str, zones: Sequence[Zone]) -> tuple[str | None, float | None]:
        from zones.places import ZoneFinder  # noqa: PLC0415 - only what is given needs it
        from zones.reading.scan import scan  # noqa: PLC0415
        from zones.reading.tokens import sentences  # noqa: PLC0415
        from zones.reading.whereabouts import Whereabouts  # noqa: PLC0415

        found = sentences(place)
        names = scan(found[0], self.units, self.toponyms).names if found else {}
        if not names:
            return None, None
        where = Whereabouts(place, next(iter(names.values())), relation, 0)
        nearest = ZoneFinder(zones, self.units).find(where)
        return (nearest[0].id, nearest[1]) if nearest is not None else (None, None)

    def zone(
        self,
        words: ZoneWords,
        maker: Maker,
        verdict: Verdict | None = None,
        *,
        id: str,  # noqa: A002
    ) -> Zone:
        """Return a zone given in words, its area compiled on the boundaries.

        Raises
        ------
        GivenError
            If a unit is unknown, or the phrase is no area.
        """
        evidence = self.evidence(words.quotes)
        area = self._area(words)
        try:
            from zones.compiler import compile_area  # noqa: PLC0415 - only what is given needs it

            compiled = compile_area(area, self.units)
        except (ZonesError, LookupError) as error:
            raise GivenError(str(error)) from error
        if not compiled.members:
            raise GivenError(f"{words.area!r} puts no unit into the zone")
        open_words = [(limit.text, limit.reason) for limit in compiled.limits]
        open_words += [(limit, Why.TOLD_BY.told(maker=maker)) for limit in words.limits]
        return Zone(
            id=id, name=words.name, kind="",
            members=tuple(
                Member(
                    pcode=m.pcode, name=self.units[m.pcode].name, name_ar=self.units[m.pcode].name_ar,
                    level=self.units[m.pcode].level.value, extent=m.extent, rule=m.rule, share=m.share,
                    reason=m.reason if words.area is not None else Why.BY_CODE.told(maker=maker),
                    evidence=evidence,
                )
                for m in compiled.members
            ),
            unresolved=tuple(Unresolved(text=t, reason=r, evidence=evidence) for t, r in open_words),
            checks=(), evidence=evidence, whole=compiled.whole, part=compiled.part,
            area_km2=AreaKm2(
                whole=round(float(area_km2(compiled.whole)), 1), part=round(float(area_km2(compiled.part)), 1)
            ),
            made_by=maker, verdict=verdict,
        )  # fmt: skip

    def _area(self, words: ZoneWords) -> Area:
        from zones.phrase import read_area  # noqa: PLC0415 - only what is given needs it

        if words.area is not None:
            try:
                area = read_area(words.area, self.units, self.toponyms)
            except ZonesError as error:
                raise GivenError(str(error)) from error
            if all(isinstance(leaf, Limit) for leaf in leaves(area)):
                raise GivenError(f"{words.area!r} names no area that can be drawn")
            return area
        unknown = [code for code in (*words.whole, *words.part) if code not in self.units]
        if unknown:
            raise GivenError(f"no unit has the P-code {', '.join(unknown)}; see: zonemap lookup NAME")
        parts: list[Area] = [Whole(unit=code) for code in words.whole]
        parts += [Part(unit=code) for code in words.part]
        return Union(areas=tuple(parts)) if len(parts) > 1 else parts[0]


def with_ids(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims with an id for each that has none."""
    taken = {claim.id for claim in claims}
    named = []
    for claim in claims:
        made = claim
        if not claim.id:
            stem = f"{claim.nationality}-{claim.status}".casefold()
            number = next(n for n in range(1, len(claims) + 2) if f"{stem}-{n}" not in taken)
            made = replace(claim, id=f"{stem}-{number}")
            taken.add(made.id)
        named.append(made)
    return tuple(named)

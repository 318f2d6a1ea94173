"""Zones: their units with extent, rule and evidence, what stays open, and what was checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from zones.evidence import Evidence
from zones.makers import Maker, Verdict, rules

__all__ = ["AreaKm2", "Check", "Extent", "Member", "Unresolved", "Zone"]

Extent = Literal["whole", "part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A unit in a zone.

    Parameters
    ----------
    pcode, name, name_ar, level
        The unit.
    extent
        ``"whole"``: the text puts all of it in; ``"part"``: a part, and the text does not say where it ends.
    rule
        The rule that chose it: whole, town, part, adjoining, sector, border, disc or region.
    share
        Share of it that a strip or disc covers, 0 to 1; None for every other rule.
    reason
        Why, in words.
    evidence
        The quotations that put it in.
    """

    pcode: str
    name: str
    name_ar: str
    level: str
    extent: Extent
    rule: str
    share: float | None
    reason: str
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, object]:
        """Return it as the contract's JSON object."""
        return {
            "pcode": self.pcode,
            "name": self.name,
            "name_ar": self.name_ar,
            "level": self.level,
            "extent": self.extent,
            "rule": self.rule,
            "share": self.share,
            "reason": self.reason,
            "evidence": [e.to_dict() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """Words about an extent that draw nothing, and why: no boundary settles them, or they were not understood."""

    text: str
    reason: str
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, object]:
        """Return it as the contract's JSON object."""
        return {"text": self.text, "reason": self.reason, "evidence": [e.to_dict() for e in self.evidence]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a text says about space beside the definition, held against the geometry.

    Parameters
    ----------
    text
        The statement.
    holds
        Whether the geometry bears it out; None if it cannot tell.
    detail
        What was measured.
    """

    text: str
    holds: bool | None
    detail: str
    evidence: tuple[Evidence, ...]

    def to_dict(self) -> dict[str, object]:
        """Return it as the contract's JSON object."""
        return {
            "text": self.text,
            "holds": self.holds,
            "detail": self.detail,
            "evidence": [e.to_dict() for e in self.evidence],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaKm2:
    """The area of each extent, in km2 on the ellipsoid; ``part`` is all that may lie in the zone in part."""

    whole: float
    part: float


@dataclass(frozen=True, kw_only=True)  # without slots: the joined shape is kept
class Zone:
    """A zone as its documents tell it, on given boundaries.

    Parameters
    ----------
    id
        Short name, unique in a set.
    name
        A short name made of what it covers.
    kind
        Its sort in the text's words ("demilitarised"); empty for a de-escalation zone or a ceasefire.
    members
        Final membership, by P-code.
    unresolved
        Limits in words.
    checks
        Statements held against the geometry.
    unread
        Words about its extent that were not understood; a zone with any is unfinished, and says so where it is shown.
    area_km2
        Area of each extent.
    evidence
        The sentences that define it.
    whole, part
        Geometry of each extent, WGS 84, disjoint; possibly empty.
    differs
        Where documents disagree: a sentence for each difference.
    made_by
        Who read it.
    verdict
        What a person decided about it; None if nobody has yet.
    """

    id: str
    name: str
    kind: str
    members: tuple[Member, ...]
    unresolved: tuple[Unresolved, ...]
    checks: tuple[Check, ...]
    area_km2: AreaKm2
    evidence: tuple[Evidence, ...]
    whole: BaseGeometry
    part: BaseGeometry
    differs: tuple[str, ...] = ()
    unread: tuple[Unresolved, ...] = ()
    made_by: Maker = field(default_factory=rules)
    verdict: Verdict | None = None

    def __repr__(self) -> str:
        """Return it in a line."""
        from zones.shown import zone_line  # noqa: PLC0415 - only what is shown pays for it

        return zone_line(self)

    def geometry(self, extent: Extent | None = None) -> BaseGeometry:
        """Return the geometry of one extent, or of the zone; possibly empty.

        Parameters
        ----------
        extent
            ``whole`` or ``part``; both together by default.
        """
        if extent == "whole":
            return self.whole
        if extent == "part":
            return self.part
        return self._joined

    @cached_property
    def edge(self) -> BaseGeometry:
        """The boundary of the zone, whole and part together."""
        return shapely.boundary(self._joined)

    @cached_property
    def _joined(self) -> BaseGeometry:
        return shapely.union_all([self.whole, self.part])

    def to_dict(self) -> dict[str, object]:
        """Return it as the contract's JSON object."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind or None,
            "members": [m.to_dict() for m in self.members],
            "unresolved": [u.to_dict() for u in self.unresolved],
            "unread": [u.to_dict() for u in self.unread],
            "checks": [c.to_dict() for c in self.checks],
            "differs": list(self.differs),
            "area_km2": {"whole": self.area_km2.whole, "part": self.area_km2.part},
            "made_by": self.made_by.to_dict(),
            "verdict": self.verdict.to_dict() if self.verdict else None,
            "evidence": [e.to_dict() for e in self.evidence],
        }

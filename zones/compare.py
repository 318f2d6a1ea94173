"""Two outputs of `zonemap read --json` side by side: what changed in members, extents, limits, area and claims.

The same texts read on two vintages of boundaries, or two versions of a text on the same boundaries.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from geodata.foreign import bytes_within, parsed_json
from zones.compare_told import told_changes
from zones.errors import ZonesError

__all__ = ["Comparison", "ComparisonError", "MemberChange", "ZoneChange", "compare", "compare_files"]

Kind = Literal["added", "removed", "extent", "share", "rule", "regrouped"]
_LEAST_SHARE = 0.005  # a share that moves by less is the same on a page that shows whole percents
_LEAST_KM2 = 0.05
_MOST_BYTES, _MOST_VALUES = 200_000_000, 20_000_000


class ComparisonError(ZonesError, ValueError):
    """A file that is no output of `zonemap read --json`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberChange:
    """A unit that is in a zone otherwise than before.

    Parameters
    ----------
    pcode, name
        The unit.
    kind
        ``added``, ``removed``; ``extent``, ``share`` or ``rule`` changed; or ``regrouped``: the same ground
        to the same extent, listed by a larger unit or by smaller ones.
    before, after
        What it was and is, in words; None where it was not or is not a member.
    """

    pcode: str
    name: str
    kind: Kind
    before: str | None
    after: str | None

    def __str__(self) -> str:
        """Return it as a line of text."""
        mark = {"added": "+", "removed": "-"}.get(self.kind, "~")
        states = " -> ".join(state for state in (self.before, self.after) if state)
        return f"{mark} {self.pcode} {self.name}: {states}" + (
            " (regrouped)" if self.kind == "regrouped" else ""
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneChange:
    """A zone in both outputs.

    Parameters
    ----------
    id, name
        The zone, as the later output has it.
    members
        What changed, by P-code; empty if nothing.
    whole_km2, part_km2
        Area of each extent before and after.
    limits_gone, limits_new
        Words of unresolved limits that only the earlier or only the later output has.
    """

    id: str
    name: str
    members: tuple[MemberChange, ...]
    whole_km2: tuple[float, float]
    part_km2: tuple[float, float]
    limits_gone: tuple[str, ...]
    limits_new: tuple[str, ...]

    @property
    def same_members(self) -> bool:
        """Whether the same ground is in it to the same extent, whatever its area."""
        return all(change.kind in {"regrouped", "share", "rule"} for change in self.members)

    @property
    def area_change(self) -> float:
        """Change of the area of both extents together, as a share of the earlier; 0 if there was none."""
        before, after = (self.whole_km2[i] + self.part_km2[i] for i in (0, 1))
        return (after - before) / before if before else 0.0

    @property
    def unchanged(self) -> bool:
        """Whether nothing changed that either output shows."""
        moved = max(abs(after - before) for before, after in (self.whole_km2, self.part_km2))
        return not (self.members or self.limits_gone or self.limits_new) and moved < _LEAST_KM2

    def text(self) -> str:
        """Return the changes as lines of text."""
        if self.unchanged:
            return f"{self.name}: no change"
        lines = [f"{self.name}: area {self.area_change:+.2%}"]
        for what, (before, after) in (("whole", self.whole_km2), ("part", self.part_km2)):
            if before or after:
                lines.append(f"  {what} {before:,.1f} -> {after:,.1f} km2 ({after - before:+,.1f})")
        lines += [f"  {change}" for change in self.members] or ["  same members"]
        lines += [f"  - limit {limit!r}" for limit in self.limits_gone]
        lines += [f"  + limit {limit!r}" for limit in self.limits_new]
        return "\n".join(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed from one output to another.

    Parameters
    ----------
    before, after
        The boundaries of each, in words.
    zones
        The zones in both, in the order of the later output.
    gone, new
        Names of the zones that only one has.
    told
        What became of claims and sentences passed over, of documents that both have; a line each.
    """

    before: str
    after: str
    zones: tuple[ZoneChange, ...]
    gone: tuple[str, ...]
    new: tuple[str, ...]
    told: tuple[str, ...] = ()

    @property
    def same_members(self) -> bool:
        """Whether both have the same zones with the same members to the same extent."""
        return not self.gone and not self.new and all(zone.same_members for zone in self.zones)

    def text(self) -> str:
        """Return the comparison as lines of text."""
        lines = [f"before: {self.before}", f"after:  {self.after}"]
        lines += [zone.text() for zone in self.zones]
        lines += [f"{name}: gone" for name in self.gone] + [f"{name}: new" for name in self.new]
        return "\n".join([*lines, *self.told])


def compare(before: Mapping[str, Any], after: Mapping[str, Any]) -> Comparison:
    """Return what changed from one output of `zonemap read --json` to another.

    Parameters
    ----------
    before, after
        The objects of the contract. Zones are paired by id, and failing that by name.

    Raises
    ------
    ComparisonError
        If one of them is no such object.

    Examples
    --------
    >>> zone = {"id": "idlib", "name": "Idlib", "members": [], "area_km2": {"whole": 6077.1, "part": 0.0}}
    >>> print(compare({"zones": [zone]}, {"zones": [zone]}).zones[0].text())
    Idlib: no change
    """
    earlier, later = _zones(before, "the first"), _zones(after, "the second")
    pairs = [(old, new) for new in later if (old := _partner(new, earlier)) is not None]
    paired = [id(zone) for pair in pairs for zone in pair]
    return Comparison(
        before=_boundaries(before),
        after=_boundaries(after),
        zones=tuple(_change(old, new) for old, new in pairs),
        gone=tuple(str(zone["name"]) for zone in earlier if id(zone) not in paired),
        new=tuple(str(zone["name"]) for zone in later if id(zone) not in paired),
        told=_told(before, after),
    )


def compare_files(before: Path, after: Path) -> Comparison:
    """Return what changed from one saved output to another; raise `ComparisonError` naming a bad file."""
    return compare(_loaded(before), _loaded(after))


def _loaded(path: Path) -> Mapping[str, Any]:
    try:
        loaded = parsed_json(bytes_within(path, _MOST_BYTES).decode("utf-8"), most_values=_MOST_VALUES)
    except (OSError, ValueError) as error:
        problem = error.strerror if isinstance(error, OSError) else error
        raise ComparisonError(f"{path}: {problem}; expected the output of zonemap read --json") from error
    _zones(loaded, str(path))
    return dict(loaded)


def _zones(output: Mapping[str, Any], what: str) -> Sequence[Mapping[str, Any]]:
    try:
        zones = list(output["zones"])
        _boundaries(output)
        for zone in zones:
            _ = zone["id"], zone["name"], _areas(zone), _limits(zone)
            _ = [(member["pcode"], _state(member)) for member in zone["members"]]
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        problem = f"has no {error}" if isinstance(error, KeyError) else "is no such object"
        raise ComparisonError(f"{what} {problem}; expected the output of zonemap read --json") from error
    return zones


def _told(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    try:
        return told_changes(before, after)
    except (KeyError, TypeError, AttributeError) as error:
        problem = "claims or sentences of one of the two are no such objects"
        raise ComparisonError(f"{problem} ({error}); expected the output of zonemap read --json") from error


def _boundaries(output: Mapping[str, Any]) -> str:
    source = output.get("boundaries") or {}
    told = [str(source[key]) for key in ("title", "date") if source.get(key)]
    if source.get("sha256"):
        told.append(f"sha256 {str(source['sha256'])[:12]}")
    return ", ".join(told) or "boundaries not stated"


def _partner(zone: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    for key in ("id", "name"):
        for other in others:
            if other[key] == zone[key]:
                return other
    return None


def _change(old: Mapping[str, Any], new: Mapping[str, Any]) -> ZoneChange:
    was = {str(member["pcode"]): member for member in old["members"]}
    now = {str(member["pcode"]): member for member in new["members"]}
    changes = [_member(code, was.get(code), now.get(code), was, now) for code in sorted({*was, *now})]
    limits = [_limits(zone) for zone in (old, new)]
    (whole_before, part_before), (whole_after, part_after) = _areas(old), _areas(new)
    return ZoneChange(
        id=str(new["id"]),
        name=str(new["name"]),
        members=tuple(change for change in changes if change is not None),
        whole_km2=(whole_before, whole_after),
        part_km2=(part_before, part_after),
        limits_gone=tuple(limit for limit in limits[0] if limit not in limits[1]),
        limits_new=tuple(limit for limit in limits[1] if limit not in limits[0]),
    )


def _areas(zone: Mapping[str, Any]) -> tuple[float, float]:
    return float(zone["area_km2"]["whole"]), float(zone["area_km2"]["part"])


def _limits(zone: Mapping[str, Any]) -> list[str]:
    return [str(limit["text"]) for key in ("unread", "unresolved") for limit in zone.get(key, [])]


_Members = Mapping[str, Mapping[str, Any]]


def _member(
    code: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None, was: _Members, now: _Members
) -> MemberChange | None:
    name = str((new or old or {}).get("name") or "")
    states = (None if old is None else _state(old), None if new is None else _state(new))
    kind: Kind | None
    if old is None or new is None:
        kind = "added" if old is None else "removed"
        if _held_elsewhere(code, new or old or {}, was if old is None else now):
            kind = "regrouped"
    else:
        kind = _difference(old, new)
    return (
        None
        if kind is None
        else MemberChange(pcode=code, name=name, kind=kind, before=states[0], after=states[1])
    )


def _difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> Kind | None:
    if old["extent"] != new["extent"]:
        return "extent"
    shares = old.get("share"), new.get("share")
    if (shares[0] is None) != (shares[1] is None) or abs((shares[0] or 0) - (shares[1] or 0)) > _LEAST_SHARE:
        return "share"
    return "rule" if old.get("rule") != new.get("rule") else None


def _held_elsewhere(code: str, member: Mapping[str, Any], others: _Members) -> bool:
    """Tell whether the other output lists the same ground by a unit above it or by units within it."""
    above = [other for key, other in others.items() if code.startswith(key)]
    below = [other for key, other in others.items() if key.startswith(code)]
    return bool(above or below) and all(other["extent"] == member["extent"] for other in (*above, *below))


def _state(member: Mapping[str, Any]) -> str:
    share = member.get("share")
    covered = f", {share:.1%} of it" if share is not None else ""
    rule = f" by {member['rule']}" if member.get("rule") else ""
    return f"{member['extent']}{rule}{covered}"

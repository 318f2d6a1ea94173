"""What was found, in a line each for documents, zones, claims and what was passed over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from maps.reports.words import area, clean, counted, listed
from zones.passed_over import Reason

if TYPE_CHECKING:
    from zones import ZoneSet
    from zones.passed_over import PassedOver

__all__ = ["considered", "summary"]

_MAIN = 3


def summary(zone_set: ZoneSet) -> str:
    """Return a line each on the documents, the zones, the claims and, if there is something to say, the rest."""
    dates = [f"{d.id} ({d.published or 'undated'})" for d in zone_set.documents]
    zones = "; ".join(f"{zone.name}, {area(zone)}" for zone in zone_set.zones) or "no zones found"
    passed = considered(zone_set)
    return "\n".join(
        (
            f"documents   {len(dates)}: {clean(', '.join(dates))}",
            f"zones       {len(zone_set.zones)}: {clean(zones)}"
            if zone_set.zones
            else "zones       no zones found",
            f"claims      {_claims(zone_set)}",
            *((f"passed over {passed}",) if passed else ()),
            f"read by     {clean(zone_set.reviewed.mark).removeprefix('read by ')}",
            *(f"            {clean(problem)}" for problem in zone_set.reviewed.problems),
        )
    )


def considered(zone_set: ZoneSet) -> str:
    """Return in a line what was passed over and why; where nothing was found, why that is so."""
    passed = zone_set.passed_over
    empty = not zone_set.zones and not zone_set.claims
    if not passed:
        return "nothing; no sentence was taken to speak of foreign forces or of a zone" if empty else ""
    if empty and all(one.reason is Reason.NOT_SYRIA for one in passed):
        which = "which is not about Syria" if len(passed) == 1 else "none of them about Syria"
        return f"{counted(len(passed), 'sentence')} on forces or zones, {which}"
    return f"{counted(len(passed), 'sentence')}: {_reasons(passed)}"


def _claims(zone_set: ZoneSet) -> str:
    nations = tuple(dict.fromkeys(claim.nationality for claim in zone_set.claims))
    if not nations:
        return "no claims about monitors found"
    told = f"{len(zone_set.claims)} on monitors from {listed([zone_set.country(code) for code in nations])}"
    disputed = tuple(dict.fromkeys(s.nationality for s in zone_set.standing() if s.disputed))
    if not disputed:
        return f"{told}; none is disputed"
    return f"{told}; disputed: {listed([zone_set.country(code) for code in disputed])}"


def _reasons(passed: Sequence[PassedOver]) -> str:
    """Return the main reasons with how many sentences each has, the most frequent first."""
    found = Counter(one.reason for one in passed).most_common()
    named = found if len(found) <= _MAIN + 1 else found[:_MAIN]
    told = [f"{reason} ({many})" for reason, many in named]
    rest = len(passed) - sum(many for _, many in named)
    return ", ".join([*told, f"other reasons ({rest})"] if rest else told)

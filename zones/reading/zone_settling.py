"""What is settled once a whole document is read: the rest of a province, strips along a road, zones told twice."""

from __future__ import annotations

from collections.abc import Sequence

from zones.areas import Region, leaves
from zones.reading.grammar import OpenRoute, bounded, corridor_container, road_container, settled
from zones.reading.measures import units_in
from zones.reading.mentions import Mentions
from zones.reading.open_strips import joined
from zones.reading.strip_facts import without_ends
from zones.reading.zone_draft import ZoneDraft

__all__ = ["merged", "settle"]


def settle(drafts: list[ZoneDraft], sentences: Sequence[Mentions]) -> None:
    """Give each "rest of Idlib" and each open strip along a road its extent, now that all sentences are read."""
    roads = _roads(drafts, sentences)
    for number, draft in enumerate(drafts):
        draft.areas = [bounded(area, roads) for area in joined(draft.areas)]
        if draft.has_length:
            draft.areas = list(map(without_ends, draft.areas))
        others = [area for other in (*drafts[number + 1 :], *drafts[:number]) for area in other.areas]
        draft.areas, gone = settled(draft.areas, others)
        draft.minus += gone


def _makes_up(draft: ZoneDraft, other: ZoneDraft) -> bool:
    """Whether a zone names the very provinces of the region that another one is."""
    region = other.areas[0] if len(other.areas) == 1 and not other.minus else None
    if not isinstance(region, Region) or len(region.units) < 2 or draft is other:
        return False
    own = set(units_in([draft.area]))
    return own == set(region.units) and not any(isinstance(leaf, Region) for leaf in leaves(draft.area))


def merged(drafts: list[ZoneDraft]) -> list[ZoneDraft]:
    """Join drafts that cover the same; drop those that cover nothing.

    Of "a truce in southern Syria" and "a zone in Daraa, Quneitra and Sweida", which are that region, the second stays.
    """
    drafts = [draft for draft in drafts if draft.areas]
    kept: list[ZoneDraft] = []
    for draft in drafts:
        named = next((one for one in drafts if _makes_up(one, draft)), None)
        same = named or next((one for one in kept if one.covers_as(draft)), None)
        if same is None:
            kept.append(draft)
        else:
            same.spans += [span for span in draft.spans if span not in same.spans]
            same.keys |= draft.keys
    return kept


def _roads(drafts: list[ZoneDraft], sentences: Sequence[Mentions]) -> dict[str, str]:
    """Return for each road the unit (P-code) that it runs in: told of the road itself, or of the only corridor."""
    roads = _road_containers(sentences)
    alone = [draft.areas[0] for draft in drafts if len(draft.areas) == 1]
    open_roads = {area.road for area in alone if isinstance(area, OpenRoute)}
    corridor = _corridor_container(sentences) if len(open_roads) == 1 else None
    return roads if corridor is None else {**dict.fromkeys(open_roads, corridor), **roads}


def _road_containers(sentences: Sequence[Mentions]) -> dict[str, str]:
    """Return for each road the unit that the text says it runs in (P-code), if it names no other."""
    found: dict[str, set[str]] = {}
    for scan in (sentence.scan for sentence in sentences):
        for at in range(len(scan)):
            if (pair := road_container(scan, at)) is not None:
                found.setdefault(pair[0], set()).add(pair[1])
    return {road: codes.pop() for road, codes in found.items() if len(codes) == 1}


def _corridor_container(sentences: Sequence[Mentions]) -> str | None:
    """Return the one unit (P-code) that the text says its corridor lies in; None if it names none or several."""
    scans = (sentence.scan for sentence in sentences)
    found = {code for scan in scans for at in range(len(scan)) if (code := corridor_container(scan, at))}
    return found.pop() if len(found) == 1 else None

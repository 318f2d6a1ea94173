"""A list of areas that tells of several zones: which items make up which."""

from __future__ import annotations

from zones.areas import Adjoining, Area, Limit, Part, Whole
from zones.reading.definition import Definition
from zones.reading.zone_draft import ZoneDraft

__all__ = ["drafted", "zones_of_list"]

_JOINING = frozenset({"plus", "with"})  # they hang an item of a list on the one before it


def zones_of_list(definition: Definition) -> list[range]:
    """Part a list into zones: by semicolons if it has any, else an item each if the count allows."""
    items, spans = definition.listing.items, definition.listing.spans
    joints = [definition.scan.words[spans[i - 1][1] : spans[i][0]] for i in range(1, len(items))]
    count = definition.zone.count
    marked = any(";" in joint for joint in joints)
    counted = count == len(items)
    beside = isinstance(items[0], Whole) and len(set(spans)) == 2 and not marked and _are_parts(items[1:])
    in_pairs = beside or any(joint[:2] == (",", "and") for joint in joints)  # "A and parts of B, C, and D"
    cuts = []
    for i, joint in enumerate(joints, start=1):
        hangs = _hangs_on(items[i]) and not counted
        paired = joint == ("and",) and in_pairs
        apart = ";" in joint if marked else not (hangs or paired or spans[i] == spans[i - 1])
        if apart and _JOINING.isdisjoint(joint):
            cuts.append(i)
    if definition.listing.of_units or (count is not None and len(cuts) + 1 > count):
        return [range(len(items))]
    return [range(a, b) for a, b in zip([0, *cuts], [*cuts, len(items)], strict=True)]


def drafted(definition: Definition, items: range, number: int) -> ZoneDraft:
    """Return a zone of its own made of some items of a list, with the exceptions told after them."""
    draft = ZoneDraft(sentence=number)
    draft.define(definition, items)
    gone = zip(definition.listing.minus, definition.listing.minus_after, strict=True)
    draft.minus += [area for area, after in gone if after - 1 in items]
    return draft


def _are_parts(areas: list[Area]) -> bool:
    """Whether areas are parts of several units told together: "Idlib and parts of Hama and Aleppo" is one zone."""
    return len(areas) > 1 and all(isinstance(area, Part) for area in areas)


def _hangs_on(area: Area) -> bool:
    """Whether an item belongs to the one before it: what adjoins that, words that put nothing on the map."""
    return isinstance(area, Limit) or (isinstance(area, Adjoining) and not area.anchors)

"""The areas that a sentence gives to a zone after speaking of it. See `docs/reading.md`."""

from __future__ import annotations

from zones.areas import Border, Disc, Leaf, Limit, leaves
from zones.reading.extent_verbs import extent_verbs, verbs_after
from zones.reading.grammar import Listing, item, listing
from zones.reading.introductions import Introduction
from zones.reading.lexicon import words
from zones.reading.numbers import number
from zones.reading.scan import Scan

__all__ = ["attached", "covered", "excluded", "first_token", "is_measured", "listed"]


def covered(scan: Scan, zone: Introduction) -> Listing | None:
    """Return the areas after the first verb of covering that has some; a measured strip or disc comes first."""
    found = _measured(scan, zone.end)
    for hit in verbs_after(scan, zone, "covers"):
        if hit.value and (zone.kind == "strip" or found is not None):
            continue
        areas = listing(scan, hit.end) or (listing(scan, hit.end - 1) if hit.value else None)
        if areas is None:
            continue
        if scan.word(hit.start).startswith(("join", "link", "connect")):
            _join(scan, areas)
        if found is None or first_token(areas) < first_token(found):
            return areas
    return found


def excluded(scan: Scan, zone: Introduction) -> tuple[int, Listing] | None:
    """Return the verb after which areas are taken out of a zone, and these."""
    for hit in verbs_after(scan, zone, "excludes"):
        gone = listing(scan, hit.end)
        if gone is not None:
            return hit.start, gone
    return None


def listed(scan: Scan, zone: Introduction, *, in_a_row: bool) -> Listing | None:
    """Return the areas of "the third is Eastern Ghouta", "the fourth certain parts of ...", "zones: A; B".

    Parameters
    ----------
    scan, zone
        The sentence, and the zone it speaks of.
    in_a_row
        Whether the sentence has already told what another zone covers.
    """
    at = zone.end
    hit = extent_verbs("is").at(scan.words, at)
    if hit is not None:
        if item(scan, hit.end) is not None and scan.word(hit.end) not in {"in", "to"}:
            return listing(scan, hit.end)
        at = hit.end
    if scan.word(at) in {":", "--"}:
        return listing(scan, at + 1)
    if zone.count != 1 and (colon := _colon(scan, at)) is not None:
        return listing(scan, colon + 1)
    if zone.key and in_a_row and scan.word(at) in words("extents.ordered"):
        return listing(scan, at + 1)  # "the second consists of A, and the third of B"
    if zone.key and not zone.name and scan.word(at) not in words("extents.not_ordered"):
        step = at + 1 if scan.word(at) == "," else at
        if item(scan, step) is not None and zone.end - zone.start <= 3:
            return listing(scan, step)
    return None


def attached(scan: Scan, zone: Introduction, *, in_a_row: bool) -> Listing | None:
    """Return the areas of "a ceasefire in Daraa and Quneitra", "a safe zone 32 km deep along the border"."""
    at = zone.end
    if scan.word(at) != "in":
        at = scan.skip(at, words("extents.attaching_openers"))
    if zone.name is not None or scan.word(at) not in words("extents.attaching"):
        return None
    set_up = _set_up(scan, zone.start)
    truce = zone.kind == "ceasefire" and not in_a_row and (zone.start <= 1 or set_up)
    one_of_several = bool(zone.key) and (in_a_row or bool(zone.count) or zone.key.startswith("one "))
    if zone.definite and not truce and not one_of_several:
        return None
    if not set_up and (zone.count != 1 or (zone.kind == "deal" and not zone.key)):
        return None
    return listing(scan, at if scan.word(at) in words("extents.attaching_kept") else at + 1)


def first_token(found: Listing) -> int:
    """Return the token at which the first item of a list begins."""
    return min(start for start, _ in found.spans)


def is_measured(leaf: Leaf) -> bool:
    """Whether a leaf has a length: a strip, a disc, a limit at a distance."""
    if isinstance(leaf, Limit):
        return any(c.isdigit() for c in leaf.text) or "kilomet" in leaf.text or " mile" in leaf.text
    return isinstance(leaf, Disc) or (isinstance(leaf, Border) and leaf.depth_km is not None)


def _join(scan: Scan, areas: Listing) -> None:
    """Read on in "joins southern Idlib to al-Ghab"."""
    more = listing(scan, areas.end + 1) if scan.word(areas.end) in {"to", "with"} else None
    if more is not None:
        areas.items += more.items
        areas.spans += more.spans
        areas.end = more.end


def _measured(scan: Scan, at: int) -> Listing | None:
    """Read a strip or disc right after the noun, whatever its article: it measures the zone."""
    found = listing(scan, at)
    step = at + 1
    while found is None and step < min(at + 7, len(scan)):
        if scan.word(step - 1) in {".", ";"}:
            return None
        opens = scan.word(step) in words("extents.measuring") or number(scan.words, step) is not None
        if opens and (scan.word(step - 1).isalpha() or scan.word(step - 1) == ","):
            found = listing(scan, step)
        step += 1
    if found is None or not any(is_measured(leaf) for area in found.items for leaf in leaves(area)):
        return None
    return found


def _colon(scan: Scan, at: int) -> int | None:
    for i in range(at, min(at + 12, len(scan))):
        if scan.word(i) in {":", "--"}:
            return i
        if scan.word(i) in {";", '"'} or i in scan.names:
            return None
    return None


def _set_up(scan: Scan, at: int) -> bool:
    """Whether a verb of setting up governs what stands here."""
    return any(hit.end <= at for hit in extent_verbs("sets_up").find(scan.words, max(0, at - 12), at))

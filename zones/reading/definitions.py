"""Sentences that say what a zone covers, and what they say. See `docs/reading.md`."""

from __future__ import annotations

from zones.areas import Limit, leaves
from zones.reading.coverage import attached, covered, excluded, first_token, is_measured, listed
from zones.reading.definition import Definition
from zones.reading.extent_verbs import extent_verbs
from zones.reading.grammar import Listing, as_part, listing
from zones.reading.introductions import Introduction, introduction
from zones.reading.lexicon import phrases, words
from zones.reading.placements import placement
from zones.reading.scan import Scan

__all__ = ["definitions"]

_FAR = 10  # words between a limit and where it lies
_MARKS = frozenset({",", ";", ":", ".", "--", "but"})


def definitions(scan: Scan) -> list[Definition]:
    """Return what a sentence says about the extent of zones, in order."""
    found: list[Definition] = []
    besides = _besides(scan)
    at = 0
    while at < len(scan):
        zone = introduction(scan, at)
        if zone is None:
            at += 1
            continue
        if _denied(scan, zone):
            at = zone.end
            continue
        read = _after(scan, zone, besides, in_a_row=bool(found))
        if read:
            found += read
            besides = None
            at = max(zone.end, *(d.listing.end for d in read))
        else:
            at = zone.end if not zone.pronoun else at + 1
    if not found and (placed := placement(scan)) is not None:
        found.append(placed)
    return found


def _denied(scan: Scan, zone: Introduction) -> bool:
    """Whether a zone is told of as one that will not be: "no zone in", "ruled out a zone", "a zone ... will not be"."""
    if (zone.definite and scan.word(zone.start) != "such") or zone.pronoun:
        return False
    start = next((at + 1 for at in range(zone.start - 1, -1, -1) if scan.word(at) in _MARKS), 0)
    end = next((at for at in range(zone.end, len(scan)) if scan.word(at) in _MARKS), len(scan))
    if scan.word(start) in words("extents.supposing"):
        return True
    before = phrases("extents.denying").find(scan.words, start, zone.end)
    after = phrases("extents.undoing").find(scan.words, zone.end, end)
    return any(hit.start < zone.end and not _says_else(scan, hit.end) for hit in before) or any(after)


def _says_else(scan: Scan, at: int) -> bool:
    """Whether the word before ``at`` denies nothing: "no-fly", "no fewer than two"."""
    return at < len(scan) and (scan.tokens[at].glued or scan.word(at) in words("extents.no_denial"))


def _besides(scan: Scan) -> Listing | None:
    """Read the opener "Besides Idlib province"."""
    hit = phrases("extents.besides").at(scan.words, 0)
    return listing(scan, hit.end) if hit is not None else None


def _after(scan: Scan, zone: Introduction, besides: Listing | None, *, in_a_row: bool) -> list[Definition]:
    """Read what stands after the mention of a zone."""
    told = covered(scan, zone)
    if told is None and zone.kind == "strip":
        return []
    told = told or listed(scan, zone, in_a_row=in_a_row)
    gone = excluded(scan, zone)
    if gone is not None and (told is None or gone[0] < first_token(told)):
        return [Definition(zone, gone[1], scan, "excludes")]
    if told is not None:
        first = _definition(scan, zone, told, besides)
    elif not zone.pronoun and (told := attached(scan, zone, in_a_row=in_a_row)) is not None:
        if not in_a_row and all(isinstance(leaf, Limit) for leaf in leaves(told.area)):
            return []
        first = _definition(scan, zone, told, besides, named=True)
    else:
        return []
    return [first, *_more(scan, zone, first.listing.end)]


def _definition(
    scan: Scan, zone: Introduction, areas: Listing, besides: Listing | None, *, named: bool = False
) -> Definition:
    if besides is not None:
        areas.items[:0] = besides.items
        areas.spans[:0] = besides.spans
    if named and scan.word(areas.end) in {":", "--"}:
        areas = listing(scan, areas.end + 1) or areas  # "around Manbij: everything within 20 km of it"
    if all(isinstance(leaf, Limit) for area in areas.items for leaf in leaves(area)):
        _place(scan, areas)
    every = [leaf for area in areas.items for leaf in leaves(area)]
    if any(isinstance(leaf, Limit) and is_measured(leaf) for leaf in every):
        areas.items = [as_part(area) for area in areas.items]
    surely = not (named and zone.definite and zone.kind == "ceasefire")
    split = zone.count is None or zone.count > 1
    return Definition(zone, areas, scan, split=split, told=surely, named=named)


def _place(scan: Scan, areas: Listing) -> None:
    """Read on after a limit: "a corridor 6 km either side of the M4 is to be laid out in Idlib province"."""
    far = min(areas.end + _FAR, len(scan))
    ends = [hit.end for hit in extent_verbs("covers").find(scan.words, areas.end, far)]
    ends += [
        at + 1 for at in range(areas.end, far) if scan.word(at) == "in"
    ]  # "the line of contact in Idlib"
    for end in ends:
        more = listing(scan, end)
        if more is not None:
            areas.items += [as_part(area) for area in more.items]
            areas.spans += more.spans
            areas.end = more.end
            return


def _onward(scan: Scan, at: int) -> int:
    """Return where "and include the towns of A" goes on after words that say nothing of units; else ``at``."""
    for step in range(at, min(at + _FAR + 4, len(scan) - 1)):
        if scan.word(step) in {".", ";", '"'}:
            break
        hit = extent_verbs("covers").at(scan.words, step + 1) if scan.word(step) == "and" else None
        if hit is not None and not hit.value and scan.word(hit.start) in {"include", "includes", "including"}:
            return step + 1
    return at


def _more(scan: Scan, zone: Introduction, at: int) -> list[Definition]:
    """Read "... and includes the towns of A and B", "... but leaves out C" after a first list."""
    step = scan.skip(at, words("extents.onward"))
    if step == at:
        step = _onward(scan, at)
    if step == at:
        return []
    for action in ("excludes", "covers"):
        hit = extent_verbs(action).at(scan.words, step)
        more = listing(scan, hit.end) if hit is not None else None
        if more is not None:
            return [Definition(zone, more, scan, action, goes_on=True), *_more(scan, zone, more.end)]
    return []

"""Sentences that say what a zone covers, and what they say. See `docs/reading.md`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from zones.areas import Area, Border, Disc, Leaf, Limit, leaves
from zones.reading.grammar import Listing, item, limit_at, listing
from zones.reading.grammar_units import as_part
from zones.reading.introductions import Introduction, besides, introduction
from zones.reading.lexicon import Hit, Patterns, table
from zones.reading.numbers import number
from zones.reading.scan import Scan

__all__ = ["Definition", "definitions"]

_SKIPPED = frozenset(
    "also now currently thus therefore , will would shall should is to be it too mainly largely mostly only just "
    "roughly broadly further then together -- which that essentially likewise has had been already in turn a all".split()
)
_FAR = 14


@dataclass(frozen=True, slots=True)
class Definition:
    """One reading of what a zone covers.

    Parameters
    ----------
    zone
        How the text speaks of it.
    listing
        The areas, exceptions and remarks.
    scan
        The sentence they stand in.
    action
        ``"covers"`` adds the areas, ``"excludes"`` takes them out, ``"limits"`` notes limits only.
    split
        Whether each item of the list is a zone of its own.
    told
        Whether the sentence tells what the zone covers; False for "the truce in Hasakah", which does so
        only if nothing else did.
    named
        Whether no verb says so ("a truce for Eastern Qalamoun"): a later sentence that says what the zone
        includes takes its place.
    """

    zone: Introduction
    listing: Listing
    scan: Scan
    action: str = "covers"
    split: bool = False
    told: bool = True
    named: bool = False


@cache
def _patterns(name: str) -> Patterns[bool]:
    """Return the patterns of a list; the value tells whether a bare preposition carries the meaning."""
    prepositions = "|".join(table("zones")["prepositions"])
    return Patterns((p.replace("PREP", prepositions), "PREP" in p or p.startswith("is|")) for p in table("zones")[name])


def definitions(scan: Scan) -> list[Definition]:
    """Return what a sentence says about the extent of zones, in order."""
    found: list[Definition] = []
    taken = 0
    extra = _besides(scan)
    at = 0
    while at < len(scan):
        zone = introduction(scan, at) if at >= taken else None
        if zone is None:
            at += 1
            continue
        read = _after(scan, zone, extra, found)
        if read:
            found += read
            extra = None
            taken = at = max(zone.end, *(d.listing.end for d in read))
        else:
            at = zone.end if not zone.pronoun else at + 1
    if not found:
        found = _subject_first(scan)
    return found


def _besides(scan: Scan) -> Listing | None:
    """Read the opener "Besides Idlib province"."""
    hit = besides().at(scan.words, 0) if len(scan) else None
    return listing(scan, hit.end) if hit is not None else None


def _after(scan: Scan, zone: Introduction, extra: Listing | None, before: list[Definition]) -> list[Definition]:
    measured = _measured(scan, zone.end)
    told = _covered(scan, zone, measured)
    if told is None and zone.kind == "strip":
        return []
    plain = False
    if told is None:
        told = _is_list(scan, zone, before)
    gone = _excluded(scan, zone)
    if gone is not None and (told is None or not told.items or gone.start < _first_token(told)):
        return [Definition(zone, gone.listing, scan, "excludes")]
    if told is None and not zone.pronoun:
        told = _attached(scan, zone, before)
        plain = told is not None
    if told is None or not told.items:
        return []
    if plain and all(isinstance(leaf, Limit) for leaf in leaves(told.area)) and not before:
        return []
    if extra is not None:
        told.items[:0] = extra.items
        told.spans[:0] = extra.spans
    if plain and scan.word(told.end) in {":", "--"} and (closer := listing(scan, told.end + 1)) is not None:
        told = closer  # "a buffer zone around Manbij: everything within 20 km of the town"
    if any(_is_measured(leaf) and isinstance(leaf, Limit) for area in told.items for leaf in leaves(area)):
        told.items = [as_part(a) for a in told.items]
    surely = not (plain and zone.definite and zone.kind == "ceasefire")
    first = Definition(zone, told, scan, split=_splits(zone), told=surely, named=plain)
    return [first, *_more(scan, zone, told.end)]


def _splits(zone: Introduction) -> bool:
    return zone.count is None or zone.count > 1


def _first_token(found: Listing) -> int:
    return min(start for start, _ in found.spans)


@dataclass(frozen=True, slots=True)
class _Gone:
    start: int
    listing: Listing


def _excluded(scan: Scan, zone: Introduction) -> _Gone | None:
    for hit in _verbs_after(scan, zone, "excludes"):
        gone = listing(scan, hit.end)
        if gone is not None:
            return _Gone(hit.start, gone)
    return None


def _covered(scan: Scan, zone: Introduction, measured: Listing | None) -> Listing | None:
    """Read the areas after the first verb of covering that has some; a measured strip or disc comes first."""
    found = measured
    for hit in _verbs_after(scan, zone, "covers"):
        if hit.value and (zone.kind == "strip" or found is not None):
            continue
        areas = listing(scan, hit.end) or (listing(scan, hit.end - 1) if hit.value else None)
        if areas is not None and scan.word(hit.start).startswith(("join", "link", "connect")):
            _joined_to(scan, areas)
        if areas is not None and (found is None or _first_token(areas) < _first_token(found)):
            return areas
    return found


def _joined_to(scan: Scan, areas: Listing) -> None:
    """Read on in "joins southern Idlib to al-Ghab"."""
    more = listing(scan, areas.end + 1) if scan.word(areas.end) in {"to", "with"} else None
    if more is not None:
        areas.items += more.items
        areas.spans += more.spans
        areas.end = more.end


def _verbs_after(scan: Scan, zone: Introduction, which: str) -> list[Hit[bool]]:
    """Return the verbs of a kind after a zone, up to another zone or the end of the clause."""
    patterns = _patterns(which)
    found: list[Hit[bool]] = []
    for i in range(zone.end, min(zone.end + _FAR, len(scan))):
        word = scan.word(i)
        if word in {";", ":", ".", '"'} or (zone.pronoun and word not in _SKIPPED and patterns.at(scan.words, i) is None):
            break
        if i > zone.end and word not in {"it", "which", "that", "the", "this", "they"} and introduction(scan, i) is not None:
            break
        hit = patterns.at(scan.words, i)
        if hit is not None:
            if not hit.value or not any(k in scan.names for k in range(zone.end, i)):
                found.append(hit)
            if zone.pronoun:
                break
    return found


def _colon_after(scan: Scan, at: int) -> int | None:
    for i in range(at, min(at + 12, len(scan))):
        if scan.word(i) in {":", "--"}:
            return i
        if scan.word(i) in {";", '"'} or i in scan.names:
            return None
    return None


def _is_list(scan: Scan, zone: Introduction, before: list[Definition]) -> Listing | None:
    """Read "the third is Eastern Ghouta", "the fourth certain parts of ...", "zones: A; B; and C"."""
    at = zone.end
    hit = _patterns("is").at(scan.words, at) if at < len(scan) else None
    if hit is not None:
        if item(scan, hit.end) is not None and scan.word(hit.end) not in {"in", "to"}:
            return listing(scan, hit.end)
        at = hit.end
    if scan.word(at) in {":", "--"}:
        return listing(scan, at + 1)
    if zone.count != 1 and (colon := _colon_after(scan, at)) is not None:
        return listing(scan, colon + 1)
    if zone.key and before and scan.word(at) in {"of", "in", "along", "from"}:
        return listing(scan, at + 1)  # "the second consists of A, and the third of B"
    if zone.key and not zone.name and scan.word(at) not in {"in", "for", "on", "to", "of"}:
        step = at + 1 if scan.word(at) == "," else at
        if item(scan, step) is not None and zone.end - zone.start <= 3:
            return listing(scan, step)
    return None


_ATTACHING = frozenset("in over across along around for within covering comprising spanning including inside between throughout encompassing embracing on surrounding made of".split())


def _attached(scan: Scan, zone: Introduction, before: list[Definition]) -> Listing | None:
    """Read "a ceasefire in Daraa and Quneitra", "a safe zone 32 km deep along the border"."""
    at = scan.skip(zone.end, {"of", "about", "some", "roughly", "that", "is", "to", "be"} if scan.word(zone.end) != "in" else ())
    truce = zone.kind == "ceasefire" and not before and (zone.start <= 1 or _set_up_before(scan, zone.start))
    fresh = not zone.definite or truce or zone.key.startswith("one ") or (bool(before) and bool(zone.key)) or bool(zone.key and zone.count)
    if zone.name is not None or not fresh or scan.word(at) not in _ATTACHING:
        return None
    if zone.count != 1 and not _set_up_before(scan, zone.start):
        return None
    if zone.kind == "deal" and not _set_up_before(scan, zone.start) and not zone.key:
        return None
    return listing(scan, at + 1 if scan.word(at) not in {"along", "within", "around"} else at)


def _measured(scan: Scan, at: int) -> Listing | None:
    """Read a strip or disc right after the noun, whatever its article: it measures the zone."""
    found = listing(scan, at)
    if found is None:
        words = scan.words
        for skip in range(1, 7):
            if at + skip < len(words) and words[at + skip - 1] in {".", ";"}:
                return None
            opens = words[at + skip] in {"along", "to", "within", "a", "with"} or number(words, at + skip) if at + skip < len(words) else None
            if opens and words[at + skip - 1].isalpha():
                found = listing(scan, at + skip)
                if found is not None:
                    break
    if found is None:
        return None
    return found if any(_is_measured(leaf) for area in found.items for leaf in leaves(area)) else None


def _is_measured(leaf: Leaf) -> bool:
    if isinstance(leaf, Limit):
        return any(c.isdigit() for c in leaf.text)
    return isinstance(leaf, Disc) or (isinstance(leaf, Border) and leaf.depth_km is not None)


def _set_up_before(scan: Scan, at: int) -> bool:
    """Whether a verb of setting up governs what stands here."""
    return any(hit.end <= at for hit in _patterns("sets_up").find(scan.words, max(0, at - 12), at))


def _more(scan: Scan, zone: Introduction, at: int) -> list[Definition]:
    """Read "... and includes the towns of A and B", "... but leaves out C" after a first list."""
    step = scan.skip(at, {",", "and", "but", "it", "also", "while", "which", "--", "though"})
    if step == at or step >= len(scan):
        return []
    for which, action in (("excludes", "excludes"), ("covers", "covers")):
        hit = _patterns(which).at(scan.words, step)
        if hit is not None:
            more = listing(scan, hit.end)
            if more is not None:
                return [Definition(zone, more, scan, action), *_more(scan, zone, more.end)]
    return []


def _subject_first(scan: Scan) -> list[Definition]:
    """Read "southern Idlib, northern Hama and southern Aleppo form one area", "X is not included"."""
    put = set(_put(scan))
    for start in _starts(scan):
        subject = listing(scan, start)
        if subject is None:
            continue
        at = scan.skip(subject.end, {",", "all", "together", "both", "also", "now", "each", "thus", "then", "however"})
        after = scan.skip(at, {"will", "would", "shall", "should", "is", "are", "was", "were", "may", "could", "also", "now"})
        gone = None
        for begin in (at, after):
            gone = gone or (_patterns("excluded").at(scan.words, begin) if begin < len(scan) else None)
        if gone is not None:
            only_limits = all(isinstance(leaf, Limit) for leaf in leaves(subject.area))
            zone = Introduction(start, subject.end, definite=True, pronoun=True)
            return [Definition(zone, subject, scan, "limits" if only_limits else "excludes")]
        for which in ("belongs", "forms", *(("under",) if start in put else ())):
            hit = None
            for begin in (at, after):
                hit = hit or (_patterns(which).at(scan.words, begin) if begin < len(scan) else None)
            named = _zone_after(scan, hit.end) if hit is not None else None
            if named is not None:
                return [Definition(named, subject, scan)]
    return []


def _starts(scan: Scan) -> list[int]:
    return [0, *_put(scan), *(i + 1 for i in range(len(scan) - 1) if scan.word(i) in {",", ":", ";", '"', "that", "and", "but", "--", "where"})]


def _put(scan: Scan) -> list[int]:
    return [hit.end for hit in _patterns("puts").find(scan.words)]


def _zone_after(scan: Scan, at: int) -> Introduction | None:
    for i in range(at, min(at + 5, len(scan))):
        zone = introduction(scan, i)
        if zone is not None and not zone.pronoun:
            return zone
    return None


def limit_sentence(scan: Scan) -> Area | None:
    """Return a limit that a sentence speaks of, if it does: for notes on zones already told."""
    for at in range(len(scan)):
        found = limit_at(scan, at)
        if found is not None:
            return found.area
    return None

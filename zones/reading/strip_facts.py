"""What a sentence says of a strip beside where it lies: how deep it is, and between which places it runs."""

from __future__ import annotations

from dataclasses import dataclass

from zones.areas import DEEPEST_KM, Area, Border, Limit
from zones.reading.grammar.ends import Ends, end_positions
from zones.reading.lexicon import words
from zones.reading.mentions import Mentions
from zones.reading.numbers import length
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = [
    "StripFacts",
    "depth_told",
    "has_length",
    "strip_facts",
    "without_ends",
]

_DEPTH_NEAR = 5  # words between "depth" and the length


@dataclass(frozen=True, slots=True)
class StripFacts:
    """Facts about a strip; None for what a sentence does not say.

    Parameters
    ----------
    depth_km
        How deep it is.
    ends
        Between which places it runs.
    """

    depth_km: float | None = None
    ends: Ends | None = None


def strip_facts(sentence: Mentions, country: str | None) -> StripFacts:
    """Return what a sentence says of a strip along the border with a country."""
    scan = sentence.scan
    depth = depth_told(scan, 0, len(scan))
    disputed = any(
        length(scan.words, at) is not None and _depth_km(scan, at) is None for at in range(len(scan))
    )
    if disputed and _is_asked_for(scan):
        depth = None
    found = (end_positions(scan, at, along=country) for at in range(len(scan)))
    ends = next((e for e in found if e is not None and e.positions is not None), None)
    return StripFacts(depth, ends or _begun_and_ended(scan))


def _is_asked_for(scan: Scan) -> bool:
    """Whether a sentence sets one wish against another: "asked for 32 km, while others offered 5 to 14"."""
    return not words("borders.against").isdisjoint(scan.words)


def _depth_km(scan: Scan, at: int) -> float | None:
    """Return the depth that begins at a token: "20 km deep", "depth is 6 km", "5 km into Syria"."""
    measured = length(scan.words, at)
    if measured is None or not 0 < measured.km <= DEEPEST_KM:
        return None
    if _says_long(scan, at, measured.end):
        return None
    after = scan.word(measured.end)
    in_depth = after == "in" and scan.word(measured.end + 1) in words("borders.depth")
    nation = scan.nations.get(scan.skip(measured.end + 1, words("mentions.bearings") | {"the"}))
    into = after in {"into", "inside"} and (
        (nation is not None and nation.code == "SY") or scan.word(measured.end + 1) in {"syrian", "the"}
    )
    near = scan.words[max(0, at - _DEPTH_NEAR) : at]
    told = not words("borders.depth_nouns").isdisjoint(near) and words("borders.long").isdisjoint(near)
    return measured.km if after in words("borders.depth") or in_depth or into or told else None


def _begun_and_ended(scan: Scan) -> Ends | None:
    """Read "begins in A ... and runs ... up to B"."""
    begun = next((at for at in range(len(scan)) if scan.word(at) in words("borders.beginning")), None)
    if begun is None:
        return None
    first = scan.names.get(scan.skip(begun + 1, words("borders.town") | {"in", "at", "near", "from"}))
    if first is None or not first.candidates:
        return None
    for at in range(first.end, len(scan)):
        second = scan.names.get(scan.skip(at + 1, words("borders.town", "borders.far")))
        reaches = scan.word(at) in words("borders.until") and scan.word(at) != "as"
        if reaches and second is not None and second.candidates:
            return Ends(
                (first.text, second.text), (first, second), (first.position, second.position), second.end
            )
    return None


def without_ends(area: Area) -> Area:
    """Return an area in words where it is a stretch of a border that neither ends nor a unit bounds."""
    if isinstance(area, Border) and area.ends is None and not area.within:
        return Limit(text=area.text, span=area.span, reason=Why.STRETCH.told())
    return area


def depth_told(scan: Scan, start: int, end: int) -> float | None:
    """Return the one depth in km that tokens ``start:end`` tell of; None if they tell of none or of several."""
    depths = {km for at in range(start, end) if (km := _depth_km(scan, at)) is not None}
    return depths.pop() if len(depths) == 1 else None


def has_depth(area: Area) -> bool:
    """Whether an area is a strip along a border whose depth is told."""
    return isinstance(area, Border) and area.depth_km is not None


def has_length(scan: Scan, *, sure: bool) -> bool:
    """Whether a sentence holds a length that is no depth: "runs 100 kilometres eastwards along the border".

    Parameters
    ----------
    scan
        The sentence.
    sure
        Whether only "100 km long" and "a length of 100 km" count, since any other may be the depth told again.
    """
    return any(
        _says_long(scan, at, measured.end) or (not sure and _depth_km(scan, at) is None)
        for at in range(len(scan))
        if (measured := length(scan.words, at)) is not None
    )


def _says_long(scan: Scan, at: int, end: int) -> bool:
    after = scan.word(scan.skip(end, {"in"}))
    before = scan.word(at - 2) if scan.word(at - 1) == "of" else ""
    return not words("borders.long").isdisjoint({before, after})

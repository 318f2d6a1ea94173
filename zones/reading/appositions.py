"""Areas that stand beside a zone without a verb: "zones: A; B", "the third Eastern Ghouta", "In the first lies A"."""

from __future__ import annotations

from zones.reading.continuations import announced
from zones.reading.grammar import Listing, item, listing
from zones.reading.introductions import Introduction
from zones.reading.lexicon import words
from zones.reading.scan import Scan

__all__ = ["apposition", "is_announcement"]

_COLONS = frozenset({":", "--"})
_CLAUSE_OPENERS = frozenset({",", ";", "and", "while", ":"})
_OTHERS = frozenset({"other", "others", "latter", "former"})
_SHORT = 3  # tokens of "the third"


def apposition(scan: Scan, zone: Introduction, *, in_a_row: bool) -> Listing | None:
    """Return the areas that stand beside a mention of a zone.

    Parameters
    ----------
    scan, zone
        The sentence, and the mention.
    in_a_row
        Whether the sentence has told of another zone before.
    """
    at, word = zone.end, scan.word(zone.end)
    colon = word in _COLONS and (zone.kind != "strip" or zone.count is not None)
    if colon or (word in words("extents.fronted_by") and _is_fronted(scan, zone)):
        return listing(scan, at + 1, placed=True)
    if zone.count != 1 and (begin := announced(scan, at)) is not None:
        return listing(scan, begin, placed=True)  # "four regions, namely A and B"
    if zone.key and word in words("extents.ordered") and in_a_row:
        return listing(scan, at)  # "the third of A"
    step = at + 1 if word == "," else at
    if not _tells_by_key(scan, zone, in_a_row=in_a_row) or item(scan, step) is None:
        return None
    return listing(scan, step)  # "the third, A"


def is_announcement(scan: Scan, zone: Introduction, taken: list[range]) -> bool:
    """Whether areas only announce a list that was read: "the zones are in four areas: A and B"."""
    colon = zone.kind == "strip" and scan.word(zone.end) in _COLONS
    return colon and any(zone.end + 1 in span for span in taken)


def _is_fronted(scan: Scan, zone: Introduction) -> bool:
    """Whether a zone opens a clause: "In the first lies Raqqa"."""
    before = scan.word(zone.start - 2) if zone.start > 1 else ","
    return scan.word(zone.start - 1) in words("extents.fronting") and before in _CLAUSE_OPENERS


def _tells_by_key(scan: Scan, zone: Introduction, *, in_a_row: bool) -> bool:
    """Whether no more than its number or the like names a zone: "the third", not "the other", "the Idlib zone"."""
    apart = zone.key in _OTHERS and not in_a_row
    if not zone.key or apart or zone.key in words("mentions.bearings") or zone.name is not None:
        return False
    return scan.word(zone.end) not in words("extents.not_ordered") and zone.end - zone.start <= _SHORT

"""What a list takes out again: "except Harim district", "leaving out Saraqib and Ariha"."""

from __future__ import annotations

from zones.areas import Leaf, Unread
from zones.reading.grammar.area_units import lies_apart, lies_inside
from zones.reading.grammar.items import item
from zones.reading.grammar.listing import Listing
from zones.reading.grammar.parsed import Parsed, in_words
from zones.reading.grammar.unit_names import strange_name
from zones.reading.lexicon import phrases, words
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["except_at"]


def except_at(scan: Scan, at: int, found: Listing) -> int:
    """Take out what stands after "except", as long as it lies in what is there."""
    hit = phrases("lists.except").at(scan.words, scan.skip(at, words("lists.except_openers")))
    if hit is None:
        return at
    inner = item(scan, hit.end)
    unknown = strange_name(scan, hit.end) if inner is None else None
    if unknown is not None:  # "Eastern Ghouta except Jobar"
        found.take(
            (in_words(scan, hit.start, unknown.end, Why.UNKNOWN.told(), kind=Unread),), hit.start, unknown.end
        )
        return scan.skip(unknown.end, {")"})
    if inner is not None and lies_apart(inner.areas, found.items):
        found.take(
            (in_words(scan, hit.start, inner.end, Why.APART.told(), kind=Unread),), hit.start, inner.end
        )
        return scan.skip(inner.end, {")"})
    while inner is not None:
        inner = _up_to_next(scan, inner, found)
        found.minus += inner.areas
        found.minus_after += [len(found.items)] * len(inner.areas)
        at = inner.end
        step = scan.skip(at, words("lists.except_joints"))
        more = item(scan, step) if step > at else None
        if more is not None and not (_same_kind(inner, more) and lies_inside(more.areas, found.items)):
            break
        inner = more
    return scan.skip(at, {")"})


def _up_to_next(scan: Scan, gone: Parsed, found: Listing) -> Parsed:
    """Return what is taken out, without the names after it that go on with the list: "except Nawa, Idlib and"."""
    for i, area in enumerate(gone.areas):
        last = gone.areas[i - 1] if i else None
        if isinstance(last, Leaf) and last.span is not None and lies_apart((area,), found.items):
            return Parsed(gone.areas[:i], scan.token_at(last.span[1] - 1) + 1)
    return gone


def _same_kind(one: Parsed, other: Parsed) -> bool:
    return {type(a) for a in one.areas} == {type(a) for a in other.areas}

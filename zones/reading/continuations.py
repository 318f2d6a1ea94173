"""What a sentence adds to a list of areas from elsewhere: before it, after a limit, after the zone, after a colon."""

from __future__ import annotations

from zones.reading.grammar import Listing, as_part, listing
from zones.reading.lexicon import phrases
from zones.reading.scan import Scan

__all__ = ["announced", "besides", "except_after", "join", "read_on"]

_FAR = 10  # words between a limit and where it lies
_NEAR = 16  # words between a zone and the colon of its list


def besides(scan: Scan) -> Listing | None:
    """Read the opener "Besides Idlib province"."""
    hit = phrases("extents.besides").at(scan.words, 0)
    return listing(scan, hit.end) if hit is not None else None


def read_on(scan: Scan, areas: Listing) -> None:
    """Read in what a limit lies: "along the line of contact between rebels and the army in Idlib"."""
    for at in range(areas.end, min(areas.end + _FAR, len(scan))):
        if scan.word(at) in {",", ";", "."}:
            return
        more = listing(scan, at + 1) if scan.word(at) == "in" else None
        if more is not None:
            areas.items += [as_part(area) for area in more.items]
            areas.spans += more.spans
            areas.end = more.end
            return


def join(scan: Scan, areas: Listing) -> None:
    """Read on in "joins southern Idlib to al-Ghab"."""
    more = listing(scan, areas.end + 1) if scan.word(areas.end) in {"to", "with"} else None
    if more is not None:
        areas.items += more.items
        areas.spans += more.spans
        areas.end = more.end


def except_after(scan: Scan, at: int, areas: Listing) -> None:
    """Take out what is excepted after the zone: "All of Idlib falls under the truce, bar Harim district"."""
    hit = phrases("lists.except").at(scan.words, scan.skip(at, {","}))
    gone = listing(scan, hit.end) if hit is not None else None
    if gone is not None:
        areas.minus += gone.items
        areas.minus_after += [len(areas.items)] * len(gone.items)


def announced(scan: Scan, at: int) -> int | None:
    """Return where a list begins that is announced after a zone: ":", "namely", "that is to say"."""
    for step in range(at, min(at + _NEAR, len(scan))):
        if scan.word(step) in {":", "--"}:
            return step + 1
        hit = phrases("lists.namely").at(scan.words, step)
        if hit is not None:
            return scan.skip(hit.end, {",", ":"})
        if scan.word(step) in {";", '"'} or step in scan.names:
            return None
    return None

"""The two ends of a stretch: "between Azaz and Jarablus", "from Nasib to the Iraqi border"."""

from __future__ import annotations

from dataclasses import dataclass

import shapely
import shapely.ops

from zones.reading.grammar.border_names import border_reference
from zones.reading.lexicon import words
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan

__all__ = ["Ends", "end_positions"]

Position = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ends:
    """Two named ends of a stretch.

    Parameters
    ----------
    names
        What the text calls them.
    places
        The place names behind them; None for a border.
    positions
        Longitude and latitude of each; None where a name has no position.
    end
        The position after the words.
    """

    names: tuple[str, str]
    places: tuple[PlaceName | None, PlaceName | None]
    positions: tuple[Position, Position] | None
    end: int


@dataclass(frozen=True, slots=True)
class _End:
    name: str
    place: PlaceName | None
    country: str | None
    after: int


def end_positions(scan: Scan, at: int, *, along: str | None = None) -> Ends | None:
    """Return the ends that "between A and B", "from A to B" or "which connects A to B" tells of.

    Parameters
    ----------
    scan, at
        The sentence, and where its words begin.
    along
        The country along whose border the stretch runs: where another border is an end, it is where the two meet.
    """
    at = scan.skip(at, {"which", "that"}) if scan.word(at + 1) in words("borders.linking") else at
    opener = scan.word(at)
    if opener not in {"between", "from"} | words("borders.linking"):
        return None
    first = _end(scan, scan.skip(at + 1, words("borders.town")), along)
    if first is None:
        return None
    middle = scan.skip(first.after, words("borders.between"))
    joints = words("borders.until") if opener == "from" else {"and"}
    if opener in words("borders.linking"):
        joints = {"to", "with", "and"}
    if scan.word(middle) not in joints:
        return None
    second = _end(scan, scan.skip(middle + 1, words("borders.town", "borders.far")), along)
    if second is None or (first.place is None and second.place is None):
        return None
    one, other = _position(scan, first, along), _position(scan, second, along)
    positions = (one, other) if one is not None and other is not None else None
    return Ends((first.name, second.name), (first.place, second.place), positions, second.after)


def _end(scan: Scan, at: int, along: str | None) -> _End | None:
    name = scan.names.get(at)
    if name is not None:
        return _End(name.text, name, None, name.end)
    reference = border_reference(scan, at)
    if reference is None or reference[0][0] == along:
        return None
    return _End(scan.text(at, reference[1]), None, reference[0][0], reference[1])


def _position(scan: Scan, end: _End, along: str | None) -> Position | None:
    if end.place is not None:
        return end.place.position if end.place.candidates else None
    if along is None or end.country is None:
        return None
    own, other = scan.units.border(along), scan.units.border(end.country)
    if own.is_empty or other.is_empty:
        return None
    meeting, _ = shapely.ops.nearest_points(own, other)
    return float(meeting.x), float(meeting.y)

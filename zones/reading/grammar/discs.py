"""Phrases that measure around a place: "within 20 km of Palmyra", "a 55-km radius around the garrison"."""

from __future__ import annotations

from zones.areas import WIDEST_KM, Disc
from zones.reading.grammar.parsed import Parsed, in_words, quoted
from zones.reading.lexicon import words
from zones.reading.numbers import length
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["disc"]


def disc(scan: Scan, at: int) -> Parsed | None:
    """Return "within 20 km of P", "a 55-km radius around P", "55 km around it", "55 km from P in every direction"."""
    found = _place_first(scan, at) or _radius_first(scan, at) or _every_way(scan, at)
    if found is None:
        return None
    radius_km, name, after = found
    lon, lat = name.position
    if not 0 < radius_km <= WIDEST_KM:
        reason = Why.RADIUS_IMPOSSIBLE.told(km=f"{radius_km:g}", most=WIDEST_KM)
        return Parsed((in_words(scan, at, after, reason),), after)
    area = Disc(lon=lon, lat=lat, radius_km=radius_km, name=name.text, label=name.text)
    return quoted(scan, at, after, (area,))


def _radius_first(scan: Scan, at: int) -> tuple[float, PlaceName, int] | None:
    """Read "a radius of 55 km around P": the radius in km, the place and the position after it."""
    measured = _radius(scan, at)
    if measured is None:
        return None
    radius_km, end = measured
    centre_at = scan.skip(end, words("borders.around"))
    name = scan.names.get(centre_at) or _named_before(scan, at, end, centre_at)
    if name is None or centre_at == end or not name.candidates:
        return None
    return radius_km, name, name.end if name.start >= at else centre_at


def _place_first(scan: Scan, at: int) -> tuple[float, PlaceName, int] | None:
    """Read "around P with a radius of about 55 km"."""
    if scan.word(at) not in {"around", "surrounding", "round"}:
        return None
    name = scan.names.get(scan.skip(at + 1, words("borders.around")))
    if name is None or not name.candidates or scan.word(name.end) not in {"with", "in", "to", "within"}:
        return None
    measured = _radius(scan, scan.skip(name.end + 1, {"a", "the"}))
    return (measured[0], name, measured[1]) if measured is not None else None


def _every_way(scan: Scan, at: int) -> tuple[float, PlaceName, int] | None:
    """Read "55 km from P in every direction", "55 km in all directions from the base"."""
    measured = length(scan.words, at)
    if measured is None:
        return None
    directed = _directions_end(scan, measured.end)
    start = directed or measured.end
    centre_at = scan.skip(start + 1, words("borders.around") - {"in"})
    name = scan.names.get(centre_at) or _named_before(scan, at, start, centre_at)
    if scan.word(start) != "from" or name is None or not name.candidates:
        return None
    after = name.end if name.start >= at else centre_at
    end = after if directed is not None else _directions_end(scan, after)
    return (measured.km, name, end) if end is not None else None


def _directions_end(scan: Scan, at: int) -> int | None:
    """Return the position after "in every direction"; None if it does not stand there."""
    said = scan.word(at) == "in" and scan.word(at + 1) in {"every", "all", "each"}
    return at + 3 if said and scan.word(at + 2) in {"direction", "directions"} else None


def _radius(scan: Scan, at: int) -> tuple[float, int] | None:
    """Read a length that words before or after it make a radius, in km."""
    start = scan.skip(at, words("borders.disc_openers"))
    said = scan.word(start) in {"within", "radius", "distance"}
    if scan.word(start) == "within":
        start = scan.skip(start + 1, words("borders.within"))
    if scan.word(start) in {"radius", "distance"}:
        start = scan.skip(start + 1, words("borders.radius"))
    measured = length(scan.words, start)
    if measured is None:
        return None
    end = scan.skip(measured.end, {"in"}) if scan.word(measured.end + 1) == "radius" else measured.end
    if scan.word(end) in {"radius", "circle"}:
        end = scan.skip(end, {"in", "radius", "circle"})
        said = True
    zone = scan.skip(end, words("mentions.kinds", "mentions.nouns"))
    if scan.word(zone) == "around":  # "a 55-km deconfliction zone around the base at"
        end = zone
    said = said or scan.word(end) in {"around", "surrounding", "round"}
    return (measured.km, end) if said else None


def _named_before(scan: Scan, start: int, end: int, at: int) -> PlaceName | None:
    """Return what "the town" or "it" at the centre means: the last place named in the sentence."""
    if words("borders.centres").isdisjoint(scan.words[end:at]):
        return None
    before = [name for first, name in scan.names.items() if first < start]
    return max(before, key=lambda name: name.start, default=None)

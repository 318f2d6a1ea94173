"""Phrases that measure: along a border, to a depth, between two towns, within a distance of a place."""

from __future__ import annotations

from dataclasses import dataclass

from zones.areas import Area, Border, Disc
from zones.countries import country_name
from zones.reading.grammar_units import Parsed, container
from zones.reading.nations import Form
from zones.reading.numbers import Length, length, number
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan

__all__ = ["border", "border_reference", "disc"]

_BORDER_NOUNS = frozenset("border borders frontier frontiers boundary borderline".split())
_DEPTH_WORDS = frozenset("deep depth wide width broad inland inwards".split())
_LONG = frozenset({"long", "length"})
_STRIP_NOUNS = frozenset(
    "strip strips belt band zone area areas corridor stretch swath swathe land territory lands buffer stretches "
    "region regions districts villages towns districts sub-districts part parts section sections districts".split()
)
_ALONG = frozenset("along on at near by following alongside from of off to hugging lining flanking up".split())
_FILL = frozenset(
    "the a an its entire whole full length of syria syrian 's that which is are was be will would to and , running runs run "
    "stretching stretches stretch extending extends extend reaching reaches going about around some roughly "
    "approximately nearly almost up as far with having into in on territory country soil it deep side "
    "measuring inside northern southern eastern western state international common shared must should".split()
)
_CITY = frozenset("town towns city cities village villages the of border point crossing crossings points areas".split())


@dataclass(slots=True)
class _Pieces:
    country: str | None = None
    depth: Length | None = None
    ends: tuple[PlaceName, PlaceName] | None = None
    within: str | None = None
    end: int = 0


def border_reference(scan: Scan, at: int) -> tuple[tuple[str, ...], int] | None:
    """Return the countries of "the Jordanian border", "the border with Iraq and Jordan", and the end."""
    at = scan.skip(at, {"the", "its", "whole", "entire", "syria", "'s", "international"})
    nation = scan.nations.get(at)
    if nation is not None and nation.code != "SY" and nation.form in {Form.DEMONYM, Form.NAME}:
        codes, end = [nation.code], nation.end
        while scan.word(end) in {"and", ","} and (more := scan.nations.get(end + 1)) is not None:
            codes.append(more.code)
            end = more.end
        end = scan.skip(end, {"'s", "syria", "syrian", "/", "-", "--", "state", "international"})
        if scan.word(end) in _BORDER_NOUNS:
            return tuple(c for c in codes if c != "SY"), end + 1
        return None
    at = scan.skip(at, {"syrian", "syria", "and", "-", "--", "/"})
    nation = scan.nations.get(at)
    if nation is not None and nation.code != "SY":
        end = scan.skip(nation.end, {"syria", "syrian", "-"})
        return ((nation.code,), end + 1) if scan.word(end) in _BORDER_NOUNS else None
    if scan.word(at) in _BORDER_NOUNS and scan.word(at + 1) in {"with", "to", "between"}:
        codes, end = [], scan.skip(at + 2, {"both", "neighbouring", "neighboring", "syria", "and"})
        while (more := scan.nations.get(end)) is not None:
            codes.append(more.code)
            end = more.end
            step = scan.skip(end, {"and", ",", "with", "syria"})
            if scan.nations.get(step) is None:
                break
            end = step
        kept = tuple(c for c in codes if c != "SY")
        return (kept, end) if kept else None
    return None


def _depth(scan: Scan, at: int) -> tuple[Length | None, int] | None:
    """Read a depth: "32 km deep", "to a depth of 30 km", "20 km into Syria", or a length ("120 km long")."""
    words = scan.words
    start = scan.skip(at, {"to", "a", "an", "the", "at", "with", "in", "of", "no", "more", "than", "some", "about", "least"})
    if scan.word(start) in {"depth", "width"}:
        measured = length(words, scan.skip(start + 1, {"of", "about", "some", "up", "to", "at", "least", "least", "between"}))
        return (measured, measured.end) if measured else None
    measured = length(words, scan.skip(at, {"a", "an", "the", "some", "about", "roughly", "around", "up", "to", "at", "least", "within", "for", "is", "and", "between", "nearly", "of", "all"}))
    if measured is None:
        return None
    end = measured.end
    if scan.word(end) in _LONG:
        return None, end + 1
    if scan.word(end) in _DEPTH_WORDS:
        return measured, end + 1
    if scan.word(end) == "in" and scan.word(end + 1) in _DEPTH_WORDS | _LONG:
        return (measured if scan.word(end + 1) in _DEPTH_WORDS else None), end + 2
    return measured, end


def _between(scan: Scan, at: int) -> tuple[tuple[PlaceName, PlaceName], int] | None:
    """Read "between A and B", "from A to B"."""
    opener = scan.word(at)
    if opener not in {"between", "from"}:
        return None
    first = scan.names.get(scan.skip(at + 1, _CITY))
    if first is None:
        return None
    middle = scan.skip(first.end, {",", "in", "the", "west", "east", "north", "south", "city", "town", "all", "way"})
    if scan.word(middle) not in ({"and"} if opener == "between" else {"to", "as", "until", "up"}):
        return None
    second = scan.names.get(scan.skip(middle + 1, _CITY | {"far", "as", "to"}))
    if second is None:
        return None
    return (first, second), second.end


def border(scan: Scan, at: int) -> Parsed | None:
    """Read "along the Turkish border", "areas bordering Jordan", "a 32-km-deep strip along ... between A and B"."""
    start = at
    pieces = _Pieces(end=at)
    while at < len(scan):
        step = _piece(scan, at, pieces)
        if step is None:
            step = at + 1 if scan.word(at) in _FILL | _STRIP_NOUNS | _ALONG and at not in scan.names else 0
            if not step:
                break
        at = step
    if pieces.country is None and pieces.ends is not None and pieces.depth is not None:
        pieces.country = _border_between(scan, pieces.ends)
    if pieces.country is None:
        return None
    end = max(pieces.end, start + 1)
    text, span = scan.text(start, end), scan.span(start, end)
    area: Area = Border(
        country=pieces.country,
        within=_within(scan, pieces.within),
        depth_km=pieces.depth.km if pieces.depth else None,
        ends=_points(pieces.ends),
        end_names=(pieces.ends[0].text, pieces.ends[1].text) if pieces.ends else None,
        text=text,
        span=span,
        label=_label(pieces),
    )
    return Parsed((area,), end)


def _label(pieces: _Pieces) -> str:
    if pieces.ends is not None:
        return f"{pieces.ends[0].text} - {pieces.ends[1].text} strip"
    return f"{_ADJECTIVES.get(pieces.country or '', country_name(pieces.country or ''))} border"


_ADJECTIVES = {"TR": "Turkish", "JO": "Jordanian", "IQ": "Iraqi", "LB": "Lebanese", "IL": "Israeli"}


def _piece(scan: Scan, at: int, pieces: _Pieces) -> int | None:
    """Take the component that begins here into ``pieces``; return the position after it."""
    if scan.word(at) in {"bordering", "border", "adjoining", "abutting", "neighbouring"} or (
        scan.word(at) in {"adjacent", "next", "close"} and scan.word(at + 1) == "to"
    ):
        nation = scan.nations.get(scan.skip(at + 1, {"to", "on", "the", "with"}))
        if nation is not None and nation.code != "SY" and nation.form is Form.NAME and pieces.country is None:
            pieces.country, pieces.end = nation.code, nation.end
            return nation.end
    reference = border_reference(scan, at)
    if reference is not None:
        if pieces.country is None:
            pieces.country = reference[0][0]
            pieces.end = reference[1]
        elif pieces.depth is not None:
            pieces.end = reference[1]  # "30 km from the border"
        return reference[1]
    if scan.word(at) == "border" and pieces.depth is not None:
        pieces.end = at + 1
        return at + 1
    between = _between(scan, at)
    if between is not None and pieces.ends is None:
        pieces.ends, pieces.end = between[0], between[1]
        return between[1]
    if number(scan.words, at) is not None or scan.word(at) in {"depth", "width"} or length(scan.words, at):
        depth = _depth(scan, at)
        if depth is not None:
            pieces.depth = depth[0] or pieces.depth
            pieces.end = depth[1]
            return depth[1]
    if pieces.country is not None or pieces.depth is not None:
        region = scan.names.get(scan.skip(at + 1, {"the"})) if scan.word(at) in {"in", "of", "within"} else None
        if region is not None and region.region is not None and pieces.within is None:
            pieces.within, pieces.end = f"region:{','.join(region.region.units)}", region.end
            return region.end
        inside = container(scan, at)
        if inside is not None and pieces.within is None:
            pieces.within, pieces.end = inside
            return inside[1]
    return None


def _within(scan: Scan, within: str | None) -> tuple[str, ...]:
    if within is None:
        return ()
    return tuple(within.removeprefix("region:").split(","))


def _position(name: PlaceName) -> tuple[float, float]:
    best = name.unit("town") or name.candidates[0]
    return best.lon, best.lat


def _points(ends: tuple[PlaceName, PlaceName] | None) -> tuple[tuple[float, float], tuple[float, float]] | None:
    if ends is None or not all(n.candidates for n in ends):
        return None
    return _position(ends[0]), _position(ends[1])


def _border_between(scan: Scan, ends: tuple[PlaceName, PlaceName]) -> str | None:
    """Return the country whose border both towns' sub-districts touch, if there is exactly one."""
    touched = []
    for name in ends:
        town = name.unit("town") or name.unit("sub-district")
        if town is None:
            return None
        touched.append({c for c in ("TR", "IQ", "JO", "LB", "IL") if town.pcode in scan.units.touching(c)})
    common = touched[0] & touched[1]
    return common.pop() if len(common) == 1 else None


_AROUND = frozenset(
    "their our his its of from around about surrounding surrounds surround encircling encircles encircle centred centered on at circling circles "
    "the a an its garrison base outpost military us american coalition camp town city village of in its centre center "
    "ring rings airport airbase air site army position is drawn which that lies stretching stretches extends extending crossing "
    "it all sides every direction any side covers covering".split()
)


def disc(scan: Scan, at: int) -> Parsed | None:
    """Read "within 20 km of P", "a radius of 55 km around P", "a 55-km radius around P", "P ... 55 km around it"."""
    start = at
    at = scan.skip(at, {"a", "an", "the", "all", "everything", "area", "areas", "zone", "circle", "with", "of", "in", "having", "villages", "towns", "land", "territory"})
    radius_said = False
    if scan.word(at) == "within":
        at = scan.skip(at + 1, {"a", "an", "the", "about", "some"})
        radius_said = True
    if scan.word(at) in {"radius", "distance"}:
        at = scan.skip(at + 1, {"of", "about", "some", "up", "to", "roughly"})
        radius_said = True
    measured = length(scan.words, at)
    if measured is None:
        return None
    end = measured.end
    if scan.word(end) in {"radius", "circle"} or (scan.word(end) == "in" and scan.word(end + 1) == "radius"):
        end = scan.skip(end, {"in", "radius", "circle"})
        radius_said = True
    if scan.word(end) in {"around", "surrounding", "round"}:
        radius_said = True
    if not radius_said:
        return None
    centre_at = scan.skip(end, _AROUND)
    name = scan.names.get(centre_at) or _named_before(scan, start, end, centre_at)
    if name is None or centre_at == end or not name.candidates:
        return None
    lon, lat = _position(name)
    after = name.end if name.start >= start else centre_at
    area = Disc(
        lon=lon, lat=lat, radius_km=measured.km, name=name.text,
        text=scan.text(start, after), span=scan.span(start, after), label=name.text,
    )  # fmt: skip
    return Parsed((area,), after)


def _named_before(scan: Scan, start: int, end: int, at: int) -> PlaceName | None:
    """Return what "the town" or "it" at the centre means: the last place named in the sentence."""
    between = set(scan.words[end:at])
    if not between & {"town", "city", "village", "base", "garrison", "camp", "it", "airport", "crossing"}:
        return None
    before = [n for s, n in scan.names.items() if s < start]
    return max(before, key=lambda n: n.start) if before else None

"""Phrases that measure along a border: "a 32-km-deep strip along the Turkish border between A and B"."""

from __future__ import annotations

from dataclasses import dataclass

from zones.areas import DEEPEST_KM, DOUBTFUL_KM, Border
from zones.reading.grammar.border_names import border_reference, neighbour, only_neighbour
from zones.reading.grammar.ends import Ends, end_positions
from zones.reading.grammar.parsed import Parsed, in_words, quoted
from zones.reading.grammar.unit_names import container, name_list
from zones.reading.lexicon import words
from zones.reading.nations import Form
from zones.reading.numbers import Length, length, number
from zones.reading.scan import Scan
from zones.reasons import Reasoned, Why

__all__ = ["along", "border", "shared_border", "strip"]

_ADJECTIVES = {"TR": "Turkish", "JO": "Jordanian", "IQ": "Iraqi", "LB": "Lebanese", "IL": "Israeli"}
_NEAR = 18  # words within which a strip says what it is measured from


def border(scan: Scan, at: int) -> Parsed | None:
    """Return "along the Turkish border", "areas bordering Jordan", "a strip along ... between A and B"."""
    pieces = _Pieces(end=at)
    step = at
    while step < len(scan):
        after = pieces.take(scan, step)
        if after is None:
            filling = words("borders.fill", "borders.strips", "borders.along", "mentions.kinds") | {'"', "("}
            if scan.word(step) not in filling:
                break
            if step in scan.names:
                break
            after = step + 1
        step = after
    country = pieces.country
    if country is None and pieces.depth is not None:
        country = shared_border(scan, pieces.ends)
    if country is None:
        return None
    end = max(pieces.end, at + 1)
    reason = _why_open(pieces)
    if reason is not None:
        return Parsed((in_words(scan, at, end, reason),), end)
    areas = [
        Border(
            country=one,
            within=pieces.within,
            depth_km=pieces.depth.km if pieces.depth is not None else None,
            ends=pieces.ends.positions if pieces.ends is not None else None,
            end_names=pieces.ends.names if pieces.ends is not None else None,
            label=_label(one, pieces.ends),
        )
        for one in (country, *pieces.others)
    ]
    return quoted(scan, at, end, areas)


def _why_open(pieces: _Pieces) -> Reasoned | None:
    """Return why a phrase about a border can't be drawn; None if it can."""
    if pieces.depth is not None and not 0 < pieces.depth.km <= DEEPEST_KM:
        return Why.DEPTH_IMPOSSIBLE.told(km=f"{pieces.depth.km:g}", most=DEEPEST_KM)
    if pieces.is_end and pieces.ends is None and not pieces.within:
        return Why.UP_TO_BORDER.told()
    if pieces.depth is not None and pieces.depth.km > DOUBTFUL_KM and not pieces.is_deep:
        return Why.DEPTH_DOUBTFUL.told(km=DOUBTFUL_KM)
    if pieces.others and pieces.ends is not None:
        return Why.SEVERAL_BORDERS.told()
    if pieces.has_length and pieces.depth is None and pieces.ends is None:
        return Why.LENGTH_ONLY.told()
    return None


def along(scan: Scan, at: int) -> Parsed | None:
    """Return what lies along a border that is named at once: "[along] the Jordanian border"."""
    return border(scan, at) if border_reference(scan, scan.skip(at, {"the", "along", "up", "to"})) else None


def strip(scan: Scan, at: int) -> Parsed | None:
    """Return a strip or belt that says soon which border it follows, or between which towns it runs."""
    start = scan.skip(at, words("units.determiners", "areas.amounts", "borders.narrow"))
    word = scan.word(start)
    step = _after_side(scan, start)
    if step > start and border_reference(scan, step):
        return border(scan, at)
    if word in words("borders.led_by"):
        bordering = word == "bordering" and scan.skip(start + 1, {"the"}) in scan.nations
        return border(scan, at) if bordering or border_reference(scan, start + 1) else None
    opens = word in words("borders.strip_openers", "areas.parts") or word in {"depth", "width"}
    if word == "within" and length(scan.words, start + 1) is not None:
        opens = True
    if not opens and number(scan.words, start) is None:
        return None
    window = frozenset(scan.words[start : start + _NEAR])
    measured = "between" in window and window & words("borders.lengths")
    return border(scan, at) if measured or window & words("borders.named") else None


def _after_side(scan: Scan, at: int) -> int:
    """Pass over "on the Syrian side of", "on Syria's side of"."""
    end = scan.skip(
        scan.skip(at, {"on", "along", "at"}), words("borders.syrian", "borders.openers") | {"its"}
    )
    return end + 2 if scan.word(end) == "side" and scan.word(end + 1) == "of" else at


@dataclass(slots=True)
class _Pieces:
    """The parts of a phrase about a border, in whatever order they come."""

    country: str | None = None
    others: tuple[str, ...] = ()  # "the Iraqi and Jordanian borders"
    depth: Length | None = None
    ends: Ends | None = None
    within: tuple[str, ...] = ()
    end: int = 0
    has_length: bool = False
    is_end: bool = False
    is_deep: bool = False

    def take(self, scan: Scan, at: int) -> int | None:
        """Take in the part that begins at a position; return the position after it, None if none does."""
        for read in (self._bordering, self._border, self._between, self._depth, self._inside):
            after = read(scan, at)
            if after is not None:
                return after
        return None

    def _bordering(self, scan: Scan, at: int) -> int | None:
        adjacent = scan.word(at) in words("borders.adjacent") and scan.word(at + 1) == "to"
        if self.country is not None or not (adjacent or scan.word(at) in words("borders.bordering")):
            return None
        nation = neighbour(scan, scan.skip(at + 1, {"to", "on", "the", "with"}))
        if nation is None or nation.form is not Form.NAME:
            return None
        self.country, self.end = nation.code, nation.end
        return nation.end

    def _border(self, scan: Scan, at: int) -> int | None:
        reference = border_reference(scan, at)
        if reference is not None and _is_end(scan, at):
            return reference[1]
        if reference is not None:
            countries, after = reference
            before = at - 2 if scan.word(at - 1) == "the" else at - 1
            self.is_end = scan.word(before) in words("borders.reaching")
            if self.country is None or self.depth is not None:  # a second time: "30 km from the border"
                self.end = after
            if self.country is None:
                self.country, *others = countries
                self.others = tuple(others)
            return after
        if scan.word(at) in words("borders.nouns") and self.depth is not None:
            self.country = self.country or only_neighbour(scan)
            self.end = at + 1
            return at + 1
        return None

    def _between(self, scan: Scan, at: int) -> int | None:
        found = end_positions(scan, at, along=self.country) if self.ends is None else None
        if found is None or (None in found.places and self.country is None):
            return None
        self.ends, self.end = found, found.end
        return self.end

    def _depth(self, scan: Scan, at: int) -> int | None:
        if scan.word(at) not in {"depth", "width"} and number(scan.words, at) is None:
            return None
        found = _depth(scan, at)
        if found is None:
            return None
        self.has_length = self.has_length or found[0] is None
        self.is_deep = self.is_deep or _says_deep(scan, at, found[1])
        self.depth, self.end = found[0] or self.depth, found[1]
        return self.end

    def _inside(self, scan: Scan, at: int) -> int | None:
        if self.within or (self.country is None and self.depth is None):
            return None
        if scan.word(at) in words("units.of"):
            name = scan.names.get(scan.skip(at + 1, {"the"}))
            if name is not None and name.region is not None and self._touches(scan, name.region.units):
                self.within, self.end = name.region.units, name.end
                return self.end
        several = _containers(scan, at, self.country)
        if several is not None:
            self.within, self.end = several
            return self.end
        found = container(scan, at)
        if found is None or not self._touches(scan, (found[0],)):
            return None
        self.within, self.end = (found[0],), found[1]
        return self.end

    def _touches(self, scan: Scan, units: tuple[str, ...]) -> bool:
        """Whether units (P-codes) may contain the border: one of them lies along it."""
        along = scan.units.touching(self.country) if self.country is not None else ()
        return self.country is None or any(code.startswith(unit) for unit in units for code in along)


def _containers(scan: Scan, at: int, country: str | None) -> tuple[tuple[str, ...], int] | None:
    """Read "in Daraa and Quneitra provinces": several units, each of which touches the border."""
    if scan.word(at) not in words("units.inside"):
        return None
    names = name_list(scan, at + 1)
    if names is None or len(names.names) < 2 or names.level not in {None, "governorate", "district"}:
        return None
    codes = [name.code(names.level or "governorate") for name in names.names]
    touching = scan.units.touching(country) if country is not None else ()
    found = tuple(code for code in codes if code and any(unit.startswith(code) for unit in touching))
    return (found, names.end) if len(found) == len(codes) else None


def _is_end(scan: Scan, at: int) -> bool:
    """Whether a border is only where a strip ends: "from Kobani to the Iraqi border"."""
    before = at - 1 if scan.word(at - 1) == "the" else at
    name = next((name for name in scan.names.values() if name.end == before - 1), None)
    return scan.word(before - 1) == "to" and name is not None and scan.word(name.start - 1) == "from"


def _depth(scan: Scan, at: int) -> tuple[Length | None, int] | None:
    """Read a depth: "32 km deep", "to a depth of 30 km", "20 km into Syria", or a length ("120 km long")."""
    start = scan.skip(at, words("borders.depth_openers"))
    if scan.word(start) in {"depth", "width"}:
        measured = length(scan.words, scan.skip(start + 1, words("borders.depth_fillers")))
        return (measured, measured.end) if measured else None
    measured = length(scan.words, scan.skip(at, words("borders.length_openers")))
    if measured is None:
        return None
    end = measured.end
    if scan.word(end) == "in" and scan.word(end + 1) in words("borders.depth", "borders.long"):
        end += 1
    if scan.word(end) in words("borders.long"):
        return None, end + 1
    if scan.word(end) in words("borders.stretches") or (
        scan.word(at - 1) == "along" and scan.word(end) == "of"
    ):  # "480 km along the border", "a 120-km stretch of it"
        return None, end
    return measured, end + (scan.word(end) in words("borders.depth"))


def _says_deep(scan: Scan, start: int, end: int) -> bool:
    """Whether words around a length say that it is a depth: "85 km deep", "within 80 km of", "a depth of"."""
    around = {*scan.words[max(0, start - 3) : end], scan.word(end)}
    told = not words("borders.depth").isdisjoint(around) or "within" in around
    return told or scan.word(end) in {"from", "into"}


def shared_border(scan: Scan, ends: Ends | None) -> str | None:
    """Return the country whose border both towns' sub-districts touch, if there is exactly one."""
    if ends is None:
        return None
    codes = [place and (place.code("town") or place.code("sub-district")) for place in ends.places]
    both = [country for country in _ADJECTIVES if set(codes) <= set(scan.units.touching(country))]
    return both[0] if len(both) == 1 else None


def _label(country: str, ends: Ends | None) -> str:
    if ends is not None:
        return "{} - {} strip".format(*ends.names)
    return f"{_ADJECTIVES[country]} border"

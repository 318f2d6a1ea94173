"""Phrases about what lies next to the zone: "adjoining districts of Hama", "parts of neighbouring provinces"."""

from __future__ import annotations

from dataclasses import dataclass

from zones.areas import Adjoining, Border, Part, Whole
from zones.reading.grammar.border_names import NEIGHBOURS, border_reference
from zones.reading.grammar.parsed import Parsed, quoted
from zones.reading.grammar.type_words import type_word
from zones.reading.grammar.unit_names import named_units
from zones.reading.lexicon import words
from zones.reading.nations import Form, Nation
from zones.reading.scan import Scan

__all__ = ["adjoining"]

Codes = tuple[str, ...]


def adjoining(scan: Scan, at: int) -> Parsed | None:
    """Return the units next to others: "adjoining districts of Hama", "villages that border it"."""
    first = scan.skip(at, words("units.determiners", "areas.amounts"))
    reader = _Reader(scan, at)
    is_part = scan.word(first) in words("areas.parts")
    if is_part and scan.word(first + 1) in {"of", "in"}:
        found = reader.beside(scan.skip(first + 2, {"the"})) or reader.after(first)
        if found is not None:
            return found
        return reader.before(scan.skip(first + 2, words("units.determiners") | {"its"}), parts=True)
    if is_part or scan.word(first) in {"districts", "regions", "villages", "towns"}:
        return reader.after(first)
    return reader.before(first, parts=False)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one phrase, which began at token ``start``."""

    scan: Scan
    start: int

    def before(self, at: int, *, parts: bool) -> Parsed | None:
        """Read what follows "[parts of] adjoining": a noun, and the provinces it lies in."""
        scan = self.scan
        word = scan.word(at)
        if word not in words("areas.adjoining") or (word == "bordering" and at + 1 in scan.nations):
            return None
        at = scan.skip(at + 1, words("areas.adjoining", "areas.amounts") | {"and"})
        level = "sub-district"
        kind = type_word(scan, at)
        if kind is not None and kind.level in {"district", "sub-district"}:
            level, at = kind.level, kind.end
        elif kind is not None and kind.level == "governorate":
            return self._provinces(at, parts=parts)
        elif scan.word(at) in words("areas.parts", "areas.adjoining_nouns"):
            at += 1
        elif parts or at in scan.names:
            return self._provinces(at, parts=parts)
        if scan.word(at) in words("areas.adjoining_inside"):
            inner = _codes(scan, scan.skip(at, words("areas.adjoining_fillers")))
            if inner is not None:
                return self._leaf(inner[1], inner[0], level)
        return self._leaf(at, (), level)

    def beside(self, at: int) -> Parsed | None:
        """Read "[portions of the] provinces next to it (Homs and Hama)", "areas next to it in the Hama province"."""
        scan = self.scan
        noun = type_word(scan, at)
        end = noun.end if noun is not None else at + (scan.word(at) in words("areas.parts"))
        opened_at = scan.skip(end, words("areas.adjoining_openers"))
        step = _verb_end(scan, opened_at) if end > at else None
        if step is None and end > at and scan.word(opened_at) in words("areas.beside"):
            step = opened_at + 1
        if step is None or scan.word(step) not in words("areas.adjoined"):
            return None
        opened = scan.word(step + 1) in words("units.listing") | {"in"}
        inner = _codes(scan, scan.skip(step + 2, {"the"})) if opened else None
        if inner is None:
            return self._leaf(step + 1, (), "sub-district")
        return self._leaf(inner[1] + (scan.word(inner[1]) == ")"), inner[0], "sub-district")

    def _provinces(self, at: int, *, parts: bool) -> Parsed | None:
        """Read "[parts of] neighbouring [provinces of] A, B and C [provinces]"."""
        scan = self.scan
        kind = type_word(scan, at)
        if kind is not None:
            opens = scan.word(kind.end) in {"--", ":", "("}
            if not opens and scan.word(kind.end) != "of" and kind.end not in scan.names:
                return self._leaf(kind.end, (), "sub-district")
            at = kind.end + 1 if opens else at
        inner = _codes(scan, at)
        if inner is None or not parts:
            return named_units(scan, at) if inner is not None else None
        closed = inner[1] + (scan.word(inner[1]) == ")")
        return self._leaf(closed, inner[0], "sub-district")

    def after(self, at: int) -> Parsed | None:
        """Read "districts of Hama and Aleppo that adjoin it", "areas of Hama bordering Idlib"."""
        scan = self.scan
        level = "district" if scan.word(at) == "districts" else "sub-district"
        inner = None
        if scan.word(at + 1) in {"of", "in"}:
            inner = _codes(scan, scan.skip(at + 1, {"of", "in", "the"}))
        within, end = inner if inner is not None else ((), at + 1)
        step = _verb_end(scan, scan.skip(end, words("areas.adjoining_openers")))
        if step is None:
            return None
        country = scan.nations.get(scan.skip(step, {"on", "the", "with"}))
        if country is not None and country.code in NEIGHBOURS and country.form is Form.NAME:
            return self._border(country, within)
        if country is not None or border_reference(scan, step) is not None:
            return None
        step = scan.skip(step, {"on", "onto", "with"})
        if scan.word(step) in words("areas.adjoined"):
            return self._leaf(step + 1, within, level)
        anchors = _codes(scan, step)
        if anchors is None:
            return self._leaf(step, within, level) if inner is not None else None
        return self._leaf(anchors[1], within, level, anchors[0])

    def _border(self, country: Nation, within: Codes) -> Parsed:
        scan = self.scan
        leaf = Border(
            country=country.code,
            within=within,
            label=f"{scan.text(country.start, country.end)} border",
        )
        return quoted(scan, self.start, country.end, (leaf,))

    def _leaf(self, end: int, within: Codes, level: str, anchors: Codes = ()) -> Parsed:
        return quoted(self.scan, self.start, end, (Adjoining(within=within, level=level, anchors=anchors),))


def _verb_end(scan: Scan, at: int) -> int | None:
    """Return the position after "adjoin", "adjacent to"."""
    if scan.word(at) in words("areas.adjoin"):
        return at + 1
    if scan.word(at) in words("areas.adjacent") and scan.word(at + 1) in {"to", "with"}:
        return at + 2
    return None


def _codes(scan: Scan, at: int) -> tuple[Codes, int] | None:
    """Return the P-codes of a list of units named as such, and the position after it."""
    named = named_units(scan, at)
    if named is None:
        return None
    codes = tuple(area.unit for area in named.areas if isinstance(area, Whole | Part))
    return (codes, named.end) if len(codes) == len(named.areas) else None

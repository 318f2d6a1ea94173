"""What is left of a unit: "the rest of Idlib province", "the remaining districts of the same province"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zones.areas import Area, Leaf, Limit, Part, Sector, Town, Whole, leaves
from zones.reading.grammar.parsed import Parsed, as_part, quoted
from zones.reading.grammar.type_words import type_word
from zones.reading.grammar.unit_names import named_units
from zones.reading.lexicon import phrases, words
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["Rest", "rest", "settled"]


_LENGTH = {"governorate": 4, "district": 6}  # of a P-code


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest(Whole):
    """What the text leaves of a unit elsewhere; `settled` makes a `Whole` or `Part` of it and what is taken out.

    Parameters
    ----------
    level
        Instead of a P-code, if the unit is "the same province": the level of the one named last.
    """

    level: str = ""


def rest(scan: Scan, at: int) -> Parsed | None:
    """Read "the rest of Idlib province", "the remaining districts of Idlib", "all other parts of that province"."""
    hit = phrases("areas.rest").at(scan.words, scan.skip(at, {"the", "all"}))
    if hit is None:
        return None
    inner = named_units(scan, scan.skip(hit.end, words("units.determiners")))
    if inner is not None and len(inner.areas) == 1 and isinstance(inner.areas[0], Whole):
        unit = inner.areas[0]
        return quoted(scan, at, inner.end, (Rest(unit=unit.unit, label=unit.label),))
    step = scan.skip(hit.end, {"the", "same", "that", "this"})
    kind = type_word(scan, step) if step > hit.end else None
    if kind is None or kind.level not in _LENGTH:
        return None
    return quoted(scan, at, kind.end, (Rest(unit="", level=kind.level),))


def settled(areas: Sequence[Area], others: Sequence[Area]) -> tuple[list[Area], list[Area]]:
    """Return areas with each rest replaced by what it is, and what is to be taken out of them.

    Parameters
    ----------
    areas
        Of one zone.
    others
        Of the other zones of the text, those told before it first.

    Returns
    -------
    tuple
        A rest is its unit as a whole, without what others have of it; in part, if nothing else is told of it.
    """
    own = [leaf for area in areas for leaf in leaves(area) if not isinstance(leaf, Rest)]
    told = [leaf for area in others for leaf in leaves(area) if not isinstance(leaf, Rest)]
    kept: list[Area] = []
    minus: list[Area] = []
    for area in areas:
        if not isinstance(area, Rest):
            kept.append(area)
            continue
        unit = area.unit or _last_named([*told, *own], area.level)
        if unit is None:
            kept.append(Limit(text=area.text, span=area.span, reason=Why.ANOTHER_SAME.told()))
            continue
        gone = [_all_of(leaf) for leaf in _named(told) if _lies_in(leaf, unit)]
        whole = Whole(unit=unit, text=area.text, span=area.span, label=area.label)
        kept.append(whole if gone or any(_lies_in(leaf, unit) for leaf in _named(own)) else as_part(whole))
        minus += gone
    return kept, minus


def _last_named(told: Sequence[Leaf], level: str) -> str | None:
    units = [leaf.unit for leaf in _named(told)]
    return units[-1][: _LENGTH[level]] if units else None


def _named(told: Sequence[Leaf]) -> list[Whole | Part | Town | Sector]:
    return [leaf for leaf in told if isinstance(leaf, Whole | Part | Town | Sector)]


def _lies_in(leaf: Whole | Part | Town | Sector, unit: str) -> bool:
    return leaf.unit.startswith(unit) and (leaf.unit != unit or isinstance(leaf, Sector))


def _all_of(leaf: Whole | Part | Town | Sector) -> Area:
    """Return what is gone from a rest: a unit that another zone has in part is none of it."""
    if isinstance(leaf, Town | Part):
        return Whole(unit=leaf.unit, text=leaf.text, span=leaf.span, label=leaf.label)
    return leaf

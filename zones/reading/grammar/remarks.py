"""What a list of areas says in passing: ", which neighbours Turkey,", "(in the north)", "near the border"."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.grammar.area_units import lies_inside
from zones.reading.grammar.border_names import border_reference
from zones.reading.grammar.items import item
from zones.reading.grammar.limits import limit_at
from zones.reading.grammar.type_words import type_word
from zones.reading.grammar.unit_names import container
from zones.reading.lexicon import phrases, words
from zones.reading.numbers import direction, ordinal
from zones.reading.scan import Scan

__all__ = ["Remark", "remarks_at"]

_LONGEST = 40  # words in brackets
_SHORT = 12  # words of an apposition


@dataclass(frozen=True, slots=True)
class Remark:
    """What a text says in passing about an area: the tokens it covers and the tokens of what it is about."""

    start: int
    end: int
    about: tuple[int, int]


def remarks_at(scan: Scan, at: int, about: tuple[int, int]) -> list[Remark]:
    """Return the relative clauses, brackets and positions that follow each other from a position on."""
    found: list[Remark] = []
    while at < len(scan) and (end := _end(scan, at, about)) is not None:
        found.append(Remark(at, end, about))
        at = end
    return found


def _end(scan: Scan, at: int, about: tuple[int, int]) -> int | None:
    """Return where the remark that begins at a position ends; None if none does."""
    opened = scan.word(at) == ","
    first = at + 1 if opened or scan.word(at) == "(" else at
    if first >= len(scan) or _is_exception(scan, first, about):
        return None
    if scan.word(at) == "(":
        close = next((i for i in range(at, min(at + _LONGEST, len(scan))) if scan.word(i) == ")"), None)
        return close + 1 if close is not None else None
    if opened and scan.word(first).endswith("ed") and scan.word(first + 1) == "by":
        return _row_end(scan, first)
    if scan.word(first) in words("lists.relative") or (opened and scan.word(first) in words("lists.passing")):
        return _clause_end(scan, first, opened=opened)
    return (_appended(scan, first) if opened else None) or _position(scan, first, opened=opened)


def _is_exception(scan: Scan, at: int, about: tuple[int, int]) -> bool:
    """Whether words take something out of an area; "Eastern Ghouta outside Damascus" only says where it lies."""
    hit = phrases("lists.except").at(scan.words, at)
    if hit is None or scan.word(at) != "outside":
        return hit is not None
    gone, kept = item(scan, hit.end), item(scan, about[0])
    return gone is None or kept is None or lies_inside(gone.areas, kept.areas)


def _row_end(scan: Scan, at: int) -> int | None:
    """Return the semicolon before which ", secured by Oman, Peru and Chad" ends in a row of zones."""
    return next((i for i in range(at, min(at + _LONGEST, len(scan))) if scan.word(i) == ";"), None)


def _appended(scan: Scan, at: int) -> int | None:
    """Read what follows a comma: ", both likewise in Idlib province", ", a Damascus suburb"."""
    if scan.word(at) in {"both", "all"}:
        return _all_inside(scan, at)
    kind = type_word(scan, at + 1) if scan.word(at) == "the" else None
    if kind is not None and kind.plural and scan.word(kind.end) in {"of", "in"}:
        return _inside(scan, kind.end + 1)  # "Daraa and Sweida, the provinces of southern Syria"
    if scan.word(at) in {"a", "an"} and ordinal(scan.word(at + 1)) is None:
        return _apposition(scan, at)
    return None


def _position(scan: Scan, at: int, *, opened: bool) -> int | None:
    """Read where a place is: "not far from Damascus", "east of the capital", "near the border", "in the Hauran"."""
    near = phrases("lists.near").at(scan.words, at)
    border = near.end if near is not None else scan.skip(at + 1, {"to"})
    beside = scan.word(at) in words("lists.bordering") and (not opened or scan.word(at) == "on")
    if near is not None or beside:
        reference = border_reference(scan, border)
        seen = _seen_from(scan, near.end) if near is not None else None
        return reference[1] if reference is not None else seen
    towards = direction(scan.words, at)
    if towards is not None and scan.word(towards[1]) == "of":
        # "east of the Euphrates" is a limit, "east of the capital" a remark
        return None if limit_at(scan, at) is not None else _seen_from(scan, towards[1] + 1)
    return _inside(scan, at + 1) if scan.word(at) in {"in", "of"} else None


def _clause_end(scan: Scan, at: int, *, opened: bool) -> int:
    end = at
    while end < len(scan):
        if scan.word(end) == "(" and ")" in scan.words[end:]:
            end = scan.words.index(")", end) + 1  # "near Turkey (in red), and ..."
            continue
        if scan.word(end) in words("lists.clause_ends"):
            return end
        if not opened and scan.word(end) == "and" and item(scan, end + 1) is not None:
            return end
        end += 1
    return len(scan)


def _apposition(scan: Scan, at: int) -> int | None:
    """Read ", a Damascus suburb,": what a place is, up to the next mark."""
    end = next(
        (i for i in range(at, min(at + _SHORT, len(scan))) if scan.word(i) in words("lists.clause_ends")),
        None,
    )
    noun = words("areas.parts", "mentions.nouns")
    return end if end is not None and noun.isdisjoint(scan.words[at:end]) else None


def _all_inside(scan: Scan, at: int) -> int | None:
    """Read ", both likewise in Idlib province", ", all of them in the south of Idlib"."""
    end = scan.skip(at + 1, {"likewise", "also", "of", "them", "which"})
    inside = container(scan, end)
    return inside[1] if inside is not None else None


def _seen_from(scan: Scan, at: int) -> int | None:
    """Read "[east of] the capital", "[north of] the city of Homs"."""
    step = scan.skip(at, words("lists.seen_from"))
    name = scan.names.get(step)
    if name is not None:
        return name.end
    end = scan.skip(at, words("lists.seen_from") - {","})
    return end if scan.word(end - 1) in {"capital", "city", "town", "country"} else None


def _bearings(scan: Scan, at: int) -> tuple[float, int] | None:
    """Return "the north", or the last of "the west and centre" with the position after it."""
    towards = direction(scan.words, at)
    while towards is not None and scan.word(towards[1]) == "and":
        step = scan.skip(towards[1] + 1, {"the"})
        if scan.word(step) in {"center", "centre", "middle"}:
            return towards[0], step + 1
        more = direction(scan.words, step)
        if more is None or scan.word(more[1]) == "of":
            break
        towards = more
    return towards


def _inside(scan: Scan, at: int) -> int | None:
    """Read "[in] the far north of Syria", "[in] the Hauran"."""
    step = scan.skip(at, {"the", "far"})
    if scan.word(step) in words("units.after_sector", "units.rural") and scan.word(step + 1) == "of":
        return _seen_from(scan, step + 2)  # "East Ghouta in the suburbs of Damascus"
    name = scan.names.get(step)
    if name is not None and name.region is not None and len(name.region.units[0]) == 4:
        return name.end
    towards = _bearings(scan, step)
    outskirts = scan.names.get(towards[1]) if towards is not None else None
    if outskirts is not None and scan.word(outskirts.end) in words("units.after_sector"):
        return outskirts.end + 1  # "the Western Ghouta, in the southern Damascus outskirts"
    if towards is not None:
        end = scan.skip(towards[1], words("lists.country"))
        return end if end > towards[1] or scan.word(end) in words("lists.clause_ends") else None
    nation = scan.nations.get(step)
    country = nation is not None and nation.code == "SY" and step not in scan.names  # "Damascus" may be both
    return step + 1 if country else None

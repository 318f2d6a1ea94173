"""What a list of areas says in passing: ", which neighbours Turkey,", "(in the north)", "near the border"."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.grammar.border_names import border_reference
from zones.reading.grammar.items import item
from zones.reading.grammar.limits import limit_at
from zones.reading.lexicon import phrases, words
from zones.reading.numbers import direction
from zones.reading.scan import Scan

__all__ = ["Remark", "remarks_at"]

_LONGEST = 40  # words in brackets


@dataclass(frozen=True, slots=True)
class Remark:
    """What a text says in passing about an area: the tokens it covers and the tokens of what it is about."""

    start: int
    end: int
    about: tuple[int, int]


def remarks_at(scan: Scan, at: int, about: tuple[int, int]) -> list[Remark]:
    """Return the relative clauses, brackets and positions that follow each other from a position on."""
    found: list[Remark] = []
    while at < len(scan) and (end := _end(scan, at)) is not None:
        found.append(Remark(at, end, about))
        at = end
    return found


def _end(scan: Scan, at: int) -> int | None:
    """Return where the remark that begins at a position ends; None if none does."""
    opened = scan.word(at) == ","
    bracket = scan.word(at) == "("
    first = at + 1 if opened or bracket else at
    if first >= len(scan) or phrases("lists.except").at(scan.words, first) is not None:
        return None
    if bracket:
        close = next((i for i in range(at, min(at + _LONGEST, len(scan))) if scan.word(i) == ")"), None)
        return close + 1 if close is not None else None
    if scan.word(first) in words("lists.relative") or (opened and scan.word(first) in words("lists.passing")):
        return _clause_end(scan, first, opened=opened)
    towards = direction(scan.words, first)
    if towards is not None and scan.word(towards[1]) == "of":
        # "east of the Euphrates" is a limit, "east of the capital" a remark
        return None if limit_at(scan, first) is not None else _seen_from(scan, towards[1] + 1)
    if scan.word(first) in words("lists.bordering") and not opened:
        reference = border_reference(scan, scan.skip(first + 1, {"to"}))
        return reference[1] if reference is not None else None
    return _inside(scan, first + 1) if scan.word(first) in {"in", "of"} else None


def _clause_end(scan: Scan, at: int, *, opened: bool) -> int:
    for end in range(at, len(scan)):
        if scan.word(end) in words("lists.clause_ends"):
            return end
        if not opened and scan.word(end) == "and" and item(scan, end + 1) is not None:
            return end
    return len(scan)


def _seen_from(scan: Scan, at: int) -> int | None:
    """Read "[east of] the capital", "[north of] the city of Homs"."""
    step = scan.skip(at, words("lists.seen_from"))
    name = scan.names.get(step)
    if name is not None:
        return name.end
    return step if step > at else None


def _inside(scan: Scan, at: int) -> int | None:
    """Read "[in] the far north of Syria", "[in] the Hauran"."""
    step = scan.skip(at, {"the", "far"})
    name = scan.names.get(step)
    if name is not None and name.region is not None and len(name.region.units[0]) == 4:
        return name.end
    towards = direction(scan.words, step)
    if towards is not None:
        end = scan.skip(towards[1], words("lists.country"))
        return end if end > towards[1] else None
    nation = scan.nations.get(step)
    return step + 1 if nation is not None and nation.code == "SY" else None

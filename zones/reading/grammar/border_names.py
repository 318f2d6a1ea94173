"""Phrases that name a border: "the Jordanian border", "the border with Iraq and Jordan"."""

from __future__ import annotations

from zones.reading.lexicon import words
from zones.reading.nations import Form, Nation
from zones.reading.scan import Scan

__all__ = ["NEIGHBOURS", "border_reference", "neighbour", "only_neighbour"]

NEIGHBOURS = frozenset({"IL", "IQ", "JO", "LB", "TR"})
"""The countries that Syria has a border with; a border with any other is no place in Syria."""


def border_reference(scan: Scan, at: int) -> tuple[tuple[str, ...], int] | None:
    """Return the countries whose border with Syria is named at a position, and the position after it.

    Examples
    --------
    >>> from geodata import AdminUnits
    >>> from geodata.toponyms import Toponyms
    >>> from zones.reading.scan import scan
    >>> from zones.reading.tokens import sentences
    >>> read = scan(sentences("The borders with Iraq and Jordan")[0], AdminUnits.builtin(), Toponyms.builtin())
    >>> border_reference(read, 0)
    (('IQ', 'JO'), 6)
    """
    at = scan.skip(at, words("borders.openers"))
    first = scan.nations.get(at)
    if first is not None and first.code in NEIGHBOURS and first.form in {Form.DEMONYM, Form.NAME}:
        return _named_first(scan, first)
    at = scan.skip(at, words("borders.syrian"))
    second = neighbour(scan, at)
    if second is not None:
        end = scan.skip(second.end, {"syria", "syrian", "-"})
        return ((second.code,), end + 1) if scan.word(end) in words("borders.nouns") else None
    if scan.word(at) in words("borders.nouns") and scan.word(at + 1) in {"with", "to", "between", "of"}:
        return _named_last(scan, scan.skip(at + 2, words("borders.with") | {"with"}))
    return None


def neighbour(scan: Scan, at: int) -> Nation | None:
    """Return the neighbour of Syria that is named at a position."""
    nation = scan.nations.get(at)
    return nation if nation is not None and nation.code in NEIGHBOURS else None


def only_neighbour(scan: Scan) -> str | None:
    """Return the neighbour of Syria that a sentence names, if it names one: whose border "the border" is."""
    codes = {nation.code for nation in scan.nations.values() if nation.code in NEIGHBOURS}
    return codes.pop() if len(codes) == 1 else None


def _named_first(scan: Scan, first: Nation) -> tuple[tuple[str, ...], int] | None:
    """Read "Iraqi and Jordanian borders", "Turkey's border"."""
    codes, end = [first.code], first.end
    while scan.word(end) in {"and", ","} and (more := scan.nations.get(end + 1)) is not None:
        codes.append(more.code)
        end = more.end
    end = scan.skip(end, words("borders.before_noun"))
    if scan.word(end) not in words("borders.nouns"):
        return None
    return tuple(c for c in codes if c in NEIGHBOURS), end + 1


def _named_last(scan: Scan, end: int) -> tuple[tuple[str, ...], int] | None:
    """Read the countries after "border with"."""
    codes: list[str] = []
    while (nation := scan.nations.get(end)) is not None:
        codes.append(nation.code)
        end = nation.end
        step = scan.skip(end, words("borders.and"))
        if step not in scan.nations:
            break
        end = step
    kept = tuple(c for c in codes if c in NEIGHBOURS)
    return (kept, end) if kept else None

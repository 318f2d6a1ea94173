"""Numbers, days and texts as words fit for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geodata.unit import AdminUnit
    from zones.zone import Zone

__all__ = ["area", "chain", "clean", "counted", "day", "listed", "shortened"]


def clean(text: str) -> str:
    r"""Return a text fit for a terminal: control and direction-changing characters become visible marks.

    Examples
    --------
    >>> clean("a\x1b[31mred")
    'a�[31mred'
    """
    return "".join("\ufffd" if _is_control(c) else c for c in text)


def counted(number: int, thing: str) -> str:
    """Return how many there are of a thing.

    Examples
    --------
    >>> counted(1, "sentence"), counted(1200, "sentence")
    ('1 sentence', '1,200 sentences')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def shortened(text: str, longest: int) -> str:
    r"""Return a text on one line, cut after a word with a mark if it is longer.

    Examples
    --------
    >>> shortened("Kazakh soldiers may come,\nhe said.", 20)
    'Kazakh soldiers may…'
    """
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    kept = line[:longest]
    return f"{kept.rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def listed(items: Sequence[str]) -> str:
    """Return items as English lists them.

    Examples
    --------
    >>> listed(["Russia", "Turkey", "Iran"])
    'Russia, Turkey and Iran'
    """
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def day(when: date | None) -> str:
    """Return a day, or that there is none."""
    return when.isoformat() if when is not None else "undated"


def area(zone: Zone) -> str:
    """Return a zone's area by extent."""
    km2 = zone.area_km2
    told = [
        f"{size:,.0f} km2 {extent}" for extent, size in (("whole", km2.whole), ("in part", km2.part)) if size
    ]
    return ", ".join(told) or "no area"


def chain(units: Sequence[AdminUnit]) -> str:
    """Return units from the largest to the smallest with their P-codes."""
    return " > ".join(f"{unit.name} {unit.level} ({unit.pcode})" for unit in units)


def _is_control(char: str) -> bool:
    code = ord(char)
    hidden = code < 0x20 or 0x7F <= code < 0xA0
    directing = char in "\u061c\u200e\u200f" or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return (hidden and char not in "\n\t") or directing or 0xD800 <= code <= 0xDFFF

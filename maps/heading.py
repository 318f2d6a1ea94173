"""What stands over a map in its maker's words: title, subtitle and author."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, fields

__all__ = ["Heading", "HeadingError"]

LONGEST = 160
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class HeadingError(ValueError):
    """A title, subtitle or author that cannot be shown as given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """
    Title, subtitle and author of a map, a sheet or a figure; None for what it says by itself.

    Parameters
    ----------
    title, subtitle, author
        A line each, of at most 160 characters; blanks around it are left out.

    Raises
    ------
    HeadingError
        If one is blank or too long, or has a character that no line of text holds: a line end, a control
        character, half a character, or a mark that turns the direction of all that follows.

    Examples
    --------
    >>> Heading(title="Zones of May 2017 ").title
    'Zones of May 2017'
    >>> Heading(author="")
    Traceback (most recent call last):
    ...
    maps.heading.HeadingError: the author is empty; give words, or leave it out
    """

    title: str | None = None
    subtitle: str | None = None
    author: str | None = None

    def __post_init__(self) -> None:
        """Check each."""
        for field in fields(self):
            given = getattr(self, field.name)
            if given is not None:
                object.__setattr__(self, field.name, _line(field.name, given))


def _line(name: str, given: str) -> str:
    line = given.strip(" ")
    wrong = next((c for c in line if _is_unwritable(c)), None)
    if wrong is not None:
        told = f"U+{ord(wrong):04X} ({unicodedata.name(wrong, 'a control character').lower()})"
        raise HeadingError(
            f"the {name} has {told} at character {line.index(wrong) + 1}; expected one line of plain text"
        )
    if not line.strip():
        raise HeadingError(f"the {name} is empty; give words, or leave it out")
    if len(line) > LONGEST:
        raise HeadingError(f"the {name} has {len(line)} characters; expected at most {LONGEST}")
    return line


def _is_unwritable(character: str) -> bool:
    kind = unicodedata.category(character)
    no_character = ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    return kind in {"Cc", "Cs", "Zl", "Zp"} or no_character or character in _TURNING

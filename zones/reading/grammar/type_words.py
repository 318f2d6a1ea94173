"""Nouns that say what sort of unit a name means: "province", "the districts of", "the Homs area"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from zones.reading.lexicon import table
from zones.reading.scan import Scan

__all__ = ["LEVELS", "TypeWord", "type_word"]

LEVELS = frozenset({"governorate", "district", "sub-district"})


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A noun that says what sort of unit a name means, and the position after it.

    Parameters
    ----------
    level
        ``"governorate"``, ``"district"``, ``"sub-district"``, ``"town"`` or ``"vague"`` ("the Homs area").
    plural
        Whether it reaches over a list of names.
    end
        The position after it.
    """

    level: str
    plural: bool
    end: int


@cache
def _levels() -> dict[str, str]:
    found: dict[str, str] = {}
    for level, nouns in table("places")["types"].items():
        for noun in nouns:
            found.setdefault(noun, level)
    return found


def type_word(scan: Scan, at: int) -> TypeWord | None:
    """Return the type word that stands at a position, or the pair of them: "towns and villages"."""
    word = scan.word(at)
    if word == "sub" and scan.word(at + 1) in {"district", "districts"}:
        return TypeWord("sub-district", scan.word(at + 1).endswith("s"), at + 2)
    level = _levels().get(word)
    if level is None:
        return None
    plural = _is_plural(word)
    second = scan.word(at + 2) if plural and scan.word(at + 1) in {"and", "or"} else ""
    paired = _levels().get(second) == level == "town" and _is_plural(second)
    return TypeWord(level, plural, at + 3 if paired else at + 1)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and word != "surroundings"

"""Sentences about forces and truces in other countries than Syria."""

from __future__ import annotations

from zones.reading.lexicon import words
from zones.reading.nations import Form
from zones.reading.scan import Scan

__all__ = ["is_elsewhere"]

_NEAR = 8  # words before "in Yemen" that may tell what is there


def is_elsewhere(scan: Scan) -> bool:
    """Whether a sentence speaks of forces or a truce in a country that has its own, and of no place in Syria."""
    if scan.names or any(nation.code == "SY" for nation in scan.nations.values()):
        return False
    return any(_there(scan, at) for at, nation in scan.nations.items() if nation.form is Form.NAME)


def _there(scan: Scan, at: int) -> bool:
    if scan.nations[at].code not in words("whereabouts.elsewhere"):
        return False
    step = at - 1
    while scan.word(step) in words("mentions.bearings") | {"the"}:
        step -= 1
    stems = tuple(words("whereabouts.elsewhere_deeds"))
    near = (*scan.words[max(0, step - _NEAR) : step], *scan.words[at + 1 : at + 1 + _NEAR])
    return scan.word(step) in words("whereabouts.elsewhere_in") and any(
        word.startswith(stems) for word in near
    )

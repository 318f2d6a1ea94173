"""One name at a time, as a reader of texts and a person ask."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from geodata.own_places import load_places
from geodata.place import builtin_places
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits

EXACT = ("Saraqib", "Idlib", "Jisr al-Shughour", "سراقب", "Ar-Rastan", "Deir ez-Zor", "Homs governorate")
LIKE = ("Sarraqip", "Tel Abyd", "Khan Shekhun", "ادلبب", "Maarat Nuuman")


def microseconds(places: Path | None = None, rounds: int = 200) -> dict[str, float]:
    """
    Return the processor time of one lookup, in microseconds.

    Parameters
    ----------
    places
        A gazetteer to add to the built-in one.
    rounds
        How often each name is asked for.
    """
    own = () if places is None else load_places(places)
    names = Toponyms(AdminUnits.builtin(), (*builtin_places(), *own))
    return {
        "exact": _each(names.candidates, EXACT, rounds),
        "exact, near a position": _each(
            lambda name: names.candidates(name, near=(36.6, 35.9)), EXACT, rounds
        ),
        "in running text": _each(names.in_text, EXACT, rounds),
        "fuzzy": _each(names.suggest, LIKE, rounds),
    }


def _each(ask: Callable[[str], object], names: tuple[str, ...], rounds: int) -> float:
    for name in names:
        ask(name)  # the index is built when it is first asked
    start = time.process_time()
    for _ in range(rounds):
        for name in names:
            ask(name)
    return (time.process_time() - start) / rounds / len(names) * 1e6

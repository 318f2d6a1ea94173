"""The status of a statement: which of the closed list its words amount to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from zones.reading.lexicon import Hit, Patterns, phrases, table
from zones.status import Status

__all__ = ["Status", "Trigger", "again", "main_trigger", "triggers"]

Strength = Literal["verb", "noun", "modal"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell a status, and the tokens they cover.

    Parameters
    ----------
    status
        The status; None for a refusal, which is denied or rejected according to whose forces are refused.
    strength
        ``"verb"``, ``"noun"`` or ``"modal"``.
    """

    status: Status | None
    strength: Strength
    start: int
    end: int


# Of patterns of equal length the one of the earlier status counts.
_ORDER = (
    *("refusal", "rejected", "unconfirmed", "undecided", "denied"),
    *("agreed", "discussed", "proposed", "possible", "planned"),
)
_STRENGTHS: tuple[Strength, ...] = ("verb", "noun", "modal")


@cache
def _patterns() -> Patterns[tuple[str, Strength]]:
    listed = table("status")
    return Patterns(
        (pattern, (name, strength))
        for name in _ORDER
        for strength in _STRENGTHS
        for pattern in listed[name].get(strength, ())
    )


def again() -> Patterns[None]:
    """Return the phrases that take up what was said before: "talks on the matter"."""
    return phrases("status.again")


def triggers(words: Sequence[str], start: int, end: int) -> list[Trigger]:
    """Return the status words of a stretch of a sentence, from left to right, overruled ones left out."""
    hits = list(_patterns().find(words, start, end))
    return [_trigger(h) for i, h in enumerate(hits) if not _overruled(h, hits[i + 1 :])]


def _trigger(hit: Hit[tuple[str, Strength]]) -> Trigger:
    name, strength = hit.value
    return Trigger(None if name == "refusal" else Status(name), strength, hit.start, hit.end)


def _overruled(hit: Hit[tuple[str, Strength]], later: list[Hit[tuple[str, Strength]]]) -> bool:
    """Whether a modal only helps the verb of another status: "will be discussed", "would reject"."""
    name, strength = hit.value
    if strength != "modal" or name == "possible":
        return False
    return any(h.value[1] == "verb" and h.start - hit.end <= 2 for h in later[:1])


def main_trigger(found: Sequence[Trigger]) -> Trigger | None:
    """Return the trigger that decides: the leftmost verb, else the leftmost modal, else the leftmost noun."""
    for strength in ("verb", "modal", "noun"):
        first = next((trigger for trigger in found if trigger.strength == strength), None)
        if first is not None:
            return first
    return None

"""The status of a statement: which of the closed list its words amount to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from zones.reading.lexicon import Hit, Patterns, table
from zones.status import Status

__all__ = ["Status", "Trigger", "triggers"]


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
    strength: str
    start: int
    end: int


_ORDER = ("refusal", "rejected", "unconfirmed", "undecided", "denied", "agreed", "discussed", "proposed", "possible", "planned")


@cache
def _patterns() -> Patterns[tuple[str, str]]:
    words = table("status")
    return Patterns(
        (pattern, (name, strength))
        for name in _ORDER
        for strength in ("verb", "noun", "modal")
        for pattern in words[name].get(strength, ())
    )


@cache
def again() -> Patterns[None]:
    """Return the phrases that take up what was said before."""
    return Patterns((p, None) for p in table("status")["again"]["phrases"])


def triggers(words: Sequence[str], start: int, end: int) -> list[Trigger]:
    """Return the status words of a stretch of a sentence, from left to right, overruled ones left out."""
    hits = list(_patterns().find(words, start, end))
    return [_trigger(h) for i, h in enumerate(hits) if not _overruled(h, hits[i + 1 :])]


def _trigger(hit: Hit[tuple[str, str]]) -> Trigger:
    name, strength = hit.value
    return Trigger(None if name == "refusal" else Status(name), strength, hit.start, hit.end)


def _overruled(hit: Hit[tuple[str, str]], later: list[Hit[tuple[str, str]]]) -> bool:
    """Whether a modal only helps the verb of another status: "will be discussed", "would reject"."""
    name, strength = hit.value
    if strength != "modal" or name == "possible":
        return False
    return any(h.value[1] == "verb" and h.start - hit.end <= 2 for h in later[:1])


def main_trigger(found: Sequence[Trigger]) -> Trigger | None:
    """Return the trigger that decides: the leftmost verb, else the leftmost modal, else the leftmost noun."""
    for strength in ("verb", "modal", "noun"):
        for trigger in found:
            if trigger.strength == strength:
                return trigger
    return None

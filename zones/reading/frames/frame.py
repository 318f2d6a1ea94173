"""Frames as `lexicon/frames.toml` has them, and the deeds of no interest beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from zones.passed_over import Reason
from zones.reading.lexicon import table

__all__ = ["Frame", "frames", "other_deeds", "verbs_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A rule that finds a deed.

    Parameters
    ----------
    name
        What claims cite.
    deed
        What forces would do.
    verbs, nouns, adjectives
        Lemmas that trigger it.
    avoid
        Particles with which the verb is another one ("send back").
    without
        Relations that must not stand below the trigger.
    slots
        Paths at which each slot is looked for, by its name: force, relieved, part, target, mission, post, place.
    sender
        Where the sending nation is looked for, in this order.
    needs_force
        Whether the sender must be people in uniform.
    bare
        Whether a noun phrase of forces is all there is; what governs it must then be a governor.
    """

    name: str
    deed: Literal["come", "watch"]
    verbs: frozenset[str]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    avoid: frozenset[str]
    without: frozenset[str]
    slots: dict[str, tuple[str, ...]]
    sender: tuple[str, ...]
    needs_force: bool
    bare: bool


@cache
def frames() -> tuple[Frame, ...]:
    """Return all frames, in the order in which they are tried."""
    return tuple(_frame(row) for row in table("frames")["frame"])


@cache
def verbs_of(*names: str) -> frozenset[str]:
    """Return the verbs of some frames, whoever does what they tell: "an office that would MONITOR events"."""
    return frozenset(verb for frame in frames() if frame.name in names for verb in frame.verbs)


def _frame(row: dict[str, Any]) -> Frame:
    def words(key: str) -> frozenset[str]:
        return frozenset(row.get(key, "").split())

    slots = ("watchers", "force", "relieved", "part", "target", "mission", "post", "place", "control")
    return Frame(
        name=row["name"], deed=row["deed"], verbs=words("verbs"), nouns=words("nouns"),
        adjectives=words("adjectives"), avoid=words("avoid"), without=frozenset(row.get("without", ())),
        slots={slot: tuple(row[slot]) for slot in slots if slot in row}, sender=tuple(row["sender"]),
        needs_force=row.get("needs") == "force" or bool(row.get("subject_force")), bare=bool(row.get("bare")),
    )  # fmt: skip


@cache
def other_deeds() -> dict[tuple[str, str], Reason]:
    """Return why nothing is made of a verb ("v") or noun ("n") that is another deed, by lemma."""
    found: dict[tuple[str, str], Reason] = {}
    for row in table("frames")["other"]:
        for part, key in (("v", "verbs"), ("n", "nouns")):
            for lemma in row.get(key, "").split():
                found.setdefault((lemma, part), Reason(row["reason"]))
    return found

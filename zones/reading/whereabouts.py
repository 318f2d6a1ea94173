"""Where a statement places forces: "in Idlib", "south of Daraa", "there", "in the zone"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from zones.reading.grammar import border_reference
from zones.reading.lexicon import words
from zones.reading.numbers import direction
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan

__all__ = ["NOWHERE", "Where", "Whereabouts", "anaphor", "whereabouts"]

_LISTED = 3  # words between two names of one list


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A place as a statement gives it.

    Parameters
    ----------
    text
        The name, as written: "Idlib", "Turkish border".
    name
        The place name behind it, if it is one.
    relation
        How the forces stand to it: "near", "south of"; empty for in it.
    at
        Token it begins at.
    bearing
        Degrees from north, for "south of".
    """

    text: str
    name: PlaceName | None
    relation: str
    at: int
    bearing: float | None = None


Where = tuple[Whereabouts | None, bool]
"""A place, and whether it is that of the zone told before."""
NOWHERE: Where = (None, False)


def whereabouts(scan: Scan, start: int, end: int) -> list[Whereabouts]:
    """Return the places that a stretch of a sentence puts something at, from left to right."""
    found = _names(scan, start, end)
    for at in range(start, end):
        if scan.word(at) in words("whereabouts.before_border"):
            reference = border_reference(scan, at + 1)
            if reference is not None and not any(at < f.at < reference[1] for f in found):
                text = scan.text(scan.skip(at + 1, {"the"}), reference[1])
                found.append(Whereabouts(text, None, "along", at))
    return sorted(found, key=lambda f: f.at) or _part_of_country(scan, start, end)


def anaphor(scan: Scan, start: int, end: int) -> Literal["there", "it", "zone"] | None:
    """Return what a stretch takes up: "there", "it" or "zone" ("in the area"); None if nothing.

    "The zones" in general are no place; nor is "it" as a subject.
    """
    for at in range(start, end):
        word, following = scan.word(at), scan.word(at + 1)
        if word == "there" and following not in words("whereabouts.after_there"):
            return "there"
        if word in {"it", "them"} and at > start and _is_object(scan, at):
            return "it"
        if word == "its" and following in words("whereabouts.belongings"):
            return "zone"
        governed = scan.word(at - 1) in words("whereabouts.prepositions", "whereabouts.taking")
        if word in {"the", "this", "that"} and governed and _zone_noun(scan, at + 1):
            return "zone"
    return None


def _names(scan: Scan, start: int, end: int) -> list[Whereabouts]:
    """Return the place names after a preposition, or in a list whose first name is."""
    found: list[Whereabouts] = []
    for at in sorted(scan.names):
        name = scan.names[at]
        if not start <= at < end or (name.region is None and scan.word(name.end) == "border"):
            continue
        before = _before(scan, start, at)
        word = scan.word(before)
        heads = before < start and name.region is not None
        if heads or word in words("whereabouts.prepositions", "whereabouts.taking"):
            found.append(Whereabouts(name.text, name, *_relation(scan, before, at)))
        elif word in {"and", ",", "or"} and found and _lists(found[-1], at):
            found.append(Whereabouts(name.text, name, found[-1].relation, at, found[-1].bearing))
    return found


def _before(scan: Scan, start: int, at: int) -> int:
    """Return the position of the word that governs a name."""
    fillers = words("whereabouts.fillers")
    before = at - 1
    while before >= start and scan.word(before) in fillers and scan.word(before) != "of":
        before -= 1
    return before


def _lists(last: Whereabouts, at: int) -> bool:
    return last.name is None or at - last.name.end <= _LISTED


def _relation(scan: Scan, before: int, at: int) -> tuple[str, int, float | None]:
    """Return how a name's governing word relates to it: "near", "south of"; "the south of Idlib" lies in it."""
    word = scan.word(before)
    if word in words("whereabouts.near"):
        return word, at, None
    if word == "of":
        for back in (2, 1):
            towards = direction(scan.words, before - back)
            if towards is not None and towards[1] == before:
                if scan.word(before - back - 1) == "the":
                    break
                return scan.text(before - back, before + 1), at, towards[0]
    return "", at, None


def _part_of_country(scan: Scan, start: int, end: int) -> list[Whereabouts]:
    """Return "southern Syria" or "Syria's south", if a stretch says no more."""
    for at in range(start, end):
        owner = scan.nations.get(at)
        after = direction(scan.words, scan.skip(owner.end, {"'s"})) if owner is not None else None
        if owner is not None and owner.code == "SY" and after is not None:
            return [Whereabouts(scan.text(at, after[1]), None, "", at)]
        towards = direction(scan.words, at)
        nation = scan.nations.get(towards[1]) if towards is not None else None
        if nation is not None and nation.code == "SY":
            return [Whereabouts(scan.text(at, nation.end), None, "", at)]
    return []


def _is_object(scan: Scan, at: int) -> bool:
    """Whether "it" is what is patrolled, entered or left."""
    before = scan.word(at - 1)
    if scan.word(at + 1) in words("whereabouts.auxiliaries") or before in words("whereabouts.subject_links"):
        return False
    return before in words("whereabouts.prepositions", "whereabouts.taking", "whereabouts.object_links")


def _zone_noun(scan: Scan, at: int) -> bool:
    for i in range(at, min(at + 4, len(scan))):
        if i in scan.names or i in scan.nations:
            return False
        if scan.word(i) in words("whereabouts.zone_nouns"):
            return True
    return False

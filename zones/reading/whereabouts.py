"""Where a statement places forces: "in Idlib", "south of Daraa", "there", "in the zone"."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.grammar_border import border_reference
from zones.reading.numbers import direction
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan

__all__ = ["Whereabouts", "anaphor", "whereabouts"]

_PREPOSITIONS = frozenset("in on to into at near around across inside over for along within outside throughout between towards toward of from around".split())
_FILLERS = frozenset("the whole all of northern southern eastern western central city town province governorate district sub rural parts part areas area countryside entire syria syria's 's neighbourhood airport base crossing garrison camp north south east west northwest northeast southwest southeast north-west besieged rebel opposition held controlled nearby village villages".split())
_ZONE_NOUNS = frozenset("zone area strip buffer corridor belt enclave province governorate district city town region pocket perimeter plain valley countryside village sub-district camp crossing line border sector".split())


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


def whereabouts(scan: Scan, start: int, end: int) -> list[Whereabouts]:
    """Return the places that a stretch of a sentence puts something at, from left to right."""
    found: list[Whereabouts] = []
    for at in sorted(scan.names):
        if not start <= at < end:
            continue
        name = scan.names[at]
        before = at - 1
        while before >= start and scan.word(before) in _FILLERS and scan.word(before) not in {"of"}:
            before -= 1
        word = scan.word(before)
        if name.region is None and scan.word(name.end) == "border":
            continue
        if word in _PREPOSITIONS | _TAKING or before < start and name.region is not None:
            relation, bearing = _relation(scan, before)
            found.append(Whereabouts(name.text, name, relation, at, bearing))
        elif word in {"and", ",", "or"} and found and at - (found[-1].name.end if found[-1].name else at) <= 3:
            found.append(Whereabouts(name.text, name, found[-1].relation, at))
    for at in range(start, end):
        if scan.word(at) in {"along", "on", "at", "near"}:
            reference = border_reference(scan, at + 1)
            if reference is not None and not any(f.at < reference[1] and f.at > at for f in found):
                text = scan.text(scan.skip(at + 1, {"the"}), reference[1])
                found.append(Whereabouts(text, None, "along", at))
    if not found:
        for at in range(start, end):
            towards = direction(scan.words, at)
            nation = scan.nations.get(towards[1]) if towards is not None else None
            if nation is not None and nation.code == "SY":
                return [Whereabouts(scan.text(at, nation.end), None, "", at)]
    return sorted(found, key=lambda f: f.at)


def _relation(scan: Scan, at: int) -> tuple[str, float | None]:
    word = scan.word(at)
    if word == "of":
        for back in (2, 1):
            towards = direction(scan.words, at - back)
            if towards is not None and towards[1] == at:
                noun = scan.word(at - back - 1) == "the"
                return ("", None) if noun else (scan.text(at - back, at + 1), towards[0])
        return "", None
    return (word, None) if word in {"near", "around", "outside"} else ("", None)


def anaphor(scan: Scan, start: int, end: int) -> str | None:
    """Return what a stretch takes up: "there", "it" or "zone" ("in the area"); None if nothing.

    "The zones" in general are no place; nor is "it" as a subject.
    """
    for at in range(start, end):
        word = scan.word(at)
        if word == "there" and scan.word(at + 1) not in {"is", "are", "was", "were", "has", "have", "will", "would", "had"}:
            return "there"
        if word in {"it", "them"} and at > start and scan.word(at + 1) not in _VERBS and _object(scan, at):
            return "it"
        if word == "its" and scan.word(at + 1) in _ITS:
            return "zone"
        if word in {"the", "this", "that"} and scan.word(at - 1) in _PREPOSITIONS | _TAKING and _zone_noun(scan, at + 1):
            return "zone"
    return None


_ITS = frozenset("roads territory borders edges edge perimeter towns villages boundaries limits streets crossings border checkpoints implementation".split())
_TAKING = frozenset("monitor patrol observe oversee supervise watch guard police secure verify enter".split())
_VERBS = frozenset("is was will would has had may might could can does did should".split())
_SUBJECT_LINKS = frozenset("that and but if whether when because as while where whom said which says until once".split())


def _object(scan: Scan, at: int) -> bool:
    return scan.word(at - 1) not in _SUBJECT_LINKS | {","} and (
        scan.word(at - 1) in _PREPOSITIONS | _TAKING | {"patrols", "patrolling", "monitoring", "leave", "leaves", "over", "inside", "policing", "watching", "on"}
    )


def _zone_noun(scan: Scan, at: int) -> bool:
    for i in range(at, min(at + 4, len(scan))):
        if i in scan.names or i in scan.nations:
            return False
        if scan.word(i) in _ZONE_NOUNS:
            return True
    return False

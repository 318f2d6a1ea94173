"""Which countries act in a clause: "Turkey may deploy", "the Kazakh government denied"."""

from __future__ import annotations

from collections.abc import Iterable

from zones.reading.forces import force_nouns
from zones.reading.lexicon import words
from zones.reading.nation_lists import groups
from zones.reading.nations import Form, Nation
from zones.reading.scan import Scan

__all__ = ["distinct", "subject"]


def subject(scan: Scan, start: int, verb: int) -> tuple[str, ...]:
    """Return the nationalities that are the subject of a verb: named before it, not after a preposition."""
    best: tuple[str, ...] = ()
    for at, (listed, end) in groups(scan).items():
        if not start <= at < verb or not _may_act(scan, at, listed, end):
            continue
        if not best or words("forces.relative").isdisjoint(scan.words[end:verb]):
            best = tuple(dict.fromkeys(nation.code for nation in listed))
    return best


def distinct(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes once each, Syria's own left out: its army is a party, not a monitor.

    Examples
    --------
    >>> distinct(["RU", "SY", "TR", "RU"])
    ('RU', 'TR')
    """
    return tuple(code for code in dict.fromkeys(codes) if code != "SY")


def _may_act(scan: Scan, at: int, listed: list[Nation], end: int) -> bool:
    """Whether nationalities may be a subject: countries, or those who act for one."""
    before = scan.word(at - 1) if scan.word(at - 1) != "the" else scan.word(at - 2)
    governed = before in words("forces.object_of") and not _hosts(scan, at)
    if governed or listed[0].form is Form.PERSON or _forces_follow(scan, end):
        return False
    if scan.word(end) == "'s" and not _institution(scan, end + 1):
        return False
    # a demonym means the country in "the Russians", "the Turkish side", "the Kazakh government"
    named = any(nation.form is not Form.DEMONYM for nation in listed)
    return named or scan.word(end - 1).endswith("s") or _institution(scan, end)


def _hosts(scan: Scan, at: int) -> bool:
    """Whether "in" before a country says where those are who act for it: "the authorities in Kazakhstan"."""
    start = at - 1 if scan.word(at - 1) == "the" else at
    acting = words("forces.at_home", "forces.friends")
    return scan.word(start - 1) == "in" and scan.word(start - 2) in acting


def _forces_follow(scan: Scan, at: int) -> bool:
    """Whether a noun of forces follows: those nationals are sent, they do not act for their country."""
    if not words("forces.offices").isdisjoint(scan.words[at : at + 4]):
        return False
    for i in range(at, min(at + 3, len(scan))):
        if force_nouns().at(scan.words, i) is not None:
            return True
        if scan.word(i) not in words("forces.adjectives"):
            return False
    return False


def _institution(scan: Scan, at: int) -> bool:
    return not words("forces.institutions").isdisjoint(scan.words[at : at + 3])

"""Whose forces a clause speaks of: "Kazakh and Kyrgyz troops", "soldiers from Egypt", "its contingent"."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from zones.reading.lexicon import Patterns, phrases, table, words
from zones.reading.nation_lists import nation_list
from zones.reading.nations import Form, Nation
from zones.reading.scan import Scan

__all__ = ["Forces", "force_nouns", "forces", "names_none", "sending"]


_TALKS = 5  # words from "observers at" to the talks


@dataclass(frozen=True, slots=True)
class Forces:
    """A mention of forces: the tokens of the noun, whose they are, and whether somebody owns them at all.

    Parameters
    ----------
    start, end
        Tokens from the first nationality to the noun or the last nationality.
    noun
        Token of the noun.
    nations
        Codes of the nationalities; "@its" for a possessive among them.
    owner
        The possessive before the noun ("its", "our"), if that is what tells whose they are.
    weak
        Whether the noun is a force only in company ("role", "units").
    others
        Whether they are somebody unnamed: "forces of other countries".
    """

    start: int
    end: int
    noun: int
    nations: tuple[str, ...] = ()
    owner: str | None = None
    weak: bool = False
    others: bool = False


@cache
def force_nouns() -> Patterns[bool]:
    """Return the nouns of forces; the value tells whether one is weak."""
    weak = words("forces.weak")
    return Patterns((noun, noun in weak) for noun in table("forces")["nouns"])


def sending() -> Patterns[None]:
    """Return the verbs of sending and of being there."""
    return phrases("forces.verbs")


def forces(scan: Scan, start: int, end: int) -> list[Forces]:
    """Return the mentions of forces between two tokens."""
    found: list[Forces] = []
    for hit in force_nouns().find(scan.words, start, end):
        if scan.word(hit.end) == "'s" and scan.word(hit.start) in words("forces.owning"):
            continue
        talks_at = scan.skip(hit.end, {"who", "that", "have", "had"})
        if hit.value and scan.word(talks_at) in words("forces.talking"):
            continue
        if _at_talks(scan, hit.start, hit.end):
            continue
        before = _before(scan, hit.start, start)
        after = _after(scan, hit.end, end)
        codes = tuple(dict.fromkeys([*before.codes, *after.codes]))
        owner = before.owner if not codes else None
        if not codes and owner is None and hit.value and not after.others:
            found.append(Forces(hit.start, hit.end, hit.start, weak=True))
            continue
        first, last = min(before.start, hit.start), max(hit.end, after.end)
        found.append(Forces(first, last, hit.start, codes, owner, hit.value, after.others))
    return found + _nationals(scan, start, end, found)


def _at_talks(scan: Scan, noun: int, end: int) -> bool:
    """Whether observers are those of a meeting: "observers at the talks", "invited to the talks as observers"."""
    if scan.word(end - 1) not in words("forces.attending"):
        return False
    if scan.word(end) in words("forces.status"):
        return True
    if scan.word(end) in {"at", "in", "to", "of"}:
        return not words("forces.talks").isdisjoint(scan.words[end : end + _TALKS])
    before = scan.words[max(0, noun - _TALKS * 2) : noun]
    return before[-1:] == ("as",) and not words("forces.talks").isdisjoint(before)


def names_none(scan: Scan, force: Forces) -> bool:
    """Whether forces are told as none: "No German troops will go"."""
    before = scan.words[max(0, force.start - 3) : force.start]
    return before[-1:] == ("no",) or before == ("not", "a", "single")


def _nationals(scan: Scan, start: int, end: int, found: list[Forces]) -> list[Forces]:
    """Return people told by nationality alone: "any Kazakhs", "500 Turks"."""
    taken = {i for force in found for i in range(force.start, force.end)}
    result = []
    for at, nation in scan.nations.items():
        if not start <= at < end or at in taken or nation.form is not Form.DEMONYM:
            continue
        before = scan.word(at - 1)
        if scan.word(nation.end - 1).endswith("s") and (before in words("forces.people") or before.isdigit()):
            result.append(Forces(at, nation.end, at, (nation.code,)))
    return result


@dataclass(slots=True)
class _Side:
    """What stands on one side of a noun: nationalities, their tokens, an owner or others unnamed."""

    start: int
    end: int
    codes: list[str] = field(default_factory=list)
    owner: str | None = None
    others: bool = False


def _after(scan: Scan, at: int, end: int) -> _Side:
    """Read "from Kyrgyzstan and Kazakhstan", "of Armenia", "for the United Nations"."""
    if scan.word(at) in words("forces.after") and at < end:
        listed, stop = nation_list(scan, at + 1)
        if listed and scan.word(stop) != "'s" and not _adjectival(scan, listed):
            return _Side(at, stop, [n.code for n in listed])
        if scan.word(at + 1) in words("forces.others"):
            return _Side(at, at + 2, others=True)
    return _Side(at, at)


def _adjectival(scan: Scan, listed: list[Nation]) -> bool:
    """Whether "of Turkish" belongs to another mention ("soldiers"); "of Kazakhs" says whose they are."""
    return all(n.form is Form.DEMONYM and not scan.word(n.end - 1).endswith("s") for n in listed)


def _before(scan: Scan, noun: int, start: int) -> _Side:
    """Read backwards from a noun: nationalities, owners, and adjectives between them."""
    side = _Side(noun, noun)
    at: int | None = noun
    while at is not None and at > start:
        nation = next((n for n in scan.nations.values() if n.end == at), None)
        if nation is None or nation.form is Form.PERSON:
            at = _word_before(scan, at, noun, side)
        else:
            at = _nation_before(scan, nation, side)
    return side


def _nation_before(scan: Scan, nation: Nation, side: _Side) -> int | None:
    """Take in a nation; return where it begins, None if the forces are not its."""
    word = scan.word(nation.end)
    listed = bool(side.codes) and word in words("forces.between")
    adjective = nation.form is Form.DEMONYM or nation.code in words("nations.both_forms")
    beside = adjective or bool(side.codes)
    if word != "'s" and not (listed if nation.form is Form.SEAT else beside):
        return None
    if nation.form is Form.NAME and side.codes and word == "," and not _in_list(scan, nation.start):
        return None
    side.codes.insert(0, nation.code)
    side.start = nation.start
    return nation.start


def _word_before(scan: Scan, at: int, noun: int, side: _Side) -> int | None:
    """Take in the word before a token; return its position, None if it does not belong to the forces."""
    word = scan.word(at - 1)
    if word in words("forces.owners") or (word == "country" and scan.word(at) == "'s"):
        side.owner, side.start = word, at - 1
        if not side.codes:
            return None
        side.codes.insert(0, f"@{word}")
        return at - 1
    if word == "," and not (side.codes and _in_list(scan, at)):
        return None
    if word in {"and", "or"} and not side.codes and not _reads_through(scan, at):
        return None
    return at - 1 if _describes(scan, at, noun) else None


def _reads_through(scan: Scan, at: int) -> bool:
    """Whether "and" joins what describes the forces: "Turkish and allied troops", not "said and troops"."""
    before = words("forces.possessives", "forces.adjectives")
    return scan.word(at - 2) in before or any(n.end == at - 1 for n in scan.nations.values())


def _describes(scan: Scan, at: int, noun: int) -> bool:
    """Whether the word before a token may stand between a nationality and the noun."""
    word = scan.word(at - 1)
    if word.replace(",", "").isdigit():
        return True
    if word in words("forces.adjectives", "forces.between", "forces.possessives"):
        return True
    if scan.tokens[at - 1].glued or scan.tokens[min(at, len(scan) - 1)].glued:
        return True
    after_nation = any(n.end == at - 1 and n.form is Form.DEMONYM for n in scan.nations.values())
    return noun - at <= 1 and word.isalpha() and after_nation


def _in_list(scan: Scan, at: int) -> bool:
    return any(n.end == at - 1 or n.start == at for n in scan.nations.values())

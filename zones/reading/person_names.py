"""Names of people among the words that say who speaks."""

from __future__ import annotations

from functools import cache

from zones.reading.attribution import Phrase
from zones.reading.lexicon import table, words
from zones.reading.nations import Form
from zones.reading.scan import Scan

__all__ = ["person_in"]


def person_in(scan: Scan, start: int, end: int) -> Phrase | None:
    """Return the longest run of capitalised words that is no country, office, place or outlet."""
    best: Phrase | None = None
    at = start
    while at < end:
        first = at
        while at < end and (_is_name(scan, at) or (at > first and _leads_on(scan, at, end))):
            at += 1
        owns = scan.word(at) == "'s" and scan.word(at + 1) in words("speech.roles")
        if at > first and not owns and (best is None or at - first > best[1] - best[0]):
            best = (first, at)
        at = max(at, first + 1)
    if best is None or (best[1] - best[0] == 1 and not _stands_alone(scan, best[0], end - start)):
        return None
    return best


def _stands_alone(scan: Scan, at: int, length: int) -> bool:
    """Whether a single word is a surname: the whole phrase, after an office, or of somebody known."""
    if scan.word(at + 1) == "'s" or scan.word(at - 1) == "the":
        return False
    return length == 1 or scan.word(at - 1) in words("speech.roles") or at in scan.nations


def _leads_on(scan: Scan, at: int, end: int) -> bool:
    """Whether particles ("von der", "al") lead on to another word of the name."""
    step = scan.skip(at, words("speech.particles"))
    return at < step < end and _is_name(scan, step)


def _is_name(scan: Scan, at: int) -> bool:
    """Whether a word may be part of a person's name."""
    token = scan.tokens[at]
    if not token.capital or not token.text[0].isalpha():
        return False
    if token.word in words("speech.roles", "speech.not_names") or (
        token.text.isupper() and 1 < len(token.text) <= 4
    ):
        return False
    nation = next((n for n in scan.nations.values() if n.start <= at < n.end), None)
    if nation is not None:
        return nation.form is Form.PERSON
    if token.word in _outlet_words():
        return False
    return at not in scan.names or scan.word(at - 1) not in words("speech.before_places")


@cache
def _outlet_words() -> frozenset[str]:
    """Return the outlets of one word."""
    return frozenset(o.casefold() for o in table("speech")["outlets"] if " " not in o and "-" not in o)

"""Noun phrases that may name a speaker, found from a verb of saying."""

from __future__ import annotations

from zones.reading.attribution import Phrase
from zones.reading.dates import dates_in, days_later
from zones.reading.lexicon import words
from zones.reading.scan import Scan

__all__ = ["apposition", "date_here", "is_nominal", "named_after", "named_before", "names_somebody"]

_LONGEST = 22  # words of a speaker with all his offices
_APPOSITION = 14  # words within which an apposition closes


def named_before(scan: Scan, verb: int) -> tuple[Phrase, Phrase | None] | None:
    """Return the noun phrase before a verb of saying, and an apposition to it between commas."""
    end = verb
    while end > 0 and scan.word(end - 1) in words("speech.adverbs"):
        end -= 1
    end = _before_date(scan, end)
    if end > 1 and scan.word(end - 1) in {"who", "which"}:
        end -= 1  # "it was Lavrentyev who had mooted"
    if end > 0 and scan.word(end - 1) == ",":
        return _with_apposition(scan, end - 1)
    if scan.word(end - 1) in words("speech.pronouns") and end > 1 and not scan.tokens[end - 1].capital:
        return (end - 1, end), None  # "For Idlib it proposes"
    start = _past_date(scan, _through_list(scan, _back(scan, end), end), end)
    return ((start, end), None) if is_nominal(scan, start, end) else None


def named_after(scan: Scan, at: int) -> Phrase | None:
    """Return the noun phrase after a verb of saying: '," said the source'."""
    if not _may_open(scan, at) or days_later(scan.words, at) is not None:
        return None
    end = at
    while (
        end < len(scan) and scan.word(end) not in words("speech.stops") | {","} and not _adverbial(scan, end)
    ):
        end += 1
    return (at, end) if end > at else None


def apposition(scan: Scan, comma: int) -> Phrase | None:
    """Return the noun phrase that follows a comma, up to the next mark."""
    if scan.word(comma) != ",":
        return None
    if not _may_open(scan, comma + 1) and scan.word(comma + 1) != "who":
        return None
    ends = range(comma + 1, min(comma + _APPOSITION, len(scan)))
    end = next((i for i in ends if scan.word(i) in {",", ".", '"'}), None)
    return (comma + 1, end) if end is not None and is_nominal(scan, comma + 1, end) else None


def _may_open(scan: Scan, at: int) -> bool:
    """Whether a speaker may begin here: with a capital, or as "the source" does."""
    return at < len(scan) and (scan.tokens[at].capital or scan.word(at) in words("speech.speaker_openers"))


def is_nominal(scan: Scan, start: int, end: int) -> bool:
    """Whether tokens may be a speaker: a name, an office, a country, a pronoun."""
    if not 0 < end - start <= _LONGEST:
        return False
    first = scan.word(start)
    if first in words("speech.pronouns"):
        return end - start == 1
    if first in words("speech.no_speakers") or (first in words("speech.plain_nouns") and end - start == 1):
        return False
    if first in {"the", "a", "this"} and scan.word(start + 1) in words("speech.plain_nouns"):
        return False  # "The question of sending observers has not been raised, it said"
    if not words("speech.finite").isdisjoint(scan.words[start:end]):
        return False
    return names_somebody(scan, start, end) or _capitalised(scan, start, end)


def names_somebody(scan: Scan, start: int, end: int) -> bool:
    """Whether tokens hold an office or a country."""
    office = not words("speech.roles").isdisjoint(scan.words[start:end])
    return office or any(start <= at < end for at in scan.nations)


def date_here(scan: Scan, at: int) -> bool:
    """Whether a date begins at a token."""
    return bool(dates_in(scan.words, None, at, at + 1))


def _with_apposition(scan: Scan, comma: int) -> tuple[Phrase, Phrase | None] | None:
    """Read "[Kalın], [the spokesman], [said]" or "..., [the spokesman], [said]" back from the last comma."""
    inner = _back(scan, comma, through=words("speech.relative"))
    if scan.word(inner - 1) != "," or inner == comma:
        return None
    outer = _back(scan, inner - 1)
    if is_nominal(scan, outer, inner - 1):
        return (outer, inner - 1), (inner, comma)
    return ((inner, comma), None) if is_nominal(scan, inner, comma) else None


def _before_date(scan: Scan, end: int) -> int:
    """Step back over "on Friday" between the speaker and the verb."""
    for hit in dates_in(scan.words, None, max(0, end - 4), end):
        if hit.end == end:
            return hit.start - 1 if scan.word(hit.start - 1) == "on" else hit.start
    return end


def _through_list(scan: Scan, start: int, end: int) -> int:
    """Step back over "Russia, " before "Turkey and Iran said"."""
    listed = {nation.end: nation.start for nation in scan.nations.values()}
    if "and" not in scan.words[start:end]:
        return start
    while scan.word(start - 1) == "," and start in listed.values() and start - 1 in listed:
        start = listed[start - 1]
    return start


def _past_date(scan: Scan, start: int, end: int) -> int:
    """Step over the day that opens a clause: "On Friday the minister said"."""
    at = start + (scan.word(start) in words("speech.day_openers"))
    hit = next(iter(dates_in(scan.words, None, at, end)), None)
    return hit.end if hit is not None and hit.start == at and hit.end < end else start


def _back(scan: Scan, end: int, *, through: frozenset[str] = frozenset()) -> int:
    """Return where the words before ``end`` begin that belong together; ``through`` are openers that do, too."""
    start = end
    while start > 0:
        word = scan.word(start - 1)
        if word in words("speech.stops") | {","}:
            break
        if word in words("speech.clause_openers") - through and not _joins_names(scan, start - 1):
            break
        start -= 1
    return start


def _joins_names(scan: Scan, at: int) -> bool:
    """Whether "and" joins two names, as in "the foreign and defence ministries", "Kalın and Lavrov"."""
    if scan.word(at) != "and" or at == 0:
        return False
    around = (*scan.tokens[at - 1 : at], *scan.tokens[at + 1 : at + 2])
    return scan.word(at + 1) in words("speech.roles") or (len(around) == 2 and all(t.capital for t in around))


def _capitalised(scan: Scan, start: int, end: int) -> bool:
    """Whether a word has a capital, not only because a sentence begins with it."""
    heads = start == 0 or scan.word(start - 1) == '"'
    if heads and end - start > 1 and not scan.tokens[start + 1].capital:
        start += 1
    return any(token.capital for token in scan.tokens[start:end])


def _adverbial(scan: Scan, at: int) -> bool:
    """Whether a word ends a speaker after the verb; "in the" after an office belongs to it."""
    if scan.word(at) not in words("speech.adverbials"):
        return date_here(scan, at)
    office_in = scan.word(at) == "in" and scan.word(at - 1) in words("speech.roles")
    return not office_in or scan.word(at + 1) != "the"

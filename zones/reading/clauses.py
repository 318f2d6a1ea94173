"""Clauses of a sentence: stretches that make one statement each."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.attribution import Attribution
from zones.reading.lexicon import words
from zones.reading.nation_lists import groups
from zones.reading.scan import Scan
from zones.reading.status import triggers

__all__ = ["Clause", "clauses"]

_TAIL = 10  # words that may follow ", X said" if they state nothing


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence (tokens ``start:end``) and whose words it is."""

    start: int
    end: int
    attribution: Attribution | None


def clauses(scan: Scan, found: tuple[Attribution, ...]) -> list[Clause]:
    """Return the clauses of a sentence, without the words that only say who speaks."""
    masked = {i for a in found for i in range(a.start, a.end)}
    listed = {i for at, (_, stop) in groups(scan).items() for i in range(at, stop)}
    return [
        Clause(*piece, _attribution(scan, piece, found))
        for start, end in _stretches(scan, masked)
        for piece in _split(scan, start, end, listed)
    ]


def _stretches(scan: Scan, masked: set[int]) -> list[tuple[int, int]]:
    """Return the stretches between hard marks and attributions."""
    found: list[tuple[int, int]] = []
    start = None
    for at in range(len(scan) + 1):
        inside = at < len(scan) and at not in masked and scan.word(at) not in words("statements.marks")
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            found.append((start, at))
            start = None
    return found


def _split(scan: Scan, start: int, end: int, listed: set[int]) -> list[tuple[int, int]]:
    """Part a stretch where a word turns or joins and both sides state something."""
    for at in range(start + 1, end - 1):
        right = None if at in listed else _right(scan, at)
        if right is not None and _states(scan, start, at) and _states(scan, right, end):
            return [(start, at), *_split(scan, right, end, listed)]
    return [(start, end)]


def _right(scan: Scan, at: int) -> int | None:
    """Return where the clause begins that a word may open; None if it opens none."""
    if scan.word(at) in words("statements.turns"):
        return at
    if scan.word(at) not in words("statements.joints"):
        return None
    right = scan.skip(at, words("statements.joint_fillers"))
    step = scan.skip(right, {"the", "a", "an"})
    opens = scan.word(right) in words("statements.openers", "statements.turns")
    return right if opens or step > right or step in scan.nations else None


def _states(scan: Scan, start: int, end: int) -> bool:
    return any(t.strength != "noun" for t in triggers(scan.words, start, end))


def _attribution(scan: Scan, piece: tuple[int, int], found: tuple[Attribution, ...]) -> Attribution | None:
    """Return who says a clause: the speaker right before it, else the one after it, else any before it."""
    start, end = piece
    before = [a for a in found if a.end <= start]
    after = [a for a in found if a.start >= end]
    leading = [a for a in before if not _trails(scan, a)]
    if leading:
        return leading[-1]
    if after:
        return next((a for a in after if _trails(scan, a)), None)
    return before[-1] if before and not _quote_left(scan, before[-1], start) else None


def _quote_left(scan: Scan, a: Attribution, start: int) -> bool:
    """Whether a clause stands after a quotation and who said it: '"...," X said; Iran refused'."""
    semicolon = ";" in scan.words[a.end : start]
    return semicolon and scan.word(a.start - 1) == '"' and scan.words[a.end :].count('"') == 0


def _trails(scan: Scan, a: Attribution) -> bool:
    """Whether an attribution ends what it attributes: '..., X said'."""
    if a.start == 0:
        return False
    if scan.word(a.start) in {"-", "--"}:
        return True  # a headline's "... - Erdoğan's spokesman"
    before = scan.word(a.start - 1)
    last = scan.skip(a.end, {",", '"'})
    short = before in {",", '"'} and len(scan) - last <= _TAIL
    if short and not triggers(scan.words, last, len(scan)):
        return True
    ends = last >= len(scan) or scan.word(last) in words("statements.after_trailing")
    follows = scan.word(a.end) in {",", "."} or a.verb < a.speaker[0]
    return before in words("statements.before_trailing") and (ends or follows)

"""Clauses of a sentence: stretches that make one statement each."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.actors import groups
from zones.reading.scan import Scan
from zones.reading.speech import Attribution
from zones.reading.status import triggers

__all__ = ["Clause", "clauses"]

_HARD = frozenset({";", ":", "--", ".", "!", "?"})
_TURNS = frozenset("but while whereas although though yet however nor because since".split())
_JOINTS = frozenset({",", "and", "or"})
_OPENERS = frozenset("it he she they there no nobody we neither nothing its their that this whether".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence (tokens ``start:end``) and whose words it is."""

    start: int
    end: int
    attribution: Attribution | None


def clauses(scan: Scan, found: tuple[Attribution, ...]) -> list[Clause]:
    """Return the clauses of a sentence, without the words that only say who speaks."""
    masked = {i for a in found for i in range(a.start, a.end)}
    result: list[Clause] = []
    for start, end in _stretches(scan, masked):
        for piece in _split(scan, start, end):
            result.append(Clause(*piece, _attribution(scan, piece, found)))
    return result


def _stretches(scan: Scan, masked: set[int]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = None
    for at in range(len(scan) + 1):
        inside = at < len(scan) and at not in masked and scan.word(at) not in _HARD
        if inside and start is None:
            start = at
        elif not inside and start is not None:
            found.append((start, at))
            start = None
    return found


def _split(scan: Scan, start: int, end: int) -> list[tuple[int, int]]:
    inside_groups = {i for at, (_, stop) in groups(scan).items() for i in range(at, stop)}
    for at in range(start + 1, end - 1):
        word = scan.word(at)
        if word not in _TURNS | _JOINTS or at in inside_groups:
            continue
        right = at if word in _TURNS else scan.skip(at, _JOINTS | {"then", "also", "that"})
        if word in _JOINTS and not _opens(scan, right):
            continue
        if _states(scan, start, at) and _states(scan, right, end):
            return [(start, at), *_split(scan, right, end)]
    return [(start, end)]


def _opens(scan: Scan, at: int) -> bool:
    step = scan.skip(at, {"the", "a", "an"})
    return scan.word(at) in _OPENERS | _TURNS or step in scan.nations or scan.word(at) in {"the", "a", "an"}


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
        trailing = [a for a in after if _trails(scan, a)]
        return trailing[0] if trailing else None
    return before[-1] if before else None


def _trails(scan: Scan, a: Attribution) -> bool:
    """Whether an attribution ends what it attributes: '..., X said'."""
    if a.start == 0:
        return False
    if scan.word(a.start) in {"-", "--"}:
        return True  # a headline's "... - Erdoğan's spokesman"
    last = scan.skip(a.end, {",", '"'})
    if scan.word(a.start - 1) in {",", '"'} and len(scan) - last <= 10 and not triggers(scan.words, last, len(scan)):
        return True
    return scan.word(a.start - 1) in {",", '"', "--", "-"} and (last >= len(scan) or scan.word(last) in {".", ";", "--"} or scan.word(a.end) in {",", "."} or a.verb < a.speaker[0])

"""Zones told line by line: the rows of a list or table after "the four zones are:", an answer after a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zones.areas import Span
from zones.reading.definition import Definition
from zones.reading.extent_verbs import tells_extent
from zones.reading.grammar import Listing, listing
from zones.reading.introductions import Introduction, introduction
from zones.reading.lexicon import words
from zones.reading.mentions import Mentions
from zones.reading.numbers import ordinal
from zones.reading.scan import Scan

__all__ = ["Row", "rows"]

_ORDER = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NAME = 6  # words of a name before a colon
_BULLETS = frozenset({"-", "--", "•", "*", "·", "▪", "◦"})
_AFTER_LABEL = frozenset({".", ")", ":", "|", "-", "--"})
_LEFT_OPEN = frozenset({",", ";", ".", "(", "--", ":", "|", "and"})


@dataclass(frozen=True, slots=True)
class Row:
    """What a row defines, and the sentence that said what the rows are."""

    definition: Definition
    announced: Span | None


@dataclass(frozen=True, slots=True)
class _Label:
    """What opens a row: the number it tells, whether it says "zone", and the token after it."""

    number: int | None
    zone: bool
    end: int


@dataclass(frozen=True, slots=True)
class _Announced:
    """A sentence after which rows tell of zones: which one, or one each; or a question that an answer follows."""

    scan: Scan
    zone: Introduction
    each: bool
    question: bool


def rows(sentences: Sequence[Mentions]) -> dict[int, Row]:
    """Return what the rows of lists and tables define, by the offset at which their sentence begins."""
    found: dict[int, Row] = {}
    announced: _Announced | None = None
    count = 0
    for before, one in zip([None, *sentences], sentences, strict=False):
        scan = one.scan
        if before is not None and before.scan.sentence.paragraph == scan.sentence.paragraph:
            announced = _announced(one) or announced
            continue
        row = _row(scan, announced, count)
        if row is not None:
            count += 1
            found[scan.sentence.start] = row
        else:
            announced, count = _announced(one), 0
        if announced is not None and announced.question and row is not None:
            announced = None
    return found


def _row(scan: Scan, announced: _Announced | None, count: int) -> Row | None:
    label = _label(scan)
    answer = announced is not None and announced.question
    if (label is None and not answer) or (announced is None and (label is None or not label.zone)):
        return None
    start = label.end if label is not None else _after_name(scan)
    areas = next((a for cell in reversed(_cells(scan, start)) if (a := _read(scan, *cell)) is not None), None)
    if areas is None:
        return None
    span = None if announced is None else (announced.scan.sentence.start, announced.scan.sentence.end)
    if announced is not None and not announced.each:
        zone = replace(announced.zone, start=0, end=start, definite=True, count=1)
        return Row(Definition(zone, areas, scan, goes_on=count > 0), span)
    number = label.number if label is not None else None
    at = (number or count + 1) - 1
    key = _ORDER[at] if at < len(_ORDER) else f"row {at + 1}"
    kind = announced.zone.kind if announced is not None else "zone"
    return Row(Definition(Introduction(0, start, key=key, definite=True, kind=kind), areas, scan), span)


def _after_name(scan: Scan) -> int:
    """Return where an answer begins that opens with whose it is: "CORRESPONDENT: All of ..."."""
    return next((at + 1 for at in range(1, min(_NAME, len(scan))) if scan.word(at) == ":"), 0)


def _cells(scan: Scan, start: int) -> list[tuple[int, int]]:
    """Return the cells of a row, as tokens; one if no bar parts it."""
    bars = [at for at in range(start, len(scan)) if scan.word(at) == "|"]
    return [
        (a, b) for a, b in zip([start, *(at + 1 for at in bars)], [*bars, len(scan)], strict=True) if a < b
    ]


def _read(scan: Scan, start: int, end: int) -> Listing | None:
    """Return the areas of a cell, if nothing but what is said of them stands in it."""
    areas = listing(scan, start)
    if areas is None or areas.end > end:
        return None
    return areas if areas.end == end or scan.word(areas.end) in _LEFT_OPEN else None


def _label(scan: Scan) -> _Label | None:
    """Read "1.", "(iii)", "No. 2 |", "Zone 3:", "Second zone:", a bullet."""
    at = 1 if scan.word(0) in _BULLETS else 0
    bullet = at
    at = scan.skip(at, {"(", "the"})
    zone = scan.word(at) == "zone"
    if zone or scan.word(at) in words("lists.row_nouns"):
        at = scan.skip(at + 1, {"."})
    number = _number(scan.word(at))
    if number is None and not (len(scan.word(at)) == 1 and scan.word(at).isalpha()):
        return _Label(None, zone=False, end=bullet) if bullet else None
    ordered = ordinal(scan.word(at)) is not None
    at += 1
    if ordered and scan.word(at) == "zone":
        zone, at = True, at + 1
    end = scan.skip(at, _AFTER_LABEL)
    return _Label(number, zone, end) if end > at else None


def _number(word: str) -> int | None:
    if word.isdigit() and len(word) <= 2:
        return int(word) or None
    return ordinal(word) or (_ROMAN.index(word) + 1 if word in _ROMAN else None)


def _announced(one: Mentions) -> _Announced | None:
    """Return what a sentence says the rows after it are, if it does."""
    scan = one.scan
    opens = scan.word(len(scan) - 1) in {":", "--"}
    announces = opens or "|" in scan.words or not words("lists.announcing").isdisjoint(scan.words)
    if scan.word(0) in _BULLETS or not (announces or scan.is_question):
        return None
    every = [zone for at in range(len(scan)) if (zone := introduction(scan, at)) is not None]
    zones = [zone for zone in every if not zone.pronoun] or every
    if not zones:
        return None
    several = next((zone for zone in zones if zone.count != 1), None)
    zone = several or zones[0]
    covers = tells_extent(one)
    if scan.is_question:
        return _Announced(scan, zone, each=several is not None, question=True) if covers else None
    if several is not None or "|" in scan.words:
        return _Announced(scan, zone, each=True, question=False)
    return _Announced(scan, zone, each=False, question=False) if opens and covers else None

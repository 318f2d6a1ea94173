"""Lines that a width parted, not a writer: they are joined to paragraphs, and words parted by a hyphen to words.

Whether a text is wrapped is told by all its lines together: sentences that go on in small letters on the next line,
and lines as long as the width lets them be. Headlines, rows, datelines, bylines and what a name and a colon open stay
lines; so do lines of verse and lists without marks, which have no common width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zones.text.blocks import BlockKind
from zones.text.bylines import is_byline
from zones.text.datelines import dateline_end, is_dateline, opens_with_name
from zones.text.days import MONTH
from zones.text.edited import Edit
from zones.text.hyphens import Hyphens
from zones.text.rows import row_kind

__all__ = ["line_end_edits"]

_END_OF_LINE = re.compile(r"\r\n|[\n\r\u2028\u2029\x0b\x0c\x85]")
_SENTENCE_END = re.compile(r"[.!?…:][\"“”’'»)\]]*$")
_SHORTENED = re.compile(r"(?:\b[A-Z]|\.[A-Za-z]|\b[A-Z][a-z]{1,3})\.$")  # "U.S.", "Gen."
_SPEAKER = re.compile(r"(?:Q|A)[.:]\s")
_HYPHEN = re.compile(r"(?:[^\W_]|\.)[-‐]$")
_BEFORE_DAY = re.compile(
    rf"(?:\b(?:on|of|since|by|until|till|from|to|between|and|the|before|after|dated|in)|,|{MONTH}|\b(?i:article|annex|zone|area|point|no\.?))$"
)
_BEFORE_NAME = re.compile(
    r"\b(?:a|an|the|and|or|of|in|on|at|to|by|for|from|with|into|over|near|under|between|that|than|as|its|their|his"
    r"|her|is|are|was|were|be|has|have|had|will|would|may|not|which|who|where|when|while|but|if)$"
    rf"|{MONTH}$"
)
_NARROWEST, _WIDEST = 20, 200  # characters of a wrapped line
_NARROW = 40  # characters of two lines that are taken for a paragraph by their length alone
_FILLED = 0.8  # of the width, with the word that did not fit; lines of columns are less even
_LEAST_SMALL = 1 / 3  # of sentences that go on over a line end do so in a small letter
_LONGER, _MOST_LONGER = 1.3, 0.2  # than the width; of the lines
_FEW = 3
_EVEN = 0.95  # of lines that are as long as they can be, where nobody wrote in columns


@dataclass(frozen=True, slots=True)
class _Line:
    """A line: its place without the blanks around it, how far it is set in, its words, whether blank lines part it."""

    start: int
    end: int
    indent: int
    text: str
    block: int

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a list."""
        return row_kind(self.text) is BlockKind.LIST_ROW

    @property
    def is_table(self) -> bool:
        """Whether it is a row of a table."""
        return row_kind(self.text) is BlockKind.TABLE_ROW or len(re.findall(r"\S {3,}\S", self.text)) > 1


@dataclass(frozen=True, slots=True)
class _Width:
    """How many characters a line has at most, and at least with the word that did not fit (columns are uneven)."""

    most: int
    least: float


@dataclass(frozen=True, slots=True)
class _Break:
    """A line end within a block of lines: what stands on both sides."""

    above: _Line
    below: _Line
    first: bool
    """Whether the line above is the first of its block."""

    @property
    def hyphened(self) -> bool:
        """Whether a hyphen at the end of the line parts a word."""
        return _HYPHEN.search(self.above.text) is not None and self.below.text[0].isalpha()

    @property
    def within_sentence(self) -> bool:
        """Whether no sentence ends here, as far as marks and letters tell."""
        return self.small or not _SENTENCE_END.search(self.above.text)

    @property
    def small(self) -> bool:
        """Whether the line below goes on in a small letter: not after a colon, nor after a full stop but "U.S."."""
        ended = _SENTENCE_END.search(self.above.text) or self.above.text.endswith(";")
        return self.below.text[0].islower() and (not ended or _SHORTENED.search(self.above.text) is not None)

    @property
    def goes_on(self) -> bool:
        """Whether the sentence surely goes on: in a small letter, within a word, after "the" or "of"."""
        return self.small or self.hyphened or _BEFORE_NAME.search(self.above.text) is not None

    @property
    def length(self) -> int:
        """How long the line above would be with the first word of the one below."""
        return len(self.above.text) + 1 + len(self.below.text.split(maxsplit=1)[0])


def line_end_edits(text: str) -> Iterator[Edit]:
    r"""Yield a blank for each line end within a paragraph, and nothing for one within a word.

    Examples
    --------
    >>> wrapped = "The first zone covers Idlib and adjoin-\ning districts of Hama.\n\nTalks go on."
    >>> [(edit.start, edit.end, edit.words) for edit in line_end_edits(wrapped)]
    [(38, 40, '')]
    """
    lines = _lines(text)
    breaks = [
        _Break(above, below, first=number == 0 or lines[number - 1].block != above.block)
        for number, (above, below) in enumerate(pairwise(lines))
        if above.block == below.block
    ]
    longest = max((len(one.above.text) for one in breaks), default=0)
    if not breaks or (longest > _WIDEST and not any(one.goes_on for one in breaks)):
        return
    joined = _joined(breaks, _width(breaks), lines)
    hyphens = Hyphens(text)
    for one in joined:
        if one.hyphened:
            kept = hyphens.stays(one.above.text, one.below.text)
            yield Edit(one.above.end if kept else one.above.end - 1, one.below.start, "")
        else:
            yield Edit(one.above.end, one.below.start, " ")


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    block = start = 0
    for end, following in [*(found.span() for found in _END_OF_LINE.finditer(text)), (len(text), len(text))]:
        piece = text[start:end]
        words = piece.strip()
        if words:
            indent = len(piece) - len(piece.lstrip())
            first = start + indent
            found.append(_Line(first, first + len(words), indent, words, block))
        else:
            block += 1
        if text[end:following] in {"\u2029", "\x0c"}:
            block += 1
        start = following
    return found


def _width(breaks: Sequence[_Break]) -> _Width | None:
    """Return the width that the text is wrapped at, None if its lines tell of none."""
    prose = [one for one in breaks if one.within_sentence and not one.above.is_table and not one.below.is_row]
    lengths = [len(one.above.text) for one in prose if one.goes_on]
    width = max((length for length in lengths if _NARROWEST <= length <= _WIDEST), default=0)
    longer = [one for one in breaks if len(one.above.text) > width * _LONGER]
    if len(longer) > len(breaks) * _MOST_LONGER:
        return None
    filled = [one for one in prose if one.length > width * _FILLED]
    goes_on = [one for one in filled if one.goes_on]
    if not width or len(goes_on) < len(filled) * _LEAST_SMALL:
        return None
    sure = [one.length > width for one in prose if one.goes_on and not one.hyphened]
    even = sum(sure) >= len(sure) * _EVEN and len(sure) >= _FEW
    return _Width(width, width if even else width * _FILLED)


def _joined(breaks: Sequence[_Break], width: _Width | None, lines: Sequence[_Line]) -> list[_Break]:
    """Return the line ends that part nothing, in order."""
    announced = {below.start for above, below in pairwise(lines) if above.text.endswith(":")}
    ragged = _ragged(breaks, width)
    title = lines[0].block
    found: list[_Break] = []
    for segment in _segments(breaks, width):
        rows = segment[0].above.is_row
        told = [one for one in segment if one.within_sentence]
        ends = bool(_SENTENCE_END.search(segment[-1].below.text)) and not segment[-1].below.text.endswith(":")
        listed = not ends and (segment[0].above.start in announced or segment[0].above.block in ragged)
        if rows:
            found += [one for one in segment if _goes_on_in_row(one, width)]
        elif not told or listed:
            found += [one for one in told if one.hyphened]
        elif _is_wrapped(segment, width, ends=ends) or (ends and _is_even(segment, title)):
            headed = segment[0].above.block == title and segment[0].first
            found += segment[1:] if headed and _is_title(segment, width) else segment
        elif ends and all(one.goes_on or one.above.text.endswith(",") for one in told):
            found += told
        else:
            found += [one for one in told if one.hyphened]
    return found


def _ragged(breaks: Sequence[_Break], width: _Width | None) -> set[int]:
    """Return the blocks in which a line goes on in a small letter where the line above had room for its first word."""
    return {
        one.above.block
        for one in breaks
        if width is not None and one.small and not one.above.is_row and one.length <= width.least
    }


def _segments(breaks: Sequence[_Break], width: _Width | None) -> Iterator[list[_Break]]:
    """Yield runs of line ends that may part one paragraph: cut where a line stays a line."""
    run: list[_Break] = []
    for one in breaks:
        if run and run[-1].below is not one.above:
            yield run
            run = []
        if _parts(one, width, goes_on=bool(run) and run[-1].within_sentence):
            if run:
                yield run
            run = []
        else:
            run.append(one)
    if run:
        yield run


def _parts(one: _Break, width: _Width | None, *, goes_on: bool) -> bool:
    """Whether two lines stay two, whatever the others tell; ``goes_on``: whether a sentence goes on in the first."""
    above, below = one.above, one.below
    if _is_set_apart(one):
        return True
    if one.hyphened:
        return False
    if one.small:
        return not goes_on and _stands_alone(above.text)
    set_in = below.indent > above.indent and not above.is_row
    filled = width is None or one.length > width.least
    if set_in or not (filled or (one.within_sentence and one.goes_on)):
        return True
    if not goes_on and _stands_alone(above.text):
        return True
    dated = one.within_sentence and _BEFORE_DAY.search(above.text)
    return not dated and _opens_alone(below.text)


def _is_set_apart(one: _Break) -> bool:
    """Whether one of two lines is a row, what a speaker says, or what announces the other."""
    row = one.below.is_row and not _BEFORE_DAY.search(one.above.text)
    speaks = _SPEAKER.match(one.below.text) is not None
    return one.above.is_table or one.below.is_table or row or speaks or one.above.text.endswith(":")


def _stands_alone(line: str) -> bool:
    return is_dateline(line, begun=True) or is_byline(line)


def _opens_alone(line: str) -> bool:
    return _stands_alone(line) or opens_with_name(line) or bool(dateline_end(line))


def _is_wrapped(segment: Sequence[_Break], width: _Width | None, *, ends: bool) -> bool:
    """Whether each line on which a sentence goes on is as long as the width lets it be.

    The lines of columns are less even; of them the last has to end a sentence.
    """
    told = [one for one in segment if one.within_sentence and not one.hyphened]
    if width is None:
        return False
    least = width.least if ends else width.most
    goes_on = any(one.goes_on for one in segment) or len(told) < _FEW
    return goes_on and all(one.length > least for one in told)


def _is_even(segment: Sequence[_Break], title: int) -> bool:
    """Whether lines are each as long as the longest of them would let them be: three or more, two below the title."""
    if len(segment) == 1 and (segment[0].above.block == title or len(segment[0].above.text) < _NARROW):
        return False
    width = max(len(line.text) for one in segment for line in (one.above, one.below))
    return all(one.hyphened or one.length > width for one in segment)


def _is_title(segment: Sequence[_Break], width: _Width | None) -> bool:
    """Whether the first line of the text is a headline right above the report: it has room for another word."""
    first = segment[0]
    has_room = width is None or first.length <= width.most
    return has_room and not first.goes_on and any(_SENTENCE_END.search(one.below.text) for one in segment)


def _goes_on_in_row(one: _Break, width: _Width | None) -> bool:
    """Whether the line below goes on with the row above: set in, or in a small letter."""
    filled = width is not None and one.length > width.least
    set_in = one.below.indent > one.above.indent
    return one.hyphened or (one.within_sentence and (one.goes_on or set_in or filled))

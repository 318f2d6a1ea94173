"""The article within a page: its blocks in order. What is in no block is furniture of the page, and no evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from zones.text.blocks import Block, BlockKind
from zones.text.bylines import is_byline
from zones.text.captions import caption_end, is_caption
from zones.text.datelines import dateline_end, is_dateline, label_end, opens_with_name
from zones.text.furniture import Furniture, furniture_kind, pieces
from zones.text.rows import row_kind

__all__ = ["article_blocks"]

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_WORD = re.compile(r"\w+")
_SENTENCE_END = (".", "!", "?", '"', "”", "'", "’", ":", ")", "…")
_HEADLINE_WORDS = 30
_QUESTION_WORDS = 20  # of a headline that asks
_PROSE_WORDS = 12  # of a line that surely goes on with the article
_REPEATED_WORDS = 3  # of a headline that is known again further down
_TOLD = frozenset({BlockKind.BODY, BlockKind.LIST_ROW, BlockKind.TABLE_ROW})


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page, without the blanks around it and the notices within it."""

    start: int
    text: str

    def block(self, start: int, end: int, kind: BlockKind) -> Block:
        """Return the block between two places of the line, without the blanks at its ends."""
        piece = self.text[start:end]
        first = self.start + start + len(piece) - len(piece.lstrip())
        return Block(first, first + len(piece.strip()), kind)


@dataclass(slots=True)
class _Page:
    """What is known of the page: of all its lines, and of those already looked at."""

    names_speak: bool
    """Whether names before a colon tell who speaks; they open more than one line then, as no dateline does."""
    answers: bool
    begun: bool = False
    """Whether running text or a row stands above."""
    headlines: set[str] = field(default_factory=set)
    untitled: bool = True
    """Whether no headline stands above, nor any text."""


def article_blocks(text: str) -> tuple[Block, ...]:
    r"""Return the blocks of a page that belong to its article, in order.

    Examples
    --------
    >>> page = "Monitors agreed\n\nASTANA, May 4 (AFP) - They met on Monday.\n\nShare this article:\n\n3 Comments\n"
    >>> for block in article_blocks(page):
    ...     print(block.kind, repr(page[block.start:block.end]))
    headline 'Monitors agreed'
    dateline 'ASTANA, May 4 (AFP) -'
    body 'They met on Monday.'
    """
    lines = _lines(text)
    page = _Page(
        names_speak=sum(opens_with_name(line.text) for line in lines) > 1,
        answers=any(line.text.startswith(("Q:", "Q.")) for line in lines),
    )
    found: list[Block] = []
    at: int | None = 0
    while at is not None and at < len(lines):
        furniture = furniture_kind(lines[at].text)
        if page.begun and furniture is Furniture.END:
            break
        if page.begun and furniture is Furniture.PAUSE:
            at = _prose_after(lines, at)
            continue
        if furniture is None:
            found += _blocks(lines[at], page)
        at += 1
    if not page.begun:
        return tuple(replace(b, kind=BlockKind.BODY) if b.headline else b for b in found)
    return tuple(_with_short_captions(text, found))


def _lines(text: str) -> list[_Line]:
    """Return the lines that have words."""
    return [
        _Line(match.start() + start, piece)
        for match in _LINE.finditer(text)
        for start, piece in pieces(match.group())
    ]


def _prose_after(lines: list[_Line], at: int) -> int | None:
    """Return where prose goes on before a surer end of the article than line ``at``; None if it does not."""
    for later in range(at + 1, len(lines)):
        line = lines[later].text
        furniture = furniture_kind(line)
        if furniture is Furniture.END:
            return None
        if furniture is None and line.endswith(_SENTENCE_END) and len(line.split()) >= _PROSE_WORDS:
            return later
    return None


def _blocks(line: _Line, page: _Page) -> Iterator[Block]:
    """Yield the blocks of a line, and keep on the page what they tell about the lines below."""
    begin = caption_end(line.text)
    if begin:
        yield line.block(0, begin, BlockKind.CAPTION)
    for block in _blocks_of_report(line, begin, page):
        if block.headline:
            page.headlines.add(_folded(line.text[begin:]))
        page.begun = page.begun or block.kind in _TOLD
        page.untitled = page.untitled and not (block.headline or page.begun)
        yield block


def _blocks_of_report(line: _Line, begin: int, page: _Page) -> Iterator[Block]:
    begin += len(line.text[begin:]) - len(line.text[begin:].lstrip())
    begin += label_end(line.text[begin:])
    text = line.text[begin:]
    kind = _kind(text, page)
    if kind is not None:
        yield line.block(begin, len(line.text), kind)
        return
    report = dateline_end(text, name_and_colon=not page.names_speak, first=not page.begun)
    if report:
        yield line.block(begin, begin + report, BlockKind.DATELINE)
    elif not page.begun and _is_headline(text, page):
        yield line.block(begin, len(line.text), BlockKind.HEADLINE)
        return
    yield line.block(begin + report, len(line.text), BlockKind.BODY)


def _kind(text: str, page: _Page) -> BlockKind | None:
    """Return the kind of a line that is told by the line as a whole, None if it holds a headline or running text."""
    if _folded(text) in page.headlines and len(text.split()) >= _REPEATED_WORDS:
        return BlockKind.HEADLINE
    row = row_kind(text, answers=page.answers)
    if row is BlockKind.LIST_ROW:
        return row
    if is_caption(text, first=page.untitled):
        return BlockKind.CAPTION
    if is_dateline(text, begun=page.begun):
        return BlockKind.DATELINE
    if is_byline(text):
        return BlockKind.BYLINE
    return row


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _is_headline(line: str, page: _Page) -> bool:
    if page.untitled and line.endswith(")"):
        line = line.rpartition("(")[0].rstrip() or line  # "Soldiers sent to Homs (PHOTOS)"
    words = len(line.split(maxsplit=_HEADLINE_WORDS))
    if line.endswith("?") and page.untitled and not page.names_speak:
        return words <= _QUESTION_WORDS and not any(mark in line[:-1] for mark in ".!?")
    return words <= _HEADLINE_WORDS and not line.endswith(_SENTENCE_END)


def _with_short_captions(text: str, blocks: list[Block]) -> Iterator[Block]:
    """Yield the blocks, a short caption ("UN observers") told by the whole one below it ("UN observers in Syria")."""
    for block, below in zip(blocks, [*blocks[1:], None], strict=True):
        captioned = below is not None and below.kind is BlockKind.CAPTION
        if captioned and below is not None and block.headline and _is_in(block, below, text):
            yield replace(block, kind=BlockKind.CAPTION)
        else:
            yield block


def _is_in(block: Block, caption: Block, text: str) -> bool:
    """Whether all words of a block stand in a caption in their order, the first at its beginning."""
    words = _WORD.findall(text[block.start : block.end])
    told = iter(_WORD.findall(text[caption.start : caption.end]))
    return len(words) > 1 and words[0] == next(told, "") and all(word in told for word in words[1:])

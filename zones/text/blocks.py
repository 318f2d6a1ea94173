"""A block of an article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Block", "BlockKind"]


class BlockKind(StrEnum):
    """What a block is in its article."""

    HEADLINE = "headline"
    """Title, further headline lines and standfirst, and a headline that is repeated further down."""
    DATELINE = "dateline"
    """Where and when the report was filed, at the head of a paragraph or on a line of its own."""
    BYLINE = "byline"
    """Who wrote it."""
    CAPTION = "caption"
    """What a picture shows, and whose it is."""
    LIST_ROW = "list_row"
    """A line with the mark of a list."""
    TABLE_ROW = "table_row"
    """A line with cells parted by bars or tabs."""
    BODY = "body"
    """Running text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a page that belongs to its article, on one line of it.

    Parameters
    ----------
    start, end
        Its place in the text (character offsets).
    kind
        What it is in the article.

    Examples
    --------
    >>> Block(0, 15, BlockKind.HEADLINE).headline
    True
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.BODY

    def __post_init__(self) -> None:
        """Refuse a block without text."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"a block from {self.start} to {self.end}; expected 0 <= start < end")

    @property
    def headline(self) -> bool:
        """Whether it is a headline."""
        return self.kind is BlockKind.HEADLINE

"""A line of an article."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Line"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article: its place in the text (character offsets) and whether it is the headline."""

    start: int
    end: int
    headline: bool = False

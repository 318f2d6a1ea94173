"""A text after one kind of change, and where each piece of it stood before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Edit", "Edited", "edited"]


class Edit(NamedTuple):
    """What stands in a text in place of its characters ``start:end``."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after its changes.

    Parameters
    ----------
    text
        What it came to.
    edits
        The changes, in order, without overlap; offsets are those of the text before.
    """

    text: str
    edits: tuple[Edit, ...]
    _at: tuple[int, ...] = field(repr=False, compare=False)  # where each change begins in the text after

    def before(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters ``start:end``, at least one, stood before the changes.

        Examples
        --------
        >>> changed = edited("Id-lib &amp; Homs", [Edit(2, 3, ""), Edit(7, 12, "&")])
        >>> changed.text, changed.before(0, 5), changed.before(6, 7), changed.before(8, 12)
        ('Idlib & Homs', (0, 6), (7, 12), (13, 17))
        """
        return self._origin(start)[0], self._origin(end - 1)[1]

    def after(self, start: int, end: int) -> tuple[int, int]:
        """Return where what is left of the characters ``start:end`` of the text before stands.

        Examples
        --------
        >>> edited("Id-lib &amp; Homs", [Edit(2, 3, ""), Edit(7, 12, "&")]).after(13, 17)
        (8, 12)
        """
        return self._left(start), self._left(end)

    def _origin(self, offset: int) -> tuple[int, int]:
        """Return the characters of the text before that a character of the text after was made of."""
        number = bisect_right(self._at, offset) - 1
        if number < 0:
            return offset, offset + 1
        edit, beyond = self.edits[number], offset - self._at[number] - len(self.edits[number].words)
        return (edit.start, edit.end) if beyond < 0 else (edit.end + beyond, edit.end + beyond + 1)

    def _left(self, offset: int) -> int:
        """Return how many characters of the text after were made of what stands before an offset of the text before."""
        number = bisect_right(self.edits, offset, key=lambda edit: edit.start) - 1
        if number < 0:
            return offset
        edit, at = self.edits[number], self._at[number]
        if offset == edit.start:
            return at
        return at + len(edit.words) + max(0, offset - edit.end)


def edited(text: str, edits: Iterable[Edit]) -> Edited:
    """Return a text after changes that are in order and do not overlap.

    Raises
    ------
    ValueError
        If they overlap or are out of order.
    """
    pieces: list[str] = []
    kept, starts = [], []
    done = length = 0
    for edit in edits:
        if edit.start < done:
            raise ValueError(f"a change at {edit.start} begins before the end of the one before, {done}")
        if text[edit.start : edit.end] == edit.words:
            continue
        pieces += (text[done : edit.start], edit.words)
        starts.append(length + edit.start - done)
        length += edit.start - done + len(edit.words)
        kept.append(edit)
        done = edit.end
    if not kept:
        return Edited(text, (), ())
    return Edited("".join([*pieces, text[done:]]), tuple(kept), tuple(starts))

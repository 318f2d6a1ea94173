"""The text that is read: that of the file without what only typography, wrapping and markup put into it.

A file may be wrapped at a width, hyphenated, full of invisible marks, entities, tags or Markdown. The reader reads
what a person sees: words, lines that are paragraphs, rows with a plain mark. Offsets and quotations stay those of the
file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from zones.text.bullets import bullet_edits
from zones.text.characters import character_edits
from zones.text.edited import Edit, Edited, edited
from zones.text.entities import entity_edits
from zones.text.line_ends import line_end_edits
from zones.text.markdown import markdown_edits
from zones.text.quote_marks import quote_mark_edits
from zones.text.runs import run_edits
from zones.text.tags import tag_edits

__all__ = ["ReadingText", "reading_text"]

_STEPS: tuple[Callable[[str], Iterator[Edit]], ...] = (
    entity_edits,
    entity_edits,  # "&amp;nbsp;": what was escaped twice
    tag_edits,
    character_edits,
    markdown_edits,
    quote_mark_edits,
    bullet_edits,
    line_end_edits,
    run_edits,
)


@dataclass(frozen=True, slots=True)
class ReadingText:
    """The text that is read, and where each piece of it stands in the file.

    Parameters
    ----------
    text
        What is read.
    steps
        How it was made from the file's text, in order; none if it is that text.
    """

    text: str
    steps: tuple[Edited, ...] = ()

    def in_file(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters ``start:end``, at least one, stand in the file."""
        for step in reversed(self.steps):
            start, end = step.before(start, end)
        return start, end

    def from_file(self, start: int, end: int) -> tuple[int, int]:
        """Return where what is read of the characters ``start:end`` of the file stands here."""
        for step in self.steps:
            start, end = step.after(start, end)
        return start, end


@lru_cache(maxsize=8)
def reading_text(text: str) -> ReadingText:
    r"""Return what is read of a file's text.

    Examples
    --------
    >>> told = reading_text("The zone covers **Idlib** prov-\nince &amp; \u200fHama.")
    >>> told.text
    'The zone covers Idlib province & Hama.'
    >>> told.in_file(22, 30)
    (26, 36)
    """
    done = []
    for step in _STEPS:
        made = edited(text, step(text))
        if made.edits:
            done.append(made)
            text = made.text
    return ReadingText(text, tuple(done))

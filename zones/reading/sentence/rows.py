"""The rows of a sentence as repairs need them: changed in places, and how far what hangs on each reaches."""

from __future__ import annotations

from zones.reading.sentence.tree import Row

__all__ = ["FINITE", "SUBJECTS", "changed", "edges", "has_subject"]

FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""The tags of finite verbs."""
SUBJECTS = frozenset({"nsubj", "nsubjpass", "mark", "expl", "csubj"})
"""The relations that open a clause: its subject, or the word that joins it."""


def changed(rows: list[Row], mended: dict[int, Row]) -> list[Row]:
    """Return rows with those that are mended, by their position, in place of the others."""
    return [mended.get(at, row) for at, row in enumerate(rows)]


def has_subject(rows: list[Row], at: int) -> bool:
    """Whether a word has a subject of its own, or a word that joins it as a clause."""
    return any(row.head == at and row.relation in SUBJECTS for row in rows)


def edges(rows: list[Row]) -> list[tuple[int, int]]:
    """Return the first and last word of what stands below each word."""
    reach = [[at, at] for at in range(len(rows))]
    for at in range(len(rows)):
        above, steps = at, 0
        while rows[above].head != above and steps <= len(rows):
            above, steps = rows[above].head, steps + 1
            reach[above][0] = min(reach[above][0], at)
            reach[above][1] = max(reach[above][1], at)
    return [(first, last) for first, last in reach]

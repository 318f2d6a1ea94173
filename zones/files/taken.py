"""What came out of a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Taken"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The text of a file, and what the file says of it.

    Parameters
    ----------
    text
        The article, with what stands around it where the file does not tell the two apart.
    published
        Day of publication that the file states apart from its text; None if it states none.
    states_day
        Whether files of its kind state the day apart from their text, so that none is looked for in it.
    notes
        What a user should know of how it was read, a sentence each.
    notes_on_day
        Why no day was taken; of no interest where somebody gives the day.
    address
        Where the file says that it was published on the web, apart from its text; None if it does not.
    note_on_address
        Why no address was taken; of no interest where somebody gives it.
    """

    text: str
    published: date | None = None
    states_day: bool = False
    notes: tuple[str, ...] = ()
    notes_on_day: tuple[str, ...] = ()
    address: str | None = None
    note_on_address: str | None = None

"""Words that say who speaks: where the speaker stands, the verb, the day and the outlet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

__all__ = ["Attribution", "Phrase"]

Phrase: TypeAlias = tuple[int, int]  # tokens from the first to the one after the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words that say who speaks.

    Parameters
    ----------
    start, end
        Tokens that belong to the attribution, the speaker's name and the verb included.
    speaker
        Tokens of the speaker (start, end); the same numbers if nobody is named.
    second
        Tokens of an apposition to the speaker, if any.
    verb
        Token of the verb.
    said_on
        The day, if the attribution tells it.
    reported_by
        The outlet that quotes, if told.
    """

    start: int
    end: int
    speaker: Phrase
    second: Phrase | None = None
    verb: int
    said_on: date | None = None
    reported_by: str | None = None

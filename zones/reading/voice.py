"""Whose words a statement is: the speaker, the day and the outlet that quotes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from zones.reading.attribution import Attribution
from zones.reading.speakers import Speaker

__all__ = ["SentenceVoices", "Voice"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a sentence or clause.

    Parameters
    ----------
    speaker
        The speaker; None for the report's own words.
    said_on
        The day, if told.
    reported_by
        The outlet that quotes, if told.
    """

    speaker: Speaker | None = None
    said_on: date | None = None
    reported_by: str | None = None

    def dated(self, day: date | None) -> Voice:
        """Return the voice with a day, if one is given."""
        return self if day is None else replace(self, said_on=day)

    def by(self, speaker: Speaker | None) -> Voice:
        """Return the voice with a speaker, if one is given."""
        return self if speaker is None else replace(self, speaker=speaker)


@dataclass(frozen=True, slots=True)
class SentenceVoices:
    """The voices in one sentence.

    Parameters
    ----------
    own
        Whose words the sentence is as a whole: the report's own, or a quotation's.
    said
        The voice of each attribution in it.
    deeds
        The voice of each verb that says and does at once: "denied", "proposed".
    """

    own: Voice = field(default_factory=Voice)
    said: dict[Attribution, Voice] = field(default_factory=dict)
    deeds: dict[Attribution, Voice] = field(default_factory=dict)

    def of(self, attribution: Attribution | None) -> Voice:
        """Return the voice of a clause with an attribution of this sentence, or without one."""
        if attribution is not None:
            return self.said.get(attribution, self.own)
        return Voice() if self.said else self.own

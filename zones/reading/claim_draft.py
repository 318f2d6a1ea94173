"""A claim as one sentence makes it, before it is tied to a zone."""

from __future__ import annotations

from dataclasses import dataclass

from zones.areas import Span
from zones.reading.voices import Voice
from zones.reading.whereabouts import Whereabouts
from zones.status import Status

__all__ = ["ClaimDraft"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDraft:
    """A claim as one sentence makes it.

    Parameters
    ----------
    nationality
        ISO 3166 alpha-2 code, or UN.
    status
        One of the closed list.
    place
        The place named, if any.
    of_zone
        Whether it speaks of a zone told before ("patrol it", "in the area"); then ``sentence`` dates it.
    voice
        Who says so, when, and through which outlet.
    span
        The sentence (character offsets).
    sentence
        Its number.
    headline
        Whether it is the headline's.
    rule, path
        The frame that found the deed, and the words that made the status.
    antecedent
        The other sentence that names who is meant, if it is not this one.
    at
        Where its deed stands.
    """

    nationality: str
    status: Status
    place: Whereabouts | None
    of_zone: bool
    voice: Voice
    span: Span
    sentence: int
    headline: bool = False
    rule: str = ""
    path: str = ""
    antecedent: Span | None = None
    at: int = 0

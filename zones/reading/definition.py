"""One reading of what a zone covers: which zone, which areas, and whether they are put in or taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from zones.reading.grammar import Listing
from zones.reading.introductions import Introduction
from zones.reading.scan import Scan

__all__ = ["Action", "Definition"]

Action: TypeAlias = Literal["covers", "excludes", "limits", "unread"]
"""What a definition does with its areas."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One reading of what a zone covers.

    Parameters
    ----------
    zone
        How the text speaks of it.
    listing
        The areas, exceptions and remarks.
    scan
        The sentence they stand in.
    action
        ``"covers"`` adds the areas, ``"excludes"`` takes them out, ``"limits"`` notes limits for every zone told so
        far, ``"unread"`` notes words about this zone that were not understood.
    split
        Whether each item of the list is a zone of its own.
    somewhere
        The items that say only in what the zone lies, not how much of it it is: "a zone in X".
    told
        Whether the sentence tells what the zone covers; False for "the truce in Hasakah", which does so
        only if nothing else did.
    named
        Whether no verb says so ("a truce for Eastern Qalamoun"): a later sentence that says what the zone
        includes takes its place.
    goes_on
        Whether it goes on about the zone of the definition before it: "... and includes C".
    stop
        The token at which the words about the extent end.
    """

    zone: Introduction
    listing: Listing
    scan: Scan
    action: Action = "covers"
    split: bool = False
    somewhere: frozenset[int] = frozenset()
    told: bool = True
    named: bool = False
    goes_on: bool = False
    stop: int = 0

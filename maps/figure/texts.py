"""The sentences that stand on printed sheets."""

from __future__ import annotations

from typing import Final

from zones.status import Status

RECONSTRUCTION: Final = (
    "Zones are reconstructions from words: each is the set of administrative units that the quoted texts put "
    "into it. No official geometry of the zones was ever published."
)
ENDORSEMENT: Final = (
    "The boundaries and names shown and the designations used on this map do not imply official endorsement "
    "or acceptance by anyone."
)
GOLAN: Final = (
    "The Golan Heights lie within the units of Quneitra governorate and have been occupied by Israel since "
    "1967; their limits here are approximate, as are those of the UNDOF area of separation (1974)."
)
MONITORS: Final = (
    "Monitors are what the sources claim, told by the latest statement of those who speak for the country, "
    "or else of anyone. None of it says that they were deployed."
)
SLIDE_NOTES: Final = (f"{RECONSTRUCTION} {ENDORSEMENT}",)
DISCLAIMERS: Final = (RECONSTRUCTION, ENDORSEMENT)

WHOLE: Final = "the text puts all of it into the zone"
PART: Final = "the text puts a part of it in, without saying where that ends"
NO_ZONES: Final = "The documents describe none by this day."
MORE_ZONES: Final = "and {count} more, see the table of zones"

STATUSES: Final = {
    Status.AGREED: "decided by those who decide",
    Status.PLANNED: "will be",
    Status.PROPOSED: "offered, suggested or asked for",
    Status.POSSIBLE: "may or might be",
    Status.DISCUSSED: "under negotiation",
    Status.UNDECIDED: "no decision has been taken",
    Status.UNCONFIRMED: "there is no information",
    Status.DENIED: "those who would come, or a party, say it is not so",
    Status.REJECTED: "another party refuses them",
}
BY_PUBLICATION: Final = "underlined: said by this day, that of publication; the text gives no other"
TIE: Final = "from a denial or a refusal to each claim that it stands against."
NEAREST_TIES: Final = "In a lane with more than {count} of them, only to the nearest."
TIMELINE_NOTES: Final = (
    "Each mark is one statement, on its day, true to scale; several of one day stand beside or below each other.",
    "Words beside a mark name who said it, and of which zone or place.",
    "These are what the sources claim. None of it says that anybody was deployed.",
    "The names and designations used do not imply official endorsement or acceptance by anyone.",
)

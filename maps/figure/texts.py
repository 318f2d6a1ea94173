"""The sentences that stand on every printed map."""

from __future__ import annotations

from typing import Final

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

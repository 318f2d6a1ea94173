"""Why a unit is in a zone, why words put nothing on the map, what a check found: every sentence that says so.

They are one closed collection, so that each can be had in another language; no reason is written anywhere else.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

__all__ = ["Reasoned", "Why", "joined"]

Reasoned = NewType("Reasoned", str)
"""A reason with its slots filled, or several with "; " between them; only `Why.told` and `joined` make one."""


class Why(StrEnum):
    """A reason, with a slot in braces for each name and number."""

    # Why a unit is a member.
    WHOLE = "all of {unit}"
    PART = "a part of {unit}, the text does not say which"
    INSIDE = "{name} lies in {unit}"
    SECTOR = "bears {degrees}° from the seat of {unit}, within {cone}° of {bearing}"
    ADJOINING = "{unit} shares a border with {units}"
    TOUCHING = "{unit} touches the border with {country}"
    TOUCHING_BETWEEN = "{unit} touches the border with {country} between {name} and {other}"
    STRIP = "within {km} km of the border with {country}"
    STRIP_BETWEEN = "within {km} km of the border with {country} between {name} and {other}"
    ROUTE = "within {km} km of the {road}, its course approximate: straight from town to town"
    ROUTE_BETWEEN = (
        "within {km} km of the {road} between {name} and {other}, "
        "its course approximate: straight from town to town"
    )
    DISC = "within {km} km of {name}"
    SIDE = "lies {bearing} of the {river}"
    SIDE_WHOLE = "{unit} lies {bearing} of the {river}"
    SHARE = "{percent}% of it"
    EXCEPTED = "{percent}% of it is excepted"
    HARDLY_EXCEPTED = "less than 1 % of it is excepted"
    PERHAPS_EXCEPTED = "a part is excepted, the text does not say which"
    BY_CODE = "given by P-code, by {maker}"

    # Why words are kept as words: what they tell of is no area, or the text leaves it open.
    CONTROL = "control of territory changes and is not an administrative boundary"
    FRONT = "a line between forces is not an administrative boundary"
    ROAD = "the course of a road is not an administrative boundary"
    RIVER = "the course of a river is not an administrative boundary"
    FEATURE = "the line is not an administrative boundary"
    KEPT_OUT = "where forces do not go is not an administrative boundary"
    ROUND_ABOUT = "the text does not say how far around"
    """The outskirts of Damascus; south of Damascus; the areas around it."""
    SOME_NAMED = "the text does not name all of these"
    """Several provinces, among them Raqqa; 84 settlements, including Rastan."""
    MOSTLY = "the text names what is mostly meant of it, not how far the rest reaches"
    """Southern Syria, above all Daraa."""
    SOMEWHERE = "the text says only in what the zone lies, not how much of it it is"
    """A zone in X."""
    POSSIBLE = "the text says only that the zone may cover this"
    """It could be extended to X."""
    ANOTHER_SAME = "the text does not say which province or district is meant"
    """The rest of the same province, where none was named."""
    SOME_BORDER = "some of this border, the text does not say which"
    """Much of the border with Jordan."""
    STRETCH = "only a stretch of the border is meant, and the text does not say which"
    """A border of which a length is told, and no ends."""
    UP_TO_BORDER = "the text says only that it reaches this border, not what lies before it"
    SEVERAL_BORDERS = "the text does not say on which of these borders its ends lie"
    LENGTH_ONLY = "a length along a border does not say how deep the zone is"
    DEPTH_DOUBTFUL = "a strip deeper than {km} km is drawn only where the text says that this is its depth"
    DEPTH_IMPOSSIBLE = "no strip is {km} km deep: more than 0 and at most {most} km can be drawn"
    RADIUS_IMPOSSIBLE = "no radius of {km} km can be drawn: more than 0 and at most {most} km can"
    ROUTE_OPEN = "the text does not say between which places along the road, nor in which province"
    TOO_LARGE = "drawn as read it would be more than a third of the country"
    WITHDRAWN = "the text itself takes this back"
    TOLD_BY = "told by {maker}"

    # Why words about the extent count as unread.
    NOT_DRAWN = "these words say where the zone is, but no area could be made of them"
    NOT_UNDERSTOOD = "it stands among the words about the extent, but what it is there was not understood"
    NO_AREA = "an item of the list that no area could be made of"
    UNKNOWN = "no place of this name is in the gazetteer; --places takes one of your own"
    UNKNOWN_BUT_NEAR = (
        "no place of this name is in the gazetteer; --places takes one of your own; "
        "spelled nearly so: {spellings}"
    )
    FAR_AWAY = (
        "the place of this name that is known here lies in another province than all others of the list"
    )
    APART = "what is taken out lies in none of the areas told before it"

    # What a check on the map found.
    SUBDISTRICTS_TOUCH = "{count} sub-districts of {name} touch the border with {country}"
    UNITS_TOUCH = "{count} of {total} units touch the border with {country}, {km} km of it"
    FROM_BORDER = "{km} km from the border with {country}"
    NO_BORDER = "Syria has no border with it in these boundaries"
    BEARS = "its centre bears {degrees}° from {name}"
    SHARE_THERE = "{percent}% of it lies there"
    SIZE = "{area} km2; the next is {other} km2"
    SIZE_ALONE = "{area} km2; no other zone to compare with"

    # What stands in a slot where the text has no name for it.
    ONE_POINT = "one point"
    ANOTHER = "another"
    CENTRE = "the centre"
    CAPITAL = "the capital"

    def told(self, **slots: object) -> Reasoned:
        """Return the reason with its slots filled.

        Raises
        ------
        KeyError
            If a slot is left empty.

        Examples
        --------
        >>> Why.DISC.told(km=55, name="al-Tanf")
        'within 55 km of al-Tanf'
        """
        return Reasoned(self.value.format(**slots))


def joined(*reasons: Reasoned) -> Reasoned:
    """Return several reasons as one.

    Examples
    --------
    >>> joined(Why.WHOLE.told(unit="Idlib governorate"), Why.PERHAPS_EXCEPTED.told())
    'all of Idlib governorate; a part is excepted, the text does not say which'
    """
    return Reasoned("; ".join(reasons))

"""The zones of a map by name, and what else a name means there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from geodata.candidate import Candidate
from geodata.kinds import Kind
from geodata.names import fold, skeleton
from zones.zone import Zone

_SAID = re.compile(
    r"(?:the\s++)?(?:(?:de-?escalation\s++|ceasefire\s++)?zone\s++(?:of\s++)?(?P<after>.+)|"
    r"(?P<before>\S++(?:\s++\S++)*?)\s++(?:de-?escalation\s++|ceasefire\s++)?zone)",
    re.IGNORECASE,
)


def said_to_be_zone(query: str) -> str | None:
    """
    Return the name that a query calls a zone; None if it calls it none.

    Examples
    --------
    >>> said_to_be_zone("the Idlib de-escalation zone"), said_to_be_zone("zone of Idlib"), said_to_be_zone("Idlib")
    ('Idlib', 'Idlib', None)
    """
    match = _SAID.fullmatch(query.strip())
    return (match["after"] or match["before"]) if match else None


def zones_named(zones: Iterable[Zone], name: str) -> tuple[Zone, ...]:
    """
    Return the zones that a name means: by name or id, as it sounds, or else by the last words of their names.

    Parameters
    ----------
    zones
        The zones of a map.
    name
        As people write it: "Eastern Ghouta", "Ghouta".
    """
    key, sound = fold(name), skeleton(name)
    if not key:
        return ()
    ways: tuple[Callable[[str], bool], ...] = (
        lambda spelling: fold(spelling) == key,
        lambda spelling: skeleton(spelling) == sound,
        lambda spelling: fold(spelling).endswith(f" {key}"),
        lambda spelling: " " in spelling and skeleton(spelling.rsplit(" ", 1)[-1]) == sound,
    )
    each = tuple(zones)
    for same in ways:
        found = tuple(zone for zone in each if any(map(same, _spellings(zone))))
        if found:
            return found
    return ()


def _spellings(zone: Zone) -> tuple[str, str]:
    return zone.name, zone.id.replace("-", " ")


def namesakes_told(
    name: str, taken: Candidate, found: Sequence[Candidate], zones: Sequence[Zone]
) -> str | None:
    """
    Return the words that say which place a name was taken for and what else it means; None if nothing wider.

    Parameters
    ----------
    name
        As asked.
    taken
        What it was taken for.
    found
        All places of that name.
    zones
        The zones of a map.
    """
    key = fold(name)
    same_zones = [zone for zone in zones if key in map(fold, _spellings(zone))]
    if taken.kind is not Kind.TOWN:
        return None
    others = [one for one in found if one.kind is not Kind.TOWN]
    if not same_zones and all(one.kind is Kind.SUBDISTRICT for one in others):
        return None
    listed = [f"{one.name} {one.kind} ({one.pcode})" for one in others]
    listed += [f'the zone {zone.name} (ask for "{zone.name} zone")' for zone in same_zones]
    words = f"{', '.join(listed[:-1])} and {listed[-1]}" if len(listed) > 1 else listed[0]
    return f"{name} is taken for the town; it is also the name of {words}"


def members_told(zone: Zone) -> str:
    """Return the words that say of which units a zone is made."""
    told = []
    for extent, words in (("whole", "all of"), ("part", "parts of")):
        names = [f"{member.name} ({member.pcode})" for member in zone.members if member.extent == extent]
        if names:
            told.append(f"{words} {', '.join(names)}")
    return f"{zone.name} is a zone, made of {' and '.join(told)}; the position is a point inside it"

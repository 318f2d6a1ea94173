"""Which zone or nationality a word means, among those that the documents speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from maps.reports.words import nationality
from zones.errors import NoSuchZoneError
from zones.reading.nations import find_nations
from zones.reading.tokens import fold_word, sentences

if TYPE_CHECKING:
    from zones import Zone, ZoneSet

__all__ = ["subject"]


def subject(zone_set: ZoneSet, name: str) -> Zone | str:
    """Return the zone that a name means, or else the code of the nationality.

    Parameters
    ----------
    zone_set
        The zones and claims.
    name
        A zone's id or name ("Idlib", "the Idlib zone"), or a nationality by code, country or people ("KZ",
        "Kazakhstan", "kazakh").

    Raises
    ------
    NoSuchZoneError
        If the documents speak of no such zone or nationality; `error.candidates` holds those they speak of.

    Examples
    --------
    >>> import zones
    >>> zone_set = zones.load()
    >>> subject(zone_set, "idlib zone").name, subject(zone_set, "Kazakh")
    ('Idlib', 'KZ')
    """
    wanted = _key(name)
    for zone in zone_set.zones:
        if wanted in {_key(zone.id), _key(zone.name)}:
            return zone
    codes = tuple(dict.fromkeys(claim.nationality for claim in zone_set.claims))
    for code in codes:
        if wanted in {_key(code), _key(nationality(code))}:
            return code
    meant = next((code for code in _nationalities(name) if code in codes), None)
    if meant is None:
        known = (*(zone.name for zone in zone_set.zones), *map(nationality, codes))
        raise NoSuchZoneError(name, known)
    return meant


def _key(name: str) -> str:
    words = name.replace("-", " ").split()
    return " ".join(folded for word in words if (folded := fold_word(word)) not in {"the", "zone"})


def _nationalities(name: str) -> list[str]:
    text = name.strip().title()
    return (
        [nation.code for s in sentences(text, [(0, len(text), False)]) for nation in find_nations(s)]
        if text
        else []
    )

"""Which zone or nationality a word means, among those that the documents speak of, and what names it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zones.countries import country_names
from zones.errors import NoSuchZoneError
from zones.reading.nations import find_nations
from zones.reading.tokens import Sentence, fold_word, tokenize

if TYPE_CHECKING:
    from datetime import date

    from zones import Zone, ZoneSet
    from zones.passed_over import PassedOver

__all__ = ["passed_over_about", "subject"]

_WORD = re.compile(r"\w+")


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
    codes = tuple(
        dict.fromkeys((*(claim.nationality for claim in zone_set.claims), *_passed_codes(zone_set)))
    )
    for code in codes:
        if wanted in set(map(_key, (code, *country_names(code, zone_set.naming)))):
            return code
    meant = next((code for code in _nations(name.strip().title()) if code in codes), None)
    if meant is None:
        known = (*(zone.name for zone in zone_set.zones), *map(zone_set.country, codes))
        raise NoSuchZoneError(name, known)
    return meant


def passed_over_about(zone_set: ZoneSet, meant: Zone | str, on: date | None) -> tuple[PassedOver, ...]:
    """Return the sentences passed over that name a zone or a nationality (by its code).

    Parameters
    ----------
    zone_set
        Where they come from.
    meant
        What `subject` returned.
    on
        Leave out documents that were published later or on no known day.
    """
    known = (zone_set if on is None else zone_set.on(on)).passed_over
    if isinstance(meant, str):
        return tuple(p for p in known if meant in _nations(p.text))
    name = f" {_key(meant.name)} "
    return tuple(p for p in known if name in f" {_key(' '.join(_WORD.findall(p.text)))} ")


def _passed_codes(zone_set: ZoneSet) -> list[str]:
    """Return the nationalities named in sentences passed over."""
    return [code for passed in zone_set.passed_over for code in _nations(passed.text)]


def _key(name: str) -> str:
    words = name.replace("-", " ").split()
    return " ".join(folded for word in words if (folded := fold_word(word)) not in {"the", "zone"})


def _nations(text: str) -> list[str]:
    """Return the codes of the nationalities that a text names."""
    if not text:
        return []
    whole = Sentence(tuple(tokenize(text)), 0, len(text), 0)
    return [nation.code for nation in find_nations(whole)]

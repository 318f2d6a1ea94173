"""What a name names (governorate, district, sub-district or town), as far as the words around it tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from geodata.unit import Level


class Kind(StrEnum):
    """The kinds of place a name can mean; the first three have the values of `Level`."""

    GOVERNORATE = "governorate"
    """As `Level.GOVERNORATE`."""
    DISTRICT = "district"
    """As `Level.DISTRICT`."""
    SUBDISTRICT = "sub-district"
    """As `Level.SUBDISTRICT`."""
    TOWN = "town"
    """A town, village or camp: a point."""

    @property
    def level(self) -> Level | None:
        """The administrative level; None for a town."""
        return None if self is Kind.TOWN else Level(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """
    A place name taken apart.

    Attributes
    ----------
    name
        The name itself.
    kind
        The kind that a word beside it states, as in "Idlib city" or "Duma district".
    within
        Names of larger places that follow after commas, as in "Suran, Hama, Syria"; the country left out.
    """

    name: str
    kind: Kind | None
    within: tuple[str, ...]


def parse_query(text: str) -> Query:
    """
    Return the name, the kind stated with it, and the larger places it is said to lie in.

    Examples
    --------
    >>> parse_query("the town of Rastan")
    Query(name='Rastan', kind=<Kind.TOWN: 'town'>, within=())
    >>> parse_query("Suran, Hama governorate, Syria")
    Query(name='Suran', kind=None, within=('Hama governorate',))
    >>> parse_query("محافظة حمص").kind
    <Kind.GOVERNORATE: 'governorate'>
    """
    first, *rest = [part.strip() for part in re.split(r"[,،;]", text) if part.strip()] or [""]
    within = tuple(part for part in rest if part.casefold() not in _COUNTRY)
    name, kind = split_kind(first)
    return Query(name=name, kind=kind, within=within)


def split_kind(text: str) -> tuple[str, Kind | None]:
    """
    Return a name without the word for its kind, and that kind; None where there is no such word.

    Examples
    --------
    >>> split_kind("Homs province")
    ('Homs', <Kind.GOVERNORATE: 'governorate'>)
    >>> split_kind("Rural Damascus")
    ('Rural Damascus', None)
    """
    for pattern in (_BEFORE, _AFTER, _ARABIC):
        match = pattern.fullmatch(text.strip())
        if match:
            return match["name"].strip(), _KINDS[re.sub(r"[\s-]", "", match["kind"].casefold())]
    return text.strip(), None


_COUNTRY = frozenset({"syria", "syrian arab republic", "سوريا", "سورية"})
_WORDS = {
    Kind.GOVERNORATE: ("governorate", "province", "muhafazah", "muhafaza", "mohafazah", "محافظة"),
    Kind.DISTRICT: ("district", "mantiqah", "mantiqa", "منطقة"),
    Kind.SUBDISTRICT: ("sub-district", "subdistrict", "sub district", "nahiyah", "nahiya", "nahia", "ناحية"),
    Kind.TOWN: ("city", "town", "village", "township", "municipality", "مدينة", "بلدة", "قرية"),
}
_KINDS = {re.sub(r"[\s-]", "", word): kind for kind, words in _WORDS.items() for word in words}
_ANY = "|".join(word for words in _WORDS.values() for word in words)
_BEFORE = re.compile(rf"(?:the\s++)?(?P<kind>{_ANY})\s++of\s++(?P<name>.+)", re.IGNORECASE)
_AFTER = re.compile(rf"(?:the\s++)?(?P<name>\S++(?:\s++\S++)*?)\s++(?P<kind>{_ANY})", re.IGNORECASE)
_ARABIC = re.compile(rf"(?P<kind>{_ANY})\s++(?P<name>[\u0600-\u06ff].*)")

"""Positions in links of map services: the marked place, or else the middle of the map shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from geodata.errors import PositionError
from geodata.position.characters import plain
from geodata.position.pair import read_pair
from geodata.position.position import Position
from geodata.position.tokens import knows_words

_DEGREES = r"([+-]?\d+(?:\.\d+)?)"
_COMMA = r", ?\+?"
_END = r"(?=$|[&#?/(])"
_NAMED = re.compile(r"/(?:place|search)/([^/?#]+)", re.IGNORECASE)
_SAME = 1e-4  # degrees: a place is often written twice, once rounded

_LINK = re.compile(r"(?:https?://|www\.)\S+|(?:[a-z0-9-]+\.)+[a-z]{2,}/\S+", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?(?:[^/@?#]*@)?([^/:?#]+)", re.IGNORECASE)
_SHORT = re.compile(
    r"(?:maps\.app\.goo\.gl|goo\.gl|bit\.ly|t\.co|tinyurl\.com|(?:osm\.org|openstreetmap\.org)/go|"
    r"yandex\.\w+/maps/-|waze\.com/ul/h|maps\.apple/p|maps\.apple\.com/p)(?:/|$|\w)",
    re.IGNORECASE,
)
_ROUTE = re.compile(r"/dir(?:ections)?[/?]|[?&](?:daddr|saddr|rtext|rtp)=", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Service:
    """
    A map service and where its links have a position.

    Parameters
    ----------
    name
        As people know it.
    host
        A pattern for the host's name.
    places, middles
        Patterns for the marked place and the middle of the map; the two groups are latitude and longitude,
        or, where the pattern begins with ``lon:``, longitude and latitude.
    """

    name: str
    host: str
    places: tuple[str, ...]
    middles: tuple[str, ...]


def _asked(*names: str) -> str:
    return rf"[?&](?:{'|'.join(names)})=(?:loc:)?{_DEGREES}{_COMMA}{_DEGREES}{_END}"


SERVICES = (
    Service(
        "Google Maps", r"(?:www\.|maps\.)?google\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})",
        (rf"!3d{_DEGREES}!4d{_DEGREES}", _asked("q", "query")),
        (rf"/@{_DEGREES},{_DEGREES},\d+(?:\.\d+)?[zma]", _asked("ll", "center", "sll", "cbll", "viewpoint")),
    ),
    Service(
        "OpenStreetMap", r"(?:www\.)?(?:openstreetmap\.org|osm\.org)",
        (rf"[?&]mlat={_DEGREES}&mlon={_DEGREES}{_END}", _asked("query")),
        (rf"#map=\d+(?:\.\d+)?/{_DEGREES}/{_DEGREES}{_END}", rf"[?&]lat={_DEGREES}&lon={_DEGREES}{_END}"),
    ),
    Service(
        "Bing Maps", r"(?:www\.)?bing\.com",
        (rf"[?&]sp=point\.{_DEGREES}_{_DEGREES}(?=$|[&_])", _asked("q", "where1")),
        (rf"[?&]cp={_DEGREES}~{_DEGREES}{_END}",),
    ),
    Service("Apple Maps", r"maps\.apple\.com", (_asked("ll", "q", "coordinate"),), (_asked("sll", "center"),)),
    Service(
        "Waze", r"(?:www\.|ul\.)?waze\.com",
        (_asked("ll", "latlng"), rf"[?&]to=ll\.{_DEGREES}{_COMMA}{_DEGREES}{_END}"), (),
    ),
    Service(
        "Yandex Maps", r"(?:www\.|maps\.)?yandex\.(?:[a-z]{2,3}|com\.[a-z]{2})",
        (rf"lon:[?&]pt={_DEGREES},{_DEGREES}(?=$|[&#]|,[a-z])", "lon:" + _asked(r"whatshere\[point\]"), _asked("text")),
        (f"lon:{_asked('ll')}",),
    ),
    Service(
        "OsmAnd", r"(?:www\.)?osmand\.net",
        (_asked("pin"), rf"[?&]lat={_DEGREES}&lon={_DEGREES}{_END}"),
        (rf"#\d+(?:\.\d+)?/{_DEGREES}/{_DEGREES}{_END}",),
    ),
)  # fmt: skip


def is_link(text: str) -> bool:
    """Tell whether a text is one link."""
    return _LINK.fullmatch(text) is not None


def read_link(text: str) -> Position:
    """
    Return the position in a link of a map service; the form tells the service and which position it is.

    Parameters
    ----------
    text
        As `plain` makes it.

    Raises
    ------
    geodata.errors.PositionError
        If the link is shortened, of a route, of a service not known here, or has no or several positions.

    Examples
    --------
    >>> found = read_link("https://www.google.com/maps/@36.17,37.14,12z")
    >>> found.lat, found.lon, found.form
    (36.17, 37.14, 'Google Maps link, the middle of its map')
    """
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", text, flags=re.IGNORECASE)
    if _SHORT.match(bare):
        raise PositionError(
            f"{text!r} is a shortened link, which holds no position: open it and copy the long address"
        )
    host = _HOST.match(text)
    service = next((s for s in SERVICES if host and re.fullmatch(s.host, host[1], re.IGNORECASE)), None)
    if service is None:
        names = ", ".join(each.name for each in SERVICES)
        raise PositionError(f"{text!r} is no link of a map service known here: {names}")
    address = unquote(text)
    if _ROUTE.search(address):
        raise PositionError(f"{text!r} is the link of a route, which has several positions; copy one of them")
    for patterns, what in ((service.places, "its marked place"), (service.middles, "the middle of its map")):
        found = [place for pattern in patterns for place in _positions(pattern, address)]
        found += _named(address) if patterns is service.places else []
        if any(abs(lat - found[0][0]) > _SAME or abs(lon - found[0][1]) > _SAME for lat, lon in found):
            raise PositionError(f"{text!r} has several positions; copy one of them")
        if found:
            lat, lon = found[0]
            return Position(lat=lat, lon=lon, form=f"{service.name} link, {what}")
    raise PositionError(f"{text!r} has no position where links of {service.name} have one")


def _named(address: str) -> list[tuple[float, float]]:
    """Return the position that stands where an address names its place, if that is one."""
    named = _NAMED.search(address)
    name = plain(named[1].replace("+", " ")) if named else ""
    if not any(c.isdigit() for c in name) or not knows_words(name):
        return []
    found = read_pair(name)
    return [(found.lat, found.lon)]


def _positions(pattern: str, text: str) -> list[tuple[float, float]]:
    """Return the latitudes and longitudes that a pattern finds."""
    turned = pattern.startswith("lon:")
    found = re.findall(pattern.removeprefix("lon:"), text, flags=re.IGNORECASE)
    return [(float(b), float(a)) if turned else (float(a), float(b)) for a, b in found]

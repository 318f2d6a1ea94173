"""Areas: what a phrase says about space, before any geometry. A small tree of frozen values.

A tree may be read from a text (`zones.grammar`) or written by hand; `zones.compiler` turns it into units.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from geodata.lines import RIVERS, ROADS
from zones.errors import AreaError
from zones.reasons import Reasoned

__all__ = [
    "Adjoining",
    "Area",
    "Border",
    "Disc",
    "Except",
    "Leaf",
    "Limit",
    "Part",
    "Region",
    "Route",
    "Sector",
    "Side",
    "Town",
    "Union",
    "Unread",
    "Whole",
    "leaves",
]

Span: TypeAlias = tuple[int, int]


DEEPEST_KM = 500
"""The deepest strip along a border."""
DOUBTFUL_KM = 60
"""A strip deeper than this is drawn only where the words leave no doubt."""
WIDEST_KM = 1000
"""The widest radius around a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What every leaf of the tree has.

    Parameters
    ----------
    text
        The words it was read from; empty for a tree written by hand.
    span
        Where they stand in the document (character offsets), if they do.
    label
        A short name for it: "Idlib", "Northern Homs", "Jordanian border".
    """

    text: str = ""
    label: str = ""
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Leaf):
    """All of a unit, named by its P-code: "Idlib province"."""

    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Leaf):
    """Some of a unit, the text does not say which: "most of Aleppo", "central Hama"."""

    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Town(Leaf):
    """A town named as inside: the sub-district it lies in (P-code), in part."""

    unit: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector(Leaf):
    """The sub-districts of a unit that lie toward a bearing, seen from its seat: "northern Homs province".

    Parameters
    ----------
    unit
        P-code of the unit.
    bearing
        Degrees clockwise from north.
    """

    unit: str
    bearing: float

    def __post_init__(self) -> None:
        _check_bearing(self.bearing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjoining(Leaf):
    """Units of other provinces that share a border line with the zone's whole units.

    Parameters
    ----------
    within
        P-codes of the provinces named; empty: any neighbour.
    level
        ``"district"`` or ``"sub-district"``.
    anchors
        P-codes of the units they adjoin; empty: the whole units of the zone this stands in.
    """

    within: tuple[str, ...]
    level: str
    anchors: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.level not in {"district", "sub-district"}:
            raise AreaError(f"adjoining units are districts or sub-districts, not {self.level!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Border(Leaf):
    """Along the border with a country, as sub-districts that touch it or as a strip.

    Parameters
    ----------
    country
        ISO 3166 alpha-2 code of the neighbour.
    within
        P-codes of the units that contain it; empty: all along.
    depth_km
        Depth of the strip in km; None: the sub-districts that touch the border.
    ends
        Two points (longitude, latitude) between which the border is taken.
    end_names
        The names of those points.
    """

    country: str
    within: tuple[str, ...] = ()
    depth_km: float | None = None
    ends: tuple[tuple[float, float], tuple[float, float]] | None = None
    end_names: tuple[str, str] | None = None

    def __post_init__(self) -> None:
        if self.depth_km is not None and not 0 < self.depth_km <= DEEPEST_KM:
            raise AreaError(
                f"a strip {self.depth_km} km deep: expected more than 0 and at most {DEEPEST_KM} km"
            )
        _check_ends(self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc(Leaf):
    """All that lies within a distance of a place.

    Parameters
    ----------
    lon, lat
        The centre, WGS 84 degrees.
    radius_km
        Geodesic radius in km.
    name
        The place at the centre.
    """

    lon: float
    lat: float
    radius_km: float
    name: str = ""

    def __post_init__(self) -> None:
        if not 0 < self.radius_km <= WIDEST_KM:
            raise AreaError(
                f"a radius of {self.radius_km} km: expected more than 0 and at most {WIDEST_KM} km"
            )
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise AreaError(f"a centre at longitude {self.lon}, latitude {self.lat}: not a position")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Leaf):
    """All on one side of a river: "east of the Euphrates".

    Parameters
    ----------
    river
        A name of `geodata.lines.RIVERS`.
    bearing
        The side, in degrees clockwise from north.
    within
        P-codes of the units that contain it; empty: all of Syria.
    """

    river: str
    bearing: float
    within: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.river not in RIVERS:
            raise AreaError(f"no river {self.river!r}; expected one of {', '.join(RIVERS)}")
        _check_bearing(self.bearing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Leaf):
    """A strip on both sides of a road, between two places or inside units.

    Parameters
    ----------
    road
        A name of `geodata.lines.ROADS`.
    depth_km
        The depth of the strip on each side, in km.
    ends
        Two points (longitude, latitude) between which the road is taken.
    end_names
        The names of those points.
    within
        P-codes of the units that contain it; empty: none.
    """

    road: str
    depth_km: float
    ends: tuple[tuple[float, float], tuple[float, float]] | None = None
    end_names: tuple[str, str] | None = None
    within: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.road not in ROADS:
            raise AreaError(f"no road {self.road!r}; expected one of {', '.join(ROADS)}")
        if not 0 < self.depth_km <= DEEPEST_KM:
            raise AreaError(
                f"{self.depth_km} km beside a road: expected more than 0 and at most {DEEPEST_KM} km"
            )
        if self.ends is None and not self.within:
            raise AreaError("a strip along a road without ends or a unit that contains it")
        _check_ends(self.ends)


def _check_bearing(degrees: float) -> None:
    if not -360 <= degrees <= 360:
        raise AreaError(f"a bearing of {degrees}: expected degrees clockwise from north, 0 to 360")


def _check_ends(ends: tuple[tuple[float, float], tuple[float, float]] | None) -> None:
    for lon, lat in ends or ():
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            raise AreaError(f"an end at longitude {lon}, latitude {lat}: not a position")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region(Leaf):
    """A region that people name and no register holds: the units of our table, in part."""

    name: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit(Leaf):
    """A limit that no boundary can settle: kept in words."""

    reason: Reasoned


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread(Limit):
    """Words about the extent that were not understood, such as a place that nobody here knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """Several areas together."""

    areas: tuple[Area, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Except:
    """An area without another."""

    area: Area
    minus: Area


Area: TypeAlias = (
    Whole | Part | Town | Sector | Adjoining | Border | Disc | Side | Route | Region | Limit | Union | Except
)


def leaves(area: Area) -> Iterator[Leaf]:
    """Yield the leaves of a tree from left to right, those of exceptions included."""
    match area:
        case Union(areas=areas):
            for part in areas:
                yield from leaves(part)
        case Except(area=kept, minus=minus):
            yield from leaves(kept)
            yield from leaves(minus)
        case _:
            yield area

"""The zones on the map: numbered, whole units filled, units that belong to them in part hatched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shapely
from matplotlib.axes import Axes
from shapely.geometry.base import BaseGeometry

from geodata.measure import area_km2
from maps.figure import style
from maps.figure.base import ZONES
from maps.figure.draw import fill, stroke
from maps.figure.labels import LabelBoard, places_in
from maps.figure.view import View

if TYPE_CHECKING:
    import geopandas as gpd


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnZone:
    """
    A zone as the map shows it.

    Parameters
    ----------
    number
        On the map and in the legend, from 1.
    zone, name
        Its id and its name.
    whole, part
        The area that the text puts in, and the area of which it puts in a part; WGS 84 degrees.
    """

    number: int
    zone: str
    name: str
    whole: BaseGeometry
    part: BaseGeometry

    @property
    def colour(self) -> str:
        """Its colour."""
        return style.zone_colour(self.number)

    @property
    def extent(self) -> BaseGeometry:
        """All of it."""
        return shapely.union_all([self.whole, self.part])

    @property
    def area_km2(self) -> tuple[float, float]:
        """The area of what is whole and of what is part, on the ellipsoid."""
        return float(area_km2(self.whole)), float(area_km2(self.part))


def drawn_zones(table: gpd.GeoDataFrame) -> tuple[DrawnZone, ...]:
    """
    Return the zones of a table in the order in which they first appear.

    Parameters
    ----------
    table
        One row a zone and extent: columns zone, name, extent (whole or part), geometry in WGS 84.

    Raises
    ------
    ValueError
        If a row's extent is neither.
    """
    unknown = sorted(set(table["extent"].astype(str)) - {"whole", "part"})
    if unknown:
        raise ValueError(f"extent {unknown[0]!r} in the table of zones; expected 'whole' or 'part'")
    found = []
    for number, zone in enumerate(dict.fromkeys(table["zone"]), start=1):
        rows = table[table["zone"] == zone]
        shapes = {
            extent: shapely.union_all(rows[rows["extent"] == extent].geometry.to_numpy())
            for extent in ("whole", "part")
        }
        name = str(rows["name"].iloc[0] or zone)
        found.append(DrawnZone(number=number, zone=str(zone), name=name, **shapes))
    return tuple(found)


def draw_zones(axes: Axes, view: View, zones: tuple[DrawnZone, ...]) -> None:
    """Fill the whole, hatch the part, and draw a line around both."""
    for zone in zones:
        whole, part = view.project(zone.whole), view.project(zone.part)
        fill(axes, whole, facecolor=zone.colour, alpha=0.55, zorder=ZONES)
        fill(axes, part, facecolor=zone.colour, alpha=0.14, zorder=ZONES)
        fill(axes, part, facecolor="none", edgecolor=zone.colour, hatch="//////", zorder=ZONES)
        stroke(
            axes,
            shapely.union_all([whole, part]),
            color="white",
            linewidth=2.4,
            alpha=0.7,
            zorder=ZONES + 0.1,
        )
        stroke(axes, shapely.union_all([whole, part]), color=zone.colour, linewidth=1.3, zorder=ZONES + 0.2)


def label_zones(board: LabelBoard, view: View, zones: tuple[DrawnZone, ...]) -> None:
    """Put each zone's number inside it, and its name beside the number where there is room."""
    numbered = [(zone, at) for zone in zones if (at := badge(board, zone, view.project(zone.extent)))]
    for zone, (x, y) in numbered:
        gap = view.metres(2.6 * board.scale)
        near = [place for step in (1, 2, 3.5, 5) for place in board.around(x=x, y=y, gap=gap * step)]
        board.put(zone.name, near, size=7.5, weight="bold", color=zone.colour, halo="white", zorder=20)


def badge(board: LabelBoard, zone: DrawnZone, shape: BaseGeometry) -> tuple[float, float] | None:
    """Write a zone's number in a disc of its colour inside a shape, and return where it stands."""
    disc = {"boxstyle": "circle,pad=0.22", "facecolor": zone.colour, "edgecolor": "white", "linewidth": 0.8}
    looks: dict[str, Any] = {"size": 7, "weight": "bold", "color": "white", "bbox": disc, "zorder": 21}
    return board.put(str(zone.number), places_in(shape), **looks)

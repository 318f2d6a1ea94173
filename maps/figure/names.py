"""Which names stand on the map: countries, the sea, waters, governorates, towns, the Golan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import shapely

from geodata.basemap import Basemap, Kind
from geodata.borders import neighbour_shapes
from geodata.names import without_markaz
from geodata.unit import Level
from geodata.units import AdminUnits
from maps.figure import style
from maps.figure.base import TOWNS
from maps.figure.labels import LabelBoard, Place, places_along, places_in
from maps.figure.view import View
from zones.countries import country_name

NAMES = 15
SEA_NAME = "Mediterranean Sea\nالبحر المتوسط"
# The governorate that surrounds the capital has its seat there: one dot, one name.
SEATLESS = frozenset({"SY03"})
CAPITAL = "SY01"
NEAR_DEG = 0.04


@dataclass(frozen=True, slots=True)
class Town:
    """A seat marked on the map: its name, where it stands in projected metres, and its level."""

    name: str
    x: float
    y: float
    level: Level


def mark_towns(board: LabelBoard, view: View, units: AdminUnits, *, level: Level) -> tuple[Town, ...]:
    """Mark the capital towns of governorates, or the smaller ones of their other districts; none is covered later."""
    great, towns = level is Level.GOVERNORATE, []
    for unit in units.at_level(level):
        lon, lat = units.seat(unit.pcode)
        # One district of a governorate shares its seat, and mostly its name.
        above = units.seat(units.chain(unit.pcode)[0].pcode)
        doubled = unit.pcode in SEATLESS or (
            not great and shapely.Point(above).distance(shapely.Point(lon, lat)) < NEAR_DEG
        )
        if doubled or not view.shows(lon=lon, lat=lat, inset_m=view.metres(2)):
            continue
        x, y = view.xy(lon=lon, lat=lat)
        dot(board, x, y, rank=0 if unit.pcode == CAPITAL else 1 if great else 2)
        board.mark(x=x, y=y, radius=view.metres((0.6 if great else 0.4) * board.scale))
        towns.append(Town(unit.name, x, y, level))
    return tuple(towns)


def name_towns(board: LabelBoard, view: View, towns: Iterable[Town]) -> None:
    """Write the names of towns beside their marks."""
    for town in towns:
        great = town.level is Level.GOVERNORATE
        gap = view.metres((1.3 if great else 1.0) * board.scale)
        near = [place for step in (1, 1.8) for place in board.around(x=town.x, y=town.y, gap=gap * step)]
        size, colour = (6.5, style.INK) if great else (5.0, "#3b4046")
        board.put(town.name, near, size=size, color=colour, halo="white", zorder=NAMES + 2)


def dot(board: LabelBoard, x: float, y: float, *, rank: int) -> None:
    """Draw a town: a square for the country's capital (rank 0), a dot for the others."""
    board.axes.plot(
        [x],
        [y],
        "s" if rank == 0 else "o",
        markersize=(4.2, 3.2, 2.2)[rank] * board.scale,
        markerfacecolor=style.INK,
        markeredgecolor="white",
        markeredgewidth=0.5 * board.scale,
        zorder=TOWNS,
    )


def name_governorates(board: LabelBoard, view: View, units: AdminUnits) -> None:
    """Write the names of governorates inside them, in English and Arabic where both find room."""
    for unit in units.at_level(Level.GOVERNORATE):
        shown = view.project(units.geometry(unit.pcode))
        if shown.area < (0.5 * view.metres(12)) ** 2:
            continue
        places = places_in(shown)
        english = unit.name.upper()
        both = f"{english}\n{without_markaz(unit.name_ar)}"
        looks: dict[str, Any] = {"within": shown, "color": style.LABEL_GREY, "halo": "white", "zorder": NAMES}
        if not board.put(both, places, size=6.0, linespacing=1.15, **looks):
            board.put(english, places, size=5.2, **looks)


def name_countries(board: LabelBoard, view: View, basemap: Basemap, units: AdminUnits) -> None:
    """Write the names of neighbours on what the frame shows of them, and the sea's on the sea."""
    abroad = shapely.difference(view.frame, view.project(units.outline).buffer(view.metres(1)))
    near = dict(zip(*neighbour_shapes(), strict=True))
    looks: dict[str, Any] = {"color": style.NEIGHBOUR_TEXT, "zorder": NAMES, "linespacing": 1.2}
    for feature in basemap.of(Kind.LABEL):
        lon, lat = shapely.get_coordinates(feature.geometry)[0]
        x, y = view.xy(lon=lon, lat=lat)
        shown = None
        places: list[Place] = [(x, y, "center", "center")]
        if feature.iso in near:
            shown = shapely.intersection(view.project(near[feature.iso]), abroad)
            places += places_in(shown, rows=25)
        country = country_name(feature.iso or "", units.naming).upper()
        board.put(f"{country}\n{feature.name_ar}", places, size=7, within=shown, **looks)
    for sea in basemap.of(Kind.SEA):
        water = view.project(sea.geometry)
        places = places_in(water, rows=15)
        board.put(SEA_NAME, places, size=6, within=water, color=style.WATER_TEXT, zorder=NAMES)


def name_waters(board: LabelBoard, view: View, basemap: Basemap) -> None:
    """Write the names of the greater rivers along them, and of lakes."""
    looks: dict[str, Any] = {"color": style.WATER_TEXT, "style": "italic", "halo": "white", "zorder": NAMES}
    for river in basemap.of(Kind.RIVER):
        shown = view.project(river.geometry)
        if (river.rank or 3) > 2 or shown.length < view.metres(25):
            continue
        for place, angle in places_along(shown):
            if board.put(river.name or "", [place], size=5, rotation=angle, rotation_mode="anchor", **looks):
                break
    for lake in basemap.of(Kind.LAKE):
        shown = view.project(lake.geometry)
        if shown.area > view.metres(3) ** 2:
            x0, y0, x1, y1 = shown.bounds
            mid_x, mid_y, gap = (x0 + x1) / 2, (y0 + y1) / 2, view.metres(0.6 * board.scale)
            sides: list[Place] = [
                (mid_x, mid_y, "center", "center"),
                (x0 - gap, mid_y, "right", "center"),
                (mid_x, y0 - gap, "center", "top"),
                (mid_x, y1 + gap, "center", "bottom"),
                (x1 + gap, mid_y, "left", "center"),
            ]
            board.put(lake.name or "", sides, size=4.8, **looks)


def name_marks(board: LabelBoard, view: View, basemap: Basemap) -> None:
    """Write the names of the Golan and of the area of separation, with what a reader must know of them."""
    for feature in basemap.of(Kind.GOLAN):
        shown = view.project(feature.geometry)
        if not shown.is_empty:
            text = f"{feature.name}\n({(feature.note or '').lower()})".replace("israel", "Israel")
            x, y = shown.centroid.x, shown.centroid.y
            gap = view.metres(2 * board.scale)
            near = [at for step in (0.6, 1, 2, 3, 5, 7) for at in board.around(x=x, y=y, gap=gap * step)]
            board.put(
                text,
                [(x, y, "center", "center"), *near],
                size=4.8,
                color=style.INK,
                halo="white",
                zorder=NAMES + 3,
            )

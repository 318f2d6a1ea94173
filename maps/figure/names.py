"""Which names stand on the map: countries, the sea, waters, governorates, towns, the Golan."""

from __future__ import annotations

import shapely

from geodata.basemap import Basemap, Kind
from geodata.unit import Level
from geodata.units import AdminUnits
from maps.figure import style
from maps.figure.base import TOWNS
from maps.figure.labels import LabelBoard, places_along, places_in
from maps.figure.view import View

NAMES = 15
SEA_NAME = "Mediterranean Sea\nالبحر المتوسط"
# The governorate that surrounds the capital has its seat there: one dot, one name.
SEATLESS = frozenset({"SY03"})


def name_towns(board: LabelBoard, view: View, units: AdminUnits, *, level: Level) -> None:
    """Mark and name the capital towns of a level, those of governorates first and larger."""
    for rank, of in enumerate((Level.GOVERNORATE, Level.DISTRICT)):
        if of.depth > level.depth:
            continue
        for unit in units.at_level(of):
            lon, lat = units.seat(unit.pcode)
            known = unit.pcode in SEATLESS or (rank and unit.pcode.endswith("00"))
            if known or not view.shows(lon=lon, lat=lat, inset_m=view.metres(2)):
                continue
            x, y = view.xy(lon=lon, lat=lat)
            dot(board, x, y, rank=rank, capital=unit.pcode == "SY01")
            near = board.around(x=x, y=y, gap=view.metres((1.3 - 0.3 * rank) * board.scale))
            size, colour = ((6.5, style.INK), (5.0, "#3b4046"))[rank]
            board.put(unit.name, near, size=size, color=colour, halo="white", zorder=NAMES + 2)


def dot(board: LabelBoard, x: float, y: float, *, rank: int, capital: bool) -> None:
    """Draw a town: a square for the country's capital, a dot for the others."""
    size = (4.2, 3.2, 2.0)[0 if capital else 1 + rank] * board.scale
    board.axes.plot([x], [y], "s" if capital else "o", markersize=size, markerfacecolor=style.INK,
                    markeredgecolor="white", markeredgewidth=0.5 * board.scale, zorder=TOWNS)


def name_units(board: LabelBoard, view: View, units: AdminUnits, *, level: Level) -> None:
    """Write the names of a level's units inside them, in English and Arabic where both find room."""
    for unit in units.at_level(level):
        shown = view.project(units.geometry(unit.pcode))
        if shown.area < 0.25 * view.metres(12) ** 2:
            continue
        places = places_in(shown)
        looks = {"color": style.LABEL_GREY, "halo": "white", "zorder": NAMES, "linespacing": 1.15}
        if level is Level.GOVERNORATE:
            english, size = unit.name.upper(), 6.0
        else:
            english, size = unit.name, 4.8
        if not board.put(f"{english}\n{unit.name_ar}", places, size=size, **looks):
            board.put(english, places, size=size - 0.8, **looks)


def name_countries(board: LabelBoard, view: View, basemap: Basemap, units: AdminUnits) -> None:
    """Write the names of neighbours on what the frame shows of them, and the sea's on the sea."""
    seas = [view.project(feature.geometry) for feature in basemap.of(Kind.SEA)]
    looks = {"color": style.NEIGHBOUR_TEXT, "zorder": NAMES, "linespacing": 1.2}
    for feature in basemap.of(Kind.LABEL):
        lon, lat = shapely.get_coordinates(feature.geometry)[0]
        x, y = view.xy(lon=lon, lat=lat)
        step = view.metres(6 * board.scale)
        places = [(x + dx * step, y + dy * step, "center", "center") for dx in (0, 1, -1) for dy in (0, 1, -1, 2, -2)]
        country = (feature.name or "").upper()
        board.put(f"{country}\n{feature.name_ar}", places, size=7, **looks)
    for sea in seas:
        board.put(SEA_NAME, places_in(sea), size=6, color=style.WATER_TEXT, zorder=NAMES)


def name_waters(board: LabelBoard, view: View, basemap: Basemap) -> None:
    """Write the names of the greater rivers along them, and of lakes."""
    looks = {"color": style.WATER_TEXT, "style": "italic", "halo": "white", "zorder": NAMES}
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
            point = shown.representative_point()
            near = board.around(x=point.x, y=point.y, gap=view.metres(3 * board.scale))
            board.put(lake.name or "", near, size=4.8, **looks)


def name_marks(board: LabelBoard, view: View, basemap: Basemap) -> None:
    """Write the names of the Golan and of the area of separation, with what a reader must know of them."""
    for feature in basemap.of(Kind.GOLAN):
        shown = view.project(feature.geometry)
        if not shown.is_empty:
            text = f"{feature.name}\n({(feature.note or '').lower()})".replace("israel", "Israel")
            x, y = shown.centroid.x, shown.centroid.y
            gap = view.metres(2 * board.scale)
            near = [at for step in (1, 3, 5, 7) for at in board.around(x=x, y=y, gap=gap * step)]
            board.put(text, [(x, y, "center", "center"), *near], size=4.8, color=style.INK, halo="white",
                      zorder=NAMES + 3)

"""The whole sheet put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

import matplotlib.style
import shapely
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from shapely.geometry.base import BaseGeometry

from geodata.basemap import Basemap, Kind, load_basemap
from geodata.unit import Level
from geodata.units import AdminUnits
from maps.figure import names, style
from maps.figure.base import RELIEF_PX, draw_borders, draw_ground, draw_marks
from maps.figure.grid import draw_graticule, draw_north_arrow, draw_scale_bar
from maps.figure.inset import draw_inset
from maps.figure.labels import LabelBoard
from maps.figure.page import Box, Page, Size
from maps.figure.panel import Panel
from maps.figure.view import View
from maps.figure.zonelayer import DrawnZone, draw_zones, drawn_zones, label_zones

if TYPE_CHECKING:
    import geopandas as gpd

TITLE = "De-escalation zones in Syria"
INSET_MM = (34.0, 30.0)
SCALE_MM = (72.0, 14.0)
LEAST_KM = 25.0


class Zones(Protocol):
    """What a figure needs of a set of zones."""

    def to_gdf(self, layer: str, /) -> gpd.GeoDataFrame:
        """Return the layer "zones": one row a zone and extent."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What every sheet is drawn from."""

    page: Page
    view: View
    units: AdminUnits
    basemap: Basemap
    detailed: bool

    @property
    def quneitra(self) -> bool:
        """Whether the frame shows some of the Golan."""
        return any(not self.view.project(golan.geometry).is_empty for golan in self.basemap.of(Kind.GOLAN))

    @property
    def levels(self) -> tuple[Level, ...]:
        """The administrative levels whose borders are drawn."""
        return tuple(Level) if self.detailed else (Level.GOVERNORATE, Level.DISTRICT)


def figure(
    zones: Zones,
    *,
    zone: str | None = None,
    on: date | None = None,
    size: Size = "A4",
    title: str | None = None,
    sources: Sequence[str] = (),
    remarks: Mapping[str, Sequence[str]] | None = None,
    units: AdminUnits | None = None,
) -> Figure:
    """
    Return a map for print: zones over relief, with legend, scale, graticule, sources and disclaimers.

    Parameters
    ----------
    zones
        A `zones.ZoneSet`, or anything with its `to_gdf("zones")`: columns zone, name, extent, geometry.
    zone
        Id of the one zone to show large; all by default.
    on
        The date that the map is said to hold for.
    size
        Paper, in landscape.
    title
        Headline; one that fits by default.
    sources
        The documents that the zones rest on, a line each.
    remarks
        What the map cannot show about a zone, by its id: set below its name in the legend.
    units
        Administrative units; the built-in ones by default.

    Raises
    ------
    LookupError
        If there is no zone of that id.
    """
    with matplotlib.style.context(["default", style.RC]):
        units = AdminUnits.builtin() if units is None else units
        drawn = chosen(drawn_zones(zones.to_gdf("zones")), zone)
        page = Page.of(size)
        subject = units.outline if zone is None else drawn[0].extent
        view = View.fit(roomy(subject), page.map, margin=0.04 if zone is None else 0.22)
        ground = Ground(page=page, view=view, units=units, basemap=load_basemap(), detailed=zone is not None)
        sheet = page.figure()
        draw_map(sheet, ground, drawn, subject)
        paper = page.paper(sheet)
        headline = title or (TITLE if zone is None else f"{drawn[0].name} zone")
        draw_title(paper, page, headline, "" if on is None else f"as of {on.day} {on:%B %Y}")
        panel = Panel(
            zones=drawn,
            remarks={key: tuple(lines) for key, lines in (remarks or {}).items()},
            sources=tuple(sources),
            data=f"Administrative units: {units.source.attribution}, {units.source.date}. "
            f"Base map: {'; '.join(ground.basemap.credits)}.",
            projection=projection_text(ground),
            finest_border="Sub-district" if ground.detailed else "District",
            quneitra=ground.quneitra,
        )
        panel.draw(paper, page.panel, scale=page.scale)
        return sheet


def chosen(zones: tuple[DrawnZone, ...], zone: str | None) -> tuple[DrawnZone, ...]:
    """Return all zones, or the one of an id."""
    if zone is None:
        return zones
    found = tuple(drawn for drawn in zones if drawn.zone == zone)
    if not found:
        known = ", ".join(drawn.zone for drawn in zones) or "none"
        raise LookupError(f"no zone has the id {zone!r}; known: {known}")
    return found


def roomy(subject: BaseGeometry) -> BaseGeometry:
    """Return the subject, widened if it is so small that its surroundings would not tell where it is."""
    degrees = LEAST_KM / 111.0
    return shapely.union_all([subject, subject.centroid.buffer(degrees)])


def draw_map(sheet: Figure, ground: Ground, zones: tuple[DrawnZone, ...], subject: BaseGeometry) -> None:
    """Draw the map and its furniture into its frame, then the names where they find room."""
    page, view, basemap, units = ground.page, ground.view, ground.basemap, ground.units
    axes = page.axes(sheet, page.map)
    axes.set_xlim(view.west, view.east)
    axes.set_ylim(view.south, view.north)
    draw_ground(axes, view, basemap, units.outline, pixels=RELIEF_PX[page.size])
    draw_zones(axes, view, zones)
    draw_graticule(axes, view, scale=page.scale)
    draw_borders(axes, view, basemap, units, levels=ground.levels)
    draw_marks(axes, view, basemap)
    board = LabelBoard(axes, scale=page.scale)
    draw_corners(sheet, axes, ground, board, subject)
    label_zones(board, view, zones)
    names.name_towns(board, view, units, level=Level.GOVERNORATE)
    names.name_marks(board, view, basemap)
    names.name_units(board, view, units, level=Level.GOVERNORATE)
    if ground.detailed or page.size == "A3":
        names.name_towns(board, view, units, level=Level.DISTRICT)
    if ground.detailed:
        names.name_units(board, view, units, level=Level.SUBDISTRICT)
    names.name_countries(board, view, basemap, units)
    names.name_waters(board, view, basemap)


def draw_corners(
    sheet: Figure, axes: Axes, ground: Ground, board: LabelBoard, subject: BaseGeometry
) -> None:
    """Put the inset, and scale bar with north arrow, into the two corners that hide least of the subject."""
    page, view = ground.page, ground.view
    shown = view.project(subject)
    inset = freest(ground, INSET_MM, shown, taken=None)
    scale = freest(ground, SCALE_MM, shown, taken=inset)
    for box in (inset, scale):
        x0, y0, x1, y1 = on_map(ground, box).bounds
        board.block(x0, y0, x1, y1)
    small = page.axes(sheet, inset)
    draw_inset(small, ground.basemap, ground.units.outline, inset, view, country=ground.detailed)
    x0, y0, x1, y1 = on_map(ground, scale).bounds
    axes.add_patch(
        Rectangle((x0, y0), x1 - x0, y1 - y0, facecolor="white", alpha=0.8, linewidth=0, zorder=29)
    )
    mm = view.metres(page.scale)
    draw_scale_bar(axes, view, x=x0 + 4 * mm, y=y0 + 3.2 * mm, scale=page.scale)
    draw_north_arrow(axes, view, x=x1 - 5 * mm, y=y0 + 1.6 * mm, scale=page.scale)


def freest(ground: Ground, size_mm: tuple[float, float], shown: BaseGeometry, *, taken: Box | None) -> Box:
    """Return a box in the corner of the map where it hides least, other than one taken."""
    frame, scale = ground.page.map, ground.page.scale
    width, height = size_mm[0] * scale, size_mm[1] * scale
    corners = [
        Box(left=left, bottom=bottom, width=width, height=height)
        for bottom in (frame.bottom, frame.top - height)
        for left in (frame.right - width, frame.left)
    ]
    free = [box for box in corners if taken is None or not on_map(ground, box).intersects(on_map(ground, taken))]
    return min(free, key=lambda box: float(on_map(ground, box).intersection(shown).area))


def on_map(ground: Ground, box: Box) -> shapely.Polygon:
    """Return a box of the paper in projected metres."""
    frame, view = ground.page.map, ground.view
    x0, y0 = view.west + view.metres(box.left - frame.left), view.south + view.metres(box.bottom - frame.bottom)
    return shapely.box(x0, y0, x0 + view.metres(box.width), y0 + view.metres(box.height))


def draw_title(paper: Axes, page: Page, headline: str, below: str) -> None:
    """Set the headline and, in smaller letters beside it, what it holds for."""
    box, scale = page.title, page.scale
    text = paper.text(box.left, box.bottom + 6.0 * scale, headline, fontsize=16 * scale, weight="bold",
                      color=style.ACCENT, va="bottom")
    if below:
        paper.annotate(below, (1, 0), xycoords=text, xytext=(8 * scale, 3 * scale), textcoords="offset points",
                       fontsize=10 * scale, color=style.GREY)
    paper.add_patch(Rectangle((box.left, box.bottom + 3.2 * scale), box.width, 0.7 * scale, facecolor=style.ACCENT))


def projection_text(ground: Ground) -> str:
    """Return how the map is projected and at which scale it is drawn."""
    south, north = ground.view.parallels
    return (
        f"Lambert conformal conic projection, parallels {south:g}° N and {north:g}° N, "
        f"central meridian {ground.view.central_meridian:g}° E, WGS 84. "
        f"Scale 1:{ground.view.denominator:,.0f} on {ground.page.size}."
    )

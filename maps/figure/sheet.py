"""The whole sheet put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

import matplotlib.style
import shapely
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from shapely.geometry.base import BaseGeometry

from geodata.basemap import Kind, load_basemap
from geodata.unit import Level
from geodata.units import AdminUnits
from maps.figure import names, style
from maps.figure.base import RELIEF_PX, draw_borders, draw_ground, draw_marks
from maps.figure.corners import draw_corners
from maps.figure.grid import draw_graticule
from maps.figure.ground import Ground
from maps.figure.labels import LabelBoard
from maps.figure.page import Page, Size
from maps.figure.panel import Panel
from maps.figure.view import View
from maps.figure.zonelayer import DrawnZone, draw_zones, drawn_zones, label_zones

if TYPE_CHECKING:
    import geopandas as gpd

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
TITLE = "De-escalation zones in Syria"
LEAST_KM = 25.0
CROWDED = 600_000


class Zones(Protocol):
    """What a figure needs of a set of zones."""

    def to_gdf(self, layer: str, /) -> gpd.GeoDataFrame:
        """Return the layer "zones": one row a zone and extent."""
        ...


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
        outline = shapely.union_all([units.outline])
        subject = outline if zone is None else drawn[0].extent
        view = View.fit(roomy(subject), page.map, margin=0.04 if zone is None else 0.22)
        ground = Ground(page=page, view=view, units=units, basemap=load_basemap(), detailed=zone is not None)
        sheet = page.figure()
        draw_map(sheet, ground, drawn, subject)
        paper = page.paper(sheet)
        headline = title or (TITLE if zone is None else f"{drawn[0].name} zone")
        draw_title(paper, page, headline, "" if on is None else f"as of {date_text(on)}")
        panel = Panel(
            zones=drawn,
            remarks={key: tuple(lines) for key, lines in (remarks or {}).items()},
            sources=tuple(sources),
            data=f"Administrative units: {units.source.attribution}, {units.source.date}. "
            f"Base map: {'; '.join(ground.basemap.credits)}.",
            projection=projection_text(ground),
            finest_border="Sub-district" if ground.detailed else "District",
            golan=ground.shows(Kind.GOLAN),
            armistice=ground.shows(Kind.ARMISTICE),
        )
        panel.draw(paper, page.panel, scale=page.scale)
        return sheet


def date_text(on: date) -> str:
    """
    Return a date in English, whatever the machine's language.

    Examples
    --------
    >>> date_text(date(2017, 6, 23))
    '23 June 2017'
    """
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


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
    draw_ground(axes, view, basemap, shapely.union_all([units.outline]), pixels=RELIEF_PX[page.size])
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
        inside = view.project(subject) if view.denominator > CROWDED else None
        names.name_units(board, view, units, level=Level.SUBDISTRICT, inside=inside)
    names.name_countries(board, view, basemap, units)
    names.name_waters(board, view, basemap)


def draw_title(paper: Axes, page: Page, headline: str, below: str) -> None:
    """Set the headline and, in smaller letters beside it, what it holds for."""
    box, scale = page.title, page.scale
    text = paper.text(
        box.left,
        box.bottom + 3.4 * scale,
        headline,
        fontsize=16 * scale,
        weight="bold",
        color=style.ACCENT,
        va="bottom",
    )
    if below:
        paper.annotate(
            below,
            (1, 0),
            xycoords=text,
            xytext=(8 * scale, 3 * scale),
            textcoords="offset points",
            fontsize=10 * scale,
            color=style.GREY,
        )
    paper.add_patch(
        Rectangle((box.left, box.bottom + 1.4 * scale), box.width, 0.7 * scale, facecolor=style.ACCENT)
    )


def projection_text(ground: Ground) -> str:
    """Return how the map is projected and at which scale it is drawn."""
    south, north = ground.view.parallels
    return (
        f"Lambert conformal conic projection, parallels {south:g}° N and {north:g}° N, "
        f"central meridian {ground.view.central_meridian:g}° E, WGS 84. "
        f"Scale 1:{ground.view.denominator:,.0f} on {ground.page.size}."
    )

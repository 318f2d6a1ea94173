"""The whole sheet put together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import matplotlib.style
import shapely
from matplotlib.figure import Figure
from shapely.geometry.base import BaseGeometry

from geodata.basemap import Kind, load_basemap
from geodata.unit import Level
from maps.figure import names, style
from maps.figure.base import RELIEF_PX, draw_borders, draw_ground, draw_marks
from maps.figure.content import (
    DrawnZone,
    date_text,
    drawn_zones,
    loose_limits,
    monitors_later,
    monitors_nowhere,
    source_lines,
)
from maps.figure.corners import draw_corners
from maps.figure.grid import draw_graticule
from maps.figure.ground import Ground
from maps.figure.labels import LabelBoard
from maps.figure.membernames import name_members, name_neighbours
from maps.figure.page import Page, Size
from maps.figure.panel import Panel
from maps.figure.titleband import check_letters, draw_title
from maps.figure.view import View
from maps.figure.zonelayer import draw_zones, label_zones
from maps.heading import Heading
from zones.about import about

if TYPE_CHECKING:
    from zones import ZoneSet

TITLE = "De-escalation zones in Syria"
LEAST_KM = 25.0
CROWDED = 600_000


def figure(
    zone_set: ZoneSet,
    *,
    zone: str | None = None,
    on: date | None = None,
    size: Size = "A4",
    title: str | None = None,
    subtitle: str | None = None,
    author: str | None = None,
) -> Figure:
    """
    Return a map for print: zones over relief, with legend, scale, graticule, sources and disclaimers.

    Parameters
    ----------
    zone_set
        The zones, on their own boundaries.
    zone
        Id or name of the one zone to show large; all by default.
    on
        Show the zones described by this day, with the standing of monitors then; by default everything.
    size
        Paper, in landscape: "A4", "A3", or "16:9" for a slide.
    title
        Headline; one that fits by default.
    subtitle
        A line below it.
    author
        Who made the map, named among the sources.

    Raises
    ------
    zones.errors.NoSuchZoneError
        If there is no zone of that id or name.
    ValueError
        If the paper size is unknown; as `maps.heading.HeadingError` if title, subtitle or author is no line of
        text.
    """
    page, words = Page.of(size), Heading(title=title, subtitle=subtitle, author=author)
    check_letters(words)
    drawn = drawn_zones(zone_set, zone=zone, on=on)
    detailed = zone is not None and bool(drawn)
    with matplotlib.style.context(["default", style.RC]):
        units = zone_set.units
        subject = drawn[0].extent if detailed else shapely.union_all([units.outline])
        view = View.fit(roomy(subject), page.map, margin=0.1 if detailed else 0.04)
        ground = Ground(page=page, view=view, units=units, basemap=load_basemap(), detailed=detailed)
        sheet = page.figure()
        key = draw_map(sheet, ground, drawn, subject)
        paper = page.paper(sheet)
        headline = words.title or (_zone_title(drawn[0].name) if detailed else TITLE)
        day = None if on is None else f"as of {date_text(on)}"
        draw_title(paper, page, headline, " · ".join(part for part in (words.subtitle, day) if part))
        panel = panel_of(zone_set, ground, drawn, on=on, key=key, author=words.author)
        panel.draw(paper, page.panel, scale=page.scale)
        if page.is_slide:
            panel.draw_footer(paper, page.footer, scale=page.scale)
        return sheet


def _zone_title(name: str) -> str:
    return name if name.endswith(("zone", "strip")) else f"{name} zone"


def panel_of(
    zone_set: ZoneSet,
    ground: Ground,
    drawn: tuple[DrawnZone, ...],
    *,
    on: date | None,
    key: tuple[str, ...],
    author: str | None,
) -> Panel:
    """Return what stands beside the map."""
    nowhere = "" if ground.detailed else monitors_nowhere(zone_set, on=on)
    later = "" if ground.detailed else monitors_later(zone_set, on=on)
    made_by = f"{zone_set.boundaries.attribution}, {zone_set.boundaries.date}"
    return Panel(
        zones=drawn,
        loose=(
            *((f"Monitors in no zone in particular: {nowhere}",) if nowhere else ()),
            *((f"Monitors in zones not described by then: {later}",) if later else ()),
            *(() if ground.detailed else loose_limits(zone_set, on=on)),
        ),
        detailed=ground.detailed,
        brief=ground.page.is_slide,
        key=key,
        sources=(*((f"Map by {author}.",) if author else ()), *source_lines(zone_set, on=on)),
        data=(
            f"Administrative units: {made_by}. Base map: {'; '.join(ground.basemap.credits)}. "
            f"Made with {about(zone_set).tool}, to be cited with these sources. "
            f"Texts {about(zone_set).reading}."
        ),
        projection=projection_text(ground),
        finest_border="Sub-district" if ground.detailed else "District",
        golan=ground.shows(Kind.GOLAN),
        armistice=ground.shows(Kind.ARMISTICE),
    )


def roomy(subject: BaseGeometry) -> BaseGeometry:
    """Return the subject, widened if it is so small that its surroundings would not tell where it is."""
    degrees = LEAST_KM / 111.0
    return shapely.union_all([subject, subject.centroid.buffer(degrees)])


def draw_map(
    sheet: Figure, ground: Ground, zones: tuple[DrawnZone, ...], subject: BaseGeometry
) -> tuple[str, ...]:
    """Draw the map with its furniture, then the names where they find room; return the key to letters on it."""
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
    towns = names.mark_towns(board, view, units, level=Level.GOVERNORATE)
    small = ground.detailed or page.size == "A3"
    smaller = names.mark_towns(board, view, units, level=Level.DISTRICT) if small else ()
    label_zones(board, view, zones)
    names.name_marks(board, view, basemap)
    names.name_towns(board, view, towns)
    zone = view.project(subject)
    key = name_members(board, view, units, zone, letters=not page.is_slide) if ground.detailed else ()
    names.name_governorates(board, view, units)
    names.name_towns(board, view, smaller)
    if ground.detailed and view.denominator <= CROWDED:
        name_neighbours(board, view, units, zone)
    names.name_countries(board, view, basemap, units)
    names.name_waters(board, view, basemap)
    return key


def projection_text(ground: Ground) -> str:
    """Return how the map is projected and at which scale it is drawn."""
    south, north = ground.view.parallels
    return (
        f"Lambert conformal conic projection, parallels {south:g}° N and {north:g}° N, "
        f"central meridian {ground.view.central_meridian:g}° E, WGS 84. "
        f"Scale 1:{ground.view.denominator:,.0f} on {ground.page.size}."
    )

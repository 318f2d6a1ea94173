"""The column beside the map: zones, symbols, sources and what a reader must be told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Circle, Rectangle

from maps.figure import style, texts
from maps.figure.content import DrawnZone
from maps.figure.flow import Column, Key, measurer
from maps.figure.page import Box

Dashes = str | tuple[int, tuple[float, ...]]
SLIDE_SHRINKS = (1.5, 1.4, 1.3)
FOOTER_SHRINKS = (0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6)
SHRINKS = (1.22, 1.15, 1.08, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """
    What the column says.

    Parameters
    ----------
    zones
        In the order of their numbers.
    loose
        Lines about no zone in particular.
    detailed
        Whether members and quotations are told: for a sheet about one zone.
    brief
        Whether sources and notes stand elsewhere, and only what the map needs is told: for a slide.
    key
        What letters on the map stand for.
    sources
        The documents that the zones rest on, a line each.
    data
        Whose boundaries and base data are drawn.
    projection
        Projection, datum and scale.
    finest_border
        The lowest level whose borders are drawn, as the legend calls it.
    golan, armistice
        Whether the map shows the Golan, and an armistice line.
    """

    zones: tuple[DrawnZone, ...]
    loose: tuple[str, ...]
    detailed: bool
    brief: bool
    key: tuple[str, ...]
    sources: Sequence[str]
    data: str
    projection: str
    finest_border: str
    golan: bool
    armistice: bool

    def draw(self, paper: Axes, box: Box, *, scale: float) -> None:
        """Set the column, in letters as large as it has room for, leaving out last zones if it must."""
        figure = paper.get_figure(root=True)
        if figure is None:
            raise ValueError("the paper belongs to no figure")
        column = Column(axes=paper, renderer=measurer(figure), box=box, scale=scale, dry=True)
        shrinks = (*SLIDE_SHRINKS, *SHRINKS[:-3]) if self.brief else SHRINKS
        sizes = [(len(self.zones), scale * shrink) for shrink in shrinks]
        sizes += [(shown, scale * shrinks[-1]) for shown in range(len(self.zones) - 1, 0, -1)]
        # Fewer zones or smaller letters never need more room, so the first that fits can be bisected.
        first = bisect_left(sizes, True, key=lambda size: self._height(column, *size) <= box.height)
        shown, letters = sizes[min(first, len(sizes) - 1)]
        self._set(replace(column, scale=letters, dry=False), shown)

    def _height(self, column: Column, shown: int, scale: float) -> float:
        trial = replace(column, scale=scale)
        self._set(trial, shown)
        return trial.used

    def _set(self, column: Column, shown: int) -> None:
        column.heading("Zones")
        for zone in self.zones[:shown]:
            self._zone(column, zone)
        if not self.zones:
            column.text(texts.NO_ZONES, size=5.6, style="italic")
        if shown < len(self.zones):
            column.text(texts.MORE_ZONES.format(count=len(self.zones) - shown), size=5.6, style="italic")
        for line in self.loose:
            column.text(line, size=5.0, style="italic", color=style.LABEL_GREY)
        column.gap(0.6)
        column.rule()
        self._symbols(column)
        if self.brief:
            return
        column.gap(0.6)
        column.rule()
        column.heading("Sources")
        for line in self.sources:
            column.text(line, size=5.0)
            column.gap(0.4)
        column.text(self.data, size=5.0, color=style.LABEL_GREY)
        column.text(self.projection, size=5.0, color=style.LABEL_GREY)
        column.gap(1.0)
        column.rule()
        column.heading("Please note")
        for sentence in self._notes():
            column.text(sentence, size=5.0)
            column.gap(0.5)

    def draw_footer(self, paper: Axes, box: Box, *, scale: float) -> None:
        """Set sources and notes below a slide's map, as many sources as there is room for."""
        figure = paper.get_figure(root=True)
        if figure is None:
            raise ValueError("the paper belongs to no figure")
        column = Column(axes=paper, renderer=measurer(figure), box=box, scale=scale, dry=True)
        ways = [(len(self.sources), scale * shrink) for shrink in FOOTER_SHRINKS]
        ways += [(told, scale * FOOTER_SHRINKS[-1]) for told in range(len(self.sources) - 1, -1, -1)]
        first = bisect_left(ways, True, key=lambda way: self._foot(column, *way) <= box.height)
        told, letters = ways[min(first, len(ways) - 1)]
        self._foot(replace(column, dry=False), told, letters)

    def _foot(self, column: Column, told: int, scale: float) -> float:
        """Set the footer, and return the height that it takes."""
        set_in = replace(column, scale=scale)
        more = len(self.sources) - told
        rest = (f"and {more} more",) if more else ()
        for line in (f"Sources: {'; '.join((*self.sources[:told], *rest))}", *texts.SLIDE_NOTES):
            set_in.text(line, size=5.0, color=style.LABEL_GREY)
        return set_in.used

    def _notes(self) -> tuple[str, ...]:
        claimed = any(zone.monitors for zone in self.zones) or bool(self.loose)
        return (
            *texts.DISCLAIMERS,
            *((texts.MONITORS,) if claimed else ()),
            *((texts.GOLAN,) if self.golan else ()),
        )

    def _zone(self, column: Column, zone: DrawnZone) -> None:
        def sample(axes: Axes, box: Box) -> None:
            radius = box.height / 2
            centre = (box.left + radius + 0.2, box.bottom + radius)
            axes.add_patch(Circle(centre, radius, facecolor=zone.colour, edgecolor="none"))
            axes.text(
                *centre,
                str(zone.number),
                color="white",
                weight="bold",
                ha="center",
                va="center_baseline",
                fontsize=6.2 * column.scale,
            )

        column.key(sample, zone.name, size=6.6, width=5.2)
        areas = ((zone.whole_km2, "whole"), (zone.part_km2, "in units named in part"))
        column.y += 0.5 * column.scale
        self._small(column, "; ".join(f"{area:,.0f} km² {extent}" for area, extent in areas if area))
        if zone.monitors:
            self._small(column, f"Monitors: {zone.monitors}", color=style.INK)
        for remark in zone.remarks:
            self._small(column, remark, style="italic")
        if self.detailed and self.key:
            column.gap(0.4)
            self._small(column, f"Sub-districts by letter: {'; '.join(self.key)}", color=style.INK)
        if self.detailed:
            quotes = () if self.brief else tuple(f"“{quote}”" for quote in zone.quotes)
            for line in (*zone.members, *quotes):
                column.gap(0.4)
                self._small(column, line)
        column.gap(0.7)

    def _small(self, column: Column, text: str, **look: Any) -> None:
        column.text(text, size=5.0, indent=5.2, **{"color": style.LABEL_GREY, **look})

    def _symbols(self, column: Column) -> None:
        column.heading("Legend")
        if self.zones:
            column.key(whole_sample, f"Whole: {texts.WHOLE}")
            column.key(part_sample, f"Part: {texts.PART}")
        if self.brief:
            if self.golan:
                column.key(golan_sample, "Golan Heights (occupied by Israel since 1967)")
            return
        column.key(line_sample(style.BORDER, 1.2, "solid"), "International boundary")
        if self.armistice:
            column.key(line_sample(style.GREY, 0.7, (0, (4, 2))), "Armistice demarcation line")
        column.key(line_sample("#4d5054", 0.7, (0, (6, 1.5, 1.2, 1.5))), "Governorate boundary")
        column.key(line_sample("#8c8f92", 0.35, "solid"), f"{self.finest_border} boundary")
        column.key(town_sample, "Country's capital; capital of a governorate")
        if self.golan:
            column.key(golan_sample, "Golan Heights (occupied by Israel since 1967)")
            column.key(undof_sample, "UNDOF area of separation")


def whole_sample(axes: Axes, box: Box) -> None:
    """Draw how a whole unit is shown, in grey."""
    _rectangle(axes, box, facecolor=style.GREY, alpha=0.55)
    _rectangle(axes, box, facecolor="none", edgecolor=style.GREY, linewidth=1.0)


def part_sample(axes: Axes, box: Box) -> None:
    """Draw how a unit is shown of which a part belongs to a zone."""
    _rectangle(axes, box, facecolor=style.GREY, alpha=0.14)
    _rectangle(axes, box, facecolor="none", edgecolor=style.GREY, hatch="//////", linewidth=1.0)


def golan_sample(axes: Axes, box: Box) -> None:
    """Draw how the Golan is marked."""
    _rectangle(axes, box, facecolor="none", edgecolor=style.GOLAN, hatch="....", linewidth=0)


def undof_sample(axes: Axes, box: Box) -> None:
    """Draw how the area of separation is marked."""
    _rectangle(axes, box, facecolor=style.UNDOF, alpha=0.55)
    _rectangle(axes, box, facecolor="none", edgecolor=style.UNDOF, linewidth=0.6)


def town_sample(axes: Axes, box: Box) -> None:
    """Draw the two kinds of dots."""
    y = box.bottom + box.height / 2
    for share, marker, size in ((0.25, "s", 4.2), (0.75, "o", 3.2)):
        axes.plot(
            [box.left + share * box.width],
            [y],
            marker,
            markersize=size,
            markerfacecolor=style.INK,
            markeredgecolor="white",
            markeredgewidth=0.5,
        )


def line_sample(colour: str, width: float, dashes: Dashes) -> Key:
    """Return what draws a line of a kind."""

    def draw(axes: Axes, box: Box) -> None:
        y = box.bottom + box.height / 2
        axes.plot([box.left, box.right], [y, y], color=colour, linewidth=width, linestyle=dashes)

    return draw


def _rectangle(axes: Axes, box: Box, **look: Any) -> None:
    axes.add_patch(Rectangle((box.left, box.bottom), box.width, box.height, **{"linewidth": 0, **look}))

"""The sheet of a timeline: who said what when, a lane for each nationality."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

import matplotlib.style
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from maps.figure import style, texts
from maps.figure.claimlanes import Lane, claim_lanes
from maps.figure.claimmarks import draw_mark, draw_tie
from maps.figure.content import date_text, source_lines
from maps.figure.flow import Column, Key, measurer, width_mm
from maps.figure.lanechart import AXIS, CROWDED, LaneChart, set_name, tie_look
from maps.figure.lanelayout import FULLEST, NAMES, SIZES, Layout, Measures, layout
from maps.figure.page import Box, Page, Size
from maps.figure.panel import SHRINKS
from maps.figure.titleband import check_letters, draw_title
from maps.heading import Heading
from maps.statusmarks import STATUS_MARKS, StatusMark
from zones.about import about
from zones.errors import TooManyClaimsError

if TYPE_CHECKING:
    from zones import ZoneSet

TITLE: Final = "Timeline of claims about monitors"
LONGEST_MM: Final = 1500.0
LOOSER: Final = (1.7, 1.5, 1.3, 1.15)
LINE_POINTS: Final = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class LongPage(Page):
    """
    A page that is longer than its paper, with letters as large as on it.

    Parameters
    ----------
    letters
        How much larger than on A4 they are.
    """

    letters: float

    @property
    def scale(self) -> float:
        """How much larger than on A4 everything is."""
        return self.letters


def timeline(
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
    Return a timeline of claims for print: who said what when, a lane for each nationality.

    Time is true to scale. A claim stands on the day it was made or, underlined, on that of publication where the text
    gives none; one without either stands apart. Lanes follow each other by their first day, then by name. A line ties
    what is denied or rejected to the claims that it refuses. The sheet grows longer than its paper where the lanes
    need it.

    Parameters
    ----------
    zone_set
        The zones with their claims.
    zone
        Id or name of a zone: only what is said of it, or of no zone in particular.
    on
        Only what had been said by this day, and nothing undated; by default everything.
    size
        Paper, in landscape: "A4" or "A3".
    title, subtitle, author
        Headline, one that fits by default; a line beside it; whom to name as its maker.

    Raises
    ------
    zones.errors.NoClaimsError
        If there is no claim to show.
    zones.errors.NoSuchZoneError
        If there is no zone of that id or name.
    zones.errors.TooManyClaimsError
        If the longest sheet would not hold them.
    ValueError
        If the paper size is unknown, or a slide, which can't grow; as `maps.heading.HeadingError` if title, subtitle or
        author is no line of text.

    Examples
    --------
    >>> import zones
    >>> from maps.figure import timeline
    >>> timeline(zones.load()).get_size_inches().round(2).tolist()
    [11.69, 8.27]
    """
    paper_size = Page.of(size)
    if paper_size.is_slide:
        raise ValueError(f"a timeline can't be {size!r}, for it grows with its lanes; expected 'A4' or 'A3'")
    words = Heading(title=title, subtitle=subtitle, author=author)
    check_letters(words)
    lanes = claim_lanes(zone_set, zone=zone, on=on)
    with matplotlib.style.context(["default", style.RC]):
        renderer = measurer(paper_size.figure())
        page, arranged = _arranged(lanes, paper_size, renderer)
        sheet = page.figure()
        paper = page.paper(sheet)
        limits = (f"{zone_set.zone(zone).name}, and no zone in particular" if zone else "",)
        told = (words.subtitle or "", *limits, _days(arranged), f"as of {date_text(on)}" if on else "")
        draw_title(paper, page, words.title or TITLE, ", ".join(part for part in told if part))
        names = Column(axes=paper, renderer=renderer, box=page.map, scale=page.scale)
        LaneChart(axes=paper, box=_chart_box(page), layout=arranged, scale=page.scale, column=names).draw()
        _Beside(zone_set=zone_set, lanes=lanes, on=on, author=words.author).draw(paper, page, renderer)
        return sheet


def _days(arranged: Layout) -> str:
    """Return the days that a timeline covers, in words."""
    if arranged.days is None:
        return "undated"
    first, last = map(date_text, arranged.days)
    return first if first == last else f"{first} to {last}"


def _chart_box(page: Page) -> Box:
    """Return the room of the chart: the map's, with the margin that a graticule has."""
    room, edge = page.map, page.panel.bottom
    return Box(left=edge, bottom=edge, width=room.right - edge, height=page.panel.top - edge)


def _arranged(lanes: tuple[Lane, ...], page: Page, renderer: RendererAgg) -> tuple[Page, Layout]:
    """Return the fullest layout that the page has room for, on a longer page if there is none."""
    scale, box = page.scale, _chart_box(page)
    room = box.height - AXIS * scale

    @cache
    def measure(text: str, points: float) -> float:
        return width_mm(renderer, text, FontProperties(family=style.FONT, size=points))

    @cache
    def name_height(lane: Lane) -> float:
        narrow = Box(left=0, bottom=0, width=(NAMES - 2.4) * scale, height=0)
        column = Column(axes=None, renderer=renderer, box=narrow, scale=scale, dry=True)  # type: ignore[arg-type]
        set_name(column, lane)
        return column.used

    def of(measures: Measures) -> Layout:
        return layout(lanes, measures, width=box.width, scale=scale, measure=measure, name_height=name_height)

    for measures in SIZES:
        arranged = of(measures)
        if arranged.height <= room:
            looser = (of(replace(measures, row=measures.row * share)) for share in LOOSER)
            return page, next((wide for wide in looser if wide.height <= room), arranged)
    arranged = of(FULLEST)
    height = page.height + arranged.height - room
    if height > LONGEST_MM * scale:
        raise TooManyClaimsError(sum(len(lane.claims) for lane in lanes))
    return LongPage(size=page.size, width=page.width, height=height, letters=scale), arranged


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """The column beside the chart: what its marks mean, its sources, and what a reader must be told."""

    zone_set: ZoneSet
    lanes: tuple[Lane, ...]
    on: date | None
    author: str | None

    def draw(self, paper: Axes, page: Page, renderer: RendererAgg) -> None:
        """Set it in letters as large as it has room for, leaving out last sources if it must."""
        made_by = (f"Map by {self.author}.",) if self.author else ()
        sources = (*made_by, *source_lines(self.zone_set, on=self.on))
        dry = Column(axes=paper, renderer=renderer, box=page.panel, scale=page.scale, dry=True)
        sizes = [(len(sources), page.scale * shrink) for shrink in SHRINKS]
        sizes += [(shown, page.scale * SHRINKS[-1]) for shown in range(len(sources) - 1, 0, -1)]

        def height(size: tuple[int, float]) -> float:
            trial = replace(dry, scale=size[1])
            self._set(trial, sources, size[0])
            return trial.used

        first = bisect_left(sizes, True, key=lambda size: height(size) <= page.panel.height)
        shown, letters = sizes[min(first, len(sizes) - 1)]
        self._set(replace(dry, scale=letters, dry=False), sources, shown)

    def _set(self, column: Column, sources: tuple[str, ...], shown: int) -> None:
        claims = [claim for lane in self.lanes for claim in lane.claims]
        column.heading("Legend")
        seen = {claim.status for claim in claims}
        for status, mark in STATUS_MARKS.items():
            if status in seen:
                column.key(_mark_sample(mark, column.scale), f"{status}: {texts.STATUSES[status]}", width=7.0)
        if any(claim.day and claim.by_publication for claim in claims):
            column.key(_mark_sample(None, column.scale), texts.BY_PUBLICATION, width=7.0)
        if any(lane.disputes for lane in self.lanes):
            crowded = any(len(lane.disputes) > CROWDED for lane in self.lanes)
            told = f"{texts.TIE} {texts.NEAREST_TIES.format(count=CROWDED)}" if crowded else texts.TIE
            column.key(_tie_sample(column.scale), told, width=7.0)
        column.gap(0.6)
        column.rule()
        column.heading("Sources")
        for line in sources[:shown]:
            column.text(line, size=5.0)
            column.gap(0.4)
        if shown < len(sources):
            column.text(f"and {len(sources) - shown} more", size=5.0, style="italic")
        known = about(self.zone_set)
        column.text(
            f"Made with {known.tool}, to be cited with these sources. Texts {known.reading}.",
            size=5.0,
            color=style.LABEL_GREY,
        )
        column.gap(1.0)
        column.rule()
        column.heading("Please note")
        for sentence in texts.TIMELINE_NOTES:
            column.text(sentence, size=5.0)
            column.gap(0.5)


def _mark_sample(mark: StatusMark | None, scale: float) -> Key:
    """Return what draws a mark, or for None how one is underlined."""

    def draw(axes: Axes, box: Box) -> None:
        at = (box.left + box.width / 2, box.bottom + box.height / 2)
        shown = mark or StatusMark(shape="circle", frame="solid", filled=False, sign="none", tone="open")
        line = LINE_POINTS * scale
        draw_mark(axes, shown, at, 1.2 * scale, line=line, underlined=mark is None, gid="key")

    return draw


def _tie_sample(scale: float) -> Key:
    def draw(axes: Axes, box: Box) -> None:
        y = box.bottom + 0.8 * box.height
        ends = ((box.left, y), (box.right, y))
        draw_tie(axes, *ends, reach=scale, gutter=scale, look=tie_look(scale))

    return draw

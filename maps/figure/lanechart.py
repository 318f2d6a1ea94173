"""A timeline's chart drawn on the paper: axis, lanes, marks, words and ties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from maps.figure import style
from maps.figure.claimlanes import Lane
from maps.figure.claimmarks import Point, draw_mark, draw_tie
from maps.figure.flow import Column
from maps.figure.lanelayout import BESIDE, LaneLayout, Layout, PlacedClaim
from maps.figure.page import Box
from maps.figure.ticks import Tick, ticks
from maps.statusmarks import STATUS_MARKS, TONES
from zones.disputes import Dispute

__all__ = ["AXIS", "CROWDED", "LaneChart", "set_name", "shown_ties", "tie_look"]

AXIS: Final = 6.0
"""Height of the axis, mm on A4."""
TICK: Final = 26.0
CROWDED: Final = 40
"""A lane with more disputes than this ties each refusal to the nearest claim only."""
STRIPES, DAY, LINE = ("#f4f2ee", "#ffffff"), "#d9d5cc", "#b9bdc1"


def tie_look(scale: float) -> dict[str, Any]:
    """Return how a tie is drawn."""
    return {"edgecolor": TONES["refused"], "linewidth": 0.7 * scale}


def set_name(column: Column, lane: Lane) -> None:
    """Set a lane's name and how much is said in it."""
    column.text(lane.name, size=6.6, weight="bold")
    count = f"{len(lane.claims)} claim{'' if len(lane.claims) == 1 else 's'}"
    if lane.disputes:
        column.text(f"{count}, disputed", size=5.0, color=TONES["refused"])
    else:
        column.text(count, size=5.0, color=style.LABEL_GREY)


def shown_ties(lane: LaneLayout) -> tuple[Dispute, ...]:
    """Return the disputes of a lane that are drawn: all, or in a crowded one the nearest of each refusal."""
    ties = lane.lane.disputes
    if len(ties) <= CROWDED:
        return ties
    at = {placed.claim.id: (placed.x, placed.y) for placed in lane.placed}

    def length(tie: Dispute) -> float:
        (x, y), (to_x, to_y) = at[tie.refusing], at[tie.affirming]
        return (to_x - x) ** 2 + (to_y - y) ** 2

    nearest: dict[str, Dispute] = {}
    for tie in ties:
        known = nearest.setdefault(tie.refusing, tie)
        if length(tie) < length(known):
            nearest[tie.refusing] = tie
    return tuple(nearest.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneChart:
    """
    A chart on its place on the paper.

    Parameters
    ----------
    axes
        The paper, in millimetres.
    box
        The chart, its axis at the top.
    layout
        Where everything stands.
    scale
        How much larger than on A4 it is.
    column
        Sets the names; its box is not used.
    """

    axes: Axes
    box: Box
    layout: Layout
    scale: float
    column: Column

    def draw(self) -> None:
        """Draw it all."""
        self._stripes()
        self._axis()
        for index, lane in enumerate(self.layout.lanes):
            self._name(lane)
            self._ties(lane)
            for placed in lane.placed:
                self._claim(placed, ground=STRIPES[index % 2])

    def _point(self, x: float, y: float) -> Point:
        return self.box.left + x, self.box.top - AXIS * self.scale - y

    def _stripes(self) -> None:
        width = self.layout.names + self.layout.dated + self.layout.undated
        for index, lane in enumerate(self.layout.lanes):
            left, bottom = self._point(0, lane.top + lane.height)
            stripe = Rectangle((left, bottom), width, lane.height, linewidth=0, zorder=0)
            stripe.set_facecolor(STRIPES[index % 2])
            self.axes.add_patch(stripe)

    def _axis(self) -> None:
        layout = self.layout
        if layout.days:
            most = max(1, int(layout.dated / (TICK * self.scale)))
            marks = ticks(*layout.days, most=most)
            self._days(layout.days)
            for tick in marks:
                self._tick(tick)
        if layout.undated:
            x = layout.names + layout.dated
            self._line(x, look={"color": style.GREY, "linewidth": 0.8})
            self._word(x, "Undated", style="italic")
        self._line(layout.names, look={"color": style.GREY, "linewidth": 0.8})

    def _days(self, days: tuple[date, date]) -> None:
        """Divide days from each other where they are wide enough to hold a mark."""
        if self.layout.day_width < 1.5 * self.layout.measures.mark * self.scale:
            return
        day = days[0] + timedelta(days=1)
        while day <= days[1]:
            self._line(self.layout.left_of(day), look={"color": DAY, "linewidth": 0.6})
            day += timedelta(days=1)

    def _tick(self, tick: Tick) -> None:
        x = self.layout.left_of(tick.day)
        self._line(x, look={"color": LINE, "linewidth": 0.5})
        self._word(x, tick.text)

    def _line(self, x: float, *, look: dict[str, Any]) -> None:
        left, bottom = self._point(x, self.layout.height)
        self.axes.plot([left, left], [bottom, self.box.top], zorder=1, solid_capstyle="butt", **look)

    def _word(self, x: float, text: str, **look: Any) -> None:
        left, right = self.box.left + x, self.box.left + self.layout.names + self.layout.dated
        ends = x < self.layout.names + self.layout.dated and left + 15 * self.scale > right
        self.axes.text(
            left + (-0.8 if ends else 0.8) * self.scale,
            self.box.top - 1.4 * self.scale,
            text,
            fontsize=5.8 * self.scale,
            color=style.INK,
            ha="right" if ends else "left",
            va="top",
            **look,
        )

    def _name(self, lane: LaneLayout) -> None:
        left, top = self._point(0, lane.top)
        column = self.column
        box = Box(
            left=left + 1.2 * self.scale,
            bottom=top - lane.height,
            width=self.layout.names - 2.4 * self.scale,
            height=lane.height - self.scale,
        )
        set_name(Column(axes=self.axes, renderer=column.renderer, box=box, scale=self.scale), lane.lane)

    def _ties(self, lane: LaneLayout) -> None:
        at = {placed.claim.id: self._point(placed.x, placed.y) for placed in lane.placed}
        for tie in shown_ties(lane):
            draw_tie(
                self.axes,
                at[tie.refusing],
                at[tie.affirming],
                reach=self.layout.measures.row * self.scale / 2,
                gutter=self.layout.measures.mark * self.scale * 0.66,
                look=tie_look(self.scale) | {"gid": f"dispute-{tie.refusing}-{tie.affirming}"},
            )

    def _claim(self, placed: PlacedClaim, *, ground: str) -> None:
        at = self._point(placed.x, placed.y)
        sizes = self.layout.measures
        radius = sizes.mark * self.scale * 0.42
        draw_mark(
            self.axes,
            STATUS_MARKS[placed.claim.status],
            at,
            radius,
            line=0.85 * self.scale,
            underlined=placed.claim.day is not None and placed.claim.by_publication,
            gid=f"claim-{placed.claim.id}",
        )
        if placed.side is None:
            return
        reach = (sizes.mark / 2 + BESIDE) * self.scale
        self.axes.text(
            at[0] + (reach if placed.side == "after" else -reach),
            at[1],
            placed.words,
            fontsize=sizes.letters * self.scale,
            color=style.INK,
            ha="left" if placed.side == "after" else "right",
            va="center_baseline",
            zorder=4,
            bbox={"facecolor": ground, "edgecolor": "none", "boxstyle": "square,pad=0.06"},
        )

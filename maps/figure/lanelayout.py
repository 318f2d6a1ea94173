"""Where a timeline's lanes and marks stand: in millimetres, from the upper left corner of the chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from maps.figure.claimlanes import Lane, ToldClaim
from maps.figure.packing import Item, pack

__all__ = ["BESIDE", "FULLEST", "SIZES", "LaneLayout", "Layout", "Measures", "PlacedClaim", "layout"]

Measure = Callable[[str, float], float]
"""Length of a text of a size in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """
    Sizes on an A4 sheet.

    Parameters
    ----------
    mark, gap, row
        Width of a mark, what is left free beside it, and from one row to the next; mm.
    letters
        Of the words beside marks; points.
    words
        What they tell: 2 who and where, 1 who, 0 nothing.
    """

    mark: float
    gap: float
    row: float
    letters: float
    words: int


SIZES: Final = tuple(
    Measures(mark=2.9 * size, gap=1.0 * size, row=4.2 * size, letters=5.4 * size, words=words)
    for words, size in (
        (2, 1.3),
        (2, 1.15),
        (2, 1.0),
        (2, 0.85),
        (1, 1.0),
        (1, 0.85),
        (0, 1.0),
        (0, 0.8),
        (0, 0.65),
    )
)
"""From what tells most to what takes least room."""

FULLEST: Final = SIZES[-2]
"""What a sheet is drawn with that must be longer than its paper."""

PAD, UNDATED, NAMES = 1.3, 40.0, 28.0
BESIDE, BEHIND = 0.5, 1.0
"""What is left free between a mark and its words, and behind them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedClaim:
    """
    A claim where it is drawn.

    Parameters
    ----------
    claim
        The claim.
    x, y
        The middle of its mark.
    words
        What stands beside it.
    side
        On which side; None: nowhere, for lack of room.
    """

    claim: ToldClaim
    x: float
    y: float
    words: str
    side: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneLayout:
    """
    A lane and what stands in it.

    Parameters
    ----------
    lane
        The lane.
    top, height
        Its stripe.
    placed
        Its claims.
    """

    lane: Lane
    top: float
    height: float
    placed: tuple[PlacedClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """
    A timeline's geometry.

    Parameters
    ----------
    measures
        The sizes it was made with.
    days
        Its first and last day; None where no claim has a day.
    names, dated, undated
        Widths of its three columns, 0 for one that it has not.
    edge
        What the first and the last day keep free beside them, so that narrow days hold whole marks.
    lanes
        From above.
    height
        Of all lanes together.
    """

    measures: Measures
    days: tuple[date, date] | None
    names: float
    dated: float
    undated: float
    edge: float
    lanes: tuple[LaneLayout, ...]
    height: float

    @property
    def day_width(self) -> float:
        """How wide a day is."""
        days = (self.days[1] - self.days[0]).days + 1 if self.days else 1
        return (self.dated - 2 * self.edge) / days

    def left_of(self, day: date) -> float:
        """Return where a day begins."""
        first = self.days[0] if self.days else day
        return self.names + self.edge + (day - first).days * self.day_width


def layout(
    lanes: tuple[Lane, ...],
    measures: Measures,
    *,
    width: float,
    scale: float,
    measure: Measure,
    name_height: Callable[[Lane], float],
) -> Layout:
    """
    Return a timeline's geometry.

    Parameters
    ----------
    lanes
        From above.
    measures
        Sizes of marks and words.
    width
        Of the whole chart.
    scale
        How much larger than on A4 everything is.
    measure
        Measures words.
    name_height
        How high a lane's name is, broken into lines.
    """
    days = sorted(claim.day for lane in lanes for claim in lane.claims if claim.day)
    loose = any(claim.day is None for lane in lanes for claim in lane.claims)
    names = NAMES * scale
    undated = 0.0 if not loose else UNDATED * scale if days else width - names
    frame = Layout(
        measures=measures,
        days=(days[0], days[-1]) if days else None,
        names=names,
        dated=width - names - undated if days else 0.0,
        undated=undated,
        edge=(measures.mark / 2 + measures.gap) * scale if days else 0.0,
        lanes=(),
        height=0.0,
    )
    made, top = [], 0.0
    for lane in lanes:
        placed, rows = _placed(lane, frame, scale=scale, measure=measure)
        height = max(rows * measures.row * scale, name_height(lane)) + 2 * PAD * scale
        made.append(LaneLayout(lane=lane, top=top, height=height, placed=tuple(_lowered(placed, top))))
        top += height
    return replace(frame, lanes=tuple(made), height=top)


def _placed(
    lane: Lane, frame: Layout, *, scale: float, measure: Measure
) -> tuple[tuple[PlacedClaim, ...], int]:
    """Return a lane's claims with the rows that they take: those with a day, then those without."""
    sizes, rows = frame.measures, 0
    mark, gap = sizes.mark * scale, sizes.gap * scale
    found: list[PlacedClaim] = []
    for dated in (True, False):
        claims = [claim for claim in lane.claims if (claim.day is not None) == dated]
        begin = frame.names if dated else frame.names + frame.dated + PAD * scale
        stretch = frame.dated if dated else frame.undated - PAD * scale
        told = [_words(claim, sizes, stretch - mark, scale=scale, measure=measure) for claim in claims]
        items = []
        for claim, (_, length) in zip(claims, told, strict=True):
            left = frame.left_of(claim.day) - frame.names if claim.day else 0.0
            day = frame.day_width if claim.day else stretch
            pad = min(PAD * scale, max(0.0, (day - mark) / 2)) if dated else 0.0
            items.append(Item(left=left + pad, width=day - 2 * pad, words=length))
        places = pack(items, mark=mark, gap=gap, right=stretch)
        rows = max([rows, *(place.row + 1 for place in places)])
        for claim, (words, _), place in zip(claims, told, places, strict=True):
            x = begin + place.left + mark / 2
            y = PAD * scale + (place.row + 0.5) * sizes.row * scale
            found.append(PlacedClaim(claim=claim, x=x, y=y, words=words, side=place.words))
    return tuple(found), rows


def _lowered(placed: tuple[PlacedClaim, ...], top: float) -> list[PlacedClaim]:
    return [replace(one, y=one.y + top) for one in placed]


def _words(
    claim: ToldClaim, sizes: Measures, room: float, *, scale: float, measure: Measure
) -> tuple[str, float]:
    """Return what stands beside a mark, who says it and of where or less for lack of room, and its length."""
    told = (claim.speaker or "speaker not named", claim.where)
    for many in range(sizes.words, 0, -1):
        words = " · ".join(part for part in told[:many] if part)
        length = measure(words, sizes.letters * scale) + (BESIDE + BEHIND) * scale
        if length <= room:
            return words, length
    return "", 0.0

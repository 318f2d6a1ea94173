"""Paper, and where on it the parts of the sheet stand: all in millimetres from the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure

Size = Literal["A4", "A3"]

MM_PER_INCH = 25.4
LAYOUT_DPI = 300
"""Letters are measured as in print: at a screen's resolution hinting makes them narrower."""
PAPER_MM: dict[Size, tuple[float, float]] = {"A4": (297.0, 210.0), "A3": (420.0, 297.0)}
EDGE, TITLE, PANEL, GUTTER, GRID_MARGIN = 8.0, 12.0, 68.0, 4.0, 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on the paper."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right side."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """The upper side."""
        return self.bottom + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """
    A sheet in landscape: a title above, the map at the left, everything said about it at the right.

    Examples
    --------
    >>> Page.of("A4").map.width > Page.of("A4").panel.width * 2
    True
    """

    size: Size
    width: float
    height: float

    @classmethod
    def of(cls, size: Size) -> Page:
        """Return the page of a paper size."""
        if size not in PAPER_MM:
            raise ValueError(f"{size!r} is no paper size known here; expected one of {', '.join(PAPER_MM)}")
        width, height = PAPER_MM[size]
        return cls(size=size, width=width, height=height)

    @property
    def scale(self) -> float:
        """How much larger than A4: lengths and letters grow with it."""
        return self.height / PAPER_MM["A4"][1]

    @property
    def title(self) -> Box:
        """The band at the top."""
        s = self.scale
        top = self.height - EDGE * s
        return Box(left=EDGE * s, bottom=top - TITLE * s, width=self.width - 2 * EDGE * s, height=TITLE * s)

    @property
    def panel(self) -> Box:
        """The column at the right."""
        s = self.scale
        left = self.width - (EDGE + PANEL) * s
        return Box(left=left, bottom=EDGE * s, width=PANEL * s, height=self._body_top - EDGE * s)

    @property
    def map(self) -> Box:
        """The map's frame; the graticule's numbers stand in a margin around it."""
        s = self.scale
        left, bottom = (EDGE + GRID_MARGIN) * s, (EDGE + GRID_MARGIN) * s
        width = self.panel.left - (GUTTER + GRID_MARGIN) * s - left
        return Box(left=left, bottom=bottom, width=width, height=self._body_top - GRID_MARGIN * s - bottom)

    @property
    def _body_top(self) -> float:
        return self.title.bottom - 1.0 * self.scale

    def figure(self) -> Figure:
        """Return an empty sheet."""
        size = (self.width / MM_PER_INCH, self.height / MM_PER_INCH)
        return Figure(figsize=size, dpi=LAYOUT_DPI, facecolor="white")

    def axes(self, figure: Figure, box: Box) -> Axes:
        """Return axes that fill a box, without ticks."""
        axes = figure.add_axes(
            (
                box.left / self.width,
                box.bottom / self.height,
                box.width / self.width,
                box.height / self.height,
            )
        )
        axes.set_xticks([])
        axes.set_yticks([])
        return axes

    def paper(self, figure: Figure) -> Axes:
        """Return axes over the whole sheet whose units are millimetres."""
        axes = self.axes(figure, Box(left=0, bottom=0, width=self.width, height=self.height))
        axes.set_xlim(0, self.width)
        axes.set_ylim(0, self.height)
        axes.axis("off")
        return axes

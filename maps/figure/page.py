"""Paper, and where on it the parts of the sheet stand: all in millimetres from the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure

Size = Literal["A4", "A3", "16:9"]
SLIDE: Size = "16:9"

MM_PER_INCH = 25.4
LAYOUT_DPI = 300
"""Letters are measured as in print: at a screen's resolution hinting makes them narrower."""
PAPER_MM: dict[Size, tuple[float, float]] = {
    "A4": (297.0, 210.0), "A3": (420.0, 297.0), SLIDE: (40 / 3 * MM_PER_INCH, 7.5 * MM_PER_INCH),
}  # fmt: skip
"""Sheets in landscape, and a slide, which is shown at 1,920 by 1,080 pixels."""
SLIDE_DPI = 144
EDGE, TITLE, PANEL, GUTTER, GRID_MARGIN = 8.0, 12.0, 68.0, 4.0, 4.0
SLIDE_LETTERS, SLIDE_EDGE, SLIDE_FOOTER, SLIDE_FURNITURE = 1.7, 5.0, 9.5, 1.1
"""On a slide letters are larger against the paper, edges narrower, and what has to be told stands at the foot."""


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

    On a slide the sources and what a reader must be told stand in a line or two below.

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
    def is_slide(self) -> bool:
        """Whether it is shown on a screen and read from afar."""
        return self.size == SLIDE

    @property
    def scale(self) -> float:
        """How much larger than on A4 letters are; lengths grow with them."""
        return SLIDE_LETTERS if self.is_slide else self.height / PAPER_MM["A4"][1]

    @property
    def furniture(self) -> float:
        """How much larger than on A4 inset, scale bar and arrow are."""
        return SLIDE_FURNITURE if self.is_slide else self.scale

    @property
    def title(self) -> Box:
        """The band at the top."""
        s, edge = self.scale, self._edge
        bottom = self.height - edge - TITLE * s
        return Box(left=edge, bottom=bottom, width=self.width - 2 * edge, height=TITLE * s)

    @property
    def panel(self) -> Box:
        """The column at the right."""
        left = self.width - self._edge - PANEL * self.scale
        height = self._body_top - self._foot
        return Box(left=left, bottom=self._foot, width=PANEL * self.scale, height=height)

    @property
    def map(self) -> Box:
        """The map's frame; the graticule's numbers stand in a margin around it."""
        s = self.scale
        left, bottom = self._edge + GRID_MARGIN * s, self._foot + GRID_MARGIN * s
        width = self.panel.left - (GUTTER + GRID_MARGIN) * s - left
        return Box(left=left, bottom=bottom, width=width, height=self._body_top - GRID_MARGIN * s - bottom)

    @property
    def footer(self) -> Box:
        """The band at the bottom of a slide; of no height on a sheet."""
        bottom, height = self._edge, self._foot - self._edge
        return Box(left=self._edge, bottom=bottom, width=self.width - 2 * self._edge, height=height)

    @property
    def _edge(self) -> float:
        return SLIDE_EDGE if self.is_slide else EDGE * self.scale

    @property
    def _foot(self) -> float:
        return self._edge + (SLIDE_FOOTER if self.is_slide else 0.0)

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


def is_slide(figure: Figure) -> bool:
    """Tell whether a figure has the proportions of a slide."""
    width, height = figure.get_size_inches()
    return bool(abs(width / height - 16 / 9) < 1e-6)

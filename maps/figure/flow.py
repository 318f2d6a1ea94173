"""Text and keys set one below the other in a column, measured before they are set."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from maps.figure import style
from maps.figure.page import MM_PER_INCH, Box

LINE_SPACING = 1.32
POINTS_PER_INCH = 72.0
SAFETY = 0.985
Key = Callable[[Axes, Box], None]


@dataclass(slots=True, kw_only=True)
class Column:
    """
    A column of the sheet that fills from above.

    Parameters
    ----------
    axes
        The paper, in millimetres.
    renderer
        Measures text.
    box
        The column.
    scale
        Size of letters and gaps relative to A4.
    dry
        Measure only: nothing is drawn.
    """

    axes: Axes
    renderer: RendererAgg
    box: Box
    scale: float
    dry: bool = False
    y: float = 0.0

    def __post_init__(self) -> None:
        """Begin at the top."""
        self.y = self.box.top

    @property
    def used(self) -> float:
        """Height filled so far, in millimetres."""
        return self.box.top - self.y

    def gap(self, millimetres: float) -> None:
        """Leave a space."""
        self.y -= millimetres * self.scale

    def rule(self) -> None:
        """Draw a thin line across."""
        if not self.dry:
            self.axes.plot([self.box.left, self.box.right], [self.y, self.y], color="#c9cdd1", linewidth=0.5)
        self.gap(1.6)

    def heading(self, text: str) -> None:
        """Set a heading."""
        self.text(text, size=7, weight="bold", color=style.ACCENT)
        self.gap(0.5)

    def text(self, text: str, *, size: float, indent: float = 0.0, **look: Any) -> None:
        """Set a paragraph, broken into lines that fit."""
        points = size * self.scale
        line_mm = points * LINE_SPACING / POINTS_PER_INCH * MM_PER_INCH
        width = (self.box.width - indent * self.scale) * SAFETY
        for line in self._lines(text, width, points, look):
            if not self.dry:
                left = self.box.left + indent * self.scale
                self.axes.text(
                    left, self.y, line, fontsize=points, va="top", ha="left", **{"color": style.INK, **look}
                )
            self.y -= line_mm

    def key(
        self, draw: Key, text: str, *, size: float = 5.6, width: float = 9.0, height: float = 3.4
    ) -> None:
        """Set a sample of what the map shows, and what it means."""
        top = self.y
        if not self.dry:
            sample = Box(
                left=self.box.left,
                bottom=top - (height - 0.3) * self.scale,
                width=(width - 2.0) * self.scale,
                height=(height - 0.8) * self.scale,
            )
            draw(self.axes, sample)
        self.gap(0.35)
        self.text(text, size=size, indent=width)
        self.y = min(self.y - 0.4 * self.scale, top - height * self.scale)

    def _lines(self, text: str, width: float, points: float, look: dict[str, Any]) -> list[str]:
        font = FontProperties(
            family=style.FONT,
            size=points,
            weight=look.get("weight", "normal"),
            style=look.get("style", "normal"),
        )
        lines = []
        for paragraph in text.splitlines():
            line = ""
            for word in paragraph.split():
                longer = f"{line} {word}".lstrip()
                if self._width(longer, font) <= width:
                    line = longer
                    continue
                *full, line = filter(None, (line, *self._pieces(word, width, font)))
                lines += full
            lines.append(line)
        return lines

    def _pieces(self, word: str, width: float, font: FontProperties) -> Iterator[str]:
        """Yield a word, in pieces if it is wider than the column: an address has no blanks."""
        rest = word
        while len(rest) > 1 and self._width(rest, font) > width:
            held = bisect_right(range(2, len(rest)), width, key=lambda n: self._width(rest[:n], font)) + 1
            yield rest[:held]
            rest = rest[held:]
        yield rest

    def _width(self, text: str, font: FontProperties) -> float:
        return width_mm(self.renderer, text, font)


def measurer(figure: Figure) -> RendererAgg:
    """Return what measures text at the figure's resolution."""
    canvas: Any = FigureCanvasAgg(figure)
    renderer: RendererAgg = canvas.get_renderer()
    return renderer


def width_mm(renderer: RendererAgg, text: str, font: FontProperties) -> float:
    """Return the length of a line of text on the paper, in millimetres."""
    measure: Any = renderer
    pixels, _, _ = measure.get_text_width_height_descent(text, font, ismath=False)
    return float(pixels) / float(measure.dpi) * MM_PER_INCH

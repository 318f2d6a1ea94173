"""The band above the map: headline, and in smaller letters what it holds for."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from matplotlib.axes import Axes
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.patches import Rectangle

from maps.figure import style
from maps.figure.flow import measurer, width_mm
from maps.figure.page import Page
from maps.heading import Heading, HeadingError

HEADLINE, BELOW, LOW = 16.0, 10.0, 8.0
"""Sizes in points on A4: of the headline, of what stands beside it, and of what stands below where it is long."""
GAP_MM = 4.0


def check_letters(words: Heading) -> None:
    """Raise `HeadingError` for words with a letter that the sheet's font does not have: it would be an empty box."""
    known = get_font(findfont(style.FONT)).get_charmap()
    for field in fields(words):
        lacking = [letter for letter in getattr(words, field.name) or "" if ord(letter) not in known]
        if lacking:
            raise HeadingError(
                f"the {field.name} has {lacking[0]!r} (U+{ord(lacking[0]):04X}), which the figure's font does not "
                "have; expected Latin, Greek, Cyrillic or Arabic letters"
            )


def draw_title(paper: Axes, page: Page, headline: str, below: str) -> None:
    """Set the headline and, beside it or else below it, what it holds for; each so small that it fits across."""
    box, scale = page.title, page.scale
    paper.add_patch(
        Rectangle((box.left, box.bottom + 1.4 * scale), box.width, 0.7 * scale, facecolor=style.ACCENT)
    )
    taken = _width_mm(paper, headline, HEADLINE * scale, weight="bold")
    beside = _width_mm(paper, below, BELOW * scale)
    fits = not below or taken + beside + GAP_MM * scale <= box.width
    headline_size = (HEADLINE if fits else 0.8 * HEADLINE) * scale
    looks: dict[str, Any] = {"weight": "bold", "color": style.ACCENT}
    up = 3.4 if fits else 6.2
    _line(paper, page, headline, left=box.left, up=up, size=headline_size, **looks)
    if below and fits:
        _line(paper, page, below, left=box.left + taken + GAP_MM * scale, up=4.2, size=BELOW * scale)
    elif below:
        _line(paper, page, below, left=box.left, up=2.6, size=LOW * scale)


def _line(paper: Axes, page: Page, text: str, *, left: float, up: float, size: float, **look: Any) -> None:
    room = page.title.right - left
    width = _width_mm(paper, text, size, weight=look.get("weight", "normal"))
    fitted = size * min(1.0, room / width) if width else size
    paper.text(
        left, page.title.bottom + up * page.scale, text, fontsize=fitted, va="bottom", ha="left",
        **{"color": style.GREY, **look},
    )  # fmt: skip


def _width_mm(paper: Axes, text: str, size: float, *, weight: str = "normal") -> float:
    figure = paper.get_figure(root=True)
    if figure is None:
        raise ValueError("the paper belongs to no figure")
    return width_mm(measurer(figure), text, FontProperties(family=style.FONT, size=size, weight=weight))

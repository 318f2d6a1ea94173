"""A figure as the bytes of a file: the same bytes each time."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any, Literal

import matplotlib.style
from matplotlib.figure import Figure

from geodata.atomic import write_whole
from maps.figure import style
from maps.figure.page import SLIDE_DPI, is_slide

PRINT_DPI = 200
Kind = Literal["png", "svg", "pdf"]
KINDS: tuple[Kind, ...] = ("png", "svg", "pdf")
# Nothing that names the day, the machine or a version of a library.
METADATA: dict[Kind, dict[str, Any]] = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


def render(figure: Figure, kind: Kind, *, dpi: int | None = None) -> bytes:
    """
    Return a figure as a file's bytes.

    Parameters
    ----------
    figure
        From `maps.figure.figure`.
    kind
        The format.
    dpi
        Pixels an inch, of a PNG and of the relief; by default 200, and on a slide as many as make
        1,920 by 1,080 pixels.
    """
    dpi = dpi or (SLIDE_DPI if is_slide(figure) else PRINT_DPI)
    buffer = io.BytesIO()
    with matplotlib.style.context(["default", style.RC]):
        figure.savefig(buffer, format=kind, dpi=dpi, metadata=METADATA[kind])
    return buffer.getvalue()


def save(figure: Figure, path: Path | str, *, dpi: int | None = None) -> Path:
    """
    Return the path after writing a figure there, in the format that its ending names, at once or not at all.

    Parameters
    ----------
    figure
        What `figure` gave, or another figure of matplotlib.
    path
        Where to write: .png, .svg or .pdf.
    dpi
        As `render` takes it.

    Raises
    ------
    OSError
        If the path can't be written.
    ValueError
        If the path ends neither in .png nor in .svg nor in .pdf.
    """
    target = Path(path)
    ending = target.suffix.lower().removeprefix(".")
    for kind in KINDS:
        if kind == ending:
            return write_whole(target, render(figure, kind, dpi=dpi))
    raise ValueError(f"{target.name} does not say a format; expected a name ending in .png, .svg or .pdf")

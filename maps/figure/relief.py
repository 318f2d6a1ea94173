"""The hillshade, bent from Web Mercator into the map's projection."""

from __future__ import annotations

import io
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from PIL import Image

from geodata.basemap import Relief
from maps.figure.view import View

STRENGTH = 0.75


def draw_relief(axes: Axes, view: View, relief: Relief, *, zorder: float, pixels: int) -> None:
    """
    Draw the relief into the frame.

    Parameters
    ----------
    axes
        In projected metres.
    view
        The frame.
    relief
        A picture whose rows are spaced as in Web Mercator.
    zorder
        The layer.
    pixels
        Width of the picture made.
    """
    axes.imshow(
        warped(view, relief, pixels),
        extent=(view.west, view.east, view.south, view.north),
        interpolation="none",
        zorder=zorder,
        aspect="auto",
    )


@lru_cache(maxsize=2)  # one sheet a day, or one for each source, has the same ground
def warped(view: View, relief: Relief, pixels: int) -> npt.NDArray[np.uint8]:
    """Return the picture as the frame shows it: red, green, blue and opacity, shape (rows, pixels, 4)."""
    source = np.asarray(Image.open(io.BytesIO(relief.webp)).convert("LA"), dtype=np.float64)
    rows = round(pixels * (view.north - view.south) / (view.east - view.west))
    x = view.west + (np.arange(pixels) + 0.5) * (view.east - view.west) / pixels
    y = view.north - (np.arange(rows) + 0.5) * (view.north - view.south) / rows
    lon, lat = view.inverse(*(grid.ravel() for grid in np.meshgrid(x, y)))
    column = (lon - relief.west) / (relief.east - relief.west) * relief.width_px - 0.5
    top, bottom = ordinate(np.array([relief.north, relief.south]))
    row = (top - ordinate(lat)) / (top - bottom) * relief.height_px - 0.5
    grey, opacity = bilinear(source, row, column).T
    picture = np.stack([grey, grey, grey, opacity * STRENGTH], axis=-1).reshape(rows, pixels, 4)
    warped_to_frame = np.asarray(np.rint(picture), dtype=np.uint8)
    warped_to_frame.setflags(write=False)  # for the next sheet has it too
    return warped_to_frame


def ordinate(lat: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the Web Mercator ordinate of latitudes in degrees, on a sphere of radius 1."""
    return np.asarray(np.arcsinh(np.tan(np.radians(lat))))


def bilinear(
    source: npt.NDArray[np.float64], row: npt.NDArray[np.float64], column: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return values between pixels, shape (n, bands); outside the source its edge goes on."""
    height, width = source.shape[:2]
    row, column = np.clip(row, 0, height - 1.001), np.clip(column, 0, width - 1.001)
    r, c = row.astype(int), column.astype(int)
    down, right = (row - r)[:, np.newaxis], (column - c)[:, np.newaxis]
    upper = source[r, c] * (1 - right) + source[r, c + 1] * right
    lower = source[r + 1, c] * (1 - right) + source[r + 1, c + 1] * right
    return np.asarray(upper * (1 - down) + lower * down)

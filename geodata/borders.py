"""Which stretch of an outline borders which country, or the sea."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from geodata.measure import Floats


class Neighbour(StrEnum):
    """What lies beyond Syria's outline: a country by its code (IQ, IL, JO, LB, TR), or the sea."""

    IRAQ = "IQ"
    ISRAEL = "IL"
    JORDAN = "JO"
    LEBANON = "LB"
    TURKEY = "TR"
    SEA = "sea"


SHORE_KM = 6.0
"""Natural Earth's outline of Syria differs from OCHA's by 1 to 6 km: nearer than this to where a land
border meets the sea, the sources cannot tell coast from border."""


def attribute(segments: Floats) -> npt.NDArray[np.str_]:
    """
    Return the code of the neighbour that each segment of Syria's outline borders.

    Parameters
    ----------
    segments
        Rows of lon, lat, lon, lat in WGS 84 degrees, shape (n, 4), of any vintage of the outline.

    Returns
    -------
    numpy.ndarray
        Values of `Neighbour`, shape (n,): the nearest of Natural Earth's countries and the sea, taken at
        the middle of the segment; never who contains it, since the two outlines differ.
    """
    codes, distances = _distances(segments)
    return np.asarray(np.array(codes)[np.argmin(distances, axis=1)])


def shores(segments: Floats) -> npt.NDArray[np.str_]:
    """
    Return the code of the country within `SHORE_KM` of each segment, the nearest if several, or nothing.

    Parameters
    ----------
    segments
        Rows of lon, lat, lon, lat in WGS 84 degrees, shape (n, 4).
    """
    codes, distances = _distances(segments)
    land = np.array([code != Neighbour.SEA for code in codes])
    nearest = np.argmin(distances[:, land], axis=1)
    close = distances[:, land].min(axis=1) < SHORE_KM / _KM_PER_DEGREE
    return np.where(close, np.array(codes)[land][nearest], "")


@cache
def neighbour_shapes() -> tuple[tuple[str, ...], npt.NDArray[np.object_]]:
    """Return the neighbours' codes and their simplified, clipped shapes."""
    text = Path(__file__).with_name("data").joinpath("neighbours.geojson").read_text(encoding="utf-8")
    shapes = shapely.get_parts(shapely.from_geojson(text))
    codes = tuple(line.split('"code":"')[1].split('"')[0] for line in text.splitlines() if '"code":"' in line)
    return codes, shapes


_KM_PER_DEGREE = 111.0
_SQUEEZE = (0.82, 1.0)


def _distances(segments: Floats) -> tuple[tuple[str, ...], Floats]:
    """Return each segment's distance to each neighbour in degrees of latitude, shape (n, neighbours)."""
    codes, shapes = neighbour_shapes()
    middles = np.asarray(shapely.points((segments[:, :2] + segments[:, 2:]) / 2 * _SQUEEZE))
    squeezed = shapely.transform(shapes, lambda xy: xy * _SQUEEZE)
    return codes, np.asarray(shapely.distance(middles[:, None], squeezed[None, :]), dtype=np.float64)

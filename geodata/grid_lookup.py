"""Points through a `CellGrid`: in bulk with numpy on threads, one at a time in plain Python.

Both leave to the caller the points that need GEOS: those in cells where several borders meet, and those so
near a border that double precision cannot tell the side.
"""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from geodata.cell_grid import FIRST_SLOT, SEVERAL, CellGrid, GridFrame
from geodata.coverage_edges import NOWHERE, CoverageEdges

CHUNK = 1 << 17
"""Points at a time in one thread: enough for numpy's calls to cost little, few enough for the cache."""
_LEAST = 1 << 16
"""Points that are worth a thread."""

_ROUNDING = 8 * float(np.finfo(np.float64).eps)

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]


class GridLookup:
    """Looks points up in a grid.

    Parameters
    ----------
    grid, edges
        A grid and the edges that it was built from.
    """

    __slots__ = ("_codes", "_frame", "_grid", "_lines", "_scalar")

    def __init__(self, grid: CellGrid, edges: CoverageEdges) -> None:
        self._grid = grid
        self._frame = grid.frame
        self._codes = grid.codes
        self._lines = _slot_lines(grid, edges)
        flat = self._lines.reshape(-1).data
        self._scalar = (self._codes.data, flat, flat.cast("B").cast("i"))

    def one(self, lon: float, lat: float) -> int:
        """Return the position for one point, or ``FIRST_SLOT - slot`` if GEOS has to decide."""
        frame = self._frame
        x = (lon - frame.west) * frame.per_degree
        y = (lat - frame.south) * frame.per_degree
        if not (0.0 <= x < frame.columns and 0.0 <= y < frame.rows):
            return NOWHERE
        codes, lines, sides = self._scalar
        code: int = codes[int(y) * frame.columns + int(x)]
        if code > FIRST_SLOT:
            return code
        at = 4 * (FIRST_SLOT - code)
        offset: float = lines[at] * lon + lines[at + 1] * lat + lines[at + 2]
        if -1.0 <= offset <= 1.0:
            return code
        side: int = sides[2 * at + (6 if offset > 0.0 else 7)]
        return side

    def many(
        self, lon: Floats, lat: Floats, out: Integers, *, threads: int | None = None
    ) -> NDArray[np.intp]:
        """Write positions to `out` and return the indices of the points that GEOS has to decide.

        For those, `out` holds ``FIRST_SLOT - slot``.
        """
        workers = threads or available_cores()
        size = min(CHUNK, max(_LEAST, -(-len(out) // workers)))
        pieces = [slice(at, at + size) for at in range(0, len(out), size)]
        workers = min(workers, len(pieces))
        if workers <= 1:
            found = [self._work(lon, lat, out, pieces)]
        else:
            cuts = [len(pieces) * k // workers for k in range(workers + 1)]
            shares = [pieces[first:last] for first, last in pairwise(cuts)]
            with ThreadPoolExecutor(workers) as pool:
                found = list(pool.map(lambda share: self._work(lon, lat, out, share), shares))
        return np.concatenate(found)

    def _work(self, lon: Floats, lat: Floats, out: Integers, pieces: list[slice]) -> NDArray[np.intp]:
        """Do some pieces, one after the other, in scratch arrays of this thread's own."""
        size = min(CHUNK, len(out))
        scratch = np.empty(size), np.empty(size)
        undecided = [np.empty(0, dtype=np.intp)]
        with np.errstate(all="ignore"):
            for piece in pieces:
                x, y, here = lon[piece], lat[piece], out[piece]
                np.take(self._codes, _cells_of(self._frame, x, y, scratch), out=here, mode="clip")
                at = np.flatnonzero(here <= FIRST_SLOT)
                if len(at):
                    undecided.append(self._take_sides(x, y, here, at) + piece.start)
        return np.concatenate(undecided)

    def _take_sides(self, lon: Floats, lat: Floats, here: Integers, at: NDArray[np.intp]) -> NDArray[np.intp]:
        """Decide the points at those indices by their cell's line, and return the indices left undecided."""
        codes = here[at]
        lines = np.take(self._lines, FIRST_SLOT - codes, axis=0)
        offset = lines[:, 0] * lon[at]
        offset += lines[:, 1] * lat[at]
        offset += lines[:, 2]
        sides = lines.view(np.int32)
        decided = np.where(offset > 0.0, sides[:, 6], sides[:, 7])
        unsure = np.abs(offset) <= 1.0
        here[at] = np.where(unsure, codes, decided)
        return at[unsure]


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cells_of(frame: GridFrame, lon: Floats, lat: Floats, scratch: tuple[Floats, Floats]) -> NDArray[np.intp]:
    """Return the points' cells, in scratch, for `numpy.take` in its clipping mode.

    What is no number, or lies beyond an end of the rows, gets a number that clips to the first or last cell,
    and these are empty.
    """
    x, y = scratch[0][: len(lon)], scratch[1][: len(lon)]
    np.subtract(lon, frame.west, out=x)
    np.multiply(x, frame.per_degree, out=x)
    np.clip(x, 0.0, frame.columns - 1, out=x)
    np.subtract(lat, frame.south, out=y)
    np.multiply(y, frame.per_degree, out=y)
    np.floor(y, out=y)
    np.multiply(y, frame.columns, out=y)
    # The sum is rounded, but by far less than what counts as near a cell.
    np.add(x, y, out=x)
    cell = y.view(np.intp)
    np.copyto(cell, x, casting="unsafe")
    return cell


def _slot_lines(grid: CellGrid, edges: CoverageEdges) -> Floats:
    """Return, for each slot, a, b, c and a pair of positions packed into the place of one float.

    ``a * lon + b * lat + c`` is over 1 on the left of the slot's edge and under -1 on its right: it is scaled
    so that whatever rounding can do to it, in these coefficients and in the evaluation, stays within 1. Where
    no single edge decides, a, b and c are 0, which decides nothing.
    """
    lines = np.zeros((len(grid.slot_edge), 4))
    slot = np.flatnonzero(grid.slot_edge != SEVERAL)
    edge = grid.slot_edge[slot]
    start, step = edges.start[edge], edges.end[edge] - edges.start[edge]
    a, b = -step[:, 1], step[:, 0]
    terms = np.abs([a * start[:, 0], b * start[:, 1]]).sum(axis=0)
    frame = grid.frame
    lon_most = max(abs(frame.west), abs(frame.west + frame.columns / frame.per_degree))
    lat_most = max(abs(frame.south), abs(frame.south + frame.rows / frame.per_degree))
    error = _ROUNDING * (terms + np.abs(a) * lon_most + np.abs(b) * lat_most)
    c = -(a * start[:, 0] + b * start[:, 1])
    lines[slot, :3] = np.stack([a / error, b / error, c / error], axis=1)
    lines.view(np.int32)[slot, 6] = edges.left[edge]
    lines.view(np.int32)[slot, 7] = edges.right[edge]
    return lines

"""A grid over a coverage that knows, for most of its cells, the one answer for the whole cell.

A cell that no border comes near holds one unit, or none: its code is that position, or -1. A cell that a
border comes near has a *slot*, code ``-2 - slot``. When one straight segment runs right through the cell,
the slot holds its line, and the side of a point decides; otherwise it holds the few units that come into
question, and GEOS decides between them.

"Near" is wider than any rounding in finding a point's cell, so a point never gets the answer of a cell it
does not belong to.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geodata.coverage_edges import NOWHERE, CoverageEdges

FIRST_SLOT = -2
SEVERAL = -1
"""Stands in `CellGrid.slot_edge` for "not one segment that runs right through"."""

_NEAR = 1e-6  # of a cell: how far outside a cell a border still counts as in it
_CLEAR = 1e-3  # of a cell: how far from a cell both ends of a segment lie that runs right through it
_MIN_CELLS, _MAX_CELLS = 2**14, 2**24
_MAX_CROSSED = 2**21
_CELLS_PER_CROSSED = 60  # aim: a border crosses one cell in this many

Integers = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class GridFrame:
    """Where the cells lie: column ``int((lon - west) * per_degree)``, row likewise from `south`.

    The outermost ring of cells, at the least, holds nothing of the coverage.
    """

    west: float
    south: float
    per_degree: float
    columns: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CellGrid:
    """The cells' codes and, for each slot, the edge that runs through or the candidates.

    Attributes
    ----------
    codes
        Shape (rows * columns,), row by row from the south-west.
    slot_edge
        Shape (slots,): index of the one edge that runs right through the cell, or `SEVERAL`.
    first_candidate, candidates
        Slot ``s`` has ``candidates[first_candidate[s]:first_candidate[s + 1]]``, ascending.
    """

    frame: GridFrame
    codes: Integers
    slot_edge: Integers
    first_candidate: Integers
    candidates: Integers


def frame_for(edges: CoverageEdges) -> GridFrame:
    """Return a frame fine enough that borders cross few of its cells."""
    if not len(edges):
        return GridFrame(west=0.0, south=0.0, per_degree=1.0, columns=1, rows=1)
    low = np.minimum(edges.start, edges.end).min(axis=0)
    high = np.maximum(edges.start, edges.end).max(axis=0)
    width, height = (high - low).tolist()
    reach = float(np.abs(edges.end - edges.start).sum())
    # A border of that reach crosses reach * per_degree cells of width * height * per_degree**2, and each
    # vertex costs about one cell more.
    by_length = _CELLS_PER_CROSSED * reach / (width * height)
    by_vertices = (_CELLS_PER_CROSSED * len(edges) / (width * height)) ** 0.5
    smallest, largest = ((cells / (width * height)) ** 0.5 for cells in (_MIN_CELLS, _MAX_CELLS))
    per_degree = min(max(by_length, by_vertices, smallest), largest)
    per_degree = min(per_degree, _MAX_CROSSED / reach)
    return GridFrame(
        west=float(low[0]) - 1.5 / per_degree,
        south=float(low[1]) - 1.5 / per_degree,
        per_degree=per_degree,
        columns=int(width * per_degree) + 4,
        rows=int(height * per_degree) + 4,
    )


def build_grid(edges: CoverageEdges) -> CellGrid:
    """Return the grid of a coverage."""
    frame = frame_for(edges)
    start, end = (_in_cells(frame, points) for points in (edges.start, edges.end))
    codes = _fill(frame, edges, start, end)
    edge, cell = _cells_near(frame, start, end)
    order = np.lexsort((edge, cell))
    edge, cell = edge[order], cell[order]
    first = np.flatnonzero(np.diff(cell, prepend=-1))
    count = np.diff(first, append=len(cell))
    codes[cell[first]] = FIRST_SLOT - np.arange(len(first), dtype=np.int32)
    through = (count == 1) & ~_has_end_near(frame, cell[first], start[edge[first]], end[edge[first]])
    slot_edge = np.where(through, edge[first], SEVERAL).astype(np.int32)
    slot = np.repeat(np.arange(len(first)), count)
    starts, candidates = _candidates(slot, edges.left[edge], edges.right[edge], len(first))
    return CellGrid(
        frame=frame, codes=codes, slot_edge=slot_edge, first_candidate=starts, candidates=candidates
    )


def _in_cells(frame: GridFrame, points: NDArray[np.float64]) -> NDArray[np.float64]:
    return (points - (frame.west, frame.south)) * frame.per_degree


def _fill(
    frame: GridFrame, edges: CoverageEdges, start: NDArray[np.float64], end: NDArray[np.float64]
) -> Integers:
    """Return codes that are right for every cell that no border comes near.

    Along the middle of each row the unit changes at each border it crosses. The changes are summed, so
    that the order of borders that meet in one point does not matter.
    """
    y_low = np.minimum(start[:, 1], end[:, 1])
    y_high = np.maximum(start[:, 1], end[:, 1])
    first_row = np.ceil(y_low - 0.5).astype(np.int64)
    edge, row = _expand(first_row, np.ceil(y_high - 0.5).astype(np.int64) - first_row)
    share = (row + 0.5 - start[edge, 1]) / (end[edge, 1] - start[edge, 1])
    x = start[edge, 0] + share * (end[edge, 0] - start[edge, 0])
    upward = end[edge, 1] > start[edge, 1]
    to_the_right = edges.right[edge] - edges.left[edge]
    change = np.zeros(frame.rows * frame.columns, dtype=np.int32)
    np.add.at(change, row * frame.columns + x.astype(np.int64), np.where(upward, to_the_right, -to_the_right))
    table = change.reshape(frame.rows, frame.columns)
    np.cumsum(table, axis=1, out=table)
    table += NOWHERE
    return change


def _cells_near(
    frame: GridFrame, start: NDArray[np.float64], end: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return pairs (edge, cell): each edge with all cells it comes near, and no cell far from it."""
    y_low = np.minimum(start[:, 1], end[:, 1])
    y_high = np.maximum(start[:, 1], end[:, 1])
    first_row = np.floor(y_low - _NEAR).astype(np.int64)
    edge, row = _expand(first_row, np.floor(y_high + _NEAR).astype(np.int64) + 1 - first_row)
    a, b = start[edge], end[edge]
    rise = b[:, 1] - a[:, 1]
    level = rise == 0
    divisor = np.where(level, 1.0, rise)
    ends = [
        np.clip((np.clip(y, y_low[edge], y_high[edge]) - a[:, 1]) / divisor, 0.0, 1.0)
        for y in (row - _NEAR, row + (1.0 + _NEAR))
    ]
    xs = [a[:, 0] + np.where(level, whole, share) * (b[:, 0] - a[:, 0]) for whole, share in enumerate(ends)]
    first_column = np.floor(np.minimum(*xs) - _NEAR).astype(np.int64)
    pair, column = _expand(
        first_column, np.floor(np.maximum(*xs) + _NEAR).astype(np.int64) + 1 - first_column
    )
    return edge[pair], row[pair] * frame.columns + column


def _expand(
    first: NDArray[np.int64], count: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return, for each item, its index beside each of ``first, first + 1, ...`` (`count` of them)."""
    index = np.repeat(np.arange(len(first)), count)
    before = np.cumsum(count) - count
    return index, first[index] + np.arange(len(index)) - before[index]


def _has_end_near(
    frame: GridFrame, cell: NDArray[np.int64], start: NDArray[np.float64], end: NDArray[np.float64]
) -> NDArray[np.bool_]:
    row, column = np.divmod(cell, frame.columns)
    corner = np.stack([column, row], axis=1)
    near = [((p > corner - _CLEAR) & (p < corner + (1.0 + _CLEAR))).all(axis=1) for p in (start, end)]
    return np.asarray(near[0] | near[1])


def _candidates(
    slot: NDArray[np.int64], left: Integers, right: Integers, slots: int
) -> tuple[Integers, Integers]:
    """Return the units at the borders of each slot, without repeats, as starts and values."""
    units = np.concatenate([left, right]).astype(np.int64)
    base = int(units.max(initial=0)) + 1
    keys = np.sort((np.concatenate([slot, slot]) * base + units)[units != NOWHERE])
    keys = keys[np.diff(keys, prepend=-1) != 0]
    starts = np.zeros(slots + 1, dtype=np.int32)
    np.cumsum(np.bincount(keys // base, minlength=slots), out=starts[1:])
    return starts, (keys % base).astype(np.int32)

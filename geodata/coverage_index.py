"""Which unit of a coverage does a point lie in: exact, for one point or for a hundred million."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

from geodata import coverage_cache
from geodata.atomic import write_whole
from geodata.cell_grid import FIRST_SLOT, CellGrid, build_grid
from geodata.coverage import Geometries, as_coverage
from geodata.coverage_edges import NOWHERE, CoverageEdges
from geodata.grid_lookup import GridLookup
from geodata.wgs84 import WGS84

if TYPE_CHECKING:
    import geopandas as gpd

Floats = NDArray[np.float64]
Integers = NDArray[np.int32]


class CoverageIndex:
    """An index from points to the units of a coverage.

    Every point has one answer, the same at every call, in every engine and on every machine: the position of
    the unit that covers it (GEOS's ``intersects``), and where several do, because the point lies on their
    common border, the lowest of their positions; -1 where none does. With units in the order of their
    P-codes, a point on a border thus belongs to the lowest P-code. NaN, infinite and out-of-range coordinates
    are in no unit.

    Parameters
    ----------
    geometries
        Polygons and multipolygons, WGS 84 degrees, that form a valid coverage: interiors do not overlap, and
        neighbours share the vertices of their border. Gaps, holes and empty geometries are allowed.

    Raises
    ------
    CoverageError
        The geometries do not form a coverage.

    Notes
    -----
    A grid of cells answers wherever a cell lies wholly in one unit (or in none). In a cell that one border
    segment runs through, the side of that segment decides, by a floating-point test with an error bound
    (Shewchuk 1997, *Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates*).
    GEOS decides the rest: points within that bound, and cells where borders meet.

    Examples
    --------
    >>> import shapely
    >>> index = CoverageIndex([shapely.box(36, 35, 37, 36), shapely.box(37, 35, 38, 36)])
    >>> index.lookup(lon=36.5, lat=35.5), index.lookup(lon=37.0, lat=35.5), index.lookup(lon=0.0, lat=0.0)
    (0, 0, -1)
    >>> index.label([36.5, 37.5, float("nan")], [35.5, 35.5, 35.5])
    array([ 0,  1, -1], dtype=int32)
    """

    __slots__ = ("__weakref__", "_edges", "_grid", "_lock", "_lookup", "_polygons")

    def __init__(self, geometries: Sequence[object] | Geometries) -> None:
        polygons = as_coverage(geometries)
        edges = CoverageEdges.of(polygons)
        self._set(polygons, edges, build_grid(edges))

    def _set(self, polygons: Geometries, edges: CoverageEdges, grid: CellGrid) -> None:
        self._polygons, self._edges, self._grid = polygons, edges, grid
        self._lookup = GridLookup(grid, edges)
        # GEOS completes a prepared geometry at its first use, so two threads must not use one at a time.
        self._lock = threading.Lock()
        shapely.prepare(polygons)

    @classmethod
    def from_gdf(cls, frame: gpd.GeoDataFrame) -> Self:
        """Return the index of a GeoDataFrame's geometries, in its order, brought to WGS 84 if need be.

        Parameters
        ----------
        frame
            Polygons in any coordinate system; without one they count as WGS 84.
        """
        located = frame if frame.crs is None else frame.to_crs(WGS84)
        return cls(np.asarray(located.geometry.array, dtype=object))

    @classmethod
    def cached(cls, geometries: Sequence[object] | Geometries, path: Path | str) -> Self:
        """Return the index of these geometries from a cache file, which is made anew where it does not fit.

        A cache that is missing, damaged, of another version, or made from other geometries is replaced, with
        a note to the log; one that cannot be written is done without, likewise.

        Parameters
        ----------
        geometries
            As the class takes them.
        path
            The cache file; its folder must be there.
        """
        found = coverage_cache.read_matching(Path(path), geometries)
        if found is not None:
            return cls._restored(*found)
        index = cls(geometries)
        coverage_cache.try_write(Path(path), index.to_bytes())
        return index

    def save(self, path: Path | str) -> None:
        """Write the index to a file, whole or not at all.

        Parameters
        ----------
        path
            The file to write; what was there is replaced.
        """
        write_whole(path, self.to_bytes())

    @classmethod
    def load(cls, path: Path | str) -> Self:
        """Return the index that `save` wrote.

        Parameters
        ----------
        path
            A file that `save` wrote.

        Raises
        ------
        IndexFileError
            The file is damaged, of another version, or no index.
        """
        return cls._restored(*coverage_cache.unpack(Path(path).read_bytes(), source=str(path)))

    def to_bytes(self) -> bytes:
        """Return the index as bytes, as `save` writes them: the same for the same geometries."""
        return coverage_cache.pack(self._polygons, self._grid)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return the index that `to_bytes` gave.

        Parameters
        ----------
        data
            As `to_bytes` gave them.
        """
        return cls._restored(*coverage_cache.unpack(data, source="bytes"))

    @classmethod
    def _restored(cls, polygons: Geometries, grid: CellGrid) -> Self:
        index = cls.__new__(cls)
        index._set(polygons, CoverageEdges.of(polygons), grid)  # noqa: SLF001 - it is of this class
        return index

    def __reduce__(self) -> tuple[object, tuple[bytes]]:
        return type(self).from_bytes, (self.to_bytes(),)

    def __len__(self) -> int:
        return len(self._polygons)

    def __repr__(self) -> str:
        frame = self._grid.frame
        return f"<{type(self).__name__} of {len(self)} units, {frame.columns} x {frame.rows} cells>"

    @property
    def geometries(self) -> Geometries:
        """The units' polygons, in order; a copy of the array."""
        return self._polygons.copy()

    def lookup(self, *, lon: float, lat: float) -> int:
        """Return the position of the unit of one point, or -1.

        Parameters
        ----------
        lon, lat
            WGS 84 degrees.
        """
        code = self._lookup.one(lon, lat)
        if code > FIRST_SLOT:
            return code
        return int(self._decide(np.array([lon]), np.array([lat]), np.array([FIRST_SLOT - code]))[0])

    def label(self, lon: ArrayLike, lat: ArrayLike, *, threads: int | None = None) -> Integers:
        """Return the positions of the units of many points, -1 for none.

        Parameters
        ----------
        lon, lat
            WGS 84 degrees, one-dimensional and of equal length. Float64 arrays are not copied.
        threads
            How many threads to use; all cores when not given.
        """
        x, y = (np.asarray(values, dtype=np.float64) for values in (lon, lat))
        if x.ndim != 1 or x.shape != y.shape:
            raise ValueError(f"lon has shape {x.shape} and lat {y.shape}; expected two equal lengths")
        out = np.empty(len(x), dtype=np.int32)
        undecided = self._lookup.many(x, y, out, threads=threads)
        if len(undecided):
            out[undecided] = self._decide(x[undecided], y[undecided], FIRST_SLOT - out[undecided])
        return out

    def _decide(self, lon: Floats, lat: Floats, slot: Integers) -> Integers:
        """Ask GEOS about the candidates of each point's cell, the lowest first."""
        first, candidates = self._grid.first_candidate, self._grid.candidates
        answer = np.full(len(lon), NOWHERE, dtype=np.int32)
        open_, at, end = np.arange(len(lon)), first[slot], first[slot + 1]
        with self._lock:
            while len(open_):
                unit = candidates[at]
                hit = shapely.intersects_xy(self._polygons[unit], lon[open_], lat[open_])
                answer[open_[hit]] = unit[hit]
                on = ~hit & (at + 1 < end)
                open_, at, end = open_[on], at[on] + 1, end[on]
        return answer

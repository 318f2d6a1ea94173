"""Shapes made valid and made into a coverage, with a note of everything that was changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.boundaries.cost import check_mendable
from geodata.boundaries.errors import BoundariesError
from geodata.boundaries.table import Row
from geodata.measure import area_km2

GAP_WIDTH_DEG = 0.01
"""Gaps between sub-districts narrower than this, about 1 km, are faults of digitising and are closed."""

MOST_CHANGED = 0.02
"""Making a coverage may change a unit's area by this share before it is called unusable."""

Shapes = npt.NDArray[np.object_]


def valid_rows(path: Path, rows: Iterable[Row]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """
    Return the rows with valid polygons, and a note for each that was not valid.

    Raises
    ------
    BoundariesError
        If nothing with an area is left of a shape.
    """
    kept: list[Row] = []
    notes: list[str] = []
    for row in rows:
        if shapely.is_valid(row.shape) and row.shape.geom_type in {"Polygon", "MultiPolygon"}:
            kept.append(row)
            continue
        check_mendable(path, np.array([row.shape], dtype=object))
        reason = shapely.is_valid_reason(row.shape)
        mended = polygons(shapely.make_valid(row.shape, method="structure", keep_collapsed=False))
        if mended.is_empty:
            remedy = "give it its polygon, or take a complete file"
            problem = f"a geometry without area ({reason})"
            raise BoundariesError(path, problem, feature=str(row), remedy=remedy)
        kept.append(replace(row, shape=mended))
        notes.append(f"{row} was not valid ({reason}) and was repaired")
    return tuple(kept), tuple(notes)


def merged_rows(path: Path, rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """
    Return the rows with one for each P-code: parts of one unit in several rows are joined, with a note.

    Raises
    ------
    BoundariesError
        If two rows of one code have different names, or cover the same ground: one of them is wrong.
    """
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault(row.pcode or str(row.number), []).append(row)
    merged = tuple(own[0] if len(own) == 1 else _joined(path, own) for own in parts.values())
    several = sorted((code, len(own)) for code, own in parts.items() if len(own) > 1)
    return merged, tuple(f"{code} came in {n} features, which were joined" for code, n in several)


def _joined(path: Path, rows: list[Row]) -> Row:
    """Return features of one code as one, once it is sure that they are parts of one unit."""
    shapes = np.array([row.shape for row in rows], dtype=object)
    area, tree = shapely.area(shapes), shapely.STRtree(shapes)
    for place, row in enumerate(rows):
        near = tree.query(row.shape)
        near = near[near < place]
        shared = shapely.area(shapely.intersection(shapes[near], row.shape))
        wrong = near[shared > 0.01 * np.minimum(area[near], area[place])]
        if len(wrong) or row.name != rows[0].name:
            problem = f"the P-code {row.pcode} also stands in {rows[wrong.min() if len(wrong) else 0]}"
            raise BoundariesError(path, problem, feature=str(row), remedy="correct one of the two codes")
    return replace(rows[0], shape=polygons(shapely.union_all(shapes)))


def coverage(path: Path, rows: tuple[Row, ...]) -> tuple[Shapes, tuple[str, ...]]:
    """
    Return the shapes as a valid coverage, in which units share edges and never overlap, and what it took.

    Raises
    ------
    BoundariesError
        If a unit lies for the most part on others, so that nobody can tell whose the ground is.
    """
    shapes = shapely.orient_polygons(np.array([row.shape for row in rows], dtype=object))
    if shapely.coverage_is_valid(shapes):
        return shapes, ()
    check_mendable(path, shapes)
    faulty = int((~shapely.is_empty(shapely.coverage_invalid_edges(shapes))).sum())
    cleaned = shapely.coverage_clean(shapes, gap_width=GAP_WIDTH_DEG)  # type: ignore[attr-defined]
    cleaned = np.array([polygons(shape) for shape in cleaned], dtype=object)
    if not shapely.coverage_is_valid(cleaned):
        remedy = "clean its topology in a GIS (snap vertices, remove gaps and overlaps)"
        raise BoundariesError(path, "units that overlap in a way that cannot be repaired", remedy=remedy)
    before, after = area_km2(shapes), area_km2(cleaned)
    changed = np.abs(after - before) / before
    worst = int(np.argmax(changed))
    if changed[worst] > MOST_CHANGED and abs(after[worst] - before[worst]) > 1:
        problem = f"overlaps its neighbours or leaves gaps: {changed[worst]:.0%} of its area would change"
        remedy = "clean its topology in a GIS, or take out the second of two features for the same ground"
        raise BoundariesError(path, problem, feature=str(rows[worst]), remedy=remedy)
    note = (
        f"{faulty} units overlapped their neighbours or left gaps; cleaned, which changed the whole by "
        f"{after.sum() - before.sum():+.1f} km2 and a unit by {changed[worst]:.2%} at most ({rows[worst]})"
    )
    return cleaned, (note,)


def polygons(shape: BaseGeometry) -> BaseGeometry:
    """Return the polygons of a geometry, without points, lines and empty parts."""
    parts = [part for part in _flat(shape) if isinstance(part, shapely.Polygon) and part.area > 0]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def _flat(shape: BaseGeometry) -> list[BaseGeometry]:
    parts = list(shapely.get_parts(shape))
    return [inner for part in parts for inner in (_flat(part) if hasattr(part, "geoms") else [part])]

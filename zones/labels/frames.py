"""Labels as new columns of data frames, each in its own library's cheapest kind of column."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geodata.wgs84 import WGS84
from zones.labels.columns import require_coordinate_columns
from zones.labels.errors import LabelError
from zones.labels.labeller import UNLABELLED, Coded, Labeller, Labels

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

Overlaps = Literal["list", "rows", "first"]
"""What becomes of a point in several zones: lists in one row, one row for each zone, or the first zone."""

Frame = TypeVar("Frame")
AnyFrame: TypeAlias = Any  # one of three libraries, of which two may not be installed


@dataclass(frozen=True, slots=True, kw_only=True)
class NewColumns:
    """Columns to add, and for each new row the row it comes from (None: the rows stay as they are)."""

    single: tuple[tuple[str, Coded], ...]
    lists: tuple[tuple[str, Coded, NDArray[np.int64]], ...]
    rows: NDArray[np.int64] | None


def label_frame(
    labeller: Labeller,
    frame: Frame,
    *,
    lon: str | None = None,
    lat: str | None = None,
    overlaps: Overlaps | None = None,
    prefix: str = "",
) -> Frame:
    """Return the frame with columns for the units, the zone and the extent; the frame given stays as it was.

    Parameters
    ----------
    labeller
        The units and zones.
    frame
        A pandas or GeoPandas DataFrame, a Polars DataFrame, or an Arrow Table.
    lon, lat
        Columns of WGS 84 degrees; found by their names when not given, or taken from the points of a
        GeoDataFrame.
    overlaps
        What becomes of a point in several zones: "list" gives lists in one row, "rows" one row for each zone,
        "first" the first zone only. When not given: lists if the zones can overlap, else plain columns.
    prefix
        Put before the names of the new columns.

    Raises
    ------
    LabelError
        The coordinates are not found, or a column of that name is there already.
    TypeError
        The frame is of a kind that is not known here.
    """
    kind = type(frame).__module__.split(".", maxsplit=1)[0]
    if kind not in _ADD or not hasattr(frame, "columns"):
        raise TypeError(
            f"{type(frame).__name__} is no frame known here; expected a pandas, GeoPandas or Polars "
            "DataFrame or an Arrow Table"
        )
    labels = labeller.label(*_coordinates(frame, kind, lon, lat))
    new = new_columns(labels, taken=_names(frame, kind), overlaps=overlaps, prefix=prefix)
    labelled: Frame = _ADD[kind](frame, new)
    return labelled


def new_columns(
    labels: Labels, *, taken: Iterable[str], overlaps: Overlaps | None = None, prefix: str = ""
) -> NewColumns:
    """Return the columns that the labels make; names in `taken` are refused."""
    labeller = labels.labeller
    names = [prefix + name for name in (*labeller.unit_columns, "zone", "extent")]
    clash = sorted(set(names) & set(taken))
    if clash:
        raise LabelError(
            f"there are columns {', '.join(clash)} already; give a prefix for the new ones",
            columns=tuple(clash),
        )
    units = [labels.unit_column(name) for name in labeller.unit_columns]
    how = overlaps or ("list" if labeller.may_overlap else "first")
    if how == "first":
        coded = (*units, labels.zone_column(), labels.extent_column())
        return NewColumns(single=tuple(zip(names, coded, strict=True)), lists=(), rows=None)
    zone, extent, counts = _all_zones(labels)
    if how == "list":
        offsets = np.concatenate([[0], np.cumsum(counts)])
        lists = ((names[-2], zone, offsets), (names[-1], extent, offsets))
        return NewColumns(single=tuple(zip(names[:-2], units, strict=True)), lists=lists, rows=None)
    rows = np.repeat(np.arange(len(labels)), np.maximum(counts, 1))
    repeated = [Coded(column.codes[rows], column.names) for column in units]
    spread = [_with_empty(column, counts) for column in (zone, extent)]
    return NewColumns(single=tuple(zip(names, (*repeated, *spread), strict=True)), lists=(), rows=rows)


def _all_zones(labels: Labels) -> tuple[Coded, Coded, NDArray[np.int64]]:
    """Return zones and extents of all points, one after the other, and how many each point has."""
    sizes = np.array([len(group) for group in labels.memberships])
    flat = np.array([entry for group in labels.memberships for entry in group], dtype=np.int32).reshape(-1, 2)
    first = np.cumsum(sizes) - sizes
    counts = sizes[labels.groups]
    before = np.cumsum(counts) - counts
    at = np.arange(int(counts.sum())) + np.repeat(first[labels.groups] - before, counts)
    labeller = labels.labeller
    return Coded(flat[at, 0], labeller.zones), Coded(flat[at, 1], labeller.extents), counts


def _with_empty(column: Coded, counts: NDArray[np.int64]) -> Coded:
    """Put an empty label in for each point without a zone, for its one row."""
    codes = np.full(int(np.maximum(counts, 1).sum()), UNLABELLED, dtype=np.int32)
    codes[np.repeat(counts > 0, np.maximum(counts, 1))] = column.codes
    return Coded(codes, column.names)


def _names(frame: AnyFrame, kind: str) -> list[str]:
    return [str(name) for name in (frame.column_names if kind == "pyarrow" else frame.columns)]


def _coordinates(frame: AnyFrame, kind: str, lon: str | None, lat: str | None) -> tuple[ArrayLike, ArrayLike]:
    names = _names(frame, kind)
    geometry = getattr(frame, "active_geometry_name", None) if kind == "geopandas" else None
    if geometry is not None and lon is None and lat is None:
        located = frame.geometry if frame.crs is None else frame.geometry.to_crs(WGS84)
        return located.x.to_numpy(), located.y.to_numpy()
    x, y = require_coordinate_columns(names, lon=lon, lat=lat)
    return _degrees(frame[x], kind, x), _degrees(frame[y], kind, y)


def _degrees(column: AnyFrame, kind: str, name: str) -> ArrayLike:
    try:
        if kind == "pyarrow":
            return np.asarray(column.cast("float64").to_numpy())
        if kind == "polars" and (column.dtype.is_numeric() or column.is_empty()):
            return np.asarray(column.cast(float).to_numpy())
        return np.asarray(column.to_numpy(dtype=np.float64, na_value=np.nan))
    except (ValueError, TypeError) as error:
        raise LabelError(f"column {name!r} holds no numbers; expected degrees") from error


def _add_to_pandas(frame: pd.DataFrame, new: NewColumns) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - whoever comes here has it loaded

    labelled = frame.copy(deep=False) if new.rows is None else frame.take(new.rows)
    for name, column in new.single:
        labelled[name] = pd.Categorical.from_codes(column.codes, categories=pd.Index(column.names))
    for name, column, offsets in new.lists:
        texts, cuts = column.texts().tolist(), offsets.tolist()
        lists = [texts[a:b] for a, b in pairwise(cuts)]
        labelled[name] = pd.Series(lists, index=labelled.index, dtype=object)
    return labelled


def _add_to_polars(frame: pl.DataFrame, new: NewColumns) -> pl.DataFrame:
    import polars as pl  # noqa: PLC0415 - whoever comes here has it loaded

    def series(name: str, column: Coded) -> pl.Series:
        kind = pl.Enum(list(column.names))
        names = pl.Series(name, [*column.names, None], dtype=kind)
        return names.gather(np.where(column.codes < 0, len(column.names), column.codes).astype(np.uint32))

    labelled = frame if new.rows is None else frame[new.rows]
    added = [series(name, column) for name, column in new.single]
    for name, column, offsets in new.lists:
        rows = pl.Series("row", np.repeat(np.arange(len(offsets) - 1), np.diff(offsets)))
        held = (
            pl.DataFrame([rows, series(name, column)]).group_by("row", maintain_order=True).agg(pl.col(name))
        )
        every = pl.DataFrame({"row": np.arange(len(offsets) - 1)}).join(
            held, on="row", how="left", maintain_order="left"
        )
        added.append(every[name].fill_null([]))
    return labelled.with_columns(added)


def _add_to_arrow(table: pa.Table, new: NewColumns) -> pa.Table:
    from zones.labels.arrow import arrays_of  # noqa: PLC0415 - needs pyarrow

    labelled = table if new.rows is None else table.take(new.rows)
    for name, array in arrays_of(new):
        labelled = labelled.append_column(name, array)
    return labelled


_ADD: dict[str, Callable[[AnyFrame, NewColumns], AnyFrame]] = {
    "pandas": _add_to_pandas,
    "geopandas": _add_to_pandas,
    "polars": _add_to_polars,
    "pyarrow": _add_to_arrow,
}

"""Layers through GDAL, by pyogrio, into a folder that goes away again; with a fixed clock."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from geodata.wgs84 import WGS84
from maps.formats.table import plain_type
from maps.formats.text import for_c

if TYPE_CHECKING:
    from maps.formats.table import Table
    from zones.zone_set import ZoneSet

__all__ = ["day_of", "fixed_clock", "folder", "write_layer"]

_DTYPES = {str: "object", int: "int64", float: "float64", bool: "bool", date: "datetime64[D]"}
_UNKNOWN_DAY = "1970-01-01"
_CLOCK = threading.Lock()  # GDAL's options are of the whole process


def day_of(zone_set: ZoneSet) -> str:
    """Return the day that files are stamped with: that of the newest document, so that no clock is needed."""
    days: list[date] = [d.published for d in zone_set.documents if d.published is not None]
    return max(days).isoformat() if days else _UNKNOWN_DAY


@contextmanager
def fixed_clock(day: str) -> Iterator[None]:
    """Let GDAL take a day for now while it writes, and not wait for the disk: what it writes is read and deleted."""
    import pyogrio  # noqa: PLC0415 - takes a while, and only some formats need it

    settings = {"OGR_CURRENT_DATE": f"{day}T00:00:00.000Z", "OGR_SQLITE_SYNCHRONOUS": "OFF"}
    with _CLOCK:
        before = {name: pyogrio.get_gdal_config_option(name) for name in settings}
        pyogrio.set_gdal_config_options(settings)
        try:
            yield
        finally:
            pyogrio.set_gdal_config_options(before)


@contextmanager
def folder() -> Iterator[Path]:
    """Give a folder for GDAL to write in."""
    with TemporaryDirectory(prefix="zonemap-") as name:
        yield Path(name)


def write_layer(held: Table, path: Path, driver: str, **options: Any) -> None:  # noqa: ANN401 - the driver's own
    """Write a layer with GDAL, its columns of the types stated whatever the rows hold, lists as JSON text.

    By arrays, for pandas has no type for days, and would make times of them.

    Raises
    ------
    OSError
        If GDAL cannot write it, for example on a full disk.
    """
    import pyogrio  # noqa: PLC0415

    flat = held.with_text(for_c)
    columns = [
        np.array([row[key] for row in flat.rows], dtype=_DTYPES[plain_type(kind) or str])
        for key, kind in flat.types.items()
    ]
    try:
        pyogrio.raw.write(
            path,
            None if held.geometry is None else shapely.to_wkb(np.array(held.shapes, dtype=object)),
            columns,
            list(flat.types),
            [np.isnat(column) if column.dtype.kind == "M" else None for column in columns],
            layer=held.name,
            driver=driver,
            geometry_type=held.geometry,
            crs=None if held.geometry is None else WGS84,
            encoding="UTF-8",
            **options,
        )
    except (
        pyogrio.errors.DataSourceError,
        pyogrio.errors.DataLayerError,
        pyogrio.errors.FeatureError,
    ) as error:
        raise OSError(0, f"GDAL cannot write it: {error}", str(path)) from error

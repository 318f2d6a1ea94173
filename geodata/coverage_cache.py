"""A coverage index as bytes: the polygons and the grid, compressed, with a checksum over all of it."""

from __future__ import annotations

import hashlib
import io
import logging
import zipfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.atomic import write_whole
from geodata.cell_grid import FIRST_SLOT, CellGrid, GridFrame
from geodata.coverage import Geometries, flattened
from geodata.errors import IndexFileError

FORMAT = b"coverage-index 1\n"

_log = logging.getLogger(__name__)
_DIGEST = hashlib.sha256().digest_size


def pack(polygons: Geometries, grid: CellGrid) -> bytes:
    """Return polygons and grid as bytes: the format's name, a sha256, and an npz without pickles."""
    shapes, sizes = _wkb(polygons)
    run, length = _runs(grid.codes)
    frame = grid.frame
    arrays = {
        "shapes": np.frombuffer(shapes, dtype=np.uint8),
        "sizes": sizes,
        "place": np.array([frame.west, frame.south, frame.per_degree]),
        "cells": np.array([frame.columns, frame.rows]),
        "run": run,
        "length": length,
        "slot_edge": grid.slot_edge,
        "first_candidate": grid.first_candidate,
        "candidates": grid.candidates,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            member = io.BytesIO()
            np.lib.format.write_array(member, np.asarray(array), allow_pickle=False)
            archive.writestr(entry, member.getvalue())
    body = buffer.getvalue()
    return FORMAT + hashlib.sha256(body).digest() + body


def unpack(data: bytes, *, source: str) -> tuple[Geometries, CellGrid]:
    """Return the polygons and the grid of `pack`.

    Raises
    ------
    IndexFileError
        The bytes are not those of `pack`, in this version.
    """
    if not data.startswith(FORMAT):
        raise IndexFileError(f"{source}: no coverage index of this version; build it again")
    digest, body = data[len(FORMAT) : len(FORMAT) + _DIGEST], data[len(FORMAT) + _DIGEST :]
    if hashlib.sha256(body).digest() != digest:
        raise IndexFileError(f"{source}: damaged, its checksum does not match; build the index again")
    try:
        return _unpacked(body)
    except (
        ValueError,
        TypeError,
        LookupError,
        EOFError,
        zipfile.BadZipFile,
        shapely.errors.ShapelyError,
    ) as error:
        raise IndexFileError(f"{source}: not what it should hold ({error}); build the index again") from error


def _unpacked(body: bytes) -> tuple[Geometries, CellGrid]:
    with np.load(io.BytesIO(body), allow_pickle=False) as arrays:
        ends = [0, *np.cumsum(arrays["sizes"]).tolist()]
        shapes = arrays["shapes"].tobytes()
        polygons = shapely.from_wkb([shapes[a:b] for a, b in pairwise(ends)])
        west, south, per_degree = arrays["place"].tolist()
        columns, rows = arrays["cells"].tolist()
        grid = CellGrid(
            frame=GridFrame(west=west, south=south, per_degree=per_degree, columns=columns, rows=rows),
            codes=_codes(arrays["run"], arrays["length"]),
            slot_edge=arrays["slot_edge"],
            first_candidate=arrays["first_candidate"],
            candidates=arrays["candidates"],
        )
    return np.asarray(polygons, dtype=object), grid


def read_matching(
    path: Path, geometries: Sequence[object] | Geometries
) -> tuple[Geometries, CellGrid] | None:
    """Return what the cache file holds if it was made from exactly these geometries, else None and a note."""
    try:
        polygons, grid = unpack(path.read_bytes(), source=str(path))
    except FileNotFoundError:
        return None
    except (OSError, IndexFileError) as error:
        _log.warning("index cache not used: %s", error)
        return None
    if _wkb(flattened(geometries))[0] != _wkb(polygons)[0]:
        _log.info("index cache %s was made from other geometries; building it again", path)
        return None
    return polygons, grid


def try_write(path: Path, data: bytes) -> None:
    """Write the bytes to the file if that is possible, or say in the log why not."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        _log.warning("index cache not written: %s", error)


def _wkb(polygons: Geometries) -> tuple[bytes, NDArray[np.int64]]:
    shapes = shapely.to_wkb(polygons, byte_order=1)
    return b"".join(shapes), np.array([len(shape) for shape in shapes], dtype=np.int64)


def _runs(codes: NDArray[np.int32]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return value and length of each run of equal codes.

    Slots are numbered in cell order, so they need no numbers here, and neighbouring ones make one run.
    """
    plain = np.maximum(codes, FIRST_SLOT)
    first = np.flatnonzero(np.diff(plain, prepend=plain[0] + 1))
    return plain[first], np.diff(first, append=len(plain)).astype(np.int32)


def _codes(run: NDArray[np.int32], length: NDArray[np.int32]) -> NDArray[np.int32]:
    codes = np.repeat(run, length)
    slots = np.flatnonzero(codes == FIRST_SLOT)
    codes[slots] = FIRST_SLOT - np.arange(len(slots), dtype=np.int32)
    return codes

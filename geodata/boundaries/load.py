"""A file of boundaries made into `AdminUnits`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from geodata.boundaries.errors import BoundariesError
from geodata.boundaries.files import datasets_of, digest
from geodata.boundaries.layers import Layer, choose_layer
from geodata.boundaries.matching import match_rows
from geodata.boundaries.repair import Shapes, coverage, merged_rows, valid_rows
from geodata.boundaries.report import BoundaryReport, Mapping
from geodata.boundaries.schemes import Scheme
from geodata.boundaries.table import Row, Table, read_table
from geodata.measure import area_km2
from geodata.provenance import Provenance
from geodata.unit import AdminUnit, Level, builtin_units
from geodata.unit_shapes import Position
from geodata.units import AdminUnits, builtin_seats

LEAST_COVERED = 0.9
"""A governorate of which a file covers less than this share is incomplete: its zones would come out short."""

SEAT_WITHIN_KM = 3.0
"""A capital town this near outside its unit is still its seat; beyond that the unit has another shape."""

_COLUMNS = "expected ADM3_PCODE, admin3Pcod or adm3_pcode (OCHA), shapeName (geoBoundaries) or GID_3 (GADM)"
_KM_PER_DEGREE = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnBoundaries:
    """Units with a user's boundaries, and the report on how they were read."""

    units: AdminUnits
    report: BoundaryReport


def load_boundaries(
    path: str | os.PathLike[str], *, layer: str | None = None, crs: str | None = None
) -> AdminUnits:
    """
    Return Syria's units with the boundaries of a file.

    Parameters
    ----------
    path
        A shapefile, GeoPackage, GeoJSON, GeoParquet, FlatGeobuf or file geodatabase, or a zip or folder
        with one of these that holds sub-districts.
    layer
        The layer to read, where several may hold sub-districts.
    crs
        The coordinate reference system to assume if the file states none, as "EPSG:4326".

    Raises
    ------
    BoundariesError
        If the file cannot be used; the message names the file, the feature and the remedy.
    """
    return read_boundaries(path, layer=layer, crs=crs).units


def read_boundaries(
    path: str | os.PathLike[str], *, layer: str | None = None, crs: str | None = None
) -> OwnBoundaries:
    """Return what `load_boundaries` does, with the report on what was mapped and repaired."""
    source = Path(path)
    with datasets_of(source) as datasets:
        chosen, aside = choose_layer(source, datasets, layer=layer)
        scheme = chosen.scheme
        if scheme is None:
            raise BoundariesError(source, f"{chosen} has no column with codes or names", remedy=_COLUMNS)
        table = read_table(source, chosen, scheme, crs=crs)
        sha256 = digest(source, chosen.dataset)
    rows, mappings, notes = _units_of(source, table, scheme)
    shapes, cleaned = coverage(source, rows)
    own = _own_table(source, rows)
    units = AdminUnits(
        [row.pcode for row in rows],
        shapes,
        source=_provenance(source, chosen, scheme, table, sha256),
        units=own,
        seats=_seats(rows, shapes, own),
    )
    report = BoundaryReport(
        path=source,
        dataset=chosen.dataset.name,
        layer=chosen.name,
        scheme=scheme.name,
        crs=table.crs,
        mappings=mappings,
        notes=(*aside, *notes, *cleaned, *_completeness(source, units)),
    )
    return OwnBoundaries(units=units, report=report)


def _units_of(
    path: Path, table: Table, scheme: Scheme
) -> tuple[tuple[Row, ...], tuple[Mapping, ...], tuple[str, ...]]:
    """Return the rows with valid shapes and a P-code each, how each came by it, and notes."""
    rows, mended = valid_rows(path, table.rows)
    if scheme.codes:
        rows, joined = merged_rows(path, rows)
        return rows, _by_code(rows), (*mended, *joined)
    mappings = match_rows(path, rows, AdminUnits.builtin())
    note = f"{scheme.name} has no P-codes: each unit was matched to the built-in ones by name and position"
    coded = tuple(
        Row(
            number=row.number,
            pcode=mapping.pcode,
            name=row.name,
            name_ar=row.name_ar,
            parents=(),
            shape=row.shape,
        )
        for row, mapping in zip(rows, mappings, strict=True)
    )
    return coded, mappings, (note, *mended)


def _by_code(rows: Sequence[Row]) -> tuple[Mapping, ...]:
    known = {unit.pcode: unit.name for unit in builtin_units()}
    return tuple(
        Mapping(
            row=row.number, name=row.name, pcode=row.pcode, unit_name=known.get(row.pcode, row.name), how="code"
        )
        for row in rows
    )  # fmt: skip


def _own_table(path: Path, rows: Sequence[Row]) -> tuple[AdminUnit, ...]:
    """Return the units of all levels that the file has, with its names where it has them."""
    known = {unit.pcode: unit for unit in builtin_units()}
    told: dict[str, tuple[str, str]] = {}
    for row in rows:
        told[row.pcode] = (row.name, row.name_ar)
        for pcode, name, name_ar in row.parents:
            if pcode and not row.pcode.startswith(pcode):
                problem = f"lies in {pcode} by one column and in {row.pcode[: len(pcode)]} by its own P-code"
                raise BoundariesError(path, problem, feature=str(row), remedy="correct one of the two codes")
            told.setdefault(pcode or "", (name, name_ar))
    codes = {row.pcode[:length] for row in rows for length in (4, 6, 8)}
    wanted = sorted(codes, key=lambda code: (len(code), code))
    return tuple(_unit(code, told.get(code, ("", "")), known) for code in wanted)


def _unit(code: str, told: tuple[str, str], known: dict[str, AdminUnit]) -> AdminUnit:
    usual = known.get(code)
    return AdminUnit(
        pcode=code,
        name=told[0] or (usual.name if usual else code),
        name_ar=told[1] or (usual.name_ar if usual else ""),
        level=list(Level)[len(code) // 2 - 2],
        parent=code[:-2] if len(code) > 4 else None,
    )


def _seats(rows: Sequence[Row], shapes: Shapes, own: Sequence[AdminUnit]) -> dict[str, Position]:
    """Return the known capital towns that lie in their unit here; for the others it is a point inside."""
    codes = np.array([row.pcode for row in rows])
    kept: dict[str, Position] = {}
    have = {unit.pcode for unit in own}
    for pcode, (lon, lat) in builtin_seats().items():
        if pcode in have:
            inside = shapes[np.char.startswith(codes, pcode)]
            if shapely.distance(inside, shapely.Point(lon, lat)).min() < SEAT_WITHIN_KM / _KM_PER_DEGREE:
                kept[pcode] = (lon, lat)
    return kept


def _provenance(path: Path, layer: Layer, scheme: Scheme, table: Table, sha256: str) -> Provenance:
    return Provenance(
        title=scheme.title,
        origin=f"{path.name}: {layer}; {len(table.rows)} features, {table.crs}",
        date=table.date,
        licence=scheme.licence,
        attribution=scheme.attribution,
        sha256=sha256,
    )


def _completeness(path: Path, units: AdminUnits) -> tuple[str, ...]:
    """Return notes on units that the file has more or fewer; raise if a governorate is incomplete."""
    usual = AdminUnits.builtin()
    for unit in usual.at_level(Level.GOVERNORATE):
        ground = usual.geometry(unit.pcode)
        covered = shapely.area(shapely.intersection(ground, units.outline)) / shapely.area(ground)
        if unit.pcode not in units or covered < LEAST_COVERED:
            missing = [u.pcode for u in usual.descendants(unit.pcode) if u.pcode not in units]
            problem = f"only {covered:.0%} of {unit.name} governorate ({unit.pcode}) is in the file"
            remedy = f"take a complete file; missing are {', '.join(missing[:6]) or 'parts of its units'}"
            raise BoundariesError(path, problem, remedy=remedy, feature=unit.pcode)
    notes = []
    new = [code for code in units.codes if code not in usual]
    gone = [code for code in usual.codes if code not in units]
    if new:
        notes.append(f"{len(new)} sub-districts that the built-in table does not know: {', '.join(new[:8])}")
    if gone:
        notes.append(f"{len(gone)} sub-districts that only the built-in table knows: {', '.join(gone[:8])}")
    km2 = float(area_km2(units.outline))
    if abs(km2 / usual.area_km2() - 1) > 0.02:
        notes.append(f"the country measures {km2:,.0f} km2 in this file")
    return tuple(notes)

"""A full model back as a set of zones, to look up in, to compare and to write in other formats."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.foreign import parsed_json
from geodata.naming import Naming
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.documents import Document
from zones.errors import ModelError
from zones.from_rows import accord_from, claim_from, day_from, passed_over_from, unresolved_from, zone_from
from zones.model import SCHEMA_ID
from zones.reviewed import Reviewed
from zones.zone import Zone
from zones.zone_set import ZoneSet

__all__ = ["from_model", "load_model"]

_UNFIT = (LookupError, TypeError, ValueError, AttributeError, OverflowError, shapely.GEOSException)


def load_model(path: str | Path, *, units: AdminUnits | None = None, names: str | None = None) -> ZoneSet:
    """Return the zones of a file that `zonemap export -o FILE.json` wrote; see `from_model`."""
    from zones.validation import MOST_VALUES, read_json  # noqa: PLC0415 - only files need it

    try:
        model = parsed_json(read_json(path), most_values=MOST_VALUES)
    except ValueError as error:  # beside bad JSON: a whole number of thousands of digits
        raise ModelError(f"{path}: is not JSON: {error}") from None
    try:
        return from_model(model, units=units, names=names)
    except ModelError as error:
        raise ModelError(f"{path}: {error}") from None


def from_model(
    model: Mapping[str, Any], *, units: AdminUnits | None = None, names: str | None = None
) -> ZoneSet:
    """Return the zones of a full model. Their documents have no text, for a model holds only quotations.

    Parameters
    ----------
    model
        What `zones.model.to_model` returned, possibly by way of a JSON file.
    units
        The boundaries it was made with; by default those of this package.
    names
        "un" or "press": the names it is expected to have; by default whichever it has.

    Raises
    ------
    ModelError
        If it is no model of this version, or was made with other boundaries or names.

    Examples
    --------
    >>> from zones.model import to_model
    >>> from zones import load
    >>> model = to_model(load())
    >>> to_model(from_model(model)) == model
    True
    """
    if not isinstance(model, Mapping) or model.get("schema") != SCHEMA_ID:
        raise ModelError(f'is no full model of this version; expected an object with "schema": "{SCHEMA_ID}"')
    try:
        units = (units or AdminUnits.builtin()).named(_naming(model, names))
        _check_text(model)
        _check_boundaries(model["boundaries"], units)
        return ZoneSet(
            documents=tuple(_document(d) for d in model["documents"]),
            zones=tuple(_zone(z, units) for z in model["zones"]),
            claims=tuple(claim_from(c) for c in model["claims"]),
            unresolved=unresolved_from(model["unresolved"]),
            accord=accord_from(model["accord"]) if model["accord"] else None,
            passed_over=tuple(passed_over_from(p) for p in model["passed_over"]),
            decided=Reviewed.from_dict(model["review"]),
            units=units,
            toponyms=Toponyms.builtin().named(units.naming)
            if units is AdminUnits.builtin(units.naming)
            else Toponyms(units),
        )
    except ModelError:
        raise
    except _UNFIT as error:
        told = f"{type(error).__name__}: {error}"
        raise ModelError(f"does not follow its schema ({told}); see: zonemap validate FILE") from error


def _naming(model: Mapping[str, Any], names: str | None) -> Naming:
    """Return whose names a model has: its reasons are words, in which they cannot be changed any more."""
    own = Naming.of(model.get("names", Naming.UN))
    if names is not None and Naming.of(names) is not own:
        raise ModelError(
            f'was written with the names "{own}", and "{names}" is asked for; leave that out, or write the file '
            f"anew from its texts with those names"
        )
    return own


def _check_text(model: Mapping[str, Any]) -> None:
    try:
        json.dumps(model, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise ModelError(f"holds half a character (a lone surrogate): {error.reason}") from None


def _check_boundaries(told: Mapping[str, Any], units: AdminUnits) -> None:
    if told["sha256"] != units.source.sha256:
        raise ModelError(
            f"was made with {told['title']!r}, {told['date']} (sha256 {told['sha256'][:12]}…), expected "
            f"{units.source.title!r}, {units.source.date} (sha256 {units.source.sha256[:12]}…); "
            "give the boundaries it was made with"
        )


def _document(row: dict[str, Any]) -> Document:
    told = {"published": day_from(row["published"]), "notes": tuple(row.get("notes", ()))}
    return Document(**row | told, text="", blocks=())


def _zone(row: dict[str, Any], units: AdminUnits) -> Zone:
    for member in row["members"]:
        units[member["pcode"]]  # raises for a code that these boundaries do not have
    return zone_from(row, _shape(row["geometry"]["whole"]), _shape(row["geometry"]["part"]))


def _shape(geometry: dict[str, Any] | None) -> BaseGeometry:
    """Return one polygon as such: a model has multipolygons alone, and a zone what it is made of."""
    shape = shapely.MultiPolygon() if geometry is None else shapely.from_geojson(json.dumps(geometry))
    parts: list[BaseGeometry] = list(shapely.get_parts(shape))
    return parts[0] if len(parts) == 1 else shape

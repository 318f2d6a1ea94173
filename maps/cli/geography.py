"""``--boundaries`` and ``--places``: a user's own boundaries and names, for every command that reads texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maps.cli.verbosity import noted

if TYPE_CHECKING:
    from geodata.toponyms import Toponyms
    from geodata.units import AdminUnits

__all__ = ["geography", "geography_options"]

_Decorated = Callable[..., None]
_BOUNDARIES, _PLACES = "zonemap.boundaries", "zonemap.places"


def geography_options(function: _Decorated) -> _Decorated:
    """Let a command take --boundaries and --places; `geography` gives what they name."""
    for name, metavar, key, text in (
        (
            "--places", "FILE", _PLACES,
            "Your own gazetteer: OCHA populated places, a GeoNames dump, or a CSV with name, lat and lon.",
        ),
        (
            "--boundaries", "FILE|FOLDER", _BOUNDARIES,
            "Your own boundaries of Syria's sub-districts: OCHA COD-AB, geoBoundaries or GADM. [default: built-in]",
        ),
    ):  # fmt: skip
        option = click.option(
            name,
            type=click.Path(path_type=Path),
            metavar=metavar,
            help=text,
            expose_value=False,
            callback=_note(key),
        )
        function = option(function)
    return function


def _note(key: str) -> Callable[[click.Context, click.Parameter, Path | None], None]:
    def note(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> None:
        del parameter
        ctx.meta[key] = value

    return note


def geography() -> tuple[AdminUnits | None, Toponyms | None]:
    """Return the boundaries and names that the command line names; None for the built-in ones.

    What was mapped by position and what was repaired is told on stderr.
    """
    meta = click.get_current_context().meta
    boundaries, places = meta.get(_BOUNDARIES), meta.get(_PLACES)
    units = None
    if boundaries is not None:
        from geodata.boundaries import read_boundaries

        own = read_boundaries(boundaries)
        units = own.units
        noted(own.report.text())
    if places is None:
        return units, None
    from geodata.own_places import load_places
    from geodata.place import builtin_places
    from geodata.toponyms import Toponyms
    from geodata.units import AdminUnits

    found = load_places(places)
    noted(f"{len(found):,} {'place' if len(found) == 1 else 'places'} taken from {places}")
    return units, Toponyms(units or AdminUnits.builtin(), (*found, *builtin_places()))

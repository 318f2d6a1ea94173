"""``--boundaries``, ``--places`` and ``--names``: what is where and what it is called, for commands that read texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from maps.cli.failures import Misuse
from maps.cli.paths import GIS_FILE, OWN_FILE
from maps.cli.progress import telling
from maps.cli.verbosity import noted

if TYPE_CHECKING:
    from geodata.toponyms import Toponyms
    from geodata.units import AdminUnits

__all__ = ["geography", "geography_options", "names"]

_Decorated = Callable[..., None]
_BOUNDARIES, _PLACES = "zonemap.boundaries", "zonemap.places"
_NAMES = "zonemap.names"
_LAYER, _CRS = "zonemap.boundaries_layer", "zonemap.boundaries_crs"


def geography_options(function: _Decorated, *, own_layers: bool = False) -> _Decorated:
    """
    Let a command take --boundaries, --places and --names; `geography` and `names` give what they say.

    Parameters
    ----------
    function
        The command.
    own_layers
        Whether it has a ``--layer`` of its own, so that those of the boundaries have only their long names.
    """
    for names, kind, metavar, key, text in (
        (
            ("--places",), OWN_FILE, "FILE", _PLACES,
            "Your own gazetteer: OCHA populated places, a GeoNames dump, or a CSV with name, lat and lon.",
        ),
        (
            ("--boundaries-crs", *(() if own_layers else ("--crs",))), str, "CODE", _CRS,
            "Reference system of --boundaries that state none, such as EPSG:4326.",
        ),
        (
            ("--boundaries-layer", *(() if own_layers else ("--layer",))), str, "NAME", _LAYER,
            "Layer of --boundaries to read, where several may hold sub-districts.",
        ),
        (
            ("--boundaries",), GIS_FILE, "FILE|FOLDER", _BOUNDARIES,
            "Your own boundaries of Syria's sub-districts: OCHA COD-AB, geoBoundaries or GADM. [default: built-in]",
        ),
    ):  # fmt: skip
        option = click.option(
            *names, type=kind, metavar=metavar, help=text, expose_value=False, callback=_note(key)
        )
        function = option(function)
    return click.option(
        "--names", type=click.Choice(("un", "press")), envvar="ZONEMAP_NAMES", expose_value=False,
        callback=_note(_NAMES),
        help="What units and countries are called: as the UN spells them (Idleb, Türkiye), or as English newspapers "
        "do (Idlib, Turkey). Names of either kind are found. [env: ZONEMAP_NAMES; default: un]",
    )(function)  # fmt: skip


def names() -> str | None:
    """Return whose names the command line asks for: "un" or "press"; None if it does not say."""
    asked: str | None = click.get_current_context().meta.get(_NAMES)
    return asked


def _note(key: str) -> Callable[[click.Context, click.Parameter, object], None]:
    def note(ctx: click.Context, parameter: click.Parameter, value: object) -> None:
        del parameter
        ctx.meta[key] = value

    return note


def geography() -> tuple[AdminUnits | None, Toponyms | None]:
    """Return the boundaries and names that the command line names; None for the built-in ones.

    What was mapped by position, repaired or left out is told on stderr.
    """
    meta = click.get_current_context().meta
    boundaries, places = meta.get(_BOUNDARIES), meta.get(_PLACES)
    units = None
    if boundaries is not None:
        from geodata.boundaries import read_boundaries

        with telling(f"reading {boundaries}"):
            bounded = read_boundaries(boundaries, layer=meta.get(_LAYER), crs=meta.get(_CRS))
        units = bounded.units
        noted(bounded.report.text())
    else:
        _check_alone(meta)
    if places is None:
        return units, None
    from geodata.own_places import read_places
    from geodata.place import builtin_places
    from geodata.toponyms import Toponyms
    from geodata.units import AdminUnits

    with telling(f"reading {places}"):
        own = read_places(places)
    count = len(own.places)
    noted(f"{count:,} {'place' if count == 1 else 'places'} taken from {places}")
    for note in own.notes:
        noted(f"  {note}")
    return units, Toponyms(units or AdminUnits.builtin(), (*own.places, *builtin_places()))


def _check_alone(meta: dict[str, object]) -> None:
    """Raise if a layer or reference system is named for boundaries that are not."""
    for key, option in ((_LAYER, "--boundaries-layer"), (_CRS, "--boundaries-crs")):
        if meta.get(key) is not None:
            raise Misuse(f"{option} {meta[key]} is about boundaries of your own; add --boundaries FILE")

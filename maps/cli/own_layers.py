"""``--layer FILE[:TITLE]``: a user's own layers for the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maps.cli.failures import Failure, Misuse
from maps.cli.paths import GIS_FILE
from maps.cli.verbosity import noted, told

if TYPE_CHECKING:
    from maps.layers import Layer

    _Layer = click.ParamType["GivenLayer"]
else:
    _Layer = click.ParamType  # which takes a type only since click 8.4

__all__ = ["GivenLayer", "layer_option", "own_layers"]

_Decorated = Callable[..., None]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenLayer:
    """A file, and what its layer is to be called; None for the file's own name."""

    path: Path
    title: str | None


class LayerFile(_Layer):
    """A file and a title, as FILE[:TITLE]."""

    name = "layer"

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click declares it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> GivenLayer:
        del param
        layer = given_layer(value)
        GIS_FILE.note(layer.path, ctx)
        return layer


def layer_option(function: _Decorated) -> _Decorated:
    """Let a command take --layer FILE[:TITLE], several times."""
    return click.option(
        "--layer", "layers", multiple=True, type=LayerFile(), metavar="FILE[:TITLE]",
        help="Your own points, lines or areas, to show beside the zones; may be given several times. [default title: "
        "the file's name]",
    )(function)  # fmt: skip


def given_layer(value: str) -> GivenLayer:
    """
    Return the file and title that a value names: the longest beginning that is a file is the file.

    Examples
    --------
    >>> given_layer("camps.csv").title is None
    True
    """
    parts = value.split(":")
    for taken in range(len(parts), 0, -1):
        path, title = Path(":".join(parts[:taken])), ":".join(parts[taken:]).strip()
        if str(path) != "." and path.exists():
            if taken < len(parts) and not title:
                raise Misuse(
                    f"--layer {value}: a title is missing behind the colon; give one, or leave it out"
                )
            return GivenLayer(path=path, title=title or None)
    return GivenLayer(path=Path(value), title=None)


def own_layers(given: Sequence[GivenLayer]) -> tuple[Layer, ...]:
    """Return the layers of the files that the command line names, and tell what was found in them."""
    if not given:
        return ()
    from maps.layers import read_layers

    found: list[Layer] = []
    for layer in given:
        if not layer.path.exists():
            boundaries = click.get_current_context().meta.get("zonemap.boundaries")
            hint = "; a layer of --boundaries is named with --boundaries-layer" if boundaries else ""
            raise Failure(f"--layer {layer.path}: no such file; expected FILE or FILE:TITLE{hint}")
        found += read_layers(layer.path, title=layer.title)
    for own in found:
        told(f"layer       {own.title}: {own.counts}")
        for note in own.notes:
            noted(f"zonemap: note: {own.source}: {note}")
    return tuple(found)

"""The file that a command writes: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from geodata.atomic import write_together
from maps.cli.failures import Failure
from maps.cli.paths import OutputPath
from maps.cli.verbosity import told

__all__ = ["chosen", "output_option", "write"]

_Decorated = Callable[..., None]


def output_option(default: str, *, beside: Sequence[str] = ()) -> Callable[[_Decorated], _Decorated]:
    """Let a command take -o FILE; `beside` are ends of the names of files that it writes beside that one."""
    return click.option(
        "-o",
        "--output",
        type=OutputPath(beside),
        default=Path(default),
        show_default=True,
        metavar="FILE",
        help="Where to write; missing folders are made.",
    )


def chosen() -> bool:
    """Tell whether the user chose the output."""
    source = click.get_current_context().get_parameter_source("output")
    return source is not click.core.ParameterSource.DEFAULT


def write(files: Mapping[str | os.PathLike[str], bytes]) -> None:
    """Write a file, or several that belong together, and tell so; what goes wrong names file and remedy."""
    try:
        for path in files:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        write_together(files)
    except OSError as error:
        reason = error.strerror or str(error)
        named = error.filename if error.filename in map(str, files) else ", ".join(map(str, files))
        raise Failure(f"{named} cannot be written: {reason}; choose another place with -o") from error
    for path, content in files.items():
        told(f"written     {path} ({len(content) / 1000:,.0f} kB)")

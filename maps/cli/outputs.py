"""The file that a command writes: whole or not at all, and never over the text that it was made from."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from geodata.atomic import write_together
from maps.cli.failures import Failure, Misuse
from maps.cli.sources import given_files
from maps.cli.verbosity import told

__all__ = ["chosen", "output_option", "write"]

_Decorated = Callable[..., None]


def output_option(default: str) -> Callable[[_Decorated], _Decorated]:
    """Let a command take -o FILE."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        default=Path(default),
        show_default=True,
        metavar="FILE",
        help="Where to write; missing folders are made.",
    )


def chosen(output: Path, files: Sequence[Path]) -> bool:
    """Tell whether the user chose the output, after seeing that it is none of the files to be read."""
    for file in (*files, *given_files()):
        if str(file) == "-":
            continue  # standard input
        if output.resolve() == file.resolve() or _is_text_in(output, file):
            raise Misuse(f"-o {output} would overwrite what is to be read; name another file")
    source = click.get_current_context().get_parameter_source("output")
    return source is not click.core.ParameterSource.DEFAULT


def _is_text_in(output: Path, folder: Path) -> bool:
    """Whether an output is one of the texts in a folder that is to be read."""
    from zones.files.kinds import READ_ENDINGS

    read = output.suffix.casefold() in READ_ENDINGS and output.is_file()
    return read and folder.is_dir() and output.resolve().parent == folder.resolve()


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

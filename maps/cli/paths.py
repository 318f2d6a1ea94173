"""Files on the command line: which are read, which are written, and that none is both."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maps.cli.failures import Misuse

if TYPE_CHECKING:
    _Path = click.Path[Path]
else:
    _Path = click.Path

__all__ = ["GIS_FILE", "OUTPUT", "OWN_FILE", "TEXT", "InputPath", "OutputPath"]

Files = Callable[[Path], Iterator[Path]]
"""The files that are read where a path is named."""

_READ, _WRITTEN = "zonemap.read", "zonemap.written"


class InputPath(_Path):
    """
    A path that a command reads; refused if it is where the command writes.

    Parameters
    ----------
    read
        The files that are read where it is named.
    """

    def __init__(self, read: Files) -> None:
        super().__init__(path_type=Path)
        self._read = read

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click declares it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """Return a path, once it is sure that it is not written."""
        path = super().convert(value, param, ctx)
        self.note(path, ctx)
        return path

    def note(self, path: Path, ctx: click.Context | None) -> None:
        """Hold a path against those that are written, and let those that follow be held against it."""
        if ctx is not None and str(path) != "-":  # standard input
            ctx.meta.setdefault(_READ, []).append((path, self._read))
            _keep_apart(ctx)


class OutputPath(_Path):
    """
    A path that a command writes; refused if it is, by whatever name, a file that the command reads.

    Parameters
    ----------
    beside
        Ends of the names of files that are written beside it.
    """

    def __init__(self, beside: Sequence[str] = ()) -> None:
        super().__init__(path_type=Path)
        self._beside = tuple(beside)

    def convert(
        self,
        value: Any,  # noqa: ANN401
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        """Return a path, once it is sure that it is not read."""
        path = super().convert(value, param, ctx)
        if ctx is not None and str(path) != "-":  # standard output
            written = ctx.meta.setdefault(_WRITTEN, [])
            written += [path, *(Path(f"{path}{ending}") for ending in self._beside)]
            _keep_apart(ctx)
        return path


def _keep_apart(ctx: click.Context) -> None:
    for output in ctx.meta.get(_WRITTEN, ()):
        for path, read in ctx.meta.get(_READ, ()):
            if _same(output, path) or (output.is_file() and any(_same(output, file) for file in read(path))):
                raise Misuse(f"{output} would overwrite what is to be read; name another file", ctx)


def _same(one: Path, other: Path) -> bool:
    """Tell whether two names are of one file: spelled otherwise, or through links of either kind."""
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there
        return os.path.realpath(one) == os.path.realpath(other)


def _text(path: Path) -> Iterator[Path]:
    """Yield a text, or those in a folder, and what belongs to them."""
    from zones.beside import review_names
    from zones.files.kinds import READ_ENDINGS

    texts = path.iterdir() if path.is_dir() else [path]
    for text in texts:
        if text == path or text.suffix.casefold() in READ_ENDINGS:
            yield text
            yield from review_names(text)
            yield text.resolve().parent / "sources.toml"


def _data(path: Path) -> Iterator[Path]:
    """Yield the files that a Shapefile consists of, or the files of a folder that may be read."""
    from geodata.boundaries.files import FORMATS, SIDECARS

    parts = {*FORMATS, *SIDECARS}
    if path.suffix.lower() == ".gdb":
        yield from path.rglob("*")
    elif path.is_dir():
        yield from (file for file in path.rglob("*") if file.suffix.lower() in parts)
    elif path.suffix.lower() == ".shp":
        yield from (
            file for file in path.parent.iterdir() if file.stem == path.stem and file.suffix.lower() in parts
        )


TEXT = InputPath(_text)
"""A text, or a folder of texts."""
GIS_FILE = InputPath(_data)
"""A file or folder of boundaries, of a layer, or of rows."""
OWN_FILE = InputPath(lambda _: iter(()))
"""A file that stands for itself."""
OUTPUT = OutputPath()
"""A file, or a folder, that is written."""

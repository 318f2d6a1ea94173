"""What somebody asked of the labelling of a file, and the words for what goes wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from geodata.atomic import whole_file
from zones.labels.errors import LabelError, LabelFileError
from zones.labels.frames import Overlaps
from zones.labels.labeller import Labeller

Progress = Callable[[int, float], None]
"""Called now and then with the rows read so far and the share of the file that they are, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What `label_file` was asked; its parameters, which see."""

    source: Path
    target: Path
    labeller: Labeller
    lon: str | None
    lat: str | None
    position: str | None
    layer: str | None
    crs: str | None
    overlaps: Overlaps | None
    prefix: str
    alone: bool

    @contextmanager
    def whole(self) -> Iterator[Path]:
        """Give a path to write to, which becomes the target when all is done."""
        try:
            with whole_file(self.target, alone=self.alone) as path:
                yield path
        except OSError as error:
            if error.filename != str(self.target):
                raise
            raise LabelFileError(self.target, f"cannot be written: {error.strerror}") from error

    @contextmanager
    def told(self) -> Iterator[None]:
        """Name the source in what goes wrong with it."""
        try:
            yield
        except LabelFileError:
            raise
        except (LabelError, pa.ArrowException, OSError, UnicodeDecodeError) as error:
            if getattr(error, "errno", None) is not None:  # the system's own words are clear: no space, say
                raise
            columns = getattr(error, "columns", ())
            raise LabelFileError(self.source, _plain(error), columns=columns) from error


def _plain(error: Exception) -> str:
    """Return an error's message on one line."""
    if isinstance(error, UnicodeDecodeError):
        return f"holds bytes that are no text in {error.encoding}; save it as UTF-8"
    return " ".join(str(error).split())

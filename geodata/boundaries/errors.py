"""What can be wrong with a file of boundaries."""

from __future__ import annotations

from pathlib import Path

from geodata.errors import GeodataError


class BoundariesError(GeodataError, ValueError):
    """
    A file that cannot be used as boundaries.

    Attributes
    ----------
    path
        The file.
    feature
        The row or unit at fault, as the file names it; None if it is the file as a whole.
    remedy
        What the user can do.
    """

    def __init__(self, path: Path, problem: str, *, remedy: str, feature: str | None = None) -> None:
        self.path = path
        self.feature = feature
        self.remedy = remedy
        where = f"{path}: {feature}" if feature else f"{path}"
        super().__init__(f"{where}: {problem}; {remedy}")

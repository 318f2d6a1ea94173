"""What can go wrong with labelling."""

from __future__ import annotations

from pathlib import Path

from zones.errors import ZonesError


class LabelError(ZonesError, ValueError):
    """Points that cannot be labelled as asked.

    Attributes
    ----------
    columns
        The columns that are there, where the fault lies in their names.
    """

    def __init__(self, message: str, *, columns: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.columns = columns


class LabelFileError(LabelError):
    """A file that cannot be read or written as asked.

    Attributes
    ----------
    path, problem
        The file, and what is wrong with it.
    """

    def __init__(self, path: Path, message: str, *, columns: tuple[str, ...] = ()) -> None:
        super().__init__(f"{path}: {message}", columns=columns)
        self.path, self.problem = path, message

    def __reduce__(self) -> tuple[object, ...]:
        """Let it be pickled, as it is on its way from another process."""
        return type(self), (self.path, self.problem), self.__dict__

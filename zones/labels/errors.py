"""What can go wrong with labelling."""

from __future__ import annotations

from pathlib import Path

from zones.errors import ZonesError


class LabelError(ZonesError, ValueError):
    """Points that cannot be labelled as asked.

    Parameters
    ----------
    message
        What came, what was expected, what to do.
    columns
        The columns that are there, where the fault lies in their names; kept as an attribute.
    """

    def __init__(self, message: str, *, columns: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.columns = columns


class LabelFileError(LabelError):
    """A file that cannot be read or written as asked.

    Parameters
    ----------
    path
        The file; kept as an attribute.
    message, columns
        As for `LabelError`.
    """

    def __init__(self, path: Path, message: str, *, columns: tuple[str, ...] = ()) -> None:
        super().__init__(f"{path}: {message}", columns=columns)
        self.path, self.problem = path, message

    def __reduce__(self) -> tuple[object, ...]:
        """Let it be pickled, as it is on its way from another process."""
        return type(self), (self.path, self.problem), self.__dict__

"""The package's errors: one base class, each also the builtin that a caller would catch."""

from __future__ import annotations

from pathlib import Path


class GeodataError(Exception):
    """Anything that goes wrong in this package."""


class MissingExtraError(GeodataError, ImportError):
    """A package that an extra of this one installs, and that is not there.

    Attributes
    ----------
    package, extra
        What is missing, and the extra that installs it.
    """

    def __init__(self, work: str, *, package: str, extra: str) -> None:
        super().__init__(f"{work} needs {package}; install it with: {install(extra)}")
        self.package = package
        self.extra = extra


def install(extra: str) -> str:
    """Return the command that installs an extra of this package, which no index has: it is run beside the sources.

    Examples
    --------
    >>> print(install("figure"))
    pip install ".[figure]" in this project's folder (with pipx: pipx install --force ".[figure]")
    """
    wanted = f'".[{extra}]"'
    return f"pip install {wanted} in this project's folder (with pipx: pipx install --force {wanted})"


class UnknownUnitError(GeodataError, LookupError):
    """A P-code that the boundaries at hand do not have."""

    def __init__(self, code: str, *, near: tuple[str, ...] = ()) -> None:
        self.code = code
        self.near = near
        hint = f"; near codes: {', '.join(near)}" if near else ""
        super().__init__(
            f"no unit has the P-code {code!r}; expected SY and 2, 4 or 6 digits, "
            f"for example SY07, SY0704 or SY070402{hint}"
        )


class UnknownPlaceError(GeodataError, LookupError):
    """A name that the gazetteer does not know."""

    def __init__(self, name: str, *, suggestions: tuple[str, ...] = ()) -> None:
        self.name = name
        self.suggestions = suggestions
        hint = (
            f"; did you mean {', '.join(suggestions)}?"
            if suggestions
            else "; try another spelling, or a P-code"
        )
        super().__init__(f"no place in Syria is known as {name!r}{hint}")


class UnknownCountryError(GeodataError, ValueError):
    """A neighbour that Syria does not have."""

    def __init__(self, country: str, *, known: tuple[str, ...]) -> None:
        self.country = country
        self.known = known
        super().__init__(f"{country!r} is no neighbour of Syria; expected one of {', '.join(known)}")


class PositionError(GeodataError, ValueError):
    """Text or numbers that are no position, with the words why."""


class OutsideEarthError(PositionError):
    """Coordinates that are no position on Earth, or not in degrees."""

    def __init__(self, *, lon: float, lat: float) -> None:
        self.lon = lon
        self.lat = lat
        super().__init__(
            f"lon={lon}, lat={lat} is no position: expected a longitude from -180 to 180 "
            "and a latitude from -90 to 90, in degrees"
        )


class CoverageError(GeodataError, ValueError):
    """Boundaries that cannot be read as one coverage of units."""

    def __init__(self, message: str, *, positions: tuple[int, ...] = ()) -> None:
        self.positions = positions
        super().__init__(message)


class IndexFileError(GeodataError, ValueError):
    """A file or bytes that hold no point index of this version, or a damaged one."""


class SourceMismatchError(GeodataError, ValueError):
    """A downloaded file whose bytes are not the pinned ones."""

    def __init__(self, *, path: Path, expected: str, found: str) -> None:
        self.path = path
        self.expected = expected
        self.found = found
        super().__init__(f"{path}: sha256 is {found}, expected {expected}; delete the file and build again")

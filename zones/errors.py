"""Errors of the zones package: what came, what was expected, what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import geodata.errors

__all__ = [
    "AreaError",
    "DocumentError",
    "EndpointError",
    "GivenError",
    "LanguageModelError",
    "ManifestError",
    "MissingExtraError",
    "ModelError",
    "NoClaimsError",
    "NoSuchZoneError",
    "QuotationError",
    "ReadingError",
    "ReviewError",
    "TooManyClaimsError",
    "ZonesError",
]


class ZonesError(Exception):
    """Base of every error that this package raises on purpose."""


class DocumentError(ZonesError, ValueError):
    """A source text that cannot be read as one.

    Attributes
    ----------
    path : Path
        The file.
    """

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path


class ManifestError(ZonesError, ValueError):
    """A manifest (sources.toml) that does not say what it should."""


class AreaError(ZonesError, ValueError):
    """A phrase or tree that names no area, or one that cannot be compiled."""


class NoSuchZoneError(ZonesError, LookupError):
    """A zone or nationality that nobody mentioned.

    Attributes
    ----------
    candidates : tuple of str
        Names that are known.
    """

    def __init__(self, name: str, candidates: tuple[str, ...]) -> None:
        known = ", ".join(candidates) or "none"
        super().__init__(f"no zone or nationality {name!r} in these documents; known are: {known}")
        self.candidates = candidates


class NoClaimsError(ZonesError, LookupError):
    """Nobody says anything about monitors that could be shown.

    Attributes
    ----------
    known : int
        How many claims there are besides, of other zones or later days.
    """

    def __init__(self, *, zone: str | None, on: date | None, known: int) -> None:
        limits = (f" of {zone} or of no zone in particular" if zone else "", f" by {on}" if on else "")
        others = f"; without --zone and --on there are {known}" if known else ""
        super().__init__(
            f"no claims about monitors{limits[0]}{limits[1]}, so there is nothing to draw; expected documents in "
            f"which somebody says who will, may or won't watch over a zone{others}"
        )
        self.known = known


class TooManyClaimsError(ZonesError, ValueError):
    """More claims than the longest sheet of a timeline holds."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"{count:,} claims do not fit on the longest sheet that is drawn; choose fewer with --zone or --on, or a "
            "larger paper with --size"
        )


class ModelError(ZonesError, ValueError):
    """A file or object that is no full model of this version, or that these boundaries do not fit."""


class QuotationError(ZonesError, ValueError):
    """Quoted words that do not stand in the text.

    Attributes
    ----------
    quote : str
        The words.
    """

    def __init__(self, quote: str, reason: str) -> None:
        super().__init__(f"“{quote}” {reason}")
        self.quote = quote


class GivenError(ZonesError, ValueError):
    """A claim or zone given in words that says what it may not: an unknown status, unit, country or phrase."""


class ReviewError(ZonesError, ValueError):
    """A review file that cannot be read as one, or a decision that says what it may not."""


class ReadingError(ZonesError, ValueError):
    """An answer of a language model that cannot be read as one."""


class EndpointError(ZonesError, ConnectionError):
    """A server of a language model that cannot be asked, or that gives no reply that can be used."""


class LanguageModelError(ZonesError, ImportError):
    """The English model that tells a sentence's structure, or spaCy: not there, or not the one that was tested.

    Attributes
    ----------
    todo : str
        The command that installs the right one.
    """

    def __init__(self, problem: str, *, todo: str) -> None:
        super().__init__(f"{problem}; install it with: {todo}")
        self.todo = todo


class MissingExtraError(ZonesError, geodata.errors.MissingExtraError):
    """A package that an extra of this one installs, and that is not there.

    Attributes
    ----------
    package, extra : str
        What is missing, and the extra that installs it.
    """

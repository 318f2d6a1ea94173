"""A position as somebody wrote it: where it is, in which form it was written, and what its numbers were."""

from __future__ import annotations

from dataclasses import dataclass

from geodata.errors import OutsideEarthError


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """
    A position that was read from text.

    Parameters
    ----------
    lat, lon
        WGS 84 degrees, -90 to 90 and -180 to 180.
    form
        The form in which it was written, in a few words: "degrees, minutes and seconds".
    numbers
        The numbers of the text that make the position, in the order of the text.

    Raises
    ------
    geodata.errors.OutsideEarthError
        If it is no position on Earth.
    """

    lat: float
    lon: float
    form: str
    numbers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise OutsideEarthError(lon=self.lon, lat=self.lat)

"""Which columns hold the coordinates, told by the names that people give them."""

from __future__ import annotations

from collections.abc import Sequence

from geodata.tables.coordinate_names import coordinate_key
from zones.labels.errors import LabelError

# In order of preference. ACLED and UCDP GED call theirs latitude and longitude, GBIF decimalLatitude, ArcGIS
# POINT_X, HDX exports often "Latitude"; case and everything but letters is folded away before comparing, and what
# `coordinate_key` knows to stand behind.
_LON = (
    "lon",
    "lng",
    "long",
    "longitude",
    "longitud",
    "decimallongitude",
    "loncoord",
    "xcoord",
    "pointx",
    "x",
)
_LAT = ("lat", "latitude", "latitud", "decimallatitude", "latcoord", "ycoord", "pointy", "y")
_LON_ENDS = ("longitude", "lng", "lon")
# Columns of whole positions whose names tell in which order or notation; of "coordinates" nobody knows.
_WHOLE = ("latlon", "latlng", "latlong", "latitudelongitude", "mgrs", "utm", "pluscode")
_LAT_ENDS = ("latitude", "lat")


def coordinate_columns(
    names: Sequence[str], *, lon: str | None = None, lat: str | None = None
) -> tuple[str, str] | None:
    """Return the names of the columns of longitude and latitude, or None where no name tells.

    Parameters
    ----------
    names
        All columns.
    lon, lat
        Columns that the caller named; those are taken.

    Raises
    ------
    LabelError
        A named column is not there, or several could be meant.

    Examples
    --------
    >>> coordinate_columns(["event_id", "Latitude", "Longitude", "fatalities"])
    ('Longitude', 'Latitude')
    >>> coordinate_columns(["name", "population"]) is None
    True
    """
    found = [
        _named(given, names) if given is not None else _guess(names, exact, ends)
        for given, exact, ends in ((lon, _LON, _LON_ENDS), (lat, _LAT, _LAT_ENDS))
    ]
    if found[0] is None or found[1] is None:
        if lon is not None or lat is not None:
            missing = "longitude" if found[0] is None else "latitude"
            raise LabelError(f"no column for the {missing} found; {_name_both(names)}", columns=tuple(names))
        return None
    return found[0], found[1]


def position_column(names: Sequence[str], *, position: str | None = None) -> str | None:
    """Return the name of the column that holds whole positions, or None where no name tells.

    Parameters
    ----------
    names
        All columns.
    position
        The column that the caller named.

    Raises
    ------
    LabelError
        The named column is not there, or several could be meant.

    Examples
    --------
    >>> position_column(["id", "Lat/Lon"]), position_column(["id", "coordinates"])
    ('Lat/Lon', None)
    """
    if position is not None:
        return _named(position, names)
    matching = [name for name in names if "".join(filter(str.isalpha, name.casefold())) in _WHOLE]
    return _only(matching, names) if matching else None


def require_coordinate_columns(
    names: Sequence[str], *, lon: str | None = None, lat: str | None = None
) -> tuple[str, str]:
    """Return what `coordinate_columns` returns, or raise LabelError where no name tells."""
    found = coordinate_columns(names, lon=lon, lat=lat)
    if found is None:
        raise LabelError(
            f"no columns for longitude and latitude found; {_name_both(names)}", columns=tuple(names)
        )
    return found


def _named(given: str, names: Sequence[str]) -> str:
    if given not in names:
        raise LabelError(f"no column {given!r}; the columns are {', '.join(names)}", columns=tuple(names))
    return given


def _guess(names: Sequence[str], exact: Sequence[str], ends: Sequence[str]) -> str | None:
    letters = [(name, "".join(filter(str.isalpha, name.casefold()))) for name in names]
    for folded in (letters, [(name, coordinate_key(name)) for name in names]):
        for wanted in exact:
            matching = [name for name, key in folded if key == wanted]
            if matching:
                return _only(matching, names)
    for end in ends:
        matching = [name for name in names if name.casefold().endswith((f"_{end}", f" {end}", f".{end}"))]
        if matching:
            return _only(matching, names)
    return None


def _only(matching: Sequence[str], names: Sequence[str]) -> str:
    if len(matching) > 1:
        raise LabelError(
            f"{' and '.join(matching)} could be meant; {_name_both(names)}", columns=tuple(names)
        )
    return matching[0]


def _name_both(names: Sequence[str]) -> str:
    told = ", ".join(names) or "none"
    return f"name the columns with lon and lat, or one of whole positions with position; there are {told}"

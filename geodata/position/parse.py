"""Text to a position, in any of the forms that people paste; what is not wholly understood is refused."""

from __future__ import annotations

import re

from geodata.errors import PositionError
from geodata.position.characters import plain
from geodata.position.links import is_link, read_link
from geodata.position.mgrs_square import is_mgrs, read_mgrs
from geodata.position.notations import is_notation, read_notation
from geodata.position.pair import read_pair
from geodata.position.plus_code import is_plus_code, read_plus_code
from geodata.position.position import Position
from geodata.position.tokens import knows_words
from geodata.position.utm import is_utm, read_utm

LONGEST = 2000
"""Characters: a longer text is no position."""

_READERS = (
    (is_link, read_link),
    (is_notation, read_notation),
    (is_plus_code, read_plus_code),
    (is_mgrs, read_mgrs),
    (is_utm, read_utm),
)
_DIGITS = re.compile(r"\d+")


def parse_position(text: str) -> Position:
    """
    Return the position that a text gives.

    Parameters
    ----------
    text
        Degrees with decimal points or commas, degrees and minutes, degrees, minutes and seconds, with signs,
        letters or names of axes; a WKT or GeoJSON point, a geo: address, a link of a map service, an MGRS or
        UTM reference, a full plus code. Latitude comes first, unless the text or its notation says otherwise.

    Raises
    ------
    geodata.errors.PositionError
        If it is none of these, may mean two positions, or any part of it is left unused.

    Examples
    --------
    >>> found = parse_position("35°51′52″N 36°48′21″E")
    >>> round(found.lat, 4), round(found.lon, 4), found.form
    (35.8644, 36.8058, 'degrees, minutes and seconds')
    >>> parse_position("35.8645 36.8059 385")
    Traceback (most recent call last):
    geodata.errors.PositionError: the numbers 35.8645, 36.8059, 385 cannot be told apart for sure ...
    """
    if len(text) > LONGEST:
        raise PositionError(f"a text of {len(text):,} characters is no position")
    clean = plain(text)
    if not any(c.isdigit() for c in clean) and not is_link(clean):
        raise PositionError(f"{clean!r} has no number; a position has a latitude and a longitude")
    reader = next((read for is_one, read in _READERS if is_one(clean)), read_pair)
    return reader(clean)


def looks_like_position(text: str) -> bool:
    """
    Tell whether a text is meant as a position, right or wrong, and not as a name with digits.

    Parameters
    ----------
    text
        As people type it.

    Examples
    --------
    >>> [looks_like_position(text) for text in ("35°70'N 36°40'E", "Camp 17", "35 garbage 36", "Idlib")]
    [True, False, True, False]
    """
    try:
        clean = plain(text)
    except PositionError:
        return True
    numbers = len(_DIGITS.findall(clean))
    if numbers == 0:
        return is_link(clean)
    if any(is_one(clean) for is_one, _ in _READERS):
        return True
    return numbers > 1 or knows_words(clean)

"""One phrase by itself, read as an area: what `zonemap area "PHRASE"` compiles."""

from __future__ import annotations

from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.areas import Area, Unread, leaves
from zones.errors import AreaError
from zones.reading.grammar import listing, settled
from zones.reading.scan import Scan, scan
from zones.reading.tokens import sentences

__all__ = ["PhraseError", "read_area"]

_IDLE = frozenset({".", ",", ";", ":", "!", "?", "and", "the", "a", "an", "(", ")", '"'})
_EXPECTED = (
    'expected words such as "Idlib province and adjoining districts of Hama", "northern Homs", "a 32-km-deep '
    'strip along the Turkish border between Tell Abyad and Ras al-Ayn", "within 20 km of Palmyra" or "Daraa '
    'province except Daraa city"'
)
_LONGEST = 2000


class PhraseError(AreaError):
    """A phrase that names no area, or names one only in part.

    Attributes
    ----------
    phrase : str
        The phrase.
    not_understood : tuple of str
        The words of it that say nothing we know about space.
    """

    def __init__(self, phrase: str, not_understood: tuple[str, ...], *, hint: str = "") -> None:
        told = ", ".join(f'"{words}"' for words in not_understood)
        super().__init__(f'"{phrase}": not understood: {told or "everything"}{hint}; {_EXPECTED}')
        self.phrase = phrase
        self.not_understood = not_understood


def read_area(phrase: str, units: AdminUnits | None = None, toponyms: Toponyms | None = None) -> Area:
    """Return the area that a phrase describes, all of the phrase or nothing.

    Parameters
    ----------
    phrase
        Words about an area in Syria, in English, without "the zone includes".
    units, toponyms
        The boundaries and names to read it with; by default those of this package.

    Raises
    ------
    PhraseError
        If words are left over that the grammar does not know; ``error.not_understood`` holds them.

    Examples
    --------
    >>> area = read_area("Quneitra province and the Jordanian border in Daraa")
    >>> [type(part).__name__ for part in area.areas]
    ['Whole', 'Border']
    """
    units = units or AdminUnits.builtin()
    toponyms = toponyms or (
        Toponyms.builtin().named(units.naming)
        if units is AdminUnits.builtin(units.naming)
        else Toponyms(units)
    )
    text = " ".join(phrase.split())
    if not text or len(text) > _LONGEST:
        raise AreaError(f"a phrase of {len(text)} characters; expected 1 to {_LONGEST}")
    found = sentences(text)
    if len(found) != 1:
        raise AreaError(f"{len(found)} sentences in {text!r}; expected one phrase")
    scanned = scan(found[0], units, toponyms)
    read = listing(scanned, 0)
    if read is None or not read.items:
        raise PhraseError(text, (text,), hint=_hint(scanned, toponyms))
    unknown = next((leaf for leaf in leaves(read.area) if isinstance(leaf, Unread)), None)
    if unknown is not None:
        raise PhraseError(text, (unknown.text,), hint=_hint(scanned, toponyms))
    left = _left_over(scanned, read.end)
    if left:
        raise PhraseError(text, (left,), hint=_hint(scanned, toponyms, after=read.end))
    read.items, gone = settled(read.items, ())
    read.minus += gone
    return read.area


def _left_over(scanned: Scan, end: int) -> str:
    """Return the words after what was read, unless they are punctuation."""
    start = scanned.skip(end, _IDLE)
    return scanned.text(start, len(scanned)) if start < len(scanned) else ""


def _hint(scanned: Scan, toponyms: Toponyms, after: int = 0) -> str:
    """Return near spellings of a capitalised word that names no place we know."""
    for at in range(after, len(scanned)):
        word = scanned.tokens[at].text
        named = any(name.start <= at < name.end for name in scanned.names.values())
        if word[0].isupper() and len(word) > 3 and not named and at not in scanned.nations:
            near = toponyms.suggest(word)
            if near:
                return f' (is "{word}" {" or ".join(near)}?)'
    return ""

"""What a text names: places, speakers and countries of an answer are held against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from geodata.names import fold
from geodata.toponyms import Toponyms
from geodata.units import AdminUnits
from zones.countries import country_name
from zones.documents import Document
from zones.errors import GivenError
from zones.reading.numbers import direction
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan, scan
from zones.reading.tokens import sentences

__all__ = ["TextNames", "names_of"]

_JOINTS = frozenset({"the", "a", "an", "of", "in", "and", "for", "to", "'s"})
# words of a zone's name that may be the model's own
_LABEL_WORDS = """
    zone zones area areas strip belt corridor pocket enclave region countryside province district town safe buffer
    security deescalation demilitarised demilitarized ceasefire truce central along around within all
    first second third fourth fifth sixth one two three four five six
"""
_LABELS = frozenset(_LABEL_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class TextNames:
    """What a text names.

    Parameters
    ----------
    words
        All its words, folded.
    plain
        Those that it writes without a capital somewhere.
    places
        P-codes and regions that its place names may mean.
    nations
        Codes of the countries that it names, and UN.
    units, toponyms
        The boundaries and the names to read with.
    """

    words: frozenset[str]
    plain: frozenset[str]
    places: frozenset[str]
    nations: frozenset[str]
    units: AdminUnits
    toponyms: Toponyms

    def check_place(self, place: str) -> None:
        """Raise `GivenError` unless each name in a place is known and named by the text, and each word stands in it.

        Parameters
        ----------
        place
            The place of a claim: "Idlib", "the Turkish border", "northwest Syria".
        """
        told = f"place = {place!r}"
        meant = self.toponyms.spellings().get(fold(place), ()) if place[:1].isupper() else ()
        if meant and {c.pcode for c in meant} & self.places:
            return
        for scanned in self._scans(place):
            covered = self._check_names(scanned, told)
            for at, token in enumerate(scanned.tokens):
                if at in covered or not token.word[0].isalnum() or token.word in _JOINTS:
                    continue
                if token.word not in self.words:
                    known = f"{token.text!r} does not stand in the text"
                    raise GivenError(f"{told}: {self._unknown(token.text) if token.capital else known}")
                if token.capital and token.word not in self.plain and not direction(scanned.words, at):
                    raise GivenError(f"{told}: {self._unknown(token.text)}")

    def check_phrase(self, key: str, phrase: str) -> None:
        """Raise `GivenError` unless the text has each name in a phrase about an area, or in a zone's name.

        Parameters
        ----------
        key
            What the phrase is called in the answer.
        phrase
            The phrase.
        """
        told = f"{key} = {phrase!r}"
        for scanned in self._scans(phrase):
            covered = self._check_names(scanned, told)
            for at, token in enumerate(scanned.tokens):
                written = token.capital and token.word not in self.words
                if at not in covered and written and not self._is_label(scanned, at):
                    raise GivenError(f"{told}: {token.text!r} does not stand in the text")

    def check_speaker(self, key: str, speaker: str) -> None:
        """Raise `GivenError` unless each word of a speaker or outlet stands in the text.

        Parameters
        ----------
        key
            What the speaker is called in the answer.
        speaker
            The words.
        """
        for scanned in self._scans(speaker):
            nations = {
                i for n in scanned.nations.values() if n.code in self.nations for i in range(n.start, n.end)
            }
            for at, token in enumerate(scanned.tokens):
                if at in nations or not token.word[0].isalnum() or token.word in _JOINTS | self.words:
                    continue
                raise GivenError(f"{key} = {speaker!r}: {token.text!r} does not stand in the text")

    def check_nation(self, code: str) -> None:
        """Raise `GivenError` if the text does not name a country.

        Parameters
        ----------
        code
            Its code.
        """
        if code not in self.nations:
            raise GivenError(
                f"nationality = {code!r}: the text does not name {country_name(code, self.units.naming)}"
            )

    def speaks_for(self, speaker: str) -> str | None:
        """Return the one country that a speaker's words name; None if none or several.

        Parameters
        ----------
        speaker
            The words.
        """
        codes = {nation.code for scanned in self._scans(speaker) for nation in scanned.nations.values()}
        return next(iter(codes)) if len(codes) == 1 else None

    def _check_names(self, scanned: Scan, told: str) -> set[int]:
        """Return the positions of the names in a phrase; raise `GivenError` for one that the text does not have."""
        covered: set[int] = set()
        for name in scanned.names.values():
            own = set(scanned.words[name.start : name.end])
            if not _keys(name) & self.places and not own <= self.words:
                raise GivenError(f"{told}: the text does not name {name.text}")
            covered |= set(range(name.start, name.end))
        for nation in scanned.nations.values():
            positions = set(range(nation.start, nation.end))
            if nation.code not in self.nations and not positions <= covered:
                raise GivenError(
                    f"{told}: the text does not name {country_name(nation.code, self.units.naming)}"
                )
            covered |= positions
        return covered

    def _is_label(self, scanned: Scan, at: int) -> bool:
        """Whether a capital is that of a plain word: "Northern", "Zone 2", the first of "Parts of Daraa"."""
        opens = at == 0 and len(scanned) > 1 and scanned.words[1] in _JOINTS
        return opens or scanned.words[at] in _LABELS or direction(scanned.words, at) is not None

    def _unknown(self, name: str) -> str:
        near = self.toponyms.suggest(name)
        return f"no place {name!r} is known" + (f" (is it {' or '.join(near)}?)" if near else "")

    def _scans(self, phrase: str) -> Iterator[Scan]:
        for sentence in sentences(phrase):
            yield scan(sentence, self.units, self.toponyms)


def names_of(document: Document, units: AdminUnits, toponyms: Toponyms) -> TextNames:
    """Return what the article of a document names."""
    lines = [(block.start, block.end, block.headline) for block in document.blocks_read()]
    scans = [scan(sentence, units, toponyms) for sentence in sentences(document.reading.text, lines)]
    tokens = [token for scanned in scans for token in scanned.tokens]
    return TextNames(
        words=frozenset(token.word for token in tokens),
        plain=frozenset(token.word for token in tokens if not token.capital),
        places=frozenset(_all_keys(name for scanned in scans for name in scanned.names.values())),
        nations=frozenset(nation.code for scanned in scans for nation in scanned.nations.values()),
        units=units, toponyms=toponyms,
    )  # fmt: skip


def _all_keys(names: Iterable[PlaceName]) -> Iterator[str]:
    for name in names:
        yield from _keys(name)


def _keys(name: PlaceName) -> set[str]:
    """Return what a place name may mean: P-codes, or the region's name."""
    region = {name.region.name} if name.region is not None else set()
    return region | {candidate.pcode or candidate.name for candidate in name.candidates}

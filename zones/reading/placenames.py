"""Place names in a sentence: units, towns and regions, each with all that the name may mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeAlias

from geodata.candidate import Candidate
from geodata.names import fold, skeleton
from geodata.toponyms import Toponyms
from zones.reading.lexicon import phrases, table, words
from zones.reading.numbers import direction
from zones.reading.tokens import Sentence, Token, tokenize

__all__ = ["PlaceName", "RegionEntry", "find_place_names"]

Tokens: TypeAlias = tuple[Token, ...]
_MOST_WORDS = 6
_LISTED = 9  # words over which "the districts of" reaches


@dataclass(frozen=True, slots=True)
class RegionEntry:
    """A row of the regions table: name, P-codes, and where the list is from."""

    name: str
    units: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place name in a sentence: its tokens (``start:end``), its words, and what it may mean."""

    start: int
    end: int
    text: str
    candidates: tuple[Candidate, ...] = ()
    region: RegionEntry | None = None

    def unit(self, level: str, within: str | None = None) -> Candidate | None:
        """Return the best candidate of a kind, inside a container (P-code) if one is given."""
        for candidate in self.candidates:
            inside = within is None or (candidate.pcode or "").startswith(within)
            if candidate.kind == level and inside:
                return candidate
        return None

    def code(self, level: str, within: str | None = None) -> str | None:
        """Return the P-code of the best candidate of a kind, inside a container if one is given."""
        found = self.unit(level, within)
        return None if found is None else found.pcode

    @property
    def position(self) -> tuple[float, float]:
        """Longitude and latitude: the town's if there is one, else those of the first meaning."""
        best = self.unit("town") or self.candidates[0]
        return best.lon, best.lat

    def has(self, level: str) -> bool:
        """Whether the name may mean a unit of this level, or a town."""
        return self.unit(level) is not None


def find_place_names(sentence: Sentence, toponyms: Toponyms) -> tuple[PlaceName, ...]:
    """Return the place names of a sentence from left to right, the longest at each word."""
    tokens = sentence.tokens
    not_places = phrases("places.not_places").find(sentence.words)
    masked = {i for hit in not_places for i in range(hit.start, hit.end)}
    found: list[PlaceName] = []
    at = 0
    while at < len(tokens):
        name = None if at in masked else _region_at(tokens, at) or _name_at(tokens, at, toponyms)
        if name is not None:
            found.append(name)
        at = at + 1 if name is None else name.end
    return tuple(found)


# Regions


@cache
def _regions() -> Mapping[str, RegionEntry]:
    found = {}
    for row in table("regions").values():
        entry = RegionEntry(row["name"], tuple(row["units"]), row["source"])
        for spelling in (row["name"], *row["spellings"]):
            found[_key(t.word for t in tokenize(spelling))] = entry
    return found


@cache
def _region_openers() -> frozenset[str]:
    """Return what a region's name may begin with, articles included."""
    return frozenset(map(_opening, words("places.region_openers"))) | {key.split()[0] for key in _regions()}


def _key(name: Iterable[str]) -> str:
    parts = [word for word in name if word not in words("places.region_marks")]
    opened = len(parts) > 1  # "Syria's southern" opens a longer name, "Southern Syria" is one
    return " ".join(_opening(word) if i == 0 and opened else _sound(word) for i, word in enumerate(parts))


@lru_cache(maxsize=8192)
def _opening(word: str) -> str:
    """Return the sound of a first word; "east" and "eastern" are the same there."""
    compass = word.removesuffix("ern")
    return _sound(word) if direction((compass,), 0) is None else compass


@lru_cache(maxsize=8192)
def _sound(word: str) -> str:
    """Return what the spellings of a word have in common: "Ghouta", "Guta" and "Goutha"."""
    if word in words("places.broadcasters"):
        return word
    return skeleton(word).replace("gh", "g").replace("th", "t")


def _region_at(tokens: Tokens, at: int) -> PlaceName | None:
    if _opening(tokens[at].word) not in _region_openers() or tokens[at].word == "the":
        return None
    for end in range(min(at + _MOST_WORDS + 1, len(tokens)), at, -1):
        if tokens[end - 1].word in words("places.region_tails"):
            continue
        entry = _regions().get(_key(t.word for t in tokens[at:end]))
        if entry is not None and any(t.capital for t in tokens[at:end]):
            return PlaceName(at, end, _text(tokens, at, end), region=entry)
    return None


# Units and towns


def _name_at(tokens: Tokens, at: int, toponyms: Toponyms) -> PlaceName | None:
    if not _may_begin(tokens, at):
        return None
    for end in range(min(at + _MOST_WORDS, len(tokens)), at, -1):
        if (
            _is_cut(tokens, end, toponyms)
            or _only_opens(tokens, at, end)
            or not _may_end(tokens[end - 1])
            or any(not t.text[0].isalnum() for t in tokens[at:end])
        ):
            continue
        text = _text(tokens, at, end)
        candidates = toponyms.in_text(text)
        if not candidates and _typed(tokens, at, end):
            candidates = toponyms.spellings().get(fold(text), ())
        if not candidates and end == at + 1 and _typed(tokens, at, end, words("places.types.governorate")):
            candidates = toponyms.governorate(text)  # there are fourteen: "Suweyda province"
        if candidates:
            return PlaceName(at, end, text, tuple(candidates))
    return None


def _may_begin(tokens: Tokens, at: int) -> bool:
    """Whether a name may begin here: with a capital, or with a small article joined to one ("al-Bab")."""
    first = tokens[at]
    if first.glued:
        return False
    if first.word not in words("places.articles"):
        return first.capital
    following = tokens[at + 1 : at + 2]
    return any(t.capital and (first.capital or t.glued) for t in following)


def _is_cut(tokens: Tokens, end: int, toponyms: Toponyms) -> bool:
    """Whether a hyphen joins what follows to the name: "Tel-Biss" is not Tel, "Damascus-Aleppo" is Damascus."""
    if end >= len(tokens) or not (tokens[end].glued and tokens[end].capital):
        return False
    return not toponyms.in_text(tokens[end].text)


def _only_opens(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a word such as "Tell" opens a longer name, which nobody here knows: "Tell Fulan" is not Tell."""
    if end != at + 1 or end >= len(tokens) or tokens[at].word not in words("places.generic"):
        return False
    return tokens[end].capital and tokens[end].word not in words("places.type_words")


def _may_end(last: Token) -> bool:
    if last.word in words("places.articles") or not last.text[0].isalnum():
        return False
    return last.capital or last.glued or last.word[0].isdigit()


def _typed(tokens: Tokens, start: int, end: int, types: Collection[str] = ()) -> bool:
    """Whether the words around say that this is a place: "the sub-districts of Nawa and Jasim"."""
    types = types or words("places.type_words")
    if end < len(tokens) and (tokens[end].word in types or tokens[end].word == "sub"):
        return True
    first = max(0, start - _LISTED)
    for i in range(first, start - 1):
        if tokens[i].word in types and tokens[i + 1].word == "of":
            between = tokens[i + 2 : start]
            return all(t.capital or t.glued or t.word in {",", "and", "or", "the"} for t in between)
    return False


def _text(tokens: Tokens, start: int, end: int) -> str:
    joints = ("-" if t.glued else "" if t.text[0] in "'’" else " " for t in tokens[start:end])
    return "".join(joint + t.text for joint, t in zip(joints, tokens[start:end], strict=True))[1:]

"""Place names in a sentence: units, towns and regions, each with all that the name may mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from geodata.candidate import Candidate
from geodata.names import fold
from geodata.toponyms import Toponyms
from zones.reading.lexicon import Patterns, table
from zones.reading.tokens import Sentence, Token, tokenize

__all__ = ["PlaceName", "RegionEntry", "find_place_names"]

_ARTICLES = frozenset("al el ul ar er as es ash esh ad ed at et az ez an ez".split())
_MOST_WORDS = 6


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
            if candidate.kind == level and (candidate.pcode or "").startswith(within or ""):
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


@cache
def _regions() -> Mapping[str, RegionEntry]:
    found = {}
    for row in table("regions").values():
        entry = RegionEntry(row["name"], tuple(row["units"]), row["source"])
        for spelling in row["spellings"]:
            found[_key([t.word for t in tokenize(spelling)])] = entry
    return found


@cache
def _region_openers() -> frozenset[str]:
    """Return the words a region's name may begin with, articles included."""
    return frozenset({"al", "the", "syria", "jabal", "jebel"}) | {key.split()[0] for key in _regions()}


def _key(words: list[str]) -> str:
    return " ".join(w for w in words if w not in {"the", "'s", "al", "-"})


@cache
def _not_places() -> Patterns[None]:
    return Patterns((pattern, None) for pattern in table("places")["not_places"])


def find_place_names(sentence: Sentence, toponyms: Toponyms) -> tuple[PlaceName, ...]:
    """Return the place names of a sentence from left to right, the longest at each word."""
    tokens = sentence.tokens
    masked = {i for hit in _not_places().find(sentence.words) for i in range(hit.start, hit.end)}
    found: list[PlaceName] = []
    at = 0
    while at < len(tokens):
        name = None if at in masked else _region_at(tokens, at) or _name_at(tokens, at, toponyms)
        if name is None:
            at += 1
        else:
            found.append(name)
            at = name.end
    return tuple(found)


def _text(tokens: tuple[Token, ...], start: int, end: int) -> str:
    return "".join(("-" if t.glued else " ") + t.text for t in tokens[start:end])[1:]


def _region_at(tokens: tuple[Token, ...], at: int) -> PlaceName | None:
    if tokens[at].word not in _region_openers():
        return None
    for end in range(min(at + 7, len(tokens)), at, -1):
        words = [t.word for t in tokens[at:end]]
        if (
            words[0] == "the"
            or words[-1] in {"the", "al", "'s"}
            or not any(t.capital for t in tokens[at:end])
        ):
            continue
        entry = _regions().get(_key(words))
        if entry is not None:
            return PlaceName(at, end, _text(tokens, at, end), region=entry)
    return None


_TYPES = frozenset(
    "province provinces governorate governorates district districts town towns city cities village villages nahiya nahiyas "
    "subdistrict subdistricts".split()
)


def _typed(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether the words around say that this is a place: "the sub-districts of Nawa and Jasim", "Jasim district"."""
    if end < len(tokens) and (tokens[end].word in _TYPES or tokens[end].word == "sub"):
        return True
    before = [t.word for t in tokens[max(0, start - 9) : start]]
    for i in range(len(before) - 1):
        if before[i] in _TYPES and before[i + 1] == "of":
            between = tokens[max(0, start - 9) + i + 2 : start]
            return all(t.capital or t.word in {",", "and", "or", "the"} or t.glued for t in between)
    return False


def _name_at(tokens: tuple[Token, ...], at: int, toponyms: Toponyms) -> PlaceName | None:
    first = tokens[at]
    article = first.word in _ARTICLES and at + 1 < len(tokens) and tokens[at + 1].capital
    if not (first.capital or (article and tokens[at + 1].glued)) or first.glued:
        return None
    if first.word in _ARTICLES and not article:
        return None
    for end in range(min(at + _MOST_WORDS, len(tokens)), at, -1):
        last = tokens[end - 1]
        if (
            last.word in _ARTICLES
            or not last.text[0].isalnum()
            or not (last.capital or last.glued or last.word[0].isdigit())
        ):
            continue
        if any(not t.text[0].isalnum() for t in tokens[at:end]):
            continue
        text = _text(tokens, at, end)
        candidates = toponyms.in_text(text) or (
            _typed(tokens, at, end) and toponyms.spellings().get(fold(text), ())
        )
        if candidates:
            return PlaceName(at, end, _text(tokens, at, end), tuple(candidates))
    return None

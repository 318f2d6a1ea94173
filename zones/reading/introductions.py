"""Where a sentence speaks of a zone: "the largest of the planned zones", "a second", "the Idlib zone", "it"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from zones.reading.lexicon import Patterns, table
from zones.reading.numbers import number, ordinal
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan

__all__ = ["Introduction", "introduction"]

_ARTICLES = frozenset({"a", "an", "one", "another", "any", "each", "every"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "these", "those", "such", "said"})
_SUPERLATIVES = frozenset({"largest", "biggest", "smallest", "main", "other", "others", "last", "final", "remaining", "latter", "former", "next"})
_COUNTS = frozenset("two three four five six seven eight nine ten both several".split())
_OF_THEM = frozenset("zones zone areas area them these those which".split())
_FIGHTING = frozenset("all fire firing hostilities fighting attacks military operations activities action actions".split())
_STRIPS = frozenset({"strip", "belt", "corridor", "perimeter", "area", "areas", "circle", "band"})
_PRONOUNS = frozenset({"it", "this", "that", "which", "these", "they"})


@dataclass(frozen=True, slots=True)
class Introduction:
    """A mention of a zone or zones.

    Parameters
    ----------
    start, end
        Tokens it covers.
    key
        What tells this zone from others in the text: "first", "northern", "largest", a name; may be empty.
    definite
        Whether it is spoken of as known ("the zone"), not introduced ("a zone").
    count
        How many zones are meant; None: a plural without number.
    kind
        What sort of zone: "demilitarised", "safe", "ceasefire"; may be empty.
    name
        The place it is named by ("the Idlib zone").
    pronoun
        Whether it is a pronoun.
    """

    start: int
    end: int
    key: str = ""
    definite: bool = False
    count: int | None = 1
    kind: str = ""
    name: PlaceName | None = None
    pronoun: bool = False


@cache
def _vocabulary() -> dict[str, frozenset[str]]:
    words = table("zones")
    return {k: frozenset(words[k]) for k in ("nouns", "soft_nouns", "kinds", "truces", "deals", "fillers", "stops")}


@cache
def besides() -> Patterns[None]:
    """Return the openers of "Besides Idlib province, it includes ..."."""
    return Patterns((p, None) for p in table("zones")["besides"])


def introduction(scan: Scan, at: int) -> Introduction | None:
    """Return the mention of a zone that begins at a token."""
    word = scan.word(at)
    if word in _PRONOUNS:
        return _pronoun(scan, at)
    start, definite, indefinite = at, False, False
    if word in {"one", "another"} and _elliptic(scan, at + 1) and scan.word(at + 1) != "of":
        if scan.word(at + 1) not in {"in", "along", "around"} or {"zones", "areas"} & set(scan.words[:at]):
            return Introduction(at, at + 1, key=f"{word} {at}")
        return None
    if word in _DEFINITE:
        definite, at = True, at + 1
    elif word in _ARTICLES:
        indefinite, at = True, at + 1
    elif at in scan.names and scan.word(at - 1) in _DEFINITE:
        return None
    return _noun_phrase(scan, start, at, definite, indefinite)


def _pronoun(scan: Scan, at: int) -> Introduction | None:
    before = scan.word(at - 1)
    if at and before not in {",", "and", ";", ":", "but", "that", '"', "--", "while", "where"} and at > 0:
        return None if scan.word(at) != "it" else Introduction(at, at + 1, definite=True, pronoun=True)
    if scan.word(at) in {"which", "that"}:
        return None
    return Introduction(at, at + 1, definite=True, pronoun=True)


def _noun_phrase(scan: Scan, start: int, at: int, definite: bool, indefinite: bool) -> Introduction | None:
    known = _vocabulary()
    key, kind, count = "", "", 1 if indefinite or definite else None
    name: PlaceName | None = None
    first, strange = at, 0
    while at < len(scan):
        word = scan.word(at)
        found = scan.names.get(at)
        if word in known["nouns"] | known["soft_nouns"]:
            if found is None and (kind or word in known["nouns"] or key or word in _STRIPS):
                plural = word.endswith("s")
                count = (None if count == 1 else count) if plural else 1
                end = _named_after(scan, at + 1)
                bare = word in _STRIPS and not kind and not key
                return Introduction(start, end, key, definite, count, "strip" if bare else kind or "zone", name)
        if word in known["truces"] or (word in known["deals"] and definite and not key):
            if found is None:
                end = at + 1
                noun = "ceasefire" if word in known["truces"] else "deal"
                if word in {"halt", "suspension"} and scan.word(end) not in {"of", "to", "in"}:
                    return None
                if scan.word(end) in {"of", "to"} and scan.word(end + 1) in _FIGHTING:
                    end = scan.skip(end, _FIGHTING | {"of", "to"})
                while scan.word(end) in known["deals"] | known["nouns"] | known["soft_nouns"]:
                    noun, end = "ceasefire", end + 1
                return Introduction(start, end, key, definite, count or 1, noun, name)
        if ordinal(word) is not None or word in _SUPERLATIVES:
            key = key or word
            elided = scan.word(at + 1) in {"of", "to"} and any(ordinal(w) is not None for w in scan.words[:start])
            if elided or _elliptic(scan, at + 1):
                return _elliptical(scan, start, at + 1, key, definite, count)
        elif word in {"one", "ones"} and definite and at == first:
            return Introduction(start, at + 1, definite=True, count=1 if word == "one" else None, kind="zone")
        elif word in _COUNTS and not (at + 1 < len(scan) and scan.tokens[at + 1].glued):
            value = number(scan.words, at)
            count = int(value[0]) if value else None
            if word in {"both"}:
                count = 2
        elif found is not None and name is None and at >= first:
            name = found
            at = found.end
            at = scan.skip(at, {"'s"})
            continue
        elif word in known["kinds"]:
            kind = word if word not in {"military", "free", "separation"} else kind or word
        elif word in {"northern", "southern", "eastern", "western", "central"}:
            key = key or word
        elif word not in known["fillers"] and number(scan.words, at) is None:
            strange += 1
            key = key or word
            if strange > 2 or word in known["stops"] or not word.isalpha() or not (definite or indefinite):
                return None
        if at - first > 9:
            return None
        at += 1
    return None


def _elliptic(scan: Scan, at: int) -> bool:
    """Whether an ordinal stands alone here: "the first covers", "a second, in Homs", "the largest of the zones"."""
    word = scan.word(at)
    if word in {"one", "ones", "zone", "zones", "area", "areas"} or word == "of":
        return word == "of" and any(w in _OF_THEM for w in scan.words[at + 1 : at + 7]) or word in {"one", "ones"}
    known = _vocabulary()
    return not (
        word in known["nouns"] | known["soft_nouns"] | known["kinds"] | known["fillers"] | known["truces"] | known["deals"]
        or number(scan.words, at) is not None
        or at in scan.names
        and word not in {"idlib"}
        and ordinal(scan.word(at - 1)) is None
    ) and bool(word) and (word in {",", ":", "--", "in"} or scan.word(at).isalpha())


def _elliptical(scan: Scan, start: int, at: int, key: str, definite: bool, count: int | None) -> Introduction:
    if scan.word(at) in {"one", "ones"}:
        count = 1 if scan.word(at) == "one" else None
        at += 1
    if scan.word(at) == "of":
        end = next((i for i in range(at, min(at + 7, len(scan))) if scan.word(i) in _OF_THEM), at) + 1
        while scan.word(end) in _OF_THEM:
            end += 1
        at = end
    return Introduction(start, at, key, definite, count if key not in {"others"} else None, "zone", None)


def _named_after(scan: Scan, at: int) -> int:
    """Take in 'of the four' and the like after the noun."""
    if scan.word(at) == "of" and scan.word(at + 1) == "the" and scan.word(at + 2) in _COUNTS:
        return at + 3
    return at

"""Groups of countries told by their number, region or part in a deal: "the two Gulf states", "the guarantors"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from zones.reading.lexicon import table
from zones.reading.list_memory import CountryList, ListMemory
from zones.reading.resolved import Open, Resolved
from zones.reading.sentence.tree import Word

__all__ = ["meant_by_group"]

_COUNTS = {"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5}


@dataclass(frozen=True, slots=True)
class _Group:
    """What a noun phrase says of the countries that it means.

    Parameters
    ----------
    size
        How many they are: "BOTH countries", "the TRIO".
    guarantors
        Whether they are called guarantors, sponsors or signatories.
    pointing
        Whether "these" or "those" points back at them.
    region
        The countries of the region told, if one is: "the two CENTRAL ASIAN states".
    """

    size: int | None
    guarantors: bool
    pointing: bool
    region: frozenset[str] | None

    def may_be(self, listed: CountryList, lists: ListMemory) -> bool:
        """Whether a list that the document named fits."""
        if self.size is not None and len(listed.codes) != self.size:
            return False
        if self.guarantors and not (listed.guarantors or (listed.of_deal and self.size is not None)):
            return False
        if self.pointing and self.size is None and not lists.is_near(listed):
            return False
        return self.region is None or set(listed.codes) <= self.region


def meant_by_group(word: Word, lists: ListMemory) -> Resolved | Open | None:
    """Return whom "those countries", "both", "the guarantors" mean; None if a noun is no such group."""
    group = _group(word)
    if group is None:
        return None
    known = lists.before(word, guarantors=group.guarantors)
    listed = next((listed for listed in known if group.may_be(listed, lists)), None)
    return (listed.codes, listed.span) if listed is not None else Open(f"who “{word.text}” are")


def _group(word: Word) -> _Group | None:
    """Return what a noun phrase says of a group; None if nothing tells of one."""
    around = sorted({child.lower for child in word.children})
    size = next((_COUNTS[one] for one in (*around, word.lower) if one in _COUNTS), None)
    called = any(one.startswith("guarant") for one in (word.lemma, *around))
    guarantors = called or word.lemma in {"sponsor", "signatory"}
    pointing = word.has("those", "these")
    if size is None and not guarantors and not pointing:
        return None
    region = next((found for w in word.subtree() if (found := _world_region(w)) is not None), None)
    return _Group(size, guarantors, pointing, region)


def _world_region(word: Word) -> frozenset[str] | None:
    """Return the countries of a region that a word, alone or with the one before it, names: "Central Asian"."""
    before = " ".join(w.lower for w in word.tree.words[max(0, word.index - 1) : word.index + 1])
    return _regions().get(before) or _regions().get(word.lower)


@cache
def _regions() -> dict[str, frozenset[str]]:
    return {name: frozenset(codes.split()) for name, codes in table("world_regions")["regions"].items()}

"""Collective names: "the guarantors", "the three countries", "each of them", as this document uses them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from zones.reading.lexicon import Patterns, table, words
from zones.reading.nation_lists import groups
from zones.reading.numbers import number
from zones.reading.scan import Scan

__all__ = ["Company"]


@cache
def _collectives() -> Patterns[str]:
    members = "|".join(table("collectives")["members"])
    return Patterns(
        (pattern.replace("MEMBERS", members), kind)
        for kind, patterns in table("collectives")["patterns"].items()
        for pattern in patterns
    )


@dataclass(slots=True)
class Company:
    """The lists of countries that a document names, by sentence, and its guarantors."""

    lists: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    guarantors: tuple[str, ...] = ()

    def learn(self, scans: list[Scan], published: date | None) -> None:
        """Note every list of two or more countries, and which one is called guarantors."""
        for sentence, scan in enumerate(scans):
            self._learn(scan, sentence)
        if not self.guarantors:
            self.guarantors = next((codes for _, codes in self.lists if len(codes) == 3), ())
        astana = table("nations")["astana"]
        if not self.guarantors and published is not None and published >= astana["since"]:
            self.guarantors = tuple(astana["guarantors"])

    def _learn(self, scan: Scan, sentence: int) -> None:
        apart = words("collectives.not_members")
        nations = [n for at, n in sorted(scan.nations.items()) if scan.word(at - 1) not in apart]
        named = tuple(dict.fromkeys(n.code for n in nations if n.code != "SY"))
        if len(named) in {2, 3}:
            self.lists.append((sentence, named))
        for start, (listed, end) in groups(scan).items():
            codes = tuple(dict.fromkeys(n.code for n in listed if n.code != "SY"))
            if len(codes) < 2:
                continue
            self.lists.append((sentence, codes))
            near = scan.words[max(0, start - 6) : end + 8]
            stems = tuple(words("collectives.guaranteeing"))
            if not self.guarantors and any(word.startswith(stems) for word in near):
                self.guarantors = codes

    def meant(self, scan: Scan, start: int, end: int, sentence: int) -> tuple[str, ...]:
        """Return the countries that a collective name between two tokens means; empty if none or unknown."""
        for hit in _collectives().find(scan.words, start, end):
            if scan.word(hit.end) in words("collectives.counted_else"):
                continue
            found = self._resolved(hit.value, scan.words[hit.start : hit.end], sentence)
            if found:
                return found
        return ()

    def _resolved(self, kind: str, name: tuple[str, ...], sentence: int) -> tuple[str, ...]:
        if kind == "guarantors" or "guarantor" in name or "guarantors" in name:
            return self.guarantors
        counts = [counted[0] for at in range(len(name)) if (counted := number(name, at)) is not None]
        size = counts[0] if counts else 2 if kind == "both" or "both" in name else None
        lists = (codes for at, codes in reversed(self.lists) if at <= sentence)
        return next((codes for codes in lists if size is None or len(codes) == size), ())

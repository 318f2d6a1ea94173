"""Collective names: "the guarantors", "the three countries", "each of them", as this document uses them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache

from zones.reading.nation_lists import groups
from zones.reading.lexicon import Patterns, table
from zones.reading.numbers import number
from zones.reading.scan import Scan

__all__ = ["Company"]

_MEMBERS = "countries|states|sides|powers|parties|nations|governments|capitals|presidents|armies|neighbours|allies|guarantors|ministers|leaders|militaries|members|signatories|sponsors|brokers"


@cache
def _collectives() -> Patterns[str]:
    return Patterns(
        [
            ("guarantors", "guarantors"), ("guarantor states|countries|powers|nations|governments", "guarantors"), ("sponsors", "guarantors"),
            (f"two|three|four|five guarantor? {_MEMBERS}", "count"), ("both|all two|three|four? of? them|the|these|those?", "count"),
            (f"both {_MEMBERS}", "both"), (f"those|these same|two|three? {_MEMBERS}", "those"),
            ("each of them|the|these", "each"), ("each side|country|party|guarantor", "each"), ("all three|four|two", "count"), ("the trio", "guarantors"),
            ("the pair", "both"), ("the signatories", "guarantors"), ("the three|two|four", "count"), ("former rivals", "both"),
        ]
    )  # fmt: skip


_AT = frozenset({"in", "at", "with", "to", "from", "near", "by"})


@dataclass(slots=True)
class Company:
    """The lists of countries that a document names, by sentence, and its guarantors."""

    lists: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    guarantors: tuple[str, ...] = ()

    def learn(self, scans: list[Scan], published: date | None) -> None:
        """Note every list of two or more countries, and which one is called guarantors."""
        for at, scan in enumerate(scans):
            named = [
                n.code
                for i, n in sorted(scan.nations.items())
                if n.code != "SY" and scan.word(i - 1) not in _AT
            ]
            if len(set(named)) in {2, 3}:
                self.lists.append((at, tuple(dict.fromkeys(named))))
            for start, (listed, end) in groups(scan).items():
                codes = tuple(dict.fromkeys(n.code for n in listed if n.code != "SY"))
                if len(codes) < 2:
                    continue
                self.lists.append((at, codes))
                near = scan.words[max(0, start - 6) : end + 8]
                if not self.guarantors and any(w.startswith(("guarant", "broker", "sponsor")) for w in near):
                    self.guarantors = codes
        if not self.guarantors:
            self.guarantors = next((codes for _, codes in self.lists if len(codes) == 3), ())
        astana = table("nations")["astana"]
        if not self.guarantors and published is not None and published >= astana["since"]:
            self.guarantors = tuple(astana["guarantors"])

    def meant(self, scan: Scan, start: int, end: int, sentence: int) -> tuple[str, ...]:
        """Return the countries that a collective name between two tokens means; empty if none or unknown."""
        for hit in _collectives().find(scan.words, start, end):
            if scan.word(hit.end) in {
                "zones",
                "areas",
                "towns",
                "soldiers",
                "days",
                "provinces",
                "kilometres",
                "km",
                "months",
                "weeks",
                "villages",
                "districts",
            }:
                continue
            found = self._resolve(hit.value, scan.words[hit.start : hit.end], sentence)
            if found:
                return found
        return ()

    def _resolve(self, kind: str, words: tuple[str, ...], sentence: int) -> tuple[str, ...]:
        if kind == "guarantors" or "guarantor" in words or "guarantors" in words:
            return self.guarantors
        counts = [n[0] for i in range(len(words)) if (n := number(words, i)) is not None]
        size = int(counts[0]) if counts else (2 if kind == "both" or "both" in words else None)
        earlier = [codes for at, codes in self.lists if at <= sentence]
        for codes in reversed(earlier):
            if size is None or len(codes) == size:
                return codes
        return ()

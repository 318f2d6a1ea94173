"""A zone as one document tells it, before any geometry, and the name made of what it covers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from zones.areas import (
    Area,
    Border,
    Disc,
    Except,
    Leaf,
    Limit,
    Part,
    Region,
    Sector,
    Span,
    Union,
    Unread,
    Whole,
    leaves,
)
from zones.reading.definition import Definition
from zones.reading.grammar import in_words
from zones.reading.introductions import Introduction
from zones.reading.lexicon import table, words
from zones.reading.scan import Scan
from zones.reading.tokens import fold_word
from zones.reasons import Why

__all__ = ["Passing", "ZoneDraft"]


@dataclass(frozen=True, slots=True)
class Passing:
    """What a text says in passing (tokens ``start:end`` of a sentence) about a leaf of a zone's area."""

    scan: Scan
    start: int
    end: int
    leaf: Leaf


@dataclass(slots=True)
class ZoneDraft:
    """A zone as one document tells it, before any geometry.

    Parameters
    ----------
    keys
        What the text calls it by: "first", "northern", "largest".
    kind
        Its sort: "demilitarised", "safe"; empty for a de-escalation zone or a ceasefire.
    areas, minus
        What it covers and what is taken out.
    remarks
        What is said of it in passing.
    spans
        The sentences that define it (character offsets).
    sentence
        Number of the sentence that told of it last.
    named
        Whether no verb has said yet what it covers.
    has_length
        Whether the text tells how long it is: then it is no more than a stretch of the border it lies along.
    """

    keys: set[str] = field(default_factory=set)
    kind: str = ""
    areas: list[Area] = field(default_factory=list)
    minus: list[Area] = field(default_factory=list)
    remarks: list[Passing] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    sentence: int = 0
    named: bool = False
    has_length: bool = False

    @property
    def area(self) -> Area:
        """The tree of all it covers."""
        kept = _together(self.areas)
        return Except(area=kept, minus=_together(self.minus)) if self.minus else kept

    @property
    def name(self) -> str:
        """A short name made of what it covers."""
        found = _labels(self.areas)
        name = " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
        if self.kind in words("mentions.unnamed_kinds") | {""} or "strip" in name:
            return name or "Zone"
        kind = f"{table('mentions')['kind_names'].get(self.kind, self.kind)} zone"
        return f"{name} {kind}" if name else kind.capitalize()

    def mentions(self, zone: Introduction) -> bool:
        """Whether a mention may be of this zone: by its key, or by the place it is named after."""
        if zone.key and zone.key in self.keys:
            return True
        return zone.name is not None and fold_word(zone.name.text) in fold_word(self.name)

    def covers_as(self, other: ZoneDraft) -> bool:
        """Whether two drafts cover the same, whatever the words for it."""
        return _unplaced(self.area) == _unplaced(other.area)

    def define(self, definition: Definition, items: range) -> None:
        """Add the items of a definition by their numbers, with what is said of them in passing."""
        areas, scan = definition.listing, definition.scan
        self.areas += [areas.items[i] for i in items]
        for remark in areas.remarks:
            about = next((i for i in items if _stands_in(remark.about[0], areas.spans[i])), None)
            if about is not None:
                self.remarks.append(Passing(scan, remark.start, remark.end, next(leaves(areas.items[about]))))
        if items and definition.somewhere.issuperset(items):
            start, end = areas.spans[items[0]][0], areas.spans[items[-1]][1]
            self.areas.append(in_words(scan, start, end, Why.SOMEWHERE.told()))
        span = (scan.sentence.start, scan.sentence.end)
        if span not in self.spans:
            self.spans.append(span)


def _together(areas: list[Area]) -> Area:
    return areas[0] if len(areas) == 1 else Union(areas=tuple(areas))


def _stands_in(token: int, span: tuple[int, int]) -> bool:
    return span[0] <= token < span[1]


def _labels(areas: Iterable[Area]) -> list[str]:
    """Return the labels that name a zone best: whole units first, then what it is mostly made of."""
    found = [leaf for area in areas for leaf in leaves(area) if leaf.label]
    for kind in (Whole, Disc, Border, Region, Sector, Part, Leaf):
        labels = list(dict.fromkeys(leaf.label for leaf in found if isinstance(leaf, kind)))
        if labels:
            return labels if len(labels) <= 4 else [*labels[:3], "others"]
    return []


def _unplaced(area: Area) -> frozenset[Leaf]:
    """Return what an area covers, without where and how it was said; what was not read or is left open is nothing."""
    somewhere = Why.SOMEWHERE.told()
    found = (
        leaf
        for leaf in leaves(area)
        if not isinstance(leaf, Unread) and not (isinstance(leaf, Limit) and leaf.reason == somewhere)
    )
    return frozenset(
        replace(leaf, text=leaf.text if isinstance(leaf, Limit) else "", label="", span=None)
        for leaf in found
    )

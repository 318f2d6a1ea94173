"""From the sentences of a document to its zones: which definition belongs to which zone, and its name."""

from __future__ import annotations

import re
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
    Whole,
    leaves,
)
from zones.reading.definitions import Definition, definitions
from zones.reading.grammar import limit_at
from zones.reading.introductions import Introduction, introduction
from zones.reading.scan import Scan
from zones.reading.speech import attributions
from zones.reading.tokens import fold_word

__all__ = ["ZoneDraft", "read_zones", "slug"]

_GENERIC = frozenset({"zone", "strip", "escalation", "deescalation", "ceasefire", "deal", "truce", "fire", "tension", "reduced", "planned", ""})


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
        What is said of it in passing: sentence and tokens, and the leaf it is about.
    spans
        The sentences that define it (character offsets).
    """

    keys: set[str] = field(default_factory=set)
    kind: str = ""
    areas: list[Area] = field(default_factory=list)
    minus: list[Area] = field(default_factory=list)
    remarks: list[tuple[Scan, int, int, Leaf]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    sentence: int = 0
    named: bool = False

    @property
    def area(self) -> Area:
        """The tree of all it covers."""
        kept: Area = self.areas[0] if len(self.areas) == 1 else Union(areas=tuple(self.areas))
        if not self.minus:
            return kept
        return Except(area=kept, minus=self.minus[0] if len(self.minus) == 1 else Union(areas=tuple(self.minus)))

    @property
    def name(self) -> str:
        """A short name made of what it covers."""
        found = _labels(self.areas)
        kind = "" if self.kind in _GENERIC else _KINDS.get(self.kind, self.kind)
        name = " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found) or "Zone"
        return f"{name} {kind} zone" if kind and "strip" not in name else name

    def mentions(self, zone: Introduction) -> bool:
        """Whether a mention may be of this zone: by its key, or by the place it is named after."""
        if zone.key and zone.key in self.keys:
            return True
        return zone.name is not None and fold_word(zone.name.text) in fold_word(self.name)


_ADDING = frozenset({"also", "too", "besides", "additionally", "well", "excludes", "excluding", "excluded", "except", "not"})
_KINDS = {"demilitarized": "demilitarised", "safety": "safe", "secure": "safe", "confliction": "deconfliction", "fly": "no-fly"}


def _labels(areas: Iterable[Area]) -> list[str]:
    """Return the labels that name a zone best: whole units first, then what it is mostly made of."""
    found = [leaf for area in areas for leaf in leaves(area) if leaf.label]
    for kinds in ((Whole,), (Disc,), (Border,), (Region,), (Sector,), (Part,), (Leaf,)):
        labels = list(dict.fromkeys(leaf.label for leaf in found if isinstance(leaf, kinds)))
        if labels:
            return labels if len(labels) <= 4 else [*labels[:3], "others"]
    return []


def read_zones(scans: list[Scan]) -> tuple[list[ZoneDraft], list[Limit]]:
    """Return the zones that a document defines, in order, and limits told without any zone."""
    drafts: list[ZoneDraft] = []
    loose: list[Limit] = []
    spoken: Introduction | None = None
    headlines = [s for s in scans if s.sentence.headline]
    for number, scan in enumerate([*(s for s in scans if not s.sentence.headline), *headlines]):
        told = _without_speakers(scan)
        found = [] if scan.sentence.headline and drafts else definitions(told)
        for definition in found:
            spoken = _apply(definition, drafts, loose, spoken, number)
        if not found:
            spoken = _last_mention(scan) or spoken
        _note_limits(scan, drafts, found, number)
    return _merged(drafts), loose


def _without_speakers(scan: Scan) -> Scan:
    """Return the sentence without the place names that only say who speaks: ", the Hmeimim centre said"."""
    spoken = {i for a in attributions(scan, None) for i in range(a.start, a.end)}
    kept = {at: name for at, name in scan.names.items() if at not in spoken}
    return scan if len(kept) == len(scan.names) else replace(scan, names=kept)


def _note_limits(scan: Scan, drafts: list[ZoneDraft], found: list[Definition], number: int) -> None:
    """Keep a limit that a sentence about the last zone's extent speaks of, outside its list of areas."""
    if not drafts or number - drafts[-1].sentence > 2:
        return
    if not (found or _EXTENT_WORDS & set(scan.words)):
        return
    known = {leaf.span for leaf in leaves(drafts[-1].area)}
    at = max((d.listing.end for d in found), default=0)
    while at < len(scan):
        limit = limit_at(scan, at)
        if limit is None:
            at += 1
            continue
        for leaf in limit.areas:
            if isinstance(leaf, Limit) and not any(_overlap(leaf.span, s) for s in known):
                drafts[-1].areas.append(leaf)
        at = limit.end


_EXTENT_WORDS = frozenset(
    "depends depend extent boundary boundaries limit limits edge edges exact exactly delineated demarcated drawn borders "
    "fixed inside marked map runs reaches stretches extends follows covered included excluded outside belongs apply applies defined".split()
)


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]


def _last_mention(scan: Scan) -> Introduction | None:
    found = [z for i in range(len(scan)) if (z := introduction(scan, i)) is not None and not z.pronoun]
    return found[0] if found else None


def _apply(
    definition: Definition, drafts: list[ZoneDraft], loose: list[Limit], spoken: Introduction | None, number: int
) -> Introduction | None:
    zone = definition.zone
    if drafts and not definition.told:
        return spoken
    if definition.action == "limits":
        limits = [leaf for leaf in leaves(definition.listing.area) if isinstance(leaf, Limit)]
        for draft in drafts:
            draft.areas += limits
        if not drafts:
            loose += limits
        return spoken
    if definition.split and definition.action == "covers":
        groups = _groups(definition)
        if len(groups) > 1:
            for group in groups:
                draft = ZoneDraft(sentence=number)
                _extend(draft, definition, group)
                after = definition.listing.minus_after
                draft.minus += [m for m, n in zip(definition.listing.minus, after, strict=True) if n - 1 in group]
                drafts.append(draft)
            return spoken
    draft = _target(zone, drafts, spoken, number)
    if draft is None:
        if definition.action != "covers":
            return spoken
        draft = ZoneDraft(kind=zone.kind)
        named = spoken if zone.pronoun and spoken is not None else zone
        draft.keys |= {named.key} - {""}
        draft.kind = named.kind
        drafts.append(draft)
    if draft.named and not definition.named and not _ADDING & set(definition.scan.words):
        draft.areas, draft.minus = [], []
    draft.named = definition.named and (draft.named or not draft.areas)
    if definition.action == "excludes":
        draft.minus += definition.listing.items
        draft.spans.append((definition.scan.sentence.start, definition.scan.sentence.end))
    else:
        _extend(draft, definition, range(len(definition.listing.items)))
        draft.minus += definition.listing.minus
    draft.sentence = number
    return None if zone.pronoun else zone


def _target(zone: Introduction, drafts: list[ZoneDraft], spoken: Introduction | None, number: int) -> ZoneDraft | None:
    """Return the zone that a mention goes on about, or None for a new one."""
    if not drafts:
        return None
    last = drafts[-1]
    if zone.pronoun:
        fresh = spoken is not None and not last.mentions(spoken) and spoken.key
        return last if number - last.sentence <= 2 and not fresh else None
    for draft in drafts:
        if (zone.key or zone.name is not None) and draft.mentions(zone):
            return draft
    plain = zone.definite and not zone.key and zone.name is None and zone.count == 1
    return last if plain and number - last.sentence <= 3 else None


def _groups(definition: Definition) -> list[range]:
    """Part a list into zones: by semicolons if it has any, else an item each if the count allows."""
    items, spans = definition.listing.items, definition.listing.spans
    words = definition.scan.words
    cuts = [0]
    marked = any(";" in words[spans[i][1] : spans[i + 1][0]] for i in range(len(items) - 1))
    for i in range(1, len(items)):
        between = words[spans[i - 1][1] : spans[i][0]]
        if spans[i] == spans[i - 1]:
            continue
        if not marked or ";" in between:
            cuts.append(i)
    count = definition.zone.count
    if count is not None and len(cuts) != count and len(cuts) > count:
        return [range(len(items))]
    return [range(a, b) for a, b in zip(cuts, [*cuts[1:], len(items)], strict=True)]


def _extend(draft: ZoneDraft, definition: Definition, which: range) -> None:
    listing, scan = definition.listing, definition.scan
    draft.areas += [listing.items[i] for i in which]
    spans = {listing.spans[i] for i in which}
    for remark in listing.remarks:
        if any(start <= remark.about[0] < end for start, end in spans):
            about = next(i for i in which if listing.spans[i][0] <= remark.about[0] < listing.spans[i][1])
            draft.remarks.append((scan, remark.start, remark.end, next(leaves(listing.items[about]))))
    span = (scan.sentence.start, scan.sentence.end)
    if span not in draft.spans:
        draft.spans.append(span)


def _merged(drafts: list[ZoneDraft]) -> list[ZoneDraft]:
    """Join drafts that name the same units; drop those that name none."""
    kept: list[ZoneDraft] = []
    for draft in drafts:
        if not draft.areas:
            continue
        same = next((k for k in kept if _unplaced(k) == _unplaced(draft)), None)
        if same is None:
            kept.append(draft)
        else:
            same.spans += [s for s in draft.spans if s not in same.spans]
            same.keys |= draft.keys
    return kept


def _unplaced(draft: ZoneDraft) -> list[str]:
    """Return what a draft covers, without where it was said."""
    return sorted(re.sub(r"(text|label|name)='[^']*', |span=\([^)]*\)|span=None", "", repr(leaf)) for leaf in leaves(draft.area))


def slug(name: str) -> str:
    """Return a name as an identifier.

    Examples
    --------
    >>> slug("Tell Abyad - Ras al-Ayn strip")
    'tell-abyad-ras-al-ayn-strip'
    """
    from anyascii import anyascii  # noqa: PLC0415

    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).casefold()).strip("-") or "zone"

"""From the sentences of a document to its zones: which definition belongs to which zone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from zones.areas import (
    Area,
    Border,
    Limit,
    Part,
    Sector,
    Span,
    Town,
    Unread,
    Whole,
    leaves,
)
from zones.reading.antecedents import Antecedents
from zones.reading.budget import MOST_AREAS
from zones.reading.definition import Definition
from zones.reading.definitions import definitions
from zones.reading.elsewhere import is_elsewhere
from zones.reading.grammar import item, limit_at
from zones.reading.introductions import Introduction, first_mention, introduction
from zones.reading.lexicon import words
from zones.reading.measures import first_token, units_in
from zones.reading.mentions import Mentions
from zones.reading.open_strips import OpenStrip, completed
from zones.reading.rows import Row, rows
from zones.reading.scan import Scan
from zones.reading.strip_facts import has_depth, has_length, strip_facts
from zones.reading.told_limits import told_limits
from zones.reading.voices import attributed
from zones.reading.zone_draft import ZoneDraft
from zones.reading.zone_lists import drafted, zones_of_list
from zones.reading.zone_settling import merged, settle

__all__ = ["read_zones"]

_NEAR = 2  # sentences over which "it" still means the last zone
_NOUN_NEAR = 3  # sentences over which "the zone" does


def read_zones(sentences: Sequence[Mentions]) -> tuple[list[ZoneDraft], list[Limit], list[Span]]:
    """Return the zones that a document defines, in order, limits told without any zone, and sentences not read.

    Once the zones have `MOST_AREAS` areas, a sentence that tells of more is not read.
    """
    reader = _Reader(rows(sentences))
    headlines = [one for one in sentences if one.headline]
    body = [one for one in sentences if not one.headline]
    for number, one in enumerate([*body, *headlines]):
        reader.read(one, number)
    settle(reader.drafts, sentences)
    return merged(reader.drafts), reader.loose, reader.unread


@dataclass(slots=True)
class _Reader:
    """What is known after some sentences: zones, limits of none, and the zone spoken of last."""

    rows: dict[int, Row]
    drafts: list[ZoneDraft] = field(default_factory=list)
    loose: list[Limit] = field(default_factory=list)
    spoken: Introduction | None = None
    antecedents: Antecedents = field(default_factory=Antecedents)
    unread: list[Span] = field(default_factory=list)

    def read(self, sentence: Mentions, number: int) -> None:
        """Take in a sentence; a headline counts only if nothing else defines a zone."""
        scan = sentence.scan
        row = self.rows.get(scan.sentence.start)
        if self._is_full():
            if row is not None or definitions(_without_speakers(sentence)):
                self.unread.append(sentence.span)
            return
        if row is not None:
            self._apply(row.definition, number)
            self._quote(row.announced)
            return
        skipped = scan.is_question or is_elsewhere(scan) or (sentence.headline and bool(self.drafts))
        found = [] if skipped else definitions(_without_speakers(sentence))
        found = [one for one in found if self._is_meant(one, sentence)]
        for definition in found:
            self._apply(definition, number)
        self._complete(sentence, found, number)
        if not found:
            self.spoken = first_mention(scan, len(scan)) or self.spoken
        self.antecedents.take_in(sentence, defines=bool(found))
        self._note_limits(scan, found, number)
        self._note_told_limits(sentence, number)

    def _is_meant(self, definition: Definition, sentence: Mentions) -> bool:
        """Whether a definition tells of a zone: its pronoun, if it has one, may mean one told of before."""
        zone = definition.zone
        if not zone.pronoun or definition.scan.word(zone.start) not in words("mentions.pronouns"):
            return True
        return self.antecedents.may_mean_zone(sentence, zone.start)

    def _is_full(self) -> bool:
        return sum(len(draft.areas) + len(draft.minus) for draft in self.drafts) >= MOST_AREAS

    def _complete(self, sentence: Mentions, found: list[Definition], number: int) -> None:
        """Fill what the sentence says of a strip into the zone told last."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or number - last.sentence > _NEAR or len(found) > 1:
            return
        if not found and not _speaks_of(sentence.scan, last):
            return
        country = next((leaf.country for leaf in leaves(last.area) if isinstance(leaf, Border)), None)
        facts = strip_facts(sentence, country)
        last.areas = [completed(area, facts) for area in last.areas]
        if facts.ends is not None and any(
            isinstance(leaf, Border) and leaf.ends for leaf in leaves(last.area)
        ):
            used = facts.ends.names
            last.areas = [a for a in last.areas if not (isinstance(a, Unread) and a.text.endswith(used))]
        if has_length(sentence.scan, sure=any(map(has_depth, last.areas))):
            last.has_length = True

    def _apply(self, definition: Definition, number: int) -> None:
        if self.drafts and not definition.told:
            return
        if definition.action == "unread":
            target = self._target(definition, number)
            in_pieces = any(isinstance(leaf, OpenStrip) for leaf in definition.listing.items)
            if target is None and in_pieces:
                target = self._strip_told_in_pieces(definition, number)
            if target is None:
                self.loose += [leaf for leaf in definition.listing.items if isinstance(leaf, Limit)]
            else:
                target.areas += definition.listing.items
                span = (definition.scan.sentence.start, definition.scan.sentence.end)
                if in_pieces and span not in target.spans:
                    target.spans.append(span)
            return
        if definition.action == "limits":
            self._limit(definition)
            return
        if definition.named and (known := self._known(definition)) is not None:
            known.keys |= {definition.zone.key} - {""}
            return
        groups = zones_of_list(definition) if definition.split and definition.action == "covers" else []
        if len(groups) > 1:
            self.drafts += [drafted(definition, group, number) for group in groups]
            return
        draft = self.drafts[-1] if definition.goes_on and self.drafts else self._target(definition, number)
        if draft is None and definition.action == "covers":
            draft = self._new(definition.zone)
        if draft is not None:
            _define(draft, definition, number)
            self.spoken = None if definition.zone.pronoun else definition.zone

    def _strip_told_in_pieces(self, definition: Definition, number: int) -> ZoneDraft:
        """Return the zone that a piece of a strip belongs to: the border just told of, or a new one."""
        last = self.drafts[-1] if self.drafts else None
        bare = last is not None and any(
            isinstance(leaf, Border) and not leaf.ends for leaf in leaves(last.area)
        )
        if last is not None and bare and number - last.sentence <= _NEAR:
            return last
        draft = self._new(definition.zone)
        draft.sentence = number
        return draft

    def _known(self, definition: Definition) -> ZoneDraft | None:
        """Return the zone that a mention is of, where it names no more than what that covers: "the zone for Homs"."""
        units = {leaf.unit for leaf in leaves(definition.listing.area) if isinstance(leaf, Whole | Part)}
        if not units or any(
            not isinstance(leaf, Whole | Part | Limit) for leaf in leaves(definition.listing.area)
        ):
            return None
        for draft in self.drafts:
            kinds = Whole if definition.zone.key else Whole | Part | Sector | Town
            own = {leaf.unit for leaf in leaves(draft.area) if isinstance(leaf, kinds)}
            inside = (
                units <= own if definition.zone.key else all(any(o.startswith(u) for o in own) for u in units)
            )
            if own and inside:
                return draft
        return None

    def _quote(self, announced: Span | None) -> None:
        """Let the zone rest on the sentence that says what the rows are, too."""
        if self.drafts and announced is not None and announced not in self.drafts[-1].spans:
            self.drafts[-1].spans.insert(0, announced)

    def _limit(self, definition: Definition) -> None:
        """Give a limit to every zone told so far."""
        limits = [leaf for leaf in leaves(definition.listing.area) if isinstance(leaf, Limit)]
        for draft in self.drafts:
            draft.areas += limits
        if not self.drafts:
            self.loose += limits

    def _new(self, zone: Introduction) -> ZoneDraft:
        named = self.spoken if zone.pronoun and self.spoken is not None else zone
        self.drafts.append(ZoneDraft(kind=named.kind, keys={named.key} - {""}))
        return self.drafts[-1]

    def _target(self, definition: Definition, number: int) -> ZoneDraft | None:
        """Return the zone that a mention goes on about, or None for a new one."""
        zone = definition.zone
        if not self.drafts:
            return None
        last = self.drafts[-1]
        if zone.pronoun:
            spoken = self.spoken
            fresh = spoken is not None and bool(spoken.key) and not last.mentions(spoken)
            return last if number - last.sentence <= _NEAR and not fresh else None
        if zone.key or zone.name is not None:
            return next((draft for draft in self.drafts if draft.mentions(zone)), None)
        placed = _placed(definition) or _named_units(definition)
        if placed:
            return next((draft for draft in self.drafts if _shares(draft, placed)), None)
        near = number - last.sentence <= _NOUN_NEAR
        return last if zone.definite and zone.count == 1 and near else None

    def _note_limits(self, scan: Scan, found: list[Definition], number: int) -> None:
        """Keep a limit that a sentence about the last zone's extent speaks of, outside its list of areas."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or number - last.sentence > _NEAR:
            return
        if not found and words("extents.extent").isdisjoint(scan.words):
            return
        known = {leaf.span for leaf in leaves(last.area)}
        at = max((d.listing.end for d in found), default=0)
        while at < len(scan):
            limit = limit_at(scan, at)
            for leaf in limit.areas if limit is not None else ():
                if isinstance(leaf, Limit) and not any(_overlap(leaf.span, span) for span in known):
                    last.areas.append(leaf)
            at = limit.end if limit is not None else at + 1

    def _note_told_limits(self, sentence: Mentions, number: int) -> None:
        """Keep what forces would hold or keep out of, as limits of the last zone if that was told just before."""
        told = told_limits(sentence)
        if not told:
            return
        last = self.drafts[-1] if self.drafts and number - self.drafts[-1].sentence <= _NEAR else None
        kept = self.loose if last is None else last.areas
        known = [leaf.span for draft in self.drafts for leaf in leaves(draft.area)]
        kept += [leaf for leaf in told if not any(_overlap(leaf.span, span) for span in known)]


def _speaks_of(scan: Scan, draft: ZoneDraft) -> bool:
    """Whether a sentence goes on about a zone: "it", "its depth", "the zone", "twelve kilometres deep"."""
    if not words("mentions.pronouns", "borders.depth_nouns").isdisjoint(scan.words) or "its" in scan.words:
        return True
    zones = (introduction(scan, at) for at in range(len(scan)))
    return any(
        zone is not None and zone.definite and (not zone.key or draft.mentions(zone)) for zone in zones
    )


def _without_speakers(sentence: Mentions) -> Mentions:
    """Return a sentence without the place names that only say who speaks: ", the Hmeimim centre said"."""
    scan, stretches = sentence.scan, attributed(sentence)
    kept = {
        at: name
        for at, name in scan.names.items()
        if not any(start <= scan.tokens[at].start < end for start, end in stretches)
    }
    return sentence if len(kept) == len(scan.names) else replace(sentence, scan=replace(scan, names=kept))


def _placed(definition: Definition) -> tuple[str, ...]:
    """Return the units that a mention of a zone names as where it is: "the zone in northern Homs province"."""
    scan, zone = definition.scan, definition.zone
    if scan.word(zone.end) not in words("extents.lying_in") | {"for", "of"}:
        return ()
    inner = item(scan, zone.end)
    areas = inner.areas if inner is not None and inner.end <= first_token(definition.listing) else ()
    return units_in(areas)


def _named_units(definition: Definition) -> tuple[str, ...]:
    """Return the units that the noun phrase of a zone told of before says it lies in: "the zone in central Homs"."""
    if not (definition.named and definition.zone.definite):
        return ()
    return units_in(definition.listing.items)


def _shares(draft: ZoneDraft, units: tuple[str, ...]) -> bool:
    """Whether a zone lies in one of some units, or has one of them in it."""
    own = units_in([draft.area])
    return any(one.startswith(other) or other.startswith(one) for one in own for other in units)


def _define(draft: ZoneDraft, definition: Definition, number: int) -> None:
    """Add a definition to a zone; the first with a verb takes the place of one without, but for a truce's towns."""
    adds = not words("extents.adding").isdisjoint(definition.scan.words)
    if draft.named and not definition.named and not adds:
        towns: list[Area] = [
            area for area in draft.areas if isinstance(area, Town) and draft.kind == "ceasefire"
        ]
        draft.areas, draft.minus = towns, []
    draft.named = definition.named and (draft.named or not draft.areas)
    if definition.action == "excludes":
        draft.minus += definition.listing.items
        draft.spans.append((definition.scan.sentence.start, definition.scan.sentence.end))
    else:
        draft.define(definition, range(len(definition.listing.items)))
        draft.minus += definition.listing.minus
    draft.sentence = number


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]

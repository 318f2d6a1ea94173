"""Sentences that say what a zone covers, and what they say. See `docs/reading.md`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from zones.areas import Border, Limit, Route, Unread, leaves
from zones.reading.account import account
from zones.reading.appositions import apposition, is_announcement
from zones.reading.continuations import besides, except_after, join, read_on
from zones.reading.definition import Action, Definition
from zones.reading.grammar import Listing, all_units, in_words, listing
from zones.reading.introductions import Introduction
from zones.reading.lexicon import words
from zones.reading.measures import deepen, first_token, leaves_of, measured
from zones.reading.mentions import Mentions
from zones.reading.naming import names_extent, tells_nothing
from zones.reading.partly import after_share, bare_as_part, narrow, tells_some
from zones.reading.predication import head_of
from zones.reading.scan import Scan
from zones.reading.sentence.tree import Word
from zones.reading.tie import Tie
from zones.reading.undrawn import ONWARD, undrawn, undrawn_depth, undrawn_stretch
from zones.reading.zone_mentions import zone_mentions
from zones.reading.zone_ties import areas_left_out, ties
from zones.reasons import Why

__all__ = ["definitions"]


def definitions(sentence: Mentions) -> list[Definition]:
    """Return what a sentence says about the extent of zones, in order."""
    zones = list(zone_mentions(sentence))
    reader = _Reader(sentence, in_a_row=len({zone.key for zone in zones if zone.key}) > 1)
    for zone in zones:
        reader.read(zone)
    if not reader.found:
        reader.read_without_zone()
    account(sentence, reader.found, reader.taken)
    return reader.found


@dataclass(slots=True)
class _Reader:
    """What a sentence has said so far, the tokens that its areas were read from, and the zone spoken of last."""

    sentence: Mentions
    in_a_row: bool
    found: list[Definition] = field(default_factory=list)
    taken: list[range] = field(default_factory=list)
    zone: Introduction | None = None
    head: Word | None = None

    @property
    def scan(self) -> Scan:
        return self.sentence.scan

    def read(self, zone: Introduction) -> None:
        """Read what the sentence says of one zone."""
        head, scan = head_of(self.sentence, zone), self.scan
        again = head.relation == "appos" and head.head is self.head and not zone.key
        if again and self.zone is not None:  # "the third zone, the one north of Homs"
            zone = replace(zone, key=self.zone.key, kind=self.zone.kind)
        self.zone, self.head = zone, head
        if self._is_taken(zone.start) or is_announcement(scan, zone, self.taken) or tells_nothing(zone, head):
            return
        strip = measured(scan, zone)
        if strip is not None:
            self._add(zone, strip)
        drawn = strip is not None and not all(isinstance(leaf, Limit) for leaf in leaves_of(strip))
        tied = list(ties(self.sentence, zone, head))
        if self._read_verbs(zone, tied, drawn=drawn) or drawn or self._read_apposition(zone):
            return
        if not self._read_phrase(zone, head, tied, goes_on=strip is not None) and strip is None:
            words_only = undrawn(scan, zone, tied)
            if words_only is None and not self.found:
                words_only = undrawn_depth(scan, zone)
            self._tell(zone, [words_only] if words_only is not None else [])

    def _read_verbs(self, zone: Introduction, tied: list[Tie], *, drawn: bool) -> bool:
        """Read what verbs say of the zone: of one that is drawn already, what they leave out."""
        done: set[Word] = set()
        unread: list[Limit] = []
        possible: list[Limit] = []
        for tie in tied:
            if tie.how != "verb" or tie.by in done or (drawn and tie.action == "covers"):
                continue
            areas = self._areas(tie)
            if areas is None:
                unread += self._stretch(tie)
            elif self._goes_on(tie, tied):
                continue
            elif tie.is_possible:
                possible.append(self._possible(areas))
            else:
                self._add_told(zone, tie, areas, goes_on=drawn or bool(done))
                done.add(tie.by)
        if done:
            areas = self.found[-1].listing
            areas.take((*unread, *possible), areas.end, areas.end)
        else:
            self._tell(zone, possible)
        return bool(done or possible)

    def _stretch(self, tie: Tie) -> list[Unread]:
        """Return in words what "runs from Fulan as far as Sweida" says."""
        stretch = undrawn_stretch(self.scan, tie)
        if stretch is None:
            return []
        self.taken.append(stretch[1])
        return [stretch[0]]

    def _possible(self, areas: Listing) -> Limit:
        """Return in words what a zone "could be extended to"."""
        start, end = first_token(areas), max(end for _, end in areas.spans)
        self.taken.append(range(start, end))
        return in_words(self.scan, start, end, Why.POSSIBLE.told())

    def _add_told(self, zone: Introduction, tie: Tie, areas: Listing, *, goes_on: bool) -> None:
        """Keep the areas that a verb puts into a zone or takes out, with what it joins to them or excepts."""
        if tie.by.lemma in {"join", "link", "connect"}:
            join(self.scan, areas)
        if tie.reach is not None:
            except_after(self.scan, zone.end, areas)
        stop = tie.stop(self.scan) if tie.reach is not None else None
        # "A, B and C fall under the zones"; "A and B are covered by the truce" tells of one
        split = tie.action == "covers" and (tie.reach is None or zone.count != 1)
        self._add(zone, areas, action=tie.action, goes_on=goes_on, split=split, stop=stop)

    def _goes_on(self, tie: Tie, tied: list[Tie]) -> bool:
        """Whether areas only go on a list of the zone's own phrase: "set up a zone in A, the towns of B and C".

        Or they only contain its border: "along the border that runs across A and B".
        """
        start = tie.start(self.scan)
        earlier = (at for other in tied if other.how != "verb" and (at := other.start(self.scan)) < start)
        return any(
            areas is not None
            and areas.end > start
            and (tie.reach is not None or isinstance(areas.items[0], Border))
            for areas in (listing(self.scan, at) for at in earlier)
        )

    def _read_apposition(self, zone: Introduction) -> bool:
        """Read what stands beside the zone without a verb; return whether anything does."""
        areas = apposition(self.scan, zone, in_a_row=bool(self.found))
        if areas is None:
            return False
        if zone.count != 1:
            bare_as_part(areas, self.scan)
        self._add(zone, areas)
        return True

    def _read_phrase(self, zone: Introduction, head: Word, tied: list[Tie], *, goes_on: bool) -> bool:
        """Read what the zone's own noun phrase says, or where it is set up; return whether it says anything."""
        for tie in tied:
            areas = self._areas(tie) if tie.how != "verb" else None
            if areas is None or not names_extent(zone, head, tie, areas, in_a_row=bool(self.found)):
                continue
            if tie.is_growth and tie.is_possible:
                self._tell(zone, [self._possible(areas)])
                return True
            if goes_on:
                areas.make_parts()
            if self.scan.word(areas.end) in {":", "--"}:
                areas = listing(self.scan, areas.end + 1) or areas  # "around Manbij: all within 20 km of it"
            self._add(zone, areas, named=not tie.is_growth, goes_on=goes_on)
            return True
        return False

    def read_without_zone(self) -> None:
        """Read "Palmyra is not included": of which zone is for the text before to say."""
        for tie in areas_left_out(self.sentence):
            areas = self._areas(tie)
            if areas is None:
                continue
            only_limits = isinstance(next(leaves(areas.area)), Limit)  # "areas held by rebels in Hama"
            zone = Introduction(tie.start(self.scan), areas.end, definite=True, pronoun=True)
            self.found.append(Definition(zone, areas, self.scan, "limits" if only_limits else tie.action))
            return

    def _areas(self, tie: Tie) -> Listing | None:
        """Return the areas at a tie, if nothing else has been read from their words."""
        start = after_share(self.scan, tie.start(self.scan))
        areas = listing(self.scan, start, placed=tie.how == "set up" or tie.is_position)
        if areas is None or self._is_only_from(tie, areas) or self._is_around_name(first_token(areas), areas):
            return None
        if tie.reach is not None and areas.end <= self.scan.token_at(tie.reach.start):
            return None
        return None if self._is_taken(first_token(areas)) else areas

    def _is_only_from(self, tie: Tie, areas: Listing) -> bool:
        """Whether words name the two ends of a zone, not what lies between: "runs from Daraa as far as Sweida"."""
        onward = self.scan.words[areas.end : areas.end + ONWARD]
        measured_there = any(isinstance(leaf, Border | Route) for leaf in leaves_of(areas))
        reaches = not words("borders.until").isdisjoint(onward)
        return self.scan.word(tie.start(self.scan)) == "from" and reaches and not measured_there

    def _is_around_name(self, at: int, areas: Listing) -> bool:
        """Whether areas only say where the place before them lies: "unrest in Suwayda, IN THE SOUTH of the country"."""
        comma = at - 2 if self.scan.word(at - 1) == "in" else at - 1
        name = next((one for one in self.scan.names.values() if one.end == comma), None)
        if name is None or self.scan.word(comma) != "," or len(areas.items) != 1:
            return False
        around = tuple(all_units(tuple(areas.items)))
        return any(code.startswith(around) for one in name.candidates if (code := one.pcode))

    def _is_taken(self, at: int) -> bool:
        return any(at in span for span in self.taken)

    def _tell(self, zone: Introduction, words_of_it: Sequence[Limit]) -> None:
        """Keep words about a zone's extent that put nothing on the map, if there are any."""
        if words_of_it:
            areas = Listing()
            areas.take(tuple(words_of_it), 0, 0)
            self.found.append(Definition(zone, areas, self.scan, "unread"))

    def _add(
        self,
        zone: Introduction,
        areas: Listing,
        *,
        action: Action = "covers",
        named: bool = False,
        goes_on: bool = False,
        split: bool = True,
        stop: int | None = None,
    ) -> None:
        """Keep what a zone covers or leaves out, with what the sentence adds to it and how much of it is meant."""
        self._complete(zone, areas)
        if action == "excludes" and isinstance(leaves_of(areas)[0], Limit):
            action = "limits"
        if tells_some(areas, self.scan):
            areas.make_parts()
        split = split and action == "covers" and zone.count != 1
        covers = action == "covers"
        somewhere = narrow(self.sentence, zone, areas, in_a_row=self.in_a_row) if covers else frozenset[int]()
        self.found.append(
            Definition(
                zone,
                areas,
                self.scan,
                action,
                split=split,
                somewhere=somewhere,
                told=not (named and zone.definite and zone.kind == "ceasefire"),
                named=named,
                goes_on=goes_on,
                stop=stop if stop is not None else len(self.scan),
            )
        )

    def _complete(self, zone: Introduction, areas: Listing) -> None:
        """Add to areas what the sentence says of them elsewhere: after a limit, in its opener, in the zone's phrase."""
        if all(isinstance(leaf, Limit) and not isinstance(leaf, Unread) for leaf in leaves_of(areas)):
            read_on(self.scan, areas)
        self.taken.append(range(first_token(areas), areas.end))
        deepen(self.scan, zone, areas)
        opener = besides(self.scan) if not self.found else None
        if opener is not None and not self._is_taken(first_token(opener)):
            areas.items[:0] = opener.items
            areas.spans[:0] = opener.spans

"""Sentences that say what a zone covers, and what they say. See `docs/reading.md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from zones.areas import Border, Limit, Region, Route, Unread, Whole, leaves
from zones.reading.account import account
from zones.reading.continuations import announced, besides, except_after, join, read_on
from zones.reading.definition import Action, Definition
from zones.reading.existence import is_denied
from zones.reading.grammar import Listing, as_part, in_words, item, limit_at, listing, opens_strange
from zones.reading.grammar.ends import end_positions
from zones.reading.introductions import Introduction, introduction
from zones.reading.lexicon import phrases, words
from zones.reading.measures import deepen, first_token, is_measured, leaves_of, measured
from zones.reading.mentions import Mentions
from zones.reading.naming import (
    bare_as_part,
    is_in_another,
    is_left,
    is_predicate,
    lies_inside,
    names_extent,
    names_provinces,
    takes_up_another,
)
from zones.reading.numbers import direction, length
from zones.reading.open_strips import open_strip
from zones.reading.scan import Scan
from zones.reading.sentence.tree import Word
from zones.reading.zone_ties import Tie, areas_left_out, head_of, is_extent, is_to_end, predicated, ties

__all__ = ["NOT_DRAWN", "POSSIBLE", "SOMEWHERE", "definitions"]

NOT_DRAWN = "these words say where the zone is, but no area could be made of them"
"""The reason told with what a verb says of a zone's extent and nothing was read from."""
SOMEWHERE = "the text says only in what the zone lies, not how much of it it is"
"""The reason told with "a zone in X"."""
POSSIBLE = "the text says only that the zone may cover this"
"""The reason told with what a zone could be extended to."""
_ONWARD = 12  # words from the first end of a stretch to the second


def definitions(sentence: Mentions) -> list[Definition]:
    """Return what a sentence says about the extent of zones, in order."""
    zones = list(_zones(sentence))
    reader = _Reader(sentence, in_a_row=len({zone.key for zone in zones if zone.key}) > 1)
    for zone in zones:
        reader.read(zone)
    if not reader.found:
        reader.read_without_zone()
    account(sentence, reader.found, reader.taken)
    return reader.found


def _zones(sentence: Mentions) -> Iterator[Introduction]:
    scan, at = sentence.scan, 0
    while at < len(scan):
        zone = _introduced(sentence, at) or _halted(sentence, at) or _demilitarised(sentence, at)
        if zone is not None:
            yield zone
        at = zone.end if zone is not None and not zone.pronoun else at + 1


def _introduced(sentence: Mentions, at: int) -> Introduction | None:
    """Return the mention that begins at a token, unless it is a clause: "the plan foresees two zones"."""
    zone = introduction(sentence.scan, at)
    if zone is None or zone.pronoun:
        return zone
    inside = sentence.tree.between(*sentence.scan.span(zone.start, zone.end))
    clause = any(word.tag in {"VBZ", "VBP"} and word.kid("nsubj") in inside for word in inside)
    return None if clause else zone


def _halted(sentence: Mentions, at: int) -> Introduction | None:
    """Return the ceasefire that "hostilities are to cease" tells of."""
    if sentence.scan.word(at) not in words("mentions.hostilities"):
        return None
    zone = Introduction(at, at + 1, kind="ceasefire")
    return zone if is_to_end(head_of(sentence, zone)) else None


def _demilitarised(sentence: Mentions, at: int) -> Introduction | None:
    """Return the zone that "southern Syria is to be demilitarised" tells of."""
    if sentence.scan.word(at) not in words("mentions.demilitarised"):
        return None
    zone = Introduction(at, at + 1, kind="demilitarised")
    return zone if predicated(head_of(sentence, zone)) is not None else None


@dataclass(slots=True)
class _Reader:
    """What a sentence has said so far, the tokens that its areas were read from, and the zone spoken of last."""

    sentence: Mentions
    in_a_row: bool
    found: list[Definition] = field(default_factory=list)
    taken: list[range] = field(default_factory=list)
    zone: Introduction | None = None
    head: Word | None = None

    def read(self, zone: Introduction) -> None:
        """Read what the sentence says of one zone."""
        head = head_of(self.sentence, zone)
        again = head.relation == "appos" and head.head is self.head and not zone.key
        if again and self.zone is not None:
            # "the third zone, the one north of Homs"
            zone = replace(zone, key=self.zone.key, kind=self.zone.kind)
        self.zone, self.head = zone, head
        if zone.pronoun and takes_up_another(head):
            return
        if self._is_taken(zone.start) or is_predicate(head):
            return
        if zone.kind == "strip" and (is_left(head) or is_in_another(head) or self._announced(zone)):
            return
        if not zone.pronoun and is_denied(head, supposed=zone.definite):
            return
        strip = measured(self.scan, zone)
        if strip is not None:
            self._add(zone, strip, named=False)
        drawn = strip is not None and not all(isinstance(leaf, Limit) for leaf in leaves_of(strip))
        tied = list(ties(self.sentence, zone, head))
        told = self._read_verbs(zone, tied, drawn=drawn) or drawn
        row = self._beside(zone) if not told else None
        if row is not None:
            if zone.count != 1:
                bare_as_part(row, self.scan)
            self._add(zone, row, named=False)
        elif (
            not told and not self._read_phrase(zone, head, tied, goes_on=strip is not None) and strip is None
        ):
            self._leave_unread(zone, tied)

    def _read_verbs(self, zone: Introduction, tied: list[Tie], *, drawn: bool) -> bool:
        """Read what verbs say of the zone: of one that is drawn already, what they leave out."""
        done: set[int] = set()
        unread: list[Unread] = []
        possible: list[Limit] = []
        for tie in tied:
            if tie.how != "verb" or tie.word.index in done or (drawn and tie.action == "covers"):
                continue
            areas = self._areas(tie)
            if areas is None:
                if self.scan.word(tie.start) == "from" and self._tells_where(
                    tie, end := self._phrase_end(tie)
                ):
                    end = self._second_end(end)
                    unread.append(self._unread(tie.start, end))
                    self.taken.append(range(tie.start, end))
                continue
            if self._goes_on(tie, tied):
                continue
            if tie.is_possible:
                start, end = first_token(areas), max(end for _, end in areas.spans)
                possible.append(in_words(self.scan, start, end, POSSIBLE))
                self.taken.append(range(start, end))
                continue
            if tie.word.lemma in {"join", "link", "connect"}:
                join(self.scan, areas)
            once = tie.action != "covers" or tie.reach >= 0
            if tie.reach >= 0:
                except_after(self.scan, zone.end, areas)
            self._add(
                zone,
                areas,
                named=False,
                action=tie.action,
                goes_on=drawn or bool(done),
                split=not once,
                stop=self._stop(tie) if tie.reach >= 0 else None,
            )
            done.add(tie.word.index)
        if done:
            areas = self.found[-1].listing
            areas.take((*unread, *possible), areas.end, areas.end)
        elif possible:
            self._tell(zone, possible)
        return bool(done or possible)

    def _goes_on(self, tie: Tie, tied: list[Tie]) -> bool:
        """Whether areas only go on a list of the zone's own phrase: "set up a zone in A, the towns of B and C".

        Or they only contain its border: "along the border that runs across A and B".
        """
        earlier = (other.start for other in tied if other.how != "verb" and other.start < tie.start)
        begun = (listing(self.scan, start) for start in earlier)
        return any(
            areas is not None
            and areas.end > tie.start
            and (tie.reach >= 0 or isinstance(areas.items[0], Border))
            for areas in begun
        )

    def _stop(self, tie: Tie) -> int:
        """Return the token after the words of an area that its verb has as subject or object."""
        verb = self.scan.token_at(tie.word.start)
        return max(tie.reach + 1, verb if tie.start < verb else 0)

    def _tell(self, zone: Introduction, words_of_it: Sequence[Limit]) -> None:
        """Keep words about a zone's extent that put nothing on the map."""
        areas = Listing()
        areas.take(tuple(words_of_it), 0, 0)
        self.found.append(Definition(zone, areas, self.scan, "unread"))

    def _opens_with_in(self, areas: Listing) -> bool:
        """Whether a list begins with "in", and this is no part of a verb, as in "takes in"."""
        start = first_token(areas)
        opener = self.sentence.tree.between(*self.scan.span(start, start + 1))
        return self.scan.word(start) in words("extents.lying_in") and all(w.relation != "prt" for w in opener)

    def _lies_inside(self, zone: Introduction, areas: Listing) -> bool:
        """Whether a zone "in X" is some of X; where others stand beside it, "the first in Raqqa province" is all."""
        told_in_order = self.in_a_row and bool(zone.key) and names_provinces(areas, self.scan)
        return not told_in_order and lies_inside(zone, areas, self.scan)

    def _take_part(self, areas: Listing, *, open_share: bool) -> None:
        """Take of "a zone in X" some of X; a limit may say that the text does not say how much."""
        units = all(isinstance(leaf, Whole | Region) for leaf in leaves_of(areas))
        areas.items = [as_part(area) for area in areas.items]
        if units and open_share:
            start, end = first_token(areas), areas.end
            areas.take((in_words(self.scan, start, end, SOMEWHERE),), start, end)

    def _leave_unread(self, zone: Introduction, tied: list[Tie]) -> None:
        """Keep what a verb says of a zone's extent in words, where no area could be made of it."""
        for tie in tied:
            if zone.kind == "deal" or (zone.kind == "ceasefire" and tie.how != "set up"):
                continue
            made_up = tie.action == "covers" and tie.reach >= 0
            end = self._stop(tie) if made_up else self._phrase_end(tie)
            if not self._is_telling(zone, tie, end):
                continue
            self._tell(zone, [self._unread(tie.start, end)])
            return
        if zone.kind not in {"deal", "ceasefire"}:
            self._leave_depth(zone)

    def _leave_depth(self, zone: Introduction) -> None:
        """Keep how deep a zone is, where its sentence says no more of it: "a safe zone 32 km deep"."""
        end = len(self.scan) - (self.scan.word(len(self.scan) - 1) == ".")
        strip = open_strip(self.scan, zone.start, end, NOT_DRAWN) if not self.found else None
        if strip is not None and strip.depth_km is not None and not zone.pronoun:
            self._tell(zone, [strip])

    def _is_telling(self, zone: Introduction, tie: Tie, end: int) -> bool:
        """Whether words that no area could be made of say where a zone is, what it leaves out or who holds it."""
        if tie.how == "verb" and tie.action == "excludes":
            return tie.reach >= 0 and zone.kind != "strip" and end - tie.start > 1
        if tie.how == "verb":
            return (
                self._tells_where(tie, end)
                if tie.reach < 0
                else opens_strange(self.scan, tie.start, end, typed=True)
            )
        if self.scan.word(tie.start) == "between" and zone.kind != "strip":
            return end_positions(self.scan, tie.start) is not None
        if tie.how == "set up" and opens_strange(self.scan, tie.start, end, typed=True):
            return True  # "a truce was declared in the town of Wadi Fulan"
        held = any(limit_at(self.scan, at) is not None for at in range(tie.start, end))
        return zone.kind == "strip" and zone.definite and held

    def _unread(self, start: int, end: int) -> Unread:
        strip = open_strip(self.scan, start, end, NOT_DRAWN)
        return strip if strip is not None else in_words(self.scan, start, end, NOT_DRAWN, kind=Unread)

    def _phrase_end(self, tie: Tie) -> int:
        """Return the token after the phrase that a tie opens, as the tree has it."""
        word = self.sentence.tree.between(*self.scan.span(tie.start, tie.start + 1))[0]
        while word.head is not tie.word and not word.is_root and word.head.index > tie.word.index:
            word = word.head
        last = max(word.subtree(), key=lambda part: part.index)
        return max(tie.start, self.scan.token_at(last.end - 1) + 1)

    def _second_end(self, end: int) -> int:
        """Return the token after "as far as Sweida", where it follows what a zone runs from."""
        for at in range(end, min(end + _ONWARD, len(self.scan))):
            if self.scan.word(at) in words("borders.until"):
                name = self.scan.names.get(self.scan.skip(at + 1, words("borders.town", "borders.far")))
                return name.end if name is not None else end
        return end

    def _tells_where(self, tie: Tie, end: int) -> bool:
        """Whether words after a verb of extent speak of space: a place, a border, a length."""
        scan = self.scan
        near = range(tie.start, end)
        placed = any(at in scan.names or length(scan.words, at) is not None for at in near)
        led = scan.word(tie.start) in words("extents.places")
        placed = placed or (opens_strange(self.scan, tie.start, end, typed=led) and not self._is_abroad())
        return (placed or not words("borders.nouns").isdisjoint(scan.words[tie.start : end])) and is_extent(
            tie.word
        )

    def _is_abroad(self) -> bool:
        """Whether another country is where something is: "a no-fly zone over northern Iraq, covering Dohuk"."""
        return any(
            nation.code != "SY"
            and (self.scan.word(at - 1) in words("extents.places") or direction(self.scan.words, at - 1))
            for at, nation in self.scan.nations.items()
        )

    def _read_phrase(self, zone: Introduction, head: Word, tied: list[Tie], *, goes_on: bool) -> bool:
        """Read what the zone's own noun phrase says, or where it is set up; return whether it says anything."""
        for tie in tied:
            areas = self._areas(tie) if tie.how != "verb" else None
            if areas is None or not names_extent(zone, head, tie, areas, in_a_row=bool(self.found)):
                continue
            if goes_on:
                areas.items = [as_part(area) for area in areas.items]
            if self.scan.word(areas.end) in {":", "--"}:
                areas = listing(self.scan, areas.end + 1) or areas  # "around Manbij: all within 20 km of it"
            self._add(zone, areas, named=True, goes_on=goes_on)
            return True
        return False

    def read_without_zone(self) -> None:
        """Read "Palmyra is not included": of which zone is for the text before to say."""
        for tie in areas_left_out(self.sentence):
            areas = self._areas(tie)
            if areas is None:
                continue
            only_limits = isinstance(next(leaves(areas.area)), Limit)  # "areas held by rebels in Hama"
            zone = Introduction(tie.start, areas.end, definite=True, pronoun=True)
            self.found.append(Definition(zone, areas, self.scan, "limits" if only_limits else tie.action))
            return

    @property
    def scan(self) -> Scan:
        return self.sentence.scan

    def _areas(self, tie: Tie) -> Listing | None:
        """Return the areas at a tie, if nothing else has been read from their words."""
        areas = listing(self.scan, tie.start, placed=tie.how == "set up" or tie.is_position)
        if areas is None or areas.end <= tie.reach or self._is_only_from(tie, areas):
            return None
        return None if self._is_taken(first_token(areas)) else areas

    def _is_only_from(self, tie: Tie, areas: Listing) -> bool:
        """Whether words name the two ends of a zone, not what lies between: "runs from Daraa as far as Sweida"."""
        onward = self.scan.words[areas.end : areas.end + _ONWARD]
        measured_there = any(isinstance(leaf, Border | Route) for leaf in leaves_of(areas))
        reaches = not words("borders.until").isdisjoint(onward)
        return self.scan.word(tie.start) == "from" and reaches and not measured_there

    def _announced(self, zone: Introduction) -> bool:
        """Whether areas only announce a list that was read: "the zones are in four areas: A and B"."""
        return self.scan.word(zone.end) in {":", "--"} and self._is_taken(zone.end + 1)

    def _is_taken(self, at: int) -> bool:
        return any(at in span for span in self.taken)

    def _add(
        self,
        zone: Introduction,
        areas: Listing,
        *,
        named: bool,
        action: Action = "covers",
        goes_on: bool = False,
        split: bool = True,
        stop: int | None = None,
    ) -> None:
        if all(isinstance(leaf, Limit) and not isinstance(leaf, Unread) for leaf in leaves_of(areas)):
            read_on(self.scan, areas)
        if action == "excludes" and isinstance(leaves_of(areas)[0], Limit):
            action = "limits"
        self.taken.append(range(first_token(areas), areas.end))
        deepen(self.scan, zone, areas)
        opener = besides(self.scan) if not self.found else None
        if opener is not None and not self._is_taken(first_token(opener)):
            areas.items[:0] = opener.items
            areas.spans[:0] = opener.spans
        if any(isinstance(leaf, Limit) and is_measured(leaf) for leaf in leaves_of(areas)):
            areas.items = [as_part(area) for area in areas.items]
        surely = not (named and zone.definite and zone.kind == "ceasefire")
        open_share = phrases("areas.perhaps_partly").find(self.scan.words, 0, first_token(areas) + 1)
        if next(open_share, None) is not None:
            areas.items = [as_part(area) for area in areas.items]
        split = split and (zone.count is None or zone.count > 1) and action == "covers"
        if action == "covers":
            bare_as_part(areas, self.scan, after_parts=True)
        if action == "covers" and self._opens_with_in(areas) and self._lies_inside(zone, areas):
            in_its_row = bool(zone.key) and all(isinstance(leaf, Region) for leaf in leaves_of(areas))
            self._take_part(areas, open_share=not in_its_row and (not split or len(areas.items) == 1))
        self.found.append(
            Definition(
                zone,
                areas,
                self.scan,
                action,
                split=split,
                told=surely,
                named=named,
                goes_on=goes_on,
                stop=stop if stop is not None else len(self.scan),
            )
        )

    def _beside(self, zone: Introduction) -> Listing | None:
        """Return the areas of "the third Eastern Ghouta", "zones: A; B", "four regions, namely"."""
        scan, at = self.scan, zone.end
        in_a_row = bool(self.found)
        if scan.word(at) in {":", "--"} and (zone.kind != "strip" or zone.count is not None):
            return listing(scan, at + 1)
        if scan.word(at) in words("extents.fronted_by") and self._is_fronted(zone):
            return listing(scan, at + 1)
        if zone.count != 1 and (colon := announced(scan, at)) is not None:
            return listing(scan, colon)
        if zone.key and scan.word(at) in words("extents.ordered") and in_a_row:
            return listing(scan, at)
        apart = zone.key in {"other", "others", "latter", "former"} and not in_a_row
        if (
            zone.key
            and not apart
            and zone.key not in words("mentions.bearings")
            and not zone.name
            and scan.word(at) not in words("extents.not_ordered")
        ):
            step = at + 1 if scan.word(at) == "," else at
            if item(scan, step) is not None and zone.end - zone.start <= 3:
                return listing(scan, step)
        return None

    def _is_fronted(self, zone: Introduction) -> bool:
        """Whether a zone opens a clause: "In the first lies Raqqa"."""
        before = self.scan.word(zone.start - 2) if zone.start > 1 else ","
        return self.scan.word(zone.start - 1) in words("extents.fronting") and before in {
            ",",
            ";",
            "and",
            "while",
            ":",
        }

"""What announces a list of areas: "parts of several provinces, among them", "three districts, namely"."""

from __future__ import annotations

from dataclasses import dataclass

from zones.reading.grammar.country_parts import country_end
from zones.reading.grammar.descriptive import described
from zones.reading.grammar.listing import Listing
from zones.reading.grammar.parsed import in_words
from zones.reading.grammar.type_words import type_word
from zones.reading.lexicon import phrases, words
from zones.reading.numbers import number
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["Announcement", "announcement"]


@dataclass(frozen=True, slots=True)
class Announcement:
    """Words that say what sort of areas a list has, and how many.

    Parameters
    ----------
    start, noun_end, end
        The token it begins at, that after its noun, and that at which the list begins.
    partly
        Whether only parts of them are meant: "parts of three provinces, namely".
    complete_list
        Whether the list has all of them: not after "among them".
    of_units
        Whether it says of what units the list is, and not only where in Syria: "much of the north, including".
    """

    start: int
    noun_end: int
    end: int
    partly: bool
    complete_list: bool
    of_units: bool

    def complete(self, scan: Scan, areas: Listing) -> None:
        """Let a list take what its announcement says of it: that it is one of units, that parts are meant, or more."""
        areas.of_units = self.of_units
        if self.partly and self.of_units:
            areas.make_parts()
        if areas.items and not self.complete_list:
            more = in_words(scan, self.start, self.noun_end, Why.SOME_NAMED.told())
            at = len(areas.items) if self.of_units else 1  # it goes with the first of several zones
            areas.items.insert(at, more)
            areas.spans.insert(at, (self.start, self.noun_end) if self.of_units else areas.spans[0])


def announcement(scan: Scan, at: int) -> Announcement | None:
    """Return what announces a list from a position on; None where its first area stands there."""
    start = scan.skip(at, words("areas.prepositions"))
    open_share = phrases("areas.perhaps_partly").at(scan.words, start)
    parts = scan.skip(start, words("areas.amounts") | {"a", "the"})
    partly = scan.word(parts) in words("areas.parts") and scan.word(parts + 1) in words("areas.of")
    noun = open_share.end if open_share is not None else parts + 2 if partly else start
    noun = scan.skip(noun, words("areas.amounts", "units.determiners"))
    counted = number(scan.words, noun)
    noun = described(scan, counted[1] if counted is not None else noun)
    noun = scan.skip(noun, {"syrian"})
    kind = type_word(scan, noun)
    of_units = kind is not None and kind.plural
    noun_end = kind.end if kind is not None and of_units else country_end(scan, noun)
    if noun_end is None:
        return None
    step = scan.skip(noun_end, {",", "(", "--"})
    all_of_them = phrases("lists.namely").at(scan.words, step)
    hit = all_of_them or phrases("lists.some_of_them", "lists.mostly").at(scan.words, step)
    if hit is None:
        return None
    return Announcement(
        start=start,
        noun_end=noun_end,
        end=scan.skip(hit.end, {",", ":"}),
        partly=partly or open_share is not None,
        complete_list=all_of_them is not None,
        of_units=of_units,
    )

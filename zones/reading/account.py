"""Every place name within the words that tell an extent is accounted for: used, a container, a bearing, or unread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zones.areas import Border, Unread
from zones.reading.definition import Definition
from zones.reading.grammar import Listing, in_words, strange_name
from zones.reading.grammar.type_words import type_word
from zones.reading.lexicon import phrases, words
from zones.reading.measures import first_token, units_in
from zones.reading.mentions import Mentions
from zones.reading.numbers import direction
from zones.reading.placenames import PlaceName
from zones.reading.scan import Scan
from zones.reading.sentence.tree import Word
from zones.reasons import Why

__all__ = ["account"]


_NESTED = frozenset({"relcl", "ccomp", "acl", "pcomp", "csubj"})
_WORDS_BEFORE = 8  # words before an unread name that are quoted with it


def account(sentence: Mentions, definitions: Sequence[Definition], taken: list[range]) -> None:
    """Put containers where they belong, and note every other place name that nothing has used.

    Parameters
    ----------
    sentence
        The sentence.
    definitions
        What it says of zones.
    taken
        The tokens that areas were read from; what is used or noted here is added.
    """
    reader = _Account(sentence, taken)
    if len({id(definition.zone) for definition in definitions}) == 1:
        for definition in definitions:
            reader.contain(definition.listing)
    for definition in definitions:
        if definition.action == "covers":
            reader.note(definition.listing, definition.stop)


@dataclass(frozen=True, slots=True)
class _Account:
    sentence: Mentions
    taken: list[range]

    def contain(self, areas: Listing) -> None:
        """Put strips along a border into the unit that the sentence names beside them: "Within Hasakah province"."""
        for i, area in enumerate(areas.items):
            if not isinstance(area, Border) or area.within or area.ends is not None:
                continue
            found = self._container(area)
            if found is not None:
                code, span = found
                areas.items[i] = replace(area, within=(code,))
                self.taken.append(span)

    def _container(self, area: Border) -> tuple[str, range] | None:
        scan = self.sentence.scan
        touching = scan.units.touching(area.country)
        for at, name in sorted(scan.names.items()):
            start = at - 2 if scan.word(at - 1) == "the" else at - 1
            inside = scan.word(start) in words("units.inside") | {"into"}
            follows_name = any(
                other.end == start for other in scan.names.values()
            )  # "Tell Abyad in Raqqa province"
            if self._is_taken(at) or not inside or follows_name or type_word(scan, name.end) is None:
                continue
            code = name.code("governorate") or name.code("district")
            if code is not None and any(unit.startswith(code) for unit in touching):
                return code, range(start, name.end)
        return None

    def note(self, areas: Listing, stop: int) -> None:
        """Note the names of a clause after its areas that nothing has used: they are unread, not nothing."""
        scan = self.sentence.scan
        clause = self._clause(first_token(areas))
        goes_on = phrases("lists.joints").at(scan.words, areas.end) is not None
        for at, name in self._names(areas.end, stop):
            if self._is_taken(at) or not self._is_of(at, clause, goes_on=goes_on):
                continue
            if not {";", ":", '"'}.isdisjoint(scan.words[areas.end : at]):
                return
            if self._contains(name, at, areas) or _is_bearing(scan, at):
                continue
            start = _opening(scan, max(areas.end, at - _WORDS_BEFORE), at)
            unread = in_words(scan, start, name.end, Why.NOT_UNDERSTOOD.told(), kind=Unread)
            areas.take((unread,), at, name.end)
            self.taken.append(range(start, name.end))

    def _names(self, start: int, stop: int) -> Iterator[tuple[int, PlaceName]]:
        """Yield the names among some tokens; those that nobody here knows where a list has them, or ends at a verb."""
        scan, bounded = self.sentence.scan, stop < len(self.sentence.scan)
        for at in range(start, stop):
            listed = bounded or _follows_joint(scan, at)
            name = scan.names.get(at) or (strange_name(scan, at) if listed else None)
            if name is not None and name.start == at:
                yield at, name

    def _is_taken(self, at: int) -> bool:
        return any(at in span for span in self.taken)

    def _contains(self, name: PlaceName, at: int, areas: Listing) -> bool:
        """Whether a name contains the areas or the place before it, or lies in them: "Homs, including Rastan"."""
        scan = self.sentence.scan
        before = scan.word(at - 1) if scan.word(at - 1) != "the" else scan.word(at - 2)
        codes = tuple(c.pcode for c in name.candidates if c.pcode and len(c.pcode) < 8)
        earlier = [other for other in scan.names.values() if other.end <= at]
        last = max(earlier, key=lambda other: other.end, default=None)
        members = units_in(areas.items)
        nearest = tuple(c.pcode for c in last.candidates if c.pcode) if last is not None else ()
        if before in words("units.inside") and any(unit.startswith(codes) for unit in members + nearest):
            return True
        own = {c.pcode for c in name.candidates if c.pcode}
        return bool(members) and any(code.startswith(members) for code in own)

    def _is_of(self, at: int, clause: Word, *, goes_on: bool) -> bool:
        """Whether a token belongs to a clause, or to one inside an item of its list: "and whatever lies between"."""
        inner = self._clause(at)
        if inner is clause:
            return True
        while goes_on and not inner.is_root and (inner.relation in _NESTED or inner.head.is_noun):
            inner = self._nearest_verb(inner.head)
            if inner is clause:
                return True
        return False

    def _clause(self, at: int) -> Word:
        """Return the nearest verb above a token, or the top of its sentence."""
        scan = self.sentence.scan
        return self._nearest_verb(self.sentence.tree.between(*scan.span(at, at + 1))[0])

    @staticmethod
    def _nearest_verb(word: Word) -> Word:
        while not word.is_root and not word.is_verb:
            word = word.head
        return word


def _follows_joint(scan: Scan, at: int) -> bool:
    """Whether a comma or "and" stands before a name, or before what sort of place it is: "and the town of Fulan"."""
    step = at - 1
    while step > 0 and (scan.word(step) in {"the", "of"} or type_word(scan, step) is not None):
        step -= 1
    return scan.word(step) in words("units.list_marks")


def _is_bearing(scan: Scan, at: int) -> bool:
    """Whether a name is only what something is seen from: "farmland east of Damascus"."""
    of = at - 2 if scan.word(at - 1) in {"the", "city", "capital"} else at - 1
    return scan.word(of) == "of" and direction(scan.words, of - 1) is not None


def _opening(scan: Scan, first: int, at: int) -> int:
    """Return where the words begin that lead to a name: after the last comma or "and" before it."""
    marks = [i + 1 for i in range(first, at) if scan.word(i) in {",", "and", "or", "(", "--"}]
    return marks[-1] if marks else min(at, first)

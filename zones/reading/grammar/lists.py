"""Lists of areas with their exceptions and remarks, as they stand after "the zone includes"."""

from __future__ import annotations

from dataclasses import dataclass, field

from geodata.unit import Level
from zones.areas import Area, Except, Part, Region, Sector, Town, Union, Unread, Whole, leaves
from zones.reading.grammar.items import item
from zones.reading.grammar.parsed import Parsed, as_part, in_words
from zones.reading.grammar.remarks import Remark, remarks_at
from zones.reading.grammar.type_words import type_word
from zones.reading.grammar.unit_names import FAR_AWAY, UNKNOWN, known_by_spelling, named_units, strange_name
from zones.reading.lexicon import phrases, table, words
from zones.reading.numbers import direction, ordinal
from zones.reading.scan import Scan

__all__ = ["Listing", "listing"]

NO_AREA = "an item of the list that no area could be made of"
"""The reason told with words in the middle of a list that are no place."""

ROUND_ABOUT = "the text does not say how far around"
"""The reason told with "the areas around it"."""
_LONGEST = 12  # words of such an item
_NO_PLACES = frozenset({"Syria", "Syrian"})


@dataclass(slots=True)
class Listing:
    """A list of areas as read.

    Parameters
    ----------
    items, spans
        The areas, and for each the tokens it was read from.
    minus, minus_after
        What is taken out, and for each the number of items told before it.
    remarks
        What is said in passing.
    end
        The position after the list.
    """

    items: list[Area] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    minus: list[Area] = field(default_factory=list)
    minus_after: list[int] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    end: int = 0

    @property
    def area(self) -> Area:
        """The whole list as one tree."""
        kept = _together(self.items)
        return Except(area=kept, minus=_together(self.minus)) if self.minus else kept

    def take(self, areas: tuple[Area, ...], start: int, end: int) -> None:
        """Add areas that were read from the same tokens."""
        self.items += areas
        self.spans += [(start, end)] * len(areas)

    def drop(self, count: int) -> tuple[int, int]:
        """Take the last areas away; return the tokens of the first of them."""
        spans = self.spans[-count:]
        del self.items[-count:], self.spans[-count:]
        return spans[0]


def _together(areas: list[Area]) -> Area:
    return areas[0] if len(areas) == 1 else Union(areas=tuple(areas))


def listing(scan: Scan, at: int) -> Listing | None:
    """Return a list of areas, with its exceptions and remarks, from a position on."""
    found = Listing(end=at)
    step: int | None = scan.skip(at, words("lists.just"))
    while step is not None:
        start = scan.skip(_after_enumerator(scan, step), words("lists.just"))
        one = (
            item(scan, start)
            or _strange(scan, start, found)
            or (_round_about(scan, start) if found.items else None)
            or (_passed(scan, start) if found.items else None)
        )
        if one is None:
            break
        if _holds_next(scan, start, one):
            step = one.end
            continue
        if _shares_direction(scan, start, one, found):
            one = Parsed(tuple(map(as_part, one.areas)), one.end)
        at = _take_item(scan, start, one, found)
        found.end = max(at, found.end)
        step = _joint(scan, at)
    known = any(not isinstance(leaf, Unread) for area in found.items for leaf in leaves(area))
    return found if known else None


def _holds_next(scan: Scan, start: int, one: Parsed) -> bool:
    """Whether a unit only contains the names after it: "and in Idlib province Fuah and Kafraya"."""
    return (
        scan.word(start) == "in"
        and len(one.areas) == 1
        and isinstance(one.areas[0], Whole)
        and one.end in scan.names
    )


def _shares_direction(scan: Scan, start: int, one: Parsed, found: Listing) -> bool:
    """Whether "northern" before the last item may be meant of this one, too: "northern Homs and Hama"."""
    last = found.items[-1] if found.items else None
    bare = len(one.areas) == 1 and isinstance(one.areas[0], Whole) and one.end == start + 1
    return bare and isinstance(last, Sector) and scan.words[found.spans[-1][1] : start] == ("and",)


def _round_about(scan: Scan, at: int) -> Parsed | None:
    """Return "the positions round about them", "its surroundings": how far, the text does not say."""
    if scan.word(at) not in words("lists.unknown_openers"):
        return None
    owned = at + 1 if scan.word(at) in {"its", "their"} else at
    if owned > at and scan.word(owned) in words("lists.surroundings"):
        return Parsed((in_words(scan, at, owned + 1, ROUND_ABOUT),), owned + 1)
    for step in range(at + 1, min(at + _LONGEST, len(scan))):
        hit = phrases("lists.round_them").at(scan.words, step)
        if hit is not None:
            return Parsed((in_words(scan, at, hit.end, ROUND_ABOUT),), hit.end)
        if scan.word(step) in words("lists.item_ends") or scan.word(step) == ",":
            return None
    return None


def _passed(scan: Scan, at: int) -> Parsed | None:
    """Return words that are no item, where the list goes on after them: "and the positions around them, and Idlib"."""
    if scan.word(at) not in words("lists.unknown_openers"):
        return None
    for end in range(at + 1, min(at + _LONGEST, len(scan))):
        if scan.word(end) in words("lists.item_ends"):
            return None
        hit = phrases("lists.joints").at(scan.words, end)
        if hit is not None and item(scan, scan.skip(hit.end, {","})) is not None:
            unread = in_words(scan, at, end, NO_AREA, kind=Unread)
            return Parsed((unread,), end)
    return None


def _strange(scan: Scan, at: int, found: Listing) -> Parsed | None:
    """Return a name that nobody here knows, where it stands between others of a list."""
    name = strange_name(scan, at)
    if name is None or name.text in _NO_PLACES:
        return None
    kind = type_word(scan, name.end)
    end = name.end if kind is None else kind.end
    last = scan.word(name.start - 1) in {"and", "or"} and scan.word(end) in {".", ")", ";", ""}
    if not last and scan.word(end) not in {",", "and", "or"}:
        return None
    if scan.word(end) != "and" and not last and item(scan, scan.skip(end, {",", "and", "or", "the"})) is None:
        following = strange_name(scan, scan.skip(end, {",", "and", "or"}))
        if following is None:
            return None
    known = known_by_spelling(scan, name)
    if isinstance(known, Town) and not _is_far(scan, known, found):
        return Parsed((known,), end)
    if known is not None:
        far = Unread(text=name.text, span=scan.span(name.start, name.end), reason=FAR_AWAY)
        return Parsed((far,), end)
    near = scan.toponyms.suggest(name.text)
    reason = f"{UNKNOWN}; spelled nearly so: {', '.join(near)}" if near else UNKNOWN
    unread = Unread(text=name.text, span=scan.span(name.start, name.end), reason=reason)
    return Parsed((unread,), end)


def _is_far(scan: Scan, town: Town, found: Listing) -> bool:
    """Whether a town lies in another province than all that the list has, and next to none of them."""
    homes = {code[:4] for code in _codes(found.items)}
    near = {*homes, *scan.units.neighbours_of(tuple(homes), Level.GOVERNORATE)} if homes else {town.unit[:4]}
    return town.unit[:4] not in near


def _take_item(scan: Scan, start: int, one: Parsed, found: Listing) -> int:
    """Take in an item and all that is said of it; return the position after it."""
    at = _after_wholly(scan, one.end)
    if _only_contains(scan, found, one):
        found.drop(1)
    found.take(one.areas, start, at)
    at = _held(scan, at, found, len(one.areas))
    remarks = remarks_at(scan, at, (start, one.end))
    found.remarks += remarks
    at = remarks[-1].end if remarks else at
    at = _specify(scan, at, found, one.areas)
    return _except(scan, at, found)


def _after_enumerator(scan: Scan, at: int) -> int:
    """Pass over a colon and "(a)", "1)", "(iii)"."""
    at = scan.skip(at, {":", "--"})
    enumerator = scan.word(at + 1)
    if (
        scan.word(at) == "("
        and scan.word(at + 2) == ")"
        and (len(enumerator) <= 2 or enumerator in {"iii", "viii"})
    ):
        return at + 3
    if scan.word(at + 1) == ")" and len(scan.word(at)) <= 2:
        return at + 2
    return at


def _after_wholly(scan: Scan, at: int) -> int:
    """Pass over "in its entirety", and over "beside it", which says no more than where a unit lies."""
    hit = phrases("areas.wholly").at(scan.words, at) or phrases("areas.beside_it").at(scan.words, at)
    return at if hit is None else hit.end


def _joint(scan: Scan, at: int) -> int | None:
    """Return where the next item begins, None if the list ends or another zone is told of."""
    if scan.words[at : at + 1] == (",",) and _addresses(scan, at + 1):
        at += 2
    hit = phrases("lists.joints").at(scan.words, at)
    if hit is None:
        return None
    step = _after_aside(scan, scan.skip(hit.end, {","}))
    return None if _next_zone(scan, step) else step


def _after_aside(scan: Scan, at: int) -> int:
    """Pass over "further south," before an item."""
    if scan.word(at) not in {"further", "farther"}:
        return at
    towards = direction(scan.words, at + 1)
    return scan.skip(towards[1], {","}) if towards is not None else at


def _addresses(scan: Scan, at: int) -> bool:
    """Whether a single name between commas is somebody spoken to: "Daraa province, Anna, and ..."."""
    named = at < len(scan) and scan.tokens[at].capital and at not in scan.names and at not in scan.nations
    return named and scan.word(at + 1) == ","


def _next_zone(scan: Scan, at: int) -> bool:
    """Whether another zone is told of from here on: "..., and the third of ...", "... and one in ..."."""
    first, second = scan.word(at), scan.word(at + 1)
    if first in {"one", "another"} and second in words("lists.next_zone"):
        return True
    told_in_order = ordinal(second) is not None or second in words("lists.other_zone")
    return (
        first in {"the", "a"} and told_in_order and scan.word(at + 2) not in words("areas.parts") | {"half"}
    )


def _only_contains(scan: Scan, found: Listing, one: Parsed) -> bool:
    """Whether, in "and, in neighbouring Homs province, the town of Talbiseh", the province only contains."""
    last = found.items[-1] if found.items else None
    if not isinstance(last, Whole) or scan.word(found.spans[-1][0]) != "in":
        return False
    codes = _codes(one.areas)
    return bool(codes) and all(c.startswith(last.unit) and c != last.unit for c in codes)


def _codes(areas: tuple[Area, ...] | list[Area]) -> list[str]:
    return [a.unit for area in areas for a in leaves(area) if isinstance(a, Whole | Part | Town | Sector)]


def _held(scan: Scan, at: int, found: Listing, count: int) -> int:
    """Read "parts of Hasakah that are held by the SDF": a part of it, and a limit in words."""
    step = scan.skip(at, words("lists.held_openers"))
    hit = phrases("lists.held").at(scan.words, step)
    if hit is None:
        return at
    start, end = found.spans[-1][0], hit.end
    while end < len(scan) and scan.word(end) not in words("lists.held_stops", "limits.ends"):
        end += 1
    found.items[-count:] = [as_part(area) for area in found.items[-count:]]
    reason = table("limits")["control"]["reason"]
    found.take((in_words(scan, start, end, reason),), start, end)
    return end


def _specify(scan: Scan, at: int, found: Listing, vague: tuple[Area, ...]) -> int:
    """Read ", namely A and B" after a vague item: the names stand in its place, with its extent."""
    step = scan.skip(at, {",", "--", "("})
    hit = phrases("lists.namely").at(scan.words, step)
    begin = hit.end if hit is not None else _provinces(scan, step, vague) or _including(scan, step, vague)
    if begin is None and scan.word(at) == "--" and _is_named_after(scan, at + 1, vague):
        begin = at + 1
    if begin is None:
        return at
    named = named_units(scan, scan.skip(begin, {",", ":", "the", "of"})) or item(scan, begin)
    if named is None:
        return at
    listed = _including(scan, step, vague) is not None and not _is_part(scan, found)
    partly = not listed and not any(isinstance(leaf, Whole) for area in vague for leaf in leaves(area))
    start, _ = found.drop(len(vague))
    found.take(tuple(as_part(a) if partly else a for a in named.areas), start, named.end)
    return named.end


def _is_named_after(scan: Scan, at: int, vague: tuple[Area, ...]) -> bool:
    """Whether a dash leads from where something is to its name: "the Damascus suburbs -- East Ghouta"."""
    inner = item(scan, at)
    return (
        inner is not None
        and all(isinstance(area, Part | Town) for area in vague)
        and all(isinstance(area, Region) for area in inner.areas)
    )


def _is_part(scan: Scan, found: Listing) -> bool:
    """Whether the last item is told of as parts of something."""
    start, end = found.spans[-1]
    return not words("areas.parts").isdisjoint(scan.words[max(0, start - 2) : end])


def _including(scan: Scan, at: int, vague: tuple[Area, ...]) -> int | None:
    """Read ", including the provinces of Daraa and Quneitra" after a region: these are what is meant of it."""
    units = [unit for area in vague if isinstance(area, Region) for unit in area.units]
    inner = (
        named_units(scan, scan.skip(at + 1, {"the"}))
        if scan.word(at) in {"including", "comprising"}
        else None
    )
    codes = _codes(inner.areas) if inner is not None else []
    return at + 1 if units and codes and all(code.startswith(tuple(units)) for code in codes) else None


def _provinces(scan: Scan, at: int, vague: tuple[Area, ...]) -> int | None:
    """Read ", in certain parts of Daraa and Quneitra" after a region: the names narrow it down."""
    if scan.word(at) not in {"in", "on"} or not all(isinstance(area, Region) for area in vague):
        return None
    inner = item(scan, at + 1)
    codes = _codes(inner.areas) if inner is not None else []
    units = [unit for area in vague if isinstance(area, Region) for unit in area.units]
    return at + 1 if codes and all(code.startswith(tuple(units)) for code in codes) else None


def _except(scan: Scan, at: int, found: Listing) -> int:
    """Take out what stands after "except", as long as it lies in what is there."""
    hit = phrases("lists.except").at(scan.words, scan.skip(at, words("lists.except_openers")))
    if hit is None:
        return at
    inner = item(scan, hit.end)
    while inner is not None:
        found.minus += inner.areas
        found.minus_after += [len(found.items)] * len(inner.areas)
        at = inner.end
        step = scan.skip(at, words("lists.except_joints"))
        more = item(scan, step) if step > at else None
        if more is not None and not (_same_kind(inner, more) and _lies_inside(more.areas, found.items)):
            break
        inner = more
    return scan.skip(at, {")"})


def _same_kind(one: Parsed, other: Parsed) -> bool:
    return {type(a) for a in one.areas} == {type(a) for a in other.areas}


def _lies_inside(gone: tuple[Area, ...], kept: list[Area]) -> bool:
    """Whether what would be taken out lies in what is there: else it is the next item of the list."""
    inside, codes = _codes(kept), _codes(gone)
    return not inside or not codes or any(c.startswith(i) and c != i for c in codes for i in inside)

"""Lists of areas with their exceptions and remarks, as they stand after "the zone includes"."""

from __future__ import annotations

from zones.areas import Leaf, Part, Region, Sector, Town, Unread, Whole, leaves
from zones.reading.grammar.announcements import announcement
from zones.reading.grammar.area_units import all_units, unit_codes
from zones.reading.grammar.company import is_near
from zones.reading.grammar.country_parts import bare_part
from zones.reading.grammar.exceptions import except_at
from zones.reading.grammar.items import item
from zones.reading.grammar.listing import Listing
from zones.reading.grammar.parsed import Parsed, as_part, in_words
from zones.reading.grammar.remarks import remarks_at
from zones.reading.grammar.sectors import beyond
from zones.reading.grammar.specifics import named_after, specified
from zones.reading.grammar.type_words import type_word
from zones.reading.grammar.unit_names import known_by_spelling, strange_name
from zones.reading.lexicon import phrases, words
from zones.reading.numbers import direction, number, ordinal
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["Listing", "listing"]


_LONGEST = 12  # words of such an item
_NO_PLACES = frozenset({"Syria", "Syrian"})


def listing(scan: Scan, at: int, *, placed: bool = False) -> Listing | None:
    """Return a list of areas, with its exceptions and remarks, from a position on.

    Parameters
    ----------
    scan, at
        The sentence, and the token at which the list begins.
    placed
        Whether "north of Homs" is an area there, and not a position: "a zone was set up north of Homs".
    """
    found = Listing(end=at)
    announced = announcement(scan, at)
    begin = _after_heading(scan, at) if announced is None else announced.end
    step: int | None = scan.skip(begin, words("lists.just"))
    while step is not None:
        start = scan.skip(_after_enumerator(scan, step), words("lists.just"))
        one = (
            item(scan, start)
            or (
                beyond(scan, start)
                if _is_placed(scan, start, found) or (placed and not found.items)
                else None
            )
            or _strange(scan, start, found)
            or (_round_about(scan, start) if found.items else None)
            or (bare_part(scan, start) if found.items else None)
            or (_passed(scan, start) if found.items else None)
        )
        if one is None:
            break
        if _holds_next(scan, start, one):
            step = one.end
            continue
        if _shares_direction(scan, start, one, found) or _shares_parts(scan, start, found):
            one = Parsed(tuple(map(as_part, one.areas)), one.end)
        at = _take_item(scan, start, one, found)
        found.end = max(at, found.end)
        step = _joint(scan, at)
    if announced is not None:
        announced.complete(scan, found)
    known = any(not isinstance(leaf, Unread) for area in found.items for leaf in leaves(area))
    return found if known else None


def _after_heading(scan: Scan, at: int) -> int:
    """Pass over "in four areas:", which says nothing of what follows."""
    start = scan.skip(at, {"in", "into", "the", "following"})
    counted = number(scan.words, start)
    noun = counted[1] if counted is not None else start
    kind = type_word(scan, noun)
    vague = kind is not None and kind.plural and kind.level == "vague"
    return noun + 2 if vague and scan.word(noun + 1) in {":", "--"} else at


def _is_placed(scan: Scan, start: int, found: Listing) -> bool:
    """Whether "north of Homs" is an item of its own: "in Eastern Ghouta and north of Homs"."""
    return bool(found.items) and scan.word(start - 1) == "and"


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


def _shares_parts(scan: Scan, start: int, found: Listing) -> bool:
    """Whether "areas in" before the last item is meant of this one, too: "areas in Ghouta and in Homs province"."""
    if not found.spans or scan.word(start) not in words("areas.of"):
        return False
    last = scan.skip(found.spans[-1][0], words("areas.amounts", "units.determiners"))
    again = isinstance(found.items[-1], Part) and scan.word(last) == scan.word(start)  # "of A, of B and of C"
    return again or (scan.word(last) in words("areas.parts") and scan.word(last + 1) == scan.word(start))


def _round_about(scan: Scan, at: int) -> Parsed | None:
    """Return "the positions round about them", "its surroundings": how far, the text does not say."""
    if scan.word(at) not in words("lists.unknown_openers"):
        return None
    owned = at + 1 if scan.word(at) in {"its", "their"} else at
    if owned > at and scan.word(owned) in words("lists.surroundings"):
        return Parsed((in_words(scan, at, owned + 1, Why.ROUND_ABOUT.told()),), owned + 1)
    for step in range(at + 1, min(at + _LONGEST, len(scan))):
        hit = phrases("lists.round_them").at(scan.words, step)
        if hit is not None:
            return Parsed((in_words(scan, at, hit.end, Why.ROUND_ABOUT.told()),), hit.end)
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
            unread = in_words(scan, at, end, Why.NO_AREA.told(), kind=Unread)
            return Parsed((unread,), end)
    return None


def _strange(scan: Scan, at: int, found: Listing) -> Parsed | None:
    """Return a name that nobody here knows, where it stands between others of a list."""
    name = strange_name(scan, at if found.items else scan.skip(at, words("areas.prepositions")))
    if name is None or name.text in _NO_PLACES:
        return None
    kind = type_word(scan, name.end)
    end = name.end if kind is None else kind.end
    last = scan.word(name.start - 1) in {"and", "or"} and scan.word(end) in {".", ")", ";", ",", ""}
    bracket = scan.word(end) == "("
    if not (last or bracket) and scan.word(end) not in {",", "and", "or"}:
        return None
    if (
        scan.word(end) != "and"
        and not (last or bracket)
        and item(scan, scan.skip(end, {",", "and", "or", "the"})) is None
    ):
        following = strange_name(scan, scan.skip(end, {",", "and", "or"}))
        if following is None:
            return None
    known = known_by_spelling(scan, name)
    if isinstance(known, Town) and not _is_far(scan, known, found):
        return Parsed((known,), end)
    if known is not None:
        far = Unread(text=name.text, span=scan.span(name.start, name.end), reason=Why.FAR_AWAY.told())
        return Parsed((far,), end)
    near = scan.toponyms.suggest(name.text)
    reason = Why.UNKNOWN_BUT_NEAR.told(spellings=", ".join(near)) if near else Why.UNKNOWN.told()
    unread = Unread(text=name.text, span=scan.span(name.start, name.end), reason=reason)
    return Parsed((unread,), end)


def _is_far(scan: Scan, town: Town, found: Listing) -> bool:
    """Whether a town lies in another province than all that the list has, and next to none of them."""
    homes = {code[:4] for code in unit_codes(found.items)}
    return bool(homes) and not any(is_near(scan, town.unit[:4], home) for home in homes)


def _take_item(scan: Scan, start: int, one: Parsed, found: Listing) -> int:
    """Take in an item and all that is said of it; return the position after it."""
    at = _after_wholly(scan, one.end)
    if _only_contains(scan, found, one):
        found.drop(1)
    found.take(one.areas, start, at)
    at = _held(scan, at, found, len(one.areas))
    at = _after_container(scan, at, one)
    named = named_after(scan, at, found, one.areas, listing)
    if named is not None:
        return named
    remarks = (
        []
        if scan.word(start) == "in" and _is_elsewhere(scan, at, one)
        else remarks_at(scan, at, (start, one.end))
    )
    found.remarks += remarks
    at = remarks[-1].end if remarks else at
    at = specified(scan, at, found, one.areas)
    return except_at(scan, at, found)


_CAPITAL, _COUNTRYSIDE = "SY01", "SY03"
"""Damascus and Rif Dimashq (P-codes): to many texts both are "Damascus province", as what towns lie in."""


def _after_container(scan: Scan, at: int, one: Parsed) -> int:
    """Pass over what an item lies in: "Eastern Qalamoun, in the Rif Dimashq Governorate", "Harasta in East Ghouta"."""
    step = at + (scan.word(at) == ",")
    inside = item(scan, step) if scan.word(step) == "in" else None
    if inside is None or (step > at and len(all_units(inside.areas)) > 1):
        return at
    first, own = inside.areas[0], all_units(one.areas if step > at else one.areas[-1:])
    units = tuple(all_units((first,)))
    units += (_COUNTRYSIDE,) if units == (_CAPITAL,) else ()
    towns = isinstance(first, Region) and all(isinstance(area, Town) for area in one.areas)
    contained = own and units and all(c.startswith(units) and (towns or c not in units) for c in own)
    if not contained or len(inside.areas) == 1:
        return inside.end if contained else at
    span = first.span if isinstance(first, Leaf) else None  # "Harasta in Eastern Ghouta and Daraa province"
    return at if span is None else scan.token_at(span[1] - 1) + 1


def _is_elsewhere(scan: Scan, at: int, one: Parsed) -> bool:
    """Whether ", in southern Syria", ", in the north of Homs" is the next item, and not where this one lies."""
    following = item(scan, at + 1) if scan.words[at : at + 2] == (",", "in") else None
    units = tuple(all_units(following.areas)) if following is not None else ()
    own = all_units(one.areas)
    return bool(units) and bool(own) and not any(code.startswith(units) for code in own)


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
        return _after_with(scan, at)
    step = _after_aside(scan, scan.skip(hit.end, {","}))
    return None if _next_zone(scan, step) else step


def _after_with(scan: Scan, at: int) -> int | None:
    """Return where parts begin that "with" adds: "Idlib province with some parts of the provinces next to it"."""
    start = scan.skip(at, {","}) + 1
    noun = scan.skip(start, words("units.determiners", "areas.amounts"))
    parts = scan.word(noun) in words("areas.parts") and scan.word(noun + 1) in {"of", "in"}
    return start if scan.word(start - 1) == "with" and parts else None


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
    codes = unit_codes(one.areas)
    return bool(codes) and all(c.startswith(last.unit) and c != last.unit for c in codes)


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
    found.take((in_words(scan, start, end, Why.CONTROL.told()),), start, end)
    return end

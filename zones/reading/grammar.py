"""The area grammar: from words to an area tree. See `docs/reading.md` for the phrases it knows.

`AreaGrammar.listing` reads a whole list of areas as it stands after "the zone includes"; `read_area` reads
one phrase by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from zones.areas import (
    Adjoining,
    Area,
    Border,
    Except,
    Leaf,
    Limit,
    Part,
    Region,
    Sector,
    Town,
    Union,
    Whole,
    leaves,
)
from zones.reading.grammar_border import border, border_reference, disc
from zones.reading.grammar_units import DETERMINERS, Parsed, as_part, named_units, sector, unit_type
from zones.reading.lexicon import Patterns, table
from zones.reading.nations import Form, Nation
from zones.reading.numbers import direction, length, number, ordinal
from zones.reading.scan import Scan

__all__ = ["Listing", "Remark", "listing", "item", "limit_at"]

_ADJOINING = frozenset("adjoining adjacent neighbouring neighboring bordering surrounding contiguous abutting nearby".split())
_AMOUNT = frozenset(
    "certain some several large small many other limited different various specific select selected whole wide "
    "significant substantial sizeable considerable tiny narrow broad remaining isolated scattered unspecified".split()
)
_PARTS = frozenset(
    "part parts area areas portion portions section sections swathe swathes swath swaths slice slices pocket pockets "
    "stretch stretches chunk chunks tract tracts segment segments fringe fringes edge edges territory territories "
    "sliver slivers patch patches land lands bits corner corners sector sectors strip strips localities".split()
)
_SHARE = frozenset("most much half majority bulk remainder rest two-thirds third quarter portion nearly".split())
_WHOLE = frozenset("all whole entire entirety totality".split())
_PREPOSITIONS = frozenset("in of over across around on at throughout to from within inside for into".split())
_EXCEPT = Patterns(
    (p, None)
    for p in (
        "except for?", "excepting", "excluding", "with the? exception|exclusion of", "apart from", "but not", "other than",
        "save for?", "minus", "not including", "without", "leaving out", "barring", "bar", "aside from", "though|although|but not",
        "leaves|left|leaving out", "excludes|excluded", "outside of?", "less", "and not", "but excludes|excluding|without", "do|does not include|cover|extend",
    )  # fmt: skip
)
_NAMELY = Patterns((p, None) for p in ("namely", "specifically", "that is", "i.e.", "ie", "which|that means", "in particular"))
_RELATIVE = frozenset("which that where whose who home".split())


@dataclass(frozen=True, slots=True)
class Remark:
    """What a text says in passing about an area: the tokens it covers and the tokens of what it is about."""

    start: int
    end: int
    about: tuple[int, int]


@dataclass(slots=True)
class Listing:
    """A list of areas as read: its items, what is taken out, remarks in passing, and where it ends."""

    items: list[Area] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    minus: list[Area] = field(default_factory=list)
    minus_after: list[int] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    end: int = 0

    @property
    def area(self) -> Area:
        """The whole list as one tree."""
        kept: Area = self.items[0] if len(self.items) == 1 else Union(areas=tuple(self.items))
        if not self.minus:
            return kept
        gone: Area = self.minus[0] if len(self.minus) == 1 else Union(areas=tuple(self.minus))
        return Except(area=kept, minus=gone)


@cache
def _limits() -> Patterns[str]:
    return Patterns((p, row["reason"]) for row in table("limits").values() for p in row["patterns"])


_LIMIT_ENDS = frozenset(
    "in are is will were was remain remains and would have has between should do does did lie lies stay stays fall falls "
    "shall must can may form forms count counts within inside across belong belongs".split()
)


def limit_at(scan: Scan, at: int) -> Parsed | None:
    """Read a limit that no boundary settles, with all the words up to the next comma or joint."""
    start = scan.skip(at, DETERMINERS | {"either", "both", "sides", "side", "of", "along"})
    hit = _limits().at(scan.words, start)
    if hit is None:
        return None
    end = hit.end
    while end < len(scan) and scan.word(end) not in {",", ".", ";", '"', "(", ")"}:
        if scan.word(end) in _LIMIT_ENDS:
            break
        if scan.names.get(end) is not None and scan.word(end - 1) in {"of", "in"}:
            end -= 1
            break
        end += 1
    leaf = Limit(text=scan.text(at, end), span=scan.span(at, end), reason=hit.value)
    areas: list[Area] = [leaf]
    after = scan.skip(end, _PARTS)
    if scan.word(after) in {"of", "in", "within", "inside", "across"}:
        inside = sector(scan, after + 1) or named_units(scan, after + 1)
        if inside is not None:
            areas += [as_part(a) for a in inside.areas]
            end = inside.end
    elif (inside := named_units(scan, after)) is not None and after <= end + 1:
        areas += [as_part(a) for a in inside.areas]
        end = inside.end
    return Parsed(tuple(areas), end)


def item(scan: Scan, at: int) -> Parsed | None:
    """Read one item of a list of areas."""
    if at >= len(scan):
        return None
    at = scan.skip(at, _PREPOSITIONS - {"within"} if scan.word(at) not in {"to"} else {"to"})
    for read in (_regions_first, _measured, _adjoining, _quantified, _limited, sector, named_units, _along):
        found = read(scan, at)
        if found is not None:
            return found
    at_next = scan.skip(at, DETERMINERS)
    return item(scan, at_next) if at_next != at else None


def _regions_first(scan: Scan, at: int) -> Parsed | None:
    start = scan.skip(at, {"the", "all", "of", "whole", "entire", "so", "called"})
    name = scan.names.get(start)
    if name is None or name.region is None:
        return None
    if scan.word(name.end) == "," and _NAMELY.at(scan.words, name.end + 1) is not None:
        return None
    end = name.end
    while scan.word(end) in {"region", "area", "enclave", "pocket", "plain", "suburbs", "suburb", "valley", "mountains", "province"}:
        end += 1
    if scan.word(end) in {"suburbs"}:
        end += 1
    leaf = Region(
        name=name.region.name, units=name.region.units, text=scan.text(name.start, end), span=scan.span(name.start, end),
        label=name.region.name,
    )  # fmt: skip
    return Parsed((leaf,), end)


def _measured(scan: Scan, at: int) -> Parsed | None:
    return disc(scan, at) or (border(scan, at) if _looks_bordered(scan, at) else None)


_STRIP_OPENERS = frozenset("strip belt band corridor zone area areas land territory sub-districts districts villages towns swath stretch parts".split())


def _looks_bordered(scan: Scan, at: int) -> bool:
    start = scan.skip(at, DETERMINERS | _AMOUNT | {"narrow", "long", "km", "deep"})
    if scan.word(start) in {"along", "bordering", "on", "near", "following", "alongside"}:
        return scan.word(start) == "bordering" and scan.nations.get(scan.skip(start + 1, {"the"})) is not None or (
            border_reference(scan, start + 1) is not None
        )
    if number(scan.words, start) is not None or scan.word(start) in {"depth", "width"} or scan.word(start) in _STRIP_OPENERS | _PARTS:
        window = scan.words[start : start + 14]
        return any(w in {"border", "frontier", "bordering", "boundary"} for w in window) or (
            "between" in window and any(w in {"km", "kilometres", "kilometre", "kilometers", "kilometer", "mile", "miles"} for w in window)
        )
    return False


def _along(scan: Scan, at: int) -> Parsed | None:
    start = scan.skip(at, {"the", "along", "up", "to"})
    return border(scan, at) if border_reference(scan, start) is not None else None


def _limited(scan: Scan, at: int) -> Parsed | None:
    """Read "areas held by rebels", "15 to 20 km deep along the line of contact in Idlib"."""
    start = scan.skip(at, DETERMINERS | _AMOUNT)
    measured = length(scan.words, start)
    inner = start
    if measured is not None:
        inner = scan.skip(measured.end, _ON_EITHER_SIDE)
    found = limit_at(scan, inner) if inner < len(scan) else None
    if found is None or measured is None:
        return found
    limit = next(a for a in found.areas if isinstance(a, Limit))
    end = next(i for i in range(inner, len(scan) + 1) if i == len(scan) or scan.tokens[i].start >= (limit.span or (0, 0))[1])
    whole = Limit(text=scan.text(start, end), span=scan.span(start, end), reason=limit.reason)
    return Parsed((whole, *(a for a in found.areas if a is not limit)), found.end)


_ON_EITHER_SIDE = frozenset("deep wide strip belt corridor zone on of either each both side sides the along from north south to and in depth around".split())


def _adjoining(scan: Scan, at: int) -> Parsed | None:
    start = at
    at = scan.skip(at, DETERMINERS | _AMOUNT)
    parts_of = scan.word(at) in _PARTS and scan.word(at + 1) in {"of", "in"}
    level = "sub-district"
    after = _adjoining_after(scan, start, at) if parts_of else None
    if after is not None:
        return after
    if parts_of:
        at = scan.skip(at + 2, DETERMINERS | {"its"})
    if scan.word(at) in _PARTS | {"districts", "regions", "villages", "towns"} and not parts_of:
        return _adjoining_after(scan, start, at)
    if scan.word(at) not in _ADJOINING or (scan.word(at) == "bordering" and scan.nations.get(at + 1) is not None):
        return None
    at += 1
    at = scan.skip(at, {"and"} | _ADJOINING | _AMOUNT)
    noun = scan.word(at)
    kind = unit_type(scan, at)
    if kind is not None and kind[0] == "district":
        level, at = "district", kind[2]
    elif kind is not None and kind[0] == "sub-district":
        at = kind[2]
    elif kind is not None and kind[0] == "governorate":
        return _neighbours(scan, start, at, parts_of)
    elif noun in _PARTS | {"regions", "countryside", "outskirts", "villages", "towns", "localities"}:
        at += 1
    elif parts_of or scan.names.get(at) is not None:
        return _neighbours(scan, start, at, parts_of)
    if scan.word(at) in {"of", "in", "from", "inside", "within"}:
        inner = _governorates(scan, scan.skip(at, {"of", "in", "from", "inside", "within", "the", "neighbouring", "neighboring", "adjacent"}))
        if inner is not None:
            return _adjoining_leaf(scan, start, inner[1], inner[0], level)
    return _adjoining_leaf(scan, start, at, (), level)


def _neighbours(scan: Scan, start: int, at: int, parts_of: bool) -> Parsed | None:
    """Read "[parts of] neighbouring [provinces of] A, B and C [provinces]"."""
    kind = unit_type(scan, at)
    if kind is not None and scan.word(kind[2]) not in {"of", "--", ":", "("} and scan.names.get(kind[2]) is None:
        return _adjoining_leaf(scan, start, kind[2], (), "sub-district")
    if kind is not None and scan.word(kind[2]) in {"--", ":", "("}:
        at = kind[2] + 1
    inner = _governorates(scan, at)
    if inner is None:
        return None
    if not parts_of:
        named = named_units(scan, at)
        return Parsed(named.areas, named.end) if named is not None else None
    return _adjoining_leaf(scan, start, inner[1], inner[0], "sub-district")


def _governorates(scan: Scan, at: int) -> tuple[tuple[str, ...], int] | None:
    named = named_units(scan, at)
    if named is None:
        return None
    codes = tuple(a.unit for a in named.areas if isinstance(a, Whole | Part))
    return (codes, named.end) if codes and len(codes) == len(named.areas) else None


def _adjoining_after(scan: Scan, start: int, at: int) -> Parsed | None:
    """Read "districts of Hama and Aleppo that adjoin it", "areas of Hama bordering Idlib"."""
    level = "district" if scan.word(at) == "districts" else "sub-district"
    inner = _governorates(scan, scan.skip(at + 1, {"of", "in", "the"})) if scan.word(at + 1) in {"of", "in"} else None
    codes, end = inner if inner is not None else ((), at + 1)
    step = scan.skip(end, {"that", "which", "are", "lie", "lying", "directly", "immediately", ","})
    verb = scan.word(step)
    if verb in {"adjoin", "border", "neighbour", "neighbor", "abut", "touch", "adjoining", "bordering", "touching", "neighbouring", "abutting"}:
        step += 1
    elif (verb in {"adjacent", "next", "contiguous"} and scan.word(step + 1) in {"to", "with"}):
        step += 2
    else:
        return None
    country = scan.nations.get(scan.skip(step, {"on", "the", "with"}))
    if country is not None and country.code != "SY" and country.form is Form.NAME:
        return _bordering(scan, start, country, codes)
    if country is not None or border_reference(scan, step) is not None:
        return None
    step = scan.skip(step, {"on", "onto", "with"})
    if scan.word(step) in {"it", "them", "this"}:
        return _adjoining_leaf(scan, start, step + 1, codes, level)
    anchors = _governorates(scan, step)
    if anchors is None:
        return _adjoining_leaf(scan, start, step, codes, level) if inner is not None else None
    return _adjoining_leaf(scan, start, anchors[1], codes, level, anchors[0])


def _bordering(scan: Scan, start: int, country: Nation, within: tuple[str, ...]) -> Parsed:
    leaf = Border(
        country=country.code, within=within, text=scan.text(start, country.end), span=scan.span(start, country.end),
        label=f"{scan.text(country.start, country.end)} border",
    )  # fmt: skip
    return Parsed((leaf,), country.end)


def _adjoining_leaf(
    scan: Scan, start: int, end: int, within: tuple[str, ...], level: str, anchors: tuple[str, ...] = ()
) -> Parsed:
    leaf = Adjoining(
        within=within, level=level, anchors=anchors, text=scan.text(start, end), span=scan.span(start, end)
    )
    return Parsed((leaf,), end)


def _quantified(scan: Scan, at: int) -> Parsed | None:
    start = at
    at = scan.skip(at, {"the", "a", "an"})
    if scan.word(at) in _WHOLE:
        inner_at = scan.skip(at + 1, {"of", "the", "in"})
        if scan.word(inner_at) in _ADJOINING:
            return None
        return named_units(scan, inner_at)
    if scan.word(at) == "central" or scan.word(at) in {"partial", "partly", "partially"}:
        return _partial(scan, start, scan.skip(at + 1, {"part", "parts", "areas", "of", "the", "in"}))
    amount = scan.skip(at, _AMOUNT | {"and", "central", "about", "roughly", "almost"})
    if scan.word(amount) == "most" and scan.word(amount + 1) in _PARTS:
        amount += 1
    if scan.word(amount) in _SHARE and scan.word(scan.skip(amount + 1, {"all", "part"})) in {"of", "the"} | _WHOLE:
        return _partial(scan, start, scan.skip(amount + 1, {"all", "part", "of", "the"}))
    if scan.word(amount) in _PARTS | {"countryside", "heart", "centre", "center", "middle"} and scan.word(amount + 1) in {"of", "in", "within", "inside", "from", "across"}:
        if scan.word(scan.skip(amount + 2, DETERMINERS)) in _ADJOINING:
            return None
        bordered = border(scan, amount) if any(w in {"border", "frontier"} for w in scan.words[amount : amount + 12]) else None
        if bordered is not None and _starts_inside(scan, amount + 2, bordered):
            return bordered
        return _partial(scan, start, amount + 2)
    return None


def _starts_inside(scan: Scan, at: int, found: Parsed) -> bool:
    inside = named_units(scan, at)
    return inside is not None and inside.end < found.end and scan.word(inside.end) in {"along", "on", "bordering", "near"}


def _partial(scan: Scan, start: int, at: int) -> Parsed | None:
    inner = item(scan, at)
    if inner is None:
        return None
    end = inner.end
    text, span = scan.text(start, end), scan.span(start, end)
    areas = tuple(_respan(as_part(a), text, span) for a in inner.areas)
    return Parsed(areas, end)


def _respan(area: Area, text: str, span: tuple[int, int]) -> Area:
    if isinstance(area, Part):
        return Part(unit=area.unit, text=text, span=span, label=area.label)
    return area


def listing(scan: Scan, at: int) -> Listing | None:
    """Read a list of areas with its exceptions and remarks, from a position on."""
    found = Listing(end=at)
    vague: list[Area] = []
    while True:
        at = _take_remark(scan, at, found)
        one = item(scan, at)
        if one is None:
            break
        start = at
        at = _postfix(scan, one.end)
        _drop_container(scan, found, one)
        found.items += one.areas
        found.spans += [(start, at)] * len(one.areas)
        vague = list(one.areas)
        at = _held(scan, start, at, found, len(one.areas))
        at = _take_remarks(scan, at, found, (start, one.end))
        at = _specify(scan, at, found, vague)
        at = _take_exception(scan, at, found)
        found.end = max(at, found.end)
        step = _joint(scan, at)
        if step is None or _next_zone(scan, step):
            break
        at = step
    return found if found.items else None


def _next_zone(scan: Scan, at: int) -> bool:
    """Whether another zone is told of from here on: "..., and the third of ...", "... and one in ..."."""
    first, second = scan.word(at), scan.word(at + 1)
    if first in {"one", "another"} and second in {"in", "along", "around", "covers", "covering", "takes", "is", "of"}:
        return True
    told_in_order = ordinal(second) is not None or second in {"other", "last", "latter", "remaining"}
    return first in {"the", "a"} and told_in_order and scan.word(at + 2) not in _PARTS | {"half", "parts"}


def _drop_container(scan: Scan, found: Listing, one: Parsed) -> None:
    """In "and, in neighbouring Homs province, the town of Talbiseh" the province only says where the town is."""
    last = found.items[-1] if found.items else None
    if not isinstance(last, Whole) or scan.word(found.spans[-1][0]) != "in":
        return
    codes = [a.unit for a in one.areas if isinstance(a, Whole | Part | Town | Sector)]
    if codes and all(c.startswith(last.unit) and c != last.unit for c in codes):
        found.items.pop()
        found.spans.pop()


def _postfix(scan: Scan, at: int) -> int:
    words = scan.words[at : at + 4]
    for phrase in (("in", "its", "entirety"), ("in", "their", "entirety"), ("as", "a", "whole"), ("in", "full"), ("entirely",), ("in", "whole")):
        if words[: len(phrase)] == phrase:
            return at + len(phrase)
    return at


_JOINTS = Patterns(
    (p, None)
    for p in (
        ", and|or|but|plus? also|then|finally|lastly|likewise|both|either?", "; and|or?", "and also|then|finally|lastly|likewise|both|,?", "or", "&", "plus", "but also?",
        ",? as well as", ",? together|along with", ",? in addition to", ",? and? in addition to?", ",? and as well as", ",? and? additionally", ",? besides",
    )  # fmt: skip
)


def _joint(scan: Scan, at: int) -> int | None:
    hit = _JOINTS.at(scan.words, at) if at < len(scan) else None
    if hit is None:
        return None
    return scan.skip(hit.end, {","})


def _take_remark(scan: Scan, at: int, found: Listing) -> int:
    del found
    at = scan.skip(at, {":", "--"})
    enumerator = scan.word(at + 1)
    if scan.word(at) == "(" and scan.word(at + 2) == ")" and (len(enumerator) <= 2 or enumerator in {"iii", "viii"}):
        return at + 3
    if scan.word(at + 1) == ")" and len(scan.word(at)) <= 2:
        return at + 2
    return at


_HELD = Patterns(
    (p, None)
    for p in (
        "held|controlled|ruled|run|occupied|seized|captured|administered|dominated|taken by", "under the? control|rule|authority of",
        "in the hands|grip of", "under the? rebel|opposition|government|kurdish|turkish|jihadist control|rule",
    )  # fmt: skip
)
_HELD_OPENERS = frozenset("that which are is remain remains still currently now , were was".split())


def _held(scan: Scan, start: int, at: int, found: Listing, count: int) -> int:
    """Read "parts of Hasakah that are held by the SDF": a part of it, and a limit in words."""
    step = scan.skip(at, _HELD_OPENERS)
    hit = _HELD.at(scan.words, step) if step < len(scan) else None
    if hit is None:
        return at
    end = hit.end
    while end < len(scan) and scan.word(end) not in {",", ".", ";", '"', "and", ")"} | _LIMIT_ENDS:
        end += 1
    reason = table("limits")["control"]["reason"]
    for i in range(len(found.items) - count, len(found.items)):
        found.items[i] = as_part(found.items[i])
    found.items.append(Limit(text=scan.text(start, end), span=scan.span(start, end), reason=reason))
    found.spans.append((start, end))
    return end


def _take_remarks(scan: Scan, at: int, found: Listing, about: tuple[int, int]) -> int:
    """Pass over relative clauses, parentheses and positions told in passing; keep them as remarks."""
    while at < len(scan):
        end = _remark_end(scan, at)
        if end is None:
            return at
        found.remarks.append(Remark(at, end, about))
        at = end
    return at


def _remark_end(scan: Scan, at: int) -> int | None:
    if scan.word(at) == "(":
        close = next((i for i in range(at, min(at + 40, len(scan))) if scan.word(i) == ")"), None)
        return close + 1 if close is not None else None
    opened = scan.word(at) == ","
    first = at + 1 if opened else at
    if _EXCEPT.at(scan.words, first) is not None if first < len(scan) else True:
        return None
    if scan.word(first) in _RELATIVE or (opened and scan.word(first) in {"bordering", "neighbouring", "close", "near", "adjacent", "next", "just", "located"}):
        return _clause_end(scan, first, opened)
    towards = direction(scan.words, first)
    if towards is not None and scan.word(towards[1]) == "of":
        step = scan.skip(towards[1] + 1, {"the", "capital", "city", "town", "of", ",", "syria", "'s", "syrian"})
        name = scan.names.get(step)
        if name is not None:
            return name.end
        return step if step > towards[1] + 1 else None
    if scan.word(first) in {"near", "on", "along", "close", "at", "bordering"} and not opened:
        reference = border_reference(scan, scan.skip(first + 1, {"to"}))
        if reference is not None:
            return reference[1]
    if scan.word(first) in {"in", "of"}:
        step = scan.skip(first + 1, {"the", "far"})
        name = scan.names.get(step)
        if name is not None and name.region is not None and len(name.region.units[0]) == 4:
            return name.end
        towards = direction(scan.words, step)
        if towards is not None:
            end = scan.skip(towards[1], {"syria", "of", "the", "country", "part", "corner"})
            return end if end > towards[1] else None
        if scan.nations.get(step) is not None and scan.nations[step].code == "SY":
            return step + 1
    return None


def _clause_end(scan: Scan, at: int, opened: bool) -> int:
    for end in range(at, len(scan)):
        if scan.word(end) in {",", ";", ".", ")", '"', "--"}:
            return end
        if not opened and scan.word(end) == "and" and item(scan, end + 1) is not None:
            return end
    return len(scan)


def _specify(scan: Scan, at: int, found: Listing, vague: list[Area]) -> int:
    """Read ", namely A and B" after a vague item: the names stand in its place, with its extent."""
    step = scan.skip(at, {",", "--", "("})
    hit = _NAMELY.at(scan.words, step) if step < len(scan) else None
    if hit is None or not vague:
        return at
    named = named_units(scan, scan.skip(hit.end, {",", ":", "the", "of"})) or item(scan, hit.end)
    if named is None:
        return at
    partly = not any(isinstance(a, Whole) for area in vague for a in leaves(area))
    del found.items[-len(vague) :]
    spans = found.spans[-len(vague) :]
    del found.spans[-len(vague) :]
    found.items += [as_part(a) if partly else a for a in named.areas]
    found.spans += [(spans[0][0], named.end)] * len(named.areas)
    return named.end


def _take_exception(scan: Scan, at: int, found: Listing) -> int:
    step = scan.skip(at, {",", "(", "--"})
    hit = _EXCEPT.at(scan.words, step) if step < len(scan) else None
    if hit is None:
        return at
    inner = item(scan, hit.end)
    while inner is not None:
        found.minus += inner.areas
        found.minus_after += [len(found.items)] * len(inner.areas)
        at = inner.end
        step = scan.skip(at, {",", "and", "or"})
        following = item(scan, step) if step > at else None
        if following is not None and not (_same_kind(inner.areas, following.areas) and _inside(following.areas, found.items)):
            break
        inner = following
    return scan.skip(at, {")"})


def _inside(gone: tuple[Area, ...], kept: list[Area]) -> bool:
    """Whether what would be taken out lies in what is there: else it is the next item of the list."""
    inside = [a.unit for area in kept for a in leaves(area) if isinstance(a, Whole | Part | Town | Sector)]
    codes = [a.unit for area in gone for a in leaves(area) if isinstance(a, Whole | Part | Town | Sector)]
    return not inside or not codes or any(c.startswith(i) and c != i for c in codes for i in inside)


def _same_kind(first: tuple[Area, ...], second: tuple[Area, ...]) -> bool:
    return {type(a) for a in first} == {type(a) for a in second}


def first_leaf(area: Area) -> Leaf:
    """Return the first leaf of a tree."""
    return next(leaves(area))

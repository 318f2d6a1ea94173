"""One item of a list of areas, whatever its sort."""

from __future__ import annotations

from dataclasses import replace

from zones.areas import Area, Border, Limit, Part, Region, Span, Whole
from zones.reading.grammar.adjoining import adjoining
from zones.reading.grammar.border_names import border_reference
from zones.reading.grammar.borders import along, strip
from zones.reading.grammar.country_parts import is_south, part_of_country, southern_units
from zones.reading.grammar.descriptive import described, owner_end
from zones.reading.grammar.discs import disc
from zones.reading.grammar.limits import measured_limit
from zones.reading.grammar.outskirts import outskirts
from zones.reading.grammar.owned import owned
from zones.reading.grammar.parsed import Parsed, as_part, in_words, quoted
from zones.reading.grammar.rest import rest
from zones.reading.grammar.routes import route
from zones.reading.grammar.sectors import beyond, sector
from zones.reading.grammar.sides import side
from zones.reading.grammar.type_words import LEVELS, type_word
from zones.reading.grammar.unit_names import name_list, named_units
from zones.reading.lexicon import phrases, words
from zones.reading.numbers import direction, length, number
from zones.reading.scan import Scan
from zones.reasons import Why

__all__ = ["item"]

_TOWNS = 12  # words from "an area north of Homs" to its towns


def item(scan: Scan, at: int) -> Parsed | None:
    """Return one item of a list of areas.

    Examples
    --------
    >>> from geodata import AdminUnits
    >>> from geodata.toponyms import Toponyms
    >>> from zones.reading.scan import scan
    >>> from zones.reading.tokens import sentences
    >>> read = scan(sentences("most of Idlib province")[0], AdminUnits.builtin(), Toponyms.builtin())
    >>> item(read, 0).areas
    (Part(text='most of Idlib province', label='Idlib', span=(0, 22), unit='SY07'),)
    """
    placed = disc(scan, at) if scan.word(at) in {"around", "surrounding", "round"} else None
    if placed is not None:
        return placed
    at = scan.skip(at, {"to"} if scan.word(at) == "to" else words("areas.prepositions"))
    at = scan.skip(at, {'"'})
    at = _after_count(scan, at)
    for read in _READERS:
        found = read(scan, at)
        if found is not None:
            return found
    after = scan.skip(at, words("units.determiners"))
    return item(scan, after) if after != at else None


def _after_count(scan: Scan, at: int) -> int:
    """Pass over a number of units: "three provinces (A, B and C)", "three of the country's provinces"."""
    start = scan.skip(at, {"the", "following"})
    couple = scan.words[start : start + 3] == ("a", "couple", "of")
    counted = (2.0, start + 3) if couple else number(scan.words, start)
    if counted is None or length(scan.words, start) is not None:
        return at
    end = counted[1]
    if scan.word(end) == "of":
        owner = owner_end(scan, end + 1)
        end = scan.skip(owner if owner is not None else end + 1, {"the"})
        again = number(scan.words, end)
        end = again[1] if again is not None else end
    kind = type_word(scan, described(scan, end))
    return described(scan, end) if kind is not None and kind.plural else at


def _by_border(scan: Scan, at: int) -> Parsed | None:
    """Read "[in] the south along the Jordanian border": no more of the border than lies in the south."""
    towards = direction(scan.words, scan.skip(at, {"the", "far"}))
    if towards is None:
        return None
    end = scan.skip(towards[1], words("lists.country"))
    if scan.word(end) not in words("areas.along") or not border_reference(scan, end + 1):
        return None
    found = strip(scan, end) or along(scan, end)
    if found is None or not is_south(towards[0]):
        return found
    within = southern_units()
    areas = (replace(a, within=within) if isinstance(a, Border) and not a.within else a for a in found.areas)
    return Parsed(tuple(areas), found.end)


def _certain_units(scan: Scan, at: int) -> Parsed | None:
    """Read "certain provinces in southern Syria (Daraa and Quneitra)": the bracket says which these are."""
    noun = scan.skip(at, words("areas.amounts"))
    kind = type_word(scan, noun) if noun > at else None
    names = name_list(scan, noun) if kind is not None and kind.level in LEVELS else None
    bracketed = names is not None and scan.word(names.names[0].start - 1) == "("
    return named_units(scan, noun) if bracketed else None


def _region(scan: Scan, at: int) -> Parsed | None:
    """Read a region that no register holds, before its name is taken for a unit's."""
    name = scan.names.get(scan.skip(at, words("units.before_region")))
    if name is None or name.region is None:
        return None
    if scan.word(name.end) == "," and phrases("lists.namely").at(scan.words, name.end + 1) is not None:
        return None
    end = scan.skip(name.end, words("units.after_region"))
    label = name.region.name
    return quoted(scan, name.start, end, (Region(name=label, units=name.region.units, label=label),))


def _settlements(scan: Scan, at: int) -> Parsed | None:
    """Read "84 villages and towns in the northern countryside of Homs": some of it."""
    end = _after_many(scan, scan.skip(at, words("units.determiners", "areas.amounts")))
    first = type_word(scan, end)
    while (kind := type_word(scan, end)) is not None and kind.plural and kind.level == "town":
        end = scan.skip(kind.end, {"and", "or"})
    if first is None or first.level != "town" or end == first.end - 1:
        return None
    among = phrases("lists.some_of_them", "lists.mostly").at(scan.words, scan.skip(end, {","}))
    if among is not None:
        start = at - 1 if number(scan.words, at - 1) is not None else at
        return _some_named(scan, start, end, among.end)
    return _partial(scan, at, end + 1) if scan.word(end) in {"in", "across", "throughout"} else None


def _after_many(scan: Scan, at: int) -> int:
    """Pass over how many there are: "84 [villages]", "[a] number of small [towns]", "dozens of [areas]"."""
    counted = number(scan.words, at)
    many = phrases("areas.many").at(scan.words, scan.skip(at, words("areas.amounts")))
    end = counted[1] if counted is not None else many.end if many is not None else at
    return scan.skip(end, words("areas.amounts")) if end > at else at


def _some_named(scan: Scan, start: int, end: int, at: int) -> Parsed | None:
    """Read "84 settlements, including Rastan and Talbiseh": these, and words for those without a name."""
    named = named_units(scan, scan.skip(at, {"the"}))
    if named is None:
        return None
    return Parsed((*map(as_part, named.areas), in_words(scan, start, end, Why.SOME_NAMED.told())), named.end)


def _around_towns(scan: Scan, at: int) -> Parsed | None:
    """Read "an area north of the city of Homs around the towns of Rastan and Talbiseh": the towns say where."""
    start = scan.skip(at, words("units.determiners") | {"a", "an"})
    towards = scan.skip(start + 1, words("areas.lying_to"))
    if scan.word(start) not in words("areas.spots") or direction(scan.words, towards) is None:
        return None
    placed = beyond(scan, towards)
    if placed is not None:
        return placed  # "the area south of Aleppo"
    for step in range(towards + 1, min(towards + _TOWNS, len(scan))):
        if scan.word(step) in {",", ";", ".", "and"}:
            return None
        if scan.word(step) in words("areas.around"):
            return named_units(scan, step + 1)
    return None


def _open_share(scan: Scan, at: int) -> Parsed | None:
    """Read "all or part of Idlib": part, for all of it is not sure."""
    hit = phrases("areas.perhaps_partly").at(scan.words, at)
    return _partial(scan, at, hit.end) if hit is not None else None


def _amount(scan: Scan, at: int) -> Parsed | None:
    """Read "all of Idlib", "most of Aleppo", "parts of Hama", "central Homs"."""
    start = scan.skip(at, {"the", "a", "an"})
    if scan.word(start) in words("areas.wholes"):
        named_at = scan.skip(start + 1, {"of", "the", "in", "territory", "area"})
        belonging = owned(scan, named_at)
        if belonging is not None:
            return belonging
        return named_units(scan, named_at) if scan.word(named_at) not in words("areas.adjoining") else None
    if scan.word(start) in words("areas.partly") and described(scan, at) <= start:
        return _partial(scan, at, scan.skip(start + 1, words("areas.partly_fillers")))
    start = _after_many(scan, start)  # "25 other areas in Homs"
    amount = scan.skip(start, words("areas.amounts", "areas.amount_fillers"))
    if scan.word(amount) == "most" and scan.word(amount + 1) in words("areas.parts"):
        amount += 1
    if scan.word(amount) in words("areas.shares"):
        whole = scan.word(scan.skip(amount + 1, {"all", "part"}))
        if whole in words("areas.wholes") | {"of", "the"}:
            return _partial(scan, at, scan.skip(amount + 1, {"all", "part", "of", "the"}))
    if scan.word(amount) in words("areas.parts", "areas.cores") and scan.word(amount + 1) in words(
        "areas.of"
    ):
        return _parts(scan, at, amount)
    return None


def _parts(scan: Scan, start: int, at: int) -> Parsed | None:
    """Read "parts of Hama", "areas in Daraa along the Jordanian border"."""
    if scan.word(scan.skip(at + 2, words("units.determiners"))) in words("areas.adjoining"):
        return None
    bordered = _along_border(scan, start, at)
    return bordered if bordered is not None else _partial(scan, start, at + 2)


def _along_border(scan: Scan, start: int, at: int) -> Parsed | None:
    inside = named_units(scan, at + 2)
    if inside is None or not all(isinstance(area, Whole) for area in inside.areas):
        return None
    found = strip(scan, inside.end) if scan.word(inside.end) in words("areas.along") else None
    if found is None:
        return None
    codes = tuple(area.unit for area in inside.areas if isinstance(area, Whole))
    strips = [replace(a, within=a.within or codes) for a in found.areas if isinstance(a, Border)]
    return quoted(scan, start, found.end, strips) if strips else None


def _partial(scan: Scan, start: int, at: int) -> Parsed | None:
    """Read an item of which only a part is meant; a part of a unit is quoted with the words that say so."""
    inner = item(scan, at)
    if inner is None:
        return None
    text, span = scan.text(start, inner.end), scan.span(start, inner.end)
    return Parsed(tuple(_some_of(area, text, span) for area in inner.areas), inner.end)


def _some_of(area: Area, text: str, span: Span) -> Area:
    """Return some of an area: of a border without a depth that is only words, for it says not where."""
    if isinstance(area, Border) and area.depth_km is None and not area.within and area.ends is None:
        return Limit(text=text, span=span, reason=Why.SOME_BORDER.told())
    part = as_part(area)
    return replace(part, text=text, span=span) if isinstance(part, Part) else part


_READERS = (
    *(
        _by_border,
        _certain_units,
        _region,
        part_of_country,
        rest,
        _around_towns,
        disc,
        route,
        side,
        strip,
        adjoining,
        _settlements,
        owned,
    ),
    *(_open_share, outskirts, _amount, measured_limit, sector, named_units, along),
)
"""What reads an item, the more particular first."""

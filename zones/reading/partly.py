"""How much of its areas a zone takes: of "parts of Hama", "a zone in Homs province" and "zones: Homs, Hama" some."""

from __future__ import annotations

from zones.areas import Adjoining, Area, Limit, Part, Region, Whole, leaves
from zones.reading.grammar import Listing, as_part
from zones.reading.grammar.type_words import type_word
from zones.reading.introductions import Introduction
from zones.reading.lexicon import phrases, words
from zones.reading.measures import first_token, is_measured, leaves_of
from zones.reading.mentions import Mentions
from zones.reading.scan import Scan
from zones.reading.sentence.tree import Word

__all__ = ["after_share", "bare_as_part", "narrow", "tells_some"]

_GOVERNORATE = 4  # letters of a P-code
_NAME = 2  # tokens of "in Idlib"


def tells_some(areas: Listing, scan: Scan) -> bool:
    """Whether words make all areas of a list parts: "within 20 km of the front line in Idlib", "all or part of"."""
    if any(isinstance(leaf, Limit) and is_measured(leaf) for leaf in leaves_of(areas)):
        return True
    open_share = phrases("areas.perhaps_partly").find(scan.words, 0, first_token(areas) + 1)
    return next(open_share, None) is not None


def after_share(scan: Scan, at: int) -> int:
    """Pass over "fully or partly," before a list, all of which it is said of."""
    hit = phrases("areas.perhaps_partly").at(scan.words, scan.skip(at, {","}))
    return hit.end + 1 if hit is not None and scan.word(hit.end) == "," else at


def narrow(sentence: Mentions, zone: Introduction, areas: Listing, *, in_a_row: bool) -> frozenset[int]:
    """Make parts of the areas of which a zone takes but some; return the items that leave open how much.

    Parameters
    ----------
    sentence, zone, areas
        The sentence, the mention of the zone, and what it covers.
    in_a_row
        Whether the sentence tells of several zones by number or the like.
    """
    scan = sentence.scan
    bare_as_part(areas, scan, after_parts=True)
    # "the first in Raqqa province" is all of it, beside "the second in Hama province"
    told_in_order = in_a_row and bool(zone.key) and all(_has_type_word(scan, span) for span in areas.spans)
    if told_in_order or not _opens_with_in(sentence, areas) or not _lies_inside(zone, areas, scan):
        return frozenset()
    plain = Whole if zone.key else Whole | Region  # "the third lies in Eastern Ghouta" is how it is called
    found = [i for i, area in enumerate(areas.items) if all(isinstance(leaf, plain) for leaf in leaves(area))]
    areas.make_parts()
    return frozenset(found)


def _opens_with_in(sentence: Mentions, areas: Listing) -> bool:
    """Whether a list begins with "in", and this is no part of a verb, as in "takes in"."""
    scan, start = sentence.scan, first_token(areas)
    opener = sentence.tree.between(*scan.span(start, start + 1))
    return scan.word(start) in words("extents.lying_in") and not any(map(_is_particle, opener))


def _is_particle(word: Word) -> bool:
    """Whether "in" belongs to a verb: in "is to take in Homs" the parser makes a preposition of it."""
    verb = word.head
    return word.relation == "prt" or (verb.lemma == "take" and word.index == verb.index + 1)


def _lies_inside(zone: Introduction, areas: Listing, scan: Scan) -> bool:
    """Whether a zone "in X" is some of X: not where all of X is meant, nor beside parts of other units."""
    # "a truce in Idlib province" holds all over; one "in Idlib" may be one of the town, a "truce deal" one of some
    deal = scan.word(zone.end - 1) in words("mentions.deals")
    holds_all_over = zone.kind == "ceasefire" and not deal and not _is_bare(areas)
    return not holds_all_over and not _is_all(areas, scan) and not _is_set_against_parts(areas, scan)


def _is_bare(areas: Listing) -> bool:
    """Whether a single name stands without "province" or the like: Idlib, Homs and Aleppo are towns, too."""
    found = leaves_of(areas)
    start, end = areas.spans[0]
    province = len(found) == 1 and isinstance(found[0], Whole) and len(found[0].unit) == _GOVERNORATE
    return province and end - start <= _NAME


def _is_set_against_parts(areas: Listing, scan: Scan) -> bool:
    """Whether whole units are told of beside parts of others: before these, or as provinces or districts."""
    items = list(zip(areas.items, areas.spans, strict=True))
    ends = [span[1] for area, span in items if _tells_parts(area, span, scan)]
    wholes = [span for area, span in items if isinstance(area, Whole)]
    return bool(ends) and all(_has_type_word(scan, span) for span in wholes if span[0] >= ends[-1])


def bare_as_part(areas: Listing, scan: Scan, *, after_parts: bool = False) -> None:
    """Make governorates without "province" or "all" parts: in "zones: Homs, Hama" that is what the zones are called.

    Parameters
    ----------
    areas, scan
        The list, and its sentence.
    after_parts
        Whether only those are meant that follow parts of others: "parts of Hama, Eastern Ghouta and Damascus".
    """
    if _is_all(areas, scan):
        return
    begun = not after_parts
    for number, span in enumerate(areas.spans):
        begun = begun or _tells_parts(areas.items[number], span, scan)
        if begun and not _has_type_word(scan, span):
            areas.items[number] = as_part(areas.items[number])


def _is_all(areas: Listing, scan: Scan) -> bool:
    """Whether words say that all of a unit is meant: "in the whole of Hama province"."""
    return any(not words("areas.wholes").isdisjoint(scan.words[start:end]) for start, end in areas.spans)


def _tells_parts(area: Area, span: tuple[int, int], scan: Scan) -> bool:
    """Whether an item says "parts of"; "the southern region of Daraa" does not."""
    told = not words("areas.parts", "areas.shares", "areas.partly").isdisjoint(scan.words[slice(*span)])
    return any(isinstance(leaf, Adjoining) or (told and isinstance(leaf, Part)) for leaf in leaves(area))


def _has_type_word(scan: Scan, span: tuple[int, int]) -> bool:
    """Whether an item says what sort of unit it is: "Raqqa province", and not "Raqqa"."""
    return any(type_word(scan, at) is not None for at in range(*span))

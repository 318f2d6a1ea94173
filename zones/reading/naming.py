"""Whether a zone's own noun phrase says what it covers, and not only which zone is meant."""

from __future__ import annotations

from zones.areas import Adjoining, Area, Part, Whole, leaves
from zones.passed_over import Reason
from zones.reading.frames.frame import other_deeds
from zones.reading.frames.senses import goes_away
from zones.reading.grammar import Listing, as_part
from zones.reading.grammar.type_words import type_word
from zones.reading.introductions import Introduction
from zones.reading.lexicon import words
from zones.reading.measures import is_measured, leaves_of
from zones.reading.nouns import is_kind
from zones.reading.saying import is_saying
from zones.reading.scan import Scan
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of
from zones.reading.zone_ties import Tie, is_set_up, is_to_end

_GOVERNORATE = 4  # letters of a P-code
_NAME = 2  # tokens of "in Idlib"
__all__ = [
    "bare_as_part",
    "is_in_another",
    "is_left",
    "is_predicate",
    "lies_inside",
    "names_extent",
    "names_provinces",
    "takes_up_another",
]


def names_extent(zone: Introduction, head: Word, tie: Tie, areas: Listing, *, in_a_row: bool) -> bool:
    """Whether areas tied to a zone's noun phrase are what it covers.

    Parameters
    ----------
    zone, head
        The mention of the zone, and its head.
    tie, areas
        What ties the areas to it, and they themselves.
    in_a_row
        Whether the sentence has told of another zone before.
    """
    if zone.name is not None or _is_corridor(zone, tie):
        return False
    if tie.word.lower == "of":
        return zone.kind == "demilitarised"  # "the demilitarisation of Manbij"
    in_a_row = in_a_row and bool(zone.key)
    set_up = tie.how == "set up"
    if zone.kind == "deal":
        return False  # "an agreement on Zabadani" is about it, and may cover more or less
    if zone.kind == "ceasefire" and not in_a_row and (zone.definite or not head.is_root):
        return set_up or is_set_up(head) or is_to_end(head)
    if not zone.definite or set_up:
        return zone.kind != "strip" or any(map(is_measured, leaves_of(areas)))
    return in_a_row or bool(zone.key and zone.count == 1) or _specifies(areas)


def lies_inside(zone: Introduction, areas: Listing, scan: Scan) -> bool:
    """Whether a zone "in X" is some of X: not where all of X is meant, nor beside parts of other units."""
    # "a truce in Idlib province" holds all over; one "in Idlib" may be one of the town, a "truce deal" one of some
    deal = scan.word(zone.end - 1) in words("mentions.deals")
    holds_all_over = zone.kind == "ceasefire" and not deal and not _is_bare(areas)
    return not holds_all_over and not _is_all(areas, scan) and not _is_set_against_parts(areas, scan)


def _is_all(areas: Listing, scan: Scan) -> bool:
    """Whether words say that all of a unit is meant: "in the whole of Hama province"."""
    return any(not words("areas.wholes").isdisjoint(scan.words[start:end]) for start, end in areas.spans)


def _is_set_against_parts(areas: Listing, scan: Scan) -> bool:
    """Whether whole units are told of beside parts of others: before these, or as provinces or districts."""
    items = list(zip(areas.items, areas.spans, strict=True))
    ends = [span[1] for area, span in items if _tells_parts(area, span, scan)]
    wholes = [span for area, span in items if isinstance(area, Whole)]
    return bool(ends) and all(_has_type_word(scan, span) for span in wholes if span[0] >= ends[-1])


def _tells_parts(area: Area, span: tuple[int, int], scan: Scan) -> bool:
    """Whether an item says "parts of"; "the southern region of Daraa" does not."""
    told = not words("areas.parts", "areas.shares", "areas.partly").isdisjoint(scan.words[slice(*span)])
    return any(isinstance(leaf, Adjoining) or (told and isinstance(leaf, Part)) for leaf in leaves(area))


def bare_as_part(areas: Listing, scan: Scan, *, after_parts: bool = False) -> None:
    """Make governorates without "province" or "all" parts: in "zones: Homs, Hama" that is what the zones are called.

    Parameters
    ----------
    areas, scan
        The list, and its sentence.
    after_parts
        Whether only those are meant that follow parts of others: "parts of Hama, Eastern Ghouta and Damascus".
    """
    begun = not after_parts
    for number, span in enumerate(areas.spans):
        begun = begun or _tells_parts(areas.items[number], span, scan)
        if begun and not _has_type_word(scan, span) and not _is_all(areas, scan):
            areas.items[number] = as_part(areas.items[number])


def names_provinces(areas: Listing, scan: Scan) -> bool:
    """Whether each item says what sort of unit it is: "Raqqa province", and not "Raqqa"."""
    return all(_has_type_word(scan, span) for span in areas.spans)


def _has_type_word(scan: Scan, span: tuple[int, int]) -> bool:
    return any(type_word(scan, at) is not None for at in range(*span))


def _is_bare(areas: Listing) -> bool:
    """Whether a single name stands without "province" or the like: Idlib, Homs and Aleppo are towns, too."""
    found = leaves_of(areas)
    start, end = areas.spans[0]
    return (
        len(found) == 1
        and isinstance(found[0], Whole)
        and len(found[0].unit) == _GOVERNORATE
        and end - start <= _NAME
    )


def is_left(head: Word) -> bool:
    """Whether a strip is only where somebody goes from: "has 150 hours to leave a 30-km-deep strip"."""
    above = next((word for word in head.ancestors() if word.is_verb), None)
    return above is not None and (goes_away(above) or other_deeds().get((above.lemma, "v")) is Reason.LEAVING)


def is_in_another(head: Word) -> bool:
    """Whether areas are those of a zone told of beside them: "the areas covered by the truce", "that are not in it"."""
    belonging = (*head.kids("acl"), *head.kids("relcl"))
    return any(
        is_kind(word, "named_zone", "zone", "deal", "draft") and word is not head
        for verb in belonging
        for word in verb.subtree()
        if word.relation == "pobj" and word.head.head in {verb, *verb.kids("attr", "acomp", "prep")}
    )


def takes_up_another(pronoun: Word) -> bool:
    """Whether a pronoun takes up what its own sentence spoke of before: "the patrols began; they go along the M4"."""
    plural = pronoun.lower in {"they", "these"}
    for word in reversed(pronoun.tree.words[: pronoun.index]):
        if word.relation not in {"nsubj", "nsubjpass"} or word.pos != "NOUN" or is_saying(word.head):
            continue
        if (word.tag == "NNS") == plural:
            return not is_kind(word, "named_zone", "zone", "deal", "draft")
    return False


def is_predicate(head: Word) -> bool:
    """Whether "the largest" only says what kind of zone another one is: "the third zone, which is the largest"."""
    subject = subject_of(head.head) if head.relation == "attr" and head.pos == "ADJ" else None
    return subject is not None and is_kind(subject, "named_zone")


def _specifies(areas: Listing) -> bool:
    """Whether areas say more than which zone is meant: "in Idlib province and parts of its neighbours"."""
    found = leaves_of(areas)
    return any(is_measured(leaf) or isinstance(leaf, Part | Adjoining) for leaf in found)


def _is_corridor(zone: Introduction, tie: Tie) -> bool:
    """Whether "between A and B" only says what a corridor joins."""
    return tie.word.lower == "between" and zone.kind in {"strip", "humanitarian"}

"""Whether a mention of a zone tells of its extent, and its noun phrase says what it covers, not only which is meant."""

from __future__ import annotations

from zones.areas import Adjoining, Part, Region, Whole
from zones.passed_over import Reason
from zones.reading.existence import is_denied
from zones.reading.frames.frame import other_deeds
from zones.reading.frames.senses import goes_away
from zones.reading.grammar import Listing
from zones.reading.introductions import Introduction
from zones.reading.measures import is_measured, leaves_of
from zones.reading.nouns import is_kind
from zones.reading.predication import is_set_up, is_to_end
from zones.reading.saying import is_saying
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of
from zones.reading.tie import Tie

__all__ = ["names_extent", "tells_nothing"]


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
    whence = tie.by.lower == "from" and is_kind(tie.by.head, "violence")  # "attacks from Idlib" hit others
    if zone.name is not None or whence or _is_corridor(zone, tie) or _tells_which(zone, tie, areas):
        return False
    if tie.by.lower == "of":
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


def _tells_which(zone: Introduction, tie: Tie, areas: Listing) -> bool:
    """Whether bare names only say which zones are meant: "four zones, including Idlib", but not "Idlib province"."""
    names = (isinstance(area, Whole | Region) and area.text == area.label for area in leaves_of(areas))
    return zone.count != 1 and tie.by.lower == "including" and all(names)


def _specifies(areas: Listing) -> bool:
    """Whether areas say more than which zone is meant: "in Idlib province and parts of its neighbours"."""
    found = leaves_of(areas)
    return any(is_measured(leaf) or isinstance(leaf, Part | Adjoining) for leaf in found)


def _is_corridor(zone: Introduction, tie: Tie) -> bool:
    """Whether "between A and B" only says what a corridor joins."""
    return tie.by.lower == "between" and zone.kind in {"strip", "humanitarian"}


def tells_nothing(zone: Introduction, head: Word) -> bool:
    """Whether a mention tells nothing of its zone's extent: the zone will not be, or another one is spoken of.

    Parameters
    ----------
    zone, head
        The mention, and its head.
    """
    if _is_predicate(head) or (zone.kind == "strip" and (_is_left(head) or _is_in_another(head))):
        return True
    return _takes_up_another(head) if zone.pronoun else is_denied(head, supposed=zone.definite)


def _is_left(head: Word) -> bool:
    """Whether a strip is only where somebody goes from: "has 150 hours to leave a 30-km-deep strip"."""
    above = next((word for word in head.ancestors() if word.is_verb), None)
    return above is not None and (goes_away(above) or other_deeds().get((above.lemma, "v")) is Reason.LEAVING)


def _is_in_another(head: Word) -> bool:
    """Whether areas are those of a zone told of beside them: "the areas covered by the truce", "that are not in it"."""
    belonging = (*head.kids("acl"), *head.kids("relcl"))
    return any(
        is_kind(word, "named_zone", "zone", "deal", "draft") and word is not head
        for verb in belonging
        for word in verb.subtree()
        if word.relation == "pobj" and word.head.head in {verb, *verb.kids("attr", "acomp", "prep")}
    )


def _takes_up_another(pronoun: Word) -> bool:
    """Whether a pronoun takes up what its own sentence spoke of before: "the patrols began; they go along the M4"."""
    plural = pronoun.lower in {"they", "these"}
    for word in reversed(pronoun.tree.words[: pronoun.index]):
        if word.relation not in {"nsubj", "nsubjpass"} or word.pos != "NOUN" or is_saying(word.head):
            continue
        if (word.tag == "NNS") == plural:
            return not is_kind(word, "named_zone", "zone", "deal", "draft")
    return False


def _is_predicate(head: Word) -> bool:
    """Whether "the largest" only says what kind of zone another one is: "the third zone, which is the largest"."""
    subject = subject_of(head.head) if head.relation == "attr" and head.pos == "ADJ" else None
    return subject is not None and is_kind(subject, "named_zone")

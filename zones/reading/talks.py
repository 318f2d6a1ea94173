"""Whose forces talks or a deal are about: "in talks with Oman about sending", "a deal between A and B on patrols"."""

from __future__ import annotations

from zones.reading.governors import Governor
from zones.reading.owners import Owners, Sender
from zones.reading.resolved import Open
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of

__all__ = ["talked_with", "talking"]


def talking(owners: Owners, deed: Word, noun: Word, row: Governor) -> list[Sender] | None:
    """Return who would do what talks or a deal are about; None if their parties don't say.

    Parameters
    ----------
    owners
        What finds the nations of a noun phrase.
    deed
        The verb or noun that tells of sending.
    noun, row
        The noun of talking or dealing above it, and what it makes of a deed.
    """
    held = noun.head.head if noun.head.lower in {"in", "under"} else noun.head
    partners = [*noun.objects("with"), *held.objects("with")]
    with_whom = talked_with(owners, deed, held, row, partners)
    if with_whom is not None:
        return with_whom
    if row.yes == "discussed" and noun.head.lower == "in" and noun.head.head.is_noun:
        return owners.of(noun.head.head)  # the headline "Peru and Oman in talks on joint patrols"
    sides = noun.objects("between") or noun.head.objects("between")
    if sides and (row.yes == "discussed" or deed.is_noun):
        return owners.of_all(sides + noun.objects("with"))
    return None


def talked_with(
    owners: Owners, deed: Word, verb: Word, row: Governor, partners: list[Word]
) -> list[Sender] | None:
    """Return whose forces talks with some partners are about; None if it is for the subject of their verb to send.

    Who is a party to the zones' deal asks others. Where both sides are, or neither is, it stays open.
    """
    about = deed.is_verb and deed.relation in {"pcomp", "conj"}  # "about sending"
    if row.yes != "discussed" or not about:
        return None
    found = owners.of_all(partners)
    own = owners.of(subject_of(verb)) if verb.is_verb else []
    if not found or not own:
        return found if found or owners.open is not None else None
    parties = owners.reference.parties
    asking, asked = (any(sender.code in parties for sender in side) for side in (own, found))
    if asking == asked:
        owners.open = Open("who of those that talk would send")
        return []
    return found if asking else None

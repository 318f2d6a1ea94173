"""Who is asked for forces, who offers them, and whose nameless ones somebody orders."""

from __future__ import annotations

from zones.reading.governors import Governor, governor
from zones.reading.nouns import is_kind
from zones.reading.owners import Owners, Sender
from zones.reading.sentence.tree import Word
from zones.reading.subjects import doer_of, subject_of

__all__ = ["RECEIVING", "addressee", "asked", "demanded", "jointly", "ordered", "partner", "seated"]

_OFFERING = frozenset({"offer", "pledge", "promise"})
RECEIVING = frozenset({"receive", "get", "have"})
"""Verbs by whose subject a request is received."""
_ASKED_BY = ("to", "with", "of", "from", "on", "upon")
_ANSWERS = frozenset({"rejected", "denied", "agreed", "possible", "discussed"})
_REQUESTS = frozenset({"request", "invitation", "call", "appeal", "plea", "demand", "petition"})
_TOGETHER = frozenset({"joint", "jointly", "common", "together", "mixed"})


def partner(owners: Owners, forces: Word) -> list[Sender]:
    """Return who is asked in "asked Kuwait for observers", or offers: "Jordan offered observers"."""
    while forces.relation == "conj" and forces.head.is_noun:  # "asked Kuwait for money and observers"
        forces = forces.head
    above = forces.head
    if above.lemma in _OFFERING and forces.relation in {"dobj", "nsubjpass"}:
        subject = subject_of(above) if forces.relation == "dobj" else None
        return owners.of_all(above.objects("by") if subject is None else [subject])
    row = governor(above)
    if row is not None and row.yes == "agreed" and forces.relation in {"dobj", "nsubjpass"}:
        return demanded(owners, forces)
    if row is not None and row.sends == "object" and forces.relation == "dobj":
        return owners.of_all(above.objects("from", "of"))  # "requested troops from Peru"
    question = above.lower == "about" and above.head.lemma == "ask"  # no request
    if forces.relation != "pobj" or above.lower not in {"for", "about", "on", "over", "of"} or question:
        return []
    if above.lower == "of":
        return _offerer(owners, above.head)
    found = asked(owners, above.head) or addressee(owners, above.head)
    return found or [s for noun in above.head.kids("dobj") for s in addressee(owners, noun)]


def _offerer(owners: Owners, noun: Word) -> list[Sender]:
    """Return whose offer a noun is: "Peru's offer of observers", "the offer by Peru"."""
    row = governor(noun) if noun.is_noun else None
    if row is None or row.sends != "subject" or row.yes not in {"proposed", "planned"}:
        return []
    return owners.of_all([*noun.kids("poss"), *noun.objects("by", "from")])


def asked(owners: Owners, above: Word) -> list[Sender]:
    """Return who is asked, or talked with, by a governor."""
    row = governor(above)
    if row is None:
        return []
    task = above.kid("dobj") if row.yes == "proposed" else None
    if task is not None and is_kind(task, "task"):  # "requested responsibility for policing"
        return owners.of(doer_of(above))
    if row.sends == "object":
        described = (
            above.tag == "VBN" and above.relation in {"acl", "relcl"} and not above.kids("nsubj", "dobj")
        )
        asked = owners.of_all([*above.kids("nsubjpass"), *([above.head] if described else [])])
        return asked or _first(owners, above.kids("dobj", "dative") + above.objects(*_ASKED_BY))
    if row.yes == "discussed":
        subject = subject_of(above) if above.is_verb else None
        return _first(owners, above.objects("with", "between") + ([subject] if subject is not None else []))
    return []


def addressee(owners: Owners, noun: Word) -> list[Sender]:
    """Return to whom a request is put: "received no request for observers", "turned down a call for troops"."""
    row = governor(noun) if noun.is_noun else None
    verb = noun.head
    if row is None or row.yes != "proposed" or row.sends != "none" or noun.lemma not in _REQUESTS:
        return []
    to = owners.of_all(noun.objects("to"))
    answer = governor(verb) if verb.is_verb else None
    answers = verb.lemma in RECEIVING or (answer is not None and answer.yes in _ANSWERS)
    if to or noun.relation != "dobj" or not answers:
        return to
    return owners.of(subject_of(verb))


def ordered(owners: Owners, above: Word, forces: Word, row: Governor) -> list[Sender]:
    """Return whose nameless forces somebody orders, its own: "Peru's premier ordered border police to cross"."""
    nameless = owners.mentions.is_force(forces) and not forces.kids("poss")
    return owners.of(doer_of(above)) if nameless and row.yes == "agreed" and not row.permits else []


def jointly(owners: Owners, trigger: Word, above: Word, row: Governor | None) -> list[Sender]:
    """Return who agrees that something be done jointly: "Peru and Oman agreed that joint patrols be held"."""
    subject = subject_of(above)
    settles = row is not None and row.yes in {"agreed", "discussed", "planned"}
    if not settles or subject is None or len(subject.conjuncts()) < 2:
        return []
    joint = any(w.lower in _TOGETHER for w in trigger.subtree())
    return owners.of(subject) if joint else []


def seated(owners: Owners, noun: Word) -> list[Sender]:
    """Return whose a plan or wish is by what follows it: "no plans in Oslo", "the readiness of his kingdom"."""
    row = governor(noun)
    if row is None or row.sends != "subject":
        return []
    seats = [w for w in noun.objects("in") if (n := owners.mentions.nation(w)) is not None and n.code != "SY"]
    return owners.of_all(seats) or owners.of_all(noun.objects("of", "from"))


def demanded(owners: Owners, trigger: Word) -> list[Sender]:
    """Return of whom forces are demanded: "demanded from Peru that soldiers be sent".

    Forces of nobody that a body of the UN authorises are its own.
    """
    for above in trigger.ancestors():
        row = governor(above)
        if above.is_verb and row is not None and row.yes == "proposed":
            return owners.of_all(above.objects("from", "of"))
        if above.is_verb and row is not None and row.yes == "agreed" and not row.permits:
            return [sender for sender in owners.of(doer_of(above)) if sender.code == "UN"]
    return []


def _first(owners: Owners, words: list[Word]) -> list[Sender]:
    return next((found for word in words if (found := owners.of(word))), [])

"""Repairs of subjects, objects and prepositions that hang on the wrong word."""

from __future__ import annotations

from zones.reading.sentence.rows import FINITE, changed, edges, has_subject
from zones.reading.sentence.tree import Row
from zones.text.days import WEEKDAYS, month_number

__all__ = [
    "asked_for",
    "clause_subjects",
    "compound_subjects",
    "gerund_subjects",
    "given_consents",
    "no_information",
    "opening_days",
    "participle_subjects",
    "set_off_subjects",
    "wished_subjects",
]

_ASKING = frozenset(
    {
        "ask", "turn", "approach", "invite", "request", "press", "urge", "beg", "lobby", "appeal", "talk", "speak",
        "negotiate", "consult",
    }
)  # fmt: skip
_CONSENTS = frozenset(
    {"consent", "assent", "agreement", "promise", "pledge", "commitment", "permission", "approval"}
)
_CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "till"})


def compound_subjects(rows: list[Row]) -> list[Row]:
    """Give a verb the name before it as its subject: "UN votes to send monitors" is read as if votes were the UN's."""
    for at, row in enumerate(rows[1:], 1):
        name = rows[at - 1]
        finite = row.pos == "VERB" and row.tag == "VBZ" and not has_subject(rows, at)
        if finite and name.head == at and name.relation == "compound" and name.pos == "PROPN":
            return changed(rows, {at - 1: name._replace(relation="nsubj")})
    return rows


def participle_subjects(rows: list[Row]) -> list[Row]:
    """Make a noun a passive's subject, where the participle before it is: "monitoring forces will be stationed"."""
    for at, row in enumerate(rows[:-1]):
        noun = rows[at + 1]
        if row.relation == "csubjpass" and row.tag == "VBG" and noun.tag == "NNS" and noun.head == at:
            mended = {
                at: row._replace(relation="amod", head=at + 1),
                at + 1: noun._replace(relation="nsubjpass", head=row.head),
            }
            return changed(rows, mended)
    return rows


def opening_days(rows: list[Row]) -> list[Row]:
    """Part a day from the name after it: "On Monday Germany said", "On 3 May Peru's envoy said" read as one name."""
    on = next((at for at, row in enumerate(rows) if row.pos != "PUNCT"), 0)
    verb, words = rows[on].head, [row.lemma.casefold() for row in rows[on + 1 : on + 3]]
    day = next((at for at, word in enumerate(words, on + 1) if word in WEEKDAYS or month_number(word)), on)
    number = {on + 1, on + 2} - {day} if month_number(rows[day].lemma.casefold()) else set()
    if rows[on].relation != "prep" or day == on or any(rows[at].tag != "CD" for at in number):
        return rows
    date = {day, *number}
    taken = next((at for at, row in enumerate(rows) if row.relation == "pobj" and row.head == on), on)
    if taken <= max(date) or rows[verb].pos != "VERB" or has_subject(rows, verb):
        return rows
    mended = {at: rows[at]._replace(relation="nummod", head=day) for at in number}
    mended[day] = rows[day]._replace(relation="pobj", head=on)
    mended[taken] = rows[taken]._replace(relation="nsubj", head=verb)
    return changed(rows, mended)


def set_off_subjects(rows: list[Row]) -> list[Row]:
    """Make the first noun of a sentence its verb's subject, where commas set it off: "Peru, for its part, objected"."""
    first = next((row for row in rows if row.pos != "PUNCT"), None)
    if first is None or first.pos not in {"PROPN", "NOUN"} or first.relation not in {"npadvmod", "dep"}:
        return rows
    verb = rows[first.head]
    lost = verb.pos == "VERB" and verb.relation == "ROOT" and verb.tag in {"VBN", "VBD"}
    if not lost or any(
        r.head == first.head and r.relation in {"nsubj", "nsubjpass", "auxpass"} for r in rows
    ):
        return rows
    mended = {rows.index(first): first._replace(relation="nsubj"), first.head: verb._replace(tag="VBD")}
    return changed(rows, mended)


def clause_subjects(rows: list[Row]) -> list[Row]:
    """Give a clause its subject, where a preposition took it: "after Peru's envoy, a general, had told the agency"."""
    for at, row in enumerate(rows):
        if row.relation != "advcl":
            continue
        below = [r for r in rows if r.head == at]
        finite = row.tag in FINITE or any(r.relation == "aux" and r.tag in {*FINITE, "MD"} for r in below)
        if not finite or has_subject(rows, at):
            continue
        reach = edges(rows)
        for noun in range(reach[at][0]):
            mark = rows[noun].head
            takes = rows[noun].relation == "pobj" and rows[mark].lemma in _CLAUSE_OPENERS
            if takes and rows[mark].head == row.head and reach[at][0] - reach[noun][1] in {1, 2}:
                mended = {
                    noun: rows[noun]._replace(head=at, relation="nsubj"),
                    mark: rows[mark]._replace(head=at, relation="mark"),
                }
                return changed(rows, mended)
    return rows


def no_information(rows: list[Row]) -> list[Row]:
    """Give "had no information on its troops taking part" its object, where the parser makes that a subject."""
    for at, row in enumerate(rows):
        if row.tag != "VBG" or row.relation != "ccomp" or rows[row.head].lemma != "have":
            continue
        subject = next((i for i, r in enumerate(rows) if r.head == at and r.relation == "nsubj"), None)
        if subject is None:
            continue
        link = next(
            (i for i, r in enumerate(rows) if r.head == subject and r.relation == "prep" and i < at), None
        )
        doer = next((i for i, r in enumerate(rows) if r.head == link and r.relation == "pobj"), None)
        if link is not None and doer is not None:
            mended = {
                subject: rows[subject]._replace(head=row.head, relation="dobj"),
                doer: rows[doer]._replace(head=at, relation="nsubj"),
                at: row._replace(head=link, relation="pcomp"),
            }
            return changed(rows, mended)
    return rows


_NAMES = frozenset({"PROPN", "NOUN"})
_ACCEPTING = frozenset({"agree", "consent", "object", "assent"})


def gerund_subjects(rows: list[Row]) -> list[Row]:
    """Give a gerund the names before it as its subject: "about Peru and Oman taking part".

    So also after "agree to": "they don't agree to foreign forces having a role".
    """
    for at, row in enumerate(rows):
        if row.tag != "VBG" or row.relation not in {"advcl", "pcomp"} or at == 0:
            continue
        name = at - 1
        while rows[name].relation == "conj" and rows[rows[name].head].pos in _NAMES:
            name = rows[name].head
        link = rows[name].head
        verb = rows[link].head
        consents = any(r.lemma in _CONSENTS and r.relation == "dobj" and r.head == verb for r in rows)
        accepts = rows[link].lemma == "to" and (rows[verb].lemma in _ACCEPTING or consents)
        links = accepts or (rows[link].lemma in {"about", "of", "against"} and rows[name].pos == "PROPN")
        if rows[name].relation == "pobj" and rows[name].pos in _NAMES and links:
            mended = {
                name: rows[name]._replace(relation="nsubj", head=at),
                at: row._replace(relation="pcomp", head=link),
            }
            return changed(rows, mended)
    return rows


def given_consents(rows: list[Row]) -> list[Row]:
    """Hang what is consented to on the consent: in "obtained the consent of Peru to send men" it hangs on the verb."""
    for at, row in enumerate(rows):
        if row.relation not in {"advcl", "xcomp"} or not any(
            r.lemma == "to" and r.head == at for r in rows[:at]
        ):
            continue
        between = range(row.head + 1, at)
        given = (i for i in between if rows[i].relation == "dobj" and rows[i].head == row.head)
        noun = next((i for i in given if rows[i].lemma in _CONSENTS), None)
        if noun is not None:
            return changed(rows, {at: row._replace(relation="acl", head=noun)})
    return rows


def wished_subjects(rows: list[Row]) -> list[Row]:
    """Give a passive wish its subject, where the parser makes that an object: "would like it to be widened"."""
    for at, row in enumerate(rows):
        passive = any(r.relation == "auxpass" and r.head == at for r in rows)
        if row.relation != "ccomp" or not passive or has_subject(rows, at):
            continue
        between = range(row.head + 1, at)
        noun = next((i for i in between if rows[i].relation == "dobj" and rows[i].head == row.head), None)
        if noun is not None:
            return changed(rows, {noun: rows[noun]._replace(relation="nsubjpass", head=at)})
    return rows


def asked_for(rows: list[Row]) -> list[Row]:
    """Hang "for soldiers" on the verb of asking, not on the last of those who are asked.

    In "turned to Peru, Oman and Chad for soldiers" the parser makes it Chad's.
    """
    for at, row in enumerate(rows):
        above = rows[row.head]
        if row.relation != "prep" or row.lemma not in {"for", "about", "over"} or above.pos != "PROPN":
            continue
        top = row.head
        while rows[top].relation in {"conj", "pobj", "prep", "dobj", "appos"} and rows[top].head != top:
            top = rows[top].head
        if rows[top].pos == "VERB" and rows[top].lemma in _ASKING:
            rows = [*rows]
            rows[at] = row._replace(head=top)
    return rows

"""Repairs of what is joined to the wrong word of a list, or to none."""

from __future__ import annotations

from itertools import pairwise

from zones.reading.lexicon import table
from zones.reading.sentence.rows import FINITE, SUBJECTS, changed, edges
from zones.reading.sentence.tree import Row

__all__ = [
    "belated_appositions",
    "described_subjects",
    "floating_each",
    "forces_after_places",
    "parted_subjects",
    "places_after_spans",
    "second_prepositions",
]

_PLACING = frozenset({"in", "inside", "outside", "near", "around", "along"})
_GROUPS = frozenset({"country", "state", "nation", "guarantor", "sponsor", "power", "signatory", "mediator"})
_SPANS = frozenset({"hour", "day", "week", "month"})
_RELATIVES = frozenset({"which", "who"})


def parted_subjects(rows: list[Row]) -> list[Row]:
    """Join a subject with the noun before its "or": "any part OMAN OR OTHER FORCES might play"."""
    for at, row in enumerate(rows):
        if row.relation != "npadvmod" or row.pos != "PROPN":
            continue
        link = next((i for i, r in enumerate(rows) if r.head == at and r.relation == "cc"), None)
        if link is None:
            continue
        reach = edges(rows)
        rest = next(
            (i for i, r in enumerate(rows) if r.relation == "nsubj" and reach[i][0] == link + 1), None
        )
        if rest is not None and rows[rest].head > rest:
            mended = {
                at: row._replace(head=rows[rest].head, relation="nsubj"),
                rest: rows[rest]._replace(head=at, relation="conj"),
            }
            return changed(rows, mended)
    return rows


def second_prepositions(rows: list[Row]) -> list[Row]:
    """Hang "and from Oman" beside the first: "by troops from Peru, which is an ally, and from Oman, which is not"."""
    for at, row in enumerate(rows):
        if row.pos != "ADP" or row.relation != "conj" or rows[row.head].pos != "VERB":
            continue
        first = next(
            (
                r
                for r in rows[row.head + 1 : at]
                if r.relation == "prep" and r.lemma == row.lemma and rows[r.head].pos in {"NOUN", "PROPN"}
            ),
            None,
        )
        if first is not None:
            return changed(rows, {at: row._replace(head=first.head, relation="prep")})
    return rows


def places_after_spans(rows: list[Row]) -> list[Row]:
    """Hang a place on what goes on there, not on how long: "holds FOR 24 HOURS in Cuzco", "a truce OF A DAY in it"."""
    for at, row in enumerate(rows):
        span = rows[row.head]
        link = rows[span.head]  # "for", or a second "for" that hangs on the first
        if row.lemma != "in" or row.relation != "prep" or span.lemma not in _SPANS or span.relation != "pobj":
            continue
        counted = any(r.head == row.head and r.relation == "nummod" for r in rows)
        lasts = link.head if link.relation == "prep" else rows[link.head].head
        if counted and link.lemma in {"for", "of"} and rows[lasts].pos in {"VERB", "NOUN"}:
            rows = changed(rows, {at: row._replace(head=lasts)})
    return rows


def floating_each(rows: list[Row]) -> list[Row]:
    """Leave a verb its real subject beside "each": "the three states, A, B and C, each agreed to"."""
    for at, row in enumerate(rows):
        floating = row.lemma in {"each", "both", "all"} and row.relation == "nsubj"
        if floating and any(r.head == row.head and r.relation == "nsubj" for r in rows[:at]):
            return changed(rows, {at: row._replace(relation="advmod")})
    return rows


def belated_appositions(rows: list[Row]) -> list[Row]:
    """Give "guarantors of the truce in Syria, Peru and Oman, agreed" its names, where they are joined to the place.

    A comma before the subject's verb tells them from places: "guarantors of the truce in Homs, Hama and Daraa agreed".
    """
    for at, row in enumerate(rows):
        joins = row.relation == "conj" and row.pos == "PROPN" and rows[row.head].relation == "pobj"
        if not joins or rows[at - 1].text != ",":
            continue
        last = edges(rows)[at][1]
        comma = last + (rows[last].text != ",")
        several = any(r.relation == "conj" for r in rows[at + 1 : comma])
        if not several or comma + 1 >= len(rows) or rows[comma].text != ",":
            continue
        group = row.head
        while rows[group].relation in {"pobj", "prep", "relcl", "acl"}:
            group = rows[group].head
        subject = (
            rows[group].relation in SUBJECTS and rows[group].tag == "NNS" and rows[group].lemma in _GROUPS
        )
        if subject and rows[comma + 1].pos in {"VERB", "AUX"}:
            return changed(rows, {at: row._replace(head=group, relation="appos")})
    return rows


def forces_after_places(rows: list[Row]) -> list[Row]:
    """Join forces with those before, not with a place: "Omani troops inside HOMS AND CHADIAN FORCES outside"."""
    for at, row in enumerate(rows[1:-3], 1):
        link, owner, noun = rows[at + 1], rows[at + 2], rows[at + 3]
        beside = link.lemma == "and" and owner.relation == "conj" and owner.head == at
        taken = (
            row.relation == "nmod" and row.head == at + 3 and noun.relation == "pobj" and noun.head == at - 1
        )
        if not (beside and taken and rows[at - 1].lemma in _PLACING):
            continue
        if noun.lemma not in table("nouns")["force"].split():
            continue
        above = rows[at - 1].head
        subject = next((i for i, r in enumerate(rows) if r.head == above and r.relation in SUBJECTS), above)
        first = above if rows[above].pos == "NOUN" else subject
        mended = {
            at: row._replace(relation="pobj", head=at - 1),
            at + 1: link._replace(head=first),
            at + 2: owner._replace(relation="amod", head=at + 3),
            at + 3: noun._replace(relation="conj", head=first),
        }
        return changed(rows, mended)
    return rows


def described_subjects(rows: list[Row]) -> list[Row]:
    """Join subjects that "which" clauses part: "In Oslo, PERU AND OMAN, which agreed, AND CHAD may send".

    The parser takes those before the first clause for more places of the opening phrase, or for none of the subject.
    """
    for at, row in enumerate(rows):
        if at < 2 or row.text not in _RELATIVES or rows[at - 1].text != "," or rows[at - 2].pos != "PROPN":
            continue
        rest = _name_after_clause(rows, at)
        verb = _verb_after(rows, rest) if rest is not None else None
        if rest is None or verb is None or rows[verb].relation not in {"ROOT", "ccomp"}:
            continue
        names = _names_before(rows, at - 2)
        parted = names and (rows[names[0]].head != verb or rows[rest].head == verb)
        if parted and not _is_below(rows, verb, {*names, rest, row.head}):
            return _with_subjects(rows, [*names, rest], verb, row.head)
    return rows


def _name_after_clause(rows: list[Row], relative: int) -> int | None:
    """Return the last word of the name after a relative clause and its ", and"."""
    after = enumerate(rows[relative + 2 :], relative + 2)
    last = len(rows) - 1
    link = next((at for at, row in after if row.lemma == "and" and rows[at - 1].text == ","), last)
    first = end = link + 1 + any(row.lemma == "the" for row in rows[link + 1 : link + 2])
    while end < len(rows) and rows[end].pos == "PROPN":
        end += 1
    return end - 1 if end > first else None


def _verb_after(rows: list[Row], name: int) -> int | None:
    """Return the verb whose subject ends in a name, a relative clause of its own aside."""
    after = name + 1
    if after + 1 < len(rows) and rows[after].text == "," and rows[after + 1].text in _RELATIVES:
        after = 1 + next((i for i in range(after + 1, len(rows)) if rows[i].text == ","), len(rows))
    if after >= len(rows) or rows[after].tag not in {*FINITE, "MD"}:
        return None
    return rows[after].head if rows[after].relation in {"aux", "auxpass"} else after


def _names_before(rows: list[Row], last: int) -> list[int]:
    """Return the last words of the names of a list that ends with one, without the places of an opening phrase.

    "Under a deal of Oslo, Norway, Peru and Oman" has Peru and Oman for certain.
    """
    names, start = [last], _name_start(rows, last)
    while start > 1 and rows[start - 1].text in {",", "and"} and rows[start - 2].pos == "PROPN":
        names.insert(0, start - 2)
        start = _name_start(rows, start - 2)
    if start and rows[start - 1].pos == "ADP" and len(names) > 1:
        return names[2:] if len(names) > 3 else names[1:]  # the place, and its country perhaps
    alone = start == 0 or rows[start - 1].text in {",", '"', "that"}
    return names if alone else []


def _is_below(rows: list[Row], at: int, above: set[int]) -> bool:
    """Whether one of some words governs a word, at whatever distance."""
    while rows[at].head != at:
        at = rows[at].head
        if at in above:
            return True
    return False


def _name_start(rows: list[Row], at: int) -> int:
    while at and (rows[at - 1].pos == "PROPN" or rows[at - 1].lemma == "the"):
        at -= 1
    return at


def _with_subjects(rows: list[Row], names: list[int], verb: int, clause: int) -> list[Row]:
    """Make names the subjects of a verb, and a relative clause that of the last but one."""
    passive = any(r.head == verb and r.relation == "auxpass" for r in rows)
    mended = {
        names[0]: rows[names[0]]._replace(head=verb, relation="nsubjpass" if passive else "nsubj"),
        clause: rows[clause]._replace(head=names[-2], relation="relcl"),
    }
    for one, other in pairwise(names):
        mended[other] = rows[other]._replace(head=one, relation="conj")
        for i, row in enumerate(rows[one + 1 : other], one + 1):
            if row.relation == "cc" and row.head not in range(one + 1, other):
                mended[i] = row._replace(head=one)
    return changed(rows, mended)
